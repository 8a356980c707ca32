# What the server says on public pages and in feeds.

page-lessons = Lærdomar
page-copied-from = Kopiert frå:
feed-network = Tiltak i { $name }
feed-theme = Tiltak om { $name }

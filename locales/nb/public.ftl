# What the server says on public pages and in feeds.

page-lessons = Lærdommer
page-copied-from = Kopiert fra:
feed-network = Tiltak i { $name }
feed-theme = Tiltak om { $name }

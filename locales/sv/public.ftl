# What the server says on public pages and in feeds.

page-lessons = Lärdomar
page-copied-from = Kopierad från:
feed-network = Åtgärder i { $name }
feed-theme = Åtgärder om { $name }

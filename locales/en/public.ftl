# What the server says on public pages and in feeds.

page-lessons = Lessons
page-copied-from = Copied from:
feed-network = Actions in { $name }
feed-theme = Actions about { $name }

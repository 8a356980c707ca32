# What the server says on public pages and in feeds.

page-example = Good example
page-problem = The problem
page-did = What we did
page-result = The result
page-again = What we would do again
page-transferability = What must be in place
page-lessons = Lessons
page-copied-from = Copied from:
feed-network = Actions in { $name }
feed-theme = Actions about { $name }

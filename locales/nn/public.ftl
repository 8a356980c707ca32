# What the server says on public pages and in feeds.

page-example = Godt døme
page-problem = Problemet
page-did = Kva vi gjorde
page-result = Resultatet
page-again = Dette gjer vi gjerne igjen
page-transferability = Dette må vere på plass
page-lessons = Lærdomar
page-copied-from = Kopiert frå:
feed-network = Tiltak i { $name }
feed-theme = Tiltak om { $name }

# What the server says on public pages and in feeds.

page-example = Godt eksempel
page-problem = Problemet
page-did = Hva vi gjorde
page-result = Resultatet
page-again = Dette gjør vi gjerne igjen
page-transferability = Dette må være på plass
page-lessons = Lærdommer
page-copied-from = Kopiert fra:
feed-network = Tiltak i { $name }
feed-theme = Tiltak om { $name }

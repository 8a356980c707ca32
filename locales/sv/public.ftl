# What the server says on public pages and in feeds.

page-example = Gott exempel
page-problem = Problemet
page-did = Vad vi gjorde
page-result = Resultatet
page-again = Det gör vi gärna igen
page-transferability = Det här måste finnas på plats
page-lessons = Lärdomar
page-copied-from = Kopierad från:
feed-network = Åtgärder i { $name }
feed-theme = Åtgärder om { $name }

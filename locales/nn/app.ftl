# The shell around every page: menu, search, connection, errors, words that all rooms share.

## The menu
app-name = Samverk
app-skip = Hopp til innhaldet
app-menu = Meny
app-home = Heim
app-actions = Tiltak
app-programme = Programmet vårt
app-conversations = Samtalar
app-people = Nettverk
app-search = Søk i tiltak
app-search-button = Søk
app-me = Profilen din
app-person-menu = { $name }, menyen din
app-language = Språk
app-sign-in = Logg inn
app-sign-out = Logg ut

## Languages, as each calls itself and as the reader calls them
app-language-own-sv = Svenska
app-language-own-nn = Nynorsk
app-language-own-nb = Bokmål
app-language-own-en = English
app-language-sv = svensk
app-language-nn = nynorsk
app-language-nb = bokmål
app-language-en = engelsk
app-written-in = På { $language }

## Countries
app-country-SE = Sverige
app-country-NO = Noreg

## Dates
app-today = i dag
app-yesterday = i går
app-weekday-0 = sundag
app-weekday-1 = måndag
app-weekday-2 = tysdag
app-weekday-3 = onsdag
app-weekday-4 = torsdag
app-weekday-5 = fredag
app-weekday-6 = laurdag
app-weekday-date = { $weekday } { $date }
app-moment = { $date } kl. { $time }
app-period-from = frå { $date }
app-period-until = til { $date }

## Buttons and words of every room
app-save = Lagre
app-cancel = Avbryt
app-close = Lukk att
app-remove = Fjern
app-edit = Rediger
app-more = Vis fleire
app-optional = valfritt
app-saved = Lagra
app-saving = Lagrar …
app-back-to = Til { $place }

## Connection
app-connection-lost = Ikkje kontakt med tenaren. Det du skriv, blir teke vare på her.
app-connection-back =
    { $came ->
        [0] Kontakten er tilbake.
        [one] Kontakten er tilbake. Éi melding kom i mellomtida.
       *[other] Kontakten er tilbake. { $came } meldingar kom i mellomtida.
    }
app-connection-detour = Nettet her slepper ikkje direkte oppdateringar gjennom på vanleg vis. Dei kjem ein annan veg i staden.

## Errors
app-error-offline = Tenaren svarar ikkje. Ingenting er endra. Prøv igjen om litt.
app-error-late = Tenaren har ikkje svart. Sjå etter om det vart gjort, før du prøver igjen.
app-error-new-version = Samverk har fått ein ny versjon. Last sida på nytt, så verkar ho igjen.
app-error-unknown = Noko gjekk gale hos oss. Prøv igjen om litt.
app-error-title = Sida let seg ikkje vise
app-error-retry = Prøv igjen
app-error-reload = Last sida på nytt
app-not-found-title = Her er det inga side
app-not-found = Ho kan vere sletta, eller så er ho ikkje open for deg.
app-not-found-home = Gå til startsida
app-signed-out-title = Logg inn for å sjå sida

## Home, signed out
app-welcome-title = Ikkje alle treng å finne opp hjulet sjølve
app-welcome-lead = I Samverk lærer dei som arbeider med klima og miljø i norske og svenske kommunar av kvarandre.
app-welcome-find = Finn eit tiltak som nokon alt har prøvd, og les kva det kosta og gav.
app-welcome-copy = Kopier det til programmet dykkar og tilpass det. Opphavet følgjer med.
app-welcome-talk = Spør dei som gjorde det. Alle skriv på sitt eige språk.
app-welcome-browse = Sjå opne tiltak

## Home, signed in
app-home-title = Hei, { $name }
app-home-waits = Ventar på deg
app-home-nothing = Ingenting ventar på deg akkurat no. Kanskje har nokon andre løyst det du held på med?
app-home-unread = Ulese i nettverka dine
app-home-mark = Merk som lese
app-home-mark-all = Merk alt som lese
app-home-marked = Merkt som lese
app-waits =
    { $count ->
        [one] éin ting ventar på deg
       *[other] { $count } ting ventar på deg
    }
app-home-drafts = Utkasta dine
app-home-recent = Nytt i nettverka dine
app-home-networks = Nettverka dine
app-home-no-networks = Du er ikkje med i noko nettverk enno. Be om å få vere med i eitt, så ser du kven som arbeider med det same.
app-home-find-network = Sjå alle nettverka
app-home-find-action = Leit blant tiltaka
app-home-requests =
    { $count ->
        [one] Éin person vil vere med
       *[other] { $count } personar vil vere med
    }
app-home-unconfirmed = Ein nettverkskoordinator må stadfeste at du høyrer til { $organisation }. Fram til då kan du lese og samtale, men ikkje endre programmet.

## Before anything runs
app-noscript = Samverk treng JavaScript. Slå det på i nettlesaren og last sida på nytt.

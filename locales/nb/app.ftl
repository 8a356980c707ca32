# The shell around every page: menu, search, connection, errors, words that all rooms share.

## The menu
app-name = Samverk
app-skip = Hopp til innholdet
app-menu = Meny
app-home = Hjem
app-actions = Tiltak
app-programme = Vårt program
app-conversations = Samtaler
app-people = Nettverk
app-search = Søk i tiltak
app-search-button = Søk
app-me = Din profil
app-person-menu = { $name }, din meny
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
app-country-NO = Norge

## Dates
app-today = i dag
app-yesterday = i går
app-weekday-0 = søndag
app-weekday-1 = mandag
app-weekday-2 = tirsdag
app-weekday-3 = onsdag
app-weekday-4 = torsdag
app-weekday-5 = fredag
app-weekday-6 = lørdag
app-weekday-date = { $weekday } { $date }
app-moment = { $date } kl. { $time }
app-period-from = fra { $date }
app-period-until = til { $date }

## Buttons and words of every room
app-save = Lagre
app-cancel = Avbryt
app-close = Lukk
app-remove = Fjern
app-edit = Rediger
app-more = Vis flere
app-optional = valgfritt
app-saved = Lagret
app-saving = Lagrer …
app-back-to = Til { $place }

## Connection
app-connection-lost = Ingen kontakt med serveren. Det du skriver, blir tatt vare på her.
app-connection-back =
    { $came ->
        [0] Kontakten er tilbake.
        [one] Kontakten er tilbake. Én melding kom i mellomtiden.
       *[other] Kontakten er tilbake. { $came } meldinger kom i mellomtiden.
    }
app-connection-detour = Nettverket her slipper ikke direkte oppdateringer gjennom på vanlig måte. De kommer en annen vei i stedet.

## Errors
app-error-offline = Serveren svarer ikke. Ingenting er endret. Prøv igjen om litt.
app-error-late = Serveren har ikke svart. Se etter om det ble gjort, før du prøver igjen.
app-error-new-version = Samverk har fått en ny versjon. Last siden på nytt, så virker den igjen.
app-error-unknown = Noe gikk galt hos oss. Prøv igjen om litt.
app-error-title = Siden kunne ikke vises
app-error-retry = Prøv igjen
app-error-reload = Last siden på nytt
app-not-found-title = Her er det ingen side
app-not-found = Den kan være slettet, eller så er den ikke åpen for deg.
app-not-found-home = Gå til startsiden
app-signed-out-title = Logg inn for å se siden

## Home, signed out
app-welcome-title = Ikke alle trenger å finne opp hjulet selv
app-welcome-lead = I Samverk lærer de som arbeider med klima og miljø i norske og svenske kommuner av hverandre.
app-welcome-find = Finn et tiltak som noen allerede har prøvd, og les hva det kostet og ga.
app-welcome-copy = Kopier det til deres eget program og tilpass det. Opphavet følger med.
app-welcome-talk = Spør dem som gjorde det. Alle skriver på sitt eget språk.
app-welcome-browse = Se åpne tiltak

## Home, signed in
app-home-title = Hei, { $name }
app-home-waits = Venter på deg
app-home-nothing = Ingenting venter på deg akkurat nå. Kanskje har noen andre løst det du holder på med?
app-home-unread = Ulest i nettverkene dine
app-home-mark = Merk som lest
app-home-mark-all = Merk alt som lest
app-home-marked = Merket som lest
app-waits =
    { $count ->
        [one] én ting venter på deg
       *[other] { $count } ting venter på deg
    }
app-home-drafts = Dine utkast
app-home-recent = Nytt i dine nettverk
app-home-networks = Dine nettverk
app-home-no-networks = Du er ikke med i noe nettverk ennå. Be om å få være med i ett, så ser du hvem som arbeider med det samme.
app-home-find-network = Se alle nettverk
app-home-find-action = Let blant tiltakene
app-home-requests =
    { $count ->
        [one] Én person vil være med
       *[other] { $count } personer vil være med
    }
app-home-unconfirmed = En nettverkskoordinator må bekrefte at du hører til { $organisation }. Fram til da kan du lese og samtale, men ikke endre programmet.

## Before anything runs
app-noscript = Samverk trenger JavaScript. Slå det på i nettleseren og last siden på nytt.

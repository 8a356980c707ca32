# The shell around every page: menu, search, connection, errors, words that all rooms share.

## The menu
app-name = Samverk
app-skip = Hoppa till innehållet
app-menu = Meny
app-home = Hem
app-actions = Åtgärder
app-programme = Vårt program
app-conversations = Samtal
app-people = Nätverk
app-search = Sök åtgärder
app-search-button = Sök
app-me = Din profil
app-person-menu = { $name }, din meny
app-language = Språk
app-sign-in = Logga in
app-sign-out = Logga ut

## Languages, as each calls itself and as the reader calls them
app-language-own-sv = Svenska
app-language-own-nn = Nynorsk
app-language-own-nb = Bokmål
app-language-own-en = English
app-language-sv = svenska
app-language-nn = nynorska
app-language-nb = bokmål
app-language-en = engelska
app-written-in = På { $language }

## Countries
app-country-SE = Sverige
app-country-NO = Norge

## Dates
app-today = i dag
app-yesterday = i går
app-weekday-0 = söndag
app-weekday-1 = måndag
app-weekday-2 = tisdag
app-weekday-3 = onsdag
app-weekday-4 = torsdag
app-weekday-5 = fredag
app-weekday-6 = lördag
app-weekday-date = { $weekday } { $date }
app-moment = { $date } kl. { $time }
app-period-from = från { $date }
app-period-until = till { $date }

## Buttons and words of every room
app-save = Spara
app-cancel = Avbryt
app-close = Stäng
app-remove = Ta bort
app-edit = Redigera
app-more = Visa fler
app-optional = frivilligt
app-saved = Sparat
app-saving = Sparar …
app-back-to = Till { $place }

## Connection
app-connection-lost = Ingen kontakt med servern. Det du skriver sparas här.
app-connection-back =
    { $came ->
        [0] Kontakten är tillbaka.
        [one] Kontakten är tillbaka. Ett meddelande kom under tiden.
       *[other] Kontakten är tillbaka. { $came } meddelanden kom under tiden.
    }
app-connection-detour = Nätverket här släpper inte fram direkta uppdateringar på vanligt sätt. De kommer en annan väg i stället.

## Errors
app-error-offline = Servern svarar inte. Inget har ändrats. Försök igen om en stund.
app-error-late = Servern har inte svarat. Se efter om det blev gjort innan du försöker igen.
app-error-new-version = Samverk har fått en ny version. Ladda om sidan så fungerar den igen.
app-error-unknown = Något gick fel hos oss. Försök igen om en stund.
app-error-title = Det gick inte att visa sidan
app-error-retry = Försök igen
app-error-reload = Ladda om sidan
app-not-found-title = Här finns ingen sida
app-not-found = Den kan ha tagits bort, eller så är den inte öppen för dig.
app-not-found-home = Gå till startsidan
app-signed-out-title = Logga in för att se sidan

## Home, signed out
app-welcome-title = Alla måste inte uppfinna hjulet själva
app-welcome-lead = I Samverk lär de som arbetar med klimat och miljö i svenska och norska kommuner av varandra.
app-welcome-find = Hitta en åtgärd som någon redan har provat, och läs vad den kostade och gav.
app-welcome-copy = Kopiera den till ert eget program och anpassa den. Ursprunget följer med.
app-welcome-talk = Fråga dem som gjorde den. Alla skriver på sitt eget språk.
app-welcome-browse = Se öppna åtgärder

## Home, signed in
app-home-title = Hej { $name }
app-home-waits = Väntar på dig
app-home-nothing = Inget väntar på dig just nu. Kanske har någon annan löst det du håller på med?
app-home-unread = Oläst i dina nätverk
app-home-mark = Markera som läst
app-home-mark-all = Markera allt som läst
app-home-marked = Markerat som läst
app-waits =
    { $count ->
        [one] en sak väntar på dig
       *[other] { $count } saker väntar på dig
    }
app-home-drafts = Dina utkast
app-home-recent = Nytt i dina nätverk
app-home-networks = Dina nätverk
app-home-no-networks = Du är inte med i något nätverk än. Be om att få vara med i ett, så ser du vilka som arbetar med samma frågor.
app-home-find-network = Se alla nätverk
app-home-find-action = Leta bland åtgärderna
app-home-requests =
    { $count ->
        [one] En person vill vara med
       *[other] { $count } personer vill vara med
    }
app-home-unconfirmed = Någon som samordnar ett nätverk behöver bekräfta att du hör till { $organisation }. Till dess kan du läsa och samtala, men inte ändra i programmet.

## Before anything runs
app-noscript = Samverk behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.

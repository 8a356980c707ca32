# Conversations: lists, an open thread, the composer.
thread-about = om
thread-unread =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
thread-none = Ingen samtaler ennå.
thread-choose = Velg en samtale, eller start en ny.
thread-new = Start en samtale
thread-subject = Hva vil du snakke om?
thread-in-network = I hvilket nettverk?
thread-start = Start samtalen
thread-empty = Her er det stille ennå. Skriv den første meldingen, gjerne på ditt eget språk.
thread-older = Vis eldre meldinger
thread-new-since = Nytt siden du var her
thread-gone = Noen som ikke er med lenger
thread-message-of = Melding fra { $name }
thread-removed = Meldingen er fjernet.
thread-edited = endret
thread-reply = Svar
thread-edit = Endre
thread-remove-ask = Fjerne meldingen?
thread-replying-to = Svar til { $name }
thread-write = Skriv en melding
thread-send = Send
thread-enter-sends = Send med Enter (nå: Ctrl + Enter)
thread-enter-sends-on = Send med Enter (ny linje: Skift + Enter)
thread-not-sent = Ikke sendt ennå. Meldingen går når kontakten er tilbake.
thread-unsent = Det du har skrevet og som ikke er sendt
thread-refused = Kunne ikke sendes: { $reason } Teksten ligger fortsatt her.
thread-send-again = Send på nytt
thread-copy-text = Kopier teksten
thread-copied = Kopiert
thread-drop = Kast
thread-writes-in = Jeg skriver på
thread-heard = Ny melding fra { $name }
thread-below =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
thread-here-alone = Bare du er her nå.
thread-here = Her nå: { $names }
thread-here-more = Her nå: { $names } og { $count } til
thread-typing =
    { $count ->
        [one] { $names } skriver …
       *[other] { $names } skriver …
    }
thread-ended = Du er ikke med i denne samtalen lenger. Last siden på nytt for å se hva som har skjedd.
thread-ended-signed-out = Du er logget ut. Logg inn igjen for å skrive. Det du har skrevet, er tatt vare på her.

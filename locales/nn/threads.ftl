# Conversations: lists, an open thread, the composer.
thread-about = om
thread-unread =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
thread-none = Ingen samtalar enno.
thread-choose = Vel ein samtale, eller start ein ny.
thread-new = Start ein samtale
thread-subject = Kva vil du snakke om?
thread-in-network = I kva nettverk?
thread-start = Start samtalen
thread-empty = Her er det stilt enno. Skriv den første meldinga, gjerne på ditt eige språk.
thread-older = Vis eldre meldingar
thread-new-since = Nytt sidan du var her
thread-gone = Nokon som ikkje er med lenger
thread-message-of = Melding frå { $name }
thread-removed = Meldinga er fjerna.
thread-edited = endra
thread-reply = Svar
thread-edit = Endre
thread-remove-ask = Fjerne meldinga?
thread-replying-to = Svar til { $name }
thread-write = Skriv ei melding
thread-send = Send
thread-enter-sends = Send med Enter (no: Ctrl + Enter)
thread-enter-sends-on = Send med Enter (ny linje: Skift + Enter)
thread-not-sent = Ikkje sendt enno. Meldinga går når kontakten er tilbake.
thread-unsent = Det du har skrive og som ikkje er sendt
thread-refused = Kunne ikkje sendast: { $reason } Teksten ligg framleis her.
thread-send-again = Send på nytt
thread-copy-text = Kopier teksten
thread-copied = Kopiert
thread-drop = Kast
thread-writes-in = Eg skriv på
thread-heard = Ny melding frå { $name }
thread-below =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
thread-here-alone = Berre du er her no.
thread-here = Her no: { $names }
thread-here-more = Her no: { $names } og { $count } til
thread-typing =
    { $count ->
        [one] { $names } skriv …
       *[other] { $names } skriv …
    }
thread-ended = Du er ikkje med i denne samtalen lenger. Last sida på nytt for å sjå kva som har hendt.
thread-ended-signed-out = Du er logga ut. Logg inn igjen for å skrive. Det du har skrive, er teke vare på her.

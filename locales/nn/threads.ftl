# Conversations: lists, an open thread, the composer.
thread-about = om
thread-unread =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
thread-is-closed = lukka
thread-waits-MENTIONED = { $name } nemner deg
thread-waits-MUNICIPALITY_MENTIONED = { $name } nemner organisasjonen din
thread-waits-EVERYBODY_MENTIONED = { $name } skriv til alle
thread-waits-ANSWERED = { $name } svarar deg
thread-waits-ABOUT_MY_ACTION = { $name } skriv om tiltaket ditt
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
thread-unsent-notice =
    { $count ->
        [one] Ei melding du skreiv, er ikkje send.
       *[other] { $count } meldingar du skreiv, er ikkje sende.
    }
thread-left-draft = Påbyrja og ikkje sendt.
thread-left-edit = Endringa di av ei melding. Ho er ikkje lagra.
thread-edit-theirs = Slik står det no:
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
thread-here-unnamed =
    { $count ->
        [one] Her no: éin person til
       *[other] Her no: { $count } personar til
    }
thread-typing =
    { $count ->
        [one] { $names } skriv …
       *[other] { $names } skriv …
    }
thread-ended = Du er ikkje med i denne samtalen lenger. Last sida på nytt for å sjå kva som har hendt.
thread-ended-signed-out = Du er logga ut. Logg inn igjen for å skrive. Det du har skrive, er teke vare på her.

## What is done with a message
thread-react = Reager
thread-reactions = Reaksjonar
thread-reaction-AGREE = Einig
thread-reaction-THANKS = Takk
thread-reaction-GOOD_IDEA = God idé
thread-reaction-SURPRISED = Oi, det visste eg ikkje
thread-reaction-DONE_IT_TOO = Det har vi òg gjort
thread-reaction-by = { $kind }, { $count }: { $names }
thread-and-more = og { $count } til
thread-pin = Fest øvst
thread-unpin = Løys
thread-pinned = festa
thread-pinned-count =
    { $count ->
        [one] Éi festa melding
       *[other] { $count } festa meldingar
    }
thread-history = Slik er meldinga endra
thread-version-now = No
thread-linked = Tiltak som meldinga lenkjer til
thread-term = På nynorsk:
thread-term-caution = Ikkje det same

## Writing
thread-marks = Formater
thread-bold = Feit
thread-list = Liste
thread-link = Lenkje
thread-quote = Sitat
thread-code = Kode
thread-mention = Nemn nokon
thread-mention-found =
    { $count ->
        [one] Eitt namn å velje
       *[other] { $count } namn å velje
    }
thread-everybody = alle
thread-everybody-ask =
    { $count ->
        [one] Meldinga går til éin person. Er det meininga?
       *[other] Meldinga går til { $count } personar. Er det meininga?
    }
thread-everybody-send =
    { $count ->
        [one] Send til éin person
       *[other] Send til { $count } personar
    }

## The conversation as a whole
thread-menu = Lagre, skriv ut, lukk
thread-print = Skriv ut
thread-export-md = Lagre som Markdown
thread-export-json = Lagre som JSON
thread-close = Lukk samtalen
thread-close-text = Alle kan lese han, men ingen kan skrive før han blir opna att.
thread-close-reason = Kvifor?
thread-reopen = Opne samtalen att
thread-closed = { $name } lukka samtalen { $when }.
thread-silenced = Du kan ikkje skrive i nettverket fram til { $until }. { $reason }

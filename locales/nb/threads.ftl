# Conversations: lists, an open thread, the composer.
thread-about = om
thread-unread =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
thread-is-closed = lukket
thread-waits-MENTIONED = { $name } nevner deg
thread-waits-MUNICIPALITY_MENTIONED = { $name } nevner organisasjonen din
thread-waits-EVERYBODY_MENTIONED = { $name } skriver til alle
thread-waits-ANSWERED = { $name } svarer deg
thread-waits-ABOUT_MY_ACTION = { $name } skriver om tiltaket ditt
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
thread-unsent-notice =
    { $count ->
        [one] En melding du skrev, er ikke sendt.
       *[other] { $count } meldinger du skrev, er ikke sendt.
    }
thread-left-draft = Påbegynt og ikke sendt.
thread-left-edit = Endringen din av en melding. Den er ikke lagret.
thread-edit-theirs = Slik står det nå:
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
thread-here-unnamed =
    { $count ->
        [one] Her nå: én person til
       *[other] Her nå: { $count } personer til
    }
thread-typing =
    { $count ->
        [one] { $names } skriver …
       *[other] { $names } skriver …
    }
thread-ended = Du er ikke med i denne samtalen lenger. Last siden på nytt for å se hva som har skjedd.
thread-ended-signed-out = Du er logget ut. Logg inn igjen for å skrive. Det du har skrevet, er tatt vare på her.

## What is done with a message
thread-react = Reager
thread-reactions = Reaksjoner
thread-reaction-AGREE = Enig
thread-reaction-THANKS = Takk
thread-reaction-GOOD_IDEA = God idé
thread-reaction-SURPRISED = Oi, det visste jeg ikke
thread-reaction-DONE_IT_TOO = Det har vi også gjort
thread-reaction-by = { $kind }, { $count }: { $names }
thread-and-more = og { $count } til
thread-pin = Fest øverst
thread-unpin = Løsne
thread-pinned = festet
thread-pinned-count =
    { $count ->
        [one] Én festet melding
       *[other] { $count } festede meldinger
    }
thread-history = Slik er meldingen endret
thread-version-now = Nå
thread-linked = Tiltak som meldingen lenker til
thread-term = På bokmål:
thread-term-caution = Ikke det samme

## Writing
thread-marks = Formater
thread-bold = Fet
thread-list = Liste
thread-link = Lenke
thread-quote = Sitat
thread-code = Kode
thread-mention = Nevn noen
thread-mention-found =
    { $count ->
        [one] Ett navn å velge
       *[other] { $count } navn å velge
    }
thread-everybody = alle
thread-everybody-ask =
    { $count ->
        [one] Meldingen går til én person. Er det meningen?
       *[other] Meldingen går til { $count } personer. Er det meningen?
    }
thread-everybody-send =
    { $count ->
        [one] Send til én person
       *[other] Send til { $count } personer
    }

## The conversation as a whole
thread-menu = Lagre, skriv ut, lukk
thread-print = Skriv ut
thread-export-md = Lagre som Markdown
thread-export-json = Lagre som JSON
thread-close = Lukk samtalen
thread-close-text = Alle kan lese den, men ingen kan skrive før den åpnes igjen.
thread-close-reason = Hvorfor?
thread-reopen = Åpne samtalen igjen
thread-closed = { $name } lukket samtalen { $when }.
thread-silenced = Du kan ikke skrive i nettverket fram til { $until }. { $reason }

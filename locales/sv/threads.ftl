# Conversations: lists, an open thread, the composer.
thread-about = om
thread-unread =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nya
    }
thread-is-closed = stängt
thread-waits-MENTIONED = { $name } nämner dig
thread-waits-MUNICIPALITY_MENTIONED = { $name } nämner din organisation
thread-waits-EVERYBODY_MENTIONED = { $name } skriver till alla
thread-waits-ANSWERED = { $name } svarar dig
thread-waits-ABOUT_MY_ACTION = { $name } skriver om din åtgärd
thread-none = Inga samtal än.
thread-choose = Välj ett samtal, eller börja ett nytt.
thread-new = Börja ett samtal
thread-subject = Vad vill du prata om?
thread-in-network = I vilket nätverk?
thread-start = Börja samtalet
thread-empty = Här är det tyst än så länge. Skriv det första meddelandet, gärna på ditt eget språk.
thread-older = Visa äldre meddelanden
thread-new-since = Nytt sedan du var här
thread-gone = Någon som inte är med längre
thread-message-of = Meddelande från { $name }
thread-removed = Meddelandet är borttaget.
thread-edited = ändrat
thread-reply = Svara
thread-edit = Ändra
thread-remove-ask = Ta bort meddelandet?
thread-replying-to = Svar till { $name }
thread-write = Skriv ett meddelande
thread-send = Skicka
thread-enter-sends = Skicka med Enter (nu: Ctrl + Enter)
thread-enter-sends-on = Skicka med Enter (ny rad: Skift + Enter)
thread-not-sent = Inte skickat än. Det går iväg när kontakten är tillbaka.
thread-unsent = Det du har skrivit och som inte är skickat
thread-unsent-notice =
    { $count ->
        [one] Ett meddelande du skrev är inte skickat.
       *[other] { $count } meddelanden du skrev är inte skickade.
    }
thread-left-draft = Påbörjat och inte skickat.
thread-left-edit = Din ändring av ett meddelande. Den är inte sparad.
thread-edit-theirs = Så står det nu:
thread-refused = Gick inte att skicka: { $reason } Texten är kvar här.
thread-send-again = Skicka igen
thread-copy-text = Kopiera texten
thread-copied = Kopierad
thread-drop = Släng
thread-writes-in = Jag skriver på
thread-heard = Nytt meddelande från { $name }
thread-below =
    { $count ->
        [one] { $count } nytt
       *[other] { $count } nya
    }
thread-here-alone = Bara du är här just nu.
thread-here = Här nu: { $names }
thread-here-more = Här nu: { $names } och { $count } till
thread-here-unnamed =
    { $count ->
        [one] Här nu: en person till
       *[other] Här nu: { $count } personer till
    }
thread-typing =
    { $count ->
        [one] { $names } skriver …
       *[other] { $names } skriver …
    }
thread-ended = Du är inte med i det här samtalet längre. Ladda om sidan för att se vad som har hänt.
thread-ended-signed-out = Du är utloggad. Logga in igen för att skriva. Det du har skrivit är sparat här.

## What is done with a message
thread-react = Reagera
thread-reactions = Reaktioner
thread-reaction-AGREE = Håller med
thread-reaction-THANKS = Tack
thread-reaction-GOOD_IDEA = Bra idé
thread-reaction-SURPRISED = Oj, det visste jag inte
thread-reaction-DONE_IT_TOO = Det har vi också gjort
thread-reaction-by = { $kind }, { $count }: { $names }
thread-and-more = och { $count } till
thread-pin = Fäst
thread-unpin = Lossa
thread-pinned = fäst
thread-pinned-count =
    { $count ->
        [one] Ett fäst meddelande
       *[other] { $count } fästa meddelanden
    }
thread-history = Så har meddelandet ändrats
thread-version-now = Nu
thread-linked = Åtgärder som meddelandet länkar till
thread-term = På svenska:
thread-term-caution = Inte samma sak

## Writing
thread-marks = Formatera
thread-bold = Fet
thread-list = Lista
thread-link = Länk
thread-quote = Citat
thread-code = Kod
thread-mention = Nämn någon
thread-mention-found =
    { $count ->
        [one] Ett namn att välja
       *[other] { $count } namn att välja
    }
thread-everybody = alla
thread-everybody-ask =
    { $count ->
        [one] Meddelandet går till en person. Är det meningen?
       *[other] Meddelandet går till { $count } personer. Är det meningen?
    }
thread-everybody-send =
    { $count ->
        [one] Skicka till en person
       *[other] Skicka till { $count } personer
    }

## The conversation as a whole
thread-menu = Spara, skriv ut, stäng
thread-print = Skriv ut
thread-export-md = Spara som Markdown
thread-export-json = Spara som JSON
thread-close = Stäng samtalet
thread-close-text = Alla kan läsa det, men ingen kan skriva förrän det öppnas igen.
thread-close-reason = Varför?
thread-reopen = Öppna samtalet igen
thread-closed = { $name } stängde samtalet { $when }.
thread-silenced = Du kan inte skriva i nätverket till och med { $until }. { $reason }

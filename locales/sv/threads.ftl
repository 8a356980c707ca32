# Conversations: lists, an open thread, the composer.
thread-about = om
thread-unread =
    { $count ->
        [one] { $count } ny
       *[other] { $count } nya
    }
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
thread-typing =
    { $count ->
        [one] { $names } skriver …
       *[other] { $names } skriver …
    }
thread-ended = Du är inte med i det här samtalet längre. Ladda om sidan för att se vad som har hänt.
thread-ended-signed-out = Du är utloggad. Logga in igen för att skriva. Det du har skrivit är sparat här.

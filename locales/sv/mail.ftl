# Brev. Ett brev är ämne och text, utan formatering.

mail-footer = Samverk – där kommuner lär av varandra om klimat och miljö

mail-sign-in-subject = Logga in på Samverk
mail-sign-in-body =
    Hej { $name }!

    Öppna länken och tryck på knappen för att logga in. Länken gäller i { $minutes } minuter och kan användas en gång.

    { $url }

    Var det inte du som bad om länken? Då behöver du inte göra något.

mail-sign-up-subject = Din adress på Samverk
mail-sign-up-body =
    Hej!

    Någon, troligen du, ville logga in på Samverk med den här adressen. Den har inget konto än. Öppna länken om du vill skaffa ett och be att få vara med i ett nätverk. Länken gäller i { $minutes } minuter och kan användas en gång.

    { $url }

    Var det inte du? Då behöver du inte göra något.

mail-invitation-subject = { $inviter } bjuder in dig till { $network }
mail-invitation-body =
    Hej!

    { $inviter } ({ $organisation }) bjuder in dig till { $network } på Samverk. Där delar de som arbetar med klimat och miljö i kommunerna åtgärder och erfarenheter med varandra.

    Öppna länken och tryck på knappen för att vara med. Länken gäller i { $days } dagar.

    { $url }

mail-reminder-subject = Påminnelse: { $inviter } bjuder in dig till { $network }
mail-reminder-body =
    Hej!

    { $inviter } ({ $organisation }) har bjudit in dig till { $network } på Samverk, och inbjudan väntar på dig. Där delar de som arbetar med klimat och miljö i kommunerna åtgärder och erfarenheter med varandra.

    Öppna länken och tryck på knappen för att vara med. Länken gäller i { $days } dagar.

    { $url }

mail-somebody = Någon

mail-moment = { $day } { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
} kl. { $hour }.{ $minute }

mail-waiting-subject = { $kind ->
    [mentioned] { $author } nämner dig i ”{ $thread }”
    [answered] { $author } svarar dig i ”{ $thread }”
    [action] { $author } skriver om er åtgärd i ”{ $thread }”
    [organisation] { $author } nämner er i ”{ $thread }”
    [everybody] { $author } skriver till alla i { $network }
    [daily] { $count ->
        [one] Ett meddelande väntar på dig
       *[other] { $count } meddelanden väntar på dig
    }
    [request] { $author } svarar på ”{ $thread }”
    [answers] { $count } svar på ”{ $thread }”
   *[several] { $count } meddelanden till dig i ”{ $thread }”
}
mail-waiting-body =
    Hej { $name }!

    { $items }

    Varför får du det här brevet? Någon har nämnt dig, svarat dig eller på det du söker, eller skrivit om en åtgärd som du ansvarar för, och du har inte läst det än. Hur ofta du får sådana brev väljer du här:
    { $settings }

    Stäng av dem, utan att logga in:
    { $off }

mail-waiting-item =
    { $author } ({ $organisation }), { $moment }:
    { $text }

mail-answer = { $kind ->
    [person] Fråga { $name }.
   *[action] Åtgärden: { $name }
}

mail-waiting-more = { $count ->
    [one] … och ett meddelande till.
   *[other] … och { $count } meddelanden till.
}

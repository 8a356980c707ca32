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

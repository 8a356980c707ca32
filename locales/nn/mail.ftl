# Brev. Eit brev er emne og tekst, utan formatering.

mail-footer = Samverk – der kommunar lærer av kvarandre om klima og miljø

mail-sign-in-subject = Logg inn på Samverk
mail-sign-in-body =
    Hei { $name }!

    Opne lenkja og trykk på knappen for å logge inn. Lenkja gjeld i { $minutes } minutt og kan brukast éin gong.

    { $url }

    Var det ikkje du som bad om lenkja? Då treng du ikkje gjere noko.

mail-sign-up-subject = Adressa di på Samverk
mail-sign-up-body =
    Hei!

    Nokon, truleg du, ville logge inn på Samverk med denne adressa. Ho har ingen konto enno. Opne lenkja om du vil ha ein og be om å få vere med i eit nettverk. Lenkja gjeld i { $minutes } minutt og kan brukast éin gong.

    { $url }

    Var det ikkje du? Då treng du ikkje gjere noko.

mail-invitation-subject = { $inviter } inviterer deg til { $network }
mail-invitation-body =
    Hei!

    { $inviter } ({ $organisation }) inviterer deg til { $network } på Samverk. Der deler dei som arbeider med klima og miljø i kommunane, tiltak og erfaringar med kvarandre.

    Opne lenkja og trykk på knappen for å bli med. Lenkja gjeld i { $days } dagar.

    { $url }

mail-reminder-subject = Påminning: { $inviter } inviterer deg til { $network }
mail-reminder-body =
    Hei!

    { $inviter } ({ $organisation }) har invitert deg til { $network } på Samverk, og invitasjonen ventar på deg. Der deler dei som arbeider med klima og miljø i kommunane, tiltak og erfaringar med kvarandre.

    Opne lenkja og trykk på knappen for å bli med. Lenkja gjeld i { $days } dagar.

    { $url }

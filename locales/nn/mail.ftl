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

mail-somebody = Nokon

mail-moment = { $day }. { $month ->
    [1] januar
    [2] februar
    [3] mars
    [4] april
    [5] mai
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] desember
} kl. { $hour }.{ $minute }

mail-waiting-subject = { $kind ->
    [mentioned] { $author } nemner deg i «{ $thread }»
    [answered] { $author } svarar deg i «{ $thread }»
    [action] { $author } skriv om tiltaket dykkar i «{ $thread }»
    [organisation] { $author } nemner dykk i «{ $thread }»
    [everybody] { $author } skriv til alle i { $network }
    [daily] { $count ->
        [one] Éi melding ventar på deg
       *[other] { $count } meldingar ventar på deg
    }
    [request] { $author } svarar på «{ $thread }»
    [answers] { $count } svar på «{ $thread }»
   *[several] { $count } meldingar til deg i «{ $thread }»
}
mail-waiting-body =
    Hei { $name }!

    { $items }

    Kvifor får du dette brevet? Nokon har nemnt deg, svart deg eller på det du leitar etter, eller skrive om eit tiltak som du har ansvar for, og du har ikkje lese det enno. Kor ofte du får slike brev, vel du her:
    { $settings }

    Slå dei av, utan å logge inn:
    { $off }

mail-waiting-item =
    { $author } ({ $organisation }), { $moment }:
    { $text }

mail-answer = { $kind ->
    [person] Spør { $name }.
   *[action] Tiltaket: { $name }
}

mail-waiting-more = { $count ->
    [one] … og éi melding til.
   *[other] … og { $count } meldingar til.
}

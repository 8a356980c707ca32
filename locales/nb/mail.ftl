# Brev. Et brev er emne og tekst, uten formatering.

mail-footer = Samverk – der kommuner lærer av hverandre om klima og miljø

mail-sign-in-subject = Logg inn i Samverk
mail-sign-in-body =
    Hei { $name }!

    Åpne lenken og trykk på knappen for å logge inn. Lenken gjelder i { $minutes } minutter og kan brukes én gang.

    { $url }

    Var det ikke du som ba om lenken? Da trenger du ikke gjøre noe.

mail-sign-up-subject = Adressen din i Samverk
mail-sign-up-body =
    Hei!

    Noen, trolig du, ville logge inn i Samverk med denne adressen. Den har ingen konto ennå. Åpne lenken hvis du vil ha en og be om å få være med i et nettverk. Lenken gjelder i { $minutes } minutter og kan brukes én gang.

    { $url }

    Var det ikke du? Da trenger du ikke gjøre noe.

mail-invitation-subject = { $inviter } inviterer deg med i { $network }
mail-invitation-body =
    Hei!

    { $inviter } ({ $organisation }) inviterer deg med i { $network } i Samverk. Der deler de som arbeider med klima og miljø i kommunene, tiltak og erfaringer med hverandre.

    Åpne lenken og trykk på knappen for å bli med. Lenken gjelder i { $days } dager.

    { $url }

mail-reminder-subject = Påminnelse: { $inviter } inviterer deg med i { $network }
mail-reminder-body =
    Hei!

    { $inviter } ({ $organisation }) har invitert deg med i { $network } i Samverk, og invitasjonen venter på deg. Der deler de som arbeider med klima og miljø i kommunene, tiltak og erfaringer med hverandre.

    Åpne lenken og trykk på knappen for å bli med. Lenken gjelder i { $days } dager.

    { $url }

mail-somebody = Noen

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
    [mentioned] { $author } nevner deg i «{ $thread }»
    [answered] { $author } svarer deg i «{ $thread }»
    [action] { $author } skriver om tiltaket deres i «{ $thread }»
    [organisation] { $author } nevner dere i «{ $thread }»
    [everybody] { $author } skriver til alle i { $network }
    [daily] { $count ->
        [one] Én melding venter på deg
       *[other] { $count } meldinger venter på deg
    }
    [request] { $author } svarer på «{ $thread }»
    [answers] { $count } svar på «{ $thread }»
   *[several] { $count } meldinger til deg i «{ $thread }»
}
mail-waiting-body =
    Hei { $name }!

    { $items }

    Hvorfor får du dette brevet? Noen har nevnt deg, svart deg eller på det du leter etter, eller skrevet om et tiltak som du har ansvar for, og du har ikke lest det ennå. Hvor ofte du får slike brev, velger du her:
    { $settings }

    Slå dem av, uten å logge inn:
    { $off }

mail-waiting-item =
    { $author } ({ $organisation }), { $moment }:
    { $text }

mail-answer = { $kind ->
    [person] Spør { $name }.
   *[action] Tiltaket: { $name }
}

mail-waiting-more = { $count ->
    [one] … og én melding til.
   *[other] … og { $count } meldinger til.
}

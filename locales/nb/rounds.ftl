# Oppfølging: brev til dem som svarer, det rapporten fylles ut med, og det som står i filene.

mail-follow-up-subject = { $review ->
    [1] Skal målene bli stående? { $round }, { $organisation }
   *[0] Hvordan går det? { $round }, { $organisation }
}
mail-follow-up-body =
    Hei { $name }!

    { $asker } i { $organisation } ber deg { $review ->
        [1] ta stilling til mål
       *[0] fortelle hvordan det går med det du har ansvar for
    } i «{ $programme }». Det er { $count ->
        [one] ett spørsmål
       *[other] { $count } spørsmål
    }, og svarene trengs senest { $due }.

    { $message }Åpne skjemaet her. Du trenger ingen konto, og det du skriver, lagres mens du skriver:
    { $url }

    Lenken er din egen. Den virker til oppfølgingen er avsluttet, så du kan svare litt om gangen.

mail-follow-up-reminder-subject = Påminnelse: { $round }, { $organisation }
mail-follow-up-reminder-body =
    Hei { $name }!

    { $count ->
        [one] Ett spørsmål venter
       *[other] { $count } spørsmål venter
    } fortsatt på svaret ditt i oppfølgingen av «{ $programme }». { $asker } i { $organisation } trenger svarene senest { $due }.

    { $message }Åpne skjemaet her. Du trenger ingen konto, og det du allerede har skrevet, er der fortsatt:
    { $url }

round-day = { $day }. { $month ->
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
} { $year }

error-round-empty = Programmet har ikke noe å følge opp ennå. Legg til mål og tiltak først.
error-round-open = En slik runde er allerede åpen. Avslutt den før du åpner den neste.
error-round-closed = Runden er avsluttet. Svarene kan leses, men ikke endres.
error-due-past = Den siste svardagen har allerede vært.
error-due-far = Den siste svardagen kan være høyst to år frem i tid.
error-round-all-answered = Alle har svart, så det er ingen å minne på.
error-followup-link = Lenken åpner ikke noe skjema. Kanskje har noen andre tatt over spørsmålene, eller så er runden fjernet. Spør den som sendte brevet.
error-answer-conflict = Noen andre har svart på spørsmålet mens du skrev. Teksten din er der fortsatt; sammenlign og lagre på nytt.
error-grade = Karakteren skal være fra 1 til 5.
error-answer-kind = Det svaret passer ikke til spørsmålet.
error-answer-reason = Det som måles, viser «{ $measured ->
    [REACHED] Nådd
    [ON_TRACK] På vei til å nås i tide
    [AT_RISK] Usikkert
   *[OFF_TRACK] Nås ikke i tide
}». Skriv kort hvorfor du vurderer det annerledes, så lagres svaret.
error-report-there = Runden har allerede en rapport.
error-report-long = Rapporten er { $lines ->
    [one] én linje
   *[other] { $lines } linjer
} lengre enn to sider. Kort den ned, så kan den deles.
error-report-long-shared = Rapporten er delt og har nå blitt { $lines ->
    [one] én linje
   *[other] { $lines } linjer
} lengre enn to sider, så endringen er ikke lagret ennå. Den som har lenken, ser teksten slik den var. Kort den ned, så lagres den; det du har skrevet, står her fortsatt.
error-report-link = Lenken viser ingen rapport. Se etter at hele adressen kom med.
error-report-link-revoked = Lenken er trukket tilbake. Spør den som sendte den, om en ny.

## Rapporten
report-targets = { $count ->
    [one] Programmet har ett delmål.
   *[other] Programmet har { $count } delmål.
}
report-targets-reached = { $count ->
    [one] Ett er nådd.
   *[other] { $count } er nådd.
}
report-targets-on-track = { $count ->
    [one] Ett er på vei til å nås i tide.
   *[other] { $count } er på vei til å nås i tide.
}
report-targets-at-risk = { $count ->
    [one] For ett er det usikkert.
   *[other] For { $count } er det usikkert.
}
report-targets-off-track = { $count ->
    [one] Ett nås ikke i tide hvis ikke mer blir gjort.
   *[other] { $count } nås ikke i tide hvis ikke mer blir gjort.
}
report-targets-unknown = { $count ->
    [one] Ett er ikke vurdert ennå.
   *[other] { $count } er ikke vurdert ennå.
}
report-since-same = Vurderingen er den samme som ved forrige oppfølging.
report-since-better = { $better ->
    [one] Siden forrige oppfølging ser ett delmål bedre ut.
   *[other] Siden forrige oppfølging ser { $better } delmål bedre ut.
}
report-since-worse = { $worse ->
    [one] Siden forrige oppfølging ser ett delmål dårligere ut.
   *[other] Siden forrige oppfølging ser { $worse } delmål dårligere ut.
}
report-since-both = Siden forrige oppfølging ser { $better } delmål bedre ut og { $worse } dårligere.
report-actions-done = { $count ->
    [one] Ett tiltak er gjennomført:
   *[other] { $count } tiltak er gjennomført:
}
report-actions-ongoing = { $count ->
    [one] Ett tiltak er i gang.
   *[other] { $count } tiltak er i gang.
}
report-example = – «{ $title }»
report-example-said = – «{ $title }»: { $comment }
report-more = { $count ->
    [one] – og én til
   *[other] – og { $count } til
}
report-drivers-good = Dette driver arbeidet fremover:
report-drivers-hard = Dette gjør det vanskelig:
report-drivers-none = De ansvarlige har ennå ikke fortalt hva som driver arbeidet, eller hva som er vanskelig.
report-decide-accept = Oppfølgingen foreslås godkjent.
report-decide-off-track = Ta også stilling til hvordan de delmålene som ikke nås i tide, skal nås: med flere tiltak, mer ressurser eller en ny tidsplan.
report-review = { $count ->
    [0] Ingen mål er prøvd ennå.
    [one] Ett mål er prøvd.
   *[other] { $count } mål og delmål er prøvd.
}
report-review-keep = { $count ->
    [one] Ett gjelder fortsatt slik det er.
   *[other] { $count } gjelder fortsatt slik de er.
}
report-review-change = { $count ->
    [one] Ett må endres.
   *[other] { $count } må endres.
}
report-review-drop = { $count ->
    [one] Ett foreslås fjernet.
   *[other] { $count } foreslås fjernet.
}
report-review-silent = { $count ->
    [one] Om ett til har ingen svart ennå.
   *[other] Om { $count } til har ingen svart ennå.
}
report-why-change = Derfor må disse endres:
report-why-drop = Derfor foreslås disse fjernet:
report-why-nothing = Ingen mål trenger å endres eller fjernes, mener de som har svart.
report-decide-review = Prøvingen foreslås godkjent.
report-decide-change = Gi i oppdrag å lage forslag til endring av:
report-decide-drop = Vedta å fjerne:

## Filene
round-file-round = Om runden
round-file-fact = Opplysning
round-file-content = Innhold
round-file-organisation = Organisasjon
round-file-programme = Program
round-file-round-name = Runde
round-file-round-kind = Hva den gjelder
round-file-round-YEAR = Året
round-file-round-HALF_YEAR = Halvåret
round-file-round-REVIEW = Aktualitetsprøving
round-file-opened = Åpnet
round-file-answers-by = Svar senest
round-file-closed = Avsluttet
round-file-message = Til dem som svarer
round-file-compared = Sammenlignet med
round-file-report-title = Overskriften i rapporten
round-file-report-done = Hva vi har gjort
round-file-report-drivers = Hva som driver arbeidet
round-file-report-decision = Hva vi ber dere vedta
round-file-entries = Mål og tiltak
round-file-changes = Endringer
round-file-people = Ansvarlige
round-file-kind = Hva
round-file-kind-goal = Mål
round-file-kind-target = Delmål
round-file-kind-action = Tiltak
round-file-area = Satsingsområde
round-file-goal = Overordnet mål
round-file-title = Navn
round-file-due = Senest
round-file-own-status = Status i programmet
round-file-status = Svart status
round-file-decision = Vedtak
round-file-grade = Karakter 1–5
round-file-comment = Kommentar
round-file-respondent = Ansvarlig
round-file-by = Svart av
round-file-for = Svart for noen andre
round-file-yes = ja
round-file-at = Svart
round-file-starts = Starter
round-file-cost = Kostnad
round-file-currency = Valuta
round-file-effect = Tonn CO₂-ekvivalenter
round-file-change = Endring
round-file-before = Før
round-file-after = Etter
round-file-name = Navn
round-file-email = E-post
round-file-asked = Spørsmål
round-file-answered = Besvart
round-file-reminded = Sist minnet på
round-status-NOT_ASSESSED = Ikke vurdert
round-status-ON_TRACK = På vei
round-status-AT_RISK = Usikkert
round-status-OFF_TRACK = Når ikke målet
round-status-REACHED = Nådd
round-status-IDEA = Idé
round-status-PLANNED = Planlagt
round-status-ONGOING = I gang
round-status-DONE = Gjennomført
round-status-PAUSED = På vent
round-status-CANCELLED = Avbrutt
round-decision-KEEP = Behold
round-decision-CHANGE = Endre
round-decision-DROP = Fjern
round-change-IMPROVED = Bedre
round-change-WORSE = Dårligere
round-change-NEW = Nytt
round-change-GONE = Borte
round-change-CHANGED = Endret
round-change-SAME = Som før

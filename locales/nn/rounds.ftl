# Oppfølging: brev til dei som svarar, det rapporten blir fylt ut med, og det som står i filene.

mail-follow-up-subject = { $review ->
    [1] Skal måla stå ved lag? { $round }, { $organisation }
   *[0] Korleis går det? { $round }, { $organisation }
}
mail-follow-up-body =
    Hei { $name }!

    { $asker } i { $organisation } ber deg { $review ->
        [1] ta stilling til mål
       *[0] fortelje korleis det går med det du har ansvar for
    } i «{ $programme }». Det er { $count ->
        [one] eitt spørsmål
       *[other] { $count } spørsmål
    }, og svara trengst seinast { $due }.

    { $message }Opne skjemaet her. Du treng ingen konto, og det du skriv, blir lagra medan du skriv:
    { $url }

    Lenkja er di eiga. Ho verkar til oppfølginga er avslutta, så du kan svare litt om gongen.

mail-follow-up-reminder-subject = Påminning: { $round }, { $organisation }
mail-follow-up-reminder-body =
    Hei { $name }!

    { $count ->
        [one] Eitt spørsmål ventar
       *[other] { $count } spørsmål ventar
    } framleis på svaret ditt i oppfølginga av «{ $programme }». { $asker } i { $organisation } treng svara seinast { $due }.

    { $message }Opne skjemaet her. Du treng ingen konto, og det du alt har skrive, er der framleis:
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

error-round-empty = Programmet har ikkje noko å følgje opp enno. Legg til mål og tiltak først.
error-round-open = Ein slik runde er alt open. Avslutt han før du opnar den neste.
error-round-closed = Runden er avslutta. Svara kan lesast, men ikkje endrast.
error-due-past = Den siste svardagen har alt vore.
error-due-far = Den siste svardagen kan vere høgst to år fram i tid.
error-round-all-answered = Alle har svart, så det er ingen å minne på.
error-followup-link = Lenkja opnar ikkje noko skjema. Kanskje har nokon annan teke over spørsmåla, eller så er runden fjerna. Spør den som sende brevet.
error-answer-conflict = Nokon annan har svart på spørsmålet medan du skreiv. Teksten din er der framleis; samanlikn og lagre på nytt.
error-grade = Karakteren skal vere frå 1 til 5.
error-answer-kind = Det svaret passar ikkje til spørsmålet.
error-answer-reason = Det som blir målt, viser «{ $measured ->
    [REACHED] Nådd
    [ON_TRACK] På veg til å bli nådd i tide
    [AT_RISK] Usikkert
   *[OFF_TRACK] Blir ikkje nådd i tide
}». Skriv kort kvifor du vurderer det annleis, så blir svaret lagra.
error-report-there = Runden har alt ein rapport.
error-report-long = Rapporten er { $lines ->
    [one] éi linje
   *[other] { $lines } linjer
} lengre enn to sider. Kort han ned, så kan han delast.
error-report-long-shared = Rapporten er delt og har no vorte { $lines ->
    [one] éi linje
   *[other] { $lines } linjer
} lengre enn to sider, så endringa er ikkje lagra enno. Den som har lenkja, ser teksten slik han var. Kort han ned, så blir han lagra; det du har skrive, står her framleis.
error-report-link = Lenkja viser ingen rapport. Sjå etter at heile adressa kom med.
error-report-link-revoked = Lenkja er trekt tilbake. Spør den som sende ho, om ei ny.

## Rapporten
report-targets = { $count ->
    [one] Programmet har eitt delmål.
   *[other] Programmet har { $count } delmål.
}
report-targets-reached = { $count ->
    [one] Eitt er nådd.
   *[other] { $count } er nådde.
}
report-targets-on-track = { $count ->
    [one] Eitt er på veg til å bli nådd i tide.
   *[other] { $count } er på veg til å bli nådde i tide.
}
report-targets-at-risk = { $count ->
    [one] For eitt er det usikkert.
   *[other] For { $count } er det usikkert.
}
report-targets-off-track = { $count ->
    [one] Eitt blir ikkje nådd i tide om ikkje meir blir gjort.
   *[other] { $count } blir ikkje nådde i tide om ikkje meir blir gjort.
}
report-targets-unknown = { $count ->
    [one] Eitt er ikkje vurdert enno.
   *[other] { $count } er ikkje vurderte enno.
}
report-since-same = Vurderinga er den same som ved førre oppfølging.
report-since-better = { $better ->
    [one] Sidan førre oppfølging ser eitt delmål betre ut.
   *[other] Sidan førre oppfølging ser { $better } delmål betre ut.
}
report-since-worse = { $worse ->
    [one] Sidan førre oppfølging ser eitt delmål dårlegare ut.
   *[other] Sidan førre oppfølging ser { $worse } delmål dårlegare ut.
}
report-since-both = Sidan førre oppfølging ser { $better } delmål betre ut og { $worse } dårlegare.
report-actions-done = { $count ->
    [one] Eitt tiltak er gjennomført:
   *[other] { $count } tiltak er gjennomførte:
}
report-actions-ongoing = { $count ->
    [one] Eitt tiltak er i gang.
   *[other] { $count } tiltak er i gang.
}
report-example = – «{ $title }»
report-example-said = – «{ $title }»: { $comment }
report-more = { $count ->
    [one] – og éin til
   *[other] – og { $count } til
}
report-drivers-good = Dette driv arbeidet framover:
report-drivers-hard = Dette gjer det vanskeleg:
report-drivers-none = Dei ansvarlege har ikkje fortalt enno kva som driv arbeidet, eller kva som er vanskeleg.
report-decide-accept = Oppfølginga blir foreslått godkjend.
report-decide-off-track = Ta òg stilling til korleis dei delmåla som ikkje blir nådde i tide, skal nåast: med fleire tiltak, meir ressursar eller ein ny tidsplan.
report-review = { $count ->
    [0] Ingen mål er prøvde enno.
    [one] Eitt mål er prøvd.
   *[other] { $count } mål og delmål er prøvde.
}
report-review-keep = { $count ->
    [one] Eitt gjeld framleis slik det er.
   *[other] { $count } gjeld framleis slik dei er.
}
report-review-change = { $count ->
    [one] Eitt må endrast.
   *[other] { $count } må endrast.
}
report-review-drop = { $count ->
    [one] Eitt blir foreslått teke bort.
   *[other] { $count } blir foreslått tekne bort.
}
report-review-silent = { $count ->
    [one] Om eitt til har ingen svart enno.
   *[other] Om { $count } til har ingen svart enno.
}
report-why-change = Difor må desse endrast:
report-why-drop = Difor blir desse foreslått tekne bort:
report-why-nothing = Ingen mål treng å endrast eller takast bort etter det dei som har svart, meiner.
report-decide-review = Prøvinga blir foreslått godkjend.
report-decide-change = Gi i oppdrag å lage framlegg til endring av:
report-decide-drop = Vedta å ta bort:

## Filene
round-file-round = Om runden
round-file-fact = Opplysing
round-file-content = Innhald
round-file-organisation = Organisasjon
round-file-programme = Program
round-file-round-name = Runde
round-file-round-kind = Kva han gjeld
round-file-round-YEAR = Året
round-file-round-HALF_YEAR = Halvåret
round-file-round-REVIEW = Aktualitetsprøving
round-file-opened = Opna
round-file-answers-by = Svar seinast
round-file-closed = Avslutta
round-file-message = Til dei som svarar
round-file-compared = Samanlikna med
round-file-report-title = Overskrifta i rapporten
round-file-report-done = Kva vi har gjort
round-file-report-drivers = Kva som driv arbeidet
round-file-report-decision = Kva vi ber dykk vedta
round-file-entries = Mål og tiltak
round-file-changes = Endringar
round-file-people = Ansvarlege
round-file-kind = Kva
round-file-kind-goal = Mål
round-file-kind-target = Delmål
round-file-kind-action = Tiltak
round-file-area = Satsingsområde
round-file-goal = Overordna mål
round-file-title = Namn
round-file-due = Seinast
round-file-own-status = Status i programmet
round-file-status = Svara status
round-file-decision = Vedtak
round-file-grade = Karakter 1–5
round-file-comment = Kommentar
round-file-respondent = Ansvarleg
round-file-by = Svart av
round-file-for = Svart for nokon annan
round-file-yes = ja
round-file-at = Svart
round-file-starts = Startar
round-file-cost = Kostnad
round-file-currency = Valuta
round-file-effect = Tonn CO₂-ekvivalentar
round-file-change = Endring
round-file-before = Før
round-file-after = Etter
round-file-name = Namn
round-file-email = E-post
round-file-asked = Spørsmål
round-file-answered = Svart på
round-file-reminded = Sist mint på
round-status-NOT_ASSESSED = Ikkje vurdert
round-status-ON_TRACK = På veg
round-status-AT_RISK = Usikkert
round-status-OFF_TRACK = Når ikkje målet
round-status-REACHED = Nådd
round-status-IDEA = Idé
round-status-PLANNED = Planlagt
round-status-ONGOING = I gang
round-status-DONE = Gjennomført
round-status-PAUSED = På vent
round-status-CANCELLED = Avbrote
round-decision-KEEP = Behald
round-decision-CHANGE = Endre
round-decision-DROP = Ta bort
round-change-IMPROVED = Betre
round-change-WORSE = Dårlegare
round-change-NEW = Nytt
round-change-GONE = Borte
round-change-CHANGED = Endra
round-change-SAME = Som før

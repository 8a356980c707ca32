# Oppfølging: rundar, skjema, samanlikning, rapport.
programme-rounds = Oppfølging
programme-rounds-lead = I ein runde får kvar og ein som har ansvar for noko, ei lenkje til eit kort skjema. Når de avsluttar, blir stoda frosen, så de kan samanlikne og fortelje.
programme-rounds-none = Her er det inga oppfølging enno. Peik først ut kven som har ansvar for kva, og opne så den første runden.
programme-round-responsible = Ansvarlege
programme-round-responsible-lead = Vel mål og tiltak, og sei kven som svarar for dei. Det treng ikkje vere nokon som har konto. Den som svarar for fleire, får eitt brev og eitt skjema.
programme-round-responsible-save = Lagre ansvarleg
programme-round-responsible-clear = Ta bort ansvarleg
programme-round-responsible-set = { $name } svarar no for { $count ->
    [one] eitt mål eller tiltak
   *[other] { $count } mål og tiltak
}.
programme-round-responsible-cleared = Dei valde har ingen ansvarleg lenger.
programme-round-nobody = Ingen ansvarleg
programme-round-nothing = Programmet har ingen mål eller tiltak enno.
programme-round-who = { $count ->
    [0] Kven svarar for det du vel?
    [one] Kven svarar for det valde?
   *[other] Kven svarar for dei { $count } valde?
}
programme-round-known = Nokon som alt svarar for noko
programme-round-known-none = Nokon annan
programme-round-person-name = Namn
programme-round-person-language = Språk i breva
programme-round-email-hint = Hit går lenkja til skjemaet.
programme-round-kinds-GOAL = Overordna mål
programme-round-kinds-TARGET = Delmål
programme-round-kinds-ACTION = Tiltak
programme-round-kind-of-GOAL = Overordna mål
programme-round-kind-of-TARGET = Delmål
programme-round-kind-of-ACTION = Tiltak
programme-round-new = Ny runde
programme-round-kind = Kva gjeld han?
programme-round-kind-YEAR = Året
programme-round-kind-HALF_YEAR = Halvåret
programme-round-kind-REVIEW = Aktualitetsprøving
programme-round-kind-hint-YEAR = Korleis gjekk det med delmål og tiltak?
programme-round-kind-hint-HALF_YEAR = Dei same spørsmåla, midt i arbeidet.
programme-round-kind-hint-REVIEW = Mål for mål: behalde, endre eller ta bort, og kvifor.
programme-round-name = Namn
programme-round-name-YEAR = Oppfølging { $year }
programme-round-name-HALF_YEAR = Halvårsoppfølging { $year }
programme-round-name-REVIEW = Aktualitetsprøving { $year }
programme-round-due = Siste svardag
programme-round-message = Helsing til dei som svarar
programme-round-message-hint = Til dømes kva svara skal brukast til.
programme-round-open-note = Når du opnar runden, går breva ut. Dei som ikkje har svart, blir minte på det tre dagar før siste svardag.
programme-round-open = Opne og send
programme-round-open-until = Open, svar seinast { $date }
programme-round-closed-at = Avslutta { $date }
programme-round-silent = { $count ->
    [one] Éin har ikkje svart
   *[other] { $count } har ikkje svart
}
programme-round-all-answered = Alle har svart
programme-round-people = Dei som svarar
programme-round-no-people = Ingen har ansvar for noko i denne runden. Svar sjølv her nedanfor, eller peik ut ansvarlege: då får dei eit brev.
programme-round-remind-all = Minn på alle som ikkje har svart
programme-round-remind = Minn på
programme-round-reminded = { $count ->
    [one] Ei påminning er på veg.
   *[other] { $count } påminningar er på veg.
}
programme-round-has-answered = Har svart
programme-round-reminded-at = Mint på { $date }
programme-round-seen = Har opna skjemaet
programme-round-mailed = Brev sendt { $date }
programme-round-mailing = Brevet er på veg
programme-round-mail-failed = Brevet kom ikkje fram. Sjå over adressa under Ansvarlege.
programme-round-answers = Svar
programme-round-elsewhere = Utan mål
programme-round-no-answer = Ikkje noko svar enno
programme-round-answered-by = Svart av { $name }
programme-round-answered-for = Svart av { $name } for { $other }
programme-round-asked = { $name } er spurd
programme-round-answer-for = Svar
programme-round-change-answer = Endre svaret
programme-round-answer-done = Ferdig
programme-round-gone = Teke ut av programmet
programme-round-report = Rapport til politikarane
programme-round-report-begin = Skriv rapport til politikarane
programme-round-changes = Kva er endra?
programme-round-xlsx = Hent som Excel
programme-round-csv = Som CSV:
programme-round-csv-round = Om runden
programme-round-csv-entries = Mål og tiltak
programme-round-csv-changes = Endringar
programme-round-csv-people = Ansvarlege
programme-round-close-title = Avslutt runden
programme-round-close-text = Når runden blir avslutta, blir måla, tiltaka og svara frosne slik dei er no. Lenkjene viser svara, men tek ikkje imot fleire. Det kan ikkje gjerast om.
programme-round-close = Avslutt
programme-round-close-missing = { $count ->
    [one] Eitt spørsmål manglar svar. Det blir ståande utan.
   *[other] { $count } spørsmål manglar svar. Dei blir ståande utan.
}
programme-round-take-statuses = Lat svara bli statusen til delmåla i programmet
programme-round-closed-now = Runden er avslutta, og stoda er frosen.
programme-round-change = Endre runden
programme-round-delete = Ta bort runden
programme-round-delete-text = { $count ->
    [0] Ingen svar har kome. Lenkjene i breva sluttar å verke.
    [one] Eitt svar forsvinn, og lenkjene i breva sluttar å verke.
   *[other] { $count } svar forsvinn, og lenkjene i breva sluttar å verke.
}

## Skjemaet
programme-round-form = Skjema
programme-round-form-lead = Hei { $name }! Korleis går det? { $count ->
    [one] Det er eitt spørsmål
   *[other] Det er { $count } spørsmål
}, og svara trengst seinast { $date }.
programme-round-form-lead-review = Hei { $name }! Gjeld måla framleis? { $count ->
    [one] Det er eitt mål
   *[other] Det er { $count } mål
}, og svara trengst seinast { $date }.
programme-round-form-saves = Det du skriv, blir lagra medan du skriv. Du kan lukke sida og halde fram seinare med den same lenkja.
programme-round-form-closed = Runden er avslutta. Du kan lese svara, men ikkje endre dei.
programme-round-form-progress = { $answered } av { $asked } er svarte på
programme-round-form-done = Alt er svart på. Takk! Du kan endre svara til runden blir avslutta.
programme-round-ask-status = Korleis står det til?
programme-round-ask-comment = Fortel kort
programme-round-comment-hint = Kva er gjort, kva har hjelpt, og kva er vanskeleg? Nokre setningar er nok.
programme-round-ask-review = Kva skal skje med målet?
programme-round-ask-reason = Kvifor?
programme-round-reason-hint = Trengst om målet skal endrast eller takast bort.
programme-round-ask-grade = Kor godt går arbeidet?
programme-round-grade-hint = 1 er dårleg, 5 er svært godt. Trykk éin gong til for å ta bort.
programme-round-grade-is = Karakter { $grade } av 5
programme-round-last = Førre gong:
programme-round-saving = Lagrar …
programme-round-saved = Lagra
programme-round-saved-begun = Lagra. Spørsmålet er ikkje svart på enno.
programme-round-conflict = { $name } har svart noko anna medan du skreiv:
programme-round-keep-mine = Behald mitt
programme-round-keep-theirs = Ta det andre

## Status og endringar
programme-round-status-NOT_ASSESSED = Kan ikkje vurderast enno
programme-round-status-ON_TRACK = På veg til å bli nådd i tide
programme-round-status-AT_RISK = Usikkert
programme-round-status-OFF_TRACK = Blir ikkje nådd i tide
programme-round-status-REACHED = Nådd
programme-round-status-IDEA = Idé
programme-round-status-PLANNED = Planlagt
programme-round-status-ONGOING = I gang
programme-round-status-DONE = Gjennomført
programme-round-status-PAUSED = På vent
programme-round-status-CANCELLED = Avbrote
programme-round-status-KEEP = Behald slik det er
programme-round-status-CHANGE = Endre
programme-round-status-DROP = Ta bort
programme-round-since-before = Sidan { $name }
programme-round-since-closed = Sidan runden vart avslutta
programme-round-nothing-before = Det finst ingen tidlegare runde å samanlikne med.
programme-round-no-changes = Ingenting er endra.
programme-round-was-called = Heitte før: { $title }
programme-round-became = vart
programme-round-same = { $count ->
    [one] Éin ting er som før.
   *[other] { $count } ting er som før.
}
programme-round-change-IMPROVED = Betre ({ $count })
programme-round-change-WORSE = Dårlegare ({ $count })
programme-round-change-CHANGED = Endra ({ $count })
programme-round-change-NEW = Nytt ({ $count })
programme-round-change-GONE = Borte ({ $count })

## Rapporten
programme-round-report-lead = Høgst to sider i heile setningar, for den som skal ta avgjerder. Han er fylt ut frå svara; endre han til han er dykkar eigen. Del han gjerne alt medan runden går.
programme-round-report-none = Rapporten er ikkje påbyrja. Han blir fylt ut frå dei svara som har kome.
programme-round-report-title = Overskrift
programme-round-report-done = Kva vi har gjort
programme-round-report-drivers = Kva som driv arbeidet
programme-round-report-decision = Kva vi ber dykk vedta
programme-round-report-hint-done = Korleis står det til, og kva har hendt sidan sist?
programme-round-report-hint-drivers = Kva hjelper, og kva er vanskeleg?
programme-round-report-hint-decision = Så tydeleg at ein kan seie ja eller nei.
programme-round-report-fits = Rapporten får plass på to sider.
programme-round-report-long = Lagra, men { $lines ->
    [one] éi linje
   *[other] { $lines } linjer
} for lang for to sider. Kort han ned litt til, så kan han delast.
programme-round-report-suggest = Fyll ut på nytt frå svara
programme-round-report-take = Bruk denne teksten
programme-round-report-conflict = Nokon annan har endra rapporten medan du skreiv. Slik står det no:
programme-round-report-edited = Sist endra { $date }
programme-round-report-open = Oppfølginga går framleis, så teksten kan bli endra.
programme-round-print = Skriv ut
programme-round-links = Lenkjer til rapporten
programme-round-links-text = Den som har lenkja, kan lese rapporten utan konto, slik han er akkurat då, til du trekkjer lenkja tilbake.
programme-round-link-label = Kven er lenkja til?
programme-round-link-make = Lag lenkje
programme-round-link-once = Kopier lenkja no. Ho blir berre vist denne eine gongen:
programme-round-link-made = Laga { $date }
programme-round-link-revoke = Trekk tilbake
programme-round-link-revoked = Trekt tilbake { $date }
programme-round-home = { $name }: { $count ->
    [one] eitt spørsmål ventar
   *[other] { $count } spørsmål ventar
} på svaret ditt, seinast { $date }

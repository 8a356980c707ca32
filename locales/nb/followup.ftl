# Oppfølging: runder, skjema, sammenligning, rapport.
programme-rounds = Oppfølging
programme-rounds-lead = I en runde får hver og en som har ansvar for noe, en lenke til et kort skjema. Når dere avslutter, fryses situasjonen, så dere kan sammenligne og fortelle.
programme-rounds-none = Her er det ingen oppfølging ennå. Pek først ut hvem som har ansvar for hva, og åpne så den første runden.
programme-round-responsible = Ansvarlige
programme-round-responsible-lead = Velg mål og tiltak, og si hvem som svarer for dem. Det trenger ikke være noen som har konto. Den som svarer for flere, får ett brev og ett skjema.
programme-round-responsible-save = Lagre ansvarlig
programme-round-responsible-clear = Fjern ansvarlig
programme-round-responsible-set = { $name } svarer nå for { $count ->
    [one] ett mål eller tiltak
   *[other] { $count } mål og tiltak
}.
programme-round-responsible-cleared = De valgte har ingen ansvarlig lenger.
programme-round-nobody = Ingen ansvarlig
programme-round-nothing = Programmet har ingen mål eller tiltak ennå.
programme-round-who = { $count ->
    [0] Hvem svarer for det du velger?
    [one] Hvem svarer for det valgte?
   *[other] Hvem svarer for de { $count } valgte?
}
programme-round-known = Noen som allerede svarer for noe
programme-round-known-none = Noen andre
programme-round-person-name = Navn
programme-round-person-language = Språk i brevene
programme-round-email-hint = Hit går lenken til skjemaet.
programme-round-kinds-GOAL = Overordnede mål
programme-round-kinds-TARGET = Delmål
programme-round-kinds-ACTION = Tiltak
programme-round-kind-of-GOAL = Overordnet mål
programme-round-kind-of-TARGET = Delmål
programme-round-kind-of-ACTION = Tiltak
programme-round-new = Ny runde
programme-round-kind = Hva gjelder den?
programme-round-kind-YEAR = Året
programme-round-kind-HALF_YEAR = Halvåret
programme-round-kind-REVIEW = Aktualitetsprøving
programme-round-kind-hint-YEAR = Hvordan gikk det med delmål og tiltak?
programme-round-kind-hint-HALF_YEAR = De samme spørsmålene, midt i arbeidet.
programme-round-kind-hint-REVIEW = Mål for mål: beholde, endre eller fjerne, og hvorfor.
programme-round-name = Navn
programme-round-name-YEAR = Oppfølging { $year }
programme-round-name-HALF_YEAR = Halvårsoppfølging { $year }
programme-round-name-REVIEW = Aktualitetsprøving { $year }
programme-round-due = Siste svardag
programme-round-message = Hilsen til dem som svarer
programme-round-message-hint = For eksempel hva svarene skal brukes til.
programme-round-open-note = Når du åpner runden, går brevene ut. De som ikke har svart, får en påminnelse tre dager før siste svardag.
programme-round-open = Åpne og send
programme-round-open-until = Åpen, svar senest { $date }
programme-round-closed-at = Avsluttet { $date }
programme-round-silent = { $count ->
    [one] Én har ikke svart
   *[other] { $count } har ikke svart
}
programme-round-all-answered = Alle har svart
programme-round-people = De som svarer
programme-round-no-people = Ingen har ansvar for noe i denne runden. Svar selv her nedenfor, eller pek ut ansvarlige: da får de et brev.
programme-round-remind-all = Minn på alle som ikke har svart
programme-round-remind = Minn på
programme-round-reminded = { $count ->
    [one] En påminnelse er på vei.
   *[other] { $count } påminnelser er på vei.
}
programme-round-has-answered = Har svart
programme-round-reminded-at = Minnet på { $date }
programme-round-seen = Har åpnet skjemaet
programme-round-mailed = Brev sendt { $date }
programme-round-mailing = Brevet er på vei
programme-round-mail-failed = Brevet kom ikke frem. Se over adressen under Ansvarlige.
programme-round-answers = Svar
programme-round-elsewhere = Uten mål
programme-round-no-answer = Ikke noe svar ennå
programme-round-answered-by = Svart av { $name }
programme-round-answered-for = Svart av { $name } for { $other }
programme-round-asked = { $name } er spurt
programme-round-answer-for = Svar
programme-round-change-answer = Endre svaret
programme-round-answer-done = Ferdig
programme-round-gone = Tatt ut av programmet
programme-round-report = Rapport til politikerne
programme-round-report-begin = Skriv rapport til politikerne
programme-round-changes = Hva er endret?
programme-round-xlsx = Hent som Excel
programme-round-csv = Som CSV:
programme-round-csv-round = Om runden
programme-round-csv-entries = Mål og tiltak
programme-round-csv-changes = Endringer
programme-round-csv-people = Ansvarlige
programme-round-close-title = Avslutt runden
programme-round-close-text = Når runden avsluttes, fryses målene, tiltakene og svarene slik de er nå. Lenkene viser svarene, men tar ikke imot flere. Det kan ikke gjøres om.
programme-round-close = Avslutt
programme-round-close-missing = { $count ->
    [one] Ett spørsmål mangler svar. Det blir stående uten.
   *[other] { $count } spørsmål mangler svar. De blir stående uten.
}
programme-round-take-statuses = La svarene bli delmålenes status i programmet
programme-round-closed-now = Runden er avsluttet, og situasjonen er fryst.
programme-round-change = Endre runden
programme-round-delete = Fjern runden
programme-round-delete-text = { $count ->
    [0] Ingen svar har kommet. Lenkene i brevene slutter å virke.
    [one] Ett svar forsvinner, og lenkene i brevene slutter å virke.
   *[other] { $count } svar forsvinner, og lenkene i brevene slutter å virke.
}

## Skjemaet
programme-round-form = Skjema
programme-round-form-lead = Hei { $name }! Hvordan går det? { $count ->
    [one] Det er ett spørsmål
   *[other] Det er { $count } spørsmål
}, og svarene trengs senest { $date }.
programme-round-form-lead-review = Hei { $name }! Gjelder målene fortsatt? { $count ->
    [one] Det er ett mål
   *[other] Det er { $count } mål
}, og svarene trengs senest { $date }.
programme-round-form-saves = Det du skriver, lagres mens du skriver. Du kan lukke siden og fortsette senere med den samme lenken.
programme-round-form-closed = Runden er avsluttet. Du kan lese svarene, men ikke endre dem.
programme-round-form-progress = { $answered } av { $asked } besvart
programme-round-form-done = Alt er besvart. Takk! Du kan endre svarene til runden avsluttes.
programme-round-ask-status = Hvordan står det til?
programme-round-ask-comment = Fortell kort
programme-round-comment-hint = Hva er gjort, hva har hjulpet, og hva er vanskelig? Noen setninger er nok.
programme-round-ask-review = Hva skal skje med målet?
programme-round-ask-reason = Hvorfor?
programme-round-reason-hint = Trengs hvis målet skal endres eller fjernes.
programme-round-ask-grade = Hvor godt går arbeidet?
programme-round-grade-hint = 1 er dårlig, 5 er svært godt. Trykk én gang til for å fjerne.
programme-round-grade-is = Karakter { $grade } av 5
programme-round-last = Forrige gang:
programme-round-saving = Lagrer …
programme-round-saved = Lagret
programme-round-saved-begun = Lagret. Spørsmålet er ikke besvart ennå.
programme-round-conflict = { $name } har svart noe annet mens du skrev:
programme-round-keep-mine = Behold mitt
programme-round-keep-theirs = Ta det andre

## Status og endringer
programme-round-status-NOT_ASSESSED = Kan ikke vurderes ennå
programme-round-status-ON_TRACK = På vei til å nås i tide
programme-round-status-AT_RISK = Usikkert
programme-round-status-OFF_TRACK = Nås ikke i tide
programme-round-status-REACHED = Nådd
programme-round-status-IDEA = Idé
programme-round-status-PLANNED = Planlagt
programme-round-status-ONGOING = I gang
programme-round-status-DONE = Gjennomført
programme-round-status-PAUSED = På vent
programme-round-status-CANCELLED = Avbrutt
programme-round-status-KEEP = Behold som det er
programme-round-status-CHANGE = Endre
programme-round-status-DROP = Fjern
programme-round-since-before = Siden { $name }
programme-round-since-closed = Siden runden ble avsluttet
programme-round-nothing-before = Det finnes ingen tidligere runde å sammenligne med.
programme-round-no-changes = Ingenting er endret.
programme-round-was-called = Het før: { $title }
programme-round-became = ble
programme-round-same = { $count ->
    [one] Én ting er som før.
   *[other] { $count } ting er som før.
}
programme-round-change-IMPROVED = Bedre ({ $count })
programme-round-change-WORSE = Dårligere ({ $count })
programme-round-change-CHANGED = Endret ({ $count })
programme-round-change-NEW = Nytt ({ $count })
programme-round-change-GONE = Borte ({ $count })

## Rapporten
programme-round-report-lead = Høyst to sider i hele setninger, for den som skal ta beslutninger. Den er fylt ut fra svarene; endre den til den er deres egen. Del den gjerne allerede mens runden går.
programme-round-report-none = Rapporten er ikke påbegynt. Den fylles ut fra de svarene som har kommet.
programme-round-report-title = Overskrift
programme-round-report-done = Hva vi har gjort
programme-round-report-drivers = Hva som driver arbeidet
programme-round-report-decision = Hva vi ber dere vedta
programme-round-report-hint-done = Hvordan står det til, og hva har skjedd siden sist?
programme-round-report-hint-drivers = Hva hjelper, og hva er vanskelig?
programme-round-report-hint-decision = Så tydelig at man kan si ja eller nei.
programme-round-report-fits = Rapporten får plass på to sider.
programme-round-report-long = Lagret, men { $lines ->
    [one] én linje
   *[other] { $lines } linjer
} for lang for to sider. Kort den ned litt til, så kan den deles.
programme-round-report-suggest = Fyll ut på nytt fra svarene
programme-round-report-take = Bruk denne teksten
programme-round-report-conflict = Noen andre har endret rapporten mens du skrev. Slik står det nå:
programme-round-report-edited = Sist endret { $date }
programme-round-report-open = Oppfølgingen pågår fortsatt, så teksten kan bli endret.
programme-round-print = Skriv ut
programme-round-links = Lenker til rapporten
programme-round-links-text = Den som har lenken, kan lese rapporten uten konto, slik den er akkurat da, til du trekker lenken tilbake.
programme-round-link-label = Hvem er lenken til?
programme-round-link-make = Lag lenke
programme-round-link-once = Kopier lenken nå. Den vises bare denne ene gangen:
programme-round-link-made = Laget { $date }
programme-round-link-revoke = Trekk tilbake
programme-round-link-revoked = Trukket tilbake { $date }
programme-round-home = { $name }: { $count ->
    [one] ett spørsmål venter
   *[other] { $count } spørsmål venter
} på svaret ditt, senest { $date }

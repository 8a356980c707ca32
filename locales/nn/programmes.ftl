# Programmes: focus areas, goals, targets, and the actions that serve them.
programme-of = Program for { $organisation }
programme-none = Her er det ikkje noko program enno. Eit program samlar måla og tiltaka dykkar, og det er dit de kopierer det de finn hos andre.
programme-new = Nytt program
programme-name = Namnet på programmet
programme-name-hint = Til dømes Klimaplan 2025–2030
programme-create = Lag programmet
programme-action-count =
    { $count ->
        [one] { $count } tiltak
       *[other] { $count } tiltak
    }
programme-outline = Mål
programme-other-actions = Tiltak utan mål
programme-all-placed = Alle tiltaka høyrer til eit mål.
programme-no-actions = Programmet har ingen tiltak enno. Start med noko andre har gjort: finn eit tiltak som passar, og kopier det hit.
programme-all-own = Alle programma våre, og nytt program
programme-due = innan { $date }
programme-was-due = skulle vere klart { $date }

## How a target is going
programme-target-NOT_ASSESSED = Ikkje vurdert
programme-target-ON_TRACK = I rute
programme-target-AT_RISK = Usikkert
programme-target-OFF_TRACK = Når ikkje målet
programme-target-REACHED = Nådd

## Editing, measuring and charts of a programme
programme-sheet = Programmet og tiltaka som rekneark, til å endre i og lese inn att:
programme-edit = Rediger programmet
programme-about = Om programmet
programme-no-goals = Programmet har ingen mål enno.
programme-period = Gjeld
programme-decision = Vedtak
programme-decision-read = Les vedtaket
programme-review = Neste vurdering av om planen held
programme-review-late = Den dagen har vore.
programme-field-starts = Gjeld frå
programme-field-ends = Gjeld til og med
programme-field-decidedBy = Kven som gjorde vedtaket, til dømes kommunestyret
programme-field-decidedOn = Når det vart gjort
programme-field-decisionNumber = Saksnummer
programme-field-decisionUrl = Lenkje til vedtaket
programme-field-reviewOn = Neste vurdering av om planen held
programme-field-due = Klart innan
programme-late =
    { $count ->
        [one] { $count } mål skulle ha vore klart:
       *[other] { $count } mål skulle ha vore klare:
    }
programme-purpose = Kva målet er til for
programme-purpose-EMISSIONS = Kutte utsleppa
programme-purpose-ADAPTATION = Tilpasse seg eit endra klima
programme-purpose-OTHER = Anna miljømål
programme-risk = Risiko
programme-risk-hint = Kva kan hende, kvar og for kven?
programme-effect = Kva det gir
programme-effect-hint = Med eigne ord, til dømes skugge for 2 000 barn. Rekn det ikkje om til tonn.
programme-serves = Bidreg til: { $goals }
programme-sdg = FN-mål { $number }
programme-objectives =
    { $count ->
        [one] Nasjonale miljømål og måla til FN ({ $count } vald)
       *[other] Nasjonale miljømål og måla til FN ({ $count } valde)
    }
programme-measure = Måling: { $name }
programme-measured = Målt
programme-line = Vegen til målet
programme-trend = Om det held fram slik
programme-trend-BETTER = Går rette vegen
programme-trend-STEADY = Står stille
programme-trend-WORSE = Går feil veg
programme-newest = { $when }: { $value } { $unit }.
programme-aim = Målet er { $value } i { $when }.
programme-source = Kjelde: { $sources }
programme-measured-says = Det som blir målt, seier: { $status }.
programme-assessed = { $by } vurderer:
programme-assessed-no-reason = Det vart ikkje gitt noka grunngiving.
programme-assess = Vurder
programme-assess-status = Korleis det går
programme-assess-reason = Kvifor
programme-assess-why = Vurderer du det annleis, så skriv kvifor. Begge delar er synlege.
programme-assess-measured = Lat målinga avgjere
programme-whole = Heile programmet
programme-add-area = Legg til satsingsområde
programme-add-goal = Legg til mål
programme-add-target = Legg til delmål
programme-name-area = Namnet på satsingsområdet
programme-name-goal = Målet
programme-name-target = Delmålet
programme-hint-area = Til dømes Transport eller Levande vatn
programme-hint-goal = Kvar de vil hen, med eigne ord
programme-hint-target = Noko det går an å sjå om er nådd, til dømes Alle bilar går på straum
programme-belongs = Høyrer til
programme-up = Flytt opp
programme-down = Flytt ned
programme-moved = Flytta: { $name }
programme-deleted = Teke bort: { $name }
programme-delete-ask = Ta bort «{ $name }»?
programme-delete-along = Dette blir òg borte:
programme-delete-actions = Tiltaka blir verande i programmet.
programme-count-areas =
    { $count ->
        [one] eitt satsingsområde
       *[other] { $count } satsingsområde
    }
programme-count-goals =
    { $count ->
        [one] eitt overordna mål
       *[other] { $count } overordna mål
    }
programme-count-targets =
    { $count ->
        [one] eitt delmål
       *[other] { $count } delmål
    }
programme-count-indicators =
    { $count ->
        [one] éin indikator med alle verdiane
       *[other] { $count } indikatorar med alle verdiane
    }
programme-delete-title = Slett programmet
programme-delete-when = Dette er til for eit program som er laga ved ein feil. Eit program som er følgt opp, kan ikkje slettast, og heller ikkje eit der noko tiltak er publisert eller kopiert. Skriv då når det sluttar å gjelde.
programme-delete = Slett
programme-delete-whole = Slette programmet «{ $name }»?
programme-delete-text = Det forsvinn for alle, med historikk og alle filer, og kan ikkje hentast tilbake.
programme-delete-stays = Klimarisikoane og utsleppa under Status blir ståande, og det gjer òg tiltaka til andre som dykkar er kopiar av.
programme-delete-values =
    { $count ->
        [one] { $count } målt verdi blir borte.
       *[other] { $count } målte verdiar blir borte.
    }
programme-conflict = Nokon annan har lagra i mellomtida. Slik står det no; det du har skrive, er framleis i skjemaet. Lagre ein gong til om det er ditt som skal gjelde.
programme-indicators = Indikatorar
programme-indicators-about = Ein indikator viser om de nærmar dykk målet. Skriv kvar de byrja, kva de skal nå og når; så blir stoda rekna ut av avstanden til linja imellom.
programme-add-indicator = Legg til ein indikator
programme-catalogue = Vel frå katalogen
programme-catalogue-own = Vår eigen indikator
programme-kolada = Ligg i Kolada som nøkkeltal { $number }.
programme-measures = Kva han måler
programme-indicator-name = Namnet på indikatoren
programme-unit = Eining
programme-direction = Kva som er betre
programme-direction-LOWER = Lågare er betre
programme-direction-HIGHER = Høgare er betre
programme-yearly = Verdiane gjeld heile år
programme-baseline = Utgangspunktet
programme-aims = Kva som skal nåast
programme-aims-more = Fleire målverdiar
programme-half = Skriv både år eller dag og eit tal på kvar rad. Eit år blir skrive med fire siffer.
programme-values =
    { $count ->
        [one] Verdiar ({ $count })
       *[other] Verdiar ({ $count })
    }
programme-value = Verdi
programme-value-source = Kjelde
programme-value-licence = Lisens
programme-value-note = Merknad
programme-value-hint = Ein ny verdi for same året tek plassen til den gamle.
programme-value-add = Legg til verdien
programme-value-saved = Lagra: { $when }, { $value }
programme-close = Lukk
programme-serves-title = Kva mål tiltaket bidreg til
programme-serves-none = Programmet har ingen delmål enno.
programme-changes = Kven som har endra kva
programme-changes-none = Ingen har endra noko enno.
programme-change-ADDED = { $by } la til { $what } «{ $name }».
programme-change-CHANGED = { $by } endra { $what } «{ $name }».
programme-change-MOVED = { $by } flytta { $what } «{ $name }».
programme-change-DELETED = { $by } tok bort { $what } «{ $name }».
programme-change-ASSESSED = { $by } vurderte { $what } «{ $name }».
programme-change-VALUES = { $by } endra verdiar i { $what } «{ $name }».
programme-change-before = Før heitte det «{ $name }».
programme-object-PROGRAMME = programmet
programme-object-FOCUS_AREA = satsingsområdet
programme-object-GOAL = målet
programme-object-TARGET = delmålet
programme-object-INDICATOR = indikatoren

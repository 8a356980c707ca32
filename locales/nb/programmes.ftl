# Programmes: focus areas, goals, targets, and the actions that serve them.
programme-of = Program for { $organisation }
programme-none = Her er det ikke noe program ennå. Et program samler målene og tiltakene deres, og det er dit dere kopierer det dere finner hos andre.
programme-new = Nytt program
programme-name = Navnet på programmet
programme-name-hint = For eksempel Klimaplan 2025–2030
programme-create = Lag programmet
programme-action-count =
    { $count ->
        [one] { $count } tiltak
       *[other] { $count } tiltak
    }
programme-outline = Mål
programme-other-actions = Tiltak uten mål
programme-all-placed = Alle tiltakene hører til et mål.
programme-no-actions = Programmet har ingen tiltak ennå. Start med noe andre har gjort: finn et tiltak som passer, og kopier det hit.
programme-all-own = Alle programmene våre, og nytt program
programme-due = innen { $date }
programme-was-due = skulle være klart { $date }

## How a target is going
programme-target-NOT_ASSESSED = Ikke vurdert
programme-target-ON_TRACK = I rute
programme-target-AT_RISK = Usikkert
programme-target-OFF_TRACK = Når ikke målet
programme-target-REACHED = Nådd

## Editing, measuring and charts of a programme
programme-sheet = Programmet og tiltakene som regneark, til å endre i og lese inn igjen:
programme-edit = Rediger programmet
programme-about = Om programmet
programme-no-goals = Programmet har ingen mål ennå.
programme-period = Gjelder
programme-decision = Vedtak
programme-decision-read = Les vedtaket
programme-review = Neste vurdering av om planen holder
programme-review-late = Den dagen har vært.
programme-field-starts = Gjelder fra
programme-field-ends = Gjelder til og med
programme-field-decidedBy = Hvem som gjorde vedtaket, for eksempel kommunestyret
programme-field-decidedOn = Når det ble gjort
programme-field-decisionNumber = Saksnummer
programme-field-decisionUrl = Lenke til vedtaket
programme-field-reviewOn = Neste vurdering av om planen holder
programme-field-due = Klart innen
programme-late =
    { $count ->
        [one] { $count } mål skulle ha vært klart:
       *[other] { $count } mål skulle ha vært klare:
    }
programme-purpose = Hva målet er til for
programme-purpose-EMISSIONS = Kutte utslippene
programme-purpose-ADAPTATION = Tilpasse seg et endret klima
programme-purpose-OTHER = Annet miljømål
programme-risk = Risiko
programme-risk-hint = Hva kan skje, hvor og for hvem?
programme-effect = Hva det gir
programme-effect-hint = Med egne ord, for eksempel skygge for 2 000 barn. Regn det ikke om til tonn.
programme-serves = Bidrar til: { $goals }
programme-sdg = FN-mål { $number }
programme-objectives =
    { $count ->
        [one] Nasjonale miljømål og FNs mål ({ $count } valgt)
       *[other] Nasjonale miljømål og FNs mål ({ $count } valgte)
    }
programme-measure = Måling: { $name }
programme-measured = Målt
programme-line = Veien til målet
programme-trend = Hvis det fortsetter slik
programme-trend-BETTER = Går riktig vei
programme-trend-STEADY = Ingen endring
programme-trend-WORSE = Går feil vei
programme-newest = { $when }: { $value } { $unit }.
programme-aim = Målet for { $when } er { $value }.
programme-source = Kilde: { $sources }
programme-measured-says = Det som måles, sier: { $status }.
programme-assessed = { $by } vurderer:
programme-assessed-no-reason = Det ble ikke gitt noen begrunnelse.
programme-assess = Vurder
programme-assess-status = Hvordan det går
programme-assess-reason = Hvorfor
programme-assess-why = Vurderer du det annerledes, så skriv hvorfor. Begge deler er synlige.
programme-assess-measured = La målingen avgjøre
programme-whole = Programmet som helhet
programme-add-area = Legg til satsingsområde
programme-add-goal = Legg til mål
programme-add-target = Legg til delmål
programme-name-area = Satsingsområdets navn
programme-name-goal = Målet
programme-name-target = Delmålet
programme-hint-area = For eksempel Transport eller Levende vann
programme-hint-goal = Hvor dere vil, med egne ord
programme-hint-target = Noe det går an å se om er nådd, for eksempel Alle biler går på strøm
programme-belongs = Hører til
programme-up = Flytt opp
programme-down = Flytt ned
programme-moved = Flyttet: { $name }
programme-deleted = Fjernet: { $name }
programme-delete-ask = Fjerne «{ $name }»?
programme-delete-along = Dette forsvinner også:
programme-delete-actions = Tiltakene blir værende i programmet.
programme-count-areas =
    { $count ->
        [one] ett satsingsområde
       *[other] { $count } satsingsområder
    }
programme-count-goals =
    { $count ->
        [one] ett overordnet mål
       *[other] { $count } overordnede mål
    }
programme-count-targets =
    { $count ->
        [one] ett delmål
       *[other] { $count } delmål
    }
programme-count-indicators =
    { $count ->
        [one] én indikator med alle verdiene
       *[other] { $count } indikatorer med alle verdiene
    }
programme-delete-title = Slett programmet
programme-delete-when = Dette er til for et program som er laget ved en feil. Et program som er fulgt opp, kan ikke slettes, og heller ikke et der noe tiltak er publisert eller kopiert. Skriv da når det slutter å gjelde.
programme-delete = Slett
programme-delete-whole = Slette programmet «{ $name }»?
programme-delete-text = Det forsvinner for alle, med historikk og alle filer, og kan ikke hentes tilbake.
programme-delete-stays = Klimarisikoene og utslippene under Status blir stående, og det gjør også andres tiltak som deres er kopier av.
programme-delete-values =
    { $count ->
        [one] { $count } målt verdi forsvinner.
       *[other] { $count } målte verdier forsvinner.
    }
programme-conflict = Noen andre har lagret i mellomtiden. Slik står det nå; det du har skrevet, er fortsatt i skjemaet. Lagre en gang til hvis det er ditt som skal gjelde.
programme-indicators = Indikatorer
programme-indicators-about = En indikator viser om dere nærmer dere målet. Skriv hvor dere begynte, hva dere skal nå og når; så regnes status ut av avstanden til linjen imellom.
programme-add-indicator = Legg til indikator
programme-catalogue = Velg fra katalogen
programme-catalogue-own = Vår egen indikator
programme-kolada = Ligger i Kolada som nøkkeltall { $number }.
programme-measures = Hva den måler
programme-indicator-name = Indikatorens navn
programme-unit = Enhet
programme-direction = Hva som er bedre
programme-direction-LOWER = Lavere er bedre
programme-direction-HIGHER = Høyere er bedre
programme-yearly = Verdiene gjelder hele år
programme-baseline = Utgangspunktet
programme-aims = Hva som skal nås
programme-aims-more = Flere målverdier
programme-half = Skriv både år eller dag og et tall på hver rad. Et år skrives med fire sifre.
programme-values =
    { $count ->
        [one] Verdier ({ $count })
       *[other] Verdier ({ $count })
    }
programme-value = Verdi
programme-value-source = Kilde
programme-value-licence = Lisens
programme-value-note = Merknad
programme-value-hint = En ny verdi for samme år erstatter den gamle.
programme-value-add = Legg til denne verdien
programme-value-saved = Lagret: { $when }, { $value }
programme-close = Lukk
programme-serves-title = Hvilke mål tiltaket bidrar til
programme-serves-none = Programmet har ingen delmål ennå.
programme-changes = Hvem som har endret hva
programme-changes-none = Ingen har endret noe ennå.
programme-change-ADDED = { $by } la til { $what } «{ $name }».
programme-change-CHANGED = { $by } endret { $what } «{ $name }».
programme-change-MOVED = { $by } flyttet { $what } «{ $name }».
programme-change-DELETED = { $by } fjernet { $what } «{ $name }».
programme-change-ASSESSED = { $by } vurderte { $what } «{ $name }».
programme-change-VALUES = { $by } endret verdier i { $what } «{ $name }».
programme-change-before = Før het det «{ $name }».
programme-object-PROGRAMME = programmet
programme-object-FOCUS_AREA = satsingsområdet
programme-object-GOAL = målet
programme-object-TARGET = delmålet
programme-object-INDICATOR = indikatoren

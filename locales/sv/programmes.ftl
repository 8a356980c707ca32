# Programmes: focus areas, goals, targets, and the actions that serve them.
programme-of = Program för { $organisation }
programme-none = Här finns inget program än. Ett program samlar era mål och åtgärder, och det är dit ni kopierar det ni hittar hos andra.
programme-new = Nytt program
programme-name = Programmets namn
programme-name-hint = Till exempel Klimat- och miljöprogram 2025–2030
programme-create = Skapa programmet
programme-action-count =
    { $count ->
        [one] { $count } åtgärd
       *[other] { $count } åtgärder
    }
programme-outline = Mål
programme-other-actions = Åtgärder utan mål
programme-all-placed = Alla åtgärder hör till ett mål.
programme-no-actions = Programmet har inga åtgärder än. Börja med någon annans: leta upp en som passar och kopiera den hit.
programme-all-own = Alla våra program, och nytt program
programme-due = senast { $date }
programme-was-due = skulle vara klart { $date }

## How a target is going
programme-target-NOT_ASSESSED = Inte bedömt
programme-target-ON_TRACK = På väg
programme-target-AT_RISK = Osäkert
programme-target-OFF_TRACK = Når inte målet
programme-target-REACHED = Nått

## Editing, measuring and charts of a programme
programme-sheet = Programmet och dess åtgärder som kalkylblad, att ändra i och läsa in igen:
programme-edit = Redigera programmet
programme-about = Om programmet
programme-no-goals = Programmet har inga mål än.
programme-period = Gäller
programme-decision = Beslut
programme-decision-read = Läs beslutet
programme-review = Nästa aktualitetsprövning
programme-review-late = Den dagen har passerat.
programme-field-starts = Börjar gälla
programme-field-ends = Gäller till och med
programme-field-decidedBy = Vem beslutade, till exempel kommunfullmäktige
programme-field-decidedOn = När
programme-field-decisionNumber = Diarienummer
programme-field-decisionUrl = Länk till beslutet
programme-field-reviewOn = Nästa aktualitetsprövning
programme-field-due = Klart senast
programme-late =
    { $count ->
        [one] { $count } mål skulle ha varit klart:
       *[other] { $count } mål skulle ha varit klara:
    }
programme-purpose = Vad målet är till för
programme-purpose-EMISSIONS = Minska utsläppen
programme-purpose-ADAPTATION = Anpassa till ett förändrat klimat
programme-purpose-OTHER = Annat miljömål
programme-risk = Risken
programme-risk-hint = Vad kan hända, var och för vem?
programme-effect = Vad det ger
programme-effect-hint = Med egna ord, till exempel skugga för 2 000 barn. Räkna inte om det till ton.
programme-serves = Bidrar till: { $goals }
programme-sdg = FN { $number }
programme-objectives =
    { $count ->
        [one] Nationella miljömål och FN:s mål ({ $count } vald)
       *[other] Nationella miljömål och FN:s mål ({ $count } valda)
    }
programme-measure = Mätning: { $name }
programme-measured = Uppmätt
programme-line = Vägen till målet
programme-trend = Om det fortsätter så här
programme-trend-BETTER = Går åt rätt håll
programme-trend-STEADY = Står stilla
programme-trend-WORSE = Går åt fel håll
programme-newest = { $when }: { $value } { $unit }.
programme-aim = Målet är { $value } år { $when }.
programme-source = Källa: { $sources }
programme-measured-says = Det som mäts säger: { $status }.
programme-assessed = { $by } bedömer:
programme-assessed-no-reason = Ingen motivering gavs.
programme-assess = Bedöm
programme-assess-status = Hur det går
programme-assess-reason = Varför
programme-assess-why = Om du bedömer det annorlunda, skriv varför. Båda syns.
programme-assess-measured = Låt mätningen avgöra
programme-whole = Programmet som helhet
programme-add-area = Lägg till fokusområde
programme-add-goal = Lägg till mål
programme-add-target = Lägg till delmål
programme-name-area = Fokusområdets namn
programme-name-goal = Målet
programme-name-target = Delmålet
programme-hint-area = Till exempel Transporter eller Levande vatten
programme-hint-goal = Vart ni vill, med egna ord
programme-hint-target = Något som går att se om det är nått, till exempel Alla bilar går på el
programme-belongs = Hör till
programme-up = Flytta upp
programme-down = Flytta ner
programme-moved = Flyttat: { $name }
programme-deleted = Borttaget: { $name }
programme-delete-ask = Ta bort ”{ $name }”?
programme-delete-along = Detta försvinner också:
programme-delete-actions = Åtgärderna finns kvar i programmet.
programme-count-areas =
    { $count ->
        [one] { $count } fokusområde
       *[other] { $count } fokusområden
    }
programme-count-goals =
    { $count ->
        [one] { $count } övergripande mål
       *[other] { $count } övergripande mål
    }
programme-count-targets =
    { $count ->
        [one] { $count } delmål
       *[other] { $count } delmål
    }
programme-count-indicators =
    { $count ->
        [one] { $count } indikator med alla sina värden
       *[other] { $count } indikatorer med alla sina värden
    }
programme-delete-title = Ta bort programmet
programme-delete-when = Det här är till för ett program som har kommit till av misstag. Ett program som har följts upp går inte att ta bort, och inte heller ett där någon åtgärd är publicerad eller kopierad. Ange då när det slutar gälla.
programme-delete = Ta bort
programme-delete-whole = Ta bort programmet ”{ $name }”?
programme-delete-text = Det försvinner för alla, med sin historik och alla filer, och går inte att få tillbaka.
programme-delete-stays = Klimatriskerna och utsläppen under Nuläge finns kvar, och så gör andras åtgärder som era är kopior av.
programme-delete-values =
    { $count ->
        [one] { $count } uppmätt värde försvinner.
       *[other] { $count } uppmätta värden försvinner.
    }
programme-conflict = Någon annan har sparat under tiden. Så här står det nu; det du har skrivit finns kvar i formuläret. Spara igen om det är ditt som ska gälla.
programme-indicators = Indikatorer
programme-indicators-about = En indikator visar om ni närmar er målet. Ange var ni började, vad ni ska nå och när; sedan räknas läget ut av avståndet till linjen däremellan.
programme-add-indicator = Lägg till indikator
programme-catalogue = Välj ur katalogen
programme-catalogue-own = Vår egen indikator
programme-kolada = Finns i Kolada som nyckeltal { $number }.
programme-measures = Vad den mäter
programme-indicator-name = Indikatorns namn
programme-unit = Enhet
programme-direction = Vad som är bättre
programme-direction-LOWER = Lägre är bättre
programme-direction-HIGHER = Högre är bättre
programme-yearly = Värdena gäller hela år
programme-baseline = Utgångsläget
programme-aims = Vad som ska nås
programme-aims-more = Fler målvärden
programme-half = Ange både år eller dag och ett tal på varje rad. Ett år skrivs med fyra siffror.
programme-values =
    { $count ->
        [one] Värden ({ $count })
       *[other] Värden ({ $count })
    }
programme-value = Värde
programme-value-source = Källa
programme-value-licence = Licens
programme-value-note = Anmärkning
programme-value-hint = Ett nytt värde för samma år ersätter det gamla.
programme-value-add = Lägg till värdet
programme-value-saved = Sparat: { $when }, { $value }
programme-close = Stäng
programme-serves-title = Vilka mål åtgärden bidrar till
programme-serves-none = Programmet har inga delmål än.
programme-changes = Vem som har ändrat vad
programme-changes-none = Ingen har ändrat något än.
programme-change-ADDED = { $by } lade till { $what } ”{ $name }”.
programme-change-CHANGED = { $by } ändrade { $what } ”{ $name }”.
programme-change-MOVED = { $by } flyttade { $what } ”{ $name }”.
programme-change-DELETED = { $by } tog bort { $what } ”{ $name }”.
programme-change-ASSESSED = { $by } bedömde { $what } ”{ $name }”.
programme-change-VALUES = { $by } ändrade värden i { $what } ”{ $name }”.
programme-change-before = Förut hette det ”{ $name }”.
programme-object-PROGRAMME = programmet
programme-object-FOCUS_AREA = fokusområdet
programme-object-GOAL = målet
programme-object-TARGET = delmålet
programme-object-INDICATOR = indikatorn

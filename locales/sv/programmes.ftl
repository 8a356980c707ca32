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

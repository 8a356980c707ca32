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

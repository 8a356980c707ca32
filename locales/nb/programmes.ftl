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

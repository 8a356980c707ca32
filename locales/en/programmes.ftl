# Programmes: focus areas, goals, targets, and the actions that serve them.
programme-of = Programmes of { $organisation }
programme-none = There is no programme here yet. A programme gathers your goals and actions, and it is where you copy what you find with others.
programme-new = New programme
programme-name = Name of the programme
programme-name-hint = For example Climate programme 2025–2030
programme-create = Create the programme
programme-action-count =
    { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
programme-outline = Goals
programme-other-actions = Actions without a target
programme-all-placed = Every action belongs to a target.
programme-no-actions = The programme has no actions yet. Start from somebody else's: find one that fits and copy it here.
programme-all-own = All our programmes, and a new one
programme-due = due { $date }
programme-was-due = was due { $date }

## How a target is going
programme-target-NOT_ASSESSED = Not assessed
programme-target-ON_TRACK = On track
programme-target-AT_RISK = At risk
programme-target-OFF_TRACK = Off track
programme-target-REACHED = Reached

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

## Editing, measuring and charts of a programme
programme-sheet = The programme and its actions as a spreadsheet, to change and bring in again:
programme-edit = Edit the programme
programme-about = About the programme
programme-no-goals = The programme has no goals yet.
programme-period = Period
programme-decision = Decision
programme-decision-read = Read the decision
programme-review = Next validity review
programme-review-late = That day has passed.
programme-field-starts = Begins
programme-field-ends = Ends
programme-field-decidedBy = Who decided, such as the municipal council
programme-field-decidedOn = When
programme-field-decisionNumber = Case number
programme-field-decisionUrl = Link to the decision
programme-field-reviewOn = Next validity review
programme-field-due = Due
programme-late =
    { $count ->
        [one] { $count } target should have been reached:
       *[other] { $count } targets should have been reached:
    }
programme-purpose = What the goal is for
programme-purpose-EMISSIONS = Cut emissions
programme-purpose-ADAPTATION = Adapt to a changing climate
programme-purpose-OTHER = Another environmental goal
programme-risk = The risk
programme-risk-hint = What may happen, where and to whom?
programme-effect = What it gives
programme-effect-hint = In words of its own, such as shade for 2,000 children. Do not turn it into tonnes.
programme-serves = Contributes to: { $goals }
programme-sdg = UN { $number }
programme-objectives =
    { $count ->
        [one] National goals and the UN’s ({ $count } chosen)
       *[other] National goals and the UN’s goals ({ $count } chosen)
    }
programme-measure = Measured: { $name }
programme-measured = Measured
programme-line = Path to the target
programme-trend = If it goes on like this
programme-trend-BETTER = Going the right way
programme-trend-STEADY = Standing still
programme-trend-WORSE = Going the wrong way
programme-newest = { $when }: { $value } { $unit }.
programme-aim = The target is { $value } by { $when }.
programme-source = Source: { $sources }
programme-measured-says = What is measured says: { $status }.
programme-assessed = { $by } judges:
programme-assessed-no-reason = No reason was given.
programme-assess = Assess
programme-assess-status = How it is going
programme-assess-reason = Why
programme-assess-why = If you judge it otherwise, say why. Both are shown.
programme-assess-measured = Let the measurement decide
programme-whole = The programme as a whole
programme-add-area = Add a focus area
programme-add-goal = Add a goal
programme-add-target = Add a target
programme-name-area = The focus area’s name
programme-name-goal = The goal
programme-name-target = The target
programme-hint-area = Such as Transport or Living waters
programme-hint-goal = Where you want to be, in your own words
programme-hint-target = Something that can be seen to be reached, such as All cars run on electricity
programme-belongs = Belongs to
programme-up = Move up
programme-down = Move down
programme-moved = Moved: { $name }
programme-deleted = Removed: { $name }
programme-delete-ask = Remove “{ $name }”?
programme-delete-along = This goes too:
programme-delete-actions = The actions stay in the programme.
programme-count-areas =
    { $count ->
        [one] { $count } focus area
       *[other] { $count } focus areas
    }
programme-count-goals =
    { $count ->
        [one] { $count } goal
       *[other] { $count } goals
    }
programme-count-targets =
    { $count ->
        [one] { $count } target
       *[other] { $count } targets
    }
programme-count-indicators =
    { $count ->
        [one] { $count } indicator with all its values
       *[other] { $count } indicators with all their values
    }
programme-delete-title = Delete the programme
programme-delete-when = This is for a programme that was made by mistake. One that has been followed up cannot be deleted, nor one with an action that is published or copied. Say when it ends instead.
programme-delete = Delete
programme-delete-whole = Delete the programme “{ $name }”?
programme-delete-text = It disappears for everybody, with its history and all files, and cannot be brought back.
programme-delete-stays = The climate risks and emissions of your inventory stay, and so do others’ actions that yours are copies of.
programme-delete-values =
    { $count ->
        [one] { $count } measured value goes too.
       *[other] { $count } measured values go too.
    }
programme-conflict = Somebody else has saved meanwhile. This is what stands there now; what you have written is still in the form. Save again if yours is to hold.
programme-indicators = Indicators
programme-indicators-about = An indicator shows whether you are getting closer. Say where you began, what is to be reached and when; how it stands is then worked out from the distance to the line between them.
programme-add-indicator = Add an indicator
programme-catalogue = Choose from the catalogue
programme-catalogue-own = An indicator of our own
programme-kolada = In Kolada as key figure { $number }.
programme-measures = What it measures
programme-indicator-name = The indicator’s name
programme-unit = Unit
programme-direction = Which way is better
programme-direction-LOWER = Lower is better
programme-direction-HIGHER = Higher is better
programme-yearly = The values are of whole years
programme-baseline = Where you began
programme-aims = What is to be reached
programme-aims-more = More target values
programme-half = Give both a year or day and a number in each row. A year has four digits.
programme-values =
    { $count ->
        [one] Values ({ $count })
       *[other] Values ({ $count })
    }
programme-value = Value
programme-value-source = Source
programme-value-licence = Licence
programme-value-note = Note
programme-value-hint = A new value of the same year takes the place of the old one.
programme-value-add = Add the value
programme-value-saved = Saved: { $when }, { $value }
programme-close = Close
programme-serves-title = Which targets the action serves
programme-serves-none = The programme has no targets yet.
programme-changes = Who changed what
programme-changes-none = Nobody has changed anything yet.
programme-change-ADDED = { $by } added { $what } “{ $name }”.
programme-change-CHANGED = { $by } changed { $what } “{ $name }”.
programme-change-MOVED = { $by } moved { $what } “{ $name }”.
programme-change-DELETED = { $by } removed { $what } “{ $name }”.
programme-change-ASSESSED = { $by } assessed { $what } “{ $name }”.
programme-change-VALUES = { $by } changed values of { $what } “{ $name }”.
programme-change-before = Before, it was called “{ $name }”.
programme-object-PROGRAMME = the programme
programme-object-FOCUS_AREA = the focus area
programme-object-GOAL = the goal
programme-object-TARGET = the target
programme-object-INDICATOR = the indicator

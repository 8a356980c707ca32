# Families: where an action came from and has come to, what origins publish, what was said before.

## The family
action-family = The action’s family
action-family-open = See the whole family
action-family-tree =
    { $count ->
        [one] Nobody has copied it yet
       *[other] The family has { $count } actions
    }
action-family-below =
    { $count ->
        [one] One copy
       *[other] { $count } copies
    }
action-family-hidden = An action that is deleted or not open to you
action-family-map =
    { $count ->
        [one] Map with one municipality
       *[other] Map with { $count } municipalities
    }
action-family-map-legend = Filled ring: done. Ring with a dot: under way. Empty ring: not begun. Grey ring: paused or cancelled. The largest is the action that you came from.
action-family-more = Show more ({ $shown } of { $count })
action-reach = Has reached { $municipalities ->
        [one] one municipality
       *[other] { $municipalities } municipalities
    } in { $counties ->
        [one] one county
       *[other] { $counties } counties
    } and { $countries ->
        [one] one country
       *[other] { $countries } countries
    }.

## What the copies came to
action-gathered = What the copies came to
action-gathered-nothing = Results and lessons of those who copy it are gathered here. There are no published copies yet.
action-gathered-cost =
    { $count ->
        [one] Cost per inhabitant, in one municipality: { $median } { $currency }.
       *[other] Cost per inhabitant, in { $count } municipalities: { $median } { $currency } in the middle, { $least } at least and { $most } at most.
    }
action-gathered-effect =
    { $count ->
        [one] Lower emissions per inhabitant and year, in one municipality: { $median } kg CO₂e.
       *[other] Lower emissions per inhabitant and year, in { $count } municipalities: { $median } kg CO₂e in the middle, { $least } at least and { $most } at most.
    }
action-gathered-lessons = Lessons of the copies

## What the origin has published
action-upstream = News from the origin
action-upstream-waits =
    { $count ->
        [one] The origin has something new since you copied it.
       *[other] The origin has changed in { $count } places since you copied it.
    }
action-upstream-see = See what is new
action-upstream-lead = { $organisation } has published again. Take what is of use to you; nothing changes by itself.
action-upstream-open-origin = Open the origin
action-upstream-learned = What they say is new
action-upstream-theirs = Changed in { $organisation }
action-upstream-ours = What you say
action-upstream-ours-list = What you have
action-upstream-nothing-of-ours = You have nothing here yet.
action-upstream-gone = They have taken the text away.
action-upstream-gone-list = They have nothing here any more.
action-upstream-languages = You write in different languages. Put what is new in your own words, so that nothing is replaced by mistake.
action-upstream-take = Take the text
action-upstream-take-list = Take it
action-upstream-take-instead = Change to theirs
action-upstream-loses = Only you have this, and it goes if you change:
action-upstream-edit = Take it in your own words
action-upstream-own-words = { $field } in your words
action-upstream-take-edited = Take my text
action-upstream-skip = Skip
action-upstream-taken = { $field }: taken into your draft.
action-upstream-skipped = { $field }: skipped until it changes again.
action-upstream-none = Nothing new is waiting. When the origin publishes something, you will see it here.
action-words-gone = Taken away:
action-words-new = New:
action-news = News in what you have copied
action-news-from = from { $organisation }

## What it said before
action-revisions = Earlier versions
action-revisions-lead = Each time somebody has sat and written makes a version. None disappears: the one that you restore becomes a new one.
action-revision = Version { $number }
action-revision-newest = the newest
action-revision-published = the one that others see
action-revision-changed = Changed: { $fields }
action-revision-read = Read it
action-revision-restore = Restore
action-revision-restore-ask = Restore version { $number }?
action-revision-restore-text = It becomes a new draft that says what it said then. What stands now stays among the versions, and others see nothing before you publish.
action-revision-restored = Version { $number } is restored as a new draft.

## What comes along in a copy
action-copy-fill-in = What you fill in yourselves
action-copy-cautions = Mind
action-copy-exists = The programme has a copy already:
action-origin-facts = As it was in { $organisation }

## Names of fields
action-field-title = Title
action-field-description = Description
action-field-themes = Themes
action-field-purpose = Purpose
action-field-indicators = Indicators
action-field-links = Links
action-field-status = Status
action-field-starts = First day
action-field-ends = Last day
action-field-cost = Cost
action-field-effectTonnesCo2e = Lower emissions
action-field-contact = Contact
action-field-lessons = Lessons
action-field-unit = Responsible unit
action-field-partners = Partners
action-field-funding = Funding
action-field-decision = Decision
action-field-milestones = Milestones
action-field-problem = The problem
action-field-result = The result
action-field-again = What would be done again
action-field-transferability = What must be in place
action-field-risk = The risk
action-field-effectInWords = The effect in words
action-field-costHow = How the cost was estimated
action-field-effectHow = How the effect was estimated

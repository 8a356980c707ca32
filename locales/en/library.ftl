# The library: what one can choose by, requests, feeds.

action-order-SIMILAR = Municipalities like ours first
action-facet-THEME = Theme
action-facet-SECTOR = Emission sector
action-facet-GOAL = National environmental goal
action-facet-SDG = Sustainable Development Goal
action-facet-STATUS = Status
action-facet-COUNTRY = Country
action-facet-COUNTY = County
action-facet-SIZE = Size of the municipality
action-facet-COST = Cost
action-facet-LANGUAGE = Language
action-facet-COPIED_BY = Copied by
action-filter-example = Only good examples
action-facet-PURPOSE = Purpose
action-facet-purpose-EMISSIONS = Lower emissions
action-facet-purpose-ADAPTATION = Adaptation to climate change
action-facet-purpose-OTHER = Another environmental goal
action-facet-chosen = What you have chosen
action-facet-size-SMALLEST = Under 5,000 inhabitants
action-facet-size-SMALL = 5,000–15,000 inhabitants
action-facet-size-MIDDLE = 15,000–50,000 inhabitants
action-facet-size-LARGE = 50,000–100,000 inhabitants
action-facet-size-LARGEST = Over 100,000 inhabitants
action-facet-cost-HUNDREDS = Under 100,000 kronor
action-facet-cost-THOUSANDS = 100,000–1 million kronor
action-facet-cost-MILLIONS = 1–10 million kronor
action-facet-cost-TENS_OF_MILLIONS = Over 10 million kronor

## Asking, and who knows
network-requests-title = We look for
network-requests-lead = Looking for an action that you cannot find? Ask the network. Others answer with an action that you can copy, or with somebody who knows.
network-requests-open = Open to answers
network-requests-all = Everything asked for
network-requests-none = Nobody is looking for anything right now.
network-requests-show-closed = Show closed ones too
network-requests-hide-closed = Show only what is open
network-requests-more = Everything that the network looks for
network-request-ask = Ask the network
network-request-ask-text = Everybody in the network can read it. You hear when somebody answers.
network-request-whom = Whom do you ask?
network-request-subject = What are you looking for?
network-request-subject-hint = One line, such as “Solar panels on listed roofs”.
network-request-body = More about it
network-request-send = Ask
network-request-answers =
    { $count ->
        [0] No answers yet
        [one] One answer
       *[other] { $count } answers
    }
network-request-new =
    { $count ->
        [one] One new answer
       *[other] { $count } new answers
    }
network-request-is-new = New
network-request-closed = Closed
network-request-no-answers = Nobody has answered yet. Do you know something, or somebody who does?
network-request-answer = Answer
network-request-action = Point at an action
network-request-no-action = No action has these words. Try a shorter one.
network-request-which = Which action?
network-request-none-of-these = None of these
network-request-person = Point at somebody who knows
network-request-who = Who?
network-request-words = A few words with it
network-request-answer-send = Send the answer
network-request-answered = The answer is sent.
network-request-withdraw = Take the answer back
network-request-close = Close: we have our answer
network-request-hidden-action = The action is gone or not open to you.
network-request-ask-person = Ask { $person }, { $organisation }
network-experts-title = Who knows?
network-experts-lead = Find somebody who knows a theme: who says so, and who has done it.
network-experts-theme = About what?
network-experts-find = Show who knows
network-experts-none = Nobody in the network has said or done anything about this yet. Ask everybody instead.
network-expert-names = Names it: { $themes }
network-expert-contact =
    { $count ->
        [one] Contact of one action
       *[other] Contact of { $count } actions
    }
network-expert-wrote =
    { $count ->
        [one] Has written on one action
       *[other] Has written on { $count } actions
    }
person-expertise-title = What I know about
person-expertise-text = Others in your networks find you when they look for somebody who knows.
action-not-found-ask = Not what you look for? Ask the network
action-feed-theme = Follow { $theme } in a feed reader (Atom)
network-feed = Follow the network’s public actions in a feed reader (Atom)

# What else an action says, good examples, files.

## Good examples
action-example = Good example
action-example-tell = Tell it as a good example
action-example-tell-text = A few questions help you to tell it so that others can do the same.
action-example-write = Write as a good example
action-example-lead = “{ $title }” is easier to learn from when these questions have answers. Write briefly. Everything is saved as you type.
action-example-missing = This is not filled in yet. You can publish all the same and add it later.
action-example-whole = All questions have answers. Now the example is easy to learn from.
action-example-publish = Show the action as a good example
action-ask-problem = What problem did you want to solve?
action-ask-problem-hint = What was it like before, and why did you do something about it?
action-ask-description = What did you do?
action-ask-description-hint = In the order in which it happened. What had to be decided, bought or changed?
action-ask-result = What came of it?
action-ask-result-hint = Figures if you have them, and what others notice. It is just as good to know what did not come of it.
action-ask-lessons = What should others bear in mind?
action-ask-lessons-hint = What you wish you had known from the start. The first sentence is seen in the lists.
action-ask-again = What would you do the same way again?
action-ask-again-hint = What made the difference.
action-ask-transferability = What must be in place elsewhere?
action-ask-transferability-hint = A decision, a position, a contract, a certain size or a certain climate, for example.
action-ask-contactId = Who can be asked?
action-ask-contactId-hint = The name is seen by those who may read the action.

## An action's page
action-story-problem = The problem
action-story-did = What we did
action-story-result = The result
action-story-lessons = Bear in mind
action-story-again = What we would do again
action-story-transferability = What must be in place
action-images = Images
action-sources = Read more
action-status-history = How the status has changed
action-status-before = before: { $status }
action-milestone-reached = done { $date }
action-milestone-by = by { $date }
action-milestone-late = late
action-decision-read = Read the decision

## Writing
action-further = More about the action
action-further-hint = Fill in what you know. None of this has to be there.
action-group-filled = { $count } filled in
action-not-said = Not said
action-group-purpose = Purpose and effect
action-purpose = Purpose
action-purpose-EMISSIONS = Cut emissions of greenhouse gases
action-purpose-ADAPTATION = Adaptation to climate change
action-purpose-OTHER = Another environmental goal
action-risk = Risk
action-risk-hint = What is the action to protect from, and what is at stake?
action-effect-in-words = Effect
action-effect-in-words-hint = What gets better, for whom and how much?
action-effect-how = How was the effect estimated?
action-effect-how-hint = Measured, by standard figures or a guess? Against which year?
action-cost-how = How was the cost estimated?
action-cost-how-hint = What is included, and for how long?
action-indicators = Indicators that it moves
action-indicators-chosen =
    { $count ->
        [0] Choose indicators
        [one] One indicator chosen
       *[other] { $count } indicators chosen
    }
action-group-who = Who does it, and the money
action-unit = Responsible unit
action-partners = Partners
action-partners-hint = Companies, associations, other municipalities and authorities.
action-funding = Funding
action-funding-own = Own means, or something else
action-funding-name = What the funding is called
action-funding-name-hint = Which call it was, for example, or a fund of your own.
action-funding-amount = Amount from there
action-group-decision = Decision
action-decision-body = Who decided?
action-decision-body-hint = The municipal executive board, for example.
action-decision-date = Day of the decision
action-case-number = Case number
action-decision-url = Web address of the decision
action-milestones = Milestones
action-milestones-hint = What is to be reached on the way. One whose day has passed is shown as late.
action-milestone = Milestone
action-milestone-due = To be done by
action-milestone-done = Was done
action-milestone-add = Add a milestone
action-row-remove = Remove { $name }
action-links = Links
action-link = the link
action-link-url = Web address
action-link-name = What is there
action-link-add = Add a link
action-status-reason = Why that status?
action-status-reason-hint = Kept in the action’s history.

## Files
action-files = Files and images
action-file-choose = Choose a file
action-file-hint = PDF, images and documents, at most { $most } MB. Nothing with macros.
action-file-alt = What does one see in the image?
action-file-description = What is in the file?
action-file-send = Add the file
action-file-sending = Sending the file …
action-file-sent = { $name } is kept.
action-file-too-large = The file is too large: at most { $most } MB.
action-file-unpublished = shown to others when the action is published
action-file-delete = Delete the file
action-file-delete-ask = Delete { $name }?
action-file-delete-text = The file is gone for everybody and cannot be brought back.

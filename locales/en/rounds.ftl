# Follow-up: mails to those who answer, what the report is filled in with, and what stands in the files.

mail-follow-up-subject = { $review ->
    [1] Should the goals stand? { $round }, { $organisation }
   *[0] How is it going? { $round }, { $organisation }
}
mail-follow-up-body =
    Hello { $name }!

    { $asker } at { $organisation } asks you to { $review ->
        [1] consider goals
       *[0] tell how it goes with what you are responsible for
    } in “{ $programme }”. There { $count ->
        [one] is one question
       *[other] are { $count } questions
    }, and the answers are needed by { $due }.

    { $message }Open the form here. You need no account, and what you write is saved as you write:
    { $url }

    The link is yours alone. It works until the follow-up is closed, so you can answer a little at a time.

mail-follow-up-reminder-subject = Reminder: { $round }, { $organisation }
mail-follow-up-reminder-body =
    Hello { $name }!

    { $count ->
        [one] One question still waits
       *[other] { $count } questions still wait
    } for your answer in the follow-up of “{ $programme }”. { $asker } at { $organisation } needs the answers by { $due }.

    { $message }Open the form here. You need no account, and what you have written already is still there:
    { $url }

round-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

error-round-empty = The programme has nothing to follow up yet. Add goals and actions first.
error-round-open = Such a round is open already. Close it before you open the next one.
error-round-closed = The round is closed. Its answers can be read but not changed.
error-due-past = The last day for answers has passed already.
error-due-far = The last day for answers may be two years ahead at most.
error-round-all-answered = Everybody has answered, so there is nobody to remind.
error-followup-link = The link opens no form. Somebody else may have taken the questions over, or the round was taken back. Ask whoever sent the mail.
error-answer-conflict = Somebody else answered the question while you were writing. Your text is still there; compare and save again.
error-grade = The grade is to be from 1 to 5.
error-answer-kind = That answer does not fit the question.
error-answer-reason = What is measured says “{ $measured ->
    [REACHED] Reached
    [ON_TRACK] Will be reached in time
    [AT_RISK] Uncertain
   *[OFF_TRACK] Will not be reached in time
}”. Tell briefly why you judge it otherwise, and the answer is saved.
error-report-there = The round has a report already.
error-report-long = The report is { $lines ->
    [one] one line
   *[other] { $lines } lines
} longer than two pages. Shorten it, and it can be shared.
error-report-long-shared = The report is shared and is now { $lines ->
    [one] one line
   *[other] { $lines } lines
} longer than two pages, so the change is not saved yet. Whoever has the link sees the text as it was. Shorten it, and it is saved; what you have written is still here.
error-report-link = The link shows no report. See whether the whole address came along.
error-report-link-revoked = The link has been revoked. Ask whoever sent it for a new one.

## The report
report-targets = { $count ->
    [one] The programme has one interim target.
   *[other] The programme has { $count } interim targets.
}
report-targets-reached = { $count ->
    [one] One is reached.
   *[other] { $count } are reached.
}
report-targets-on-track = { $count ->
    [one] One will be reached in time.
   *[other] { $count } will be reached in time.
}
report-targets-at-risk = { $count ->
    [one] One is uncertain.
   *[other] { $count } are uncertain.
}
report-targets-off-track = { $count ->
    [one] One will not be reached in time unless more is done.
   *[other] { $count } will not be reached in time unless more is done.
}
report-targets-unknown = { $count ->
    [one] One has not been assessed yet.
   *[other] { $count } have not been assessed yet.
}
report-since-same = The assessment is the same as in the last follow-up.
report-since-better = { $better ->
    [one] Since the last follow-up one target looks better.
   *[other] Since the last follow-up { $better } targets look better.
}
report-since-worse = { $worse ->
    [one] Since the last follow-up one target looks worse.
   *[other] Since the last follow-up { $worse } targets look worse.
}
report-since-both = Since the last follow-up { $better } targets look better and { $worse } worse.
report-actions-done = { $count ->
    [one] One action is done:
   *[other] { $count } actions are done:
}
report-actions-ongoing = { $count ->
    [one] One action is under way.
   *[other] { $count } actions are under way.
}
report-example = – “{ $title }”
report-example-said = – “{ $title }”: { $comment }
report-more = { $count ->
    [one] – and one more
   *[other] – and { $count } more
}
report-drivers-good = This drives the work forward:
report-drivers-hard = This makes it hard:
report-drivers-none = Those who are responsible have not told yet what drives the work or what is hard.
report-decide-accept = It is proposed to approve the follow-up.
report-decide-off-track = Decide also how the targets that will not be reached in time are to be reached: by more actions, more resources or a new timetable.
report-review = { $count ->
    [0] No goal has been reviewed yet.
    [one] One goal has been reviewed.
   *[other] { $count } goals and targets have been reviewed.
}
report-review-keep = { $count ->
    [one] One still holds as it is.
   *[other] { $count } still hold as they are.
}
report-review-change = { $count ->
    [one] One needs to be changed.
   *[other] { $count } need to be changed.
}
report-review-drop = { $count ->
    [one] One is proposed to be dropped.
   *[other] { $count } are proposed to be dropped.
}
report-review-silent = { $count ->
    [one] About one more nobody has answered yet.
   *[other] About { $count } more nobody has answered yet.
}
report-why-change = Why these need to be changed:
report-why-drop = Why these are proposed to be dropped:
report-why-nothing = No goal needs to be changed or dropped, by those who have answered.
report-decide-review = It is proposed to approve the review.
report-decide-change = Commission a proposal for changing:
report-decide-drop = Decide to drop:

## The files
round-file-round = About the round
round-file-fact = Fact
round-file-content = Content
round-file-organisation = Organisation
round-file-programme = Programme
round-file-round-name = Round
round-file-round-kind = What it is about
round-file-round-YEAR = The year
round-file-round-HALF_YEAR = The half-year
round-file-round-REVIEW = Validity review
round-file-opened = Opened
round-file-answers-by = Answers by
round-file-closed = Closed
round-file-message = To those who answer
round-file-compared = Compared with
round-file-report-title = Title of the report
round-file-report-done = What we have done
round-file-report-drivers = What drives the work
round-file-report-decision = What we ask you to decide
round-file-entries = Goals and actions
round-file-changes = Changes
round-file-people = Responsible
round-file-kind = What
round-file-kind-goal = Goal
round-file-kind-target = Interim target
round-file-kind-action = Action
round-file-area = Focus area
round-file-goal = Overall goal
round-file-title = Name
round-file-due = By
round-file-own-status = Status in the programme
round-file-status = Answered status
round-file-decision = Decision
round-file-grade = Grade 1–5
round-file-comment = Comment
round-file-respondent = Responsible
round-file-by = Answered by
round-file-for = Answered for somebody else
round-file-yes = yes
round-file-at = Answered
round-file-starts = Begins
round-file-cost = Cost
round-file-currency = Currency
round-file-effect = Tonnes of CO₂ equivalents
round-file-change = Change
round-file-before = Before
round-file-after = After
round-file-name = Name
round-file-email = E-mail
round-file-asked = Questions
round-file-answered = Answered
round-file-reminded = Last reminded
round-status-NOT_ASSESSED = Not assessed
round-status-ON_TRACK = On track
round-status-AT_RISK = Uncertain
round-status-OFF_TRACK = Will not be reached
round-status-REACHED = Reached
round-status-IDEA = Idea
round-status-PLANNED = Planned
round-status-ONGOING = Ongoing
round-status-DONE = Done
round-status-PAUSED = On hold
round-status-CANCELLED = Cancelled
round-decision-KEEP = Keep
round-decision-CHANGE = Change
round-decision-DROP = Drop
round-change-IMPROVED = Better
round-change-WORSE = Worse
round-change-NEW = New
round-change-GONE = Gone
round-change-CHANGED = Changed
round-change-SAME = As before

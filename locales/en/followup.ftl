# Follow-up: rounds, forms, comparison, report.
programme-rounds = Follow-up
programme-rounds-lead = In a round everybody who is responsible for something gets a link to a short form. When you close it the state is frozen, so that you can compare and tell.
programme-rounds-none = There is no follow-up yet. First name who is responsible for what, then open the first round.
programme-round-responsible = Responsible people
programme-round-responsible-lead = Choose goals and actions, and say who answers for them. It need not be somebody with an account. Whoever answers for several gets one mail and one form.
programme-round-responsible-save = Save who is responsible
programme-round-responsible-clear = Nobody is responsible
programme-round-responsible-set = { $name } now answers for { $count ->
    [one] one goal or action
   *[other] { $count } goals and actions
}.
programme-round-responsible-cleared = Nobody answers for the chosen ones any more.
programme-round-nobody = Nobody is responsible
programme-round-nothing = The programme has no goals or actions yet.
programme-round-who = { $count ->
    [0] Who answers for what you choose?
    [one] Who answers for the chosen one?
   *[other] Who answers for the { $count } chosen ones?
}
programme-round-known = Somebody who answers for something already
programme-round-known-none = Somebody else
programme-round-person-name = Name
programme-round-person-language = Language of the mails
programme-round-email-hint = The link to the form goes here.
programme-round-kinds-GOAL = Overall goals
programme-round-kinds-TARGET = Interim targets
programme-round-kinds-ACTION = Actions
programme-round-kind-of-GOAL = Overall goal
programme-round-kind-of-TARGET = Interim target
programme-round-kind-of-ACTION = Action
programme-round-new = New round
programme-round-kind = What is it about?
programme-round-kind-YEAR = The year
programme-round-kind-HALF_YEAR = The half-year
programme-round-kind-REVIEW = Validity review
programme-round-kind-hint-YEAR = How did it go with targets and actions?
programme-round-kind-hint-HALF_YEAR = The same questions, in the middle of the work.
programme-round-kind-hint-REVIEW = Goal by goal: keep, change or drop, and why.
programme-round-name = Name
programme-round-name-YEAR = Follow-up { $year }
programme-round-name-HALF_YEAR = Half-year follow-up { $year }
programme-round-name-REVIEW = Validity review { $year }
programme-round-due = Last day for answers
programme-round-message = A word to those who answer
programme-round-message-hint = For example what the answers will be used for.
programme-round-open-note = The mails go out when you open the round. Those who have not answered are reminded three days before the last day.
programme-round-open = Open and send
programme-round-open-until = Open, answers by { $date }
programme-round-closed-at = Closed { $date }
programme-round-silent = { $count ->
    [one] One has not answered
   *[other] { $count } have not answered
}
programme-round-all-answered = Everybody has answered
programme-round-people = Those who answer
programme-round-no-people = Nobody is responsible for anything in this round. Answer below yourself, or name who is responsible: they then get a mail.
programme-round-remind-all = Remind everybody who has not answered
programme-round-remind = Remind
programme-round-reminded = { $count ->
    [one] One reminder is on its way.
   *[other] { $count } reminders are on their way.
}
programme-round-has-answered = Has answered
programme-round-reminded-at = Reminded { $date }
programme-round-seen = Has opened the form
programme-round-mailed = Mail sent { $date }
programme-round-mailing = The mail is on its way
programme-round-mail-failed = The mail did not arrive. Check the address under Responsible people.
programme-round-answers = Answers
programme-round-elsewhere = Without a goal
programme-round-no-answer = No answer yet
programme-round-answered-by = Answered by { $name }
programme-round-answered-for = Answered by { $name } for { $other }
programme-round-asked = { $name } has been asked
programme-round-answer-for = Answer
programme-round-change-answer = Change the answer
programme-round-answer-done = Done
programme-round-gone = Taken out of the programme
programme-round-report = Report to politicians
programme-round-report-begin = Write the report to politicians
programme-round-changes = What has changed?
programme-round-xlsx = Download as Excel
programme-round-csv = As CSV:
programme-round-csv-round = About the round
programme-round-csv-entries = Goals and actions
programme-round-csv-changes = Changes
programme-round-csv-people = Responsible
programme-round-close-title = Close the round
programme-round-close-text = When the round is closed, goals, actions and answers are frozen as they are now. The links show the answers but take no more. This cannot be undone.
programme-round-close = Close
programme-round-close-missing = { $count ->
    [one] One question has no answer. It will stand without one.
   *[other] { $count } questions have no answer. They will stand without one.
}
programme-round-take-statuses = Let the answers become the targets’ status in the programme
programme-round-closed-now = The round is closed and the state is frozen.
programme-round-change = Change the round
programme-round-delete = Take the round back
programme-round-delete-text = { $count ->
    [0] No answers have come. The links in the mails stop working.
    [one] One answer is lost, and the links in the mails stop working.
   *[other] { $count } answers are lost, and the links in the mails stop working.
}

## The form
programme-round-form = Form
programme-round-form-lead = Hello { $name }! How is it going? There { $count ->
    [one] is one question
   *[other] are { $count } questions
}, and the answers are needed by { $date }.
programme-round-form-lead-review = Hello { $name }! Do the goals still hold? There { $count ->
    [one] is one goal
   *[other] are { $count } goals
}, and the answers are needed by { $date }.
programme-round-form-saves = What you write is saved as you write. You can close the page and go on later with the same link.
programme-round-form-closed = The round is closed. You can read the answers, but not change them.
programme-round-form-progress = { $answered } of { $asked } answered
programme-round-form-done = Everything is answered. Thank you! You can change your answers until the round is closed.
programme-round-ask-status = How does it stand?
programme-round-ask-comment = Tell briefly
programme-round-comment-hint = What has been done, what has helped and what is hard? A few sentences are enough.
programme-round-ask-review = What is to become of the goal?
programme-round-ask-reason = Why?
programme-round-reason-hint = Needed if the goal is to be changed or dropped.
programme-round-ask-grade = How well does the work go?
programme-round-grade-hint = 1 is badly, 5 is very well. Press once more to take it away.
programme-round-grade-is = Grade { $grade } of 5
programme-round-last = Last time:
programme-round-saving = Saving …
programme-round-saved = Saved
programme-round-saved-begun = Saved. The question is not answered yet.
programme-round-conflict = { $name } has answered otherwise while you were writing:
programme-round-keep-mine = Keep mine
programme-round-keep-theirs = Take the other

## Statuses and changes
programme-round-status-NOT_ASSESSED = Cannot be assessed yet
programme-round-status-ON_TRACK = Will be reached in time
programme-round-status-AT_RISK = Uncertain
programme-round-status-OFF_TRACK = Will not be reached in time
programme-round-status-REACHED = Reached
programme-round-status-IDEA = Idea
programme-round-status-PLANNED = Planned
programme-round-status-ONGOING = Ongoing
programme-round-status-DONE = Done
programme-round-status-PAUSED = On hold
programme-round-status-CANCELLED = Cancelled
programme-round-status-KEEP = Keep as it is
programme-round-status-CHANGE = Change
programme-round-status-DROP = Drop
programme-round-since-before = Since { $name }
programme-round-since-closed = Since the round was closed
programme-round-nothing-before = There is no earlier round to compare with.
programme-round-no-changes = Nothing has changed.
programme-round-was-called = Was called: { $title }
programme-round-became = became
programme-round-same = { $count ->
    [one] One thing is as before.
   *[other] { $count } things are as before.
}
programme-round-change-IMPROVED = Better ({ $count })
programme-round-change-WORSE = Worse ({ $count })
programme-round-change-CHANGED = Changed ({ $count })
programme-round-change-NEW = New ({ $count })
programme-round-change-GONE = Gone ({ $count })

## The report
programme-round-report-lead = Two pages at most in whole sentences, for those who decide. It is filled in from the answers; change it until it is yours. Do share it while the round is still open.
programme-round-report-none = The report is not begun. It will be filled in from the answers that have come.
programme-round-report-title = Title
programme-round-report-done = What we have done
programme-round-report-drivers = What drives the work
programme-round-report-decision = What we ask you to decide
programme-round-report-hint-done = How do things stand, and what has happened since last time?
programme-round-report-hint-drivers = What helps, and what is hard?
programme-round-report-hint-decision = So clear that one can say yes or no.
programme-round-report-fits = The report fits on two pages.
programme-round-report-long = Saved, but { $lines ->
    [one] one line
   *[other] { $lines } lines
} too long for two pages. Shorten it a little more, and it can be shared.
programme-round-report-suggest = Fill in anew from the answers
programme-round-report-take = Use this text
programme-round-report-conflict = Somebody else has changed the report while you were writing. It now says:
programme-round-report-edited = Last changed { $date }
programme-round-report-open = The follow-up is still going on, so the text may change.
programme-round-print = Print
programme-round-links = Links to the report
programme-round-links-text = Whoever has the link can read the report without an account, as it is just then, until you revoke the link.
programme-round-link-label = Whom is the link for?
programme-round-link-make = Make a link
programme-round-link-once = Copy the link now. It is shown this once:
programme-round-link-made = Made { $date }
programme-round-link-revoke = Revoke
programme-round-link-revoked = Revoked { $date }
programme-round-home = { $name }: { $count ->
    [one] one question waits
   *[other] { $count } questions wait
} for your answer, by { $date }

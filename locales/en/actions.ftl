# Actions: the library, an action's page, copying, editing, publishing.

## The library
action-library-title = Who has done this before?
action-filter-text = Search in actions
action-filter-country = Country
action-filters = Filters and order
action-filter-all = All
action-filter-network = Network
action-filter-copied = Only what others have copied
action-filter-clear = Show all actions
action-order = Order
action-order-RECENT = Newest first
action-order-MOST_COPIED = Most copied first
action-order-TITLE = By title
action-found =
    { $count ->
        [one] One action
       *[other] { $shown } actions
    }
action-also-looked-for = Also looked for:
action-nothing-found = Nothing fits everything you chose. Remove one condition, or search for a shorter word.
action-none-yet = No actions are published yet.

## An action
action-the-action = the action
action-draft = Draft
action-changed = Changed, not published
action-draft-explained = This is a draft. Only your organisation sees it until it is published.
action-changed-explained = You see the newest version. Others see the published one.
action-copy = Copy to our programme
action-copied-by = Copied by { $count }
action-copied-from = Copied from { $organisation }
action-copied-from-line = Copied from { $organisation }:
action-copied-from-hidden = Copied { $date } from an action that is not open to you
action-copies-hidden =
    { $count ->
        [one] One more that is not open to you
       *[other] { $count } more that are not open to you
    }
action-lessons = Lessons learned
action-facts = Facts
action-status = Status
action-status-IDEA = Idea
action-status-PLANNED = Planned
action-status-ONGOING = In progress
action-status-DONE = Completed
action-status-PAUSED = On hold
action-status-CANCELLED = Cancelled
action-cost = Cost
action-cost-about = about { $money }
action-currency = Currency
action-effect = Emission reduction
action-effect-hint = Tonnes of CO₂ equivalents a year at full effect.
action-effect-short = { $tonnes } t CO₂e/year
action-period = Period
action-starts = Starts
action-ends = Ends
action-themes = Themes
action-contact = Contact
action-contact-none = Nobody
action-programme = Programme
action-targets = Serves the targets
action-published-at = Published { $date }
action-conversation = Conversation about the action
action-no-conversation = Nobody has asked anything yet. Those who work in { $organisation } know what was hard.
action-conversation-signed-out = Sign in to read and take part in the conversations.

## Copying
action-copy-title = Copy to your programme
action-copy-lead = You get a draft of your own to change as you like. { $organisation } sees that it was copied, but cannot change it.
action-copy-theirs = What { $organisation } says
action-copy-ours = What { $organisation } gets
action-copy-brings-themes = The themes: { $themes }
action-copy-brings-origin = A link to the action in { $organisation }
action-copy-becomes = It becomes a draft. Nobody else sees it until you publish it.
action-copy-leaves = What is left behind
action-copy-leaves-why = It belongs to those who did it. You fill in your own.
action-copy-stays = Stays with the origin, always one click away: { $fields }.
action-copy-into = To which programme?
action-copy-do = Copy to { $programme }
action-copy-open-existing = Open the copy you have
action-copy-again = Copy once more
action-copy-no-programme = You have no programme to copy to. Create one first, it takes a minute.

## Writing
action-new = New action
action-new-lead = Begin with what matters most. The rest you fill in afterwards, and nothing is seen by others until you publish.
action-create = Create the draft
action-language = You write in
action-writing-in = I write in
action-title = Title
action-description = What you do and why
action-description-hint = Write so that a colleague in another municipality could do the same.
action-lessons-hint = What went well, what would you do otherwise? The first sentence is shown in lists.
action-edit-title = Edit the action
action-edit-copied = The original from { $organisation } stands beside. Only what you rewrite changes language.
action-original = The original from { $organisation }
action-not-saved = Not saved yet. The text is kept here.
action-themes-chosen =
    { $count ->
        [0] Choose themes
        [one] One theme chosen
       *[other] { $count } themes chosen
    }
action-conflict = Somebody else has changed the same text. Yours still stands above. This is what they wrote:
action-conflict-mine = Keep my text
action-conflict-theirs = Take their text

## Publishing and deleting
action-publish-title = Publish
action-publish-changes-title = Publish the changes
action-publish = Publish the action
action-publish-changes = Publish the changes
action-publish-who = Who may read it?
action-visibility = Visible to
action-visibility-ORGANISATION = Our organisation only
action-visibility-NETWORK = Everybody in the networks we take part in
action-visibility-PUBLIC = Everybody, without signing in too
action-learned = What is new?
action-learned-hint = One sentence for those who have copied the action.
action-delete-title = Delete the action
action-delete = Delete
action-delete-ask = Delete “{ $title }”?
action-delete-text = It disappears for everybody and cannot be brought back.
action-delete-copies =
    { $count ->
        [one] It disappears for everybody and cannot be brought back. The copy that somebody made stays.
       *[other] It disappears for everybody and cannot be brought back. The { $count } copies that others made stay.
    }

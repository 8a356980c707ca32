# Networks: who takes part, joining, inviting, roles.
network-new = New network
network-of = { $organisation }’s own network
network-member-count =
    { $count ->
        [one] One member
       *[other] { $count } members
    }
network-organisation-count =
    { $count ->
        [one] One organisation
       *[other] { $count } organisations
    }
network-you-coordinate = You coordinate
network-asked = You have asked to join
network-others = Other networks
network-all = Networks you can ask to join
network-none = There are no networks here yet.

## One network
network-manage = Manage the network
network-people = Who takes part?
network-map =
    { $count ->
        [one] Map with one municipality. The list beside says the same.
       *[other] Map with { $count } municipalities. The list beside says the same.
    }
network-coordinator = coordinator
network-all-actions =
    { $count ->
        [one] See the action in the library
       *[other] See all { $count } actions
    }
network-no-actions = Nobody in the network has published an action yet. Will you be the first?
network-all-threads = See all conversations
network-all-people = Show all { $count }

## Joining and leaving
network-join-title = Do you want to join?
network-join-text = The network’s coordinators get your question, your name and your organisation.
network-join-message = A few words on why
network-join = Ask to join
network-asked-at = You asked to join { $date }. You get a mail when somebody has answered.
network-leave = Leave the network
network-leave-ask = Leave { $network }?
network-leave-text = You no longer see the network’s conversations and actions. What you have written stays.

## Creating one
network-whose = Whose is it?
network-spanning = For several organisations
network-own = For { $organisation } only, its administrations and companies
network-name = Name of the network
network-slug = Short name in the address
network-slug-hint = Small letters from a to z, digits and hyphens.
network-languages = Languages spoken there
network-create = Create the network

## Inviting
network-invite-title = Invite
network-invite-paste = Paste addresses
network-invite-paste-hint = One per line, or a table with name, e-mail and organisation.
network-invite-file = Or choose a csv file
network-invite-file-hint = With name, e-mail and organisation, as Excel saves the file.
network-invite-check = Look the list over
network-invite-found =
    { $count ->
        [0] Nobody on the list can be invited.
        [one] One person can be invited.
       *[other] { $count } people can be invited.
    }
network-column-name = Name
network-column-organisation = Organisation
network-column-note = Note
network-row-email = Line { $line }: no valid address, not invited
network-row-twice = Line { $line }: stands above already, not invited twice
network-row-organisation = “{ $name }” was not found. The person chooses on the way in.
network-invite-as = Invite as
network-role-MEMBER = Member
network-role-COORDINATOR = Coordinator
network-invite-send =
    { $count ->
        [one] Send one invitation
       *[other] Send { $count } invitations
    }
network-invite-back = Change the list
network-invited =
    { $count ->
        [one] One invitation is on its way.
       *[other] { $count } invitations are on their way.
    }
network-invite-problems = These could not be invited:

## Invitations, requests, members
network-not-accepted =
    { $count ->
        [0] Invited who have not accepted
        [one] One invited has not accepted
       *[other] { $count } invited have not accepted
    }
network-all-accepted = No invitation waits for an answer.
network-mailed-at = mailed { $when }
network-mail-waits = the mail is on its way
network-mail-failing = the mail does not get through
network-remind = Remind
network-reminded = A reminder to { $email } is on its way.
network-withdraw = Withdraw
network-withdrawn = The invitation to { $email } is withdrawn.
network-accept = Let in
network-accepted = { $name } is in now.
network-decline = Decline
network-declined = { $name } has been declined.
network-joined = Joined { $date }
network-not-confirmed = organisation not confirmed
network-confirm = Confirm { $organisation }
network-confirmed = { $name } belongs to { $organisation } and may change its programmes.
network-role-of = Role of { $name }
network-role-changed = { $name } has a new role.
network-remove-ask = Remove { $name } from the network?
network-remove-text = The person no longer sees the network’s conversations and actions. What was written stays.
network-removed = { $name } has been removed from the network.

## Organisations that are not there yet
network-organisation-new = Is an organisation missing?
network-organisation-why = All municipalities and counties are here already. Add others who need to take part, such as an energy company.
network-organisation-name = Name of the organisation
network-organisation-kind = Kind
network-organisation-add = Add the organisation
network-organisation-added = { $name } can now be chosen.
network-kind-COUNTY_ADMINISTRATION = County administrative board
network-kind-AGENCY = Agency
network-kind-ASSOCIATION = Association
network-kind-OTHER = Other

## Keeping the conversation good
network-silence = Pause writing
network-silence-ask = Should { $name } not be able to write for a time?
network-silence-text = The person can still read everything in the network. The reason is shown to them.
network-silence-how-long = How long?
network-silence-days =
    { $count ->
        [one] One day
       *[other] { $count } days
    }
network-silence-reason = Why?
network-silence-reason-hint = For example what was written and what applies in the network.
network-silence-done = { $name } cannot write now.
network-silenced = Cannot write until { $until }: { $reason }
network-silence-end = Let write again
network-silence-ended = { $name } can write again.
network-audit = What the coordinators have done
network-audit-none = Nothing yet.
network-audit-MESSAGE_REMOVED = { $by } removed a message of { $person } in
network-audit-THREAD_CLOSED = { $by } closed
network-audit-THREAD_REOPENED = { $by } opened again
network-audit-MEMBER_SILENCED = { $by } paused writing for { $person }
network-audit-SILENCE_ENDED = { $by } let { $person } write again
network-audit-MEMBER_REMOVED = { $by } removed { $person } from the network
network-audit-ROLE_CHANGED = { $by } gave { $person } a new role
network-audit-EVERYBODY_MENTIONED = { $by } wrote to everybody in

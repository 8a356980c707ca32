# What the server says when something did not work: what happened, what is kept, what to do.

error-bad-request = The request could not be understood: { $detail }
error-body = The request could not be read. It has to be a JSON object.
error-content-type = The request needs Content-Type application/json.
error-accept = The answer can only be given as JSON.
error-accept-events = The answer can only be given as events (text/event-stream).
error-only-post = Queries are sent by POST.
error-only-socket = Only a WebSocket is opened here (graphql-transport-ws).
error-cross-site = The request came from another site and was stopped.
error-invalid = This value cannot be used.
error-unauthenticated = You are not signed in. Sign in and try again.
error-forbidden = You may read this, but not change it.
error-not-found = It does not exist, or you have no access to it.
error-conflict = Somebody else changed this while you were writing. Your text is kept; compare and save again.
error-already-copied = The programme already has a copy of this action.
error-taken = It is taken. Choose something else.
error-resync = This window has lost track. Reload the page.
error-rate-limited = That was too many attempts. Wait a while and try again.
error-rate-limited-for = That was too often. Try again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }.
error-too-large = It is too large to receive.
error-link-spent = The link has been used, or is too old. Ask for a new one.
error-persisted-query-not-found = There is a new version. Reload the page.
error-unavailable = The database does not answer just now. Nothing was changed; try again in a while.
error-internal = Something went wrong on our side. Nothing was changed. The fault is noted under { $trace }.
error-unexpected = Something went wrong on our side. Nothing was changed.

error-empty = This must not be empty.
error-too-long = It is too long: at most { $most ->
    [one] one character
   *[other] { $most } characters
}.
error-control-characters = The text has characters that cannot be shown. Remove them and try again.
error-page-size = From 0 to { $most } rows can be fetched at a time.
error-cursor = The list has changed. Start from the beginning.
error-first-and-last = Choose either first or last, not both.
error-negative = The number must not be below nought.
error-number-too-large = The number is too large.
error-email = This is not an e-mail address.
error-slug = The name in addresses has 2 to 60 characters: small letters a–z, digits and hyphens.
error-unknown-theme = There is no theme called “{ $key }”.
error-unknown-indicator = There is no indicator with the key “{ $key }”.
error-unknown-funding = There is no funding scheme with the key “{ $key }”.
error-web-address = That is no web address. It has to begin with https:// or http://.
error-unknown-objective = There is no such goal in the list.
error-programme-followed-up = The programme has been followed up, and a follow-up is a record to be kept. Say when the programme ends instead. A round that is still open can be taken back first.
error-programme-actions = { $count ->
    [one] One of its actions is published or copied. Delete it first on its own page, or let the programme stay.
   *[other] { $count } of its actions are published or copied. Delete them first, each on its own page, or let the programme stay.
}
error-same-day-twice = The same day or year stands there twice.
error-reason-missing = Say why. What is measured says something too, and both can be seen.
error-file-kind = Files of this kind are not taken. Images (PNG, JPEG, WebP, GIF), PDF, and documents of Office and OpenDocument are.
error-file-macros = The file has macros or something else that can run, and is not taken. Save it without macros and try again.
error-file-name-lies = The name does not say what the file is. It has to end with .{ $kind }.
error-file-name = The name must not have a slash.
error-file-too-large = The file is too large: at most { $most } MB.
error-file-broken-off = The file did not come whole. Nothing is kept; try again.
error-files-nowhere = No files are kept here. Ask whoever runs the installation to set it up.
error-files-away = The files cannot be reached just now. Nothing was changed; try again in a while.
error-too-many-files = An action has at most { $most } files. Delete one first.
error-unknown-county = Choose a county from the list. “{ $key }” is not in it.
error-language-missing = Say which language the text is written in.
error-ends-before-start = The last day lies before the first.
error-client-id = The message’s id has to be a UUID.
error-organisation-missing = Choose where you work.
error-organisation-not-confirmed = A coordinator has to confirm that you work here before you can change anything.
error-kind-from-reference = Municipalities and counties are there already; search for the name.
error-other-organisation = The network is one organisation’s own. You can only invite its people.
error-already-member = This person is already in the network.
error-already-invited = This address is already invited. Send a reminder instead.
error-too-many = That is too many at once: at most { $most }.
error-too-many-operations = Too much is going on at once in this window.
error-reminded-just-now = A mail has just gone out. Wait ten minutes before the next reminder.
error-last-coordinator = The network needs at least one coordinator. Appoint somebody else first.
error-notices-token = The link is not whole. Open it again from the mail, or turn the mails off on your own page when you are signed in.
error-mention = { $name } is not in the network and cannot be mentioned here.
error-everybody = Only the network’s coordinators can address everybody at once.
error-confirm-everybody = This reaches { $people } people. Confirm that you want to address everybody.
error-everybody-later = Everybody can only be mentioned in a new message, not afterwards.
error-message-conflict = The message was changed elsewhere while you were writing. Your text is kept; compare and save again.
error-thread-closed = The conversation is closed. It can be read, but not written in.
error-thread-closed-because = The conversation is closed. It can be read, but not written in. The reason: { $reason }
error-silenced = You can read but not write in the network until { $day }.{ $month }.{ $year } at { $time }. The reason: { $reason }
error-silence-coordinator = A coordinator cannot be silenced. Change the role first.
error-hours = Choose between one hour and { $most } hours.
error-too-many-pinned = At most { $most } messages can be pinned in a conversation. Take another one down first.
error-request-closed = The request is closed.
error-answer-points-at-nothing = Point at an action or at a person.
error-answer-unpublished = The action is published for nobody but you. Publish it first.
error-answered-so-already = Somebody has given this very answer already.

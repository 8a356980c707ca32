# Conversations: lists, an open thread, the composer.
thread-about = about
thread-unread = { $count } new
thread-is-closed = closed
thread-waits-MENTIONED = { $name } mentions you
thread-waits-MUNICIPALITY_MENTIONED = { $name } mentions your organisation
thread-waits-EVERYBODY_MENTIONED = { $name } writes to everybody
thread-waits-ANSWERED = { $name } answers you
thread-waits-ABOUT_MY_ACTION = { $name } writes about your action
thread-none = No conversations yet.
thread-choose = Choose a conversation, or start a new one.
thread-new = Start a conversation
thread-subject = What do you want to talk about?
thread-in-network = In which network?
thread-start = Start the conversation
thread-empty = It is quiet here so far. Write the first message, gladly in your own language.
thread-older = Show older messages
thread-new-since = New since you were here
thread-gone = Somebody who is no longer here
thread-message-of = Message from { $name }
thread-removed = The message has been removed.
thread-edited = edited
thread-reply = Reply
thread-edit = Edit
thread-remove-ask = Remove the message?
thread-replying-to = Reply to { $name }
thread-write = Write a message
thread-send = Send
thread-enter-sends = Send with Enter (now: Ctrl + Enter)
thread-enter-sends-on = Send with Enter (new line: Shift + Enter)
thread-not-sent = Not sent yet. It goes when the connection is back.
thread-unsent = What you have written and what is not sent
thread-unsent-notice =
    { $count ->
        [one] A message that you wrote has not been sent.
       *[other] { $count } messages that you wrote have not been sent.
    }
thread-left-draft = Begun and not sent.
thread-left-edit = Your change to a message. It is not saved.
thread-edit-theirs = What it says now:
thread-refused = It could not be sent: { $reason } The text is still here.
thread-send-again = Send again
thread-copy-text = Copy the text
thread-copied = Copied
thread-drop = Drop it
thread-writes-in = I write in
thread-heard = New message from { $name }
thread-below = { $count } new
thread-here-alone = Only you are here now.
thread-here = Here now: { $names }
thread-here-more = Here now: { $names } and { $count } more
thread-here-unnamed =
    { $count ->
        [one] Here now: one more person
       *[other] Here now: { $count } more people
    }
thread-typing =
    { $count ->
        [one] { $names } is writing …
       *[other] { $names } are writing …
    }
thread-ended = You are no longer part of this conversation. Reload the page to see what has happened.
thread-ended-signed-out = You are signed out. Sign in again to write. What you have written is kept here.

## What is done with a message
thread-react = React
thread-reactions = Reactions
thread-reaction-AGREE = I agree
thread-reaction-THANKS = Thanks
thread-reaction-GOOD_IDEA = Good idea
thread-reaction-SURPRISED = Oh, I did not know
thread-reaction-DONE_IT_TOO = We have done it too
thread-reaction-by = { $kind }, { $count }: { $names }
thread-and-more = and { $count } more
thread-pin = Pin
thread-unpin = Unpin
thread-pinned = pinned
thread-pinned-count =
    { $count ->
        [one] One pinned message
       *[other] { $count } pinned messages
    }
thread-history = How the message has changed
thread-version-now = Now
thread-linked = Actions that the message links to
thread-term = In English:
thread-term-caution = Not the same

## Writing
thread-marks = Format
thread-bold = Bold
thread-list = List
thread-link = Link
thread-quote = Quote
thread-code = Code
thread-mention = Mention somebody
thread-mention-found =
    { $count ->
        [one] One name to choose
       *[other] { $count } names to choose
    }
thread-everybody = everybody
thread-everybody-ask =
    { $count ->
        [one] The message goes to one person. Is that what you want?
       *[other] The message goes to { $count } people. Is that what you want?
    }
thread-everybody-send =
    { $count ->
        [one] Send to one person
       *[other] Send to { $count } people
    }

## The conversation as a whole
thread-menu = Save, print, close
thread-print = Print
thread-export-md = Save as Markdown
thread-export-json = Save as JSON
thread-close = Close the conversation
thread-close-text = Everybody can read it, but nobody can write until it is opened again.
thread-close-reason = Why?
thread-reopen = Open the conversation again
thread-closed = { $name } closed the conversation { $when }.
thread-silenced = You cannot write in the network until { $until }. { $reason }

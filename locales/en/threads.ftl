# Conversations: lists, an open thread, the composer.
thread-about = about
thread-unread = { $count } new
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
thread-typing =
    { $count ->
        [one] { $names } is writing …
       *[other] { $names } are writing …
    }
thread-ended = You are no longer part of this conversation. Reload the page to see what has happened.
thread-ended-signed-out = You are signed out. Sign in again to write. What you have written is kept here.

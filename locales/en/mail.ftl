# Mails. A mail is a subject and a text, without formatting.

mail-footer = Samverk – where municipalities learn from each other about climate and environment

mail-sign-in-subject = Sign in to Samverk
mail-sign-in-body =
    Hello { $name }!

    Open the link and press the button to sign in. The link is good for { $minutes } minutes and can be used once.

    { $url }

    Was it not you who asked for it? Then there is nothing you need to do.

mail-sign-up-subject = Your address at Samverk
mail-sign-up-body =
    Hello!

    Somebody, probably you, wanted to sign in to Samverk with this address. It has no account yet. Open the link if you want one, and ask to join a network. The link is good for { $minutes } minutes and can be used once.

    { $url }

    Was it not you? Then there is nothing you need to do.

mail-invitation-subject = { $inviter } invites you to { $network }
mail-invitation-body =
    Hello!

    { $inviter } ({ $organisation }) invites you to { $network } on Samverk, where the people who work with climate and environment in municipalities share actions and experience.

    Open the link and press the button to join. The link is good for { $days } days.

    { $url }

mail-reminder-subject = Reminder: { $inviter } invites you to { $network }
mail-reminder-body =
    Hello!

    { $inviter } ({ $organisation }) has invited you to { $network } on Samverk, and the invitation is waiting for you. There the people who work with climate and environment in municipalities share actions and experience.

    Open the link and press the button to join. The link is good for { $days } days.

    { $url }

mail-somebody = Somebody

mail-moment = { $day } { $month ->
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
} at { $hour }:{ $minute }

mail-waiting-subject = { $kind ->
    [mentioned] { $author } mentions you in “{ $thread }”
    [answered] { $author } answers you in “{ $thread }”
    [action] { $author } writes about your action in “{ $thread }”
    [organisation] { $author } mentions your organisation in “{ $thread }”
    [everybody] { $author } writes to everybody in { $network }
    [daily] { $count ->
        [one] One message is waiting for you
       *[other] { $count } messages are waiting for you
    }
    [request] { $author } answers “{ $thread }”
    [answers] { $count } answers to “{ $thread }”
   *[several] { $count } messages for you in “{ $thread }”
}
mail-waiting-body =
    Hello { $name }!

    { $items }

    Why do you get this mail? Somebody has mentioned you, answered you or what you look for, or written about an action that you are responsible for, and you have not read it yet. How often you get such mails is up to you:
    { $settings }

    Turn them off, without signing in:
    { $off }

mail-waiting-item =
    { $author } ({ $organisation }), { $moment }:
    { $text }

mail-answer = { $kind ->
    [person] Ask { $name }.
   *[action] The action: { $name }
}

mail-waiting-more = { $count ->
    [one] … and one more message.
   *[other] … and { $count } more messages.
}

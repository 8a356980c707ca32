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

# People: signing in, one's own profile and settings.

## Signing in
person-sign-in-title = Sign in
person-demo-title = Try it as somebody
person-demo-text = This is a demo. The people are made up, and what you do can be seen by others who try it.
person-mail-title = Sign in by e-mail
person-email = E-mail address
person-email-hint = The one you have at work.
person-send-link = Send a link
person-link-sent = We have sent a link to { $email } if the address can be used.
person-link-sent-more = The link is good for 15 minutes and works once. Look in the junk mail too.
person-link-again = Write another address
person-link-spent-title = The link cannot be used
person-link-new = Get a new link

## Coming in by a link
person-welcome-title = Welcome to Samverk
person-welcome-network = Welcome to { $network }
person-welcome-founder = Samverk is running. You are the first.
person-founder-text = You will create the first network and invite the others.
person-welcome-as = The link is for { $email }.
person-enter = Come in
person-enter-network = Join the network
person-name = Your name
person-organisation = Your municipality or organisation
person-organisation-hint = Write a few letters and choose from the list.
person-no-organisation = No match

## One's own profile
person-me-title = Your profile
person-title = Title
person-title-hint = For example environmental strategist
person-phone = Phone
person-unit = Administration or company
person-unit-none = None chosen
person-unit-new = Add an administration or a company
person-unit-name = Name of the administration or company
person-unit-add = Add
person-share-title = What members of your networks may see
person-share-email = My e-mail address
person-share-phone = My phone number
person-share-presence = That I am here, by name
person-notices-title = Mail about what waits for you
person-notices-text = When somebody mentions you, answers you or what you look for, or writes about your action, and you have not read it yet.
person-notices-AT_ONCE = At once
person-notices-DAILY = Once a day, in the morning
person-notices-NEVER = Never
person-notices-settings = Your settings
person-notices-off-title = Stop the mails about what waits
person-notices-off-text = You get no more mails when somebody mentions you, answers you or what you look for, or writes about your action. It still waits for you in Samverk.
person-notices-off-do = Turn the mails off
person-notices-off-done = Done. You get no more of these mails.
person-language = Language in Samverk and in mail to you
person-belongs-to = You belong to { $organisation }.
person-not-confirmed = This is not confirmed yet.
person-sessions-title = Where you are signed in
person-session-current = this browser
person-session-used = Last used { $when }
person-session-end = Sign out there
person-sign-out-everywhere = Sign out everywhere
person-tokens-title = API tokens
person-tokens-text = For programs that read or write in Samverk for you. A token may do all that you may.
person-token-name = What is it for?
person-token-create = Create a token
person-token-once = Your new token. It is shown only now, so keep it in a safe place.
person-token-end = Revoke
person-tokens-none = You have no API tokens.

# The shell around every page: menu, search, connection, errors, words that all rooms share.

## The menu
app-name = Samverk
app-skip = Skip to content
app-menu = Menu
app-home = Home
app-actions = Actions
app-programme = My programme
app-conversations = Conversations
app-people = Networks
app-search = Search actions
app-search-button = Search
app-me = Your profile
app-person-menu = { $name }, your menu
app-language = Language
app-sign-in = Sign in
app-sign-out = Sign out

## Languages, as each calls itself and as the reader calls them
app-language-own-sv = Svenska
app-language-own-nn = Nynorsk
app-language-own-nb = Bokmål
app-language-own-en = English
app-language-sv = Swedish
app-language-nn = Nynorsk
app-language-nb = Bokmål
app-language-en = English
app-written-in = In { $language }

## Countries
app-country-SE = Sweden
app-country-NO = Norway

## Dates
app-today = today
app-yesterday = yesterday
app-weekday-0 = Sunday
app-weekday-1 = Monday
app-weekday-2 = Tuesday
app-weekday-3 = Wednesday
app-weekday-4 = Thursday
app-weekday-5 = Friday
app-weekday-6 = Saturday
app-weekday-date = { $weekday } { $date }
app-moment = { $date } at { $time }
app-period-from = from { $date }
app-period-until = until { $date }

## Buttons and words of every room
app-save = Save
app-cancel = Cancel
app-close = Close
app-remove = Remove
app-edit = Edit
app-more = Show more
app-optional = optional
app-saved = Saved
app-saving = Saving …
app-back-to = To { $place }

## Connection
app-connection-lost = No connection. What you write is kept here.
app-connection-back =
    { $came ->
        [0] Connected again.
        [one] Connected again. One message came in the meantime.
       *[other] Connected again. { $came } messages came in the meantime.
    }
app-connection-detour = The network here does not let direct updates through the usual way. They come another way instead.

## Errors
app-error-offline = The server does not answer. Nothing has changed. Try again in a moment.
app-error-late = The server has not answered. Check whether it was done before you try again.
app-error-new-version = Samverk has a new version. Reload the page and it works again.
app-error-unknown = Something went wrong on our side. Try again in a moment.
app-error-title = The page could not be shown
app-error-retry = Try again
app-error-reload = Reload the page
app-not-found-title = There is no page here
app-not-found = It may have been removed, or it is not open to you.
app-not-found-home = Go to the start page
app-signed-out-title = Sign in to see the page

## Home, signed out
app-welcome-title = Not everybody has to reinvent the wheel
app-welcome-lead = In Samverk the people who work with climate and environment in Swedish and Norwegian municipalities learn from each other.
app-welcome-find = Find an action that somebody has already tried, and read what it cost and gave.
app-welcome-copy = Copy it into your own programme and adapt it. Its origin comes along.
app-welcome-talk = Ask those who did it. Everybody writes in their own language.
app-welcome-browse = See open actions

## Home, signed in
app-home-title = Hello { $name }
app-home-waits = Waiting for you
app-home-nothing = Nothing waits for you right now. Perhaps somebody else has solved what you are working on?
app-home-unread = Unread in your networks
app-home-mark = Mark as read
app-home-mark-all = Mark all as read
app-home-marked = Marked as read
app-waits =
    { $count ->
        [one] one thing waits for you
       *[other] { $count } things wait for you
    }
app-home-drafts = Your drafts
app-home-recent = New in your networks
app-home-networks = Your networks
app-home-no-networks = You are not in a network yet. Ask to join one and see who works with the same questions.
app-home-find-network = See all networks
app-home-find-action = Look through the actions
app-home-requests =
    { $count ->
        [one] One person wants to join
       *[other] { $count } people want to join
    }
app-home-unconfirmed = A network coordinator has to confirm that you belong to { $organisation }. Until then you can read and talk, but not change its programme.

## Before anything runs
app-noscript = Samverk needs JavaScript. Turn it on in the browser and reload the page.

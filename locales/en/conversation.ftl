# What the server says in a conversation: help with words of the neighbouring languages, and what stands in an export.

term-means = What the text calls { $word } is { $term } in English.
term-equivalent = { $word } corresponds roughly to { $term }, but they are not the same.

export-network = Network: { $network }
export-written = Written out { $day }.{ $month }.{ $year } at { $time }
export-closed = Closed.
export-closed-because = Closed: { $reason }
export-removed = The message was removed.
export-gone = Somebody who is no longer here
export-edited = edited
export-pinned = pinned
export-answers = answers no. { $seq }
export-at = { $day }.{ $month }.{ $year } at { $time }

# Vad servern säger i ett samtal: hjälp med grannspråkens ord, och det som står i ett utskrivet samtal.

term-means = Det som heter { $word } i texten är { $term } på svenska.
term-equivalent = { $word } motsvaras närmast av { $term }, men de är inte samma sak.

export-network = Nätverk: { $network }
export-written = Utskrivet { $year }-{ $month }-{ $day } kl. { $time }
export-closed = Stängt.
export-closed-because = Stängt: { $reason }
export-removed = Meddelandet är borttaget.
export-gone = Någon som inte är med längre
export-edited = ändrat
export-pinned = fäst
export-answers = svar på nr { $seq }
export-at = { $year }-{ $month }-{ $day } kl. { $time }

# Kva tenaren seier i ein samtale: hjelp med orda i grannespråka, og det som står i ein utskriven samtale.

term-means = Det som heiter { $word } i teksten, er { $term } på norsk.
term-equivalent = { $word } svarar nærast til { $term }, men dei er ikkje det same.

export-network = Nettverk: { $network }
export-written = Skrive ut { $day }.{ $month }.{ $year } kl. { $time }
export-closed = Avslutta.
export-closed-because = Avslutta: { $reason }
export-removed = Meldinga er teken bort.
export-gone = Nokon som ikkje er med lenger
export-edited = endra
export-pinned = festa
export-answers = svar på nr. { $seq }
export-at = { $day }.{ $month }.{ $year } kl. { $time }

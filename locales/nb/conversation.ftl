# Hva tjeneren sier i en samtale: hjelp med ordene i nabospråkene, og det som står i en utskrevet samtale.

term-means = Det som heter { $word } i teksten, er { $term } på norsk.
term-equivalent = { $word } svarer nærmest til { $term }, men de er ikke det samme.

export-network = Nettverk: { $network }
export-written = Skrevet ut { $day }.{ $month }.{ $year } kl. { $time }
export-closed = Avsluttet.
export-closed-because = Avsluttet: { $reason }
export-removed = Meldingen er tatt bort.
export-gone = Noen som ikke er med lenger
export-edited = endret
export-pinned = festet
export-answers = svar på nr. { $seq }
export-at = { $day }.{ $month }.{ $year } kl. { $time }

# Filer med rader og celler: kva tenaren seier når ei ikkje går an å lese, og overskriftene i dei han skriv sjølv.

## A file that cannot be read
error-sheet-empty = Fila er tom.
error-sheet-broken = Fila gjekk ikkje an å lese. Opne ho i reknearkprogrammet, lagre ho på nytt og prøv igjen.
error-sheet-kind = Dette er ikkje ei fil av rett slag. Vel ei Excel-fil (.xlsx) eller ei CSV-fil.
error-sheet-old-excel = Dette er ei Excel-fil av det gamle slaget (.xls). Lagre ho som .xlsx og prøv igjen.
error-sheet-size = Fila er større enn { $most } megabyte og vart ikkje teken imot.
error-sheet-unpacked = Fila blir meir enn { $most } megabyte når ho er pakka ut, og vart ikkje opna.
error-sheet-cells = Fila har meir enn { $most } utfylte celler. Ta bort det som ikkje trengst, og prøv igjen.
error-sheet-columns = Fila har meir enn { $most } kolonnar. Ta bort dei som ikkje trengst, og prøv igjen.

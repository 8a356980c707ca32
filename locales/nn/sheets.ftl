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

## Filer med utslepp
error-statistics-year = { $place }: her skal det stå eit år, men det står «{ $found }».
error-statistics-number = { $place }: her skal det stå kor mange tonn, men det står «{ $found }».
error-statistics-sector = { $place }: «{ $found }» er ikkje nokon sektor vi kjenner.
error-statistics-twice = { $place }: same sektor og år finst alt lenger oppe i fila («{ $found }»).
error-statistics-headings = Fila har ingen overskrifter vi kjenner att. Ho skal kome frå Kolada, Nationella emissionsdatabasen eller Miljødirektoratet, eller vere fylt ut i malen vår.
error-statistics-country = Tala i fila gjeld kommunane i det andre landet. Vel ei fil for dykkar eigen kommune.
error-statistics-other-municipality = Fila har ingen tal for kommunen dykkar, berre for andre: { $found }.
error-statistics-nothing = Fila har ingen utslepp i tonn. Nøkkeltal per innbyggjar er ikkje nok; hent dei som er i tonn.
error-statistics-too-many = Fila har meir enn { $most } tal for éin kommune. Det stemmer ikkje med ein utsleppsrekneskap.
error-statistics-not-kolada = Fila er JSON, men ikkje eit svar frå Kolada med verdiar.
error-statistics-json = Fila er ikkje heil: ho sluttar eller blir feil på linje { $line }.
error-import-applied = Nokon har nett teke over fila, eller ei anna for dei same seriane. Last sida på nytt.

sheet-emissions = Utslepp
sheet-column-sector = Sektor
sheet-column-year = År
sheet-column-tonnes = Tonn CO2e
sheet-column-source = Kjelde
sheet-column-licence = Lisens

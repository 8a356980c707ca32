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

## Program og tiltak frå ei fil
error-import-headings = Fila har ingen overskrifter vi kjenner att. Bruk malen, eller skriv dei same overskriftene som i han; minst Tittel og éi til.
error-import-no-rows = Fila har overskrifter, men ingen rader under dei.
error-import-rows = Fila har meir enn { $most } rader. Del ho opp.
error-import-letters = Ei rad i fila har meir enn { $most } teikn.
error-import-cells = Ei rad skal ha { $count } tekstar, og dei kan ikkje vere for lange.
error-import-faults = Rader med feil: { $count }. Rett dei først; ingenting er teke inn.
error-import-undecided = Rader med ein tittel som alt finst i programmet: { $count }. Sei først kva som skal skje med dei.
error-row-broken = Ein formel i cella gav ingen verdi.
error-row-focus-area = Eit mål treng eit satsingsområde.
error-row-goal = Eit delmål treng eit hovudmål.
error-row-target = Datoen høyrer til eit delmål, som manglar.
error-row-language = Språket skal vere sv, nn, nb eller en.
error-row-status = «{ $found }» er ingen status. Skriv { sheet-status-idea }, { sheet-status-planned }, { sheet-status-ongoing }, { sheet-status-done }, { sheet-status-paused } eller { sheet-status-cancelled }.
error-row-currency = Valutaen skal vere SEK, NOK eller EUR.
error-row-contact = Ingen i organisasjonen dykkar har adressa { $found }.
error-row-purpose = «{ $found }» er ikkje noko føremål. Skriv { sheet-purpose-emissions }, { sheet-purpose-adaptation } eller { sheet-purpose-other }.
error-row-unit = Organisasjonen dykkar har inga eining som heiter { $found }.
error-row-day = «{ $found }» er ingen dato. Skriv 2030-12-31, 31.12.2030 eller berre året.
error-row-number = «{ $found }» er ikkje eit tal som kan brukast her.
sheet-actions = Tiltak
sheet-actions-focus-area = Satsingsområde
sheet-actions-goal = Hovudmål
sheet-actions-target = Delmål
sheet-actions-due = Delmålet er nådd innan
sheet-actions-title = Tittel
sheet-actions-description = Skildring
sheet-actions-language = Språk
sheet-actions-themes = Tema (semikolon imellom)
sheet-actions-status = Status
sheet-actions-starts = Start
sheet-actions-ends = Slutt
sheet-actions-cost = Kostnad
sheet-actions-currency = Valuta
sheet-actions-effect = Effekt, tonn CO2e per år
sheet-actions-contact = Kontakt (e-post)
sheet-actions-purpose = Føremål
sheet-actions-unit = Ansvarleg eining
sheet-actions-partners = Samarbeidspartnarar
sheet-actions-funding = Finansiering
sheet-actions-funding-amount = Finansiering, beløp
sheet-actions-cost-how = Slik er kostnaden rekna ut
sheet-actions-effect-how = Slik er effekten rekna ut
sheet-actions-decided-by = Vedteke av
sheet-actions-decided-on = Vedtaksdag
sheet-actions-case-number = Saksnummer
sheet-status-idea = Idé
sheet-status-planned = Planlagt
sheet-status-ongoing = Går føre seg
sheet-status-done = Gjennomført
sheet-status-paused = På vent
sheet-status-cancelled = Avbrote
sheet-purpose-emissions = Kutte klimagassutslepp
sheet-purpose-adaptation = Klimatilpassing
sheet-purpose-other = Anna miljømål

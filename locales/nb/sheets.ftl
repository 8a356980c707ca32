# Filer med rader og celler: hva serveren sier når en ikke kan leses, og overskriftene i dem den skriver selv.

## A file that cannot be read
error-sheet-empty = Filen er tom.
error-sheet-broken = Filen kunne ikke leses. Åpne den i regnearkprogrammet, lagre den på nytt og prøv igjen.
error-sheet-kind = Dette er ikke en fil av riktig type. Velg en Excel-fil (.xlsx) eller en CSV-fil.
error-sheet-old-excel = Dette er en Excel-fil av den gamle typen (.xls). Lagre den som .xlsx og prøv igjen.
error-sheet-size = Filen er større enn { $most } megabyte og ble ikke tatt imot.
error-sheet-unpacked = Filen blir mer enn { $most } megabyte når den er pakket ut, og ble ikke åpnet.
error-sheet-cells = Filen har mer enn { $most } utfylte celler. Fjern det som ikke trengs, og prøv igjen.
error-sheet-columns = Filen har mer enn { $most } kolonner. Fjern dem som ikke trengs, og prøv igjen.

## Filer med utslipp
error-statistics-year = { $place }: her skal det stå et år, men det står «{ $found }».
error-statistics-number = { $place }: her skal det stå antall tonn, men det står «{ $found }».
error-statistics-sector = { $place }: «{ $found }» er ikke en sektor vi kjenner.
error-statistics-twice = { $place }: samme sektor og år finnes allerede lenger opp i filen («{ $found }»).
error-statistics-headings = Filen har ingen overskrifter vi kjenner igjen. Den skal komme fra Kolada, Nationella emissionsdatabasen eller Miljødirektoratet, eller være fylt ut i malen vår.
error-statistics-country = Tallene i filen gjelder kommunene i det andre landet. Velg en fil for deres egen kommune.
error-statistics-other-municipality = Filen har ingen tall for kommunen deres, bare for andre: { $found }.
error-statistics-nothing = Filen har ingen utslipp i tonn. Nøkkeltall per innbygger er ikke nok; hent dem som er i tonn.
error-statistics-too-many = Filen har mer enn { $most } tall for én kommune. Det stemmer ikke med et utslippsregnskap.
error-statistics-not-kolada = Filen er JSON, men ikke et svar fra Kolada med verdier.
error-statistics-json = Filen er ikke hel: den slutter eller blir feil på linje { $line }.
error-import-applied = Noen har nettopp tatt over filen, eller en annen for de samme seriene. Last siden på nytt.

sheet-emissions = Utslipp
sheet-column-sector = Sektor
sheet-column-year = År
sheet-column-tonnes = Tonn CO2e
sheet-column-source = Kilde
sheet-column-licence = Lisens

## Program og tiltak fra en fil
error-import-headings = Filen har ingen overskrifter vi kjenner igjen. Bruk malen, eller skriv de samme overskriftene som i den; minst Tittel og én til.
error-import-no-rows = Filen har overskrifter, men ingen rader under dem.
error-import-rows = Filen har mer enn { $most } rader. Del den opp.
error-import-letters = En rad i filen har mer enn { $most } tegn.
error-import-cells = En rad skal ha { $count } tekster, og de kan ikke være for lange.
error-import-faults = Rader med feil: { $count }. Rett dem først; ingenting er tatt inn.
error-import-undecided = Rader med en tittel som allerede finnes i programmet: { $count }. Si først hva som skal skje med dem.
error-row-broken = En formel i cellen ga ingen verdi.
error-row-focus-area = Et mål trenger et satsingsområde.
error-row-goal = Et delmål trenger et hovedmål.
error-row-target = Datoen hører til et delmål, som mangler.
error-row-language = Språket skal være sv, nn, nb eller en.
error-row-status = «{ $found }» er ingen status. Skriv { sheet-status-idea }, { sheet-status-planned }, { sheet-status-ongoing }, { sheet-status-done }, { sheet-status-paused } eller { sheet-status-cancelled }.
error-row-currency = Valutaen skal være SEK, NOK eller EUR.
error-row-contact = Ingen i organisasjonen deres har adressen { $found }.
error-row-purpose = «{ $found }» er ikke noe formål. Skriv { sheet-purpose-emissions }, { sheet-purpose-adaptation } eller { sheet-purpose-other }.
error-row-unit = Organisasjonen deres har ingen enhet som heter { $found }.
error-row-day = «{ $found }» er ingen dato. Skriv 2030-12-31, 31.12.2030 eller bare året.
error-row-number = «{ $found }» er ikke et tall som kan brukes her.
sheet-actions = Tiltak
sheet-actions-focus-area = Satsingsområde
sheet-actions-goal = Hovedmål
sheet-actions-target = Delmål
sheet-actions-due = Delmålet er nådd innen
sheet-actions-title = Tittel
sheet-actions-description = Beskrivelse
sheet-actions-language = Språk
sheet-actions-themes = Temaer (semikolon mellom)
sheet-actions-status = Status
sheet-actions-starts = Start
sheet-actions-ends = Slutt
sheet-actions-cost = Kostnad
sheet-actions-currency = Valuta
sheet-actions-effect = Effekt, tonn CO2e per år
sheet-actions-contact = Kontakt (e-post)
sheet-actions-purpose = Formål
sheet-actions-unit = Ansvarlig enhet
sheet-actions-partners = Samarbeidspartnere
sheet-actions-funding = Finansiering
sheet-actions-funding-amount = Finansiering, beløp
sheet-actions-cost-how = Slik er kostnaden beregnet
sheet-actions-effect-how = Slik er effekten beregnet
sheet-actions-decided-by = Vedtatt av
sheet-actions-decided-on = Vedtaksdag
sheet-actions-case-number = Saksnummer
sheet-status-idea = Idé
sheet-status-planned = Planlagt
sheet-status-ongoing = Pågår
sheet-status-done = Gjennomført
sheet-status-paused = På vent
sheet-status-cancelled = Avbrutt
sheet-purpose-emissions = Kutte klimagassutslipp
sheet-purpose-adaptation = Klimatilpasning
sheet-purpose-other = Annet miljømål

# Filer med rader och celler: vad servern säger när en inte går att läsa, och rubrikerna i dem som den skriver.

## A file that cannot be read
error-sheet-empty = Filen är tom.
error-sheet-broken = Filen gick inte att läsa. Öppna den i kalkylprogrammet, spara den på nytt och försök igen.
error-sheet-kind = Det är inte en fil av rätt sort. Välj en Excel-fil (.xlsx) eller en CSV-fil.
error-sheet-old-excel = Det är en Excel-fil av den gamla sorten (.xls). Spara den som .xlsx och försök igen.
error-sheet-size = Filen är större än { $most } megabyte och togs inte emot.
error-sheet-unpacked = Filen packas upp till mer än { $most } megabyte och öppnades inte.
error-sheet-cells = Filen har fler än { $most } ifyllda celler. Ta bort det som inte behövs och försök igen.
error-sheet-columns = Filen har fler än { $most } kolumner. Ta bort dem som inte behövs och försök igen.

## Filer med utsläpp
error-statistics-year = { $place }: här ska det stå ett år, men det står ”{ $found }”.
error-statistics-number = { $place }: här ska det stå ett antal ton, men det står ”{ $found }”.
error-statistics-sector = { $place }: ”{ $found }” är ingen sektor som vi känner till.
error-statistics-twice = { $place }: samma sektor och år finns redan längre upp i filen (”{ $found }”).
error-statistics-headings = Filen har inga rubriker som vi känner igen. Den ska komma från Kolada, Nationella emissionsdatabasen eller Miljødirektoratet, eller vara ifylld i vår mall.
error-statistics-country = Filens siffror gäller det andra landets kommuner. Välj en fil för er egen kommun.
error-statistics-other-municipality = Filen har inga siffror för er kommun, bara för andra: { $found }.
error-statistics-nothing = Filen har inga utsläpp i ton. Nyckeltal per invånare räcker inte; hämta dem som är i ton.
error-statistics-too-many = Filen har fler än { $most } siffror för en kommun. Det stämmer inte med ett utsläppsregnskap.
error-statistics-not-kolada = Filen är JSON, men inte ett svar från Kolada med värden.
error-statistics-json = Filen är inte hel: det tar slut eller blir fel på rad { $line }.
error-import-applied = Någon har just tagit över filen, eller en annan för samma serier. Läs in sidan igen.

sheet-emissions = Utsläpp
sheet-column-sector = Sektor
sheet-column-year = År
sheet-column-tonnes = Ton CO2e
sheet-column-source = Källa
sheet-column-licence = Licens

## Program och åtgärder ur en fil
error-import-headings = Filen har inga rubriker som vi känner igen. Använd mallen, eller skriv samma rubriker som i den; minst Titel och en till.
error-import-no-rows = Filen har rubriker men inga rader under dem.
error-import-rows = Filen har fler än { $most } rader. Dela upp den.
error-import-letters = En rad i filen har fler än { $most } tecken.
error-import-cells = En rad ska ha { $count } texter, och de får inte vara för långa.
error-import-faults = Rader med fel: { $count }. Rätta dem först; ingenting är taget över.
error-import-undecided = Rader vars titel redan finns i programmet: { $count }. Säg först vad som ska hända med dem.
error-row-broken = En formel i cellen gav inget värde.
error-row-focus-area = Ett mål behöver ett fokusområde.
error-row-goal = Ett delmål behöver ett övergripande mål.
error-row-target = Datumet hör till ett delmål, som saknas.
error-row-language = Språket ska vara sv, nn, nb eller en.
error-row-status = ”{ $found }” är ingen status. Skriv { sheet-status-idea }, { sheet-status-planned }, { sheet-status-ongoing }, { sheet-status-done }, { sheet-status-paused } eller { sheet-status-cancelled }.
error-row-currency = Valutan ska vara SEK, NOK eller EUR.
error-row-contact = Ingen i er organisation har adressen { $found }.
error-row-purpose = ”{ $found }” är inget syfte. Skriv { sheet-purpose-emissions }, { sheet-purpose-adaptation } eller { sheet-purpose-other }.
error-row-unit = Er organisation har ingen enhet som heter { $found }.
error-row-day = ”{ $found }” är inget datum. Skriv 2030-12-31, 31.12.2030 eller bara året.
error-row-number = ”{ $found }” är inget tal som går att använda här.
sheet-actions = Åtgärder
sheet-actions-focus-area = Fokusområde
sheet-actions-goal = Övergripande mål
sheet-actions-target = Delmål
sheet-actions-due = Delmålet nås senast
sheet-actions-title = Titel
sheet-actions-description = Beskrivning
sheet-actions-language = Språk
sheet-actions-themes = Teman (semikolon emellan)
sheet-actions-status = Status
sheet-actions-starts = Start
sheet-actions-ends = Slut
sheet-actions-cost = Kostnad
sheet-actions-currency = Valuta
sheet-actions-effect = Effekt, ton CO2e per år
sheet-actions-contact = Kontakt (e-post)
sheet-actions-purpose = Syfte
sheet-actions-unit = Ansvarig enhet
sheet-actions-partners = Samarbetspartner
sheet-actions-funding = Finansiering
sheet-actions-funding-amount = Finansiering, belopp
sheet-actions-cost-how = Så är kostnaden beräknad
sheet-actions-effect-how = Så är effekten beräknad
sheet-actions-decided-by = Beslutat av
sheet-actions-decided-on = Beslutsdag
sheet-actions-case-number = Diarienummer
sheet-status-idea = Idé
sheet-status-planned = Planerad
sheet-status-ongoing = Pågår
sheet-status-done = Genomförd
sheet-status-paused = Vilande
sheet-status-cancelled = Avbruten
sheet-purpose-emissions = Minska utsläppen av växthusgaser
sheet-purpose-adaptation = Klimatanpassning
sheet-purpose-other = Annat miljömål

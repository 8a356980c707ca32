# Nuläget: utsläpp och klimatrisker, och filerna som siffrorna kommer ur.
inventory-of = Nuläge för { $organisation }
inventory-lead = Vad som släpps ut inom kommunens gränser, och vad ett förändrat klimat hotar.
inventory-emissions = Utsläpp
inventory-emissions-none = Här finns inga utsläpp än. Hämta siffrorna hos den som räknar dem och läs in filen; det tar några minuter.
inventory-account = Räknat av
inventory-source-KOLADA = Kolada
inventory-source-NED = Nationella emissionsdatabasen
inventory-source-MILJODIREKTORATET = Miljødirektoratet
inventory-source-OWN = Egna siffror
inventory-total = Alla utsläpp, ton CO₂e per år
inventory-computed = Summan är uträknad här; källan anger den inte.
inventory-by-sector = Utsläpp per sektor
inventory-in-year = { $tonnes } ton { $year }.
inventory-less = { $part } mindre än { $year }.
inventory-more = { $part } mer än { $year }.
inventory-same-scale = Sektorernas diagram har samma skala och går från { $first } till { $last }.
inventory-chart = { $label }: { $before } ton { $first }, { $after } ton { $last }.
inventory-table = Visa siffrorna
inventory-table-caption = Utsläpp i ton koldioxidekvivalenter, per sektor och år
inventory-sector = Sektor
inventory-year = År
inventory-source = Källa: { $source }. Inläst { $date }.
inventory-download-xlsx = Hämta som Excel
inventory-download-csv = Hämta som CSV
inventory-risks = Klimatrisker
inventory-risks-none = Här finns inga klimatrisker än. Börja med den som oroar er mest.
inventory-risk-new = Ny klimatrisk
inventory-risk-title = Vad hotas?
inventory-risk-title-hint = Till exempel Skyfall i centrum
inventory-risk-severity = Hur allvarligt är det?
inventory-risk-description = Beskrivning
inventory-risk-description-hint = Var, vilka som drabbas, vad ni vet och vad ni inte vet.
inventory-risk-up = Flytta upp
inventory-risk-down = Flytta ner
inventory-risk-up-of = Flytta upp { $title }
inventory-risk-down-of = Flytta ner { $title }
inventory-risk-edit = Redigera { $title }
inventory-risk-remove = Ta bort { $title }
inventory-risk-remove-title = Ta bort klimatrisken?
inventory-severity-LOW = Går att leva med
inventory-severity-MEDIUM = Kännbar
inventory-severity-HIGH = Allvarlig
inventory-severity-VERY_HIGH = Mycket allvarlig
inventory-import = Läs in utsläpp
inventory-import-lead = Hämta filen där den publiceras och välj den här. Innan något ändras får du se vad som skulle ändras.
inventory-where-KOLADA = Spara svaret på en fråga till Koladas öppna API (version 2 eller 3) med nyckeltalen i ton, till exempel N07702, N85532, N85533 och N85535–N85538, alla år för er kommun.
inventory-where-NED = Ladda ner växthusgaser totalt som Excel. Filen får gärna innehålla alla kommuner; bara er egen läses in.
inventory-where-MILJODIREKTORATET = Ladda ner Excel-filen med alla kommuner, eller den för er egen. Bara er egen läses in.
inventory-where-OWN = Fyll i mallen, en rad per sektor och år:
inventory-file = Fil
inventory-file-hint = Excel (.xlsx), CSV eller JSON. Ingenting ändras när du väljer en fil.
inventory-reading = Filen läses …
inventory-preview = Det här skulle ändras
inventory-preview-lead = { $figures } siffror från { $source } i filen ”{ $file }”. Ingenting är ändrat än.
inventory-applied-before = Filen togs över { $at }. Om du tar över den igen kommer dess siffror tillbaka.
inventory-says = Filen säger om sig själv: { $title }
inventory-for = Siffrorna gäller: { $name }
inventory-for-nobody = Filen säger inte vilken kommun den gäller. Kontrollera att det är er.
inventory-replaces = Dessa serier byts ut i sin helhet: { $list }. Källorna räknar om även gamla år.
inventory-passed-over = Nyckeltal som inte är utsläpp i ton lämnas: { $list }
inventory-more-pages = Svaret har fler sidor, som inte är med i filen. Hämta dem också, eller fråga bara om er egen kommun.
inventory-now = Nu
inventory-then = I filen
inventory-kind = Ändring
inventory-kind-ADDED = Ny
inventory-kind-CHANGED = Ändras
inventory-kind-GONE = Försvinner
inventory-no-changes = Alla siffror i filen finns redan här, likadana.
inventory-another-file = Välj en annan fil
inventory-apply-title = Ta över siffrorna
inventory-apply = Ta över siffrorna
inventory-leave = Låt det vara
inventory-named = Källa
inventory-named-hint = Så som den ska nämnas bredvid siffrorna.
inventory-licence = Villkor
inventory-licence-hint = Licensen som står där du hämtade filen.
inventory-licence-named = Fri användning, källan ska anges
inventory-imports = Inlästa filer
inventory-imports-lead = Öppna en fil för att se den, eller för att ta tillbaka dess siffror.
inventory-imported-by = { $name }, { $at }
inventory-imported = { $at }
inventory-remove-account = Ta bort alla siffror från { $source }
inventory-remove-title = Ta bort siffrorna?
inventory-remove-lead = Filerna finns kvar i listan, och kan tas över igen.
inventory-others =
    { $count ->
        [one] Filen har också siffror för en annan kommun. De läses inte in.
       *[other] Filen har också siffror för { $count } andra kommuner. De läses inte in.
    }
inventory-gone =
    { $count ->
        [one] En siffra som finns nu saknas i filen och försvinner.
       *[other] { $count } siffror som finns nu saknas i filen och försvinner.
    }
inventory-changes =
    { $count ->
        [one] En siffra ändras
       *[other] { $count } siffror ändras
    }
inventory-path = Streckad linje: målen i { $programme }.
inventory-path-row = Mål

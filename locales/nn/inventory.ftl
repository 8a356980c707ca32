# Status: utslepp og klimarisikoar, og filene tala kjem frå.
inventory-of = Status for { $organisation }
inventory-lead = Kva som blir sleppt ut innanfor kommunegrensene, og kva eit endra klima trugar.
inventory-emissions = Utslepp
inventory-emissions-none = Her er det ingen utslepp enno. Hent tala hos dei som reknar dei ut, og les inn fila; det tek nokre minutt.
inventory-account = Rekna ut av
inventory-source-KOLADA = Kolada
inventory-source-NED = Nationella emissionsdatabasen
inventory-source-MILJODIREKTORATET = Miljødirektoratet
inventory-source-OWN = Eigne tal
inventory-total = Alle utslepp, tonn CO₂e per år
inventory-computed = Summen er rekna ut her; kjelda gir han ikkje opp.
inventory-by-sector = Utslepp etter sektor
inventory-in-year = { $tonnes } tonn i { $year }.
inventory-less = { $part } mindre enn i { $year }.
inventory-more = { $part } meir enn i { $year }.
inventory-same-scale = Diagramma for sektorane har same skala og går frå { $first } til { $last }.
inventory-chart = { $label }: { $before } tonn i { $first }, { $after } tonn i { $last }.
inventory-table = Vis tala
inventory-table-caption = Utslepp i tonn CO₂-ekvivalentar, etter sektor og år
inventory-sector = Sektor
inventory-year = År
inventory-source = Kjelde: { $source }. Lese inn { $date }.
inventory-download-xlsx = Hent som Excel
inventory-download-csv = Hent som CSV
inventory-risks = Klimarisikoar
inventory-risks-none = Her er det ingen klimarisikoar enno. Begynn med den som uroar dykk mest.
inventory-risk-new = Ny klimarisiko
inventory-risk-title = Kva er truga?
inventory-risk-title-hint = Til dømes Styrtregn i sentrum
inventory-risk-severity = Kor alvorleg er det?
inventory-risk-description = Skildring
inventory-risk-description-hint = Kvar, kven det råkar, kva de veit og kva de ikkje veit.
inventory-risk-up = Flytt opp
inventory-risk-down = Flytt ned
inventory-risk-up-of = Flytt opp { $title }
inventory-risk-down-of = Flytt ned { $title }
inventory-risk-edit = Rediger { $title }
inventory-risk-remove = Ta bort { $title }
inventory-risk-remove-title = Ta bort klimarisikoen?
inventory-severity-LOW = Til å leve med
inventory-severity-MEDIUM = Merkbar
inventory-severity-HIGH = Alvorleg
inventory-severity-VERY_HIGH = Svært alvorleg
inventory-import = Les inn utslepp
inventory-import-lead = Hent fila der ho blir publisert, og vel ho her. Før noko blir endra, får du sjå kva som kjem til å bli endra.
inventory-where-KOLADA = Lagre svaret på ein spørjing til det opne API-et til Kolada (versjon 2 eller 3) med nøkkeltala i tonn, til dømes N07702, N85532, N85533 og N85535–N85538, alle år for kommunen dykkar.
inventory-where-NED = Last ned klimagassar totalt som Excel. Fila kan gjerne ha med alle kommunar; berre dykkar eigen blir lesen inn.
inventory-where-MILJODIREKTORATET = Last ned Excel-fila med alle kommunar, eller den for dykkar eigen. Berre dykkar eigen blir lesen inn.
inventory-where-OWN = Fyll ut malen, éi rad per sektor og år:
inventory-file = Fil
inventory-file-hint = Excel (.xlsx), CSV eller JSON. Ingenting blir endra når du vel ei fil.
inventory-reading = Fila blir lesen …
inventory-preview = Dette kjem til å bli endra
inventory-preview-lead = { $figures } tal frå { $source } i fila «{ $file }». Ingenting er endra enno.
inventory-applied-before = Fila vart teken i bruk { $at }. Om du tek ho i bruk igjen, kjem tala i ho tilbake.
inventory-says = Fila seier om seg sjølv: { $title }
inventory-for = Tala gjeld: { $name }
inventory-for-nobody = Fila seier ikkje kva kommune ho gjeld. Sjå etter at det er dykkar.
inventory-replaces = Desse seriane blir bytte ut i heilskap: { $list }. Kjeldene reknar om gamle år òg.
inventory-passed-over = Nøkkeltal som ikkje er utslepp i tonn, blir haldne utanfor: { $list }
inventory-more-pages = Svaret har fleire sider, som ikkje er med i fila. Hent dei òg, eller spør berre om dykkar eigen kommune.
inventory-now = No
inventory-then = I fila
inventory-kind = Endring
inventory-kind-ADDED = Ny
inventory-kind-CHANGED = Blir endra
inventory-kind-GONE = Forsvinn
inventory-no-changes = Alle tala i fila finst alt her, og er like.
inventory-another-file = Vel ei anna fil
inventory-apply-title = Ta i bruk tala
inventory-apply = Ta tala i bruk
inventory-leave = Lat det vere
inventory-named = Kjelde
inventory-named-hint = Slik ho skal nemnast ved sida av tala.
inventory-licence = Vilkår
inventory-licence-hint = Lisensen som står der du henta fila.
inventory-licence-named = Fri bruk, kjelda skal nemnast
inventory-imports = Filer som er lesne inn
inventory-imports-lead = Opne ei fil for å sjå på ho, eller for å ta tilbake tala i ho.
inventory-imported-by = { $name }, { $at }
inventory-imported = { $at }
inventory-remove-account = Ta bort alle tal frå { $source }
inventory-remove-title = Ta bort tala?
inventory-remove-lead = Filene blir ståande i lista, og kan takast i bruk igjen.
inventory-others =
    { $count ->
        [one] Fila har òg tal for éin annan kommune. Dei blir ikkje lesne inn.
       *[other] Fila har òg tal for { $count } andre kommunar. Dei blir ikkje lesne inn.
    }
inventory-gone =
    { $count ->
        [one] Eitt tal som finst no, manglar i fila og forsvinn.
       *[other] { $count } tal som finst no, manglar i fila og forsvinn.
    }
inventory-changes =
    { $count ->
        [one] Eitt tal blir endra
       *[other] { $count } tal blir endra
    }
inventory-path = Stipla linje: måla i { $programme }.
inventory-path-row = Mål

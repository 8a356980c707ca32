# Status: utslipp og klimarisikoer, og filene tallene kommer fra.
inventory-of = Status for { $organisation }
inventory-lead = Hva som slippes ut innenfor kommunegrensene, og hva et endret klima truer.
inventory-emissions = Utslipp
inventory-emissions-none = Her er det ingen utslipp ennå. Hent tallene hos dem som beregner dem, og les inn filen; det tar noen minutter.
inventory-account = Beregnet av
inventory-source-KOLADA = Kolada
inventory-source-NED = Nationella emissionsdatabasen
inventory-source-MILJODIREKTORATET = Miljødirektoratet
inventory-source-OWN = Egne tall
inventory-total = Alle utslipp, tonn CO₂e per år
inventory-computed = Summen er beregnet her; kilden oppgir den ikke.
inventory-by-sector = Utslipp etter sektor
inventory-in-year = { $tonnes } tonn i { $year }.
inventory-less = { $part } mindre enn i { $year }.
inventory-more = { $part } mer enn i { $year }.
inventory-same-scale = Diagrammene for sektorene har samme skala og går fra { $first } til { $last }.
inventory-chart = { $label }: { $before } tonn i { $first }, { $after } tonn i { $last }.
inventory-table = Vis tallene
inventory-table-caption = Utslipp i tonn CO₂-ekvivalenter, etter sektor og år
inventory-sector = Sektor
inventory-year = År
inventory-source = Kilde: { $source }. Lest inn { $date }.
inventory-download-xlsx = Last ned som Excel
inventory-download-csv = Last ned som CSV
inventory-risks = Klimarisikoer
inventory-risks-none = Her er det ingen klimarisikoer ennå. Begynn med den som bekymrer dere mest.
inventory-risk-new = Ny klimarisk
inventory-risk-title = Hva er truet?
inventory-risk-title-hint = For eksempel Styrtregn i sentrum
inventory-risk-severity = Hvor alvorlig er det?
inventory-risk-description = Beskrivelse
inventory-risk-description-hint = Hvor, hvem det rammer, hva dere vet og hva dere ikke vet.
inventory-risk-up = Flytt opp
inventory-risk-down = Flytt ned
inventory-risk-up-of = Flytt opp { $title }
inventory-risk-down-of = Flytt ned { $title }
inventory-risk-edit = Rediger { $title }
inventory-risk-remove = Fjern { $title }
inventory-risk-remove-title = Fjerne klimarisikoen?
inventory-severity-LOW = Til å leve med
inventory-severity-MEDIUM = Merkbar
inventory-severity-HIGH = Alvorlig
inventory-severity-VERY_HIGH = Svært alvorlig
inventory-import = Les inn utslipp
inventory-import-lead = Hent filen der den publiseres, og velg den her. Før noe endres, får du se hva som kommer til å bli endret.
inventory-where-KOLADA = Lagre svaret på en spørring til det åpne API-et til Kolada (versjon 2 eller 3) med nøkkeltallene i tonn, for eksempel N07702, N85532, N85533 og N85535–N85538, alle år for kommunen deres.
inventory-where-NED = Last ned klimagasser totalt som Excel. Filen kan gjerne inneholde alle kommuner; bare deres egen leses inn.
inventory-where-MILJODIREKTORATET = Last ned Excel-filen med alle kommuner, eller den for deres egen. Bare deres egen leses inn.
inventory-where-OWN = Fyll ut malen, én rad per sektor og år:
inventory-file = Fil
inventory-file-hint = Excel (.xlsx), CSV eller JSON. Ingenting endres når du velger en fil.
inventory-reading = Filen leses …
inventory-preview = Dette kommer til å bli endret
inventory-preview-lead = { $figures } tall fra { $source } i filen «{ $file }». Ingenting er endret ennå.
inventory-applied-before = Filen ble tatt i bruk { $at }. Hvis du tar den i bruk igjen, kommer tallene i den tilbake.
inventory-says = Filen sier om seg selv: { $title }
inventory-for = Tallene gjelder: { $name }
inventory-for-nobody = Filen sier ikke hvilken kommune den gjelder. Se etter at det er deres.
inventory-replaces = Disse seriene byttes ut i sin helhet: { $list }. Kildene regner også om gamle år.
inventory-passed-over = Nøkkeltall som ikke er utslipp i tonn, holdes utenfor: { $list }
inventory-more-pages = Svaret har flere sider, som ikke er med i filen. Hent dem også, eller spør bare om deres egen kommune.
inventory-now = Nå
inventory-then = I filen
inventory-kind = Endring
inventory-kind-ADDED = Ny
inventory-kind-CHANGED = Endres
inventory-kind-GONE = Forsvinner
inventory-no-changes = Alle tallene i filen finnes allerede her, og er like.
inventory-another-file = Velg en annen fil
inventory-apply-title = Ta i bruk tallene
inventory-apply = Ta tallene i bruk
inventory-leave = La det være
inventory-named = Kilde
inventory-named-hint = Slik den skal nevnes ved siden av tallene.
inventory-licence = Vilkår
inventory-licence-hint = Lisensen som står der du hentet filen.
inventory-licence-named = Fri bruk, kilden skal nevnes
inventory-imports = Innleste filer
inventory-imports-lead = Åpne en fil for å se på den, eller for å ta tilbake tallene i den.
inventory-imported-by = { $name }, { $at }
inventory-imported = { $at }
inventory-remove-account = Fjern alle tall fra { $source }
inventory-remove-title = Fjerne tallene?
inventory-remove-lead = Filene blir stående i listen, og kan tas i bruk igjen.
inventory-others =
    { $count ->
        [one] Filen har også tall for én annen kommune. De leses ikke inn.
       *[other] Filen har også tall for { $count } andre kommuner. De leses ikke inn.
    }
inventory-gone =
    { $count ->
        [one] Ett tall som finnes nå, mangler i filen og forsvinner.
       *[other] { $count } tall som finnes nå, mangler i filen og forsvinner.
    }
inventory-changes =
    { $count ->
        [one] Ett tall endres
       *[other] { $count } tall endres
    }
inventory-path = Stiplet linje: målene i { $programme }.
inventory-path-row = Mål

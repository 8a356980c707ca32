# The inventory: emissions and climate risks, and the files that figures come from.
inventory-of = Inventory of { $organisation }
inventory-lead = What is emitted within the municipality, and what a changing climate threatens.
inventory-emissions = Emissions
inventory-emissions-none = There are no emissions here yet. Fetch the figures from those who count them and bring in the file; it takes a few minutes.
inventory-account = Counted by
inventory-source-KOLADA = Kolada
inventory-source-NED = Nationella emissionsdatabasen
inventory-source-MILJODIREKTORATET = Miljødirektoratet
inventory-source-OWN = Our own figures
inventory-total = All emissions, tonnes CO₂e per year
inventory-computed = The sum is computed here; the source does not give it.
inventory-by-sector = Emissions by sector
inventory-in-year = { $tonnes } tonnes in { $year }.
inventory-less = { $part } less than in { $year }.
inventory-more = { $part } more than in { $year }.
inventory-same-scale = The sectors’ charts have the same scale and run from { $first } to { $last }.
inventory-chart = { $label }: { $before } tonnes in { $first }, { $after } tonnes in { $last }.
inventory-table = Show the figures
inventory-table-caption = Emissions in tonnes of CO₂ equivalents, by sector and year
inventory-sector = Sector
inventory-year = Year
inventory-source = Source: { $source }. Brought in on { $date }.
inventory-download-xlsx = Download as Excel
inventory-download-csv = Download as CSV
inventory-risks = Climate risks
inventory-risks-none = There are no climate risks here yet. Begin with the one that worries you most.
inventory-risk-new = New climate risk
inventory-risk-title = What is at risk?
inventory-risk-title-hint = For example Cloudbursts in the centre
inventory-risk-severity = How severe is it?
inventory-risk-description = Description
inventory-risk-description-hint = Where, who is hit, what you know and what you do not.
inventory-risk-up = Move up
inventory-risk-down = Move down
inventory-risk-up-of = Move { $title } up
inventory-risk-down-of = Move { $title } down
inventory-risk-edit = Edit { $title }
inventory-risk-remove = Remove { $title }
inventory-risk-remove-title = Remove the climate risk?
inventory-severity-LOW = Can be lived with
inventory-severity-MEDIUM = Noticeable
inventory-severity-HIGH = Severe
inventory-severity-VERY_HIGH = Very severe
inventory-import = Bring in emissions
inventory-import-lead = Fetch the file where it is published and choose it here. Before anything changes you see what would change.
inventory-where-KOLADA = Save the answer to a query of Kolada’s open API (version 2 or 3) for the figures in tonnes, such as N07702, N85532, N85533 and N85535–N85538, all years for your municipality.
inventory-where-NED = Download greenhouse gases in total as Excel. The file may hold all municipalities; only your own is brought in.
inventory-where-MILJODIREKTORATET = Download the Excel file with all municipalities, or the one for your own. Only your own is brought in.
inventory-where-OWN = Fill in the template, a row for each sector and year:
inventory-file = File
inventory-file-hint = Excel (.xlsx), CSV or JSON. Nothing changes when you choose a file.
inventory-reading = Reading the file …
inventory-preview = This is what would change
inventory-preview-lead = { $figures } figures from { $source } in the file “{ $file }”. Nothing has changed yet.
inventory-applied-before = The file was taken over { $at }. If you take it over again, its figures come back.
inventory-says = The file says of itself: { $title }
inventory-for = The figures are for: { $name }
inventory-for-nobody = The file does not say which municipality it is about. Make sure that it is yours.
inventory-replaces = These series are replaced as a whole: { $list }. The sources revise earlier years too.
inventory-passed-over = Figures that are not emissions in tonnes are left out: { $list }
inventory-more-pages = The answer has further pages that are not in the file. Fetch them too, or ask for your own municipality only.
inventory-now = Now
inventory-then = In the file
inventory-kind = Change
inventory-kind-ADDED = New
inventory-kind-CHANGED = Changes
inventory-kind-GONE = Goes away
inventory-no-changes = All figures in the file are here already, the same.
inventory-another-file = Choose another file
inventory-apply-title = Take the figures over
inventory-apply = Take the figures over
inventory-leave = Leave it
inventory-named = Source
inventory-named-hint = As it is to be named beside the figures.
inventory-licence = Terms
inventory-licence-hint = The licence that stands where you fetched the file.
inventory-licence-named = Free to use, name the source
inventory-imports = Files brought in
inventory-imports-lead = Open a file to look at it, or to bring its figures back.
inventory-imported-by = { $name }, { $at }
inventory-imported = { $at }
inventory-remove-account = Remove all figures from { $source }
inventory-remove-title = Remove the figures?
inventory-remove-lead = The files stay in the list and can be taken over again.
inventory-others =
    { $count ->
        [one] The file also has figures for one other municipality. They are not brought in.
       *[other] The file also has figures for { $count } other municipalities. They are not brought in.
    }
inventory-gone =
    { $count ->
        [one] One figure that is here now is not in the file and goes away.
       *[other] { $count } figures that are here now are not in the file and go away.
    }
inventory-changes =
    { $count ->
        [one] One figure changes
       *[other] { $count } figures change
    }
inventory-path = Broken line: the goals of { $programme }.
inventory-path-row = Goal

# Files with rows and cells: what the server says when one cannot be read, and the headings of those it writes.

## A file that cannot be read
error-sheet-empty = The file is empty.
error-sheet-broken = The file could not be read. Open it in your spreadsheet program, save it again and try once more.
error-sheet-kind = This is not the right kind of file. Choose an Excel file (.xlsx) or a CSV file.
error-sheet-old-excel = This is an Excel file of the old kind (.xls). Save it as .xlsx and try again.
error-sheet-size = The file is larger than { $most } megabytes and was not taken.
error-sheet-unpacked = The file unpacks to more than { $most } megabytes and was not opened.
error-sheet-cells = The file has more than { $most } filled cells. Remove what is not needed and try again.
error-sheet-columns = The file has more than { $most } columns. Remove those that are not needed and try again.

## Files with emissions
error-statistics-year = { $place }: a year should stand here, but it says “{ $found }”.
error-statistics-number = { $place }: a number of tonnes should stand here, but it says “{ $found }”.
error-statistics-sector = { $place }: “{ $found }” is no sector that we know.
error-statistics-twice = { $place }: the same sector and year stand further up in the file already (“{ $found }”).
error-statistics-headings = The file has no headings that we recognise. It should come from Kolada, Nationella emissionsdatabasen or Miljødirektoratet, or be filled in from our template.
error-statistics-country = The figures in the file are about municipalities of the other country. Choose a file for your own.
error-statistics-other-municipality = The file has no figures for your municipality, only for others: { $found }.
error-statistics-nothing = The file has no emissions in tonnes. Figures per inhabitant are not enough; fetch those in tonnes.
error-statistics-too-many = The file has more than { $most } figures for one municipality. That does not fit an account of emissions.
error-statistics-not-kolada = The file is JSON, but not an answer from Kolada with values.
error-statistics-json = The file is not whole: it ends or goes wrong at line { $line }.
error-import-applied = Somebody has just taken the file over, or another one for the same series. Load the page again.

sheet-emissions = Emissions
sheet-column-sector = Sector
sheet-column-year = Year
sheet-column-tonnes = Tonnes CO2e
sheet-column-source = Source
sheet-column-licence = Licence

## Programmes and actions from a file
error-import-headings = The file has no headings that we recognise. Use the template, or write the same headings as in it; at least Title and one more.
error-import-no-rows = The file has headings but no rows under them.
error-import-rows = The file has more than { $most } rows. Split it up.
error-import-letters = A row of the file has more than { $most } characters.
error-import-cells = A row has { $count } texts, and they must not be too long.
error-import-faults = Rows with faults: { $count }. Correct them first; nothing has been taken over.
error-import-undecided = Rows whose title the programme has already: { $count }. Say first what becomes of them.
error-row-broken = A formula in the cell came to nothing.
error-row-focus-area = A goal needs a focus area.
error-row-goal = An interim target needs an overall goal.
error-row-target = The date belongs to an interim target, which is missing.
error-row-language = The language has to be sv, nn, nb or en.
error-row-status = “{ $found }” is no status. Write { sheet-status-idea }, { sheet-status-planned }, { sheet-status-ongoing }, { sheet-status-done }, { sheet-status-paused } or { sheet-status-cancelled }.
error-row-currency = The currency has to be SEK, NOK or EUR.
error-row-contact = Nobody in your organisation has the address { $found }.
error-row-purpose = “{ $found }” is no purpose. Write { sheet-purpose-emissions }, { sheet-purpose-adaptation } or { sheet-purpose-other }.
error-row-unit = Your organisation has no unit called { $found }.
error-row-day = “{ $found }” is no date. Write 2030-12-31, 31.12.2030 or only the year.
error-row-number = “{ $found }” is no number that can be used here.
sheet-actions = Actions
sheet-actions-focus-area = Focus area
sheet-actions-goal = Overall goal
sheet-actions-target = Interim target
sheet-actions-due = Interim target due
sheet-actions-title = Title
sheet-actions-description = Description
sheet-actions-language = Language
sheet-actions-themes = Themes (semicolons between)
sheet-actions-status = Status
sheet-actions-starts = Starts
sheet-actions-ends = Ends
sheet-actions-cost = Cost
sheet-actions-currency = Currency
sheet-actions-effect = Effect, tonnes CO2e per year
sheet-actions-contact = Contact (e-mail)
sheet-actions-purpose = Purpose
sheet-actions-unit = Responsible unit
sheet-actions-partners = Partners
sheet-actions-funding = Funding
sheet-actions-funding-amount = Funding, amount
sheet-actions-cost-how = How the cost was estimated
sheet-actions-effect-how = How the effect was estimated
sheet-actions-decided-by = Decided by
sheet-actions-decided-on = Day of the decision
sheet-actions-case-number = Case number
sheet-status-idea = Idea
sheet-status-planned = Planned
sheet-status-ongoing = In progress
sheet-status-done = Completed
sheet-status-paused = On hold
sheet-status-cancelled = Cancelled
sheet-purpose-emissions = Cut emissions of greenhouse gases
sheet-purpose-adaptation = Adaptation to climate change
sheet-purpose-other = Another environmental goal

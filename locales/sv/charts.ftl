# Charts, wherever they stand.
app-chart-told = { $name }: { $first } ({ $from }) till { $last } ({ $to }).
app-chart-table = Visa siffrorna i en tabell
app-chart-year = År
app-chart-day = Dag
app-chart-empty = Det finns inga siffror än.

# Charts, wherever they stand.
app-chart-told = { $name }: fra { $first } ({ $from }) til { $last } ({ $to }).
app-chart-table = Vis tallene i en tabell
app-chart-year = År
app-chart-day = Dag
app-chart-empty = Her er det ingen tall ennå.

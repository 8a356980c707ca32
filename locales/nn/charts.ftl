# Charts, wherever they stand.
app-chart-told = { $name }: frå { $first } ({ $from }) til { $last } ({ $to }).
app-chart-table = Vis tala i ein tabell
app-chart-year = År
app-chart-day = Dag
app-chart-empty = Her er det ingen tal enno.

# Charts, wherever they stand.
app-chart-told = { $name }: { $first } ({ $from }) to { $last } ({ $to }).
app-chart-table = Show the figures as a table
app-chart-year = Year
app-chart-day = Day
app-chart-empty = There are no figures yet.

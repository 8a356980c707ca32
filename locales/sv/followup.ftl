# Uppföljning: omgångar, formulär, jämförelse, rapport.
programme-rounds = Uppföljning
programme-rounds-lead = I en omgång får var och en som ansvarar för något en länk till ett kort formulär. När ni avslutar fryses läget, så att ni kan jämföra och berätta.
programme-rounds-none = Här finns ingen uppföljning än. Utse först vilka som ansvarar för vad, och öppna sedan den första omgången.
programme-round-responsible = Ansvariga
programme-round-responsible-lead = Välj mål och åtgärder, och säg vem som svarar för dem. Det behöver inte vara någon som har konto. Den som svarar för flera får ett brev och ett formulär.
programme-round-responsible-save = Spara ansvarig
programme-round-responsible-clear = Ta bort ansvarig
programme-round-responsible-set = { $name } svarar nu för { $count ->
    [one] ett mål eller en åtgärd
   *[other] { $count } mål och åtgärder
}.
programme-round-responsible-cleared = De valda har ingen ansvarig längre.
programme-round-nobody = Ingen ansvarig
programme-round-nothing = Programmet har inga mål eller åtgärder än.
programme-round-who = { $count ->
    [0] Vem svarar för det du väljer?
    [one] Vem svarar för det valda?
   *[other] Vem svarar för de { $count } valda?
}
programme-round-known = Någon som redan svarar för något
programme-round-known-none = Någon annan
programme-round-person-name = Namn
programme-round-person-language = Språk i breven
programme-round-email-hint = Hit går länken till formuläret.
programme-round-kinds-GOAL = Övergripande mål
programme-round-kinds-TARGET = Delmål
programme-round-kinds-ACTION = Åtgärder
programme-round-kind-of-GOAL = Övergripande mål
programme-round-kind-of-TARGET = Delmål
programme-round-kind-of-ACTION = Åtgärd
programme-round-new = Ny omgång
programme-round-kind = Vad gäller den?
programme-round-kind-YEAR = Året
programme-round-kind-HALF_YEAR = Halvåret
programme-round-kind-REVIEW = Aktualitetsprövning
programme-round-kind-hint-YEAR = Hur gick det med delmål och åtgärder?
programme-round-kind-hint-HALF_YEAR = Samma frågor, mitt i arbetet.
programme-round-kind-hint-REVIEW = Mål för mål: behålla, ändra eller ta bort, och varför.
programme-round-name = Namn
programme-round-name-YEAR = Uppföljning { $year }
programme-round-name-HALF_YEAR = Halvårsuppföljning { $year }
programme-round-name-REVIEW = Aktualitetsprövning { $year }
programme-round-due = Sista svarsdag
programme-round-message = Hälsning till dem som svarar
programme-round-message-hint = Till exempel vad svaren ska användas till.
programme-round-open-note = När du öppnar omgången går breven ut. De som inte har svarat påminns tre dagar före sista svarsdagen.
programme-round-open = Öppna och skicka
programme-round-open-until = Öppen, svar senast { $date }
programme-round-closed-at = Avslutad { $date }
programme-round-silent = { $count ->
    [one] En har inte svarat
   *[other] { $count } har inte svarat
}
programme-round-all-answered = Alla har svarat
programme-round-people = De som svarar
programme-round-no-people = Ingen är ansvarig för något i den här omgången. Svara själv här nedanför, eller utse ansvariga: då får de ett brev.
programme-round-remind-all = Påminn alla som inte har svarat
programme-round-remind = Påminn
programme-round-reminded = { $count ->
    [one] En påminnelse är på väg.
   *[other] { $count } påminnelser är på väg.
}
programme-round-has-answered = Har svarat
programme-round-reminded-at = Påmind { $date }
programme-round-seen = Har öppnat formuläret
programme-round-mailed = Brev skickat { $date }
programme-round-mailing = Brevet är på väg
programme-round-mail-failed = Brevet kom inte fram. Kontrollera adressen under Ansvariga.
programme-round-answers = Svar
programme-round-elsewhere = Utan mål
programme-round-no-answer = Inget svar än
programme-round-answered-by = Svarat av { $name }
programme-round-answered-for = Svarat av { $name } åt { $other }
programme-round-asked = { $name } är tillfrågad
programme-round-answer-for = Svara
programme-round-change-answer = Ändra svaret
programme-round-answer-done = Klar
programme-round-gone = Borttagen ur programmet
programme-round-report = Rapport till politiken
programme-round-report-begin = Skriv rapport till politiken
programme-round-changes = Vad har ändrats?
programme-round-xlsx = Hämta som Excel
programme-round-csv = Som CSV:
programme-round-csv-round = Om omgången
programme-round-csv-entries = Mål och åtgärder
programme-round-csv-changes = Ändringar
programme-round-csv-people = Ansvariga
programme-round-close-title = Avsluta omgången
programme-round-close-text = När omgången avslutas fryses målen, åtgärderna och svaren som de är nu. Länkarna visar svaren men tar inte emot fler. Det går inte att ångra.
programme-round-close = Avsluta
programme-round-close-missing = { $count ->
    [one] En fråga saknar svar. Den blir stående utan.
   *[other] { $count } frågor saknar svar. De blir stående utan.
}
programme-round-take-statuses = Låt svaren bli delmålens status i programmet
programme-round-closed-now = Omgången är avslutad och läget är fryst.
programme-round-change = Ändra omgången
programme-round-delete = Ta bort omgången
programme-round-delete-text = { $count ->
    [0] Inga svar har kommit. Länkarna i breven slutar fungera.
    [one] Ett svar försvinner, och länkarna i breven slutar fungera.
   *[other] { $count } svar försvinner, och länkarna i breven slutar fungera.
}

## Formuläret
programme-round-form = Formulär
programme-round-form-lead = Hej { $name }! Hur går det? { $count ->
    [one] Det är en fråga
   *[other] Det är { $count } frågor
}, och svaren behövs senast { $date }.
programme-round-form-lead-review = Hej { $name }! Gäller målen fortfarande? { $count ->
    [one] Det är ett mål
   *[other] Det är { $count } mål
}, och svaren behövs senast { $date }.
programme-round-form-saves = Det du skriver sparas medan du skriver. Du kan stänga sidan och fortsätta senare med samma länk.
programme-round-form-closed = Omgången är avslutad. Du kan läsa svaren, men inte ändra dem.
programme-round-form-progress = { $answered } av { $asked } besvarade
programme-round-form-done = Allt är besvarat. Tack! Du kan ändra dina svar tills omgången avslutas.
programme-round-ask-status = Hur står det till?
programme-round-ask-comment = Berätta kort
programme-round-comment-hint = Vad har gjorts, vad har hjälpt och vad är svårt? Några meningar räcker.
programme-round-ask-review = Vad ska hända med målet?
programme-round-ask-reason = Varför?
programme-round-reason-hint = Behövs om målet ska ändras eller tas bort.
programme-round-ask-grade = Hur väl går arbetet?
programme-round-grade-hint = 1 är dåligt, 5 är mycket bra. Tryck en gång till för att ta bort.
programme-round-grade-is = Betyg { $grade } av 5
programme-round-last = Förra gången:
programme-round-saving = Sparar …
programme-round-saved = Sparat
programme-round-saved-begun = Sparat. Frågan är inte besvarad än.
programme-round-conflict = { $name } har svarat annorlunda medan du skrev:
programme-round-keep-mine = Behåll mitt
programme-round-keep-theirs = Ta det andra

## Status och ändringar
programme-round-status-NOT_ASSESSED = Går inte att bedöma än
programme-round-status-ON_TRACK = På väg att nås i tid
programme-round-status-AT_RISK = Osäkert
programme-round-status-OFF_TRACK = Nås inte i tid
programme-round-status-REACHED = Nått
programme-round-status-IDEA = Idé
programme-round-status-PLANNED = Planerad
programme-round-status-ONGOING = Pågår
programme-round-status-DONE = Genomförd
programme-round-status-PAUSED = Vilande
programme-round-status-CANCELLED = Avbruten
programme-round-status-KEEP = Behåll som det är
programme-round-status-CHANGE = Ändra
programme-round-status-DROP = Ta bort
programme-round-since-before = Sedan { $name }
programme-round-since-closed = Sedan omgången avslutades
programme-round-nothing-before = Det finns ingen tidigare omgång att jämföra med.
programme-round-no-changes = Inget har ändrats.
programme-round-was-called = Hette förut: { $title }
programme-round-became = blev
programme-round-same = { $count ->
    [one] En sak är som förut.
   *[other] { $count } saker är som förut.
}
programme-round-change-IMPROVED = Bättre ({ $count })
programme-round-change-WORSE = Sämre ({ $count })
programme-round-change-CHANGED = Ändrat ({ $count })
programme-round-change-NEW = Nytt ({ $count })
programme-round-change-GONE = Borta ({ $count })

## Rapporten
programme-round-report-lead = Högst två sidor i hela meningar, för den som ska fatta beslut. Den är ifylld från svaren; ändra den tills den är er. Dela den gärna redan medan omgången pågår.
programme-round-report-none = Rapporten är inte påbörjad. Den fylls i från de svar som har kommit.
programme-round-report-title = Rubrik
programme-round-report-done = Vad vi har gjort
programme-round-report-drivers = Vad som driver arbetet
programme-round-report-decision = Vad vi ber er besluta
programme-round-report-hint-done = Hur står det till, och vad har hänt sedan sist?
programme-round-report-hint-drivers = Vad hjälper, och vad är svårt?
programme-round-report-hint-decision = Så tydligt att det går att säga ja eller nej.
programme-round-report-fits = Rapporten ryms på två sidor.
programme-round-report-long = Sparat, men { $lines ->
    [one] en rad
   *[other] { $lines } rader
} för långt för två sidor. Korta lite till, så går den att dela.
programme-round-report-suggest = Fyll i på nytt från svaren
programme-round-report-take = Använd den här texten
programme-round-report-conflict = Någon annan har ändrat rapporten medan du skrev. Så här står det nu:
programme-round-report-edited = Senast ändrad { $date }
programme-round-report-open = Uppföljningen pågår, så texten kan ändras.
programme-round-print = Skriv ut
programme-round-links = Länkar till rapporten
programme-round-links-text = Den som har länken kan läsa rapporten utan konto, som den ser ut just då, tills du återkallar länken.
programme-round-link-label = Vem är länken till?
programme-round-link-make = Skapa länk
programme-round-link-once = Kopiera länken nu. Den visas bara den här gången:
programme-round-link-made = Skapad { $date }
programme-round-link-revoke = Återkalla
programme-round-link-revoked = Återkallad { $date }
programme-round-home = { $name }: { $count ->
    [one] en fråga väntar
   *[other] { $count } frågor väntar
} på ditt svar, senast { $date }

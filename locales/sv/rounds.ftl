# Uppföljning: brev till dem som svarar, det som rapporten fylls i med, och det som står i filerna.

mail-follow-up-subject = { $review ->
    [1] Ska målen vara kvar? { $round }, { $organisation }
   *[0] Hur går det? { $round }, { $organisation }
}
mail-follow-up-body =
    Hej { $name }!

    { $asker } på { $organisation } ber dig { $review ->
        [1] ta ställning till mål
       *[0] berätta hur det går med det du ansvarar för
    } i ”{ $programme }”. Det är { $count ->
        [one] en fråga
       *[other] { $count } frågor
    } och svaren behövs senast { $due }.

    { $message }Öppna formuläret här. Du behöver inget konto, och det du skriver sparas medan du skriver:
    { $url }

    Länken är din egen. Den fungerar tills uppföljningen är avslutad, så du kan svara lite i taget.

mail-follow-up-reminder-subject = Påminnelse: { $round }, { $organisation }
mail-follow-up-reminder-body =
    Hej { $name }!

    { $count ->
        [one] En fråga väntar
       *[other] { $count } frågor väntar
    } fortfarande på ditt svar i uppföljningen av ”{ $programme }”. { $asker } på { $organisation } behöver svaren senast { $due }.

    { $message }Öppna formuläret här. Du behöver inget konto, och det du redan har skrivit är kvar:
    { $url }

round-day = { $day } { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }

error-round-empty = Programmet har inget att följa upp än. Lägg till mål och åtgärder först.
error-round-open = En sådan omgång är redan öppen. Avsluta den innan du öppnar nästa.
error-round-closed = Omgången är avslutad. Svaren går att läsa men inte att ändra.
error-due-past = Sista svarsdagen har redan varit.
error-due-far = Sista svarsdagen får ligga högst två år framåt.
error-round-all-answered = Alla har svarat, så det finns ingen att påminna.
error-followup-link = Länken öppnar inget formulär. Kanske har någon annan tagit över frågorna, eller så är omgången borttagen. Fråga den som skickade brevet.
error-answer-conflict = Någon annan har svarat på frågan medan du skrev. Din text är kvar; jämför och spara igen.
error-grade = Betyget ska vara från 1 till 5.
error-answer-kind = Det svaret passar inte till frågan.
error-answer-reason = Det som mäts visar ”{ $measured ->
    [REACHED] Nått
    [ON_TRACK] På väg att nås i tid
    [AT_RISK] Osäkert
   *[OFF_TRACK] Nås inte i tid
}”. Skriv kort varför du bedömer det annorlunda, så sparas svaret.
error-report-there = Omgången har redan en rapport.
error-report-long = Rapporten är { $lines ->
    [one] en rad
   *[other] { $lines } rader
} längre än två sidor. Korta den, så går den att dela.
error-report-long-shared = Rapporten är delad och har nu blivit { $lines ->
    [one] en rad
   *[other] { $lines } rader
} längre än två sidor, så ändringen är inte sparad än. Den som har länken ser texten som den var. Korta den, så sparas den; det du har skrivit står kvar här.
error-report-link = Länken visar ingen rapport. Kontrollera att hela adressen kom med.
error-report-link-revoked = Länken är återkallad. Fråga den som skickade den efter en ny.

## Rapporten
report-targets = { $count ->
    [one] Programmet har ett delmål.
   *[other] Programmet har { $count } delmål.
}
report-targets-reached = { $count ->
    [one] Ett är nått.
   *[other] { $count } är nådda.
}
report-targets-on-track = { $count ->
    [one] Ett är på väg att nås i tid.
   *[other] { $count } är på väg att nås i tid.
}
report-targets-at-risk = { $count ->
    [one] För ett är det osäkert.
   *[other] För { $count } är det osäkert.
}
report-targets-off-track = { $count ->
    [one] Ett nås inte i tid om inget mer görs.
   *[other] { $count } nås inte i tid om inget mer görs.
}
report-targets-unknown = { $count ->
    [one] Ett är ännu inte bedömt.
   *[other] { $count } är ännu inte bedömda.
}
report-since-same = Bedömningen är densamma som vid förra uppföljningen.
report-since-better = { $better ->
    [one] Sedan förra uppföljningen ser ett delmål bättre ut.
   *[other] Sedan förra uppföljningen ser { $better } delmål bättre ut.
}
report-since-worse = { $worse ->
    [one] Sedan förra uppföljningen ser ett delmål sämre ut.
   *[other] Sedan förra uppföljningen ser { $worse } delmål sämre ut.
}
report-since-both = Sedan förra uppföljningen ser { $better } delmål bättre ut och { $worse } sämre.
report-actions-done = { $count ->
    [one] En åtgärd är genomförd:
   *[other] { $count } åtgärder är genomförda:
}
report-actions-ongoing = { $count ->
    [one] En åtgärd pågår.
   *[other] { $count } åtgärder pågår.
}
report-example = – ”{ $title }”
report-example-said = – ”{ $title }”: { $comment }
report-more = { $count ->
    [one] – och en till
   *[other] – och { $count } till
}
report-drivers-good = Det här driver arbetet framåt:
report-drivers-hard = Det här gör det svårt:
report-drivers-none = De ansvariga har ännu inte berättat vad som driver arbetet eller vad som är svårt.
report-decide-accept = Uppföljningen föreslås bli godkänd.
report-decide-off-track = Ta också ställning till hur de delmål som inte nås i tid ska nås: med fler åtgärder, mer resurser eller en ny tidplan.
report-review = { $count ->
    [0] Inget mål har prövats än.
    [one] Ett mål har prövats.
   *[other] { $count } mål och delmål har prövats.
}
report-review-keep = { $count ->
    [one] Ett gäller fortfarande som det är.
   *[other] { $count } gäller fortfarande som de är.
}
report-review-change = { $count ->
    [one] Ett behöver ändras.
   *[other] { $count } behöver ändras.
}
report-review-drop = { $count ->
    [one] Ett föreslås tas bort.
   *[other] { $count } föreslås tas bort.
}
report-review-silent = { $count ->
    [one] Om ett till har ingen svarat än.
   *[other] Om { $count } till har ingen svarat än.
}
report-why-change = Därför behöver de här ändras:
report-why-drop = Därför föreslås de här tas bort:
report-why-nothing = Inget mål behöver ändras eller tas bort enligt dem som har svarat.
report-decide-review = Prövningen föreslås bli godkänd.
report-decide-change = Ge i uppdrag att ta fram förslag till ändring av:
report-decide-drop = Besluta att ta bort:

## Filerna
round-file-round = Om omgången
round-file-fact = Uppgift
round-file-content = Innehåll
round-file-organisation = Organisation
round-file-programme = Program
round-file-round-name = Omgång
round-file-round-kind = Vad den gäller
round-file-round-YEAR = Året
round-file-round-HALF_YEAR = Halvåret
round-file-round-REVIEW = Aktualitetsprövning
round-file-opened = Öppnad
round-file-answers-by = Svar senast
round-file-closed = Avslutad
round-file-message = Till dem som svarar
round-file-compared = Jämförd med
round-file-report-title = Rapportens rubrik
round-file-report-done = Vad vi har gjort
round-file-report-drivers = Vad som driver arbetet
round-file-report-decision = Vad vi ber er besluta
round-file-entries = Mål och åtgärder
round-file-changes = Ändringar
round-file-people = Ansvariga
round-file-kind = Vad
round-file-kind-goal = Mål
round-file-kind-target = Delmål
round-file-kind-action = Åtgärd
round-file-area = Fokusområde
round-file-goal = Övergripande mål
round-file-title = Namn
round-file-due = Senast
round-file-own-status = Status i programmet
round-file-status = Svarad status
round-file-decision = Beslut
round-file-grade = Betyg 1–5
round-file-comment = Kommentar
round-file-respondent = Ansvarig
round-file-by = Svarat av
round-file-for = Svarat åt någon annan
round-file-yes = ja
round-file-at = Svarat
round-file-starts = Börjar
round-file-cost = Kostnad
round-file-currency = Valuta
round-file-effect = Ton koldioxidekvivalenter
round-file-change = Ändring
round-file-before = Före
round-file-after = Efter
round-file-name = Namn
round-file-email = E-post
round-file-asked = Frågor
round-file-answered = Besvarade
round-file-reminded = Senast påmind
round-status-NOT_ASSESSED = Inte bedömt
round-status-ON_TRACK = På väg
round-status-AT_RISK = Osäkert
round-status-OFF_TRACK = Når inte målet
round-status-REACHED = Nått
round-status-IDEA = Idé
round-status-PLANNED = Planerad
round-status-ONGOING = Pågår
round-status-DONE = Genomförd
round-status-PAUSED = Vilande
round-status-CANCELLED = Avbruten
round-decision-KEEP = Behåll
round-decision-CHANGE = Ändra
round-decision-DROP = Ta bort
round-change-IMPROVED = Bättre
round-change-WORSE = Sämre
round-change-NEW = Nytt
round-change-GONE = Borta
round-change-CHANGED = Ändrat
round-change-SAME = Som förut

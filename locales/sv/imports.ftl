# Program och åtgärder ur en fil: först ser man vad som skulle komma.
import-actions = Läs in program och åtgärder
import-actions-lead = En rad i filen blir en åtgärd. Kolumnerna för fokusområde, mål och delmål bygger programmet; det som redan finns används som det är. Innan något ändras får du se alla rader, och rätta dem här.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting ändras när du väljer en fil.
import-template = Hämta mallen, om ni inte redan har en fil med samma rubriker:
import-ready = Alla rader går att ta över.
import-open = Rader som väntar på dig
import-open-more = Fler väntar, och visas när de här är klara.
import-row = Rad { $number }: { $title }
import-exists = Programmet, eller en tidigare rad, har redan en åtgärd med den titeln.
import-decision-SKIP = Hoppa över raden
import-decision-ADD = Lägg till en till med samma titel
import-correct = Rätta raden
import-whole-row = Visa hela raden
import-only-faults = Visa bara felen
import-drafts = Åtgärderna kommer in som utkast, som bara er egen organisation ser. Antingen tas alla rader över, eller ingen.
import-rows = Alla rader
import-number = Rad
import-done = Filen är övertagen. Åtgärderna finns i programmet.
import-to-programme = Till programmet
import-lead =
    { $rows ->
        [one] Filen har en rad. Ingenting är ändrat än.
       *[other] Filen har { $rows } rader. Ingenting är ändrat än.
    }
import-faulty =
    { $count ->
        [one] En rad har något som ska rättas.
       *[other] { $count } rader har något som ska rättas.
    }
import-undecided =
    { $count ->
        [one] En rad har en titel som redan finns. Säg vad som ska hända med den.
       *[other] { $count } rader har titlar som redan finns. Säg vad som ska hända med dem.
    }
import-apply =
    { $count ->
        [one] Ta över raden
       *[other] Ta över { $count } rader
    }

# Program och åtgärder ur en fil: först ser man vad som skulle komma.
import-actions = Läs in program och åtgärder
import-actions-lead = En rad i filen blir en åtgärd. Kolumnerna för fokusområde, mål och delmål bygger programmet; det som redan finns används som det är. Finns åtgärden redan kan raden uppdatera den; en tom cell ändrar ingenting. Innan något ändras får du se alla rader, och rätta dem här.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting ändras när du väljer en fil.
import-template = Hämta mallen, om ni inte redan har en fil med samma rubriker:
import-ready = Alla rader går att ta över.
import-open = Rader som väntar på dig
import-row = Rad { $number }: { $title }
import-exists = Programmet, eller en tidigare rad, har redan en åtgärd med den titeln.
import-decision-SKIP = Hoppa över raden
import-decision-UPDATE = Uppdatera åtgärden med det som är nytt i raden
import-decision-ADD = Lägg till en till med samma titel
import-no-update = Raden kan inte uppdatera någon åtgärd. { $why }
import-differs = Det här är nytt i raden
import-same = Raden säger det som åtgärden redan säger.
import-see-action = Se åtgärden
import-all = Alla rader vars titel redan finns:
import-all-UPDATE = Uppdatera alla
import-all-SKIP = Hoppa över alla
import-update-how = En åtgärd som uppdateras får det som raden säger. Tomma celler, och kolumner som filen inte har, ändrar ingenting. Det som stod förut finns kvar bland åtgärdens tidigare versioner.
import-correct = Rätta raden
import-whole-row = Visa hela raden
import-only-faults = Visa bara felen
import-drafts = Nya åtgärder kommer in som utkast, som bara er egen organisation ser. Ändringar i publicerade åtgärder ser andra först när ni publicerar dem igen. Antingen tas alla rader över, eller ingen.
import-rows = Alla rader
import-number = Rad
import-what = Vad som händer
import-what-new = Ny åtgärd
import-what-part = Bara programmet
import-what-UPDATE = Uppdateras
import-what-SKIP = Hoppas över
import-what-unchanged = Inget nytt
import-what-open = Väntar på dig
import-what-faulty = Ska rättas
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
import-unchanged =
    { $count ->
        [one] En rad säger det som dess åtgärd redan säger, och hoppas över.
       *[other] { $count } rader säger det som deras åtgärder redan säger, och hoppas över.
    }
import-apply =
    { $count ->
        [one] Ta över raden
       *[other] Ta över { $count } rader
    }

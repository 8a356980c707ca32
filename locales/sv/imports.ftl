# Program och åtgärder ur en fil: först ser man vad som skulle komma.
import-actions = Läs in program och åtgärder
import-actions-lead = En rad i filen blir en åtgärd. Kolumnerna för fokusområde, mål och delmål bygger programmet; det som redan finns används som det är, men ett delmål får den dag som raden ger det. Finns åtgärden redan kan raden uppdatera den; en tom cell ändrar ingenting. Innan något ändras får du se alla rader, och rätta dem här.
import-actions-cells = Flera saker i en cell skiljs åt med semikolon eller radbrytning. En länk är en adress, gärna med titel och kolon före: Beslutet: https://… En milstolpe börjar med sin dag eller sitt år: 2027 Invigning. Nationella miljömål och FN:s mål gäller radens delmål, eller dess övergripande mål om raden inte har något delmål; det som flera rader säger läggs ihop, och det som redan är valt blir kvar.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting ändras när du väljer en fil.
import-template = Hämta mallen, om ni inte redan har en fil med samma rubriker:
import-own = Eller hämta programmet som det är, ändra i filen och läs in den igen:
import-ready = Alla rader går att ta över.
import-unread = Känns inte igen och kommer inte med
import-unread-column = Kolumnen ”{ $column }”
import-unread-column-of = Kolumnen ”{ $column }” i bladet ”{ $sheet }”
import-unread-sheet = Bladet ”{ $sheet }”
import-open = Rader som väntar på dig
import-row = Rad { $number }: { $title }
import-row-of-sheet = { $sheet }, rad { $number }: { $title }
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
        [one] En rad säger det som redan står i programmet, och hoppas över.
       *[other] { $count } rader säger det som redan står i programmet, och hoppas över.
    }
import-nothing = Filen säger ingenting som inte redan står i programmet.
import-apply =
    { $count ->
        [one] Ta över raden
       *[other] Ta över { $count } rader
    }

import-values = Läs in värden från en fil
import-values-lead = Värdena hamnar hos de indikatorer i programmet som de hör till. Innan något ändras får du se vad som är nytt, vad som ändras och vad som är som förut.
import-values-kolada = Öppna svaret hos Kolada och spara det som en fil. Där har programmets indikatorer de här numren: { $numbers }.
import-values-kolada-open = Öppna Koladas svar för er kommun
import-values-kolada-none = Ingen av programmets indikatorer finns i Kolada. Välj indikatorer ur katalogen, så visas deras nummer här.
import-values-own = Egna tabeller
import-values-own-how = En rad för varje värde, eller en kolumn för varje år. I mallen står programmets indikatorer redan:
import-values-no-indicators = Programmet har inga indikatorer än. Lägg först till dem som ni vill följa.
import-values-replaces = Värden för de år och dagar som finns i filen ersätts: myndigheterna räknar om även äldre år. Alla andra värden står kvar.
import-values-unchanged = Alla värden i filen finns redan, och är desamma.
import-values-counts = Nya: { $added }. Ändras: { $changed }. Som förut: { $same }.
import-values-same = Som förut: { $list }
import-values-unit = Filen räknar i { $unit }, indikatorn i { $own }. Kontrollera att värdena passar innan du tar över dem.
import-values-unmatched = Hör inte till någon indikator
import-values-unmatched-lead = Detta lämnas utanför. Hör något av det till programmet, lägg till indikatorn och ladda om den här sidan.
import-values-passed-over = Nyckeltal i Kolada som inte finns i katalogen: { $list }
import-values-gone = Dessa indikatorer har tagits bort sedan filen lästes: { $list }. Välj filen en gång till.
import-values-nobodys = Inget av värdena i filen hör till någon indikator i programmet.
import-values-source-hint = För de värden där filen inte säger det själv.
import-values-apply = Ta över värdena
import-values-done = Filen är inläst. Värdena finns i programmet.
import-values-read =
    { $count ->
        [one] Filen har ett värde. Ingenting är ändrat än.
       *[other] Filen har { $count } värden. Ingenting är ändrat än.
    }
import-values-unmatched-of =
    { $count ->
        [one] { $name }: ett värde
       *[other] { $name }: { $count } värden
    }

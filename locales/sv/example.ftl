# What else an action says, good examples, files.

## Good examples
action-example = Gott exempel
action-example-tell = Berätta som ett gott exempel
action-example-tell-text = Några frågor hjälper er att berätta så att andra kan göra samma sak.
action-example-write = Skriv som gott exempel
action-example-lead = ”{ $title }” blir lättare att lära av när frågorna här har svar. Skriv kort. Allt sparas medan du skriver.
action-example-missing = Det här är inte ifyllt än. Det går bra att publicera ändå och fylla på senare.
action-example-whole = Alla frågor har svar. Nu är exemplet lätt att lära av.
action-example-publish = Visa åtgärden som ett gott exempel
action-ask-problem = Vilket problem ville ni lösa?
action-ask-problem-hint = Hur såg det ut innan, och varför gjorde ni något åt det?
action-ask-description = Vad gjorde ni?
action-ask-description-hint = I den ordning det hände. Vad behövde beslutas, köpas eller ändras?
action-ask-result = Vad blev resultatet?
action-ask-result-hint = Gärna siffror, och vad andra märker av det. Det är lika bra att veta vad som inte blev av.
action-ask-lessons = Vad ska andra tänka på?
action-ask-lessons-hint = Sådant som ni önskar att ni hade vetat från början. Första meningen syns i listorna.
action-ask-again = Vad skulle ni göra likadant igen?
action-ask-again-hint = Det som gjorde skillnaden.
action-ask-transferability = Vad måste finnas på plats hos andra?
action-ask-transferability-hint = Till exempel ett beslut, en tjänst, ett avtal, en viss storlek eller ett visst klimat.
action-ask-contactId = Vem kan man fråga?
action-ask-contactId-hint = Namnet syns för den som får läsa åtgärden.

## An action's page
action-story-problem = Problemet
action-story-did = Vad vi gjorde
action-story-result = Resultatet
action-story-lessons = Att tänka på
action-story-again = Det gör vi gärna igen
action-story-transferability = Det här måste finnas på plats
action-images = Bilder
action-sources = Läs mer
action-status-history = Så har statusen ändrats
action-status-before = tidigare: { $status }
action-milestone-reached = klart { $date }
action-milestone-by = senast { $date }
action-milestone-late = försenat
action-decision-read = Läs beslutet

## Writing
action-further = Mer om åtgärden
action-further-hint = Fyll i det ni vet. Inget av det här måste finnas.
action-group-filled = { $count } ifyllt
action-not-said = Inte angivet
action-group-purpose = Syfte och effekt
action-purpose = Syfte
action-purpose-EMISSIONS = Minska utsläppen av växthusgaser
action-purpose-ADAPTATION = Klimatanpassning
action-purpose-OTHER = Annat miljömål
action-risk = Risk
action-risk-hint = Vad ska åtgärden skydda mot, och vad står på spel?
action-effect-in-words = Effekt
action-effect-in-words-hint = Vad blir bättre, för vem och hur mycket?
action-effect-how = Hur är effekten beräknad?
action-effect-how-hint = Mätt, räknat med schablon eller uppskattat? Mot vilket år?
action-cost-how = Hur är kostnaden beräknad?
action-cost-how-hint = Vad ingår, och för hur lång tid?
action-indicators = Indikatorer som påverkas
action-indicators-chosen =
    { $count ->
        [0] Välj indikatorer
        [one] En indikator vald
       *[other] { $count } indikatorer valda
    }
action-group-who = Vilka som gör det, och pengarna
action-unit = Ansvarig enhet
action-partners = Samarbetspartner
action-partners-hint = Företag, föreningar, andra kommuner och myndigheter.
action-funding = Finansiering
action-funding-own = Egna medel eller annat
action-funding-name = Vad finansieringen heter
action-funding-name-hint = Till exempel vilken utlysning, eller en egen fond.
action-funding-amount = Belopp därifrån
action-group-decision = Beslut
action-decision-body = Vem har beslutat?
action-decision-body-hint = Till exempel kommunstyrelsen.
action-decision-date = Beslutsdag
action-case-number = Diarienummer
action-decision-url = Webbadress till beslutet
action-milestones = Milstolpar
action-milestones-hint = Det som ska vara klart på vägen. En som har passerat sin dag visas som försenad.
action-milestone = Milstolpe
action-milestone-due = Ska vara klar
action-milestone-done = Blev klar
action-milestone-add = Lägg till en milstolpe
action-row-remove = Ta bort { $name }
action-links = Länkar
action-link = länken
action-link-url = Webbadress
action-link-name = Vad som finns där
action-link-add = Lägg till en länk
action-status-reason = Varför den statusen?
action-status-reason-hint = Sparas i åtgärdens historik.

## Files
action-files = Filer och bilder
action-file-choose = Välj en fil
action-file-hint = PDF, bilder och dokument, högst { $most } MB. Inget med makron.
action-file-alt = Vad ser man på bilden?
action-file-description = Vad finns i filen?
action-file-send = Lägg till filen
action-file-sending = Skickar filen …
action-file-sent = { $name } är sparad.
action-file-too-large = Filen är för stor: högst { $most } MB.
action-file-unpublished = visas för andra när åtgärden publiceras
action-file-delete = Ta bort filen
action-file-delete-ask = Ta bort { $name }?
action-file-delete-text = Filen försvinner för alla och går inte att få tillbaka.

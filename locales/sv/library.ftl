# Biblioteket: det man kan välja efter, efterlysningar, flöden.

action-order-SIMILAR = Kommuner som liknar vår först
action-facet-THEME = Tema
action-facet-SECTOR = Utsläppssektor
action-facet-GOAL = Nationellt miljömål
action-facet-SDG = Globalt mål
action-facet-STATUS = Status
action-facet-COUNTRY = Land
action-facet-COUNTY = Län och fylke
action-facet-SIZE = Kommunens storlek
action-facet-COST = Kostnad
action-facet-LANGUAGE = Språk
action-facet-COPIED_BY = Kopierad av
action-filter-example = Bara goda exempel
action-facet-PURPOSE = Syfte
action-facet-purpose-EMISSIONS = Minskade utsläpp
action-facet-purpose-ADAPTATION = Klimatanpassning
action-facet-purpose-OTHER = Ett annat miljömål
action-facet-chosen = Det du har valt
action-facet-size-SMALLEST = Under 5 000 invånare
action-facet-size-SMALL = 5 000–15 000 invånare
action-facet-size-MIDDLE = 15 000–50 000 invånare
action-facet-size-LARGE = 50 000–100 000 invånare
action-facet-size-LARGEST = Över 100 000 invånare
action-facet-cost-HUNDREDS = Under 100 000 kronor
action-facet-cost-THOUSANDS = 100 000–1 miljon kronor
action-facet-cost-MILLIONS = 1–10 miljoner kronor
action-facet-cost-TENS_OF_MILLIONS = Över 10 miljoner kronor

## Asking, and who knows
network-requests-title = Vi söker
network-requests-lead = Letar du efter en åtgärd som du inte hittar? Fråga nätverket. De andra svarar med en åtgärd som du kan kopiera, eller med någon som vet.
network-requests-open = Väntar på svar
network-requests-all = Allt som har efterfrågats
network-requests-none = Ingen söker något just nu.
network-requests-show-closed = Visa även avslutade
network-requests-hide-closed = Visa bara det som väntar på svar
network-requests-more = Allt som nätverket söker
network-request-ask = Fråga nätverket
network-request-ask-text = Alla i nätverket kan läsa frågan. Du får veta när någon svarar.
network-request-whom = Vem frågar du?
network-request-subject = Vad söker ni?
network-request-subject-hint = En rad, till exempel ”Solceller på k-märkta tak”.
network-request-body = Mer om det
network-request-send = Skicka frågan
network-request-answers =
    { $count ->
        [0] Inga svar än
        [one] Ett svar
       *[other] { $count } svar
    }
network-request-new =
    { $count ->
        [one] Ett nytt svar
       *[other] { $count } nya svar
    }
network-request-is-new = Nytt
network-request-closed = Avslutad
network-request-no-answers = Ingen har svarat än. Vet du något, eller någon som vet?
network-request-answer = Svara
network-request-action = Peka på en åtgärd
network-request-no-action = Ingen åtgärd har de orden. Pröva ett kortare.
network-request-which = Vilken åtgärd?
network-request-none-of-these = Ingen av dem
network-request-person = Peka på någon som vet
network-request-who = Vem?
network-request-words = Några ord till
network-request-answer-send = Skicka svaret
network-request-answered = Svaret är skickat.
network-request-withdraw = Ta tillbaka svaret
network-request-close = Avsluta: vi har fått svar
network-request-hidden-action = Åtgärden är borttagen eller inte öppen för dig.
network-request-ask-person = Fråga { $person }, { $organisation }
network-experts-title = Vem vet?
network-experts-lead = Hitta någon som kan ett tema: den som säger det själv, och den som har gjort det.
network-experts-theme = Om vad?
network-experts-find = Visa vem som vet
network-experts-none = Ingen i nätverket har sagt eller gjort något om det här än. Fråga i stället alla.
network-expert-names = Kan själv: { $themes }
network-expert-contact =
    { $count ->
        [one] Kontakt för en åtgärd
       *[other] Kontakt för { $count } åtgärder
    }
network-expert-wrote =
    { $count ->
        [one] Har skrivit på en åtgärd
       *[other] Har skrivit på { $count } åtgärder
    }
person-expertise-title = Det här kan jag
person-expertise-text = Andra i dina nätverk hittar dig när de söker någon som vet.
action-not-found-ask = Hittar du inte det du söker? Fråga nätverket
action-feed-theme = Följ { $theme } i en flödesläsare (Atom)
network-feed = Följ nätverkets öppna åtgärder i en flödesläsare (Atom)

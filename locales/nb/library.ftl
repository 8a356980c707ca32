# Biblioteket: det man kan velge etter, forespørsler, strømmer.

action-order-SIMILAR = Kommuner som ligner vår, først
action-facet-THEME = Tema
action-facet-SECTOR = Utslippssektor
action-facet-GOAL = Nasjonalt miljømål
action-facet-SDG = Bærekraftsmål
action-facet-STATUS = Status
action-facet-COUNTRY = Land
action-facet-COUNTY = Fylke og län
action-facet-SIZE = Størrelsen på kommunen
action-facet-COST = Kostnad
action-facet-LANGUAGE = Språk
action-facet-COPIED_BY = Kopiert av
action-filter-example = Bare gode eksempler
action-facet-PURPOSE = Formål
action-facet-purpose-EMISSIONS = Utslippskutt
action-facet-purpose-ADAPTATION = Klimatilpasning
action-facet-purpose-OTHER = Et annet miljømål
action-facet-chosen = Det du har valgt
action-facet-size-SMALLEST = Under 5 000 innbyggere
action-facet-size-SMALL = 5 000–15 000 innbyggere
action-facet-size-MIDDLE = 15 000–50 000 innbyggere
action-facet-size-LARGE = 50 000–100 000 innbyggere
action-facet-size-LARGEST = Over 100 000 innbyggere
action-facet-cost-HUNDREDS = Under 100 000 kroner
action-facet-cost-THOUSANDS = 100 000–1 million kroner
action-facet-cost-MILLIONS = 1–10 millioner kroner
action-facet-cost-TENS_OF_MILLIONS = Over 10 millioner kroner

## Asking, and who knows
network-requests-title = Vi leter etter
network-requests-lead = Leter du etter et tiltak som du ikke finner? Spør nettverket. De andre svarer med et tiltak du kan kopiere, eller med noen som vet.
network-requests-open = Venter på svar
network-requests-all = Alt som har vært etterspurt
network-requests-none = Ingen leter etter noe akkurat nå.
network-requests-show-closed = Vis også avsluttede
network-requests-hide-closed = Vis bare det som venter på svar
network-requests-more = Alt nettverket leter etter
network-request-ask = Spør nettverket
network-request-ask-text = Alle i nettverket kan lese spørsmålet. Du får vite når noen svarer.
network-request-whom = Hvem spør du?
network-request-subject = Hva leter dere etter?
network-request-subject-hint = En linje, for eksempel «Solceller på vernede tak».
network-request-body = Mer om det
network-request-send = Send spørsmålet
network-request-answers =
    { $count ->
        [0] Ingen svar ennå
        [one] Ett svar
       *[other] { $count } svar
    }
network-request-new =
    { $count ->
        [one] Ett nytt svar
       *[other] { $count } nye svar
    }
network-request-is-new = Nytt
network-request-closed = Avsluttet
network-request-no-answers = Ingen har svart ennå. Vet du noe, eller noen som vet?
network-request-answer = Svar
network-request-action = Pek på et tiltak
network-request-no-action = Ingen tiltak har de ordene. Prøv et kortere.
network-request-which = Hvilket tiltak?
network-request-none-of-these = Ingen av dem
network-request-person = Pek på noen som vet
network-request-who = Hvem?
network-request-words = Noen ord til
network-request-answer-send = Send svaret
network-request-answered = Svaret er sendt.
network-request-withdraw = Trekk svaret tilbake
network-request-close = Avslutt: vi har fått svar
network-request-hidden-action = Tiltaket er slettet eller ikke åpent for deg.
network-request-ask-person = Spør { $person }, { $organisation }
network-experts-title = Hvem vet?
network-experts-lead = Finn noen som kan et tema: den som sier det selv, og den som har gjort det.
network-experts-theme = Om hva?
network-experts-find = Vis hvem som vet
network-experts-none = Ingen i nettverket har sagt eller gjort noe om dette ennå. Spør heller alle.
network-expert-names = Kan selv: { $themes }
network-expert-contact =
    { $count ->
        [one] Kontakt for ett tiltak
       *[other] Kontakt for { $count } tiltak
    }
network-expert-wrote =
    { $count ->
        [one] Har skrevet på ett tiltak
       *[other] Har skrevet på { $count } tiltak
    }
person-expertise-title = Dette kan jeg
person-expertise-text = Andre i nettverkene dine finner deg når de leter etter noen som vet.
action-not-found-ask = Finner du ikke det du leter etter? Spør nettverket
action-feed-theme = Følg { $theme } i en strømleser (Atom)
network-feed = Følg de åpne tiltakene i nettverket i en strømleser (Atom)

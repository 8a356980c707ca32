# Biblioteket: det ein kan velje etter, førespurnader, straumar.

action-order-SIMILAR = Kommunar som liknar vår, først
action-facet-THEME = Tema
action-facet-SECTOR = Utsleppssektor
action-facet-GOAL = Nasjonalt miljømål
action-facet-SDG = Berekraftsmål
action-facet-STATUS = Status
action-facet-COUNTRY = Land
action-facet-COUNTY = Fylke og län
action-facet-SIZE = Storleiken på kommunen
action-facet-COST = Kostnad
action-facet-LANGUAGE = Språk
action-facet-COPIED_BY = Kopiert av
action-filter-example = Berre gode døme
action-facet-PURPOSE = Føremål
action-facet-purpose-EMISSIONS = Utsleppskutt
action-facet-purpose-ADAPTATION = Klimatilpassing
action-facet-purpose-OTHER = Eit anna miljømål
action-facet-chosen = Det du har valt
action-facet-size-SMALLEST = Under 5 000 innbyggjarar
action-facet-size-SMALL = 5 000–15 000 innbyggjarar
action-facet-size-MIDDLE = 15 000–50 000 innbyggjarar
action-facet-size-LARGE = 50 000–100 000 innbyggjarar
action-facet-size-LARGEST = Over 100 000 innbyggjarar
action-facet-cost-HUNDREDS = Under 100 000 kroner
action-facet-cost-THOUSANDS = 100 000–1 million kroner
action-facet-cost-MILLIONS = 1–10 millionar kroner
action-facet-cost-TENS_OF_MILLIONS = Over 10 millionar kroner

## Asking, and who knows
network-requests-title = Vi leitar etter
network-requests-lead = Leitar du etter eit tiltak som du ikkje finn? Spør nettverket. Dei andre svarar med eit tiltak som du kan kopiere, eller med nokon som veit.
network-requests-open = Ventar på svar
network-requests-all = Alt som har vore etterspurt
network-requests-none = Ingen leitar etter noko akkurat no.
network-requests-show-closed = Vis avslutta òg
network-requests-hide-closed = Vis berre det som ventar på svar
network-requests-more = Alt som nettverket leitar etter
network-request-ask = Spør nettverket
network-request-ask-text = Alle i nettverket kan lese spørsmålet. Du får vite når nokon svarar.
network-request-whom = Kven spør du?
network-request-subject = Kva leitar de etter?
network-request-subject-hint = Ei line, til dømes «Solceller på verna tak».
network-request-body = Meir om det
network-request-send = Send spørsmålet
network-request-answers =
    { $count ->
        [0] Ingen svar enno
        [one] Eitt svar
       *[other] { $count } svar
    }
network-request-new =
    { $count ->
        [one] Eitt nytt svar
       *[other] { $count } nye svar
    }
network-request-is-new = Nytt
network-request-closed = Avslutta
network-request-no-answers = Ingen har svart enno. Veit du noko, eller nokon som veit?
network-request-answer = Svar
network-request-action = Peik på eit tiltak
network-request-no-action = Ingen tiltak har dei orda. Prøv eit kortare.
network-request-which = Kva tiltak?
network-request-none-of-these = Ingen av dei
network-request-person = Peik på nokon som veit
network-request-who = Kven?
network-request-words = Nokre ord til
network-request-answer-send = Send svaret
network-request-answered = Svaret er sendt.
network-request-withdraw = Trekk svaret tilbake
network-request-close = Avslutt: vi har fått svar
network-request-hidden-action = Tiltaket er sletta eller ikkje ope for deg.
network-request-ask-person = Spør { $person }, { $organisation }
network-experts-title = Kven veit?
network-experts-lead = Finn nokon som kan eit tema: den som seier det sjølv, og den som har gjort det.
network-experts-theme = Om kva?
network-experts-find = Vis kven som veit
network-experts-none = Ingen i nettverket har sagt eller gjort noko om dette enno. Spør heller alle.
network-expert-names = Kan sjølv: { $themes }
network-expert-contact =
    { $count ->
        [one] Kontakt for eitt tiltak
       *[other] Kontakt for { $count } tiltak
    }
network-expert-wrote =
    { $count ->
        [one] Har skrive på eitt tiltak
       *[other] Har skrive på { $count } tiltak
    }
person-expertise-title = Dette kan eg
person-expertise-text = Andre i nettverka dine finn deg når dei leitar etter nokon som veit.
action-not-found-ask = Finn du ikkje det du leitar etter? Spør nettverket
action-feed-theme = Følg { $theme } i ein straumlesar (Atom)
network-feed = Følg dei opne tiltaka i nettverket i ein straumlesar (Atom)

# What else an action says, good examples, files.

## Good examples
action-example = Godt eksempel
action-example-tell = Fortell som et godt eksempel
action-example-tell-text = Noen spørsmål hjelper dere å fortelle slik at andre kan gjøre det samme.
action-example-write = Skriv som godt eksempel
action-example-lead = «{ $title }» blir lettere å lære av når spørsmålene her har svar. Skriv kort. Alt lagres mens du skriver.
action-example-missing = Dette er ikke fylt ut ennå. Det går fint å publisere likevel og fylle på senere.
action-example-whole = Alle spørsmålene har svar. Nå er eksempelet lett å lære av.
action-example-publish = Vis tiltaket som et godt eksempel
action-ask-problem = Hvilket problem ville dere løse?
action-ask-problem-hint = Hvordan var det før, og hvorfor gjorde dere noe med det?
action-ask-description = Hva gjorde dere?
action-ask-description-hint = I den rekkefølgen det skjedde. Hva måtte vedtas, kjøpes eller endres?
action-ask-result = Hva ble resultatet?
action-ask-result-hint = Gjerne tall, og hva andre merker av det. Det er like greit å vite hva det ikke ble noe av.
action-ask-lessons = Hva bør andre tenke på?
action-ask-lessons-hint = Slikt dere skulle ønske dere hadde visst fra starten. Første setning vises i listene.
action-ask-again = Hva ville dere gjøre likt en gang til?
action-ask-again-hint = Det som gjorde forskjellen.
action-ask-transferability = Hva må være på plass hos andre?
action-ask-transferability-hint = For eksempel et vedtak, en stilling, en avtale, en viss størrelse eller et visst klima.
action-ask-contactId = Hvem kan man spørre?
action-ask-contactId-hint = Navnet er synlig for dem som får lese tiltaket.

## An action's page
action-story-problem = Problemet
action-story-did = Hva vi gjorde
action-story-result = Resultatet
action-story-lessons = Å tenke på
action-story-again = Dette gjør vi gjerne igjen
action-story-transferability = Dette må være på plass
action-images = Bilder
action-sources = Les mer
action-status-history = Slik har statusen endret seg
action-status-before = før: { $status }
action-milestone-reached = ferdig { $date }
action-milestone-by = senest { $date }
action-milestone-late = forsinket
action-decision-read = Les vedtaket

## Writing
action-further = Mer om tiltaket
action-further-hint = Fyll ut det dere vet. Ingenting av dette må være med.
action-group-filled = { $count } utfylt
action-not-said = Ikke oppgitt
action-group-purpose = Formål og effekt
action-purpose = Formål
action-purpose-EMISSIONS = Kutte klimagassutslipp
action-purpose-ADAPTATION = Klimatilpasning
action-purpose-OTHER = Annet miljømål
action-risk = Risiko
action-risk-hint = Hva skal tiltaket beskytte mot, og hva står på spill?
action-effect-in-words = Effekt
action-effect-in-words-hint = Hva blir bedre, for hvem og hvor mye?
action-effect-how = Hvordan er effekten beregnet?
action-effect-how-hint = Målt, regnet med standardtall eller anslått? Mot hvilket år?
action-cost-how = Hvordan er kostnaden beregnet?
action-cost-how-hint = Hva er med, og for hvor lang tid?
action-indicators = Indikatorer som påvirkes
action-indicators-chosen =
    { $count ->
        [0] Velg indikatorer
        [one] Én indikator valgt
       *[other] { $count } indikatorer valgt
    }
action-group-who = Hvem som gjør det, og pengene
action-unit = Ansvarlig enhet
action-partners = Samarbeidspartnere
action-partners-hint = Bedrifter, foreninger, andre kommuner og myndigheter.
action-funding = Finansiering
action-funding-own = Egne midler eller annet
action-funding-name = Hva finansieringen heter
action-funding-name-hint = For eksempel hvilken utlysning, eller et eget fond.
action-funding-amount = Beløp derfra
action-group-decision = Vedtak
action-decision-body = Hvem har vedtatt det?
action-decision-body-hint = For eksempel kommunestyret.
action-decision-date = Vedtaksdag
action-case-number = Saksnummer
action-decision-url = Nettadresse til vedtaket
action-milestones = Milepæler
action-milestones-hint = Det som skal være ferdig på veien. En som har passert dagen sin, vises som forsinket.
action-milestone = Milepæl
action-milestone-due = Skal være ferdig
action-milestone-done = Ble ferdig
action-milestone-add = Legg til en milepæl
action-row-remove = Ta bort { $name }
action-links = Lenker
action-link = lenken
action-link-url = Nettadresse
action-link-name = Hva som finnes der
action-link-add = Legg til en lenke
action-status-reason = Hvorfor den statusen?
action-status-reason-hint = Tas vare på i tiltakets historikk.

## Files
action-files = Filer og bilder
action-file-choose = Velg en fil
action-file-hint = PDF, bilder og dokumenter, høyst { $most } MB. Ingenting med makroer.
action-file-alt = Hva ser man på bildet?
action-file-description = Hva finnes i filen?
action-file-send = Legg til filen
action-file-sending = Sender filen …
action-file-sent = { $name } er lagret.
action-file-too-large = Filen er for stor: høyst { $most } MB.
action-file-unpublished = synlig for andre når tiltaket publiseres
action-file-delete = Ta bort filen
action-file-delete-ask = Ta bort { $name }?
action-file-delete-text = Filen forsvinner for alle og kan ikke hentes tilbake.

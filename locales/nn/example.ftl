# What else an action says, good examples, files.

## Good examples
action-example = Godt døme
action-example-tell = Fortel som eit godt døme
action-example-tell-text = Nokre spørsmål hjelper dykk å fortelje slik at andre kan gjere det same.
action-example-write = Skriv som godt døme
action-example-lead = «{ $title }» blir lettare å lære av når spørsmåla her har svar. Skriv kort. Alt blir lagra medan du skriv.
action-example-missing = Dette er ikkje fylt ut enno. Det går fint å publisere likevel og fylle på seinare.
action-example-whole = Alle spørsmåla har svar. No er dømet lett å lære av.
action-example-publish = Vis tiltaket som eit godt døme
action-ask-problem = Kva problem ville de løyse?
action-ask-problem-hint = Korleis var det før, og kvifor gjorde de noko med det?
action-ask-description = Kva gjorde de?
action-ask-description-hint = I den rekkjefølgja det hende. Kva måtte vedtakast, kjøpast eller endrast?
action-ask-result = Kva vart resultatet?
action-ask-result-hint = Gjerne tal, og kva andre merkar av det. Det er like godt å vite kva det ikkje vart noko av.
action-ask-lessons = Kva bør andre tenkje på?
action-ask-lessons-hint = Slikt de skulle ønskje de hadde visst frå starten. Første setninga syner i listene.
action-ask-again = Kva ville de gjere likeins ein gong til?
action-ask-again-hint = Det som gjorde skilnaden.
action-ask-transferability = Kva må vere på plass hos andre?
action-ask-transferability-hint = Til dømes eit vedtak, ei stilling, ein avtale, ein viss storleik eller eit visst klima.
action-ask-contactId = Kven kan ein spørje?
action-ask-contactId-hint = Namnet er synleg for dei som får lese tiltaket.

## An action's page
action-story-problem = Problemet
action-story-did = Kva vi gjorde
action-story-result = Resultatet
action-story-lessons = Å tenkje på
action-story-again = Dette gjer vi gjerne igjen
action-story-transferability = Dette må vere på plass
action-images = Bilete
action-sources = Les meir
action-status-history = Slik har statusen endra seg
action-status-before = før: { $status }
action-milestone-reached = ferdig { $date }
action-milestone-by = seinast { $date }
action-milestone-late = forseinka
action-decision-read = Les vedtaket

## Writing
action-further = Meir om tiltaket
action-further-hint = Fyll ut det de veit. Ingenting av dette må vere med.
action-group-filled = { $count } utfylt
action-not-said = Ikkje oppgjeve
action-group-purpose = Føremål og effekt
action-purpose = Føremål
action-purpose-EMISSIONS = Kutte klimagassutslepp
action-purpose-ADAPTATION = Klimatilpassing
action-purpose-OTHER = Anna miljømål
action-risk = Risiko
action-risk-hint = Kva skal tiltaket verne mot, og kva står på spel?
action-effect-in-words = Effekt
action-effect-in-words-hint = Kva blir betre, for kven og kor mykje?
action-effect-how = Korleis er effekten rekna ut?
action-effect-how-hint = Målt, rekna med standardtal eller skjønt? Mot kva år?
action-cost-how = Korleis er kostnaden rekna ut?
action-cost-how-hint = Kva er med, og for kor lang tid?
action-indicators = Indikatorar som blir påverka
action-indicators-chosen =
    { $count ->
        [0] Vel indikatorar
        [one] Éin indikator vald
       *[other] { $count } indikatorar valde
    }
action-group-who = Kven som gjer det, og pengane
action-unit = Ansvarleg eining
action-partners = Samarbeidspartnarar
action-partners-hint = Verksemder, lag, andre kommunar og styresmakter.
action-funding = Finansiering
action-funding-own = Eigne midlar eller anna
action-funding-name = Kva finansieringa heiter
action-funding-name-hint = Til dømes kva utlysing, eller eit eige fond.
action-funding-amount = Beløp derifrå
action-group-decision = Vedtak
action-decision-body = Kven har vedteke det?
action-decision-body-hint = Til dømes kommunestyret.
action-decision-date = Vedtaksdag
action-case-number = Saksnummer
action-decision-url = Nettadresse til vedtaket
action-milestones = Milepælar
action-milestones-hint = Det som skal vere ferdig på vegen. Ein som har passert dagen sin, blir vist som forseinka.
action-milestone = Milepæl
action-milestone-due = Skal vere ferdig
action-milestone-done = Vart ferdig
action-milestone-add = Legg til ein milepæl
action-row-remove = Ta bort { $name }
action-links = Lenkjer
action-link = lenkja
action-link-url = Nettadresse
action-link-name = Kva som finst der
action-link-add = Legg til ei lenkje
action-status-reason = Kvifor den statusen?
action-status-reason-hint = Blir teke vare på i historikken til tiltaket.

## Files
action-files = Filer og bilete
action-file-choose = Vel ei fil
action-file-hint = PDF, bilete og dokument, høgst { $most } MB. Ingenting med makroar.
action-file-alt = Kva ser ein på biletet?
action-file-description = Kva finst i fila?
action-file-send = Legg til fila
action-file-sending = Sender fila …
action-file-sent = { $name } er lagra.
action-file-too-large = Fila er for stor: høgst { $most } MB.
action-file-unpublished = synleg for andre når tiltaket blir publisert
action-file-delete = Ta bort fila
action-file-delete-ask = Ta bort { $name }?
action-file-delete-text = Fila blir borte for alle og kan ikkje hentast tilbake.

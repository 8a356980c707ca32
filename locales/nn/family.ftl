# Families: where an action came from and has come to, what origins publish, what was said before.

## The family
action-family = Slekta til tiltaket
action-family-open = Sjå heile slekta
action-family-tree =
    { $count ->
        [one] Ingen har kopiert det enno
       *[other] Slekta har { $count } tiltak
    }
action-family-below =
    { $count ->
        [one] Éin kopi
       *[other] { $count } kopiar
    }
action-family-hidden = Eit tiltak som er sletta eller ikkje ope for deg
action-family-map =
    { $count ->
        [one] Kart med éin kommune
       *[other] Kart med { $count } kommunar
    }
action-family-map-legend = Fylt ring: gjennomført. Ring med prikk: går føre seg. Tom ring: ikkje byrja. Grå ring: på vent eller avbrote. Størst er tiltaket du kom frå.
action-family-more = Vis fleire ({ $shown } av { $count })
action-reach = Har nådd { $municipalities ->
        [one] éin kommune
       *[other] { $municipalities } kommunar
    } i { $counties ->
        [one] eitt fylke
       *[other] { $counties } fylke
    } og { $countries ->
        [one] eitt land
       *[other] { $countries } land
    }.

## What the copies came to
action-gathered = Kva kopiane har gitt
action-gathered-nothing = Her blir resultat og lærdomar frå dei som kopierer, samla. Det finst ingen publiserte kopiar enno.
action-gathered-cost =
    { $count ->
        [one] Kostnad per innbyggjar, i éin kommune: { $median } { $currency }.
       *[other] Kostnad per innbyggjar, i { $count } kommunar: i midten { $median } { $currency }, det minste { $least } og det meste { $most }.
    }
action-gathered-effect =
    { $count ->
        [one] Reduserte utslepp per innbyggjar og år, i éin kommune: { $median } kg CO₂e.
       *[other] Reduserte utslepp per innbyggjar og år, i { $count } kommunar: i midten { $median } kg CO₂e, det minste { $least } og det meste { $most }.
    }
action-gathered-lessons = Lærdomar frå kopiane

## What the origin has published
action-upstream = Nytt frå opphavet
action-upstream-waits =
    { $count ->
        [one] Opphavet har noko nytt sidan de kopierte.
       *[other] Opphavet har nytt på { $count } stader sidan de kopierte.
    }
action-upstream-see = Sjå kva som er nytt
action-upstream-lead = { $organisation } har publisert på nytt. Ta det de har nytte av; ingenting blir endra av seg sjølv.
action-upstream-open-origin = Opne opphavet
action-upstream-learned = Dette seier dei er nytt
action-upstream-theirs = Endra i { $organisation }
action-upstream-ours = Slik skriv de
action-upstream-ours-list = Slik har de det
action-upstream-nothing-of-ours = De har ikkje noko her enno.
action-upstream-gone = Dei har teke bort teksten.
action-upstream-gone-list = Dei har ikkje noko her lenger.
action-upstream-languages = De skriv på ulike språk. Skriv det nye med eigne ord, så blir ingenting bytt ut med eit uhell.
action-upstream-take = Ta inn teksten
action-upstream-take-list = Ta inn
action-upstream-take-instead = Byt til deira
action-upstream-loses = Dette har berre de, og det blir borte om de byter:
action-upstream-edit = Ta inn med eigne ord
action-upstream-own-words = { $field } med dykkar ord
action-upstream-take-edited = Ta inn teksten min
action-upstream-skip = Hopp over
action-upstream-taken = { $field }: teke inn i utkastet dykkar.
action-upstream-skipped = { $field }: hoppa over til det blir endra igjen.
action-upstream-none = Ingenting nytt ventar. Når opphavet publiserer noko, får de sjå det her.
action-words-gone = Teke bort:
action-words-new = Nytt:
action-news = Nytt i det de har kopiert
action-news-from = frå { $organisation }

## What it said before
action-revisions = Tidlegare versjonar
action-revisions-lead = Kvar gong nokon har sete og skrive, blir det ein versjon. Ingen blir borte: den du hentar tilbake, blir ein ny.
action-revision = Versjon { $number }
action-revision-newest = den siste
action-revision-published = den som andre ser
action-revision-changed = Endra: { $fields }
action-revision-read = Les han
action-revision-restore = Hent tilbake
action-revision-restore-ask = Hente tilbake versjon { $number }?
action-revision-restore-text = Det blir eit nytt utkast som seier det same som då. Det som står no, ligg att blant versjonane, og andre ser ingenting før de publiserer.
action-revision-restored = Versjon { $number } er henta tilbake som eit nytt utkast.

## What comes along in a copy
action-copy-fill-in = Dette fyller de inn sjølve
action-copy-cautions = Hugs på
action-copy-exists = Programmet har alt ein kopi:
action-origin-facts = Slik var det i { $organisation }

## Names of fields
action-field-title = Tittel
action-field-description = Skildring
action-field-themes = Tema
action-field-purpose = Føremål
action-field-indicators = Indikatorar
action-field-links = Lenkjer
action-field-status = Status
action-field-starts = Startdag
action-field-ends = Sluttdag
action-field-cost = Kostnad
action-field-effectTonnesCo2e = Reduserte utslepp
action-field-contact = Kontakt
action-field-lessons = Lærdomar
action-field-unit = Ansvarleg eining
action-field-partners = Samarbeidspartnarar
action-field-funding = Finansiering
action-field-decision = Vedtak
action-field-milestones = Milepålar
action-field-problem = Problemet
action-field-result = Resultatet
action-field-again = Det som ville blitt gjort igjen
action-field-transferability = Det som må vere på plass
action-field-risk = Risikoen
action-field-effectInWords = Verknaden i ord
action-field-costHow = Korleis kostnaden er rekna ut
action-field-effectHow = Korleis verknaden er rekna ut

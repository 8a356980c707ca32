# Families: where an action came from and has come to, what origins publish, what was said before.

## The family
action-family = Tiltakets slekt
action-family-open = Se hele slekten
action-family-tree =
    { $count ->
        [one] Ingen har kopiert det ennå
       *[other] Slekten har { $count } tiltak
    }
action-family-below =
    { $count ->
        [one] Én kopi
       *[other] { $count } kopier
    }
action-family-hidden = Et tiltak som er slettet eller ikke åpent for deg
action-family-map =
    { $count ->
        [one] Kart med én kommune
       *[other] Kart med { $count } kommuner
    }
action-family-map-legend = Fylt ring: gjennomført. Ring med prikk: pågår. Tom ring: ikke begynt. Grå ring: på vent eller avbrutt. Størst er tiltaket du kom fra.
action-family-more = Vis flere ({ $shown } av { $count })
action-reach = Har nådd { $municipalities ->
        [one] én kommune
       *[other] { $municipalities } kommuner
    } i { $counties ->
        [one] ett fylke
       *[other] { $counties } fylker
    } og { $countries ->
        [one] ett land
       *[other] { $countries } land
    }.

## What the copies came to
action-gathered = Hva kopiene har gitt
action-gathered-nothing = Her samles resultater og lærdommer fra dem som kopierer. Det finnes ingen publiserte kopier ennå.
action-gathered-cost =
    { $count ->
        [one] Kostnad per innbygger, i én kommune: { $median } { $currency }.
       *[other] Kostnad per innbygger, i { $count } kommuner: i midten { $median } { $currency }, det minste { $least } og det meste { $most }.
    }
action-gathered-effect =
    { $count ->
        [one] Reduserte utslipp per innbygger og år, i én kommune: { $median } kg CO₂e.
       *[other] Reduserte utslipp per innbygger og år, i { $count } kommuner: i midten { $median } kg CO₂e, det minste { $least } og det meste { $most }.
    }
action-gathered-lessons = Lærdommer fra kopiene

## What the origin has published
action-upstream = Nytt fra opphavet
action-upstream-waits =
    { $count ->
        [one] Opphavet har noe nytt siden dere kopierte.
       *[other] Opphavet har nytt på { $count } steder siden dere kopierte.
    }
action-upstream-see = Se hva som er nytt
action-upstream-lead = { $organisation } har publisert på nytt. Ta det dere har nytte av; ingenting endres av seg selv.
action-upstream-open-origin = Åpne opphavet
action-upstream-learned = Dette sier de er nytt
action-upstream-theirs = Endret i { $organisation }
action-upstream-ours = Slik skriver dere
action-upstream-ours-list = Slik har dere det
action-upstream-nothing-of-ours = Dere har ikke noe her ennå.
action-upstream-gone = De har fjernet teksten.
action-upstream-gone-list = De har ikke noe her lenger.
action-upstream-languages = Dere skriver på ulike språk. Skriv det nye med egne ord, så blir ingenting erstattet ved et uhell.
action-upstream-take = Ta inn teksten
action-upstream-take-list = Ta inn
action-upstream-take-instead = Bytt til deres
action-upstream-loses = Dette har bare dere, og det blir borte hvis dere bytter:
action-upstream-edit = Ta inn med egne ord
action-upstream-own-words = { $field } med deres ord
action-upstream-take-edited = Ta inn teksten min
action-upstream-skip = Hopp over
action-upstream-taken = { $field }: tatt inn i utkastet deres.
action-upstream-skipped = { $field }: hoppet over til det endres igjen.
action-upstream-none = Ingenting nytt venter. Når opphavet publiserer noe, får dere se det her.
action-words-gone = Fjernet:
action-words-new = Nytt:
action-news = Nytt i det dere har kopiert
action-news-from = fra { $organisation }

## What it said before
action-revisions = Tidligere versjoner
action-revisions-lead = Hver gang noen har sittet og skrevet, blir det en versjon. Ingen forsvinner: den du gjenoppretter, blir en ny.
action-revision = Versjon { $number }
action-revision-newest = den siste
action-revision-published = den som andre ser
action-revision-changed = Endret: { $fields }
action-revision-read = Les den
action-revision-restore = Gjenopprett
action-revision-restore-ask = Gjenopprette versjon { $number }?
action-revision-restore-text = Det blir et nytt utkast som sier det samme som da. Det som står nå, ligger igjen blant versjonene, og andre ser ingenting før dere publiserer.
action-revision-restored = Versjon { $number } er gjenopprettet som et nytt utkast.

## What comes along in a copy
action-copy-fill-in = Dette fyller dere inn selv
action-copy-cautions = Husk på
action-copy-exists = Programmet har allerede en kopi:
action-origin-facts = Slik var det i { $organisation }

## Names of fields
action-field-title = Tittel
action-field-description = Beskrivelse
action-field-themes = Temaer
action-field-purpose = Formål
action-field-indicators = Indikatorer
action-field-links = Lenker
action-field-status = Status
action-field-starts = Startdag
action-field-ends = Sluttdag
action-field-cost = Kostnad
action-field-effectTonnesCo2e = Reduserte utslipp
action-field-contact = Kontakt
action-field-lessons = Lærdommer
action-field-unit = Ansvarlig enhet
action-field-partners = Samarbeidspartnere
action-field-funding = Finansiering
action-field-decision = Vedtak
action-field-milestones = Milepæler
action-field-problem = Problemet
action-field-result = Resultatet
action-field-again = Det som ville blitt gjort igjen
action-field-transferability = Det som må være på plass
action-field-risk = Risikoen
action-field-effectInWords = Virkningen i ord
action-field-costHow = Hvordan kostnaden er beregnet
action-field-effectHow = Hvordan virkningen er beregnet

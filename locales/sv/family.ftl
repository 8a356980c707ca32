# Families: where an action came from and has come to, what origins publish, what was said before.

## The family
action-family = Åtgärdens släkt
action-family-open = Se hela släkten
action-family-tree =
    { $count ->
        [one] Ingen har kopierat den än
       *[other] Släkten har { $count } åtgärder
    }
action-family-below =
    { $count ->
        [one] En kopia
       *[other] { $count } kopior
    }
action-family-hidden = En åtgärd som är borttagen eller inte öppen för dig
action-family-map =
    { $count ->
        [one] Karta med en kommun
       *[other] Karta med { $count } kommuner
    }
action-family-map-legend = Fylld ring: genomförd. Ring med prick: pågår. Tom ring: inte börjad. Grå ring: vilande eller avbruten. Störst är åtgärden du kom från.
action-family-more = Visa fler ({ $shown } av { $count })
action-reach = Har nått { $municipalities ->
        [one] en kommun
       *[other] { $municipalities } kommuner
    } i { $counties ->
        [one] ett län
       *[other] { $counties } län
    } och { $countries ->
        [one] ett land
       *[other] { $countries } länder
    }.

## What the copies came to
action-gathered = Vad kopiorna har gett
action-gathered-nothing = Här samlas resultat och lärdomar från dem som kopierar. Än finns inga publicerade kopior.
action-gathered-cost =
    { $count ->
        [one] Kostnad per invånare, i en kommun: { $median } { $currency }.
       *[other] Kostnad per invånare, i { $count } kommuner: i mitten { $median } { $currency }, som minst { $least } och som mest { $most }.
    }
action-gathered-effect =
    { $count ->
        [one] Minskade utsläpp per invånare och år, i en kommun: { $median } kg CO₂e.
       *[other] Minskade utsläpp per invånare och år, i { $count } kommuner: i mitten { $median } kg CO₂e, som minst { $least } och som mest { $most }.
    }
action-gathered-lessons = Lärdomar från kopiorna

## What the origin has published
action-upstream = Nytt från ursprunget
action-upstream-waits =
    { $count ->
        [one] Ursprunget har något nytt sedan ni kopierade.
       *[other] Ursprunget har nytt på { $count } ställen sedan ni kopierade.
    }
action-upstream-see = Se vad som är nytt
action-upstream-lead = { $organisation } har publicerat igen. Ta det ni har nytta av; inget ändras av sig självt.
action-upstream-open-origin = Öppna ursprunget
action-upstream-learned = Det här säger de är nytt
action-upstream-theirs = Ändrat i { $organisation }
action-upstream-ours = Så skriver ni
action-upstream-ours-list = Så har ni det
action-upstream-nothing-of-ours = Ni har inget här än.
action-upstream-gone = De har tagit bort texten.
action-upstream-gone-list = De har inget här längre.
action-upstream-languages = Ni skriver på olika språk. Skriv det nya med egna ord, så ersätts inget av misstag.
action-upstream-take = Ta in texten
action-upstream-take-list = Ta in
action-upstream-take-instead = Byt till deras
action-upstream-loses = Det här har bara ni, och det försvinner om ni byter:
action-upstream-edit = Ta in med egna ord
action-upstream-own-words = { $field } med era ord
action-upstream-take-edited = Ta in min text
action-upstream-skip = Hoppa över
action-upstream-taken = { $field }: intaget i ert utkast.
action-upstream-skipped = { $field }: överhoppat tills det ändras igen.
action-upstream-none = Inget nytt väntar. När ursprunget publicerar något får ni se det här.
action-words-gone = Borttaget:
action-words-new = Nytt:
action-news = Nytt i det ni har kopierat
action-news-from = från { $organisation }

## What it said before
action-revisions = Tidigare versioner
action-revisions-lead = Varje gång någon har suttit och skrivit blir det en version. Ingen försvinner: den du återställer blir en ny.
action-revision = Version { $number }
action-revision-newest = den senaste
action-revision-published = den som andra ser
action-revision-changed = Ändrat: { $fields }
action-revision-read = Läs den
action-revision-restore = Återställ
action-revision-restore-ask = Återställ version { $number }?
action-revision-restore-text = Det blir ett nytt utkast som säger samma sak som då. Det som står nu finns kvar bland versionerna, och andra ser inget förrän ni publicerar.
action-revision-restored = Version { $number } är återställd som ett nytt utkast.

## What comes along in a copy
action-copy-fill-in = Det här fyller ni i själva
action-copy-cautions = Tänk på
action-copy-exists = Programmet har redan en kopia:
action-origin-facts = Så var det i { $organisation }

## Names of fields
action-field-title = Titel
action-field-description = Beskrivning
action-field-themes = Teman
action-field-purpose = Syfte
action-field-indicators = Indikatorer
action-field-links = Länkar
action-field-status = Status
action-field-starts = Startdag
action-field-ends = Slutdag
action-field-cost = Kostnad
action-field-effectTonnesCo2e = Minskade utsläpp
action-field-contact = Kontakt
action-field-lessons = Lärdomar
action-field-unit = Ansvarig enhet
action-field-partners = Samarbetspartner
action-field-funding = Finansiering
action-field-decision = Beslut
action-field-milestones = Milstolpar
action-field-problem = Problemet
action-field-result = Resultatet
action-field-again = Vad som skulle göras igen
action-field-transferability = Vad som måste finnas på plats
action-field-risk = Risken
action-field-effectInWords = Effekten i ord
action-field-costHow = Hur kostnaden är beräknad
action-field-effectHow = Hur effekten är beräknad

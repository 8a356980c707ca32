# Program og tiltak fra en fil: først ser en hva som kommer.
import-actions = Les inn program og tiltak
import-actions-lead = En rad i filen blir et tiltak. Kolonnene for satsingsområde, mål og delmål bygger programmet; det som finnes fra før, brukes som det er. Før noe endres, får du se alle radene, og rette dem her.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting endres når du velger en fil.
import-template = Last ned malen, om dere ikke allerede har en fil med de samme overskriftene:
import-ready = Alle radene kan tas inn.
import-open = Rader som venter på deg
import-open-more = Flere venter, og vises når disse er klare.
import-row = Rad { $number }: { $title }
import-exists = Programmet, eller en tidligere rad, har allerede et tiltak med denne tittelen.
import-decision-SKIP = Hopp over raden
import-decision-ADD = Legg til ett til med samme tittel
import-correct = Rett raden
import-whole-row = Vis hele raden
import-only-faults = Vis bare feilene
import-drafts = Tiltakene kommer inn som utkast som bare deres egen organisasjon ser. Enten tas alle radene inn, eller ingen.
import-rows = Alle rader
import-number = Rad
import-done = Filen er tatt inn. Tiltakene ligger i programmet.
import-to-programme = Til programmet
import-lead =
    { $rows ->
        [one] Filen har én rad. Ingenting er endret ennå.
       *[other] Filen har { $rows } rader. Ingenting er endret ennå.
    }
import-faulty =
    { $count ->
        [one] Én rad har noe som må rettes.
       *[other] { $count } rader har noe som må rettes.
    }
import-undecided =
    { $count ->
        [one] Én rad har en tittel som finnes fra før. Si hva som skal skje med den.
       *[other] { $count } rader har titler som finnes fra før. Si hva som skal skje med dem.
    }
import-apply =
    { $count ->
        [one] Ta inn raden
       *[other] Ta inn { $count } rader
    }

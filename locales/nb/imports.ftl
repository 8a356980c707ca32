# Program og tiltak fra en fil: først ser en hva som kommer.
import-actions = Les inn program og tiltak
import-actions-lead = En rad i filen blir et tiltak. Kolonnene for satsingsområde, mål og delmål bygger programmet; det som finnes fra før, brukes som det er. Finnes tiltaket fra før, kan raden oppdatere det; en tom celle endrer ingenting. Før noe endres, får du se alle radene, og rette dem her.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting endres når du velger en fil.
import-template = Last ned malen, om dere ikke allerede har en fil med de samme overskriftene:
import-ready = Alle radene kan tas inn.
import-open = Rader som venter på deg
import-row = Rad { $number }: { $title }
import-exists = Programmet, eller en tidligere rad, har allerede et tiltak med denne tittelen.
import-decision-SKIP = Hopp over raden
import-decision-UPDATE = Oppdater tiltaket med det som er nytt i raden
import-decision-ADD = Legg til ett til med samme tittel
import-no-update = Raden kan ikke oppdatere noe tiltak. { $why }
import-differs = Dette er nytt i raden
import-same = Raden sier det som tiltaket allerede sier.
import-see-action = Se tiltaket
import-all = Alle rader med en tittel som finnes fra før:
import-all-UPDATE = Oppdater alle
import-all-SKIP = Hopp over alle
import-update-how = Et tiltak som oppdateres, får det som raden sier. Tomme celler, og kolonner som filen ikke har, endrer ingenting. Det som sto før, ligger igjen blant de tidligere versjonene av tiltaket.
import-correct = Rett raden
import-whole-row = Vis hele raden
import-only-faults = Vis bare feilene
import-drafts = Nye tiltak kommer inn som utkast som bare deres egen organisasjon ser. Endringer i publiserte tiltak ser andre først når dere publiserer dem på nytt. Enten tas alle radene inn, eller ingen.
import-rows = Alle rader
import-number = Rad
import-what = Hva som skjer
import-what-new = Nytt tiltak
import-what-part = Bare programmet
import-what-UPDATE = Oppdateres
import-what-SKIP = Hoppes over
import-what-unchanged = Ikke noe nytt
import-what-open = Venter på deg
import-what-faulty = Må rettes
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
import-unchanged =
    { $count ->
        [one] Én rad sier det som tiltaket allerede sier, og hoppes over.
       *[other] { $count } rader sier det som tiltakene allerede sier, og hoppes over.
    }
import-apply =
    { $count ->
        [one] Ta inn raden
       *[other] Ta inn { $count } rader
    }

# Program og tiltak frå ei fil: først ser ein kva som kjem.
import-actions = Les inn program og tiltak
import-actions-lead = Ei rad i fila blir eit tiltak. Kolonnane for satsingsområde, mål og delmål byggjer programmet; det som finst frå før, blir brukt som det er. Finst tiltaket frå før, kan rada oppdatere det; ei tom celle endrar ingenting. Før noko blir endra, får du sjå alle radene, og rette dei her.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting blir endra når du vel ei fil.
import-template = Hent malen, om de ikkje alt har ei fil med dei same overskriftene:
import-ready = Alle radene kan takast inn.
import-open = Rader som ventar på deg
import-row = Rad { $number }: { $title }
import-exists = Programmet, eller ei tidlegare rad, har alt eit tiltak med denne tittelen.
import-decision-SKIP = Hopp over rada
import-decision-UPDATE = Oppdater tiltaket med det som er nytt i rada
import-decision-ADD = Legg til eitt til med same tittel
import-no-update = Rada kan ikkje oppdatere noko tiltak. { $why }
import-differs = Dette er nytt i rada
import-same = Rada seier det som tiltaket alt seier.
import-see-action = Sjå tiltaket
import-all = Alle rader med ein tittel som finst frå før:
import-all-UPDATE = Oppdater alle
import-all-SKIP = Hopp over alle
import-update-how = Eit tiltak som blir oppdatert, får det som rada seier. Tomme celler, og kolonnar som fila ikkje har, endrar ingenting. Det som stod før, ligg att blant dei tidlegare utgåvene av tiltaket.
import-correct = Rett rada
import-whole-row = Vis heile rada
import-only-faults = Vis berre feila
import-drafts = Nye tiltak kjem inn som utkast som berre dykkar eigen organisasjon ser. Endringar i publiserte tiltak ser andre først når de publiserer dei på nytt. Anten blir alle radene tekne inn, eller ingen.
import-rows = Alle rader
import-number = Rad
import-what = Kva som skjer
import-what-new = Nytt tiltak
import-what-part = Berre programmet
import-what-UPDATE = Blir oppdatert
import-what-SKIP = Blir hoppa over
import-what-unchanged = Ikkje noko nytt
import-what-open = Ventar på deg
import-what-faulty = Må rettast
import-done = Fila er teken inn. Tiltaka ligg i programmet.
import-to-programme = Til programmet
import-lead =
    { $rows ->
        [one] Fila har éi rad. Ingenting er endra enno.
       *[other] Fila har { $rows } rader. Ingenting er endra enno.
    }
import-faulty =
    { $count ->
        [one] Éi rad har noko som må rettast.
       *[other] { $count } rader har noko som må rettast.
    }
import-undecided =
    { $count ->
        [one] Éi rad har ein tittel som finst frå før. Sei kva som skal skje med ho.
       *[other] { $count } rader har titlar som finst frå før. Sei kva som skal skje med dei.
    }
import-unchanged =
    { $count ->
        [one] Éi rad seier det som tiltaket alt seier, og blir hoppa over.
       *[other] { $count } rader seier det som tiltaka alt seier, og blir hoppa over.
    }
import-apply =
    { $count ->
        [one] Ta inn rada
       *[other] Ta inn { $count } rader
    }

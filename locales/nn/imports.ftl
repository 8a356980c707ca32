# Program og tiltak frå ei fil: først ser ein kva som kjem.
import-actions = Les inn program og tiltak
import-actions-lead = Ei rad i fila blir eit tiltak. Kolonnane for satsingsområde, mål og delmål byggjer programmet; det som finst frå før, blir brukt som det er. Før noko blir endra, får du sjå alle radene, og rette dei her.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting blir endra når du vel ei fil.
import-template = Hent malen, om de ikkje alt har ei fil med dei same overskriftene:
import-ready = Alle radene kan takast inn.
import-open = Rader som ventar på deg
import-open-more = Fleire ventar, og blir viste når desse er klare.
import-row = Rad { $number }: { $title }
import-exists = Programmet, eller ei tidlegare rad, har alt eit tiltak med denne tittelen.
import-decision-SKIP = Hopp over rada
import-decision-ADD = Legg til eitt til med same tittel
import-correct = Rett rada
import-whole-row = Vis heile rada
import-only-faults = Vis berre feila
import-drafts = Tiltaka kjem inn som utkast som berre dykkar eigen organisasjon ser. Anten blir alle radene tekne inn, eller ingen.
import-rows = Alle rader
import-number = Rad
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
import-apply =
    { $count ->
        [one] Ta inn rada
       *[other] Ta inn { $count } rader
    }

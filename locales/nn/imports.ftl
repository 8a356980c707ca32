# Program og tiltak frå ei fil: først ser ein kva som kjem.
import-actions = Les inn program og tiltak
import-actions-lead = Ei rad i fila blir eit tiltak. Kolonnane for satsingsområde, mål og delmål byggjer programmet; det som finst frå før, blir brukt som det er, men eit delmål får dagen som rada gir det. Finst tiltaket frå før, kan rada oppdatere det; ei tom celle endrar ingenting. Før noko blir endra, får du sjå alle radene, og rette dei her.
import-actions-cells = Fleire ting i ei celle skil de med semikolon eller linjeskift. Ei lenkje er ei adresse, gjerne med tittel og kolon før: Vedtaket: https://… Ein milepæl byrjar med dagen eller året sitt: 2027 Opning. Nasjonale miljømål og måla til FN gjeld delmålet i rada, eller hovudmålet om rada ikkje har noko delmål; det fleire rader seier, blir lagt saman, og det som alt er valt, blir ståande.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting blir endra når du vel ei fil.
import-template = Hent malen, om de ikkje alt har ei fil med dei same overskriftene:
import-own = Eller hent programmet slik det er, endre i fila og les henne inn att:
import-ready = Alle radene kan takast inn.
import-unread = Ikkje attkjent, og kjem ikkje med
import-unread-column = Kolonnen «{ $column }»
import-unread-column-of = Kolonnen «{ $column }» i arket «{ $sheet }»
import-unread-sheet = Arket «{ $sheet }»
import-open = Rader som ventar på deg
import-row = Rad { $number }: { $title }
import-row-of-sheet = { $sheet }, rad { $number }: { $title }
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
        [one] Éi rad seier det som alt står i programmet, og blir hoppa over.
       *[other] { $count } rader seier det som alt står i programmet, og blir hoppa over.
    }
import-nothing = Fila seier ingenting som ikkje alt står i programmet.
import-apply =
    { $count ->
        [one] Ta inn rada
       *[other] Ta inn { $count } rader
    }

import-values = Les inn verdiar frå ei fil
import-values-lead = Verdiane hamnar hos dei indikatorane i programmet som dei høyrer til. Før noko blir endra, får du sjå kva som er nytt, kva som blir endra, og kva som er som før.
import-values-kolada = Opne svaret hos Kolada og lagre det som ei fil. Indikatorane i programmet har desse nummera der: { $numbers }.
import-values-kolada-open = Opne svaret frå Kolada for kommunen dykkar
import-values-kolada-none = Ingen av indikatorane i programmet finst i Kolada. Vel indikatorar frå katalogen, så kjem nummera deira her.
import-values-own = Eigne tabellar
import-values-own-how = Éi rad for kvar verdi, eller éin kolonne for kvart år. I malen står indikatorane i programmet alt:
import-values-no-indicators = Programmet har ingen indikatorar enno. Legg først til dei som de vil følgje.
import-values-replaces = Verdiar for dei åra og dagane som finst i fila, blir bytte ut: styresmaktene reknar om eldre år òg. Alle andre verdiar blir ståande.
import-values-unchanged = Alle verdiane i fila finst alt, og er dei same.
import-values-counts = Nye: { $added }. Blir endra: { $changed }. Som før: { $same }.
import-values-same = Som før: { $list }
import-values-unit = Fila reknar i { $unit }, indikatoren i { $own }. Sjå etter at verdiane passar før du tek dei inn.
import-values-unmatched = Høyrer ikkje til nokon indikator
import-values-unmatched-lead = Dette blir halde utanfor. Høyrer noko av det til programmet, så legg til indikatoren og last denne sida på nytt.
import-values-passed-over = Nøkkeltal i Kolada som ikkje finst i katalogen: { $list }
import-values-gone = Desse indikatorane er tekne bort etter at fila vart lesen: { $list }. Vel fila ein gong til.
import-values-nobodys = Ingen av verdiane i fila høyrer til nokon indikator i programmet.
import-values-source-hint = For dei verdiane der fila ikkje seier det sjølv.
import-values-apply = Ta inn verdiane
import-values-done = Fila er teken inn. Verdiane ligg i programmet.
import-values-read =
    { $count ->
        [one] Fila har éin verdi. Ingenting er endra enno.
       *[other] Fila har { $count } verdiar. Ingenting er endra enno.
    }
import-values-unmatched-of =
    { $count ->
        [one] { $name }: éin verdi
       *[other] { $name }: { $count } verdiar
    }

# Program og tiltak fra en fil: først ser en hva som kommer.
import-actions = Les inn program og tiltak
import-actions-lead = En rad i filen blir et tiltak. Kolonnene for satsingsområde, mål og delmål bygger programmet; det som finnes fra før, brukes som det er, men et delmål får dagen som raden gir det. Finnes tiltaket fra før, kan raden oppdatere det; en tom celle endrer ingenting. Før noe endres, får du se alle radene, og rette dem her.
import-actions-cells = Flere ting i en celle skiller dere med semikolon eller linjeskift. En lenke er en adresse, gjerne med tittel og kolon før: Vedtaket: https://… En milepæl begynner med dagen eller året sitt: 2027 Åpning. Nasjonale miljømål og FNs mål gjelder radens delmål, eller hovedmålet om raden ikke har noe delmål; det flere rader sier, legges sammen, og det som alt er valgt, blir stående.
import-file-hint = Excel (.xlsx) eller CSV. Ingenting endres når du velger en fil.
import-template = Last ned malen, om dere ikke allerede har en fil med de samme overskriftene:
import-own = Eller last ned programmet slik det er, endre i filen og les den inn igjen:
import-ready = Alle radene kan tas inn.
import-unread = Ikke gjenkjent, og kommer ikke med
import-unread-column = Kolonnen «{ $column }»
import-unread-column-of = Kolonnen «{ $column }» i arket «{ $sheet }»
import-unread-sheet = Arket «{ $sheet }»
import-open = Rader som venter på deg
import-row = Rad { $number }: { $title }
import-row-of-sheet = { $sheet }, rad { $number }: { $title }
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
        [one] Én rad sier det som allerede står i programmet, og hoppes over.
       *[other] { $count } rader sier det som allerede står i programmet, og hoppes over.
    }
import-nothing = Filen sier ingenting som ikke allerede står i programmet.
import-apply =
    { $count ->
        [one] Ta inn raden
       *[other] Ta inn { $count } rader
    }

import-values = Les inn verdier fra en fil
import-values-lead = Verdiene havner hos de indikatorene i programmet som de hører til. Før noe blir endret, får du se hva som er nytt, hva som blir endret, og hva som er som før.
import-values-kolada = Åpne svaret hos Kolada og lagre det som en fil. Indikatorene i programmet har disse numrene der: { $numbers }.
import-values-kolada-open = Åpne svaret fra Kolada for kommunen deres
import-values-kolada-none = Ingen av indikatorene i programmet finnes i Kolada. Velg indikatorer fra katalogen, så kommer numrene deres her.
import-values-own = Egne tabeller
import-values-own-how = Én rad for hver verdi, eller én kolonne for hvert år. I malen står indikatorene i programmet allerede:
import-values-no-indicators = Programmet har ingen indikatorer ennå. Legg først til dem som dere vil følge.
import-values-replaces = Verdier for de årene og dagene som finnes i filen, blir byttet ut: myndighetene regner om eldre år også. Alle andre verdier blir stående.
import-values-unchanged = Alle verdiene i filen finnes allerede, og er de samme.
import-values-counts = Nye: { $added }. Blir endret: { $changed }. Som før: { $same }.
import-values-same = Som før: { $list }
import-values-unit = Filen regner i { $unit }, indikatoren i { $own }. Se etter at verdiene passer før du tar dem inn.
import-values-unmatched = Hører ikke til noen indikator
import-values-unmatched-lead = Dette blir holdt utenfor. Hører noe av det til programmet, så legg til indikatoren og last denne siden på nytt.
import-values-passed-over = Nøkkeltall i Kolada som ikke finnes i katalogen: { $list }
import-values-gone = Disse indikatorene er fjernet etter at filen ble lest: { $list }. Velg filen en gang til.
import-values-nobodys = Ingen av verdiene i filen hører til noen indikator i programmet.
import-values-source-hint = For de verdiene der filen ikke sier det selv.
import-values-apply = Ta inn verdiene
import-values-done = Filen er tatt inn. Verdiene ligger i programmet.
import-values-read =
    { $count ->
        [one] Filen har én verdi. Ingenting er endret ennå.
       *[other] Filen har { $count } verdier. Ingenting er endret ennå.
    }
import-values-unmatched-of =
    { $count ->
        [one] { $name }: én verdi
       *[other] { $name }: { $count } verdier
    }

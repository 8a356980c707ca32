# Networks: who takes part, joining, inviting, roles.
network-new = Nytt nettverk
network-of = { $organisation }, eget nettverk
network-member-count =
    { $count ->
        [one] Ett medlem
       *[other] { $count } medlemmer
    }
network-organisation-count =
    { $count ->
        [one] Én organisasjon
       *[other] { $count } organisasjoner
    }
network-you-coordinate = Du koordinerer
network-asked = Du har bedt om å få være med
network-others = Andre nettverk
network-all = Nettverk du kan be om å få være med i
network-none = Her er det ingen nettverk ennå.

## One network
network-manage = Styr nettverket
network-people = Hvem er med?
network-map =
    { $count ->
        [one] Kart med én kommune. Listen ved siden av sier det samme.
       *[other] Kart med { $count } kommuner. Listen ved siden av sier det samme.
    }
network-coordinator = koordinator
network-all-actions =
    { $count ->
        [one] Se tiltaket i biblioteket
       *[other] Se alle { $count } tiltak
    }
network-no-actions = Ingen i nettverket har publisert noe tiltak ennå. Blir du den første?
network-all-threads = Se alle samtaler
network-all-people = Vis alle { $count }

## Joining and leaving
network-join-title = Vil du være med?
network-join-text = Koordinatorene i nettverket får spørsmålet ditt, navnet ditt og organisasjonen din.
network-join-message = Noen ord om hvorfor
network-join = Be om å få være med
network-asked-at = Du ba om å få være med { $date }. Du får en e-post når noen har svart.
network-leave = Gå ut av nettverket
network-leave-ask = Gå ut av { $network }?
network-leave-text = Du ser ikke lenger samtalene og tiltakene i nettverket. Det du har skrevet, blir stående.

## Creating one
network-whose = Hvem sitt er det?
network-spanning = For flere organisasjoner
network-own = Bare for { $organisation }, for enheter og selskaper
network-name = Navnet på nettverket
network-slug = Kort navn i adressen
network-slug-hint = Små bokstaver fra a til z, siffer og bindestrek.
network-languages = Språk som brukes der
network-create = Lag nettverket

## Inviting
network-invite-title = Inviter
network-invite-paste = Lim inn adresser
network-invite-paste-hint = Én per linje, eller en tabell med navn, e-post og organisasjon.
network-invite-file = Eller velg en csv-fil
network-invite-file-hint = Med navn, e-post og organisasjon, slik Excel lagrer filen.
network-invite-check = Se over listen
network-invite-found =
    { $count ->
        [0] Ingen på listen kan inviteres.
        [one] Én person kan inviteres.
       *[other] { $count } personer kan inviteres.
    }
network-column-name = Navn
network-column-organisation = Organisasjon
network-column-note = Merknad
network-row-email = Linje { $line }: ingen gyldig adresse, blir ikke invitert
network-row-twice = Linje { $line }: står allerede over, blir ikke invitert to ganger
network-row-organisation = Fant ikke «{ $name }». Personen velger selv på vei inn.
network-invite-as = Inviter som
network-role-MEMBER = Medlem
network-role-COORDINATOR = Koordinator
network-invite-send =
    { $count ->
        [one] Send én invitasjon
       *[other] Send { $count } invitasjoner
    }
network-invite-back = Endre listen
network-invited =
    { $count ->
        [one] Én invitasjon er på vei.
       *[other] { $count } invitasjoner er på vei.
    }
network-invite-problems = Disse kunne ikke inviteres:

## Invitations, requests, members
network-not-accepted =
    { $count ->
        [0] Inviterte som ikke har svart
        [one] Én invitert har ikke svart
       *[other] { $count } inviterte har ikke svart
    }
network-all-accepted = Ingen invitasjon venter på svar.
network-mailed-at = e-posten gikk { $when }
network-mail-waits = e-posten er på vei
network-mail-failing = e-posten kommer ikke fram
network-remind = Minn om
network-reminded = En påminnelse til { $email } er på vei.
network-withdraw = Trekk tilbake
network-withdrawn = Invitasjonen til { $email } er trukket tilbake.
network-accept = Slipp inn
network-accepted = { $name } er med nå.
network-decline = Avslå
network-declined = { $name } har fått avslag.
network-joined = Med siden { $date }
network-not-confirmed = organisasjonen er ikke bekreftet
network-confirm = Bekreft { $organisation }
network-confirmed = { $name } hører til { $organisation } og kan endre programmene der.
network-role-of = Rollen til { $name }
network-role-changed = { $name } har fått en ny rolle.
network-remove-ask = Fjerne { $name } fra nettverket?
network-remove-text = Personen ser ikke lenger samtalene og tiltakene i nettverket. Det som er skrevet, blir stående.
network-removed = { $name } er fjernet fra nettverket.

## Organisations that are not there yet
network-organisation-new = Mangler det en organisasjon?
network-organisation-why = Alle kommuner og fylkeskommuner er her allerede. Legg til andre som skal være med, for eksempel et energiselskap.
network-organisation-name = Navnet på organisasjonen
network-organisation-kind = Type
network-organisation-add = Legg til organisasjonen
network-organisation-added = { $name } kan nå velges.
network-kind-COUNTY_ADMINISTRATION = Statsforvalter
network-kind-AGENCY = Statlig etat
network-kind-ASSOCIATION = Sammenslutning eller forening
network-kind-OTHER = Annet

## Keeping the conversation good
network-silence = Sett skrivingen på pause
network-silence-ask = Skal { $name } ikke kunne skrive en tid?
network-silence-text = Personen kan fortsatt lese alt i nettverket. Grunnen vises til personen.
network-silence-how-long = Hvor lenge?
network-silence-days =
    { $count ->
        [one] Ett døgn
       *[other] { $count } døgn
    }
network-silence-reason = Hvorfor?
network-silence-reason-hint = For eksempel hva som ble skrevet og hva som gjelder i nettverket.
network-silence-done = { $name } kan ikke skrive nå.
network-silenced = Kan ikke skrive fram til { $until }: { $reason }
network-silence-end = La skrive igjen
network-silence-ended = { $name } kan skrive igjen.
network-audit = Hva koordinatorene har gjort
network-audit-none = Ingenting ennå.
network-audit-MESSAGE_REMOVED = { $by } fjernet en melding fra { $person } i
network-audit-THREAD_CLOSED = { $by } lukket
network-audit-THREAD_REOPENED = { $by } åpnet igjen
network-audit-MEMBER_SILENCED = { $by } satte skrivingen på pause for { $person }
network-audit-SILENCE_ENDED = { $by } lot { $person } skrive igjen
network-audit-MEMBER_REMOVED = { $by } fjernet { $person } fra nettverket
network-audit-ROLE_CHANGED = { $by } ga { $person } en ny rolle
network-audit-EVERYBODY_MENTIONED = { $by } skrev til alle i

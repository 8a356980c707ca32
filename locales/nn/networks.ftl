# Networks: who takes part, joining, inviting, roles.
network-new = Nytt nettverk
network-of = { $organisation }, eige nettverk
network-member-count =
    { $count ->
        [one] Éin medlem
       *[other] { $count } medlemmer
    }
network-organisation-count =
    { $count ->
        [one] Éin organisasjon
       *[other] { $count } organisasjonar
    }
network-you-coordinate = Du koordinerer
network-asked = Du har bede om å få vere med
network-others = Andre nettverk
network-all = Nettverk du kan be om å få vere med i
network-none = Her er det ingen nettverk enno.

## One network
network-manage = Styr nettverket
network-people = Kven er med?
network-map =
    { $count ->
        [one] Kart med éin kommune. Lista ved sida av seier det same.
       *[other] Kart med { $count } kommunar. Lista ved sida av seier det same.
    }
network-coordinator = koordinator
network-all-actions =
    { $count ->
        [one] Sjå tiltaket i biblioteket
       *[other] Sjå alle { $count } tiltak
    }
network-no-actions = Ingen i nettverket har publisert noko tiltak enno. Blir du den første?
network-all-threads = Sjå alle samtalane
network-all-people = Vis alle { $count }

## Joining and leaving
network-join-title = Vil du vere med?
network-join-text = Koordinatorane i nettverket får spørsmålet ditt, namnet ditt og organisasjonen din.
network-join-message = Nokre ord om kvifor
network-join = Be om å få vere med
network-asked-at = Du bad om å få vere med { $date }. Du får ein e-post når nokon har svart.
network-leave = Gå ut av nettverket
network-leave-ask = Gå ut av { $network }?
network-leave-text = Du ser ikkje lenger samtalane og tiltaka i nettverket. Det du har skrive, blir ståande.

## Creating one
network-whose = Kven sitt er det?
network-spanning = For fleire organisasjonar
network-own = Berre for { $organisation }, for einingar og selskap
network-name = Namnet på nettverket
network-slug = Kort namn i adressa
network-slug-hint = Små bokstavar frå a til z, siffer og bindestrek.
network-languages = Språk som blir brukte der
network-create = Lag nettverket

## Inviting
network-invite-title = Inviter
network-invite-paste = Lim inn adresser
network-invite-paste-hint = Éi per linje, eller ein tabell med namn, e-post og organisasjon.
network-invite-file = Eller vel ei csv-fil
network-invite-file-hint = Med namn, e-post og organisasjon, slik Excel lagrar fila.
network-invite-check = Sjå over lista
network-invite-found =
    { $count ->
        [0] Ingen på lista kan inviterast.
        [one] Éin person kan inviterast.
       *[other] { $count } personar kan inviterast.
    }
network-column-name = Namn
network-column-organisation = Organisasjon
network-column-note = Merknad
network-row-email = Linje { $line }: inga gyldig adresse, blir ikkje invitert
network-row-twice = Linje { $line }: står alt over, blir ikkje invitert to gonger
network-row-organisation = Fann ikkje «{ $name }». Personen vel sjølv på veg inn.
network-invite-as = Inviter som
network-role-MEMBER = Medlem
network-role-COORDINATOR = Koordinator
network-invite-send =
    { $count ->
        [one] Send éin invitasjon
       *[other] Send { $count } invitasjonar
    }
network-invite-back = Endre lista
network-invited =
    { $count ->
        [one] Éin invitasjon er på veg.
       *[other] { $count } invitasjonar er på veg.
    }
network-invite-problems = Desse kunne ikkje inviterast:

## Invitations, requests, members
network-not-accepted =
    { $count ->
        [0] Inviterte som ikkje har svart
        [one] Éin invitert har ikkje svart
       *[other] { $count } inviterte har ikkje svart
    }
network-all-accepted = Ingen invitasjon ventar på svar.
network-mailed-at = e-posten gjekk { $when }
network-mail-waits = e-posten er på veg
network-mail-failing = e-posten kjem ikkje fram
network-remind = Minn om
network-reminded = Ei påminning til { $email } er på veg.
network-withdraw = Trekk tilbake
network-withdrawn = Invitasjonen til { $email } er trekt tilbake.
network-accept = Slepp inn
network-accepted = { $name } er med no.
network-decline = Avslå
network-declined = { $name } har fått avslag.
network-joined = Med sidan { $date }
network-not-confirmed = organisasjonen er ikkje stadfesta
network-confirm = Stadfest { $organisation }
network-confirmed = { $name } høyrer til { $organisation } og kan endre programma der.
network-role-of = Rolla til { $name }
network-role-changed = { $name } har fått ei ny rolle.
network-remove-ask = Fjerne { $name } frå nettverket?
network-remove-text = Personen ser ikkje lenger samtalane og tiltaka i nettverket. Det som er skrive, blir ståande.
network-removed = { $name } er fjerna frå nettverket.

## Organisations that are not there yet
network-organisation-new = Manglar det ein organisasjon?
network-organisation-why = Alle kommunar og fylkeskommunar er her alt. Legg til andre som skal vere med, til dømes eit energiselskap.
network-organisation-name = Namnet på organisasjonen
network-organisation-kind = Slag
network-organisation-add = Legg til organisasjonen
network-organisation-added = { $name } kan no veljast.
network-kind-COUNTY_ADMINISTRATION = Statsforvaltar
network-kind-AGENCY = Statleg etat
network-kind-ASSOCIATION = Samanslutning eller foreining
network-kind-OTHER = Anna

## Keeping the conversation good
network-silence = Set skrivinga på pause
network-silence-ask = Skal { $name } ikkje kunne skrive ei tid?
network-silence-text = Personen kan framleis lese alt i nettverket. Grunnen blir vist til personen.
network-silence-how-long = Kor lenge?
network-silence-days =
    { $count ->
        [one] Eitt døgn
       *[other] { $count } døgn
    }
network-silence-reason = Kvifor?
network-silence-reason-hint = Til dømes kva som vart skrive og kva som gjeld i nettverket.
network-silence-done = { $name } kan ikkje skrive no.
network-silenced = Kan ikkje skrive fram til { $until }: { $reason }
network-silence-end = La skrive igjen
network-silence-ended = { $name } kan skrive igjen.
network-audit = Kva koordinatorane har gjort
network-audit-none = Ingenting enno.
network-audit-MESSAGE_REMOVED = { $by } fjerna ei melding frå { $person } i
network-audit-THREAD_CLOSED = { $by } lukka
network-audit-THREAD_REOPENED = { $by } opna att
network-audit-MEMBER_SILENCED = { $by } sette skrivinga på pause for { $person }
network-audit-SILENCE_ENDED = { $by } lét { $person } skrive igjen
network-audit-MEMBER_REMOVED = { $by } fjerna { $person } frå nettverket
network-audit-ROLE_CHANGED = { $by } gav { $person } ei ny rolle
network-audit-EVERYBODY_MENTIONED = { $by } skreiv til alle i

# Actions: the library, an action's page, copying, editing, publishing.

## The library
action-library-title = Hvem har gjort det før?
action-filter-text = Søk i tiltak
action-filter-country = Land
action-filters = Utvalg og rekkefølge
action-filter-all = Alle
action-filter-network = Nettverk
action-filter-copied = Bare det andre har kopiert
action-filter-clear = Vis alle tiltak
action-order = Rekkefølge
action-order-RECENT = Nyeste først
action-order-MOST_COPIED = Mest kopierte først
action-order-TITLE = Etter tittel
action-found =
    { $count ->
        [one] Ett tiltak
       *[other] { $shown } tiltak
    }
action-also-looked-for = Her søkes det også etter:
action-nothing-found = Ingenting passer med alt du har valgt. Fjern ett vilkår, eller søk på et kortere ord.
action-none-yet = Ingen tiltak er publisert ennå.

## An action
action-the-action = tiltaket
action-draft = Utkast
action-changed = Endret, ikke publisert
action-draft-explained = Dette er et utkast. Bare dere i organisasjonen ser det til det blir publisert.
action-changed-explained = Du ser den siste versjonen. Andre ser den som er publisert.
action-copy = Kopier til vårt program
action-copied-by =
    { $count ->
        [one] Kopiert av én
       *[other] Kopiert av { $count }
    }
action-copied-from = Kopiert fra { $organisation }
action-copied-from-line = Kopiert fra { $organisation }:
action-copied-from-hidden = Kopiert { $date } fra et tiltak som ikke er åpent for deg
action-copies-hidden =
    { $count ->
        [one] Ett til som ikke er åpent for deg
       *[other] { $count } til som ikke er åpne for deg
    }
action-lessons = Lærdommer
action-facts = Fakta
action-status = Status
action-status-IDEA = Idé
action-status-PLANNED = Planlagt
action-status-ONGOING = Pågår
action-status-DONE = Gjennomført
action-status-PAUSED = På vent
action-status-CANCELLED = Avbrutt
action-cost = Kostnad
action-cost-about = omtrent { $money }
action-currency = Valuta
action-effect = Reduserte utslipp
action-effect-hint = Tonn CO₂-ekvivalenter i året når tiltaket har full virkning.
action-effect-short = { $tonnes } t CO₂e/år
action-period = Tid
action-starts = Starter
action-ends = Slutter
action-themes = Temaer
action-contact = Kontakt
action-contact-none = Ingen
action-programme = Program
action-targets = Bidrar til målene
action-published-at = Publisert { $date }
action-conversation = Samtaler om tiltaket
action-no-conversation = Ingen har spurt om noe ennå. De som arbeider i { $organisation }, vet hva som var vanskelig.
action-conversation-signed-out = Logg inn for å lese og delta i samtalene.

## Copying
action-copy-title = Kopier til programmet deres
action-copy-lead = Dere får et eget utkast som dere kan gjøre om slik dere vil. { $organisation } ser at det er kopiert, men kan ikke endre det.
action-copy-theirs = Dette skriver { $organisation }
action-copy-ours = Dette får { $organisation }
action-copy-brings-themes = Temaene: { $themes }
action-copy-brings-origin = En lenke til tiltaket i { $organisation }
action-copy-becomes = Det blir et utkast. Ingen andre ser det før dere publiserer det.
action-copy-leaves = Dette følger ikke med
action-copy-leaves-why = Det hører til dem som gjorde tiltaket. Dere fyller inn deres eget.
action-copy-stays = Blir værende hos opphavet, alltid ett klikk unna: { $fields }.
action-copy-into = Til hvilket program?
action-copy-do = Kopier til { $programme }
action-copy-open-existing = Åpne kopien dere har
action-copy-again = Kopier en gang til
action-copy-no-programme = Dere har ikke noe program å kopiere til. Lag ett først, det tar et minutt.

## Writing
action-new = Nytt tiltak
action-new-lead = Start med det viktigste. Resten fyller du inn etterpå, og ingenting er synlig for andre før du publiserer.
action-create = Lag utkastet
action-language = Du skriver på
action-writing-in = Jeg skriver på
action-title = Tittel
action-description = Hva dere gjør, og hvorfor
action-description-hint = Skriv slik at en kollega i en annen kommune kan gjøre det samme.
action-lessons-hint = Hva gikk bra, hva ville dere ha gjort annerledes? Første setning er synlig i listene.
action-edit-title = Rediger tiltaket
action-edit-copied = Originalen fra { $organisation } står ved siden av. Bare det du skriver om, bytter språk.
action-original = Originalen fra { $organisation }
action-not-saved = Ikke lagret ennå. Teksten er tatt vare på her.
action-themes-chosen =
    { $count ->
        [0] Velg temaer
        [one] Ett tema valgt
       *[other] { $count } temaer valgt
    }
action-conflict = Noen andre har endret samme tekst. Din står igjen over. Slik skrev den andre:
action-conflict-mine = Behold min tekst
action-conflict-theirs = Ta den andres tekst

## Publishing and deleting
action-publish-title = Publiser
action-publish-changes-title = Publiser endringene
action-publish = Publiser tiltaket
action-publish-changes = Publiser endringene
action-publish-who = Hvem får lese?
action-visibility = Synlig for
action-visibility-ORGANISATION = Bare organisasjonen vår
action-visibility-NETWORK = Alle i nettverkene der vi er med
action-visibility-PUBLIC = Alle, også uten innlogging
action-learned = Hva er nytt?
action-learned-hint = En setning til dem som har kopiert tiltaket.
action-delete-title = Slett tiltaket
action-delete = Slett
action-delete-ask = Slette «{ $title }»?
action-delete-text = Tiltaket forsvinner for alle og kan ikke hentes tilbake.
action-delete-copies =
    { $count ->
        [one] Tiltaket forsvinner for alle og kan ikke hentes tilbake. Kopien som noen andre har laget, blir stående.
       *[other] Tiltaket forsvinner for alle og kan ikke hentes tilbake. De { $count } kopiene som andre har laget, blir stående.
    }

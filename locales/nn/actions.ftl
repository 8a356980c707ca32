# Actions: the library, an action's page, copying, editing, publishing.

## The library
action-library-title = Kven har gjort det før?
action-filter-text = Søk i tiltak
action-filter-country = Land
action-filters = Utval og rekkjefølgje
action-filter-all = Alle
action-filter-network = Nettverk
action-filter-copied = Berre det andre har kopiert
action-filter-clear = Vis alle tiltaka
action-order = Rekkjefølgje
action-order-RECENT = Nyaste først
action-order-MOST_COPIED = Mest kopierte først
action-order-TITLE = Etter tittel
action-found =
    { $count ->
        [one] Eitt tiltak
       *[other] { $shown } tiltak
    }
action-also-looked-for = Her blir det òg søkt etter:
action-nothing-found = Ingenting passar med alt du har valt. Fjern eitt vilkår, eller søk på eit kortare ord.
action-none-yet = Ingen tiltak er publiserte enno.

## An action
action-the-action = tiltaket
action-draft = Utkast
action-changed = Endra, ikkje publisert
action-draft-explained = Dette er eit utkast. Berre de i organisasjonen ser det til det blir publisert.
action-changed-explained = Du ser den siste versjonen. Andre ser den som er publisert.
action-copy = Kopier til programmet vårt
action-copied-by =
    { $count ->
        [one] Kopiert av éin
       *[other] Kopiert av { $count }
    }
action-copied-from = Kopiert frå { $organisation }
action-copied-from-line = Kopiert frå { $organisation }:
action-copied-from-hidden = Kopiert { $date } frå eit tiltak som ikkje er ope for deg
action-copies-hidden =
    { $count ->
        [one] Éitt til som ikkje er ope for deg
       *[other] { $count } til som ikkje er opne for deg
    }
action-lessons = Lærdomar
action-facts = Fakta
action-status = Status
action-status-IDEA = Idé
action-status-PLANNED = Planlagt
action-status-ONGOING = Går føre seg
action-status-DONE = Gjennomført
action-status-PAUSED = På vent
action-status-CANCELLED = Avbrote
action-cost = Kostnad
action-cost-about = om lag { $money }
action-currency = Valuta
action-effect = Reduserte utslepp
action-effect-hint = Tonn CO₂-ekvivalentar i året når tiltaket har full verknad.
action-effect-short = { $tonnes } t CO₂e/år
action-period = Tid
action-starts = Startar
action-ends = Sluttar
action-themes = Tema
action-contact = Kontakt
action-contact-none = Ingen
action-programme = Program
action-targets = Bidreg til måla
action-published-at = Publisert { $date }
action-conversation = Samtalar om tiltaket
action-no-conversation = Ingen har spurt om noko enno. Dei som arbeider i { $organisation }, veit kva som var vanskeleg.
action-conversation-signed-out = Logg inn for å lese og delta i samtalane.

## Copying
action-copy-title = Kopier til programmet dykkar
action-copy-lead = De får eit eige utkast som de kan gjere om slik de vil. { $organisation } ser at det er kopiert, men kan ikkje endre det.
action-copy-theirs = Dette skriv { $organisation }
action-copy-ours = Dette får { $organisation }
action-copy-brings-themes = Tema: { $themes }
action-copy-brings-origin = Ei lenkje til tiltaket i { $organisation }
action-copy-becomes = Det blir eit utkast. Ingen andre ser det før de publiserer det.
action-copy-leaves = Dette følgjer ikkje med
action-copy-leaves-why = Det høyrer til dei som gjorde tiltaket. De fyller inn dykkar eige.
action-copy-stays = Blir verande hos opphavet, alltid eitt klikk unna: { $fields }.
action-copy-into = Til kva program?
action-copy-do = Kopier til { $programme }
action-copy-open-existing = Opne kopien de har
action-copy-again = Kopier ein gong til
action-copy-no-programme = De har ikkje noko program å kopiere til. Lag eitt først, det tek eit minutt.

## Writing
action-new = Nytt tiltak
action-new-lead = Start med det viktigaste. Resten fyller du inn etterpå, og ingenting er synleg for andre før du publiserer.
action-create = Lag utkastet
action-language = Du skriv på
action-writing-in = Eg skriv på
action-title = Tittel
action-description = Kva de gjer, og kvifor
action-description-hint = Skriv slik at ein kollega i ein annan kommune kan gjere det same.
action-lessons-hint = Kva gjekk bra, kva ville de ha gjort annleis? Første setninga er synleg i listene.
action-edit-title = Rediger tiltaket
action-edit-copied = Originalen frå { $organisation } står ved sida av. Berre det du skriv om, byter språk.
action-original = Originalen frå { $organisation }
action-not-saved = Ikkje lagra enno. Teksten er teken vare på her.
action-themes-chosen =
    { $count ->
        [0] Vel tema
        [one] Eitt tema valt
       *[other] { $count } tema valde
    }
action-conflict = Nokon andre har endra same teksten. Din står att over. Slik skreiv den andre:
action-conflict-mine = Ta vare på min tekst
action-conflict-theirs = Ta teksten til den andre

## Publishing and deleting
action-publish-title = Publiser
action-publish-changes-title = Publiser endringane
action-publish = Publiser tiltaket
action-publish-changes = Publiser endringane
action-publish-who = Kven får lese?
action-visibility = Synleg for
action-visibility-ORGANISATION = Berre organisasjonen vår
action-visibility-NETWORK = Alle i nettverka der vi er med
action-visibility-PUBLIC = Alle, òg utan innlogging
action-learned = Kva er nytt?
action-learned-hint = Ei setning til dei som har kopiert tiltaket.
action-delete-title = Slett tiltaket
action-delete = Slett
action-delete-ask = Slette «{ $title }»?
action-delete-text = Tiltaket forsvinn for alle og kan ikkje hentast tilbake.
action-delete-copies =
    { $count ->
        [one] Tiltaket forsvinn for alle og kan ikkje hentast tilbake. Kopien som nokon andre har laga, blir ståande.
       *[other] Tiltaket forsvinn for alle og kan ikkje hentast tilbake. Dei { $count } kopiane som andre har laga, blir ståande.
    }

# Actions: the library, an action's page, copying, editing, publishing.

## The library
action-library-title = Vem har gjort det förut?
action-filter-text = Sök i åtgärder
action-filter-country = Land
action-filters = Urval och ordning
action-filter-all = Alla
action-filter-network = Nätverk
action-filter-copied = Bara det som andra har kopierat
action-filter-clear = Visa alla åtgärder
action-order = Ordning
action-order-RECENT = Nyast först
action-order-MOST_COPIED = Mest kopierade först
action-order-TITLE = Efter titel
action-found =
    { $count ->
        [one] En åtgärd
       *[other] { $shown } åtgärder
    }
action-also-looked-for = Här söks också efter:
action-nothing-found = Inget stämmer med allt du har valt. Ta bort ett villkor, eller sök på ett kortare ord.
action-none-yet = Inga åtgärder är publicerade än.

## An action
action-the-action = åtgärden
action-draft = Utkast
action-changed = Ändrad, inte publicerad
action-draft-explained = Det här är ett utkast. Bara ni i organisationen ser det tills det publiceras.
action-changed-explained = Du ser den senaste versionen. Andra ser den som är publicerad.
action-copy = Kopiera till vårt program
action-copied-by =
    { $count ->
        [one] Kopierad av en
       *[other] Kopierad av { $count }
    }
action-copied-from = Kopierad från { $organisation }
action-copied-from-line = Kopierad från { $organisation }:
action-copied-from-hidden = Kopierad { $date } från en åtgärd som inte är öppen för dig
action-copies-hidden =
    { $count ->
        [one] En till som inte är öppen för dig
       *[other] { $count } till som inte är öppna för dig
    }
action-lessons = Lärdomar
action-facts = Fakta
action-status = Status
action-status-IDEA = Idé
action-status-PLANNED = Planerad
action-status-ONGOING = Pågår
action-status-DONE = Genomförd
action-status-PAUSED = Vilande
action-status-CANCELLED = Avbruten
action-cost = Kostnad
action-cost-about = ungefär { $money }
action-currency = Valuta
action-effect = Minskade utsläpp
action-effect-hint = Ton koldioxidekvivalenter per år när åtgärden fått full effekt.
action-effect-short = { $tonnes } t CO₂e/år
action-period = Tid
action-starts = Börjar
action-ends = Slutar
action-themes = Teman
action-contact = Kontakt
action-contact-none = Ingen
action-programme = Program
action-targets = Bidrar till målen
action-published-at = Publicerad { $date }
action-conversation = Samtal om åtgärden
action-no-conversation = Ingen har frågat något än. De som arbetar i { $organisation } vet vad som var svårt.
action-conversation-signed-out = Logga in för att läsa och delta i samtalen.

## Copying
action-copy-title = Kopiera till ert program
action-copy-lead = Ni får ett eget utkast att göra om som ni vill. { $organisation } ser att det är kopierat, men kan inte ändra i det.
action-copy-theirs = Så här skriver { $organisation }
action-copy-ours = Det här får { $organisation }
action-copy-brings-themes = Temana: { $themes }
action-copy-brings-origin = En länk till åtgärden i { $organisation }
action-copy-becomes = Det blir ett utkast. Ingen annan ser det förrän ni publicerar det.
action-copy-leaves = Det här följer inte med
action-copy-leaves-why = Det hör till dem som gjorde åtgärden. Ni fyller i ert eget.
action-copy-stays = Kvar hos ursprunget, alltid ett klick bort: { $fields }.
action-copy-into = Till vilket program?
action-copy-do = Kopiera till { $programme }
action-copy-open-existing = Öppna kopian ni har
action-copy-again = Kopiera en gång till
action-copy-no-programme = Ni har inget program att kopiera till. Skapa ett först, det tar en minut.

## Writing
action-new = Ny åtgärd
action-new-lead = Börja med det viktigaste. Resten fyller du i efteråt, och inget syns för andra förrän du publicerar.
action-create = Skapa utkastet
action-language = Du skriver på
action-writing-in = Jag skriver på
action-title = Titel
action-description = Vad ni gör och varför
action-description-hint = Skriv så att en kollega i en annan kommun kan göra samma sak.
action-lessons-hint = Vad gick bra, vad hade ni gjort annorlunda? Första meningen syns i listorna.
action-edit-title = Redigera åtgärden
action-edit-copied = Originalet från { $organisation } står bredvid. Bara det du skriver om byter språk.
action-original = Originalet från { $organisation }
action-not-saved = Inte sparat än. Texten finns kvar här.
action-themes-chosen =
    { $count ->
        [0] Välj teman
        [one] Ett tema valt
       *[other] { $count } teman valda
    }
action-conflict = Någon annan har ändrat samma text. Din står kvar ovanför. Så här skrev den andre:
action-conflict-mine = Behåll min text
action-conflict-theirs = Ta den andres text

## Publishing and deleting
action-publish-title = Publicera
action-publish-changes-title = Publicera ändringarna
action-publish = Publicera åtgärden
action-publish-changes = Publicera ändringarna
action-publish-who = Vem får läsa?
action-visibility = Synlig för
action-visibility-ORGANISATION = Bara vår organisation
action-visibility-NETWORK = Alla i de nätverk där vi är med
action-visibility-PUBLIC = Alla, även utan inloggning
action-learned = Vad är nytt?
action-learned-hint = En mening till dem som har kopierat åtgärden.
action-delete-title = Ta bort åtgärden
action-delete = Ta bort
action-delete-ask = Ta bort ”{ $title }”?
action-delete-text = Den försvinner för alla och går inte att få tillbaka.
action-delete-copies =
    { $count ->
        [one] Den försvinner för alla och går inte att få tillbaka. Kopian som en annan har gjort finns kvar.
       *[other] Den försvinner för alla och går inte att få tillbaka. De { $count } kopior som andra har gjort finns kvar.
    }

# Networks: who takes part, joining, inviting, roles.
network-new = Nytt nätverk
network-of = { $organisation }, eget nätverk
network-member-count =
    { $count ->
        [one] En medlem
       *[other] { $count } medlemmar
    }
network-organisation-count =
    { $count ->
        [one] En organisation
       *[other] { $count } organisationer
    }
network-you-coordinate = Du samordnar
network-asked = Du har bett om att få vara med
network-others = Andra nätverk
network-all = Nätverk du kan be att få vara med i
network-none = Här finns inga nätverk än.

## One network
network-manage = Hantera nätverket
network-people = Vilka är med?
network-map =
    { $count ->
        [one] Karta med en kommun. Listan bredvid säger samma sak.
       *[other] Karta med { $count } kommuner. Listan bredvid säger samma sak.
    }
network-coordinator = samordnare
network-all-actions =
    { $count ->
        [one] Se åtgärden i biblioteket
       *[other] Se alla { $count } åtgärder
    }
network-no-actions = Ingen i nätverket har publicerat någon åtgärd än. Blir du den första?
network-all-threads = Se alla samtal
network-all-people = Visa alla { $count }

## Joining and leaving
network-join-title = Vill du vara med?
network-join-text = De som samordnar nätverket får din fråga, ditt namn och din organisation.
network-join-message = Några ord om varför
network-join = Be att få vara med
network-asked-at = Du bad att få vara med { $date }. Du får ett mejl när någon har svarat.
network-leave = Lämna nätverket
network-leave-ask = Lämna { $network }?
network-leave-text = Du ser inte längre nätverkets samtal och åtgärder. Det du har skrivit finns kvar.

## Creating one
network-whose = Vems är det?
network-spanning = För flera organisationer
network-own = Bara för { $organisation }, för förvaltningar och bolag
network-name = Nätverkets namn
network-slug = Kort namn i adressen
network-slug-hint = Små bokstäver utan prickar, siffror och bindestreck.
network-languages = Språk som talas där
network-create = Skapa nätverket

## Inviting
network-invite-title = Bjud in
network-invite-paste = Klistra in adresser
network-invite-paste-hint = En per rad, eller en tabell med namn, e-post och organisation.
network-invite-file = Eller välj en csv-fil
network-invite-file-hint = Med namn, e-post och organisation, som Excel sparar filen.
network-invite-check = Granska listan
network-invite-found =
    { $count ->
        [0] Ingen rad går att bjuda in.
        [one] En person går att bjuda in.
       *[other] { $count } personer går att bjuda in.
    }
network-column-name = Namn
network-column-organisation = Organisation
network-column-note = Anmärkning
network-row-email = Rad { $line }: ingen giltig adress, bjuds inte in
network-row-twice = Rad { $line }: står redan ovanför, bjuds inte in två gånger
network-row-organisation = ”{ $name }” hittades inte. Personen väljer själv när hen kommer in.
network-invite-as = Bjud in som
network-role-MEMBER = Medlem
network-role-COORDINATOR = Samordnare
network-invite-send =
    { $count ->
        [one] Skicka en inbjudan
       *[other] Skicka { $count } inbjudningar
    }
network-invite-back = Ändra listan
network-invited =
    { $count ->
        [one] En inbjudan är på väg.
       *[other] { $count } inbjudningar är på väg.
    }
network-invite-problems = De här kunde inte bjudas in:

## Invitations, requests, members
network-not-accepted =
    { $count ->
        [0] Inbjudna som inte har svarat
        [one] En inbjuden har inte svarat
       *[other] { $count } inbjudna har inte svarat
    }
network-all-accepted = Ingen inbjudan väntar på svar.
network-mailed-at = mejlet gick { $when }
network-mail-waits = mejlet är på väg
network-mail-failing = mejlet kommer inte fram
network-remind = Påminn
network-reminded = En påminnelse till { $email } är på väg.
network-withdraw = Dra tillbaka
network-withdrawn = Inbjudan till { $email } är tillbakadragen.
network-accept = Släpp in
network-accepted = { $name } är med nu.
network-decline = Avslå
network-declined = { $name } har fått avslag.
network-joined = Med sedan { $date }
network-not-confirmed = organisationen är inte bekräftad
network-confirm = Bekräfta { $organisation }
network-confirmed = { $name } hör till { $organisation } och får ändra i dess program.
network-role-of = Roll för { $name }
network-role-changed = { $name } har fått en ny roll.
network-remove-ask = Ta bort { $name } ur nätverket?
network-remove-text = Personen ser inte längre nätverkets samtal och åtgärder. Det som är skrivet finns kvar.
network-removed = { $name } är borttagen ur nätverket.

## Organisations that are not there yet
network-organisation-new = Saknas en organisation?
network-organisation-why = Alla kommuner och regioner finns redan. Lägg till andra som behöver vara med, till exempel ett energibolag.
network-organisation-name = Organisationens namn
network-organisation-kind = Slag
network-organisation-add = Lägg till organisationen
network-organisation-added = { $name } finns nu att välja.
network-kind-COUNTY_ADMINISTRATION = Länsstyrelse
network-kind-AGENCY = Myndighet
network-kind-ASSOCIATION = Förbund eller förening
network-kind-OTHER = Annat

## Keeping the conversation good
network-silence = Pausa skrivandet
network-silence-ask = Ska { $name } inte kunna skriva en tid?
network-silence-text = Personen kan fortfarande läsa allt i nätverket. Skälet visas för personen.
network-silence-how-long = Hur länge?
network-silence-days =
    { $count ->
        [one] Ett dygn
       *[other] { $count } dygn
    }
network-silence-reason = Varför?
network-silence-reason-hint = Till exempel vad som skrevs och vad som gäller i nätverket.
network-silence-done = { $name } kan inte skriva nu.
network-silenced = Kan inte skriva till och med { $until }: { $reason }
network-silence-end = Låt skriva igen
network-silence-ended = { $name } kan skriva igen.
network-audit = Vad samordnarna har gjort
network-audit-none = Ingenting än.
network-audit-MESSAGE_REMOVED = { $by } tog bort ett meddelande av { $person } i
network-audit-THREAD_CLOSED = { $by } stängde
network-audit-THREAD_REOPENED = { $by } öppnade igen
network-audit-MEMBER_SILENCED = { $by } pausade skrivandet för { $person }
network-audit-SILENCE_ENDED = { $by } lät { $person } skriva igen
network-audit-MEMBER_REMOVED = { $by } tog bort { $person } ur nätverket
network-audit-ROLE_CHANGED = { $by } gav { $person } en ny roll
network-audit-EVERYBODY_MENTIONED = { $by } skrev till alla i

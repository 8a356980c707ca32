# People: signing in, one's own profile and settings.

## Signing in
person-sign-in-title = Logg inn
person-demo-title = Prøv som nokon
person-demo-text = Dette er ein demo. Personane er oppdikta, og det du gjer, er synleg for andre som prøver.
person-mail-title = Logg inn med e-post
person-email = E-postadresse
person-email-hint = Den du har på jobb.
person-send-link = Send lenkje
person-link-sent = Vi har sendt ei lenkje til { $email } dersom adressa kan brukast.
person-link-sent-more = Lenkja gjeld i 15 minutt og verkar éin gong. Sjå òg i søppelposten.
person-link-again = Skriv ei anna adresse
person-link-spent-title = Lenkja kan ikkje brukast
person-link-new = Få ei ny lenkje

## Coming in by a link
person-welcome-title = Velkomen til Samverk
person-welcome-network = Velkomen til { $network }
person-welcome-founder = Samverk er i gang. Du er først ute.
person-founder-text = Du lagar det første nettverket og inviterer dei andre.
person-welcome-as = Lenkja gjeld for { $email }.
person-enter = Kom inn
person-enter-network = Bli med i nettverket
person-name = Namnet ditt
person-organisation = Kommunen eller organisasjonen din
person-organisation-hint = Skriv nokre bokstavar og vel i lista.
person-no-organisation = Ingen treff

## One's own profile
person-me-title = Profilen din
person-title = Tittel
person-title-hint = Til dømes klimarådgjevar
person-phone = Telefon
person-unit = Eining eller selskap
person-unit-none = Inga vald
person-unit-new = Legg til ei eining eller eit selskap
person-unit-name = Namn på eininga eller selskapet
person-unit-add = Legg til
person-share-title = Kva medlemmer i nettverka dine får sjå
person-share-email = E-postadressa mi
person-share-phone = Telefonnummeret mitt
person-share-presence = At eg er her, med namn
person-notices-title = E-post om det som ventar på deg
person-notices-text = Når nokon nemner deg, svarar deg eller på det du leitar etter, eller skriv om tiltaket ditt, og du ikkje alt har lese det.
person-notices-AT_ONCE = Med ein gong
person-notices-DAILY = Éin gong om dagen, om morgonen
person-notices-NEVER = Aldri
person-notices-settings = Innstillingane dine
person-notices-off-title = Slutt å få e-post om det som ventar
person-notices-off-text = Du får ikkje fleire e-postar når nokon nemner deg, svarar deg eller på det du leitar etter, eller skriv om tiltaket ditt. Det ventar framleis på deg i Samverk.
person-notices-off-do = Slå av e-posten
person-notices-off-done = Ferdig. Du får ikkje fleire slike e-postar.
person-language = Språk i Samverk og i e-post til deg
person-belongs-to = Du høyrer til { $organisation }.
person-not-confirmed = Det er ikkje stadfesta enno.
person-sessions-title = Her er du logga inn
person-session-current = denne nettlesaren
person-session-used = Sist brukt { $when }
person-session-end = Logg ut der
person-sign-out-everywhere = Logg ut overalt
person-tokens-title = API-nøklar
person-tokens-text = For program som les eller skriv i Samverk for deg. Ein nøkkel får gjere alt det du får.
person-token-name = Kva skal han brukast til?
person-token-create = Lag ein nøkkel
person-token-once = Den nye nøkkelen din. Han blir berre vist no, så ta vare på han på ein trygg stad.
person-token-end = Trekk tilbake
person-tokens-none = Du har ingen API-nøklar.

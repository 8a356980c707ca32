# People: signing in, one's own profile and settings.

## Signing in
person-sign-in-title = Logg inn
person-demo-title = Prøv som noen
person-demo-text = Dette er en demo. Personene er oppdiktet, og det du gjør, er synlig for andre som prøver.
person-mail-title = Logg inn med e-post
person-email = E-postadresse
person-email-hint = Den du har på jobb.
person-send-link = Send lenke
person-link-sent = Vi har sendt en lenke til { $email } hvis adressen kan brukes.
person-link-sent-more = Lenken gjelder i 15 minutter og virker én gang. Se også i søppelposten.
person-link-again = Skriv en annen adresse
person-link-spent-title = Lenken kan ikke brukes
person-link-new = Få en ny lenke

## Coming in by a link
person-welcome-title = Velkommen til Samverk
person-welcome-network = Velkommen til { $network }
person-welcome-founder = Samverk er i gang. Du er først ute.
person-founder-text = Du lager det første nettverket og inviterer de andre.
person-welcome-as = Lenken gjelder for { $email }.
person-enter = Kom inn
person-enter-network = Bli med i nettverket
person-name = Navnet ditt
person-organisation = Kommunen eller organisasjonen din
person-organisation-hint = Skriv noen bokstaver og velg i listen.
person-no-organisation = Ingen treff

## One's own profile
person-me-title = Din profil
person-title = Tittel
person-title-hint = For eksempel klimarådgiver
person-phone = Telefon
person-unit = Enhet eller selskap
person-unit-none = Ingen valgt
person-unit-new = Legg til en enhet eller et selskap
person-unit-name = Navn på enheten eller selskapet
person-unit-add = Legg til
person-share-title = Hva medlemmer i dine nettverk får se
person-share-email = E-postadressen min
person-share-phone = Telefonnummeret mitt
person-share-presence = At jeg er her, med navn
person-notices-title = E-post om det som venter på deg
person-notices-text = Når noen nevner deg, svarer deg eller på det du leter etter, eller skriver om tiltaket ditt, og du ikke allerede har lest det.
person-notices-AT_ONCE = Med en gang
person-notices-DAILY = Én gang om dagen, om morgenen
person-notices-NEVER = Aldri
person-notices-settings = Innstillingene dine
person-notices-off-title = Slutt å få e-post om det som venter
person-notices-off-text = Du får ikke flere e-poster når noen nevner deg, svarer deg eller på det du leter etter, eller skriver om tiltaket ditt. Det venter fortsatt på deg i Samverk.
person-notices-off-do = Slå av e-posten
person-notices-off-done = Ferdig. Du får ikke flere slike e-poster.
person-language = Språk i Samverk og i e-post til deg
person-belongs-to = Du hører til { $organisation }.
person-not-confirmed = Det er ikke bekreftet ennå.
person-sessions-title = Her er du logget inn
person-session-current = denne nettleseren
person-session-used = Sist brukt { $when }
person-session-end = Logg ut der
person-sign-out-everywhere = Logg ut overalt
person-tokens-title = API-nøkler
person-tokens-text = For programmer som leser eller skriver i Samverk for deg. En nøkkel får gjøre alt det du får.
person-token-name = Hva skal den brukes til?
person-token-create = Lag en nøkkel
person-token-once = Den nye nøkkelen din. Den vises bare nå, så ta vare på den på et trygt sted.
person-token-end = Trekk tilbake
person-tokens-none = Du har ingen API-nøkler.

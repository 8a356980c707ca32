# People: signing in, one's own profile and settings.

## Signing in
person-sign-in-title = Logga in
person-demo-title = Prova som någon
person-demo-text = Det här är en demo. Personerna är påhittade och det du gör syns för andra som provar.
person-mail-title = Logga in med e-post
person-email = E-postadress
person-email-hint = Den du har i arbetet.
person-send-link = Skicka en länk
person-link-sent = Vi har skickat en länk till { $email } om adressen går att använda.
person-link-sent-more = Länken gäller i 15 minuter och fungerar en gång. Titta också i skräpposten.
person-link-again = Skriv en annan adress
person-link-spent-title = Länken går inte att använda
person-link-new = Få en ny länk

## Coming in by a link
person-welcome-title = Välkommen till Samverk
person-welcome-network = Välkommen till { $network }
person-welcome-founder = Samverk är startat. Du är först.
person-founder-text = Du blir den som skapar det första nätverket och bjuder in de andra.
person-welcome-as = Länken gäller för { $email }.
person-enter = Kom in
person-enter-network = Gå med i nätverket
person-name = Ditt namn
person-organisation = Din kommun eller organisation
person-organisation-hint = Skriv några bokstäver och välj i listan.
person-no-organisation = Ingen träff

## One's own profile
person-me-title = Din profil
person-title = Titel
person-title-hint = Till exempel miljöstrateg
person-phone = Telefon
person-unit = Förvaltning eller bolag
person-unit-none = Ingen vald
person-unit-new = Lägg till en förvaltning eller ett bolag
person-unit-name = Namn på förvaltningen eller bolaget
person-unit-add = Lägg till
person-share-title = Vad medlemmar i dina nätverk får se
person-share-email = Min e-postadress
person-share-phone = Mitt telefonnummer
person-share-presence = Att jag är här, med namn
person-notices-title = Mejl om det som väntar på dig
person-notices-text = När någon nämner dig, svarar dig eller på det du söker, eller skriver om din åtgärd, och du inte redan har läst det.
person-notices-AT_ONCE = Genast
person-notices-DAILY = En gång om dagen, på morgonen
person-notices-NEVER = Aldrig
person-notices-settings = Dina inställningar
person-notices-off-title = Sluta få mejl om det som väntar
person-notices-off-text = Du får inga fler mejl när någon nämner dig, svarar dig eller på det du söker, eller skriver om din åtgärd. Det väntar fortfarande på dig i Samverk.
person-notices-off-do = Stäng av mejlen
person-notices-off-done = Klart. Du får inga fler sådana mejl.
person-language = Språk i Samverk och i mejl till dig
person-belongs-to = Du hör till { $organisation }.
person-not-confirmed = Det är inte bekräftat än.
person-sessions-title = Där du är inloggad
person-session-current = den här webbläsaren
person-session-used = Senast använd { $when }
person-session-end = Logga ut där
person-sign-out-everywhere = Logga ut överallt
person-tokens-title = API-nycklar
person-tokens-text = För program som läser eller skriver i Samverk åt dig. En nyckel får göra allt som du får.
person-token-name = Vad ska den användas till?
person-token-create = Skapa en nyckel
person-token-once = Din nya nyckel. Den visas bara nu, så spara den på ett säkert ställe.
person-token-end = Återkalla
person-tokens-none = Du har inga API-nycklar.

# Vad servern säger när något inte gick: vad som hände, vad som är kvar, vad man kan göra.

error-bad-request = Begäran kunde inte förstås: { $detail }
error-body = Begäran kunde inte läsas. Den ska vara ett JSON-objekt.
error-content-type = Begäran ska ha Content-Type application/json.
error-accept = Svaret kan bara ges som JSON.
error-accept-events = Svaret kan bara ges som händelser (text/event-stream).
error-only-post = Frågor ställs med POST.
error-only-socket = Här öppnas bara en WebSocket (graphql-transport-ws).
error-cross-site = Begäran kom från en annan webbplats och stoppades.
error-invalid = Det går inte att använda det här värdet.
error-unauthenticated = Du är inte inloggad. Logga in och försök igen.
error-forbidden = Du får läsa det här, men inte ändra det.
error-not-found = Det finns inte, eller så har du inte tillgång till det.
error-conflict = Någon annan har ändrat det här medan du skrev. Din text är kvar; jämför och spara igen.
error-already-copied = Programmet har redan en kopia av den här åtgärden.
error-taken = Det är upptaget. Välj något annat.
error-resync = Det här fönstret har tappat tråden. Läs om sidan.
error-rate-limited = Det blev för många försök. Vänta en stund och försök igen.
error-rate-limited-for = Det blev för ofta. Försök igen om { $minutes ->
        [one] en minut
       *[other] { $minutes } minuter
    }.
error-too-large = Det är för stort för att ta emot.
error-link-spent = Länken är redan använd eller för gammal. Be om en ny.
error-persisted-query-not-found = Det har kommit en ny version. Läs om sidan.
error-unavailable = Databasen svarar inte just nu. Inget är ändrat; försök igen om en stund.
error-internal = Något gick fel hos oss. Inget är ändrat. Felet är noterat med numret { $trace }.
error-unexpected = Något gick fel hos oss. Inget är ändrat.

error-empty = Det här får inte vara tomt.
error-too-long = Det är för långt: högst { $most ->
    [one] ett tecken
   *[other] { $most } tecken
}.
error-control-characters = Texten har tecken som inte går att visa. Ta bort dem och försök igen.
error-page-size = Man kan hämta från 0 till { $most } rader åt gången.
error-cursor = Listan har ändrats. Börja om från början.
error-first-and-last = Välj antingen first eller last, inte båda.
error-negative = Talet får inte vara mindre än noll.
error-number-too-large = Talet är för stort.
error-email = Det är ingen e-postadress.
error-slug = Adressnamnet ska ha 2 till 60 tecken: små bokstäver a–z, siffror och bindestreck.
error-unknown-theme = Det finns inget tema som heter ”{ $key }”.
error-unknown-indicator = Det finns ingen indikator med nyckeln ”{ $key }”.
error-unknown-funding = Det finns ingen finansiering med nyckeln ”{ $key }”.
error-web-address = Det är ingen webbadress. Den ska börja med https:// eller http://.
error-unknown-objective = Det målet finns inte i listan.
error-programme-followed-up = Programmet har följts upp, och en uppföljning är en handling som ska finnas kvar. Ange i stället när programmet slutar gälla. En omgång som fortfarande är öppen kan ni ta bort först.
error-programme-actions = { $count ->
    [one] En av programmets åtgärder är publicerad eller kopierad. Ta först bort den på dess egen sida, eller låt programmet vara kvar.
   *[other] { $count } av programmets åtgärder är publicerade eller kopierade. Ta först bort dem, var och en på sin egen sida, eller låt programmet vara kvar.
}
error-same-day-twice = Samma dag eller år står där två gånger.
error-reason-missing = Skriv varför. Det som mäts säger också något, och båda syns.
error-file-kind = Den här sortens fil tas inte emot. Bilder (PNG, JPEG, WebP, GIF), PDF och dokument från Office och OpenDocument går bra.
error-file-macros = Filen har makron eller annat som kan köras, och tas därför inte emot. Spara den utan makron och försök igen.
error-file-name-lies = Namnet stämmer inte med vad filen är. Det ska sluta på .{ $kind }.
error-file-name = Namnet får inte ha snedstreck.
error-file-too-large = Filen är för stor: högst { $most } MB.
error-file-broken-off = Filen kom inte fram hel. Inget är sparat; försök igen.
error-files-nowhere = Här sparas inga filer. Be den som sköter installationen att ställa in det.
error-files-away = Filerna går inte att nå just nu. Inget är ändrat; försök igen om en stund.
error-too-many-files = En åtgärd har högst { $most } filer. Ta bort någon först.
error-unknown-county = Välj ett län ur listan. ”{ $key }” är inget.
error-language-missing = Säg vilket språk texten är skriven på.
error-ends-before-start = Slutdagen ligger före startdagen.
error-client-id = Meddelandets id ska vara en UUID.
error-organisation-missing = Välj var du arbetar.
error-organisation-not-confirmed = En samordnare behöver bekräfta att du arbetar här innan du kan ändra något.
error-kind-from-reference = Kommuner och regioner finns redan; sök efter namnet.
error-other-organisation = Nätverket är en organisations eget. Du kan bara bjuda in dess egna.
error-already-member = Personen är redan med i nätverket.
error-already-invited = Adressen är redan inbjuden. Skicka en påminnelse i stället.
error-too-many = Det är för många på en gång: högst { $most }.
error-too-many-operations = Det pågår för mycket samtidigt i det här fönstret.
error-reminded-just-now = Ett brev har nyss gått. Vänta tio minuter innan du påminner igen.
error-last-coordinator = Nätverket behöver minst en samordnare. Utse någon annan först.
error-notices-token = Länken är inte hel. Öppna den på nytt från brevet, eller stäng av breven på din egen sida när du är inloggad.
error-mention = { $name } är inte med i nätverket och kan inte nämnas här.
error-everybody = Bara nätverkets samordnare kan vända sig till alla på en gång.
error-confirm-everybody = Det här når { $people } personer. Bekräfta att du vill vända dig till alla.
error-everybody-later = Alla kan bara nämnas i ett nytt meddelande, inte i efterhand.
error-message-conflict = Meddelandet har ändrats på annat håll medan du skrev. Din text är kvar; jämför och spara igen.
error-thread-closed = Samtalet är stängt. Det går att läsa, men inte att skriva i.
error-thread-closed-because = Samtalet är stängt. Det går att läsa, men inte att skriva i. Skälet: { $reason }
error-silenced = Du kan läsa men inte skriva i nätverket till { $year }-{ $month }-{ $day } kl. { $time }. Skälet: { $reason }
error-silence-coordinator = En samordnare kan inte tystas. Ändra rollen först.
error-hours = Välj mellan en timme och { $most } timmar.
error-too-many-pinned = Högst { $most } meddelanden kan vara fästa i ett samtal. Ta ned något annat först.
error-request-closed = Efterlysningen är avslutad.
error-answer-points-at-nothing = Peka på en åtgärd eller på en person.
error-answer-unpublished = Åtgärden är inte publicerad för andra än er. Publicera den först.
error-answered-so-already = Någon har redan svarat med just detta.

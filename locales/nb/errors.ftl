# Hva tjeneren sier når noe ikke gikk: hva som skjedde, hva som er tatt vare på, hva man kan gjøre.

error-bad-request = Forespørselen var ikke til å forstå: { $detail }
error-body = Forespørselen var ikke til å lese. Den skal være et JSON-objekt.
error-content-type = Forespørselen skal ha Content-Type application/json.
error-accept = Svaret kan bare gis som JSON.
error-accept-events = Svaret kan bare gis som hendelser (text/event-stream).
error-only-post = Spørsmål stilles med POST.
error-only-socket = Her åpnes bare en WebSocket (graphql-transport-ws).
error-cross-site = Forespørselen kom fra et annet nettsted og ble stoppet.
error-invalid = Denne verdien kan ikke brukes.
error-unauthenticated = Du er ikke logget inn. Logg inn og prøv igjen.
error-forbidden = Du kan lese dette, men ikke endre det.
error-not-found = Det finnes ikke, eller så har du ikke tilgang til det.
error-conflict = Noen andre har endret dette mens du skrev. Teksten din er tatt vare på; sammenlign og lagre på nytt.
error-already-copied = Programmet har allerede en kopi av dette tiltaket.
error-taken = Det er opptatt. Velg noe annet.
error-resync = Dette vinduet har mistet tråden. Last siden på nytt.
error-rate-limited = Det ble for mange forsøk. Vent litt og prøv igjen.
error-rate-limited-for = Det ble for ofte. Prøv igjen om { $minutes ->
        [one] ett minutt
       *[other] { $minutes } minutter
    }.
error-too-large = Det er for stort til å ta imot.
error-link-spent = Lenken er allerede brukt eller for gammel. Be om en ny.
error-persisted-query-not-found = Det er kommet en ny versjon. Last siden på nytt.
error-unavailable = Databasen svarer ikke akkurat nå. Ingenting er endret; prøv igjen om en stund.
error-internal = Noe gikk galt hos oss. Ingenting er endret. Feilen er notert med nummeret { $trace }.
error-unexpected = Noe gikk galt hos oss. Ingenting er endret.

error-empty = Dette kan ikke være tomt.
error-too-long = Det er for langt: høyst { $most ->
    [one] ett tegn
   *[other] { $most } tegn
}.
error-control-characters = Teksten har tegn som ikke kan vises. Ta dem bort og prøv igjen.
error-page-size = Man kan hente fra 0 til { $most } rader om gangen.
error-cursor = Listen er endret. Begynn på nytt.
error-first-and-last = Velg enten first eller last, ikke begge.
error-negative = Tallet kan ikke være mindre enn null.
error-number-too-large = Tallet er for stort.
error-email = Det er ikke en e-postadresse.
error-slug = Adressenavnet skal ha 2 til 60 tegn: små bokstaver a–z, sifre og bindestrek.
error-unknown-theme = Det finnes ikke noe tema som heter «{ $key }».
error-unknown-indicator = Det finnes ingen indikator med nøkkelen «{ $key }».
error-unknown-funding = Det finnes ingen finansieringsordning med nøkkelen «{ $key }».
error-web-address = Det er ingen nettadresse. Den skal begynne med https:// eller http://.
error-unknown-objective = Det målet finnes ikke i listen.
error-programme-followed-up = Programmet er fulgt opp, og en oppfølging er dokumentasjon som skal tas vare på. Skriv heller når programmet slutter å gjelde. En runde som fortsatt er åpen, kan dere fjerne først.
error-programme-actions = { $count ->
    [one] Ett av tiltakene i programmet er publisert eller kopiert. Slett det først på sin egen side, eller la programmet stå.
   *[other] { $count } av tiltakene i programmet er publisert eller kopiert. Slett dem først, hvert på sin egen side, eller la programmet stå.
}
error-same-day-twice = Samme dag eller år står der to ganger.
error-reason-missing = Skriv hvorfor. Det som måles, sier også noe, og begge deler er synlige.
error-file-kind = Denne typen fil tas ikke imot. Bilder (PNG, JPEG, WebP, GIF), PDF og dokumenter fra Office og OpenDocument går fint.
error-file-macros = Filen har makroer eller annet som kan kjøres, og tas derfor ikke imot. Lagre den uten makroer og prøv igjen.
error-file-name-lies = Navnet stemmer ikke med hva filen er. Det skal slutte på .{ $kind }.
error-file-name = Navnet kan ikke ha skråstrek.
error-file-too-large = Filen er for stor: høyst { $most } MB.
error-file-broken-off = Filen kom ikke hel fram. Ingenting er lagret; prøv igjen.
error-files-nowhere = Her lagres ingen filer. Be den som drifter installasjonen om å sette det opp.
error-files-away = Filene kan ikke nås akkurat nå. Ingenting er endret; prøv igjen om en stund.
error-too-many-files = Et tiltak har høyst { $most } filer. Ta bort en først.
error-unknown-county = Velg et fylke fra listen. «{ $key }» er ikke der.
error-language-missing = Si hvilket språk teksten er skrevet på.
error-ends-before-start = Sluttdagen ligger før startdagen.
error-client-id = Meldingens id skal være en UUID.
error-organisation-missing = Velg hvor du arbeider.
error-organisation-not-confirmed = En koordinator må bekrefte at du arbeider her før du kan endre noe.
error-kind-from-reference = Kommuner og fylker finnes fra før; søk etter navnet.
error-other-organisation = Nettverket er en organisasjons eget. Du kan bare invitere dem som hører til der.
error-already-member = Personen er allerede med i nettverket.
error-already-invited = Adressen er allerede invitert. Send en påminnelse i stedet.
error-too-many = Det er for mange på en gang: høyst { $most }.
error-too-many-operations = Det foregår for mye samtidig i dette vinduet.
error-reminded-just-now = Et brev er nettopp sendt. Vent ti minutter før du minner om det igjen.
error-last-coordinator = Nettverket trenger minst én koordinator. Velg noen andre først.
error-notices-token = Lenken er ikke hel. Åpne den på nytt fra brevet, eller slå av brevene på din egen side når du er innlogget.
error-mention = { $name } er ikke med i nettverket og kan ikke nevnes her.
error-everybody = Bare koordinatorene i nettverket kan henvende seg til alle på en gang.
error-confirm-everybody = Dette når { $people } personer. Bekreft at du vil henvende deg til alle.
error-everybody-later = Alle kan bare nevnes i en ny melding, ikke i etterkant.
error-message-conflict = Meldingen er endret et annet sted mens du skrev. Teksten din er tatt vare på; sammenlign og lagre på nytt.
error-thread-closed = Samtalen er avsluttet. Den kan leses, men ingen kan skrive i den.
error-thread-closed-because = Samtalen er avsluttet. Den kan leses, men ingen kan skrive i den. Begrunnelse: { $reason }
error-silenced = Du kan lese, men ikke skrive i nettverket til { $day }.{ $month }.{ $year } kl. { $time }. Begrunnelse: { $reason }
error-silence-coordinator = En koordinator kan ikke stilles taus. Endre rollen først.
error-hours = Velg mellom én time og { $most } timer.
error-too-many-pinned = Høyst { $most } meldinger kan være festet i en samtale. Ta ned noe annet først.
error-request-closed = Forespørselen er avsluttet.
error-answer-points-at-nothing = Pek på et tiltak eller på en person.
error-answer-unpublished = Tiltaket er ikke publisert for andre enn dere. Publiser det først.
error-answered-so-already = Noen har allerede svart med akkurat dette.

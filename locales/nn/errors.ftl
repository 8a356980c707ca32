# Kva tenaren seier når noko ikkje gjekk: kva som hende, kva som er teke vare på, kva ein kan gjere.

error-bad-request = Førespurnaden var ikkje til å forstå: { $detail }
error-body = Førespurnaden var ikkje til å lese. Han skal vere eit JSON-objekt.
error-content-type = Førespurnaden skal ha Content-Type application/json.
error-accept = Svaret kan berre gjevast som JSON.
error-accept-events = Svaret kan berre gjevast som hendingar (text/event-stream).
error-only-post = Spørsmål blir stilte med POST.
error-only-socket = Her blir det berre opna ein WebSocket (graphql-transport-ws).
error-cross-site = Førespurnaden kom frå ein annan nettstad og vart stoppa.
error-invalid = Denne verdien går det ikkje an å bruke.
error-unauthenticated = Du er ikkje logga inn. Logg inn og prøv igjen.
error-forbidden = Du kan lese dette, men ikkje endre det.
error-not-found = Det finst ikkje, eller så har du ikkje tilgang til det.
error-conflict = Nokon annan har endra dette medan du skreiv. Teksten din er teken vare på; samanlikn og lagre på nytt.
error-already-copied = Programmet har alt ein kopi av dette tiltaket.
error-taken = Det er oppteke. Vel noko anna.
error-resync = Dette vindauget har mista tråden. Last sida på nytt.
error-rate-limited = Det vart for mange forsøk. Vent litt og prøv igjen.
error-rate-limited-for = Det vart for ofte. Prøv att om { $minutes ->
        [one] eitt minutt
       *[other] { $minutes } minutt
    }.
error-too-large = Det er for stort til å ta imot.
error-link-spent = Lenkja er alt brukt eller for gammal. Be om ei ny.
error-persisted-query-not-found = Det er komen ein ny versjon. Last sida på nytt.
error-unavailable = Databasen svarar ikkje akkurat no. Ingenting er endra; prøv igjen om ei stund.
error-internal = Noko gjekk gale hos oss. Ingenting er endra. Feilen er notert med nummeret { $trace }.
error-unexpected = Noko gjekk gale hos oss. Ingenting er endra.

error-empty = Dette kan ikkje vere tomt.
error-too-long = Det er for langt: høgst { $most ->
    [one] eitt teikn
   *[other] { $most } teikn
}.
error-control-characters = Teksten har teikn som ikkje går an å vise. Ta dei bort og prøv igjen.
error-page-size = Ein kan hente frå 0 til { $most } rader om gongen.
error-cursor = Lista er endra. Byrja på nytt.
error-first-and-last = Vel anten first eller last, ikkje begge.
error-negative = Talet kan ikkje vere mindre enn null.
error-number-too-large = Talet er for stort.
error-email = Det er ikkje ei e-postadresse.
error-slug = Adressenamnet skal ha 2 til 60 teikn: små bokstavar a–z, siffer og bindestrek.
error-unknown-theme = Det finst ikkje noko tema som heiter «{ $key }».
error-unknown-indicator = Det finst ingen indikator med nøkkelen «{ $key }».
error-unknown-funding = Det finst inga finansieringsordning med nøkkelen «{ $key }».
error-web-address = Det er inga nettadresse. Ho skal byrje med https:// eller http://.
error-unknown-objective = Det målet finst ikkje i lista.
error-programme-followed-up = Programmet er følgt opp, og ei oppfølging er dokumentasjon som skal takast vare på. Skriv heller når programmet sluttar å gjelde. Ein runde som enno er open, kan de ta bort først.
error-programme-actions = { $count ->
    [one] Eitt av tiltaka i programmet er publisert eller kopiert. Slett det først på si eiga side, eller lat programmet stå.
   *[other] { $count } av tiltaka i programmet er publiserte eller kopierte. Slett dei først, kvart på si eiga side, eller lat programmet stå.
}
error-same-day-twice = Same dagen eller året står der to gonger.
error-reason-missing = Skriv kvifor. Det som blir målt, seier òg noko, og begge delar er synlege.
error-file-kind = Denne typen fil blir ikkje teken imot. Bilete (PNG, JPEG, WebP, GIF), PDF og dokument frå Office og OpenDocument går fint.
error-file-macros = Fila har makroar eller anna som kan køyrast, og blir difor ikkje teken imot. Lagre ho utan makroar og prøv igjen.
error-file-name-lies = Namnet stemmer ikkje med kva fila er. Det skal slutte på .{ $kind }.
error-file-name = Namnet kan ikkje ha skråstrek.
error-file-too-large = Fila er for stor: høgst { $most } MB.
error-file-broken-off = Fila kom ikkje heil fram. Ingenting er lagra; prøv igjen.
error-files-nowhere = Her blir ingen filer lagra. Be den som driv installasjonen om å setje det opp.
error-files-away = Filene er ikkje å nå akkurat no. Ingenting er endra; prøv igjen om ei stund.
error-too-many-files = Eit tiltak har høgst { $most } filer. Ta bort ei først.
error-unknown-county = Vel eit fylke frå lista. «{ $key }» finst ikkje der.
error-language-missing = Sei kva språk teksten er skriven på.
error-ends-before-start = Sluttdagen ligg før startdagen.
error-client-id = Id-en til meldinga skal vere ein UUID.
error-organisation-missing = Vel kvar du arbeider.
error-organisation-not-confirmed = Ein koordinator må stadfeste at du arbeider her før du kan endre noko.
error-kind-from-reference = Kommunar og fylke finst frå før; søk etter namnet.
error-other-organisation = Nettverket er ein organisasjon sitt eige. Du kan berre invitere dei som høyrer til der.
error-already-member = Personen er alt med i nettverket.
error-already-invited = Adressa er alt invitert. Send ei påminning i staden.
error-too-many = Det er for mange på ein gong: høgst { $most }.
error-too-many-operations = Det går føre seg for mykje samstundes i dette vindauget.
error-reminded-just-now = Eit brev er nett sendt. Vent ti minutt før du minner om det igjen.
error-last-coordinator = Nettverket treng minst éin koordinator. Vel nokon annan først.
error-notices-token = Lenkja er ikkje heil. Opne ho på nytt frå brevet, eller slå av breva på di eiga side når du er innlogga.
error-mention = { $name } er ikkje med i nettverket og kan ikkje nemnast her.
error-everybody = Berre koordinatorane i nettverket kan vende seg til alle på ein gong.
error-confirm-everybody = Dette når { $people } personar. Stadfest at du vil vende deg til alle.
error-everybody-later = Alle kan berre nemnast i ei ny melding, ikkje i etterkant.
error-message-conflict = Meldinga er endra ein annan stad medan du skreiv. Teksten din er teken vare på; samanlikn og lagre på nytt.
error-thread-closed = Samtalen er avslutta. Han kan lesast, men ingen kan skrive i han.
error-thread-closed-because = Samtalen er avslutta. Han kan lesast, men ingen kan skrive i han. Grunngjeving: { $reason }
error-silenced = Du kan lese, men ikkje skrive i nettverket til { $day }.{ $month }.{ $year } kl. { $time }. Grunngjeving: { $reason }
error-silence-coordinator = Ein koordinator kan ikkje stillast tyst. Endre rolla først.
error-hours = Vel mellom éin time og { $most } timar.
error-too-many-pinned = Høgst { $most } meldingar kan vere festa i ein samtale. Ta ned noko anna først.
error-request-closed = Førespurnaden er avslutta.
error-answer-points-at-nothing = Peik på eit tiltak eller på ein person.
error-answer-unpublished = Tiltaket er ikkje publisert for andre enn dykk. Publiser det først.
error-answered-so-already = Nokon har alt svart med akkurat dette.

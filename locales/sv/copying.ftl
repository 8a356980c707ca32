# Vad servern säger om kopior: vad som skiljer där kopian ska vara, och varför något från ursprunget inte kunde tas in.

caution-language = Texten är skriven på { $written ->
        [sv] svenska
        [nn] nynorska
        [nb] bokmål
       *[en] engelska
    }. Den följer med som den är; det ni skriver om blir på { $own ->
        [sv] svenska
        [nn] nynorska
        [nb] bokmål
       *[en] engelska
    }.
caution-country = Åtgärden kommer från { $country ->
        [SE] Sverige
       *[NO] Norge
    }. Lagar, bidrag och vem som beslutar kan vara annat hos er.

upstream-purpose = { $purpose ->
        [EMISSIONS] Minska utsläppen av växthusgaser
        [ADAPTATION] Klimatanpassning
       *[OTHER] Annat miljömål
    }

error-upstream-nothing = Ursprunget har inget nytt att ta in i ”{ $field }”.
error-upstream-language = Ursprunget och ni skriver på olika språk. Skriv texten på ert eget innan ni tar in den.
error-upstream-edit = ”{ $field }” är inte med bland det som ska tas in.
error-upstream-whole = ”{ $field }” tas in som det är. Ändra det i utkastet efteråt.
error-upstream-conflict = Ursprunget har publicerat igen sedan du läste. Läs om sidan och se vad som är nytt; inget är ändrat.
error-no-such-revision = Den versionen finns inte.

# Hva tjeneren sier om kopier: hva som er annerledes der kopien skal være, og hvorfor noe fra opphavet ikke kunne tas inn.

caution-language = Teksten er skrevet på { $written ->
        [sv] svensk
        [nn] nynorsk
        [nb] bokmål
       *[en] engelsk
    }. Den følger med som den er; det dere skriver om, blir på { $own ->
        [sv] svensk
        [nn] nynorsk
        [nb] bokmål
       *[en] engelsk
    }.
caution-country = Tiltaket kommer fra { $country ->
        [SE] Sverige
       *[NO] Norge
    }. Lover, tilskudd og hvem som bestemmer, kan være annerledes hos dere.

upstream-purpose = { $purpose ->
        [EMISSIONS] Kutte klimagassutslipp
        [ADAPTATION] Klimatilpasning
       *[OTHER] Annet miljømål
    }

error-upstream-nothing = Opphavet har ikke noe nytt å ta inn i «{ $field }».
error-upstream-language = Opphavet og dere skriver på ulike språk. Skriv teksten på deres eget før dere tar den inn.
error-upstream-edit = «{ $field }» er ikke med i det som skal tas inn.
error-upstream-whole = «{ $field }» tas inn slik det er. Endre det i utkastet etterpå.
error-upstream-conflict = Opphavet har publisert på nytt siden du leste. Last siden på nytt og se hva som er nytt; ingenting er endret.
error-no-such-revision = Den versjonen finnes ikke.

# Kva tenaren seier om kopiar: kva som er annleis der kopien skal vere, og kvifor noko frå opphavet ikkje kunne takast inn.

caution-language = Teksten er skriven på { $written ->
        [sv] svensk
        [nn] nynorsk
        [nb] bokmål
       *[en] engelsk
    }. Han følgjer med slik han er; det de skriv om, blir på { $own ->
        [sv] svensk
        [nn] nynorsk
        [nb] bokmål
       *[en] engelsk
    }.
caution-country = Tiltaket kjem frå { $country ->
        [SE] Sverige
       *[NO] Noreg
    }. Lover, tilskot og kven som avgjer, kan vere annleis hos dykk.

upstream-purpose = { $purpose ->
        [EMISSIONS] Kutte klimagassutslepp
        [ADAPTATION] Klimatilpassing
       *[OTHER] Anna miljømål
    }

error-upstream-nothing = Opphavet har ikkje noko nytt å ta inn i «{ $field }».
error-upstream-language = Opphavet og de skriv på ulike språk. Skriv teksten på dykkar eige før de tek han inn.
error-upstream-edit = «{ $field }» er ikkje med i det som skal takast inn.
error-upstream-whole = «{ $field }» blir teke inn slik det er. Endre det i utkastet etterpå.
error-upstream-conflict = Opphavet har publisert på nytt sidan du las. Last sida på nytt og sjå kva som er nytt; ingenting er endra.
error-no-such-revision = Den versjonen finst ikkje.

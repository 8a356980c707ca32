# What the server says of copies: what is different where the copy is to be, and why something of the origin could not be taken.

caution-language = The text is written in { $written ->
        [sv] Swedish
        [nn] Nynorsk
        [nb] Bokmål
       *[en] English
    }. It comes along as it is; what you rewrite will be in { $own ->
        [sv] Swedish
        [nn] Nynorsk
        [nb] Bokmål
       *[en] English
    }.
caution-country = The action comes from { $country ->
        [SE] Sweden
       *[NO] Norway
    }. Laws, grants and who decides may be different where you are.

upstream-purpose = { $purpose ->
        [EMISSIONS] Cut emissions of greenhouse gases
        [ADAPTATION] Adaptation to climate change
       *[OTHER] Another environmental goal
    }

error-upstream-nothing = The origin has nothing new to take in “{ $field }”.
error-upstream-language = The origin and you write in different languages. Write the text in your own before you take it.
error-upstream-edit = “{ $field }” is not among what is to be taken.
error-upstream-whole = “{ $field }” is taken as it is. Change it in the draft afterwards.
error-upstream-conflict = The origin has published again since you read it. Load the page again to see what is new; nothing was changed.
error-no-such-revision = There is no such version.

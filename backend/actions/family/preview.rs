//! What a copy would be, before it is made.

use super::{
    super::{Action, Sight, editing::own_programme, store as actions},
    fields::{Copying, Field},
    revisions, store,
};
use crate::{
    app::App,
    error::{Error, Result},
    graphql::Id,
    i18n::{Language, terms, text},
    people::{Country, Me, organisations},
    programmes::Programme,
};

/// Fields go by their names in the API.
pub struct Preview {
    /// What the origin says that comes along.
    pub brings: Vec<&'static str>,
    /// What the origin says that does not.
    pub leaves_behind: Vec<&'static str>,
    /// What the copy's own people have to say.
    pub to_fill_in: Vec<&'static str>,
    /// What is different where the copy is to be, in the reader's language.
    pub cautions: Vec<String>,
    /// The copy that the programme has already.
    pub existing: Option<Action>,
}

/// What copying an action into a programme would bring, as of now.
///
/// # Errors
/// `NOT_FOUND` for what the viewer may not see, `FORBIDDEN` for a programme of another organisation.
pub async fn preview(
    app: &App,
    me: &Me,
    reader: Language,
    id: Id<Action>,
    programme_id: Id<Programme>,
) -> Result<Preview> {
    let sight = Sight::mine(me);
    let missing = || Error::not_found().on("actionId");
    let origin = actions::actions(&app.db, sight, &[id]).await?.into_iter().next();
    let origin = origin.ok_or_else(missing)?;
    let (programme, _) = own_programme(app, me, programme_id).await?;
    let says = store::revisions(&app.db, &[id], &[origin.revision]).await?;
    let says = revisions::complete(&app.db, says).await?;
    let says = says.into_iter().next().ok_or_else(missing)?;
    let existing = match actions::copy_in_programme(&app.db, id, programme_id).await? {
        Some(copy) => actions::actions(&app.db, sight, &[copy]).await?.into_iter().next(),
        None => None,
    };
    let purpose = says.further.detail.as_ref().and_then(|detail| detail.purpose);
    let of = |wanted: &[Copying], said: bool| {
        let fields = Field::ALL
            .into_iter()
            .filter(|field| wanted.contains(&field.copying(purpose)));
        let fields = fields.filter(|field| !said || field.says(&says).is_some());
        fields.map(Field::key).collect::<Vec<_>>()
    };
    let there = organisations::organisation(app, origin.organisation_id).await?.country;
    let here = organisations::organisation(app, programme.organisation_id)
        .await?
        .country;
    Ok(Preview {
        brings: of(&[Copying::Brings], true),
        leaves_behind: of(&[Copying::Leaves, Copying::FillIn], true),
        to_fill_in: of(&[Copying::FillIn], false),
        cautions: cautions(&origin, there, here, me.language, reader),
        existing,
    })
}

/// Another language, another country with its law, bodies and grants (reference/abroad.csv), and the words that mislead
/// (reference/cautions.csv).
fn cautions(origin: &Action, there: Country, here: Country, own: Language, reader: Language) -> Vec<String> {
    let texts = [
        (&origin.title, origin.title_language),
        (&origin.description, origin.description_language),
    ];
    let mut said = Vec::new();
    let mut say = |sentence: String| {
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    };
    for (_, language) in texts.iter().filter(|(_, language)| *language != own) {
        let words = [("written", language.text().into()), ("own", own.text().into())];
        say(text(reader, "caution-language", &words));
    }
    if there != here {
        say(text(reader, "caution-country", &[("country", there.text().into())]));
        for (written, _) in texts {
            for holds in terms::held_only_in(there.text(), written, reader) {
                say(holds.to_owned());
            }
        }
    }
    for (written, language) in texts {
        for caution in terms::cautions(written, language, reader) {
            say(caution);
        }
    }
    said
}

//! What an action said before: each revision with who made it and what it changed, for the editors of its organisation, and
//! putting one back. Nothing in the history is ever changed: what is put back is a new revision.

use std::sync::Arc;

use super::{
    super::{Action, ActionStatus, Currency, Step, Themes, conflict, example::Checked, own_action, save},
    fields::Field,
    store,
};
use crate::{
    app::App,
    clock::Moment,
    db::row,
    error::{Error, Result},
    graphql::{Conn, Day, Id, Place, Total, Window},
    i18n::{Language, sort_key},
    people::{Me, Person},
};

/// What an action says, or said, in one of its revisions.
#[derive(Clone, Debug)]
pub struct Revision {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub title: String,
    pub title_language: Language,
    pub description: String,
    pub description_language: Language,
    pub lessons: Option<String>,
    pub lessons_language: Option<Language>,
    pub status: ActionStatus,
    pub themes: Themes,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<Currency>,
    pub effect_tonnes_co2e: Option<f64>,
    pub contact_id: Option<Id<Person>>,
    pub author_id: Option<Id<Person>>,
    pub at: Moment,
    pub published_at: Option<Moment>,
    pub learned: Option<String>,
}
row!(Revision {
    action_id,
    revision,
    title,
    title_language,
    description,
    description_language,
    lessons,
    lessons_language,
    status,
    themes,
    starts,
    ends,
    cost_amount,
    cost_currency,
    effect_tonnes_co2e,
    contact_id,
    author_id,
    at,
    published_at,
    learned
});

impl Revision {
    /// Makes an action say what this revision says.
    fn put_into(self, action: &mut Action) {
        action.sort_key = sort_key(&self.title);
        action.title = self.title;
        action.title_language = self.title_language;
        action.description = self.description;
        action.description_language = self.description_language;
        action.lessons = self.lessons;
        action.lessons_language = self.lessons_language;
        action.status = self.status;
        action.themes = self.themes;
        action.starts = self.starts;
        action.ends = self.ends;
        action.cost_amount = self.cost_amount;
        action.cost_currency = self.cost_currency;
        action.effect_tonnes_co2e = self.effect_tonnes_co2e;
        action.contact_id = self.contact_id;
    }
}

/// A revision in the history, with what it changed.
pub struct Past {
    pub revision: Revision,
    /// What is different from the revision before it; everything that it says, in the first.
    pub changed: Vec<Field>,
}

/// An action's revisions, the newest first; none for who may not edit it.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(
    app: &Arc<App>,
    me: Option<&Me>,
    action: &Action,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Past>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let Some(editor) = me.and_then(|me| me.editor(action.organisation_id).ok()) else {
        return Ok(Conn::nothing());
    };
    // One more than the window's own one more: the last one shown is compared with the one before it.
    let rows = store::revisions_before(&app.db, action.id, window.after.key, window.limit + 1).await?;
    let past: Vec<_> = (0..rows.len())
        .take(usize::try_from(window.limit).unwrap_or_default())
        .map(|i| Past {
            changed: Field::ALL
                .into_iter()
                .filter(|field| match rows.get(i + 1) {
                    Some(before) => !field.is_same(&rows[i], before),
                    None => field.is_set(&rows[i]),
                })
                .collect(),
            revision: rows[i].clone(),
        })
        .collect();
    let total = {
        let (app, id) = (app.clone(), action.id);
        Total::by(move || {
            let app = app.clone();
            async move { Ok(store::count_revisions(&app.db, &editor, id).await?) }
        })
    };
    let place = |past: &Past| Place {
        key: past.revision.revision,
        id: past.revision.action_id.0,
    };
    Ok(window.page(past, total, place, |past| past))
}

/// Says again what a revision said, as a new one.
///
/// # Errors
/// `CONFLICT` when `revision` is no longer the newest, `INVALID` for a revision that there is not.
pub async fn restore(app: &App, me: &Me, id: Id<Action>, revision: i64, earlier: i64) -> Result<Action> {
    let (before, editor) = own_action(app, me, id).await?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let past = store::revisions(&app.db, &[id], &[earlier])
        .await?
        .into_iter()
        .next()
        .ok_or_else(|| Error::invalid("earlier", "error-no-such-revision"))?;
    let mut action = before.clone();
    past.put_into(&mut action);
    let mut tx = app.db.begin().await?;
    let step = Step::From(earlier);
    save(app, &mut tx, &editor, &before, &mut action, step, Checked::default()).await?;
    app.commit(tx).await?;
    Ok(action)
}

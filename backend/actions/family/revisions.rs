//! What an action said before: each revision with who made it and what it changed, for the editors of its organisation, and
//! putting one back. Nothing in the history is ever changed: what is put back is a new revision.

use std::{collections::HashMap, sync::Arc};

use super::{
    super::{
        Action,
        editing::{Step, conflict, save},
        example::{self, Checked, Further},
        own_action,
    },
    fields::Field,
    store,
};
use crate::{
    app::App,
    clock::Moment,
    db::{Cells, Db, Result as Read, Row},
    error::{Error, Result},
    graphql::{Conn, Id, Place, Total, Window},
    people::Me,
};

/// What an action says, or said, in one of its revisions.
#[derive(Clone, Debug)]
pub struct Revision {
    /// As that revision has it; whose it is, and what has become of it, are as they are now.
    pub action: Action,
    pub published_at: Option<Moment>,
    pub learned: Option<String>,
    /// What stands beside the row; empty until it is looked up.
    pub further: Further,
}

impl Row for Revision {
    const FIELDS: &'static [&'static str] = &{
        let mut all = ["published_at"; Action::FIELDS.len() + 2];
        let mut i = 0;
        while i < Action::FIELDS.len() {
            all[i] = Action::FIELDS[i];
            i += 1;
        }
        all[i + 1] = "learned";
        all
    };
    fn read(cells: &mut Cells<'_>) -> Read<Self> {
        Ok(Self {
            action: Action::read(cells)?,
            published_at: cells.take()?,
            learned: cells.take()?,
            further: Further::default(),
        })
    }
}

impl Revision {
    #[must_use]
    pub fn key(&self) -> (Id<Action>, i64) {
        (self.action.id, self.action.revision)
    }
}

/// Completes revisions with what stands beside them.
///
/// # Errors
/// When the database does not answer.
pub async fn complete(db: &Db, mut revisions: Vec<Revision>) -> Result<Vec<Revision>> {
    let keys: Vec<_> = revisions.iter().map(Revision::key).collect();
    let mut beside = example::further(db, &keys).await?;
    for revision in &mut revisions {
        revision.further = beside.remove(&revision.key()).unwrap_or_default();
    }
    Ok(revisions)
}

/// The newest revisions of some actions, complete.
///
/// # Errors
/// When the database does not answer.
pub async fn newest(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Revision>> {
    complete(db, store::newest_revisions(db, ids).await?).await
}

/// When each of these actions was first published, however often it was again.
///
/// # Errors
/// When the database does not answer.
pub async fn first_published(db: &Db, ids: &[Id<Action>]) -> Result<HashMap<Id<Action>, Moment>> {
    let found = store::first_published(db, ids).await?;
    Ok(found.into_iter().map(|row| (row.action_id, row.at)).collect())
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
    let rows = complete(&app.db, rows).await?;
    let past: Vec<_> = (0..rows.len())
        .take(usize::try_from(window.limit).unwrap_or_default())
        .map(|i| Past {
            changed: Field::ALL
                .into_iter()
                .filter(|field| field.says(&rows[i]) != rows.get(i + 1).and_then(|before| field.says(before)))
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
        key: past.revision.action.revision,
        id: past.revision.action.id.0,
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
    let mut action = past.action;
    let mut tx = app.db.begin().await?;
    let step = Step::From(earlier);
    save(app, &mut tx, &editor, &before, &mut action, step, Checked::default()).await?;
    app.commit(tx).await?;
    Ok(action)
}

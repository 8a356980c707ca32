//! What an origin has published since it was copied, and what a copy makes of it: each text is taken, taken with changes, or
//! passed by. Only publishing at the origin makes a change, and nothing is ever taken by itself.
//!
//! The difference to show is between the origin's text when this copy last took it and its text now. Both are the origin's
//! own revisions, of which `action_upstream` remembers the numbers, field by field.

use std::collections::{HashMap, HashSet};

use super::{
    super::{Action, Changes, Sight, Step, apply, conflict, example::Checked, own_action, save, store as actions},
    fields::Field,
    revisions::Revision,
    store,
};
use crate::{
    app::App,
    db::row,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    i18n::Language,
    people::{Editor, Me},
    text::Change as Set,
};

/// A copy, and how far its origin has come.
pub struct Head {
    pub id: Id<Action>,
    pub revision: i64,
    pub origin_id: Id<Action>,
    pub origin_revision: i64,
    pub published_revision: i64,
}
row!(Head {
    id,
    revision,
    origin_id,
    origin_revision,
    published_revision
});

/// Up to where a copy has taken one field, and which text of it was passed by.
#[derive(Clone)]
pub struct Mark {
    pub action_id: Id<Action>,
    pub field: String,
    pub taken_revision: i64,
    pub skipped_revision: Option<i64>,
}
row!(Mark {
    action_id,
    field,
    taken_revision,
    skipped_revision
});

/// A text that the origin has published anew.
#[derive(Clone, Debug)]
pub struct Change {
    pub field: Field,
    pub base: Option<String>,
    pub yours: Option<String>,
    pub yours_language: Option<Language>,
    pub theirs: Option<String>,
    /// What `theirs` is written in; what `base` was, where it is gone.
    pub language: Language,
    pub revision: i64,
    pub taken_revision: i64,
    pub learned: Vec<String>,
}

impl Change {
    /// Whether taking it as it is would put one language in the place of another.
    #[must_use]
    pub fn needs_edit(&self) -> bool {
        self.yours_language.is_some_and(|yours| yours != self.language)
    }
}

/// What the origins of these copies have published, of the copies that the viewer edits.
///
/// # Errors
/// When the database does not answer.
pub async fn changes(app: &App, sight: Sight, ids: &[Id<Action>]) -> Result<HashMap<Id<Action>, Vec<Change>>> {
    let heads = store::heads(&app.db, sight, ids).await?;
    compare(app, &heads).await
}

async fn compare(app: &App, heads: &[Head]) -> Result<HashMap<Id<Action>, Vec<Change>>> {
    if heads.is_empty() {
        return Ok(HashMap::new());
    }
    let copies: Vec<_> = heads.iter().map(|head| head.id).collect();
    let marks: HashMap<(Id<Action>, String), Mark> = store::upstream_marks(&app.db, &copies)
        .await?
        .into_iter()
        .map(|mark| ((mark.action_id, mark.field.clone()), mark))
        .collect();
    let mut numbers: HashSet<i64> = HashSet::new();
    for head in heads {
        numbers.extend([head.revision, head.origin_revision, head.published_revision]);
    }
    for mark in marks.values() {
        numbers.insert(mark.taken_revision);
        numbers.extend(mark.skipped_revision);
    }
    let origins: HashSet<_> = heads.iter().map(|head| head.origin_id).collect();
    let origins: Vec<_> = origins.into_iter().collect();
    let all: Vec<_> = copies.iter().chain(&origins).copied().collect();
    let numbers: Vec<_> = numbers.into_iter().collect();
    let texts: HashMap<(Id<Action>, i64), Revision> = store::revisions(&app.db, &all, &numbers)
        .await?
        .into_iter()
        .map(|row| ((row.action_id, row.revision), row))
        .collect();
    let learned = store::learned(&app.db, &origins).await?;
    let mut found = HashMap::new();
    for head in heads {
        let changes: Vec<_> = Field::ALL
            .into_iter()
            .filter(|field| field.is_followed())
            .filter_map(|field| {
                change(
                    head,
                    field,
                    marks.get(&(head.id, field.key().to_owned())),
                    &texts,
                    &learned,
                )
            })
            .collect();
        found.insert(head.id, changes);
    }
    Ok(found)
}

fn change(
    head: &Head,
    field: Field,
    mark: Option<&Mark>,
    texts: &HashMap<(Id<Action>, i64), Revision>,
    learned: &[Revision],
) -> Option<Change> {
    let taken = mark.map_or(head.origin_revision, |mark| mark.taken_revision);
    let of_origin = |revision| texts.get(&(head.origin_id, revision)).and_then(|row| field.text(row));
    let base = of_origin(taken);
    let theirs = of_origin(head.published_revision);
    let yours = texts.get(&(head.id, head.revision)).and_then(|row| field.text(row));
    let passed_by = mark
        .and_then(|mark| mark.skipped_revision)
        .is_some_and(|skipped| of_origin(skipped) == theirs);
    if theirs == base || theirs == yours || passed_by {
        return None;
    }
    let (_, language) = theirs.or(base)?;
    let own = |text: Option<(&str, Language)>| text.map(|(text, _)| text.to_owned());
    let said = learned.iter().filter(|row| row.action_id == head.origin_id);
    let since = said.filter(|row| row.revision > taken && row.revision <= head.published_revision);
    Some(Change {
        field,
        base: own(base),
        yours: own(yours),
        yours_language: yours.map(|(_, language)| language),
        theirs: own(theirs),
        language,
        revision: head.published_revision,
        taken_revision: taken,
        learned: since.filter_map(|row| row.learned.clone()).collect(),
    })
}

/// Copies looked through at most for what waits, and shown at most.
const LOOKED_THROUGH: i64 = 500;
const SHOWN: usize = 50;

/// The copies of the viewer's organisation whose origins have published something that was neither taken nor passed by, the
/// latest published first.
///
/// # Errors
/// When the database does not answer.
pub async fn news(app: &App, sight: Sight) -> Result<Vec<Action>> {
    let heads = store::all_heads(&app.db, sight, LOOKED_THROUGH).await?;
    let changes = compare(app, &heads).await?;
    let ids: Vec<_> = heads
        .iter()
        .map(|head| head.id)
        .filter(|id| changes.get(id).is_some_and(|changes| !changes.is_empty()))
        .take(SHOWN)
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = actions::actions(&app.db, sight, &ids, true).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

/// What somebody makes of the origin's text.
pub struct Edit {
    pub field: String,
    pub value: String,
    pub language: Language,
}

/// Puts what the origin has published into a copy, as a new revision of the copy's own: all of the fields named, or nothing.
///
/// # Errors
/// `CONFLICT` when either revision is no longer the newest; `INVALID` for a field in which nothing is new, and for one in
/// another language that comes without an edit.
pub async fn take(
    app: &App,
    me: &Me,
    id: Id<Action>,
    revision: i64,
    upstream_revision: i64,
    fields: Vec<String>,
    mut edits: Vec<Edit>,
) -> Result<Action> {
    let (before, editor) = own_copy(app, me, id).await?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let waiting = waiting(app, me, &before, upstream_revision, &fields).await?;
    let mut action = before.clone();
    for change in &waiting {
        let edit = edits.iter().position(|edit| edit.field == change.field.key());
        let (text, language) = match edit.map(|at| edits.swap_remove(at)) {
            Some(edit) => (Set::Set(edit.value), edit.language),
            None if change.needs_edit() => return Err(Error::invalid("edits", "error-upstream-language")),
            None => (change.theirs.clone().map_or(Set::Clear, Set::Set), change.language),
        };
        let mut changes = Changes {
            language: Some(language),
            ..Changes::default()
        };
        match change.field {
            Field::Title => changes.title = text,
            Field::Description => changes.description = text,
            Field::Lessons => changes.lessons = text,
            _ => {}
        }
        apply(app, &mut action, changes).await?;
    }
    if let Some(edit) = edits.first() {
        return Err(Error::invalid("edits", "error-upstream-edit").with("field", edit.field.as_str()));
    }
    let mut tx = app.db.begin().await?;
    let step = Step::From(before.revision);
    save(app, &mut tx, &editor, &before, &mut action, step, Checked::default()).await?;
    mark(&mut tx, &editor, id, &waiting, |_| (upstream_revision, None)).await?;
    app.commit(tx).await?;
    Ok(action)
}

/// Passes by what the origin has published, until it publishes another text.
///
/// # Errors
/// `CONFLICT` when the origin has published again; `INVALID` for a field in which nothing is new.
pub async fn skip(app: &App, me: &Me, id: Id<Action>, upstream_revision: i64, fields: Vec<String>) -> Result<Action> {
    let (action, editor) = own_copy(app, me, id).await?;
    let waiting = waiting(app, me, &action, upstream_revision, &fields).await?;
    let mut tx = app.db.begin().await?;
    mark(&mut tx, &editor, id, &waiting, |change| {
        (change.taken_revision, Some(upstream_revision))
    })
    .await?;
    app.commit(tx).await?;
    Ok(action)
}

async fn own_copy(app: &App, me: &Me, id: Id<Action>) -> Result<(Action, Editor)> {
    own_action(app, me, id).await.map_err(|error| error.on("actionId"))
}

/// The changes named, each of which has to wait.
async fn waiting(
    app: &App,
    me: &Me,
    action: &Action,
    upstream_revision: i64,
    fields: &[String],
) -> Result<Vec<Change>> {
    if fields.is_empty() {
        return Err(Error::invalid("fields", "error-empty"));
    }
    let nothing_new = |key: &str| Error::invalid("fields", "error-upstream-nothing").with("field", key);
    let heads = store::heads(&app.db, Sight::mine(me), &[action.id]).await?;
    let head = heads.first().ok_or_else(|| nothing_new(&fields[0]))?;
    if head.published_revision != upstream_revision {
        return Err(Error::new(ErrorCode::Conflict)
            .on("upstreamRevision")
            .saying("error-upstream-conflict")
            .with("revision", head.published_revision));
    }
    let mut there = compare(app, &heads).await?.remove(&action.id).unwrap_or_default();
    let mut named = Vec::new();
    for key in fields {
        let at = there.iter().position(|change| change.field.key() == key);
        match at {
            Some(at) => named.push(there.swap_remove(at)),
            // Named twice is named.
            None if named.iter().any(|change: &Change| change.field.key() == key) => {}
            None => return Err(nothing_new(key)),
        }
    }
    Ok(named)
}

async fn mark(
    tx: &mut crate::db::Tx,
    editor: &Editor,
    id: Id<Action>,
    changes: &[Change],
    revisions: impl Fn(&Change) -> (i64, Option<i64>),
) -> Result<()> {
    for change in changes {
        let (taken_revision, skipped_revision) = revisions(change);
        let mark = Mark {
            action_id: id,
            field: change.field.key().to_owned(),
            taken_revision,
            skipped_revision,
        };
        store::set_upstream_mark(tx, editor, &mark).await?;
    }
    Ok(())
}

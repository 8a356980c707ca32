//! What an origin has published since it was copied, and what a copy makes of it: each field is taken, taken in one's own
//! words where it is a text, or passed by. Only publishing at the origin makes a change, and nothing is ever taken by itself.
//!
//! The difference to show is between what the origin said when this copy last took it and what it says now. Both are the
//! origin's own revisions, of which `action_upstream` remembers the numbers, field by field. A list is taken whole: two lists
//! have no words to weave together, and what somebody put in theirs is a line that they can write again.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{
    super::{
        Action, Changes, Sight,
        editing::{Step, apply, conflict, save},
        example::{self, Checked, NewLink},
        own_action, store as actions,
    },
    fields::{Field, Says},
    revisions::{self, Revision},
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

/// What an origin said in one sentence on publishing a revision.
pub struct Learned {
    pub action_id: Id<Action>,
    pub revision: i64,
    pub learned: String,
}
row!(Learned {
    action_id,
    revision,
    learned
});

/// A field that the origin has published anew. It keeps the revisions, and says of them what is asked for.
#[derive(Clone, Debug)]
pub struct Change {
    pub field: Field,
    base: Option<Arc<Revision>>,
    yours: Option<Arc<Revision>>,
    theirs: Option<Arc<Revision>>,
    pub revision: i64,
    pub taken_revision: i64,
    pub learned: Vec<String>,
}

impl Change {
    /// What the origin said when the copy last took it.
    #[must_use]
    pub fn base(&self) -> Option<Says<'_>> {
        self.field.says(self.base.as_deref()?)
    }

    /// What the copy says now.
    #[must_use]
    pub fn yours(&self) -> Option<Says<'_>> {
        self.field.says(self.yours.as_deref()?)
    }

    /// What the origin says now.
    #[must_use]
    pub fn theirs(&self) -> Option<Says<'_>> {
        self.field.says(self.theirs.as_deref()?)
    }

    /// What `theirs` is written in; what `base` was, where it is gone. `None` for what is in no language.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.theirs().or_else(|| self.base())?.language()
    }

    /// Whether taking it as it is would put one language in the place of another; where the copy says nothing yet, in among
    /// what it says otherwise.
    #[must_use]
    pub fn needs_edit(&self) -> bool {
        let said = self.yours().and_then(|yours| yours.language());
        let ours = said.or_else(|| Some(self.yours.as_deref()?.action.title_language));
        self.language()
            .is_some_and(|theirs| ours.is_some_and(|ours| ours != theirs))
    }

    /// What the copy would have to change to say the same.
    fn as_it_is(&self) -> Changes {
        let mut changes = Changes {
            language: self.language(),
            ..Changes::default()
        };
        let theirs = self.theirs.as_deref();
        let further = theirs.map(|theirs| &theirs.further);
        let detail = further.and_then(|further| further.detail.as_ref());
        match self.field {
            Field::Themes => {
                let keys = theirs.iter().flat_map(|theirs| &theirs.action.themes.0);
                changes.themes = Set::Set(keys.map(|key| (*key).to_owned()).collect());
            }
            Field::Purpose => {
                let purpose = detail.and_then(|detail| detail.purpose);
                changes.further.purpose = purpose.map_or(Set::Clear, Set::Set);
            }
            Field::Indicators => {
                let ids = detail.iter().flat_map(|detail| &detail.indicators.0);
                changes.further.indicators = Set::Set(ids.map(|id| (*id).to_owned()).collect());
            }
            Field::Links => {
                let links = further.iter().flat_map(|further| &further.links);
                let link = |link: &example::Link| NewLink {
                    url: link.url.clone(),
                    name: link.name.clone(),
                };
                changes.further.links = Set::Set(links.map(link).collect());
            }
            field => {
                let text = match self.theirs() {
                    Some(Says::Text(text, _)) => Set::Set(text.to_owned()),
                    _ => Set::Clear,
                };
                set_text(&mut changes, field, text);
            }
        }
        changes
    }
}

fn set_text(changes: &mut Changes, field: Field, text: Set<String>) {
    match field {
        Field::Title => changes.title = text,
        Field::Description => changes.description = text,
        Field::Lessons => changes.lessons = text,
        Field::Further(field) => changes.further.texts.push((field, text)),
        // No other field is a text.
        _ => {}
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
    let marks = store::upstream_marks(&app.db, &copies).await?;
    let marks: HashMap<(Id<Action>, &str), &Mark> = marks
        .iter()
        .map(|mark| ((mark.action_id, mark.field.as_str()), mark))
        .collect();
    let mut wanted: HashSet<(Id<Action>, i64)> = HashSet::new();
    for head in heads {
        let origin = |revision| (head.origin_id, revision);
        wanted.extend([
            (head.id, head.revision),
            origin(head.origin_revision),
            origin(head.published_revision),
        ]);
        for mark in Field::ALL.iter().filter_map(|field| marks.get(&(head.id, field.key()))) {
            wanted.insert(origin(mark.taken_revision));
            wanted.extend(mark.skipped_revision.map(origin));
        }
    }
    let said = revisions_of(app, &wanted).await?;
    let origins: HashSet<_> = heads.iter().map(|head| head.origin_id).collect();
    let origins: Vec<_> = origins.into_iter().collect();
    let learned = store::learned(&app.db, &origins).await?;
    let followed = || Field::ALL.into_iter().filter(|field| field.is_followed());
    let mut found = HashMap::new();
    for head in heads {
        let of = |field: Field| marks.get(&(head.id, field.key())).copied();
        // Up to here all that the origin had published was decided upon, and what it said of that was read with it.
        let numbers = followed().filter_map(of);
        let numbers = numbers.flat_map(|mark| [Some(mark.taken_revision), mark.skipped_revision]);
        let decided = numbers.flatten().filter(|number| {
            let then = Head {
                published_revision: *number,
                ..*head
            };
            followed().all(|field| {
                let taken_since = of(field).is_some_and(|mark| mark.taken_revision >= *number);
                taken_since || change(&then, field, of(field), &said, &[], 0).is_none()
            })
        });
        let decided = decided.max().unwrap_or(head.origin_revision);
        let changes = followed().filter_map(|field| change(head, field, of(field), &said, &learned, decided));
        found.insert(head.id, changes.collect());
    }
    Ok(found)
}

type Said = HashMap<(Id<Action>, i64), Arc<Revision>>;

/// These revisions, with all that they say.
async fn revisions_of(app: &App, wanted: &HashSet<(Id<Action>, i64)>) -> Result<Said> {
    let ids: HashSet<_> = wanted.iter().map(|key| key.0).collect();
    let numbers: HashSet<_> = wanted.iter().map(|key| key.1).collect();
    let (ids, numbers): (Vec<_>, Vec<_>) = (ids.into_iter().collect(), numbers.into_iter().collect());
    let mut rows = store::revisions(&app.db, &ids, &numbers).await?;
    // Actions and numbers are asked for apart, so that revisions that nobody asked for are among them.
    rows.retain(|row| wanted.contains(&row.key()));
    let rows = revisions::complete(&app.db, rows).await?;
    Ok(rows.into_iter().map(|row| (row.key(), Arc::new(row))).collect())
}

/// What waits in a field, with what was learned after all that was taken, passed by or `decided` upon.
fn change(
    head: &Head,
    field: Field,
    mark: Option<&Mark>,
    said: &Said,
    learned: &[Learned],
    decided: i64,
) -> Option<Change> {
    let taken = mark.map_or(head.origin_revision, |mark| mark.taken_revision);
    let of_origin = |revision| said.get(&(head.origin_id, revision)).cloned();
    let found = Change {
        field,
        base: of_origin(taken),
        yours: said.get(&(head.id, head.revision)).cloned(),
        theirs: of_origin(head.published_revision),
        revision: head.published_revision,
        taken_revision: taken,
        learned: Vec::new(),
    };
    let skipped = mark.and_then(|mark| mark.skipped_revision).map(of_origin);
    let passed_by = skipped.is_some_and(|row| row.as_deref().and_then(|row| field.says(row)) == found.theirs());
    if found.theirs() == found.base() || found.theirs() == found.yours() || passed_by {
        return None;
    }
    let since = learned.iter().filter(|row| row.action_id == head.origin_id);
    let read = mark.and_then(|mark| mark.skipped_revision).unwrap_or(taken);
    let read = read.max(taken).max(decided);
    let since = since.filter(|row| row.revision > read && row.revision <= head.published_revision);
    Some(Change {
        learned: since.map(|row| row.learned.clone()).collect(),
        ..found
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
    let mut rows = actions::actions(&app.db, sight, &ids).await?;
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
/// `CONFLICT` when either revision is no longer the newest; `INVALID` for a field in which nothing is new, for a text in
/// another language that comes without an edit, and for an edit of what is no text.
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
    let mut further = Checked::default();
    for change in &waiting {
        let mut changes = change.as_it_is();
        match edits.iter().position(|edit| edit.field == change.field.key()) {
            Some(_) if !change.field.is_text() => {
                return Err(Error::invalid("edits", "error-upstream-whole").with("field", change.field.key()));
            }
            Some(at) => {
                let edit = edits.swap_remove(at);
                changes = Changes {
                    language: Some(edit.language),
                    ..Changes::default()
                };
                set_text(&mut changes, change.field, Set::Set(edit.value));
            }
            None if change.needs_edit() => return Err(Error::invalid("edits", "error-upstream-language")),
            None => {}
        }
        let (more, language) = (std::mem::take(&mut changes.further), changes.language);
        apply(app, &mut action, changes).await?;
        further = further.and(example::check(app, &action, more, language).await?);
    }
    if let Some(edit) = edits.first() {
        return Err(Error::invalid("edits", "error-upstream-edit").with("field", edit.field.as_str()));
    }
    let mut tx = app.db.begin().await?;
    let step = Step::From(before.revision);
    save(app, &mut tx, &editor, &before, &mut action, step, further).await?;
    mark(&mut tx, &editor, id, &waiting, |_| (upstream_revision, None)).await?;
    app.commit(tx).await?;
    Ok(action)
}

/// Passes by what the origin has published, until it publishes something else.
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

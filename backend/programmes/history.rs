//! Who changed what in a programme. Written in the transaction of the change; never changed afterwards.

use std::sync::Arc;

use async_graphql::Enum;
use uuid::Uuid;

use super::{Programme, store};
use crate::{
    app::App,
    clock::Moment,
    db::{Tx, row, text_enum},
    error::Result,
    graphql::{Conn, Id, Kind, Place, Total, Window},
    people::{Editor, Person},
};

/// One change, by one person.
#[derive(Clone, Debug)]
pub struct ProgrammeChange {
    pub id: Id<ProgrammeChange>,
    pub object_id: Uuid,
    pub object: ChangedObject,
    pub kind: ChangeKind,
    pub name: String,
    pub before: Option<String>,
    pub person_id: Option<Id<Person>>,
    pub at: Moment,
}
row!(ProgrammeChange {
    id,
    object_id,
    object,
    kind,
    name,
    before,
    person_id,
    at
});

impl Kind for ProgrammeChange {
    const PREFIX: &'static str = "change";
}

/// What was changed.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedObject {
    /// The programme itself: its name, period or decision.
    Programme,
    /// A focus area.
    FocusArea,
    /// An overall goal.
    Goal,
    /// An interim target.
    Target,
    /// An indicator.
    Indicator,
}
text_enum!(ChangedObject {
    Programme = "PROGRAMME",
    FocusArea = "FOCUS_AREA",
    Goal = "GOAL",
    Target = "TARGET",
    Indicator = "INDICATOR",
});

/// What was done to it.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was added.
    Added,
    /// It was written anew.
    Changed,
    /// It was given another place.
    Moved,
    /// It was deleted, with what hung on it.
    Deleted,
    /// Somebody said how it stands.
    Assessed,
    /// Values were added, changed or removed.
    Values,
}
text_enum!(ChangeKind {
    Added = "ADDED",
    Changed = "CHANGED",
    Moved = "MOVED",
    Deleted = "DELETED",
    Assessed = "ASSESSED",
    Values = "VALUES",
});

/// What a change is of: kind, id, its name afterwards and, where that is another, before.
#[derive(Clone, Copy)]
pub struct Of<'a> {
    pub object: ChangedObject,
    pub id: Uuid,
    pub name: &'a str,
    pub before: Option<&'a str>,
}

/// # Errors
/// When the database does not answer.
pub async fn note(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    programme: Id<Programme>,
    kind: ChangeKind,
    of: Of<'_>,
) -> Result<()> {
    let at = app.clock.now();
    let change = ProgrammeChange {
        id: Id::of(app.random.id(at)),
        object_id: of.id,
        object: of.object,
        kind,
        name: of.name.to_owned(),
        before: of.before.filter(|before| *before != of.name).map(str::to_owned),
        person_id: Some(editor.person_id()),
        at,
    };
    Ok(store::insert_change(tx, editor, programme, &change).await?)
}

/// The newest first.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(
    app: &Arc<App>,
    programme: Id<Programme>,
    first: i32,
    after: Option<String>,
) -> Result<Conn<ProgrammeChange>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let rows = store::changes(&app.db, programme, &window).await?;
    let app = app.clone();
    let total = Total::by(move || {
        let app = app.clone();
        async move { Ok(store::count_changes(&app.db, programme).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: row.at.0,
            id: row.id.0,
        },
        |row| row,
    ))
}

//! Files that people send in, in two steps: first it is shown what would come of one, and nothing has changed; then it is
//! taken over, as a whole or not at all. Which files were, by whom and when, is a journal that stays.

pub mod actions;
pub mod kolada;
pub mod reading;
pub(crate) mod store;
pub mod units;

use std::time::Duration;

use bytes::Bytes;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    app::App,
    clock::Moment,
    db::{On, Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Id, Kind},
    people::{Editor, Me, Person},
    programmes::Programme,
    text,
};

/// A file that was sent in, and what was read in it.
#[derive(Clone, Debug)]
pub struct FileImport {
    pub id: Id<FileImport>,
    pub organisation_id: Uuid,
    pub programme_id: Option<Id<Programme>>,
    pub kind: ImportKind,
    pub file_name: String,
    pub file_hash: String,
    pub content: String,
    pub created_at: Moment,
    pub created_by: Option<Id<Person>>,
    pub applied_at: Option<Moment>,
    pub applied_by: Option<Id<Person>>,
}
row!(FileImport {
    id,
    organisation_id,
    programme_id,
    kind,
    file_name,
    file_hash,
    content,
    created_at,
    created_by,
    applied_at,
    applied_by
});

impl Kind for FileImport {
    const PREFIX: &'static str = "import";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    Emissions,
    Actions,
    Values,
}
text_enum!(ImportKind { Emissions = "EMISSIONS", Actions = "ACTIONS", Values = "VALUES" });

/// What was sent in and not taken over is forgotten after this long.
const FORGOTTEN: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// A file as it came.
pub struct Sent<'a> {
    pub name: &'a str,
    pub bytes: &'a Bytes,
}

/// Keeps what was read in a file until somebody has looked at it.
///
/// # Errors
/// `INVALID` for a name that cannot be kept.
pub async fn keep(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    kind: ImportKind,
    programme_id: Option<Id<Programme>>,
    sent: &Sent<'_>,
    content: String,
) -> Result<FileImport> {
    let import = read(app, editor, kind, programme_id, sent, content)?;
    store::insert_import(tx, editor, &import).await?;
    store::forget_before(tx, import.created_at.minus(FORGOTTEN)).await?;
    Ok(import)
}

/// A file that has been read, before it is kept.
///
/// # Errors
/// As [`keep`].
pub(crate) fn read(
    app: &App,
    editor: &Editor,
    kind: ImportKind,
    programme_id: Option<Id<Programme>>,
    sent: &Sent<'_>,
    content: String,
) -> Result<FileImport> {
    let now = app.clock.now();
    // Browsers of old send the whole path.
    let name = sent.name.rsplit(['/', '\\']).next().unwrap_or_default();
    Ok(FileImport {
        id: Id::of(app.random.id(now)),
        organisation_id: editor.organisation_id(),
        programme_id,
        kind,
        file_name: text::required_line("name", name, 200)?,
        file_hash: Sha256::digest(sent.bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        content,
        created_at: now,
        created_by: Some(editor.person_id()),
        applied_at: None,
        applied_by: None,
    })
}

/// Forgets the files that were only looked at for a programme that is being deleted. Those that were taken over stay in the
/// journal.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_of(tx: &mut Tx, editor: &Editor, programme: Id<Programme>) -> Result<()> {
    Ok(store::forget_of(tx, editor, programme).await?)
}

/// One of one's own organisation's.
///
/// # Errors
/// `NOT_FOUND` on `importId`, also for another organisation's: who else sends files in is nobody's business.
pub async fn own<'a>(
    on: impl Into<On<'a>>,
    me: &Me,
    kind: ImportKind,
    id: Id<FileImport>,
) -> Result<(FileImport, Editor)> {
    let import = store::import(on, id).await?.filter(|import| import.kind == kind);
    let import = import.filter(|import| me.edits(import.organisation_id));
    let import = import.ok_or_else(|| Error::not_found().on("importId"))?;
    let editor = me.editor(import.organisation_id)?;
    Ok((import, editor))
}

/// Writes into the journal that it was taken over. One that was before is entered anew: each time is a line.
///
/// # Errors
/// When the database does not answer.
pub async fn applied(app: &App, tx: &mut Tx, editor: &Editor, import: FileImport) -> Result<FileImport> {
    let now = app.clock.now();
    let again = import.applied_at.is_some();
    let import = FileImport {
        applied_at: Some(now),
        applied_by: Some(editor.person_id()),
        ..import
    };
    if again {
        let import = FileImport {
            id: Id::of(app.random.id(now)),
            created_at: now,
            created_by: Some(editor.person_id()),
            ..import
        };
        store::insert_import(tx, editor, &import).await?;
        return Ok(import);
    }
    if !store::set_applied(tx, editor, &import).await? {
        // Somebody was faster, in another window.
        return Err(Error::new(ErrorCode::Conflict).saying("error-import-applied"));
    }
    Ok(import)
}

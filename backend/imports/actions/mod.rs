//! Sheets with a programme and its actions: a row for each, which says what part of the programme it serves. A row that has
//! a fault is corrected before anything is taken over, and what the programme has already is asked about: it is left out,
//! added once more, or brought up to what the row says.

pub mod check;
pub mod columns;
pub mod command;
pub mod found;
pub mod graphql;
mod lists;
pub mod outgoing;
pub(crate) mod store;
pub mod there;
pub mod update;
mod write;

use std::collections::HashMap;

use async_graphql::Enum;
use bytes::Bytes;
use uuid::Uuid;

use super::{FileImport, ImportKind, Sent};
use crate::{
    app::App,
    db::text_enum,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    i18n::{Language, fold},
    people::{Editor, Me, organisations},
    programmes::{self, Programme},
    sheets,
};
use check::{Checked, Faults, Judge, Plan};
use columns::{Cells, ImportColumn};
use found::{Found, Told, found};
use there::There;
use update::Update;
use write::New;

/// Rows of a file at most: more than any programme has.
const ROWS: usize = 2000;
/// Letters in a row at most: an action's texts and lists at their longest, as a programme that is taken along may have them.
const LETTERS: usize = 60_000;

/// What becomes of a row whose title the programme has already.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportDecision {
    /// One more of this title.
    Add,
    /// It is left out.
    Skip,
    /// The one action of this title is changed to what the row says; an empty cell leaves it as it is.
    Update,
}
text_enum!(ImportDecision { Add = "ADD", Skip = "SKIP", Update = "UPDATE" });

/// A row as it is judged now.
pub struct ImportRow {
    pub checked: Checked,
    said: Option<ImportDecision>,
    plan: Plan,
}

impl ImportRow {
    /// What was said of it, as long as that is possible.
    fn said(&self) -> Option<ImportDecision> {
        let possible = |said: &ImportDecision| *said != ImportDecision::Update || self.checked.update.is_ok();
        self.said.filter(possible)
    }

    /// What becomes of it; what says nothing new is left out, unless something else was said.
    #[must_use]
    pub fn decision(&self) -> Option<ImportDecision> {
        self.said().or(self.is_unchanged().then_some(ImportDecision::Skip))
    }

    /// Whether it says what the action of its title, or the part of the programme, says.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.checked.is_there || self.checked.update.as_ref().is_ok_and(Update::is_nothing)
    }

    /// Whether somebody should look at it: it has a fault, or its title is there and it says something else.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_faulty() || self.checked.exists && (self.said().is_some() || !self.is_unchanged())
    }

    /// Whether it is to be said what becomes of it.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.checked.exists && self.decision().is_none()
    }

    #[must_use]
    pub fn is_left_out(&self) -> bool {
        self.checked.is_there
            || self.checked.exists
                && match self.decision() {
                    Some(ImportDecision::Skip) => true,
                    Some(ImportDecision::Update) => self.is_unchanged(),
                    _ => false,
                }
    }

    /// Whether it changes an action.
    #[must_use]
    pub fn is_update(&self) -> bool {
        self.decision() == Some(ImportDecision::Update) && !self.is_left_out()
    }

    /// What is wrong with it: a new action has to say more than one that is there.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        match &self.checked.update {
            Ok(update) if self.decision() != Some(ImportDecision::Add) => &update.faults,
            _ => &self.checked.faults,
        }
    }

    #[must_use]
    pub fn is_faulty(&self) -> bool {
        !self.faults().is_empty() && !self.is_left_out()
    }
}

/// What may be edited for a programme, before anything is read.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub async fn may_send(app: &App, me: &Me, id: Id<Programme>) -> Result<(Programme, Editor)> {
    let programme = programmes::programme(&app.db, id)
        .await?
        .ok_or_else(|| Error::not_found().on("programme"))?;
    let editor = me.editor(programme.organisation_id)?;
    Ok((programme, editor))
}

/// The rows of a file, and what of it is not read.
///
/// # Errors
/// `INVALID` or `TOO_LARGE` on `file`.
pub async fn read(bytes: Bytes) -> Result<Found> {
    let book = sheets::read(bytes).await?;
    let found = found(&book).ok_or_else(|| Error::invalid("file", "error-import-headings"))?;
    let rows = &found.rows;
    if rows.is_empty() {
        return Err(Error::invalid("file", "error-import-no-rows"));
    }
    let many = rows.len() > ROWS;
    let long = |cells: &Cells| cells.0.iter().map(|text| text.chars().count()).sum::<usize>() > LETTERS;
    if many || rows.iter().any(|(_, cells)| long(cells)) {
        let message = if many {
            "error-import-rows"
        } else {
            "error-import-letters"
        };
        let most = if many { ROWS } else { LETTERS };
        return Err(Error::new(ErrorCode::TooLarge)
            .on("file")
            .saying(message)
            .with("most", most));
    }
    Ok(found)
}

/// Reads a file and keeps its rows to be looked at.
///
/// # Errors
/// As [`read`].
pub async fn send(app: &App, editor: &Editor, programme: &Programme, name: &str, bytes: Bytes) -> Result<FileImport> {
    let Found { rows, told } = read(bytes.clone()).await?;
    let told = serde_json::to_string(&told).map_err(Error::internal)?;
    let mut kept = Vec::new();
    for (number, cells) in &rows {
        kept.push((*number, serde_json::to_string(&cells.0).map_err(Error::internal)?));
    }
    let sent = Sent { name, bytes: &bytes };
    let mut tx = app.db.begin().await?;
    let kind = ImportKind::Actions;
    let import = super::keep(app, &mut tx, editor, kind, Some(programme.id), &sent, told).await?;
    store::insert_rows(&mut tx, editor, import.id, &kept).await?;
    app.commit(tx).await?;
    Ok(import)
}

/// What was said of a file when it was read.
///
/// # Errors
/// When something else was kept with it.
pub fn told(import: &FileImport) -> Result<Told> {
    serde_json::from_str(&import.content).map_err(Error::internal)
}

/// All rows of a file that was sent in, judged by how the programme is now.
///
/// # Errors
/// When the database does not answer.
pub async fn rows(app: &App, import: &FileImport, language: Language) -> Result<Vec<ImportRow>> {
    let kept = store::rows(&app.db, import.id).await?;
    let decisions: HashMap<_, _> = kept.iter().map(|row| (row.number, row.decision)).collect();
    let said = |number: i64| decisions.get(&number).copied().flatten();
    judge(app, Place::of(import, language), &given(&kept)?, said).await
}

/// The cells of rows as they were kept.
fn given(kept: &[store::Kept]) -> Result<Vec<(i64, Cells)>> {
    let mut given = Vec::new();
    for row in kept {
        let mut cells: Vec<String> = serde_json::from_str(&row.cells).map_err(Error::internal)?;
        // Those of an earlier version had fewer columns.
        cells.resize(ImportColumn::ALL.len(), String::new());
        given.push((row.number, Cells(cells)));
    }
    Ok(given)
}

/// Why a row cannot update an action, if it cannot. Only rows of the same title have to do with that.
async fn no_update(
    app: &App,
    import: &FileImport,
    language: Language,
    kept: &[store::Kept],
    number: i64,
) -> Result<Option<&'static str>> {
    let mut rows = given(kept)?;
    let title = |cells: &Cells| fold(cells.get(ImportColumn::Title));
    let wanted = rows.iter().find(|row| row.0 == number).map(|(_, cells)| title(cells));
    rows.retain(|(_, cells)| Some(title(cells)) == wanted);
    let judged = judge(app, Place::of(import, language), &rows, |_| None).await?;
    let row = judged.into_iter().find(|row| row.checked.number == number);
    Ok(row.and_then(|row| row.checked.update.err()))
}

/// Where rows would come, and for whom they are judged.
struct Place {
    organisation: Uuid,
    /// None where it is yet to be made.
    programme: Option<Id<Programme>>,
    /// What texts are written in that do not say it themselves.
    language: Language,
    reader: Language,
}

impl Place {
    fn of(import: &FileImport, language: Language) -> Self {
        Self {
            organisation: import.organisation_id,
            programme: import.programme_id,
            language,
            reader: language,
        }
    }
}

async fn judge(
    app: &App,
    place: Place,
    rows: &[(i64, Cells)],
    said: impl Fn(i64) -> Option<ImportDecision>,
) -> Result<Vec<ImportRow>> {
    let organisation = organisations::organisation(app, place.organisation).await?;
    let titles = rows.iter().map(|(_, cells)| cells.get(ImportColumn::Title));
    let mut judge = Judge {
        organisation: &organisation,
        language: place.language,
        reader: place.reader,
        contacts: HashMap::new(),
        units: organisations::units(&app.db, organisation.id).await?,
        there: match place.programme {
            Some(programme) => There::meet(app, programme, titles).await?,
            None => There::default(),
        },
    };
    judge.meet(app, rows).await?;
    let row = |(checked, plan): (Checked, Plan)| ImportRow {
        said: said(checked.number),
        checked,
        plan,
    };
    Ok(judge.rows(rows).into_iter().map(row).collect())
}

/// Puts other words into a row, or says what becomes of it.
///
/// # Errors
/// `NOT_FOUND` for no such row, `INVALID` for cells that are not one for each column, and on `decision` for an update where
/// there is no one action of its title.
pub async fn correct(
    app: &App,
    me: &Me,
    id: Id<FileImport>,
    number: i64,
    cells: Option<Vec<String>>,
    decision: Option<ImportDecision>,
) -> Result<FileImport> {
    let (import, editor) = super::own(&app.db, me, ImportKind::Actions, id).await?;
    if number < 1 {
        return Err(Error::invalid("number", "error-negative"));
    }
    if let Some(cells) = &cells {
        let letters: usize = cells.iter().map(|text| text.chars().count()).sum();
        if cells.len() != ImportColumn::ALL.len() || letters > LETTERS || cells.iter().any(|text| text.contains('\0')) {
            return Err(Error::invalid("cells", "error-import-cells").with("count", ImportColumn::ALL.len()));
        }
    }
    let mut kept = store::rows(&app.db, id).await?;
    let row = kept.iter_mut().find(|row| row.number == number);
    let row = row.ok_or_else(|| Error::not_found().on("number"))?;
    if let Some(cells) = cells {
        row.cells = serde_json::to_string(&cells).map_err(Error::internal)?;
    }
    row.decision = decision.or(row.decision);
    let row = row.clone();
    if decision == Some(ImportDecision::Update)
        && let Some(why) = no_update(app, &import, me.language, &kept, number).await?
    {
        return Err(Error::invalid("decision", why));
    }
    let mut tx = app.db.begin().await?;
    if !store::update_row(&mut tx, &editor, id, &row).await? {
        return Err(taken_before());
    }
    app.commit(tx).await?;
    Ok(import)
}

/// Says of all rows whose title is there, and that say something else, what becomes of them; of those of which it can be said.
///
/// # Errors
/// `NOT_FOUND`; `CONFLICT` when the file has been taken over.
pub async fn decide(app: &App, me: &Me, id: Id<FileImport>, decision: ImportDecision) -> Result<FileImport> {
    let (import, editor) = super::own(&app.db, me, ImportKind::Actions, id).await?;
    if import.applied_at.is_some() {
        return Err(taken_before());
    }
    let rows = rows(app, &import, me.language).await?;
    let possible = |row: &&ImportRow| decision != ImportDecision::Update || row.checked.update.is_ok();
    let asked = rows.iter().filter(|row| row.checked.exists && row.is_open());
    let numbers: Vec<_> = asked.filter(possible).map(|row| row.checked.number).collect();
    let mut tx = app.db.begin().await?;
    if !store::decide_rows(&mut tx, &editor, id, &numbers, decision).await? {
        return Err(taken_before());
    }
    app.commit(tx).await?;
    Ok(import)
}

fn taken_before() -> Error {
    Error::new(ErrorCode::Conflict).saying("error-import-applied")
}

/// What came of taking a file over.
pub struct Taken {
    pub import: FileImport,
    pub actions: usize,
    pub updated: usize,
    pub parts: usize,
    pub left_out: usize,
}

/// Takes all rows over, or none.
///
/// # Errors
/// `INVALID` on `importId` as long as a row has a fault, or it is not said what becomes of one; `CONFLICT` when the file has
/// been taken over, or an action was changed in that moment.
pub async fn apply(app: &App, me: &Me, id: Id<FileImport>, existing: Option<ImportDecision>) -> Result<Taken> {
    let (import, editor) = super::own(&app.db, me, ImportKind::Actions, id).await?;
    if import.applied_at.is_some() {
        return Err(taken_before());
    }
    let programme = match import.programme_id {
        Some(programme) => programmes::programme(&app.db, programme).await?,
        None => None,
    };
    let programme = programme.ok_or_else(|| Error::not_found().on("importId"))?;
    let rows = rows(app, &import, me.language).await?;
    let rows = decided(rows, existing)?;
    let new = New::of(app, &editor, &programme, rows).await?;
    let mut tx = app.db.begin().await?;
    let taken = new.write(app, &mut tx, &editor, &programme, import).await?;
    app.commit(tx).await?;
    Ok(taken)
}

/// Rows of which each can be taken over or left out.
fn decided(mut rows: Vec<ImportRow>, existing: Option<ImportDecision>) -> Result<Vec<ImportRow>> {
    for row in &mut rows {
        if row.checked.exists && row.said().is_none() {
            row.said = existing;
        }
    }
    let faulty = rows.iter().filter(|row| row.is_faulty()).count();
    if faulty > 0 {
        return Err(Error::invalid("importId", "error-import-faults").with("count", faulty));
    }
    let undecided = rows.iter().filter(|row| row.is_undecided()).count();
    if undecided > 0 {
        let message = match existing {
            Some(ImportDecision::Update) => "error-import-not-one",
            _ => "error-import-undecided",
        };
        return Err(Error::invalid("importId", message).with("count", undecided));
    }
    Ok(rows)
}

//! Sheets with a programme and its actions: a row for each, which says what part of the programme it serves. A row that has
//! a fault is corrected before anything is taken over, and what the programme has already is asked about.

pub mod check;
pub mod columns;
pub mod command;
pub mod graphql;
pub(crate) mod store;

use std::collections::{HashMap, HashSet, hash_map::Entry};

use async_graphql::Enum;
use bytes::Bytes;
use uuid::Uuid;

use super::{FileImport, ImportKind, Sent};
use crate::{
    actions::{self, editing::Prepared},
    app::App,
    db::{Tx, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Day, Id},
    i18n::{Language, fold},
    people::{Editor, Me, organisations},
    programmes::{self, Programme, editing::Under},
    sheets,
};
use check::{Checked, Judge, Plan};
use columns::{Cells, ImportColumn};

/// Rows of a file at most: more than any programme has.
const ROWS: usize = 2000;
/// Letters in a row at most, as many as an action's text may have and some more.
const LETTERS: usize = 25_000;

/// What becomes of a row whose title the programme has already.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportDecision {
    /// One more of this title.
    Add,
    /// It is left out.
    Skip,
}
text_enum!(ImportDecision { Add = "ADD", Skip = "SKIP" });

/// A row as it is judged now.
pub struct ImportRow {
    pub checked: Checked,
    pub decision: Option<ImportDecision>,
    plan: Plan,
}

impl ImportRow {
    /// Whether it is to be said what becomes of it.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.checked.exists && self.decision.is_none()
    }

    #[must_use]
    pub fn is_left_out(&self) -> bool {
        self.checked.exists && self.decision == Some(ImportDecision::Skip)
    }

    #[must_use]
    pub fn is_faulty(&self) -> bool {
        !self.checked.faults.is_empty() && !self.is_left_out()
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

/// The rows of a file.
///
/// # Errors
/// `INVALID` or `TOO_LARGE` on `file`.
pub async fn read(bytes: Bytes) -> Result<Vec<(i64, Cells)>> {
    let book = sheets::read(bytes).await?;
    let rows = columns::rows(&book).ok_or_else(|| Error::invalid("file", "error-import-headings"))?;
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
    Ok(rows
        .into_iter()
        .map(|(number, cells)| (i64::from(number), cells))
        .collect())
}

/// Reads a file and keeps its rows to be looked at.
///
/// # Errors
/// As [`read`].
pub async fn send(app: &App, editor: &Editor, programme: &Programme, name: &str, bytes: Bytes) -> Result<FileImport> {
    let rows = read(bytes.clone()).await?;
    let mut kept = Vec::new();
    for (number, cells) in &rows {
        kept.push((*number, serde_json::to_string(&cells.0).map_err(Error::internal)?));
    }
    let sent = Sent { name, bytes: &bytes };
    let mut tx = app.db.begin().await?;
    let kind = ImportKind::Actions;
    let import = super::keep(app, &mut tx, editor, kind, Some(programme.id), &sent, "{}".to_owned()).await?;
    store::insert_rows(&mut tx, editor, import.id, &kept).await?;
    app.commit(tx).await?;
    Ok(import)
}

/// All rows of a file that was sent in, judged by how the programme is now.
///
/// # Errors
/// When the database does not answer.
pub async fn rows(app: &App, import: &FileImport, language: Language) -> Result<Vec<ImportRow>> {
    let kept = store::rows(&app.db, import.id).await?;
    let decisions: HashMap<_, _> = kept.iter().map(|row| (row.number, row.decision)).collect();
    let mut given = Vec::new();
    for row in kept {
        let mut cells: Vec<String> = serde_json::from_str(&row.cells).map_err(Error::internal)?;
        // Those of an earlier version had fewer columns.
        cells.resize(ImportColumn::ALL.len(), String::new());
        given.push((row.number, Cells(cells)));
    }
    let titles = match import.programme_id {
        Some(programme) => titles(app, programme).await?,
        None => HashSet::new(),
    };
    let judged = judge(app, import.organisation_id, language, &given, &titles).await?;
    let row = |(checked, plan): (Checked, Plan)| ImportRow {
        decision: decisions.get(&checked.number).copied().flatten(),
        checked,
        plan,
    };
    Ok(judged.into_iter().map(row).collect())
}

async fn titles(app: &App, programme: Id<Programme>) -> Result<HashSet<String>> {
    let titles = store::titles(&app.db, programme).await?;
    Ok(titles.iter().map(|title| fold(title)).collect())
}

async fn judge(
    app: &App,
    organisation: Uuid,
    language: Language,
    rows: &[(i64, Cells)],
    titles: &HashSet<String>,
) -> Result<Vec<(Checked, Plan)>> {
    let organisation = organisations::organisation(app, organisation).await?;
    let mut judge = Judge {
        organisation: &organisation,
        language,
        contacts: HashMap::new(),
        units: organisations::units(&app.db, organisation.id).await?,
    };
    judge.meet(app, rows).await?;
    Ok(judge.rows(rows, titles))
}

/// Puts other words into a row, or says what becomes of it.
///
/// # Errors
/// `NOT_FOUND` for no such row, `INVALID` for cells that are not one for each column.
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
    let mut tx = app.db.begin().await?;
    let rows = store::rows(&mut tx, id).await?;
    let row = rows.into_iter().find(|row| row.number == number);
    let mut row = row.ok_or_else(|| Error::not_found().on("number"))?;
    if let Some(cells) = cells {
        row.cells = serde_json::to_string(&cells).map_err(Error::internal)?;
    }
    row.decision = decision.or(row.decision);
    if !store::update_row(&mut tx, &editor, id, &row).await? {
        return Err(Error::new(ErrorCode::Conflict).saying("error-import-applied"));
    }
    app.commit(tx).await?;
    Ok(import)
}

/// What came of taking a file over.
pub struct Taken {
    pub import: FileImport,
    pub actions: usize,
    pub parts: usize,
    pub left_out: usize,
}

/// Takes all rows over, or none.
///
/// # Errors
/// `INVALID` on `importId` as long as a row has a fault, or it is not said what becomes of one; `CONFLICT` when the file has
/// been taken over.
pub async fn apply(app: &App, me: &Me, id: Id<FileImport>, existing: Option<ImportDecision>) -> Result<Taken> {
    let (import, editor) = super::own(&app.db, me, ImportKind::Actions, id).await?;
    if import.applied_at.is_some() {
        return Err(Error::new(ErrorCode::Conflict).saying("error-import-applied"));
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
        if row.is_undecided() {
            row.decision = existing;
        }
    }
    let faulty = rows.iter().filter(|row| row.is_faulty()).count();
    if faulty > 0 {
        return Err(Error::invalid("importId", "error-import-faults").with("count", faulty));
    }
    let undecided = rows.iter().filter(|row| row.is_undecided()).count();
    if undecided > 0 {
        return Err(Error::invalid("importId", "error-import-undecided").with("count", undecided));
    }
    Ok(rows)
}

/// Rows that have been checked and not been written.
struct New {
    rows: Vec<NewRow>,
    left_out: usize,
}

struct NewRow {
    /// Focus area, goal and target, as far as they are named.
    parts: [Option<String>; 3],
    due: Option<Day>,
    action: Option<Prepared>,
}

impl New {
    async fn of(app: &App, editor: &Editor, programme: &Programme, rows: Vec<ImportRow>) -> Result<Self> {
        let left_out = rows.iter().filter(|row| row.is_left_out()).count();
        let mut new = Vec::new();
        for row in rows.into_iter().filter(|row| !row.is_left_out()) {
            let action = match row.plan.action {
                Some(changes) => Some(actions::editing::prepare(app, programme, editor, changes).await?),
                None => None,
            };
            new.push(NewRow {
                parts: [row.plan.focus_area, row.plan.goal, row.plan.target],
                due: row.plan.due,
                action,
            });
        }
        Ok(Self { rows: new, left_out })
    }

    async fn write(
        self,
        app: &App,
        tx: &mut Tx,
        editor: &Editor,
        programme: &Programme,
        import: FileImport,
    ) -> Result<Taken> {
        let import = super::applied(app, tx, editor, import).await?;
        let mut outline = Outline {
            programme: programme.id,
            known: HashMap::new(),
            made: 0,
        };
        let mut count = 0;
        for NewRow { parts, due, action } in self.rows {
            let mut under = Under::Programme(programme.id);
            let mut served = None;
            for name in parts.into_iter().map_while(std::convert::identity) {
                let id = outline.part(app, tx, editor, under, name, due).await?;
                match under {
                    Under::Programme(_) => under = Under::FocusArea(Id::of(id)),
                    Under::FocusArea(_) => under = Under::Goal(Id::of(id)),
                    Under::Goal(_) => served = Some(Id::of(id)),
                }
            }
            if let Some(action) = action {
                count += 1;
                let id = actions::editing::insert(app, tx, editor, action).await?.id;
                if let Some(target) = served {
                    actions::editing::serve(tx, editor, id, &[target]).await?;
                }
            }
        }
        store::delete_rows(tx, editor, import.id).await?;
        Ok(Taken {
            import,
            actions: count,
            parts: outline.made,
            left_out: self.left_out,
        })
    }
}

/// The parts of a programme by their names, as far as they have been met.
struct Outline {
    programme: Id<Programme>,
    known: HashMap<Under, Vec<(Uuid, String)>>,
    made: usize,
}

impl Outline {
    /// The part of this name at this place; a new one where there is none.
    async fn part(
        &mut self,
        app: &App,
        tx: &mut Tx,
        editor: &Editor,
        under: Under,
        name: String,
        due: Option<Day>,
    ) -> Result<Uuid> {
        let known = match self.known.entry(under) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(under.names(tx).await?),
        };
        let wanted = fold(&name);
        if let Some((id, _)) = known.iter().find(|(_, name)| fold(name) == wanted) {
            return Ok(*id);
        }
        let id = under.put(app, tx, editor, self.programme, name.clone(), due).await?;
        self.made += 1;
        known.push((id, name));
        Ok(id)
    }
}

//! The schema of sheets with actions.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{
    ImportDecision, ImportRow,
    columns::ImportColumn,
    found::{Told, Unread},
    update::Difference,
};
use crate::{
    actions::{Action, graphql::Actions},
    clock::Moment,
    error::{ErrorCode, Result},
    graphql::{Ask, Conn, Id, Place, Total, Window, sentence},
    i18n,
    imports::{self, FileImport, ImportKind},
    programmes::{Programme, graphql::Programmes},
};

pub struct ActionImport(pub FileImport);

impl ActionImport {
    async fn judged(&self, ctx: &Context<'_>) -> Result<Vec<ImportRow>> {
        let language = ctx.me()?.language;
        super::rows(ctx.app(), &self.0, language).await
    }
}

/// A sheet with a programme and its actions that somebody sent in. Nothing is changed before it is taken over.
#[Object]
impl ActionImport {
    /// A TypeID.
    async fn id(&self) -> Id<FileImport> {
        self.0.id
    }
    /// As it was called.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }
    /// Where its actions would come; null when that programme is gone.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        match self.0.programme_id {
            Some(id) => ctx.load::<Programmes>(id).await,
            None => Ok(None),
        }
    }
    /// When it was sent in.
    async fn created_at(&self) -> Moment {
        self.0.created_at
    }
    /// When it was taken over; null while it is only looked at.
    async fn applied_at(&self) -> Option<Moment> {
        self.0.applied_at
    }
    /// The columns, in the order of each row's cells.
    async fn columns(&self, ctx: &Context<'_>) -> Vec<ImportColumnName> {
        let name = |column: ImportColumn| ImportColumnName {
            key: column,
            name: column.name(ctx.language()),
        };
        ImportColumn::ALL.into_iter().map(name).collect()
    }
    /// What the file holds that is not read: columns under headings that are not known, and sheets without known headings.
    async fn unread(&self) -> Result<Vec<Unread>> {
        Ok(super::told(&self.0)?.unread)
    }
    /// How many rows there are, and of what kind.
    async fn counts(&self, ctx: &Context<'_>) -> Result<ImportCounts> {
        let rows = self.judged(ctx).await?;
        let count = |is: fn(&ImportRow) -> bool| rows.iter().filter(|row| is(row)).count();
        Ok(ImportCounts {
            rows: rows.len(),
            faulty: count(ImportRow::is_faulty),
            undecided: count(ImportRow::is_undecided),
            left_out: count(ImportRow::is_left_out),
            updates: count(ImportRow::is_update),
            unchanged: count(ImportRow::is_unchanged),
        })
    }
    /// Its rows in their order; none once they are taken over.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            default = false,
            desc = "Only those with a fault, and those whose title the programme has already and that say something else."
        )]
        only_open: bool,
        #[graphql(default = 50, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<ActionImportRow>> {
        let window = Window::<i64>::ascending(first, after.as_deref())?;
        let mut rows = self.judged(ctx).await?;
        rows.retain(|row| !only_open || row.is_open());
        let total = rows.len();
        let told = super::told(&self.0)?;
        rows.retain(|row| row.checked.number > window.after.key);
        rows.truncate(usize::try_from(window.limit).unwrap_or_default());
        Ok(window.page(
            rows,
            Total::known(total),
            |row| Place {
                key: row.checked.number,
                id: Uuid::nil(),
            },
            |row| ActionImportRow::of(row, &told),
        ))
    }
}

/// A column's name.
#[derive(SimpleObject)]
pub struct ImportColumnName {
    /// Which.
    key: ImportColumn,
    /// In the reader's language, as the template has it.
    name: String,
}

/// How many rows of what kind.
#[derive(SimpleObject)]
pub struct ImportCounts {
    /// In all.
    rows: usize,
    /// With a fault that is to be corrected.
    faulty: usize,
    /// Of which it is to be said what becomes of them.
    undecided: usize,
    /// Left out, since the programme has an action of that title.
    left_out: usize,
    /// That change the action of their title.
    updates: usize,
    /// That say what the action of their title says; unless something else is said of them, they are left out.
    unchanged: usize,
}

pub struct ActionImportRow {
    row: ImportRow,
    sheet: Option<String>,
    /// In its sheet.
    number: i64,
}

impl ActionImportRow {
    fn of(row: ImportRow, told: &Told) -> Self {
        let (sheet, number) = told.place(row.checked.number);
        Self {
            sheet: sheet.map(str::to_owned),
            number,
            row,
        }
    }
}

/// A row of a sheet with actions.
#[Object]
impl ActionImportRow {
    /// Which it is of its file: as the spreadsheet numbers it, or a number of its own in a file of several sheets.
    async fn number(&self) -> i64 {
        self.row.checked.number
    }
    /// The name of its sheet, where rows of several are read; null where they are of one.
    async fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }
    /// As the spreadsheet numbers it in its sheet.
    async fn number_in_sheet(&self) -> i64 {
        self.number
    }
    /// A text for each column.
    async fn cells(&self) -> &[String] {
        &self.row.checked.cells.0
    }
    /// What is wrong with it.
    async fn faults(&self, ctx: &Context<'_>) -> Vec<ImportFault> {
        let faults = self.row.faults().iter();
        let fault = |(column, error): &(ImportColumn, _)| ImportFault {
            column: *column,
            message: sentence(ctx.language(), error),
        };
        faults.map(fault).collect()
    }
    /// Whether the programme, or an earlier row, has an action of this title.
    async fn exists(&self) -> bool {
        self.row.checked.exists
    }
    /// What becomes of it then. What says nothing new is left out, unless something else is said of it.
    async fn decision(&self) -> Option<ImportDecision> {
        self.row.decision()
    }
    /// The one action of its title, which UPDATE would change; null where there is none, or more than one.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<Action>> {
        match &self.row.checked.update {
            Ok(update) => ctx.load::<Actions>(update.before.id).await,
            Err(_) => Ok(None),
        }
    }
    /// What UPDATE would change, in the order of the columns; nothing where the action says all of it already. An empty cell
    /// changes nothing.
    async fn changes(&self) -> Vec<ImportChange> {
        let differences = self.row.checked.update.as_ref().map(|update| &*update.differences);
        let change = |difference: &Difference| ImportChange {
            column: difference.column,
            before: difference.before.clone(),
            after: difference.after.clone(),
        };
        differences.unwrap_or_default().iter().map(change).collect()
    }
    /// Why UPDATE cannot be said of it, a sentence in the reader's language; null where it can, or need not be.
    async fn no_update(&self, ctx: &Context<'_>) -> Option<String> {
        let why = self
            .row
            .checked
            .update
            .as_ref()
            .err()
            .filter(|_| self.row.checked.exists)?;
        Some(i18n::text(ctx.language(), why, &[]))
    }
}

/// What a cell would change in an action.
#[derive(SimpleObject)]
pub struct ImportChange {
    /// Which.
    column: ImportColumn,
    /// What the action says, as the reader writes it; null where it says nothing.
    before: Option<String>,
    /// What it would say.
    after: String,
}

/// What is wrong with a cell.
#[derive(SimpleObject)]
pub struct ImportFault {
    /// Which.
    column: ImportColumn,
    /// A sentence in the reader's language.
    message: String,
}

#[derive(Default)]
pub struct ImportsQuery;

#[Object]
impl ImportsQuery {
    /// A sheet with actions that somebody of one's own organisation sent in; null for others.
    async fn action_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: Id<FileImport>,
    ) -> Result<Option<ActionImport>> {
        let Some(me) = ctx.viewer().maybe() else {
            return Ok(None);
        };
        match imports::own(&ctx.app().db, me, ImportKind::Actions, id).await {
            Ok((import, _)) => Ok(Some(ActionImport(import))),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Other words for a row, or what becomes of it.
#[derive(InputObject)]
pub struct CorrectImportRowInput {
    /// Of which file.
    import_id: Id<FileImport>,
    /// Which row.
    number: i64,
    /// A text for each column; left out, they stay.
    cells: Option<Vec<String>>,
    /// What becomes of it where the programme has its title already.
    decision: Option<ImportDecision>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct CorrectImportRowPayload {
    /// The file, judged anew.
    import: ActionImport,
}

/// What becomes of all rows whose title the programme has already.
#[derive(InputObject)]
pub struct DecideImportRowsInput {
    /// Of which file.
    import_id: Id<FileImport>,
    /// What becomes of them.
    decision: ImportDecision,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct DecideImportRowsPayload {
    /// The file, judged anew.
    import: ActionImport,
}

/// A sheet that is to be taken over.
#[derive(InputObject)]
pub struct ApplyActionImportInput {
    /// Which.
    import_id: Id<FileImport>,
    /// What becomes of rows of which it has not been said.
    existing: Option<ImportDecision>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct ApplyActionImportPayload {
    /// The file.
    import: ActionImport,
    /// How many actions it has made, as drafts.
    actions: usize,
    /// How many actions it has changed; of those that are published, others see the change when it is published.
    updated: usize,
    /// How many focus areas, goals and targets.
    parts: usize,
    /// How many rows were left out.
    left_out: usize,
}

#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Corrects a row of a sheet before it is taken over.
    async fn correct_import_row(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CorrectImportRowInput,
    ) -> Result<CorrectImportRowPayload> {
        let (id, number) = (input.import_id, input.number);
        let import = super::correct(ctx.app(), ctx.me()?, id, number, input.cells, input.decision).await?;
        Ok(CorrectImportRowPayload {
            import: ActionImport(import),
        })
    }

    /// Says what becomes of all rows whose title the programme has already and that say something else. A row of which it
    /// cannot be said stays as it is.
    async fn decide_import_rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DecideImportRowsInput,
    ) -> Result<DecideImportRowsPayload> {
        let import = super::decide(ctx.app(), ctx.me()?, input.import_id, input.decision).await?;
        Ok(DecideImportRowsPayload {
            import: ActionImport(import),
        })
    }

    /// Takes all rows of a sheet over, or none: parts of the programme that are missing, new actions as drafts, and changes
    /// of those that are there, by how they are now.
    async fn apply_action_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ApplyActionImportInput,
    ) -> Result<ApplyActionImportPayload> {
        let taken = super::apply(ctx.app(), ctx.me()?, input.import_id, input.existing).await?;
        Ok(ApplyActionImportPayload {
            import: ActionImport(taken.import),
            actions: taken.actions,
            updated: taken.updated,
            parts: taken.parts,
            left_out: taken.left_out,
        })
    }
}

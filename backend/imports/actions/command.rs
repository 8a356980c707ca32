//! `samverk import`: a sheet from the command line, by whoever runs the server.

use super::{
    ImportDecision, ImportRow, Place, Taken, decided,
    found::{Found, Told},
    judge, read, store,
    write::New,
};
use crate::{
    app::App,
    error::Error,
    graphql::sentence,
    i18n::{self, Language, sort_key},
    imports::{self, ImportKind, Sent},
    people::{self, Editor},
    programmes::{self, Programme},
};

/// What is asked for.
pub struct Command<'a> {
    pub file_name: &'a str,
    pub bytes: bytes::Bytes,
    /// `SE 0136`, or a name.
    pub organisation: &'a str,
    /// Made when there is none of this name; the organisation's only one when none is named.
    pub programme: Option<&'a str>,
    pub existing: Option<ImportDecision>,
    pub dry_run: bool,
}

/// What a command has done, or would do.
pub struct Outcome {
    pub programme: String,
    pub rows: usize,
    /// What of the file was not read, a line for each.
    pub unread: Vec<String>,
    /// What becomes of actions that are there, a line for each cell that says something else.
    pub changes: Vec<String>,
    /// None on a dry run.
    pub taken: Option<Taken>,
}

/// Takes a file over, or looks only.
///
/// # Errors
/// Sentences that name what is wrong, a line for each row at fault.
pub async fn run(app: &App, command: Command<'_>) -> Result<Outcome, String> {
    let words = |error: Error| match error {
        Error::Internal(why) => why.to_string(),
        refused => sentence(Language::En, &refused),
    };
    let organisation = command.organisation;
    let organisation = app.organisations.named(organisation).ok_or_else(|| {
        format!("--organisation: there is none called {organisation}; a municipality is SE 0136 or NO 1508")
    })?;
    let person = people::first_colleague(&app.db, organisation).await.map_err(words)?;
    let person =
        person.ok_or("--organisation: nobody of it is here yet, and somebody has to be the author of what comes in")?;
    let editor = Editor::of_colleague(&person);
    let Found { rows, told } = read(command.bytes.clone()).await.map_err(words)?;

    let wanted = command.programme.map(sort_key);
    let found = store::programmes(&app.db, organisation, wanted.as_deref())
        .await
        .map_err(Error::from)
        .map_err(words)?;
    let programme = match (found.as_slice(), command.programme) {
        ([id], _) => programmes::programme(&app.db, *id).await.map_err(words)?,
        (_, Some(_)) => None,
        ([], None) => return Err("--programme: the organisation has none yet; name the one to make".to_owned()),
        (_, None) => return Err("--programme: the organisation has several; name one".to_owned()),
    };
    let place = Place {
        organisation,
        programme: programme.as_ref().map(|found| found.id),
        language: person.language,
        reader: Language::En,
    };
    let judged = judge(app, place, &rows, |_| command.existing).await.map_err(words)?;
    let complaints = complaints(&judged, &told);
    if !complaints.is_empty() {
        return Err(format!("{}\n{}", command.file_name, complaints.join("\n")));
    }
    let count = judged.len();
    let name = programme.as_ref().map_or_else(
        || command.programme.unwrap_or_default().to_owned(),
        |found| found.name.clone(),
    );
    if command.dry_run {
        return Ok(Outcome {
            programme: name,
            rows: count,
            unread: unread(&told),
            changes: changes(&judged, &told),
            taken: None,
        });
    }
    let judged = decided(judged, command.existing).map_err(words)?;
    let sent = Sent {
        name: command.file_name,
        bytes: &command.bytes,
    };
    let taken = take(app, &editor, programme, &name, &sent, judged, &told)
        .await
        .map_err(words)?;
    Ok(Outcome {
        programme: name,
        rows: count,
        unread: unread(&told),
        changes: Vec::new(),
        taken: Some(taken),
    })
}

/// Makes the programme where there is none, keeps the file and takes its rows over: all of it, or nothing.
async fn take(
    app: &App,
    editor: &Editor,
    programme: Option<Programme>,
    name: &str,
    sent: &Sent<'_>,
    rows: Vec<ImportRow>,
    told: &Told,
) -> Result<Taken, Error> {
    let told = serde_json::to_string(told).map_err(Error::internal)?;
    let mut tx = app.db.begin().await?;
    let programme = match programme {
        Some(programme) => programme,
        None => {
            let name = crate::text::required_line("programme", name, 200)?;
            programmes::insert(app, &mut tx, editor, name).await?
        }
    };
    let kind = ImportKind::Actions;
    let import = imports::read(app, editor, kind, Some(programme.id), sent, told)?;
    imports::store::insert_import(&mut tx, editor, &import).await?;
    let new = New::of(app, editor, &programme, rows).await?;
    let taken = new.write(app, &mut tx, editor, &programme, import).await?;
    app.commit(tx).await?;
    Ok(taken)
}

/// `row 7`, with its sheet before it where there are several.
fn place(told: &Told, row: &ImportRow) -> String {
    match told.place(row.checked.number) {
        (Some(sheet), number) => format!("{sheet}, row {number}"),
        (None, number) => format!("row {number}"),
    }
}

fn unread(told: &Told) -> Vec<String> {
    let line = |sheet: Option<&str>, column: Option<&str>| match (sheet, column) {
        (Some(sheet), Some(column)) => format!("not read: {sheet}, column {column}"),
        (Some(sheet), None) => format!("not read: {sheet}"),
        (None, column) => format!("not read: column {}", column.unwrap_or_default()),
    };
    let unread = told.unread.iter();
    unread
        .map(|each| line(each.sheet.as_deref(), each.column.as_deref()))
        .collect()
}

/// What is wrong, a line for each.
fn complaints(rows: &[ImportRow], told: &Told) -> Vec<String> {
    let mut lines = Vec::new();
    for row in rows {
        let place = place(told, row);
        if row.is_faulty() {
            for (column, error) in row.faults() {
                let column = column.name(Language::En);
                lines.push(format!("{place}, {column}: {}", sentence(Language::En, error)));
            }
        }
        if row.checked.exists && row.said().is_none() {
            let why = match (row.said, &row.checked.update) {
                (Some(ImportDecision::Update), Err(why)) => i18n::text(Language::En, why, &[]),
                _ => "the programme has an action of this title; say --existing skip, --existing add or --existing update"
                    .to_owned(),
            };
            lines.push(format!("{place}: {why}"));
        }
    }
    lines
}

/// What would become of actions that are there.
fn changes(rows: &[ImportRow], told: &Told) -> Vec<String> {
    let updates = rows.iter().filter(|row| row.is_update());
    let lines = updates.flat_map(|row| {
        let place = place(told, row);
        let differences = row.checked.update.iter().flat_map(|update| &update.differences);
        differences.map(move |difference| {
            format!(
                "{place}, {}: {} → {}",
                difference.column.name(Language::En),
                difference.before.as_deref().unwrap_or("nothing"),
                difference.after
            )
        })
    });
    lines.collect()
}

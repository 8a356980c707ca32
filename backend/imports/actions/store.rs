//! SQL of sheets with actions.

use uuid::Uuid;

use super::ImportDecision;
use crate::{
    actions::Action,
    db::{Db, On, Result, Tx, row, sql},
    graphql::Id,
    imports::FileImport,
    people::Editor,
    programmes::Programme,
};

#[derive(Clone)]
pub struct Kept {
    pub number: i64,
    pub cells: String,
    pub decision: Option<ImportDecision>,
}
row!(Kept {
    number,
    cells,
    decision
});

pub async fn rows<'a>(on: impl Into<On<'a>>, import: Id<FileImport>) -> Result<Vec<Kept>> {
    sql("select number, cells, decision from import_row where import_id = $1 order by number limit 5000")
        .bind(import)
        .all(on)
        .await
}

pub async fn insert_rows(tx: &mut Tx, _: &Editor, import: Id<FileImport>, rows: &[(i64, String)]) -> Result<()> {
    let values = rows.iter().map(|(number, cells)| vec![(*number).into(), cells.into()]);
    sql("insert into import_row (import_id, number, cells) values ($1, $2, $3)")
        .bind(import)
        .run_each(tx, values.collect())
        .await
}

/// False when there is no such row, or the file has been taken over.
pub async fn update_row(tx: &mut Tx, _: &Editor, import: Id<FileImport>, row: &Kept) -> Result<bool> {
    let changed = sql(
        "update import_row set cells = $3, decision = $4 where import_id = $1 and number = $2 \
         and exists (select 1 from file_import where id = $1 and applied_at is null)",
    )
    .bind(import)
    .bind(row.number)
    .bind(&row.cells)
    .bind(row.decision)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

/// What was taken over is an action now; its row is not kept twice.
pub async fn delete_rows(tx: &mut Tx, _: &Editor, import: Id<FileImport>) -> Result<()> {
    sql("delete from import_row where import_id = $1")
        .bind(import)
        .run(tx)
        .await?;
    Ok(())
}

/// Says of some rows what becomes of them; false when the file has been taken over.
pub async fn decide_rows(
    tx: &mut Tx,
    _: &Editor,
    import: Id<FileImport>,
    numbers: &[i64],
    decision: ImportDecision,
) -> Result<bool> {
    let changed = sql("update import_row set decision = $2 where import_id = $1 \
         and exists (select 1 from file_import where id = $1 and applied_at is null) and number in (?)")
    .bind(import)
    .bind(decision)
    .bind_list(numbers.iter().copied())
    .run(tx)
    .await?;
    Ok(changed > 0 || numbers.is_empty())
}

pub struct Titled {
    pub id: Id<Action>,
    pub title: String,
}
row!(Titled { id, title });

/// The titles of a programme's actions, as its own people see them.
pub async fn titles<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<Titled>> {
    sql(
        "select a.id, r.title from action a join action_revision r on r.action_id = a.id and r.revision = a.revision \
         where a.programme_id = $1 and a.deleted_at is null",
    )
    .bind(programme)
    .all(on)
    .await
}

struct Found {
    id: Id<Programme>,
}
row!(Found { id });

/// An organisation's programmes: the one of this name, or all of them.
pub async fn programmes(db: &Db, organisation: Uuid, sort_key: Option<&str>) -> Result<Vec<Id<Programme>>> {
    let select = "select id from programme where organisation_id = $1";
    let found: Vec<Found> = match sort_key {
        Some(key) => {
            sql(&format!("{select} and sort_key = $2"))
                .bind(organisation)
                .bind(key)
                .all(db)
                .await?
        }
        None => {
            sql(&format!("{select} order by sort_key, id limit 100"))
                .bind(organisation)
                .all(db)
                .await?
        }
    };
    Ok(found.into_iter().map(|row| row.id).collect())
}

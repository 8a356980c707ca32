//! SQL of files.

use uuid::Uuid;

use super::File;
use crate::{
    actions::Action,
    clock::Moment,
    db::{Db, Result, Tx, row, sql},
    graphql::{Count, Id},
    people::Editor,
};

const COLUMNS: &str =
    "select id, action_id, name, kind, size, description, language, at, by_id, published_at from file";

pub async fn files(db: &Db, ids: &[Id<File>]) -> Result<Vec<File>> {
    sql(&format!("{COLUMNS} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(db)
        .await
}

/// In the order in which they came.
pub async fn files_of(db: &Db, actions: &[Id<Action>]) -> Result<Vec<File>> {
    sql(&format!("{COLUMNS} where action_id in (?) order by at, id"))
        .bind_list(actions.iter().copied())
        .all(db)
        .await
}

pub async fn count(db: &Db, action: Id<Action>) -> Result<usize> {
    let count: Count = sql("select count(*) as n from file where action_id = $1")
        .bind(action)
        .one(db)
        .await?;
    Ok(usize::try_from(count.n).unwrap_or_default())
}

struct Row {
    id: Uuid,
}
row!(Row { id });

pub async fn ids_of(tx: &mut Tx, action: Id<Action>) -> Result<Vec<Uuid>> {
    let rows: Vec<Row> = sql("select id from file where action_id = $1")
        .bind(action)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Those whose time has come, the first hundred.
pub async fn leftovers(db: &Db, now: Moment) -> Result<Vec<Uuid>> {
    let rows: Vec<Row> = sql("select id from file_leftover where due_at <= $1 order by due_at, id limit 100")
        .bind(now)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

// ---- writing --------------------------------------------------------------------------------------------------------

/// False when the action is gone.
pub async fn insert(tx: &mut Tx, _: &Editor, row: &File) -> Result<bool> {
    let changed = sql(
        "insert into file (id, action_id, name, kind, size, description, language, at, by_id, published_at) \
         select $1, id, $3, $4, $5, $6, $7, $8, $9, $10 from action where id = $2 and deleted_at is null",
    )
    .bind(row.id)
    .bind(row.action_id)
    .bind(&row.name)
    .bind(row.kind)
    .bind(row.size)
    .bind(row.description.clone())
    .bind(row.language)
    .bind(row.at)
    .bind(row.by_id)
    .bind(row.published_at)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn update(tx: &mut Tx, _: &Editor, row: &File) -> Result<bool> {
    let changed = sql("update file set name = $2, description = $3, language = $4 where id = $1")
        .bind(row.id)
        .bind(&row.name)
        .bind(row.description.clone())
        .bind(row.language)
        .run(tx)
        .await?;
    Ok(changed == 1)
}

pub async fn publish(tx: &mut Tx, _: &Editor, action: Id<Action>, now: Moment) -> Result<()> {
    sql("update file set published_at = $2 where action_id = $1 and published_at is null")
        .bind(action)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

/// Files are no more; what they left in the store is to be removed.
pub async fn leave(tx: &mut Tx, editor: &Editor, ids: &[Uuid], now: Moment) -> Result<()> {
    for id in ids {
        sql("delete from file where id = $1").bind(*id).run(tx).await?;
        insert_leftover(tx, editor, *id, now).await?;
    }
    Ok(())
}

pub async fn insert_leftover(tx: &mut Tx, _: &Editor, id: Uuid, due_at: Moment) -> Result<()> {
    sql("insert into file_leftover (id, due_at) values ($1, $2) on conflict (id) do update set due_at = excluded.due_at")
        .bind(id)
        .bind(due_at)
        .run_one(tx)
        .await
}

pub async fn postpone_leftover(tx: &mut Tx, id: Uuid, due_at: Moment) -> Result<()> {
    sql("update file_leftover set due_at = $2 where id = $1")
        .bind(id)
        .bind(due_at)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn clear_leftover(tx: &mut Tx, id: Uuid) -> Result<()> {
    sql("delete from file_leftover where id = $1").bind(id).run(tx).await?;
    Ok(())
}

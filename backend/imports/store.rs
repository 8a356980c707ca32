//! SQL of imports.

use uuid::Uuid;

use super::{FileImport, ImportKind};
use crate::{
    clock::Moment,
    db::{Db, On, Result, Tx, sql},
    graphql::{Count, Id, Window},
    people::Editor,
    programmes::Programme,
};

const IMPORT: &str = "select id, organisation_id, programme_id, kind, file_name, file_hash, content, created_at, created_by, \
    applied_at, applied_by from file_import";

pub async fn import<'a>(on: impl Into<On<'a>>, id: Id<FileImport>) -> Result<Option<FileImport>> {
    sql(&format!("{IMPORT} where id = $1")).bind(id).optional(on).await
}

/// Those that were taken over, the latest first.
pub async fn journal(db: &Db, organisation: Uuid, kind: ImportKind, window: &Window<i64>) -> Result<Vec<FileImport>> {
    sql(&format!(
        "{IMPORT} where organisation_id = $1 and kind = $2 and applied_at is not null and (applied_at, id) < ($3, $4) \
         order by applied_at desc, id desc limit $5"
    ))
    .bind(organisation)
    .bind(kind)
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_journal(db: &Db, organisation: Uuid, kind: ImportKind) -> Result<i64> {
    let count: Count = sql("select count(*) as n from file_import \
                            where organisation_id = $1 and kind = $2 and applied_at is not null")
    .bind(organisation)
    .bind(kind)
    .one(db)
    .await?;
    Ok(count.n)
}

pub async fn insert_import(tx: &mut Tx, _: &Editor, row: &FileImport) -> Result<()> {
    sql(
        "insert into file_import (id, organisation_id, programme_id, kind, file_name, file_hash, content, created_at, \
         created_by, applied_at, applied_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(row.id)
    .bind(row.organisation_id)
    .bind(row.programme_id)
    .bind(row.kind)
    .bind(&row.file_name)
    .bind(&row.file_hash)
    .bind(&row.content)
    .bind(row.created_at)
    .bind(row.created_by)
    .bind(row.applied_at)
    .bind(row.applied_by)
    .run_one(tx)
    .await
}

/// False when it was taken over meanwhile.
pub async fn set_applied(tx: &mut Tx, _: &Editor, row: &FileImport) -> Result<bool> {
    let changed = sql(
        "update file_import set applied_at = $2, applied_by = $3, content = $4, programme_id = $5 \
                       where id = $1 and applied_at is null",
    )
    .bind(row.id)
    .bind(row.applied_at)
    .bind(row.applied_by)
    .bind(&row.content)
    .bind(row.programme_id)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn forget_of(tx: &mut Tx, _: &Editor, programme: Id<Programme>) -> Result<()> {
    sql("delete from file_import where programme_id = $1 and applied_at is null")
        .bind(programme)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn forget_before(tx: &mut Tx, before: Moment) -> Result<()> {
    sql("delete from file_import where applied_at is null and created_at < $1")
        .bind(before)
        .run(tx)
        .await?;
    Ok(())
}

//! SQL of the inventory.

use uuid::Uuid;

use super::{ClimateRisk, Emission, EmissionSource};
use crate::{
    db::{On, Result, Tx, Value, row, sql},
    graphql::Id,
    people::Editor,
};

const RISK: &str = "select id, organisation_id, position, revision, title, description, language, severity, updated_at, \
    updated_by from climate_risk";

pub async fn risks<'a>(on: impl Into<On<'a>>, organisation: Uuid) -> Result<Vec<ClimateRisk>> {
    sql(&format!(
        "{RISK} where organisation_id = $1 order by position, id limit {}",
        super::RISKS
    ))
    .bind(organisation)
    .all(on)
    .await
}

pub async fn risk<'a>(on: impl Into<On<'a>>, id: Id<ClimateRisk>) -> Result<Option<ClimateRisk>> {
    sql(&format!("{RISK} where id = $1")).bind(id).optional(on).await
}

pub async fn insert_risk(tx: &mut Tx, _: &Editor, row: &ClimateRisk) -> Result<()> {
    sql(
        "insert into climate_risk (id, organisation_id, position, revision, title, description, language, severity, \
         updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(row.id)
    .bind(row.organisation_id)
    .bind(row.position)
    .bind(row.revision)
    .bind(&row.title)
    .bind(row.description.clone())
    .bind(row.language)
    .bind(row.severity)
    .bind(row.updated_at)
    .bind(row.updated_by)
    .run_one(tx)
    .await
}

/// False when it is of another revision by now, or gone.
pub async fn update_risk(tx: &mut Tx, _: &Editor, row: &ClimateRisk, before: i64) -> Result<bool> {
    let changed = sql(
        "update climate_risk set revision = $3, title = $4, description = $5, language = $6, severity = $7, \
         updated_at = $8, updated_by = $9 where id = $1 and revision = $2",
    )
    .bind(row.id)
    .bind(before)
    .bind(row.revision)
    .bind(&row.title)
    .bind(row.description.clone())
    .bind(row.language)
    .bind(row.severity)
    .bind(row.updated_at)
    .bind(row.updated_by)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn set_positions(tx: &mut Tx, _: &Editor, ids: &[Id<ClimateRisk>]) -> Result<()> {
    let rows = (0_i64..)
        .zip(ids)
        .map(|(at, id)| vec![Value::from(*id), at.into()])
        .collect();
    sql("update climate_risk set position = $2 where id = $1")
        .run_each(tx, rows)
        .await
}

pub async fn delete_risk(tx: &mut Tx, _: &Editor, id: Id<ClimateRisk>) -> Result<bool> {
    let changed = sql("delete from climate_risk where id = $1").bind(id).run(tx).await?;
    Ok(changed == 1)
}

const EMISSION: &str = "select account, sector, year, tonnes, source, licence, import_id, imported_at from emission";

pub async fn emissions<'a>(on: impl Into<On<'a>>, organisation: Uuid) -> Result<Vec<Emission>> {
    // Four accounts of at most two thousand figures each.
    sql(&format!(
        "{EMISSION} where organisation_id = $1 order by account, sector, year limit 10000"
    ))
    .bind(organisation)
    .all(on)
    .await
}

/// Takes whole series away.
pub async fn delete_series(tx: &mut Tx, editor: &Editor, account: EmissionSource, sectors: &[&str]) -> Result<()> {
    sql("delete from emission where organisation_id = $1 and account = $2 and sector in (?)")
        .bind(editor.organisation_id())
        .bind(account)
        .bind_list(sectors.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

pub async fn delete_account(tx: &mut Tx, editor: &Editor, account: EmissionSource) -> Result<u64> {
    sql("delete from emission where organisation_id = $1 and account = $2")
        .bind(editor.organisation_id())
        .bind(account)
        .run(tx)
        .await
}

pub async fn insert_emissions(tx: &mut Tx, editor: &Editor, rows: &[Emission]) -> Result<()> {
    let values = rows.iter().map(|row| {
        vec![
            row.account.into(),
            (&row.sector).into(),
            row.year.into(),
            row.tonnes.into(),
            (&row.source).into(),
            (&row.licence).into(),
            row.import_id.into(),
            row.imported_at.into(),
        ]
    });
    sql(
        "insert into emission (organisation_id, account, sector, year, tonnes, source, licence, import_id, imported_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(editor.organisation_id())
    .run_each(tx, values.collect())
    .await
}

struct Last {
    position: Option<i64>,
    n: i64,
}
row!(Last { position, n });

/// The position of the last risk, and how many there are.
pub async fn last_risk(tx: &mut Tx, editor: &Editor) -> Result<(i64, i64)> {
    let last: Last =
        sql("select max(position) as position, count(*) as n from climate_risk where organisation_id = $1")
            .bind(editor.organisation_id())
            .one(tx)
            .await?;
    Ok((last.position.unwrap_or(-1), last.n))
}

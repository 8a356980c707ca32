//! SQL of indicators.

use uuid::Uuid;

use super::{Aim, Indicator, Measured, Point, Programme, Target};
use crate::{
    db::{Db, On, Result, Tx, row, sql},
    graphql::{Count, Day, Id},
    people::Editor,
};

const INDICATOR: &str = "select id, programme_id, target_id, revision, key, name, unit, direction, yearly, baseline_on, \
    baseline_value from indicator";

pub async fn indicators(db: &Db, ids: &[Id<Indicator>]) -> Result<Vec<Indicator>> {
    sql(&format!("{INDICATOR} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(db)
        .await
}

pub async fn of_targets(db: &Db, targets: &[Id<Target>]) -> Result<Vec<Indicator>> {
    sql(&format!("{INDICATOR} where target_id in (?) order by position, id"))
        .bind_list(targets.iter().copied())
        .all(db)
        .await
}

/// Of the programme as a whole and of its targets.
pub async fn of_programmes<'a>(on: impl Into<On<'a>>, programmes: &[Id<Programme>]) -> Result<Vec<Indicator>> {
    sql(&format!("{INDICATOR} where programme_id in (?) order by position, id"))
        .bind_list(programmes.iter().copied())
        .all(on)
        .await
}

/// Keeps a programme's indicators from being deleted as long as the transaction lasts.
pub async fn hold(tx: &mut Tx, _: &Editor, programme: Id<Programme>) -> Result<()> {
    sql("update indicator set revision = revision where programme_id = $1")
        .bind(programme)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn count(tx: &mut Tx, programme: Id<Programme>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from indicator where programme_id = $1")
        .bind(programme)
        .one(tx)
        .await?;
    Ok(count.n)
}

pub async fn values<'a>(on: impl Into<On<'a>>, indicators: &[Id<Indicator>]) -> Result<Vec<Measured>> {
    sql(
        "select indicator_id, day, value, source, licence, note from indicator_value where indicator_id in (?) \
         order by indicator_id, day",
    )
    .bind_list(indicators.iter().copied())
    .all(on)
    .await
}

pub async fn count_values(tx: &mut Tx, indicator: Id<Indicator>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from indicator_value where indicator_id = $1")
        .bind(indicator)
        .one(tx)
        .await?;
    Ok(count.n)
}

pub async fn aims(db: &Db, indicators: &[Id<Indicator>]) -> Result<Vec<Aim>> {
    sql(
        "select indicator_id, day, value from indicator_aim where indicator_id in (?) \
         order by indicator_id, day",
    )
    .bind_list(indicators.iter().copied())
    .all(db)
    .await
}

// ---- writing --------------------------------------------------------------------------------------------------------

pub async fn insert(tx: &mut Tx, _: &Editor, row: &Indicator) -> Result<()> {
    sql(
        "insert into indicator (id, programme_id, target_id, revision, key, name, unit, direction, yearly, baseline_on, \
         baseline_value, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
         (select coalesce(max(position), 0) + 1 from indicator where programme_id = $2))",
    )
    .bind(row.id)
    .bind(row.programme_id)
    .bind(row.target_id)
    .bind(row.revision)
    .bind(row.key.clone())
    .bind(&row.name)
    .bind(&row.unit)
    .bind(row.direction)
    .bind(row.yearly)
    .bind(row.baseline_on)
    .bind(row.baseline_value)
    .run_one(tx)
    .await
}

/// False when somebody else was first.
pub async fn update(tx: &mut Tx, _: &Editor, row: &Indicator, before: i64) -> Result<bool> {
    let changed = sql(
        "update indicator set revision = $3, target_id = $4, name = $5, unit = $6, direction = $7, yearly = $8, \
         baseline_on = $9, baseline_value = $10 where id = $1 and revision = $2",
    )
    .bind(row.id)
    .bind(before)
    .bind(row.revision)
    .bind(row.target_id)
    .bind(&row.name)
    .bind(&row.unit)
    .bind(row.direction)
    .bind(row.yearly)
    .bind(row.baseline_on)
    .bind(row.baseline_value)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

struct Found {
    id: Id<Indicator>,
}
row!(Found { id });

pub async fn ids_of_targets<'a>(on: impl Into<On<'a>>, targets: &[Uuid]) -> Result<Vec<Id<Indicator>>> {
    let rows: Vec<Found> = sql("select id from indicator where target_id in (?)")
        .bind_list(targets.iter().copied())
        .all(on)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Indicators with all that was measured.
pub async fn delete(tx: &mut Tx, _: &Editor, ids: &[Id<Indicator>]) -> Result<()> {
    for statement in [
        "delete from indicator_value where indicator_id in (?)",
        "delete from indicator_aim where indicator_id in (?)",
        "delete from indicator where id in (?)",
    ] {
        sql(statement).bind_list(ids.iter().copied()).run(tx).await?;
    }
    Ok(())
}

/// All of a programme that is being deleted.
pub async fn delete_of_programme(tx: &mut Tx, _: &Editor, programme: Id<Programme>) -> Result<()> {
    for statement in [
        "delete from indicator_value where indicator_id in (select id from indicator where programme_id = $1)",
        "delete from indicator_aim where indicator_id in (select id from indicator where programme_id = $1)",
        "delete from indicator where programme_id = $1",
    ] {
        sql(statement).bind(programme).run(tx).await?;
    }
    Ok(())
}

pub async fn insert_aims(tx: &mut Tx, _: &Editor, indicator: Id<Indicator>, aims: &[Point]) -> Result<()> {
    let rows = aims
        .iter()
        .map(|aim| vec![Some(aim.day).into(), aim.value.into()])
        .collect();
    sql("insert into indicator_aim (indicator_id, day, value) values ($1, $2, $3)")
        .bind(indicator)
        .run_each(tx, rows)
        .await
}

pub async fn delete_aims(tx: &mut Tx, _: &Editor, indicator: Id<Indicator>) -> Result<()> {
    sql("delete from indicator_aim where indicator_id = $1")
        .bind(indicator)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn insert_values(tx: &mut Tx, _: &Editor, rows: &[Measured]) -> Result<()> {
    let rows = rows
        .iter()
        .map(|row| {
            vec![
                row.indicator_id.into(),
                Some(row.day).into(),
                row.value.into(),
                row.source.clone().into(),
                row.licence.clone().into(),
                row.note.clone().into(),
            ]
        })
        .collect();
    sql("insert into indicator_value (indicator_id, day, value, source, licence, note) values ($1, $2, $3, $4, $5, $6)")
        .run_each(tx, rows)
        .await
}

pub async fn delete_values(tx: &mut Tx, _: &Editor, indicator: Id<Indicator>, days: &[Day]) -> Result<()> {
    let rows = days.iter().map(|day| vec![Some(*day).into()]).collect();
    sql("delete from indicator_value where indicator_id = $1 and day = $2")
        .bind(indicator)
        .run_each(tx, rows)
        .await
}

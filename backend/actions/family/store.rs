//! SQL of families.

use super::{
    super::{
        Action, Sight,
        store::{self as actions, MAY_SEE, seen},
    },
    Kin,
    gathered::Outcome,
    revisions::Revision,
    upstream::{Head, Learned, Mark},
};
use crate::{
    clock::Moment,
    db::{Conditions, Db, Query, Result, Tx, Value, marks, pad, sql},
    graphql::{Count, Id},
    people::Editor,
};

/// The families of these actions, whole, one after the other, each breadth first.
pub async fn families(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Kin>> {
    sql(
        "select a.id, a.family_id, a.origin_id, a.generation, a.organisation_id, a.deleted_at from action a \
         where a.family_id in (select m.family_id from action m where m.id in (?)) \
         order by a.family_id, a.generation, a.id",
    )
    .bind_list(ids.iter().copied())
    .all(db)
    .await
}

/// What the viewer may see of a family has come to; adaptation gives no tonnes, whatever was written.
pub async fn outcomes(db: &Db, sight: Sight, family: Id<Action>) -> Result<Vec<Outcome>> {
    seen(sight)
        .and("a.family_id = ?", [family.into()])
        .after(
            "select a.id, a.organisation_id, r.status, r.cost_amount, r.cost_currency, case when exists \
             (select 1 from action_detail d where d.action_id = r.action_id and d.revision = r.revision \
             and d.purpose = 'ADAPTATION') then null else r.effect_tonnes_co2e end as effect_tonnes_co2e, a.recent_at, \
             cast(case when r.lessons is null then 0 else 1 end as bigint) as has_lessons",
        )
        .all(db)
        .await
}

/// A deleted action that nothing was copied from leaves its family; says whether it did.
pub async fn leave(tx: &mut Tx, _: &Editor, id: Id<Action>) -> Result<bool> {
    let changed = sql(
        "update action set family_id = null where id = $1 and deleted_at is not null \
                       and not exists (select 1 from action c where c.origin_id = $1 and c.family_id is not null)",
    )
    .bind(id)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

struct Parent {
    origin_id: Option<Id<Action>>,
}
crate::db::row!(Parent { origin_id });

pub async fn origin(tx: &mut Tx, id: Id<Action>) -> Result<Option<Id<Action>>> {
    let row: Option<Parent> = sql("select origin_id from action where id = $1")
        .bind(id)
        .optional(tx)
        .await?;
    Ok(row.and_then(|row| row.origin_id))
}

// ---- revisions ------------------------------------------------------------------------------------------------------

fn past(which: &str) -> Query {
    sql(&format!(
        "{}, r.published_at, r.learned from action_revision r join action a on a.id = r.action_id where {which}",
        actions::past()
    ))
}

/// Every revision of these actions that has one of these numbers.
pub async fn revisions(db: &Db, ids: &[Id<Action>], numbers: &[i64]) -> Result<Vec<Revision>> {
    past("r.action_id in (?) and r.revision in (?)")
        .bind_list(ids.iter().copied())
        .bind_list(numbers.iter().copied())
        .all(db)
        .await
}

/// When each of these actions was first published.
pub async fn first_published(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Published>> {
    sql("select action_id, min(published_at) as at from action_revision \
         where action_id in (?) and published_at is not null group by action_id")
    .bind_list(ids.iter().copied())
    .all(db)
    .await
}

pub struct Published {
    pub action_id: Id<Action>,
    pub at: Moment,
}
crate::db::row!(Published { action_id, at });

/// The newest of each of these actions.
pub async fn newest_revisions(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Revision>> {
    past("a.id in (?) and r.revision = a.revision and a.deleted_at is null")
        .bind_list(ids.iter().copied())
        .all(db)
        .await
}

/// The revisions before one, the newest first.
pub async fn revisions_before(db: &Db, id: Id<Action>, before: i64, limit: i64) -> Result<Vec<Revision>> {
    past("r.action_id = $1 and r.revision < $2 order by r.revision desc limit $3")
        .bind(id)
        .bind(before)
        .bind(limit)
        .all(db)
        .await
}

pub async fn count_revisions(db: &Db, _: &Editor, id: Id<Action>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from action_revision where action_id = $1")
        .bind(id)
        .one(db)
        .await?;
    Ok(count.n)
}

// ---- upstream -------------------------------------------------------------------------------------------------------

const HEADS: &str = "select c.id, c.revision, c.origin_id, c.origin_revision, a.published_revision \
    from action c join action a on a.id = c.origin_id";

fn heads_seen(sight: Sight) -> Conditions {
    Conditions::default()
        .and("c.organisation_id = ? and c.deleted_at is null", [sight.own.into()])
        .and("a.published_revision > c.origin_revision", [])
        .and(MAY_SEE, [sight.own.into(), sight.person.into()])
}

/// Of these copies, those that the viewer edits and whose origin has published something since and may be seen.
pub async fn heads(db: &Db, sight: Sight, ids: &[Id<Action>]) -> Result<Vec<Head>> {
    let mut ids: Vec<Value> = ids.iter().map(|id| id.0.into()).collect();
    pad(&mut ids);
    heads_seen(sight)
        .and(&format!("c.id in ({})", marks(ids.len())), ids)
        .after(HEADS)
        .all(db)
        .await
}

/// Likewise of all that the viewer's organisation has copied, the latest published origins first.
pub async fn all_heads(db: &Db, sight: Sight, limit: i64) -> Result<Vec<Head>> {
    heads_seen(sight)
        .then("order by a.recent_at desc, c.id limit ?", [limit.into()])
        .after(HEADS)
        .all(db)
        .await
}

/// What was taken and passed by, of these copies.
pub async fn upstream_marks(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Mark>> {
    sql("select action_id, field, taken_revision, skipped_revision from action_upstream where action_id in (?)")
        .bind_list(ids.iter().copied())
        .all(db)
        .await
}

/// What these origins have said on publishing, in order.
pub async fn learned(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Learned>> {
    sql(
        "select action_id, revision, learned from action_revision where action_id in (?) and learned is not null \
         order by action_id, revision",
    )
    .bind_list(ids.iter().copied())
    .all(db)
    .await
}

/// Remembers up to where a copy has taken a field of its origin, or which text of it the copy does not want.
pub async fn set_upstream_mark(tx: &mut Tx, _: &Editor, mark: &Mark) -> Result<()> {
    sql(
        "insert into action_upstream (action_id, field, taken_revision, skipped_revision) values ($1, $2, $3, $4) \
         on conflict (action_id, field) do update \
         set taken_revision = excluded.taken_revision, skipped_revision = excluded.skipped_revision",
    )
    .bind(mark.action_id)
    .bind(&mark.field)
    .bind(mark.taken_revision)
    .bind(mark.skipped_revision)
    .run_one(tx)
    .await
}

pub async fn forget_upstream(tx: &mut Tx, _: &Editor, id: Id<Action>) -> Result<()> {
    sql("delete from action_upstream where action_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

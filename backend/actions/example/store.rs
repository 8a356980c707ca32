//! SQL of what else an action's revision says.

use std::collections::BTreeSet;

use super::{Detail, Link, Milestone, NewLink, NewMilestone, Outcome, StatusEntry, TextField, Wording};
use crate::{
    actions::Action,
    clock::Moment,
    db::{Db, On, Result, Row, Tx, Value, sql},
    graphql::Id,
    people::Editor,
};

/// An action in one of its revisions.
pub type Key = (Id<Action>, i64);

/// The rows of some revisions. Actions and revisions are asked for apart, since SQLite compares no lists of pairs; a few
/// rows of other revisions may be among them.
async fn of_revisions<T: Row>(db: &Db, text: &str, keys: &[Key]) -> Result<Vec<T>> {
    let ids: BTreeSet<_> = keys.iter().map(|key| key.0.0).collect();
    let revisions: BTreeSet<_> = keys.iter().map(|key| key.1).collect();
    sql(text).bind_list(ids).bind_list(revisions).all(db).await
}

const DETAIL: &str = "select action_id, revision, purpose, unit_id, partners, indicators, funding_scheme, funding_name, \
    funding_amount, funding_currency, decision_body, decided_on, case_number, decision_url from action_detail";

pub async fn details(db: &Db, keys: &[Key]) -> Result<Vec<Detail>> {
    let text = format!("{DETAIL} where action_id in (?) and revision in (?)");
    of_revisions(db, &text, keys).await
}

pub async fn detail<'a>(on: impl Into<On<'a>>, id: Id<Action>, revision: i64) -> Result<Option<Detail>> {
    sql(&format!("{DETAIL} where action_id = $1 and revision = $2"))
        .bind(id)
        .bind(revision)
        .optional(on)
        .await
}

pub async fn texts(db: &Db, keys: &[Key]) -> Result<Vec<Wording>> {
    let text = "select action_id, revision, field, value, language from action_text \
                where action_id in (?) and revision in (?)";
    of_revisions(db, text, keys).await
}

pub async fn links(db: &Db, keys: &[Key]) -> Result<Vec<Link>> {
    let text = "select action_id, revision, url, name from action_link \
                where action_id in (?) and revision in (?) order by position";
    of_revisions(db, text, keys).await
}

pub async fn milestones(db: &Db, keys: &[Key]) -> Result<Vec<Milestone>> {
    let text = "select action_id, revision, name, due, done from action_milestone \
                where action_id in (?) and revision in (?) order by position";
    of_revisions(db, text, keys).await
}

/// Characters of an outcome that are read for its first words.
const BEGINNING: i64 = 600;

/// How the result of each of these revisions begins; where there is none, how its lessons do.
pub async fn outcomes(db: &Db, keys: &[Key]) -> Result<Vec<Outcome>> {
    let text = format!(
        "select r.action_id, r.revision, coalesce(t.language, r.lessons_language) as language, \
         substr(coalesce(t.value, r.lessons), 1, {BEGINNING}) as value from action_revision r \
         left join action_text t on t.action_id = r.action_id and t.revision = r.revision and t.field = 'result' \
         where r.action_id in (?) and r.revision in (?) and (t.value is not null or r.lessons is not null)"
    );
    of_revisions(db, &text, keys).await
}

const STATUS: &str =
    "select action_id, revision, before, status, reason, language, at, by_id from action_status where action_id";

/// The latest entries up to a revision, the newest first.
pub async fn status_history(db: &Db, (id, revision): Key, most: i64) -> Result<Vec<StatusEntry>> {
    sql(&format!(
        "{STATUS} = $1 and revision <= $2 order by revision desc limit $3"
    ))
    .bind(id)
    .bind(revision)
    .bind(most)
    .all(db)
    .await
}

pub async fn status_entry(tx: &mut Tx, id: Id<Action>, revision: i64) -> Result<Option<StatusEntry>> {
    sql(&format!("{STATUS} = $1 and revision = $2"))
        .bind(id)
        .bind(revision)
        .optional(tx)
        .await
}

/// The newest one after a revision.
pub async fn newest_status_entry(tx: &mut Tx, id: Id<Action>, after: i64) -> Result<Option<StatusEntry>> {
    sql(&format!(
        "{STATUS} = $1 and revision > $2 order by revision desc limit 1"
    ))
    .bind(id)
    .bind(after)
    .optional(tx)
    .await
}

// ---- writing --------------------------------------------------------------------------------------------------------

pub async fn carry(tx: &mut Tx, _: &Editor, id: Id<Action>, from: i64, to: i64) -> Result<()> {
    for (table, columns) in [
        (
            "action_detail",
            "purpose, unit_id, partners, indicators, funding_scheme, funding_name, funding_amount, funding_currency, \
             decision_body, decided_on, case_number, decision_url",
        ),
        ("action_text", "field, value, language"),
        ("action_link", "position, url, name"),
        ("action_milestone", "position, name, due, done"),
    ] {
        sql(&format!(
            "insert into {table} (action_id, revision, {columns}) \
             select action_id, $3, {columns} from {table} where action_id = $1 and revision = $2"
        ))
        .bind(id)
        .bind(from)
        .bind(to)
        .run(tx)
        .await?;
    }
    Ok(())
}

pub async fn bring(tx: &mut Tx, _: &Editor, origin: Key, copy: Key) -> Result<()> {
    for text in [
        "insert into action_detail (action_id, revision, purpose, indicators) \
         select $3, $4, purpose, indicators from action_detail where action_id = $1 and revision = $2",
        "insert into action_link (action_id, revision, position, url, name) \
         select $3, $4, position, url, name from action_link where action_id = $1 and revision = $2",
    ] {
        sql(text)
            .bind(origin.0)
            .bind(origin.1)
            .bind(copy.0)
            .bind(copy.1)
            .run(tx)
            .await?;
    }
    Ok(())
}

pub async fn set_detail(tx: &mut Tx, _: &Editor, row: &Detail) -> Result<()> {
    sql(
        "insert into action_detail (action_id, revision, purpose, unit_id, partners, indicators, funding_scheme, \
         funding_name, funding_amount, funding_currency, decision_body, decided_on, case_number, decision_url) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
         on conflict (action_id, revision) do update set purpose = excluded.purpose, unit_id = excluded.unit_id, \
         partners = excluded.partners, indicators = excluded.indicators, funding_scheme = excluded.funding_scheme, \
         funding_name = excluded.funding_name, funding_amount = excluded.funding_amount, \
         funding_currency = excluded.funding_currency, decision_body = excluded.decision_body, \
         decided_on = excluded.decided_on, case_number = excluded.case_number, decision_url = excluded.decision_url",
    )
    .bind(row.action_id)
    .bind(row.revision)
    .bind(row.purpose)
    .bind(row.unit_id)
    .bind(row.partners.clone())
    .bind(&row.indicators)
    .bind(row.funding_scheme.clone())
    .bind(row.funding_name.clone())
    .bind(row.funding_amount)
    .bind(row.funding_currency)
    .bind(row.decision_body.clone())
    .bind(row.decided_on)
    .bind(row.case_number.clone())
    .bind(row.decision_url.clone())
    .run_one(tx)
    .await
}

pub async fn set_text(tx: &mut Tx, _: &Editor, row: &Wording) -> Result<()> {
    sql(
        "insert into action_text (action_id, revision, field, value, language) values ($1, $2, $3, $4, $5) \
         on conflict (action_id, revision, field) do update set value = excluded.value, language = excluded.language",
    )
    .bind(row.action_id)
    .bind(row.revision)
    .bind(row.field)
    .bind(&row.value)
    .bind(row.language)
    .run_one(tx)
    .await
}

pub async fn clear_text(tx: &mut Tx, _: &Editor, id: Id<Action>, revision: i64, field: TextField) -> Result<()> {
    sql("delete from action_text where action_id = $1 and revision = $2 and field = $3")
        .bind(id)
        .bind(revision)
        .bind(field)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn set_links(tx: &mut Tx, _: &Editor, id: Id<Action>, revision: i64, links: &[NewLink]) -> Result<()> {
    clear(tx, "action_link", id, revision).await?;
    let rows = (0_i64..).zip(links);
    let rows = rows.map(|(position, link)| vec![position.into(), (&link.url).into(), link.name.clone().into()]);
    sql("insert into action_link (action_id, revision, position, url, name) values ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(revision)
        .run_each(tx, rows.collect())
        .await
}

pub async fn set_milestones(
    tx: &mut Tx,
    _: &Editor,
    id: Id<Action>,
    revision: i64,
    milestones: &[NewMilestone],
) -> Result<()> {
    clear(tx, "action_milestone", id, revision).await?;
    let rows = (0_i64..).zip(milestones);
    let rows = rows.map(|(position, each)| -> Vec<Value> {
        vec![position.into(), (&each.name).into(), each.due.into(), each.done.into()]
    });
    sql("insert into action_milestone (action_id, revision, position, name, due, done) values ($1, $2, $3, $4, $5, $6)")
        .bind(id)
        .bind(revision)
        .run_each(tx, rows.collect())
        .await
}

async fn clear(tx: &mut Tx, table: &str, id: Id<Action>, revision: i64) -> Result<()> {
    sql(&format!("delete from {table} where action_id = $1 and revision = $2"))
        .bind(id)
        .bind(revision)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn set_status_entry(tx: &mut Tx, _: &Editor, row: &StatusEntry) -> Result<()> {
    sql(
        "insert into action_status (action_id, revision, before, status, reason, language, at, by_id) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) \
         on conflict (action_id, revision) do update set before = excluded.before, status = excluded.status, \
         reason = excluded.reason, language = excluded.language, at = excluded.at, by_id = excluded.by_id",
    )
    .bind(row.action_id)
    .bind(row.revision)
    .bind(row.before)
    .bind(row.status)
    .bind(row.reason.clone())
    .bind(row.language)
    .bind(row.at)
    .bind(row.by_id)
    .run_one(tx)
    .await
}

pub async fn clear_status_entry(tx: &mut Tx, _: &Editor, id: Id<Action>, revision: i64) -> Result<()> {
    clear(tx, "action_status", id, revision).await
}

/// Says that an action is a good example, or that it is none; what it was since when it began stays.
pub async fn set_example(tx: &mut Tx, _: &Editor, id: Id<Action>, example: bool, now: Moment) -> Result<()> {
    let since = example.then_some(now);
    sql("update action set example_since = case when $2 then coalesce(example_since, $3) end where id = $1")
        .bind(id)
        .bind(example)
        .bind(since)
        .run_one(tx)
        .await?;
    tx.shelved.push(id.0);
    Ok(())
}

//! SQL of requests, their answers, and of who knows what.

use uuid::Uuid;

use super::{Answer, Filter, Request};
use crate::{
    clock::Moment,
    db::{Conditions, Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
    networks::Seat,
    people::{Me, Person},
};

const REQUEST: &str = "select r.id, r.network_id, r.asked_by, r.organisation_id, r.subject, r.body, r.language, r.themes, \
    r.asked_at, r.closed_at from request r";

pub async fn requests<'a>(on: impl Into<On<'a>>, ids: &[Id<Request>]) -> Result<Vec<Request>> {
    sql(&format!("{REQUEST} where r.id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

/// Of the viewer's networks.
fn listed(me: &Me, filter: &Filter) -> Conditions {
    let mut c = Conditions::default().and(
        "exists (select 1 from membership m where m.network_id = r.network_id and m.person_id = ?)",
        [me.id.into()],
    );
    if let Some(slug) = &filter.network_slug {
        c = c.and(
            "r.network_id in (select id from network where slug = ?)",
            [slug.as_str().into()],
        );
    }
    if filter.open_only {
        c = c.and("r.closed_at is null", []);
    }
    if filter.own_only {
        c = c.and("r.asked_by = ?", [me.id.into()]);
    }
    c
}

pub async fn list(db: &Db, me: &Me, filter: &Filter, window: &Window<i64>) -> Result<Vec<Request>> {
    listed(me, filter)
        .and(
            "(r.asked_at, r.id) < (?, ?)",
            [window.after.key.into(), window.after.id.into()],
        )
        .then("order by r.asked_at desc, r.id desc limit ?", [window.limit.into()])
        .after(REQUEST)
        .all(db)
        .await
}

pub async fn count(db: &Db, me: &Me, filter: &Filter) -> Result<i64> {
    let count: Count = listed(me, filter)
        .after("select count(*) as n from request r")
        .one(db)
        .await?;
    Ok(count.n)
}

pub async fn insert(tx: &mut Tx, _: &Seat, row: &Request) -> Result<()> {
    sql(
        "insert into request (id, network_id, asked_by, organisation_id, subject, body, language, themes, asked_at, closed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(row.id)
    .bind(row.network_id)
    .bind(row.asked_by)
    .bind(row.organisation_id)
    .bind(&row.subject)
    .bind(row.body.clone())
    .bind(row.language)
    .bind(&row.themes)
    .bind(row.asked_at)
    .bind(row.closed_at)
    .run_one(tx)
    .await
}

/// Whether it was this call that closed it.
pub async fn close(tx: &mut Tx, _: &Seat, id: Id<Request>, now: Moment) -> Result<bool> {
    let changed = sql("update request set closed_at = $2 where id = $1 and closed_at is null")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    Ok(changed == 1)
}

// ---- answers --------------------------------------------------------------------------------------------------------

const ANSWER: &str =
    "select id, request_id, by_id, action_id, person_id, words, language, at, seen from request_answer";

pub async fn answer(db: &Db, id: Id<Answer>) -> Result<Option<Answer>> {
    sql(&format!("{ANSWER} where id = $1")).bind(id).optional(db).await
}

/// In the order in which they came.
pub async fn answers_of(db: &Db, requests: &[Id<Request>]) -> Result<Vec<Answer>> {
    sql(&format!("{ANSWER} where request_id in (?) order by at, id"))
        .bind_list(requests.iter().copied())
        .all(db)
        .await
}

pub async fn count_answers(tx: &mut Tx, request: Id<Request>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from request_answer where request_id = $1")
        .bind(request)
        .one(tx)
        .await?;
    Ok(count.n)
}

/// `mailed`: whether a mail is to tell of it.
pub async fn insert_answer(tx: &mut Tx, _: &Seat, row: &Answer, mailed: bool) -> Result<()> {
    sql(
        "insert into request_answer (id, request_id, by_id, action_id, person_id, words, language, at, seen, told) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(row.id)
    .bind(row.request_id)
    .bind(row.by_id)
    .bind(row.action_id)
    .bind(row.person_id)
    .bind(row.words.clone())
    .bind(row.language)
    .bind(row.at)
    .bind(row.seen)
    .bind(!mailed)
    .run_one(tx)
    .await
}

pub async fn delete_answer(tx: &mut Tx, _: &Seat, id: Id<Answer>) -> Result<u64> {
    sql("delete from request_answer where id = $1").bind(id).run(tx).await
}

pub async fn mark_seen(tx: &mut Tx, _: &Seat, request: Id<Request>) -> Result<u64> {
    sql("update request_answer set seen = $2 where request_id = $1 and seen = $3")
        .bind(request)
        .bind(true)
        .bind(false)
        .run(tx)
        .await
}

pub async fn count_unseen(db: &Db, me: &Me) -> Result<i64> {
    let count: Count = sql(
        "select count(*) as n from request_answer a join request r on r.id = a.request_id \
         where r.asked_by = $1 and a.seen = $2 \
         and exists (select 1 from membership m where m.network_id = r.network_id and m.person_id = $1)",
    )
    .bind(me.id)
    .bind(false)
    .one(db)
    .await?;
    Ok(count.n)
}

// ---- who knows ------------------------------------------------------------------------------------------------------

pub struct Named {
    pub person_id: Id<Person>,
    pub theme: String,
}
row!(Named { person_id, theme });

pub async fn expertise_of(db: &Db, people: &[Id<Person>]) -> Result<Vec<Named>> {
    sql("select person_id, theme from expertise where person_id in (?) order by person_id, theme")
        .bind_list(people.iter().copied())
        .all(db)
        .await
}

/// `Me` is the proof: people say themselves what they know.
pub async fn set_expertise(tx: &mut Tx, me: &Me, themes: &[&str]) -> Result<()> {
    insert_expertise(tx, me.id, themes).await
}

pub(super) async fn insert_expertise(tx: &mut Tx, person: Id<Person>, themes: &[&str]) -> Result<()> {
    sql("delete from expertise where person_id = $1")
        .bind(person)
        .run(tx)
        .await?;
    sql("insert into expertise (person_id, theme) values ($1, $2)")
        .run_each(
            tx,
            themes
                .iter()
                .map(|theme| vec![person.into(), (*theme).into()])
                .collect(),
        )
        .await
}

/// Members of the viewer's networks (or of one) who have named one of these themes.
pub async fn naming(db: &Db, me: &Me, network: Option<&str>, themes: &[&str]) -> Result<Vec<Named>> {
    sql(&format!(
        "select e.person_id, e.theme from expertise e \
         where exists ({COLLEAGUE} and theirs.person_id = e.person_id) and e.theme in (?) \
         order by e.person_id limit 500"
    ))
    .bind(me.id)
    .bind(network.unwrap_or_default())
    .bind_list(themes.iter().copied())
    .all(db)
    .await
}

/// A membership in one of the viewer's networks, all or the one named.
const COLLEAGUE: &str = "select 1 from membership mine join membership theirs on theirs.network_id = mine.network_id \
    join network n on n.id = mine.network_id where mine.person_id = $1 and ($2 = '' or n.slug = $2)";

pub struct Deed {
    pub person_id: Id<Person>,
    pub action_id: Uuid,
    pub contact: bool,
}
row!(Deed {
    person_id,
    action_id,
    contact
});

/// Who of the viewer's networks is the contact of these actions, or has written on them, as published.
pub async fn deeds(db: &Db, me: &Me, network: Option<&str>, actions: &[Uuid]) -> Result<Vec<Deed>> {
    sql(&format!(
        "select p.id as person_id, a.id as action_id, \
         max(case when r.contact_id = p.id and r.revision = a.published_revision then 1 else 0 end) = 1 as contact \
         from action a join action_revision r on r.action_id = a.id and r.revision <= a.published_revision \
         join person p on p.id = r.author_id and p.organisation_id = a.organisation_id \
         or p.id = r.contact_id and r.revision = a.published_revision \
         where exists ({COLLEAGUE} and theirs.person_id = p.id) and a.id in (?) \
         group by p.id, a.id order by a.id desc"
    ))
    .bind(me.id)
    .bind(network.unwrap_or_default())
    .bind_list(actions.iter().copied())
    .all(db)
    .await
}

//! SQL of people, organisations, sessions and links.

use uuid::Uuid;

use super::{
    Country, Me, NoticeFrequency, Organisation, OrganisationKind, Person, Session, SessionKind, Unit,
    organisations::Filter,
    sign_in::{Link, Purpose, TokenHash},
};
use crate::{
    clock::Moment,
    db::{Db, On, Result, Tx, Value, row, sql},
    graphql::{Count, Id, Window},
    i18n::Language,
};

const PERSON: &str = "select id, email, name, title, phone, language, organisation_id, organisation_confirmed, unit_id, \
                      shares_email, shares_phone, founder, hide_presence, notices from person";

pub async fn first_colleague<'a>(on: impl Into<On<'a>>, organisation_id: Uuid) -> Result<Option<Person>> {
    sql(&format!(
        "{PERSON} where organisation_id = $1 and organisation_confirmed order by created_at, id limit 1"
    ))
    .bind(organisation_id)
    .optional(on)
    .await
}

pub async fn persons<'a>(on: impl Into<On<'a>>, ids: &[Id<Person>]) -> Result<Vec<Person>> {
    sql(&format!("{PERSON} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

pub async fn person_by_email<'a>(on: impl Into<On<'a>>, email: &str) -> Result<Option<Person>> {
    sql(&format!("{PERSON} where email = $1"))
        .bind(email)
        .optional(on)
        .await
}

pub async fn demo_people(db: &Db, emails: &[&str]) -> Result<Vec<Person>> {
    sql(&format!("{PERSON} where email in (?)"))
        .bind_list(emails.iter().copied())
        .all(db)
        .await
}

pub async fn insert_person(tx: &mut Tx, person: &Person, sort_key: &str, now: Moment) -> Result<()> {
    sql("insert into person (id, email, name, sort_key, title, phone, language, organisation_id, organisation_confirmed, \
         unit_id, shares_email, shares_phone, founder, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)")
    .bind(person.id)
    .bind(&person.email)
    .bind(&person.name)
    .bind(sort_key)
    .bind(person.title.clone())
    .bind(person.phone.clone())
    .bind(person.language)
    .bind(person.organisation_id)
    .bind(person.organisation_confirmed)
    .bind(person.unit_id)
    .bind(person.shares_email)
    .bind(person.shares_phone)
    .bind(person.founder)
    .bind(now)
    .run_one(tx)
    .await
}

/// `Me` is the proof: people change themselves only.
pub async fn update_person(tx: &mut Tx, me: &Me, person: &Person, sort_key: &str) -> Result<()> {
    sql(
        "update person set name = $2, sort_key = $3, title = $4, phone = $5, language = $6, unit_id = $7, \
         shares_email = $8, shares_phone = $9, hide_presence = $10, notices = $11 where id = $1",
    )
    .bind(me.id)
    .bind(&person.name)
    .bind(sort_key)
    .bind(person.title.clone())
    .bind(person.phone.clone())
    .bind(person.language)
    .bind(person.unit_id)
    .bind(person.shares_email)
    .bind(person.shares_phone)
    .bind(person.hide_presence)
    .bind(person.notices)
    .run_one(tx)
    .await?;
    // The lists of members are sorted by the name that they show.
    sql("update membership set sort_key = $2 where person_id = $1")
        .bind(me.id)
        .bind(sort_key)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn confirm_organisation(tx: &mut Tx, person_id: Id<Person>) -> Result<()> {
    sql("update person set organisation_confirmed = $2 where id = $1")
        .bind(person_id)
        .bind(true)
        .run_one(tx)
        .await
}

pub async fn turn_notices_off(tx: &mut Tx, person_id: Id<Person>) -> Result<()> {
    sql("update person set notices = $2 where id = $1")
        .bind(person_id)
        .bind(NoticeFrequency::Never)
        .run_one(tx)
        .await
}

struct Other {
    person_id: Id<Person>,
}
row!(Other { person_id });

/// Those of `others` who are in a network with `me`.
pub async fn acquaintances(db: &Db, me: Id<Person>, others: &[Id<Person>]) -> Result<Vec<Id<Person>>> {
    let rows: Vec<Other> = sql("select distinct theirs.person_id from membership mine \
                                join membership theirs on theirs.network_id = mine.network_id \
                                where mine.person_id = $1 and theirs.person_id in (?)")
    .bind(me)
    .bind_list(others.iter().copied())
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

pub struct Membership {
    pub network_id: Uuid,
    pub role: crate::networks::NetworkRole,
}
row!(Membership { network_id, role });

/// The person's own networks, for their own page.
pub async fn memberships_of(db: &Db, me: &Me) -> Result<Vec<Membership>> {
    sql(
        "select m.network_id, m.role from membership m join network n on n.id = m.network_id \
         where m.person_id = $1 order by n.sort_key limit 200",
    )
    .bind(me.id)
    .all(db)
    .await
}

// ---- organisations ------------------------------------------------------------------------------------------------

const ORGANISATION: &str = "select id, kind, country, code, name, county_code, county, population, land_area, latitude, \
     longitude from organisation";

pub async fn organisations(db: &Db, ids: &[Uuid]) -> Result<Vec<Organisation>> {
    sql(&format!("{ORGANISATION} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(db)
        .await
}

/// About 750 rows, once per start.
pub async fn all_organisations(db: &Db) -> Result<Vec<Organisation>> {
    sql(ORGANISATION).all(db).await
}

/// The condition of [`list_organisations`]; an empty text is "not asked for", so that the statement has one form.
const LISTED: &str = "($1 = '' or country = $1) and ($2 = '' or kind = $2) \
                      and ($3 = '' or folded like '%' || $3 || '%' escape '!' or code like $3 || '%' escape '!')";

pub async fn list_organisations(db: &Db, filter: &Filter, window: &Window<String>) -> Result<Vec<Organisation>> {
    bound(
        &format!("{ORGANISATION} where {LISTED} and (sort_key, id) > ($4, $5) order by sort_key, id limit $6"),
        filter,
    )
    .bind(&window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_organisations(db: &Db, filter: &Filter) -> Result<i64> {
    let count: Count = bound(
        &format!("select count(*) as n from organisation where {LISTED}"),
        filter,
    )
    .one(db)
    .await?;
    Ok(count.n)
}

fn bound(text: &str, filter: &Filter) -> crate::db::Query {
    sql(text)
        .bind(filter.country.map_or("", Country::text))
        .bind(filter.kind.map_or("", OrganisationKind::text))
        .bind(crate::db::like(filter.text.as_deref().unwrap_or_default()))
}

pub async fn insert_organisation(tx: &mut Tx, row: &Organisation, now: Moment) -> Result<()> {
    sql(
        "insert into organisation (id, kind, country, code, name, sort_key, folded, county_code, county, population, land_area, \
         latitude, longitude, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .run_each(tx, vec![organisation_values(row, now)])
    .await
}

/// Facts of `reference/`, new or corrected.
pub async fn put_organisations(tx: &mut Tx, rows: &[Organisation], now: Moment) -> Result<()> {
    sql(
        "insert into organisation (id, kind, country, code, name, sort_key, folded, county_code, county, population, land_area, \
         latitude, longitude, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
         on conflict (id) do update set name = $5, sort_key = $6, folded = $7, county_code = $8, county = $9, \
         population = $10, land_area = $11, latitude = $12, longitude = $13",
    )
    .run_each(tx, rows.iter().map(|row| organisation_values(row, now)).collect())
    .await
}

fn organisation_values(row: &Organisation, now: Moment) -> Vec<Value> {
    vec![
        row.id.into(),
        row.kind.into(),
        row.country.into(),
        row.code.clone().into(),
        (&row.name).into(),
        crate::i18n::sort_key(&row.name).into(),
        crate::i18n::fold(&row.name).into(),
        row.county_code.clone().into(),
        row.county.clone().into(),
        row.population.into(),
        row.land_area.into(),
        row.latitude.into(),
        row.longitude.into(),
        now.into(),
    ]
}

const UNIT: &str = "select id, organisation_id, name from unit";

pub async fn units<'a>(on: impl Into<On<'a>>, ids: &[Id<Unit>]) -> Result<Vec<Unit>> {
    sql(&format!("{UNIT} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

pub async fn units_of(db: &Db, organisations: &[Uuid]) -> Result<Vec<Unit>> {
    sql(&format!("{UNIT} where organisation_id in (?) order by sort_key"))
        .bind_list(organisations.iter().copied())
        .all(db)
        .await
}

pub async fn insert_unit(tx: &mut Tx, unit: &Unit, sort_key: &str) -> Result<()> {
    sql("insert into unit (id, organisation_id, name, sort_key) values ($1, $2, $3, $4)")
        .bind(unit.id)
        .bind(unit.organisation_id)
        .bind(&unit.name)
        .bind(sort_key)
        .run_one(tx)
        .await
}

// ---- sessions and links ---------------------------------------------------------------------------------------------

/// A session with its person, as each request needs them.
pub struct SignedIn {
    pub session_id: Id<Session>,
    pub kind: SessionKind,
    pub used_at: Moment,
    pub expires_at: Option<Moment>,
    pub id: Id<Person>,
    pub name: String,
    pub language: Language,
    pub organisation_id: Uuid,
    pub organisation_confirmed: bool,
    pub founder: bool,
    pub hide_presence: bool,
}
row!(SignedIn {
    session_id,
    kind,
    used_at,
    expires_at,
    id,
    name,
    language,
    organisation_id,
    organisation_confirmed,
    founder,
    hide_presence
});

pub async fn signed_in(db: &Db, token: &TokenHash) -> Result<Option<SignedIn>> {
    sql(
        "select s.id as session_id, s.kind, s.used_at, s.expires_at, p.id, p.name, p.language, p.organisation_id, \
         p.organisation_confirmed, p.founder, p.hide_presence \
         from session s join person p on p.id = s.person_id where s.token_hash = $1",
    )
    .bind(token.0)
    .optional(db)
    .await
}

pub async fn insert_session(tx: &mut Tx, person_id: Id<Person>, session: &Session, token: &TokenHash) -> Result<()> {
    sql(
        "insert into session (id, token_hash, kind, person_id, name, created_at, used_at, expires_at) \
         values ($1, $2, $3, $4, $5, $6, $6, $7)",
    )
    .bind(session.id)
    .bind(token.0)
    .bind(session.kind)
    .bind(person_id)
    .bind(&session.name)
    .bind(session.created_at)
    .bind(session.expires_at)
    .run_one(tx)
    .await
}

pub async fn touch_session(tx: &mut Tx, id: Id<Session>, now: Moment) -> Result<()> {
    sql("update session set used_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn sessions_of(db: &Db, me: &Me) -> Result<Vec<Session>> {
    sql(
        "select id, kind, name, created_at, used_at, expires_at from session where person_id = $1 \
         order by created_at desc, id limit 200",
    )
    .bind(me.id)
    .all(db)
    .await
}

pub async fn delete_session(tx: &mut Tx, me: &Me, id: Id<Session>) -> Result<u64> {
    sql("delete from session where id = $1 and person_id = $2")
        .bind(id)
        .bind(me.id)
        .run(tx)
        .await
}

pub async fn delete_browser_sessions(tx: &mut Tx, me: &Me) -> Result<u64> {
    sql("delete from session where person_id = $1 and kind = 'browser'")
        .bind(me.id)
        .run(tx)
        .await
}

/// Sessions that ended by themselves, and links that nobody can use any more.
pub async fn delete_expired(tx: &mut Tx, now: Moment, idle_since: Moment) -> Result<()> {
    sql("delete from session where kind = 'browser' and (expires_at <= $1 or used_at <= $2)")
        .bind(now)
        .bind(idle_since)
        .run(tx)
        .await?;
    sql("delete from sign_in_link where expires_at <= $1")
        .bind(idle_since)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn insert_link(tx: &mut Tx, link: &Link, token: &TokenHash) -> Result<()> {
    sql(
        "insert into sign_in_link (token_hash, purpose, email, invitation_id, created_at, expires_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(token.0)
    .bind(link.purpose)
    .bind(link.email.clone())
    .bind(link.invitation_id)
    .bind(link.created_at)
    .bind(link.expires_at)
    .run_one(tx)
    .await
}

pub async fn live_link<'a>(on: impl Into<On<'a>>, token: &TokenHash, now: Moment) -> Result<Option<Link>> {
    sql(
        "select purpose, email, invitation_id, created_at, expires_at from sign_in_link \
         where token_hash = $1 and used_at is null and expires_at > $2",
    )
    .bind(token.0)
    .bind(now)
    .optional(on)
    .await
}

/// Whether it was this call that spent it.
pub async fn spend_link(tx: &mut Tx, token: &TokenHash, now: Moment) -> Result<bool> {
    let changed =
        sql("update sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2")
            .bind(token.0)
            .bind(now)
            .run(tx)
            .await?;
    Ok(changed == 1)
}

pub async fn links_since(db: &Db, email: &str, since: Moment) -> Result<i64> {
    let count: Count = sql(
        "select count(*) as n from sign_in_link where email = $1 and created_at > $2 \
                            and purpose in ('sign_in', 'sign_up')",
    )
    .bind(email)
    .bind(since)
    .one(db)
    .await?;
    Ok(count.n)
}

/// The founder's link is made anew at each start until somebody has used it.
pub async fn delete_links(tx: &mut Tx, purpose: Purpose) -> Result<()> {
    sql("delete from sign_in_link where purpose = $1 and used_at is null")
        .bind(purpose)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn count_people(db: &Db) -> Result<i64> {
    let count: Count = sql("select count(*) as n from person").one(db).await?;
    Ok(count.n)
}

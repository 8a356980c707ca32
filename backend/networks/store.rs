//! SQL of networks. Writing takes the [`Seat`] that allows it, where somebody's right is in question.

use uuid::Uuid;

use super::{Invitation, Membership, MembershipRequest, Network, NetworkRole, Seat, audit::AuditEntry};
use crate::{
    clock::Moment,
    db::{Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
    people::{Me, Person},
};

const NETWORK: &str = "select id, slug, name, languages, organisation_id from network";
/// Who can find a network: everybody, but an organisation's own ($1) only its people and its members ($2).
const FOUND: &str = "(organisation_id is null or organisation_id = $1 or id in (select network_id from membership where person_id = $2))";

pub async fn networks<'a>(on: impl Into<On<'a>>, ids: &[Id<Network>]) -> Result<Vec<Network>> {
    sql(&format!("{NETWORK} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

pub async fn network_by_slug(db: &Db, slug: &str) -> Result<Option<Network>> {
    sql(&format!("{NETWORK} where slug = $1")).bind(slug).optional(db).await
}

pub async fn list_networks(db: &Db, me: &Me, window: &Window<String>) -> Result<Vec<Network>> {
    sql(&format!(
        "{NETWORK} where {FOUND} and (sort_key, id) > ($3, $4) order by sort_key, id limit $5"
    ))
    .bind(own(me))
    .bind(me.id)
    .bind(&window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_networks(db: &Db, me: &Me) -> Result<i64> {
    let count: Count = sql(&format!("select count(*) as n from network where {FOUND}"))
        .bind(own(me))
        .bind(me.id)
        .one(db)
        .await?;
    Ok(count.n)
}

/// The organisation whose own networks somebody may find; none as long as nobody has confirmed that it is theirs.
fn own(me: &Me) -> Option<Uuid> {
    me.organisation_confirmed.then_some(me.organisation_id)
}

pub async fn insert_network(tx: &mut Tx, network: &Network, sort_key: &str, now: Moment) -> Result<()> {
    sql(
        "insert into network (id, slug, name, sort_key, languages, organisation_id, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(network.id)
    .bind(&network.slug)
    .bind(&network.name)
    .bind(sort_key)
    .bind(&network.languages)
    .bind(network.organisation_id)
    .bind(now)
    .run_one(tx)
    .await
}

// ---- members --------------------------------------------------------------------------------------------------------

const MEMBERSHIP: &str =
    "select network_id, person_id, role, joined_at, sort_key, silenced_until, silence_reason from membership";

pub async fn membership<'a>(
    on: impl Into<On<'a>>,
    network_id: Id<Network>,
    person_id: Id<Person>,
) -> Result<Option<Membership>> {
    sql(&format!("{MEMBERSHIP} where network_id = $1 and person_id = $2"))
        .bind(network_id)
        .bind(person_id)
        .optional(on)
        .await
}

/// One person's memberships in some networks.
pub async fn memberships_in(db: &Db, person_id: Id<Person>, networks: &[Id<Network>]) -> Result<Vec<Membership>> {
    sql(&format!("{MEMBERSHIP} where person_id = $1 and network_id in (?)"))
        .bind(person_id)
        .bind_list(networks.iter().copied())
        .all(db)
        .await
}

pub async fn coordinates_any(db: &Db, person_id: Id<Person>) -> Result<bool> {
    let count: Count = sql(
        "select count(*) as n from membership m join network n on n.id = m.network_id \
                            where m.person_id = $1 and m.role = 'COORDINATOR' and n.organisation_id is null",
    )
    .bind(person_id)
    .one(db)
    .await?;
    Ok(count.n > 0)
}

pub async fn list_members(db: &Db, seat: &Seat, window: &Window<String>) -> Result<Vec<Membership>> {
    sql(&format!(
        "{MEMBERSHIP} where network_id = $1 and (sort_key, person_id) > ($2, $3) order by sort_key, person_id limit $4"
    ))
    .bind(seat.network_id)
    .bind(&window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

struct Found {
    id: Uuid,
}
row!(Found { id });

pub async fn members_among(db: &Db, network_id: Id<Network>, people: &[Id<Person>]) -> Result<Vec<Id<Person>>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Found> = sql("select person_id as id from membership where network_id = $1 and person_id in (?)")
        .bind(network_id)
        .bind_list(people.iter().copied())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| Id::of(row.id)).collect())
}

pub async fn organisations_among(db: &Db, network_id: Id<Network>, organisations: &[Uuid]) -> Result<Vec<Uuid>> {
    if organisations.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Found> =
        sql("select distinct organisation_id as id from membership where network_id = $1 and organisation_id in (?)")
            .bind(network_id)
            .bind_list(organisations.iter().copied())
            .all(db)
            .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// All that take part, for what everybody may read.
pub async fn organisations_of(db: &Db, network_id: Id<Network>) -> Result<Vec<Uuid>> {
    let rows: Vec<Found> = sql("select distinct organisation_id as id from membership where network_id = $1")
        .bind(network_id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

struct Members {
    network_id: Id<Network>,
    n: i64,
}
row!(Members { network_id, n });

pub async fn count_members(db: &Db, networks: &[Id<Network>]) -> Result<Vec<(Id<Network>, i64)>> {
    let rows: Vec<Members> =
        sql("select network_id, count(*) as n from membership where network_id in (?) group by network_id")
            .bind_list(networks.iter().copied())
            .all(db)
            .await?;
    Ok(rows.into_iter().map(|row| (row.network_id, row.n)).collect())
}

pub struct Participant {
    pub organisation_id: Uuid,
    pub sort_key: String,
    pub members: i64,
}
row!(Participant {
    organisation_id,
    sort_key,
    members
});

/// The organisations that take part, by name, each with how many of its people do.
pub async fn list_participants(db: &Db, seat: &Seat, window: &Window<String>) -> Result<Vec<Participant>> {
    sql("select m.organisation_id, o.sort_key, count(*) as members \
         from membership m join organisation o on o.id = m.organisation_id \
         where m.network_id = $1 and (o.sort_key, o.id) > ($2, $3) \
         group by m.organisation_id, o.sort_key, o.id order by o.sort_key, o.id limit $4")
    .bind(seat.network_id)
    .bind(&window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_participants(db: &Db, seat: &Seat) -> Result<i64> {
    let count: Count = sql("select count(distinct organisation_id) as n from membership where network_id = $1")
        .bind(seat.network_id)
        .one(db)
        .await?;
    Ok(count.n)
}

pub async fn insert_membership(tx: &mut Tx, membership: &Membership, organisation_id: Uuid) -> Result<()> {
    sql(
        "insert into membership (network_id, person_id, organisation_id, role, sort_key, joined_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (network_id, person_id) do nothing",
    )
    .bind(membership.network_id)
    .bind(membership.person_id)
    .bind(organisation_id)
    .bind(membership.role)
    .bind(&membership.sort_key)
    .bind(membership.joined_at)
    .run(tx)
    .await?;
    Ok(())
}

pub async fn set_role(tx: &mut Tx, seat: &Seat, person_id: Id<Person>, role: NetworkRole) -> Result<()> {
    sql("update membership set role = $3 where network_id = $1 and person_id = $2")
        .bind(seat.network_id)
        .bind(person_id)
        .bind(role)
        .run_one(tx)
        .await
}

pub async fn set_silence(tx: &mut Tx, seat: &Seat, row: &Membership) -> Result<()> {
    sql("update membership set silenced_until = $3, silence_reason = $4 where network_id = $1 and person_id = $2")
        .bind(seat.network_id)
        .bind(row.person_id)
        .bind(row.silenced_until)
        .bind(row.silence_reason.clone())
        .run_one(tx)
        .await
}

pub async fn delete_membership(tx: &mut Tx, seat: &Seat, person_id: Id<Person>) -> Result<u64> {
    sql("delete from membership where network_id = $1 and person_id = $2")
        .bind(seat.network_id)
        .bind(person_id)
        .run(tx)
        .await
}

pub async fn count_coordinators(tx: &mut Tx, network_id: Id<Network>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from membership where network_id = $1 and role = 'COORDINATOR'")
        .bind(network_id)
        .one(tx)
        .await?;
    Ok(count.n)
}

// ---- invitations ----------------------------------------------------------------------------------------------------

const INVITATION: &str = "select id, network_id, email, name, organisation_id, role, language, invited_by, invited_at, \
                          mail_due_at, mail_attempts, mailed_at from invitation";

/// One that still stands.
pub async fn invitation<'a>(on: impl Into<On<'a>>, id: Id<Invitation>) -> Result<Option<Invitation>> {
    sql(&format!("{INVITATION} where id = $1 and accepted_at is null"))
        .bind(id)
        .optional(on)
        .await
}

pub async fn list_invitations(db: &Db, seat: &Seat, window: &Window<String>) -> Result<Vec<Invitation>> {
    sql(&format!(
        "{INVITATION} where network_id = $1 and accepted_at is null and (email, id) > ($2, $3) order by email, id limit $4"
    ))
    .bind(seat.network_id)
    .bind(&window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_invitations(db: &Db, seat: &Seat) -> Result<i64> {
    let count: Count = sql("select count(*) as n from invitation where network_id = $1 and accepted_at is null")
        .bind(seat.network_id)
        .one(db)
        .await?;
    Ok(count.n)
}

/// Whether it was made: not when one to this address still stands. One that was accepted, by somebody who has left
/// since, is made anew.
pub async fn insert_invitation(tx: &mut Tx, seat: &Seat, row: &Invitation) -> Result<bool> {
    let changed = sql(
        "insert into invitation (id, network_id, email, name, organisation_id, role, language, invited_by, \
                       invited_at, mail_due_at, mail_attempts) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 0) \
                       on conflict (network_id, email) do update set name = $4, organisation_id = $5, role = $6, \
                       language = $7, invited_by = $8, invited_at = $9, mail_due_at = $9, mail_attempts = 0, \
                       mailed_at = null, accepted_at = null where invitation.accepted_at is not null",
    )
    .bind(row.id)
    .bind(seat.network_id)
    .bind(&row.email)
    .bind(row.name.clone())
    .bind(row.organisation_id)
    .bind(row.role)
    .bind(row.language)
    .bind(row.invited_by)
    .bind(row.invited_at)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn mail_again(tx: &mut Tx, seat: &Seat, id: Id<Invitation>, now: Moment) -> Result<()> {
    sql("update invitation set mail_due_at = $3, mail_attempts = 0 where id = $1 and network_id = $2")
        .bind(id)
        .bind(seat.network_id)
        .bind(now)
        .run_one(tx)
        .await
}

pub async fn delete_invitation(tx: &mut Tx, seat: &Seat, id: Id<Invitation>) -> Result<()> {
    sql("delete from invitation where id = $1 and network_id = $2 and accepted_at is null")
        .bind(id)
        .bind(seat.network_id)
        .run_one(tx)
        .await
}

pub async fn accept_invitation(tx: &mut Tx, id: Id<Invitation>, now: Moment) -> Result<()> {
    sql("update invitation set accepted_at = $2, mail_due_at = null where id = $1")
        .bind(id)
        .bind(now)
        .run_one(tx)
        .await
}

/// Invitations whose mail is due, the longest waiting first.
pub async fn due_invitations(db: &Db, now: Moment) -> Result<Vec<Invitation>> {
    sql(&format!(
        "{INVITATION} where mail_due_at <= $1 order by mail_due_at limit 50"
    ))
    .bind(now)
    .all(db)
    .await
}

/// Takes a due invitation for sending; false when another node has. Until `retry_at` nobody else sends it, and if we do
/// not live to say how it went, somebody will try again then.
pub async fn claim_invitation(tx: &mut Tx, row: &Invitation, retry_at: Moment) -> Result<bool> {
    let changed = sql(
        "update invitation set mail_due_at = $3, mail_attempts = mail_attempts + 1 \
                       where id = $1 and mail_due_at = $2",
    )
    .bind(row.id)
    .bind(row.mail_due_at)
    .bind(retry_at)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn mailed_invitation(tx: &mut Tx, id: Id<Invitation>, now: Moment) -> Result<()> {
    sql("update invitation set mail_due_at = null, mailed_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

// ---- requests -------------------------------------------------------------------------------------------------------

const REQUEST: &str = "select id, network_id, person_id, message, asked_at from membership_request";

pub async fn request(db: &Db, id: Id<MembershipRequest>) -> Result<Option<MembershipRequest>> {
    sql(&format!("{REQUEST} where id = $1")).bind(id).optional(db).await
}

/// One person's requests to some networks.
pub async fn requests_of(db: &Db, person_id: Id<Person>, networks: &[Id<Network>]) -> Result<Vec<MembershipRequest>> {
    sql(&format!("{REQUEST} where person_id = $1 and network_id in (?)"))
        .bind(person_id)
        .bind_list(networks.iter().copied())
        .all(db)
        .await
}

pub async fn list_requests(db: &Db, seat: &Seat, window: &Window<i64>) -> Result<Vec<MembershipRequest>> {
    sql(&format!(
        "{REQUEST} where network_id = $1 and (asked_at, id) > ($2, $3) order by asked_at, id limit $4"
    ))
    .bind(seat.network_id)
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_requests(db: &Db, seat: &Seat) -> Result<i64> {
    let count: Count = sql("select count(*) as n from membership_request where network_id = $1")
        .bind(seat.network_id)
        .one(db)
        .await?;
    Ok(count.n)
}

/// Asking again replaces what was said before.
pub async fn put_request(tx: &mut Tx, row: &MembershipRequest) -> Result<()> {
    sql(
        "insert into membership_request (id, network_id, person_id, message, asked_at) values ($1, $2, $3, $4, $5) \
         on conflict (network_id, person_id) do update set message = $4",
    )
    .bind(row.id)
    .bind(row.network_id)
    .bind(row.person_id)
    .bind(row.message.clone())
    .bind(row.asked_at)
    .run_one(tx)
    .await
}

pub async fn delete_request(tx: &mut Tx, seat: &Seat, id: Id<MembershipRequest>) -> Result<()> {
    sql("delete from membership_request where id = $1 and network_id = $2")
        .bind(id)
        .bind(seat.network_id)
        .run_one(tx)
        .await
}

pub async fn delete_request_of(tx: &mut Tx, network_id: Id<Network>, person_id: Id<Person>) -> Result<()> {
    sql("delete from membership_request where network_id = $1 and person_id = $2")
        .bind(network_id)
        .bind(person_id)
        .run(tx)
        .await?;
    Ok(())
}

// ---- what was done --------------------------------------------------------------------------------------------------

pub async fn insert_audit(tx: &mut Tx, seat: &Seat, row: &AuditEntry) -> Result<()> {
    sql(
        "insert into audit (id, network_id, at, by_id, what, person_id, thread_id, reason) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id)
    .bind(seat.network_id)
    .bind(row.at)
    .bind(row.by_id)
    .bind(row.what)
    .bind(row.person_id)
    .bind(row.thread_id)
    .bind(row.reason.clone())
    .run_one(tx)
    .await
}

pub async fn list_audit(db: &Db, seat: &Seat, window: &Window<i64>) -> Result<Vec<AuditEntry>> {
    sql(
        "select id, network_id, at, by_id, what, person_id, thread_id, reason from audit \
         where network_id = $1 and (at, id) < ($2, $3) order by at desc, id desc limit $4",
    )
    .bind(seat.network_id)
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_audit(db: &Db, seat: &Seat) -> Result<i64> {
    let count: Count = sql("select count(*) as n from audit where network_id = $1")
        .bind(seat.network_id)
        .one(db)
        .await?;
    Ok(count.n)
}

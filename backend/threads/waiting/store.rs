//! SQL of what waits. Writing takes the [`Chair`], the [`Seat`] or the [`Me`] that allows it; the postman, and whoever
//! holds a mail's token, have done their checks before.

use uuid::Uuid;

use super::{Addressed, Listener, WaitingKind};
use crate::{
    actions::Visibility,
    clock::Moment,
    db::{Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
    networks::{Network, Seat},
    people::{Me, NoticeFrequency, Person},
    requests::{Answer, Request},
    threads::{Chair, Message, Thread},
};

/// What waits for a person ($1), of the networks that they are in.
const MINE: &str = "from waiting w join thread t on t.id = w.thread_id \
                    join membership m on m.network_id = t.network_id and m.person_id = w.person_id where w.person_id = $1";

/// What a person ($1) has not read: what others have said, and not removed, after the number that they have read up to.
const UNREAD: &str = "left join thread_read r on r.thread_id = t.id and r.person_id = $1 \
                      join message s on s.thread_id = t.id and s.seq > coalesce(r.seq, 0) and s.removed_at is null \
                      and (s.author_id is null or s.author_id <> $1)";

// ---- whom a message is for ------------------------------------------------------------------------------------------

pub struct Member {
    pub person_id: Id<Person>,
    pub organisation_id: Uuid,
    pub notices: NoticeFrequency,
}
row!(Member {
    person_id,
    organisation_id,
    notices
});

/// Those of some people, or of the addressed organisations' people, or of all, who are in a network and have not read what
/// a message says that is not theirs.
pub async fn members(
    db: &Db,
    network: Id<Network>,
    message: &Message,
    people: &[Id<Person>],
    to: &Addressed,
) -> Result<Vec<Member>> {
    // A message that has no number yet is after all that was read.
    let seq = if message.seq == 0 { i64::MAX } else { message.seq };
    sql("select m.person_id, m.organisation_id, p.notices \
         from membership m join person p on p.id = m.person_id \
         left join thread_read r on r.thread_id = $2 and r.person_id = m.person_id \
         where m.network_id = $1 and m.person_id <> $3 and ($5 or m.person_id in (?) or m.organisation_id in (?)) \
         and (coalesce(r.seq, 0) < $4 or m.person_id in (?) or m.organisation_id in (?) or exists \
         (select 1 from waiting w where w.person_id = m.person_id and w.message_id = $6))")
    .bind(network)
    .bind(message.thread_id)
    .bind(message.author_id)
    .bind(seq)
    .bind(to.everybody)
    .bind(message.id)
    .bind_list(people.iter().copied())
    .bind_list(to.organisations.iter().copied())
    .bind_list(to.anew.people.iter().copied())
    .bind_list(to.anew.organisations.iter().copied())
    .all(db)
    .await
}

pub async fn insert(tx: &mut Tx, chair: &Chair, message: &Message, listeners: &[Listener]) -> Result<()> {
    let rows = listeners.iter().map(|listener| {
        vec![
            listener.person_id.into(),
            listener.kind.into(),
            (listener.notices == NoticeFrequency::Never).into(),
        ]
    });
    sql(
        "insert into waiting (message_id, thread_id, seq, at, person_id, kind, told) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (person_id, message_id) do update set kind = $6",
    )
    .bind(message.id)
    .bind(chair.thread().id)
    .bind(message.seq)
    .bind(message.edited_at.unwrap_or(message.posted_at))
    .run_each(tx, rows.collect())
    .await
}

/// A mail that is to go already takes along what comes. It is written to all the same: whoever sends it just now, and is
/// about to say that there is nothing left to send, has to wait until this is there.
pub async fn insert_notices(tx: &mut Tx, _: &Seat, about: Uuid, due: Vec<(Id<Person>, Moment)>) -> Result<()> {
    let rows = due.into_iter().map(|(person, at)| vec![person.into(), at.into()]);
    sql(
        "insert into notice (about_id, person_id, due_at, attempts) values ($1, $2, $3, 0) \
         on conflict (person_id, about_id) do update set due_at = notice.due_at",
    )
    .bind(about)
    .run_each(tx, rows.collect())
    .await
}

struct Whom {
    person_id: Id<Person>,
}
row!(Whom { person_id });

pub async fn for_whom(tx: &mut Tx, message: Id<Message>) -> Result<Vec<Id<Person>>> {
    let rows: Vec<Whom> = sql("select person_id from waiting where message_id = $1")
        .bind(message)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

pub async fn delete(tx: &mut Tx, chair: &Chair, message: Id<Message>, people: &[Id<Person>]) -> Result<()> {
    sql("delete from waiting where message_id = $1 and thread_id = $2 and person_id in (?)")
        .bind(message)
        .bind(chair.thread().id)
        .bind_list(people.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

pub async fn delete_read(tx: &mut Tx, chair: &Chair, seq: i64) -> Result<u64> {
    sql("delete from waiting where person_id = $1 and thread_id = $2 and seq <= $3")
        .bind(chair.seat().person_id())
        .bind(chair.thread().id)
        .bind(seq)
        .run(tx)
        .await
}

pub async fn delete_of_network(tx: &mut Tx, seat: &Seat, person: Id<Person>) -> Result<u64> {
    sql("delete from waiting where person_id = $1 and thread_id in (select id from thread where network_id = $2)")
        .bind(person)
        .bind(seat.network_id())
        .run(tx)
        .await
}

// ---- what waits -----------------------------------------------------------------------------------------------------

pub async fn count(db: &Db, me: &Me) -> Result<i64> {
    let count: Count = sql(&format!("select count(*) as n {MINE}")).bind(me.id).one(db).await?;
    Ok(count.n)
}

pub struct Row {
    pub message_id: Id<Message>,
    pub thread_id: Id<Thread>,
    pub kind: WaitingKind,
    pub at: Moment,
}
row!(Row {
    message_id,
    thread_id,
    kind,
    at
});

pub async fn list(db: &Db, me: &Me, window: &Window<i64>) -> Result<Vec<Row>> {
    sql(&format!(
        "select w.message_id, w.thread_id, w.kind, w.at {MINE} and (w.at, w.message_id) < ($2, $3) \
         order by w.at desc, w.message_id desc limit $4"
    ))
    .bind(me.id)
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

struct Unread {
    thread_id: Id<Thread>,
    n: i64,
}
row!(Unread { thread_id, n });

/// Threads of which a person has read everything are not among the answers.
pub async fn unread(db: &Db, me: &Me, threads: &[Id<Thread>]) -> Result<Vec<(Id<Thread>, i64)>> {
    let rows: Vec<Unread> = sql(&format!(
        "select t.id as thread_id, count(*) as n from thread t {UNREAD} where t.id in (?) group by t.id"
    ))
    .bind(me.id)
    .bind_list(threads.iter().copied())
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.thread_id, row.n)).collect())
}

pub struct UnreadThread {
    pub network_id: Id<Network>,
    pub thread_id: Id<Thread>,
    /// In the whole network.
    pub unread: i64,
}
row!(UnreadThread {
    network_id,
    thread_id,
    unread
});

/// The newest threads, of each network of a person's, with something unread; the networks by name.
pub async fn unread_threads(db: &Db, me: &Me, newest: i64) -> Result<Vec<UnreadThread>> {
    sql(&format!(
        "select network_id, thread_id, unread from (\
           select network_id, sort_key, thread_id, last_at, \
             cast(sum(n) over (partition by network_id) as bigint) as unread, \
             row_number() over (partition by network_id order by last_at desc, thread_id desc) as place \
           from (select t.network_id, n.sort_key, t.id as thread_id, p.last_at, count(*) as n \
             from membership m join network n on n.id = m.network_id join thread t on t.network_id = n.id \
             join topic p on p.name = t.topic {UNREAD} \
             where m.person_id = $1 group by t.network_id, n.sort_key, t.id, p.last_at) counted) placed \
         where place <= $2 order by sort_key, network_id, place"
    ))
    .bind(me.id)
    .bind(newest)
    .all(db)
    .await
}

/// Says of how many threads.
pub async fn mark_all(tx: &mut Tx, me: &Me, network: Option<Id<Network>>) -> Result<i64> {
    let marked = sql(&format!(
        "insert into thread_read (thread_id, person_id, seq) \
         select distinct t.id, m.person_id, p.last_seq from membership m join thread t on t.network_id = m.network_id \
         join topic p on p.name = t.topic {UNREAD} where m.person_id = $1 {} \
         on conflict (thread_id, person_id) do update set seq = excluded.seq where thread_read.seq < excluded.seq",
        if network.is_some() { "and m.network_id = $2" } else { "" }
    ))
    .bind(me.id);
    let marked = match network {
        Some(id) => marked.bind(id),
        None => marked,
    };
    Ok(i64::try_from(marked.run(tx).await?).unwrap_or(i64::MAX))
}

/// By what was marked, not by what was asked: something may have been said in between.
pub async fn delete_all_read(tx: &mut Tx, me: &Me) -> Result<u64> {
    sql(
        "delete from waiting where person_id = $1 and exists (select 1 from thread_read r \
         where r.thread_id = waiting.thread_id and r.person_id = waiting.person_id and r.seq >= waiting.seq)",
    )
    .bind(me.id)
    .run(tx)
    .await
}

// ---- mails about it -------------------------------------------------------------------------------------------------

/// Whose mail is due, the longest waiting first.
pub async fn due(db: &Db, now: Moment) -> Result<Vec<Id<Person>>> {
    let rows: Vec<Whom> =
        sql("select person_id from notice where due_at <= $1 group by person_id order by min(due_at) limit 50")
            .bind(now)
            .all(db)
            .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

struct About {
    about_id: Uuid,
}
row!(About { about_id });

/// Threads and requests.
pub async fn due_about(db: &Db, person: Id<Person>, now: Moment) -> Result<Vec<Uuid>> {
    let rows: Vec<About> =
        sql("select about_id from notice where person_id = $1 and due_at <= $2 order by due_at, about_id limit 200")
            .bind(person)
            .bind(now)
            .all(db)
            .await?;
    Ok(rows.into_iter().map(|row| row.about_id).collect())
}

struct NextDue {
    due_at: Moment,
}
row!(NextDue { due_at });

pub async fn next_due(db: &Db) -> Result<Option<Moment>> {
    let row: Option<NextDue> = sql("select due_at from notice order by due_at limit 1")
        .optional(db)
        .await?;
    Ok(row.map(|row| row.due_at))
}

pub struct Claim {
    pub about_id: Uuid,
    pub attempts: i64,
}
row!(Claim { about_id, attempts });

/// Takes for sending what is due to a person, but not what another node has taken. Until `lease` nobody else sends it, and
/// if we do not live to say how it went, somebody will try again then.
pub async fn claim(tx: &mut Tx, person: Id<Person>, about: &[Uuid], now: Moment, lease: Moment) -> Result<Vec<Claim>> {
    sql("update notice set due_at = $3, attempts = attempts + 1 \
         where person_id = $1 and due_at <= $2 and about_id in (?) returning about_id, attempts")
    .bind(person)
    .bind(now)
    .bind(lease)
    .bind_list(about.iter().copied())
    .all(tx)
    .await
}

pub async fn retry(tx: &mut Tx, person: Id<Person>, about: &[Uuid], at: Moment) -> Result<()> {
    sql("update notice set due_at = $2 where person_id = $1 and about_id in (?)")
        .bind(person)
        .bind(at)
        .bind_list(about.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

/// A message to tell somebody of.
#[derive(Clone, Debug)]
pub struct Untold {
    pub message_id: Id<Message>,
    pub thread_id: Id<Thread>,
    pub subject: String,
    pub network: String,
    pub kind: WaitingKind,
    pub seq: i64,
    pub at: Moment,
    pub body: String,
    pub author: Option<String>,
    pub organisation_id: Option<Uuid>,
}
row!(Untold {
    message_id,
    thread_id,
    subject,
    network,
    kind,
    seq,
    at,
    body,
    author,
    organisation_id
});

/// What waits for a person in some threads and no mail has told of, in order; nothing of a network that they have left.
pub async fn untold(db: &Db, person: Id<Person>, threads: &[Uuid]) -> Result<Vec<Untold>> {
    sql(
        "select w.message_id, w.thread_id, t.subject, n.name as network, w.kind, w.seq, w.at, s.body, \
         a.name as author, a.organisation_id \
         from waiting w join thread t on t.id = w.thread_id join network n on n.id = t.network_id \
         join membership m on m.network_id = t.network_id and m.person_id = w.person_id \
         join message s on s.id = w.message_id and s.removed_at is null left join person a on a.id = s.author_id \
         where w.person_id = $1 and not w.told and w.thread_id in (?) order by w.at, w.message_id limit 500",
    )
    .bind(person)
    .bind_list(threads.iter().copied())
    .all(db)
    .await
}

/// An answer to tell whoever asked of.
#[derive(Clone, Debug)]
pub struct UntoldAnswer {
    pub answer_id: Id<Answer>,
    pub request_id: Id<Request>,
    pub subject: String,
    pub network: String,
    pub at: Moment,
    pub words: Option<String>,
    pub author: Option<String>,
    pub organisation_id: Option<Uuid>,
    /// The title of the action that it points at, if others may still see that.
    pub action: Option<String>,
    /// The person that it points at.
    pub knows: Option<String>,
}
row!(UntoldAnswer {
    answer_id,
    request_id,
    subject,
    network,
    at,
    words,
    author,
    organisation_id,
    action,
    knows
});

/// What a person's requests were answered and no mail has told of, in order; nothing of a network that they have left.
pub async fn untold_answers(db: &Db, person: Id<Person>, requests: &[Uuid]) -> Result<Vec<UntoldAnswer>> {
    sql(
        "select w.id as answer_id, w.request_id, r.subject, n.name as network, w.at, w.words, a.name as author, \
         a.organisation_id, v.title as action, k.name as knows \
         from request_answer w join request r on r.id = w.request_id join network n on n.id = r.network_id \
         join membership m on m.network_id = r.network_id and m.person_id = r.asked_by \
         left join person a on a.id = w.by_id left join person k on k.id = w.person_id \
         left join action c on c.id = w.action_id and c.deleted_at is null and c.visibility <> $2 \
         left join action_revision v on v.action_id = c.id and v.revision = c.published_revision \
         where r.asked_by = $1 and not w.told and not w.seen and w.request_id in (?) order by w.at, w.id limit 500",
    )
    .bind(person)
    .bind(Visibility::Organisation)
    .bind_list(requests.iter().copied())
    .all(db)
    .await
}

/// Of messages and answers, by their ids.
pub async fn mark_told(tx: &mut Tx, person: Id<Person>, told: &[Uuid]) -> Result<()> {
    if told.is_empty() {
        return Ok(());
    }
    for statement in [
        "update waiting set told = $2 where person_id = $1 and message_id in (?)",
        "update request_answer set told = $2 where id in (?) \
         and request_id in (select id from request where asked_by = $1)",
    ] {
        sql(statement)
            .bind(person)
            .bind(true)
            .bind_list(told.iter().copied())
            .run(&mut *tx)
            .await?;
    }
    Ok(())
}

struct Oldest {
    at: Option<Moment>,
}
row!(Oldest { at });

/// Ends a mail that has been sent; if more has come to wait meanwhile, `due` says when its mail goes.
pub async fn settle(
    tx: &mut Tx,
    person: Id<Person>,
    about: Uuid,
    due: impl FnOnce(Moment) -> Option<Moment>,
) -> Result<()> {
    // Waits for whoever is just adding something, and makes everybody wait who comes later (see `insert_notices`).
    sql("update notice set attempts = 0 where person_id = $1 and about_id = $2")
        .bind(person)
        .bind(about)
        .run(tx)
        .await?;
    let oldest: Oldest = sql(
        "select min(at) as at from (select at from waiting where person_id = $1 and thread_id = $2 and not told \
         union all select at from request_answer where request_id = $2 and not told and not seen) untold",
    )
    .bind(person)
    .bind(about)
    .one(&mut *tx)
    .await?;
    let more = match oldest.at.and_then(due) {
        Some(due) => sql("update notice set due_at = $3 where person_id = $1 and about_id = $2")
            .bind(person)
            .bind(about)
            .bind(due),
        None => sql("delete from notice where person_id = $1 and about_id = $2")
            .bind(person)
            .bind(about),
    };
    more.run(tx).await?;
    Ok(())
}

pub async fn reschedule(tx: &mut Tx, person: Id<Person>, due: Moment) -> Result<()> {
    sql("update notice set due_at = $2, attempts = 0 where person_id = $1")
        .bind(person)
        .bind(due)
        .run(tx)
        .await?;
    Ok(())
}

/// Nothing that waits now will be mailed, even if they want mails again some day.
pub async fn silence(tx: &mut Tx, person: Id<Person>) -> Result<()> {
    sql("update waiting set told = $2 where person_id = $1 and not told")
        .bind(person)
        .bind(true)
        .run(tx)
        .await?;
    sql("update request_answer set told = $2 where not told \
         and request_id in (select id from request where asked_by = $1)")
    .bind(person)
    .bind(true)
    .run(tx)
    .await?;
    sql("delete from notice where person_id = $1")
        .bind(person)
        .run(tx)
        .await?;
    Ok(())
}

struct Token {
    token: String,
}
row!(Token { token });

pub async fn token<'a>(on: impl Into<On<'a>>, person: Id<Person>) -> Result<Option<String>> {
    let row: Option<Token> = sql("select token from notice_key where person_id = $1")
        .bind(person)
        .optional(on)
        .await?;
    Ok(row.map(|row| row.token))
}

pub async fn insert_token(tx: &mut Tx, person: Id<Person>, token: &str) -> Result<()> {
    sql("insert into notice_key (person_id, token) values ($1, $2) on conflict (person_id) do nothing")
        .bind(person)
        .bind(token)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn person_of_token(db: &Db, token: &str) -> Result<Option<Id<Person>>> {
    let row: Option<Whom> = sql("select person_id from notice_key where token = $1")
        .bind(token)
        .optional(db)
        .await?;
    Ok(row.map(|row| row.person_id))
}

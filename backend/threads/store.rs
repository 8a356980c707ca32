//! SQL of threads and messages. Writing takes the [`Chair`] that allows it.

use uuid::Uuid;

use super::{
    Chair, Message, Thread, Version,
    keeping::{ReactionKind, Reactor},
    mentions::Mention,
};
use crate::{
    clock::Moment,
    db::{Conditions, Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
    networks::Seat,
    people::{Me, Person},
};

const THREAD: &str = "select t.id, t.network_id, t.topic, t.subject, t.about_id, t.started_by, t.started_at, \
    coalesce(p.last_seq, 0) as last_seq, coalesce(p.last_at, t.started_at) as last_at, \
    t.closed_at, t.closed_by, t.close_reason \
    from thread t left join topic p on p.name = t.topic";

pub async fn threads<'a>(on: impl Into<On<'a>>, ids: &[Id<Thread>]) -> Result<Vec<Thread>> {
    sql(&format!("{THREAD} where t.id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

pub async fn list_threads(db: &Db, seat: &Seat, window: &Window<i64>) -> Result<Vec<Thread>> {
    sql(&format!(
        "{THREAD} where t.network_id = $1 and (coalesce(p.last_at, t.started_at), t.id) < ($2, $3) \
         order by coalesce(p.last_at, t.started_at) desc, t.id desc limit $4"
    ))
    .bind(seat.network_id())
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_threads(db: &Db, seat: &Seat) -> Result<i64> {
    let count: Count = sql("select count(*) as n from thread where network_id = $1")
        .bind(seat.network_id())
        .one(db)
        .await?;
    Ok(count.n)
}

/// The threads about some things in the networks of a person, the latest started last.
pub async fn threads_about(db: &Db, me: &Me, about: &[Uuid]) -> Result<Vec<Thread>> {
    sql(&format!(
        "{THREAD} join membership m on m.network_id = t.network_id and m.person_id = $1 \
         where t.about_id in (?) order by t.started_at, t.id"
    ))
    .bind(me.id)
    .bind_list(about.iter().copied())
    .all(db)
    .await
}

pub async fn insert_thread(tx: &mut Tx, seat: &Seat, row: &Thread) -> Result<()> {
    sql(
        "insert into thread (id, network_id, topic, subject, about_id, started_by, started_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(row.id)
    .bind(seat.network_id())
    .bind(&row.topic)
    .bind(&row.subject)
    .bind(row.about_id)
    .bind(row.started_by)
    .bind(row.started_at)
    .run_one(tx)
    .await
}

/// Writes whether a thread is closed; false when it is so already.
pub async fn set_closed(tx: &mut Tx, _: &Chair, row: &Thread) -> Result<bool> {
    let other = if row.closed_at.is_some() {
        "is null"
    } else {
        "is not null"
    };
    let changed = sql(&format!(
        "update thread set closed_at = $2, closed_by = $3, close_reason = $4 where id = $1 and closed_at {other}"
    ))
    .bind(row.id)
    .bind(row.closed_at)
    .bind(row.closed_by)
    .bind(row.close_reason.clone())
    .run(tx)
    .await?;
    Ok(changed == 1)
}

// ---- messages -------------------------------------------------------------------------------------------------------

const MESSAGE: &str = "select id, thread_id, seq, author_id, body, language, posted_at, edited_at, removed_at, \
                       reply_to_id, pinned_at from message";

pub async fn messages<'a>(on: impl Into<On<'a>>, ids: &[Id<Message>]) -> Result<Vec<Message>> {
    sql(&format!("{MESSAGE} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

pub async fn message_of_client(db: &Db, author: Id<Person>, client_id: Uuid) -> Result<Option<Message>> {
    sql(&format!("{MESSAGE} where author_id = $1 and client_id = $2"))
        .bind(author)
        .bind(client_id)
        .optional(db)
        .await
}

/// Which messages of a thread: those between two numbers, from the one end or the other.
pub struct Span {
    pub after: i64,
    pub before: i64,
    pub limit: i64,
    pub from_end: bool,
}

/// In the order in which they are asked for: from the end, the last comes first.
pub async fn list_messages(db: &Db, thread: Id<Thread>, span: &Span) -> Result<Vec<Message>> {
    Conditions::default()
        .and("thread_id = ?", [thread.into()])
        .and("seq > ?", [span.after.into()])
        .and("seq < ?", [span.before.into()])
        .then(
            if span.from_end {
                "order by seq desc limit ?"
            } else {
                "order by seq limit ?"
            },
            [span.limit.into()],
        )
        .after(MESSAGE)
        .all(db)
        .await
}

pub async fn count_messages(db: &Db, thread: Id<Thread>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from message where thread_id = $1")
        .bind(thread)
        .one(db)
        .await?;
    Ok(count.n)
}

pub async fn insert_message(tx: &mut Tx, chair: &Chair, row: &Message, client_id: Uuid) -> Result<()> {
    sql(
        "insert into message (id, thread_id, seq, author_id, client_id, body, language, posted_at, reply_to_id) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(row.id)
    .bind(chair.thread.id)
    .bind(row.seq)
    .bind(row.author_id)
    .bind(client_id)
    .bind(&row.body)
    .bind(row.language)
    .bind(row.posted_at)
    .bind(row.reply_to_id)
    .run_one(tx)
    .await
}

/// Whether what a message says was written then.
pub async fn is_of(tx: &mut Tx, _: &Chair, id: Id<Message>, at: Moment) -> Result<bool> {
    let count: Count = sql("select count(*) as n from message where id = $1 and coalesce(edited_at, posted_at) = $2")
        .bind(id)
        .bind(at)
        .one(tx)
        .await?;
    Ok(count.n == 1)
}

/// False when it was removed meanwhile.
pub async fn edit_message(tx: &mut Tx, chair: &Chair, row: &Message) -> Result<bool> {
    let changed = sql("update message set body = $3, edited_at = $4, language = $5 \
                       where id = $1 and thread_id = $2 and removed_at is null")
    .bind(row.id)
    .bind(chair.thread.id)
    .bind(&row.body)
    .bind(row.edited_at)
    .bind(row.language)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

/// Earlier versions of one message that are kept.
const VERSIONS: i64 = 100;

/// Keeps what a message says now, before it is changed; the oldest version goes when there are too many.
pub async fn keep_version(tx: &mut Tx, _: &Chair, id: Id<Message>) -> Result<()> {
    sql(
        "insert into message_version (message_id, number, written_at, body, language) \
         select m.id, coalesce((select max(v.number) from message_version v where v.message_id = m.id), 0) + 1, \
         coalesce(m.edited_at, m.posted_at), m.body, m.language from message m where m.id = $1 and m.removed_at is null",
    )
    .bind(id)
    .run(tx)
    .await?;
    sql("delete from message_version where message_id = $1 and number <= \
         (select max(v.number) from message_version v where v.message_id = $1) - $2")
    .bind(id)
    .bind(VERSIONS)
    .run(tx)
    .await?;
    Ok(())
}

/// What messages said before, oldest first.
pub async fn versions(db: &Db, messages: &[Id<Message>]) -> Result<Vec<Version>> {
    sql(
        "select message_id, written_at, body, language from message_version where message_id in (?) \
         order by message_id, number",
    )
    .bind_list(messages.iter().copied())
    .all(db)
    .await
}

/// The text goes, not only out of sight.
pub async fn remove_message(tx: &mut Tx, chair: &Chair, id: Id<Message>, now: Moment) -> Result<bool> {
    let changed =
        sql("update message set body = '', removed_at = $3, pinned_at = null where id = $1 and thread_id = $2 and removed_at is null")
            .bind(id)
            .bind(chair.thread.id)
            .bind(now)
            .run(tx)
            .await?;
    Ok(changed == 1)
}

/// What is kept beside a message's text goes with it.
pub async fn erase_around(tx: &mut Tx, chair: &Chair, id: Id<Message>) -> Result<()> {
    delete_mentions(tx, chair, id).await?;
    sql("delete from message_version where message_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    sql("delete from reaction where message_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

// ---- pins -----------------------------------------------------------------------------------------------------------

/// What is pinned to some threads, in order.
pub async fn pinned(db: &Db, threads: &[Id<Thread>]) -> Result<Vec<Message>> {
    sql(&format!(
        "{MESSAGE} where thread_id in (?) and pinned_at is not null order by thread_id, seq"
    ))
    .bind_list(threads.iter().copied())
    .all(db)
    .await
}

pub async fn count_pinned(tx: &mut Tx, chair: &Chair) -> Result<i64> {
    let count: Count = sql("select count(*) as n from message where thread_id = $1 and pinned_at is not null")
        .bind(chair.thread.id)
        .one(tx)
        .await?;
    Ok(count.n)
}

/// False when the message was removed meanwhile.
pub async fn set_pinned(tx: &mut Tx, chair: &Chair, id: Id<Message>, at: Option<Moment>) -> Result<bool> {
    let changed = sql("update message set pinned_at = $3 where id = $1 and thread_id = $2 and removed_at is null")
        .bind(id)
        .bind(chair.thread.id)
        .bind(at)
        .run(tx)
        .await?;
    Ok(changed == 1)
}

// ---- reactions ------------------------------------------------------------------------------------------------------

/// People named beside a reaction.
const NAMED: i64 = 20;

/// The first of those who reacted, in the order in which they did.
pub async fn reactors(db: &Db, messages: &[Id<Message>]) -> Result<Vec<Reactor>> {
    sql("select message_id, kind, person_id, n from ( \
         select message_id, kind, person_id, at, count(*) over (partition by message_id, kind) as n, \
         row_number() over (partition by message_id, kind order by at, person_id) as place \
         from reaction where message_id in (?)) chosen where place <= $1 order by message_id, kind, place")
    .bind(NAMED)
    .bind_list(messages.iter().copied())
    .all(db)
    .await
}

pub struct Chosen {
    pub message_id: Id<Message>,
    pub kind: ReactionKind,
}
row!(Chosen { message_id, kind });

/// What one person chose.
pub async fn reactions_by(db: &Db, me: &Me, messages: &[Id<Message>]) -> Result<Vec<Chosen>> {
    sql("select message_id, kind from reaction where person_id = $1 and message_id in (?)")
        .bind(me.id)
        .bind_list(messages.iter().copied())
        .all(db)
        .await
}

pub async fn has_reacted(db: &Db, me: &Me, id: Id<Message>, kind: ReactionKind) -> Result<bool> {
    Ok(reactions_by(db, me, &[id]).await?.iter().any(|row| row.kind == kind))
}

/// Whether anything changed: not when it was there, nor when the message was removed meanwhile.
pub async fn insert_reaction(
    tx: &mut Tx,
    chair: &Chair,
    id: Id<Message>,
    kind: ReactionKind,
    at: Moment,
) -> Result<bool> {
    let changed = sql("insert into reaction (message_id, kind, person_id, at) \
                       select id, $3, $4, $5 from message where id = $1 and thread_id = $2 and removed_at is null \
                       on conflict (message_id, kind, person_id) do nothing")
    .bind(id)
    .bind(chair.thread.id)
    .bind(kind)
    .bind(chair.seat.person_id())
    .bind(at)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn delete_reaction(tx: &mut Tx, chair: &Chair, id: Id<Message>, kind: ReactionKind) -> Result<bool> {
    let changed = sql("delete from reaction where message_id = $1 and kind = $2 and person_id = $3")
        .bind(id)
        .bind(kind)
        .bind(chair.seat.person_id())
        .run(tx)
        .await?;
    Ok(changed == 1)
}

// ---- whom messages address ------------------------------------------------------------------------------------------

/// In the order of their texts.
pub async fn mentions<'a>(on: impl Into<On<'a>>, messages: &[Id<Message>]) -> Result<Vec<Mention>> {
    sql(
        "select message_id, person_id, organisation_id, label from message_mention \
         where message_id in (?) order by message_id, position",
    )
    .bind_list(messages.iter().copied())
    .all(on)
    .await
}

pub async fn insert_mentions(tx: &mut Tx, _: &Chair, rows: Vec<Mention>) -> Result<()> {
    let values = (0i64..).zip(rows).map(|(position, row)| {
        vec![
            row.message_id.into(),
            position.into(),
            row.person_id.into(),
            row.organisation_id.into(),
            row.label.into(),
        ]
    });
    let values: Vec<_> = values.collect();
    if values.is_empty() {
        return Ok(());
    }
    sql(
        "insert into message_mention (message_id, position, person_id, organisation_id, label) \
         values ($1, $2, $3, $4, $5)",
    )
    .run_each(tx, values)
    .await
}

pub async fn delete_mentions(tx: &mut Tx, _: &Chair, message: Id<Message>) -> Result<()> {
    sql("delete from message_mention where message_id = $1")
        .bind(message)
        .run(tx)
        .await?;
    Ok(())
}

// ---- how far people have read ---------------------------------------------------------------------------------------

struct Read {
    thread_id: Id<Thread>,
    seq: i64,
}
row!(Read { thread_id, seq });

/// Not beyond what waits: words that were put in afterwards have not been read with the rest.
pub async fn read_by(db: &Db, me: &Me, threads: &[Id<Thread>]) -> Result<Vec<(Id<Thread>, i64)>> {
    let rows: Vec<Read> = sql(
        "select r.thread_id, min(case when w.seq <= r.seq then w.seq - 1 else r.seq end) as seq \
         from thread_read r left join waiting w on w.thread_id = r.thread_id and w.person_id = r.person_id \
         where r.person_id = $1 and r.thread_id in (?) group by r.thread_id",
    )
    .bind(me.id)
    .bind_list(threads.iter().copied())
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.thread_id, row.seq)).collect())
}

pub async fn mark_read(tx: &mut Tx, chair: &Chair, seq: i64) -> Result<()> {
    sql(
        "insert into thread_read (thread_id, person_id, seq) values ($1, $2, $3) \
         on conflict (thread_id, person_id) do update set seq = $3 where thread_read.seq < $3",
    )
    .bind(chair.thread.id)
    .bind(chair.seat.person_id())
    .bind(seq)
    .run(tx)
    .await?;
    Ok(())
}

//! SQL of threads and messages. Writing takes the [`Chair`] that allows it.

use uuid::Uuid;

use super::{Chair, Message, Thread};
use crate::{
    clock::Moment,
    db::{Conditions, Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
    networks::Seat,
    people::{Me, Person},
};

const THREAD: &str = "select t.id, t.network_id, t.topic, t.subject, t.about_id, t.started_by, t.started_at, \
    coalesce(p.last_seq, 0) as last_seq, coalesce(p.last_at, t.started_at) as last_at \
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

// ---- messages -------------------------------------------------------------------------------------------------------

const MESSAGE: &str =
    "select id, thread_id, seq, author_id, body, language, posted_at, edited_at, removed_at, reply_to_id from message";

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

/// False when it was removed meanwhile.
pub async fn edit_message(tx: &mut Tx, chair: &Chair, row: &Message) -> Result<bool> {
    let changed =
        sql("update message set body = $3, edited_at = $4 where id = $1 and thread_id = $2 and removed_at is null")
            .bind(row.id)
            .bind(chair.thread.id)
            .bind(&row.body)
            .bind(row.edited_at)
            .run(tx)
            .await?;
    Ok(changed == 1)
}

/// The text goes, not only out of sight.
pub async fn remove_message(tx: &mut Tx, chair: &Chair, id: Id<Message>, now: Moment) -> Result<bool> {
    let changed =
        sql("update message set body = '', removed_at = $3 where id = $1 and thread_id = $2 and removed_at is null")
            .bind(id)
            .bind(chair.thread.id)
            .bind(now)
            .run(tx)
            .await?;
    Ok(changed == 1)
}

// ---- how far people have read ---------------------------------------------------------------------------------------

struct Read {
    thread_id: Id<Thread>,
    seq: i64,
}
row!(Read { thread_id, seq });

pub async fn read_by(db: &Db, me: &Me, threads: &[Id<Thread>]) -> Result<Vec<(Id<Thread>, i64)>> {
    let rows: Vec<Read> = sql("select thread_id, seq from thread_read where person_id = $1 and thread_id in (?)")
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

//! SQL of the journal.

use super::journal::Event;
use crate::{
    clock::Moment,
    db::{On, Result, Tx, row, sql},
};

pub struct Topic {
    pub name: String,
    pub last_seq: i64,
    pub ended_seq: Option<i64>,
}
row!(Topic {
    name,
    last_seq,
    ended_seq
});

pub struct Taken {
    pub last_seq: i64,
    /// Of a topic that has ended, the event that ended it.
    pub ended_seq: Option<i64>,
}
row!(Taken { last_seq, ended_seq });

const COUNT_UP: &str = "insert into topic (name, last_seq, last_at) values ($1, 1, $2) \
                        on conflict (name) do update set last_seq = topic.last_seq + 1, last_at = $2";

pub async fn next_seq(tx: &mut Tx, topic: &str, at: Moment) -> Result<Taken> {
    sql(&format!("{COUNT_UP} returning last_seq, ended_seq"))
        .bind(topic)
        .bind(at)
        .one(tx)
        .await
}

pub async fn set_ended(tx: &mut Tx, topic: &str, seq: Option<i64>) -> Result<()> {
    sql("update topic set ended_seq = $2 where name = $1")
        .bind(topic)
        .bind(seq)
        .run_one(tx)
        .await
}

/// Takes the next number of each.
pub async fn count_up(tx: &mut Tx, topics: &[String], at: Moment) -> Result<()> {
    let rows = topics.iter().map(|topic| vec![topic.into(), at.into()]).collect();
    sql(COUNT_UP).run_each(tx, rows).await
}

pub async fn insert_event(tx: &mut Tx, topic: &str, event: &Event) -> Result<()> {
    sql("insert into event (topic, seq, kind, object_id, at) values ($1, $2, $3, $4, $5)")
        .bind(topic)
        .bind(event.seq)
        .bind(&event.kind)
        .bind(event.object_id)
        .bind(event.at)
        .run_one(tx)
        .await
}

pub async fn events_after<'a>(on: impl Into<On<'a>>, topic: &str, seq: i64, limit: i64) -> Result<Vec<Event>> {
    sql("select seq, kind, object_id, at from event where topic = $1 and seq > $2 order by seq limit $3")
        .bind(topic)
        .bind(seq)
        .bind(limit)
        .all(on)
        .await
}

/// The topics among `names` in which something has happened.
pub async fn topics<'a>(on: impl Into<On<'a>>, names: &[&str]) -> Result<Vec<Topic>> {
    sql("select name, last_seq, ended_seq from topic where name in (?)")
        .bind_list(names.iter().copied())
        .all(on)
        .await
}

//! The journal: what happened, in numbered order per topic. The number is taken in the transaction that makes the change,
//! so a topic's numbers have no holes and nobody can see a number before everything below it.

use uuid::Uuid;

use super::store;
use crate::{
    clock::Moment,
    db::{On, Tx, row},
    error::Result,
};

/// One event. It says that something happened to an object, not what the object was: whoever shows it asks for the
/// object as it is now, so that what was removed does not live on here.
#[derive(Clone, Debug)]
pub struct Event {
    pub seq: i64,
    pub kind: String,
    pub object_id: Uuid,
    pub at: Moment,
}
row!(Event {
    seq,
    kind,
    object_id,
    at
});

/// Takes the topic's next number for an event. Call it last in the transaction: the topic's row is locked from here to
/// the commit. Of several topics, in the order of their names, so that no two transactions wait for each other.
///
/// # Errors
/// When the database does not answer.
pub async fn append(tx: &mut Tx, topic: &str, kind: &str, object_id: Uuid, at: Moment) -> Result<i64> {
    Ok(write(tx, topic, kind, object_id, at).await?.last_seq)
}

/// As [`append`], but into a topic that has ended nothing goes: `None`, and the transaction is not to be committed.
///
/// # Errors
/// When the database does not answer.
pub async fn append_unless_ended(
    tx: &mut Tx,
    topic: &str,
    kind: &str,
    object_id: Uuid,
    at: Moment,
) -> Result<Option<i64>> {
    let taken = write(tx, topic, kind, object_id, at).await?;
    Ok(taken.ended_seq.is_none().then_some(taken.last_seq))
}

/// As [`append`], with the event that ends the topic: whoever listens gets it, and then is told that this was all.
///
/// # Errors
/// When the database does not answer.
pub async fn end(tx: &mut Tx, topic: &str, kind: &str, object_id: Uuid, at: Moment) -> Result<i64> {
    let seq = append(tx, topic, kind, object_id, at).await?;
    store::set_ended(tx, topic, Some(seq)).await?;
    Ok(seq)
}

/// As [`append`], with the event by which a topic that had ended goes on.
///
/// # Errors
/// When the database does not answer.
pub async fn begin_again(tx: &mut Tx, topic: &str, kind: &str, object_id: Uuid, at: Moment) -> Result<i64> {
    let seq = append(tx, topic, kind, object_id, at).await?;
    store::set_ended(tx, topic, None).await?;
    Ok(seq)
}

async fn write(tx: &mut Tx, topic: &str, kind: &str, object_id: Uuid, at: Moment) -> Result<store::Taken> {
    let taken = store::next_seq(tx, topic, at).await?;
    let seq = taken.last_seq;
    store::insert_event(
        tx,
        topic,
        &Event {
            seq,
            kind: kind.to_owned(),
            object_id,
            at,
        },
    )
    .await?;
    tx.journaled.push((topic.to_owned(), seq));
    Ok(taken)
}

/// Tells those who look at these topics that there is something new, for topics of which nobody asks what happened in
/// between: they have numbers, and no events. Call it last in the transaction, as [`append`].
///
/// # Errors
/// When the database does not answer.
pub async fn touch(tx: &mut Tx, mut topics: Vec<String>, at: Moment) -> Result<()> {
    topics.sort();
    topics.dedup();
    for some in topics.chunks(512) {
        store::count_up(tx, some, at).await?;
        let names: Vec<&str> = some.iter().map(String::as_str).collect();
        let now = store::topics(&mut *tx, &names).await?;
        tx.journaled.extend(now.into_iter().map(|row| (row.name, row.last_seq)));
    }
    Ok(())
}

/// At most `limit` events after `seq`, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn after<'a>(on: impl Into<On<'a>>, topic: &str, seq: i64, limit: i64) -> Result<Vec<Event>> {
    Ok(store::events_after(on, topic, seq, limit).await?)
}

/// A topic's last number, 0 for one that nothing has happened in.
///
/// # Errors
/// When the database does not answer.
pub async fn last<'a>(on: impl Into<On<'a>>, topic: &str) -> Result<i64> {
    Ok(store::topics(on, &[topic]).await?.first().map_or(0, |row| row.last_seq))
}

/// The event that ended a topic, if it has ended.
///
/// # Errors
/// When the database does not answer.
pub async fn ended<'a>(on: impl Into<On<'a>>, topic: &str) -> Result<Option<i64>> {
    Ok(store::topics(on, &[topic]).await?.first().and_then(|row| row.ended_seq))
}

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
    let seq = store::next_seq(tx, topic, at).await?;
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
    Ok(seq)
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

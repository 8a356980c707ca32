//! What is done to a conversation beside talking: reacting to what was said, pinning it, closing the thread and opening it
//! again.

use async_graphql::Enum;

use super::{CLOSED, Chair, Message, PINNED, REACTED, REOPENED, Thread, chair, on_missing, standing, store};
use crate::{
    app::App,
    clock::Moment,
    db::{Tx, row, text_enum},
    error::{Error, Result},
    graphql::Id,
    live::journal,
    networks::audit::{self, AuditKind, Entry},
    people::{Me, Person},
    text,
};

/// What one may feel about a message.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReactionKind {
    /// I think so too.
    Agree,
    /// Thank you.
    Thanks,
    /// A good idea.
    GoodIdea,
    /// I would not have thought so.
    Surprised,
    /// We have done this too.
    DoneItToo,
}
text_enum!(ReactionKind {
    Agree = "AGREE",
    Thanks = "THANKS",
    GoodIdea = "GOOD_IDEA",
    Surprised = "SURPRISED",
    DoneItToo = "DONE_IT_TOO",
});

/// One of those who chose a reaction, and how many they are.
#[derive(Clone, Debug)]
pub struct Reactor {
    pub message_id: Id<Message>,
    pub kind: ReactionKind,
    pub person_id: Id<Person>,
    pub n: i64,
}
row!(Reactor {
    message_id,
    kind,
    person_id,
    n
});

/// Pinned in one thread at most.
const PINS: i64 = 10;
const REASON: usize = 300;

/// Takes the thread's next number for something that a closed thread does not take.
///
/// # Errors
/// `FORBIDDEN` when it was closed, also just now.
pub(super) async fn journal(tx: &mut Tx, chair: &Chair, kind: &str, id: Id<Message>, at: Moment) -> Result<i64> {
    journal::append_unless_ended(tx, &chair.thread.topic, kind, id.0, at)
        .await?
        .ok_or_else(|| chair.closed())
}

/// Chooses a reaction, or takes it back. Nothing happens when it is so already.
///
/// # Errors
/// `FORBIDDEN` in a closed thread and for who is silenced.
pub async fn react(app: &App, me: &Me, id: Id<Message>, kind: ReactionKind, on: bool) -> Result<Message> {
    let (message, chair) = standing(app, me, id, "messageId").await?;
    let now = app.clock.now();
    chair.may_speak(now)?;
    if store::has_reacted(&app.db, me, id, kind).await? == on {
        return Ok(message);
    }
    let mut tx = app.db.begin().await?;
    // First, since it makes all who change this thread take turns: a removal can no longer come in between.
    journal(&mut tx, &chair, REACTED, id, now).await?;
    let changed = match on {
        true => store::insert_reaction(&mut tx, &chair, id, kind, now).await?,
        false => store::delete_reaction(&mut tx, &chair, id, kind).await?,
    };
    if changed {
        app.commit(tx).await?;
    }
    Ok(message)
}

/// Pins a message to its thread, or takes it down. Nothing happens when it is so already.
///
/// # Errors
/// `FORBIDDEN` for who does not look after the thread, and in a closed one; `INVALID` for one too many.
pub async fn pin(app: &App, me: &Me, id: Id<Message>, pinned: bool) -> Result<Message> {
    let (mut message, chair) = standing(app, me, id, "messageId").await?;
    if !chair.keeps_order() {
        return Err(Error::forbidden());
    }
    let now = app.clock.now();
    chair.may_speak(now)?;
    if message.pinned_at.is_some() == pinned {
        return Ok(message);
    }
    message.pinned_at = pinned.then_some(now);
    let mut tx = app.db.begin().await?;
    journal(&mut tx, &chair, PINNED, id, now).await?;
    if pinned && store::count_pinned(&mut tx, &chair).await? >= PINS {
        return Err(Error::invalid("pinned", "error-too-many-pinned").with("most", PINS));
    }
    if !store::set_pinned(&mut tx, &chair, id, message.pinned_at).await? {
        return Err(Error::not_found().on("messageId"));
    }
    app.commit(tx).await?;
    Ok(message)
}

/// Closes a thread: it can be read, and nothing more is said in it. A closed one stays as it is.
///
/// # Errors
/// `FORBIDDEN` for who does not look after the thread.
pub async fn close(app: &App, me: &Me, id: Id<Thread>, reason: Option<&str>) -> Result<Thread> {
    let chair = orderly(app, me, id).await?;
    let reason = match reason {
        Some(reason) => text::line("reason", reason, REASON)?,
        None => None,
    };
    if chair.thread.closed_at.is_some() {
        return Ok(chair.thread);
    }
    let now = app.clock.now();
    let mut thread = chair.thread.clone();
    (thread.closed_at, thread.closed_by, thread.close_reason) = (Some(now), Some(me.id), reason);
    let mut tx = app.db.begin().await?;
    (thread.last_seq, thread.last_at) = (journal::end(&mut tx, &thread.topic, CLOSED, id.0, now).await?, now);
    if !store::set_closed(&mut tx, &chair, &thread).await? {
        drop(tx);
        return Ok(self::chair(app, me, id).await?.thread);
    }
    let mut entry = Entry::of(AuditKind::ThreadClosed).within(id);
    if let Some(reason) = &thread.close_reason {
        entry = entry.because(reason);
    }
    audit::record(app, &mut tx, &chair.seat, entry).await?;
    app.commit(tx).await?;
    Ok(thread)
}

/// Opens a closed thread again. An open one stays as it is.
///
/// # Errors
/// `FORBIDDEN` for who does not look after the thread.
pub async fn reopen(app: &App, me: &Me, id: Id<Thread>) -> Result<Thread> {
    let chair = orderly(app, me, id).await?;
    if chair.thread.closed_at.is_none() {
        return Ok(chair.thread);
    }
    let now = app.clock.now();
    let mut thread = chair.thread.clone();
    (thread.closed_at, thread.closed_by, thread.close_reason) = (None, None, None);
    let mut tx = app.db.begin().await?;
    (thread.last_seq, thread.last_at) = (
        journal::begin_again(&mut tx, &thread.topic, REOPENED, id.0, now).await?,
        now,
    );
    if !store::set_closed(&mut tx, &chair, &thread).await? {
        drop(tx);
        return Ok(self::chair(app, me, id).await?.thread);
    }
    let entry = Entry::of(AuditKind::ThreadReopened).within(id);
    audit::record(app, &mut tx, &chair.seat, entry).await?;
    app.commit(tx).await?;
    Ok(thread)
}

/// The chair of somebody who looks after the thread and may speak.
async fn orderly(app: &App, me: &Me, id: Id<Thread>) -> Result<Chair> {
    let chair = chair(app, me, id)
        .await
        .map_err(|error| on_missing(error, "threadId"))?;
    if !chair.keeps_order() {
        return Err(Error::forbidden());
    }
    chair.seat.may_speak(app.clock.now())?;
    Ok(chair)
}

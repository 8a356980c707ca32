//! What of threads is live: what happens in one, and who is there.

use std::sync::Arc;

use async_graphql::{Context, Interface, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt, future::BoxFuture};

use super::{Messages, Threads};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Id, Source},
    i18n::sort_key,
    live::{self, Arguments, Channel, Feed, Opened},
    people::{Me, Person, Viewer, graphql::People},
    threads::{self, CLOSED, EDITED, Message, PINNED, POSTED, REACTED, REMOVED, REOPENED, Thread},
};

/// Something that happened in a thread.
#[derive(Interface)]
#[graphql(
    field(name = "seq", ty = "&i64", desc = "Its number: 1, 2, 3 … without holes."),
    field(name = "at", ty = "&Moment", desc = "When it happened.")
)]
pub enum ThreadEvent {
    MessagePosted(MessagePosted),
    MessageEdited(MessageEdited),
    MessageRemoved(MessageRemoved),
    MessageReacted(MessageReacted),
    MessagePinned(MessagePinned),
    ThreadClosed(ThreadClosed),
    ThreadReopened(ThreadReopened),
}

/// Somebody said something.
#[derive(SimpleObject)]
pub struct MessagePosted {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// The message as it is now, which is removed when it was removed since.
    message: Message,
}

/// Somebody changed what they said.
#[derive(SimpleObject)]
pub struct MessageEdited {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// The message as it is now.
    message: Message,
}

/// A message was removed.
#[derive(SimpleObject)]
pub struct MessageRemoved {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// Which.
    message_id: Id<Message>,
}

/// Somebody reacted to a message, or took a reaction back.
#[derive(SimpleObject)]
pub struct MessageReacted {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// The message as it is now.
    message: Message,
}

/// A message was pinned, or taken down: `message.pinned` says which.
#[derive(SimpleObject)]
pub struct MessagePinned {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// The message as it is now.
    message: Message,
}

/// The thread was closed. When it still is, this ends the subscription.
#[derive(SimpleObject)]
pub struct ThreadClosed {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// The thread as it is now.
    thread: Thread,
}

/// The thread was opened again.
#[derive(SimpleObject)]
pub struct ThreadReopened {
    /// Its number.
    seq: i64,
    /// When.
    at: Moment,
    /// The thread as it is now.
    thread: Thread,
}

/// Who is in a thread just now.
#[derive(SimpleObject)]
pub struct ThreadPresence {
    /// How many people have it open.
    present: usize,
    /// Up to 20 of them, by name; never those who want to be counted only.
    people: Vec<Person>,
    /// Who is writing.
    typing: Vec<Person>,
}

/// Named in a presence picture at most.
const NAMED: usize = 20;

async fn thread_event(ctx: &Context<'_>, item: live::Item) -> Result<ThreadEvent> {
    let live::Item::Event(event) = item else {
        return Err(Error::internal("a thread's events come from its journal"));
    };
    let (seq, at) = (event.seq, event.at);
    let id = Id::<Message>::of(event.object_id);
    let message = async || {
        let found = ctx.load::<Messages>(id).await?;
        found.ok_or_else(|| Error::internal("an event's message is there"))
    };
    let thread = async || {
        let found = ctx.load::<Threads>(Id::of(event.object_id)).await?;
        found.ok_or_else(|| Error::internal("an event's thread is there"))
    };
    Ok(match event.kind.as_str() {
        POSTED => ThreadEvent::MessagePosted(MessagePosted {
            seq,
            at,
            message: message().await?,
        }),
        EDITED => ThreadEvent::MessageEdited(MessageEdited {
            seq,
            at,
            message: message().await?,
        }),
        REMOVED => ThreadEvent::MessageRemoved(MessageRemoved {
            seq,
            at,
            message_id: id,
        }),
        REACTED => ThreadEvent::MessageReacted(MessageReacted {
            seq,
            at,
            message: message().await?,
        }),
        PINNED => ThreadEvent::MessagePinned(MessagePinned {
            seq,
            at,
            message: message().await?,
        }),
        CLOSED => ThreadEvent::ThreadClosed(ThreadClosed {
            seq,
            at,
            thread: thread().await?,
        }),
        REOPENED => ThreadEvent::ThreadReopened(ThreadReopened {
            seq,
            at,
            thread: thread().await?,
        }),
        other => return Err(Error::internal(format!("no such event of a thread: {other}"))),
    })
}

async fn picture(ctx: &Context<'_>, thread: Id<Thread>) -> Result<ThreadPresence> {
    let app = ctx.app();
    let now = app.live.presence.picture(app, thread.0);
    let named: Vec<Id<Person>> = now.people.iter().take(NAMED).copied().collect();
    let mut known = People::fetch(app, &Viewer::SignedOut, &[&named[..], &now.typing[..]].concat()).await?;
    let mut people: Vec<Person> = named.iter().filter_map(|id| known.get(id).cloned()).collect();
    people.sort_by_key(|person| sort_key(&person.name));
    Ok(ThreadPresence {
        present: now.people.len() + now.hidden,
        people,
        typing: now
            .typing
            .iter()
            .take(NAMED)
            .filter_map(|id| known.remove(id))
            .collect(),
    })
}

#[derive(Default)]
pub struct ThreadsSubscription;

#[Subscription]
impl ThreadsSubscription {
    /// What happens in a thread: first everything after `after` (all of it when 0, nothing old when null), then live; in
    /// `seq` order, no gap, no repeat. RESYNC when `after` lies beyond its last number. Of a closed thread it completes after
    /// the last event.
    async fn thread_events<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(desc = "Which thread.")] thread_id: Id<Thread>,
        #[graphql(desc = "The number of the last event that the client has.")] after: Option<i64>,
    ) -> Result<impl Stream<Item = Result<ThreadEvent>> + 'ctx> {
        // Both are read by the transport, which joins the client to the group that this execution feeds.
        let _ = (thread_id, after);
        Ok(Feed::take(ctx)?.then(move |item| thread_event(ctx, item)))
    }

    /// Who is here and who types: one full picture at once, then a new one whenever it changed. Nothing of it is kept. It
    /// completes when the thread is closed.
    async fn thread_presence<'ctx>(
        &self,
        ctx: &'ctx Context<'_>,
        #[graphql(desc = "Which thread.")] thread_id: Id<Thread>,
    ) -> Result<impl Stream<Item = Result<ThreadPresence>> + 'ctx> {
        Ok(Feed::take(ctx)?.then(move |_| picture(ctx, thread_id)))
    }
}

/// `threadEvents`: the thread's topic, for the members of its network, who all see the same.
pub struct Events;

impl Channel for Events {
    fn field(&self) -> &'static str {
        "threadEvents"
    }

    fn takes_away(&self, kind: &str) -> bool {
        kind == REMOVED
    }

    fn ends(&self, kind: &str) -> Option<bool> {
        match kind {
            CLOSED => Some(true),
            REOPENED => Some(false),
            _ => None,
        }
    }

    fn open<'a>(&'a self, app: &'a Arc<App>, me: &'a Me, arguments: &'a Arguments) -> BoxFuture<'a, Result<Opened>> {
        Box::pin(async move {
            let id = arguments.id::<Thread>("threadId")?;
            let chair = threads::chair(app, me, id)
                .await
                .map_err(|error| threads::on_missing(error, "threadId"))?;
            Ok(Opened::journal(chair.thread.topic))
        })
    }
}

/// `threadPresence`: to have it open is to be here.
pub struct Presence;

impl Channel for Presence {
    fn field(&self) -> &'static str {
        "threadPresence"
    }

    fn open<'a>(&'a self, app: &'a Arc<App>, me: &'a Me, arguments: &'a Arguments) -> BoxFuture<'a, Result<Opened>> {
        Box::pin(async move {
            let id = arguments.id::<Thread>("threadId")?;
            let chair = threads::chair(app, me, id)
                .await
                .map_err(|error| threads::on_missing(error, "threadId"))?;
            let (changes, visit) = app.live.presence.enter(app, id.0, me.id, me.hide_presence);
            Ok(Opened::latest(format!("presence:{}", id.0), changes, visit).ending_with(chair.thread.topic))
        })
    }
}

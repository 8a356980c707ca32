//! What an execution of a subscription is fed with, one item at a time: an item in, a response out, so that it is known
//! which event each response is of.

use std::sync::{Mutex, PoisonError};

use async_graphql::Context;
use tokio::sync::{mpsc, oneshot};
use tokio_stream::wrappers::ReceiverStream;

use super::journal::Event;
use crate::error::{Error, Result};

#[derive(Debug)]
pub enum Item {
    Event(Event),
    /// There is a new picture: look.
    Look,
}

/// In the data of a subscription's request; its root resolver takes it, once.
pub struct Feed(Mutex<Option<(mpsc::Receiver<Item>, oneshot::Sender<()>)>>);

impl Feed {
    /// The feed, where to put items, and what tells that the resolver has taken it.
    pub(super) fn new() -> (Self, mpsc::Sender<Item>, oneshot::Receiver<()>) {
        let (items, receiver) = mpsc::channel(1);
        let (taken, is_taken) = oneshot::channel();
        (Self(Mutex::new(Some((receiver, taken)))), items, is_taken)
    }

    /// # Errors
    /// `INTERNAL` when the subscription does not run in a group: no transport of ours does that.
    pub fn take(ctx: &Context<'_>) -> Result<ReceiverStream<Item>> {
        let feed = ctx
            .data_opt::<Self>()
            .and_then(|feed| feed.0.lock().unwrap_or_else(PoisonError::into_inner).take());
        let (items, taken) = feed.ok_or_else(|| Error::internal("a subscription was executed without its feed"))?;
        // The group has gone when nobody waits to hear it; then the stream ends by itself.
        let _ = taken.send(());
        Ok(ReceiverStream::new(items))
    }
}

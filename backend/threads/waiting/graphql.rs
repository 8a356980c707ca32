//! The schema of what waits.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, InputObject, Object, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt, future::BoxFuture};

use super::{CatchUp, Waiting, WaitingKind, store};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Conn, Id, Source},
    live::{Arguments, Channel, Feed, Opened},
    networks::{Network, graphql::Networks},
    people::{Me, Viewer},
    requests,
    threads::{Message, Thread},
};

/// How much of a thread the viewer has not read.
pub struct Unread;

impl Source for Unread {
    type Key = Id<Thread>;
    type Value = i64;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        Ok(store::unread(&app.db, me, keys).await?.into_iter().collect())
    }
}

/// A message that waits for the viewer to read it.
#[Object]
impl Waiting {
    /// A TypeID, the viewer's own.
    async fn id(&self) -> Id<Waiting> {
        Id::of(self.message.id.0)
    }
    /// Why it waits for them.
    async fn kind(&self) -> WaitingKind {
        self.kind
    }
    /// What was said.
    async fn message(&self) -> &Message {
        &self.message
    }
    /// Where it was said.
    async fn thread(&self) -> &Thread {
        &self.thread
    }
    /// When it was said.
    async fn at(&self) -> Moment {
        self.at
    }
}

/// A network in which the viewer has not read everything.
#[Object]
impl CatchUp {
    /// The network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Network> {
        ctx.load::<Networks>(self.network_id)
            .await?
            .ok_or_else(Error::not_found)
    }
    /// How many messages of others they have not read, in all its threads.
    async fn unread(&self) -> i64 {
        self.unread
    }
    /// Its threads with such messages: the 20 in which something happened last, newest first.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn threads(&self) -> &[Thread] {
        &self.threads
    }
}

#[derive(Default)]
pub struct WaitingQuery;

#[Object]
impl WaitingQuery {
    /// What waits for the viewer, newest first: messages of others that mention them, answer them or are about their
    /// actions, until they have read them.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn waiting(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Waiting>> {
        super::list(ctx.app(), ctx.viewer(), first, after).await
    }

    /// The networks in which the viewer has not read everything, by name, each with its newest such threads.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn catch_up(&self, ctx: &Context<'_>) -> Result<Vec<CatchUp>> {
        super::catch_up(ctx.app(), ctx.viewer()).await
    }
}

/// What to mark as read.
#[derive(InputObject)]
pub struct MarkAllReadInput {
    /// A network that the viewer is in; everything everywhere when left out.
    network_slug: Option<String>,
}

/// What came of marking it.
#[derive(SimpleObject)]
pub struct MarkAllReadPayload {
    /// In how many threads there was something unread.
    marked: i64,
}

#[derive(Default)]
pub struct WaitingMutation;

#[Object]
impl WaitingMutation {
    /// Marks all that was said so far as read, on all the viewer's devices; nothing of it waits for them any more.
    async fn mark_all_read(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: MarkAllReadInput,
    ) -> Result<MarkAllReadPayload> {
        Ok(MarkAllReadPayload {
            marked: super::mark_all_read(ctx.app(), ctx.me()?, input.network_slug.as_deref()).await?,
        })
    }
}

#[derive(Default)]
pub struct WaitingSubscription;

#[Subscription]
impl WaitingSubscription {
    /// How much waits for the viewer, messages and answers to their requests: at once, and again whenever it has changed,
    /// also because it was read elsewhere.
    async fn waiting_count<'ctx>(&self, ctx: &'ctx Context<'_>) -> Result<impl Stream<Item = Result<i64>> + 'ctx> {
        Ok(Feed::take(ctx)?.then(move |_| async move {
            let (app, me) = (ctx.app(), ctx.me()?);
            Ok(super::count(app, me).await? + requests::unseen(app, me).await?)
        }))
    }
}

/// `waitingCount`: everybody's own.
pub struct WaitingCount;

impl Channel for WaitingCount {
    fn field(&self) -> &'static str {
        "waitingCount"
    }

    fn open<'a>(&'a self, app: &'a Arc<App>, me: &'a Me, _: &'a Arguments) -> BoxFuture<'a, Result<Opened>> {
        Box::pin(async move { Opened::newest(app, super::topic(me.id)).await })
    }
}

//! The schema of what is done to threads and messages beside talking.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use crate::{
    clock::Moment,
    error::Result,
    graphql::{Ask, Id},
    threads::{
        Chair, Message, Thread,
        keeping::{self, ReactionKind},
    },
};

/// What somebody may do in a thread.
#[derive(SimpleObject, Default)]
pub struct ThreadRights {
    /// Say something, change what they said, react.
    post: bool,
    /// Pin messages.
    pin: bool,
    /// Close the thread, or open it again.
    close: bool,
    /// Remove what others said.
    remove: bool,
    /// Mention everybody.
    mention_everybody: bool,
    /// Until when they may not speak in this network, if they may not.
    silenced_until: Option<Moment>,
    /// Why they may not.
    silence_reason: Option<String>,
}

impl ThreadRights {
    /// Without a chair there are none.
    pub(super) fn of(chair: Option<&Chair>, now: Moment) -> Self {
        let Some(chair) = chair else { return Self::default() };
        let post = chair.may_speak(now).is_ok();
        let silence = chair.seat().silence(now);
        Self {
            post,
            pin: post && chair.keeps_order(),
            close: silence.is_none() && chair.keeps_order(),
            remove: chair.seat().is_coordinator(),
            mention_everybody: post && chair.seat().is_coordinator(),
            silenced_until: silence.map(|silence| silence.until),
            silence_reason: silence.map(|silence| silence.reason.clone()),
        }
    }
}

/// What the viewer feels about a message.
#[derive(InputObject)]
pub struct SetReactionInput {
    /// The message.
    message_id: Id<Message>,
    /// What.
    kind: ReactionKind,
    /// Whether they feel it; false takes it back.
    on: bool,
}

/// What came of reacting.
#[derive(SimpleObject)]
pub struct SetReactionPayload {
    /// As it is now.
    message: Message,
}

/// Whether a message is pinned to its thread.
#[derive(InputObject)]
pub struct SetPinnedInput {
    /// The message.
    message_id: Id<Message>,
    /// Whether it is to be; at most ten messages of a thread are.
    pinned: bool,
}

/// What came of pinning.
#[derive(SimpleObject)]
pub struct SetPinnedPayload {
    /// As it is now.
    message: Message,
}

/// Which thread to close.
#[derive(InputObject)]
pub struct CloseThreadInput {
    /// The thread.
    thread_id: Id<Thread>,
    /// Why: one line of at most 300 characters, which everybody in it sees.
    reason: Option<String>,
}

/// What came of closing.
#[derive(SimpleObject)]
pub struct CloseThreadPayload {
    /// As it is now.
    thread: Thread,
}

/// Which thread to open again.
#[derive(InputObject)]
pub struct ReopenThreadInput {
    /// The thread.
    thread_id: Id<Thread>,
}

/// What came of opening it again.
#[derive(SimpleObject)]
pub struct ReopenThreadPayload {
    /// As it is now.
    thread: Thread,
}

#[derive(Default)]
pub struct KeepingMutation;

#[Object]
impl KeepingMutation {
    /// Reacts to a message, or takes a reaction back.
    async fn set_reaction(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetReactionInput,
    ) -> Result<SetReactionPayload> {
        let message = keeping::react(ctx.app(), ctx.me()?, input.message_id, input.kind, input.on).await?;
        Ok(SetReactionPayload { message })
    }

    /// Pins a message to its thread, or takes it down. Coordinators may, and whoever started the thread.
    async fn set_pinned(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetPinnedInput,
    ) -> Result<SetPinnedPayload> {
        let message = keeping::pin(ctx.app(), ctx.me()?, input.message_id, input.pinned).await?;
        Ok(SetPinnedPayload { message })
    }

    /// Closes a thread: it can be read, and nothing more is said in it. Coordinators may, and whoever started it.
    async fn close_thread(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CloseThreadInput,
    ) -> Result<CloseThreadPayload> {
        let thread = keeping::close(ctx.app(), ctx.me()?, input.thread_id, input.reason.as_deref()).await?;
        Ok(CloseThreadPayload { thread })
    }

    /// Opens a closed thread again. Coordinators may, and whoever started it.
    async fn reopen_thread(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ReopenThreadInput,
    ) -> Result<ReopenThreadPayload> {
        Ok(ReopenThreadPayload {
            thread: keeping::reopen(ctx.app(), ctx.me()?, input.thread_id).await?,
        })
    }
}

//! The schema of threads. A message's own is in `graphql/message.rs`, what is live in `graphql/live.rs`, and what is done to
//! threads and messages beside talking in `graphql/keeping.rs`.

pub mod keeping;
pub mod live;
mod message;

use std::collections::HashMap;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{Chair, Message, NewMessage, Thread, store, waiting::graphql::Unread};
use crate::{
    actions::graphql::Actions,
    app::App,
    clock::Moment,
    error::{Error, ErrorCode, Result},
    graphql::{Ask, Conn, Id, MOST_PER_PAGE, Node, Place, Source, Total, cursor, read_cursor},
    i18n::Language,
    networks::{
        Network,
        graphql::{Networks, Seats},
    },
    people::{Person, Viewer, graphql::People},
};
use keeping::ThreadRights;

/// The latest thread about something, of those that the viewer takes part in.
pub struct ThreadsAbout;

impl Source for ThreadsAbout {
    type Key = Uuid;
    type Value = Thread;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        let rows = store::threads_about(&app.db, me, keys).await?;
        Ok(rows.into_iter().filter_map(|row| Some((row.about_id?, row))).collect())
    }
}

/// Threads by id, for what is said in one: whoever sees that takes part.
pub struct Threads;

impl Source for Threads {
    type Key = Id<Thread>;
    type Value = Thread;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::threads(&app.db, keys)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect())
    }
}

/// Messages by id, as they are now.
struct Messages;

impl Source for Messages {
    type Key = Id<Message>;
    type Value = Message;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::messages(&app.db, keys)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect())
    }
}

/// What is pinned to threads.
struct PinnedTo;

impl Source for PinnedTo {
    type Key = Id<Thread>;
    type Value = Vec<Message>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for row in store::pinned(&app.db, keys).await? {
            all.entry(row.thread_id).or_default().push(row);
        }
        Ok(all)
    }
}

/// How far the viewer has read.
struct ReadBy;

impl Source for ReadBy {
    type Key = Id<Thread>;
    type Value = i64;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        Ok(store::read_by(&app.db, me, keys).await?.into_iter().collect())
    }
}

const LATEST: i32 = 50;

/// A conversation in a network.
#[Object]
impl Thread {
    /// A TypeID.
    pub async fn id(&self) -> Id<Thread> {
        self.id
    }
    /// What it is about, in one line.
    async fn subject(&self) -> &str {
        &self.subject
    }
    /// Where it is held.
    async fn network(&self, ctx: &Context<'_>) -> Result<Network> {
        ctx.load::<Networks>(self.network_id)
            .await?
            .ok_or_else(Error::not_found)
    }
    /// The action that it is about; null where there is none, or none that the viewer may see.
    async fn about(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        match self.about_id {
            Some(id) => Ok(ctx.load::<Actions>(Id::of(id)).await?.map(Node::from)),
            None => Ok(None),
        }
    }
    /// Who started it; null where the person is gone.
    async fn started_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.started_by {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// The number of its last event, 0 before the first: what to subscribe after.
    async fn last_seq(&self) -> i64 {
        self.last_seq
    }
    /// When something last happened in it.
    async fn last_at(&self) -> Moment {
        self.last_at
    }
    /// When it was closed; null while it is open. In a closed thread nothing more is said.
    async fn closed_at(&self) -> Option<Moment> {
        self.closed_at
    }
    /// Who closed it; null where the person is gone.
    async fn closed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.closed_by {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// Why it was closed, if somebody said.
    async fn close_reason(&self) -> Option<&str> {
        self.close_reason.as_deref()
    }
    /// What is pinned to it, in the order in which it was said; ten messages at most.
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn pinned(&self, ctx: &Context<'_>) -> Result<Vec<Message>> {
        Ok(ctx.load::<PinnedTo>(self.id).await?.unwrap_or_default())
    }
    /// What the viewer may do in it.
    async fn viewer_may(&self, ctx: &Context<'_>) -> Result<ThreadRights> {
        let seat = ctx.load::<Seats>(self.network_id).await?;
        let chair = seat.map(|seat| Chair {
            thread: self.clone(),
            seat,
        });
        Ok(ThreadRights::of(chair.as_ref(), ctx.app().clock.now()))
    }
    /// Up to which number the viewer has read, but not beyond what waits for them; null before they have read anything.
    async fn viewer_read_seq(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        ctx.load::<ReadBy>(self.id).await
    }
    /// How many messages of others the viewer has not read, those that were removed not counted.
    async fn unread(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.load::<Unread>(self.id).await?.unwrap_or(0))
    }
    /// What was said, in order. Neither `first` nor `last`: the last 50; both: an error.
    #[graphql(complexity = "first.or(last).unwrap_or(50).max(0) as usize * child_complexity + 1")]
    async fn messages(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the end, 100 at most.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Rows from the beginning, 100 at most.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
    ) -> Result<Conn<Message>> {
        if first.is_some() && last.is_some() {
            return Err(Error::invalid("last", "error-first-and-last"));
        }
        let from_end = first.is_none();
        let count = first.or(last).unwrap_or(LATEST);
        if !(0..=MOST_PER_PAGE).contains(&count) {
            let field = if from_end { "last" } else { "first" };
            return Err(Error::invalid(field, "error-page-size").with("most", MOST_PER_PAGE));
        }
        let place = |field: &'static str, text: &Option<String>, none: i64| match text {
            None => Ok(none),
            Some(text) => match read_cursor::<i64>(text) {
                Some(place) => Ok(place.key),
                None => Err(Error::new(ErrorCode::Invalid).on(field).saying("error-cursor")),
            },
        };
        let span = store::Span {
            after: place("after", &after, 0)?,
            before: place("before", &before, i64::MAX)?,
            limit: i64::from(count) + 1,
            from_end,
        };
        let mut rows = store::list_messages(&ctx.app().db, self.id, &span).await?;
        let more = rows.len() > usize::try_from(count).unwrap_or(0);
        rows.truncate(usize::try_from(count).unwrap_or(0));
        if from_end {
            rows.reverse();
        }
        let (app, id) = (ctx.app().clone(), self.id);
        let total = Total::by(move || {
            let app = app.clone();
            async move { Ok(store::count_messages(&app.db, id).await?) }
        });
        let (previous, next) = if from_end {
            (more, before.is_some())
        } else {
            (after.is_some(), more)
        };
        let mut connection = Conn::new(previous, next, total);
        let place = |row: &Message| {
            cursor(&Place {
                key: row.seq,
                id: row.id.0,
            })
        };
        connection.extend(rows.into_iter().map(|row| (place(&row), row)));
        Ok(connection)
    }
}

// ---- roots --------------------------------------------------------------------------------------------------------

#[derive(Default)]
pub struct ThreadsQuery;

#[Object]
impl ThreadsQuery {
    /// A thread by id; null when there is none that the viewer takes part in.
    async fn thread(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: Id<Thread>) -> Result<Option<Thread>> {
        super::thread(ctx.app(), ctx.viewer(), id).await
    }
}

/// A new conversation.
#[derive(InputObject)]
pub struct StartThreadInput {
    /// A network that the viewer is in.
    network_slug: String,
    /// At most 200 characters.
    subject: String,
    /// The action that it is about.
    about_id: Option<ID>,
}

/// What came of starting it.
#[derive(SimpleObject)]
pub struct StartThreadPayload {
    /// The new thread, empty.
    thread: Thread,
}

/// Something to say.
#[derive(InputObject)]
pub struct PostMessageInput {
    /// The thread.
    thread_id: Id<Thread>,
    /// At most 10,000 characters of a small Markdown: `**bold**`, `*emphasis*`, code, `>` quotes, `-` and `1.` lists, links.
    /// A mention is `@[Name](person_…)`, `@[Name](municipality_…)` or another organisation of the network, or
    /// `@[…](everybody)` for its coordinators; the server writes the current name into it.
    body: String,
    /// What it is written in; the viewer's language when left out.
    language: Option<Language>,
    /// A UUID that the client makes, unique per author: the same one again posts nothing new and answers with the first
    /// message.
    client_id: ID,
    /// The message of the same thread that it answers.
    reply_to_id: Option<Id<Message>>,
    /// Needed to mention everybody: the writer was told how many that reaches.
    confirm_everybody: Option<bool>,
}

/// What came of saying it.
#[derive(SimpleObject)]
pub struct PostMessagePayload {
    /// As it was posted.
    message: Message,
}

/// A message in new words.
#[derive(InputObject)]
pub struct EditMessageInput {
    /// One of the viewer's own.
    id: Id<Message>,
    /// As in `PostMessageInput`.
    body: String,
    /// What it is written in; as before when left out.
    language: Option<Language>,
    /// When the words were written that these are to replace: the message's `editedAt`, or `postedAt` where it has none.
    /// `CONFLICT` when there are newer ones; without it the last change stands.
    written_at: Option<Moment>,
}

/// What came of editing.
#[derive(SimpleObject)]
pub struct EditMessagePayload {
    /// As it is now.
    message: Message,
}

/// Which message to take away.
#[derive(InputObject)]
pub struct RemoveMessageInput {
    /// One of the viewer's own; coordinators may remove any of their network's.
    id: Id<Message>,
}

/// What came of taking it away.
#[derive(SimpleObject)]
pub struct RemoveMessagePayload {
    /// Where it was.
    thread: Thread,
}

/// Whether the viewer is writing.
#[derive(InputObject)]
pub struct SetTypingInput {
    /// The thread.
    thread_id: Id<Thread>,
    /// Whether the viewer is writing; true holds for six seconds unless it is said again.
    typing: bool,
}

/// What came of telling it.
#[derive(SimpleObject)]
pub struct SetTypingPayload {
    /// The thread.
    thread_id: ID,
}

/// How far the viewer has read.
#[derive(InputObject)]
pub struct MarkThreadReadInput {
    /// The thread.
    thread_id: Id<Thread>,
    /// Up to which event; a lower number than before changes nothing.
    seq: i64,
}

/// What came of remembering it.
#[derive(SimpleObject)]
pub struct MarkThreadReadPayload {
    /// As it is now.
    thread: Thread,
}

#[derive(Default)]
pub struct ThreadsMutation;

#[Object]
impl ThreadsMutation {
    /// Starts a conversation in a network.
    async fn start_thread(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: StartThreadInput,
    ) -> Result<StartThreadPayload> {
        let about = input.about_id.as_ref().map(|id| id.as_str());
        let thread = super::start(ctx.app(), ctx.me()?, &input.network_slug, &input.subject, about).await?;
        Ok(StartThreadPayload { thread })
    }

    /// Says something in a thread.
    async fn post_message(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: PostMessageInput,
    ) -> Result<PostMessagePayload> {
        let me = ctx.me()?;
        let client_id = Uuid::try_parse(&input.client_id).map_err(|_| Error::invalid("clientId", "error-client-id"))?;
        let new = NewMessage {
            thread_id: input.thread_id,
            body: input.body,
            language: input.language,
            client_id,
            reply_to_id: input.reply_to_id,
            confirm_everybody: input.confirm_everybody.unwrap_or(false),
        };
        Ok(PostMessagePayload {
            message: super::post(ctx.app(), me, new).await?,
        })
    }

    /// Changes what the viewer said.
    async fn edit_message(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: EditMessageInput,
    ) -> Result<EditMessagePayload> {
        Ok(EditMessagePayload {
            message: super::edit(
                ctx.app(),
                ctx.me()?,
                input.id,
                &input.body,
                input.language,
                input.written_at,
            )
            .await?,
        })
    }

    /// Takes what somebody said away for good; a trace stays.
    async fn remove_message(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RemoveMessageInput,
    ) -> Result<RemoveMessagePayload> {
        Ok(RemoveMessagePayload {
            thread: super::remove(ctx.app(), ctx.me()?, input.id).await?,
        })
    }

    /// Tells the others in a thread that the viewer is writing, or no longer.
    async fn set_typing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetTypingInput,
    ) -> Result<SetTypingPayload> {
        super::set_typing(ctx.app(), ctx.me()?, input.thread_id, input.typing).await?;
        Ok(SetTypingPayload {
            thread_id: input.thread_id.into(),
        })
    }

    /// Remembers how far the viewer has read, on all their devices.
    async fn mark_thread_read(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: MarkThreadReadInput,
    ) -> Result<MarkThreadReadPayload> {
        let thread = super::mark_read(ctx.app(), ctx.me()?, input.thread_id, input.seq).await?;
        Ok(MarkThreadReadPayload { thread })
    }
}

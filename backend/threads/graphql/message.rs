//! A message as people see it.

use std::collections::{BTreeMap, HashMap};

use async_graphql::{Context, Object};
use futures_util::future::join_all;

use super::{Messages, Threads};
use crate::{
    actions::{Action, graphql::Actions},
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Id, Source},
    i18n::{
        Language,
        terms::{self, TermHelp},
    },
    people::{
        Person, Viewer,
        graphql::{Organisation, People, organisation},
    },
    threads::{
        Message, Thread, Version,
        keeping::ReactionKind,
        markdown,
        mentions::{self, Mention},
        store,
    },
};

/// Whom messages address.
struct MentionsIn;

impl Source for MentionsIn {
    type Key = Id<Message>;
    type Value = Vec<Mention>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        mentions::of(app, keys).await
    }
}

struct ReactionsTo;

impl Source for ReactionsTo {
    type Key = Id<Message>;
    type Value = Vec<Reaction>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut all: HashMap<_, BTreeMap<_, Reaction>> = HashMap::new();
        for row in store::reactors(&app.db, keys).await? {
            let of_message = all.entry(row.message_id).or_default();
            let reaction = of_message.entry(row.kind).or_insert_with(|| Reaction {
                kind: row.kind,
                count: row.n,
                named: Vec::new(),
            });
            reaction.named.push(row.person_id);
        }
        let in_order = |kinds: BTreeMap<_, Reaction>| kinds.into_values().collect();
        Ok(all.into_iter().map(|(id, kinds)| (id, in_order(kinds))).collect())
    }
}

struct ReactionsByViewer;

impl Source for ReactionsByViewer {
    type Key = Id<Message>;
    type Value = Vec<ReactionKind>;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let Some(me) = viewer.maybe() else {
            return Ok(HashMap::new());
        };
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for row in store::reactions_by(&app.db, me, keys).await? {
            all.entry(row.message_id).or_default().push(row.kind);
        }
        all.values_mut().for_each(|kinds| kinds.sort());
        Ok(all)
    }
}

/// What messages said before.
struct VersionsOf;

impl Source for VersionsOf {
    type Key = Id<Message>;
    type Value = Vec<Version>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for row in store::versions(&app.db, keys).await? {
            all.entry(row.message_id).or_default().push(row);
        }
        Ok(all)
    }
}

/// Something that somebody said. A removed one has no text any more.
#[Object]
impl Message {
    /// A TypeID.
    pub async fn id(&self) -> Id<Message> {
        self.id
    }
    /// Where it was said.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Thread> {
        ctx.load::<Threads>(self.thread_id).await?.ok_or_else(Error::not_found)
    }
    /// The number of its `MessagePosted`.
    async fn seq(&self) -> i64 {
        self.seq
    }
    /// Who said it; null where the person is gone.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.author_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// As it was written, in a small Markdown (see `PostMessageInput`); empty when it was removed.
    async fn body(&self) -> &str {
        &self.body
    }
    /// The same as HTML that can stand in a page: paragraphs, lists, quotes, code, emphasis, links, and mentions as
    /// `<span class="mention" data-id="…">`. Made by the server; no tag that somebody typed is ever in it.
    async fn html(&self) -> String {
        markdown::html(&self.body)
    }
    /// The same as plain text, for a line in a list or a mail.
    async fn text(&self) -> String {
        markdown::plain(&self.body)
    }
    /// Whom it addresses, each once.
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn mentions(&self, ctx: &Context<'_>) -> Result<Vec<Mention>> {
        Ok(ctx.load::<MentionsIn>(self.id).await?.unwrap_or_default())
    }
    /// What people felt about it, in a fixed order; only what somebody chose.
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn reactions(&self, ctx: &Context<'_>) -> Result<Vec<Reaction>> {
        Ok(ctx.load::<ReactionsTo>(self.id).await?.unwrap_or_default())
    }
    /// What the viewer chose.
    async fn viewer_reactions(&self, ctx: &Context<'_>) -> Result<Vec<ReactionKind>> {
        Ok(ctx.load::<ReactionsByViewer>(self.id).await?.unwrap_or_default())
    }
    /// What it said before it was changed, oldest first, the last hundred versions; empty when it was never changed, or
    /// removed.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<Version>> {
        Ok(ctx.load::<VersionsOf>(self.id).await?.unwrap_or_default())
    }
    /// Whether it is pinned to its thread.
    async fn pinned(&self) -> bool {
        self.pinned_at.is_some()
    }
    /// The actions that it links to, by their address here or their bare id, in order, at most five. That an id stands here
    /// does not say that there is such an action.
    async fn action_ids(&self, ctx: &Context<'_>) -> Vec<Id<Action>> {
        markdown::actions(&self.body, ctx.app().config.origin())
    }
    /// Those of them that the viewer may see.
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn linked_actions(&self, ctx: &Context<'_>) -> Result<Vec<Action>> {
        let ids = markdown::actions(&self.body, ctx.app().config.origin());
        // Asked also where there are none, so that no answer of a shared execution tells whether there were.
        let _ = ctx.viewer().maybe();
        let found = join_all(ids.into_iter().map(|id| ctx.load::<Actions>(id))).await;
        found.into_iter().filter_map(Result::transpose).collect()
    }
    /// Words in it that a reader of the request's language may misread; empty where it is written in that language.
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn terms(&self, ctx: &Context<'_>) -> Vec<TermHelp> {
        terms::help(&markdown::words(&self.body), self.language, ctx.language())
    }
    /// What it is written in.
    async fn language(&self) -> Language {
        self.language
    }
    /// When it was said.
    async fn posted_at(&self) -> Moment {
        self.posted_at
    }
    /// When it was last changed.
    async fn edited_at(&self) -> Option<Moment> {
        self.edited_at
    }
    /// Whether it was removed.
    async fn removed(&self) -> bool {
        self.removed_at.is_some()
    }
    /// What it answers.
    async fn reply_to(&self, ctx: &Context<'_>) -> Result<Option<Message>> {
        match self.reply_to_id {
            Some(id) => ctx.load::<Messages>(id).await,
            None => Ok(None),
        }
    }
}

/// Somebody whom a message addresses.
#[Object]
impl Mention {
    /// What they were called when it was written.
    async fn label(&self) -> &str {
        &self.label
    }
    /// The person, if it is one.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// The organisation, if it is one: all its people in the network are addressed.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.organisation_id {
            Some(id) => Ok(Some(organisation(ctx, id).await?)),
            None => Ok(None),
        }
    }
    /// Whether it is everybody in the network.
    async fn everybody(&self) -> bool {
        self.is_everybody()
    }
}

#[derive(Clone, Debug)]
pub struct Reaction {
    kind: ReactionKind,
    count: i64,
    /// The first of them, in the order in which they reacted.
    named: Vec<Id<Person>>,
}

/// What some people felt about a message.
#[Object]
impl Reaction {
    /// What.
    async fn kind(&self) -> ReactionKind {
        self.kind
    }
    /// How many of them.
    async fn count(&self) -> i64 {
        self.count
    }
    /// The first 20 of them.
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn people(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let found = join_all(self.named.iter().map(|id| ctx.load::<People>(*id))).await;
        found.into_iter().filter_map(Result::transpose).collect()
    }
}

/// What a message said before it was changed.
#[Object(name = "MessageVersion")]
impl Version {
    /// As it was written.
    async fn body(&self) -> &str {
        &self.body
    }
    /// The same as safe HTML.
    async fn html(&self) -> String {
        markdown::html(&self.body)
    }
    /// What it was written in.
    async fn language(&self) -> Language {
        self.language
    }
    /// When it was written.
    async fn at(&self) -> Moment {
        self.written_at
    }
}

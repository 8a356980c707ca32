//! The schema of requests, and of who knows.

use std::collections::HashMap;

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::{
    Answer, Filter, NewAnswer, NewRequest, Request,
    experts::{self, Expert},
    store,
};
use crate::{
    actions::{
        Action,
        graphql::{Actions, Theme},
    },
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Conn, Id, Source},
    i18n::Language,
    networks::{
        Network,
        graphql::{Networks, Seats},
    },
    people::{
        Person, Viewer,
        graphql::{Organisation, People, organisation},
    },
};

struct AnswersOf;

impl Source for AnswersOf {
    type Key = Id<Request>;
    type Value = Vec<Answer>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<Answer>> = HashMap::new();
        for answer in store::answers_of(&app.db, keys).await? {
            found.entry(answer.request_id).or_default().push(answer);
        }
        Ok(found)
    }
}

/// What people have named themselves.
pub struct ExpertiseOf;

impl Source for ExpertiseOf {
    type Key = Id<Person>;
    type Value = Vec<String>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<String>> = HashMap::new();
        for row in store::expertise_of(&app.db, keys).await? {
            found.entry(row.person_id).or_default().push(row.theme);
        }
        Ok(found)
    }
}

/// "We look for an action": asked of a network.
#[Object]
impl Request {
    /// A TypeID.
    async fn id(&self) -> Id<Request> {
        self.id
    }
    /// Whose members it is asked.
    async fn network(&self, ctx: &Context<'_>) -> Result<Network> {
        ctx.load::<Networks>(self.network_id)
            .await?
            .ok_or_else(Error::not_found)
    }
    /// Who asks; null where the person is gone.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.asked_by {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// For whom they asked.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.organisation_id).await
    }
    /// What is looked for, in one line.
    async fn subject(&self) -> &str {
        &self.subject
    }
    /// More about it; plain paragraphs.
    async fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }
    /// What it is written in.
    async fn language(&self) -> Language {
        self.language
    }
    /// What it is about.
    async fn themes(&self) -> Vec<Theme> {
        Theme::of(&self.themes)
    }
    /// When it was asked.
    async fn asked_at(&self) -> Moment {
        self.asked_at
    }
    /// Since when nobody need answer any more; null while it is open.
    async fn closed_at(&self) -> Option<Moment> {
        self.closed_at
    }
    /// What others have pointed at, in the order in which it came.
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn answers(&self, ctx: &Context<'_>) -> Result<Vec<Answer>> {
        Ok(ctx.load::<AnswersOf>(self.id).await?.unwrap_or_default())
    }
    /// How many answers the viewer has not looked at, if it is they who asked.
    async fn new_answers(&self, ctx: &Context<'_>) -> Result<i64> {
        if ctx.viewer().maybe().map(|me| me.id) != self.asked_by {
            return Ok(0);
        }
        let answers = ctx.load::<AnswersOf>(self.id).await?.unwrap_or_default();
        Ok(answers
            .iter()
            .filter(|answer| !answer.seen)
            .count()
            .try_into()
            .unwrap_or(0))
    }
    /// Whether the viewer may close it.
    async fn viewer_may_close(&self, ctx: &Context<'_>) -> Result<bool> {
        if self.closed_at.is_some() {
            return Ok(false);
        }
        let Some(me) = ctx.viewer().maybe() else {
            return Ok(false);
        };
        let seat = ctx.load::<Seats>(self.network_id).await?;
        Ok(seat.is_some_and(|seat| seat.is_coordinator() || self.asked_by == Some(me.id)))
    }
}

/// Somebody points at an action, or at a person who knows.
#[Object]
impl Answer {
    /// A TypeID.
    async fn id(&self) -> Id<Answer> {
        self.id
    }
    /// Who answers; null where the person is gone.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.by_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// The action that it points at; null when it points at a person, or where the action is gone or hidden from the viewer.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<Action>> {
        match self.action_id {
            Some(id) => ctx.load::<Actions>(id).await,
            None => Ok(None),
        }
    }
    /// Whether it points at an action, also where that is gone or hidden.
    async fn about_action(&self) -> bool {
        self.action_id.is_some()
    }
    /// The person whom it points at.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// A sentence with it.
    async fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }
    /// What the sentence is written in.
    async fn language(&self) -> Language {
        self.language
    }
    /// When.
    async fn at(&self) -> Moment {
        self.at
    }
    /// Whether whoever asked has not looked at it yet.
    async fn is_new(&self) -> bool {
        !self.seen
    }
    /// Whether it is the viewer's own, who may take it back.
    async fn viewer_may_withdraw(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().maybe().is_some_and(|me| self.by_id == Some(me.id))
    }
}

/// Somebody who knows about something, and why we think so.
#[Object]
impl Expert {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        ctx.load::<People>(self.person_id).await?.ok_or_else(Error::not_found)
    }
    /// Of the themes asked for, those that they name themselves.
    async fn named(&self) -> Vec<Theme> {
        self.named.iter().filter_map(|key| Theme::by_key(key)).collect()
    }
    /// Of how many matching actions they are the contact.
    async fn contact_count(&self) -> usize {
        self.contact_of.len()
    }
    /// On how many other matching actions they have written.
    async fn written_count(&self) -> usize {
        self.wrote.len()
    }
    /// Up to three of these actions, those whose contact they are first.
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn actions(&self, ctx: &Context<'_>) -> Result<Vec<Action>> {
        let mut actions = Vec::new();
        let three = self.contact_of.iter().chain(&self.wrote).take(3);
        let loads = three.map(|id| ctx.load::<Actions>(*id));
        for found in futures_util::future::join_all(loads).await {
            actions.extend(found?);
        }
        Ok(actions)
    }
}

#[derive(Default)]
pub struct RequestsQuery;

#[Object]
impl RequestsQuery {
    /// What is looked for in the viewer's networks, the latest first.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn requests(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of this network.")] network_slug: Option<String>,
        #[graphql(default = false, desc = "Only those that can be answered.")] open_only: bool,
        #[graphql(default = false, desc = "Only the viewer's own.")] own_only: bool,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Request>> {
        let filter = Filter {
            network_slug,
            open_only,
            own_only,
        };
        super::list(ctx.app(), ctx.viewer(), filter, first, after).await
    }

    /// A request in one of the viewer's networks; null when there is none with this id.
    async fn request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: Id<Request>,
    ) -> Result<Option<Request>> {
        super::request(ctx.app(), ctx.viewer(), id).await
    }

    /// "Who knows about this?" Members of the viewer's networks, by what they say and by what they have done, the likeliest
    /// first. Themes or words have to be given; of the actions that match, the latest 100 are looked at.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn experts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "About any of these themes.")] themes: Option<Vec<String>>,
        #[graphql(desc = "Words in what they have done.")] text: Option<String>,
        #[graphql(desc = "Only members of this network.")] network_slug: Option<String>,
        #[graphql(default = 10, desc = "At most so many, 50 at most.")] first: i32,
    ) -> Result<Vec<Expert>> {
        if !(0..=50).contains(&first) {
            return Err(Error::invalid("first", "error-page-size").with("most", 50));
        }
        let themes = themes.unwrap_or_default();
        let experts = experts::experts(
            ctx.app(),
            ctx.viewer(),
            &themes,
            text.as_deref(),
            network_slug.as_deref(),
            usize::try_from(first).unwrap_or(0),
        );
        Box::pin(experts).await
    }
}

/// What is looked for.
#[derive(InputObject)]
pub struct CreateRequestInput {
    /// Whose members to ask.
    network_slug: String,
    /// What is looked for, at most 200 characters.
    subject: String,
    /// More about it, at most 4,000 characters.
    body: Option<String>,
    /// What it is written in.
    language: Language,
    /// Keys of themes.
    themes: Option<Vec<String>>,
}

/// What came of asking.
#[derive(SimpleObject)]
pub struct CreateRequestPayload {
    /// The new request.
    request: Request,
}

/// An action, a person, or both.
#[derive(InputObject)]
pub struct AnswerRequestInput {
    /// What is answered.
    request_id: Id<Request>,
    /// A published action that the network may see.
    action_id: Option<Id<Action>>,
    /// A member of the network.
    person_id: Option<Id<Person>>,
    /// A sentence with it, at most 1,000 characters.
    words: Option<String>,
    /// What the sentence is written in.
    language: Language,
}

/// What came of answering.
#[derive(SimpleObject)]
pub struct AnswerRequestPayload {
    /// The request with its answers.
    request: Request,
}

/// Which answer to take back.
#[derive(InputObject)]
pub struct WithdrawAnswerInput {
    /// The answer: one's own, or any for a coordinator.
    id: Id<Answer>,
}

/// What came of taking it back.
#[derive(SimpleObject)]
pub struct WithdrawAnswerPayload {
    /// The request with its answers.
    request: Request,
}

/// Which request to close.
#[derive(InputObject)]
pub struct CloseRequestInput {
    /// The request.
    id: Id<Request>,
}

/// What came of closing it.
#[derive(SimpleObject)]
pub struct CloseRequestPayload {
    /// The request.
    request: Request,
}

/// Whose answers have been looked at.
#[derive(InputObject)]
pub struct MarkAnswersSeenInput {
    /// A request of the viewer's own.
    request_id: Id<Request>,
}

/// What came of marking them.
#[derive(SimpleObject)]
pub struct MarkAnswersSeenPayload {
    /// The request.
    request: Request,
}

/// What the viewer knows about.
#[derive(InputObject)]
pub struct SetExpertiseInput {
    /// Keys of themes, at most 12; what was there before is replaced.
    themes: Vec<String>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct SetExpertisePayload {
    /// The viewer.
    viewer: Person,
}

#[derive(Default)]
pub struct RequestsMutation;

#[Object]
impl RequestsMutation {
    /// Asks a network's members for an action.
    async fn create_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateRequestInput,
    ) -> Result<CreateRequestPayload> {
        let new = NewRequest {
            network_slug: input.network_slug,
            subject: input.subject,
            body: input.body,
            language: input.language,
            themes: input.themes.unwrap_or_default(),
        };
        Ok(CreateRequestPayload {
            request: super::ask(ctx.app(), ctx.me()?, new).await?,
        })
    }

    /// Answers a request by pointing at an action or at a person; whoever asked is told.
    async fn answer_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AnswerRequestInput,
    ) -> Result<AnswerRequestPayload> {
        let new = NewAnswer {
            action_id: input.action_id,
            person_id: input.person_id,
            words: input.words,
            language: input.language,
        };
        Ok(AnswerRequestPayload {
            request: super::answer(ctx.app(), ctx.me()?, input.request_id, new).await?,
        })
    }

    /// Takes back an answer.
    async fn withdraw_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: WithdrawAnswerInput,
    ) -> Result<WithdrawAnswerPayload> {
        Ok(WithdrawAnswerPayload {
            request: super::withdraw(ctx.app(), ctx.me()?, input.id).await?,
        })
    }

    /// Closes a request; it can still be read.
    async fn close_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CloseRequestInput,
    ) -> Result<CloseRequestPayload> {
        Ok(CloseRequestPayload {
            request: super::close(ctx.app(), ctx.me()?, input.id).await?,
        })
    }

    /// The viewer has looked at the answers to their request; they no longer wait.
    async fn mark_answers_seen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: MarkAnswersSeenInput,
    ) -> Result<MarkAnswersSeenPayload> {
        Ok(MarkAnswersSeenPayload {
            request: super::mark_seen(ctx.app(), ctx.me()?, input.request_id).await?,
        })
    }

    /// Says what the viewer knows about, so that others can ask.
    async fn set_expertise(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetExpertiseInput,
    ) -> Result<SetExpertisePayload> {
        let me = ctx.me()?;
        experts::set(ctx.app(), me, &input.themes).await?;
        let viewer = ctx.load::<People>(me.id).await?.ok_or_else(Error::not_found)?;
        Ok(SetExpertisePayload { viewer })
    }
}

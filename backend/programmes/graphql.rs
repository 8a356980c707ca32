//! The schema of programmes.

use std::{collections::HashMap, hash::Hash};

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{FocusArea, Goal, Programme, Target, TargetStatus, store};
use crate::{
    actions::{self, Action, ActionFilter, ActionOrder, graphql::wanted},
    app::App,
    error::Result,
    graphql::{Ask, Conn, Day, Id, Source},
    people::{
        OrganisationId, Viewer,
        graphql::{Organisation, organisation},
    },
};

/// Programmes by id, for what belongs to one.
pub struct Programmes;

impl Source for Programmes {
    type Key = Id<Programme>;
    type Value = Programme;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(store::programmes(&app.db, keys)
            .await?
            .into_iter()
            .map(|row| (row.id, row))
            .collect())
    }
}

struct FocusAreas;

impl Source for FocusAreas {
    type Key = Id<Programme>;
    type Value = Vec<FocusArea>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(grouped(store::focus_areas(&app.db, keys).await?, |row| {
            row.programme_id
        }))
    }
}

struct Goals;

impl Source for Goals {
    type Key = Id<FocusArea>;
    type Value = Vec<Goal>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(grouped(store::goals(&app.db, keys).await?, |row| row.focus_area_id))
    }
}

struct Targets;

impl Source for Targets {
    type Key = Id<Goal>;
    type Value = Vec<Target>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        Ok(grouped(store::targets(&app.db, keys).await?, |row| row.goal_id))
    }
}

/// The targets that actions serve, by action.
pub struct TargetsOfActions;

impl Source for TargetsOfActions {
    type Key = Uuid;
    type Value = Vec<Target>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<Target>> = HashMap::new();
        for row in store::targets_of_actions(&app.db, keys).await? {
            let target = Target {
                id: row.id,
                goal_id: row.goal_id,
                name: row.name,
                due: row.due,
                status: row.status,
            };
            found.entry(row.action_id).or_default().push(target);
        }
        Ok(found)
    }
}

fn grouped<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}

/// What an organisation has decided to reach.
#[Object]
impl Programme {
    /// A TypeID.
    pub async fn id(&self) -> Id<Programme> {
        self.id
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.name
    }
    /// Whose it is.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.organisation_id).await
    }
    /// Whether the viewer may edit it and its actions.
    async fn viewer_may_edit(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().maybe().is_some_and(|me| me.edits(self.organisation_id))
    }
    /// Its parts, in order.
    async fn focus_areas(&self, ctx: &Context<'_>) -> Result<Vec<FocusArea>> {
        Ok(ctx.load::<FocusAreas>(self.id).await?.unwrap_or_default())
    }
    /// Its actions that the viewer may see, the latest first.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Action>> {
        let filter = ActionFilter {
            programme_id: Some(self.id),
            ..ActionFilter::default()
        };
        let page = actions::list(
            ctx.app(),
            ctx.viewer(),
            filter,
            ActionOrder::Recent,
            wanted(ctx),
            first,
            after,
        );
        // In a box, since each field takes the room of the largest future among them.
        Box::pin(page).await
    }
}

/// A part of a programme.
#[Object]
impl FocusArea {
    /// A TypeID.
    pub async fn id(&self) -> Id<FocusArea> {
        self.id
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.name
    }
    /// Its overall goals, in order.
    async fn goals(&self, ctx: &Context<'_>) -> Result<Vec<Goal>> {
        Ok(ctx.load::<Goals>(self.id).await?.unwrap_or_default())
    }
}

/// An overall goal.
#[Object]
impl Goal {
    /// A TypeID.
    pub async fn id(&self) -> Id<Goal> {
        self.id
    }
    /// What is to be reached.
    async fn name(&self) -> &str {
        &self.name
    }
    /// Its interim targets (etappmål), in order.
    async fn targets(&self, ctx: &Context<'_>) -> Result<Vec<Target>> {
        Ok(ctx.load::<Targets>(self.id).await?.unwrap_or_default())
    }
}

/// An interim target: what is to be reached by when.
#[Object]
impl Target {
    /// A TypeID.
    pub async fn id(&self) -> Id<Target> {
        self.id
    }
    /// What is to be reached.
    async fn name(&self) -> &str {
        &self.name
    }
    /// By when.
    async fn due(&self) -> Option<Day> {
        self.due
    }
    /// How it stands.
    async fn status(&self) -> TargetStatus {
        self.status
    }
}

#[derive(Default)]
pub struct ProgrammesQuery;

#[Object]
impl ProgrammesQuery {
    /// Programmes by name; empty when nobody is signed in.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn programmes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only this organisation's.")] organisation_id: Option<ID>,
        #[graphql(desc = "Only those that the viewer may edit, or only the others.")] editable: Option<bool>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Programme>> {
        let organisation = match &organisation_id {
            Some(id) => Some(OrganisationId::parse("organisationId", id)?),
            None => None,
        };
        super::list(ctx.app(), ctx.viewer(), organisation, editable, first, after).await
    }

    /// A programme by id; null when there is none, or nobody is signed in.
    async fn programme(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: Id<Programme>,
    ) -> Result<Option<Programme>> {
        match ctx.viewer().maybe() {
            Some(_) => ctx.load::<Programmes>(id).await,
            None => Ok(None),
        }
    }
}

/// A new programme, empty.
#[derive(InputObject)]
pub struct CreateProgrammeInput {
    /// The viewer's own organisation.
    organisation_id: ID,
    /// At most 200 characters, unique within the organisation.
    name: String,
}

/// What came of making a programme.
#[derive(SimpleObject)]
pub struct CreateProgrammePayload {
    /// The new programme.
    programme: Programme,
}

#[derive(Default)]
pub struct ProgrammesMutation;

#[Object]
impl ProgrammesMutation {
    /// Makes a programme for the viewer's own organisation.
    async fn create_programme(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateProgrammeInput,
    ) -> Result<CreateProgrammePayload> {
        let me = ctx.me()?;
        let organisation = OrganisationId::parse("organisationId", &input.organisation_id)?;
        Ok(CreateProgrammePayload {
            programme: super::create(ctx.app(), me, organisation, &input.name).await?,
        })
    }
}

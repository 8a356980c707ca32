//! The schema of programmes: reading them, and making a new one.

pub mod editing;

use std::{collections::HashMap, hash::Hash};

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::{
    FocusArea, Goal, Objectives, Programme, Purpose, Target, TargetStatus,
    history::{self, ChangeKind, ChangedObject, ProgrammeChange},
    indicators::{
        Indicator,
        graphql::{IndicatorsOfProgrammes, IndicatorsOfTargets, Measured},
    },
    objectives::{self, ObjectiveScheme},
    store,
};
use crate::{
    actions::{self, Action, ActionFilter, ActionOrder, graphql::wanted},
    app::App,
    clock::Moment,
    error::Result,
    graphql::{Ask, Conn, Day, Id, Source},
    i18n::Language,
    people::{
        Country, OrganisationId, Person, Viewer,
        graphql::{Organisation, People, organisation},
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
        super::served(&app.db, keys).await
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
    /// Counts its changes: what an update is of.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// Its first day.
    async fn starts(&self) -> Option<Day> {
        self.starts
    }
    /// Its last day.
    async fn ends(&self) -> Option<Day> {
        self.ends
    }
    /// Who adopted it, such as the municipal council (förankring).
    async fn decided_by(&self) -> Option<&str> {
        self.decided_by.as_deref()
    }
    /// When.
    async fn decided_on(&self) -> Option<Day> {
        self.decided_on
    }
    /// Under which case number.
    async fn decision_number(&self) -> Option<&str> {
        self.decision_number.as_deref()
    }
    /// Where to read the decision: a web address.
    async fn decision_url(&self) -> Option<&str> {
        self.decision_url.as_deref()
    }
    /// When it is next looked at whether it still holds (aktualitetsprövning).
    async fn review_on(&self) -> Option<Day> {
        self.review_on
    }
    /// How many of its targets stand how; those that none stands at are left out.
    async fn standing(&self, ctx: &Context<'_>) -> Result<Vec<TargetCount>> {
        Ok(ctx.load::<Standings>(self.id).await?.unwrap_or_default())
    }
    /// What its targets, and it as a whole, are measured by.
    async fn indicators(&self, ctx: &Context<'_>) -> Result<Vec<Indicator>> {
        Ok(ctx.load::<IndicatorsOfProgrammes>(self.id).await?.unwrap_or_default())
    }
    /// Who changed what, the newest first; null for others than its own organisation's editors.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Option<Conn<ProgrammeChange>>> {
        if !ctx.viewer().maybe().is_some_and(|me| me.edits(self.organisation_id)) {
            return Ok(None);
        }
        let page = history::list(ctx.app(), self.id, first, after);
        // In a box, since each field takes the room of the largest future among them.
        Box::pin(page).await.map(Some)
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
    /// Counts its changes: what an update is of.
    async fn revision(&self) -> i64 {
        self.revision
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
    /// Counts its changes: what an update is of.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// What it is for.
    async fn purpose(&self) -> Purpose {
        self.purpose
    }
    /// The risk that adaptation meets, in words.
    async fn risk(&self) -> Option<&str> {
        self.risk.as_deref()
    }
    /// What it gives, in words: adaptation has an effect of its own, which no tonnes tell.
    async fn effect(&self) -> Option<&str> {
        self.effect.as_deref()
    }
    /// The nation's and the world's goals that it serves.
    async fn objectives(&self) -> Vec<Objective> {
        shown(&self.objectives)
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
    /// Counts its changes: what an update is of.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// How it stands: what somebody has said, else what its indicators say.
    async fn status(&self, ctx: &Context<'_>) -> Result<TargetStatus> {
        if self.said != TargetStatus::NotAssessed {
            return Ok(self.said);
        }
        Ok(self.standing(ctx.load::<Measured>(self.id).await?))
    }
    /// What its indicators say, by their distance to the target line: the worst of them. Null when nothing is measured.
    async fn measured_status(&self, ctx: &Context<'_>) -> Result<Option<TargetStatus>> {
        ctx.load::<Measured>(self.id).await
    }
    /// What somebody has said of it, which goes before what is measured. Null when nobody has.
    async fn assessment(&self, ctx: &Context<'_>) -> Result<Option<Assessment>> {
        if self.said == TargetStatus::NotAssessed {
            return Ok(None);
        }
        Ok(Some(Assessment {
            status: self.said,
            reason: self.reason.clone(),
            at: self.assessed_at,
            by: match self.assessed_by {
                Some(id) => ctx.load::<People>(id).await?,
                None => None,
            },
            by_name: self.assessed_name.clone(),
        }))
    }
    /// The nation's and the world's goals that it serves.
    async fn objectives(&self) -> Vec<Objective> {
        shown(&self.objectives)
    }
    /// What it is measured by.
    async fn indicators(&self, ctx: &Context<'_>) -> Result<Vec<Indicator>> {
        Ok(ctx.load::<IndicatorsOfTargets>(self.id).await?.unwrap_or_default())
    }
}

/// What somebody has said of how a target stands.
#[derive(SimpleObject)]
pub struct Assessment {
    /// How.
    status: TargetStatus,
    /// Why.
    reason: Option<String>,
    /// Who said so; null where the person is gone, and where it is no member.
    by: Option<Person>,
    /// The name of whoever said so in a follow-up and is no member.
    by_name: Option<String>,
    /// When.
    at: Option<Moment>,
}

/// How many targets stand how.
#[derive(SimpleObject, Clone)]
pub struct TargetCount {
    /// How.
    status: TargetStatus,
    /// How many.
    count: i64,
}

struct Standings;

impl Source for Standings {
    type Key = Id<Programme>;
    type Value = Vec<TargetCount>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found = HashMap::new();
        for (programme, counts) in super::standings(&app.db, keys).await? {
            let counts = counts.into_iter().map(|(status, count)| TargetCount { status, count });
            found.insert(programme, counts.collect());
        }
        Ok(found)
    }
}

/// One change of a programme, by one person.
#[Object]
impl ProgrammeChange {
    /// A TypeID.
    async fn id(&self) -> Id<ProgrammeChange> {
        self.id
    }
    /// What was changed.
    async fn object(&self) -> ChangedObject {
        self.object
    }
    /// What was done to it.
    async fn kind(&self) -> ChangeKind {
        self.kind
    }
    /// What it was called afterwards.
    async fn name(&self) -> &str {
        &self.name
    }
    /// What it was called before, where that is another name.
    async fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }
    /// Who did it; null where the person is gone.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// When.
    async fn at(&self) -> Moment {
        self.at
    }
}

/// A goal that is not the municipality's own: a national environmental goal, or one of the UN's.
pub struct Objective(&'static objectives::Objective);

fn shown(keys: &Objectives) -> Vec<Objective> {
    keys.0
        .iter()
        .filter_map(|key| objectives::objective(key).map(Objective))
        .collect()
}

/// A goal that is not the municipality's own: a national environmental goal, or one of the UN's.
#[Object]
impl Objective {
    /// Stable.
    async fn key(&self) -> &str {
        &self.0.key
    }
    /// Whose goals it is one of.
    async fn scheme(&self) -> ObjectiveScheme {
        self.0.scheme()
    }
    /// The country whose it is; null for the UN's.
    async fn country(&self) -> Option<Country> {
        self.0.country()
    }
    /// Its number among them: "1", "4.2".
    async fn number(&self) -> &str {
        &self.0.number
    }
    /// Its name.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "In which language; the viewer's when left out.")] language: Option<Language>,
    ) -> &str {
        self.0.name(language.unwrap_or_else(|| ctx.language()))
    }
    /// Whether that name is the goal's own, not a translation made here.
    async fn official(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "In which language; the viewer's when left out.")] language: Option<Language>,
    ) -> bool {
        self.0.is_official(language.unwrap_or_else(|| ctx.language()))
    }
}

#[derive(Default)]
pub struct ProgrammesQuery;

#[Object]
impl ProgrammesQuery {
    /// The environmental goals of a country, and the UN's.
    async fn objectives(
        &self,
        #[graphql(desc = "Only this country's and the UN's.")] country: Option<Country>,
    ) -> Vec<Objective> {
        objectives::all()
            .iter()
            .filter(|each| country.is_none() || each.country().is_none() || each.country() == country)
            .map(Objective)
            .collect()
    }

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

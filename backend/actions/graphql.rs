//! The schema of actions. What can be listed is in `listing.rs`, what can be changed in `editing.rs`, and the plain values that
//! other rooms show too in `values.rs`.

mod editing;
mod listing;
mod values;

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Object};

use super::{Action, ActionStatus, Currency, Sight, Visibility, example, family, store};
use crate::{
    app::App,
    clock::Moment,
    error::Result,
    files::{self, File},
    graphql::{Ask, Conn, Day, Id, Source},
    i18n::Language,
    people::{
        Person, Viewer,
        graphql::{Organisation, People, organisation},
    },
    programmes::{
        Programme, Target,
        graphql::{Programmes, TargetsOfActions},
    },
    threads::{Thread, graphql::ThreadsAbout},
};

pub use editing::{ActionsMutation, MoneyInput};
pub use listing::{ActionFilter, ActionOrder, ActionsQuery, wanted, wanted_of};
pub use values::{Money, Text, Theme};

/// Actions by id, as the viewer sees them.
pub struct Actions;

impl Source for Actions {
    type Key = Id<Action>;
    type Value = Action;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let rows = store::actions(&app.db, Sight::of(viewer), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

pub struct Origin<'a>(&'a Action);

/// Where a copy came from.
#[Object]
impl Origin<'_> {
    /// The action that was copied; null where it was deleted or is hidden from the viewer.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<Arc<Action>>> {
        let Some(id) = self.0.origin_id else { return Ok(None) };
        match self.0.near.origin() {
            Some(origin) => Ok(origin.clone()),
            None => Ok(ctx.load::<Actions>(id).await?.map(Arc::new)),
        }
    }
    /// The revision of it that was copied.
    async fn revision(&self) -> i64 {
        self.0.origin_revision.unwrap_or(1)
    }
    /// When.
    async fn copied_at(&self) -> Moment {
        self.0.copied_at.unwrap_or(self.0.created_at)
    }
    /// By whom; null where the person is gone.
    async fn copied_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.0.copied_by {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
}

/// Something that a municipality does for climate or environment. Its own organisation's editors see the newest revision,
/// everybody else the published one.
#[Object]
impl Action {
    /// A TypeID.
    pub async fn id(&self) -> Id<Action> {
        self.id
    }
    /// Whose it is.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Organisation> {
        organisation(ctx, self.organisation_id).await
    }
    /// The programme that it belongs to.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        match self.programme_id {
            Some(id) if ctx.viewer().maybe().is_some() => ctx.load::<Programmes>(id).await,
            _ => Ok(None),
        }
    }
    /// The targets that it serves.
    async fn targets(&self, ctx: &Context<'_>) -> Result<Vec<Target>> {
        Ok(ctx.load::<TargetsOfActions>(self.id.0).await?.unwrap_or_default())
    }
    /// What it is called.
    async fn title(
        &self,
        #[graphql(name = "in", desc = "The language wished for.")] language: Option<Language>,
    ) -> Text {
        let _ = language;
        Text::written(&self.title, self.title_language)
    }
    /// What is done, how, and what for; plain paragraphs.
    async fn description(
        &self,
        #[graphql(name = "in", desc = "The language wished for.")] language: Option<Language>,
    ) -> Text {
        let _ = language;
        Text::written(&self.description, self.description_language)
    }
    /// What others should know who want to do the same.
    async fn lessons(
        &self,
        #[graphql(name = "in", desc = "The language wished for.")] language: Option<Language>,
    ) -> Option<Text> {
        let _ = language;
        self.lessons
            .as_deref()
            .zip(self.lessons_language)
            .map(|(value, language)| Text::written(value, language))
    }
    /// How far it has come.
    async fn status(&self) -> ActionStatus {
        self.status
    }
    /// Who sees what is published.
    async fn visibility(&self) -> Visibility {
        self.visibility
    }
    /// What it is about.
    async fn themes(&self) -> Vec<Theme> {
        Theme::of(&self.themes)
    }
    /// The first day.
    async fn starts(&self) -> Option<Day> {
        self.starts
    }
    /// The last day.
    async fn ends(&self) -> Option<Day> {
        self.ends
    }
    /// What it costs, as written, or converted by the dated rates in reference/rates.csv.
    async fn cost(
        &self,
        #[graphql(name = "in", desc = "The currency to show it in.")] currency: Option<Currency>,
    ) -> Option<Money> {
        let (amount, written_in) = self.cost_amount.zip(self.cost_currency)?;
        let cost = super::Money {
            amount,
            currency: written_in,
        }
        .converted(currency.unwrap_or(written_in))?;
        Some(Money::of(cost.amount, cost.currency))
    }
    /// Tonnes of CO2 equivalents per year at full effect; null where emissions are not the point.
    #[graphql(name = "effectTonnesCo2e")]
    async fn effect_tonnes_co2e(&self) -> Option<f64> {
        self.effect_tonnes_co2e
    }
    /// Whom to ask.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Arc<Person>>> {
        let Some(id) = self.contact_id else { return Ok(None) };
        match self.near.contact() {
            Some(contact) => Ok(contact.clone()),
            None => Ok(ctx.load::<People>(id).await?.map(Arc::new)),
        }
    }
    /// The revision that is shown; an update has to name it.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// The revision that others see; null for a draft.
    async fn published_revision(&self) -> Option<i64> {
        self.published_revision
    }
    /// When it was last published.
    async fn published_at(&self) -> Option<Moment> {
        self.published_revision.map(|_| self.recent_at)
    }
    /// When it was made.
    async fn created_at(&self) -> Moment {
        self.created_at
    }
    /// When what is shown was last changed.
    async fn updated_at(&self) -> Moment {
        self.at
    }
    /// What it was copied from; null for an original.
    async fn origin(&self) -> Option<Origin<'_>> {
        self.origin_id.map(|_| Origin(self))
    }
    /// How many direct copies there are, also those that the viewer cannot see.
    async fn copy_count(&self) -> i64 {
        self.copy_count
    }
    /// The direct copies that the viewer can see, the latest first.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn copies(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Action>> {
        let filter = ActionFilter {
            origin_id: Some(self.id),
            ..ActionFilter::default()
        };
        let page = super::list(
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
    /// The whole family, from the first ancestor down.
    #[graphql(complexity = "child_complexity + 50")]
    async fn lineage(&self, ctx: &Context<'_>) -> Result<family::graphql::Lineage> {
        family::graphql::lineage(ctx, self).await
    }
    /// How far it has come by being copied, over all generations, counting also copies that the viewer cannot see.
    #[graphql(complexity = "child_complexity + 50")]
    async fn reach(&self, ctx: &Context<'_>) -> Result<family::Reach> {
        family::graphql::reach(ctx, self).await
    }
    /// What came of it where it was copied.
    #[graphql(complexity = "child_complexity + 100")]
    async fn gathered(&self, ctx: &Context<'_>) -> Result<family::gathered::Gathered> {
        Box::pin(family::graphql::gathered(ctx, self)).await
    }
    /// What the origin has published since this copy last took or skipped it, for those who may edit the copy.
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn upstream_changes(&self, ctx: &Context<'_>) -> Result<Vec<family::graphql::UpstreamChange>> {
        family::graphql::upstream_changes(ctx, self).await
    }
    /// What it said from one save to the next, the newest first, for those who may edit it.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn revisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<family::revisions::Past>> {
        Box::pin(family::graphql::revisions(ctx, self, first, after)).await
    }
    /// The latest conversation about it in one of the viewer's networks.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<Thread>> {
        ctx.load::<ThreadsAbout>(self.id.0).await
    }
    /// Further facts: what it is for, who does it, what pays for it, who decided it.
    async fn details(&self, ctx: &Context<'_>) -> Result<example::graphql::Facts> {
        Box::pin(example::graphql::details(ctx, self)).await
    }
    /// What makes it something to learn from; any of it can be missing.
    async fn example(&self, ctx: &Context<'_>) -> Result<example::graphql::Example> {
        Box::pin(example::graphql::example(ctx, self)).await
    }
    /// Whether its owner shows it as a good example.
    async fn is_example(&self) -> bool {
        self.example_since.is_some()
    }
    /// The first words of what came of it, for lists: of its result, else of its lessons; 200 characters at most.
    async fn outcome(&self, ctx: &Context<'_>) -> Result<Option<Text>> {
        example::graphql::outcome(ctx, self).await
    }
    /// Pages elsewhere, 50 at most.
    async fn links(&self, ctx: &Context<'_>) -> Result<Vec<example::Link>> {
        example::graphql::links(ctx, self).await
    }
    /// What is to be reached on the way, in the order of the days; 50 at most.
    async fn milestones(&self, ctx: &Context<'_>) -> Result<Vec<example::Milestone>> {
        example::graphql::milestones(ctx, self).await
    }
    /// Its files, 30 at most, as they came.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        files::graphql::files(ctx, self).await
    }
    /// How the status changed, and why: the latest 50 changes, the newest first.
    async fn status_history(&self, ctx: &Context<'_>) -> Result<Vec<example::StatusEntry>> {
        example::graphql::status_history(ctx, self).await
    }
    /// Whether the viewer may edit it.
    async fn viewer_may_edit(&self, ctx: &Context<'_>) -> bool {
        ctx.viewer().maybe().is_some_and(|me| me.edits(self.organisation_id))
    }
}

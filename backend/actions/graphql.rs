//! The schema of actions.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, Enum, ID, InputObject, Lookahead, MaybeUndefined, Object, SelectionField, SimpleObject};

use super::{
    Action, ActionStatus, Changes, Currency, Sight, Visibility, Wanted,
    example::{self, Purpose},
    family,
    library::{CostBracket, SizeClass},
    store, themes,
};
use crate::{
    app::App,
    clock::Moment,
    error::Result,
    files::{self, File},
    graphql::{Amount, Ask, Conn, Day, Id, Source},
    i18n::Language,
    people::{
        Country, Person, Viewer,
        graphql::{Organisation, People, organisation},
    },
    programmes::{
        Programme, Target,
        graphql::{Programmes, TargetsOfActions},
    },
    text::Change,
    threads::{Thread, graphql::ThreadsAbout},
};

/// Actions by id, as the viewer sees them.
pub struct Actions;

impl Source for Actions {
    type Key = Id<Action>;
    type Value = Action;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let rows = store::actions(&app.db, Sight::of(viewer), keys, true).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// A text that somebody wrote, in the language asked for when there is a translation, else as written.
#[derive(SimpleObject)]
pub struct Text {
    /// The text itself.
    value: String,
    /// What it is written in.
    language: Language,
    /// Whether it is a translation of what was written.
    translated: bool,
}

impl Text {
    pub(crate) fn written(value: &str, language: Language) -> Self {
        Self {
            value: value.to_owned(),
            language,
            translated: false,
        }
    }
}

/// An amount of money.
#[derive(SimpleObject)]
pub struct Money {
    /// Whole units.
    pub(super) amount: Amount,
    /// Of what.
    pub(super) currency: Currency,
}

impl Money {
    pub fn of(amount: i64, currency: Currency) -> Self {
        Self {
            amount: Amount(amount),
            currency,
        }
    }
}

pub struct Theme(&'static themes::Theme);

impl Theme {
    #[must_use]
    pub fn by_key(key: &str) -> Option<Self> {
        themes::theme(key).map(Self)
    }

    #[must_use]
    pub fn of(keys: &super::Themes) -> Vec<Self> {
        keys.0.iter().filter_map(|key| Self::by_key(key)).collect()
    }
}

/// A theme: a chapter of the handbook, or a sector.
#[Object]
impl Theme {
    /// Its stable key.
    async fn key(&self) -> &str {
        &self.0.key
    }
    /// Its name, in the viewer's language unless another is asked for.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "The language to show it in.")] language: Option<Language>,
    ) -> &str {
        self.0.name(language.unwrap_or_else(|| ctx.language()))
    }
}

pub struct Origin<'a>(&'a Action);

/// Where a copy came from.
#[Object]
impl Origin<'_> {
    /// The action that was copied; null where it was deleted or is hidden from the viewer.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<Arc<Action>>> {
        let Some(id) = self.0.origin_id else { return Ok(None) };
        match self.0.near.origin(id) {
            Some(action) => Ok(Some(action)),
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
        match self.near.person(id) {
            Some(person) => Ok(Some(person)),
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

/// In what order to list actions.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionOrder {
    /// The latest published first.
    Recent,
    /// Those with the most direct copies first.
    MostCopied,
    /// By title.
    Title,
    /// Those of municipalities like the viewer's first: about as many inhabitants, the same county, the same country.
    /// Signed out it is as RECENT.
    Similar,
}

/// Which actions to list; what is left out does not narrow.
#[derive(InputObject, Clone, Default)]
pub struct ActionFilter {
    /// Words that title or description have to contain, however they are spelt.
    pub text: Option<String>,
    /// Of this country.
    pub country: Option<Country>,
    /// Of these organisations.
    pub organisation_ids: Option<Vec<ID>>,
    /// Of the organisations that take part in this network, which the viewer is in.
    pub network_slug: Option<String>,
    /// Of this programme.
    pub programme_id: Option<Id<Programme>>,
    /// About any of these themes.
    pub themes: Option<Vec<String>>,
    /// With any of these statuses.
    pub statuses: Option<Vec<ActionStatus>>,
    /// Only those that somebody has copied.
    pub copied_only: Option<bool>,
    /// Only the direct copies of this one.
    #[graphql(name = "copiesOfId")]
    pub origin_id: Option<Id<Action>>,
    /// In any of these sectors of emissions: keys of themes. Beside `themes`, both narrow.
    pub sectors: Option<Vec<String>>,
    /// Of municipalities in any of these counties: country and code, as SE-01.
    pub counties: Option<Vec<String>>,
    /// Of municipalities of any of these sizes.
    pub sizes: Option<Vec<SizeClass>>,
    /// That cost about so much.
    pub costs: Option<Vec<CostBracket>>,
    /// Serving targets about any of these national goals: keys of objectives.
    pub goals: Option<Vec<String>>,
    /// Serving targets about any of these goals of the UN's: keys of objectives.
    pub sdgs: Option<Vec<String>>,
    /// For any of these purposes.
    pub purposes: Option<Vec<Purpose>>,
    /// Only those that their owners show as good examples.
    pub examples_only: Option<bool>,
    /// Written in any of these languages.
    pub languages: Option<Vec<Language>>,
    /// That any of these organisations has copied, as far as the viewer sees the copies.
    pub copied_by_ids: Option<Vec<ID>>,
}

impl ActionFilter {
    /// Whether it asks for what only the library can answer.
    #[must_use]
    pub fn is_faceted(&self) -> bool {
        self.sectors.is_some()
            || self.counties.is_some()
            || self.sizes.is_some()
            || self.costs.is_some()
            || self.goals.is_some()
            || self.sdgs.is_some()
            || self.purposes.is_some()
            || self.examples_only.is_some()
            || self.languages.is_some()
            || self.copied_by_ids.is_some()
    }
}

/// The fields that need no long text. Whatever else is asked for gets them, so that a new field cannot find them missing.
const BRIEF: [&str; 22] = [
    "__typename",
    "contact",
    "copyCount",
    "cost",
    "createdAt",
    "effectTonnesCo2e",
    "ends",
    "id",
    "isExample",
    "origin",
    "organisation",
    "outcome",
    "publishedAt",
    "publishedRevision",
    "revision",
    "starts",
    "status",
    "targets",
    "themes",
    "title",
    "updatedAt",
    "visibility",
];

/// What the query asks of a list's actions and of what they point at.
pub fn wanted(ctx: &Context<'_>) -> Wanted {
    wanted_of(ctx.look_ahead())
}

/// The same, of a list that is somewhere inside what is asked for.
pub fn wanted_of(list: Lookahead<'_>) -> Wanted {
    let node = list.field("edges").field("node");
    let origin = node.field("origin").field("action");
    let texts = |of: Lookahead<'_>| {
        of.selection_fields()
            .iter()
            .flat_map(SelectionField::selection_set)
            .any(|field| !BRIEF.contains(&field.name()))
    };
    Wanted {
        contacts: node.field("contact").exists(),
        origins: origin.exists(),
        texts: texts(node),
        origin_texts: texts(origin),
    }
}

#[derive(Default)]
pub struct ActionsQuery;

#[Object]
impl ActionsQuery {
    /// All themes.
    async fn themes(&self) -> Vec<Theme> {
        themes::all().iter().map(Theme).collect()
    }

    /// An action by id; null when there is none that the viewer may see.
    async fn action(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: Id<Action>) -> Result<Option<Action>> {
        super::action(ctx.app(), ctx.viewer(), id).await
    }

    /// Actions that the viewer may see.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] filter: Option<ActionFilter>,
        #[graphql(default_with = "ActionOrder::Recent", desc = "In what order.")] order: ActionOrder,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Action>> {
        super::list(
            ctx.app(),
            ctx.viewer(),
            filter.unwrap_or_default(),
            order,
            wanted(ctx),
            first,
            after,
        )
        .await
    }
}

/// An amount of money.
#[derive(InputObject)]
pub struct MoneyInput {
    /// Whole units, 10^12 at most.
    amount: Amount,
    /// Of what.
    currency: Currency,
}

impl From<MoneyInput> for super::Money {
    fn from(input: MoneyInput) -> Self {
        Self {
            amount: input.amount.0,
            currency: input.currency,
        }
    }
}

/// A new action, seen by its own organisation until it is published. Only title and description have to be given.
#[derive(InputObject)]
pub struct CreateActionInput {
    /// A programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// What the texts are written in.
    language: Language,
    /// At most 200 characters.
    title: String,
    /// Plain paragraphs, at most 20,000 characters.
    description: String,
    /// Keys of themes.
    themes: Option<Vec<String>>,
    /// IDEA when left out.
    status: Option<ActionStatus>,
    /// The first day.
    starts: Option<Day>,
    /// The last day, not before the first.
    ends: Option<Day>,
    /// What it costs.
    cost: Option<MoneyInput>,
    /// Tonnes of CO2 equivalents per year at full effect.
    #[graphql(name = "effectTonnesCo2e")]
    effect_tonnes_co2e: Option<f64>,
    /// Somebody of the same organisation.
    contact_id: Option<Id<Person>>,
    /// Plain paragraphs, at most 20,000 characters.
    lessons: Option<String>,
    #[graphql(flatten)]
    further: example::graphql::FurtherInput,
}

/// What came of making an action.
#[derive(SimpleObject)]
pub struct CreateActionPayload {
    /// The new action.
    action: Action,
}

/// A field left out is unchanged, null clears it. `language` is required with any text and says what that text is
/// written in: only what is given changes its language.
#[derive(InputObject)]
pub struct UpdateActionInput {
    /// The action.
    id: Id<Action>,
    /// The revision that the change is of.
    revision: i64,
    /// What the given texts are written in.
    language: Option<Language>,
    /// At most 200 characters.
    title: MaybeUndefined<String>,
    /// Plain paragraphs, at most 20,000 characters.
    description: MaybeUndefined<String>,
    /// Plain paragraphs, at most 20,000 characters.
    lessons: MaybeUndefined<String>,
    /// Keys of themes.
    themes: MaybeUndefined<Vec<String>>,
    /// How far it has come.
    status: MaybeUndefined<ActionStatus>,
    /// The first day.
    starts: MaybeUndefined<Day>,
    /// The last day, not before the first.
    ends: MaybeUndefined<Day>,
    /// What it costs.
    cost: MaybeUndefined<MoneyInput>,
    /// Tonnes of CO2 equivalents per year at full effect.
    #[graphql(name = "effectTonnesCo2e")]
    effect_tonnes_co2e: MaybeUndefined<f64>,
    /// Somebody of the same organisation.
    contact_id: MaybeUndefined<Id<Person>>,
    #[graphql(flatten)]
    further: example::graphql::FurtherInput,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateActionPayload {
    /// As it is now.
    action: Action,
}

/// What to publish, and to whom.
#[derive(InputObject)]
pub struct PublishActionInput {
    /// The action.
    id: Id<Action>,
    /// The revision to publish: the newest.
    revision: i64,
    /// Who is to see it.
    visibility: Visibility,
    /// What is new, one sentence for those who copied it, at most 500 characters.
    learned: Option<String>,
    /// Show it as a good example, or no longer; left out: as before.
    as_example: Option<bool>,
}

/// What came of publishing.
#[derive(SimpleObject)]
pub struct PublishActionPayload {
    /// As it is now.
    action: Action,
}

/// What to copy, and where to.
#[derive(InputObject)]
pub struct CopyActionInput {
    /// What to copy.
    action_id: Id<Action>,
    /// Into which programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// Make a second copy in the same programme instead of answering ALREADY_COPIED.
    #[graphql(default = false)]
    even_if_copied: bool,
}

/// What came of copying.
#[derive(SimpleObject)]
pub struct CopyActionPayload {
    /// The copy.
    action: Action,
}

/// What to delete.
#[derive(InputObject)]
pub struct DeleteActionInput {
    /// The action.
    id: Id<Action>,
}

/// What came of deleting.
#[derive(SimpleObject)]
pub struct DeleteActionPayload {
    /// The programme that it was in.
    programme: Programme,
}

#[derive(Default)]
pub struct ActionsMutation;

#[Object]
impl ActionsMutation {
    /// Makes an action in a programme of the viewer's own organisation.
    async fn create_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateActionInput,
    ) -> Result<CreateActionPayload> {
        fn given<T>(value: Option<T>) -> Change<T> {
            value.map_or(Change::Keep, Change::Set)
        }
        let changes = Changes {
            language: Some(input.language),
            title: Change::Set(input.title),
            description: Change::Set(input.description),
            lessons: given(input.lessons),
            themes: given(input.themes),
            status: given(input.status),
            starts: given(input.starts),
            ends: given(input.ends),
            cost: given(input.cost.map(Into::into)),
            effect_tonnes_co2e: given(input.effect_tonnes_co2e),
            contact_id: given(input.contact_id),
            further: input.further.into(),
        };
        let action = super::create(ctx.app(), ctx.me()?, input.programme_id, changes).await?;
        Ok(CreateActionPayload { action })
    }

    /// Changes an action's newest revision; others see nothing of it before it is published.
    async fn update_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateActionInput,
    ) -> Result<UpdateActionPayload> {
        let changes = Changes {
            language: input.language,
            title: input.title.into(),
            description: input.description.into(),
            lessons: input.lessons.into(),
            themes: input.themes.into(),
            status: input.status.into(),
            starts: input.starts.into(),
            ends: input.ends.into(),
            cost: input.cost.map_value(Into::into).into(),
            effect_tonnes_co2e: input.effect_tonnes_co2e.into(),
            contact_id: input.contact_id.into(),
            further: input.further.into(),
        };
        let action = super::update(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateActionPayload { action })
    }

    /// Shows the newest revision to others.
    async fn publish_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: PublishActionInput,
    ) -> Result<PublishActionPayload> {
        let action = super::publish(
            ctx.app(),
            ctx.me()?,
            input.id,
            input.revision,
            input.visibility,
            input.learned,
            input.as_example,
        )
        .await?;
        Ok(PublishActionPayload { action })
    }

    /// Copies an action into a programme of the viewer's own organisation, where it starts as a draft and an idea.
    async fn copy_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CopyActionInput,
    ) -> Result<CopyActionPayload> {
        let action = super::copy(
            ctx.app(),
            ctx.me()?,
            input.action_id,
            input.programme_id,
            input.even_if_copied,
        )
        .await?;
        Ok(CopyActionPayload { action })
    }

    /// Deletes an action. Its copies stay whole.
    async fn delete_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteActionInput,
    ) -> Result<DeleteActionPayload> {
        Ok(DeleteActionPayload {
            programme: super::delete(ctx.app(), ctx.me()?, input.id).await?,
        })
    }
}

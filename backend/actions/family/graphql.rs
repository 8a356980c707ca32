//! The schema of families.

use std::{collections::HashMap, sync::Arc};

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::{
    super::{
        Action, ActionStatus, Currency, Sight,
        example::{
            Link, Milestone, TextField,
            graphql::{Facts, Said},
        },
        graphql::{Actions, Money, Text, Theme},
    },
    Family, Kin, Reach,
    fields::{Field, Says},
    gathered::{Gathered, Spread, StatusCount},
    preview::Preview,
    revisions::{self, Past, Revision},
    upstream::{self, Change, Edit},
};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Ask, Conn, Day, Id, Place, Source, Total, Window},
    i18n::Language,
    people::{Country, Person, Viewer, graphql::People},
    programmes::Programme,
};

/// The families of actions, by any of their members.
struct Families;

impl Source for Families {
    type Key = Id<Action>;
    type Value = Arc<Family>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        super::families(&app.db, keys).await
    }
}

async fn family(ctx: &Context<'_>, of: &Action) -> Result<Arc<Family>> {
    Ok(ctx.load::<Families>(of.id).await?.unwrap_or_default())
}

/// What origins have published, by copy.
struct Upstream;

impl Source for Upstream {
    type Key = Id<Action>;
    type Value = Vec<Change>;
    async fn fetch(app: &App, viewer: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        upstream::changes(app, Sight::of(viewer), keys).await
    }
}

// ---- what an action's fields answer with ------------------------------------------------------------------------

pub async fn lineage(ctx: &Context<'_>, of: &Action) -> Result<Lineage> {
    Ok(Lineage(family(ctx, of).await?))
}

pub async fn reach(ctx: &Context<'_>, of: &Action) -> Result<Reach> {
    family(ctx, of).await?.reach(ctx.app(), of).await
}

pub async fn gathered(ctx: &Context<'_>, of: &Action) -> Result<Gathered> {
    let family = family(ctx, of).await?;
    Gathered::of(ctx.app(), Sight::of(ctx.viewer()), &family, of).await
}

pub async fn upstream_changes(ctx: &Context<'_>, of: &Action) -> Result<Vec<UpstreamChange>> {
    // Whoever does not edit the copy has nothing to take.
    let editor = ctx.viewer().maybe().is_some_and(|me| me.edits(of.organisation_id));
    if of.origin_id.is_none() || !editor {
        return Ok(Vec::new());
    }
    let changes = ctx.load::<Upstream>(of.id).await?.unwrap_or_default();
    Ok(changes.into_iter().map(UpstreamChange).collect())
}

pub async fn revisions(ctx: &Context<'_>, of: &Action, first: i32, after: Option<String>) -> Result<Conn<Past>> {
    let me = ctx.viewer().maybe().map(|me| &**me);
    revisions::list(ctx.app(), me, of, first, after).await
}

pub struct Lineage(Arc<Family>);

/// A family: an action, all that was copied from it, from these copies, and so on. It is told whole, also where the viewer
/// may not see an action: such a place is in the tree and in every count, and has no action.
#[Object]
impl Lineage {
    /// The first ancestor.
    async fn root(&self) -> Result<LineageNode> {
        // Whoever can be seen is in a family.
        let first = self.0.0.first().cloned().ok_or_else(Error::not_found)?;
        Ok(LineageNode(first))
    }
    /// How many there are in all.
    async fn size(&self) -> usize {
        self.0.0.len()
    }
    /// How many copyings the longest line has; 0 where nothing was copied.
    async fn depth(&self) -> i64 {
        self.0.depth()
    }
    /// The countries that it has come to.
    async fn countries(&self, ctx: &Context<'_>) -> Result<Vec<Country>> {
        self.0.countries(ctx.app()).await
    }
    /// All of them, breadth first: an origin stands before its copies.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn nodes(
        &self,
        #[graphql(default = 100, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<LineageNode>> {
        let window = Window::<i64>::ascending(first, after.as_deref())?;
        let all = &self.0.0;
        let from = all.partition_point(|kin| (kin.generation, kin.id.0) <= (window.after.key, window.after.id));
        let most = usize::try_from(window.limit).unwrap_or_default();
        let rows = all[from..].iter().take(most).cloned().collect();
        let place = |kin: &Kin| Place {
            key: kin.generation,
            id: kin.id.0,
        };
        Ok(window.page(rows, Total::known(all.len()), place, LineageNode))
    }
}

pub struct LineageNode(Kin);

/// A place in a family.
#[Object]
impl LineageNode {
    /// Of this place, not of the action.
    async fn id(&self) -> Id<Kin> {
        Id::of(self.0.id.0)
    }
    /// The action that stands there; null where it was deleted or is hidden from the viewer.
    async fn action(&self, ctx: &Context<'_>) -> Result<Option<Action>> {
        match self.0.deleted_at {
            Some(_) => Ok(None),
            None => ctx.load::<Actions>(self.0.id).await,
        }
    }
    /// The place of what it was copied from; null for the first ancestor.
    async fn parent_id(&self) -> Option<Id<Kin>> {
        self.0.origin_id.map(|id| Id::of(id.0))
    }
    /// How many copyings lie between the first ancestor and it.
    async fn depth(&self) -> i64 {
        self.0.generation
    }
}

/// What came of an action where it was copied, over all generations, as far as the viewer may see the copies.
#[Object]
impl Gathered {
    /// How many copies the figures are of.
    #[graphql(name = "copies")]
    async fn shown_copies(&self) -> usize {
        self.count()
    }
    /// How many there are of each status.
    #[graphql(name = "statuses")]
    async fn shown_statuses(&self) -> Vec<StatusCount> {
        self.statuses()
    }
    /// What it cost for each inhabitant, converted by the dated rates in reference/rates.csv; null where no copy says.
    async fn cost_per_inhabitant(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "The currency to show it in.")] currency: Currency,
    ) -> Result<Option<Spread>> {
        self.costs(ctx.app(), currency).await
    }
    /// Kilograms of CO2 equivalents a year, at full effect, for each inhabitant; null where no copy says.
    async fn effect_per_inhabitant(&self, ctx: &Context<'_>) -> Result<Option<Spread>> {
        self.effects(ctx.app()).await
    }
    /// The copies that say what they have learned, the latest published first.
    #[graphql(name = "lessons", complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn copies_with_lessons(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Action>> {
        self.lessons(ctx.app(), first, after).await
    }
}

pub struct UpstreamChange(Change);

/// Something that the origin has published anew since this copy last took or skipped it: what came along when it was copied,
/// or one of the texts to learn from. A list has a line for each of it, with names in the viewer's language; a link reads
/// "name – address".
#[Object]
impl UpstreamChange {
    /// Which field, by its name in Action, ActionDetails or ActionExample.
    async fn field(&self) -> &str {
        self.0.field.key()
    }
    /// Whether it is a text, which can be taken in one's own words. Anything else is taken as it is, in the place of `yours`.
    async fn is_text(&self) -> bool {
        self.0.field.is_text()
    }
    /// What the origin said when this copy last took it; null where it said nothing.
    async fn base(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.base()?.in_words(ctx.language())
    }
    /// What the copy says now, in its newest revision.
    async fn yours(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.yours()?.in_words(ctx.language())
    }
    /// What `yours` is written in; null where it says nothing or is no text.
    async fn yours_language(&self) -> Option<Language> {
        self.0.yours()?.language()
    }
    /// What the origin says now; null where it says nothing any more.
    async fn theirs(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.theirs()?.in_words(ctx.language())
    }
    /// What `theirs` is written in; the viewer's language for what is no text.
    async fn language(&self, ctx: &Context<'_>) -> Language {
        self.0.language().unwrap_or_else(|| ctx.language())
    }
    /// The origin's published revision, to be named when it is taken or skipped.
    async fn revision(&self) -> i64 {
        self.0.revision
    }
    /// Whether it can only be taken with an edit, since `yours` is written in another language.
    async fn needs_edit(&self) -> bool {
        self.0.needs_edit()
    }
    /// What was said on publishing it: one sentence for each time, the first one first.
    async fn learned(&self) -> &[String] {
        &self.0.learned
    }
}

fn keys(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.key()).collect()
}

/// What an action said, from one save to the next. Saves of one sitting are one revision.
#[Object(name = "ActionRevision")]
impl Past {
    /// Its number.
    async fn revision(&self) -> i64 {
        self.revision.action.revision
    }
    /// When it was begun.
    async fn at(&self) -> Moment {
        self.revision.action.at
    }
    /// Who wrote it; null where the person is gone.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.revision.action.author_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// When it was last published; null where others have never seen it.
    async fn published_at(&self) -> Option<Moment> {
        self.revision.published_at
    }
    /// What was said on publishing it.
    async fn learned(&self) -> Option<&str> {
        self.revision.learned.as_deref()
    }
    /// The fields that it changed, by their names in Action; all that it says, in the first.
    async fn changed(&self) -> Vec<&'static str> {
        keys(&self.changed)
    }
    /// What it was called.
    async fn title(&self) -> Text {
        Text::written(&self.revision.action.title, self.revision.action.title_language)
    }
    /// What was done, and what for.
    async fn description(&self) -> Text {
        Text::written(
            &self.revision.action.description,
            self.revision.action.description_language,
        )
    }
    /// What others should know.
    async fn lessons(&self) -> Option<Text> {
        text(Field::Lessons, &self.revision)
    }
    /// How far it had come.
    async fn status(&self) -> ActionStatus {
        self.revision.action.status
    }
    /// What it was about.
    async fn themes(&self) -> Vec<Theme> {
        Theme::of(&self.revision.action.themes)
    }
    /// The first day.
    async fn starts(&self) -> Option<Day> {
        self.revision.action.starts
    }
    /// The last day.
    async fn ends(&self) -> Option<Day> {
        self.revision.action.ends
    }
    /// What it was to cost.
    async fn cost(&self) -> Option<Money> {
        let (amount, currency) = self
            .revision
            .action
            .cost_amount
            .zip(self.revision.action.cost_currency)?;
        Some(Money::of(amount, currency))
    }
    /// Tonnes of CO2 equivalents per year at full effect.
    #[graphql(name = "effectTonnesCo2e")]
    async fn effect_tonnes_co2e(&self) -> Option<f64> {
        self.revision.action.effect_tonnes_co2e
    }
    /// Whom to ask.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.revision.action.contact_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// Further facts.
    async fn details(&self) -> Facts {
        let further = &self.revision.further;
        Facts {
            detail: further.detail.clone().map(Arc::new),
            said: Said(further.texts.clone()),
        }
    }
    /// What was wrong, or missing.
    async fn problem(&self) -> Option<Text> {
        text(Field::Further(TextField::Problem), &self.revision)
    }
    /// What came of it.
    async fn result(&self) -> Option<Text> {
        text(Field::Further(TextField::Result), &self.revision)
    }
    /// What they would do again.
    async fn again(&self) -> Option<Text> {
        text(Field::Further(TextField::Again), &self.revision)
    }
    /// What must be in place for others to do the same.
    async fn transferability(&self) -> Option<Text> {
        text(Field::Further(TextField::Transferability), &self.revision)
    }
    /// Pages elsewhere.
    async fn links(&self) -> Vec<Link> {
        self.revision.further.links.clone()
    }
    /// What was to be reached on the way.
    async fn milestones(&self) -> Vec<Milestone> {
        self.revision.further.milestones.clone()
    }
}

fn text(field: Field, of: &Revision) -> Option<Text> {
    match field.says(of)? {
        Says::Text(text, language) => Some(Text::written(text, language)),
        _ => None,
    }
}

/// What a copy would be, before it is made. Fields go by their names in Action.
#[derive(SimpleObject)]
pub struct CopyPreview {
    /// What the origin says that comes along.
    brings: Vec<&'static str>,
    /// What the origin says that stays with it.
    leaves_behind: Vec<&'static str>,
    /// What the copy's own people have to fill in.
    to_fill_in: Vec<&'static str>,
    /// What is different where the copy is to be: sentences in the viewer's language.
    cautions: Vec<String>,
    /// The copy that the programme has already.
    existing_copy: Option<Action>,
}

impl From<Preview> for CopyPreview {
    fn from(preview: Preview) -> Self {
        Self {
            brings: preview.brings,
            leaves_behind: preview.leaves_behind,
            to_fill_in: preview.to_fill_in,
            cautions: preview.cautions,
            existing_copy: preview.existing,
        }
    }
}

#[derive(Default)]
pub struct FamilyQuery;

#[Object]
impl FamilyQuery {
    /// What copying an action into a programme of the viewer's own organisation would bring.
    async fn copy_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to copy.")] action_id: Id<Action>,
        #[graphql(desc = "Into which programme.")] programme_id: Id<Programme>,
    ) -> Result<CopyPreview> {
        let preview = super::preview::preview(ctx.app(), ctx.me()?, ctx.language(), action_id, programme_id);
        Ok(Box::pin(preview).await?.into())
    }

    /// The viewer's organisation's copies whose origins have published something that was neither taken nor skipped, the
    /// latest published first, 50 at most.
    #[graphql(complexity = "10 * child_complexity + 50")]
    async fn upstream_news(&self, ctx: &Context<'_>) -> Result<Vec<Action>> {
        Box::pin(upstream::news(ctx.app(), Sight::of(ctx.viewer()))).await
    }
}

/// What to take of what the origin has published.
#[derive(InputObject)]
pub struct TakeUpstreamChangeInput {
    /// The copy.
    action_id: Id<Action>,
    /// The copy's own revision that the change is of.
    revision: i64,
    /// The origin's published revision that is taken.
    upstream_revision: i64,
    /// Which of the changes.
    fields: Vec<String>,
    /// What to write instead of the origin's words, of texts. Required where its language is another than the copy's.
    edits: Option<Vec<FieldEdit>>,
}

/// A text in one's own words.
#[derive(InputObject)]
pub struct FieldEdit {
    /// Of which field.
    field: String,
    /// The text.
    value: String,
    /// What it is written in.
    language: Language,
}

/// What came of taking.
#[derive(SimpleObject)]
pub struct TakeUpstreamChangePayload {
    /// The copy, in a new revision.
    action: Action,
}

/// What to pass by of what the origin has published.
#[derive(InputObject)]
pub struct SkipUpstreamChangeInput {
    /// The copy.
    action_id: Id<Action>,
    /// The origin's published revision that is not wanted.
    upstream_revision: i64,
    /// Which of the changes.
    fields: Vec<String>,
}

/// What came of passing by.
#[derive(SimpleObject)]
pub struct SkipUpstreamChangePayload {
    /// The copy, unchanged.
    action: Action,
}

/// Which earlier revision to go back to.
#[derive(InputObject)]
pub struct RestoreActionInput {
    /// The action.
    id: Id<Action>,
    /// The newest revision.
    revision: i64,
    /// The one whose words and facts are to hold again.
    earlier: i64,
}

/// What came of going back.
#[derive(SimpleObject)]
pub struct RestoreActionPayload {
    /// The action, in a new revision.
    action: Action,
}

#[derive(Default)]
pub struct FamilyMutation;

#[Object]
impl FamilyMutation {
    /// Takes what the origin has published into a copy, texts as they are or in one's own words: all of it or nothing.
    async fn take_upstream_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: TakeUpstreamChangeInput,
    ) -> Result<TakeUpstreamChangePayload> {
        let edit = |edit: FieldEdit| Edit {
            field: edit.field,
            value: edit.value,
            language: edit.language,
        };
        let edits = input.edits.unwrap_or_default().into_iter().map(edit).collect();
        let action = upstream::take(
            ctx.app(),
            ctx.me()?,
            input.action_id,
            input.revision,
            input.upstream_revision,
            input.fields,
            edits,
        )
        .await?;
        Ok(TakeUpstreamChangePayload { action })
    }

    /// Passes by what the origin has published. It stays quiet until the origin publishes something else there.
    async fn skip_upstream_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SkipUpstreamChangeInput,
    ) -> Result<SkipUpstreamChangePayload> {
        let action = upstream::skip(
            ctx.app(),
            ctx.me()?,
            input.action_id,
            input.upstream_revision,
            input.fields,
        )
        .await?;
        Ok(SkipUpstreamChangePayload { action })
    }

    /// Makes an action say again what it said in an earlier revision. That is a new revision; the others stay.
    async fn restore_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RestoreActionInput,
    ) -> Result<RestoreActionPayload> {
        let action = revisions::restore(ctx.app(), ctx.me()?, input.id, input.revision, input.earlier).await?;
        Ok(RestoreActionPayload { action })
    }
}

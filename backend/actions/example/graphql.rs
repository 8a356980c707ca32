//! The schema of what else an action says, and of good examples.

mod editing;

use std::{collections::HashMap, hash::Hash, sync::Arc};

use async_graphql::{Context, Object};

use super::{
    Detail, Link, Milestone, Outcome, Purpose, StatusEntry, TextField, Wording,
    reference::{self, Indicator, Scheme},
    store::{self, Key},
};
use crate::{
    actions::{
        Action, ActionStatus,
        graphql::{Money, Text},
    },
    app::App,
    clock::Moment,
    error::Result,
    graphql::{Amount, Ask, Day, Source},
    i18n::Language,
    people::{
        Person, Unit, Viewer,
        graphql::{People, Units},
    },
    programmes::indicators::Direction,
};

pub use editing::FurtherInput;

/// Entries of the status history that are shown.
const HISTORY: i64 = 50;

/// The rows of several revisions, each under its own.
fn by_revision<T>(rows: Vec<T>, key: impl Fn(&T) -> Key) -> HashMap<Key, Vec<T>> {
    let mut found: HashMap<_, Vec<T>> = HashMap::new();
    for row in rows {
        found.entry(key(&row)).or_default().push(row);
    }
    found
}

fn only<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, T> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

// The loaders are asked only for revisions that their viewer sees: whoever has an `Action` has one of those.

pub struct Details;

impl Source for Details {
    type Key = Key;
    type Value = Arc<Detail>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Key]) -> Result<HashMap<Key, Self::Value>> {
        let rows = store::details(&app.db, keys).await?;
        let rows = rows.into_iter().map(Arc::new).collect();
        Ok(only(rows, |row: &Self::Value| (row.action_id, row.revision)))
    }
}

pub struct Texts;

impl Source for Texts {
    type Key = Key;
    type Value = Vec<Wording>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Key]) -> Result<HashMap<Key, Self::Value>> {
        let rows = store::texts(&app.db, keys).await?;
        Ok(by_revision(rows, |row| (row.action_id, row.revision)))
    }
}

struct Links;

impl Source for Links {
    type Key = Key;
    type Value = Vec<Link>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Key]) -> Result<HashMap<Key, Self::Value>> {
        let rows = store::links(&app.db, keys).await?;
        Ok(by_revision(rows, |row| (row.action_id, row.revision)))
    }
}

struct Milestones;

impl Source for Milestones {
    type Key = Key;
    type Value = Vec<Milestone>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Key]) -> Result<HashMap<Key, Self::Value>> {
        let rows = store::milestones(&app.db, keys).await?;
        Ok(by_revision(rows, |row| (row.action_id, row.revision)))
    }
}

struct Outcomes;

impl Source for Outcomes {
    type Key = Key;
    type Value = Outcome;
    async fn fetch(app: &App, _: &Viewer, keys: &[Key]) -> Result<HashMap<Key, Outcome>> {
        let rows = store::outcomes(&app.db, keys).await?;
        Ok(only(rows, |row| (row.action_id, row.revision)))
    }
}

/// The texts of an action's shown revision; looked up together, since they are few.
pub struct Said(pub Vec<Wording>);

impl Said {
    pub async fn of(ctx: &Context<'_>, action: &Action) -> Result<Self> {
        Ok(Self(
            ctx.load::<Texts>((action.id, action.revision))
                .await?
                .unwrap_or_default(),
        ))
    }

    fn text(&self, field: TextField) -> Option<Text> {
        let wording = self.0.iter().find(|wording| wording.field == field)?;
        Some(Text::written(&wording.value, wording.language))
    }
}

/// What makes an action something to learn from. Any of it can be missing.
pub struct Example {
    pub since: Option<Moment>,
    pub said: Said,
}

/// What makes an action something to learn from. Any of it can be missing.
#[Object(name = "ActionExample")]
impl Example {
    /// Since when its owner has shown it as a good example; null: it is none.
    async fn since(&self) -> Option<Moment> {
        self.since
    }
    /// What was wrong, or missing.
    async fn problem(&self) -> Option<Text> {
        self.said.text(TextField::Problem)
    }
    /// What came of it.
    async fn result(&self) -> Option<Text> {
        self.said.text(TextField::Result)
    }
    /// What they would do again.
    async fn again(&self) -> Option<Text> {
        self.said.text(TextField::Again)
    }
    /// What must be in place for others to do the same.
    async fn transferability(&self) -> Option<Text> {
        self.said.text(TextField::Transferability)
    }
}

/// Further facts of an action.
pub struct Facts {
    pub detail: Option<Arc<Detail>>,
    pub said: Said,
}

impl Facts {
    fn known<'a, T>(&'a self, of: impl Fn(&'a Detail) -> Option<T>) -> Option<T> {
        self.detail.as_deref().and_then(of)
    }
}

/// Further facts of an action.
#[Object(name = "ActionDetails")]
impl Facts {
    /// What it is for; null where nobody has said.
    async fn purpose(&self) -> Option<Purpose> {
        self.known(|detail| detail.purpose)
    }
    /// The administration or company that does it.
    async fn unit(&self, ctx: &Context<'_>) -> Result<Option<Unit>> {
        match self.known(|detail| detail.unit_id) {
            Some(id) => ctx.load::<Units>(id).await,
            None => Ok(None),
        }
    }
    /// Who else takes part, as written.
    async fn partners(&self) -> Option<&str> {
        self.known(|detail| detail.partners.as_deref())
    }
    /// Where the money comes from.
    async fn funding(&self) -> Option<FundingSource<'_>> {
        self.detail
            .as_deref()
            .filter(|d| d.funding_scheme.is_some() || d.funding_name.is_some() || d.funding_amount.is_some())
            .map(FundingSource)
    }
    /// How the cost was estimated.
    async fn cost_how(&self) -> Option<Text> {
        self.said.text(TextField::CostHow)
    }
    /// How the effect was estimated.
    async fn effect_how(&self) -> Option<Text> {
        self.said.text(TextField::EffectHow)
    }
    /// What adaptation is to protect from.
    async fn risk(&self) -> Option<Text> {
        self.said.text(TextField::Risk)
    }
    /// What it gives where tonnes say nothing.
    async fn effect_in_words(&self) -> Option<Text> {
        self.said.text(TextField::EffectInWords)
    }
    /// Who decided it, and where that can be read.
    async fn decision(&self) -> Option<ActionDecision<'_>> {
        self.detail
            .as_deref()
            .filter(|d| {
                d.decision_body.is_some()
                    || d.decided_on.is_some()
                    || d.case_number.is_some()
                    || d.decision_url.is_some()
            })
            .map(ActionDecision)
    }
    /// What of the indicators that are measured everywhere it moves.
    async fn indicators(&self) -> Vec<CommonIndicator> {
        self.detail
            .iter()
            .flat_map(|detail| &detail.indicators.0)
            .filter_map(|id| reference::indicator(id))
            .map(CommonIndicator)
            .collect()
    }
}

pub struct FundingSource<'a>(&'a Detail);

/// Where money comes from.
#[Object]
impl FundingSource<'_> {
    /// A known scheme.
    async fn scheme(&self) -> Option<FundingScheme> {
        self.0
            .funding_scheme
            .as_deref()
            .and_then(reference::scheme)
            .map(FundingScheme)
    }
    /// What else it is called: a call of the scheme, or a fund of their own.
    async fn name(&self) -> Option<&str> {
        self.0.funding_name.as_deref()
    }
    /// How much comes from there.
    async fn amount(&self) -> Option<Money> {
        let (amount, currency) = self.0.funding_amount.zip(self.0.funding_currency)?;
        Some(Money {
            amount: Amount(amount),
            currency,
        })
    }
}

pub struct FundingScheme(&'static Scheme);

/// A scheme that pays for what municipalities do.
#[Object]
impl FundingScheme {
    /// Its stable key.
    async fn key(&self) -> &str {
        &self.0.id
    }
    /// What it is called by those who run it.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Where it can be applied for: SE, NO, EU or Nordic.
    async fn area(&self) -> &str {
        &self.0.country
    }
    /// Who runs it.
    async fn owner(&self) -> &str {
        &self.0.owner
    }
}

pub struct CommonIndicator(&'static Indicator);

/// An indicator that is measured everywhere in the same way.
#[Object]
impl CommonIndicator {
    /// Its stable key.
    async fn key(&self) -> &str {
        &self.0.id
    }
    /// What is measured, in the viewer's language unless another is asked for.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "The language to show it in.")] language: Option<Language>,
    ) -> &str {
        self.0.name(language.unwrap_or_else(|| ctx.language()))
    }
    /// In what it is measured, in the viewer's language.
    async fn unit(&self, ctx: &Context<'_>) -> &str {
        self.0.unit(ctx.language())
    }
    /// Which way is better.
    async fn direction(&self) -> Direction {
        self.0.direction()
    }
    /// Kolada's number of it, for Swedish municipalities.
    async fn kolada_id(&self) -> Option<&str> {
        self.0.kolada()
    }
    /// Where Norwegian municipalities find their figures.
    async fn norwegian_source(&self) -> Option<&str> {
        self.0.norwegian_source()
    }
}

pub struct ActionDecision<'a>(&'a Detail);

/// A decision, and where it can be read.
#[Object]
impl ActionDecision<'_> {
    /// Who decided.
    async fn body(&self) -> Option<&str> {
        self.0.decision_body.as_deref()
    }
    /// When.
    async fn date(&self) -> Option<Day> {
        self.0.decided_on
    }
    /// Under which number it is filed.
    async fn case_number(&self) -> Option<&str> {
        self.0.case_number.as_deref()
    }
    /// The page where it can be read.
    async fn url(&self) -> Option<&str> {
        self.0.decision_url.as_deref()
    }
}

/// A page elsewhere.
#[Object(name = "ActionLink")]
impl Link {
    /// Its address.
    async fn url(&self) -> &str {
        &self.url
    }
    /// What it is called; null: the address says it.
    async fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

/// Something to be reached on the way.
#[Object]
impl Milestone {
    /// What.
    async fn name(&self) -> &str {
        &self.name
    }
    /// By when.
    async fn due(&self) -> Option<Day> {
        self.due
    }
    /// The day on which it was reached; null while it is not.
    async fn done(&self) -> Option<Day> {
        self.done
    }
    /// Whether its day has passed without it.
    #[graphql(name = "late")]
    async fn is_late(&self, ctx: &Context<'_>) -> bool {
        self.late(ctx.app().clock.now())
    }
}

/// What became of the status, and why.
#[Object(name = "StatusChange")]
impl StatusEntry {
    /// What it was; null where it stayed and somebody said a word about it.
    async fn before(&self) -> Option<ActionStatus> {
        self.before
    }
    /// What it became.
    async fn status(&self) -> ActionStatus {
        self.status
    }
    /// Why.
    async fn reason(&self) -> Option<Text> {
        let (reason, language) = self.reason.as_deref().zip(self.language)?;
        Some(Text::written(reason, language))
    }
    /// When.
    async fn at(&self) -> Moment {
        self.at
    }
    /// Who said so; null where the person is gone.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.by_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// The revision that it came with.
    async fn revision(&self) -> i64 {
        self.revision
    }
}

// What `Action`'s own resolvers in ../graphql.rs hand on to.

pub async fn example(ctx: &Context<'_>, action: &Action) -> Result<Example> {
    Ok(Example {
        since: action.example_since,
        said: Said::of(ctx, action).await?,
    })
}

pub async fn details(ctx: &Context<'_>, action: &Action) -> Result<Facts> {
    Ok(Facts {
        detail: ctx.load::<Details>((action.id, action.revision)).await?,
        said: Said::of(ctx, action).await?,
    })
}

pub async fn outcome(ctx: &Context<'_>, action: &Action) -> Result<Option<Text>> {
    let found = ctx.load::<Outcomes>((action.id, action.revision)).await?;
    Ok(found.map(|outcome| Text::written(&outcome.first_words(), outcome.language)))
}

pub async fn links(ctx: &Context<'_>, action: &Action) -> Result<Vec<Link>> {
    Ok(ctx
        .load::<Links>((action.id, action.revision))
        .await?
        .unwrap_or_default())
}

pub async fn milestones(ctx: &Context<'_>, action: &Action) -> Result<Vec<Milestone>> {
    Ok(ctx
        .load::<Milestones>((action.id, action.revision))
        .await?
        .unwrap_or_default())
}

pub async fn status_history(ctx: &Context<'_>, action: &Action) -> Result<Vec<StatusEntry>> {
    Ok(store::status_history(&ctx.app().db, (action.id, action.revision), HISTORY).await?)
}

#[derive(Default)]
pub struct ExampleQuery;

#[Object]
impl ExampleQuery {
    /// The schemes that pay for what municipalities do.
    async fn funding_schemes(&self) -> Vec<FundingScheme> {
        reference::schemes().iter().map(FundingScheme).collect()
    }
    /// The indicators that are measured everywhere in the same way.
    async fn common_indicators(&self) -> Vec<CommonIndicator> {
        reference::indicators().iter().map(CommonIndicator).collect()
    }
}

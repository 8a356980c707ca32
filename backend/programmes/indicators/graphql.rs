//! The schema of indicators.

use std::collections::HashMap;

use async_graphql::{Context, InputObject, MaybeUndefined, Object, SimpleObject};

use super::{Changes, Direction, Indicator, Point, Series, Trend, Value, store};
use crate::{
    app::App,
    error::Result,
    graphql::{Ask, Day, Id, Source},
    people::Viewer,
    programmes::{Programme, Target, TargetStatus},
};

/// What is measured of the whole programme and of its targets, by programme.
pub struct IndicatorsOfProgrammes;

impl Source for IndicatorsOfProgrammes {
    type Key = Id<Programme>;
    type Value = Vec<Indicator>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        for row in store::of_programmes(&app.db, keys).await? {
            found.entry(row.programme_id).or_default().push(row);
        }
        Ok(found)
    }
}

/// What targets are measured by.
pub struct IndicatorsOfTargets;

impl Source for IndicatorsOfTargets {
    type Key = Id<Target>;
    type Value = Vec<Indicator>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        for row in store::of_targets(&app.db, keys).await? {
            if let Some(target) = row.target_id {
                found.entry(target).or_default().push(row);
            }
        }
        Ok(found)
    }
}

/// What the indicators say of targets.
pub struct Measured;

impl Source for Measured {
    type Key = Id<Target>;
    type Value = TargetStatus;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        super::measured(&app.db, keys).await
    }
}

struct SeriesOf;

impl Source for SeriesOf {
    type Key = Id<Indicator>;
    type Value = Series;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        super::series(&app.db, keys).await
    }
}

struct TargetsById;

impl Source for TargetsById {
    type Key = Id<Target>;
    type Value = Target;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let rows = crate::programmes::store::targets_by_id(&app.db, keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// What a target, or a programme as a whole, is measured by.
#[Object]
impl Indicator {
    /// A TypeID.
    pub async fn id(&self) -> Id<Indicator> {
        self.id
    }
    /// Counts its changes: what an update is of.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// Of the catalogue; null for one of the organisation's own.
    async fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }
    /// What the organisation calls it.
    async fn name(&self) -> &str {
        &self.name
    }
    /// What it counts in.
    async fn unit(&self) -> &str {
        &self.unit
    }
    /// Which way is better.
    async fn direction(&self) -> Direction {
        self.direction
    }
    /// Whether its values are of whole years, given as 31 December.
    async fn yearly(&self) -> bool {
        self.yearly
    }
    /// The target that it measures; null: the programme as a whole.
    async fn target(&self, ctx: &Context<'_>) -> Result<Option<Target>> {
        match self.target_id {
            Some(id) => ctx.load::<TargetsById>(id).await,
            None => Ok(None),
        }
    }
    /// Where the target line begins; null: at the first value.
    async fn baseline(&self) -> Option<DatedValue> {
        self.begins().map(DatedValue::from)
    }
    /// What is to be reached by when, the earliest first.
    async fn aims(&self, ctx: &Context<'_>) -> Result<Vec<DatedValue>> {
        let series = ctx.load::<SeriesOf>(self.id).await?.unwrap_or_default();
        Ok(series
            .aims
            .into_iter()
            .map(|aim| DatedValue {
                day: aim.day,
                value: aim.value,
            })
            .collect())
    }
    /// What was measured, the earliest first.
    async fn values(&self, ctx: &Context<'_>) -> Result<Vec<IndicatorValue>> {
        let series = ctx.load::<SeriesOf>(self.id).await?.unwrap_or_default();
        Ok(series
            .values
            .into_iter()
            .map(|value| IndicatorValue {
                day: value.day,
                value: value.value,
                source: value.source,
                licence: value.licence,
                note: value.note,
            })
            .collect())
    }
    /// By the newest value's distance to the target line; null where there is nothing to compare.
    async fn status(&self, ctx: &Context<'_>) -> Result<Option<TargetStatus>> {
        let series = ctx.load::<SeriesOf>(self.id).await?.unwrap_or_default();
        Ok(series.on(self, |course| course.status()))
    }
    /// Where it goes, by its last values; null with fewer than three.
    async fn trend(&self, ctx: &Context<'_>) -> Result<Option<Trend>> {
        let series = ctx.load::<SeriesOf>(self.id).await?.unwrap_or_default();
        Ok(series.on(self, |course| course.trend()))
    }
}

/// A value on a day.
#[derive(SimpleObject)]
pub struct DatedValue {
    /// The day; of a yearly indicator, 31 December.
    day: Day,
    /// In the indicator's unit.
    value: f64,
}

impl From<Point> for DatedValue {
    fn from(point: Point) -> Self {
        Self {
            day: point.day,
            value: point.value,
        }
    }
}

/// What was measured, and where it comes from.
#[derive(SimpleObject)]
pub struct IndicatorValue {
    /// The day; of a yearly indicator, 31 December.
    day: Day,
    /// In the indicator's unit.
    value: f64,
    /// Who measured or published it.
    source: Option<String>,
    /// On what terms it may be used.
    licence: Option<String>,
    /// What to know when reading it.
    note: Option<String>,
}

#[derive(Default)]
pub struct IndicatorsQuery;

#[Object]
impl IndicatorsQuery {
    /// An indicator by id; null when there is none, or nobody is signed in.
    async fn indicator(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: Id<Indicator>,
    ) -> Result<Option<Indicator>> {
        match ctx.viewer().maybe() {
            Some(_) => Ok(store::indicators(&ctx.app().db, &[id]).await?.into_iter().next()),
            None => Ok(None),
        }
    }
}

/// A value on a day.
#[derive(InputObject)]
pub struct DatedValueInput {
    /// The day; of a yearly indicator any day of the year.
    day: Day,
    /// In the indicator's unit.
    value: f64,
}

impl From<DatedValueInput> for Point {
    fn from(input: DatedValueInput) -> Self {
        Self {
            day: input.day,
            value: input.value,
        }
    }
}

fn points(input: Vec<DatedValueInput>) -> Vec<Point> {
    input.into_iter().map(Into::into).collect()
}

/// A new indicator of a programme: one of the catalogue by its key, or one of the organisation's own, which needs a name
/// and a unit.
#[derive(InputObject)]
pub struct AddIndicatorInput {
    /// Of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// A target of the programme that it measures; the programme as a whole when left out.
    target_id: Option<Id<Target>>,
    /// Of the catalogue.
    key: Option<String>,
    /// At most 200 characters; the catalogue's name when left out.
    name: Option<String>,
    /// At most 60 characters; the catalogue's when left out.
    unit: Option<String>,
    /// The catalogue's when left out, or LOWER.
    direction: Option<Direction>,
    /// Whether its values are of whole years; true when left out.
    yearly: Option<bool>,
    /// Where the target line begins.
    baseline: Option<DatedValueInput>,
    /// What is to be reached by when, at most 50.
    aims: Option<Vec<DatedValueInput>>,
}

/// What came of adding an indicator.
#[derive(SimpleObject)]
pub struct AddIndicatorPayload {
    /// The new indicator.
    indicator: Indicator,
}

/// A field left out is unchanged, null clears it.
#[derive(InputObject)]
pub struct UpdateIndicatorInput {
    /// The indicator.
    id: Id<Indicator>,
    /// The revision that the change is of.
    revision: i64,
    /// A target of the same programme.
    target_id: MaybeUndefined<Id<Target>>,
    /// At most 200 characters.
    name: MaybeUndefined<String>,
    /// At most 60 characters.
    unit: MaybeUndefined<String>,
    /// Which way is better.
    direction: Option<Direction>,
    /// Whether its values are of whole years.
    yearly: Option<bool>,
    /// Where the target line begins.
    baseline: MaybeUndefined<DatedValueInput>,
    /// All of them anew, at most 50.
    aims: Option<Vec<DatedValueInput>>,
}

/// What came of the change.
#[derive(SimpleObject)]
pub struct UpdateIndicatorPayload {
    /// As it is now.
    indicator: Indicator,
}

/// What to delete.
#[derive(InputObject)]
pub struct DeleteIndicatorInput {
    /// The indicator, with all that was measured.
    id: Id<Indicator>,
}

/// What came of deleting.
#[derive(SimpleObject)]
pub struct DeleteIndicatorPayload {
    /// The programme that it was of.
    programme: Programme,
}

/// A value, and where it comes from.
#[derive(InputObject)]
pub struct IndicatorValueInput {
    /// The day; of a yearly indicator any day of the year.
    day: Day,
    /// In the indicator's unit.
    value: f64,
    /// Who measured or published it, at most 500 characters.
    source: Option<String>,
    /// On what terms it may be used, at most 500 characters.
    licence: Option<String>,
    /// What to know when reading it, at most 500 characters.
    note: Option<String>,
}

/// Values to put into a series, 500 at a time: each takes the place of the one of the same day.
#[derive(InputObject)]
pub struct SetIndicatorValuesInput {
    /// The indicator.
    indicator_id: Id<Indicator>,
    /// What was measured.
    values: Option<Vec<IndicatorValueInput>>,
    /// Days whose values are taken out.
    removed: Option<Vec<Day>>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct SetIndicatorValuesPayload {
    /// As it is now.
    indicator: Indicator,
}

#[derive(Default)]
pub struct IndicatorsMutation;

#[Object]
impl IndicatorsMutation {
    /// Takes an indicator into a programme of the viewer's own organisation.
    async fn add_indicator(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AddIndicatorInput,
    ) -> Result<AddIndicatorPayload> {
        fn given<T>(value: Option<T>) -> crate::text::Change<T> {
            value.map_or(crate::text::Change::Keep, crate::text::Change::Set)
        }
        let changes = Changes {
            target_id: given(input.target_id),
            name: given(input.name),
            unit: given(input.unit),
            direction: input.direction,
            yearly: input.yearly,
            baseline: given(input.baseline.map(Into::into)),
            aims: input.aims.map(points),
        };
        let indicator = super::add(ctx.app(), ctx.me()?, input.programme_id, input.key, changes).await?;
        Ok(AddIndicatorPayload { indicator })
    }

    /// Changes an indicator: what it measures, where its line begins and what is to be reached.
    async fn update_indicator(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateIndicatorInput,
    ) -> Result<UpdateIndicatorPayload> {
        let changes = Changes {
            target_id: input.target_id.into(),
            name: input.name.into(),
            unit: input.unit.into(),
            direction: input.direction,
            yearly: input.yearly,
            baseline: input.baseline.map_value(Into::into).into(),
            aims: input.aims.map(points),
        };
        let indicator = super::update(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateIndicatorPayload { indicator })
    }

    /// Deletes an indicator with all that was measured.
    async fn delete_indicator(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteIndicatorInput,
    ) -> Result<DeleteIndicatorPayload> {
        Ok(DeleteIndicatorPayload {
            programme: super::delete(ctx.app(), ctx.me()?, input.id).await?,
        })
    }

    /// Puts values into an indicator's series, and takes others out of it.
    async fn set_indicator_values(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetIndicatorValuesInput,
    ) -> Result<SetIndicatorValuesPayload> {
        let values = input
            .values
            .unwrap_or_default()
            .into_iter()
            .map(|each| Value {
                day: each.day,
                value: each.value,
                source: each.source,
                licence: each.licence,
                note: each.note,
            })
            .collect();
        let removed = input.removed.unwrap_or_default();
        let indicator = super::set_values(ctx.app(), ctx.me()?, input.indicator_id, values, removed).await?;
        Ok(SetIndicatorValuesPayload { indicator })
    }
}

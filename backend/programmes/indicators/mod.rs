//! What targets are measured by: indicators of the catalogue (`reference/indicators.csv`) or of one's own, each with a
//! series of values, a baseline and dated target values. How they stand is worked out in `course.rs` whenever somebody
//! asks; it is nowhere kept.

pub mod course;
pub mod graphql;
pub mod incoming;
pub(crate) mod store;

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

pub use self::course::{Course, Direction, Point, Trend, TrendDirection};
use super::{
    Programme, Target, TargetStatus,
    history::{self, ChangeKind, ChangedObject},
};
use crate::{
    actions::example::reference,
    app::App,
    db::{Db, Tx, row},
    error::{Error, ErrorCode, Result},
    graphql::{Day, Id, Kind},
    people::{Editor, Me},
    text::{self, Change},
};

#[derive(Clone, Debug)]
pub struct Indicator {
    pub id: Id<Indicator>,
    pub programme_id: Id<Programme>,
    /// What it measures; none: the programme as a whole.
    pub target_id: Option<Id<Target>>,
    pub revision: i64,
    /// Of the catalogue; none for one of their own.
    pub key: Option<String>,
    pub name: String,
    pub unit: String,
    pub direction: Direction,
    /// Its values are of whole years, kept as 31 December.
    pub yearly: bool,
    pub baseline_on: Option<Day>,
    pub baseline_value: Option<f64>,
}
row!(Indicator {
    id,
    programme_id,
    target_id,
    revision,
    key,
    name,
    unit,
    direction,
    yearly,
    baseline_on,
    baseline_value
});

impl Kind for Indicator {
    const PREFIX: &'static str = "indicator";
}

impl Indicator {
    #[must_use]
    pub fn begins(&self) -> Option<Point> {
        Some(Point {
            day: self.baseline_on?,
            value: self.baseline_value?,
        })
    }
}

/// What was measured, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub indicator_id: Id<Indicator>,
    pub day: Day,
    pub value: f64,
    pub source: Option<String>,
    pub licence: Option<String>,
    pub note: Option<String>,
}
row!(Measured {
    indicator_id,
    day,
    value,
    source,
    licence,
    note
});

/// What is to be reached by when.
#[derive(Clone, Debug)]
pub struct Aim {
    pub indicator_id: Id<Indicator>,
    pub day: Day,
    pub value: f64,
}
row!(Aim {
    indicator_id,
    day,
    value
});

/// All that is drawn of an indicator.
#[derive(Clone, Debug, Default)]
pub struct Series {
    pub values: Vec<Measured>,
    pub aims: Vec<Aim>,
}

impl Series {
    /// Reads a course off it.
    pub fn on<T>(&self, indicator: &Indicator, read: impl FnOnce(&Course<'_>) -> T) -> T {
        let values: Vec<_> = self
            .values
            .iter()
            .map(|each| Point {
                day: each.day,
                value: each.value,
            })
            .collect();
        let aims: Vec<_> = self
            .aims
            .iter()
            .map(|each| Point {
                day: each.day,
                value: each.value,
            })
            .collect();
        read(&Course {
            direction: indicator.direction,
            baseline: indicator.begins(),
            aims: &aims,
            values: &values,
        })
    }
}

// ---- reading --------------------------------------------------------------------------------------------------------

/// The series of some indicators.
///
/// # Errors
/// When the database does not answer.
pub async fn series(db: &Db, ids: &[Id<Indicator>]) -> Result<HashMap<Id<Indicator>, Series>> {
    let mut found: HashMap<_, Series> = ids.iter().map(|id| (*id, Series::default())).collect();
    for row in store::values(db, ids).await? {
        found.entry(row.indicator_id).or_default().values.push(row);
    }
    for row in store::aims(db, ids).await? {
        found.entry(row.indicator_id).or_default().aims.push(row);
    }
    Ok(found)
}

/// What the indicators say of some targets; nothing of a target that nothing measures.
///
/// # Errors
/// When the database does not answer.
pub async fn measured(db: &Db, targets: &[Id<Target>]) -> Result<HashMap<Id<Target>, TargetStatus>> {
    let indicators = store::of_targets(db, targets).await?;
    if indicators.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<_> = indicators.iter().map(|each| each.id).collect();
    let series = series(db, &ids).await?;
    let mut statuses: HashMap<_, Vec<TargetStatus>> = HashMap::new();
    for indicator in &indicators {
        let status = series
            .get(&indicator.id)
            .and_then(|series| series.on(indicator, |course| course.status()));
        if let (Some(target), Some(status)) = (indicator.target_id, status) {
            statuses.entry(target).or_default().push(status);
        }
    }
    Ok(statuses
        .into_iter()
        .filter_map(|(target, statuses)| Some((target, course::together(statuses)?)))
        .collect())
}

// ---- writing --------------------------------------------------------------------------------------------------------

/// Longest texts, in characters, and longest lists.
const NAME: usize = 200;
const UNIT: usize = 60;
const SOURCE: usize = 500;
const MOST_INDICATORS: i64 = 200;
const MOST_AIMS: usize = 50;
const MOST_AT_ONCE: usize = 500;
const MOST_VALUES: i64 = 2000;
/// Far beyond what is measured, and far from where sums lose their last digits.
const LARGEST: f64 = 1e15;

/// What may be given with a new indicator, or changed later.
#[derive(Default)]
pub struct Changes {
    pub target_id: Change<Id<Target>>,
    pub name: Change<String>,
    pub unit: Change<String>,
    pub direction: Option<Direction>,
    pub yearly: Option<bool>,
    pub baseline: Change<Point>,
    pub aims: Option<Vec<Point>>,
}

/// # Errors
/// `INVALID` with the field at fault, `NOT_FOUND`, `FORBIDDEN`.
pub async fn add(
    app: &App,
    me: &Me,
    programme_id: Id<Programme>,
    key: Option<String>,
    changes: Changes,
) -> Result<Indicator> {
    let programme = super::programme(&app.db, programme_id)
        .await?
        .ok_or_else(|| Error::not_found().on("programmeId"))?;
    let editor = me.editor(programme.organisation_id)?;
    let known = match &key {
        Some(key) => Some(
            reference::indicator(key)
                .ok_or_else(|| Error::invalid("key", "error-unknown-indicator").with("key", key.as_str()))?,
        ),
        None => None,
    };
    let mut indicator = Indicator {
        id: Id::of(app.random.id(app.clock.now())),
        programme_id,
        target_id: None,
        revision: 1,
        key,
        name: known
            .map(|known| known.name(me.language).to_owned())
            .unwrap_or_default(),
        unit: known
            .map(|known| known.unit(me.language).to_owned())
            .unwrap_or_default(),
        direction: known.map_or(Direction::Lower, reference::Indicator::direction),
        yearly: true,
        baseline_on: None,
        baseline_value: None,
    };
    let aims = apply(app, &mut indicator, changes).await?.unwrap_or_default();
    for (field, text) in [("name", &indicator.name), ("unit", &indicator.unit)] {
        if text.is_empty() {
            return Err(Error::invalid(field, "error-empty"));
        }
    }
    let mut tx = app.db.begin().await?;
    if store::count(&mut tx, programme_id).await? >= MOST_INDICATORS {
        return Err(too_many("programmeId", MOST_INDICATORS));
    }
    store::insert(&mut tx, &editor, &indicator).await?;
    store::insert_aims(&mut tx, &editor, indicator.id, &aims).await?;
    note(app, &mut tx, &editor, ChangeKind::Added, &indicator, None).await?;
    app.commit(tx).await?;
    Ok(indicator)
}

/// # Errors
/// `CONFLICT` when `revision` is no longer the newest; else as [`add`].
pub async fn update(app: &App, me: &Me, id: Id<Indicator>, revision: i64, changes: Changes) -> Result<Indicator> {
    let (before, editor) = own(app, me, "id", id).await?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let mut indicator = before.clone();
    let aims = apply(app, &mut indicator, changes).await?;
    indicator.revision += 1;
    let mut tx = app.db.begin().await?;
    if !store::update(&mut tx, &editor, &indicator, before.revision).await? {
        return Err(conflict(indicator.revision));
    }
    if let Some(aims) = aims {
        store::delete_aims(&mut tx, &editor, id).await?;
        store::insert_aims(&mut tx, &editor, id, &aims).await?;
    }
    note(
        app,
        &mut tx,
        &editor,
        ChangeKind::Changed,
        &indicator,
        Some(&before.name),
    )
    .await?;
    app.commit(tx).await?;
    Ok(indicator)
}

/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub async fn delete(app: &App, me: &Me, id: Id<Indicator>) -> Result<Programme> {
    let (indicator, editor) = own(app, me, "id", id).await?;
    let mut tx = app.db.begin().await?;
    store::delete(&mut tx, &editor, &[id]).await?;
    note(app, &mut tx, &editor, ChangeKind::Deleted, &indicator, None).await?;
    app.commit(tx).await?;
    super::programme(&app.db, indicator.programme_id)
        .await?
        .ok_or_else(Error::not_found)
}

/// A value as it comes in.
pub struct Value {
    pub day: Day,
    pub value: f64,
    pub source: Option<String>,
    pub licence: Option<String>,
    pub note: Option<String>,
}

/// Puts values into a series, each in the place of the one of the same day, and takes others out of it.
///
/// # Errors
/// `INVALID` with the field at fault, `NOT_FOUND`, `FORBIDDEN`.
pub async fn set_values(
    app: &App,
    me: &Me,
    id: Id<Indicator>,
    values: Vec<Value>,
    removed: Vec<Day>,
) -> Result<Indicator> {
    let (indicator, editor) = own(app, me, "indicatorId", id).await?;
    if values.len() + removed.len() > MOST_AT_ONCE {
        return Err(Error::invalid("values", "error-too-many").with("most", MOST_AT_ONCE));
    }
    let mut rows = Vec::new();
    let mut days = HashSet::new();
    for each in values {
        let day = whole_year(indicator.yearly, each.day);
        if !days.insert(day.0) {
            return Err(Error::invalid("values", "error-same-day-twice"));
        }
        rows.push(Measured {
            indicator_id: id,
            day,
            value: finite("value", each.value)?,
            source: optional("source", each.source)?,
            licence: optional("licence", each.licence)?,
            note: optional("note", each.note)?,
        });
    }
    let removed: Vec<_> = removed
        .into_iter()
        .map(|day| whole_year(indicator.yearly, day))
        .filter(|day| !days.contains(&day.0))
        .collect();
    let mut tx = app.db.begin().await?;
    replace(app, &mut tx, &editor, &indicator, &rows, removed).await?;
    app.commit(tx).await?;
    Ok(indicator)
}

/// Writes values in the place of those of the same days, takes others out, and notes who did.
async fn replace(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    indicator: &Indicator,
    rows: &[Measured],
    removed: Vec<Day>,
) -> Result<()> {
    let replaced: Vec<_> = rows.iter().map(|row| row.day).chain(removed).collect();
    store::delete_values(tx, editor, indicator.id, &replaced).await?;
    store::insert_values(tx, editor, rows).await.map_err(|error| {
        // Two who write the same day at once: the other one has won.
        if error.is_unique("indicator_value") {
            Error::new(ErrorCode::Conflict)
        } else {
            Error::from(error)
        }
    })?;
    if store::count_values(tx, indicator.id).await? > MOST_VALUES {
        return Err(too_many("values", MOST_VALUES));
    }
    note(app, tx, editor, ChangeKind::Values, indicator, None).await
}

async fn note(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    kind: ChangeKind,
    indicator: &Indicator,
    before: Option<&str>,
) -> Result<()> {
    let of = history::Of {
        object: ChangedObject::Indicator,
        id: indicator.id.0,
        name: &indicator.name,
        before,
    };
    history::note(app, tx, editor, indicator.programme_id, kind, of).await
}

async fn own(app: &App, me: &Me, field: &'static str, id: Id<Indicator>) -> Result<(Indicator, Editor)> {
    let missing = || Error::not_found().on(field);
    let indicator = store::indicators(&app.db, &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    let programme = super::programme(&app.db, indicator.programme_id)
        .await?
        .ok_or_else(missing)?;
    Ok((indicator, me.editor(programme.organisation_id)?))
}

/// Puts changes into an indicator, checked; gives the target values, where they are given anew.
async fn apply(app: &App, indicator: &mut Indicator, changes: Changes) -> Result<Option<Vec<Point>>> {
    if let Change::Set(target) = changes.target_id
        && super::store::home_of_target(&app.db, target)
            .await?
            .is_none_or(|home| home.programme_id != indicator.programme_id)
    {
        return Err(Error::not_found().on("targetId"));
    }
    changes.target_id.apply(&mut indicator.target_id);
    required("name", changes.name, NAME, &mut indicator.name)?;
    required("unit", changes.unit, UNIT, &mut indicator.unit)?;
    indicator.direction = changes.direction.unwrap_or(indicator.direction);
    indicator.yearly = changes.yearly.unwrap_or(indicator.yearly);
    match changes.baseline {
        Change::Keep => {}
        Change::Clear => (indicator.baseline_on, indicator.baseline_value) = (None, None),
        Change::Set(point) => {
            indicator.baseline_on = Some(whole_year(indicator.yearly, point.day));
            indicator.baseline_value = Some(finite("baseline", point.value)?);
        }
    }
    let Some(mut aims) = changes.aims else { return Ok(None) };
    if aims.len() > MOST_AIMS {
        return Err(Error::invalid("aims", "error-too-many").with("most", MOST_AIMS));
    }
    for aim in &mut aims {
        aim.day = whole_year(indicator.yearly, aim.day);
        finite("aims", aim.value)?;
    }
    aims.sort_by_key(|aim| aim.day);
    if aims.windows(2).any(|pair| pair[0].day == pair[1].day) {
        return Err(Error::invalid("aims", "error-same-day-twice"));
    }
    Ok(Some(aims))
}

fn required(field: &'static str, change: Change<String>, most: usize, to: &mut String) -> Result<()> {
    match change {
        Change::Keep => {}
        Change::Clear => return Err(Error::invalid(field, "error-empty")),
        Change::Set(given) => *to = text::required_line(field, &given, most)?,
    }
    Ok(())
}

fn optional(field: &'static str, given: Option<String>) -> Result<Option<String>> {
    given.map_or(Ok(None), |given| text::line(field, &given, SOURCE))
}

fn finite(field: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() && value.abs() <= LARGEST {
        Ok(value)
    } else {
        Err(Error::invalid(field, "error-number-too-large"))
    }
}

fn whole_year(yearly: bool, day: Day) -> Day {
    if yearly { Day(day.0.last_of_year()) } else { day }
}

fn conflict(newest: i64) -> Error {
    Error::new(ErrorCode::Conflict).on("revision").with("revision", newest)
}

fn too_many(field: &'static str, most: i64) -> Error {
    Error::invalid(field, "error-too-many").with("most", most)
}

/// The rows of the demo content, which is checked when it is read.
pub(crate) async fn insert_for_demo(
    tx: &mut Tx,
    editor: &Editor,
    indicator: &Indicator,
    aims: &[Point],
    values: &[Measured],
) -> Result<()> {
    store::insert(tx, editor, indicator).await?;
    store::insert_aims(tx, editor, indicator.id, aims).await?;
    Ok(store::insert_values(tx, editor, values).await?)
}

/// The indicators of what is deleted go along.
pub(super) async fn delete_of_targets(tx: &mut Tx, editor: &Editor, targets: &[Uuid]) -> Result<()> {
    let ids: Vec<_> = store::ids_of_targets(&mut *tx, targets).await?;
    Ok(store::delete(tx, editor, &ids).await?)
}

/// So do all of a programme that is deleted.
pub(super) async fn delete_of_programme(tx: &mut Tx, editor: &Editor, programme: Id<Programme>) -> Result<()> {
    Ok(store::delete_of_programme(tx, editor, programme).await?)
}

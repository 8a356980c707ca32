//! Programmes of the demo, with what their targets are measured by.

use serde::Deserialize;

use super::{Demo, day, missing, word};
use crate::{
    actions::example::reference,
    error::Result,
    graphql::{Day, Id},
    i18n,
    people::Editor,
    programmes::{
        self, FocusArea, Goal, Objectives, Programme, Purpose, Target, TargetStatus,
        indicators::{self, Direction, Indicator, Measured, Point},
    },
};

#[derive(Deserialize)]
pub(super) struct Programmes {
    programme: Vec<ProgrammeRow>,
}

#[derive(Deserialize)]
struct ProgrammeRow {
    key: String,
    organisation: String,
    name: String,
    starts: Option<String>,
    ends: Option<String>,
    decided_by: Option<String>,
    decided_on: Option<String>,
    decision_number: Option<String>,
    decision_url: Option<String>,
    review_on: Option<String>,
    #[serde(default)]
    focus_area: Vec<FocusAreaRow>,
    #[serde(default)]
    indicator: Vec<IndicatorRow>,
}

#[derive(Deserialize)]
struct FocusAreaRow {
    name: String,
    #[serde(default)]
    goal: Vec<GoalRow>,
}

#[derive(Deserialize)]
struct GoalRow {
    name: String,
    purpose: Option<String>,
    risk: Option<String>,
    effect: Option<String>,
    #[serde(default)]
    objectives: Vec<String>,
    #[serde(default)]
    target: Vec<TargetRow>,
}

#[derive(Deserialize)]
struct TargetRow {
    name: String,
    due: Option<String>,
    status: String,
    reason: Option<String>,
    #[serde(default)]
    objectives: Vec<String>,
    #[serde(default)]
    indicator: Vec<IndicatorRow>,
}

#[derive(Deserialize)]
struct IndicatorRow {
    key: Option<String>,
    name: Option<String>,
    unit: Option<String>,
    direction: Option<String>,
    source: String,
    licence: Option<String>,
    baseline: Option<(i16, f64)>,
    aims: Vec<(i16, f64)>,
    values: Vec<(i16, f64)>,
}

impl Demo<'_> {
    pub(super) async fn programmes(&mut self, rows: Programmes) -> Result<()> {
        for row in rows.programme {
            let organisation_id = self.organisation(&row.organisation)?;
            // Whoever works there wrote it, the same person each time.
            let author = self
                .people
                .values()
                .filter(|person| person.organisation_id == organisation_id && person.organisation_confirmed)
                .min_by_key(|person| &person.email)
                .ok_or_else(|| missing("person of", &row.organisation))?;
            let editor = Editor::for_demo(author);
            let programme = Programme {
                starts: optional_day(row.starts.as_deref())?,
                ends: optional_day(row.ends.as_deref())?,
                decided_by: row.decided_by,
                decided_on: optional_day(row.decided_on.as_deref())?,
                decision_number: row.decision_number,
                decision_url: row.decision_url,
                review_on: optional_day(row.review_on.as_deref())?,
                ..Programme::named(self.new_id(), organisation_id, row.name)
            };
            let key = i18n::sort_key(&programme.name);
            programmes::store::insert_programme(&mut self.tx, &programme, &key, self.now).await?;
            for (position, row) in (0..).zip(row.focus_area) {
                let area = FocusArea {
                    id: self.new_id(),
                    programme_id: programme.id,
                    name: row.name,
                    revision: 1,
                };
                programmes::store::insert_focus_area(&mut self.tx, &editor, &area, position).await?;
                for (position, row) in (0..).zip(row.goal) {
                    self.goal(&editor, &programme, area.id, position, row).await?;
                }
            }
            for row in row.indicator {
                self.indicator(&editor, &programme, None, row).await?;
            }
            self.programmes.insert(row.key, programme);
        }
        Ok(())
    }

    async fn goal(
        &mut self,
        editor: &Editor,
        programme: &Programme,
        focus_area_id: Id<FocusArea>,
        position: i64,
        row: GoalRow,
    ) -> Result<()> {
        let purpose = row.purpose.as_deref().unwrap_or("OTHER");
        let goal = Goal {
            id: self.new_id(),
            focus_area_id,
            name: row.name,
            revision: 1,
            purpose: word("purpose", purpose, Purpose::from_text(purpose))?,
            risk: row.risk,
            effect: row.effect,
            objectives: Objectives::parse(&row.objectives)?,
        };
        programmes::store::insert_goal(&mut self.tx, editor, &goal, position).await?;
        for (position, row) in (0..).zip(row.target) {
            let said = word("status", &row.status, TargetStatus::from_text(&row.status))?;
            let assessed = said != TargetStatus::NotAssessed;
            let target = Target {
                id: self.new_id(),
                goal_id: goal.id,
                name: row.name,
                due: optional_day(row.due.as_deref())?,
                revision: 1,
                objectives: Objectives::parse(&row.objectives)?,
                said,
                reason: row.reason,
                assessed_by: assessed.then_some(editor.person_id()),
                assessed_name: None,
                assessed_at: assessed.then(|| self.days_ago(40)),
            };
            programmes::store::insert_target(&mut self.tx, editor, &target, position).await?;
            for row in row.indicator {
                self.indicator(editor, programme, Some(target.id), row).await?;
            }
            self.targets.insert((programme.id.0, target.name), target.id);
        }
        Ok(())
    }

    async fn indicator(
        &mut self,
        editor: &Editor,
        programme: &Programme,
        target_id: Option<Id<Target>>,
        row: IndicatorRow,
    ) -> Result<()> {
        let known = match &row.key {
            Some(key) => Some(word("indicator", key, reference::indicator(key))?),
            None => None,
        };
        let language = self
            .people
            .values()
            .find(|person| person.id == editor.person_id())
            .map_or(i18n::Language::Sv, |person| person.language);
        let name = row.name.or_else(|| known.map(|known| known.name(language).to_owned()));
        let unit = row.unit.or_else(|| known.map(|known| known.unit(language).to_owned()));
        let direction = match row.direction.as_deref() {
            Some(text) => word("direction", text, Direction::from_text(text))?,
            None => known.map_or(Direction::Lower, reference::Indicator::direction),
        };
        let indicator = Indicator {
            id: self.new_id(),
            programme_id: programme.id,
            target_id,
            revision: 1,
            key: row.key,
            name: name.ok_or_else(|| missing("name of", "an indicator"))?,
            unit: unit.ok_or_else(|| missing("unit of", "an indicator"))?,
            direction,
            yearly: true,
            baseline_on: row.baseline.map(|(year, _)| last_of(year)),
            baseline_value: row.baseline.map(|(_, value)| value),
        };
        let aims: Vec<_> = row
            .aims
            .into_iter()
            .map(|(year, value)| Point {
                day: last_of(year),
                value,
            })
            .collect();
        let values: Vec<_> = row
            .values
            .into_iter()
            .map(|(year, value)| Measured {
                indicator_id: indicator.id,
                day: last_of(year),
                value,
                source: Some(row.source.clone()),
                licence: row.licence.clone(),
                note: None,
            })
            .collect();
        indicators::insert_for_demo(&mut self.tx, editor, &indicator, &aims, &values).await
    }

    fn new_id<T>(&self) -> Id<T> {
        Id::of(self.app.random.id(self.app.clock.now()))
    }
}

fn optional_day(text: Option<&str>) -> Result<Option<Day>> {
    text.map(day).transpose()
}

fn last_of(year: i16) -> Day {
    Day(jiff::civil::date(year, 12, 31))
}

//! Programmes of the demo.

use serde::Deserialize;

use super::{Demo, day, word};
use crate::{
    app::App,
    error::Result,
    graphql::Id,
    i18n,
    programmes::{self, FocusArea, Goal, Programme, Target, TargetStatus},
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
    #[serde(default)]
    focus_area: Vec<FocusAreaRow>,
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
    #[serde(default)]
    target: Vec<TargetRow>,
}

#[derive(Deserialize)]
struct TargetRow {
    name: String,
    due: Option<String>,
    status: String,
}

impl Demo<'_> {
    pub(super) async fn programmes(&mut self, rows: Programmes) -> Result<()> {
        for row in rows.programme {
            let organisation_id = self.organisation(&row.organisation)?;
            let id = |app: &App| app.random.id(app.clock.now());
            let programme = Programme {
                id: Id::of(id(self.app)),
                organisation_id,
                name: row.name,
            };
            let key = i18n::sort_key(&programme.name);
            programmes::store::insert_programme(&mut self.tx, &programme, &key, self.now).await?;
            for (position, row) in (0..).zip(row.focus_area) {
                let area = FocusArea {
                    id: Id::of(id(self.app)),
                    programme_id: programme.id,
                    name: row.name,
                };
                programmes::store::insert_focus_area(&mut self.tx, &area, position).await?;
                for (position, row) in (0..).zip(row.goal) {
                    let goal = Goal {
                        id: Id::of(id(self.app)),
                        focus_area_id: area.id,
                        name: row.name,
                    };
                    programmes::store::insert_goal(&mut self.tx, &goal, position).await?;
                    for (position, row) in (0..).zip(row.target) {
                        let target = Target {
                            id: Id::of(id(self.app)),
                            goal_id: goal.id,
                            name: row.name,
                            due: row.due.as_deref().map(day).transpose()?,
                            status: word("status", &row.status, TargetStatus::from_text(&row.status))?,
                        };
                        programmes::store::insert_target(&mut self.tx, &target, position).await?;
                        self.targets.insert((programme.id.0, target.name), target.id);
                    }
                }
            }
            self.programmes.insert(row.key, programme);
        }
        Ok(())
    }
}

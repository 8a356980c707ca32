//! The parts of a programme by their names, as a sheet gives them: what is there, what is missing, and how a sheet adds to it.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    FocusArea, Goal, Objectives, Programme, Target,
    editing::{blank_goal, blank_target, conflict, missing, put_focus_area, put_goal, put_target, renamed},
    history::{self, ChangeKind, ChangedObject},
    store::{self, FOCUS_AREAS, GOALS, TARGETS},
};
use crate::{
    app::App,
    db::{Db, Tx},
    error::Result,
    graphql::{Day, Id},
    people::Editor,
};

/// A part that is there.
pub struct Named {
    pub id: Uuid,
    pub name: String,
    /// Only of a target.
    pub due: Option<Day>,
    /// None of a focus area.
    pub objectives: Objectives,
}

/// What the rows of a sheet say of a part that they name; only targets have a day, and focus areas no objectives.
#[derive(Default)]
pub struct Said {
    /// Each that a row gives, in their order.
    pub due: Vec<Day>,
    pub objectives: Objectives,
}

/// A programme's parts, by what they hang on.
///
/// # Errors
/// When the database does not answer.
pub async fn outline(db: &Db, id: Id<Programme>) -> Result<HashMap<Under, Vec<Named>>> {
    let areas = store::focus_areas(db, &[id]).await?;
    let goals = store::goals(db, &areas.iter().map(|area| area.id).collect::<Vec<_>>()).await?;
    let targets = store::targets(db, &goals.iter().map(|goal| goal.id).collect::<Vec<_>>()).await?;
    let named = |id: Uuid, name: String, objectives: Objectives| Named {
        id,
        name,
        due: None,
        objectives,
    };
    let areas = areas
        .into_iter()
        .map(|area| (Under::Programme(id), named(area.id.0, area.name, Objectives::default())));
    let goals = goals.into_iter().map(|goal| {
        (
            Under::FocusArea(goal.focus_area_id),
            named(goal.id.0, goal.name, goal.objectives),
        )
    });
    let targets = targets.into_iter().map(|target| {
        let named = Named {
            due: target.due,
            ..named(target.id.0, target.name, target.objectives)
        };
        (Under::Goal(target.goal_id), named)
    });
    let mut outline: HashMap<_, Vec<_>> = HashMap::new();
    for (under, part) in areas.chain(goals).chain(targets) {
        outline.entry(under).or_default().push(part);
    }
    Ok(outline)
}

/// What a part of a programme hangs on.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Under {
    Programme(Id<Programme>),
    FocusArea(Id<FocusArea>),
    Goal(Id<Goal>),
}

impl Under {
    /// The names of what hangs there, with their ids, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn names(self, tx: &mut Tx) -> Result<Vec<(Uuid, String)>> {
        let (level, parent) = match self {
            Self::Programme(id) => (&FOCUS_AREAS, id.0),
            Self::FocusArea(id) => (&GOALS, id.0),
            Self::Goal(id) => (&TARGETS, id.0),
        };
        Ok(store::names(tx, level, parent).await?)
    }

    /// Adds a part in a unit of work that goes on.
    /// Rounds that are open are told of it by the caller, of all that is added at once.
    ///
    /// # Errors
    /// `INVALID` where no more can hang there.
    pub async fn put(
        self,
        app: &App,
        tx: &mut Tx,
        editor: &Editor,
        programme: Id<Programme>,
        name: String,
        said: Said,
    ) -> Result<Uuid> {
        let Said { due, objectives } = said;
        Ok(match self {
            Self::Programme(programme_id) => {
                let area = FocusArea {
                    id: Id::of(app.random.id(app.clock.now())),
                    programme_id,
                    name,
                    revision: 1,
                };
                put_focus_area(app, tx, editor, &area).await?;
                area.id.0
            }
            Self::FocusArea(focus_area) => {
                let goal = Goal {
                    name,
                    objectives,
                    ..blank_goal(app, focus_area)
                };
                put_goal(app, tx, editor, programme, &goal).await?;
                goal.id.0
            }
            Self::Goal(goal) => {
                let target = Target {
                    name,
                    due: due.first().copied(),
                    objectives,
                    ..blank_target(app, goal)
                };
                put_target(app, tx, editor, programme, &target).await?;
                target.id.0
            }
        })
    }

    /// Adds objectives to a goal or target that is there, in a unit of work that goes on; those that it has stay. A target's
    /// day becomes the first that is another than it has: most rows of a sheet that was written in still have the old one.
    ///
    /// # Errors
    /// `CONFLICT` when somebody changes the part in that moment.
    pub async fn bring_up(
        self,
        app: &App,
        tx: &mut Tx,
        editor: &Editor,
        programme: Id<Programme>,
        id: Uuid,
        said: &Said,
    ) -> Result<()> {
        let (object, name, first, newest) = match self {
            Self::Programme(_) => return Ok(()),
            Self::FocusArea(_) => {
                let goal = store::goal(&mut *tx, Id::of(id)).await?;
                let mut goal = goal.ok_or_else(|| missing("id"))?;
                if !goal.objectives.add(&said.objectives) {
                    return Ok(());
                }
                goal.revision += 1;
                let first = store::update_goal(tx, editor, &goal, goal.revision - 1).await?;
                (ChangedObject::Goal, goal.name, first, goal.revision)
            }
            Self::Goal(_) => {
                let target = store::targets_by_id(&mut *tx, &[Id::of(id)]).await?.pop();
                let mut target = target.ok_or_else(|| missing("id"))?;
                let other = said.due.iter().find(|day| target.due != Some(**day));
                if !target.objectives.add(&said.objectives) && other.is_none() {
                    return Ok(());
                }
                target.due = other.copied().or(target.due);
                target.revision += 1;
                let first = store::update_target(tx, editor, &target, target.revision - 1).await?;
                (ChangedObject::Target, target.name, first, target.revision)
            }
        };
        if !first {
            return Err(conflict(newest));
        }
        let of = renamed(object, id, &name, &name);
        history::note(app, tx, editor, programme, ChangeKind::Changed, of).await
    }
}

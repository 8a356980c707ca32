//! Taking rows over: the parts of the programme that they name, new actions, and those that are there with other words. All
//! of it is one unit of work.

use std::collections::{HashMap, hash_map::Entry};

use uuid::Uuid;

use super::{ImportRow, Taken, store, update::Update};
use crate::{
    actions::{
        self, Action, Changes,
        editing::{Prepared, Revised},
    },
    app::App,
    db::Tx,
    error::Result,
    followup,
    graphql::{Day, Id},
    i18n::fold,
    imports::{self, FileImport},
    people::Editor,
    programmes::{
        Objectives, Programme,
        outline::{NewPart, Under},
    },
};

/// Rows that have been checked and not been written.
pub struct New {
    rows: Vec<NewRow>,
    left_out: usize,
}

struct NewRow {
    /// Focus area, goal and target, as far as they are named.
    parts: [Option<String>; 3],
    due: Option<Day>,
    /// Of the last part that is named.
    objectives: Objectives,
    action: Written,
}

/// What of actions a row writes.
enum Written {
    /// It is only a part of the programme.
    Nothing,
    New(Box<Prepared>),
    /// An action that is there, with what it is to say instead if that is something else.
    Known(Id<Action>, Option<Box<Revised>>),
}

impl Written {
    async fn of(
        app: &App,
        programme: &Programme,
        editor: &Editor,
        update: Option<Update>,
        changes: Option<Changes>,
    ) -> Result<Self> {
        Ok(match (update, changes) {
            (Some(update), _) => {
                let id = update.before.id;
                let revised = match update.changes.is_empty() {
                    true => None,
                    false => Some(Box::new(
                        actions::editing::revise(app, update.before, update.changes).await?,
                    )),
                };
                Self::Known(id, revised)
            }
            (None, Some(changes)) => Self::New(Box::new(
                actions::editing::prepare(app, programme, editor, changes).await?,
            )),
            (None, None) => Self::Nothing,
        })
    }
}

impl New {
    pub async fn of(app: &App, editor: &Editor, programme: &Programme, rows: Vec<ImportRow>) -> Result<Self> {
        let left_out = rows.iter().filter(|row| row.is_left_out()).count();
        let mut new = Vec::new();
        for row in rows.into_iter().filter(|row| !row.is_left_out()) {
            let update = if row.is_update() { row.checked.update.ok() } else { None };
            let action = Written::of(app, programme, editor, update, row.plan.action).await?;
            new.push(NewRow {
                parts: [row.plan.focus_area, row.plan.goal, row.plan.target],
                due: row.plan.due,
                objectives: row.plan.objectives,
                action,
            });
        }
        Ok(Self { rows: new, left_out })
    }

    pub async fn write(
        self,
        app: &App,
        tx: &mut Tx,
        editor: &Editor,
        programme: &Programme,
        import: FileImport,
    ) -> Result<Taken> {
        let import = imports::applied(app, tx, editor, import).await?;
        let mut outline = Outline {
            programme: programme.id,
            known: HashMap::new(),
            objectives: objectives(&self.rows),
            made: Vec::new(),
        };
        let (mut made, mut updated) = (0, 0);
        let mut joined = Vec::new();
        for NewRow { parts, due, action, .. } in self.rows {
            let mut under = Under::Programme(programme.id);
            let mut path = Path::new();
            let mut served = None;
            for name in parts.into_iter().map_while(std::convert::identity) {
                path.push(fold(&name));
                let objectives = outline.objectives.remove(&path).unwrap_or_default();
                let part = NewPart { name, due, objectives };
                let id = outline.part(app, tx, editor, under, part).await?;
                match under {
                    Under::Programme(_) => under = Under::FocusArea(Id::of(id)),
                    Under::FocusArea(_) => under = Under::Goal(Id::of(id)),
                    Under::Goal(_) => served = Some(Id::of(id)),
                }
            }
            let action = match action {
                Written::Nothing => None,
                Written::New(action) => {
                    made += 1;
                    let id = actions::editing::insert(app, tx, editor, *action).await?.id;
                    joined.push(id.0);
                    Some(id)
                }
                Written::Known(id, revised) => {
                    updated += 1;
                    if let Some(revised) = revised {
                        actions::editing::replace(app, tx, editor, *revised).await?;
                    }
                    Some(id)
                }
            };
            if let (Some(action), Some(target)) = (action, served) {
                actions::editing::serve_too(tx, editor, action, target).await?;
            }
        }
        let parts = outline.made.len();
        joined.extend(outline.made);
        followup::join(app, tx, editor, programme.id, &joined).await?;
        store::delete_rows(tx, editor, import.id).await?;
        Ok(Taken {
            import,
            actions: made,
            updated,
            parts,
            left_out: self.left_out,
        })
    }
}

/// The folded names of a part, from its focus area down.
type Path = Vec<String>;

/// What all rows together say of each part.
fn objectives(rows: &[NewRow]) -> HashMap<Path, Objectives> {
    let mut said: HashMap<Path, Objectives> = HashMap::new();
    for row in rows.iter().filter(|row| !row.objectives.0.is_empty()) {
        let names = row.parts.iter().map_while(Option::as_deref);
        said.entry(names.map(fold).collect()).or_default().add(&row.objectives);
    }
    said
}

/// The parts of a programme by their names, as far as they have been met.
struct Outline {
    programme: Id<Programme>,
    known: HashMap<Under, Vec<(Uuid, String)>>,
    /// Those of parts that have not been met.
    objectives: HashMap<Path, Objectives>,
    made: Vec<Uuid>,
}

impl Outline {
    /// The part of this name at this place, with these objectives too; a new one where there is none.
    async fn part(&mut self, app: &App, tx: &mut Tx, editor: &Editor, under: Under, part: NewPart) -> Result<Uuid> {
        let known = match self.known.entry(under) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(under.names(tx).await?),
        };
        let wanted = fold(&part.name);
        if let Some((id, _)) = known.iter().find(|(_, name)| fold(name) == wanted) {
            let more = &part.objectives;
            under.add_objectives(app, tx, editor, self.programme, *id, more).await?;
            return Ok(*id);
        }
        let name = part.name.clone();
        let id = under.put(app, tx, editor, self.programme, part).await?;
        self.made.push(id);
        known.push((id, name));
        Ok(id)
    }
}

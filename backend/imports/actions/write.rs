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
    graphql::Id,
    i18n::fold,
    imports::{self, FileImport},
    people::Editor,
    programmes::{
        Programme,
        outline::{Said, Under},
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
    /// What is said of the last of them.
    said: Said,
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
                said: Said {
                    due: row.plan.due.into_iter().collect(),
                    objectives: row.plan.objectives,
                },
                parts: [row.plan.focus_area, row.plan.goal, row.plan.target],
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
        let mut rows = self.rows;
        let mut outline = Outline {
            programme: programme.id,
            known: HashMap::new(),
            said: HashMap::new(),
            made: Vec::new(),
        };
        let (mut made, mut updated) = (0, 0);
        let mut joined = Vec::new();
        outline.hear(&mut rows);
        for NewRow { parts, action, .. } in rows {
            let mut under = Under::Programme(programme.id);
            let mut path = Path::new();
            let mut served = None;
            for name in parts.into_iter().map_while(std::convert::identity) {
                path.push(fold(&name));
                let said = outline.said.remove(&path).unwrap_or_default();
                let id = outline.part(app, tx, editor, under, name, said).await?;
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

/// The parts of a programme by their names, as far as they have been met.
struct Outline {
    programme: Id<Programme>,
    known: HashMap<Under, Vec<(Uuid, String)>>,
    /// Of parts that have not been met.
    said: HashMap<Path, Said>,
    made: Vec<Uuid>,
}

impl Outline {
    /// What all rows together say of each part.
    fn hear(&mut self, rows: &mut [NewRow]) {
        for row in rows {
            let names = row.parts.iter().map_while(Option::as_deref);
            let said = self.said.entry(names.map(fold).collect()).or_default();
            said.due.append(&mut row.said.due);
            said.objectives.add(&row.said.objectives);
        }
    }

    /// The part of this name at this place, with what is said of it; a new one where there is none.
    async fn part(
        &mut self,
        app: &App,
        tx: &mut Tx,
        editor: &Editor,
        under: Under,
        name: String,
        said: Said,
    ) -> Result<Uuid> {
        let known = match self.known.entry(under) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(under.names(tx).await?),
        };
        let wanted = fold(&name);
        if let Some((id, _)) = known.iter().find(|(_, name)| fold(name) == wanted) {
            under.bring_up(app, tx, editor, self.programme, *id, &said).await?;
            return Ok(*id);
        }
        let id = under.put(app, tx, editor, self.programme, name.clone(), said).await?;
        self.made.push(id);
        known.push((id, name));
        Ok(id)
    }
}

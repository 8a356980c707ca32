//! SQL of programmes.

use uuid::Uuid;

use super::{FocusArea, Goal, Programme, Target, history::ProgrammeChange};
use crate::{
    actions::library,
    clock::Moment,
    db::{Cells, Conditions, Db, On, Result, Row, Tx, row, sql},
    graphql::{Count, Id, Window},
    people::Editor,
};

const PROGRAMME: &str = "select id, organisation_id, name, revision, starts, ends, decided_by, decided_on, decision_number, \
    decision_url, review_on from programme";

const TARGET: &str = "t.id, t.goal_id, t.name, t.due, t.revision, t.objectives, t.status as said, t.reason, t.assessed_by, \
    t.assessed_name, t.assessed_at";

pub async fn programmes<'a>(on: impl Into<On<'a>>, ids: &[Id<Programme>]) -> Result<Vec<Programme>> {
    sql(&format!("{PROGRAMME} where id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

#[derive(Clone)]
pub struct Filter {
    pub organisation_id: Option<Uuid>,
    pub editable: Option<bool>,
    /// The organisation whose programmes the viewer edits.
    pub own: Option<Uuid>,
}

impl Filter {
    fn conditions(&self) -> Conditions {
        let mut conditions = Conditions::default();
        if let Some(id) = self.organisation_id {
            conditions = conditions.and("organisation_id = ?", [id.into()]);
        }
        match self.editable {
            Some(true) => conditions.and("organisation_id = ?", [self.own.unwrap_or_default().into()]),
            Some(false) => conditions.and("organisation_id <> ?", [self.own.unwrap_or_default().into()]),
            None => conditions,
        }
    }
}

pub async fn list_programmes(db: &Db, filter: &Filter, window: &Window<String>) -> Result<Vec<Programme>> {
    filter
        .conditions()
        .and(
            "(sort_key, id) > (?, ?)",
            [(&window.after.key).into(), window.after.id.into()],
        )
        .then("order by sort_key, id limit ?", [window.limit.into()])
        .after(PROGRAMME)
        .all(db)
        .await
}

pub async fn count_programmes(db: &Db, filter: &Filter) -> Result<i64> {
    let count: Count = filter
        .conditions()
        .after("select count(*) as n from programme")
        .one(db)
        .await?;
    Ok(count.n)
}

pub async fn insert_programme(tx: &mut Tx, row: &Programme, sort_key: &str, now: Moment) -> Result<()> {
    sql(
        "insert into programme (id, organisation_id, name, sort_key, created_at, revision, starts, ends, decided_by, \
         decided_on, decision_number, decision_url, review_on) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(row.id)
    .bind(row.organisation_id)
    .bind(&row.name)
    .bind(sort_key)
    .bind(now)
    .bind(row.revision)
    .bind(row.starts)
    .bind(row.ends)
    .bind(row.decided_by.clone())
    .bind(row.decided_on)
    .bind(row.decision_number.clone())
    .bind(row.decision_url.clone())
    .bind(row.review_on)
    .run_one(tx)
    .await
}

/// False when somebody else was first.
pub async fn update_programme(tx: &mut Tx, _: &Editor, row: &Programme, sort_key: &str, before: i64) -> Result<bool> {
    let changed = sql(
        "update programme set revision = $3, name = $4, sort_key = $5, starts = $6, ends = $7, decided_by = $8, \
         decided_on = $9, decision_number = $10, decision_url = $11, review_on = $12 where id = $1 and revision = $2",
    )
    .bind(row.id)
    .bind(before)
    .bind(row.revision)
    .bind(&row.name)
    .bind(sort_key)
    .bind(row.starts)
    .bind(row.ends)
    .bind(row.decided_by.clone())
    .bind(row.decided_on)
    .bind(row.decision_number.clone())
    .bind(row.decision_url.clone())
    .bind(row.review_on)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

/// Keeps everybody from hanging something on a programme until the transaction ends; false when it is gone. PostgreSQL lets
/// those who refer to a row pass whoever changes it, unless a key changes: hence the name's.
pub async fn hold_programme(tx: &mut Tx, _: &Editor, id: Id<Programme>) -> Result<bool> {
    let held = sql("update programme set sort_key = $2 where id = $1")
        .bind(id)
        .bind(id.to_string())
        .run(tx)
        .await?;
    Ok(held == 1)
}

/// A programme with its parts and their history; what else hung on it has gone before. Who was responsible goes along.
pub async fn delete_programme(tx: &mut Tx, _: &Editor, id: Id<Programme>) -> Result<()> {
    for statement in [
        "delete from target where goal_id in \
         (select g.id from goal g join focus_area f on f.id = g.focus_area_id where f.programme_id = $1)",
        "delete from goal where focus_area_id in (select id from focus_area where programme_id = $1)",
        "delete from focus_area where programme_id = $1",
        "delete from programme_change where programme_id = $1",
        "delete from programme where id = $1",
    ] {
        sql(statement).bind(id).run(tx).await?;
    }
    Ok(())
}

// ---- the tree -------------------------------------------------------------------------------------------------------

pub async fn focus_areas(db: &Db, programmes: &[Id<Programme>]) -> Result<Vec<FocusArea>> {
    sql(
        "select id, programme_id, name, revision from focus_area where programme_id in (?) \
         order by programme_id, position, id",
    )
    .bind_list(programmes.iter().copied())
    .all(db)
    .await
}

pub async fn goals(db: &Db, focus_areas: &[Id<FocusArea>]) -> Result<Vec<Goal>> {
    sql(
        "select id, focus_area_id, name, revision, purpose, risk, effect, objectives from goal \
         where focus_area_id in (?) order by focus_area_id, position, id",
    )
    .bind_list(focus_areas.iter().copied())
    .all(db)
    .await
}

pub async fn targets(db: &Db, goals: &[Id<Goal>]) -> Result<Vec<Target>> {
    sql(&format!(
        "select {TARGET} from target t where t.goal_id in (?) order by t.goal_id, t.position, t.id"
    ))
    .bind_list(goals.iter().copied())
    .all(db)
    .await
}

pub async fn focus_area(db: &Db, id: Id<FocusArea>) -> Result<Option<FocusArea>> {
    sql("select id, programme_id, name, revision from focus_area where id = $1")
        .bind(id)
        .optional(db)
        .await
}

pub async fn goal<'a>(on: impl Into<On<'a>>, id: Id<Goal>) -> Result<Option<Goal>> {
    sql("select id, focus_area_id, name, revision, purpose, risk, effect, objectives from goal where id = $1")
        .bind(id)
        .optional(on)
        .await
}

pub async fn targets_by_id<'a>(on: impl Into<On<'a>>, ids: &[Id<Target>]) -> Result<Vec<Target>> {
    sql(&format!("select {TARGET} from target t where t.id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

/// A target beside the programme that it is of.
pub struct Placed {
    pub programme_id: Id<Programme>,
    pub target: Target,
}

impl Row for Placed {
    const FIELDS: &'static [&'static str] = &[
        "programme_id",
        "id",
        "goal_id",
        "name",
        "due",
        "revision",
        "objectives",
        "said",
        "reason",
        "assessed_by",
        "assessed_name",
        "assessed_at",
    ];
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            programme_id: cells.take()?,
            target: Target::read(cells)?,
        })
    }
}

/// All targets of some programmes, in the order of their trees.
pub async fn targets_of_programmes(db: &Db, programmes: &[Id<Programme>]) -> Result<Vec<Placed>> {
    sql(&format!(
        "select f.programme_id, {TARGET} from target t join goal g on g.id = t.goal_id \
         join focus_area f on f.id = g.focus_area_id where f.programme_id in (?) \
         order by f.position, f.id, g.position, g.id, t.position, t.id"
    ))
    .bind_list(programmes.iter().copied())
    .all(db)
    .await
}

/// A target beside an action that serves it.
pub struct Served {
    pub action_id: Uuid,
    pub target: Target,
}

impl Row for Served {
    const FIELDS: &'static [&'static str] = &[
        "action_id",
        "id",
        "goal_id",
        "name",
        "due",
        "revision",
        "objectives",
        "said",
        "reason",
        "assessed_by",
        "assessed_name",
        "assessed_at",
    ];
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            action_id: cells.take()?,
            target: Target::read(cells)?,
        })
    }
}

/// The targets that some actions serve.
pub async fn targets_of_actions(db: &Db, actions: &[Uuid]) -> Result<Vec<Served>> {
    sql(&format!(
        "select s.action_id, {TARGET} from action_target s join target t on t.id = s.target_id \
         where s.action_id in (?) order by t.name, t.id"
    ))
    .bind_list(actions.iter().copied())
    .all(db)
    .await
}

/// Which programme something belongs to, and whose that is.
#[derive(Clone, Copy)]
pub struct Home {
    pub programme_id: Id<Programme>,
    pub organisation_id: Uuid,
}
row!(Home {
    programme_id,
    organisation_id
});

pub async fn home_of_focus_area<'a>(on: impl Into<On<'a>>, id: Id<FocusArea>) -> Result<Option<Home>> {
    sql(
        "select p.id as programme_id, p.organisation_id from focus_area f join programme p on p.id = f.programme_id \
         where f.id = $1",
    )
    .bind(id)
    .optional(on)
    .await
}

pub async fn home_of_goal<'a>(on: impl Into<On<'a>>, id: Id<Goal>) -> Result<Option<Home>> {
    sql(
        "select p.id as programme_id, p.organisation_id from goal g join focus_area f on f.id = g.focus_area_id \
         join programme p on p.id = f.programme_id where g.id = $1",
    )
    .bind(id)
    .optional(on)
    .await
}

pub async fn home_of_target(db: &Db, id: Id<Target>) -> Result<Option<Home>> {
    sql(
        "select p.id as programme_id, p.organisation_id from target t join goal g on g.id = t.goal_id \
         join focus_area f on f.id = g.focus_area_id join programme p on p.id = f.programme_id where t.id = $1",
    )
    .bind(id)
    .optional(db)
    .await
}

/// Those of some targets that are of this programme.
pub async fn targets_in(tx: &mut Tx, programme: Id<Programme>, ids: &[Id<Target>]) -> Result<Vec<Id<Target>>> {
    let rows: Vec<Member> = sql(
        "select t.id from target t join goal g on g.id = t.goal_id join focus_area f on f.id = g.focus_area_id \
         where f.programme_id = $1 and t.id in (?)",
    )
    .bind(programme)
    .bind_list(ids.iter().copied())
    .all(tx)
    .await?;
    Ok(rows.into_iter().map(|row| Id::of(row.id)).collect())
}

struct Member {
    id: Uuid,
}
row!(Member { id });

/// The names of a table's columns where its rows hang: the tree has three of a kind.
pub struct Level {
    table: &'static str,
    parent: &'static str,
}

pub const FOCUS_AREAS: Level = Level {
    table: "focus_area",
    parent: "programme_id",
};
pub const GOALS: Level = Level {
    table: "goal",
    parent: "focus_area_id",
};
pub const TARGETS: Level = Level {
    table: "target",
    parent: "goal_id",
};

/// What hangs on one parent, in order.
pub async fn children(tx: &mut Tx, level: &Level, parents: &[Uuid]) -> Result<Vec<Uuid>> {
    let Level { table, parent } = level;
    let rows: Vec<Member> = sql(&format!(
        "select id from {table} where {parent} in (?) order by {parent}, position, id"
    ))
    .bind_list(parents.iter().copied())
    .all(tx)
    .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

struct Named {
    id: Uuid,
    name: String,
}
row!(Named { id, name });

/// The same with their names.
pub async fn names(tx: &mut Tx, level: &Level, of: Uuid) -> Result<Vec<(Uuid, String)>> {
    let Level { table, parent } = level;
    let rows: Vec<Named> = sql(&format!(
        "select id, name from {table} where {parent} = $1 order by position, id"
    ))
    .bind(of)
    .all(tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Puts the children of one parent in this order; what another made meanwhile comes among them.
pub async fn set_order(tx: &mut Tx, _: &Editor, level: &Level, ids: &[Uuid]) -> Result<()> {
    let rows = (0_i64..)
        .zip(ids)
        .map(|(position, id)| vec![(*id).into(), position.into()])
        .collect();
    sql(&format!("update {} set position = $2 where id = $1", level.table))
        .run_each(tx, rows)
        .await
}

pub async fn insert_focus_area(tx: &mut Tx, _: &Editor, row: &FocusArea, position: i64) -> Result<()> {
    sql("insert into focus_area (id, programme_id, position, name) values ($1, $2, $3, $4)")
        .bind(row.id)
        .bind(row.programme_id)
        .bind(position)
        .bind(&row.name)
        .run_one(tx)
        .await
}

pub async fn insert_goal(tx: &mut Tx, _: &Editor, row: &Goal, position: i64) -> Result<()> {
    sql(
        "insert into goal (id, focus_area_id, position, name, purpose, risk, effect, objectives) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id)
    .bind(row.focus_area_id)
    .bind(position)
    .bind(&row.name)
    .bind(row.purpose)
    .bind(row.risk.clone())
    .bind(row.effect.clone())
    .bind(&row.objectives)
    .run_one(tx)
    .await
}

pub async fn insert_target(tx: &mut Tx, _: &Editor, row: &Target, position: i64) -> Result<()> {
    sql(
        "insert into target (id, goal_id, position, name, due, objectives, status, reason, assessed_by, assessed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(row.id)
    .bind(row.goal_id)
    .bind(position)
    .bind(&row.name)
    .bind(row.due)
    .bind(&row.objectives)
    .bind(row.said)
    .bind(row.reason.clone())
    .bind(row.assessed_by)
    .bind(row.assessed_at)
    .run_one(tx)
    .await
}

/// False when somebody else was first; so are the next two.
pub async fn update_focus_area(tx: &mut Tx, _: &Editor, row: &FocusArea, before: i64) -> Result<bool> {
    let changed = sql("update focus_area set revision = $3, name = $4 where id = $1 and revision = $2")
        .bind(row.id)
        .bind(before)
        .bind(row.revision)
        .bind(&row.name)
        .run(tx)
        .await?;
    Ok(changed == 1)
}

pub async fn update_goal(tx: &mut Tx, _: &Editor, row: &Goal, before: i64) -> Result<bool> {
    let changed = sql(
        "update goal set revision = $3, name = $4, purpose = $5, risk = $6, effect = $7, objectives = $8 \
                       where id = $1 and revision = $2",
    )
    .bind(row.id)
    .bind(before)
    .bind(row.revision)
    .bind(&row.name)
    .bind(row.purpose)
    .bind(row.risk.clone())
    .bind(row.effect.clone())
    .bind(&row.objectives)
    .run(tx)
    .await?;
    library::objectives_change(tx, &[row.id.0]).await?;
    Ok(changed == 1)
}

pub async fn update_target(tx: &mut Tx, _: &Editor, row: &Target, before: i64) -> Result<bool> {
    let changed = sql("update target set revision = $3, name = $4, due = $5, objectives = $6 \
                       where id = $1 and revision = $2")
    .bind(row.id)
    .bind(before)
    .bind(row.revision)
    .bind(&row.name)
    .bind(row.due)
    .bind(&row.objectives)
    .run(tx)
    .await?;
    library::objectives_change(tx, &[row.id.0]).await?;
    Ok(changed == 1)
}

/// Hangs a part on another parent, as the last there.
pub async fn set_parent(tx: &mut Tx, _: &Editor, level: &Level, id: Uuid, to: Uuid, position: i64) -> Result<()> {
    let Level { table, parent } = level;
    sql(&format!(
        "update {table} set {parent} = $2, position = $3 where id = $1"
    ))
    .bind(id)
    .bind(to)
    .bind(position)
    .run_one(tx)
    .await
}

/// What somebody says of how a target stands; false when it is gone.
pub async fn set_assessment(tx: &mut Tx, _: &Editor, row: &Target) -> Result<bool> {
    let changed = sql(
        "update target set status = $2, reason = $3, assessed_by = $4, assessed_name = $5, assessed_at = $6 where id = $1",
    )
    .bind(row.id)
    .bind(row.said)
    .bind(row.reason.clone())
    .bind(row.assessed_by)
    .bind(row.assessed_name.clone())
    .bind(row.assessed_at)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

/// Rows of one level of the tree; what hung on them has gone before. True when one of them was there.
pub async fn delete_parts(tx: &mut Tx, _: &Editor, level: &Level, ids: &[Uuid]) -> Result<bool> {
    let changed = sql(&format!("delete from {} where id in (?)", level.table))
        .bind_list(ids.iter().copied())
        .run(tx)
        .await?;
    Ok(changed > 0)
}

/// Actions stay when the targets that they serve go.
pub async fn forget_served(tx: &mut Tx, _: &Editor, targets: &[Uuid]) -> Result<()> {
    library::objectives_change(tx, targets).await?;
    sql("delete from action_target where target_id in (?)")
        .bind_list(targets.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

// ---- who changed what -----------------------------------------------------------------------------------------------

pub async fn insert_change(tx: &mut Tx, _: &Editor, programme: Id<Programme>, row: &ProgrammeChange) -> Result<()> {
    sql(
        "insert into programme_change (id, programme_id, object_id, object, kind, name, before, person_id, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(row.id)
    .bind(programme)
    .bind(row.object_id)
    .bind(row.object)
    .bind(row.kind)
    .bind(&row.name)
    .bind(row.before.clone())
    .bind(row.person_id)
    .bind(row.at)
    .run_one(tx)
    .await
}

pub async fn changes(db: &Db, programme: Id<Programme>, window: &Window<i64>) -> Result<Vec<ProgrammeChange>> {
    sql(
        "select id, object_id, object, kind, name, before, person_id, at from programme_change \
         where programme_id = $1 and (at, id) < ($2, $3) order by at desc, id desc limit $4",
    )
    .bind(programme)
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_changes(db: &Db, programme: Id<Programme>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from programme_change where programme_id = $1")
        .bind(programme)
        .one(db)
        .await?;
    Ok(count.n)
}

//! SQL of programmes.

use uuid::Uuid;

use super::{FocusArea, Goal, Programme, Target};
use crate::{
    clock::Moment,
    db::{Conditions, Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
};

const PROGRAMME: &str = "select id, organisation_id, name from programme";

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
    sql("insert into programme (id, organisation_id, name, sort_key, created_at) values ($1, $2, $3, $4, $5)")
        .bind(row.id)
        .bind(row.organisation_id)
        .bind(&row.name)
        .bind(sort_key)
        .bind(now)
        .run_one(tx)
        .await
}

pub async fn focus_areas(db: &Db, programmes: &[Id<Programme>]) -> Result<Vec<FocusArea>> {
    sql("select id, programme_id, name from focus_area where programme_id in (?) order by programme_id, position")
        .bind_list(programmes.iter().copied())
        .all(db)
        .await
}

pub async fn goals(db: &Db, focus_areas: &[Id<FocusArea>]) -> Result<Vec<Goal>> {
    sql("select id, focus_area_id, name from goal where focus_area_id in (?) order by focus_area_id, position")
        .bind_list(focus_areas.iter().copied())
        .all(db)
        .await
}

pub async fn targets(db: &Db, goals: &[Id<Goal>]) -> Result<Vec<Target>> {
    sql("select id, goal_id, name, due, status from target where goal_id in (?) order by goal_id, position")
        .bind_list(goals.iter().copied())
        .all(db)
        .await
}

pub struct Served {
    pub action_id: Uuid,
    pub id: Id<Target>,
    pub goal_id: Id<Goal>,
    pub name: String,
    pub due: Option<crate::graphql::Day>,
    pub status: super::TargetStatus,
}
row!(Served {
    action_id,
    id,
    goal_id,
    name,
    due,
    status
});

/// The targets that some actions serve.
pub async fn targets_of_actions(db: &Db, actions: &[Uuid]) -> Result<Vec<Served>> {
    sql(
        "select s.action_id, t.id, t.goal_id, t.name, t.due, t.status from action_target s \
         join target t on t.id = s.target_id where s.action_id in (?) order by t.name, t.id",
    )
    .bind_list(actions.iter().copied())
    .all(db)
    .await
}

pub async fn insert_focus_area(tx: &mut Tx, row: &FocusArea, position: i64) -> Result<()> {
    sql("insert into focus_area (id, programme_id, position, name) values ($1, $2, $3, $4)")
        .bind(row.id)
        .bind(row.programme_id)
        .bind(position)
        .bind(&row.name)
        .run_one(tx)
        .await
}

pub async fn insert_goal(tx: &mut Tx, row: &Goal, position: i64) -> Result<()> {
    sql("insert into goal (id, focus_area_id, position, name) values ($1, $2, $3, $4)")
        .bind(row.id)
        .bind(row.focus_area_id)
        .bind(position)
        .bind(&row.name)
        .run_one(tx)
        .await
}

pub async fn insert_target(tx: &mut Tx, row: &Target, position: i64) -> Result<()> {
    sql("insert into target (id, goal_id, position, name, due, status) values ($1, $2, $3, $4, $5, $6)")
        .bind(row.id)
        .bind(row.goal_id)
        .bind(position)
        .bind(&row.name)
        .bind(row.due)
        .bind(row.status)
        .run_one(tx)
        .await
}

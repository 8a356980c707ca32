//! SQL of the library: the few columns of an action that it goes by. Who may see what is judged on the shelf, and once more
//! where the page's actions are read.

use uuid::Uuid;

use super::facets::{self, CostBracket};
use crate::{
    actions::{Action, ActionStatus, Currency, Money, Sight, Themes, Visibility, example::Purpose, store::Filter},
    clock::Moment,
    db::{Db, Result, Tx, row, sql},
    graphql::Id,
    i18n::Language,
    programmes::objectives::Objectives,
};

/// An action as the library knows it.
pub struct Row {
    pub id: Id<Action>,
    pub organisation_id: Uuid,
    pub programme_id: Option<Uuid>,
    pub visibility: Visibility,
    pub origin_id: Option<Uuid>,
    pub copy_count: i64,
    pub recent_at: Moment,
    pub title_language: Language,
    pub sort_key: String,
    pub status: ActionStatus,
    pub themes: Themes,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<Currency>,
    pub purpose: Option<Purpose>,
    pub example: bool,
    /// Of the targets that it serves, and of their goals.
    pub objectives: Option<Objectives>,
}
row!(Row {
    id,
    organisation_id,
    programme_id,
    visibility,
    origin_id,
    copy_count,
    recent_at,
    title_language,
    sort_key,
    status,
    themes,
    cost_amount,
    cost_currency,
    purpose,
    example,
    objectives
});

impl Row {
    pub fn bracket(&self) -> Option<CostBracket> {
        let (amount, currency) = self.cost_amount.zip(self.cost_currency)?;
        Some(facets::bracket(Money { amount, currency }))
    }
}

const COLUMNS: &str = "select a.id, a.organisation_id, a.programme_id, a.visibility, a.origin_id, a.copy_count, a.recent_at, \
    r.title_language, r.sort_key, r.status, r.themes, r.cost_amount, r.cost_currency, \
    d.purpose, a.example_since is not null as example, \
    (select string_agg(t.objectives || g.objectives, ' ') from action_target s join target t on t.id = s.target_id \
    join goal g on g.id = t.goal_id where s.action_id = a.id) as objectives \
    from action a join action_revision r on r.action_id = a.id \
    left join action_detail d on d.action_id = r.action_id and d.revision = r.revision";

/// What others than its own organisation may see: the published revisions.
const SHELVED: &str = "r.revision = a.published_revision and a.deleted_at is null and a.visibility <> 'ORGANISATION'";

pub async fn all(db: &Db) -> Result<Vec<Row>> {
    sql(&format!("{COLUMNS} where {SHELVED}")).all(db).await
}

pub async fn some(db: &Db, ids: &[Uuid]) -> Result<Vec<Row>> {
    sql(&format!("{COLUMNS} where {SHELVED} and a.id in (?)"))
        .bind_list(ids.iter().copied())
        .all(db)
        .await
}

/// The newest revisions of an organisation's own.
pub async fn own(db: &Db, organisation: Uuid) -> Result<Vec<Row>> {
    sql(&format!(
        "{COLUMNS} where a.organisation_id = $1 and r.revision = a.revision and a.deleted_at is null"
    ))
    .bind(organisation)
    .all(db)
    .await
}

pub struct Neighbour {
    pub organisation_id: Uuid,
    pub slug: String,
}
row!(Neighbour { organisation_id, slug });

/// The organisations of the viewer's networks, once for each network.
pub async fn neighbours(db: &Db, sight: Sight) -> Result<Vec<Neighbour>> {
    sql("select theirs.organisation_id, n.slug from membership mine \
         join membership theirs on theirs.network_id = mine.network_id join network n on n.id = mine.network_id \
         where mine.person_id = $1 group by theirs.organisation_id, n.slug")
    .bind(sight.person)
    .all(db)
    .await
}

struct Serving {
    action_id: Uuid,
}
row!(Serving { action_id });

/// The actions that serve these targets, or targets of these goals: what they are about is about to change.
pub async fn serving(tx: &mut Tx, parts: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows: Vec<Serving> = sql(
        "select distinct s.action_id from action_target s join target t on t.id = s.target_id \
                                  where t.id in (?) or t.goal_id in (?)",
    )
    .bind_list(parts.iter().copied())
    .bind_list(parts.iter().copied())
    .all(tx)
    .await?;
    Ok(rows.into_iter().map(|row| row.action_id).collect())
}

struct Match {
    id: Uuid,
}
row!(Match { id });

/// The actions in which the filter's words are.
pub async fn with_words(db: &Db, sight: Sight, filter: &Filter) -> Result<Vec<Uuid>> {
    let rows: Vec<Match> = filter.words_only(sight).after("select a.id").all(db).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

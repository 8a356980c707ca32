//! SQL of actions. Every reading statement goes through [`SEEN`], so that none can show what its viewer may not see.

use uuid::Uuid;

use super::{Action, ActionFilter, ActionStatus, Near, Sight, Themes, Visibility, Wanted};
use crate::{
    clock::Moment,
    db::{Cells, Conditions, Db, On, Result, Row, Tx, Value, like, marks, row, side_by_side, sql},
    error::Error,
    graphql::{Count, Id, Window},
    i18n::{
        fold,
        words::{self, Name, Word},
    },
    people::{Country, Editor, OrganisationId, Person},
    programmes::{Programme, Target},
};

/// An action's columns, of a row of `action` and one of `action_revision`; `id` is null where there is none.
fn columns(action: &str, revision: &str, id: &str, texts: bool, at: &str) -> String {
    let (a, r) = (action, revision);
    let (description, lessons) = match texts {
        true => (format!("{r}.description"), format!("{r}.lessons")),
        false => ("''".to_owned(), "null".to_owned()),
    };
    format!(
        "{id} as id, {a}.organisation_id, {a}.programme_id, {a}.published_revision, {a}.visibility, {a}.origin_id, \
         {a}.origin_revision, {a}.copied_at, {a}.copied_by, {a}.copy_count, {a}.created_at, {a}.recent_at, \
         {a}.example_since, {r}.revision, {r}.title, {r}.title_language, {description} as description, \
         {r}.description_language, {lessons} as lessons, {r}.lessons_language, {r}.status, {r}.themes, {r}.starts, \
         {r}.ends, {r}.cost_amount, {r}.cost_currency, {r}.effect_tonnes_co2e, {r}.contact_id, {r}.author_id, \
         {at} as at, {r}.sort_key"
    )
}

/// As of the day on which a revision was begun, for its history.
pub fn past() -> String {
    format!("select {}", columns("a", "r", "a.id", true, "r.at"))
}

/// What a list gives of each action, and of what it points at; without the long texts where it does not show them.
fn select(wanted: Wanted) -> String {
    let at = |a, r| format!("case when {a}.revision = {r}.revision then {a}.updated_at else {a}.recent_at end");
    let own = columns("a", "r", "a.id", wanted.texts, &at("a", "r"));
    if !wanted.near() {
        return format!("select {own}");
    }
    let origin = columns("o", "v", "v.action_id", wanted.origin_texts, &at("o", "v"));
    format!(
        "select {own}, c.id, c.email, c.name, c.title, c.phone, c.language, c.organisation_id, c.organisation_confirmed, \
         c.unit_id, c.shares_email, c.shares_phone, c.founder, c.hide_presence, c.notices, {origin}"
    )
}

/// An action with its contact and its origin.
struct Listed(Action);

impl Row for Listed {
    const FIELDS: &'static [&'static str] = {
        const COUNT: usize = 2 * Action::FIELDS.len() + Person::FIELDS.len();
        &side_by_side::<COUNT>(&[Action::FIELDS, Person::FIELDS, Action::FIELDS])
    };
    fn read(cells: &mut Cells<'_>) -> Result<Self> {
        let mut action = Action::read(cells)?;
        action.near = Near::of(cells.maybe()?, cells.maybe()?);
        Ok(Self(action))
    }
}

/// The rows of a list, all that is wanted in one statement. A loader would find the same, but in a statement more for each
/// kind, and only after every action of the page has been asked and has waited.
async fn listed(db: &Db, wanted: Wanted, conditions: Conditions) -> Result<Vec<Action>> {
    let query = conditions.after(&select(wanted));
    if !wanted.near() {
        return query.all(db).await;
    }
    let rows: Vec<Listed> = query.all(db).await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// The revision that the viewer sees: their own organisation's newest, else the published one. A draft has none for
/// others, so the join alone hides it.
const SEEN: &str = " from action a join action_revision r on r.action_id = a.id \
    and r.revision = case when a.organisation_id = ? then a.revision else a.published_revision end";

/// And whether it is published to them.
pub const MAY_SEE: &str = "a.deleted_at is null and (a.organisation_id = ? or a.visibility = 'PUBLIC' or a.visibility = 'NETWORK' \
    and exists (select 1 from membership theirs join membership mine on mine.network_id = theirs.network_id \
    where theirs.organisation_id = a.organisation_id and mine.person_id = ?))";

/// Its contact, and its origin by the same rules. An `exists` PostgreSQL would work out for all organisations beforehand,
/// which the few origins of a page do not need.
const NEAR: &str = "left join person c on c.id = r.contact_id left join action o on o.id = a.origin_id \
    and o.deleted_at is null and (o.organisation_id = ? or o.visibility = 'PUBLIC' or o.visibility = 'NETWORK' \
    and (select 1 from membership theirs join membership mine on mine.network_id = theirs.network_id \
    where theirs.organisation_id = o.organisation_id and mine.person_id = ? limit 1) = 1) \
    left join action_revision v on v.action_id = o.id \
    and v.revision = case when o.organisation_id = ? then o.revision else o.published_revision end";

pub fn seen(sight: Sight) -> Conditions {
    seen_with(sight, Wanted::default())
}

fn seen_with(sight: Sight, wanted: Wanted) -> Conditions {
    let mut c = Conditions::default().then(SEEN, [sight.own.into()]);
    if wanted.near() {
        c = c.then(NEAR, [sight.own.into(), sight.person.into(), sight.own.into()]);
    }
    c.and(MAY_SEE, [sight.own.into(), sight.person.into()])
}

/// With all their texts.
pub async fn actions(db: &Db, sight: Sight, ids: &[Id<Action>]) -> Result<Vec<Action>> {
    let wanted = Wanted {
        texts: true,
        ..Wanted::default()
    };
    some_actions(db, sight, ids, wanted).await
}

pub async fn some_actions(db: &Db, sight: Sight, ids: &[Id<Action>], wanted: Wanted) -> Result<Vec<Action>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids: Vec<Value> = ids.iter().map(|id| id.0.into()).collect();
    crate::db::pad(&mut ids);
    let some = seen_with(sight, wanted).and(&format!("a.id in ({})", marks(ids.len())), ids);
    listed(db, wanted, some).await
}

struct Keeper {
    person_id: Id<Person>,
}
row!(Keeper { person_id });

/// The contacts that are named now, and the authors of all revisions who work there still.
pub async fn keepers(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Id<Person>>> {
    let rows: Vec<Keeper> = sql(
        "select p.id as person_id from action a join action_revision r on r.action_id = a.id \
         join person p on p.id = r.contact_id and r.revision in (a.revision, a.published_revision) \
         or p.id = r.author_id and p.organisation_id = a.organisation_id and p.organisation_confirmed \
         where a.id in (?) and a.deleted_at is null group by p.id",
    )
    .bind_list(ids.iter().copied())
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// A checked filter.
pub struct Filter {
    words: Vec<Word>,
    country: Option<Country>,
    organisations: Option<Vec<Uuid>>,
    network_slug: Option<String>,
    programme_id: Option<Id<Programme>>,
    themes: Option<Themes>,
    statuses: Option<Vec<ActionStatus>>,
    copied_only: bool,
    pub origin_id: Option<Id<Action>>,
}

impl Filter {
    pub fn from_input(input: ActionFilter) -> Result<Self, Error> {
        let organisations = match &input.organisation_ids {
            Some(ids) => Some(
                ids.iter()
                    .take(100)
                    .map(|id| OrganisationId::parse("organisationIds", id).map(|id| id.0))
                    .collect::<Result<Vec<_>, _>>()?,
            ),
            None => None,
        };
        let themes = match &input.themes {
            Some(keys) => Some(Themes::parse(keys)?),
            None => None,
        };
        Ok(Self {
            words: words::searched(input.text.as_deref().unwrap_or_default()),
            country: input.country,
            organisations,
            network_slug: input.network_slug,
            programme_id: input.programme_id,
            themes: themes.filter(|themes| !themes.0.is_empty()),
            statuses: input.statuses.filter(|statuses| !statuses.is_empty()),
            copied_only: input.copied_only.unwrap_or(false),
            origin_id: input.origin_id,
        })
    }

    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// What else the words are called, which is looked for as well.
    pub fn other_names(&self) -> Vec<Name> {
        self.words.iter().flat_map(|word| &word.names).copied().collect()
    }

    /// Of the filter only its words: the rest is the library's.
    pub fn words_only(&self, sight: Sight) -> Conditions {
        self.words_in(seen(sight))
    }

    fn words_in(&self, mut c: Conditions) -> Conditions {
        for word in &self.words {
            let all = |stems: &Vec<String>| vec!["r.folded like ? escape '!'"; stems.len()].join(" and ");
            let any: Vec<_> = word.any.iter().map(all).collect();
            let patterns = word.any.iter().flatten().map(|stem| format!("%{}%", like(stem)).into());
            c = c.and(&format!("({})", any.join(" or ")), patterns);
        }
        c
    }

    fn conditions(&self, sight: Sight, wanted: Wanted) -> Conditions {
        let mut c = self.words_in(seen_with(sight, wanted));
        if let Some(country) = self.country {
            c = c.and(
                "a.organisation_id in (select id from organisation where country = ?)",
                [country.into()],
            );
        }
        if let Some(organisations) = &self.organisations {
            let list = format!("a.organisation_id in ({})", marks(organisations.len()));
            // `in ()` is no SQL; nothing is in an empty list.
            let list = if organisations.is_empty() { "false" } else { &list };
            c = c.and(list, organisations.iter().map(|id| (*id).into()));
        }
        if let Some(slug) = &self.network_slug {
            // Of a network that the viewer is not in, they do not learn who is.
            c = c.and(
                "a.organisation_id in (select m.organisation_id from membership m join network n on n.id = m.network_id \
                 where n.slug = ? and exists (select 1 from membership mine where mine.network_id = n.id and mine.person_id = ?))",
                [slug.into(), sight.person.into()],
            );
        }
        if let Some(programme) = self.programme_id {
            c = c.and("a.programme_id = ?", [programme.into()]);
        }
        if let Some(origin) = self.origin_id {
            c = c.and("a.origin_id = ?", [origin.into()]);
        }
        if let Some(themes) = &self.themes {
            let any = vec!["r.themes like ?"; themes.0.len()].join(" or ");
            c = c.and(
                &format!("({any})"),
                themes.0.iter().map(|key| format!("% {key} %").into()),
            );
        }
        if let Some(statuses) = &self.statuses {
            c = c.and(
                &format!("r.status in ({})", marks(statuses.len())),
                statuses.iter().map(|status| (*status).into()),
            );
        }
        if self.copied_only {
            c = c.and("a.copy_count > 0", []);
        }
        c
    }
}

/// The latest published, or made, first.
pub async fn recent_actions(
    db: &Db,
    sight: Sight,
    filter: &Filter,
    window: &Window<i64>,
    wanted: Wanted,
) -> Result<Vec<Action>> {
    let page = filter
        .conditions(sight, wanted)
        .and(
            "(a.recent_at, a.id) < (?, ?)",
            [window.after.key.into(), window.after.id.into()],
        )
        .then("order by a.recent_at desc, a.id desc limit ?", [window.limit.into()]);
    listed(db, wanted, page).await
}

pub async fn most_copied_actions(
    db: &Db,
    sight: Sight,
    filter: &Filter,
    window: &Window<i64>,
    wanted: Wanted,
) -> Result<Vec<Action>> {
    let page = filter
        .conditions(sight, wanted)
        .and(
            "(a.copy_count, a.id) < (?, ?)",
            [window.after.key.into(), window.after.id.into()],
        )
        .then("order by a.copy_count desc, a.id desc limit ?", [window.limit.into()]);
    listed(db, wanted, page).await
}

pub async fn actions_by_title(
    db: &Db,
    sight: Sight,
    filter: &Filter,
    window: &Window<String>,
    wanted: Wanted,
) -> Result<Vec<Action>> {
    let page = filter
        .conditions(sight, wanted)
        .and(
            "(r.sort_key, a.id) > (?, ?)",
            [(&window.after.key).into(), window.after.id.into()],
        )
        .then("order by r.sort_key, a.id limit ?", [window.limit.into()]);
    listed(db, wanted, page).await
}

pub async fn count_actions(db: &Db, sight: Sight, filter: &Filter) -> Result<i64> {
    let count: Count = filter
        .conditions(sight, Wanted::default())
        .after("select count(*) as n")
        .one(db)
        .await?;
    Ok(count.n)
}

// ---- writing --------------------------------------------------------------------------------------------------------

pub async fn insert_action(tx: &mut Tx, _: &Editor, row: &Action, now: Moment) -> Result<()> {
    sql(
        "insert into action (id, organisation_id, programme_id, revision, published_revision, visibility, origin_id, \
         origin_revision, copied_at, copied_by, copy_count, created_at, updated_at, recent_at, family_id, generation) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, \
         coalesce((select o.family_id from action o where o.id = $7), $1), \
         coalesce((select o.generation + 1 from action o where o.id = $7), 0))",
    )
    .bind(row.id)
    .bind(row.organisation_id)
    .bind(row.programme_id)
    .bind(row.revision)
    .bind(row.published_revision)
    .bind(row.visibility)
    .bind(row.origin_id)
    .bind(row.origin_revision)
    .bind(row.copied_at)
    .bind(row.copied_by)
    .bind(row.copy_count)
    .bind(row.created_at)
    .bind(now)
    .bind(row.recent_at)
    .run_one(tx)
    .await?;
    if row.published_revision.is_some() {
        tx.shelved.push(row.id.0);
    }
    Ok(())
}

const REVISION: &str = "title = $3, title_language = $4, description = $5, description_language = $6, lessons = $7, \
    lessons_language = $8, status = $9, themes = $10, starts = $11, ends = $12, cost_amount = $13, cost_currency = $14, \
    effect_tonnes_co2e = $15, contact_id = $16, author_id = $17, at = $18, sort_key = $19, folded = $20";

pub async fn insert_revision(tx: &mut Tx, _: &Editor, row: &Action) -> Result<()> {
    revision_values(
        "insert into action_revision (action_id, revision, title, title_language, description, description_language, \
         lessons, lessons_language, status, themes, starts, ends, cost_amount, cost_currency, effect_tonnes_co2e, \
         contact_id, author_id, at, sort_key, folded) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        row,
    )
    .run_one(tx)
    .await
}

/// Puts a revision in the place of the one before it, of the same sitting.
pub async fn replace_revision(tx: &mut Tx, _: &Editor, row: &Action, before: i64) -> Result<()> {
    revision_values(
        &format!("update action_revision set revision = $2, {REVISION} where action_id = $1 and revision = $21"),
        row,
    )
    .bind(before)
    .run_one(tx)
    .await
}

fn revision_values(text: &str, row: &Action) -> crate::db::Query {
    sql(text)
        .bind(row.id)
        .bind(row.revision)
        .bind(&row.title)
        .bind(row.title_language)
        .bind(&row.description)
        .bind(row.description_language)
        .bind(row.lessons.clone())
        .bind(row.lessons_language)
        .bind(row.status)
        .bind(&row.themes)
        .bind(row.starts)
        .bind(row.ends)
        .bind(row.cost_amount)
        .bind(row.cost_currency)
        .bind(row.effect_tonnes_co2e)
        .bind(row.contact_id)
        .bind(row.author_id)
        .bind(row.at)
        .bind(&row.sort_key)
        .bind(folded(row))
}

pub async fn insert_target(tx: &mut Tx, _: &Editor, action: Id<Action>, target: Id<Target>) -> Result<()> {
    sql("insert into action_target (action_id, target_id) values ($1, $2)")
        .bind(action)
        .bind(target)
        .run_one(tx)
        .await?;
    tx.shelved.push(action.0);
    Ok(())
}

/// The same, where it may serve that target already.
pub async fn add_target(tx: &mut Tx, _: &Editor, action: Id<Action>, target: Id<Target>) -> Result<()> {
    sql("insert into action_target (action_id, target_id) values ($1, $2) on conflict (action_id, target_id) do nothing")
        .bind(action)
        .bind(target)
        .run(tx)
        .await?;
    tx.shelved.push(action.0);
    Ok(())
}

pub async fn delete_targets(tx: &mut Tx, _: &Editor, action: Id<Action>) -> Result<()> {
    tx.shelved.push(action.0);
    sql("delete from action_target where action_id = $1")
        .bind(action)
        .run(tx)
        .await?;
    Ok(())
}

/// Moves an action on from one revision to the next; false when somebody else did first.
pub async fn set_revision(
    tx: &mut Tx,
    _: &Editor,
    id: Id<Action>,
    before: i64,
    after: i64,
    now: Moment,
) -> Result<bool> {
    let changed = sql("update action set revision = $3, updated_at = $4 \
                       where id = $1 and revision = $2 and deleted_at is null")
    .bind(id)
    .bind(before)
    .bind(after)
    .bind(now)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

struct Newest {
    revision: i64,
}
row!(Newest { revision });

pub async fn newest_revision<'a>(on: impl Into<On<'a>>, id: Id<Action>) -> Result<Option<i64>> {
    let row: Option<Newest> = sql("select revision from action where id = $1 and deleted_at is null")
        .bind(id)
        .optional(on)
        .await?;
    Ok(row.map(|row| row.revision))
}

/// Publishes a revision as long as it is the newest.
pub async fn set_published(
    tx: &mut Tx,
    _: &Editor,
    id: Id<Action>,
    revision: i64,
    visibility: Visibility,
    now: Moment,
) -> Result<bool> {
    let changed = sql(
        "update action set published_revision = $2, visibility = $3, recent_at = $4, updated_at = $4 \
                       where id = $1 and revision = $2 and deleted_at is null",
    )
    .bind(id)
    .bind(revision)
    .bind(visibility)
    .bind(now)
    .run(tx)
    .await?;
    tx.shelved.push(id.0);
    Ok(changed == 1)
}

/// What is new in a revision, and when it was first published. A sentence that was said before stays where none is said now.
pub async fn set_learned(
    tx: &mut Tx,
    _: &Editor,
    id: Id<Action>,
    revision: i64,
    learned: Option<&str>,
    now: Moment,
) -> Result<()> {
    sql(
        "update action_revision set learned = coalesce($3, learned), published_at = coalesce(published_at, $4) \
         where action_id = $1 and revision = $2",
    )
    .bind(id)
    .bind(revision)
    .bind(learned.map(str::to_owned))
    .bind(now)
    .run_one(tx)
    .await
}

/// Counts a copy of an action, made or gone; false when the action itself is gone.
pub async fn count_copy(tx: &mut Tx, origin: Id<Action>, by: i64) -> Result<bool> {
    let changed = sql("update action set copy_count = copy_count + $2 where id = $1 and deleted_at is null")
        .bind(origin)
        .bind(by)
        .run(tx)
        .await?;
    tx.shelved.push(origin.0);
    Ok(changed == 1)
}

struct Copy {
    id: Id<Action>,
}
row!(Copy { id });

pub async fn copy_in_programme<'a>(
    on: impl Into<On<'a>>,
    origin: Id<Action>,
    programme: Id<Programme>,
) -> Result<Option<Id<Action>>> {
    let row: Option<Copy> = sql(
        "select id from action where origin_id = $1 and programme_id = $2 and deleted_at is null \
                                 order by id limit 1",
    )
    .bind(origin)
    .bind(programme)
    .optional(on)
    .await?;
    Ok(row.map(|row| row.id))
}

/// Everything that it said goes; the row stays, for the copies to point at.
pub async fn delete_action(tx: &mut Tx, _: &Editor, id: Id<Action>, now: Moment) -> Result<bool> {
    let changed = sql("update action set deleted_at = $2 where id = $1 and deleted_at is null")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    tx.shelved.push(id.0);
    sql("delete from action_revision where action_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    sql("delete from action_target where action_id = $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(changed == 1)
}

/// Takes turns with whoever publishes, copies or deletes one of a programme's actions, until the transaction ends.
pub async fn hold_actions(tx: &mut Tx, _: &Editor, programme: Id<Programme>) -> Result<()> {
    sql("update action set revision = revision where programme_id = $1 and deleted_at is null")
        .bind(programme)
        .run(tx)
        .await?;
    Ok(())
}

/// What deleting an action asks of it.
pub struct ToDelete {
    pub id: Id<Action>,
    pub origin_id: Option<Id<Action>>,
    published_revision: Option<i64>,
    copy_count: i64,
}
row!(ToDelete {
    id,
    origin_id,
    published_revision,
    copy_count
});

impl ToDelete {
    /// Whether somebody else may have seen it, or has made something of it.
    pub fn is_others_too(&self) -> bool {
        self.published_revision.is_some() || self.copy_count > 0
    }
}

/// By origin, so that two who delete copies of the same ones wait for each other in one order.
pub async fn actions_to_delete(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<ToDelete>> {
    sql("select id, origin_id, published_revision, copy_count from action \
         where programme_id = $1 and deleted_at is null order by origin_id, id")
    .bind(programme)
    .all(tx)
    .await
}

/// What is left of a programme's deleted actions outlives it.
pub async fn forget_programme(tx: &mut Tx, _: &Editor, programme: Id<Programme>) -> Result<()> {
    sql("update action set programme_id = null where programme_id = $1 and deleted_at is not null")
        .bind(programme)
        .run(tx)
        .await?;
    Ok(())
}

/// What a simple text filter looks in.
fn folded(action: &Action) -> String {
    fold(&format!("{} {}", action.title, action.description))
}

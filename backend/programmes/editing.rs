//! Changing a programme: its decision and period, the tree of focus areas, goals and targets, how targets stand, and which
//! of them an action serves. Only the organisation's own editors may. Each part has its own revision, so that two people
//! meet only when they change the same one.

use uuid::Uuid;

use super::{
    FocusArea, Goal, Objectives, Programme, Purpose, Target, TargetStatus,
    history::{self, ChangeKind, ChangedObject},
    indicators,
    store::{self, FOCUS_AREAS, GOALS, Home, Level, TARGETS},
    taken,
};
use crate::{
    actions::{self, Action},
    app::App,
    db::Tx,
    error::{Error, ErrorCode, Result},
    followup,
    graphql::{Day, Id, Kind, decode},
    i18n::sort_key,
    people::{Editor, Me, Person},
    text::{self, Change},
};

/// Longest texts, in characters, and most parts of one parent.
const PROGRAMME_NAME: usize = 200;
const NAME: usize = 400;
const LINE: usize = 200;
const ADDRESS: usize = 500;
const TEXT: usize = 2_000;
const MOST: usize = 100;

/// What may be changed of a programme itself.
#[derive(Default)]
pub struct ProgrammeChanges {
    pub name: Change<String>,
    pub starts: Change<Day>,
    pub ends: Change<Day>,
    pub decided_by: Change<String>,
    pub decided_on: Change<Day>,
    pub decision_number: Change<String>,
    pub decision_url: Change<String>,
    pub review_on: Change<Day>,
}

/// # Errors
/// `CONFLICT` when `revision` is no longer the newest, `TAKEN`, `INVALID` with the field at fault, `NOT_FOUND`, `FORBIDDEN`.
pub async fn update_programme(
    app: &App,
    me: &Me,
    id: Id<Programme>,
    revision: i64,
    changes: ProgrammeChanges,
) -> Result<Programme> {
    let before = super::programme(&app.db, id).await?.ok_or_else(|| missing("id"))?;
    let editor = me.editor(before.organisation_id)?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let mut programme = before.clone();
    match changes.name {
        Change::Keep => {}
        Change::Clear => return Err(Error::invalid("name", "error-empty")),
        Change::Set(name) => programme.name = text::required_line("name", &name, PROGRAMME_NAME)?,
    }
    changes.starts.apply(&mut programme.starts);
    changes.ends.apply(&mut programme.ends);
    if let (Some(starts), Some(ends)) = (programme.starts, programme.ends)
        && ends < starts
    {
        return Err(Error::invalid("ends", "error-ends-before-start"));
    }
    let line = |field, change: Change<String>| change.try_map(|given| text::line(field, &given, LINE));
    line("decidedBy", changes.decided_by)?.apply(&mut programme.decided_by);
    changes.decided_on.apply(&mut programme.decided_on);
    line("decisionNumber", changes.decision_number)?.apply(&mut programme.decision_number);
    changes
        .decision_url
        .try_map(|given| web_address("decisionUrl", &given))?
        .apply(&mut programme.decision_url);
    changes.review_on.apply(&mut programme.review_on);
    programme.revision += 1;
    let mut tx = app.db.begin().await?;
    let key = sort_key(&programme.name);
    if !store::update_programme(&mut tx, &editor, &programme, &key, before.revision)
        .await
        .map_err(taken)?
    {
        return Err(conflict(programme.revision));
    }
    let of = history::Of {
        object: ChangedObject::Programme,
        id: id.0,
        name: &programme.name,
        before: Some(&before.name),
    };
    history::note(app, &mut tx, &editor, id, ChangeKind::Changed, of).await?;
    app.commit(tx).await?;
    Ok(programme)
}

/// An address that a browser may be sent to.
fn web_address(field: &'static str, given: &str) -> Result<Option<String>> {
    let Some(address) = text::line(field, given, ADDRESS)? else {
        return Ok(None);
    };
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme));
    if rest.is_some_and(|rest| rest.len() > 2 && !rest.contains(char::is_whitespace)) {
        Ok(Some(address))
    } else {
        Err(Error::invalid(field, "error-web-address"))
    }
}

// ---- adding ---------------------------------------------------------------------------------------------------------

/// # Errors
/// `INVALID` with the field at fault, `NOT_FOUND`, `FORBIDDEN`; so are the next two.
pub async fn add_focus_area(app: &App, me: &Me, programme: Id<Programme>, name: &str) -> Result<FocusArea> {
    let found = super::programme(&app.db, programme)
        .await?
        .ok_or_else(|| missing("programmeId"))?;
    let editor = me.editor(found.organisation_id)?;
    let area = FocusArea {
        id: Id::of(app.random.id(app.clock.now())),
        programme_id: programme,
        name: text::required_line("name", name, NAME)?,
        revision: 1,
    };
    let mut tx = app.db.begin().await?;
    put_focus_area(app, &mut tx, &editor, &area).await?;
    app.commit(tx).await?;
    Ok(area)
}

pub(super) async fn put_focus_area(app: &App, tx: &mut Tx, editor: &Editor, area: &FocusArea) -> Result<()> {
    let position = last_place(tx, &FOCUS_AREAS, area.programme_id.0).await?;
    store::insert_focus_area(tx, editor, area, position).await?;
    let of = part(ChangedObject::FocusArea, area.id.0, &area.name);
    history::note(app, tx, editor, area.programme_id, ChangeKind::Added, of).await
}

/// What may be given with a new goal, or changed later; then another focus area, too.
#[derive(Default)]
pub struct GoalChanges {
    pub focus_area_id: Option<Id<FocusArea>>,
    pub name: Change<String>,
    pub purpose: Option<Purpose>,
    pub risk: Change<String>,
    pub effect: Change<String>,
    pub objectives: Option<Vec<String>>,
}

/// # Errors
/// As [`add_focus_area`].
pub async fn add_goal(app: &App, me: &Me, focus_area: Id<FocusArea>, changes: GoalChanges) -> Result<Goal> {
    let (home, editor) = at_home(me, "focusAreaId", store::home_of_focus_area(&app.db, focus_area).await?)?;
    let mut goal = blank_goal(app, focus_area);
    apply_to_goal(&mut goal, changes)?;
    let mut tx = app.db.begin().await?;
    put_goal(app, &mut tx, &editor, home.programme_id, &goal).await?;
    followup::join(app, &mut tx, &editor, home.programme_id, &[goal.id.0]).await?;
    app.commit(tx).await?;
    Ok(goal)
}

pub(super) fn blank_goal(app: &App, focus_area: Id<FocusArea>) -> Goal {
    Goal {
        id: Id::of(app.random.id(app.clock.now())),
        focus_area_id: focus_area,
        name: String::new(),
        revision: 1,
        purpose: Purpose::Other,
        risk: None,
        effect: None,
        objectives: Objectives::default(),
    }
}

pub(super) async fn put_goal(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    programme: Id<Programme>,
    goal: &Goal,
) -> Result<()> {
    let position = last_place(tx, &GOALS, goal.focus_area_id.0).await?;
    store::insert_goal(tx, editor, goal, position).await?;
    let of = part(ChangedObject::Goal, goal.id.0, &goal.name);
    history::note(app, tx, editor, programme, ChangeKind::Added, of).await
}

/// What may be given with a new target, or changed later; then another goal, too.
#[derive(Default)]
pub struct TargetChanges {
    pub goal_id: Option<Id<Goal>>,
    pub name: Change<String>,
    pub due: Change<Day>,
    pub objectives: Option<Vec<String>>,
}

/// # Errors
/// As [`add_focus_area`].
pub async fn add_target(app: &App, me: &Me, goal: Id<Goal>, changes: TargetChanges) -> Result<Target> {
    let (home, editor) = at_home(me, "goalId", store::home_of_goal(&app.db, goal).await?)?;
    let mut target = blank_target(app, goal);
    apply_to_target(&mut target, changes)?;
    let mut tx = app.db.begin().await?;
    put_target(app, &mut tx, &editor, home.programme_id, &target).await?;
    followup::join(app, &mut tx, &editor, home.programme_id, &[target.id.0]).await?;
    app.commit(tx).await?;
    Ok(target)
}

pub(super) fn blank_target(app: &App, goal: Id<Goal>) -> Target {
    Target {
        id: Id::of(app.random.id(app.clock.now())),
        goal_id: goal,
        name: String::new(),
        due: None,
        revision: 1,
        objectives: Objectives::default(),
        said: TargetStatus::NotAssessed,
        reason: None,
        assessed_by: None,
        assessed_name: None,
        assessed_at: None,
    }
}

pub(super) async fn put_target(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    programme: Id<Programme>,
    target: &Target,
) -> Result<()> {
    let position = last_place(tx, &TARGETS, target.goal_id.0).await?;
    store::insert_target(tx, editor, target, position).await?;
    let of = part(ChangedObject::Target, target.id.0, &target.name);
    history::note(app, tx, editor, programme, ChangeKind::Added, of).await
}

async fn last_place(tx: &mut Tx, level: &Level, parent: Uuid) -> Result<i64> {
    let there = store::children(tx, level, &[parent]).await?.len();
    if there >= MOST {
        return Err(Error::invalid("name", "error-too-many").with("most", MOST));
    }
    Ok(i64::try_from(there).unwrap_or_default())
}

// ---- writing anew ---------------------------------------------------------------------------------------------------

/// # Errors
/// `CONFLICT` when `revision` is no longer the newest, `INVALID`, `NOT_FOUND`, `FORBIDDEN`; so are the next two.
pub async fn update_focus_area(app: &App, me: &Me, id: Id<FocusArea>, revision: i64, name: &str) -> Result<FocusArea> {
    let (home, editor) = at_home(me, "id", store::home_of_focus_area(&app.db, id).await?)?;
    let mut area = store::focus_area(&app.db, id).await?.ok_or_else(|| missing("id"))?;
    let before = (area.revision, area.name.clone());
    if before.0 != revision {
        return Err(conflict(before.0));
    }
    area.name = text::required_line("name", name, NAME)?;
    area.revision += 1;
    let mut tx = app.db.begin().await?;
    if !store::update_focus_area(&mut tx, &editor, &area, before.0).await? {
        return Err(conflict(area.revision));
    }
    let of = renamed(ChangedObject::FocusArea, id.0, &area.name, &before.1);
    history::note(app, &mut tx, &editor, home.programme_id, ChangeKind::Changed, of).await?;
    app.commit(tx).await?;
    Ok(area)
}

/// # Errors
/// As [`update_focus_area`].
pub async fn update_goal(app: &App, me: &Me, id: Id<Goal>, revision: i64, changes: GoalChanges) -> Result<Goal> {
    let (home, editor) = at_home(me, "id", store::home_of_goal(&app.db, id).await?)?;
    let before = store::goal(&app.db, id).await?.ok_or_else(|| missing("id"))?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let mut goal = before.clone();
    apply_to_goal(&mut goal, changes)?;
    goal.revision += 1;
    let mut tx = app.db.begin().await?;
    if !store::update_goal(&mut tx, &editor, &goal, before.revision).await? {
        return Err(conflict(goal.revision));
    }
    let moved = goal.focus_area_id != before.focus_area_id;
    if moved {
        let there = store::home_of_focus_area(&mut tx, goal.focus_area_id).await?;
        let onto = Onto("focusAreaId", there);
        onto.hang(&mut tx, &editor, home, &Part::Goal(goal.clone())).await?;
    }
    let rewritten = before
        != Goal {
            focus_area_id: before.focus_area_id,
            revision,
            ..goal.clone()
        };
    let of = renamed(ChangedObject::Goal, id.0, &goal.name, &before.name);
    for kind in update_kinds(moved, rewritten) {
        history::note(app, &mut tx, &editor, home.programme_id, *kind, of).await?;
    }
    app.commit(tx).await?;
    Ok(goal)
}

/// # Errors
/// As [`update_focus_area`].
pub async fn update_target(
    app: &App,
    me: &Me,
    id: Id<Target>,
    revision: i64,
    changes: TargetChanges,
) -> Result<Target> {
    let (home, editor, before) = own_target(app, me, id).await?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let mut target = before.clone();
    apply_to_target(&mut target, changes)?;
    target.revision += 1;
    let mut tx = app.db.begin().await?;
    if !store::update_target(&mut tx, &editor, &target, before.revision).await? {
        return Err(conflict(target.revision));
    }
    let moved = target.goal_id != before.goal_id;
    if moved {
        let there = store::home_of_goal(&mut tx, target.goal_id).await?;
        let onto = Onto("goalId", there);
        onto.hang(&mut tx, &editor, home, &Part::Target(target.clone())).await?;
    }
    let rewritten = before
        != Target {
            goal_id: before.goal_id,
            revision,
            ..target.clone()
        };
    let of = renamed(ChangedObject::Target, id.0, &target.name, &before.name);
    for kind in update_kinds(moved, rewritten) {
        history::note(app, &mut tx, &editor, home.programme_id, *kind, of).await?;
    }
    app.commit(tx).await?;
    Ok(target)
}

fn apply_to_goal(goal: &mut Goal, changes: GoalChanges) -> Result<()> {
    required_name(changes.name, &mut goal.name)?;
    goal.focus_area_id = changes.focus_area_id.unwrap_or(goal.focus_area_id);
    goal.purpose = changes.purpose.unwrap_or(goal.purpose);
    let paragraphs = |field, change: Change<String>| change.try_map(|given| text::paragraphs(field, &given, TEXT));
    paragraphs("risk", changes.risk)?.apply(&mut goal.risk);
    paragraphs("effect", changes.effect)?.apply(&mut goal.effect);
    if let Some(keys) = changes.objectives {
        goal.objectives = Objectives::parse(&keys)?;
    }
    Ok(())
}

fn apply_to_target(target: &mut Target, changes: TargetChanges) -> Result<()> {
    required_name(changes.name, &mut target.name)?;
    target.goal_id = changes.goal_id.unwrap_or(target.goal_id);
    changes.due.apply(&mut target.due);
    if let Some(keys) = changes.objectives {
        target.objectives = Objectives::parse(&keys)?;
    }
    Ok(())
}

/// Another parent, by the input's field, and where that is.
struct Onto(&'static str, Option<Home>);

impl Onto {
    /// Hangs a part there, as the last. A part never leaves its programme.
    async fn hang(self, tx: &mut Tx, editor: &Editor, home: Home, part: &Part) -> Result<()> {
        let Self(field, there) = self;
        if there.is_none_or(|there| there.programme_id != home.programme_id) {
            return Err(missing(field));
        }
        let (level, parent) = part.level();
        let place = last_place(tx, level, parent).await.map_err(|error| error.on(field))?;
        Ok(store::set_parent(tx, editor, level, part.id(), parent, place).await?)
    }
}

/// What is told of an update: where nothing but the parent is another, only that.
fn update_kinds(moved: bool, rewritten: bool) -> &'static [ChangeKind] {
    match (moved, rewritten) {
        (true, true) => &[ChangeKind::Moved, ChangeKind::Changed],
        (true, false) => &[ChangeKind::Moved],
        (false, _) => &[ChangeKind::Changed],
    }
}

fn required_name(change: Change<String>, to: &mut String) -> Result<()> {
    match change {
        Change::Keep => {}
        Change::Clear => return Err(Error::invalid("name", "error-empty")),
        Change::Set(given) => *to = text::required_line("name", &given, NAME)?,
    }
    Ok(())
}

// ---- how targets stand ----------------------------------------------------------------------------------------------

/// Says how a target stands, whatever is measured; `NotAssessed` takes that back. Where something is measured, a reason
/// is asked for, since both stay to be seen.
///
/// # Errors
/// `INVALID` with the field at fault, `NOT_FOUND`, `FORBIDDEN`.
pub async fn assess(
    app: &App,
    me: &Me,
    id: Id<Target>,
    status: TargetStatus,
    reason: Option<String>,
) -> Result<Target> {
    let (home, editor, mut target) = own_target(app, me, id).await?;
    let reason = reason.map_or(Ok(None), |given| text::paragraphs("reason", &given, TEXT))?;
    let takes_back = status == TargetStatus::NotAssessed;
    if !takes_back && reason.is_none() && !indicators::measured(&app.db, &[id]).await?.is_empty() {
        return Err(Error::invalid("reason", "error-reason-missing"));
    }
    let mut tx = app.db.begin().await?;
    let said = Assessed {
        status,
        reason,
        by: Some(editor.person_id()),
        name: None,
    };
    set_assessment(app, &mut tx, &editor, home.programme_id, &mut target, said).await?;
    app.commit(tx).await?;
    Ok(target)
}

/// What is said of how a target stands, and by whom: a member, or one whose name is all there is.
pub struct Assessed {
    pub status: TargetStatus,
    pub reason: Option<String>,
    pub by: Option<Id<Person>>,
    pub name: Option<String>,
}

/// Writes an assessment in a transaction of the caller's, as a follow-up does.
///
/// # Errors
/// `NOT_FOUND` when the target is gone.
pub async fn set_assessment(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    programme: Id<Programme>,
    target: &mut Target,
    said: Assessed,
) -> Result<()> {
    let is_said = said.status != TargetStatus::NotAssessed;
    target.said = said.status;
    target.reason = said.reason.filter(|_| is_said);
    target.assessed_by = said.by.filter(|_| is_said);
    target.assessed_name = said.name.filter(|_| is_said);
    target.assessed_at = is_said.then(|| app.clock.now());
    if !store::set_assessment(tx, editor, target).await? {
        return Err(missing("id"));
    }
    let of = part(ChangedObject::Target, target.id.0, &target.name);
    history::note(app, tx, editor, programme, ChangeKind::Assessed, of).await
}

// ---- moving and deleting --------------------------------------------------------------------------------------------

/// A part of the tree, by its id alone.
#[derive(Clone, Debug)]
pub enum Part {
    FocusArea(FocusArea),
    Goal(Goal),
    Target(Target),
}

impl Part {
    fn object(&self) -> ChangedObject {
        match self {
            Self::FocusArea(_) => ChangedObject::FocusArea,
            Self::Goal(_) => ChangedObject::Goal,
            Self::Target(_) => ChangedObject::Target,
        }
    }

    fn id(&self) -> Uuid {
        match self {
            Self::FocusArea(part) => part.id.0,
            Self::Goal(part) => part.id.0,
            Self::Target(part) => part.id.0,
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::FocusArea(part) => &part.name,
            Self::Goal(part) => &part.name,
            Self::Target(part) => &part.name,
        }
    }

    fn level(&self) -> (&'static Level, Uuid) {
        match self {
            Self::FocusArea(part) => (&FOCUS_AREAS, part.programme_id.0),
            Self::Goal(part) => (&GOALS, part.focus_area_id.0),
            Self::Target(part) => (&TARGETS, part.goal_id.0),
        }
    }
}

/// Which way a part goes among its like.
#[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
}

/// Moves a part one step among those of the same parent; the first stays first, and the last last.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub async fn move_part(app: &App, me: &Me, id: &str, step: Step) -> Result<Id<Programme>> {
    let (part, home, editor) = own_part(app, me, id).await?;
    let (level, parent) = part.level();
    let mut tx = app.db.begin().await?;
    let mut order = store::children(&mut tx, level, &[parent]).await?;
    let here = order
        .iter()
        .position(|each| *each == part.id())
        .ok_or_else(|| missing("id"))?;
    let there = match step {
        Step::Up => here.saturating_sub(1),
        Step::Down => (here + 1).min(order.len() - 1),
    };
    if there != here {
        order.swap(here, there);
        store::set_order(&mut tx, &editor, level, &order).await?;
        let of = self::part(part.object(), part.id(), part.name());
        history::note(app, &mut tx, &editor, home.programme_id, ChangeKind::Moved, of).await?;
        app.commit(tx).await?;
    }
    Ok(home.programme_id)
}

/// Deletes a part with all that hangs on it: goals, targets, indicators with what was measured. Actions stay.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub async fn delete_part(app: &App, me: &Me, id: &str) -> Result<Id<Programme>> {
    let (part, home, editor) = own_part(app, me, id).await?;
    let mut tx = app.db.begin().await?;
    let (mut areas, mut goals, mut targets) = (Vec::new(), Vec::new(), Vec::new());
    match &part {
        Part::FocusArea(area) => {
            areas.push(area.id.0);
            goals = store::children(&mut tx, &GOALS, &areas).await?;
            targets = store::children(&mut tx, &TARGETS, &goals).await?;
        }
        Part::Goal(goal) => {
            goals.push(goal.id.0);
            targets = store::children(&mut tx, &TARGETS, &goals).await?;
        }
        Part::Target(target) => targets.push(target.id.0),
    }
    indicators::delete_of_targets(&mut tx, &editor, &targets).await?;
    store::forget_served(&mut tx, &editor, &targets).await?;
    store::delete_parts(&mut tx, &editor, &TARGETS, &targets).await?;
    store::delete_parts(&mut tx, &editor, &GOALS, &goals).await?;
    store::delete_parts(&mut tx, &editor, &FOCUS_AREAS, &areas).await?;
    let of = self::part(part.object(), part.id(), part.name());
    history::note(app, &mut tx, &editor, home.programme_id, ChangeKind::Deleted, of).await?;
    app.commit(tx).await?;
    Ok(home.programme_id)
}

async fn own_part(app: &App, me: &Me, id: &str) -> Result<(Part, Home, Editor)> {
    let db = &app.db;
    let (part, home) = match decode(id) {
        Some((FocusArea::PREFIX, id)) => (
            store::focus_area(db, Id::of(id)).await?.map(Part::FocusArea),
            store::home_of_focus_area(db, Id::of(id)).await?,
        ),
        Some((Goal::PREFIX, id)) => (
            store::goal(db, Id::of(id)).await?.map(Part::Goal),
            store::home_of_goal(db, Id::of(id)).await?,
        ),
        Some((Target::PREFIX, id)) => (
            store::targets_by_id(db, &[Id::of(id)]).await?.pop().map(Part::Target),
            store::home_of_target(db, Id::of(id)).await?,
        ),
        _ => (None, None),
    };
    let part = part.ok_or_else(|| missing("id"))?;
    let (home, editor) = at_home(me, "id", home)?;
    Ok((part, home, editor))
}

// ---- what actions serve ---------------------------------------------------------------------------------------------

/// Says which targets of its programme an action serves: these and no others.
///
/// # Errors
/// `NOT_FOUND` for targets of another programme, `FORBIDDEN` for another organisation's action.
pub async fn set_action_targets(app: &App, me: &Me, id: Id<Action>, targets: &[Id<Target>]) -> Result<Action> {
    let (action, editor) = actions::own(app, me, "actionId", id).await?;
    if targets.len() > MOST {
        return Err(Error::invalid("targetIds", "error-too-many").with("most", MOST));
    }
    let programme = action.programme_id.ok_or_else(|| missing("actionId"))?;
    let mut tx = app.db.begin().await?;
    let known = store::targets_in(&mut tx, programme, targets).await?;
    if targets.iter().any(|target| !known.contains(target)) {
        return Err(missing("targetIds"));
    }
    actions::editing::serve(&mut tx, &editor, id, &known).await?;
    app.commit(tx).await?;
    Ok(action)
}

// ---- what they share ------------------------------------------------------------------------------------------------

async fn own_target(app: &App, me: &Me, id: Id<Target>) -> Result<(Home, Editor, Target)> {
    let (home, editor) = at_home(me, "id", store::home_of_target(&app.db, id).await?)?;
    let target = store::targets_by_id(&app.db, &[id])
        .await?
        .pop()
        .ok_or_else(|| missing("id"))?;
    Ok((home, editor, target))
}

fn at_home(me: &Me, field: &'static str, home: Option<Home>) -> Result<(Home, Editor)> {
    let home = home.ok_or_else(|| missing(field))?;
    Ok((home, me.editor(home.organisation_id)?))
}

pub(super) fn missing(field: &'static str) -> Error {
    Error::not_found().on(field)
}

pub(super) fn conflict(newest: i64) -> Error {
    Error::new(ErrorCode::Conflict).on("revision").with("revision", newest)
}

fn part(object: ChangedObject, id: Uuid, name: &str) -> history::Of<'_> {
    history::Of {
        object,
        id,
        name,
        before: None,
    }
}

pub(super) fn renamed<'a>(object: ChangedObject, id: Uuid, name: &'a str, before: &'a str) -> history::Of<'a> {
    history::Of {
        object,
        id,
        name,
        before: Some(before),
    }
}

//! Actions: what municipalities do, and how one's work becomes another's head start. An action is a row and its
//! revisions: its own organisation's editors see the newest, everybody else the published one, and only publishing tells
//! the copies.

pub mod example;
pub mod family;
pub mod graphql;
pub mod library;
pub(crate) mod store;
pub mod themes;

use std::{collections::HashMap, sync::Arc, time::Duration};

use async_graphql::Enum;
use uuid::Uuid;

use crate::{
    app::App,
    clock::Moment,
    db::{Db, Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    files,
    graphql::{Conn, Day, Id, Kind, Place, Total, Window},
    i18n::{Language, fold, sort_key},
    people::{self, Editor, Me, Person, Viewer},
    programmes::{self, Programme, Target},
    text::{self, Change},
};

pub use graphql::{ActionFilter, ActionOrder};

/// An action as one viewer sees it: in its newest revision, or in the published one.
#[derive(Clone, Debug)]
pub struct Action {
    pub id: Id<Action>,
    pub organisation_id: Uuid,
    pub programme_id: Option<Id<Programme>>,
    pub published_revision: Option<i64>,
    pub visibility: Visibility,
    pub origin_id: Option<Id<Action>>,
    pub origin_revision: Option<i64>,
    pub copied_at: Option<Moment>,
    pub copied_by: Option<Id<Person>>,
    pub copy_count: i64,
    pub created_at: Moment,
    pub recent_at: Moment,
    /// Since when its owner shows it as a good example.
    pub example_since: Option<Moment>,
    // of the revision
    pub revision: i64,
    pub title: String,
    pub title_language: Language,
    pub description: String,
    pub description_language: Language,
    pub lessons: Option<String>,
    pub lessons_language: Option<Language>,
    pub status: ActionStatus,
    pub themes: Themes,
    pub starts: Option<Day>,
    pub ends: Option<Day>,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<Currency>,
    pub effect_tonnes_co2e: Option<f64>,
    pub contact_id: Option<Id<Person>>,
    pub author_id: Option<Id<Person>>,
    pub at: Moment,
    pub sort_key: String,
    /// What was fetched for the whole page that it stands on.
    pub near: Near,
}
row!(Action {
    id,
    organisation_id,
    programme_id,
    published_revision,
    visibility,
    origin_id,
    origin_revision,
    copied_at,
    copied_by,
    copy_count,
    created_at,
    recent_at,
    example_since,
    revision,
    title,
    title_language,
    description,
    description_language,
    lessons,
    lessons_language,
    status,
    themes,
    starts,
    ends,
    cost_amount,
    cost_currency,
    effect_tonnes_co2e,
    contact_id,
    author_id,
    at,
    sort_key
} beside near);

impl Kind for Action {
    const PREFIX: &'static str = "action";
}

/// What the actions of one page point at, fetched before they are shown. A loader would find the same in as many
/// statements, but only after every action of the page has been asked and has waited.
#[derive(Clone, Debug, Default)]
pub struct Near(Option<Arc<Around>>);

#[derive(Debug, Default)]
struct Around {
    people: HashMap<Id<Person>, Arc<Person>>,
    origins: HashMap<Id<Action>, Arc<Action>>,
}

impl Near {
    #[must_use]
    pub fn person(&self, id: Id<Person>) -> Option<Arc<Person>> {
        self.0.as_ref()?.people.get(&id).cloned()
    }

    #[must_use]
    pub fn origin(&self, id: Id<Action>) -> Option<Arc<Action>> {
        self.0.as_ref()?.origins.get(&id).cloned()
    }
}

/// What a list is asked to show of what its actions point at.
#[derive(Clone, Copy, Default)]
pub struct Wanted {
    pub contacts: bool,
    pub origins: bool,
    /// The long texts of the actions themselves, and of their origins.
    pub texts: bool,
    pub origin_texts: bool,
}

async fn look_around(app: &App, sight: Sight, wanted: Wanted, rows: &mut [Action]) -> Result<()> {
    let contacts: Vec<_> = rows
        .iter()
        .filter_map(|row| row.contact_id)
        .filter(|_| wanted.contacts)
        .collect();
    let origins: Vec<_> = rows
        .iter()
        .filter_map(|row| row.origin_id)
        .filter(|_| wanted.origins)
        .collect();
    let mut around = Around::default();
    if !contacts.is_empty() {
        around.people = people::persons(&app.db, &contacts)
            .await?
            .into_iter()
            .map(|row| (row.id, Arc::new(row)))
            .collect();
    }
    if !origins.is_empty() {
        let found = store::actions(&app.db, sight, &origins, wanted.origin_texts).await?;
        around.origins = found.into_iter().map(|row| (row.id, Arc::new(row))).collect();
    }
    let near = Near(Some(Arc::new(around)));
    for row in rows {
        row.near = near.clone();
    }
    Ok(())
}

/// How far an action has come.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionStatus {
    /// Somebody has thought of it.
    Idea,
    /// Decided, not begun.
    Planned,
    /// Being done.
    Ongoing,
    /// Done.
    Done,
    /// Stopped for a while.
    Paused,
    /// Given up.
    Cancelled,
}
text_enum!(ActionStatus {
    Idea = "IDEA",
    Planned = "PLANNED",
    Ongoing = "ONGOING",
    Done = "DONE",
    Paused = "PAUSED",
    Cancelled = "CANCELLED",
});

/// Who sees what is published.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// The organisation itself.
    Organisation,
    /// The members of the networks that the organisation takes part in.
    Network,
    /// Everybody, also signed out.
    Public,
}
text_enum!(Visibility { Organisation = "ORGANISATION", Network = "NETWORK", Public = "PUBLIC" });

/// A currency that budgets are in here.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// Swedish krona
    Sek,
    /// Norwegian krone
    Nok,
    /// Euro
    Eur,
}
text_enum!(Currency { Sek = "SEK", Nok = "NOK", Eur = "EUR" });

/// Keys of `reference/themes.csv`, kept as ` a b `, so that ` a ` finds one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes(pub Vec<&'static str>);

impl crate::db::FromCell for Themes {
    fn from_cell(cell: crate::db::Cell) -> Result<Self, crate::db::Cell> {
        match &cell {
            // A key that has left the reference data is no longer shown.
            crate::db::Cell::Text(text) => Ok(Self(text.split_whitespace().filter_map(themes::key).collect())),
            _ => Err(cell),
        }
    }
}

impl From<&Themes> for crate::db::Value {
    fn from(themes: &Themes) -> Self {
        format!(" {} ", themes.0.join(" ")).into()
    }
}

impl Themes {
    /// # Errors
    /// `INVALID` for an unknown key.
    pub fn parse(keys: &[String]) -> Result<Self> {
        let mut known = Vec::new();
        for key in keys {
            let key = themes::key(key)
                .ok_or_else(|| Error::invalid("themes", "error-unknown-theme").with("key", key.as_str()))?;
            if !known.contains(&key) {
                known.push(key);
            }
        }
        Ok(Self(known))
    }
}

/// A thousand billion: more than any municipality's budget, and far from overflowing when converted.
const MOST_MONEY: i64 = 1_000_000_000_000;
/// Longest texts, in characters.
const TITLE: usize = 200;
const TEXT: usize = 20_000;
const LEARNED: usize = 500;
/// Saves by one person within this time are one revision: an editor saves as one types.
const SITTING: Duration = Duration::from_secs(10 * 60);

// ---- reading --------------------------------------------------------------------------------------------------------

/// What of the actions a viewer sees: all of the organisation that they edit for, and what is published to them.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    own: Uuid,
    person: Uuid,
}

impl Sight {
    #[must_use]
    pub fn of(viewer: &Viewer) -> Self {
        match viewer.maybe() {
            Some(me) => Self::mine(me),
            None => Self {
                own: Uuid::nil(),
                person: Uuid::nil(),
            },
        }
    }

    fn mine(me: &Me) -> Self {
        Self {
            own: if me.organisation_confirmed {
                me.organisation_id
            } else {
                Uuid::nil()
            },
            person: me.id.0,
        }
    }
}

/// # Errors
/// When the database does not answer.
pub async fn action(app: &App, viewer: &Viewer, id: Id<Action>) -> Result<Option<Action>> {
    Ok(store::actions(&app.db, Sight::of(viewer), &[id], true)
        .await?
        .into_iter()
        .next())
}

/// Whom a word about one of these actions concerns: its contact, and those of its organisation who have written on it.
///
/// # Errors
/// When the database does not answer.
pub async fn keepers(db: &Db, ids: &[Id<Action>]) -> Result<Vec<Id<Person>>> {
    Ok(store::keepers(db, ids).await?)
}

/// Actions that the viewer may see.
///
/// # Errors
/// `INVALID` for a wrong page, cursor or theme.
pub async fn list(
    app: &Arc<App>,
    viewer: &Viewer,
    filter: ActionFilter,
    order: ActionOrder,
    wanted: Wanted,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Action>> {
    if library::serves(&filter, order) {
        return library::list(app, viewer, filter, order, wanted, first, after.as_deref()).await;
    }
    let sight = Sight::of(viewer);
    let filter = Arc::new(store::Filter::from_input(filter)?);
    let total = {
        let (app, filter) = (app.clone(), filter.clone());
        Total::by(move || {
            let (app, filter) = (app.clone(), filter.clone());
            async move { Ok(store::count_actions(&app.db, sight, &filter).await?) }
        })
    };
    let after = after.as_deref();
    Ok(match order {
        ActionOrder::Recent => {
            let window = Window::<i64>::descending(first, after)?;
            let mut rows = store::recent_actions(&app.db, sight, &filter, &window, wanted.texts).await?;
            look_around(app, sight, wanted, &mut rows).await?;
            window.page(
                rows,
                total,
                |row| Place {
                    key: row.recent_at.0,
                    id: row.id.0,
                },
                |row| row,
            )
        }
        ActionOrder::MostCopied => {
            let window = Window::<i64>::descending(first, after)?;
            let mut rows = store::most_copied_actions(&app.db, sight, &filter, &window, wanted.texts).await?;
            look_around(app, sight, wanted, &mut rows).await?;
            window.page(
                rows,
                total,
                |row| Place {
                    key: row.copy_count,
                    id: row.id.0,
                },
                |row| row,
            )
        }
        ActionOrder::Title | ActionOrder::Similar => {
            let window = Window::<String>::ascending(first, after)?;
            let mut rows = store::actions_by_title(&app.db, sight, &filter, &window, wanted.texts).await?;
            look_around(app, sight, wanted, &mut rows).await?;
            window.page(
                rows,
                total,
                |row| Place {
                    key: row.sort_key.clone(),
                    id: row.id.0,
                },
                |row| row,
            )
        }
    })
}

// ---- writing --------------------------------------------------------------------------------------------------------

/// Money as it comes in.
#[derive(Clone, Copy, Debug)]
pub struct Money {
    pub amount: i64,
    pub currency: Currency,
}

/// The facts that may be given with a new action, or changed later.
#[derive(Default)]
pub struct Changes {
    pub language: Option<Language>,
    pub title: Change<String>,
    pub description: Change<String>,
    pub lessons: Change<String>,
    pub themes: Change<Vec<String>>,
    pub status: Change<ActionStatus>,
    pub starts: Change<Day>,
    pub ends: Change<Day>,
    pub cost: Change<Money>,
    pub effect_tonnes_co2e: Change<f64>,
    pub contact_id: Change<Id<Person>>,
    pub further: example::Changes,
}

/// # Errors
/// `INVALID` with the field at fault, `NOT_FOUND` for no programme, `FORBIDDEN` for another organisation's.
pub async fn create(app: &App, me: &Me, programme_id: Id<Programme>, changes: Changes) -> Result<Action> {
    let (programme, editor) = own_programme(app, me, programme_id).await?;
    let new = prepare(app, &programme, &editor, changes).await?;
    let mut tx = app.db.begin().await?;
    let action = insert(app, &mut tx, &editor, new).await?;
    app.commit(tx).await?;
    Ok(action)
}

/// A new action that has been checked and not been written.
pub(crate) struct Prepared(Action, example::Checked);

/// Checks a new action; the same holds for one that comes in from a file as for one that is typed.
///
/// # Errors
/// `INVALID` with the field at fault.
pub(crate) async fn prepare(
    app: &App,
    programme: &Programme,
    editor: &Editor,
    mut changes: Changes,
) -> Result<Prepared> {
    let language = changes.language;
    let mut action = blank(app, programme, editor, language.unwrap_or(Language::Sv));
    let further = std::mem::take(&mut changes.further);
    apply(app, &mut action, changes).await?;
    let further = example::check(app, &action, further, language).await?;
    // The contract asks for both, so an update never leaves them empty and a new action must not either.
    if action.title.is_empty() {
        return Err(Error::invalid("title", "error-empty"));
    }
    if action.description.is_empty() {
        return Err(Error::invalid("description", "error-empty"));
    }
    Ok(Prepared(action, further))
}

/// Writes it, as a draft.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn insert(app: &App, tx: &mut Tx, editor: &Editor, new: Prepared) -> Result<Action> {
    let Prepared(action, further) = new;
    let now = app.clock.now();
    store::insert_action(tx, editor, &action, now).await?;
    store::insert_revision(tx, editor, &action).await?;
    // It was nothing else before; but somebody may say why it begins as it does.
    example::note_status(tx, editor, &action, &action, further.reason(), now).await?;
    example::write(tx, editor, &action, further).await?;
    Ok(action)
}

async fn own_programme(app: &App, me: &Me, id: Id<Programme>) -> Result<(Programme, Editor)> {
    let programme = programmes::programme(&app.db, id)
        .await?
        .ok_or_else(|| Error::not_found().on("programmeId"))?;
    let editor = me.editor(programme.organisation_id)?;
    Ok((programme, editor))
}

fn blank(app: &App, programme: &Programme, editor: &Editor, language: Language) -> Action {
    let now = app.clock.now();
    Action {
        id: Id::of(app.random.id(now)),
        organisation_id: programme.organisation_id,
        programme_id: Some(programme.id),
        published_revision: None,
        visibility: Visibility::Organisation,
        origin_id: None,
        origin_revision: None,
        copied_at: None,
        copied_by: None,
        copy_count: 0,
        created_at: now,
        recent_at: now,
        example_since: None,
        revision: 1,
        title: String::new(),
        title_language: language,
        description: String::new(),
        description_language: language,
        lessons: None,
        lessons_language: None,
        status: ActionStatus::Idea,
        themes: Themes::default(),
        starts: None,
        ends: None,
        cost_amount: None,
        cost_currency: None,
        effect_tonnes_co2e: None,
        contact_id: None,
        author_id: Some(editor.person_id()),
        at: now,
        sort_key: String::new(),
        near: Near::default(),
    }
}

/// Puts changes into an action, checked.
async fn apply(app: &App, action: &mut Action, changes: Changes) -> Result<()> {
    let writes = [&changes.title, &changes.description, &changes.lessons]
        .iter()
        .any(|c| matches!(c, Change::Set(_)));
    let language = match changes.language {
        Some(language) => language,
        None if writes => return Err(Error::invalid("language", "error-language-missing")),
        None => action.title_language,
    };
    match changes.title {
        Change::Keep => {}
        Change::Clear => return Err(Error::invalid("title", "error-empty")),
        Change::Set(title) => {
            action.title = text::required_line("title", &title, TITLE)?;
            action.title_language = language;
            action.sort_key = sort_key(&action.title);
        }
    }
    match changes.description {
        Change::Keep => {}
        Change::Clear => return Err(Error::invalid("description", "error-empty")),
        Change::Set(description) => {
            action.description = text::required_paragraphs("description", &description, TEXT)?;
            action.description_language = language;
        }
    }
    match changes
        .lessons
        .try_map(|lessons| text::paragraphs("lessons", &lessons, TEXT))?
    {
        Change::Keep => {}
        Change::Clear => (action.lessons, action.lessons_language) = (None, None),
        Change::Set(lessons) => (action.lessons, action.lessons_language) = (Some(lessons), Some(language)),
    }
    match changes.themes {
        Change::Keep => {}
        Change::Clear => action.themes = Themes::default(),
        Change::Set(keys) => action.themes = Themes::parse(&keys)?,
    }
    match changes.status {
        Change::Keep => {}
        Change::Clear => action.status = ActionStatus::Idea,
        Change::Set(status) => action.status = status,
    }
    changes.starts.apply(&mut action.starts);
    changes.ends.apply(&mut action.ends);
    if let (Some(starts), Some(ends)) = (action.starts, action.ends)
        && ends < starts
    {
        return Err(Error::invalid("ends", "error-ends-before-start"));
    }
    match changes.cost {
        Change::Keep => {}
        Change::Clear => (action.cost_amount, action.cost_currency) = (None, None),
        Change::Set(cost) => {
            if cost.amount > MOST_MONEY {
                return Err(Error::invalid("cost", "error-number-too-large"));
            }
            (action.cost_amount, action.cost_currency) = (Some(cost.amount), Some(cost.currency));
        }
    }
    if let Change::Set(effect) = changes.effect_tonnes_co2e
        && !(effect.is_finite() && effect.abs() <= 1e9)
    {
        return Err(Error::invalid("effectTonnesCo2e", "error-number-too-large"));
    }
    changes.effect_tonnes_co2e.apply(&mut action.effect_tonnes_co2e);
    if let Change::Set(contact) = changes.contact_id
        && people::person(&app.db, contact)
            .await?
            .is_none_or(|p| p.organisation_id != action.organisation_id)
    {
        return Err(Error::not_found().on("contactId"));
    }
    changes.contact_id.apply(&mut action.contact_id);
    Ok(())
}

/// The newest revision of an action that the viewer edits.
pub(crate) async fn own_action(app: &App, me: &Me, id: Id<Action>) -> Result<(Action, Editor)> {
    let action = store::actions(&app.db, Sight::mine(me), &[id], true)
        .await?
        .into_iter()
        .next()
        .ok_or_else(|| Error::not_found().on("id"))?;
    let editor = me.editor(action.organisation_id)?;
    Ok((action, editor))
}

/// The same, for a room that changes what belongs to an action.
///
/// # Errors
/// `NOT_FOUND` on `field`, `FORBIDDEN`.
pub async fn own(app: &App, me: &Me, field: &'static str, id: Id<Action>) -> Result<(Action, Editor)> {
    own_action(app, me, id).await.map_err(|error| error.on(field))
}

/// Says which targets an action serves, these and no others.
///
/// # Errors
/// When the database does not answer.
pub async fn serve(tx: &mut Tx, editor: &Editor, id: Id<Action>, targets: &[Id<Target>]) -> Result<()> {
    store::delete_targets(tx, editor, id).await?;
    for target in targets {
        store::insert_target(tx, editor, id, *target).await?;
    }
    Ok(())
}

fn conflict(newest: i64) -> Error {
    Error::new(ErrorCode::Conflict).on("revision").with("revision", newest)
}

/// # Errors
/// `CONFLICT` when `revision` is no longer the newest; else as [`create`].
pub async fn update(app: &App, me: &Me, id: Id<Action>, revision: i64, mut changes: Changes) -> Result<Action> {
    let (before, editor) = own_action(app, me, id).await?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let mut action = before.clone();
    let (further, written_in) = (std::mem::take(&mut changes.further), changes.language);
    apply(app, &mut action, changes).await?;
    let further = example::check(app, &action, further, written_in).await?;
    let mut tx = app.db.begin().await?;
    save(app, &mut tx, &editor, &before, &mut action, Step::Typing, further).await?;
    app.commit(tx).await?;
    Ok(action)
}

/// How a revision comes of the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Somebody is typing: it may take the place of the save just before it.
    Typing,
    /// What was there is to be found in the history whatever comes. The further facts are those of this revision.
    From(i64),
}

/// Writes what an action says now as its next revision.
async fn save(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    before: &Action,
    action: &mut Action,
    step: Step,
    further: example::Checked,
) -> Result<()> {
    let now = app.clock.now();
    // Whoever publishes, or the next day looks back, sees what one sitting made of it, not each pause in the typing. What
    // was published or copied stays: others compare with it.
    let same_sitting = step == Step::Typing
        && before.published_revision != Some(before.revision)
        && before.copy_count == 0
        && before.author_id == Some(editor.person_id())
        && now.since(before.at) < SITTING;
    action.revision = before.revision + 1;
    action.author_id = Some(editor.person_id());
    action.at = if same_sitting { before.at } else { now };
    if !store::set_revision(tx, editor, action.id, before.revision, action.revision, now).await? {
        let newest = store::newest_revision(tx, action.id)
            .await?
            .ok_or_else(|| Error::not_found().on("id"))?;
        return Err(conflict(newest));
    }
    if same_sitting {
        store::replace_revision(tx, editor, action, before.revision).await?;
    } else {
        let from = match step {
            Step::Typing => before.revision,
            Step::From(revision) => revision,
        };
        store::insert_revision(tx, editor, action).await?;
        example::carry(tx, editor, action.id, from, action.revision).await?;
    }
    example::note_status(tx, editor, before, action, further.reason(), now).await?;
    example::write(tx, editor, action, further).await?;
    action.at = now;
    Ok(())
}

/// Shows the newest revision to others. `learned` says in one sentence what is new, for those who copied.
///
/// # Errors
/// `CONFLICT` when `revision` is no longer the newest.
pub async fn publish(
    app: &App,
    me: &Me,
    id: Id<Action>,
    revision: i64,
    visibility: Visibility,
    learned: Option<String>,
    as_example: Option<bool>,
) -> Result<Action> {
    let (mut action, editor) = own_action(app, me, id).await?;
    if action.revision != revision {
        return Err(conflict(action.revision));
    }
    let learned = match learned {
        Some(learned) => text::line("learned", &learned, LEARNED)?,
        None => None,
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::set_published(&mut tx, &editor, id, revision, visibility, now).await? {
        let newest = store::newest_revision(&mut tx, id)
            .await?
            .ok_or_else(|| Error::not_found().on("id"))?;
        return Err(conflict(newest));
    }
    store::set_learned(&mut tx, &editor, id, revision, learned.as_deref(), now).await?;
    if let Some(as_example) = as_example {
        example::set(&mut tx, &editor, id, as_example, now).await?;
        action.example_since = as_example.then_some(action.example_since.unwrap_or(now));
    }
    files::publish(&mut tx, &editor, id, now).await?;
    app.commit(tx).await?;
    action.published_revision = Some(revision);
    action.visibility = visibility;
    action.recent_at = now;
    action.at = now;
    Ok(action)
}

/// Copies what the viewer sees of an action into a programme of theirs. Title, description and themes come along, each
/// text in its language, and what [`example::bring`] says; status, dates, money, people and what the origin learned stay behind.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `ALREADY_COPIED` when the programme holds a copy and `even_if_copied` is not set.
pub async fn copy(
    app: &App,
    me: &Me,
    id: Id<Action>,
    programme_id: Id<Programme>,
    even_if_copied: bool,
) -> Result<Action> {
    let missing = || Error::not_found().on("actionId");
    let origin = store::actions(&app.db, Sight::mine(me), &[id], true)
        .await?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    let (programme, editor) = own_programme(app, me, programme_id).await?;
    let now = app.clock.now();
    let origin_revision = origin.revision;
    let copy = Action {
        origin_id: Some(origin.id),
        origin_revision: Some(origin_revision),
        copied_at: Some(now),
        copied_by: Some(me.id),
        title: origin.title,
        title_language: origin.title_language,
        description: origin.description,
        description_language: origin.description_language,
        themes: origin.themes,
        sort_key: origin.sort_key,
        ..blank(app, &programme, &editor, me.language)
    };
    let mut tx = app.db.begin().await?;
    // Counting first takes the origin's row, so that two who copy at once into one programme take turns.
    if !store::count_copy(&mut tx, id, 1).await? {
        return Err(missing());
    }
    if !even_if_copied && let Some(existing) = store::copy_in_programme(&mut tx, id, programme_id).await? {
        return Err(Error::new(ErrorCode::AlreadyCopied)
            .on("actionId")
            .with("actionId", existing.to_string()));
    }
    store::insert_action(&mut tx, &editor, &copy, now).await?;
    store::insert_revision(&mut tx, &editor, &copy).await?;
    example::bring(&mut tx, &editor, (id, origin_revision), (copy.id, copy.revision)).await?;
    app.commit(tx).await?;
    Ok(copy)
}

/// Deletes an action with all that it said. What was copied from it stays whole, with an empty place where it was.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`.
pub async fn delete(app: &App, me: &Me, id: Id<Action>) -> Result<Programme> {
    let (action, editor) = own_action(app, me, id).await?;
    let programme_id = action.programme_id.ok_or_else(Error::not_found)?;
    let programme = programmes::programme(&app.db, programme_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let mut tx = app.db.begin().await?;
    if !store::delete_action(&mut tx, &editor, id, app.clock.now()).await? {
        return Err(Error::not_found().on("id"));
    }
    files::leave(&mut tx, &editor, id, app.clock.now()).await?;
    if let Some(origin) = action.origin_id {
        store::count_copy(&mut tx, origin, -1).await?;
    }
    family::forget(&mut tx, &editor, id).await?;
    app.commit(tx).await?;
    app.files.ring();
    Ok(programme)
}

/// What a simple text filter looks in.
fn folded(action: &Action) -> String {
    fold(&format!("{} {}", action.title, action.description))
}

//! How actions are written: made, changed and deleted, with what is acceptable in each field. A change is a new revision, or
//! takes the place of the one that the same person has only just made.

use std::time::Duration;

use super::{
    Action, ActionStatus, Money, Near, Themes, Visibility,
    example::{self, Purpose},
    family,
    money::MOST_MONEY,
    own_action, store,
};
use crate::{
    app::App,
    db::Tx,
    error::{Error, ErrorCode, Result},
    files, followup,
    graphql::{Day, Id},
    i18n::{Language, sort_key},
    people::{self, Editor, Me, Person},
    programmes::{self, Programme, Target},
    text::{self, Change},
};

/// Longest texts, in characters.
const TITLE: usize = 200;
pub(in crate::actions) const TEXT: usize = 20_000;
/// Saves by one person within this time are one revision: an editor saves as one types.
const SITTING: Duration = Duration::from_secs(10 * 60);

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
    followup::join(app, &mut tx, &editor, programme.id, &[action.id.0]).await?;
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
    let Prepared(mut action, further) = new;
    let now = app.clock.now();
    if is_no_effect(&action) && further.purpose(None) == Some(Purpose::Adaptation) {
        action.effect_tonnes_co2e = None;
    }
    store::insert_action(tx, editor, &action, now).await?;
    store::insert_revision(tx, editor, &action).await?;
    // It was nothing else before; but somebody may say why it begins as it does.
    example::note_status(tx, editor, &action, &action, further.reason(), now).await?;
    example::write(tx, editor, &action, further).await?;
    Ok(action)
}

pub(in crate::actions) async fn own_programme(app: &App, me: &Me, id: Id<Programme>) -> Result<(Programme, Editor)> {
    let programme = programmes::programme(&app.db, id)
        .await?
        .ok_or_else(|| Error::not_found().on("programmeId"))?;
    let editor = me.editor(programme.organisation_id)?;
    Ok((programme, editor))
}

pub(in crate::actions) fn blank(app: &App, programme: &Programme, editor: &Editor, language: Language) -> Action {
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
pub(in crate::actions) async fn apply(app: &App, action: &mut Action, changes: Changes) -> Result<()> {
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

/// # Errors
/// `CONFLICT` when `revision` is no longer the newest; else as [`create`].
pub async fn update(app: &App, me: &Me, id: Id<Action>, revision: i64, changes: Changes) -> Result<Action> {
    let (before, editor) = own_action(app, me, id).await?;
    if before.revision != revision {
        return Err(conflict(before.revision));
    }
    let Revised(before, mut action, further) = revise(app, before, [changes]).await?;
    let mut tx = app.db.begin().await?;
    save(app, &mut tx, &editor, &before, &mut action, Step::Typing, further).await?;
    app.commit(tx).await?;
    Ok(action)
}

/// What an action says, and what it is to say instead: checked and not written.
pub(crate) struct Revised(Action, Action, example::Checked);

/// Checks what an action is to say instead of what it says; several changes where texts are written in several languages.
///
/// # Errors
/// `INVALID` with the field at fault.
pub(crate) async fn revise(app: &App, before: Action, changes: impl IntoIterator<Item = Changes>) -> Result<Revised> {
    let mut action = before.clone();
    let mut checked = example::Checked::default();
    for mut changes in changes {
        let (further, written_in) = (std::mem::take(&mut changes.further), changes.language);
        apply(app, &mut action, changes).await?;
        checked = checked.and(example::check(app, &action, further, written_in).await?);
    }
    Ok(Revised(before, action, checked))
}

/// Writes it as a revision of its own: what was there is to be found in the history, however lately it was written.
///
/// # Errors
/// `CONFLICT` when somebody has changed the action since.
pub(crate) async fn replace(app: &App, tx: &mut Tx, editor: &Editor, revised: Revised) -> Result<Action> {
    let Revised(before, mut action, further) = revised;
    let step = Step::From(before.revision);
    save(app, tx, editor, &before, &mut action, step, further).await?;
    Ok(action)
}

/// How a revision comes of the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::actions) enum Step {
    /// Somebody is typing: it may take the place of the save just before it.
    Typing,
    /// What was there is to be found in the history whatever comes. The further facts are those of this revision.
    From(i64),
}

/// Writes what an action says now as its next revision.
pub(in crate::actions) async fn save(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    before: &Action,
    action: &mut Action,
    step: Step,
    further: example::Checked,
) -> Result<()> {
    let now = app.clock.now();
    let from = match step {
        Step::Typing => before.revision,
        Step::From(revision) => revision,
    };
    if is_no_effect(action) {
        let purpose = example::purpose(tx, (action.id, from)).await?;
        if further.purpose(purpose) == Some(Purpose::Adaptation) {
            action.effect_tonnes_co2e = None;
        }
    }
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
        store::insert_revision(tx, editor, action).await?;
        example::carry(tx, editor, action.id, from, action.revision).await?;
    }
    example::note_status(tx, editor, before, action, further.reason(), now).await?;
    example::write(tx, editor, action, further).await?;
    // What was an idea may be somebody's duty now.
    if action.status != before.status
        && let Some(programme) = action.programme_id
    {
        followup::join(app, tx, editor, programme, &[action.id.0]).await?;
    }
    action.at = now;
    Ok(())
}

/// Zero tonnes: of adaptation that is no effect, but a question that was not its own.
fn is_no_effect(action: &Action) -> bool {
    action.effect_tonnes_co2e.is_some_and(|tonnes| tonnes == 0.0)
}

pub(in crate::actions) fn conflict(newest: i64) -> Error {
    Error::new(ErrorCode::Conflict).on("revision").with("revision", newest)
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

/// Says that an action serves one more target; those that it serves already stay.
///
/// # Errors
/// When the database does not answer.
pub async fn serve_too(tx: &mut Tx, editor: &Editor, id: Id<Action>, target: Id<Target>) -> Result<()> {
    Ok(store::add_target(tx, editor, id, target).await?)
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
    remove(app, &mut tx, &editor, id, action.origin_id).await?;
    app.commit(tx).await?;
    app.files.ring();
    Ok(programme)
}

async fn remove(app: &App, tx: &mut Tx, editor: &Editor, id: Id<Action>, origin: Option<Id<Action>>) -> Result<()> {
    let now = app.clock.now();
    if !store::delete_action(tx, editor, id, now).await? {
        return Err(Error::not_found().on("id"));
    }
    files::leave(tx, editor, id, now).await?;
    if let Some(origin) = origin {
        store::count_copy(tx, origin, -1).await?;
    }
    family::forget(tx, editor, id).await
}

/// Deletes the actions of a programme that is being deleted, as long as they are drafts that nobody has copied. Those that
/// were deleted before keep their places in their families, and forget the programme.
///
/// # Errors
/// `INVALID` on `id`, with how many of them are published or copied.
pub async fn delete_drafts(app: &App, tx: &mut Tx, editor: &Editor, programme: Id<Programme>) -> Result<()> {
    store::hold_actions(tx, editor, programme).await?;
    let actions = store::actions_to_delete(tx, programme).await?;
    let others = actions.iter().filter(|action| action.is_others_too()).count();
    if others > 0 {
        return Err(Error::invalid("id", "error-programme-actions").with("count", others));
    }
    for action in actions {
        remove(app, tx, editor, action.id, action.origin_id).await?;
    }
    Ok(store::forget_programme(tx, editor, programme).await?)
}

//! Follow-up: rounds in which those who are responsible for targets and actions say how it goes. A round mails each of
//! them a link to a short form, and once it is closed it is frozen: what came of it is compared with the round before and
//! with how things stand now, told to politicians, and taken out as a file. The validity review (aktualitetsprövning) is a
//! round in which goals and targets are kept, changed or dropped.
//!
//! Rounds are their organisation's own work: others do not see them. Whoever holds a form's link answers in it without an
//! account, and sees nothing else.

mod closing;
pub mod compare;
pub mod download;
pub mod forms;
pub mod graphql;
mod joining;
pub mod postman;
pub mod report;
pub mod responsible;
pub(crate) mod state;
pub(crate) mod store;

use std::time::Duration;

use async_graphql::Enum;
use jiff::{ToSpan, civil::Time};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    app::App,
    clock::{Moment, zone},
    db::{On, Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Day, Id, Kind, Place, Total, Window},
    i18n::{Language, sort_key},
    people::{Editor, Me, Person, Viewer},
    programmes::{self, Programme, TargetStatus},
    text,
};

pub use closing::close;
pub use compare::ChangeKind;
pub(crate) use joining::join;
pub use report::{Report, ReportLink};
pub use responsible::Responsible;
use state::again;
pub use state::{Answer, Entry};

/// One time that a programme is followed up.
#[derive(Clone, Debug)]
pub struct Round {
    pub id: Id<Round>,
    pub programme_id: Id<Programme>,
    pub organisation_id: Uuid,
    pub kind: RoundKind,
    pub name: String,
    pub message: Option<String>,
    pub due: Day,
    pub revision: i64,
    pub opened_at: Moment,
    pub closed_at: Option<Moment>,
}
row!(Round {
    id,
    programme_id,
    organisation_id,
    kind,
    name,
    message,
    due,
    revision,
    opened_at,
    closed_at
});

impl Kind for Round {
    const PREFIX: &'static str = "round";
}

/// What a round asks about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundKind {
    /// How the year went.
    Year,
    /// How the half-year went.
    HalfYear,
    /// The validity review (aktualitetsprövning): which goals and targets to keep, change or drop.
    Review,
}
text_enum!(RoundKind { Year = "YEAR", HalfYear = "HALF_YEAR", Review = "REVIEW" });

/// What somebody can be responsible for.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SubjectKind {
    /// An overall goal.
    Goal,
    /// An interim target.
    Target,
    /// An action.
    Action,
}
text_enum!(SubjectKind { Goal = "goal", Target = "target", Action = "action" });

/// What is to become of a goal or target, by a validity review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ReviewDecision {
    /// It holds as it is.
    Keep,
    /// It is to be changed.
    Change,
    /// It is to be taken away.
    Drop,
}
text_enum!(ReviewDecision { Keep = "KEEP", Change = "CHANGE", Drop = "DROP" });

/// How something stands, whatever it is: a target's status, an action's, or what a review decides.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(name = "RoundStatus")]
pub enum Standing {
    /// A target: nobody has said yet.
    NotAssessed,
    /// A target: it will be reached in time.
    OnTrack,
    /// A target: it may not be reached in time.
    AtRisk,
    /// A target: it will not be reached in time.
    OffTrack,
    /// A target: it is reached.
    Reached,
    /// An action: somebody has thought of it.
    Idea,
    /// An action: decided, not begun.
    Planned,
    /// An action: being done.
    Ongoing,
    /// An action: done.
    Done,
    /// An action: stopped for a while.
    Paused,
    /// An action: given up.
    Cancelled,
    /// In a review: it holds as it is.
    Keep,
    /// In a review: it is to be changed.
    Change,
    /// In a review: it is to be taken away.
    Drop,
}
text_enum!(Standing {
    NotAssessed = "NOT_ASSESSED",
    OnTrack = "ON_TRACK",
    AtRisk = "AT_RISK",
    OffTrack = "OFF_TRACK",
    Reached = "REACHED",
    Idea = "IDEA",
    Planned = "PLANNED",
    Ongoing = "ONGOING",
    Done = "DONE",
    Paused = "PAUSED",
    Cancelled = "CANCELLED",
    Keep = "KEEP",
    Change = "CHANGE",
    Drop = "DROP",
});

/// What one responsible person is asked in a round.
#[derive(Clone, Debug)]
pub struct Form {
    pub id: Id<Form>,
    pub round_id: Id<Round>,
    pub person_id: Option<Id<Person>>,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub mail_due_at: Option<Moment>,
    pub mail_attempts: i64,
    pub mailed_at: Option<Moment>,
    pub mail_failed: bool,
    pub reminders: i64,
    pub reminded_at: Option<Moment>,
    pub seen_at: Option<Moment>,
    /// How many questions, and how many of them are answered.
    pub asked: i64,
    pub answered: i64,
}
row!(Form {
    id,
    round_id,
    person_id,
    name,
    email,
    language,
    mail_due_at,
    mail_attempts,
    mailed_at,
    mail_failed,
    reminders,
    reminded_at,
    seen_at,
    asked,
    answered
});

impl Kind for Form {
    const PREFIX: &'static str = "roundform";
}

impl Form {
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answered >= self.asked
    }
}

/// A question of a round, with its answer.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: Id<Item>,
    pub round_id: Id<Round>,
    pub form_id: Option<Id<Form>>,
    pub position: i64,
    pub kind: SubjectKind,
    pub subject_id: Uuid,
    pub area: Option<String>,
    pub goal: Option<String>,
    pub title: String,
    pub language: Option<Language>,
    pub status: Option<String>,
    pub decision: Option<ReviewDecision>,
    pub comment: Option<String>,
    pub grade: Option<i64>,
    pub revision: i64,
    pub answered_at: Option<Moment>,
    pub answered_by: Option<String>,
    pub answered_person_id: Option<Id<Person>>,
    pub by_strategist: bool,
}
row!(Item {
    id,
    round_id,
    form_id,
    position,
    kind,
    subject_id,
    area,
    goal,
    title,
    language,
    status,
    decision,
    comment,
    grade,
    revision,
    answered_at,
    answered_by,
    answered_person_id,
    by_strategist
});

impl Kind for Item {
    const PREFIX: &'static str = "rounditem";
}

impl Item {
    /// What was answered, of a target.
    fn target_status(&self) -> Option<TargetStatus> {
        let status = self.status.as_deref().filter(|_| self.kind == SubjectKind::Target)?;
        TargetStatus::from_text(&status.to_lowercase())
    }
}

/// Longest texts, in characters.
const NAME: usize = 120;
const MESSAGE: usize = 2_000;
const COMMENT: usize = 2_000;
/// Questions of a round at most.
const ITEMS: usize = 1_000;
/// Days before the last day on which those who have not answered are reminded.
const REMIND_BEFORE: i64 = 3;
const MORNING: Time = Time::constant(7, 0, 0, 0);
/// Nobody is reminded twice within this time.
const PAUSE: Duration = Duration::from_secs(10 * 60);

/// What is kept of a secret in a link.
#[must_use]
pub(crate) fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// A secret for a link: 256 random bits.
pub(crate) fn new_token(app: &App) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(app.random.bytes::<32>())
}

// ---- reading --------------------------------------------------------------------------------------------------------

/// The programme, and the proof that the viewer may follow it up.
///
/// # Errors
/// `NOT_FOUND` for no programme, `FORBIDDEN` for another organisation's.
pub(crate) async fn own_programme(app: &App, me: &Me, id: Id<Programme>) -> Result<(Programme, Editor)> {
    let programme = programmes::programme(&app.db, id)
        .await?
        .ok_or_else(|| Error::not_found().on("programmeId"))?;
    let editor = me.editor(programme.organisation_id)?;
    Ok((programme, editor))
}

/// A round of the viewer's own organisation.
///
/// # Errors
/// `NOT_FOUND` for no round, and for others': they do not learn that there is one.
pub async fn own_round(app: &App, me: &Me, field: &'static str, id: Id<Round>) -> Result<(Round, Editor)> {
    let round = store::rounds_by_id(&app.db, &[id]).await?.into_iter().next();
    match round {
        Some(round) if me.edits(round.organisation_id) => {
            let editor = me.editor(round.organisation_id)?;
            Ok((round, editor))
        }
        _ => Err(Error::not_found().on(field)),
    }
}

/// As [`own_round`]; none where there is nothing to see.
///
/// # Errors
/// When the database does not answer.
pub async fn visible(app: &App, viewer: &Viewer, id: Id<Round>) -> Result<Option<Round>> {
    let Some(me) = viewer.maybe() else { return Ok(None) };
    match own_round(app, me, "id", id).await {
        Ok((round, _)) => Ok(Some(round)),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A programme's rounds, the latest first; nothing for others than its organisation.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(
    app: &std::sync::Arc<App>,
    viewer: &Viewer,
    programme_id: Id<Programme>,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Round>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let Some(me) = viewer.maybe() else {
        return Ok(Conn::nothing());
    };
    match programmes::programme(&app.db, programme_id).await? {
        Some(programme) if me.edits(programme.organisation_id) => {}
        _ => return Ok(Conn::nothing()),
    }
    let rows = store::rounds_of_programme(&app.db, programme_id, &window).await?;
    let app = app.clone();
    let total = Total::by(move || {
        let app = app.clone();
        async move { Ok(store::count_rounds(&app.db, programme_id).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: row.opened_at.0,
            id: row.id.0,
        },
        |row| row,
    ))
}

/// Whether a programme has a round, open or closed.
///
/// # Errors
/// When the database does not answer.
pub async fn is_followed_up(tx: &mut Tx, programme: Id<Programme>) -> Result<bool> {
    Ok(store::count_rounds(tx, programme).await? > 0)
}

/// The closed round before this one that asked the same sort of thing.
///
/// # Errors
/// When the database does not answer.
pub async fn before(app: &App, round: &Round) -> Result<Option<Round>> {
    Ok(store::round_before(&app.db, round).await?)
}

// ---- opening and keeping ------------------------------------------------------------------------------------------------

/// A round as it is asked for.
pub struct NewRound {
    pub kind: RoundKind,
    pub name: String,
    pub message: Option<String>,
    pub due: Day,
}

/// Opens a round and mails everybody who is responsible for something in it.
///
/// # Errors
/// `INVALID` with the field at fault, `TAKEN` while another one is open, `FORBIDDEN` for another organisation's programme.
pub async fn open(app: &App, me: &Me, programme_id: Id<Programme>, new: NewRound) -> Result<Round> {
    let (programme, editor) = own_programme(app, me, programme_id).await?;
    let now = app.clock.now();
    let round = Round {
        id: Id::of(app.random.id(now)),
        programme_id,
        organisation_id: programme.organisation_id,
        kind: new.kind,
        name: text::required_line("name", &new.name, NAME)?,
        message: optional(new.message.as_deref(), "message", MESSAGE)?,
        due: checked_due(app, new.due)?,
        revision: 1,
        opened_at: now,
        closed_at: None,
    };
    let asked = questions(&app.db, &round).await?;
    if asked.is_empty() {
        return Err(Error::invalid("programmeId", "error-round-empty"));
    }
    if asked.len() > ITEMS {
        return Err(Error::invalid("programmeId", "error-too-many").with("most", ITEMS));
    }
    let responsible = store::responsible_of_programme(&app.db, programme_id).await?;
    let mut tx = app.db.begin().await?;
    store::insert_round(&mut tx, &editor, &round).await.map_err(|error| {
        if error.is_unique("followup_round") {
            Error::new(ErrorCode::Taken).on("kind").saying("error-round-open")
        } else {
            error.into()
        }
    })?;
    ask(app, &mut tx, &editor, &round, asked, &responsible, true).await?;
    app.commit(tx).await?;
    app.follow_ups.notify_one();
    Ok(round)
}

/// What a round asks about: what is there now, but nothing that was told as done or given up last time.
async fn questions<'a>(on: impl Into<On<'a>>, round: &Round) -> Result<Vec<Entry>> {
    let mut on = on.into();
    let told = match store::round_before(again(&mut on), round).await? {
        Some(last) => state::frozen(again(&mut on), last.id).await?,
        None => Vec::new(),
    };
    let over = |entry: &Entry| matches!(entry.effective(), Some("DONE" | "CANCELLED"));
    let told_over: Vec<_> = told.iter().filter(|e| over(e)).map(|e| e.subject_id).collect();
    let live = state::live(on, round.programme_id).await?;
    Ok(live
        .into_iter()
        .filter(|entry| match (round.kind, entry.kind) {
            (RoundKind::Review, kind) => kind != SubjectKind::Action,
            (_, SubjectKind::Goal) => false,
            (_, SubjectKind::Target) => true,
            // An idea is nobody's duty yet.
            (_, SubjectKind::Action) => {
                entry.status.as_deref() != Some("IDEA") && !(over(entry) && told_over.contains(&entry.subject_id))
            }
        })
        .collect())
}

/// Writes the questions, and a form for each of those who are to answer them.
pub(crate) async fn ask(
    app: &App,
    tx: &mut Tx,
    editor: &Editor,
    round: &Round,
    asked: Vec<Entry>,
    responsible: &[Responsible],
    mailed: bool,
) -> Result<Vec<Item>> {
    let mut forms: Vec<Form> = Vec::new();
    let mut items = Vec::new();
    for (position, entry) in (0..).zip(asked) {
        let by = responsible.iter().find(|row| row.subject_id == entry.subject_id);
        let form_id = match by {
            None => None,
            Some(by) => Some(match forms.iter().find(|form| form.email == by.email) {
                Some(form) => form.id,
                None => {
                    let form = new_form(app, round, by, mailed);
                    store::insert_form(tx, editor, &form, remind_at(app, round)).await?;
                    forms.push(form);
                    forms[forms.len() - 1].id
                }
            }),
        };
        items.push(new_item(app, round, position, entry, form_id));
    }
    store::insert_items(tx, editor, &items).await?;
    Ok(items)
}

fn new_item(app: &App, round: &Round, position: i64, entry: Entry, form_id: Option<Id<Form>>) -> Item {
    Item {
        id: Id::of(app.random.id(round.opened_at)),
        round_id: round.id,
        form_id,
        position,
        kind: entry.kind,
        subject_id: entry.subject_id,
        area: entry.area,
        goal: entry.goal,
        title: entry.title,
        language: entry.language,
        status: None,
        decision: None,
        comment: None,
        grade: None,
        revision: 1,
        answered_at: None,
        answered_by: None,
        answered_person_id: None,
        by_strategist: false,
    }
}

pub(crate) fn new_form(app: &App, round: &Round, by: &Responsible, mailed: bool) -> Form {
    let now = app.clock.now();
    Form {
        id: Id::of(app.random.id(now)),
        round_id: round.id,
        person_id: by.person_id,
        name: by.name.clone(),
        email: by.email.clone(),
        language: by.language,
        mail_due_at: mailed.then_some(now),
        mail_attempts: 0,
        mailed_at: None,
        mail_failed: false,
        reminders: 0,
        reminded_at: None,
        seen_at: None,
        asked: 0,
        answered: 0,
    }
}

/// The morning some days before the last day; none when that has passed, or is only just ahead.
pub(crate) fn remind_at(app: &App, round: &Round) -> Option<Moment> {
    let day = round.due.0.checked_sub(REMIND_BEFORE.days()).ok()?;
    let at = day.to_datetime(MORNING).to_zoned(zone()).ok()?.timestamp();
    let at = Moment(at.as_millisecond());
    (at > app.clock.now().plus(Duration::from_secs(24 * 60 * 60))).then_some(at)
}

fn checked_due(app: &App, due: Day) -> Result<Day> {
    let today = app.clock.now().wall_clock().date();
    if due.0 < today {
        return Err(Error::invalid("due", "error-due-past"));
    }
    if due.0 > today.saturating_add(2.years()) {
        return Err(Error::invalid("due", "error-due-far"));
    }
    Ok(due)
}

pub(crate) fn optional(text: Option<&str>, field: &'static str, most: usize) -> Result<Option<String>> {
    match text {
        Some(text) => text::paragraphs(field, text, most),
        None => Ok(None),
    }
}

/// A round in which something can still be changed.
///
/// # Errors
/// `CONFLICT` when it is closed.
pub(crate) fn still_open(round: &Round) -> Result<()> {
    match round.closed_at {
        Some(_) => Err(Error::new(ErrorCode::Conflict).saying("error-round-closed")),
        None => Ok(()),
    }
}

/// Changes what a round is called, what it says to those who answer, and its last day.
///
/// # Errors
/// `NOT_FOUND`, `INVALID`, `CONFLICT` when it is closed or was changed meanwhile.
pub async fn update(app: &App, me: &Me, id: Id<Round>, revision: i64, new: NewRound) -> Result<Round> {
    let (mut round, editor) = own_round(app, me, "id", id).await?;
    still_open(&round)?;
    round.name = text::required_line("name", &new.name, NAME)?;
    round.message = optional(new.message.as_deref(), "message", MESSAGE)?;
    if new.due != round.due {
        round.due = checked_due(app, new.due)?;
    }
    let mut tx = app.db.begin().await?;
    if !store::update_round(&mut tx, &editor, &round, revision).await? {
        return Err(Error::new(ErrorCode::Conflict).with("revision", round.revision));
    }
    round.revision = revision + 1;
    store::set_remind_at(&mut tx, &editor, round.id, remind_at(app, &round)).await?;
    app.commit(tx).await?;
    Ok(round)
}

/// Takes back a round that is open, with all that was answered in it; its links say that it is gone.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT` when it is closed: what is closed has been told.
pub async fn delete(app: &App, me: &Me, id: Id<Round>) -> Result<Id<Round>> {
    let (round, editor) = own_round(app, me, "id", id).await?;
    still_open(&round)?;
    let mut tx = app.db.begin().await?;
    if !store::delete_round(&mut tx, &editor, round.id).await? {
        return Err(Error::new(ErrorCode::Conflict).saying("error-round-closed"));
    }
    app.commit(tx).await?;
    Ok(round.id)
}

/// Reminds some, or all, of those who have not answered everything.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT` when the round is closed, `INVALID` when nobody is to be reminded, `RATE_LIMITED` when all of
/// them got a mail just now.
pub async fn remind(app: &App, me: &Me, id: Id<Round>, only: Option<Vec<Id<Form>>>) -> Result<usize> {
    let (round, editor) = own_round(app, me, "roundId", id).await?;
    still_open(&round)?;
    let forms = store::forms_of_rounds(&app.db, &[round.id]).await?;
    if let Some(only) = &only
        && !only.iter().all(|id| forms.iter().any(|form| form.id == *id))
    {
        return Err(Error::not_found().on("formIds"));
    }
    let now = app.clock.now();
    let silent: Vec<_> = forms
        .iter()
        .filter(|form| !form.is_answered() && only.as_ref().is_none_or(|only| only.contains(&form.id)))
        .collect();
    if silent.is_empty() {
        return Err(Error::invalid("formIds", "error-round-all-answered"));
    }
    let rested = |form: &Form| {
        let last = form.reminded_at.max(form.mailed_at);
        form.mail_due_at.is_none() && last.is_none_or(|at| at.plus(PAUSE) <= now)
    };
    let due: Vec<_> = silent
        .into_iter()
        .filter(|form| rested(form))
        .map(|form| form.id)
        .collect();
    if due.is_empty() {
        return Err(Error::new(ErrorCode::RateLimited).saying("error-reminded-just-now"));
    }
    let mut tx = app.db.begin().await?;
    store::mail_again(&mut tx, &editor, &due, now).await?;
    app.commit(tx).await?;
    app.follow_ups.notify_one();
    Ok(due.len())
}

/// The forms that wait for the viewer in rounds that are open.
///
/// # Errors
/// When the database does not answer.
pub async fn open_forms(app: &App, viewer: &Viewer) -> Result<Vec<Form>> {
    match viewer.maybe() {
        Some(me) => Ok(store::open_forms_of(&app.db, me.id).await?),
        None => Ok(Vec::new()),
    }
}

pub(crate) fn form_sort_key(form: &Form) -> String {
    sort_key(&form.name)
}

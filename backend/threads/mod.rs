//! Threads: what is said in a network, live. Everything said is a journal event of the thread's topic, and a message's
//! `seq` is that of its `MessagePosted`.

pub mod export;
pub mod graphql;
pub mod keeping;
pub mod markdown;
pub mod mentions;
pub(crate) mod store;
pub mod waiting;

use std::sync::Arc;

use uuid::Uuid;

use crate::{
    actions::{self, Action},
    app::App,
    clock::Moment,
    db::row,
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Id, Kind, Place, Total, Window, decode},
    i18n::Language,
    live::journal,
    networks::{
        self, Seat,
        audit::{self, AuditKind, Entry},
    },
    people::{Me, Person, Viewer},
    text,
};
use mentions::{Checked, Mention, Mentioned};

use waiting::Addressed;

#[derive(Clone, Debug)]
pub struct Thread {
    pub id: Id<Thread>,
    pub network_id: Id<networks::Network>,
    pub topic: String,
    pub subject: String,
    pub about_id: Option<Uuid>,
    pub started_by: Option<Id<Person>>,
    pub started_at: Moment,
    pub last_seq: i64,
    pub last_at: Moment,
    pub closed_at: Option<Moment>,
    pub closed_by: Option<Id<Person>>,
    pub close_reason: Option<String>,
}
row!(Thread {
    id,
    network_id,
    topic,
    subject,
    about_id,
    started_by,
    started_at,
    last_seq,
    last_at,
    closed_at,
    closed_by,
    close_reason
});

impl Kind for Thread {
    const PREFIX: &'static str = "thread";
}

#[derive(Clone, Debug)]
pub struct Message {
    pub id: Id<Message>,
    pub thread_id: Id<Thread>,
    pub seq: i64,
    pub author_id: Option<Id<Person>>,
    pub body: String,
    pub language: Language,
    pub posted_at: Moment,
    pub edited_at: Option<Moment>,
    pub removed_at: Option<Moment>,
    pub reply_to_id: Option<Id<Message>>,
    pub pinned_at: Option<Moment>,
}
row!(Message {
    id,
    thread_id,
    seq,
    author_id,
    body,
    language,
    posted_at,
    edited_at,
    removed_at,
    reply_to_id,
    pinned_at
});

impl Kind for Message {
    const PREFIX: &'static str = "message";
}

/// What a message said before it was changed.
#[derive(Clone, Debug)]
pub struct Version {
    pub message_id: Id<Message>,
    pub written_at: Moment,
    pub body: String,
    pub language: Language,
}
row!(Version {
    message_id,
    written_at,
    body,
    language
});

/// What the journal calls a thread's events.
pub const POSTED: &str = "posted";
pub const EDITED: &str = "edited";
pub const REMOVED: &str = "removed";
pub const REACTED: &str = "reacted";
pub const PINNED: &str = "pinned";
pub const CLOSED: &str = "closed";
pub const REOPENED: &str = "reopened";

const SUBJECT: usize = 200;
const BODY: usize = 10_000;

/// Proof that its holder takes part in a thread.
pub struct Chair {
    thread: Thread,
    seat: Seat,
}

impl Chair {
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    #[must_use]
    pub fn seat(&self) -> &Seat {
        &self.seat
    }

    /// Whether its holder looks after the thread: its network's coordinators do, and whoever started it.
    #[must_use]
    pub fn keeps_order(&self) -> bool {
        self.seat.is_coordinator() || self.thread.started_by == Some(self.seat.person_id())
    }

    /// # Errors
    /// `FORBIDDEN` in a closed thread and for who is silenced, with a sentence that says why.
    fn may_speak(&self, now: Moment) -> Result<()> {
        if self.thread.closed_at.is_some() {
            return Err(self.closed());
        }
        self.seat.may_speak(now)
    }

    /// What somebody is told who came too late.
    fn closed(&self) -> Error {
        match &self.thread.close_reason {
            Some(reason) => Error::forbidden()
                .saying("error-thread-closed-because")
                .with("reason", reason.clone()),
            None => Error::forbidden().saying("error-thread-closed"),
        }
    }
}

impl Chair {
    /// The demo content is written by its people.
    pub(crate) fn for_demo(thread: &Thread, seat: Seat) -> Self {
        Self {
            thread: thread.clone(),
            seat,
        }
    }
}

/// The viewer's place in a thread: every member of its network has one.
///
/// # Errors
/// `NOT_FOUND` for everybody else.
pub async fn chair(app: &App, me: &Me, id: Id<Thread>) -> Result<Chair> {
    let thread = store::threads(&app.db, &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(Error::not_found)?;
    let seat = networks::seat(&app.db, me, thread.network_id)
        .await?
        .ok_or_else(Error::not_found)?;
    Ok(Chair { thread, seat })
}

/// # Errors
/// When the database does not answer.
pub async fn thread(app: &App, viewer: &Viewer, id: Id<Thread>) -> Result<Option<Thread>> {
    let Some(me) = viewer.maybe() else { return Ok(None) };
    match chair(app, me, id).await {
        Ok(chair) => Ok(Some(chair.thread)),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A message in a thread that the viewer takes part in.
///
/// # Errors
/// When the database does not answer.
pub async fn message(app: &App, viewer: &Viewer, id: Id<Message>) -> Result<Option<Message>> {
    let Some(message) = store::messages(&app.db, &[id]).await?.into_iter().next() else {
        return Ok(None);
    };
    Ok(thread(app, viewer, message.thread_id).await?.map(|_| message))
}

/// A network's threads, the latest first; none without a seat.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn of_network(
    app: &Arc<App>,
    seat: Option<&Seat>,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Thread>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let Some(seat) = seat else {
        return Ok(Conn::nothing());
    };
    let rows = store::list_threads(&app.db, seat, &window).await?;
    let (app, seat) = (app.clone(), seat.clone());
    let total = Total::by(move || {
        let (app, seat) = (app.clone(), seat.clone());
        async move { Ok(store::count_threads(&app.db, &seat).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: row.last_at.0,
            id: row.id.0,
        },
        |row| row,
    ))
}

// ---- writing --------------------------------------------------------------------------------------------------------

/// # Errors
/// `NOT_FOUND` for a network that the viewer is not in, or for an action that they may not see.
pub async fn start(app: &App, me: &Me, slug: &str, subject: &str, about: Option<&str>) -> Result<Thread> {
    let missing = || Error::not_found().on("networkSlug");
    let network = networks::by_slug(app, me, slug).await?.ok_or_else(missing)?;
    let seat = networks::seat(&app.db, me, network.id).await?.ok_or_else(missing)?;
    let now = app.clock.now();
    seat.may_speak(now)?;
    let subject = text::required_line("subject", subject, SUBJECT)?;
    let about_id = match about {
        Some(id) => Some(about_action(app, me, id).await?),
        None => None,
    };
    let id = app.random.id(now);
    let thread = Thread {
        id: Id::of(id),
        network_id: network.id,
        topic: topic(id),
        subject,
        about_id,
        started_by: Some(me.id),
        started_at: now,
        last_seq: 0,
        last_at: now,
        closed_at: None,
        closed_by: None,
        close_reason: None,
    };
    let mut tx = app.db.begin().await?;
    store::insert_thread(&mut tx, &seat, &thread).await?;
    app.commit(tx).await?;
    Ok(thread)
}

pub(crate) fn topic(id: Uuid) -> String {
    format!("thread:{id}")
}

async fn about_action(app: &App, me: &Me, id: &str) -> Result<Uuid> {
    let missing = || Error::not_found().on("aboutId");
    let (prefix, id) = decode(id).ok_or_else(missing)?;
    if prefix != Action::PREFIX {
        return Err(missing());
    }
    let viewer = Viewer::Person(Arc::new(me.clone()));
    actions::action(app, &viewer, Id::of(id))
        .await?
        .map(|action| action.id.0)
        .ok_or_else(missing)
}

pub struct NewMessage {
    pub thread_id: Id<Thread>,
    pub body: String,
    pub language: Option<Language>,
    pub client_id: Uuid,
    pub reply_to_id: Option<Id<Message>>,
    /// The writer knows how many a mention of everybody reaches.
    pub confirm_everybody: bool,
}

/// Says something. The same `client_id` again says nothing new and answers with the first message, so that a client may
/// try until it has an answer.
///
/// # Errors
/// `NOT_FOUND` for a thread that the viewer takes no part in; `INVALID` for a text that does not do.
pub async fn post(app: &App, me: &Me, new: NewMessage) -> Result<Message> {
    let chair = chair(app, me, new.thread_id)
        .await
        .map_err(|error| on_missing(error, "threadId"))?;
    if let Some(said) = store::message_of_client(&app.db, me.id, new.client_id).await? {
        return Ok(said);
    }
    let now = app.clock.now();
    chair.may_speak(now)?;
    let body = text::required_paragraphs("body", &new.body, BODY)?;
    let mut answers = None;
    if let Some(id) = new.reply_to_id {
        let original = store::messages(&app.db, &[id]).await?.into_iter().next();
        let original = original.filter(|message| message.thread_id == new.thread_id);
        answers = original.ok_or_else(|| Error::not_found().on("replyToId"))?.author_id;
    }
    let checked = mentions::check(app, &chair, body, &[]).await?;
    let mentioned = &checked.mentioned;
    if mentioned.everybody && !new.confirm_everybody {
        let others = networks::count_members(app, chair.thread.network_id).await? - 1;
        return Err(Error::invalid("confirmEverybody", "error-confirm-everybody").with("people", others));
    }
    let mut message = Message {
        id: Id::of(app.random.id(now)),
        thread_id: new.thread_id,
        seq: 0,
        author_id: Some(me.id),
        body: checked.body.clone(),
        language: new.language.unwrap_or(me.language),
        posted_at: now,
        edited_at: None,
        removed_at: None,
        reply_to_id: new.reply_to_id,
        pinned_at: None,
    };
    let to = addressed(app, &chair, &checked, answers);
    let audience = waiting::audience(app, &message, chair.seat.network_id(), &to).await?;
    let mut tx = app.db.begin().await?;
    message.seq = keeping::journal(&mut tx, &chair, POSTED, message.id, now).await?;
    match store::insert_message(&mut tx, &chair, &message, new.client_id).await {
        Ok(()) => {}
        // The same message came over two connections at once, and the other was faster.
        Err(error) if error.is_unique("message") => {
            drop(tx);
            let said = store::message_of_client(&app.db, me.id, new.client_id).await?;
            return said.ok_or_else(|| Error::internal(error));
        }
        Err(error) => return Err(error.into()),
    }
    store::insert_mentions(&mut tx, &chair, checked.rows(message.id)).await?;
    if mentioned.everybody {
        let entry = Entry::of(AuditKind::EverybodyMentioned).within(chair.thread.id);
        audit::record(app, &mut tx, &chair.seat, entry).await?;
    }
    waiting::begin(app, &mut tx, &chair, &message, &audience).await?;
    app.commit(tx).await?;
    app.live.presence.stopped_typing(app, new.thread_id.0, me.id);
    Ok(message)
}

/// Whom a message of this thread is for. It is about what the thread is about, and what it links to.
fn addressed(app: &App, chair: &Chair, said: &Checked, answers: Option<Id<Person>>) -> Addressed {
    let about = chair.thread.about_id.map(Id::of);
    let linked = markdown::actions(&said.body, app.config.origin());
    Addressed {
        people: said.mentioned.people.clone(),
        organisations: said.mentioned.organisations.clone(),
        everybody: said.mentioned.everybody,
        answers,
        actions: about.into_iter().chain(linked).collect(),
        anew: Mentioned::default(),
    }
}

fn on_missing(error: Error, field: &'static str) -> Error {
    if error.code() == ErrorCode::NotFound {
        error.on(field)
    } else {
        error
    }
}

/// A message that is still there, and the viewer's place in its thread.
async fn standing(app: &App, me: &Me, id: Id<Message>, field: &'static str) -> Result<(Message, Chair)> {
    let missing = || Error::not_found().on(field);
    let message = store::messages(&app.db, &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    let chair = chair(app, me, message.thread_id)
        .await
        .map_err(|error| on_missing(error, field))?;
    if message.removed_at.is_some() {
        return Err(missing());
    }
    Ok((message, chair))
}

/// Puts other words in a message's place, those of `written_at` where that is given. What it said before stays to be read.
///
/// # Errors
/// `FORBIDDEN` for somebody else's, in a closed thread, and for who is silenced; `INVALID` for a text that does not do;
/// `CONFLICT` where it has been changed since `written_at`.
pub async fn edit(
    app: &App,
    me: &Me,
    id: Id<Message>,
    body: &str,
    language: Option<Language>,
    written_at: Option<Moment>,
) -> Result<Message> {
    let (mut message, chair) = standing(app, me, id, "id").await?;
    if message.author_id != Some(me.id) {
        return Err(Error::forbidden());
    }
    let now = app.clock.now();
    chair.may_speak(now)?;
    let body = text::required_paragraphs("body", body, BODY)?;
    let before = mentions::of(app, &[id]).await?.remove(&id).unwrap_or_default();
    let checked = mentions::check(app, &chair, body, &before).await?;
    if checked.mentioned.everybody && !before.iter().any(Mention::is_everybody) {
        return Err(Error::invalid("body", "error-everybody-later"));
    }
    let language = language.unwrap_or(message.language);
    if checked.body == message.body && language == message.language {
        return Ok(message);
    }
    let newer = || Error::new(ErrorCode::Conflict).saying("error-message-conflict");
    let written = message.edited_at.unwrap_or(message.posted_at);
    if written_at.is_some_and(|at| at != written) {
        return Err(newer());
    }
    message.body.clone_from(&checked.body);
    message.language = language;
    message.edited_at = Some(now);
    let answers = match message.reply_to_id {
        Some(id) => store::messages(&app.db, &[id]).await?.into_iter().next(),
        None => None,
    };
    let mut to = addressed(app, &chair, &checked, answers.and_then(|original| original.author_id));
    to.anew = checked.anew(&before);
    let audience = waiting::audience(app, &message, chair.seat.network_id(), &to).await?;
    let mut tx = app.db.begin().await?;
    keeping::journal(&mut tx, &chair, EDITED, id, now).await?;
    store::keep_version(&mut tx, &chair, id).await?;
    // The journal's entry has put edits of one thread in order: nobody changes it between here and the commit.
    if written_at.is_some() && !store::is_of(&mut tx, &chair, id, written).await? {
        return Err(newer());
    }
    if !store::edit_message(&mut tx, &chair, &message).await? {
        return Err(Error::not_found().on("id"));
    }
    store::delete_mentions(&mut tx, &chair, id).await?;
    store::insert_mentions(&mut tx, &chair, checked.rows(id)).await?;
    waiting::edited(app, &mut tx, &chair, &message, &audience).await?;
    app.commit(tx).await?;
    Ok(message)
}

/// Takes a text away for good, with what it said before and what people felt about it; a trace of where it was stays. Its
/// author may, and the network's coordinators, also in a thread that is closed.
///
/// # Errors
/// `FORBIDDEN` for others.
pub async fn remove(app: &App, me: &Me, id: Id<Message>) -> Result<Thread> {
    let (message, chair) = standing(app, me, id, "id").await?;
    let own = message.author_id == Some(me.id);
    if !own && !chair.seat.is_coordinator() {
        return Err(Error::forbidden());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let seq = journal::append(&mut tx, &chair.thread.topic, REMOVED, id.0, now).await?;
    if !store::remove_message(&mut tx, &chair, id, now).await? {
        return Err(Error::not_found().on("id"));
    }
    store::erase_around(&mut tx, &chair, id).await?;
    waiting::removed(app, &mut tx, &chair, id).await?;
    if !own {
        let entry = Entry::of(AuditKind::MessageRemoved)
            .about(message.author_id)
            .within(chair.thread.id);
        audit::record(app, &mut tx, &chair.seat, entry).await?;
    }
    app.commit(tx).await?;
    Ok(Thread {
        last_seq: seq,
        last_at: now,
        ..chair.thread
    })
}

/// Remembers, on all of a person's devices, how far they have read. It never goes back.
///
/// # Errors
/// `INVALID` for a number below nought; `NOT_FOUND` for a thread that the viewer takes no part in.
pub async fn mark_read(app: &App, me: &Me, id: Id<Thread>, seq: i64) -> Result<Thread> {
    let chair = chair(app, me, id)
        .await
        .map_err(|error| on_missing(error, "threadId"))?;
    if seq < 0 {
        return Err(Error::invalid("seq", "error-negative"));
    }
    let seq = seq.min(chair.thread.last_seq);
    let mut tx = app.db.begin().await?;
    store::mark_read(&mut tx, &chair, seq).await?;
    waiting::read(app, &mut tx, &chair, seq).await?;
    app.commit(tx).await?;
    Ok(chair.thread)
}

/// # Errors
/// `NOT_FOUND` for a thread that the viewer takes no part in.
pub async fn set_typing(app: &Arc<App>, me: &Me, id: Id<Thread>, typing: bool) -> Result<()> {
    let chair = chair(app, me, id)
        .await
        .map_err(|error| on_missing(error, "threadId"))?;
    let shown = typing && !me.hide_presence;
    app.live.presence.set_typing(app, chair.thread.id.0, me.id, shown);
    Ok(())
}

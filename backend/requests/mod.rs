//! Requests: "we look for an action for …". Asked of a network, answered by pointing at an action or at a person. Who knows
//! about something is in `experts.rs`. A request is never hidden from members of its network, and an action that somebody
//! points at is shown to those who may see it.

pub mod experts;
pub mod graphql;
mod store;

use std::sync::Arc;

use crate::{
    actions::{self, Action, Themes, Visibility},
    app::App,
    clock::Moment,
    db::{Tx, row},
    error::{Error, ErrorCode, Result},
    graphql::{Conn, Id, Kind, Place, Total, Window},
    i18n::Language,
    networks::{self, Network, Seat},
    people::{self, Me, Person, Viewer},
    text,
    threads::waiting,
};

/// Somebody looks for an action.
#[derive(Clone, Debug)]
pub struct Request {
    pub id: Id<Request>,
    pub network_id: Id<Network>,
    pub asked_by: Option<Id<Person>>,
    pub organisation_id: uuid::Uuid,
    pub subject: String,
    pub body: Option<String>,
    pub language: Language,
    pub themes: Themes,
    pub asked_at: Moment,
    pub closed_at: Option<Moment>,
}
row!(Request {
    id,
    network_id,
    asked_by,
    organisation_id,
    subject,
    body,
    language,
    themes,
    asked_at,
    closed_at
});

impl Kind for Request {
    const PREFIX: &'static str = "wanted";
}

/// Somebody points at an action, or at a person who knows.
#[derive(Clone, Debug)]
pub struct Answer {
    pub id: Id<Answer>,
    pub request_id: Id<Request>,
    pub by_id: Option<Id<Person>>,
    pub action_id: Option<Id<Action>>,
    pub person_id: Option<Id<Person>>,
    pub words: Option<String>,
    pub language: Language,
    pub at: Moment,
    pub seen: bool,
}
row!(Answer {
    id,
    request_id,
    by_id,
    action_id,
    person_id,
    words,
    language,
    at,
    seen
});

impl Kind for Answer {
    const PREFIX: &'static str = "answer";
}

/// Longest texts, in characters.
const SUBJECT: usize = 200;
const BODY: usize = 4_000;
const WORDS: usize = 1_000;
/// More answers than this are more than anybody reads.
const MOST_ANSWERS: i64 = 100;

// ---- reading --------------------------------------------------------------------------------------------------------

/// A request in one of the viewer's networks.
///
/// # Errors
/// When the database does not answer.
pub async fn request(app: &App, viewer: &Viewer, id: Id<Request>) -> Result<Option<Request>> {
    let Some(me) = viewer.maybe() else { return Ok(None) };
    let Some(request) = store::requests(&app.db, &[id]).await?.into_iter().next() else {
        return Ok(None);
    };
    let seat = networks::seat(&app.db, me, request.network_id).await?;
    Ok(seat.map(|_| request))
}

/// Which requests to list.
#[derive(Clone, Default)]
pub struct Filter {
    pub network_slug: Option<String>,
    pub open_only: bool,
    pub own_only: bool,
}

/// The requests in the viewer's networks, the latest first.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(
    app: &Arc<App>,
    viewer: &Viewer,
    filter: Filter,
    first: i32,
    after: Option<String>,
) -> Result<Conn<Request>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let Some(me) = viewer.maybe().cloned() else {
        return Ok(Conn::nothing());
    };
    let rows = store::list(&app.db, &me, &filter, &window).await?;
    let app = app.clone();
    let total = Total::by(move || {
        let (app, me, filter) = (app.clone(), me.clone(), filter.clone());
        async move { Ok(store::count(&app.db, &me, &filter).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: row.asked_at.0,
            id: row.id.0,
        },
        |row| row,
    ))
}

/// How many answers to their requests somebody has not looked at.
///
/// # Errors
/// When the database does not answer.
pub async fn unseen(app: &App, me: &Me) -> Result<i64> {
    Ok(store::count_unseen(&app.db, me).await?)
}

// ---- writing --------------------------------------------------------------------------------------------------------

/// What is looked for.
pub struct NewRequest {
    pub network_slug: String,
    pub subject: String,
    pub body: Option<String>,
    pub language: Language,
    pub themes: Vec<String>,
}

/// # Errors
/// `INVALID` with the field at fault; `NOT_FOUND` for a network that the viewer is not in.
pub async fn ask(app: &App, me: &Me, new: NewRequest) -> Result<Request> {
    let missing = || Error::not_found().on("networkSlug");
    let subject = text::required_line("subject", &new.subject, SUBJECT)?;
    let body = match new.body {
        Some(body) => text::paragraphs("body", &body, BODY)?,
        None => None,
    };
    let themes = Themes::parse(&new.themes)?;
    let network = networks::by_slug(app, me, &new.network_slug)
        .await?
        .ok_or_else(missing)?;
    let seat = networks::seat(&app.db, me, network.id).await?.ok_or_else(missing)?;
    let now = app.clock.now();
    seat.may_speak(now)?;
    let request = Request {
        id: Id::of(app.random.id(now)),
        network_id: network.id,
        asked_by: Some(me.id),
        organisation_id: me.organisation_id,
        subject,
        body,
        language: new.language,
        themes,
        asked_at: now,
        closed_at: None,
    };
    let mut tx = app.db.begin().await?;
    store::insert(&mut tx, &seat, &request).await?;
    app.commit(tx).await?;
    Ok(request)
}

/// What somebody answers.
pub struct NewAnswer {
    pub action_id: Option<Id<Action>>,
    pub person_id: Option<Id<Person>>,
    pub words: Option<String>,
    pub language: Language,
}

/// Points at an action that the network may see, or at one of its members; whoever asked is told, also by mail.
///
/// # Errors
/// `NOT_FOUND`; `INVALID` when it points at nothing, at an action that others do not see, or the request is closed; `TAKEN`
/// when somebody has pointed at the same already.
pub async fn answer(app: &App, me: &Me, id: Id<Request>, new: NewAnswer) -> Result<Request> {
    let (request, seat) = own_networks(app, me, id, "requestId").await?;
    let now = app.clock.now();
    seat.may_speak(now)?;
    if request.closed_at.is_some() {
        return Err(Error::invalid("requestId", "error-request-closed"));
    }
    let words = match new.words {
        Some(words) => text::paragraphs("words", &words, WORDS)?,
        None => None,
    };
    if new.action_id.is_none() && new.person_id.is_none() {
        return Err(Error::invalid("actionId", "error-answer-points-at-nothing"));
    }
    if let Some(action) = new.action_id {
        let action = actions::action(app, &Viewer::Person(Arc::new(me.clone())), action)
            .await?
            .ok_or_else(|| Error::not_found().on("actionId"))?;
        if action.published_revision.is_none() || action.visibility == Visibility::Organisation {
            return Err(Error::invalid("actionId", "error-answer-unpublished"));
        }
    }
    if let Some(person) = new.person_id
        && networks::members_among(app, request.network_id, &[person])
            .await?
            .is_empty()
    {
        return Err(Error::not_found().on("personId"));
    }
    let asker = match request.asked_by {
        Some(asker) if asker != me.id => people::person(&app.db, asker).await?,
        _ => None,
    };
    let answer = Answer {
        id: Id::of(app.random.id(now)),
        request_id: id,
        by_id: Some(me.id),
        action_id: new.action_id,
        person_id: new.person_id,
        words,
        language: new.language,
        at: now,
        seen: request.asked_by == Some(me.id),
    };
    let mut tx = app.db.begin().await?;
    if store::count_answers(&mut tx, id).await? >= MOST_ANSWERS {
        return Err(Error::invalid("requestId", "error-too-many").with("most", MOST_ANSWERS));
    }
    let mailed = match &asker {
        Some(asker) => waiting::answered(app, &mut tx, &seat, &request, asker).await?,
        None => false,
    };
    store::insert_answer(&mut tx, &seat, &answer, mailed)
        .await
        .map_err(|error| {
            if error.is_unique("request_answer") {
                Error::new(ErrorCode::Taken)
                    .on("actionId")
                    .saying("error-answered-so-already")
            } else {
                error.into()
            }
        })?;
    app.commit(tx).await?;
    Ok(request)
}

/// Takes back what one has answered.
///
/// # Errors
/// `NOT_FOUND`; `FORBIDDEN` for somebody else's answer.
pub async fn withdraw(app: &App, me: &Me, id: Id<Answer>) -> Result<Request> {
    let missing = || Error::not_found().on("id");
    let answer = store::answer(&app.db, id).await?.ok_or_else(missing)?;
    let (request, seat) = own_networks(app, me, answer.request_id, "id").await?;
    if answer.by_id != Some(me.id) && !seat.is_coordinator() {
        return Err(Error::forbidden());
    }
    let mut tx = app.db.begin().await?;
    store::delete_answer(&mut tx, &seat, id).await?;
    tell(app, &mut tx, &request).await?;
    app.commit(tx).await?;
    Ok(request)
}

/// Closes a request: whoever asked, or a coordinator. It can still be read.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `INVALID` when it is closed.
pub async fn close(app: &App, me: &Me, id: Id<Request>) -> Result<Request> {
    let (mut request, seat) = own_networks(app, me, id, "id").await?;
    if request.asked_by != Some(me.id) && !seat.is_coordinator() {
        return Err(Error::forbidden());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::close(&mut tx, &seat, id, now).await? {
        return Err(Error::invalid("id", "error-request-closed"));
    }
    app.commit(tx).await?;
    request.closed_at = Some(now);
    Ok(request)
}

/// Whoever asked has looked at the answers.
///
/// # Errors
/// `NOT_FOUND`; `FORBIDDEN` for others.
pub async fn mark_seen(app: &App, me: &Me, id: Id<Request>) -> Result<Request> {
    let (request, seat) = own_networks(app, me, id, "id").await?;
    if request.asked_by != Some(me.id) {
        return Err(Error::forbidden());
    }
    let mut tx = app.db.begin().await?;
    if store::mark_seen(&mut tx, &seat, id).await? > 0 {
        tell(app, &mut tx, &request).await?;
        app.commit(tx).await?;
    }
    Ok(request)
}

/// What waits for whoever asked has changed.
async fn tell(app: &App, tx: &mut Tx, request: &Request) -> Result<()> {
    match request.asked_by {
        Some(person) => waiting::changed(tx, person, app.clock.now()).await,
        None => Ok(()),
    }
}

async fn own_networks(app: &App, me: &Me, id: Id<Request>, field: &'static str) -> Result<(Request, Seat)> {
    let missing = || Error::not_found().on(field);
    let request = store::requests(&app.db, &[id])
        .await?
        .into_iter()
        .next()
        .ok_or_else(missing)?;
    let seat = networks::seat(&app.db, me, request.network_id)
        .await?
        .ok_or_else(missing)?;
    Ok((request, seat))
}

/// Of the demo content.
pub(crate) async fn insert_demo(tx: &mut Tx, seat: &Seat, request: &Request, answers: &[(Seat, Answer)]) -> Result<()> {
    store::insert(tx, seat, request).await?;
    for (seat, answer) in answers {
        store::insert_answer(tx, seat, answer, false).await?;
    }
    Ok(())
}

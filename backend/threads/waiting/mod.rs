//! What waits for whom: messages that mention them, answer them or are about their actions, until they have read them; and
//! how much in each thread they have not read. Answers to what they asked for wait in `requests`, and are told of here.
//! `postman.rs` writes mails about what has waited long enough.

pub mod graphql;
pub mod postman;
mod store;

use std::{sync::Arc, time::Duration};

use async_graphql::Enum;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{Timestamp, civil::Time};
use uuid::Uuid;

use super::{Chair, Message, Thread, mentions::Mentioned};
use crate::{
    actions::{self, Action},
    app::App,
    clock::{Moment, zone},
    db::{Tx, text_enum},
    error::{Error, Result},
    graphql::{Conn, Id, Kind, Place, Total, Window},
    live::journal,
    networks::{self, Network, Seat},
    people::{self, Me, NoticeFrequency, Person, Viewer},
    requests::Request,
};

/// A message that waits for somebody.
#[derive(Clone, Debug)]
pub struct Waiting {
    message: Message,
    thread: Thread,
    kind: WaitingKind,
    at: Moment,
}

impl Kind for Waiting {
    const PREFIX: &'static str = "waiting";
}

/// Why a message waits for somebody. Of several reasons the first in this order counts.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingKind {
    /// It names them.
    Mentioned,
    /// It answers something that they said.
    Answered,
    /// It is said of an action whose contact they are, or that they have written on.
    AboutMyAction,
    /// It names the municipality, or the other organisation, that they work for.
    MunicipalityMentioned,
    /// It is for everybody in the network.
    EverybodyMentioned,
}
text_enum!(WaitingKind {
    Mentioned = "MENTIONED",
    Answered = "ANSWERED",
    AboutMyAction = "ABOUT_MY_ACTION",
    MunicipalityMentioned = "MUNICIPALITY_MENTIONED",
    EverybodyMentioned = "EVERYBODY_MENTIONED",
});

/// A mail waits this long for its reader to come by themselves, and for what else is said meanwhile.
pub const PATIENCE: Duration = Duration::from_secs(2 * 60);
/// When the mails of those who want one a day go out.
const MORNING: Time = Time::constant(7, 0, 0, 0);
/// Threads shown of a network that one has something to catch up in.
const NEWEST: i64 = 20;

/// The topic that tells how much waits for somebody.
fn topic(person: Id<Person>) -> String {
    format!("waiting:{}", person.0)
}

/// Something else than a message begins, or ceases, to wait for somebody: their count is asked for anew.
///
/// # Errors
/// When the database does not answer.
pub async fn changed(tx: &mut Tx, person: Id<Person>, now: Moment) -> Result<()> {
    journal::touch(tx, vec![topic(person)], now).await
}

/// What somebody asked for has been answered: they are told, by mail if they do not look before. Says whether a mail is to
/// go.
///
/// # Errors
/// When the database does not answer.
pub async fn answered(app: &App, tx: &mut Tx, seat: &Seat, request: &Request, asker: &Person) -> Result<bool> {
    let now = app.clock.now();
    changed(tx, asker.id, now).await?;
    let due = mail_at(now, asker.notices);
    let notice = due.map(|at| (asker.id, at));
    store::insert_notices(tx, seat, request.id.0, notice.into_iter().collect()).await?;
    Ok(due.is_some())
}

// ---- whom a message is for ------------------------------------------------------------------------------------------

/// What a message says about whom it is for.
#[derive(Debug, Default)]
pub struct Addressed {
    pub people: Vec<Id<Person>>,
    pub organisations: Vec<Uuid>,
    pub everybody: bool,
    /// Whoever said what it answers.
    pub answers: Option<Id<Person>>,
    /// What it is about.
    pub actions: Vec<Id<Action>>,
    /// Whom an edit has added: it waits for them also when they had read what it said before.
    pub anew: Mentioned,
}

/// Those for whom a message waits: asked before the transaction in which it is said, so that this holds nobody up.
#[derive(Debug, Default)]
pub struct Audience(Vec<Listener>);

#[derive(Debug)]
struct Listener {
    person_id: Id<Person>,
    kind: WaitingKind,
    notices: NoticeFrequency,
}

/// Who of a network's members a message is for; never its author.
///
/// # Errors
/// When the database does not answer.
pub async fn audience(app: &App, message: &Message, network: Id<Network>, to: &Addressed) -> Result<Audience> {
    let keepers = match to.actions.is_empty() {
        true => Vec::new(),
        false => actions::keepers(&app.db, &to.actions).await?,
    };
    let named: Vec<_> = to.people.iter().chain(&to.answers).chain(&keepers).copied().collect();
    if named.is_empty() && to.organisations.is_empty() && !to.everybody {
        return Ok(Audience::default());
    }
    let members = store::members(&app.db, network, message, &named, to).await?;
    let listeners = members.into_iter().map(|member| {
        let id = member.person_id;
        let kind = if to.people.contains(&id) {
            WaitingKind::Mentioned
        } else if to.answers == Some(id) {
            WaitingKind::Answered
        } else if keepers.contains(&id) {
            WaitingKind::AboutMyAction
        } else if to.organisations.contains(&member.organisation_id) {
            WaitingKind::MunicipalityMentioned
        } else {
            WaitingKind::EverybodyMentioned
        };
        Listener {
            person_id: id,
            kind,
            notices: member.notices,
        }
    });
    Ok(Audience(listeners.collect()))
}

/// A message begins to wait for its audience.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn begin(app: &App, tx: &mut Tx, chair: &Chair, message: &Message, audience: &Audience) -> Result<()> {
    if audience.0.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    store::insert(tx, chair, message, &audience.0).await?;
    let due = audience
        .0
        .iter()
        .filter_map(|listener| Some((listener.person_id, mail_at(now, listener.notices)?)));
    store::insert_notices(tx, chair.seat(), message.thread_id.0, due.collect()).await?;
    let topics = audience.0.iter().map(|listener| topic(listener.person_id)).collect();
    journal::touch(tx, topics, now).await
}

/// A message of the demo content waits for somebody, and no mail will tell of it.
pub(crate) async fn insert_told(
    tx: &mut Tx,
    chair: &Chair,
    message: &Message,
    person: &Person,
    kind: WaitingKind,
) -> Result<()> {
    let listener = Listener {
        person_id: person.id,
        kind,
        notices: NoticeFrequency::Never,
    };
    Ok(store::insert(tx, chair, message, &[listener]).await?)
}

/// A message has new words, and may be for others now.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn edited(
    app: &App,
    tx: &mut Tx,
    chair: &Chair,
    message: &Message,
    audience: &Audience,
) -> Result<()> {
    let mut before = store::for_whom(tx, message.id).await?;
    let stay = |id: &Id<Person>| audience.0.iter().any(|listener| listener.person_id == *id);
    before.retain(|id| !stay(id));
    if !before.is_empty() {
        store::delete(tx, chair, message.id, &before).await?;
        journal::touch(tx, before.into_iter().map(topic).collect(), app.clock.now()).await?;
    }
    begin(app, tx, chair, message, audience).await
}

/// A message is gone, and waits for nobody.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn removed(app: &App, tx: &mut Tx, chair: &Chair, message: Id<Message>) -> Result<()> {
    let before = store::for_whom(tx, message).await?;
    if before.is_empty() {
        return Ok(());
    }
    store::delete(tx, chair, message, &before).await?;
    journal::touch(tx, before.into_iter().map(topic).collect(), app.clock.now()).await
}

/// Somebody has read a thread up to a number.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn read(app: &App, tx: &mut Tx, chair: &Chair, seq: i64) -> Result<()> {
    if store::delete_read(tx, chair, seq).await? == 0 {
        return Ok(());
    }
    journal::touch(tx, vec![topic(chair.seat().person_id())], app.clock.now()).await
}

/// Somebody is no longer in a network: nothing of it waits for them.
///
/// # Errors
/// When the database does not answer.
pub async fn left(app: &App, tx: &mut Tx, seat: &Seat, person: Id<Person>) -> Result<()> {
    if store::delete_of_network(tx, seat, person).await? == 0 {
        return Ok(());
    }
    journal::touch(tx, vec![topic(person)], app.clock.now()).await
}

// ---- what waits -----------------------------------------------------------------------------------------------------

/// How much waits for somebody.
///
/// # Errors
/// When the database does not answer.
pub async fn count(app: &App, me: &Me) -> Result<i64> {
    Ok(store::count(&app.db, me).await?)
}

/// What waits for the viewer, newest first.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(app: &Arc<App>, viewer: &Viewer, first: i32, after: Option<String>) -> Result<Conn<Waiting>> {
    let window = Window::<i64>::descending(first, after.as_deref())?;
    let Some(me) = viewer.maybe().cloned() else {
        return Ok(Conn::nothing());
    };
    let rows = store::list(&app.db, &me, &window).await?;
    // What all of them point at, before they are shown: then what these point at is asked for together, too.
    let messages: Vec<_> = rows.iter().map(|row| row.message_id).collect();
    let messages = super::store::messages(&app.db, &messages).await?;
    let threads: Vec<_> = rows.iter().map(|row| row.thread_id).collect();
    let threads = super::store::threads(&app.db, &threads).await?;
    let waiting = rows.iter().filter_map(|row| {
        Some(Waiting {
            message: messages.iter().find(|message| message.id == row.message_id)?.clone(),
            thread: threads.iter().find(|thread| thread.id == row.thread_id)?.clone(),
            kind: row.kind,
            at: row.at,
        })
    });
    let total = {
        let (app, me) = (app.clone(), me.clone());
        Total::by(move || {
            let (app, me) = (app.clone(), me.clone());
            async move { count(&app, &me).await }
        })
    };
    Ok(window.page(
        waiting.collect(),
        total,
        |row: &Waiting| Place {
            key: row.at.0,
            id: row.message.id.0,
        },
        |row| row,
    ))
}

/// A network in which somebody has not read everything.
#[derive(Clone, Debug)]
pub struct CatchUp {
    network_id: Id<Network>,
    unread: i64,
    threads: Vec<Thread>,
}

/// Where the viewer has something to read, with each network's newest such threads.
///
/// # Errors
/// When the database does not answer.
pub async fn catch_up(app: &App, viewer: &Viewer) -> Result<Vec<CatchUp>> {
    let Some(me) = viewer.maybe() else {
        return Ok(Vec::new());
    };
    let found = store::unread_threads(&app.db, me, NEWEST).await?;
    let ids: Vec<_> = found.iter().map(|row| row.thread_id).collect();
    let mut threads = super::store::threads(&app.db, &ids).await?;
    let mut networks: Vec<CatchUp> = Vec::new();
    for row in found {
        let Some(at) = threads.iter().position(|thread| thread.id == row.thread_id) else {
            continue;
        };
        let thread = threads.swap_remove(at);
        match networks.last_mut() {
            Some(last) if last.network_id == row.network_id => last.threads.push(thread),
            _ => networks.push(CatchUp {
                network_id: row.network_id,
                unread: row.unread,
                threads: vec![thread],
            }),
        }
    }
    Ok(networks)
}

/// Marks everything as read: in one network, or everywhere. Says in how many threads there was something.
///
/// # Errors
/// `NOT_FOUND` for a network that the viewer is not in.
pub async fn mark_all_read(app: &App, me: &Me, slug: Option<&str>) -> Result<i64> {
    let network = match slug {
        Some(slug) => {
            let missing = || Error::not_found().on("networkSlug");
            let network = networks::by_slug(app, me, slug).await?.ok_or_else(missing)?;
            networks::seat(&app.db, me, network.id).await?.ok_or_else(missing)?;
            Some(network.id)
        }
        None => None,
    };
    let mut tx = app.db.begin().await?;
    let marked = store::mark_all(&mut tx, me, network).await?;
    if store::delete_all_read(&mut tx, me).await? > 0 {
        journal::touch(&mut tx, vec![topic(me.id)], app.clock.now()).await?;
    }
    app.commit(tx).await?;
    Ok(marked)
}

// ---- mails about it -------------------------------------------------------------------------------------------------

/// When a mail about something that has just begun to wait is to go, if one is.
fn mail_at(now: Moment, notices: NoticeFrequency) -> Option<Moment> {
    match notices {
        NoticeFrequency::AtOnce => Some(now.plus(PATIENCE)),
        NoticeFrequency::Daily => Some(next_morning(now)),
        NoticeFrequency::Never => None,
    }
}

/// The next time that it is seven in the morning.
fn next_morning(now: Moment) -> Moment {
    let local = Timestamp::from_millisecond(now.0).unwrap_or_default().to_zoned(zone());
    let today = local.date();
    let day = if local.time() < MORNING {
        today
    } else {
        today.tomorrow().unwrap_or(today)
    };
    match zone().to_timestamp(day.to_datetime(MORNING)) {
        Ok(at) => Moment(at.as_millisecond()),
        Err(_) => now.plus(Duration::from_secs(24 * 60 * 60)),
    }
}

/// Somebody wants mails more or less often than before: what is still to be sent goes by that.
///
/// # Errors
/// When the database does not answer.
pub async fn frequency_changed(app: &App, tx: &mut Tx, person: &Person) -> Result<()> {
    match mail_at(app.clock.now(), person.notices) {
        Some(due) => store::reschedule(tx, person.id, due).await?,
        None => store::silence(tx, person.id).await?,
    }
    Ok(())
}

/// What stands in a person's mails, for turning them off without signing in. The same in all of them, for good.
async fn token(app: &App, person: Id<Person>) -> Result<String> {
    if let Some(token) = store::token(&app.db, person).await? {
        return Ok(token);
    }
    let mut tx = app.db.begin().await?;
    store::insert_token(&mut tx, person, &URL_SAFE_NO_PAD.encode(app.random.bytes::<32>())).await?;
    app.commit(tx).await?;
    // Another node may have been faster.
    store::token(&app.db, person)
        .await?
        .ok_or_else(|| Error::internal("a token was written just now"))
}

/// No more mails to whoever's this is.
///
/// # Errors
/// `NOT_FOUND` for what was never in a mail of ours.
pub async fn turn_off(app: &App, token: &str) -> Result<()> {
    let missing = || Error::not_found().on("token").saying("error-notices-token");
    // What is no token of ours need not be looked for, and could not always be.
    let fits = token.len() < 100
        && token
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !fits {
        return Err(missing());
    }
    let person = store::person_of_token(&app.db, token).await?.ok_or_else(missing)?;
    let mut tx = app.db.begin().await?;
    people::turn_notices_off(&mut tx, person).await?;
    store::silence(&mut tx, person).await?;
    app.commit(tx).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_morning_is_the_readers_in_summer_and_in_winter() {
        let moment = |text: &str| Moment(text.parse::<Timestamp>().unwrap().as_millisecond());
        for (now, next) in [
            ("2026-11-22T08:00:00Z", "2026-11-23T06:00:00Z"),
            ("2026-11-23T05:59:59Z", "2026-11-23T06:00:00Z"),
            ("2026-11-23T06:00:00Z", "2026-11-24T06:00:00Z"),
            ("2026-07-01T23:00:00Z", "2026-07-02T05:00:00Z"),
            // The nights in which the clock is put forward, and back.
            ("2026-03-28T12:00:00Z", "2026-03-29T05:00:00Z"),
            ("2026-10-24T12:00:00Z", "2026-10-25T06:00:00Z"),
        ] {
            assert_eq!(next_morning(moment(now)), moment(next), "after {now}");
        }
    }
}

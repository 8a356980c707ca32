//! What those who keep order in a network did, for its coordinators to look up. Written in the transaction of the deed.

use std::sync::Arc;

use async_graphql::Enum;

use super::{Network, Seat, store};
use crate::{
    app::App,
    clock::Moment,
    db::{Tx, row, text_enum},
    error::Result,
    graphql::{Conn, Id, Kind, Place, Total, Window},
    people::Person,
    threads::Thread,
};

/// What was done.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditKind {
    /// A coordinator took away what `person` had said in `thread`.
    MessageRemoved,
    /// A thread was closed.
    ThreadClosed,
    /// A thread was opened again.
    ThreadReopened,
    /// `person` may not speak for a time.
    MemberSilenced,
    /// `person` may speak again before that time.
    SilenceEnded,
    /// `person` was taken out of the network.
    MemberRemoved,
    /// `person` has another role; `reason` is the role.
    RoleChanged,
    /// Everybody was mentioned in `thread`.
    EverybodyMentioned,
}
text_enum!(AuditKind {
    MessageRemoved = "MESSAGE_REMOVED",
    ThreadClosed = "THREAD_CLOSED",
    ThreadReopened = "THREAD_REOPENED",
    MemberSilenced = "MEMBER_SILENCED",
    SilenceEnded = "SILENCE_ENDED",
    MemberRemoved = "MEMBER_REMOVED",
    RoleChanged = "ROLE_CHANGED",
    EverybodyMentioned = "EVERYBODY_MENTIONED",
});

#[derive(Clone, Debug)]
pub struct AuditEntry {
    pub id: Id<AuditEntry>,
    pub network_id: Id<Network>,
    pub at: Moment,
    pub by_id: Option<Id<Person>>,
    pub what: AuditKind,
    pub person_id: Option<Id<Person>>,
    pub thread_id: Option<Id<Thread>>,
    pub reason: Option<String>,
}
row!(AuditEntry {
    id,
    network_id,
    at,
    by_id,
    what,
    person_id,
    thread_id,
    reason
});

impl Kind for AuditEntry {
    const PREFIX: &'static str = "audit";
}

/// What is to be recorded; who did it and where, the seat says.
pub struct Entry {
    what: AuditKind,
    person_id: Option<Id<Person>>,
    thread_id: Option<Id<Thread>>,
    reason: Option<String>,
}

impl Entry {
    #[must_use]
    pub fn of(what: AuditKind) -> Self {
        Self {
            what,
            person_id: None,
            thread_id: None,
            reason: None,
        }
    }

    #[must_use]
    pub fn about(mut self, person: impl Into<Option<Id<Person>>>) -> Self {
        self.person_id = person.into();
        self
    }

    #[must_use]
    pub fn within(mut self, thread: Id<Thread>) -> Self {
        self.thread_id = Some(thread);
        self
    }

    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = Some(reason.to_owned());
        self
    }
}

/// # Errors
/// When the database does not answer.
pub async fn record(app: &App, tx: &mut Tx, seat: &Seat, entry: Entry) -> Result<()> {
    let at = app.clock.now();
    let row = AuditEntry {
        id: Id::of(app.random.id(at)),
        network_id: seat.network_id(),
        at,
        by_id: Some(seat.person_id()),
        what: entry.what,
        person_id: entry.person_id,
        thread_id: entry.thread_id,
        reason: entry.reason,
    };
    Ok(store::insert_audit(tx, seat, &row).await?)
}

/// The newest first; nothing without a coordinator's seat.
///
/// # Errors
/// `INVALID` for a wrong page or cursor.
pub async fn list(app: &Arc<App>, seat: Option<&Seat>, first: i32, after: Option<&str>) -> Result<Conn<AuditEntry>> {
    let window = Window::<i64>::descending(first, after)?;
    let Some(seat) = seat.filter(|seat| seat.is_coordinator()) else {
        return Ok(Conn::nothing());
    };
    let rows = store::list_audit(&app.db, seat, &window).await?;
    let (app, seat) = (app.clone(), seat.clone());
    let total = Total::by(move || {
        let (app, seat) = (app.clone(), seat.clone());
        async move { Ok(store::count_audit(&app.db, &seat).await?) }
    });
    Ok(window.page(
        rows,
        total,
        |row| Place {
            key: row.at.0,
            id: row.id.0,
        },
        |row| row,
    ))
}

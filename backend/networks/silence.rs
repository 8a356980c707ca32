//! Silence: somebody who for a time may read but not speak, and why. It ends by itself.

use std::time::Duration;

use super::{
    Membership, NetworkRole, Seat, audit,
    audit::{AuditKind, Entry},
    coordinator, store,
};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::Id,
    people::{Me, Person, rights_changed},
    text,
};

/// The longest silence is a month.
const HOURS: i32 = 720;
const REASON: usize = 300;

#[derive(Clone, Debug)]
pub struct Silence {
    pub until: Moment,
    pub reason: String,
}

impl Seat {
    /// The silence that holds at a moment.
    #[must_use]
    pub fn silence(&self, now: Moment) -> Option<&Silence> {
        self.silence.as_ref().filter(|silence| silence.until > now)
    }

    /// # Errors
    /// `FORBIDDEN` for who is silenced, with until when and why.
    pub fn may_speak(&self, now: Moment) -> Result<()> {
        match self.silence(now) {
            None => Ok(()),
            Some(silence) => {
                let clock = silence.until.wall_clock();
                let part = |format| clock.strftime(format).to_string();
                Err(Error::forbidden()
                    .saying("error-silenced")
                    .with("until", silence.until.to_string())
                    .with("year", part("%Y"))
                    .with("month", part("%m"))
                    .with("day", part("%d"))
                    .with("time", part("%H.%M"))
                    .with("reason", silence.reason.clone()))
            }
        }
    }
}

/// # Errors
/// `FORBIDDEN` for who does not coordinate; `NOT_FOUND` for who is no member; `INVALID` for another coordinator, a
/// silence that is too short or too long, or no reason.
pub async fn silence(
    app: &App,
    me: &Me,
    slug: &str,
    person_id: Id<Person>,
    hours: i32,
    reason: &str,
) -> Result<Membership> {
    let (network, seat) = coordinator(app, me, slug).await?;
    let reason = text::required_line("reason", reason, REASON)?;
    if !(1..=HOURS).contains(&hours) {
        return Err(Error::invalid("hours", "error-hours").with("most", HOURS));
    }
    let now = app.clock.now();
    let until = now.plus(Duration::from_secs(u64::from(hours.unsigned_abs()) * 60 * 60));
    let mut tx = app.db.begin().await?;
    let mut membership = store::membership(&mut tx, network.id, person_id)
        .await?
        .ok_or_else(|| Error::not_found().on("personId"))?;
    if membership.role == NetworkRole::Coordinator {
        return Err(Error::invalid("personId", "error-silence-coordinator"));
    }
    membership.silenced_until = Some(until);
    membership.silence_reason = Some(reason.clone());
    store::set_silence(&mut tx, &seat, &membership).await?;
    let entry = Entry::of(AuditKind::MemberSilenced).about(person_id).because(&reason);
    audit::record(app, &mut tx, &seat, entry).await?;
    rights_changed(app, &mut tx, person_id).await?;
    app.commit(tx).await?;
    Ok(membership)
}

/// Ends it before its time; nothing happens when there is none.
///
/// # Errors
/// `FORBIDDEN` for who does not coordinate; `NOT_FOUND` for who is no member.
pub async fn end(app: &App, me: &Me, slug: &str, person_id: Id<Person>) -> Result<Membership> {
    let (network, seat) = coordinator(app, me, slug).await?;
    let mut tx = app.db.begin().await?;
    let mut membership = store::membership(&mut tx, network.id, person_id)
        .await?
        .ok_or_else(|| Error::not_found().on("personId"))?;
    if membership.silenced_until.take().is_none() {
        return Ok(membership);
    }
    membership.silence_reason = None;
    store::set_silence(&mut tx, &seat, &membership).await?;
    let entry = Entry::of(AuditKind::SilenceEnded).about(person_id);
    audit::record(app, &mut tx, &seat, entry).await?;
    rights_changed(app, &mut tx, person_id).await?;
    app.commit(tx).await?;
    Ok(membership)
}

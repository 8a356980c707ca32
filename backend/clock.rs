//! The one place that knows the time and the one source of randomness. Everything else asks `app.clock` and `app.random`,
//! so that a test can move the clock by hand and no test has to wait.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rand::{Rng, SeedableRng, rngs::StdRng};
use tokio::sync::watch;
use uuid::Uuid;

/// An instant: milliseconds since 1970-01-01T00:00:00Z, as the database keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis(span)))
    }

    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(millis(span)))
    }

    /// Date and time of day as clocks in Sweden and Norway show them.
    #[must_use]
    pub fn wall_clock(self) -> jiff::civil::DateTime {
        let at = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        at.to_zoned(zone()).datetime()
    }

    /// How long it is from `earlier` until this moment; zero when it lies ahead.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0 - earlier.0).unwrap_or(0))
    }
}

/// The time of Sweden and of Norway, which keep the same. Written out, so that no machine needs to know its zones.
#[must_use]
pub fn zone() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(jiff::tz::TimeZone::UTC)
}

impl std::fmt::Display for Moment {
    /// RFC 3339, UTC, milliseconds: `2026-11-22T13:05:00.000Z`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(at) => write!(f, "{at:.3}"),
            Err(_) => f.write_str("1970-01-01T00:00:00.000Z"),
        }
    }
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// The time of day and the passing of time.
#[derive(Clone)]
pub enum Clock {
    System,
    /// Stands still until [`Clock::advance`]; whoever sleeps on it wakes when it has been moved far enough.
    Manual(Arc<watch::Sender<i64>>),
}

impl Clock {
    /// A clock for tests that shows `start` until it is moved.
    #[must_use]
    pub fn manual(start: Moment) -> Self {
        Self::Manual(Arc::new(watch::Sender::new(start.0)))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system for the time"
    )]
    #[must_use]
    pub fn now(&self) -> Moment {
        match self {
            Self::System => Moment(millis(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())),
            Self::Manual(at) => Moment(*at.borrow()),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that sleeps")]
    pub async fn sleep(&self, span: Duration) {
        match self {
            Self::System => tokio::time::sleep(span).await,
            Self::Manual(at) => {
                let until = self.now().plus(span).0;
                // An error means that the clock is gone, and with it whoever could wake us: then nobody waits any more.
                let _ = at.subscribe().wait_for(|now| *now >= until).await;
            }
        }
    }

    /// A moment of room for others; none where time stands still, since nothing happens then.
    pub async fn rest(&self, span: Duration) {
        if matches!(self, Self::System) {
            self.sleep(span).await;
        }
    }

    /// Until this moment, which may have passed.
    pub async fn sleep_until(&self, at: Moment) {
        match self {
            Self::System => self.sleep(at.since(self.now())).await,
            Self::Manual(clock) => {
                let _ = clock.subscribe().wait_for(|now| *now >= at.0).await;
            }
        }
    }

    /// The answer of `future`, or `None` when it took longer than `span`.
    pub async fn within<F: Future>(&self, span: Duration, future: F) -> Option<F::Output> {
        tokio::select! {
            biased;
            answer = future => Some(answer),
            () = self.sleep(span) => None,
        }
    }

    /// Moves a manual clock; the system's own moves by itself.
    pub fn advance(&self, span: Duration) {
        if let Self::Manual(at) = self {
            at.send_modify(|now| *now += millis(span));
        }
    }
}

/// Where secrets and ids come from.
#[derive(Clone)]
pub struct Random(Arc<Mutex<StdRng>>);

impl Random {
    /// Seeded by the operating system.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(rand::make_rng())))
    }

    /// Repeatable, for tests.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .fill_bytes(&mut out);
        out
    }

    /// A UUIDv7 of this moment: ids made later sort later.
    #[must_use]
    pub fn id(&self, at: Moment) -> Uuid {
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(at.0).unwrap_or(0), &self.bytes()).into_uuid()
    }

    /// A number from 0 up to, but not including, `end`.
    #[must_use]
    pub fn below(&self, end: u64) -> u64 {
        u64::from_le_bytes(self.bytes()) % end.max(1)
    }
}

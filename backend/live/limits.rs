//! How often something may be done: counted per person and per network address in fixed windows, in Redis when there is
//! one, so that all nodes count together, else in memory. And how many of something there may be at once on this node.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::bus::Bus;
use crate::{
    app::App,
    clock::Moment,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    people::Person,
};

const MINUTE: Duration = Duration::from_secs(60);

/// Keys kept in memory; when there are more, those whose window has ended are forgotten.
const MOST: usize = 10_000;
/// Redis gets this long to count: somebody waits. After that this node counts for itself.
const PATIENCE: Duration = Duration::from_millis(250);

/// What is limited. How often, is in [`Limit::most`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Sign-in links asked for.
    Links,
    /// Looks at a link's page, and arrivals through it.
    Arrivals,
    /// Things said: threads started, messages posted and edited.
    Posts,
    /// Signs of life, which a client gives by itself: typing, how far somebody has read.
    Signs,
    /// Everything else that changes something.
    Changes,
}

impl Limit {
    fn name(self) -> &'static str {
        match self {
            Self::Links => "link",
            Self::Arrivals => "arrival",
            Self::Posts => "post",
            Self::Signs => "sign",
            Self::Changes => "change",
        }
    }

    /// How often within which time: a person, and a network address, behind which a whole town hall may sit.
    fn most(self, app: &App) -> (u64, u64, Duration) {
        let changes = app.config.changes_per_minute;
        let each = |person: u64| (person, person.saturating_mul(25), MINUTE);
        match self {
            // Nobody is signed in yet: only the address counts.
            Self::Links => (0, 60, 15 * MINUTE),
            Self::Arrivals => (0, 300, 15 * MINUTE),
            Self::Posts => each(changes / 2),
            Self::Signs => each(changes.saturating_mul(3)),
            Self::Changes => each(changes),
        }
    }
}

/// Whom something counts for.
#[derive(Clone, Copy)]
pub struct Counted<'a> {
    pub person: Option<Id<Person>>,
    pub address: &'a str,
}

#[derive(Default)]
pub struct Limits {
    counts: Mutex<HashMap<String, (u64, Moment)>>,
    /// How many there are at once, on this node.
    stays: Mutex<HashMap<String, usize>>,
}

impl Limits {
    /// Counts one more.
    ///
    /// # Errors
    /// `RATE_LIMITED` beyond the limit; `args.retryAfter` says in how many seconds it may be tried again.
    pub async fn take(&self, app: &App, limit: Limit, who: Counted<'_>) -> Result<()> {
        let (person, address, window) = limit.most(app);
        let keys = [
            who.person.map(|id| (format!("{}:{}", limit.name(), id.0), person)),
            Some((format!("{}:{}", limit.name(), who.address), address)),
        ];
        let (keys, most): (Vec<_>, Vec<_>) = keys.into_iter().flatten().unzip();
        let counted = match &app.live.bus {
            Bus::Redis(redis) if redis.is_well() => {
                app.clock.within(PATIENCE, redis.count(&keys, window)).await.flatten()
            }
            _ => None,
        };
        // Without Redis each node counts for itself: a limit that is too generous beats a door that is shut.
        let counted = counted.unwrap_or_else(|| {
            let now = app.clock.now();
            keys.iter().map(|key| self.count(key, now, window)).collect()
        });
        let beyond = counted.into_iter().zip(most).filter(|((count, _), most)| count > most);
        match beyond.map(|((_, ends_in), _)| ends_in).max() {
            Some(ends_in) => Err(Error::rate_limited(ends_in)),
            None => Ok(()),
        }
    }

    /// How many there are now under a key, and in how long its window ends.
    fn count(&self, key: &str, now: Moment, window: Duration) -> (u64, Duration) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.retain(|_, (_, ends)| *ends > now);
        }
        let entry = counts.entry(key.to_owned()).or_insert((0, now.plus(window)));
        if entry.1 <= now {
            *entry = (0, now.plus(window));
        }
        entry.0 += 1;
        (entry.0, entry.1.since(now))
    }

    /// Lets one more in under `key`, for as long as what is returned lives.
    ///
    /// # Errors
    /// `RATE_LIMITED` when there are `most` already.
    pub fn stay(&self, app: &Arc<App>, key: String, most: usize) -> Result<Stay> {
        let mut stays = self.stays.lock().unwrap_or_else(PoisonError::into_inner);
        let count = stays.entry(key.clone()).or_default();
        if *count >= most {
            return Err(Error::new(ErrorCode::RateLimited).saying("error-too-many-operations"));
        }
        *count += 1;
        Ok(Stay { app: app.clone(), key })
    }
}

/// One of at most so many at once, for as long as it lives.
pub struct Stay {
    app: Arc<App>,
    key: String,
}

impl Drop for Stay {
    fn drop(&mut self) {
        let mut stays = self.app.limits.stays.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = stays.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                stays.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_ends_and_begins_anew() {
        let limits = Limits::default();
        let window = Duration::from_secs(60);
        assert_eq!(limits.count("a", Moment(0), window), (1, window));
        assert_eq!(limits.count("a", Moment(59_999), window), (2, Duration::from_millis(1)));
        assert_eq!(limits.count("b", Moment(59_999), window), (1, window));
        assert_eq!(limits.count("a", Moment(60_000), window), (1, window));
    }
}

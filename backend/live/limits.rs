//! How often something may be done: counted per key in fixed windows, in Redis when there is one, so that all nodes count
//! together, else in memory.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use super::bus::Bus;
use crate::{
    app::App,
    clock::Moment,
    error::{Error, ErrorCode, Result},
};

/// Keys kept in memory; when there are more, those whose window has ended are forgotten.
const MOST: usize = 10_000;

#[derive(Default)]
pub struct Limits(Mutex<HashMap<String, (u64, Moment)>>);

impl Limits {
    /// Counts one more under `key`.
    ///
    /// # Errors
    /// `RATE_LIMITED` beyond `most` within `window`.
    pub async fn take(&self, app: &App, key: &str, most: u64, window: Duration) -> Result<()> {
        let counted = match &app.live.bus {
            Bus::Redis(redis) if redis.is_well() => redis.count(key, window).await,
            _ => None,
        };
        // Without Redis each node counts for itself: a limit that is too generous beats a door that is shut.
        let count = counted.unwrap_or_else(|| self.count(key, app.clock.now(), window));
        if count > most {
            Err(Error::new(ErrorCode::RateLimited))
        } else {
            Ok(())
        }
    }

    fn count(&self, key: &str, now: Moment, window: Duration) -> u64 {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.retain(|_, (_, ends)| *ends > now);
        }
        let entry = counts.entry(key.to_owned()).or_insert((0, now.plus(window)));
        if entry.1 <= now {
            *entry = (0, now.plus(window));
        }
        entry.0 += 1;
        entry.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_ends_and_begins_anew() {
        let limits = Limits::default();
        let window = Duration::from_secs(60);
        assert_eq!(limits.count("a", Moment(0), window), 1);
        assert_eq!(limits.count("a", Moment(59_999), window), 2);
        assert_eq!(limits.count("b", Moment(59_999), window), 1);
        assert_eq!(limits.count("a", Moment(60_000), window), 1);
    }
}

//! How often something may be done: counted per key in fixed windows, in Redis when there is one, so that all nodes count
//! together, else in memory.

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
};

/// Keys kept in memory; when there are more, those whose window has ended are forgotten.
const MOST: usize = 10_000;

#[derive(Default)]
pub struct Limits {
    counts: Mutex<HashMap<String, (u64, Moment)>>,
    /// How many there are at once, on this node.
    stays: Mutex<HashMap<String, usize>>,
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

    fn count(&self, key: &str, now: Moment, window: Duration) -> u64 {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
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

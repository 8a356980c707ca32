//! The only file that names Redis: one channel for the bus, counters for rate limits. A connection that looks open may be
//! dead (redis-rs does not notice a half-open one), so the node listens for its own pulse and starts anew when it does
//! not hear it.

use std::{
    sync::{
        Arc, LazyLock,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Duration,
};

use futures_util::StreamExt;
use redis::{Client, Script, aio::ConnectionManager, aio::ConnectionManagerConfig};
use sha2::{Digest, Sha256};
use tokio::sync::{Notify, OnceCell, mpsc};

use super::bus::{self, Bell, Word};
use crate::app::App;

const PULSE: Duration = Duration::from_secs(5);
/// Without hearing anything for this long the connection counts as dead.
const SILENCE: Duration = Duration::from_secs(12);
const ANSWER: Duration = Duration::from_secs(2);
/// Words that wait to be said. More are dropped: they are hints.
const WAITING: usize = 4096;

pub struct Redis {
    client: Client,
    /// Nodes of one database talk to each other, and to nobody else who uses the same Redis.
    prefix: String,
    words: mpsc::Sender<Word>,
    /// Taken by [`work`] when it starts.
    waiting: std::sync::Mutex<Option<mpsc::Receiver<Word>>>,
    manager: OnceCell<ConnectionManager>,
    well: AtomicBool,
    back: Bell,
}

impl Redis {
    /// # Errors
    /// When the address cannot be read. Whether anybody answers there is found out by [`work`].
    pub fn new(url: &str, database_url: &str) -> Result<Self, String> {
        let client = Client::open(url).map_err(|error| format!("redis_url: {error}"))?;
        let digest = Sha256::digest(database_url);
        let prefix = digest
            .iter()
            .take(6)
            .fold("samverk:".to_owned(), |prefix, byte| format!("{prefix}{byte:02x}"));
        let (words, waiting) = mpsc::channel(WAITING);
        Ok(Self {
            client,
            prefix,
            words,
            waiting: std::sync::Mutex::new(Some(waiting)),
            manager: OnceCell::new(),
            well: AtomicBool::new(false),
            back: Arc::new(Notify::new()),
        })
    }

    pub fn say(&self, word: Word) {
        // Full or without a listener: a hint lost, which the sweep makes good.
        let _ = self.words.try_send(word);
    }

    pub fn is_well(&self) -> bool {
        self.well.load(Relaxed)
    }

    pub async fn came_back(&self) {
        self.back.notified().await;
    }

    async fn connection(&self) -> redis::RedisResult<ConnectionManager> {
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(ANSWER))
            .set_response_timeout(Some(ANSWER))
            .set_number_of_retries(1);
        let manager = self
            .manager
            .get_or_try_init(|| ConnectionManager::new_with_config(self.client.clone(), config))
            .await?;
        Ok(manager.clone())
    }

    /// # Errors
    /// When it does not answer.
    pub async fn ping(&self) -> Result<(), String> {
        let mut connection = self.connection().await.map_err(|error| error.to_string())?;
        redis::cmd("PING")
            .query_async::<()>(&mut connection)
            .await
            .map_err(|error| error.to_string())
    }

    /// Counts one more under each key within `window`, and says how many there are and in how long each window ends;
    /// `None` when Redis does not answer.
    pub async fn count(&self, keys: &[String], window: Duration) -> Option<Vec<(u64, Duration)>> {
        // One step, so that a counter never stays without an end.
        static COUNT: LazyLock<Script> = LazyLock::new(|| {
            Script::new(
                "local counts = {} \
                 for i, key in ipairs(KEYS) do \
                   local n = redis.call('INCR', key) \
                   if n == 1 then redis.call('PEXPIRE', key, ARGV[1]) end \
                   counts[i] = {n, redis.call('PTTL', key)} \
                 end \
                 return counts",
            )
        });
        let mut connection = self.connection().await.ok()?;
        let mut call = COUNT.arg(u64::try_from(window.as_millis()).unwrap_or(u64::MAX));
        for key in keys {
            call.key(format!("{}:limit:{key}", self.prefix));
        }
        let counts: Vec<(u64, i64)> = call.invoke_async(&mut connection).await.ok()?;
        let counts = counts
            .into_iter()
            .map(|(count, ends_in)| (count, Duration::from_millis(u64::try_from(ends_in).unwrap_or(0))));
        Some(counts.collect())
    }
}

/// Says and hears, until the server stops.
pub async fn work(app: Arc<App>) {
    let bus::Bus::Redis(redis) = &app.live.bus else { return };
    let waiting = redis
        .waiting
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .take();
    let Some(waiting) = waiting else { return };
    tokio::join!(talk(&app, redis, waiting), listen(&app, redis));
}

async fn talk(app: &Arc<App>, redis: &Redis, mut waiting: mpsc::Receiver<Word>) {
    loop {
        let first = tokio::select! {
            () = app.stopping.cancelled() => return,
            word = waiting.recv() => match word { Some(word) => word, None => return },
            () = app.clock.sleep(PULSE) => Word::Pulse(app.node),
        };
        // What has gathered meanwhile goes in one round trip.
        let mut pipe = redis::pipe();
        let mut words = vec![first];
        while words.len() < 256
            && let Ok(word) = waiting.try_recv()
        {
            words.push(word);
        }
        for word in &words {
            let Ok(text) = serde_json::to_string(word) else {
                continue;
            };
            pipe.publish(format!("{}:live", redis.prefix), text).ignore();
        }
        let said = async { pipe.query_async::<()>(&mut redis.connection().await?).await };
        if let Err(error) = said.await {
            tracing::debug!(%error, "the bus did not take what was said");
        }
    }
}

async fn listen(app: &Arc<App>, redis: &Redis) {
    let mut pause = Duration::from_millis(100);
    loop {
        let heard = tokio::select! {
            () = app.stopping.cancelled() => return,
            heard = hear(app, redis) => heard,
        };
        if redis.well.swap(false, Relaxed) {
            pause = Duration::from_millis(100);
            tracing::warn!(
                why = heard,
                "Redis is away; the journal is read every two seconds instead"
            );
        }
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.clock.sleep(pause) => {}
        }
        pause = (pause * 2).min(Duration::from_secs(2));
    }
}

/// Listens until it no longer hears anything; says why.
async fn hear(app: &Arc<App>, redis: &Redis) -> String {
    let connect = async {
        let mut pubsub = redis.client.get_async_pubsub().await?;
        pubsub.subscribe(format!("{}:live", redis.prefix)).await?;
        Ok::<_, redis::RedisError>(pubsub)
    };
    let mut pubsub = match app.clock.within(ANSWER, connect).await {
        Some(Ok(pubsub)) => pubsub,
        Some(Err(error)) => return error.to_string(),
        None => return "no answer".to_owned(),
    };
    redis.well.store(true, Relaxed);
    redis.back.notify_one();
    redis.say(Word::Pulse(app.node));
    let mut messages = pubsub.on_message();
    loop {
        match app.clock.within(SILENCE, messages.next()).await {
            Some(Some(message)) => {
                let word = message
                    .get_payload::<String>()
                    .ok()
                    .and_then(|text| serde_json::from_str(&text).ok());
                if let Some(word) = word {
                    bus::hear(app, word);
                }
            }
            Some(None) => return "the connection was closed".to_owned(),
            None => return "silence".to_owned(),
        }
    }
}

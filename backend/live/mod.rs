//! Live delivery: what happens in a room reaches everybody who watches it, nothing lost, nothing twice, in order.
//!
//! A change journals its event in its own transaction ([`journal`]). After the commit the node says "topic, number" to
//! itself and, over Redis, to the others ([`bus`]); that is a hint and may be lost, since every two seconds each node
//! also asks the database for the last numbers of the topics that it serves. Subscribers of the same operation form a
//! group that executes each event once ([`group`]) and tells them of it where they sit ([`seats`]): on a WebSocket by writing
//! to its [`wire`], otherwise by waking a [`listener`], which takes the bytes and has the transport ([`websocket`], [`sse`])
//! hand them on.
//!
//! A room that wants to be live writes its events with [`journal::append`], declares a [`Channel`] for each of its root
//! subscription fields, which says who may listen and to what, and adds it in `graphql/mod.rs`.

pub mod bus;
mod feed;
pub mod group;
pub mod journal;
pub mod limits;
pub mod listener;
mod operation;
pub mod presence;
mod redis;
mod seats;
pub mod sse;
pub(crate) mod store;
pub mod websocket;
mod wire;

use std::{
    any::Any,
    collections::HashMap,
    sync::{
        Arc, LazyLock, Mutex, PoisonError, Weak,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use futures_util::future::BoxFuture;
use tokio::{
    runtime::{Builder, Handle, Runtime},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
};

use crate::{
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Id, Kind, decode},
    people::Me,
};

pub use feed::{Feed, Item};

/// How often each node compares the last numbers of the topics that it serves with the database's.
pub const SWEEP: Duration = Duration::from_secs(2);

/// What a node keeps of live delivery. All of it can be rebuilt.
pub struct Live {
    topics: Mutex<HashMap<String, Weak<Topic>>>,
    groups: group::Groups,
    /// Where sockets are opened.
    pub door: Line,
    /// Where people sign in, begin to listen and read back: whoever is there already keeps half of the database's
    /// connections.
    pub desk: Line,
    pub bus: bus::Bus,
    pub presence: presence::Presence,
    pub figures: Figures,
}

/// Counted for `/metrics`.
#[derive(Default)]
pub struct Figures {
    pub sockets: AtomicU64,
    pub streams: AtomicU64,
    pub subscriptions: AtomicU64,
    pub deliveries: AtomicU64,
    pub executions: AtomicU64,
}

/// A topic that this node serves, and the highest number that it has heard of.
pub struct Topic {
    name: String,
    head: watch::Sender<i64>,
}

impl Topic {
    fn heard(&self, seq: i64) {
        self.head.send_if_modified(|head| {
            let newer = seq > *head;
            *head = seq.max(*head);
            newer
        });
    }
}

impl Live {
    #[must_use]
    pub fn new(bus: bus::Bus, database_connections: usize) -> Self {
        Self {
            topics: Mutex::default(),
            groups: group::Groups::default(),
            door: Line::new(AT_THE_DOOR),
            desk: Line::new(database_connections.div_ceil(2)),
            bus,
            presence: presence::Presence::default(),
            figures: Figures::default(),
        }
    }

    /// Over how long the connections of a node that stops are to end: a millisecond each, and five seconds at most.
    #[must_use]
    pub fn spread(&self) -> Duration {
        let open = self.figures.sockets.load(Relaxed) + self.figures.streams.load(Relaxed);
        Duration::from_millis(open).min(Duration::from_secs(5))
    }

    /// Serves a topic for as long as what is returned lives.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn serve(&self, app: &App, name: &str) -> Result<Arc<Topic>> {
        if let Some(topic) = self.served(name) {
            return Ok(topic);
        }
        // Registered before it is asked for its last number: a hint in between is not missed.
        let topic = {
            let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
            match topics.get(name).and_then(Weak::upgrade) {
                Some(topic) => topic,
                None => {
                    let topic = Arc::new(Topic {
                        name: name.to_owned(),
                        head: watch::Sender::new(0),
                    });
                    topics.insert(name.to_owned(), Arc::downgrade(&topic));
                    topic
                }
            }
        };
        topic.heard(journal::last(&app.db, name).await?);
        Ok(topic)
    }

    fn served(&self, name: &str) -> Option<Arc<Topic>> {
        self.topics
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(name)
            .and_then(Weak::upgrade)
    }

    /// What a transaction journaled, after its commit.
    pub fn tell(&self, events: &[(String, i64)]) {
        for (topic, seq) in events {
            self.heard(topic, *seq);
            self.bus.tell(topic, *seq);
        }
    }

    /// A hint, from here or from another node.
    pub fn heard(&self, topic: &str, seq: i64) {
        if let Some(topic) = self.served(topic) {
            topic.heard(seq);
        }
    }

    /// Compares the last numbers of all served topics with the database's: heals whatever hint was lost.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sweep(&self, app: &App) -> Result<()> {
        let names: Vec<String> = {
            let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
            topics.retain(|_, topic| topic.strong_count() > 0);
            topics.keys().cloned().collect()
        };
        for some in names.chunks(512) {
            let some: Vec<&str> = some.iter().map(String::as_str).collect();
            for row in store::topics(&app.db, &some).await? {
                self.heard(&row.name, row.last_seq);
            }
        }
        Ok(())
    }
}

/// Where those who come are served one after the other, first come, first served: when ten thousand return together, whoever is
/// there already hardly notices.
pub struct Line {
    turns: Arc<Semaphore>,
    /// The present tenth of a second, and how many came in it.
    comers: Mutex<(i64, u32)>,
}

impl Line {
    fn new(at_once: usize) -> Self {
        Self {
            turns: Arc::new(Semaphore::new(at_once)),
            comers: Mutex::default(),
        }
    }

    /// Waits until it is this one's turn. Where there is a crowd, each turn is followed by a rest: so those who return take a
    /// part of the node's time, and not all of it.
    pub async fn turn(&self, app: &Arc<App>) -> Turn {
        let crowded = self.is_crowd(app.clock.now()) || self.turns.available_permits() == 0;
        Turn {
            // Never closed, so there always is a turn.
            permit: self.turns.clone().acquire_owned().await.ok(),
            crowd: crowded.then(|| app.clone()),
        }
    }

    /// Counts one more who takes a turn. That all turns are taken does not tell: one that is over before anybody else runs
    /// is never seen to be taken.
    fn is_crowd(&self, now: Moment) -> bool {
        let tenth = now.0 / 100;
        let mut comers = self.comers.lock().unwrap_or_else(PoisonError::into_inner);
        if comers.0 != tenth {
            *comers = (tenth, 0);
        }
        comers.1 += 1;
        comers.1 > FEW
    }
}

/// Somebody's turn, for as long as it lives.
pub struct Turn {
    permit: Option<OwnedSemaphorePermit>,
    /// Set when there was somebody to wait for.
    crowd: Option<Arc<App>>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(app) = self.crowd.take() {
            let permit = self.permit.take();
            sockets().spawn(async move {
                app.clock.rest(REST).await;
                drop(permit);
            });
        }
    }
}

/// Sockets that are opened at the same time: with the rests between them about a thousand in a second.
const AT_THE_DOOR: usize = 2;

/// Turns within a tenth of a second that are no crowd yet: ten people who open a page.
const FEW: u32 = 20;

/// After a turn in a crowd. A few times what the turn itself takes.
const REST: Duration = Duration::from_millis(1);

/// Where sockets and the groups that feed them run: on threads of their own, so that a request never stands in line behind
/// the thousands whom one message reaches. The operating system divides the processors between the two.
pub(crate) fn sockets() -> &'static Handle {
    // Without threads to be had, everything runs together.
    static SOCKETS: LazyLock<Result<Runtime, Handle>> = LazyLock::new(|| {
        let mut runtime = Builder::new_multi_thread();
        runtime.thread_name("sockets").enable_all();
        runtime.build().map_err(|_| Handle::current())
    });
    match &*SOCKETS {
        Ok(runtime) => runtime.handle(),
        Err(here) => here,
    }
}

/// Runs until the server stops: the sweep, and the leases of presence.
pub async fn keep(app: Arc<App>) {
    loop {
        tokio::select! {
            () = app.stopping.cancelled() => return,
            () = app.clock.sleep(SWEEP) => {}
            // Whatever was said while the bus was away is asked for at once.
            () = app.live.bus.came_back() => {}
        }
        if let Err(error) = app.live.sweep(&app).await {
            tracing::warn!(%error, "the journal could not be compared");
        }
        app.live.presence.keep(&app);
    }
}

// ---- what a room declares -------------------------------------------------------------------------------------------

/// A root subscription field: who may listen to it, and what it is fed from.
pub trait Channel: Send + Sync {
    fn field(&self) -> &'static str;

    /// Whether an event of this kind takes something away: what was executed before it is then shown to nobody any more.
    fn takes_away(&self, _kind: &str) -> bool {
        false
    }

    /// Whether an event of this kind ends the topic (see [`journal::end`]), or lets one that had ended go on; most do neither.
    fn ends(&self, _kind: &str) -> Option<bool> {
        None
    }

    /// Judges one listener; called when they come, and again whenever their rights have changed.
    fn open<'a>(&'a self, app: &'a Arc<App>, me: &'a Me, arguments: &'a Arguments) -> BoxFuture<'a, Result<Opened>>;
}

/// What a listener was let in to.
pub struct Opened {
    source: Source,
    /// Listeners share an execution only within one class: those who see the same. All whom a channel lets in, so far.
    class: &'static str,
    /// Dropped when the listener goes.
    _stay: Option<Box<dyn Any + Send + Sync>>,
}

pub(crate) enum Source {
    /// Every event counts.
    Journal(String),
    /// Only the newest picture counts; the receiver changes when there is a new one. With the topic that the pictures end
    /// with.
    Latest(String, watch::Receiver<i64>, Option<String>),
}

impl Opened {
    #[must_use]
    pub fn journal(topic: String) -> Self {
        Self {
            source: Source::Journal(topic),
            class: "",
            _stay: None,
        }
    }

    /// Of a topic of which only the newest state counts: whoever changes that calls [`journal::touch`].
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn newest(app: &App, topic: String) -> Result<Self> {
        let served = app.live.serve(app, &topic).await?;
        Ok(Self::latest(topic, served.head.subscribe(), served))
    }

    #[must_use]
    pub fn latest(name: String, changes: watch::Receiver<i64>, stay: impl Any + Send + Sync) -> Self {
        Self {
            source: Source::Latest(name, changes, None),
            class: "",
            _stay: Some(Box::new(stay)),
        }
    }

    /// Pictures of what has this topic: they end when it does.
    #[must_use]
    pub fn ending_with(mut self, topic: String) -> Self {
        if let Source::Latest(_, _, life) = &mut self.source {
            *life = Some(topic);
        }
        self
    }
}

/// The arguments of a root field, with variables filled in.
#[derive(Clone, Debug, Default)]
pub struct Arguments(HashMap<String, async_graphql::Value>);

impl Arguments {
    /// # Errors
    /// `NOT_FOUND`: an id of another type names nothing here; `BAD_REQUEST` when there is none.
    pub fn id<T: Kind>(&self, name: &'static str) -> Result<Id<T>> {
        match self.0.get(name) {
            Some(async_graphql::Value::String(text)) => match decode(text) {
                Some((prefix, id)) if prefix == T::PREFIX => Ok(Id::of(id)),
                _ => Err(Error::not_found().on(name)),
            },
            Some(async_graphql::Value::Number(_)) => Err(Error::not_found().on(name)),
            _ => Err(operation::unfit(name)),
        }
    }
}

/// The bus over Redis, not connected yet.
///
/// # Errors
/// When the address cannot be read.
pub fn redis(url: &str, database_url: &str) -> Result<redis::Redis, String> {
    redis::Redis::new(url, database_url)
}

/// Says and hears over the bus, until the server stops.
pub async fn work(app: Arc<App>) {
    redis::work(app).await;
}

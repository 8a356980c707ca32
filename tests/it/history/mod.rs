//! The history checker. Writers and readers over several nodes, each a process of its own, while the nodes, PostgreSQL, Redis
//! and the lines between them break. Each acknowledged write and each delivery is written down, and afterwards it must be
//! true that every acknowledged message was delivered to every reader who stayed or came back, once, in order, in the same
//! order for all, and that no `clientId` came about twice.
//!
//! `HISTORY_SEED` repeats a run's faults; `make soak MINUTES=30` goes on for that long.

mod lines;
mod people;
mod record;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use samverk::clock::{Clock, Random};
use serde_json::{Value, json};
use tokio::task::{AbortHandle, spawn_blocking};

use crate::{
    command_line::{Server, samverk},
    harness::{Database, Postgres, Redis, Services, client_id, mutation},
};
use lines::{Behind, Mode, Proxy};
use people::{How, World, last, pass_by, read, write};
use record::{Passerby, Reader, Record};

const NODES: usize = 3;
const WRITERS: usize = 4;
/// Messages of each writer in one round.
const QUOTA: usize = 12;
/// How long after the last write of a round everybody must have everything: the sweep takes 2 s, and a node that comes to
/// itself again some more.
const BARRIER: Duration = Duration::from_secs(20);

/// What breaks in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    NodeKilled,
    NodePaused,
    NodeStopped,
    PostgresCrashed,
    PostgresAway,
    PostgresCut,
    PostgresSlow,
    /// Cut again and again while transactions are about to end.
    PostgresCutAtCommit,
    RedisAway,
    RedisCut,
}

const FAULTS: [Fault; 10] = [
    Fault::NodeKilled,
    Fault::PostgresCrashed,
    Fault::RedisAway,
    Fault::NodePaused,
    Fault::PostgresCut,
    Fault::NodeStopped,
    Fault::PostgresSlow,
    Fault::PostgresCutAtCommit,
    Fault::RedisCut,
    Fault::PostgresAway,
];

#[test]
fn what_was_acknowledged_is_delivered_once_in_order_while_nodes_break() {
    history(&[
        Fault::NodeKilled,
        Fault::NodePaused,
        Fault::NodeStopped,
        Fault::RedisAway,
        Fault::RedisCut,
    ]);
}

#[test]
fn what_was_acknowledged_is_delivered_once_in_order_while_the_database_breaks() {
    history(&[
        Fault::PostgresCrashed,
        Fault::PostgresCut,
        Fault::PostgresSlow,
        Fault::PostgresCutAtCommit,
        Fault::PostgresAway,
    ]);
}

#[test]
fn without_postgresql_nothing_is_acknowledged_and_with_it_all_goes_on_by_itself() {
    on_an_installation(7, async |installation| {
        let world = installation.world.clone();
        let input = json!({ "threadId": world.thread, "body": "hej", "language": "SV", "clientId": client_id() });
        let body = json!({ "query": mutation("postMessage", "message { seq }"), "variables": { "input": input } });
        let ask = async |path: &str| {
            let url = format!("http://{}{path}", installation.addresses()[0]);
            let request = match path {
                "/graphql" => world.http.post(url).bearer_auth(&installation.tokens[0]).json(&body),
                _ => world.http.get(url),
            };
            let response = request.timeout(BARRIER).send().await.expect("the node answers");
            (
                response.status().as_u16(),
                response.json::<Value>().await.expect("in JSON"),
            )
        };
        let postgres = installation.postgres.clone();
        aside(move || postgres.crash()).await;
        let (status, answer) = ask("/graphql").await;
        assert_eq!(
            (status, &answer["errors"][0]["extensions"]["code"]),
            (503, &json!("UNAVAILABLE"))
        );
        let (status, ready) = ask("/readyz").await;
        assert_eq!((status, &ready["database"]), (503, &json!("away")));
        let postgres = installation.postgres.clone();
        aside(move || postgres.recover()).await;
        assert!(until(BARRIER, async || ask("/readyz").await.0 == 200).await);
        let (status, answer) = ask("/graphql").await;
        assert_eq!(
            (status, &answer["data"]["postMessage"]["message"]["seq"]),
            (200, &json!(1)),
            "{answer}"
        );

        // A line that goes dead without a word is as good as none, and another is found.
        installation.to_postgres.set(Mode::Dead);
        let (status, answer) = ask("/graphql").await;
        assert_eq!(
            (status, &answer["errors"][0]["extensions"]["code"]),
            (503, &json!("UNAVAILABLE"))
        );
        assert!(until(BARRIER, async || ask("/readyz").await.0 == 200).await);
        let (status, answer) = ask("/graphql").await;
        assert_eq!(
            (status, &answer["data"]["postMessage"]["message"]["seq"]),
            (200, &json!(1)),
            "the same message, said once: {answer}"
        );
    });
}

#[test]
#[ignore = "goes on for as long as it is told to: make soak MINUTES=30"]
fn soak() {
    let minutes: u64 = std::env::var("SOAK_MINUTES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(10);
    let (clock, mut run) = (Clock::System, 0);
    let until = clock.now().plus(Duration::from_secs(60 * minutes));
    while clock.now() < until {
        run += 1;
        eprintln!("run {run}");
        history(&FAULTS);
    }
}

fn history(faults: &[Fault]) {
    let seed = std::env::var("HISTORY_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| Random::system().below(1_000_000));
    // Shown when the test fails: HISTORY_SEED repeats the faults.
    eprintln!("HISTORY_SEED={seed}");
    let mut found = Vec::new();
    on_an_installation(seed, async |installation| found = installation.run(faults).await);
    assert!(found.is_empty(), "HISTORY_SEED={seed}\n{}", found.join("\n"));
}

fn on_an_installation(seed: u64, mut promise: impl AsyncFnMut(&mut Installation)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime needs nothing but threads");
    runtime.block_on(async {
        let mut installation = Installation::start(seed).await;
        promise(&mut installation).await;
        installation.close().await;
    });
}

struct Installation {
    random: Random,
    postgres: Arc<Postgres>,
    redis: Arc<Redis>,
    to_postgres: Proxy,
    to_redis: Proxy,
    database: Database,
    nodes: Vec<Option<Server>>,
    world: Arc<World>,
    tokens: Vec<String>,
    readers: Vec<Arc<Mutex<Reader>>>,
    passersby: Arc<Mutex<Vec<Passerby>>>,
    tasks: Vec<AbortHandle>,
}

/// Those who tidy up at the end, and the services' script, block.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    spawn_blocking(work).await.expect("it does not panic")
}

impl Installation {
    async fn start(seed: u64) -> Self {
        let random = Random::seeded(seed);
        let (postgres, redis) = aside(|| {
            let services = Services::get();
            (Arc::new(services.other_postgres()), Arc::new(services.redis()))
        })
        .await;
        let folder = postgres.folder().display().to_string().replace('/', "%2F");
        let own = |name: &str| Database::Postgres {
            url: format!("postgres://samverk@{folder}/{name}"),
            name: name.to_owned(),
        };
        own("postgres").rows("create database history").await;
        let to_postgres = Proxy::to(Behind::Unix(postgres.socket()), None).await;
        let to_redis = Proxy::to(Behind::Tcp(format!("127.0.0.1:{}", redis.port)), Some(seed)).await;
        let url = format!("postgres://samverk@127.0.0.1:{}/history", to_postgres.port);
        let tokens = aside(move || {
            let settings = [("DATABASE_URL", url.as_str())];
            assert!(samverk(&["demo"], &settings).ok);
            ["karin", "omar", "lena", "ingeborg"].map(|name| {
                let said = samverk(&["token", "--email", &format!("{name}@demo.example")], &settings).out;
                said.lines().last().expect("the token is the last line").to_owned()
            })
        })
        .await;
        let mut installation = Self {
            world: Arc::new(World::new(String::new(), random.clone(), String::new())),
            random,
            postgres,
            redis,
            to_postgres,
            to_redis,
            database: own("history"),
            nodes: (0..NODES).map(|_| None).collect(),
            tokens: tokens.to_vec(),
            readers: Vec::new(),
            passersby: Arc::default(),
            tasks: Vec::new(),
        };
        for place in 0..NODES {
            installation.start_node(place).await;
        }
        let input = json!({ "input": { "networkSlug": "miljostrateger", "subject": "Historien" } });
        let started = installation
            .world
            .ask(
                &installation.tokens[0],
                &mutation("startThread", "thread { id }"),
                &input,
            )
            .await;
        let thread = started.expect("all is well still")["startThread"]["thread"]["id"].clone();
        let world = World::new(
            thread.as_str().expect("an id is text").to_owned(),
            installation.random.clone(),
            installation.database.url(),
        );
        *world.nodes.lock().unwrap_or_else(PoisonError::into_inner) = installation.addresses();
        installation.world = Arc::new(world);
        installation
    }

    fn addresses(&self) -> Vec<String> {
        self.nodes.iter().flatten().map(|node| node.address.clone()).collect()
    }

    /// What clients find when they look for a node: those that run.
    fn publish(&self) {
        *self.world.nodes.lock().unwrap_or_else(PoisonError::into_inner) = self.addresses();
    }

    async fn start_node(&mut self, place: usize) {
        let database = format!("postgres://samverk@127.0.0.1:{}/history", self.to_postgres.port);
        let redis = format!("redis://127.0.0.1:{}", self.to_redis.port);
        let server = aside(move || {
            let settings = [
                ("DATABASE_URL", database.as_str()),
                ("REDIS_URL", redis.as_str()),
                ("SAMVERK_CHANGES_PER_MINUTE", "1000000"),
                ("SAMVERK_DATABASE_CONNECTIONS", "6"),
            ];
            Server::start(&["serve", "--listen", "127.0.0.1:0"], &settings)
        });
        self.nodes[place] = Some(server.await);
        self.publish();
    }

    async fn end_node(&mut self, place: usize, how: fn(Server)) {
        if let Some(server) = self.nodes[place].take() {
            self.publish();
            aside(move || how(server)).await;
        }
    }

    async fn run(&mut self, faults: &[Fault]) -> Vec<String> {
        let ways = [
            How::Stays,
            How::Stays,
            How::Leaves,
            How::Leaves,
            How::Streams,
            How::Streams,
        ];
        for (i, how) in ways.into_iter().enumerate() {
            let reader = Arc::new(Mutex::new(Reader {
                name: format!("reader {i} ({how:?})"),
                ..Reader::default()
            }));
            self.readers.push(reader.clone());
            let reads = read(
                self.world.clone(),
                self.tokens[i % self.tokens.len()].clone(),
                how,
                reader,
            );
            self.tasks.push(tokio::spawn(reads).abort_handle());
        }
        for token in &self.tokens[..2] {
            let passes = pass_by(self.world.clone(), token.clone(), self.passersby.clone());
            self.tasks.push(tokio::spawn(passes).abort_handle());
        }
        let mut found = Vec::new();
        for fault in faults {
            eprintln!("{fault:?}");
            found.extend(self.round(*fault).await);
            if !found.is_empty() {
                break;
            }
        }
        for task in self.tasks.drain(..) {
            task.abort();
        }
        let mut record = Record {
            acknowledged: take(&self.world.acknowledged),
            readers: self.readers.iter().map(|reader| take(reader)).collect(),
            passersby: take(&self.passersby),
            last: self.last().await,
        };
        // The same event twice in a row is told once; the rest would drown it.
        record.readers.sort_by(|a, b| a.name.cmp(&b.name));
        let connections: usize = record.readers.iter().map(|reader| reader.connections).sum();
        eprintln!(
            "{} acknowledged, {} events to each of {} readers over {connections} connections, {} passers-by",
            record.acknowledged.len(),
            record.last,
            record.readers.len(),
            record.passersby.len()
        );
        found.extend(
            take(&self.world.odd)
                .into_iter()
                .map(|odd| format!("an answer to make nothing of: {odd}")),
        );
        found.extend(record.faults());
        found.truncate(20);
        found
    }

    /// Writers write, in the middle of it something breaks, and when it is whole again everybody gets everything.
    async fn round(&mut self, fault: Fault) -> Vec<String> {
        let before = self.acknowledged();
        let writers: Vec<_> = self
            .tokens
            .iter()
            .cycle()
            .take(WRITERS)
            .map(|token| tokio::spawn(write(self.world.clone(), token.clone(), QUOTA)))
            .collect();
        let some = before + WRITERS * QUOTA / 3;
        if !until(BARRIER, async || self.acknowledged() >= some).await {
            return vec![format!("nothing is acknowledged before {fault:?}")];
        }
        self.breaks(fault).await;
        for writer in writers {
            if bounded(2 * BARRIER, writer).await.is_none() {
                return vec![format!("nothing is acknowledged after {fault:?}")];
            }
        }
        let last = self.last().await;
        let all_have = until(BARRIER, async || {
            self.readers.iter().all(|reader| self::last(reader) >= last)
        })
        .await;
        match all_have {
            true => Vec::new(),
            false => self
                .readers
                .iter()
                .filter(|reader| self::last(reader) < last)
                .map(|reader| {
                    let name = reader.lock().unwrap_or_else(PoisonError::into_inner).name.clone();
                    let has = self::last(reader);
                    format!("{name} has come to {has} of {last}, {BARRIER:?} after {fault:?} and the last write")
                })
                .collect(),
        }
    }

    async fn breaks(&mut self, fault: Fault) {
        let span = Duration::from_millis(500 + self.random.below(1500));
        let place = usize::try_from(self.random.below(NODES as u64)).unwrap_or(0);
        let (postgres, redis) = (self.postgres.clone(), self.redis.clone());
        match fault {
            Fault::NodeKilled => {
                self.end_node(place, drop).await;
                pause(span).await;
                self.start_node(place).await;
            }
            Fault::NodeStopped => {
                self.end_node(place, |mut server| server.ends_well()).await;
                self.start_node(place).await;
            }
            Fault::NodePaused => {
                let signal = |name| self.nodes[place].iter().for_each(|node| node.signal(name));
                signal("STOP");
                pause(2 * span).await;
                signal("CONT");
            }
            Fault::PostgresCrashed => {
                aside(move || {
                    postgres.crash();
                    postgres.recover();
                })
                .await;
            }
            Fault::PostgresAway => {
                let gone = postgres.clone();
                aside(move || gone.crash()).await;
                pause(span).await;
                aside(move || postgres.recover()).await;
            }
            Fault::PostgresCut => {
                for _ in 0..4 {
                    self.to_postgres.set(Mode::Cut);
                    pause(span / 4).await;
                    self.to_postgres.set(Mode::Pass);
                    pause(span / 4).await;
                }
            }
            Fault::PostgresSlow => {
                self.to_postgres.set(Mode::Slow(Duration::from_millis(30)));
                pause(span).await;
                self.to_postgres.set(Mode::Pass);
            }
            Fault::PostgresCutAtCommit => {
                for _ in 0..4 {
                    self.to_postgres.set(Mode::LateCommits(Duration::from_millis(150)));
                    pause(span / 2).await;
                    self.to_postgres.set(Mode::Cut);
                    pause(span / 20).await;
                }
                self.to_postgres.set(Mode::Pass);
            }
            Fault::RedisAway => {
                let gone = redis.clone();
                aside(move || gone.stop()).await;
                pause(span).await;
                aside(move || redis.start()).await;
            }
            Fault::RedisCut => {
                self.to_redis.set(Mode::Cut);
                pause(span).await;
                self.to_redis.set(Mode::Pass);
            }
        }
    }

    fn acknowledged(&self) -> usize {
        let all = self.world.acknowledged.lock().unwrap_or_else(PoisonError::into_inner);
        all.len()
    }

    /// The thread's last number.
    async fn last(&self) -> i64 {
        self.world.last().await.expect("the database is back")
    }

    async fn close(self) {
        aside(move || drop(self)).await;
    }
}

fn take<T: Default>(from: &Mutex<T>) -> T {
    std::mem::take(&mut *from.lock().unwrap_or_else(PoisonError::into_inner))
}

/// How long a fault lasts, or how long somebody waits before they try again. Nothing is right because of it.
#[expect(
    clippy::disallowed_methods,
    reason = "the nodes are other processes, with the system's clock"
)]
async fn pause(span: Duration) {
    tokio::time::sleep(span).await;
}

#[expect(
    clippy::disallowed_methods,
    reason = "a bound for what never comes, not a wait for what will"
)]
async fn bounded<F: Future>(span: Duration, future: F) -> Option<F::Output> {
    tokio::time::timeout(span, future).await.ok()
}

/// Looks until it is so, for at most this long.
async fn until(span: Duration, is_so: impl AsyncFn() -> bool) -> bool {
    let looks = async {
        while !is_so().await {
            pause(Duration::from_millis(20)).await;
        }
    };
    bounded(span, looks).await.is_some()
}

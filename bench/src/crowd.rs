//! Bench (c): what a crowd costs. Ten different selections instead of one, thousands of idle sockets, posting at a steady
//! pace, and everybody coming back at once while one person goes on working.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use serde_json::json;
use tokio::runtime;

use crate::{
    Outcome,
    data::Engine,
    http::{Connection, Post},
    numbers::{milliseconds, percentile, ratio},
    setting::{Kind, Setting},
    thread::{self, Phase, SUBSCRIBE, SUBSCRIBERS},
};

pub const IDLE: usize = 10_000;
pub const RETURNING: usize = 5_000;
pub const MISSED: usize = 20;
pub const POSTS_PER_SECOND: u32 = 200;

/// Sockets that are opened at the same time when everybody comes back: as many as a listener lets wait.
const RUSH: usize = 1_000;
const AT_ONCE: usize = 50;
/// Readers of the thread that is posted to.
const READERS: usize = 20;
/// The bystander asks as often before as meanwhile, so that both percentiles are of some hundreds of answers.
const BYSTANDER_EVERY: Duration = Duration::from_millis(10);
const BEFORE: Duration = Duration::from_secs(6);

/// What ten different pages might ask of a message besides its text.
const SELECTIONS: [&str; 10] = [
    "postedAt",
    "language",
    "postedAt language",
    "author { name }",
    "postedAt author { name }",
    "language author { name }",
    "author { name organisation { name } }",
    "postedAt author { name organisation { name } }",
    "language author { name organisation { name } }",
    "removed postedAt author { id name }",
];

pub struct Figures {
    pub one: (Phase, Phase),
    pub ten: (Phase, Phase),
    pub idle_kb: f64,
    pub returned: Returned,
    /// The 99th percentile of the answers to posts, in milliseconds, on SQLite and on PostgreSQL.
    pub posts: [f64; 2],
}

pub struct Returned {
    pub within_s: f64,
    pub bystander_before_ms: f64,
    pub bystander_during_ms: f64,
}

pub async fn measure(setting: &Setting, length: &thread::Length, seconds: usize) -> Outcome<Figures> {
    let ten: Vec<String> = SELECTIONS
        .iter()
        .map(|fields| {
            format!(
                "subscription Thread($threadId: ID!, $after: Int) {{ threadEvents(threadId: $threadId, after: $after) {{ \
                 __typename seq ... on MessagePosted {{ message {{ id seq body {fields} }} }} }} }}"
            )
        })
        .collect();
    let ten: Vec<&str> = ten.iter().map(String::as_str).collect();
    Ok(Figures {
        one: selections(setting, &[SUBSCRIBE], length).await?,
        ten: selections(setting, &ten, length).await?,
        idle_kb: idle(setting).await?,
        returned: returned(setting).await?,
        posts: [
            posts(setting, Engine::Sqlite, seconds).await?,
            posts(setting, Engine::Postgres, seconds).await?,
        ],
    })
}

async fn selections(setting: &Setting, subscriptions: &[&str], length: &thread::Length) -> Outcome<(Phase, Phase)> {
    let (mut running, mut room) = thread::opened(setting, Kind::Samverk, Engine::Sqlite, subscriptions).await?;
    room.subscribe(running.sockets, SUBSCRIBERS, 0, AT_ONCE).await?;
    let (paced, burst, _) = thread::phases(&mut running, &mut room, 0, length).await?;
    Ok((paced, burst))
}

/// Resident memory per socket that waits, with a hundred as the beginning: what a first socket brings is not a socket's.
async fn idle(setting: &Setting) -> Outcome<f64> {
    const FIRST: usize = 100;
    let (running, mut room) = thread::opened(setting, Kind::Samverk, Engine::Sqlite, &[SUBSCRIBE]).await?;
    room.subscribe(running.sockets, FIRST, 0, AT_ONCE).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let few = running.server.resident()?;
    room.subscribe(running.sockets, IDLE - FIRST, 0, AT_ONCE).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let many = running.server.resident()?;
    // They are there: each gets a message.
    room.post(0..1, Some(1)).await?;
    Ok(ratio(many.saturating_sub(few), (IDLE - FIRST) as u64 * 1_024))
}

async fn posts(setting: &Setting, engine: Engine, seconds: usize) -> Outcome<f64> {
    let (running, mut room) = thread::opened(setting, Kind::Samverk, engine, &[SUBSCRIBE]).await?;
    room.subscribe(running.sockets, READERS, 0, AT_ONCE).await?;
    room.post(0..100, Some(POSTS_PER_SECOND)).await?;
    let messages = 100..100 + seconds * POSTS_PER_SECOND as usize;
    let mut said = room.post(messages, Some(POSTS_PER_SECOND)).await?;
    said.answered.sort_unstable();
    Ok(milliseconds(percentile(&said.answered, 99)))
}

async fn returned(setting: &Setting) -> Outcome<Returned> {
    let (running, mut room) = thread::opened(setting, Kind::Samverk, Engine::Sqlite, &[SUBSCRIBE]).await?;
    room.subscribe(running.sockets, RETURNING, 0, AT_ONCE).await?;
    let token = setting.token(Engine::Sqlite, 0)?;
    let question = Post::graphql(
        "{ viewer { name } networks(first: 5) { edges { node { name } } } }",
        &json!({}),
        Some(&token),
    );
    let bystander = Bystander::begins(running.address, question.clone());
    tokio::time::sleep(BEFORE).await;
    let before = bystander.ends()?;

    room.hang_up();
    room.post(0..MISSED, None).await?;
    let already = room.deliveries();
    let began = Instant::now();
    let bystander = Bystander::begins(running.address, question);
    room.subscribe(running.sockets, RETURNING, 0, RUSH).await?;
    room.caught_up(already, MISSED).await?;
    let within = began.elapsed();
    Ok(Returned {
        within_s: within.as_secs_f64(),
        bystander_before_ms: before,
        bystander_during_ms: bystander.ends()?,
    })
}

/// Somebody who has nothing to do with it and asks at a steady pace. On a thread of their own: what delays them is the
/// server, and not the thousands who are played in here.
struct Bystander {
    over: Arc<AtomicBool>,
    asking: JoinHandle<Outcome<Vec<Duration>>>,
}

impl Bystander {
    fn begins(address: SocketAddr, question: Post) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let until = over.clone();
        let asking = std::thread::spawn(move || {
            runtime::Builder::new_current_thread()
                .enable_all()
                .build()?
                .block_on(async {
                    let mut connection = Connection::open(address).await?;
                    let mut answers = Vec::new();
                    while !until.load(Relaxed) {
                        let began = Instant::now();
                        let (status, _) = connection.post(&question).await?;
                        if status != 200 {
                            return Err(format!("the bystander got {status}").into());
                        }
                        answers.push(began.elapsed());
                        tokio::time::sleep(BYSTANDER_EVERY).await;
                    }
                    Ok(answers)
                })
        });
        Self { over, asking }
    }

    /// The 99th percentile of the answers, in milliseconds.
    fn ends(self) -> Outcome<f64> {
        self.over.store(true, Relaxed);
        let mut answers = self.asking.join().map_err(|_| "the bystander fell")??;
        answers.sort_unstable();
        if answers.is_empty() {
            return Err("it was over before the bystander had an answer".into());
        }
        Ok(milliseconds(percentile(&answers, 99)))
    }
}

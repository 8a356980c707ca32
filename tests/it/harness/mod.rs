//! A real server for every test: in this process, on a port of its own, with a database of its own, once on SQLite and
//! once on PostgreSQL with Redis. Its clock stands still until the test turns it.

mod bucket;
mod client;
mod database;
mod events;
mod mail;
mod services;
mod socket;

use std::{
    path::PathBuf,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use samverk::{
    app::App,
    clock::{Clock, Moment, Random},
    config::Config,
};
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    task::{AbortHandle, JoinHandle},
};

pub use bucket::Bucket;
pub use client::{Answer, Client, Refusal, mutation, tls};
pub use database::{Database, Dump};
pub use events::Events;
pub use mail::MailServer;
pub use services::{Postgres, Redis, Services};
pub use socket::{Heard, Socket, eventually, within};

/// 2026-11-22T08:00:00Z: when every test begins.
pub const START: Moment = Moment(1_795_334_400_000);

/// Where people believe that the server is, whichever node they are at.
pub const ORIGIN: &str = "http://samverk.test";

/// The network that all eight demo people are in.
pub const NETWORK: &str = "miljostrateger";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    /// With Redis.
    Postgres,
}

impl Engine {
    pub const BOTH: [Self; 2] = [Self::Sqlite, Self::Postgres];
}

/// Holds a promise against a server with the demo networks, on each engine in turn.
pub fn on_both(promise: impl AsyncFn(&mut TestApp)) {
    for engine in Engine::BOTH {
        on(engine, true, &promise);
    }
}

/// The same with an empty database and no demo mode: people come in by mail.
pub fn on_both_empty(promise: impl AsyncFn(&mut TestApp)) {
    for engine in Engine::BOTH {
        on(engine, false, &promise);
    }
}

/// What only several nodes can show.
pub fn on_postgres(promise: impl AsyncFn(&mut TestApp)) {
    on(Engine::Postgres, true, &promise);
}

fn on(engine: Engine, demo: bool, promise: &impl AsyncFn(&mut TestApp)) {
    let said = Said(engine);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime needs nothing but threads");
    runtime.block_on(async {
        let mut app = TestApp::start(engine, demo).await;
        promise(&mut app).await;
        app.close().await;
    });
    drop(said);
}

/// Says on which engine a test has failed.
struct Said(Engine);

impl Drop for Said {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("… on {:?}", self.0);
        }
    }
}

pub struct TestApp {
    pub clock: Clock,
    pub database: Database,
    pub redis: Option<Redis>,
    pub mail: MailServer,
    pub nodes: Vec<Node>,
    /// For nodes that are added from now on. No test is held up that is not about this.
    pub changes_per_minute: u64,
    /// For nodes that are added from now on.
    pub drain_seconds: u64,
    /// Where nodes that are added from now on keep files, if not in the folder.
    pub bucket: Option<Bucket>,
    demo: bool,
    folder: PathBuf,
}

/// One server of the installation.
pub struct Node {
    pub url: String,
    pub app: Arc<App>,
    server: JoinHandle<std::io::Result<()>>,
}

impl TestApp {
    async fn start(engine: Engine, demo: bool) -> Self {
        let folder = fresh_folder();
        let database = match engine {
            Engine::Sqlite => {
                let file = folder.join("samverk.db");
                if demo {
                    std::fs::copy(template(engine), &file).expect("the template is there");
                }
                Database::Sqlite(file)
            }
            Engine::Postgres => {
                let name = format!("test_{}", number());
                let from = if demo { template(engine) } else { "template0".to_owned() };
                Services::get()
                    .postgres(&format!("create database {name} template {from}"))
                    .await;
                Database::Postgres {
                    url: Services::get().postgres_url(&name),
                    name,
                }
            }
        };
        let mut app = Self {
            clock: Clock::manual(START),
            database,
            redis: (engine == Engine::Postgres).then(|| Services::get().redis()),
            mail: MailServer::start().await,
            nodes: Vec::new(),
            changes_per_minute: 1_000_000,
            drain_seconds: 0,
            bucket: None,
            demo,
            folder,
        };
        app.add_node().await;
        app
    }

    /// One more node of the same installation.
    pub async fn add_node(&mut self) {
        let folder = || self.files().display().to_string();
        let config = Config {
            database_url: self.database.url().into(),
            redis_url: self.redis.as_ref().map(|redis| redis.url().into()),
            files: Some(self.bucket.as_ref().map_or_else(folder, Bucket::url).into()),
            smtp_url: Some(self.mail.url.clone().into()),
            public_url: Some(ORIGIN.to_owned()),
            database_connections: 4,
            demo: self.demo,
            changes_per_minute: self.changes_per_minute,
            drain_seconds: Some(self.drain_seconds),
            ..Config::default()
        };
        self.nodes.push(Node::start(config, self.clock.clone()).await);
    }

    /// The folder in which files of actions lie.
    pub fn files(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// Where the first node listens.
    pub fn url(&self) -> &str {
        &self.nodes[0].url
    }

    /// Somebody with a browser who is not signed in.
    pub fn stranger(&self) -> Client {
        Client::new(self.url(), ORIGIN)
    }

    /// One of the demo people, signed in.
    pub async fn person(&self, name: &str) -> Client {
        let mut client = self.stranger();
        let answer = client
            .post_and_stay("/auth/demo", &json!({ "email": format!("{name}@demo.example") }))
            .await;
        assert_eq!(answer.status, 200, "{name} cannot sign in: {}", answer.text);
        client
    }

    pub async fn people(&self, names: &[&str]) -> Vec<Client> {
        let mut people = Vec::new();
        for name in names {
            people.push(self.person(name).await);
        }
        people
    }

    /// An API token of this demo person's.
    pub async fn token(&self, name: &str) -> String {
        let made = self
            .person(name)
            .await
            .change("createApiToken", json!({ "name": "test" }), "token")
            .await;
        made["token"].as_str().expect("a token is text").to_owned()
    }

    /// A new thread in the network that all eight demo people are in.
    pub async fn thread(&self, by: &Client, subject: &str) -> String {
        self.thread_in(by, NETWORK, subject).await
    }

    pub async fn thread_in(&self, by: &Client, network: &str, subject: &str) -> String {
        let started = by
            .change(
                "startThread",
                json!({ "networkSlug": network, "subject": subject }),
                "thread { id }",
            )
            .await;
        started["thread"]["id"].as_str().expect("an id is text").to_owned()
    }

    /// Posts a message; answers with its id and seq.
    pub async fn post(&self, by: &Client, thread: &str, body: &str) -> Value {
        Self::post_as(by, thread, body).await
    }

    pub async fn post_as(by: &Client, thread: &str, body: &str) -> Value {
        let input = json!({ "threadId": thread, "body": body, "language": "SV", "clientId": client_id() });
        by.change("postMessage", input, "message { id seq }").await["message"].clone()
    }

    /// What the first node's `/metrics` says under this name.
    pub async fn figure(&self, name: &str) -> u64 {
        let metrics = self.stranger().get("/metrics").await.text;
        let line = metrics.lines().find(|line| line.split([' ', '{']).next() == Some(name));
        line.and_then(|line| line.rsplit(' ').next()?.parse().ok())
            .unwrap_or_else(|| panic!("there is no {name} in {metrics}"))
    }

    pub async fn id_of(&self, person: &Client) -> String {
        let data = person.ask("{ viewer { id } }", json!({})).await;
        data["viewer"]["id"].as_str().expect("they are signed in").to_owned()
    }

    /// The id of a municipality, by its whole name.
    pub async fn organisation(&self, name: &str) -> String {
        let all = "query($text: String!) { organisations(text: $text) { edges { node { id name } } } }";
        let data = self.stranger().ask(all, json!({ "text": name })).await;
        data["organisations"]["edges"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|edge| edge["node"]["name"] == name)
            .and_then(|edge| edge["node"]["id"].as_str())
            .unwrap_or_else(|| panic!("there is no {name} in {data}"))
            .to_owned()
    }

    /// The token of the first coordinator's link, as long as there are no people.
    pub async fn founder_token(&self) -> Option<String> {
        let link = samverk::people::sign_in::founder_link(&self.nodes[0].app)
            .await
            .expect("the database answers")?;
        Some(
            link.split_once('#')
                .expect("the secret stands behind the #")
                .1
                .to_owned(),
        )
    }

    /// The first coordinator, signed in.
    pub async fn founder(&self, name: &str, organisation: &str) -> Client {
        let token = self.founder_token().await.expect("there are no people yet");
        let profile = json!({ "token": token, "name": name, "organisationId": self.organisation(organisation).await,
            "language": "nn", "email": "founder@kommune.example" });
        self.arrive(&profile).await
    }

    /// Somebody who has found the way by themselves.
    pub async fn newcomer(&self, email: &str, name: &str, organisation: &str) -> Client {
        self.stranger().post("/auth/link", &json!({ "email": email })).await;
        let token = self.mail.to(email, 0).await.token();
        let organisation = self.organisation(organisation).await;
        self.arrive(&json!({ "token": token, "name": name, "organisationId": organisation, "language": "nn" }))
            .await
    }

    async fn arrive(&self, profile: &Value) -> Client {
        let mut client = self.stranger();
        let answer = client.post_and_stay("/auth/session", profile).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        client
    }

    /// Lets time pass, a second at a time, each long enough for the server to do what is due.
    pub async fn turn(&self, span: Duration) {
        for _ in 0..span.as_secs() {
            self.clock.advance(Duration::from_secs(1));
            for node in &self.nodes {
                Client::new(&node.url, ORIGIN).get("/healthz").await;
            }
        }
    }

    /// Lets time run, ten times as fast as ours, for as long as what is returned lives: for what comes about by itself.
    #[expect(clippy::disallowed_methods, reason = "turns the clock that the server goes by")]
    pub fn time_runs(&self) -> impl Drop + use<> {
        let clock = self.clock.clone();
        let task = tokio::spawn(async move {
            let mut ticks = tokio::time::interval(Duration::from_millis(5));
            loop {
                ticks.tick().await;
                clock.advance(Duration::from_millis(50));
            }
        });
        Running(task.abort_handle())
    }

    /// Stops every node and starts one anew on the same database.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.add_node().await;
    }

    async fn stop(&mut self) {
        let _runs = self.time_runs();
        for node in self.nodes.drain(..) {
            node.stop().await;
        }
    }

    async fn close(mut self) {
        self.stop().await;
        if let Database::Postgres { name, .. } = &self.database {
            Services::get()
                .postgres(&format!("drop database {name} with (force)"))
                .await;
        }
        // What a failed test leaves is small, and in the folder for such things.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

struct Running(AbortHandle);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Node {
    async fn start(config: Config, clock: Clock) -> Self {
        let app = App::open(config, clock, Random::seeded(number()))
            .await
            .expect("the app opens");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let server = tokio::spawn(samverk::http::serve(app.clone(), listener));
        Self { url, app, server }
    }

    /// As a signal would. Somebody has to let time run meanwhile, or a guest who does not leave holds it up.
    pub async fn stop(self) {
        self.app.drain().await;
        within(self.server)
            .await
            .expect("the server does not panic")
            .expect("the server ends well");
    }
}

/// The demo content, made once per engine: a file to copy, or a database to use as a template.
fn template(engine: Engine) -> String {
    static TEMPLATES: [OnceLock<String>; 2] = [const { OnceLock::new() }; 2];
    TEMPLATES[engine as usize]
        .get_or_init(|| {
            // A runtime of its own: the first test that asks waits for it, in the middle of its own.
            let made = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                runtime
                    .expect("a runtime needs nothing but a thread")
                    .block_on(make_template(engine))
            });
            made.join().expect("the demo content can be made")
        })
        .clone()
}

async fn make_template(engine: Engine) -> String {
    let (name, url) = match engine {
        Engine::Sqlite => {
            let file = fresh_folder().join("template.db").display().to_string();
            (file.clone(), format!("sqlite://{file}"))
        }
        Engine::Postgres => {
            Services::get().postgres("create database demo_template").await;
            (
                "demo_template".to_owned(),
                Services::get().postgres_url("demo_template"),
            )
        }
    };
    let config = Config {
        database_url: url.into(),
        demo: true,
        database_connections: 1,
        ..Config::default()
    };
    let app = App::open(config, Clock::manual(START), Random::seeded(number()))
        .await
        .expect("the app opens");
    samverk::demo::fill(&app).await.expect("the demo content is sound");
    if engine == Engine::Sqlite {
        // Only the file itself is copied, so everything has to be in it.
        let database = rusqlite::Connection::open(&name).expect("it was made just now");
        database
            .query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))
            .expect("nobody else has it open for long");
    }
    name
}

/// A folder of this run's own.
pub fn fresh_folder() -> PathBuf {
    let folder = Services::get().folder().join(number().to_string());
    std::fs::create_dir(&folder).expect("it is new");
    folder
}

/// A UUID that nobody else has.
pub fn client_id() -> String {
    uuid::Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + u128::from(number())).to_string()
}

fn number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Relaxed)
}

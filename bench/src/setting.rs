//! What a run has at hand: programs, a folder to work in, the throw-away PostgreSQL, and the filled databases; and how each
//! server is started on them.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use uuid::Uuid;

use crate::{
    Outcome, Run,
    data::{self, Engine},
    server::{Server, free_port, tree_cpu},
};

/// As many people write in the thread bench: a person alone would meet Samverk's rate limits.
pub const WRITERS: usize = 25;

const DATABASE: &str = "samverk_bench";
/// That of the library bench, with ten times as many actions.
const LIBRARY: &str = "samverk_library";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Floor,
    Mercurius,
    PostGraphile,
    GraphqlWs,
    /// async-graphql as it comes: its own subscription service.
    Stock,
    Samverk,
}

impl Kind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Mercurius => "Mercurius",
            Self::PostGraphile => "PostGraphile",
            Self::GraphqlWs => "graphql-ws",
            Self::Stock => "async-graphql",
            Self::Samverk => "Samverk",
        }
    }

    pub const fn is_peer(self) -> bool {
        matches!(
            self,
            Self::Mercurius | Self::PostGraphile | Self::GraphqlWs | Self::Stock
        )
    }
}

pub struct Setting {
    samverk: PathBuf,
    peers: PathBuf,
    work: PathBuf,
    postgres: String,
    postgres_pid: u32,
    monitor: tokio_postgres::Client,
    viewer: Uuid,
    database: &'static str,
}

/// A server that answers, and where its sockets are.
pub struct Running {
    pub server: Server,
    pub address: SocketAddr,
    pub sockets: SocketAddr,
}

impl Setting {
    /// Migrates and fills both databases.
    pub async fn prepare(run: &Run) -> Outcome<Self> {
        Self::of(run, DATABASE, data::ACTIONS).await
    }

    /// The same with as many actions as the library bench wants.
    pub async fn prepare_library(run: &Run, actions: usize) -> Outcome<Self> {
        Self::of(run, LIBRARY, actions).await
    }

    async fn of(run: &Run, database: &'static str, actions: usize) -> Outcome<Self> {
        let Run {
            samverk,
            peers,
            work,
            postgres,
            postgres_pid,
            ..
        } = run;
        let monitor = data::connect(&format!("{postgres}/postgres")).await?;
        monitor
            .batch_execute("create extension if not exists pg_stat_statements")
            .await?;
        monitor.batch_execute(&format!("create database {database}")).await?;
        let mut setting = Self {
            samverk: samverk.clone(),
            peers: peers.clone(),
            work: work.clone(),
            postgres: postgres.clone(),
            postgres_pid: *postgres_pid,
            monitor,
            viewer: Uuid::nil(),
            database,
        };
        for engine in [Engine::Sqlite, Engine::Postgres] {
            setting.samverk_says(engine, &["migrate"])?;
        }
        data::fill_sqlite(&setting.sqlite_path(), actions)?;
        let url = setting.database_url(Engine::Postgres);
        data::fill_postgres(&url, actions).await?;
        let client = data::connect(&url).await?;
        client
            .batch_execute(include_str!("../peers/list-postgraphile.sql"))
            .await?;
        setting.viewer = client
            .query_one("select id from person where email = $1", &[&data::email(0)])
            .await?
            .get(0);
        Ok(setting)
    }

    /// An API token for one of the invented people.
    pub fn token(&self, engine: Engine, person: usize) -> Outcome<String> {
        let printed = self.samverk_says(engine, &["token", "--email", &data::email(person)])?;
        Ok(printed
            .lines()
            .last()
            .ok_or("samverk token printed nothing")?
            .trim()
            .to_owned())
    }

    /// Who asks.
    pub fn viewer(&self) -> Uuid {
        self.viewer
    }

    /// A connection to PostgreSQL itself.
    pub async fn client(&self) -> Outcome<tokio_postgres::Client> {
        data::connect(&self.database_url(Engine::Postgres)).await
    }

    pub fn list_server(&self, kind: Kind, engine: Engine) -> Outcome<Running> {
        let (address, sockets) = (loopback(free_port()?), loopback(free_port()?));
        let (url, viewer) = (self.database_url(engine), self.viewer.to_string());
        let environment = [
            ("PORT", address.port().to_string()),
            ("DATABASE_URL", url.clone()),
            ("VIEWER", viewer.clone()),
        ];
        let server = match kind {
            Kind::Floor => self.start(
                &std::env::current_exe()?,
                &[
                    "floor-list",
                    "--listen",
                    &address.to_string(),
                    "--database-url",
                    &url,
                    "--viewer",
                    &viewer,
                ],
                &[],
            ),
            Kind::Mercurius => self.node("list-mercurius.js", &environment),
            Kind::PostGraphile => self.node("list-postgraphile.js", &environment),
            Kind::GraphqlWs | Kind::Stock => return Err(format!("{} has no list", kind.name()).into()),
            Kind::Samverk => self.samverk(engine, address),
        }?;
        Ok(Running {
            server,
            address,
            sockets,
        })
    }

    pub fn thread_server(&self, kind: Kind, engine: Engine) -> Outcome<Running> {
        let (address, mut sockets) = (loopback(free_port()?), loopback(free_port()?));
        let server = match kind {
            Kind::Floor => {
                let (listen, bare) = (address.to_string(), sockets.to_string());
                self.start(
                    &std::env::current_exe()?,
                    &["floor-thread", "--listen", &listen, "--sockets", &bare],
                    &[],
                )
            }
            _ => {
                sockets = address;
                match kind {
                    Kind::GraphqlWs => self.node("thread-graphql-ws.js", &[("PORT", address.port().to_string())]),
                    Kind::Mercurius => self.node("thread-mercurius.js", &[("PORT", address.port().to_string())]),
                    Kind::Stock => self.start(
                        &std::env::current_exe()?,
                        &["stock-thread", "--listen", &address.to_string()],
                        &[],
                    ),
                    Kind::Samverk => self.samverk(engine, address),
                    _ => return Err(format!("{} has no thread", kind.name()).into()),
                }
            }
        }?;
        Ok(Running {
            server,
            address,
            sockets,
        })
    }

    /// Samverk as a newcomer starts it: nothing there yet, demo data to be filled in.
    pub fn demo_server(&self) -> Outcome<Running> {
        let address = loopback(free_port()?);
        let database = self.work.join(format!("demo-{}.db", address.port()));
        let url = format!("sqlite://{}", database.display());
        let arguments = ["serve", "--demo", "--listen", &address.to_string()];
        let server = self.start(&self.samverk, &arguments, &[("DATABASE_URL", url)])?;
        Ok(Running {
            server,
            address,
            sockets: address,
        })
    }

    pub async fn date_and_version(&self) -> Outcome<(String, String)> {
        let row = self
            .monitor
            .query_one(
                "select current_date::text, split_part(current_setting('server_version'), ' ', 1)",
                &[],
            )
            .await?;
        Ok((row.get(0), row.get(1)))
    }

    /// The end of what the last server wrote, for an error message.
    pub fn last_words(&self) -> String {
        let text = fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }

    fn log(&self) -> PathBuf {
        self.work.join("server.log")
    }

    /// How many statements PostgreSQL has run in the bench's database.
    pub async fn statements(&self) -> Outcome<i64> {
        let question = "select coalesce(sum(calls), 0)::bigint from pg_stat_statements
                        where dbid = (select oid from pg_database where datname = $1)";
        Ok(self.monitor.query_one(question, &[&self.database]).await?.get(0))
    }

    /// The CPU time that all of PostgreSQL has spent.
    pub fn database_cpu(&self) -> Outcome<Duration> {
        tree_cpu(self.postgres_pid)
    }

    fn samverk(&self, engine: Engine, address: SocketAddr) -> Outcome<Server> {
        let environment = [
            ("DATABASE_URL", self.database_url(engine)),
            // One person stands for all here.
            ("SAMVERK_CHANGES_PER_MINUTE", 1_000_000.to_string()),
        ];
        self.start(
            &self.samverk,
            &["serve", "--listen", &address.to_string()],
            &environment,
        )
    }

    fn node(&self, file: &str, environment: &[(&str, String)]) -> Outcome<Server> {
        let file = self.peers.join(file);
        let production = [
            ("NODE_ENV", "production".to_owned()),
            ("GRAPHILE_ENV", "production".to_owned()),
        ];
        let file = file.to_str().ok_or("the peers' folder has a name that is no text")?;
        self.start(Path::new("node"), &[file], &[environment, &production].concat())
    }

    fn start(&self, program: &Path, arguments: &[&str], environment: &[(&str, String)]) -> Outcome<Server> {
        Server::start(program, arguments, environment, &self.log())
    }

    fn samverk_says(&self, engine: Engine, arguments: &[&str]) -> Outcome<String> {
        let output = Command::new(&self.samverk)
            .args(arguments)
            .env("DATABASE_URL", self.database_url(engine))
            .output()?;
        if !output.status.success() {
            return Err(format!(
                "samverk {arguments:?} failed:\n{}",
                String::from_utf8_lossy(&output.stderr)
            )
            .into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    fn database_url(&self, engine: Engine) -> String {
        match engine {
            Engine::Sqlite => format!("sqlite://{}", self.sqlite_path()),
            Engine::Postgres => format!("{}/{}", self.postgres, self.database),
        }
    }

    fn sqlite_path(&self) -> String {
        self.work.join(format!("{}.db", self.database)).display().to_string()
    }
}

fn loopback(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

//! The throw-away PostgreSQL and Redis of this run. A shell script holds them (`services.sh`), so that they end with this
//! process also when it is killed: a Rust destructor of a static would never run.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Mutex, OnceLock, PoisonError},
};

pub struct Services {
    /// The folder of PostgreSQL's socket.
    socket: String,
    talk: Mutex<(ChildStdin, BufReader<ChildStdout>)>,
    _script: Child,
}

impl Services {
    /// Started by the first test that asks.
    pub fn get() -> &'static Self {
        static SERVICES: OnceLock<Services> = OnceLock::new();
        SERVICES.get_or_init(Self::start)
    }

    fn start() -> Self {
        use std::os::unix::process::CommandExt;
        let mut script = Command::new("bash")
            .args(["-c", include_str!("services.sh")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // A Ctrl-C in the terminal is for the tests; the script tidies up after them.
            .process_group(0)
            .spawn()
            .expect("bash starts");
        let input = script.stdin.take().expect("it is piped");
        let mut output = BufReader::new(script.stdout.take().expect("it is piped"));
        let socket = line(&mut output);
        assert!(
            socket.starts_with('/'),
            "PostgreSQL and Redis for the tests do not start: {socket}"
        );
        Self {
            socket,
            talk: Mutex::new((input, output)),
            _script: script,
        }
    }

    fn say(&self, words: &str) -> String {
        let mut talk = self.talk.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(talk.0, "{words}").expect("the script of the services is gone");
        line(&mut talk.1)
    }

    /// Gone when the run is over, whatever is in it.
    pub fn folder(&self) -> &Path {
        Path::new(&self.socket)
    }

    pub fn postgres_url(&self, database: &str) -> String {
        format!("postgres://samverk@{}/{database}", self.socket.replace('/', "%2F"))
    }

    /// Runs one statement on the server itself, such as `create database`.
    pub async fn postgres(&self, statement: &str) {
        let (client, connection) = tokio_postgres::connect(&self.postgres_url("postgres"), tokio_postgres::NoTls)
            .await
            .expect("PostgreSQL answers");
        let connection = tokio::spawn(connection);
        client
            .batch_execute(statement)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
        drop(client);
        let _ = connection.await;
    }

    /// Another PostgreSQL, to be mistreated.
    pub fn other_postgres(&'static self) -> Postgres {
        let name = self.say("postgres");
        assert_ne!(name, "failed", "another PostgreSQL does not start");
        Postgres { name }
    }

    /// A Redis of one's own: its channels are the topics' names, and tests that begin with the same demo data share those.
    pub fn redis(&'static self) -> Redis {
        Redis {
            port: self.say("redis"),
        }
    }
}

fn line(output: &mut impl BufRead) -> String {
    let mut line = String::new();
    output
        .read_line(&mut line)
        .expect("the script of the services speaks text");
    line.trim_end().to_owned()
}

pub struct Redis {
    pub port: String,
}

impl Redis {
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    pub fn stop(&self) {
        Services::get().say(&format!("stop {}", self.port));
    }

    /// After [`Redis::stop`], at the same address, empty.
    pub fn start(&self) {
        Services::get().say(&format!("redis {}", self.port));
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A PostgreSQL that only one test uses.
pub struct Postgres {
    name: String,
}

impl Postgres {
    /// The socket it listens at, and nowhere else.
    pub fn socket(&self) -> PathBuf {
        self.folder().join(".s.PGSQL.5432")
    }

    pub fn folder(&self) -> PathBuf {
        Services::get().folder().join(&self.name)
    }

    /// Every process of it ends at once, in the middle of whatever it does.
    pub fn crash(&self) {
        Services::get().say(&format!("crash {}", self.name));
    }

    pub fn recover(&self) {
        let said = Services::get().say(&format!("recover {}", self.name));
        assert_eq!(said, "recovered", "PostgreSQL does not come back");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        Services::get().say(&format!("forget {}", self.name));
    }
}

//! SQLite behind threads of its own: one that writes, a few that read. A statement costs one message to a thread and one
//! back, with all its rows; a driver that hands over row by row was measured at four times the C library's cost.
//!
//! Most reading statements take less time than waking a thread does. These run where they are asked for; which they are
//! is learnt from the steps that SQLite took for them the last time.

use std::{
    collections::HashSet,
    hash::{BuildHasher, RandomState},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
    time::Duration,
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, StatementStatus,
    config::DbConfig,
    params_from_iter,
    types::{Null, ToSqlOutput, ValueRef},
};
use tokio::sync::{OwnedMutexGuard, oneshot};
use uuid::Uuid;

use super::{Cell, DbError, Options, Query, Result, Value};

/// Prepared statements kept per connection.
const STATEMENTS: usize = 256;
/// Steps of SQLite's machine that a statement may take on the thread of whoever asks: some tenths of a millisecond.
const STEPS: i32 = 5000;

#[derive(Clone)]
pub struct Pool(Arc<Inner>);

struct Inner {
    /// For what takes no time, one for each core.
    here: Vec<Mutex<Connection>>,
    long: Arc<Long>,
    readers: mpsc::Sender<Job>,
    writer: mpsc::Sender<Job>,
    /// Held by the one transaction that there is. A tokio lock, since it is held over awaits, and fair, so that nobody
    /// who wants to write waits for ever.
    writing: Arc<tokio::sync::Mutex<()>>,
}

enum Job {
    RunAll {
        queries: Vec<Query>,
        reply: oneshot::Sender<Result<()>>,
    },
    Read {
        query: Query,
        fields: &'static [&'static str],
        reply: oneshot::Sender<Result<Vec<Cell>>>,
    },
    Run {
        query: Query,
        reply: oneshot::Sender<Result<u64>>,
    },
    Script {
        text: &'static str,
        reply: Option<oneshot::Sender<Result<()>>>,
    },
}

/// The statements that took long when they ran last, by a hash of their text. A mistake costs a message to a thread.
#[derive(Default)]
struct Long {
    hasher: RandomState,
    statements: Mutex<HashSet<u64>>,
}

impl Long {
    fn known(&self) -> MutexGuard<'_, HashSet<u64>> {
        self.statements.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has(&self, text: &str) -> bool {
        let hash = self.hasher.hash_one(text);
        self.known().contains(&hash)
    }

    fn learn(&self, text: &str, steps: i32) {
        let hash = self.hasher.hash_one(text);
        let mut known = self.known();
        if steps <= STEPS {
            known.remove(&hash);
            return;
        }
        // Texts of statements are few; who makes many of them shall not fill the memory.
        if known.len() >= 4 * STATEMENTS {
            known.clear();
        }
        known.insert(hash);
    }
}

impl Pool {
    pub async fn open(options: &Options<'_>) -> Result<Self> {
        let path = path(options.url)?;
        // A reader waits for nobody but the disk: more than two for each core only share the time, and each has a cache.
        let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (create, readers) = (options.create, options.connections.clamp(1, 2 * cores));
        // Opening touches the disk and may wait for another process's lock.
        tokio::task::spawn_blocking(move || open(&path, create, readers, cores))
            .await
            .map_err(|panic| DbError::Other(panic.to_string()))?
    }

    pub async fn read(&self, query: Query, fields: &'static [&'static str]) -> Result<Vec<Cell>> {
        if !self.0.long.has(&query.text)
            && let Some(connection) = self.0.here.iter().find_map(|connection| connection.try_lock().ok())
        {
            return read(&connection, &query, fields, &self.0.long);
        }
        ask(&self.0.readers, |reply| Job::Read { query, fields, reply }).await
    }

    pub async fn begin(&self) -> Result<Transaction> {
        let guard = self.0.writing.clone().lock_owned().await;
        // From here on a cancelled caller rolls back by dropping this; a rollback without a begin does no harm.
        let transaction = Transaction {
            pool: self.clone(),
            open: true,
            _writing: guard,
        };
        transaction.statement("begin immediate").await?;
        Ok(transaction)
    }
}

pub struct Transaction {
    pool: Pool,
    open: bool,
    _writing: OwnedMutexGuard<()>,
}

impl Transaction {
    pub async fn read(&mut self, query: Query, fields: &'static [&'static str]) -> Result<Vec<Cell>> {
        ask(&self.pool.0.writer, |reply| Job::Read { query, fields, reply }).await
    }

    pub async fn run(&mut self, query: Query) -> Result<u64> {
        ask(&self.pool.0.writer, |reply| Job::Run { query, reply }).await
    }

    pub async fn run_all(&mut self, queries: Vec<Query>) -> Result<()> {
        ask(&self.pool.0.writer, |reply| Job::RunAll { queries, reply }).await
    }

    pub async fn script(&mut self, text: &'static str) -> Result<()> {
        self.statement(text).await
    }

    pub async fn commit(mut self) -> Result<()> {
        self.statement("commit").await?;
        self.open = false;
        Ok(())
    }

    async fn statement(&self, text: &'static str) -> Result<()> {
        ask(&self.pool.0.writer, |reply| Job::Script {
            text,
            reply: Some(reply),
        })
        .await
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.open {
            // The writer takes its jobs in order, so this is done before whoever gets the lock next can begin.
            let _ = self.pool.0.writer.send(Job::Script {
                text: "rollback",
                reply: None,
            });
        }
    }
}

async fn ask<T>(thread: &mpsc::Sender<Job>, job: impl FnOnce(oneshot::Sender<Result<T>>) -> Job) -> Result<T> {
    let gone = || DbError::Unavailable("the database thread has ended".to_owned());
    let (reply, answer) = oneshot::channel();
    thread.send(job(reply)).map_err(|_| gone())?;
    answer.await.map_err(|_| gone())?
}

/// `sqlite://relative.db`, `sqlite:///absolute.db`, `sqlite:relative.db`.
fn path(url: &str) -> Result<PathBuf> {
    let path = url.trim_start_matches("sqlite:");
    let path = path
        .strip_prefix("//")
        .unwrap_or(path)
        .split('?')
        .next()
        .unwrap_or_default();
    if path.is_empty() || path == ":memory:" {
        return Err(DbError::Other(
            "DATABASE_URL names no file; Samverk keeps its SQLite database in one, e.g. sqlite://samverk.db".to_owned(),
        ));
    }
    Ok(PathBuf::from(path))
}

fn open(path: &Path, create: bool, readers: usize, cores: usize) -> Result<Pool> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let writer = connect(path, flags)?;
    writer
        // The busy timeout comes first: switching to WAL needs a lock itself. `full` makes a commit survive a power cut.
        .execute_batch("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;")
        .map_err(|error| in_words(path, error))?;
    // A file that can be read but not written would fail at the first message somebody sends; better now.
    if writer.is_readonly("main").map_err(from_driver)? {
        return Err(DbError::Other(format!("{} cannot be written to", path.display())));
    }
    let (read_jobs, read_queue) = mpsc::channel();
    let (write_jobs, write_queue) = mpsc::channel();
    let read_queue = Arc::new(Mutex::new(read_queue));
    let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| {
        thread::Builder::new()
            .name(name.to_owned())
            // SQLite's deepest stack use is well below this; the default of 2 MiB per thread shows in idle memory.
            .stack_size(512 * 1024)
            .spawn(work)
            .map(drop)
            .map_err(|error| DbError::Other(format!("cannot start a database thread: {error}")))
    };
    let long = Arc::<Long>::default();
    let learnt = long.clone();
    spawn(
        "sqlite-writer",
        Box::new(move || write_queue.iter().for_each(|job| work(&writer, job, &learnt))),
    )?;
    let here = (0..cores)
        .map(|_| Ok(Mutex::new(reading(path)?)))
        .collect::<Result<_>>()?;
    for _ in 0..readers {
        let reader = reading(path)?;
        let (queue, learnt) = (read_queue.clone(), long.clone());
        spawn(
            "sqlite-reader",
            Box::new(move || {
                // Whoever waits holds the lock and sleeps in `recv`; the lock is free while a job runs.
                while let Ok(job) = queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv() {
                    work(&reader, job, &learnt);
                }
            }),
        )?;
    }
    Ok(Pool(Arc::new(Inner {
        here,
        long,
        readers: read_jobs,
        writer: write_jobs,
        writing: Arc::default(),
    })))
}

/// A connection that only reads.
fn reading(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(path, flags)?;
    connection
        .execute_batch("pragma query_only = on;")
        .map_err(from_driver)?;
    Ok(connection)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, flags).map_err(|error| in_words(path, error))?;
    connection.busy_timeout(Duration::from_secs(5)).map_err(from_driver)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Else SQLite makes a new plan whenever a value is bound that a plan might depend on: two fifths of what reading a list
    // of actions cost. Without statistics (`analyze`) there is nothing in the values that it could use.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(from_driver)?;
    Ok(connection)
}

/// To SQLite `$1` is a name, numbered by where it first stands; `?1` is the number that PostgreSQL means by `$1`.
fn numbered(query: &Query) -> String {
    query.text.replace('$', "?")
}

fn work(connection: &Connection, job: Job, long: &Long) {
    // A receiver that is gone has stopped waiting for its answer: nothing is left to do for it.
    match job {
        Job::Read { query, fields, reply } => drop(reply.send(read(connection, &query, fields, long))),
        Job::RunAll { queries, reply } => {
            drop(reply.send(queries.iter().try_for_each(|query| run(connection, query).map(drop))));
        }
        Job::Run { query, reply } => drop(reply.send(run(connection, &query))),
        Job::Script {
            text,
            reply: Some(reply),
        } => {
            drop(reply.send(connection.execute_batch(text).map_err(from_driver)));
        }
        Job::Script { text, reply: None } => drop(connection.execute_batch(text)),
    }
}

fn read(connection: &Connection, query: &Query, fields: &[&'static str], long: &Long) -> Result<Vec<Cell>> {
    let mut statement = connection.prepare_cached(&numbered(query)).map_err(from_driver)?;
    let columns = fields
        .iter()
        .enumerate()
        // Most statements give their columns in the order of the fields, which spares looking through all names for each.
        .map(|(at, field)| match statement.column_name(at) {
            Ok(name) if name == *field => Ok(at),
            _ => statement.column_index(field).map_err(from_driver),
        })
        .collect::<Result<Vec<_>>>()?;
    let mut rows = statement.query(params_from_iter(&query.args)).map_err(from_driver)?;
    let mut cells = Vec::with_capacity(fields.len() * 8);
    while let Some(row) = rows.next().map_err(from_driver)? {
        for column in &columns {
            cells.push(match row.get_ref(*column).map_err(from_driver)? {
                ValueRef::Null => Cell::Null,
                ValueRef::Integer(x) => Cell::Int(x),
                ValueRef::Real(x) => Cell::Real(x),
                ValueRef::Text(x) => Cell::Text(match std::str::from_utf8(x) {
                    Ok(text) => text.to_owned(),
                    Err(_) => String::from_utf8_lossy(x).into_owned(),
                }),
                ValueRef::Blob(x) => match Uuid::from_slice(x) {
                    Ok(id) => Cell::Uuid(id),
                    Err(_) => Cell::Bytes(x.to_vec()),
                },
            });
        }
    }
    drop(rows);
    long.learn(&query.text, statement.reset_status(StatementStatus::VmStep));
    Ok(cells)
}

fn run(connection: &Connection, query: &Query) -> Result<u64> {
    let mut statement = connection.prepare_cached(&numbered(query)).map_err(from_driver)?;
    statement
        .execute(params_from_iter(&query.args))
        .map(|changed| changed as u64)
        .map_err(from_driver)
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Bool(x) => x.to_sql(),
            Self::Int(x) => x.to_sql(),
            Self::Real(x) => x.to_sql(),
            Self::Text(x) => x.to_sql(),
            Self::Bytes(x) => x.to_sql(),
            Self::Uuid(None) => Ok(Null.into()),
            Self::Uuid(Some(id)) => Ok(ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes()))),
        }
    }
}

fn from_driver(error: rusqlite::Error) -> DbError {
    let rusqlite::Error::SqliteFailure(code, Some(message)) = &error else {
        return DbError::Other(error.to_string());
    };
    if let Some(columns) = message.strip_prefix("UNIQUE constraint failed: ") {
        return DbError::Unique {
            table: columns.split('.').next().unwrap_or_default().to_owned(),
        };
    }
    match code.code {
        ErrorCode::ConstraintViolation if message.starts_with("FOREIGN KEY") => DbError::ForeignKey,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::DiskFull | ErrorCode::SystemIoFailure => {
            DbError::Unavailable(message.clone())
        }
        _ => DbError::Other(message.clone()),
    }
}

/// An error at opening, told so that somebody can act on it.
fn in_words(path: &Path, error: rusqlite::Error) -> DbError {
    let file = path.display();
    let text = match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen) => format!("{file} cannot be opened: is the folder there, and may we write in it?"),
        Some(ErrorCode::ReadOnly) => format!("{file} cannot be written to"),
        Some(ErrorCode::NotADatabase) => format!("{file} is not an SQLite database"),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => format!("{file} is locked by another program"),
        _ => format!("{file}: {error}"),
    };
    DbError::Other(text)
}

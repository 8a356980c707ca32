//! One SQL text, two drivers. This room is the only one that names a driver: `db/sqlite.rs` runs rusqlite on threads of
//! its own (one writer, a few readers), `db/postgres.rs` runs tokio-postgres behind a pool.
//!
//! Rules that keep one text valid on both: `$1` placeholders; ids are UUIDs made by the program; instants are bigint epoch
//! milliseconds; no arrays, `ilike`, `now()` or `for update`; case folding and sort keys are computed in Rust. Columns are
//! asked for by name: a row type lists its fields once (see [`row!`]), and a statement must give each of them.
//!
//! Writes take `&mut Tx` and nothing else, so none happens outside a transaction. Nobody reads through `&Db` while holding
//! a `Tx`: on SQLite it would see the state before it.

mod migrate;
mod postgres;
mod sqlite;
mod value;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering::Relaxed},
};

use futures_util::future::BoxFuture;
pub use migrate::{Migrations, pending};
pub use value::{Cell, Cells, FromCell, Value};
pub(crate) use value::{row, side_by_side, text_enum};

pub type Result<T, E = DbError> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum DbError {
    #[error("{table}: a row with this key exists")]
    Unique { table: String },
    #[error("a row that this one refers to does not exist")]
    ForeignKey,
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    #[error("{0}")]
    Other(String),
    #[error("column {column}: cannot read {found} as {wanted}")]
    Decode {
        column: &'static str,
        found: String,
        wanted: &'static str,
    },
    #[error("{statement}: {changed} rows changed instead of one")]
    NotOne { statement: String, changed: u64 },
}

impl DbError {
    /// Whether the row was refused because `table` already holds its key: a client's mistake, found by the constraint
    /// itself instead of by a select before the insert.
    #[must_use]
    pub fn is_unique(&self, in_table: &str) -> bool {
        matches!(self, Self::Unique { table } if table == in_table)
    }

    #[must_use]
    pub fn is_unavailable(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

/// A row type: which columns it needs, and how it is made of their cells, which come in the same order.
pub trait Row: Sized + Send {
    const FIELDS: &'static [&'static str];
    /// # Errors
    /// When a cell does not hold what the field needs.
    fn read(cells: &mut Cells<'_>) -> Result<Self>;
}

#[derive(Clone)]
pub struct Db {
    engine: Engine,
    /// Statements run since the start, for `/metrics`: what a request costs is counted, not guessed.
    statements: Arc<AtomicU64>,
}

#[derive(Clone)]
enum Engine {
    Sqlite(sqlite::Pool),
    Postgres(postgres::Pool),
}

/// A transaction. Dropped without [`Tx::commit`] it leaves no trace, also when its request was cut off in the middle.
pub struct Tx {
    engine: TxEngine,
    statements: Arc<AtomicU64>,
    /// What the journal got in this transaction; told to the bus after the commit and only then.
    pub(crate) journaled: Vec<(String, i64)>,
    /// Published actions that this transaction changed: journaled for the library last before the commit.
    pub(crate) shelved: Vec<uuid::Uuid>,
}

enum TxEngine {
    Sqlite(sqlite::Transaction),
    Postgres(postgres::Transaction),
}

/// Where a statement reads: straight from the pool, or inside a transaction.
pub enum On<'a> {
    Db(&'a Db),
    Tx(&'a mut Tx),
}

impl<'a> From<&'a Db> for On<'a> {
    fn from(db: &'a Db) -> Self {
        On::Db(db)
    }
}

impl<'a> From<&'a mut Tx> for On<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        On::Tx(tx)
    }
}

/// A statement and its arguments.
pub struct Query {
    text: String,
    args: Vec<Value>,
}

/// Opens a statement; `$1`, `$2` … are given by [`Query::bind`] in order.
#[must_use]
pub fn sql(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        args: Vec::new(),
    }
}

impl Query {
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.args.push(value.into());
        self
    }

    /// Expands the next `in (?)`. The list is padded to a power of two by repeating its last value, so that a statement has
    /// a handful of texts instead of hundreds and stays prepared. An empty list becomes `in (null)`, which nothing is in.
    #[must_use]
    pub fn bind_list<V: Into<Value>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        let first = self.args.len();
        self.args.extend(values.into_iter().map(Into::into));
        let Some(last) = self.args[first..].last().cloned() else {
            self.text = self.text.replacen("(?)", "(null)", 1);
            return self;
        };
        self.args
            .resize(first + (self.args.len() - first).next_power_of_two(), last);
        let marks: Vec<_> = (first..self.args.len()).map(|i| format!("${}", i + 1)).collect();
        self.text = self.text.replacen("(?)", &format!("({})", marks.join(",")), 1);
        self
    }

    /// All rows. The statement itself says how many there can be at most (`limit`).
    ///
    /// # Errors
    /// When the database refuses or a row does not fit.
    pub async fn all<'a, T: Row>(self, on: impl Into<On<'a>>) -> Result<Vec<T>> {
        let cells = self.cells(on.into(), T::FIELDS).await?;
        let mut rows = Vec::with_capacity(cells.len() / T::FIELDS.len());
        let mut cells = Cells::new(cells, T::FIELDS);
        while !cells.is_empty() {
            rows.push(T::read(&mut cells)?);
        }
        Ok(rows)
    }

    /// In a box: a driver's future takes two kilobytes, and each field of a GraphQL object takes the room of the largest
    /// future among them, also one that only hands out a number.
    fn cells<'a>(self, on: On<'a>, fields: &'static [&'static str]) -> BoxFuture<'a, Result<Vec<Cell>>> {
        match on {
            On::Db(db) => {
                db.statements.fetch_add(1, Relaxed);
                match &db.engine {
                    Engine::Sqlite(pool) => Box::pin(pool.read(self, fields)),
                    Engine::Postgres(pool) => Box::pin(pool.read(self, fields)),
                }
            }
            On::Tx(tx) => {
                tx.statements.fetch_add(1, Relaxed);
                match &mut tx.engine {
                    TxEngine::Sqlite(inner) => Box::pin(inner.read(self, fields)),
                    TxEngine::Postgres(inner) => Box::pin(inner.read(self, fields)),
                }
            }
        }
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// As [`Query::all`].
    pub async fn optional<'a, T: Row>(self, on: impl Into<On<'a>>) -> Result<Option<T>> {
        Ok(self.all(on).await?.into_iter().next())
    }

    /// The one row that a statement such as `select count(*)` always has.
    ///
    /// # Errors
    /// As [`Query::all`], and when there is none.
    pub async fn one<'a, T: Row>(self, on: impl Into<On<'a>>) -> Result<T> {
        let statement = self.text.clone();
        self.optional(on)
            .await?
            .ok_or(DbError::NotOne { statement, changed: 0 })
    }

    /// Writes, and says how many rows changed.
    ///
    /// # Errors
    /// When the database refuses; constraints have their own variants.
    pub async fn run(self, tx: &mut Tx) -> Result<u64> {
        tx.statements.fetch_add(1, Relaxed);
        match &mut tx.engine {
            TxEngine::Sqlite(inner) => inner.run(self).await,
            TxEngine::Postgres(inner) => inner.run(self).await,
        }
    }

    /// Writes many rows with one statement's text: sent together, not one after the other's answer. Each of `rows` is
    /// bound after what [`Query::bind`] has given.
    ///
    /// # Errors
    /// As [`Query::run`]; the first that fails.
    pub async fn run_each(self, tx: &mut Tx, rows: Vec<Vec<Value>>) -> Result<()> {
        tx.statements.fetch_add(rows.len() as u64, Relaxed);
        let queries = rows.into_iter().map(|row| {
            let args = self.args.iter().cloned().chain(row).collect();
            Query {
                text: self.text.clone(),
                args,
            }
        });
        match &mut tx.engine {
            TxEngine::Sqlite(inner) => inner.run_all(queries.collect()).await,
            TxEngine::Postgres(inner) => inner.run_all(queries.collect()).await,
        }
    }

    /// Writes exactly one row.
    ///
    /// # Errors
    /// As [`Query::run`], and when another number of rows changed.
    pub async fn run_one(self, tx: &mut Tx) -> Result<()> {
        let statement = self.text.clone();
        match self.run(tx).await? {
            1 => Ok(()),
            changed => Err(DbError::NotOne { statement, changed }),
        }
    }
}

/// How to reach a database, from its URL.
pub struct Options<'a> {
    pub url: &'a str,
    /// Connections for PostgreSQL; reading threads for SQLite, of which there are at most two for each core.
    pub connections: usize,
    /// Make the SQLite file when it is not there yet.
    pub create: bool,
}

impl Db {
    /// Opens `sqlite://file.db` (or `sqlite::memory:` is refused: it would be one database per thread) or
    /// `postgres://user@host/name`.
    ///
    /// # Errors
    /// One sentence that a person can act on: not reachable, not writable, not a database.
    pub async fn open(options: &Options<'_>) -> Result<Self> {
        let engine = match options.url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => Engine::Sqlite(sqlite::Pool::open(options).await?),
            Some("postgres" | "postgresql") => Engine::Postgres(postgres::Pool::open(options).await?),
            _ => {
                return Err(DbError::Other(
                    "DATABASE_URL must begin with sqlite:// or postgres://".to_owned(),
                ));
            }
        };
        Ok(Self {
            engine,
            statements: Arc::default(),
        })
    }

    /// `SQLite` or `PostgreSQL`, for people.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// # Errors
    /// When it does not answer.
    pub async fn answers(&self) -> Result<()> {
        sql("select 1 as n").one::<migrate::Count>(self).await.map(|_| ())
    }

    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Relaxed)
    }

    /// Opens a transaction. On SQLite it holds the write lock from the start: one that only took it at its first write
    /// could fail in the middle.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(&self) -> Result<Tx> {
        let engine = match &self.engine {
            Engine::Sqlite(pool) => TxEngine::Sqlite(pool.begin().await?),
            Engine::Postgres(pool) => TxEngine::Postgres(pool.begin().await?),
        };
        Ok(Tx {
            engine,
            statements: self.statements.clone(),
            journaled: Vec::new(),
            shelved: Vec::new(),
        })
    }
}

impl Tx {
    /// # Errors
    /// When the database could not make it durable: then nothing happened.
    pub async fn commit(self) -> Result<Vec<(String, i64)>> {
        match self.engine {
            TxEngine::Sqlite(inner) => inner.commit().await?,
            TxEngine::Postgres(inner) => inner.commit().await?,
        }
        Ok(self.journaled)
    }

    /// Runs a script of several statements, as a migration is.
    async fn script(&mut self, text: &'static str) -> Result<()> {
        match &mut self.engine {
            TxEngine::Sqlite(inner) => inner.script(text).await,
            TxEngine::Postgres(inner) => inner.script(text).await,
        }
    }
}

/// Text for the inside of a `like … escape '!'` pattern: what somebody typed means itself.
#[must_use]
pub fn like(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

/// The conditions of a list whose filters are not all asked for: only what is asked for enters the statement, so that
/// an index can serve it. Each `?` stands for the next argument.
#[derive(Default)]
pub struct Conditions {
    text: String,
    args: Vec<Value>,
    any: bool,
}

impl Conditions {
    #[must_use]
    pub fn and(mut self, condition: &str, args: impl IntoIterator<Item = Value>) -> Self {
        self.text.push_str(if self.any { " and " } else { " where " });
        self.any = true;
        self.push(condition, args);
        self
    }

    /// What stands before the conditions (a join) or after them (order and limit).
    #[must_use]
    pub fn then(mut self, rest: &str, args: impl IntoIterator<Item = Value>) -> Self {
        self.text.push(' ');
        self.push(rest, args);
        self
    }

    fn push(&mut self, text: &str, args: impl IntoIterator<Item = Value>) {
        let mut args = args.into_iter();
        for (i, piece) in text.split('?').enumerate() {
            if i > 0 {
                self.args.extend(args.next());
                self.text.push_str(&format!("${}", self.args.len()));
            }
            self.text.push_str(piece);
        }
    }

    /// The whole statement.
    #[must_use]
    pub fn after(self, select: &str) -> Query {
        Query {
            text: format!("{select}{}", self.text),
            args: self.args,
        }
    }
}

/// As many `?` as there are values, for `in (…)`.
#[must_use]
pub fn marks(count: usize) -> String {
    vec!["?"; count].join(",")
}

/// Pads a list to a power of two by repeating its last value.
pub fn pad(values: &mut Vec<Value>) {
    if let Some(last) = values.last().cloned() {
        values.resize(values.len().next_power_of_two(), last);
    }
}

//! PostgreSQL by tokio-postgres behind a deadpool. A connection whose transaction was neither committed nor rolled back
//! is closed, never handed out again: so a request that is cut off in the middle cannot poison the pool.

use std::{str::FromStr, time::Duration};

use deadpool_postgres::{Manager, ManagerConfig, Object, RecyclingMethod, Runtime, Timeouts};
use tokio::time::timeout;
use tokio_postgres::{
    Config, NoTls,
    config::SslMode,
    error::SqlState,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};
use tokio_postgres_rustls::MakeRustlsConnect;
use uuid::Uuid;

use super::{Cell, DbError, Options, Query, Result, Value};

/// So long a statement may take, and what was sent may stay unacknowledged. A line can go dead without a word (a failover, a
/// firewall that forgot it); what waits at one would wait for ever.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Clone)]
pub struct Pool {
    pool: deadpool_postgres::Pool,
    /// Host and port, for people; never user or password.
    place: std::sync::Arc<str>,
}

impl Pool {
    pub async fn open(options: &Options<'_>) -> Result<Self> {
        let mut config = Config::from_str(options.url)
            .map_err(|error| DbError::Other(format!("DATABASE_URL cannot be read: {error}")))?;
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(PATIENCE);
        }
        let place = place(&config).into();
        let how = ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        };
        let manager = if config.get_ssl_mode() == SslMode::Disable || local(&config) {
            Manager::from_config(config, NoTls, how)
        } else {
            Manager::from_config(config, tls(), how)
        };
        let wait = Some(Duration::from_secs(5));
        let pool = deadpool_postgres::Pool::builder(manager)
            .max_size(options.connections)
            .runtime(Runtime::Tokio1)
            .timeouts(Timeouts {
                wait,
                create: wait,
                recycle: wait,
            })
            .build()
            .map_err(|error| DbError::Other(error.to_string()))?;
        // A wrong address is told now, at the start, and not to the first visitor.
        let pool = Self { pool, place };
        drop(pool.connection().await?);
        Ok(pool)
    }

    async fn connection(&self) -> Result<Object> {
        self.pool.get().await.map_err(|error| from_pool(&self.place, error))
    }

    pub async fn read(&self, query: Query, fields: &'static [&'static str]) -> Result<Vec<Cell>> {
        let connection = self.connection().await?;
        let answer = read(&connection, &query, fields).await;
        if matches!(answer, Err(DbError::Unavailable(_))) {
            drop(Object::take(connection));
        }
        answer
    }

    pub async fn begin(&self) -> Result<Transaction> {
        let transaction = Transaction(Some(Box::new(self.connection().await?)));
        let connection = transaction.connection();
        answered(connection, connection.batch_execute("begin")).await?;
        Ok(transaction)
    }
}

fn place(config: &Config) -> String {
    use tokio_postgres::config::Host;
    let hosts = config.get_hosts().iter().enumerate().map(|(i, host)| match host {
        Host::Unix(path) => path.display().to_string(),
        Host::Tcp(name) => {
            let port = config
                .get_ports()
                .get(i)
                .or(config.get_ports().first())
                .copied()
                .unwrap_or(5432);
            format!("{name}:{port}")
        }
    });
    hosts.collect::<Vec<_>>().join(", ")
}

/// Without TLS only over a Unix socket or loopback, where nobody listens in.
fn local(config: &Config) -> bool {
    use tokio_postgres::config::Host;
    config.get_ssl_mode() != SslMode::Require
        && config.get_hosts().iter().all(|host| match host {
            Host::Unix(_) => true,
            Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
        })
}

fn tls() -> MakeRustlsConnect {
    let roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    MakeRustlsConnect::new(
        rustls::ClientConfig::builder()
            .with_root_certificates(roots)
            .with_no_client_auth(),
    )
}

/// `None` once the transaction has ended.
pub struct Transaction(Option<Box<Object>>);

impl Transaction {
    fn connection(&self) -> &Object {
        self.0
            .as_ref()
            .expect("taken only by commit, which consumes the transaction")
    }

    pub async fn read(&mut self, query: Query, fields: &'static [&'static str]) -> Result<Vec<Cell>> {
        read(self.connection(), &query, fields).await
    }

    pub async fn run(&mut self, query: Query) -> Result<u64> {
        let connection = self.connection();
        answered(connection, async {
            let statement = connection.prepare_cached(&query.text).await?;
            connection.execute_raw(&statement, arguments(&query)).await
        })
        .await
    }

    /// Pipelined: all are on their way before the first is answered.
    pub async fn run_all(&mut self, queries: Vec<Query>) -> Result<()> {
        let Some(first) = queries.first() else { return Ok(()) };
        let connection = self.connection();
        answered(connection, async {
            let statement = connection.prepare_cached(&first.text).await?;
            let runs = queries
                .iter()
                .map(|query| connection.execute_raw(&statement, arguments(query)));
            futures_util::future::try_join_all(runs).await.map(drop)
        })
        .await
    }

    /// May take as long as it does: a migration of much data.
    pub async fn script(&mut self, text: &'static str) -> Result<()> {
        self.connection().batch_execute(text).await.map_err(from_driver)
    }

    pub async fn commit(mut self) -> Result<()> {
        let connection = self.connection();
        answered(connection, connection.batch_execute("commit")).await?;
        self.0 = None;
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            drop(Object::take(*connection));
        }
    }
}

fn arguments(query: &Query) -> impl ExactSizeIterator<Item = &(dyn ToSql + Sync)> {
    query.args.iter().map(|value| value as &(dyn ToSql + Sync))
}

/// What the database says, if it says it in time. Where one line is dead the others may be, too: those that nobody uses just
/// now are hung up, and new ones found.
#[expect(
    clippy::disallowed_methods,
    reason = "a line is dead in real time, whatever the clock of a test says"
)]
async fn answered<T>(connection: &Object, answer: impl Future<Output = Result<T, tokio_postgres::Error>>) -> Result<T> {
    if let Ok(answer) = timeout(PATIENCE, answer).await {
        return answer.map_err(from_driver);
    }
    if let Some(pool) = Object::pool(connection) {
        pool.retain(|_, _| false);
    }
    let seconds = PATIENCE.as_secs();
    Err(DbError::Unavailable(format!(
        "PostgreSQL gave no answer within {seconds} seconds"
    )))
}

async fn read(connection: &Object, query: &Query, fields: &[&'static str]) -> Result<Vec<Cell>> {
    let args: Vec<&(dyn ToSql + Sync)> = arguments(query).collect();
    let (statement, rows) = answered(connection, async {
        let statement = connection.prepare_cached(&query.text).await?;
        let rows = connection.query(&statement, &args).await?;
        Ok((statement, rows))
    })
    .await?;
    let columns = fields
        .iter()
        .enumerate()
        .map(|(i, field)| {
            let columns = statement.columns();
            // Most statements give their columns in the order of the fields. Those that join must: a name may come twice.
            if columns.get(i).is_some_and(|column| column.name() == *field) {
                return Ok(i);
            }
            columns
                .iter()
                .position(|column| column.name() == *field)
                .ok_or_else(|| DbError::Other(format!("the statement gives no column {field}: {}", query.text)))
        })
        .collect::<Result<Vec<_>>>()?;
    let mut cells = Vec::with_capacity(fields.len() * rows.len());
    for row in &rows {
        for &i in &columns {
            cells.push(cell(row, i).map_err(from_driver)?);
        }
    }
    Ok(cells)
}

fn cell(row: &tokio_postgres::Row, i: usize) -> Result<Cell, tokio_postgres::Error> {
    let kind = row.columns()[i].type_();
    let cell = if *kind == Type::INT8 {
        row.try_get::<_, Option<i64>>(i)?.map(Cell::Int)
    } else if *kind == Type::INT4 {
        row.try_get::<_, Option<i32>>(i)?.map(|x| Cell::Int(x.into()))
    } else if *kind == Type::UUID {
        row.try_get::<_, Option<Uuid>>(i)?.map(Cell::Uuid)
    } else if *kind == Type::BOOL {
        row.try_get::<_, Option<bool>>(i)?.map(Cell::Bool)
    } else if *kind == Type::FLOAT8 {
        row.try_get::<_, Option<f64>>(i)?.map(Cell::Real)
    } else if *kind == Type::BYTEA {
        row.try_get::<_, Option<Vec<u8>>>(i)?.map(Cell::Bytes)
    } else {
        row.try_get::<_, Option<String>>(i)?.map(Cell::Text)
    };
    Ok(cell.unwrap_or(Cell::Null))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Bool(x) => x.to_sql(kind, out),
            // `limit $1` and the like are typed by the server; our own columns are all bigint.
            Self::Int(Some(x)) if *kind == Type::INT4 => i32::try_from(*x)?.to_sql(kind, out),
            Self::Int(x) => x.to_sql(kind, out),
            Self::Real(x) => x.to_sql(kind, out),
            Self::Text(x) => x.to_sql(kind, out),
            Self::Bytes(x) => x.to_sql(kind, out),
            Self::Uuid(x) => x.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn from_driver(error: tokio_postgres::Error) -> DbError {
    if error.is_closed() {
        return DbError::Unavailable(error.to_string());
    }
    let Some(db) = error.as_db_error() else {
        let text = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
        return if text.contains("connection") || text.contains("os error") {
            DbError::Unavailable(text)
        } else {
            DbError::Other(format!("{error}: {text}"))
        };
    };
    match *db.code() {
        SqlState::UNIQUE_VIOLATION => DbError::Unique { table: db.table().unwrap_or_default().to_owned() },
        SqlState::FOREIGN_KEY_VIOLATION => DbError::ForeignKey,
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::TOO_MANY_CONNECTIONS
        | SqlState::DISK_FULL
        // Two transactions that waited for each other: one was given up and may simply be tried again.
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::READ_ONLY_SQL_TRANSACTION => DbError::Unavailable(db.message().to_owned()),
        _ => DbError::Other(db.to_string()),
    }
}

fn from_pool(place: &str, error: deadpool_postgres::PoolError) -> DbError {
    use deadpool_postgres::PoolError;
    match error {
        PoolError::Backend(error) => {
            let why = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
            DbError::Unavailable(format!("cannot connect to PostgreSQL at {place}: {why}"))
        }
        PoolError::Timeout(_) => {
            DbError::Unavailable(format!("PostgreSQL at {place} gave no connection within 5 seconds"))
        }
        other => DbError::Other(other.to_string()),
    }
}

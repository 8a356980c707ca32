//! The database behind a server under test, looked at from outside.

use std::{
    collections::{BTreeMap, hash_map::DefaultHasher},
    fmt::Write,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, types::ValueRef};
use tokio_postgres::{NoTls, SimpleQueryMessage};

pub enum Database {
    Sqlite(PathBuf),
    Postgres { name: String, url: String },
}

/// A fingerprint of every table: two that are equal say that nothing was changed in between.
pub type Dump = BTreeMap<String, u64>;

impl Database {
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(file) => format!("sqlite://{}", file.display()),
            Self::Postgres { url, .. } => url.clone(),
        }
    }

    /// The rows of a statement, each value as text; it may also change something.
    pub async fn rows(&self, statement: &str) -> Vec<Vec<Option<String>>> {
        match self {
            Self::Sqlite(file) => sqlite_rows(&open(file), statement),
            Self::Postgres { url, .. } => {
                let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("PostgreSQL answers");
                tokio::spawn(connection);
                postgres_rows(&client, statement).await
            }
        }
    }

    pub async fn dump(&self) -> Dump {
        let fingerprint = |rows: Vec<Vec<Option<String>>>| {
            let mut hasher = DefaultHasher::new();
            rows.hash(&mut hasher);
            hasher.finish()
        };
        match self {
            Self::Sqlite(file) => {
                let database = open(file);
                sqlite_rows(&database, "select name from sqlite_master where type = 'table'")
                    .into_iter()
                    .filter_map(|mut row| row.remove(0))
                    .map(|table| {
                        let rows = sqlite_rows(&database, &format!("select * from \"{table}\""));
                        (table, fingerprint(rows))
                    })
                    .collect()
            }
            Self::Postgres { url, .. } => {
                let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("PostgreSQL answers");
                tokio::spawn(connection);
                let tables =
                    postgres_rows(&client, "select tablename from pg_tables where schemaname = 'public'").await;
                let mut dump = Dump::new();
                for table in tables.into_iter().filter_map(|mut row| row.remove(0)) {
                    let all = format!("select md5(string_agg(t::text, '|' order by t::text)) from \"{table}\" t");
                    let rows = postgres_rows(&client, &all).await;
                    dump.insert(table, fingerprint(rows));
                }
                dump
            }
        }
    }

    /// Every table's columns: name, and whether it may be null.
    pub async fn shape(&self) -> BTreeMap<String, Vec<(String, bool)>> {
        let statement = match self {
            Self::Sqlite(_) => {
                "select t.name, c.name, c.\"notnull\" = 0 from sqlite_master t, pragma_table_info(t.name) c
                 where t.type = 'table' order by 1, 2"
            }
            Self::Postgres { .. } => {
                "select table_name, column_name, (is_nullable = 'YES')::int from information_schema.columns
                 where table_schema = 'public' order by 1, 2"
            }
        };
        let mut shape = BTreeMap::<_, Vec<_>>::new();
        for row in self.rows(statement).await {
            let [table, column, nullable] = row.try_into().expect("three columns");
            let column = (column.unwrap_or_default(), nullable.as_deref() == Some("1"));
            shape.entry(table.unwrap_or_default()).or_default().push(column);
        }
        for columns in shape.values_mut() {
            columns.sort();
        }
        shape
    }
}

fn open(file: &Path) -> Connection {
    let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).expect("the file is there");
    database
        .busy_timeout(std::time::Duration::from_secs(5))
        .expect("it is a valid span");
    database
}

fn sqlite_rows(database: &Connection, statement: &str) -> Vec<Vec<Option<String>>> {
    let text = |value: ValueRef<'_>| match value {
        ValueRef::Null => None,
        ValueRef::Integer(n) => Some(n.to_string()),
        ValueRef::Real(n) => Some(n.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Some(bytes.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })),
    };
    let mut prepared = database
        .prepare(statement)
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    let columns = prepared.column_count();
    prepared
        .query_map([], |row| (0..columns).map(|i| row.get_ref(i).map(text)).collect())
        .and_then(Iterator::collect)
        .unwrap_or_else(|error| panic!("{statement}: {error}"))
}

async fn postgres_rows(client: &tokio_postgres::Client, statement: &str) -> Vec<Vec<Option<String>>> {
    client
        .simple_query(statement)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"))
        .into_iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some((0..row.len()).map(|i| row.get(i).map(str::to_owned)).collect()),
            _ => None,
        })
        .collect()
}

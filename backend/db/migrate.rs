//! The migrations in `schema/`, compiled in. Each runs once, in order, in a transaction of its own; the table `migration`
//! says which have. A database that knows a migration we do not was made by a newer Samverk, and is left alone.

use super::{Db, DbError, Engine, Result, row, sql};
use crate::clock::Clock;

/// Name and text of each migration of one engine, in order.
pub struct Migrations(&'static [(&'static str, &'static str)]);

const SQLITE: Migrations = Migrations(&[
    ("0001_house", include_str!("../../schema/sqlite/0001_house.sql")),
    (
        "0002_conversation",
        include_str!("../../schema/sqlite/0002_conversation.sql"),
    ),
    ("0003_waiting", include_str!("../../schema/sqlite/0003_waiting.sql")),
    ("0004_family", include_str!("../../schema/sqlite/0004_family.sql")),
    ("0005_example", include_str!("../../schema/sqlite/0005_example.sql")),
    ("0006_library", include_str!("../../schema/sqlite/0006_library.sql")),
    ("0007_programme", include_str!("../../schema/sqlite/0007_programme.sql")),
    ("0008_inventory", include_str!("../../schema/sqlite/0008_inventory.sql")),
    ("0009_followup", include_str!("../../schema/sqlite/0009_followup.sql")),
    (
        "0010_answers_mailed",
        include_str!("../../schema/sqlite/0010_answers_mailed.sql"),
    ),
    ("0011_land_area", include_str!("../../schema/sqlite/0011_land_area.sql")),
    ("0012_said_by", include_str!("../../schema/sqlite/0012_said_by.sql")),
]);
const POSTGRES: Migrations = Migrations(&[
    ("0001_house", include_str!("../../schema/postgres/0001_house.sql")),
    (
        "0002_conversation",
        include_str!("../../schema/postgres/0002_conversation.sql"),
    ),
    ("0003_waiting", include_str!("../../schema/postgres/0003_waiting.sql")),
    ("0004_family", include_str!("../../schema/postgres/0004_family.sql")),
    ("0005_example", include_str!("../../schema/postgres/0005_example.sql")),
    ("0006_library", include_str!("../../schema/postgres/0006_library.sql")),
    (
        "0007_programme",
        include_str!("../../schema/postgres/0007_programme.sql"),
    ),
    (
        "0008_inventory",
        include_str!("../../schema/postgres/0008_inventory.sql"),
    ),
    ("0009_followup", include_str!("../../schema/postgres/0009_followup.sql")),
    (
        "0010_answers_mailed",
        include_str!("../../schema/postgres/0010_answers_mailed.sql"),
    ),
    (
        "0011_land_area",
        include_str!("../../schema/postgres/0011_land_area.sql"),
    ),
    ("0012_said_by", include_str!("../../schema/postgres/0012_said_by.sql")),
]);

struct Name {
    name: String,
}
row!(Name { name });

pub(super) struct Count {
    n: i64,
}
row!(Count { n });

impl Db {
    fn migrations(&self) -> &'static Migrations {
        match self.engine {
            Engine::Sqlite(_) => &SQLITE,
            Engine::Postgres(_) => &POSTGRES,
        }
    }

    /// Brings the database to this program's version; says which migrations ran.
    ///
    /// # Errors
    /// When one fails (it leaves no trace), or the database is of a newer version.
    pub async fn migrate(&self, clock: &Clock) -> Result<Vec<&'static str>> {
        let mut ran = Vec::new();
        for name in pending(self).await? {
            let mut tx = self.begin().await?;
            if let Engine::Postgres(_) = self.engine {
                // Nodes that start together take turns: this lock ends with the transaction.
                tx.script("select pg_advisory_xact_lock(7264837)").await?;
            }
            tx.script(
                "create table if not exists migration (name text not null primary key, applied_at bigint not null)",
            )
            .await?;
            let done: Option<Name> = sql("select name from migration where name = $1")
                .bind(name)
                .optional(&mut tx)
                .await?;
            if done.is_some() {
                continue;
            }
            let (_, text) = self
                .migrations()
                .0
                .iter()
                .find(|(known, _)| *known == name)
                .expect("pending names are ours");
            tx.script(text).await?;
            sql("insert into migration (name, applied_at) values ($1, $2)")
                .bind(name)
                .bind(clock.now())
                .run_one(&mut tx)
                .await?;
            tx.commit().await?;
            ran.push(name);
        }
        Ok(ran)
    }
}

/// The migrations that this database has not had yet.
///
/// # Errors
/// When the database is of a newer version than this program.
pub async fn pending(db: &Db) -> Result<Vec<&'static str>> {
    let known: Count = match db.engine {
        Engine::Sqlite(_) => sql("select count(*) as n from sqlite_master where type = 'table' and name = 'migration'"),
        Engine::Postgres(_) => sql("select count(*) as n from information_schema.tables \
                                    where table_schema = current_schema() and table_name = 'migration'"),
    }
    .one(db)
    .await?;
    let done: Vec<Name> = match known.n {
        0 => Vec::new(),
        _ => sql("select name from migration order by name").all(db).await?,
    };
    let ours = db.migrations().0;
    if let Some(newer) = done.iter().find(|row| !ours.iter().any(|(name, _)| *name == row.name)) {
        return Err(DbError::Other(format!(
            "the database is of a newer version than this program: it has had the migration {}, which version {} does not \
             know; start a newer Samverk",
            newer.name,
            env!("CARGO_PKG_VERSION")
        )));
    }
    Ok(ours
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !done.iter().any(|row| row.name == *name))
        .collect())
}

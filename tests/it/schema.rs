//! What is checked in is what the program says, and both engines' databases are of one shape.

use crate::{
    command_line::samverk,
    harness::{Database, on_both_empty},
};

#[test]
fn the_checked_in_schema_is_the_servers_own() {
    let printed = samverk(&["schema"], &[]);
    assert!(printed.ok, "{printed:?}");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/schema.graphql");
    let checked_in = std::fs::read_to_string(file).expect("schema/schema.graphql is there");
    assert!(
        printed.out == checked_in,
        "schema/schema.graphql is stale: `make schema` writes it anew"
    );
}

#[test]
fn both_engines_have_the_same_tables_columns_and_nullability() {
    let shapes = std::sync::Mutex::new(Vec::new());
    on_both_empty(async |app| {
        let shape = app.database.shape().await;
        assert!(shape.len() > 15, "{:?}", shape.keys());
        shapes.lock().expect("no test panics here").push(shape);
    });
    let shapes = shapes.into_inner().expect("no test panics here");
    assert_eq!(shapes[0], shapes[1]);
}

#[test]
fn migrations_have_the_same_names_on_both_engines() {
    let names = |engine: &str| {
        let folder = format!("{}/schema/{engine}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .expect("there are migrations")
            .map(|entry| {
                entry
                    .expect("it can be read")
                    .file_name()
                    .into_string()
                    .expect("a plain name")
            })
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn every_reference_to_a_row_is_checked_by_the_database() {
    on_both_empty(async |app| {
        let statement = match app.database {
            Database::Sqlite(_) => "select t.name, f.\"from\" from sqlite_master t, pragma_foreign_key_list(t.name) f where t.type = 'table' order by 1, 2",
            Database::Postgres { .. } => {
                "select conrelid::regclass::text, a.attname from pg_constraint c
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where contype = 'f' order by 1, 2"
            }
        };
        let keys = app.database.rows(statement).await;
        assert!(keys.len() > 20, "{keys:?}");
    });
}

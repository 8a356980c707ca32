//! The demo content: `reference/demo/*.toml` into an empty database. Every person in it is made up; the shapes of the
//! files are described at their heads. Each part of it has a file here, whose only way in is a method of [`Demo`].

mod actions;
mod examples;
mod family;
mod inventory;
mod followup;
mod networks;
mod people;
mod programmes;
mod requests;
mod threads;

use std::{collections::HashMap, time::Duration};

use uuid::Uuid;

use crate::{
    actions::Action,
    app::App,
    clock::Moment,
    db::Tx,
    error::{Error, Result},
    graphql::{Day, Id},
    networks::Network,
    people::{Person, Unit},
    programmes::{Programme, Target},
};

/// The people whom the sign-in page offers by name.
pub const PEOPLE: [&str; 8] = [
    "karin@demo.example",
    "omar@demo.example",
    "lena@demo.example",
    "ingeborg@demo.example",
    "torbjorn@demo.example",
    "kari@demo.example",
    "elin@demo.example",
    "gunnhild@demo.example",
];

const ACTIONS: [&str; 4] = [
    include_str!("../../reference/demo/actions/10-haninge.toml"),
    include_str!("../../reference/demo/actions/20-sweden.toml"),
    include_str!("../../reference/demo/actions/30-norway.toml"),
    include_str!("../../reference/demo/actions/40-copies.toml"),
];

/// Fills an empty database, in one unit of work; false, and nothing done, when there is somebody in it.
///
/// # Errors
/// When the content does not fit together, or the database does not take it.
pub async fn fill(app: &App) -> Result<bool> {
    if crate::people::anybody(app).await? {
        return Ok(false);
    }
    let mut demo = Demo::new(app).await?;
    demo.people(read(include_str!("../../reference/demo/people.toml"))?)
        .await?;
    demo.networks(read(include_str!("../../reference/demo/networks.toml"))?)
        .await?;
    demo.programmes(read(include_str!("../../reference/demo/programmes.toml"))?)
        .await?;
    for file in ACTIONS {
        demo.actions(read(file)?).await?;
    }
    demo.examples(read(include_str!("../../reference/demo/examples.toml"))?)
        .await?;
    demo.news(read(include_str!("../../reference/demo/news.toml"))?).await?;
    demo.threads(read(include_str!("../../reference/demo/threads.toml"))?)
        .await?;
    demo.requests(read(include_str!("../../reference/demo/requests.toml"))?)
        .await?;
    demo.inventories(read(include_str!("../../reference/demo/inventory.toml"))?)
        .await?;
    demo.follow_up(read(include_str!("../../reference/demo/followup.toml"))?)
        .await?;
    app.commit(demo.tx).await?;
    Ok(true)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(Error::internal)
}

fn missing(what: &str, key: &str) -> Error {
    Error::internal(format!("the demo content has no {what} {key}"))
}

fn word<T>(what: &str, text: &str, found: Option<T>) -> Result<T> {
    found.ok_or_else(|| missing(what, text))
}

struct Demo<'a> {
    app: &'a App,
    now: Moment,
    tx: Tx,
    people: HashMap<String, Person>,
    units: HashMap<(Uuid, String), Id<Unit>>,
    networks: HashMap<String, Network>,
    programmes: HashMap<String, Programme>,
    targets: HashMap<(Uuid, String), Id<Target>>,
    actions: HashMap<String, Action>,
}

impl<'a> Demo<'a> {
    async fn new(app: &'a App) -> Result<Self> {
        Ok(Self {
            app,
            now: app.clock.now(),
            tx: app.db.begin().await?,
            people: HashMap::new(),
            units: HashMap::new(),
            networks: HashMap::new(),
            programmes: HashMap::new(),
            targets: HashMap::new(),
            actions: HashMap::new(),
        })
    }

    fn days_ago(&self, days: u64) -> Moment {
        self.now.minus(Duration::from_secs(days * 24 * 60 * 60))
    }

    fn person(&self, email: &str) -> Result<Person> {
        self.people.get(email).cloned().ok_or_else(|| missing("person", email))
    }

    fn organisation(&self, words: &str) -> Result<Uuid> {
        self.app
            .organisations
            .named(words)
            .ok_or_else(|| missing("organisation", words))
    }
}

fn day(text: &str) -> Result<Day> {
    text.parse().map(Day).map_err(|_| missing("day", text))
}

//! Bench (a): a list of 20 actions with municipality, themes, contact with municipality, origin and copy count, asked for by
//! 16 keep-alive connections.

use std::{
    cell::RefCell,
    net::SocketAddr,
    time::{Duration, Instant},
};

use bytes::Bytes;
use futures_util::future::try_join_all;
use serde_json::{Value, json};

use crate::{
    Outcome,
    data::Engine,
    http::{Connection, Post},
    numbers::{milliseconds, percentile, ratio},
    setting::{Kind, Setting},
};

pub const SERVERS: [(Kind, Engine); 6] = [
    (Kind::Floor, Engine::Postgres),
    (Kind::Mercurius, Engine::Postgres),
    (Kind::PostGraphile, Engine::Postgres),
    (Kind::Samverk, Engine::Postgres),
    (Kind::Floor, Engine::Sqlite),
    (Kind::Samverk, Engine::Sqlite),
];

const CONNECTIONS: usize = 16;
const PAGE: usize = 20;
/// Orders of fields that are remembered; a server with more of them has its answers parsed.
const ORDERS: usize = 64;

const QUERY: &str = "query List($first: Int!) {
  actions(first: $first) {
    edges { node {
      id title { value language } status themes { key } organisation { ...Place }
      contact { id name title organisation { ...Place } }
      copyCount
      origin { revision action { id title { value language } organisation { ...Place } } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}
fragment Place on Organisation { id name country ... on Municipality { code county } }";

/// The same information in the shape that PostGraphile makes of it.
const POSTGRAPHILE_QUERY: &str = "query List($first: Int!) {
  actions: allActions(first: $first, orderBy: [RECENT_AT_DESC, ROW_ID_DESC]) {
    edges { node {
      id: rowId title titleLanguage status themes organisation { ...Place }
      contact { id: rowId name title organisation { ...Place } }
      copyCount
      originRevision origin { id: rowId title titleLanguage organisation { ...Place } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}
fragment Place on Organisation { id: rowId name country code county }";

#[derive(Clone, Default)]
pub struct Figures {
    pub requests_per_second: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    pub server_cpu_ms: f64,
    pub database_cpu_ms: Option<f64>,
    pub statements: Option<f64>,
    pub kilobytes: f64,
}

pub struct Length {
    pub warm: Duration,
    pub measured: Duration,
}

/// What a body says, without its shape: equal for all servers, or they were not asked the same.
pub type Said = Vec<[String; 14]>;

pub async fn measure(setting: &Setting, kind: Kind, engine: Engine, length: &Length) -> Outcome<(Figures, Said)> {
    let token = if kind == Kind::Samverk {
        Some(setting.token(engine, 0)?)
    } else {
        None
    };
    let query = if kind == Kind::PostGraphile {
        POSTGRAPHILE_QUERY
    } else {
        QUERY
    };
    let post = Post::graphql(query, &json!({ "first": PAGE }), token.as_deref());
    let mut running = setting.list_server(kind, engine)?;
    running.server.first_answer(running.address, &post).await?;

    let (_, first) = Connection::open(running.address).await?.post(&post).await?;
    let said = said(&first)?;
    let expected = Expected::new(&first)?;
    let mut connections = try_join_all((0..CONNECTIONS).map(|_| Connection::open(running.address))).await?;
    ask(&mut connections, &post, &expected, length.warm).await?;

    let statements = statements(setting, kind, engine, running.address).await?;
    let (server_cpu, database_cpu) = (running.server.cpu()?, setting.database_cpu()?);
    let began = Instant::now();
    let mut delays = ask(&mut connections, &post, &expected, length.measured).await?;
    let elapsed = began.elapsed();
    let (server_cpu, database_cpu) = (
        running.server.cpu()? - server_cpu,
        setting.database_cpu()? - database_cpu,
    );
    let more_statements = self::statements(setting, kind, engine, running.address).await?;

    let requests = delays.len() as f64;
    delays.sort_unstable();
    let figures = Figures {
        requests_per_second: requests / elapsed.as_secs_f64(),
        p50_ms: milliseconds(percentile(&delays, 50)),
        p99_ms: milliseconds(percentile(&delays, 99)),
        server_cpu_ms: milliseconds(server_cpu) / requests,
        database_cpu_ms: (engine == Engine::Postgres).then(|| milliseconds(database_cpu) / requests),
        statements: statements
            .zip(more_statements)
            .map(|(before, after)| (after - before) / requests),
        kilobytes: ratio(first.len() as u64, 1_024),
    };
    Ok((figures, said))
}

/// Every connection asks again as soon as it has its answer, until the time is over; every answer is compared.
async fn ask(
    connections: &mut [Connection],
    post: &Post,
    expected: &Expected,
    length: Duration,
) -> Outcome<Vec<Duration>> {
    let deadline = Instant::now() + length;
    let delays = try_join_all(connections.iter_mut().map(|connection| async move {
        let mut delays = Vec::new();
        loop {
            let asked = Instant::now();
            if asked >= deadline {
                return Ok(delays);
            }
            let (status, body) = connection.post(post).await?;
            delays.push(asked.elapsed());
            if status != 200 || !expected.is(&body) {
                return Err::<_, crate::Failure>(format!("a wrong answer, status {status}: {}", excerpt(&body)).into());
            }
        }
    }))
    .await?;
    Ok(delays.concat())
}

/// The data stands still, so all answers are the same one. async-graphql writes an object's fields in the order in which they
/// are resolved, which is a matter of luck: each order is read once, and after that compared byte by byte.
struct Expected {
    answer: Value,
    written: RefCell<Vec<Bytes>>,
}

impl Expected {
    fn new(body: &Bytes) -> Outcome<Self> {
        Ok(Self {
            answer: serde_json::from_slice(body)?,
            written: RefCell::new(vec![body.clone()]),
        })
    }

    fn is(&self, body: &Bytes) -> bool {
        let mut written = self.written.borrow_mut();
        if written.contains(body) {
            return true;
        }
        let same = serde_json::from_slice::<Value>(body).is_ok_and(|answer| answer == self.answer);
        if same && written.len() < ORDERS {
            written.push(body.clone());
        }
        same
    }
}

/// PostgreSQL's own count; for SQLite the counter that Samverk publishes. The floor on SQLite is one statement by what it is.
pub async fn statements(setting: &Setting, kind: Kind, engine: Engine, address: SocketAddr) -> Outcome<Option<f64>> {
    match (kind, engine) {
        (_, Engine::Postgres) => Ok(Some(setting.statements().await? as f64)),
        (Kind::Samverk, Engine::Sqlite) => {
            let (_, metrics) = Connection::open(address).await?.get("/metrics").await?;
            let metrics = String::from_utf8(metrics.to_vec())?;
            let counted: Vec<f64> = metrics
                .lines()
                .filter(|line| line.starts_with("samverk_sql_statements_total"))
                .filter_map(|line| line.rsplit(' ').next()?.parse().ok())
                .collect();
            if counted.is_empty() {
                return Err("/metrics has no samverk_sql_statements_total".into());
            }
            Ok(Some(counted.iter().sum()))
        }
        _ => Ok(None),
    }
}

/// Checks a body and reads what it says.
fn said(body: &Bytes) -> Outcome<Said> {
    let answer: Value = serde_json::from_slice(body)?;
    let edges = answer["data"]["actions"]["edges"].as_array();
    let edges = edges.filter(|edges| edges.len() == PAGE && answer.get("errors").is_none());
    let Some(edges) = edges else {
        return Err(format!("not a page of {PAGE} actions: {}", excerpt(body)).into());
    };
    if answer["data"]["actions"]["pageInfo"]["hasNextPage"] != true {
        return Err("the page says that it is the last one".into());
    }
    Ok(edges.iter().map(|edge| action_says(&edge["node"])).collect())
}

fn action_says(action: &Value) -> [String; 14] {
    // PostGraphile has the origin's columns beside each other where the others have an object of them.
    let flat = action.get("originRevision").is_some();
    let (origin, origin_revision) = if flat {
        (&action["origin"], &action["originRevision"])
    } else {
        (&action["origin"]["action"], &action["origin"]["revision"])
    };
    let (title, language) = title(action);
    let (origin_title, origin_language) = self::title(origin);
    let themes = match &action["themes"] {
        Value::Array(themes) => themes
            .iter()
            .map(|theme| text(&theme["key"]))
            .collect::<Vec<_>>()
            .join(" "),
        keys => text(keys),
    };
    let place = |of: &Value| {
        let place = &of["organisation"];
        [&place["name"], &place["country"], &place["code"], &place["county"]]
            .map(text)
            .join(" ")
    };
    [
        title,
        language,
        text(&action["status"]),
        themes,
        place(action),
        text(&action["contact"]["name"]),
        text(&action["contact"]["title"]),
        place(&action["contact"]),
        text(&action["copyCount"]),
        text(origin_revision),
        origin_title,
        origin_language,
        place(origin),
        // Ids are written differently, but everybody has them.
        [action, &action["organisation"], &action["contact"]]
            .map(|node| node["id"].is_string().to_string())
            .join(" "),
    ]
}

fn title(action: &Value) -> (String, String) {
    let (title, language) = match &action["title"] {
        Value::Object(title) => (&title["value"], &title["language"]),
        title => (title, &action["titleLanguage"]),
    };
    (text(title), text(language).to_uppercase())
}

/// A string or a number, as PostGraphile and PostgreSQL's drivers differ in which of them a bigint is.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn excerpt(body: &Bytes) -> String {
    String::from_utf8_lossy(&body[..body.len().min(600)]).into_owned()
}

//! Bench (d): the library's first page with all its facets, on 50,000 actions, asked for over 4 keep-alive connections. No
//! peer has facets; beside Samverk stands what a database by itself does: the same counts as plain SQL.

use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::future::try_join_all;
use serde_json::{Value, json};

use crate::{
    Outcome,
    data::Engine,
    http::{Connection, Post},
    list::{self, Length},
    numbers::{milliseconds, percentile},
    setting::{Kind, Setting},
};

pub const ACTIONS: usize = 50_000;
const CONNECTIONS: usize = 4;

/// What is asked for in turn: everything, then narrower, then in the order that needs every municipality compared.
const LOOKS: [(&str, &str); 4] = [
    ("RECENT", "{}"),
    ("MOST_COPIED", r#"{ "country": "NO" }"#),
    ("RECENT", r#"{ "statuses": ["DONE", "ONGOING"], "sizes": ["MIDDLE"] }"#),
    ("SIMILAR", "{}"),
];

const QUERY: &str = "query Library($filter: ActionFilter, $order: ActionOrder!) {
  library(filter: $filter, order: $order, first: 20) {
    facets { kind values { value name count chosen } }
    actions {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node {
        id title { value language } status organisation { id name country } lessons { value language }
        effectTonnesCo2e cost { amount currency } copyCount
        origin { action { id organisation { id name } } }
      } }
    }
  }
}";

/// The counts that the page without a filter needs, as one who has only SQL would ask for them.
const PLAIN: &str = "with seen as (
    select a.id, r.status, r.title_language, r.themes, o.country, o.county_code, o.population, r.cost_amount
    from action a join action_revision r on r.action_id = a.id
      and r.revision = case when a.organisation_id = $1 then a.revision else a.published_revision end
    join organisation o on o.id = a.organisation_id
    where a.deleted_at is null and (a.organisation_id = $1 or a.visibility = 'PUBLIC' or a.visibility = 'NETWORK'
      and exists (select 1 from membership theirs join membership mine on mine.network_id = theirs.network_id
        where theirs.organisation_id = a.organisation_id and mine.person_id = $2)))
  select 'status', status, count(*) from seen group by 2
  union all select 'language', title_language, count(*) from seen group by 2
  union all select 'country', country, count(*) from seen group by 2
  union all select 'county', country || county_code, count(*) from seen group by 2
  union all select 'size', width_bucket(population, array[5000, 15000, 50000, 100000])::text, count(*) from seen group by 2
  union all select 'cost', width_bucket(cost_amount, array[100000, 1000000, 10000000])::text, count(*) from seen group by 2
  union all select 'theme', theme, count(*) from seen, unnest(string_to_array(trim(themes), ' ')) theme group by 2";

#[derive(Clone, Default)]
pub struct Figures {
    pub name: String,
    pub requests_per_second: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    pub server_cpu_ms: Option<f64>,
    pub statements: Option<f64>,
    pub kilobytes: f64,
}

pub async fn measure(setting: &Setting, engine: Engine, length: &Length) -> Outcome<Figures> {
    let token = setting.token(engine, 0)?;
    let posts = LOOKS
        .iter()
        .map(|(order, filter)| {
            let filter: Value = serde_json::from_str(filter)?;
            Ok(Post::graphql(
                QUERY,
                &json!({ "filter": filter, "order": order }),
                Some(&token),
            ))
        })
        .collect::<Outcome<Vec<_>>>()?;
    let mut running = setting.list_server(Kind::Samverk, engine)?;
    running.server.first_answer(running.address, &posts[0]).await?;
    let mut answers = Vec::new();
    let mut one = Connection::open(running.address).await?;
    for post in &posts {
        let (_, body) = one.post(post).await?;
        check(&body)?;
        answers.push(body);
    }
    let mut connections = try_join_all((0..CONNECTIONS).map(|_| Connection::open(running.address))).await?;
    ask(&mut connections, &posts, &answers, length.warm).await?;
    let statements = list::statements(setting, Kind::Samverk, engine, running.address).await?;
    let cpu = running.server.cpu()?;
    let began = Instant::now();
    let mut delays = ask(&mut connections, &posts, &answers, length.measured).await?;
    let (elapsed, cpu) = (began.elapsed(), running.server.cpu()? - cpu);
    let more = list::statements(setting, Kind::Samverk, engine, running.address).await?;
    let requests = delays.len() as f64;
    delays.sort_unstable();
    Ok(Figures {
        name: format!("Samverk on {}", engine.name()),
        requests_per_second: requests / elapsed.as_secs_f64(),
        p50_ms: milliseconds(percentile(&delays, 50)),
        p99_ms: milliseconds(percentile(&delays, 99)),
        server_cpu_ms: Some(milliseconds(cpu) / requests),
        statements: statements.zip(more).map(|(before, after)| (after - before) / requests),
        kilobytes: answers[0].len() as f64 / 1024.0,
    })
}

/// The counts alone, as SQL, over as many connections.
pub async fn plain(setting: &Setting, length: &Length) -> Outcome<Figures> {
    let clients = try_join_all((0..CONNECTIONS).map(|_| setting.client())).await?;
    let viewer = setting.viewer();
    let organisation: uuid::Uuid = clients[0]
        .query_one("select organisation_id from person where id = $1", &[&viewer])
        .await?
        .get(0);
    let deadline = Instant::now() + length.warm + length.measured;
    let delays = try_join_all(clients.iter().map(|client| async move {
        let counts = client.prepare(PLAIN).await?;
        let mut delays = Vec::new();
        while Instant::now() < deadline {
            let asked = Instant::now();
            let rows = client.query(&counts, &[&organisation, &viewer]).await?;
            if rows.is_empty() {
                return Err::<_, crate::Failure>("plain SQL counted nothing".into());
            }
            delays.push(asked.elapsed());
        }
        Ok(delays)
    }))
    .await?;
    let mut delays = delays.concat();
    let requests = delays.len() as f64;
    delays.sort_unstable();
    Ok(Figures {
        name: "plain SQL on PostgreSQL, counts only".to_owned(),
        requests_per_second: requests / (length.warm + length.measured).as_secs_f64(),
        p50_ms: milliseconds(percentile(&delays, 50)),
        p99_ms: milliseconds(percentile(&delays, 99)),
        server_cpu_ms: None,
        statements: Some(1.0),
        kilobytes: 0.0,
    })
}

async fn ask(
    connections: &mut [Connection],
    posts: &[Post],
    answers: &[Bytes],
    length: Duration,
) -> Outcome<Vec<Duration>> {
    let deadline = Instant::now() + length;
    let delays = try_join_all(connections.iter_mut().map(|connection| async move {
        let mut delays = Vec::new();
        for turn in 0.. {
            let asked = Instant::now();
            if asked >= deadline {
                break;
            }
            let (status, body) = connection.post(&posts[turn % posts.len()]).await?;
            delays.push(asked.elapsed());
            // The data stands still: each look's answer is always the same.
            if status != 200 || body != answers[turn % answers.len()] {
                return Err::<_, crate::Failure>(format!("a wrong answer, status {status}").into());
            }
        }
        Ok(delays)
    }))
    .await?;
    Ok(delays.concat())
}

fn check(body: &Bytes) -> Outcome<()> {
    let answer: Value = serde_json::from_slice(body)?;
    let library = &answer["data"]["library"];
    let many = |value: &Value, least: usize| value.as_array().is_some_and(|values| values.len() >= least);
    if answer.get("errors").is_some() || !many(&library["facets"], 7) || !many(&library["actions"]["edges"], 20) {
        return Err(format!(
            "not a page of the library: {}",
            String::from_utf8_lossy(&body[..body.len().min(600)])
        )
        .into());
    }
    Ok(())
}

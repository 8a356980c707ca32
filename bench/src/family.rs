//! Bench (e): a family grows to 5,000 members by copying, one after the other, each a copy of any of those before it; then its
//! lineage is asked for, whole in its figures and the first hundred places of the tree. Samverk alone: no peer knows lineages.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{
    Outcome,
    data::Engine,
    http::{Connection, Post},
    list,
    numbers::{milliseconds, percentile},
    setting::{Kind, Running, Setting},
};

pub const MEMBERS: usize = 5_000;
const LOOKS: usize = 200;

const OWN: &str = "{ programmes(editable: true, first: 1) { edges { node { id } } } }";
const WRITE: &str = "mutation($input: CreateActionInput!) { createAction(input: $input) { action { id } } }";
const COPY: &str = "mutation($input: CopyActionInput!) { copyAction(input: $input) { action { id } } }";
const LINEAGE: &str = "query($id: ID!) { action(id: $id) { lineage { root { id } size depth countries
  nodes(first: 100) { pageInfo { hasNextPage endCursor } edges { node { id depth parentId } } } } } }";

pub struct Figures {
    pub copy_p50_ms: f64,
    pub copy_p99_ms: f64,
    pub lineage_p50_ms: f64,
    pub lineage_p99_ms: f64,
    /// For a lineage, that of the session and that of the action it is asked of included.
    pub statements: Option<f64>,
}

pub async fn measure(setting: &Setting, engine: Engine, members: usize) -> Outcome<Figures> {
    let token = setting.token(engine, 0)?;
    let mut running = setting.list_server(Kind::Samverk, engine)?;
    let own = Post::graphql(OWN, &json!({}), Some(&token));
    running.server.first_answer(running.address, &own).await?;
    let mut connection = Connection::open(running.address).await?;
    let programme = ask(&mut connection, &own).await?["programmes"]["edges"][0]["node"]["id"].clone();

    let input =
        json!({ "programmeId": programme, "language": "SV", "title": "Förfader", "description": "Den första." });
    let write = Post::graphql(WRITE, &json!({ "input": input }), Some(&token));
    let first = ask(&mut connection, &write).await?["createAction"]["action"]["id"].clone();
    let mut family = vec![first.clone()];
    let mut copies = Vec::new();
    while family.len() < members {
        // The factor is prime: every generation has copies of its own.
        let origin = &family[family.len() * 2_741 % family.len().div_ceil(2)];
        let input = json!({ "actionId": origin, "programmeId": programme, "evenIfCopied": true });
        let copy = Post::graphql(COPY, &json!({ "input": input }), Some(&token));
        let asked = Instant::now();
        let answer = ask(&mut connection, &copy).await?;
        copies.push(asked.elapsed());
        family.push(answer["copyAction"]["action"]["id"].clone());
    }

    let look = Post::graphql(LINEAGE, &json!({ "id": first }), Some(&token));
    let lineage = ask(&mut connection, &look).await?["action"]["lineage"].clone();
    if lineage["size"] != members || lineage["nodes"]["edges"].as_array().map(Vec::len) != Some(100) {
        return Err(format!("not the lineage of {members}: {}", lineage["size"]).into());
    }
    let statements = counted(setting, engine, &running).await?;
    let mut looks = Vec::new();
    for _ in 0..LOOKS {
        let asked = Instant::now();
        ask(&mut connection, &look).await?;
        looks.push(asked.elapsed());
    }
    let more = counted(setting, engine, &running).await?;
    copies.sort_unstable();
    looks.sort_unstable();
    let at = |delays: &[Duration], percent| milliseconds(percentile(delays, percent));
    Ok(Figures {
        copy_p50_ms: at(&copies, 50),
        copy_p99_ms: at(&copies, 99),
        lineage_p50_ms: at(&looks, 50),
        lineage_p99_ms: at(&looks, 99),
        statements: statements
            .zip(more)
            .map(|(before, after)| (after - before) / LOOKS as f64),
    })
}

async fn counted(setting: &Setting, engine: Engine, running: &Running) -> Outcome<Option<f64>> {
    list::statements(setting, Kind::Samverk, engine, running.address).await
}

async fn ask(connection: &mut Connection, post: &Post) -> Outcome<Value> {
    let (status, body) = connection.post(post).await?;
    let answer: Value = serde_json::from_slice(&body)?;
    if status != 200 || answer.get("errors").is_some() {
        return Err(format!(
            "status {status}: {}",
            String::from_utf8_lossy(&body[..body.len().min(600)])
        )
        .into());
    }
    Ok(answer["data"].clone())
}

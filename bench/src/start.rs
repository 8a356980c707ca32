//! From nothing to the first answer: an empty folder, `serve --demo`, and a question that only the demo's data can answer.

use std::time::Duration;

use serde_json::json;

use crate::{
    Outcome,
    http::{Connection, Post},
    numbers::{milliseconds, ratio},
    setting::Setting,
};

const QUESTION: &str = r#"{ municipalities(text: "Haninge", first: 1) { edges { node { name } } } }"#;

#[derive(Clone, Default)]
pub struct Figures {
    pub first_answer_ms: f64,
    pub idle_mb: f64,
}

pub async fn measure(setting: &Setting, idle: Duration) -> Outcome<Figures> {
    let question = Post::graphql(QUESTION, &json!({}), None);
    let mut running = setting.demo_server()?;
    let first_answer = running.server.first_answer(running.address, &question).await?;
    let (_, body) = Connection::open(running.address).await?.post(&question).await?;
    if !String::from_utf8_lossy(&body).contains(r#""name":"Haninge""#) {
        return Err(format!("Haninge is not in the demo's data: {}", String::from_utf8_lossy(&body)).into());
    }
    tokio::time::sleep(idle).await;
    Ok(Figures {
        first_answer_ms: milliseconds(first_answer),
        idle_mb: ratio(running.server.resident()?, 1 << 20),
    })
}

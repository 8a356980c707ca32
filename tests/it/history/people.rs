//! Those who write and those who read while the world breaks. Each writes down what the server told them.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::{SinkExt, StreamExt};
use samverk::clock::Random;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, client::IntoClientRequest, http::HeaderValue},
};

use super::{
    bounded, pause,
    record::{Acknowledged, Delivered, Passerby, Reader},
};
use crate::harness::{client_id, mutation};

/// An answer that takes longer is none: the writer tries another node.
const PATIENCE: Duration = Duration::from_secs(3);
const EVENTS: &str = "subscription($t: ID!, $after: Int) { threadEvents(threadId: $t, after: $after) { \
    __typename seq ... on MessagePosted { message { id } } ... on MessageEdited { message { id } } \
    ... on MessageRemoved { messageId } } }";

/// What all of them share.
pub struct World {
    pub thread: String,
    pub random: Random,
    /// The addresses of the nodes that run.
    pub nodes: Mutex<Vec<String>>,
    pub acknowledged: Mutex<Vec<Acknowledged>>,
    /// Answers that a client could make nothing of.
    pub odd: Mutex<Vec<String>>,
    pub http: reqwest::Client,
    /// Straight to the database, past whatever breaks.
    database: String,
}

impl World {
    pub fn new(thread: String, random: Random, database: String) -> Self {
        crate::harness::tls();
        Self {
            thread,
            random,
            nodes: Mutex::default(),
            acknowledged: Mutex::default(),
            odd: Mutex::default(),
            http: reqwest::Client::builder()
                .no_proxy()
                .timeout(PATIENCE)
                .build()
                .expect("a client without TLS has nothing that can fail"),
            database,
        }
    }

    /// The thread's last number, asked of the database itself; nothing while that is away.
    pub async fn last(&self) -> Option<i64> {
        let (client, connection) = tokio_postgres::connect(&self.database, tokio_postgres::NoTls)
            .await
            .ok()?;
        let task = tokio::spawn(connection);
        let last = "select p.last_seq from topic p join thread t on t.topic = p.name where t.subject = 'Historien'";
        let row = client.query_opt(last, &[]).await.ok()?;
        task.abort();
        Some(row.map_or(0, |row| row.get(0)))
    }

    fn some_node(&self) -> Option<String> {
        let nodes = self.nodes.lock().unwrap_or_else(PoisonError::into_inner);
        let count = u64::try_from(nodes.len()).unwrap_or(0);
        nodes
            .get(usize::try_from(self.random.below(count)).unwrap_or(0))
            .cloned()
    }

    /// Once in `times`.
    fn now_and_then(&self, times: u64) -> bool {
        self.random.below(times) == 0
    }

    fn odd(&self, what: String) {
        self.odd.lock().unwrap_or_else(PoisonError::into_inner).push(what);
    }

    /// The data of an operation, or nothing when there was no answer, or none yet.
    pub async fn ask(&self, token: &str, query: &str, variables: &Value) -> Option<Value> {
        let node = self.some_node()?;
        let request = self
            .http
            .post(format!("http://{node}/graphql"))
            .bearer_auth(token)
            .json(&json!({ "query": query, "variables": variables }));
        let answer: Value = request.send().await.ok()?.json().await.ok()?;
        match answer["errors"][0]["extensions"]["code"].as_str() {
            None => Some(answer["data"].clone()),
            // As when there was no answer: try again. A message that somebody else's edit found removed is no fault.
            Some("UNAVAILABLE" | "NOT_FOUND") => None,
            Some(_) => {
                self.odd(answer.to_string());
                None
            }
        }
    }
}

/// Posts so many messages one after the other, each until it is acknowledged, and changes some of them.
pub async fn write(world: Arc<World>, token: String, quota: usize) {
    for _ in 0..quota {
        let client_id = client_id();
        let input = json!({ "threadId": world.thread, "body": client_id, "language": "SV", "clientId": client_id });
        let variables = json!({ "input": input });
        let query = mutation("postMessage", "message { id seq }");
        // Some are sent again though they are acknowledged, as by a client that was killed before it could note it.
        let times = if world.now_and_then(8) { 2 } else { 1 };
        let mut id = String::new();
        for _ in 0..times {
            let message = loop {
                match world.ask(&token, &query, &variables).await {
                    Some(data) => break data["postMessage"]["message"].clone(),
                    None => pause(Duration::from_millis(20)).await,
                }
            };
            id = message["id"].as_str().expect("an id is text").to_owned();
            let acknowledged = Acknowledged {
                client_id: client_id.clone(),
                message_id: id.clone(),
                seq: message["seq"].as_i64().expect("a seq is a number"),
            };
            let mut all = world.acknowledged.lock().unwrap_or_else(PoisonError::into_inner);
            all.push(acknowledged);
        }
        if world.now_and_then(10) {
            let input = json!({ "input": { "id": id, "body": "ändrat" } });
            world
                .ask(&token, &mutation("editMessage", "message { id }"), &input)
                .await;
        }
        if world.now_and_then(20) {
            let input = json!({ "input": { "id": id } });
            world
                .ask(&token, &mutation("removeMessage", "thread { id }"), &input)
                .await;
        }
        pause(Duration::from_millis(world.random.below(15))).await;
    }
}

/// How somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Until the line breaks.
    Stays,
    /// Leaves without a word now and then, or just no longer reads, and comes back elsewhere.
    Leaves,
    /// Over Server-Sent Events.
    Streams,
}

/// Wants everything from the beginning, and comes back with `after` whenever the line has broken.
pub async fn read(world: Arc<World>, token: String, how: How, reader: Arc<Mutex<Reader>>) {
    // Lines that nobody reads any more but that are still there.
    let mut half_open = Vec::new();
    loop {
        let after = last(&reader);
        let Some(mut line) = open(&world, &token, EVENTS, Some(after), how).await else {
            pause(Duration::from_millis(30)).await;
            continue;
        };
        reader.lock().unwrap_or_else(PoisonError::into_inner).connections += 1;
        let until = 10 + world.random.below(40);
        let mut count = 0;
        while let Some(event) = line.next(&world).await {
            reader
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .delivered
                .push(event);
            count += 1;
            if how == How::Leaves && count == until {
                break;
            }
        }
        if how == How::Leaves && world.now_and_then(2) {
            half_open.push(line);
        }
    }
}

pub fn last(reader: &Mutex<Reader>) -> i64 {
    let reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
    reader.delivered.last().map_or(0, |event| event.seq)
}

/// Comes again and again for what is new, for a moment each time, with an operation that nobody else has.
pub async fn pass_by(world: Arc<World>, token: String, seen: Arc<Mutex<Vec<Passerby>>>) {
    for n in 0.. {
        let query = format!("{EVENTS} # {n} {}", &token[..16]);
        let line = open(&world, &token, &query, None, How::Stays).await;
        // Whatever comes after this number happens while they listen.
        let (Some(mut line), Some(since)) = (line, world.last().await) else {
            pause(Duration::from_millis(30)).await;
            continue;
        };
        let mut delivered = Vec::new();
        while delivered.len() < 3 {
            match bounded(Duration::from_secs(1), line.next(&world)).await {
                Some(Some(event)) => delivered.push(event),
                _ => break,
            }
        }
        seen.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Passerby { since, delivered });
    }
}

/// An open subscription.
enum Line {
    /// With what came before anybody asked for it.
    Socket(Box<WebSocketStream<TcpStream>>, VecDeque<Value>),
    Events(reqwest::Response, String),
}

async fn open(world: &World, token: &str, query: &str, after: Option<i64>, how: How) -> Option<Line> {
    let node = world.some_node()?;
    let payload = json!({ "query": query, "variables": { "t": world.thread, "after": after } });
    bounded(PATIENCE, async {
        match how {
            How::Streams => events(world, &node, token, &payload).await,
            How::Stays | How::Leaves => socket(&node, token, &payload).await,
        }
    })
    .await?
}

async fn events(world: &World, node: &str, token: &str, payload: &Value) -> Option<Line> {
    let request = world
        .http
        .post(format!("http://{node}/graphql/stream"))
        .bearer_auth(token)
        .header("accept", "text/event-stream")
        // The answer goes on for as long as the node lives.
        .timeout(Duration::from_secs(60 * 60))
        .json(payload);
    let response = request.send().await.ok()?;
    response
        .status()
        .is_success()
        .then(|| Line::Events(response, String::new()))
}

async fn socket(node: &str, token: &str, payload: &Value) -> Option<Line> {
    let mut request = format!("ws://{node}/graphql/ws").into_client_request().ok()?;
    let protocol = HeaderValue::from_static("graphql-transport-ws");
    request.headers_mut().insert("sec-websocket-protocol", protocol);
    let tcp = TcpStream::connect(node).await.ok()?;
    let (mut stream, _) = client_async(request, tcp).await.ok()?;
    let init = json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {token}") } });
    let subscribe = json!({ "type": "subscribe", "id": "1", "payload": payload });
    let probe = json!({ "type": "subscribe", "id": "2", "payload": { "query": "{ viewer { id } }" } });
    for message in [init, subscribe, probe] {
        stream.send(Message::text(message.to_string())).await.ok()?;
    }
    // What is asked for in one breath is begun in order: when the second is answered, the first listens.
    let mut early = VecDeque::new();
    loop {
        let message = said(&mut stream).await?;
        match message["id"].as_str() {
            Some("1") => early.push_back(message),
            Some(_) => return Some(Line::Socket(Box::new(stream), early)),
            None => {}
        }
    }
}

async fn said(stream: &mut WebSocketStream<TcpStream>) -> Option<Value> {
    loop {
        if let Message::Text(text) = stream.next().await?.ok()? {
            return serde_json::from_str(&text).ok();
        }
    }
}

impl Line {
    /// The next event; nothing when the line has broken, or was closed.
    async fn next(&mut self, world: &World) -> Option<Delivered> {
        loop {
            let result = match self {
                Self::Socket(stream, early) => {
                    let message = match early.pop_front() {
                        Some(message) => message,
                        None => said(stream).await?,
                    };
                    match (message["type"].as_str(), message["id"].as_str()) {
                        (Some("next"), Some("1")) => message["payload"].clone(),
                        (Some("error"), _) => json!({ "errors": message["payload"] }),
                        _ => continue,
                    }
                }
                Self::Events(response, read) => match event(response, read).await? {
                    Some(result) => result,
                    None => continue,
                },
            };
            if let Some(code) = result["errors"][0]["extensions"]["code"].as_str() {
                if code != "UNAVAILABLE" {
                    world.odd(result.to_string());
                }
                return None;
            }
            let event = &result["data"]["threadEvents"];
            let id = match event["messageId"].as_str() {
                Some(id) => id,
                None => event["message"]["id"].as_str().unwrap_or_default(),
            };
            return Some(Delivered {
                seq: event["seq"].as_i64().unwrap_or_default(),
                kind: event["__typename"].as_str().unwrap_or_default().to_owned(),
                message_id: id.to_owned(),
            });
        }
    }
}

/// The next block of an answer of events: its result if it has one.
async fn event(response: &mut reqwest::Response, read: &mut String) -> Option<Option<Value>> {
    loop {
        if let Some(end) = read.find("\n\n") {
            let block: String = read.drain(..end + 2).collect();
            let data = block.strip_prefix("event: next\ndata: ");
            return Some(data.and_then(|data| serde_json::from_str(data).ok()));
        }
        let chunk = response.chunk().await.ok()??;
        read.push_str(&String::from_utf8_lossy(&chunk));
    }
}

//! Bench (b): one thread with 2,000 subscribers over `graphql-transport-ws`, written to at a steady pace and in bursts.
//! Everything here runs on one thread, so one clock and no contention: what it costs is the same for every server.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use futures_util::{
    SinkExt, StreamExt, TryStreamExt,
    future::{join_all, try_join_all},
    stream,
};
use memchr::memmem;
use serde_json::{Value, json};
use tokio::{net::TcpStream, sync::Notify, task::JoinHandle};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{
        Message,
        client::IntoClientRequest,
        http::{HeaderValue, header},
        protocol::WebSocketConfig,
    },
};
use uuid::Uuid;

use crate::{
    Outcome,
    data::{self, Engine},
    http::{Connection, Post},
    numbers::{microseconds, milliseconds, percentile, ratio},
    setting::{Kind, Running, Setting, WRITERS},
};

pub const SERVERS: [(Kind, Engine); 6] = [
    (Kind::Floor, Engine::Sqlite),
    (Kind::GraphqlWs, Engine::Sqlite),
    (Kind::Mercurius, Engine::Sqlite),
    (Kind::Stock, Engine::Sqlite),
    (Kind::Samverk, Engine::Sqlite),
    (Kind::Samverk, Engine::Postgres),
];

pub const SUBSCRIBERS: usize = 2_000;
pub const BURST: usize = 50;
pub const PER_SECOND: u32 = 10;

/// Sockets opened at the same time; more would only queue in the listener.
const AT_ONCE: usize = 50;
const WARMING: usize = 20;
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a second copy of a delivery may still come.
const AFTERMATH: Duration = Duration::from_millis(300);

/// Why a lock of [`Arrivals`] opens.
const UNBROKEN: &str = "nobody panics with this lock";

const MARK: &str = "bench-message-";
const POST: &str = "mutation Post($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }";
const START: &str = "mutation Start($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }";
pub const SUBSCRIBE: &str =
    "subscription Thread($threadId: ID!, $after: Int) { threadEvents(threadId: $threadId, after: $after) {
  __typename seq
  ... on MessagePosted { message { id seq body language postedAt author { name organisation { name } } } }
} }";

#[derive(Clone, Default)]
pub struct Figures {
    pub paced: Phase,
    pub burst: Phase,
    pub kb_per_socket: f64,
    pub deliveries: usize,
}

#[derive(Clone, Default)]
pub struct Phase {
    pub cpu_us: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    /// When the last subscriber has a message: the median over the messages.
    pub last_ms: f64,
}

pub struct Length {
    pub paced: usize,
    pub bursts: usize,
}

pub async fn measure(setting: &Setting, kind: Kind, engine: Engine, length: &Length) -> Outcome<Figures> {
    let (mut running, mut room) = opened(setting, kind, engine, &[SUBSCRIBE]).await?;
    room.subscribe(running.sockets, 1, 0, AT_ONCE).await?;
    room.post(0..1, Some(PER_SECOND)).await?;
    let with_one = running.server.resident()?;
    room.subscribe(running.sockets, SUBSCRIBERS - 1, 1, AT_ONCE).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let with_all = running.server.resident()?;
    let (paced, burst, posted) = phases(&mut running, &mut room, 1, length).await?;
    Ok(Figures {
        paced,
        burst,
        kb_per_socket: ratio(with_all.saturating_sub(with_one), (SUBSCRIBERS as u64 - 1) * 1_024),
        deliveries: room.close(posted)?,
    })
}

/// A server that has answered, and a thread of its own in it.
pub async fn opened(setting: &Setting, kind: Kind, engine: Engine, subscriptions: &[&str]) -> Outcome<(Running, Room)> {
    let tokens = match kind {
        Kind::Samverk => (0..WRITERS)
            .map(|writer| setting.token(engine, writer).map(Some))
            .collect::<Outcome<_>>()?,
        _ => vec![None],
    };
    let mut running = setting.thread_server(kind, engine)?;
    let hello = Post::graphql("{ __typename }", &json!({}), None);
    running.server.first_answer(running.address, &hello).await?;
    let room = Room::open(kind, &running, tokens, subscriptions).await?;
    Ok((running, room))
}

/// Writes from message `first` on, to warm up, at a pace and in bursts; and how many messages there are after that.
pub async fn phases(
    running: &mut Running,
    room: &mut Room,
    first: usize,
    length: &Length,
) -> Outcome<(Phase, Phase, usize)> {
    let paced = first + WARMING..first + WARMING + length.paced;
    let bursts = paced.end..paced.end + length.bursts * BURST;
    room.post(first..paced.start, Some(PER_SECOND * 2)).await?;
    let before = running.server.cpu()?;
    let paced_said = room.post(paced, Some(PER_SECOND)).await?;
    let between = running.server.cpu()?;
    let mut burst_said = Said::default();
    for first in bursts.clone().step_by(BURST) {
        burst_said.add(room.post(first..first + BURST, None).await?);
    }
    let after = running.server.cpu()?;
    Ok((
        phase(between - before, paced_said),
        phase(after - between, burst_said),
        bursts.end,
    ))
}

fn phase(cpu: Duration, mut said: Said) -> Phase {
    said.delays.sort_unstable();
    said.last.sort_unstable();
    Phase {
        cpu_us: microseconds(cpu) / said.delays.len() as f64,
        p50_ms: milliseconds(percentile(&said.delays, 50)),
        p99_ms: milliseconds(percentile(&said.delays, 99)),
        last_ms: milliseconds(percentile(&said.last, 50)),
    }
}

/// What came of posting some messages.
#[derive(Default)]
pub struct Said {
    /// From the moment of sending to each arrival.
    delays: Vec<Duration>,
    /// To the last arrival of each message.
    last: Vec<Duration>,
    /// To the answer to each post.
    pub answered: Vec<Duration>,
}

impl Said {
    fn add(&mut self, other: Self) {
        self.delays.extend(other.delays);
        self.last.extend(other.last);
        self.answered.extend(other.answered);
    }
}

/// The thread under test, those who write in it and those who read it.
pub struct Room {
    thread_id: String,
    tokens: Vec<Option<String>>,
    /// The subscribers ask one of these each, in turn.
    subscriptions: Vec<String>,
    writers: Vec<Connection>,
    readers: Vec<JoinHandle<()>>,
    arrivals: Arc<Arrivals>,
}

/// What the subscribers have got: (which message, when), in order of arrival.
#[derive(Default)]
struct Arrivals {
    got: Mutex<Vec<(usize, Instant)>>,
    failure: Mutex<Option<String>>,
    changed: Notify,
}

impl Room {
    async fn open(kind: Kind, running: &Running, tokens: Vec<Option<String>>, subscriptions: &[&str]) -> Outcome<Self> {
        let mut writers = try_join_all((0..BURST).map(|_| Connection::open(running.address))).await?;
        let thread_id = if kind == Kind::Samverk {
            let input = json!({ "input": { "networkSlug": data::NETWORK, "subject": "Korleis gjer de det?" } });
            let (_, body) = writers[0]
                .post(&Post::graphql(START, &input, tokens[0].as_deref()))
                .await?;
            let answer: Value = serde_json::from_slice(&body)?;
            let id = answer["data"]["startThread"]["thread"]["id"].as_str();
            id.ok_or_else(|| format!("no thread started: {answer}"))?.to_owned()
        } else {
            "thread_of_the_bench".to_owned()
        };
        Ok(Self {
            thread_id,
            tokens,
            subscriptions: subscriptions.iter().map(|&text| text.to_owned()).collect(),
            writers,
            readers: Vec::new(),
            arrivals: Arc::default(),
        })
    }

    /// Opens sockets and returns when the server has answered something sent after each subscription.
    /// What comes after `after` may come before that answer; it is read from then on.
    pub async fn subscribe(&mut self, address: SocketAddr, count: usize, after: usize, at_once: usize) -> Outcome<()> {
        let sockets = (0..count).map(|n| {
            let token = self.tokens[n % self.tokens.len()].clone();
            let question = json!({
                "query": self.subscriptions[n % self.subscriptions.len()],
                "variables": { "threadId": self.thread_id, "after": after },
            });
            let arrivals = Arc::clone(&self.arrivals);
            async move {
                let socket = subscribed(address, &question, token.as_deref(), &arrivals, after).await?;
                Ok::<_, crate::Failure>(tokio::spawn(async move {
                    if let Err(error) = read(socket, &arrivals).await {
                        arrivals
                            .failure
                            .lock()
                            .expect(UNBROKEN)
                            .get_or_insert(error.to_string());
                        arrivals.changed.notify_one();
                    }
                }))
            }
        });
        let readers: Vec<_> = stream::iter(sockets).buffer_unordered(at_once).try_collect().await?;
        self.readers.extend(readers);
        Ok(())
    }

    /// All sockets break at once, without a word.
    pub fn hang_up(&mut self) {
        self.readers.drain(..).for_each(|reader| reader.abort());
    }

    /// Waits until everybody who listens has `each` messages more than `already`.
    pub async fn caught_up(&self, already: usize, each: usize) -> Outcome<()> {
        self.arrivals.wait_for(already + each * self.readers.len()).await
    }

    pub fn deliveries(&self) -> usize {
        self.arrivals.got.lock().expect(UNBROKEN).len()
    }

    /// Posts these messages, all at once unless a pace is given, and waits until everybody has all of them.
    pub async fn post(&mut self, messages: std::ops::Range<usize>, per_second: Option<u32>) -> Outcome<Said> {
        let already = self.arrivals.got.lock().expect(UNBROKEN).len();
        let expected = already + messages.len() * self.readers.len();
        let first = messages.start;
        let gap = per_second.map_or(Duration::ZERO, |per_second| Duration::from_secs(1) / per_second);
        let began = Instant::now();
        let posts: Vec<Post> = messages.map(|n| self.message(n)).collect();
        let lanes = self.writers.len();
        // Each connection takes its share of the messages, one after the other.
        let sent = join_all(self.writers.iter_mut().enumerate().map(|(lane, writer)| {
            let posts = &posts;
            async move {
                let mut sent = Vec::new();
                for n in (lane..posts.len()).step_by(lanes) {
                    let due = began + gap * u32::try_from(n)?;
                    tokio::time::sleep_until(due.into()).await;
                    let at = Instant::now();
                    let (status, body) = writer.post(&posts[n]).await?;
                    sent.push((n, at, at.elapsed()));
                    if status != 200 || memmem::find(&body, b"\"errors\"").is_some() {
                        return Err::<_, crate::Failure>(
                            format!("a post failed: {}", String::from_utf8_lossy(&body)).into(),
                        );
                    }
                }
                Ok(sent)
            }
        }))
        .await;
        let mut sent_at = vec![began; posts.len()];
        let mut said = Said {
            last: vec![Duration::ZERO; posts.len()],
            ..Said::default()
        };
        for lane in sent {
            for (n, at, answered) in lane? {
                sent_at[n] = at;
                said.answered.push(answered);
            }
        }
        self.arrivals.wait_for(expected).await?;
        for (message, at) in &self.arrivals.got.lock().expect(UNBROKEN)[already..] {
            let n = message
                .checked_sub(first)
                .filter(|n| *n < sent_at.len())
                .ok_or("an old message came once more")?;
            let delay = at.saturating_duration_since(sent_at[n]);
            said.delays.push(delay);
            said.last[n] = said.last[n].max(delay);
        }
        Ok(said)
    }

    fn message(&self, n: usize) -> Post {
        let body = format!(
            "{MARK}{n:06} Vi har prøvd det same på to skular, og det gjekk bra då driftsfolka var med frå starten."
        );
        let client_id = Uuid::now_v7().to_string();
        let input = json!({ "threadId": self.thread_id, "body": body, "language": "NN", "clientId": client_id });
        Post::graphql(
            POST,
            &json!({ "input": input }),
            self.tokens[n % self.tokens.len()].as_deref(),
        )
    }

    /// Ends the subscriptions; every message must have reached everybody who was there, once.
    fn close(self, messages: usize) -> Outcome<usize> {
        self.readers.iter().for_each(JoinHandle::abort);
        let deliveries = self.arrivals.got.lock().expect(UNBROKEN).len();
        // The first message came before all but one of them.
        let expected = 1 + (messages - 1) * SUBSCRIBERS;
        if deliveries == expected {
            Ok(deliveries)
        } else {
            Err(format!("{deliveries} deliveries instead of {expected}").into())
        }
    }
}

impl Arrivals {
    /// Counts a frame, if it is an event.
    fn take(&self, frame: &[u8], last_seq: &mut Option<usize>) -> Outcome<bool> {
        let at = Instant::now();
        let Some((seq, message)) = event(frame) else {
            return Ok(false);
        };
        if last_seq.is_some_and(|last| seq != last + 1) {
            return Err(format!("seq {seq} came after {last_seq:?}").into());
        }
        *last_seq = Some(seq);
        self.got.lock().expect(UNBROKEN).push((message, at));
        self.changed.notify_one();
        Ok(true)
    }

    async fn wait_for(&self, expected: usize) -> Outcome<()> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            if let Some(failure) = self.failure.lock().expect(UNBROKEN).take() {
                return Err(failure.into());
            }
            let got = self.got.lock().expect(UNBROKEN).len();
            if got >= expected {
                break;
            }
            if tokio::time::timeout_at(deadline, self.changed.notified())
                .await
                .is_err()
            {
                return Err(format!("{got} deliveries instead of {expected}: messages are lost").into());
            }
        }
        tokio::time::sleep(AFTERMATH).await;
        let got = self.got.lock().expect(UNBROKEN).len();
        if got == expected {
            Ok(())
        } else {
            Err(format!("{got} deliveries instead of {expected}: messages came twice").into())
        }
    }
}

type Socket = WebSocketStream<TcpStream>;

/// A socket, and the number of the last event that came on it already.
type Listening = (Socket, Option<usize>);

async fn subscribed(
    address: SocketAddr,
    question: &Value,
    token: Option<&str>,
    arrivals: &Arrivals,
    after: usize,
) -> Outcome<Listening> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut request = format!("ws://{address}/graphql/ws").into_client_request()?;
    request.headers_mut().insert(
        header::SEC_WEBSOCKET_PROTOCOL,
        HeaderValue::from_static("graphql-transport-ws"),
    );
    // A thousand of tungstenite's usual buffers would be most of this process's memory.
    let config = WebSocketConfig::default().read_buffer_size(4_096).write_buffer_size(0);
    let (mut socket, _) = client_async_with_config(request, stream, Some(config)).await?;

    let payload = token.map_or(json!({}), |token| json!({ "authorization": format!("Bearer {token}") }));
    say(&mut socket, &json!({ "type": "connection_init", "payload": payload })).await?;
    hear(&mut socket, "connection_ack").await?;
    say(
        &mut socket,
        &json!({ "id": "1", "type": "subscribe", "payload": question }),
    )
    .await?;
    say(&mut socket, &json!({ "type": "ping" })).await?;
    let mut last_seq = None;
    loop {
        let text = heard(&mut socket).await?;
        if text.contains(r#""type":"pong""#) {
            return Ok((socket, last_seq));
        }
        if !arrivals.take(text.as_bytes(), &mut last_seq)? && !answered_ping(&mut socket, &text).await? {
            return Err(format!("not an event after {after}: {text}").into());
        }
    }
}

async fn say(socket: &mut Socket, message: &Value) -> Outcome<()> {
    Ok(socket.send(Message::text(message.to_string())).await?)
}

async fn hear(socket: &mut Socket, kind: &str) -> Outcome<()> {
    loop {
        let text = heard(socket).await?;
        let message: Value = serde_json::from_str(&text)?;
        if message["type"] == kind {
            return Ok(());
        }
        if !answered_ping(socket, &text).await? {
            return Err(format!("{kind} was due, but came: {text}").into());
        }
    }
}

async fn heard(socket: &mut Socket) -> Outcome<String> {
    loop {
        match tokio::time::timeout(PATIENCE, socket.next()).await? {
            Some(Ok(Message::Text(text))) => return Ok(text.to_string()),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
            other => return Err(format!("a message was due, but came: {other:?}").into()),
        }
    }
}

async fn answered_ping(socket: &mut Socket, text: &str) -> Outcome<bool> {
    let asked = text.contains(r#""type":"ping""#);
    if asked {
        say(socket, &json!({ "type": "pong" })).await?;
    }
    Ok(asked)
}

async fn read((mut socket, mut last_seq): Listening, arrivals: &Arrivals) -> Outcome<()> {
    while let Some(message) = socket.next().await {
        let text = match message? {
            Message::Text(text) => text,
            Message::Close(reason) => return Err(format!("closed: {reason:?}").into()),
            _ => continue,
        };
        if !arrivals.take(text.as_bytes(), &mut last_seq)? && !answered_ping(&mut socket, &text).await? {
            return Err(format!("not an event: {text}").into());
        }
    }
    Err("the connection ended".into())
}

/// The event's number and the message's mark, found without parsing: the load generator shares the machine with the server.
fn event(frame: &[u8]) -> Option<(usize, usize)> {
    let number_after = |mark: &[u8]| {
        let digits = &frame[memmem::find(frame, mark)? + mark.len()..];
        let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
        std::str::from_utf8(&digits[..end]).ok()?.parse().ok()
    };
    Some((number_after(br#""seq":"#)?, number_after(MARK.as_bytes())?))
}

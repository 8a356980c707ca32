//! `graphql-transport-ws` over axum's WebSocket. Our own, since the library's answers protocol faults with codes that
//! clients misread, and executes every subscription for every socket. One task per socket: it reads, delivers what its
//! subscriptions have, and writes; nothing of it runs elsewhere.

use std::{collections::HashMap, pin::Pin, sync::Arc, time::Duration};

use async_graphql::Response;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures_util::{FutureExt, SinkExt, Stream, StreamExt, stream};
use serde::Deserialize;
use serde_json::Value;
use std::sync::atomic::Ordering::Relaxed;
use tokio::sync::watch;
use tokio_stream::StreamMap;

use super::{
    Arguments, Channel, Opened,
    group::{Joined, Member, Shared, Step},
    journal,
    operation::Operation,
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::{self, ClientRequest, Prepared},
    i18n::Language,
    people::{self, Me, Viewer, sign_in},
};

/// What is spoken here.
pub const PROTOCOL: &str = "graphql-transport-ws";
/// How long a client may take to introduce itself.
const INTRODUCTION: Duration = Duration::from_secs(10);
/// A ping goes out when this long nothing has; proxies cut what is silent for a minute.
const PING: Duration = Duration::from_secs(25);
/// A client that has sent nothing, not even a pong, for this long is gone.
const GONE: Duration = Duration::from_secs(70);
/// A socket that takes nothing for this long is closed; its client resumes.
const STUCK: Duration = Duration::from_secs(10);
/// Operations that run on one socket at once.
const OPERATIONS: usize = 64;
/// Frames written before the socket is flushed and read from again.
const BATCH: usize = 64;

/// Close codes: the protocol's own, and the two by which a client knows to come back.
mod code {
    pub const RESTARTING: u16 = 1012;
    pub const RESUME: u16 = 1013;
    pub const BAD_REQUEST: u16 = 4400;
    pub const UNAUTHORIZED: u16 = 4401;
    pub const FORBIDDEN: u16 = 4403;
    pub const SUBPROTOCOL: u16 = 4406;
    pub const NOT_INTRODUCED: u16 = 4408;
    pub const ALREADY_EXISTS: u16 = 4409;
    pub const TOO_MANY_INTRODUCTIONS: u16 = 4429;
}

/// Why a socket was closed.
struct Close(u16, &'static str);

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum ClientMessage {
    ConnectionInit {
        #[serde(default)]
        payload: Option<Value>,
    },
    Ping {
        #[serde(default)]
        payload: Option<Value>,
    },
    Pong {},
    Subscribe {
        id: String,
        payload: ClientRequest,
    },
    Complete {
        id: String,
    },
}

/// What one operation has to say.
enum Out {
    Next(Bytes),
    /// It ends with these errors.
    Error(Bytes),
    Complete,
    /// The database could not be asked; the client resumes later.
    Lost,
}

type Outs = Pin<Box<dyn Stream<Item = Out> + Send>>;

/// Who came with the upgrade request.
pub struct Caller {
    /// The secret of the session cookie or the `Authorization` header, if any.
    pub token: Option<String>,
    pub accept_language: Option<Language>,
}

/// Serves one socket to its end.
pub async fn serve(app: Arc<App>, socket: WebSocket, caller: Caller) {
    let _open = Gauge::up(app.clone(), |figures| &figures.sockets);
    let mut connection = Connection {
        language: caller.accept_language.unwrap_or(Language::Sv),
        caller,
        socket,
        viewer: Viewer::SignedOut,
        operations: StreamMap::new(),
        rechecks: HashMap::new(),
        rights: None,
        heard_at: app.clock.now(),
        app,
    };
    let close = connection.run().await.err().map(|Close(code, reason)| {
        Message::Close(Some(CloseFrame {
            code,
            reason: Utf8Bytes::from_static(reason),
        }))
    });
    // Whoever does not take the close does not need it.
    let app = connection.app.clone();
    let farewell = async {
        if let Some(close) = close {
            connection.socket.send(close).await?;
        }
        // Until the line is closed: so the client surely gets the code and not a reset, and its own close is answered.
        while let Some(Ok(_)) = connection.socket.recv().await {}
        Ok::<_, axum::Error>(())
    };
    let _ = app.clock.within(Duration::from_secs(2), farewell).await;
}

/// Counts something for as long as it lives.
struct Gauge {
    app: Arc<App>,
    of: fn(&super::Figures) -> &std::sync::atomic::AtomicU64,
}

impl Gauge {
    fn up(app: Arc<App>, of: fn(&super::Figures) -> &std::sync::atomic::AtomicU64) -> Self {
        of(&app.live.figures).fetch_add(1, Relaxed);
        Self { app, of }
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        (self.of)(&self.app.live.figures).fetch_sub(1, Relaxed);
    }
}

struct Connection {
    app: Arc<App>,
    caller: Caller,
    socket: WebSocket,
    viewer: Viewer,
    language: Language,
    operations: StreamMap<String, Outs>,
    /// What each running subscription was let in to, to be judged again when rights change.
    rechecks: HashMap<String, (&'static dyn Channel, Arguments)>,
    /// The topic of the viewer's rights, and how far it has been looked at.
    rights: Option<(Arc<super::Topic>, watch::Receiver<i64>)>,
    heard_at: crate::clock::Moment,
}

impl Connection {
    async fn run(&mut self) -> Result<(), Close> {
        let app = self.app.clone();
        if self.socket.protocol().is_none_or(|spoken| spoken != PROTOCOL) {
            return Err(Close(code::SUBPROTOCOL, "Subprotocol not acceptable"));
        }
        match app.clock.within(INTRODUCTION, self.introduce()).await {
            None => return Err(Close(code::NOT_INTRODUCED, "Connection initialisation timeout")),
            Some(Err(close)) => return Err(close),
            Some(Ok(false)) => return Ok(()),
            Some(Ok(true)) => {}
        }
        // Lives as long as nothing is sent; made anew only after it rang, since a timer per frame would cost more.
        let mut silence = Box::pin(sleep(app.clone(), PING));
        let stopping = app.stopping.clone();
        loop {
            tokio::select! {
                // In this order: a server that stops, rights that have gone, then what there is to do.
                biased;
                () = stopping.cancelled() => return Err(Close(code::RESTARTING, "Service restart")),
                () = rights_changed(&mut self.rights) => self.judge().await?,
                Some((id, out)) = self.operations.next(), if !self.operations.is_empty() => self.deliver(id, out).await?,
                message = self.socket.recv() => match self.hear(message).await? {
                    true => {}
                    false => return Ok(()),
                },
                () = &mut silence => {
                    if app.clock.now().since(self.heard_at) >= GONE {
                        return Ok(());
                    }
                    self.send(Message::Ping(Bytes::new())).await?;
                    silence = Box::pin(sleep(app.clone(), PING));
                }
            }
        }
    }

    /// Waits for `connection_init`; false when the client has gone.
    async fn introduce(&mut self) -> Result<bool, Close> {
        loop {
            let message = match self.socket.recv().await {
                Some(Ok(Message::Text(text))) => read(&text)?,
                Some(Ok(Message::Binary(_))) => {
                    return Err(Close(code::BAD_REQUEST, "Binary messages are not understood"));
                }
                Some(Ok(Message::Close(_))) | None => return Ok(false),
                Some(Ok(_)) => continue,
                Some(Err(error)) => return Err(broken(&error)),
            };
            match message {
                ClientMessage::ConnectionInit { payload } => {
                    self.sign_in(payload.as_ref()).await?;
                    self.send(Message::Text(Utf8Bytes::from_static(r#"{"type":"connection_ack"}"#)))
                        .await?;
                    return Ok(true);
                }
                ClientMessage::Ping { payload } => self.pong(payload).await?,
                ClientMessage::Pong {} | ClientMessage::Complete { .. } => {}
                ClientMessage::Subscribe { .. } => return Err(Close(code::UNAUTHORIZED, "Unauthorized")),
            }
        }
    }

    /// By the upgrade's cookie or header, or by `authorization` in the first message, for clients that can set neither.
    async fn sign_in(&mut self, payload: Option<&Value>) -> Result<(), Close> {
        let given = payload.and_then(|p| p.get("authorization").or_else(|| p.get("Authorization")));
        if let Some(token) = given {
            let token = token
                .as_str()
                .and_then(|text| text.strip_prefix("Bearer "))
                .unwrap_or_default()
                .trim();
            self.caller.token = Some(token.to_owned());
        }
        if let Some(language) = payload.and_then(|p| p.get("language")).and_then(Value::as_str) {
            self.language = Language::negotiate(language).unwrap_or(self.language);
        }
        self.viewer = authenticate(&self.app, self.caller.token.as_deref()).await?;
        if given.is_some() && self.viewer.maybe().is_none() {
            return Err(Close(code::FORBIDDEN, "Forbidden"));
        }
        if let Some(me) = self.viewer.maybe() {
            self.language = me.language;
            let topic = people::rights_topic(me.id);
            let topic = self.app.live.serve(&self.app, &topic).await.map_err(|_| RESUME)?;
            let changes = topic.head.subscribe();
            self.rights = Some((topic, changes));
        }
        Ok(())
    }

    /// The viewer's rights may have changed: whatever rested on one that is gone ends.
    async fn judge(&mut self) -> Result<(), Close> {
        let before = self.viewer.maybe().map(|me| me.id);
        self.viewer = authenticate(&self.app, self.caller.token.as_deref()).await?;
        if self.viewer.maybe().map(|me| me.id) != before {
            return Err(Close(code::UNAUTHORIZED, "Signed out"));
        }
        let Some(me) = self.viewer.maybe().cloned() else {
            return Ok(());
        };
        let mut over = Vec::new();
        for (id, (channel, arguments)) in &self.rechecks {
            match channel.open(&self.app, &me, arguments).await {
                Ok(_) => {}
                Err(Error::Internal(_)) => return Err(RESUME),
                Err(error) if error.code() == ErrorCode::Unavailable => return Err(RESUME),
                Err(error) => over.push((id.clone(), error)),
            }
        }
        for (id, error) in over {
            if self.operations.remove(&id).is_some() {
                self.deliver(id, Out::Error(errors(&graphql::refusal(self.language, &error))))
                    .await?;
            }
        }
        Ok(())
    }

    /// One message of the client, or what took its place; false when it has gone.
    async fn hear(&mut self, message: Option<Result<Message, axum::Error>>) -> Result<bool, Close> {
        let message = match message {
            Some(Ok(Message::Text(text))) => {
                self.heard_at = self.app.clock.now();
                read(&text)?
            }
            Some(Ok(Message::Binary(_))) => return Err(Close(code::BAD_REQUEST, "Binary messages are not understood")),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {
                self.heard_at = self.app.clock.now();
                return Ok(true);
            }
            Some(Ok(Message::Close(_))) | None => return Ok(false),
            Some(Err(error)) => return Err(broken(&error)),
        };
        match message {
            ClientMessage::ConnectionInit { .. } => {
                return Err(Close(code::TOO_MANY_INTRODUCTIONS, "Too many initialisation requests"));
            }
            ClientMessage::Ping { payload } => self.pong(payload).await?,
            ClientMessage::Pong {} => {}
            ClientMessage::Complete { id } => {
                self.operations.remove(&id);
                self.rechecks.remove(&id);
            }
            ClientMessage::Subscribe { id, payload } => self.subscribe(id, payload).await?,
        }
        Ok(true)
    }

    async fn pong(&mut self, payload: Option<Value>) -> Result<(), Close> {
        let text = match payload {
            None => r#"{"type":"pong"}"#.to_owned(),
            Some(payload) => serde_json::json!({ "type": "pong", "payload": payload }).to_string(),
        };
        self.send(Message::Text(text.into())).await
    }

    async fn subscribe(&mut self, id: String, request: ClientRequest) -> Result<(), Close> {
        if id.is_empty() {
            return Err(Close(code::BAD_REQUEST, "Invalid message"));
        }
        if self.operations.contains_key(&id) {
            return Err(Close(code::ALREADY_EXISTS, "Subscriber for this id already exists"));
        }
        let outs = match self.start(&id, request).await {
            Ok(outs) => outs,
            Err(Error::Internal(why)) if self.app.stopping.is_cancelled() => {
                tracing::debug!(%why, "stopping");
                return Err(Close(code::RESTARTING, "Service restart"));
            }
            Err(error) => {
                let refusal = errors(&graphql::refusal(self.language, &error));
                Box::pin(stream::iter([Out::Error(refusal)]))
            }
        };
        self.operations.insert(id, outs);
        Ok(())
    }

    async fn start(&mut self, id: &str, request: ClientRequest) -> Result<Outs> {
        if self.operations.len() >= OPERATIONS {
            return Err(Error::new(ErrorCode::RateLimited).saying("error-too-many-operations"));
        }
        let prepared = self.app.operations.prepare(&request)?;
        let name = request.operation_name.as_deref();
        if !prepared.is_subscription(name)? {
            return Ok(self.once(prepared, request));
        }
        let operation = Operation::read(&prepared, name, request.variables.clone())?;
        let channel = graphql::CHANNELS
            .iter()
            .find(|channel| channel.field() == operation.field)
            // An unknown field is refused by the schema itself, with its own words.
            .copied();
        let Some(channel) = channel else {
            return Ok(self.once(prepared, request));
        };
        let me = self.viewer.me()?.clone();
        let listener = Listener {
            app: self.app.clone(),
            prepared,
            name: request.operation_name.clone(),
            after: operation.after,
            operation,
            language: self.language,
            viewer: self.viewer.clone(),
            alone: false,
            _counted: Gauge::up(self.app.clone(), |figures| &figures.subscriptions),
        };
        self.rechecks
            .insert(id.to_owned(), (channel, listener.operation.arguments.clone()));
        listener.listen(channel, &me).await
    }

    /// A query or mutation: one answer. It runs to its end even when the socket closes.
    fn once(&self, prepared: Arc<Prepared>, request: ClientRequest) -> Outs {
        let (app, viewer, language) = (self.app.clone(), self.viewer.clone(), self.language);
        let answer = async move { graphql::run(&app, viewer, language, &prepared, request).await };
        Box::pin(
            stream::once(answer)
                .map(|response| match serde_json::to_vec(&response) {
                    // Refused before it ran: the protocol has a message of its own for that.
                    Ok(_)
                        if response.data == async_graphql::Value::Null
                            && !response.errors.is_empty()
                            && !ran(&response) =>
                    {
                        stream::iter(vec![Out::Error(errors(&response))])
                    }
                    Ok(bytes) => stream::iter(vec![Out::Next(bytes.into()), Out::Complete]),
                    Err(_) => stream::iter(vec![Out::Complete]),
                })
                .flatten(),
        )
    }

    /// Writes what one operation has, and what the others have by then, and flushes once.
    async fn deliver(&mut self, id: String, out: Out) -> Result<(), Close> {
        let mut next = Some((id, out));
        for _ in 0..BATCH {
            let Some((id, out)) = next else { break };
            let frame = match &out {
                Out::Next(bytes) => {
                    self.app.live.figures.deliveries.fetch_add(1, Relaxed);
                    frame(&id, "next", bytes)
                }
                Out::Error(bytes) => frame(&id, "error", bytes),
                Out::Complete => frame(&id, "complete", &[]),
                Out::Lost => return Err(RESUME),
            };
            if !matches!(out, Out::Next(_)) {
                self.operations.remove(&id);
                self.rechecks.remove(&id);
            }
            self.feed(Message::Text(frame)).await?;
            next = self.operations.next().now_or_never().flatten();
        }
        if let Some((id, out)) = next {
            // The batch was full with one in hand; it is written before the flush all the same.
            if let Out::Next(bytes) = &out {
                self.app.live.figures.deliveries.fetch_add(1, Relaxed);
                self.feed(Message::Text(frame(&id, "next", bytes))).await?;
            } else {
                self.operations.insert(id, Box::pin(stream::iter([out])));
            }
        }
        self.flush().await
    }

    async fn send(&mut self, message: Message) -> Result<(), Close> {
        self.feed(message).await?;
        self.flush().await
    }

    async fn feed(&mut self, message: Message) -> Result<(), Close> {
        written(self.app.clock.within(STUCK, self.socket.feed(message)).await)
    }

    async fn flush(&mut self) -> Result<(), Close> {
        written(self.app.clock.within(STUCK, self.socket.flush()).await)
    }
}

async fn authenticate(app: &Arc<App>, token: Option<&str>) -> Result<Viewer, Close> {
    match token {
        Some(token) => sign_in::authenticate(app, token).await.map_err(|_| RESUME),
        None => Ok(Viewer::SignedOut),
    }
}

const RESUME: Close = Close(code::RESUME, "Resume");

fn written(outcome: Option<Result<(), axum::Error>>) -> Result<(), Close> {
    match outcome {
        Some(Ok(())) => Ok(()),
        _ => Err(RESUME),
    }
}

async fn sleep(app: Arc<App>, span: Duration) {
    app.clock.sleep(span).await;
}

async fn rights_changed(rights: &mut Option<(Arc<super::Topic>, watch::Receiver<i64>)>) {
    if let Some((_, changes)) = rights
        && changes.changed().await.is_ok()
    {
        return;
    }
    std::future::pending().await
}

fn read(text: &str) -> Result<ClientMessage, Close> {
    serde_json::from_str(text).map_err(|_| Close(code::BAD_REQUEST, "Invalid message"))
}

/// What the client sent broke the WebSocket protocol itself, or the line broke.
fn broken(error: &axum::Error) -> Close {
    let text = error.to_string().to_lowercase();
    if text.contains("too long") || text.contains("capacity") || text.contains("too big") {
        Close(1009, "Message too big")
    } else if text.contains("utf-8") || text.contains("utf8") {
        Close(1007, "Not UTF-8")
    } else {
        Close(1002, "Protocol error")
    }
}

/// Whether a response is of an execution: its errors have paths.
fn ran(response: &Response) -> bool {
    response.errors.iter().any(|error| !error.path.is_empty())
}

/// `payload` of an `error` message: the list of errors.
fn errors(response: &Response) -> Bytes {
    serde_json::to_vec(&response.errors)
        .unwrap_or_else(|_| b"[]".to_vec())
        .into()
}

/// A message around a payload that is JSON already.
fn frame(id: &str, kind: &str, payload: &[u8]) -> Utf8Bytes {
    let mut text = String::with_capacity(payload.len() + id.len() + 40);
    text.push_str("{\"id\":");
    push_json(&mut text, id);
    text.push_str(",\"type\":\"");
    text.push_str(kind);
    text.push('"');
    if let Ok(payload) = std::str::from_utf8(payload)
        && !payload.is_empty()
    {
        text.push_str(",\"payload\":");
        text.push_str(payload);
    }
    text.push('}');
    text.into()
}

fn push_json(out: &mut String, text: &str) {
    // Ids are letters and digits as a rule; what is not is escaped by those who know how.
    if text
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&Value::from(text).to_string());
    }
}

/// One subscription of one socket.
struct Listener {
    app: Arc<App>,
    prepared: Arc<Prepared>,
    name: Option<String>,
    operation: Operation,
    after: Option<i64>,
    language: Language,
    viewer: Viewer,
    /// Whether its group is its person's own, since the responses depend on who asks.
    alone: bool,
    _counted: Gauge,
}

impl Listener {
    /// Lets the listener in and begins to listen.
    async fn listen(self, channel: &'static dyn Channel, me: &Me) -> Result<Outs> {
        let opened = channel.open(&self.app, me, &self.operation.arguments).await?;
        if let (Some(after), super::Source::Journal(topic)) = (self.after, &opened.source) {
            // Beyond the journal's last number there is nothing that the client could have: it is of another world.
            if after > journal::last(&self.app.db, topic).await? {
                return Err(Error::new(ErrorCode::Resync).on("after"));
            }
        }
        let mut listener = self;
        Ok(match listener.join(&opened).await? {
            Ok(member) => Box::pin(stream::unfold(Some((listener, opened, member)), Self::step)),
            Err(refusal) => Box::pin(stream::iter([Out::Error(refusal)])),
        })
    }

    async fn join(&mut self, opened: &Opened) -> Result<Result<Member, Bytes>> {
        let shared = Shared {
            prepared: &self.prepared,
            operation_name: self.name.as_deref(),
            variables: &self.operation.variables,
            key: &format!("{}{}", opened.class, self.operation.key),
            language: self.language,
        };
        let viewer = self.alone.then_some(&self.viewer);
        let groups = &self.app.live.groups;
        Ok(
            match groups
                .join(&self.app, &shared, &opened.source, viewer, self.after)
                .await?
            {
                Joined::Member(member) => Ok(member),
                Joined::Refused(refusal) => Err(errors(&refusal)),
            },
        )
    }

    async fn step(state: Option<(Self, Opened, Member)>) -> Option<(Out, Option<(Self, Opened, Member)>)> {
        let (mut listener, opened, mut member) = state?;
        loop {
            match member.next().await {
                Ok(Step::Next(bytes)) => return Some((Out::Next(bytes), Some((listener, opened, member)))),
                Ok(Step::Personal(position)) if !listener.alone => {
                    listener.alone = true;
                    listener.after = Some(position);
                }
                Ok(Step::Personal(position) | Step::Again(position)) => listener.after = Some(position),
                Err(error) => {
                    tracing::warn!(%error, "a subscription could not go on");
                    return Some((Out::Lost, None));
                }
            }
            member = match listener.join(&opened).await {
                Ok(Ok(member)) => member,
                Ok(Err(refusal)) => return Some((Out::Error(refusal), None)),
                Err(_) => return Some((Out::Lost, None)),
            };
        }
    }
}

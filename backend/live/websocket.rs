//! `graphql-transport-ws` over axum's WebSocket. Our own, since the library's answers protocol faults with codes that
//! clients misread, and executes every subscription for every socket. One task per socket: it reads, delivers what its
//! subscriptions have, and writes; nothing of it runs elsewhere.

use std::{
    future::poll_fn,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt, stream};
use serde::Deserialize;
use serde_json::Value;
use tokio_stream::StreamMap;

use super::{
    bell::{Bell, Bells},
    listener::{Caller, End, Gauge, Guest, Out, Outs},
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::ClientRequest,
    i18n::Language,
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

/// Serves one socket to its end.
pub async fn serve(app: Arc<App>, socket: WebSocket, caller: Caller) {
    let _open = Gauge::up(app.clone(), |figures| &figures.sockets);
    let language = caller.accept_language.unwrap_or(Language::Sv);
    let mut connection = Connection {
        guest: Guest::unknown(app.clone(), language, &caller.address),
        token: caller.token,
        socket,
        operations: StreamMap::new(),
        bells: Bells::new(),
        heard_at: app.clock.now(),
    };
    let close = connection.run().await.err().map(|Close(code, reason)| {
        Message::Close(Some(CloseFrame {
            code,
            reason: Utf8Bytes::from_static(reason),
        }))
    });
    // Whoever does not take the close does not need it.
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

struct Connection {
    guest: Guest,
    /// What the upgrade request brought, until the guest has introduced themselves.
    token: Option<String>,
    socket: WebSocket,
    operations: StreamMap<Arc<str>, Outs>,
    /// The first hangs on the operations, the second on all that the socket waits for beside them.
    bells: Bells,
    heard_at: crate::clock::Moment,
}

impl Connection {
    async fn run(&mut self) -> Result<(), Close> {
        let app = self.guest.app.clone();
        if self.socket.protocol().is_none_or(|spoken| spoken != PROTOCOL) {
            return Err(Close(code::SUBPROTOCOL, "Subprotocol not acceptable"));
        }
        let stopping = app.stopping.clone();
        let introduced = tokio::select! {
            () = stopping.cancelled() => return Err(RESTARTING),
            // What is done once, or seldom, waits in boxes of its own: a socket's task has the size of the largest future
            // that it awaits, for as long as it lives.
            introduced = app.clock.within(INTRODUCTION, Box::pin(self.introduce())) => introduced,
        };
        match introduced {
            None => return Err(Close(code::NOT_INTRODUCED, "Connection initialisation timeout")),
            Some(Err(close)) => return Err(close),
            Some(Ok(false)) => return Ok(()),
            Some(Ok(true)) => {}
        }
        let mut beside = Beside::of(&self.guest);
        loop {
            // In this order, since most that wakes a socket is something to deliver. Rights that have gone are seen to before
            // anything is written.
            let woken = poll_fn(|task| match self.poll_operations(task) {
                Poll::Ready((id, out)) => Poll::Ready(Woken::Operation(id, out)),
                Poll::Pending => beside.poll(&self.bells.second(), &mut self.socket, task),
            });
            match woken.await {
                Woken::Operation(id, out) => {
                    if self.guest.in_doubt() {
                        Box::pin(self.judge()).await?;
                    }
                    let more = self.operations.contains_key(&id) && self.deliver(id, out).await?;
                    // Where there always is more to write, nothing else is ever looked at.
                    if more && app.leaving.is_cancelled() {
                        return Err(RESTARTING);
                    }
                }
                Woken::Leave => return Err(RESTARTING),
                Woken::Rights => {
                    // Unless something to deliver came in between, and they were judged for that.
                    if self.guest.in_doubt() {
                        Box::pin(self.judge()).await?;
                    }
                    beside.rights = Box::pin(self.guest.rights_changed());
                }
                Woken::Line(message) => {
                    if !self.hear(message).await? {
                        return Ok(());
                    }
                }
                Woken::Silence => {
                    if app.clock.now().since(self.heard_at) >= GONE {
                        return Ok(());
                    }
                    self.send(Message::Ping(Bytes::new())).await?;
                    beside.silence = Box::pin(sleep(app.clone(), PING));
                }
            }
        }
    }

    /// What one of the operations has to say.
    fn poll_operations(&mut self, task: &Context<'_>) -> Poll<(Arc<str>, Out)> {
        let operations = &mut self.operations;
        self.bells
            .first()
            .answer(task, |task| match operations.poll_next_unpin(task) {
                Poll::Ready(Some(next)) => Poll::Ready(next),
                // None: there are no operations.
                Poll::Ready(None) | Poll::Pending => Poll::Pending,
            })
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
            self.token = Some(token.to_owned());
        }
        if let Some(language) = payload.and_then(|p| p.get("language")).and_then(Value::as_str) {
            self.guest.language = Language::negotiate(language).unwrap_or(self.guest.language);
        }
        self.guest.sign_in(self.token.take()).await.map_err(|_| RESUME)?;
        if given.is_some() && self.guest.viewer.maybe().is_none() {
            return Err(Close(code::FORBIDDEN, "Forbidden"));
        }
        Ok(())
    }

    /// The viewer's rights may have changed: whatever rested on one that is gone ends.
    async fn judge(&mut self) -> Result<(), Close> {
        let over = self.guest.judge().await.map_err(|end| match end {
            End::SignedOut => Close(code::UNAUTHORIZED, "Signed out"),
            End::Lost => RESUME,
        })?;
        for (id, errors) in over {
            if self.operations.remove(id.as_str()).is_some() {
                self.deliver(id.into(), Out::Error(errors)).await?;
            }
        }
        Ok(())
    }

    /// One message of the client, or what took its place; false when it has gone.
    async fn hear(&mut self, message: Option<Result<Message, axum::Error>>) -> Result<bool, Close> {
        let message = match message {
            Some(Ok(Message::Text(text))) => {
                self.heard_at = self.guest.app.clock.now();
                read(&text)?
            }
            Some(Ok(Message::Binary(_))) => return Err(Close(code::BAD_REQUEST, "Binary messages are not understood")),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {
                self.heard_at = self.guest.app.clock.now();
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
                self.operations.remove(id.as_str());
                self.guest.done(&id);
            }
            ClientMessage::Subscribe { id, payload } => Box::pin(self.subscribe(id, payload)).await?,
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
        if self.operations.contains_key(id.as_str()) {
            return Err(Close(code::ALREADY_EXISTS, "Subscriber for this id already exists"));
        }
        let refused = |error| -> Outs { Box::pin(stream::iter([Out::Error(error)])) };
        if self.operations.len() >= OPERATIONS {
            let error = Error::new(ErrorCode::RateLimited).saying("error-too-many-operations");
            self.begin(id, refused(self.guest.refusal(&error)));
            return Ok(());
        }
        let outs = match self.guest.start(&id, request).await {
            Ok(outs) => outs,
            Err(Error::Internal(why)) if self.guest.app.stopping.is_cancelled() => {
                tracing::debug!(%why, "stopping");
                return Err(RESTARTING);
            }
            // Nobody can say yet whether it may run: the client comes again, as after any broken line.
            Err(error) if error.code() == ErrorCode::Unavailable => return Err(RESUME),
            Err(error) => refused(self.guest.refusal(&error)),
        };
        self.begin(id, outs);
        Ok(())
    }

    fn begin(&mut self, id: String, outs: Outs) {
        self.operations.insert(id.into(), outs);
        self.bells.first().ring();
    }

    /// Writes what one operation has, and what the others have by then, and flushes once. Whether there may be more.
    async fn deliver(&mut self, id: Arc<str>, out: Out) -> Result<bool, Close> {
        let mut next = Some((id, out));
        let mut written = 0;
        while let Some((id, out)) = next {
            let frame = match &out {
                Out::Next(response) => {
                    self.guest.app.live.figures.deliveries.count();
                    frame(&id, "next", response)
                }
                Out::Error(errors) => frame(&id, "error", errors),
                Out::Complete => frame(&id, "complete", ""),
                Out::Lost => return Err(RESUME),
            };
            if !matches!(out, Out::Next(_)) {
                self.operations.remove(&id);
                self.guest.done(&id);
            }
            self.feed(Message::Text(frame)).await?;
            written += 1;
            if written == BATCH {
                break;
            }
            next = poll_fn(|task| match self.poll_operations(task) {
                Poll::Ready(next) => Poll::Ready(Some(next)),
                Poll::Pending => Poll::Ready(None),
            })
            .await;
        }
        self.flush().await?;
        Ok(written == BATCH)
    }

    async fn send(&mut self, message: Message) -> Result<(), Close> {
        self.feed(message).await?;
        self.flush().await
    }

    async fn feed(&mut self, message: Message) -> Result<(), Close> {
        written(self.guest.app.clock.within(STUCK, self.socket.feed(message)).await)
    }

    async fn flush(&mut self) -> Result<(), Close> {
        written(self.guest.app.clock.within(STUCK, self.socket.flush()).await)
    }
}

/// What a socket's task wakes for.
enum Woken {
    Operation(Arc<str>, Out),
    Leave,
    Rights,
    Line(Option<Result<Message, axum::Error>>),
    Silence,
}

/// What a socket waits for beside its operations; each is made anew only after it rang, since to begin waiting costs
/// more than to go on.
struct Beside {
    leave: Wait,
    rights: Wait,
    /// Lives as long as nothing is sent.
    silence: Wait,
}

type Wait = Pin<Box<dyn Future<Output = ()> + Send>>;

impl Beside {
    fn of(guest: &Guest) -> Self {
        Self {
            leave: Box::pin(guest.app.clone().time_to_leave()),
            rights: Box::pin(guest.rights_changed()),
            silence: Box::pin(sleep(guest.app.clone(), PING)),
        }
    }

    fn poll(&mut self, bell: &Bell<'_>, socket: &mut WebSocket, task: &Context<'_>) -> Poll<Woken> {
        let Self { leave, rights, silence } = self;
        bell.answer(task, |task| {
            let waits = [(leave, Woken::Leave), (rights, Woken::Rights)];
            for (wait, woken) in waits {
                if wait.as_mut().poll(task).is_ready() {
                    return Poll::Ready(woken);
                }
            }
            if let Poll::Ready(message) = socket.poll_next_unpin(task) {
                return Poll::Ready(Woken::Line(message));
            }
            silence.as_mut().poll(task).map(|()| Woken::Silence)
        })
    }
}

const RESTARTING: Close = Close(code::RESTARTING, "Resume");
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

/// A message around a payload that is JSON already.
fn frame(id: &str, kind: &str, payload: &str) -> Utf8Bytes {
    // Ids are letters and digits as a rule; what is not is escaped by those who know how.
    let plain = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let escaped = if plain {
        String::new()
    } else {
        Value::from(id).to_string()
    };
    let id: &[&str] = if plain { &["\"", id, "\""] } else { &[&escaped] };
    let payload: &[&str] = if payload.is_empty() {
        &[]
    } else {
        &[",\"payload\":", payload]
    };
    let parts = [&["{\"id\":"], id, &[",\"type\":\"", kind, "\""], payload, &["}"]];
    // Of the exact length: so the text becomes bytes as it is.
    let mut text = String::with_capacity(parts.iter().copied().flatten().map(|part| part.len()).sum());
    text.extend(parts.into_iter().flatten().copied());
    text.into()
}

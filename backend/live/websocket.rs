//! `graphql-transport-ws`. Our own, since the library's answers protocol faults with codes that clients misread, and
//! executes every subscription for every socket. One task per socket: it reads, delivers what its subscriptions have, and
//! writes; but what comes while it has nothing to write is written to its [`wire`](super::wire) for it.

use std::{
    future::poll_fn,
    pin::Pin,
    sync::{Arc, atomic::Ordering::Relaxed},
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt, stream};
use serde::Deserialize;
use serde_json::Value;
use tokio::{
    io::{self, AsyncWriteExt},
    net::TcpStream,
};
use tokio_stream::StreamMap;
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        self, Message, Utf8Bytes,
        protocol::{
            CloseFrame, Role, WebSocketConfig,
            frame::{
                FrameHeader,
                coding::{Data, OpCode},
            },
        },
    },
};

use super::{
    listener::{self, Caller, Gauge, Guest, Out, Outs},
    wire::{End, Wire},
};
use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
    graphql::{ClientRequest, LARGEST_REQUEST},
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
/// How long a client may take to answer a close.
const FAREWELL: Duration = Duration::from_secs(2);
/// Operations that run on one socket at once.
const OPERATIONS: usize = 64;
/// Frames written before the socket is flushed and read from again.
const BATCH: usize = 64;
/// Per socket. The library's own 128 KiB to read into would be most of a socket's memory.
const BUFFER: usize = 2048;
/// What may wait for a line that takes nothing.
const UNWRITTEN: usize = 4 * 1024 * 1024;

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

/// A socket that was just opened, with what had come on it by then.
pub struct Socket {
    pub stream: TcpStream,
    pub read: Vec<u8>,
    /// Whether the client asked for [`PROTOCOL`].
    pub understood: bool,
}

/// Serves one socket to its end.
pub async fn serve(app: Arc<App>, socket: Socket, caller: Caller) {
    let _open = Gauge::up(app.clone(), |figures| &figures.sockets);
    let language = caller.accept_language.unwrap_or(Language::Sv);
    let wire = Arc::new(Wire::new(socket.stream));
    let config = WebSocketConfig::default()
        .max_message_size(Some(LARGEST_REQUEST))
        .max_frame_size(Some(LARGEST_REQUEST))
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER)
        .max_write_buffer_size(UNWRITTEN);
    let mut connection = Connection {
        guest: Guest::unknown(app.clone(), language, &caller.address).on(wire.clone()),
        token: caller.token,
        socket: WebSocketStream::from_partially_read(End(wire.clone()), socket.read, Role::Server, Some(config)).await,
        wire,
        operations: StreamMap::new(),
        heard_at: app.clock.now(),
    };
    let close = if socket.understood {
        connection.run().await.err()
    } else {
        Some(Close(code::SUBPROTOCOL, "Subprotocol not acceptable"))
    };
    // In a box, as everything that is done once. Whoever does not take the close does not need it.
    let farewell = async {
        // After a close nothing more is written.
        connection.wire.take();
        if let Some(Close(code, reason)) = close {
            let close = CloseFrame {
                code: code.into(),
                reason: Utf8Bytes::from_static(reason),
            };
            connection.socket.send(Message::Close(Some(close))).await?;
        }
        // Until the line is closed: so the client surely gets the code and not a reset, and its own close is answered.
        while let Some(Ok(_)) = connection.socket.next().await {}
        // What lies unread when a socket closes makes a reset of it, which may overtake what was written last.
        let end = connection.socket.get_mut();
        end.shutdown().await?;
        io::copy(end, &mut io::sink()).await?;
        Ok::<_, tungstenite::Error>(())
    };
    let _ = app.clock.within(FAREWELL, Box::pin(farewell)).await;
}

struct Connection {
    guest: Guest,
    /// What the upgrade request brought, until the guest has introduced themselves.
    token: Option<String>,
    socket: WebSocketStream<End>,
    wire: Arc<Wire>,
    operations: StreamMap<Arc<str>, Outs>,
    heard_at: crate::clock::Moment,
}

impl Connection {
    async fn run(&mut self) -> Result<(), Close> {
        let app = self.guest.app.clone();
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
            let woken = poll_fn(|task| {
                // Most that wakes a socket is something to deliver. Rights that have gone are seen to before anything is written.
                if let Poll::Ready((id, out)) = self.poll_operations(task) {
                    return Poll::Ready(Woken::Operation(id, out));
                }
                if self.wire.give_back() {
                    return Poll::Ready(Woken::Rest);
                }
                beside.poll(&mut self.socket, task)
            });
            match woken.await {
                Woken::Rest => self.flush().await?,
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

    /// What one of the operations has to say. Until it is on the line nobody else writes.
    fn poll_operations(&mut self, task: &mut Context<'_>) -> Poll<(Arc<str>, Out)> {
        self.wire.take();
        match self.operations.poll_next_unpin(task) {
            Poll::Ready(Some(next)) => Poll::Ready(next),
            // None: there are no operations.
            Poll::Ready(None) | Poll::Pending => Poll::Pending,
        }
    }

    /// Waits for `connection_init`; false when the client has gone.
    async fn introduce(&mut self) -> Result<bool, Close> {
        loop {
            let message = match self.socket.next().await {
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
            listener::End::SignedOut => Close(code::UNAUTHORIZED, "Signed out"),
            listener::End::Lost => RESUME,
        })?;
        for (id, errors) in over {
            if self.operations.remove(&id).is_some() {
                self.deliver(id, Out::Error(errors)).await?;
            }
        }
        self.guest.judged();
        Ok(())
    }

    /// One message of the client, or what took its place; false when it has gone.
    async fn hear(&mut self, message: Option<Result<Message, tungstenite::Error>>) -> Result<bool, Close> {
        let message = match message {
            Some(Ok(Message::Text(text))) => {
                self.heard_at = self.guest.app.clock.now();
                read(&text)?
            }
            Some(Ok(Message::Binary(_))) => return Err(Close(code::BAD_REQUEST, "Binary messages are not understood")),
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => {
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
            ClientMessage::Subscribe { id, payload } => Box::pin(self.subscribe(id.into(), payload)).await?,
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

    async fn subscribe(&mut self, id: Arc<str>, request: ClientRequest) -> Result<(), Close> {
        if id.is_empty() {
            return Err(Close(code::BAD_REQUEST, "Invalid message"));
        }
        if self.operations.contains_key(&id) {
            return Err(Close(code::ALREADY_EXISTS, "Subscriber for this id already exists"));
        }
        let refused = |error| -> Outs { Box::pin(stream::iter([Out::Error(error)])) };
        if self.operations.len() >= OPERATIONS {
            let error = Error::new(ErrorCode::RateLimited).saying("error-too-many-operations");
            self.operations.insert(id, refused(self.guest.refusal(&error)));
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
        self.operations.insert(id, outs);
        Ok(())
    }

    /// Writes what one operation has, and what the others have by then, and flushes once. Whether there may be more.
    async fn deliver(&mut self, id: Arc<str>, out: Out) -> Result<bool, Close> {
        let mut next = Some((id, out));
        let mut written = 0;
        while let Some((id, out)) = next {
            let frame = match &out {
                Out::Next(response) => {
                    self.guest.app.live.figures.deliveries.fetch_add(1, Relaxed);
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
    /// The line was full when something was written for us.
    Rest,
    Leave,
    Rights,
    Line(Option<Result<Message, tungstenite::Error>>),
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

    fn poll(&mut self, socket: &mut WebSocketStream<End>, task: &mut Context<'_>) -> Poll<Woken> {
        if self.leave.as_mut().poll(task).is_ready() {
            return Poll::Ready(Woken::Leave);
        }
        if self.rights.as_mut().poll(task).is_ready() {
            return Poll::Ready(Woken::Rights);
        }
        if let Poll::Ready(message) = socket.poll_next_unpin(task) {
            return Poll::Ready(Woken::Line(message));
        }
        self.silence.as_mut().poll(task).map(|()| Woken::Silence)
    }
}

const RESTARTING: Close = Close(code::RESTARTING, "Resume");
const RESUME: Close = Close(code::RESUME, "Resume");

fn written(outcome: Option<Result<(), tungstenite::Error>>) -> Result<(), Close> {
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
fn broken(error: &tungstenite::Error) -> Close {
    match error {
        tungstenite::Error::Capacity(_) => Close(1009, "Message too big"),
        tungstenite::Error::Utf8(_) => Close(1007, "Not UTF-8"),
        _ => Close(1002, "Protocol error"),
    }
}

/// Appends the frame of a `next` message.
pub(super) fn next(id: &str, response: &str, into: &mut Vec<u8>) {
    let message = frame(id, "next", response);
    let header = FrameHeader {
        opcode: OpCode::Data(Data::Text),
        ..FrameHeader::default()
    };
    // A vector takes everything.
    let _ = header.format(message.len() as u64, into);
    into.extend_from_slice(message.as_bytes());
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

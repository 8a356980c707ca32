//! The client's end of `graphql-transport-ws`, by hand: tests say what an ordinary client never would.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use futures_util::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use serde_json::{Value, json};
use tokio::{
    net::{TcpSocket, TcpStream},
    sync::{Mutex, mpsc, watch},
    task::AbortHandle,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{self, Message, client::IntoClientRequest, http::HeaderValue},
};

use super::client::Refusal;

/// How long a test waits for what must come. Only a failure takes this long.
const PATIENCE: Duration = Duration::from_secs(20);

type Stream = WebSocketStream<TcpStream>;

#[derive(Debug)]
pub struct Socket {
    mouth: Arc<Mutex<SplitSink<Stream, Message>>>,
    /// What the ear, a task of its own that answers pings, has heard.
    heard: mpsc::UnboundedReceiver<Heard>,
    ear: AbortHandle,
    covered: watch::Sender<bool>,
    /// Messages read while another operation's were wanted.
    waiting: VecDeque<Value>,
    next_id: u32,
}

/// What came, or how the socket ended.
#[derive(Debug)]
pub enum Heard {
    Message(Value),
    Closed(u16, String),
}

impl Socket {
    pub async fn open(
        node: &str,
        origin: &str,
        protocol: &str,
        cookie: Option<&str>,
        language: &str,
    ) -> Result<Self, u16> {
        let host = node.trim_start_matches("http://");
        let mut request = format!("ws://{host}/graphql/ws")
            .into_client_request()
            .expect("it is an address");
        let mut set = |name: &'static str, value: &str| {
            request
                .headers_mut()
                .insert(name, HeaderValue::from_str(value).expect("it is plain text"));
        };
        set("origin", origin);
        set("accept-language", language);
        if !protocol.is_empty() {
            set("sec-websocket-protocol", protocol);
        }
        if let Some(cookie) = cookie {
            set("cookie", cookie);
        }
        // A short line, so that what is not read is soon felt at its other end.
        let tcp = TcpSocket::new_v4().expect("there are sockets");
        tcp.set_recv_buffer_size(64 * 1024).expect("a buffer has a size");
        let tcp = tcp.connect(host.parse().expect("it is an address")).await;
        let tcp = tcp.expect("the server listens");
        match client_async(request, tcp).await {
            Ok((stream, _)) => Ok(Self::of(stream)),
            Err(tungstenite::Error::Http(response)) => Err(response.status().as_u16()),
            // Upgraded, but to nothing that we asked for.
            Err(tungstenite::Error::Protocol(_)) => Err(101),
            Err(other) => panic!("the upgrade ends without an answer: {other}"),
        }
    }

    fn of(stream: Stream) -> Self {
        let (mouth, stream) = stream.split();
        let mouth = Arc::new(Mutex::new(mouth));
        let (tell, heard) = mpsc::unbounded_channel();
        let covered = watch::Sender::new(false);
        let ear = tokio::spawn(listen(stream, mouth.clone(), tell, covered.subscribe())).abort_handle();
        Self {
            mouth,
            heard,
            ear,
            covered,
            waiting: VecDeque::new(),
            next_id: 1,
        }
    }

    pub async fn send(&mut self, message: Value) {
        self.send_raw(message.to_string()).await;
    }

    pub async fn send_raw(&mut self, text: impl Into<String>) {
        // A socket that the server has closed meanwhile is what some tests want: they look at how it ended.
        let _ = self.mouth.lock().await.send(Message::text(text.into())).await;
    }

    pub async fn send_frame(&mut self, frame: Message) {
        let _ = self.mouth.lock().await.send(frame).await;
    }

    pub async fn init(&mut self, bearer: Option<&str>) {
        let payload = bearer.map(|token| json!({ "authorization": format!("Bearer {token}") }));
        self.send(json!({ "type": "connection_init", "payload": payload }))
            .await;
        match self.hear().await {
            Heard::Message(message) if message["type"] == "connection_ack" => {}
            other => panic!("connection_init was answered {other:?}"),
        }
    }

    /// Starts an operation; its id is what [`Socket::event`] wants.
    pub async fn start(&mut self, query: &str, variables: Value) -> String {
        let id = self.next_id.to_string();
        self.next_id += 1;
        self.send(json!({ "type": "subscribe", "id": id, "payload": { "query": query, "variables": variables } }))
            .await;
        id
    }

    /// The next message, whoever it is for, or the end.
    pub async fn hear(&mut self) -> Heard {
        match self.waiting.pop_front() {
            Some(message) => Heard::Message(message),
            None => self.read().await,
        }
    }

    async fn read(&mut self) -> Heard {
        within(self.heard.recv())
            .await
            .expect("nobody reads on behind the end of a socket")
    }

    /// The next message of this operation.
    pub async fn message(&mut self, id: &str) -> Value {
        if let Some(at) = self.waiting.iter().position(|message| message["id"] == id) {
            return self.waiting.remove(at).expect("it was found just now");
        }
        loop {
            match self.read().await {
                Heard::Message(message) if message["id"] == id => return message,
                Heard::Message(message) => self.waiting.push_back(message),
                Heard::Closed(code, reason) => panic!("waiting for operation {id}, the socket closed: {code} {reason}"),
            }
        }
    }

    /// The data of the next result of this operation.
    pub async fn event(&mut self, id: &str) -> Value {
        let message = self.message(id).await;
        assert_eq!(message["type"], "next", "{message}");
        assert!(message["payload"].get("errors").is_none(), "{message}");
        message["payload"]["data"].clone()
    }

    /// How the operation was refused.
    pub async fn refusal(&mut self, id: &str) -> Refusal {
        let message = self.message(id).await;
        match message["type"].as_str() {
            Some("error") => Refusal::of(&message["payload"][0]),
            _ => panic!("operation {id} should be refused, but was answered {message}"),
        }
    }

    /// How the socket was closed; what came before is passed over.
    pub async fn closed(&mut self) -> (u16, String) {
        loop {
            if let Heard::Closed(code, reason) = self.hear().await {
                return (code, reason);
            }
        }
    }

    /// Nothing is read any more, or again.
    pub fn cover_ear(&self, covered: bool) {
        self.covered.send_replace(covered);
    }

    /// Still connected, but nobody reads any more: what is sent piles up.
    pub fn deafen(&self) {
        self.ear.abort();
    }

    /// Gone without a word, as when the network breaks.
    pub fn cut(self) {}
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.ear.abort();
    }
}

async fn listen(
    mut stream: SplitStream<Stream>,
    mouth: Arc<Mutex<SplitSink<Stream, Message>>>,
    tell: mpsc::UnboundedSender<Heard>,
    mut covered: watch::Receiver<bool>,
) {
    let end = loop {
        // An error: the socket is gone, and this task with it.
        let _ = covered.wait_for(|covered| !covered).await;
        let next = tokio::select! {
            biased;
            Ok(_) = covered.wait_for(|covered| *covered) => continue,
            next = stream.next() => next,
        };
        match next {
            Some(Ok(Message::Text(text))) => {
                let message: Value = serde_json::from_str(&text).expect("the server speaks JSON");
                if message["type"] == "ping" {
                    let pong = json!({ "type": "pong" }).to_string();
                    let _ = mouth.lock().await.send(Message::text(pong)).await;
                } else if tell.send(Heard::Message(message)).is_err() {
                    return;
                }
            }
            Some(Ok(Message::Close(Some(frame)))) => break Heard::Closed(frame.code.into(), frame.reason.to_string()),
            Some(Ok(Message::Close(None))) => break Heard::Closed(1005, String::new()),
            Some(Ok(_)) => {}
            Some(Err(error)) => break Heard::Closed(1006, error.to_string()),
            None => break Heard::Closed(1006, "the connection ended without a close frame".to_owned()),
        }
    };
    // Nobody may be there to hear it.
    let _ = tell.send(end);
    // Reading on is what sends the answer to a close frame, for which the server waits.
    while let Some(Ok(_)) = stream.next().await {}
}

/// The answer of `future`, in bounded time.
#[expect(
    clippy::disallowed_methods,
    reason = "a bound for what never comes, not a wait for what will"
)]
pub async fn within<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(PATIENCE, future)
        .await
        .expect("what a test waits for comes in time")
}

/// Asks until it is so, in bounded time: for what the server does by itself after it has answered.
pub async fn eventually(is_so: impl AsyncFn() -> bool) {
    within(async { while !is_so().await {} }).await;
}

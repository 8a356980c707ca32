//! The client's end of `graphql-transport-ws`, by hand: tests say what an ordinary client never would.

use std::{collections::VecDeque, time::Duration};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{self, Message, client::IntoClientRequest, http::HeaderValue},
};

use super::client::Refusal;

/// How long a test waits for what must come. Only a failure takes this long.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Socket {
    stream: WebSocketStream<TcpStream>,
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
        let mut request = format!("ws://{host}/graphql/ws").into_client_request().expect("it is an address");
        let mut set = |name: &'static str, value: &str| {
            request.headers_mut().insert(name, HeaderValue::from_str(value).expect("it is plain text"));
        };
        set("origin", origin);
        set("accept-language", language);
        set("sec-websocket-protocol", protocol);
        if let Some(cookie) = cookie {
            set("cookie", cookie);
        }
        let tcp = TcpStream::connect(host).await.expect("the server listens");
        match client_async(request, tcp).await {
            Ok((stream, _)) => Ok(Self { stream, waiting: VecDeque::new(), next_id: 1 }),
            Err(tungstenite::Error::Http(response)) => Err(response.status().as_u16()),
            Err(other) => panic!("the upgrade ends without an answer: {other}"),
        }
    }

    pub async fn send(&mut self, message: Value) {
        self.send_raw(message.to_string()).await;
    }

    pub async fn send_raw(&mut self, text: impl Into<String>) {
        // A socket that the server has closed meanwhile is what some tests want: they look at how it ended.
        let _ = self.stream.send(Message::text(text.into())).await;
    }

    pub async fn send_frame(&mut self, frame: Message) {
        let _ = self.stream.send(frame).await;
    }

    pub async fn init(&mut self, bearer: Option<&str>) {
        let payload = bearer.map(|token| json!({ "authorization": format!("Bearer {token}") }));
        self.send(json!({ "type": "connection_init", "payload": payload })).await;
        match self.hear().await {
            Heard::Message(message) if message["type"] == "connection_ack" => {}
            other => panic!("connection_init was answered {other:?}"),
        }
    }

    /// Starts an operation; its id is what [`Socket::event`] wants.
    pub async fn start(&mut self, query: &str, variables: Value) -> String {
        let id = self.next_id.to_string();
        self.next_id += 1;
        self.send(json!({ "type": "subscribe", "id": id, "payload": { "query": query, "variables": variables } })).await;
        id
    }

    pub async fn complete(&mut self, id: &str) {
        self.send(json!({ "type": "complete", "id": id })).await;
    }

    /// The next message, whoever it is for; pings are answered on the way.
    pub async fn hear(&mut self) -> Heard {
        match self.waiting.pop_front() {
            Some(message) => Heard::Message(message),
            None => self.read().await,
        }
    }

    async fn read(&mut self) -> Heard {
        loop {
            match within(self.stream.next()).await {
                Some(Ok(Message::Text(text))) => {
                    let message: Value = serde_json::from_str(&text).expect("the server speaks JSON");
                    if message["type"] == "ping" {
                        self.send(json!({ "type": "pong" })).await;
                    } else {
                        return Heard::Message(message);
                    }
                }
                Some(Ok(Message::Close(frame))) => {
                    return match frame {
                        Some(frame) => Heard::Closed(frame.code.into(), frame.reason.to_string()),
                        None => Heard::Closed(1005, String::new()),
                    };
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Heard::Closed(1006, error.to_string()),
                None => return Heard::Closed(1006, "the connection ended without a close frame".to_owned()),
            }
        }
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

    /// Whether the server still answers on this socket, and everything it had to say before has been heard: what is in the
    /// queue afterwards is all there is. No waiting for something not to come.
    pub async fn settled(&mut self) -> &VecDeque<Value> {
        self.send(json!({ "type": "ping", "payload": "settled?" })).await;
        loop {
            match self.read().await {
                Heard::Message(message) if message["type"] == "pong" => return &self.waiting,
                Heard::Message(message) => self.waiting.push_back(message),
                Heard::Closed(code, reason) => panic!("the socket closed: {code} {reason}"),
            }
        }
    }

    /// Gone without a word, as when the network breaks.
    pub fn cut(self) {}
}

/// The answer of `future`, in bounded time.
#[expect(clippy::disallowed_methods, reason = "a bound for what never comes, not a wait for what will")]
pub async fn within<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(PATIENCE, future).await.expect("what a test waits for comes in time")
}

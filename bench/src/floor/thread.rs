//! The thread as bytes: each `next` frame is made once and the same bytes are written to every socket, over bare
//! tokio-tungstenite. Whatever waits for a socket is written in one go.

use std::{
    iter,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{Router, extract::State, response::IntoResponse, routing::post};
use bytes::{BufMut, Bytes, BytesMut};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    sync::broadcast,
};
use tokio_tungstenite::{
    WebSocketStream, accept_hdr_async_with_config,
    tungstenite::{
        Message,
        handshake::server::{Request, Response},
        http::HeaderValue,
        protocol::WebSocketConfig,
    },
};

use crate::Outcome;

/// More than any bench posts at once; a socket that falls behind by more ends, and its subscriber reports the loss.
const RING: usize = 4_096;

struct Thread {
    last_seq: Mutex<u64>,
    frames: broadcast::Sender<Bytes>,
}

pub async fn serve(listen: SocketAddr, sockets: SocketAddr) -> Outcome<()> {
    let thread = Arc::new(Thread {
        last_seq: Mutex::new(0),
        frames: broadcast::channel(RING).0,
    });
    let router = Router::new()
        .route("/graphql", post(post_message))
        .with_state(Arc::clone(&thread));
    let posts = TcpListener::bind(listen).await?;
    let posts = axum::serve::ListenerExt::tap_io(posts, |stream| _ = stream.set_nodelay(true));
    let subscribers = TcpListener::bind(sockets).await?;
    tokio::spawn(async move { axum::serve(posts, router).await });
    loop {
        let (stream, _) = subscribers.accept().await?;
        stream.set_nodelay(true)?;
        // A subscriber's end is its own affair.
        tokio::spawn(subscriber(stream, Arc::clone(&thread)));
    }
}

async fn post_message(State(thread): State<Arc<Thread>>, body: Bytes) -> impl IntoResponse {
    let request: Value = serde_json::from_slice(&body).expect("the bench posts JSON");
    let text = &request["variables"]["input"]["body"];
    // Numbered and sent under one lock, so that every subscriber has them in order.
    let mut last_seq = thread.last_seq.lock().expect("nobody panics with this lock");
    *last_seq += 1;
    let id = format!("message_{:026}", *last_seq);
    let next = json!({ "id": "1", "type": "next", "payload": { "data": { "threadEvents": {
        "__typename": "MessagePosted",
        "seq": *last_seq,
        "message": {
            "id": id,
            "seq": *last_seq,
            "body": text,
            "language": "SV",
            "postedAt": "2026-11-22T13:05:00.000Z",
            "author": { "name": "Astrid Provström nr 17", "organisation": { "name": "Haninge" } },
        },
    } } } });
    // Nobody listening yet is no error.
    let _ = thread.frames.send(text_frame(next.to_string().as_bytes()));
    json!({ "data": { "postMessage": { "message": { "id": id } } } }).to_string()
}

/// A server's text frame is not masked, so it is the same for everybody.
fn text_frame(payload: &[u8]) -> Bytes {
    let mut frame = BytesMut::with_capacity(payload.len() + 4);
    frame.put_u8(0x81);
    match u8::try_from(payload.len()) {
        Ok(length @ ..126) => frame.put_u8(length),
        _ => {
            frame.put_u8(126);
            frame.put_u16(u16::try_from(payload.len()).expect("a message of the bench is short"));
        }
    }
    frame.put_slice(payload);
    frame.freeze()
}

async fn subscriber(stream: TcpStream, thread: Arc<Thread>) -> Outcome<()> {
    let config = WebSocketConfig::default().read_buffer_size(2_048).write_buffer_size(0);
    #[expect(clippy::result_large_err, reason = "tungstenite's own signature")]
    let name_protocol = |_: &Request, mut response: Response| {
        response.headers_mut().insert(
            "sec-websocket-protocol",
            HeaderValue::from_static("graphql-transport-ws"),
        );
        Ok(response)
    };
    let mut socket = accept_hdr_async_with_config(stream, name_protocol, Some(config)).await?;
    let mut frames = thread.frames.subscribe();
    loop {
        tokio::select! {
            message = socket.next() => match message {
                Some(Ok(Message::Text(text))) => answer(&mut socket, &text).await?,
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Ok(()),
            },
            frame = frames.recv() => {
                let mut waiting = vec![frame?];
                waiting.extend(iter::from_fn(|| frames.try_recv().ok()));
                socket.get_mut().write_all(&waiting.concat()).await?;
            }
        }
    }
}

async fn answer(socket: &mut WebSocketStream<TcpStream>, text: &str) -> Outcome<()> {
    let message: Value = serde_json::from_str(text)?;
    let reply = match message["type"].as_str() {
        Some("connection_init") => json!({ "type": "connection_ack" }),
        Some("ping") => json!({ "type": "pong" }),
        _ => return Ok(()),
    };
    Ok(socket.send(Message::text(reply.to_string())).await?)
}

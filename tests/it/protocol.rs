//! `graphql-transport-ws`, rule by rule: who breaks one is closed with the protocol's code, and nobody else notices.

use std::time::Duration;

use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_tungstenite::tungstenite::{
    Message,
    protocol::{CloseFrame, frame::coding::CloseCode},
};

use crate::harness::{Heard, ORIGIN, on_both, within};

const NAME: &str = "{ viewer { name } }";

#[test]
fn a_socket_answers_queries_mutations_and_pings() {
    on_both(async |app| {
        let mut socket = app.person("karin").await.socket().await;
        let query = socket.start(NAME, json!({})).await;
        assert!(
            socket.event(&query).await["viewer"]["name"]
                .as_str()
                .unwrap()
                .starts_with("Karin")
        );
        assert_eq!(socket.message(&query).await["type"], "complete");

        let change = socket
            .start(
                "mutation { updateViewer(input: { title: \"Strateg\" }) { viewer { title } } }",
                json!({}),
            )
            .await;
        assert_eq!(
            socket.event(&change).await["updateViewer"]["viewer"]["title"],
            "Strateg"
        );
        assert_eq!(socket.message(&change).await["type"], "complete");

        socket.send(json!({ "type": "ping", "payload": { "n": 7 } })).await;
        match socket.hear().await {
            Heard::Message(pong) => assert_eq!(pong["type"], "pong"),
            other => panic!("{other:?}"),
        }
        // An id is free again when its operation has ended.
        socket
            .send(json!({ "type": "subscribe", "id": query, "payload": { "query": NAME } }))
            .await;
        socket.event(&query).await;
    });
}

#[test]
fn what_does_not_validate_is_an_error_of_the_operation_and_not_of_the_socket() {
    on_both(async |app| {
        let mut socket = app.person("karin").await.socket().await;
        for document in [
            "{ nothingOfTheKind }",
            "{ viewer {",
            "",
            "subscription { a: threadEvents(threadId: \"x\") { seq } b: threadEvents(threadId: \"x\") { seq } }",
        ] {
            let id = socket.start(document, json!({})).await;
            let refusal = socket.refusal(&id).await;
            assert_eq!(refusal.code, "BAD_REQUEST", "{document}: {refusal:?}");
            assert!(refusal.message.len() > 5, "{refusal:?}");
        }
        for thread in [
            "thread_01h455vb4pex5vsknk084sn02q",
            "action_01h455vb4pex5vsknk084sn02q",
            "no id",
        ] {
            let subscription = "subscription($t: ID!) { threadEvents(threadId: $t) { seq } }";
            let id = socket.start(subscription, json!({ "t": thread })).await;
            assert_eq!(socket.refusal(&id).await.code, "NOT_FOUND", "{thread}");
        }
        let fine = socket.start(NAME, json!({})).await;
        socket.event(&fine).await;
    });
}

#[test]
fn whoever_breaks_the_protocol_is_closed_with_its_code_and_harms_no_one_else() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let mut bystander = karin.socket().await;

        for garbage in [
            "no json",
            "",
            "{",
            "[]",
            "7",
            "null",
            "{}",
            r#"{"type":7}"#,
            r#"{"type":"surprise"}"#,
            r#"{"type":"subscribe"}"#,
            r#"{"type":"subscribe","id":"1"}"#,
            r#"{"type":"subscribe","id":"","payload":{"query":"{a}"}}"#,
            r#"{"type":"subscribe","id":1,"payload":{"query":"{a}"}}"#,
            r#"{"type":"subscribe","id":"1","payload":{"query":7}}"#,
            r#"{"type":"subscribe","id":"1","payload":"x"}"#,
            r#"{"type":"complete"}"#,
            r#"{"type":"connection_ack"}"#,
        ] {
            let mut socket = karin.socket().await;
            eprintln!("sending {garbage}");
            socket.send_raw(garbage).await;
            let (code, reason) = socket.closed().await;
            assert_eq!(code, 4400, "{garbage}: {reason}");
            assert!(reason.len() <= 123, "{reason}");
        }
        let mut long = karin.socket().await;
        long.send(json!({ "type": "å".repeat(5000) })).await;
        let (code, reason) = long.closed().await;
        assert_eq!(code, 4400);
        assert!(reason.len() <= 123, "{reason}");

        let mut binary = karin.socket().await;
        binary.send_frame(Message::binary(vec![0xff, 0x00, 0x7a])).await;
        assert!(matches!(binary.closed().await.0, 4400 | 1003));

        let mut early = karin.bare_socket().await;
        early
            .send(json!({ "type": "subscribe", "id": "1", "payload": { "query": NAME } }))
            .await;
        assert_eq!(early.closed().await.0, 4401);

        let mut twice = karin.socket().await;
        twice.send(json!({ "type": "connection_init" })).await;
        assert_eq!(twice.closed().await.0, 4429);

        let mut same = karin.socket().await;
        let thread = app.thread(&karin, "Samma id två gånger").await;
        for _ in 0..2 {
            let payload = json!({ "query": "subscription($t: ID!) { threadEvents(threadId: $t) { seq } }", "variables": { "t": thread } });
            same.send(json!({ "type": "subscribe", "id": "1", "payload": payload }))
                .await;
        }
        assert_eq!(same.closed().await.0, 4409);

        // However much of it is still on its way when it is refused.
        for size in [300 * 1024, 8 * 1024 * 1024] {
            let mut huge = karin.socket().await;
            huge.send_raw("x".repeat(size)).await;
            assert_eq!(huge.closed().await.0, 1009, "{size}");
        }

        let id = bystander.start(NAME, json!({})).await;
        bystander.event(&id).await;
    });
}

#[test]
fn a_client_that_says_goodbye_is_answered() {
    on_both(async |app| {
        let mut socket = app.person("karin").await.socket().await;
        let reason = CloseFrame {
            code: CloseCode::Normal,
            reason: "Bye".into(),
        };
        socket.send_frame(Message::Close(Some(reason))).await;
        assert_eq!(socket.closed().await.0, 1000);
    });
}

#[test]
fn whoever_does_not_introduce_themselves_is_closed() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let mut silent = karin.bare_socket().await;
        let mut known = karin.socket().await;
        app.clock.advance(Duration::from_secs(11));
        assert_eq!(silent.closed().await.0, 4408);
        let id = known.start(NAME, json!({})).await;
        known.event(&id).await;
    });
}

#[test]
fn whoever_does_not_answer_pings_is_gone() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let mut socket = karin.socket().await;
        // The harness answers pings as it reads: this one is answered, so the socket lives on.
        for _ in 0..4 {
            app.clock.advance(Duration::from_secs(26));
            let id = socket.start(NAME, json!({})).await;
            socket.event(&id).await;
        }
    });
}

#[test]
fn a_bad_token_is_refused_and_nobody_may_listen_in() {
    on_both(async |app| {
        let mut socket = app.stranger().bare_socket().await;
        socket
            .send(json!({ "type": "connection_init", "payload": { "authorization": "Bearer samverk_nonsense" } }))
            .await;
        assert!(matches!(socket.closed().await.0, 4401 | 4403));

        // Nobody at all may ask what anybody may ask, and nothing else.
        let mut nobody = app.stranger().socket().await;
        let id = nobody.start("{ viewer { name } }", json!({})).await;
        assert!(nobody.event(&id).await["viewer"].is_null());
        let thread = app.thread(&app.person("karin").await, "Inte för alla").await;
        let id = nobody
            .start(
                "subscription($t: ID!) { threadEvents(threadId: $t) { seq } }",
                json!({ "t": thread }),
            )
            .await;
        let code = nobody.refusal(&id).await.code;
        assert!(matches!(code.as_str(), "UNAUTHENTICATED" | "NOT_FOUND"), "{code}");
    });
}

#[test]
fn a_page_of_another_origin_gets_no_socket() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for origin in ["https://evil.example", "null", "http://127.0.0.1:1"] {
            assert_eq!(
                karin.upgrade(origin, "graphql-transport-ws").await.err(),
                Some(403),
                "{origin}"
            );
        }
        // Upgraded to nothing, and closed with the protocol's code for it.
        assert_eq!(karin.upgrade(ORIGIN, "soap").await.err(), Some(101));
        let mut unnamed = karin.upgrade(ORIGIN, "").await.expect("the upgrade itself is fine");
        assert_eq!(unnamed.closed().await.0, 4406);
    });
}

#[test]
fn what_is_said_before_the_socket_is_open_is_heard() {
    on_both(async |app| {
        let host = app.person("karin").await.node.replace("http://", "");
        let init = r#"{"type":"connection_init"}"#;
        let request = format!(
            "GET /graphql/ws HTTP/1.1\r\nHost: {host}\r\nOrigin: {ORIGIN}\r\nConnection: keep-alive, Upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
             Sec-WebSocket-Protocol: soap, graphql-transport-ws\r\n\r\n"
        );
        // A text frame under a mask of zeros, in one packet with the request.
        let mask = [0; 4];
        let length = 0x80 | u8::try_from(init.len()).expect("it is short");
        let said = [request.as_bytes(), &[0x81, length], &mask, init.as_bytes()].concat();
        let mut line = TcpStream::connect(&host).await.expect("the server listens");
        line.write_all(&said).await.expect("it is taken");
        let mut heard = String::new();
        while !heard.contains("connection_ack") {
            let mut some = [0; 1024];
            let read = within(line.read(&mut some)).await.expect("the line holds");
            assert!(read > 0, "{heard}");
            heard.push_str(&String::from_utf8_lossy(&some[..read]));
        }
        assert!(heard.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "{heard}");
    });
}

#[test]
fn whoever_asks_for_no_socket_is_told_what_there_is() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for answer in [
            karin.get("/graphql/ws").await,
            karin.post("/graphql/ws", &json!({})).await,
        ] {
            assert_eq!(answer.status, 426);
            assert_eq!(answer.headers["upgrade"], "websocket");
            let said = "Only a WebSocket is opened here (graphql-transport-ws).";
            assert_eq!(answer.json["errors"][0]["message"], said);
        }
    });
}

#[test]
fn operations_on_one_socket_are_bounded() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Många prenumerationer").await;
        let mut socket = karin.socket().await;
        let mut refused = None;
        for n in 0..200 {
            let id = socket
                .start(
                    "subscription($t: ID!) { threadPresence(threadId: $t) { present } }",
                    json!({ "t": thread }),
                )
                .await;
            let message = socket.message(&id).await;
            if message["type"] == "error" {
                refused = Some((n, message));
                break;
            }
        }
        let (n, message) = refused.expect("there is a bound");
        assert!((16..=128).contains(&n), "{n}");
        assert_eq!(message["payload"][0]["extensions"]["code"], "RATE_LIMITED", "{message}");
    });
}

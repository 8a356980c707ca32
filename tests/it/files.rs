//! Files of an action: what is taken and what is refused, who sees it, and that nothing is left behind.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::harness::{Answer, Client, TestApp, eventually, on_both};

pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
const FILES: &str = "files { id name kind isImage path size description { value language } published by { name } }";

pub async fn draft(app: &TestApp, person: &Client) -> String {
    let input = json!({ "programmeId": app.programme(person).await, "language": "SV", "title": "Med filer", "description": "Text." });
    let made = person.change("createAction", input, "action { id }").await;
    made["action"]["id"].as_str().expect("an id is text").to_owned()
}

async fn publish(person: &Client, action: &str, visibility: &str) {
    let input = json!({ "id": action, "revision": 1, "visibility": visibility });
    person.change("publishAction", input, "action { id }").await;
}

pub async fn send(person: &Client, action: &str, name: &str, content: &[u8]) -> Answer {
    let path = format!("/files?action={action}&name={name}&description=En%20bild&language=sv");
    Answer::of(person.request(Method::POST, &path).body(content.to_vec())).await
}

pub async fn files(person: &Client, action: &str) -> Value {
    let query = format!("query($id: ID!) {{ action(id: $id) {{ {FILES} }} }}");
    person.ask(&query, json!({ "id": action })).await["action"]["files"].clone()
}

async fn kept(app: &TestApp) -> usize {
    tokio::task::yield_now().await;
    std::fs::read_dir(app.files()).map_or(0, Iterator::count)
}

#[test]
fn a_file_comes_back_as_it_was_to_whoever_sees_the_action_once_it_is_published() {
    on_both(async |app| {
        let [karin, omar, stranger] = [app.person("karin").await, app.person("omar").await, app.stranger()];
        let action = draft(app, &karin).await;
        publish(&karin, &action, "PUBLIC").await;
        let sent = send(&karin, &action, "V%C3%A5g%20i%20k%C3%B6ket.png", PNG).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let file = files(&karin, &action).await[0].clone();
        assert_eq!(sent.json["id"], file["id"]);
        assert_eq!(
            (&file["name"], &file["kind"]),
            (&json!("Våg i köket.png"), &json!("PNG"))
        );
        assert_eq!(file["description"], json!({ "value": "En bild", "language": "SV" }));
        assert_eq!((&file["size"], &file["published"]), (&json!(PNG.len()), &json!(false)));

        // Until it is published, others neither see it nor hear that it is there.
        let path = file["path"].as_str().expect("a path is text");
        assert_eq!(files(&omar, &action).await, json!([]));
        for other in [&omar, &stranger] {
            assert_eq!(other.get(path).await.status, 404);
        }
        let refused = omar.change_refused("deleteFile", json!({ "id": file["id"] })).await;
        assert_eq!(refused.code, "NOT_FOUND");
        publish(&karin, &action, "PUBLIC").await;
        for person in [&karin, &omar, &stranger] {
            let given = person.request(Method::GET, path).send().await.expect("it answers");
            assert_eq!(given.status(), 200);
            let headers = given.headers().clone();
            let header = |name: header::HeaderName| headers[name].to_str().expect("plain").to_owned();
            assert_eq!(header(header::CONTENT_TYPE), "image/png");
            assert_eq!(header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert!(header(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
            assert!(header(header::CONTENT_DISPOSITION).starts_with("inline;"));
            assert!(header(header::CACHE_CONTROL).contains("private"));
            let tag = header(header::ETAG);
            assert_eq!(given.bytes().await.expect("it comes whole").as_ref(), PNG);
            let again = person.request(Method::GET, path).header(header::IF_NONE_MATCH, tag);
            assert_eq!(Answer::of(again).await.status, 304);
        }
        let refused = omar.change_refused("deleteFile", json!({ "id": file["id"] })).await;
        assert_eq!(refused.code, "FORBIDDEN");
        // When the action is hidden again, so are its files.
        publish(&karin, &action, "ORGANISATION").await;
        assert_eq!(omar.get(path).await.status, 404);
        assert_eq!(karin.get(path).await.status, 200);
    });
}

#[test]
fn what_cannot_be_taken_is_refused_and_nothing_of_it_is_kept() {
    on_both(async |app| {
        let [karin, ingeborg, stranger] = [app.person("karin").await, app.person("ingeborg").await, app.stranger()];
        let action = draft(app, &karin).await;
        let before = app.database.rows("select count(*) from file").await;
        let html = b"<!doctype html><script>alert(1)</script>";
        let long = format!("{}.png", "x".repeat(200));
        for (name, content, code, field) in [
            (
                "a.svg",
                &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
                "INVALID",
                "file",
            ),
            ("a.html", html, "INVALID", "file"),
            ("a.pdf", html, "INVALID", "file"),
            ("a.pdf", PNG, "INVALID", "name"),
            ("a.png.exe", PNG, "INVALID", "name"),
            ("a", PNG, "INVALID", "name"),
            ("", PNG, "INVALID", "name"),
            ("..%2Fa.png", PNG, "INVALID", "name"),
            ("a%00.png", PNG, "INVALID", "name"),
            (long.as_str(), PNG, "INVALID", "name"),
            ("a.docx", b"PK\x03\x04broken", "INVALID", "file"),
            ("a.png", b"", "INVALID", "file"),
        ] {
            let refusal = send(&karin, &action, name, content)
                .await
                .refusal()
                .expect("it is refused");
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                (code, Some(field)),
                "{name}"
            );
        }
        assert_eq!(send(&stranger, &action, "a.png", PNG).await.status, 401);
        assert_eq!(send(&ingeborg, &action, "a.png", PNG).await.status, 404);
        assert_eq!(
            send(&karin, "action_01h455vb4pex5vsknk084sn02q", "a.png", PNG)
                .await
                .status,
            404
        );
        publish(&karin, &action, "NETWORK").await;
        assert_eq!(send(&ingeborg, &action, "a.png", PNG).await.status, 403);
        let foreign = karin
            .request_from(
                "https://evil.example",
                Method::POST,
                &format!("/files?action={action}&name=a.png"),
            )
            .body(PNG);
        assert_eq!(Answer::of(foreign).await.status, 403);
        assert_eq!(app.database.rows("select count(*) from file").await, before);
        eventually(async || kept(app).await == 0).await;
    });
}

/// Sends megabytes of an image as far as the server takes them, and reads what it says.
fn raw(host: &str, cookie: &str, action: &str, header: &str, megabytes: usize) -> String {
    let mut stream = TcpStream::connect(host).expect("it listens");
    let head = format!(
        "POST /files?action={action}&name=a.png HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\n{header}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("it is taken");
    let megabyte = [b"100000\r\n", PNG, &vec![0; (1 << 20) - PNG.len()][..], b"\r\n"].concat();
    for _ in 0..megabytes {
        // The server may hang up once it has said no.
        if stream.write_all(&megabyte).is_err() {
            break;
        }
    }
    let mut answer = vec![0; 4096];
    let read = stream.read(&mut answer).unwrap_or_default();
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

#[test]
fn what_is_too_large_is_refused_while_it_comes() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = draft(app, &karin).await;
        let send_to = async |action: &str, header: &'static str, megabytes: usize| {
            let (host, cookie) = (
                karin.node.trim_start_matches("http://").to_owned(),
                karin.cookie.clone().unwrap_or_default(),
            );
            let action = action.to_owned();
            let said = tokio::task::spawn_blocking(move || raw(&host, &cookie, &action, header, megabytes));
            said.await.expect("it does not panic")
        };
        // Told before anything is sent.
        let announced = send_to(&action, "content-length: 27262976", 0).await;
        assert!(announced.starts_with("HTTP/1.1 413"), "{announced}");
        // Whoever sends all of it before they read is told, too, and when nobody said how much it was going to be.
        for header in ["content-length: 41943040", "transfer-encoding: chunked"] {
            let answer = send_to(&action, header, 40).await;
            assert!(answer.starts_with("HTTP/1.1 413"), "{header}: {answer}");
        }
        // So is whoever is refused for another reason.
        let answer = send_to("action_nosuch", "content-length: 20971520", 20).await;
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        eventually(async || kept(app).await == 0).await;
        assert_eq!(
            app.database
                .rows("select count(*) from file where name = 'a.png'")
                .await[0][0]
                .as_deref(),
            Some("0")
        );
    });
}

#[test]
fn a_file_goes_when_it_is_deleted_or_its_action_is() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = draft(app, &karin).await;
        for name in ["a.png", "b.png"] {
            assert_eq!(send(&karin, &action, name, PNG).await.status, 201);
        }
        assert_eq!(kept(app).await, 2);
        let both = files(&karin, &action).await;
        karin
            .change("deleteFile", json!({ "id": both[0]["id"] }), "action { id }")
            .await;
        assert_eq!(files(&karin, &action).await, json!([both[1]]));
        eventually(async || kept(app).await == 1).await;
        karin
            .change("deleteAction", json!({ "id": action }), "programme { id }")
            .await;
        eventually(async || kept(app).await == 0).await;
        let path = both[1]["path"].as_str().expect("a path is text");
        assert_eq!(karin.get(path).await.status, 404);
        // What an upload that broke off has left is found a day later.
        let stray = app.files().join("01980000-0000-7000-8000-00000000000f");
        std::fs::write(&stray, PNG).expect("the folder is there");
        let id = match &app.database {
            crate::harness::Database::Sqlite(_) => "x'0198000000007000800000000000000f'",
            crate::harness::Database::Postgres { .. } => "'01980000-0000-7000-8000-00000000000f'",
        };
        let due = crate::harness::START.0 + 86_400_000;
        app.database
            .rows(&format!("insert into file_leftover (id, due_at) values ({id}, {due})"))
            .await;
        app.clock.advance(Duration::from_secs(2 * 86_400));
        eventually(async || {
            tokio::task::yield_now().await;
            !stray.exists()
        })
        .await;
    });
}

#[test]
fn a_file_is_named_and_described_anew() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = draft(app, &karin).await;
        let id = send(&karin, &action, "a.png", PNG).await.json["id"].clone();
        let input = json!({ "id": id, "name": "Kök.PNG", "description": "Ein vekt", "language": "NN" });
        let changed = karin
            .change("updateFile", input, "file { name description { value language } }")
            .await;
        assert_eq!(
            changed["file"],
            json!({ "name": "Kök.PNG", "description": { "value": "Ein vekt", "language": "NN" } })
        );
        let cleared = karin
            .change(
                "updateFile",
                json!({ "id": id, "description": null }),
                "file { name description { value } }",
            )
            .await;
        assert_eq!(cleared["file"], json!({ "name": "Kök.PNG", "description": null }));
        let lies = karin
            .change_refused("updateFile", json!({ "id": id, "name": "a.pdf" }))
            .await;
        assert_eq!((lies.code.as_str(), lies.field.as_deref()), ("INVALID", Some("name")));
    });
}

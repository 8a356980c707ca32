//! Files that lie in a bucket: what is put there comes back, what is given up leaves nothing, and while it is away nothing is
//! lost.

use std::{convert::Infallible, time::Duration};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use reqwest::{Body, Method};
use serde_json::json;

use crate::{
    files::{PNG, draft, files, send},
    harness::{Bucket, Client, TestApp, eventually, on_both, within},
};

/// From now on files are kept in a bucket; answers with an action of this person's that has none yet.
async fn in_a_bucket(app: &mut TestApp, person: &str) -> (Client, String) {
    app.bucket = Some(Bucket::start());
    app.restart().await;
    let person = app.person(person).await;
    let action = draft(app, &person).await;
    (person, action)
}

fn bucket(app: &mut TestApp) -> &mut Bucket {
    app.bucket.as_mut().expect("files are kept in one")
}

async fn holds(app: &TestApp, files: usize) {
    let bucket = app.bucket.as_ref().expect("files are kept in one");
    eventually(async || {
        tokio::task::yield_now().await;
        bucket.unfinished() == 0 && bucket.files() == files
    })
    .await;
}

/// A picture of so many bytes, no two pieces of which are the same.
fn picture(size: u32) -> Vec<u8> {
    let noise = (0..size).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8);
    PNG.iter().copied().chain(noise).take(size as usize).collect()
}

/// What somebody sends without having said how much it is going to be.
async fn pour(person: Client, action: String, body: impl Stream<Item = Bytes> + Send + 'static) {
    let body = Body::wrap_stream(body.map(Ok::<_, Infallible>));
    let path = format!("/files?action={action}&name=a.png");
    let _ = person.request(Method::POST, &path).body(body).send().await;
}

/// Two whole pieces and a half, and then no more.
fn half() -> impl Stream<Item = Bytes> {
    stream::iter([Bytes::from(picture(12 << 20))]).chain(stream::pending())
}

#[test]
fn small_and_large_files_come_back_byte_for_byte_and_go_when_they_are_deleted() {
    on_both(async |app| {
        let (karin, action) = in_a_bucket(app, "karin").await;
        // One that goes at once, one that fills its pieces to the brim, one that does not.
        for content in [PNG.to_vec(), picture(10 << 20), picture(12_345_678)] {
            let sent = send(&karin, &action, "a.png", &content).await;
            assert_eq!(sent.status, 201, "{}", sent.text);
            holds(app, 1).await;
            let file = files(&karin, &action).await[0].clone();
            assert_eq!(file["size"], content.len());
            let path = file["path"].as_str().expect("a path is text");
            let given = karin.request(Method::GET, path).send().await.expect("it answers");
            assert_eq!(given.status(), 200);
            let given = given.bytes().await.expect("it comes whole");
            assert!(given == content, "{} of {} bytes came", given.len(), content.len());
            karin
                .change("deleteFile", json!({ "id": file["id"] }), "action { id }")
                .await;
            holds(app, 0).await;
            assert_eq!(karin.get(path).await.status, 404);
        }
    });
}

#[test]
fn of_what_is_refused_or_broken_off_no_part_stays() {
    on_both(async |app| {
        let (karin, action) = in_a_bucket(app, "karin").await;
        let rows = "select id from file";
        let before = app.database.rows(rows).await;
        // Its kind is judged when all of it is there.
        for (name, content) in [("a.pdf", PNG.to_vec()), ("a.pdf", picture(12 << 20))] {
            let refusal = send(&karin, &action, name, &content).await.refusal();
            assert_eq!(refusal.map(|refusal| refusal.code).as_deref(), Some("INVALID"));
            holds(app, 0).await;
        }
        let endless = stream::repeat(Bytes::from(picture(1 << 20)));
        within(pour(karin.clone(), action.clone(), endless)).await;
        holds(app, 0).await;
        // Who sends it goes, and then the server does.
        for stops in [false, true] {
            let sending = tokio::spawn(pour(karin.clone(), action.clone(), half()));
            let (there, unfinished) = (bucket(app), 1 + 2);
            eventually(async || {
                tokio::task::yield_now().await;
                there.unfinished() == unfinished
            })
            .await;
            if stops {
                app.restart().await;
                assert_eq!(bucket(app).unfinished(), 0);
            }
            sending.abort();
            holds(app, 0).await;
        }
        assert_eq!(app.database.rows(rows).await, before);
    });
}

#[test]
fn while_the_bucket_is_away_files_are_refused_and_none_is_lost() {
    on_both(async |app| {
        let (karin, action) = in_a_bucket(app, "karin").await;
        for name in ["a.png", "b.png"] {
            assert_eq!(send(&karin, &action, name, PNG).await.status, 201);
        }
        let both = files(&karin, &action).await;
        let path = both[0]["path"].as_str().expect("a path is text");
        bucket(app).go_away();
        for content in [PNG.to_vec(), picture(20 << 20)] {
            let answer = send(&karin, &action, "c.png", &content).await;
            let refusal = answer.refusal().expect("it is refused");
            assert_eq!((answer.status, refusal.code.as_str()), (503, "UNAVAILABLE"));
            assert!(
                refusal.message.starts_with("Filerna går inte att nå"),
                "{}",
                refusal.message
            );
        }
        assert_eq!(karin.get(path).await.status, 503);
        assert_eq!(files(&karin, &action).await, both);
        // The server itself is well, and what is deleted now goes later.
        assert_eq!(karin.get("/readyz").await.status, 200);
        karin
            .change("deleteFile", json!({ "id": both[1]["id"] }), "action { id }")
            .await;
        let hour = Duration::from_secs(60 * 60);
        let again = app.clock.now().plus(hour).0;
        let put_off = format!("select id from file_leftover where due_at = {again}");
        let database = &app.database;
        eventually(async || database.rows(&put_off).await.len() == 3).await;

        bucket(app).come_back();
        assert_eq!(karin.get(path).await.status, 200);
        assert_eq!(send(&karin, &action, "c.png", PNG).await.status, 201);
        holds(app, 3).await;
        app.clock.advance(hour);
        holds(app, 2).await;
        let given = karin.request(Method::GET, path).send().await.expect("it answers");
        assert_eq!(given.bytes().await.expect("it comes whole"), PNG);
    });
}

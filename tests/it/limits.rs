//! Nobody may do so much that others have less of it: limits per person, which all nodes count together.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Answer, Client, Refusal, TestApp, client_id, mutation, on_both, on_postgres};

/// A node on which a person may change something ten times a minute, and say something five times.
async fn strict(app: &mut TestApp) -> String {
    app.changes_per_minute = 10;
    app.add_node().await;
    app.nodes.last().expect("it was added just now").url.clone()
}

async fn post(by: &Client, thread: &str) -> Answer {
    let input = json!({ "threadId": thread, "body": "igen", "language": "SV", "clientId": client_id() });
    by.graphql(&mutation("postMessage", "message { id }"), json!({ "input": input }))
        .await
}

/// How many times it goes well, and how it is refused then.
async fn until_refused(attempt: impl AsyncFn() -> Answer) -> (usize, Answer) {
    for n in 0..200 {
        let answer = attempt().await;
        if answer.refusal().is_some() {
            return (n, answer);
        }
    }
    panic!("there is no limit");
}

fn limited(refusal: &Refusal) -> u64 {
    assert_eq!(refusal.code, "RATE_LIMITED", "{refusal:?}");
    assert!(
        !refusal.message.contains("error-") && refusal.message.len() > 10,
        "{refusal:?}"
    );
    let after = refusal.args["retryAfter"].as_u64().expect("it says when");
    assert!((1..=61).contains(&after), "{after}");
    after
}

#[test]
fn what_one_person_may_say_in_a_minute_is_limited_and_others_do_not_notice() {
    on_both(async |app| {
        let node = strict(app).await;
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Ordrik").await;
        let (karin, omar) = (karin.at(&node), app.person("omar").await.at(&node));
        let (said, answer) = until_refused(async || post(&karin, &thread).await).await;
        // One of the five was the thread itself, where nodes count together.
        assert!((4..=5).contains(&said), "{said}");
        let after = limited(&answer.refusal().expect("it is refused"));
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (429, &*after.to_string())
        );
        assert!(post(&omar, &thread).await.refusal().is_none());
        // What a client says by itself, and what is no posting, counts apart.
        for typing in [true, false] {
            karin
                .change("setTyping", json!({ "threadId": thread, "typing": typing }), "threadId")
                .await;
        }
        karin
            .change(
                "markThreadRead",
                json!({ "threadId": thread, "seq": 1 }),
                "thread { id }",
            )
            .await;
        karin
            .change("updateViewer", json!({ "sharesEmail": false }), "viewer { id }")
            .await;
        // Over a socket it is the same count.
        let mut socket = karin.socket().await;
        let input = json!({ "threadId": thread, "body": "igen", "language": "SV", "clientId": client_id() });
        let id = socket
            .start(&mutation("postMessage", "message { id }"), json!({ "input": input }))
            .await;
        limited(&socket.refusal(&id).await);
        // Redis counts by its own clock, which no test turns.
        if app.redis.is_none() {
            app.clock.advance(Duration::from_secs(after));
            assert!(post(&karin, &thread).await.refusal().is_none());
        }
    });
}

#[test]
fn signs_of_life_have_a_limit_of_their_own() {
    on_both(async |app| {
        let node = strict(app).await;
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Nervös").await;
        let karin = karin.at(&node);
        let typing = mutation("setTyping", "threadId");
        let variables: Value = json!({ "input": { "threadId": thread, "typing": true } });
        let (n, answer) = until_refused(async || karin.graphql(&typing, variables.clone()).await).await;
        assert_eq!(n, 30);
        limited(&answer.refusal().expect("it is refused"));
        assert!(post(&karin, &thread).await.refusal().is_none());
    });
}

#[test]
fn nodes_count_together_and_without_redis_each_for_itself() {
    on_postgres(async |app| {
        let nodes = [strict(app).await, strict(app).await];
        let karin = app.person("karin").await;
        let change = mutation("updateViewer", "viewer { id }");
        let variables = json!({ "input": { "sharesEmail": true } });
        let turn = std::sync::atomic::AtomicUsize::new(0);
        let at_both = async || {
            let n = turn.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            karin.at(&nodes[n % 2]).graphql(&change, variables.clone()).await
        };
        let (n, answer) = until_refused(at_both).await;
        assert_eq!(n, 10);
        limited(&answer.refusal().expect("it is refused"));
        app.redis.as_ref().expect("there is one").stop();
        // A limit that is too generous beats a door that is shut.
        assert!(at_both().await.refusal().is_none());
    });
}

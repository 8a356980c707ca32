//! Server-Sent Events promise what the socket promises, and get through where it does not.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Events, TestApp, eventually, on_both, on_postgres};

const EVENTS: &str = "subscription($t: ID!, $after: Int) { threadEvents(threadId: $t, after: $after) { seq \
    ... on MessagePosted { message { body author { email } } } } }";

async fn seqs(events: &mut Events, n: usize) -> Vec<i64> {
    let mut seqs = Vec::new();
    for _ in 0..n {
        seqs.push(
            events.next().await["threadEvents"]["seq"]
                .as_i64()
                .expect("an event has a number"),
        );
    }
    seqs
}

async fn streams(app: &TestApp) -> u64 {
    app.figure("samverk_live_streams").await
}

#[test]
fn a_subscriber_has_what_was_missed_and_what_comes_in_order() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Genom en envis proxy").await;
        for n in 1..=3 {
            app.post(&karin, &thread, &n.to_string()).await;
        }
        let mut events = omar.events(EVENTS, json!({ "t": thread, "after": 1 })).await;
        let headers = events.response.headers().clone();
        let said = |name: &str| headers[name].to_str().expect("it is text").to_owned();
        assert!(said("cache-control").contains("no-transform") && said("cache-control").contains("no-store"));
        assert_eq!(said("x-accel-buffering"), "no");
        assert_eq!(seqs(&mut events, 2).await, [2, 3]);
        app.post(&karin, &thread, "4").await;
        // The clock stands still: what comes, comes by being told.
        assert_eq!(seqs(&mut events, 1).await, [4]);
        drop(events);
        eventually(async || streams(app).await == 0).await;
        let mut again = omar.events(EVENTS, json!({ "t": thread, "after": 4 })).await;
        app.post(&karin, &thread, "5").await;
        assert_eq!(seqs(&mut again, 1).await, [5]);
    });
}

#[test]
fn the_same_bytes_are_shared_with_sockets_and_what_is_ones_own_is_not() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        karin
            .change("updateViewer", json!({ "sharesEmail": false }), "viewer { id }")
            .await;
        let thread = app.thread(&karin, "Samma").await;
        let mut socket = omar.socket().await;
        let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
        let mut hers = karin.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        let mut his = omar.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        app.post(&karin, &thread, "hej").await;
        let own = hers.next().await;
        assert_eq!(own["threadEvents"]["message"]["author"]["email"], "karin@demo.example");
        let others = his.next().await;
        assert_eq!(others["threadEvents"]["message"]["author"]["email"], Value::Null);
        assert_eq!(socket.event(&id).await, others);
    });
}

#[test]
fn a_query_or_mutation_is_one_result_and_its_end() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let mut events = karin.events("{ viewer { name } }", json!({})).await;
        assert!(
            events.next().await["viewer"]["name"]
                .as_str()
                .expect("it is text")
                .starts_with("Karin")
        );
        events.completed().await;
        // Also where only the header asks for it.
        let body = json!({ "query": "mutation($i: StartThreadInput!) { startThread(input: $i) { thread { subject } } }",
            "variables": { "i": { "networkSlug": "miljostrateger", "subject": "Via ström" } } });
        let mut events = Events::of(karin.request(Method::POST, "/graphql").json(&body))
            .await
            .expect("events");
        assert_eq!(events.next().await["startThread"]["thread"]["subject"], "Via ström");
        events.completed().await;
    });
}

#[test]
fn what_is_refused_is_an_event_in_the_readers_language_and_what_is_no_request_a_status() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Avvisat").await;
        let code = async |query: &str, variables: Value| karin.events(query, variables).await.refusal().await.code;
        assert_eq!(code("{ nonsense }", json!({})).await, "BAD_REQUEST");
        assert_eq!(code("{", json!({})).await, "BAD_REQUEST");
        let unknown = json!({ "t": "thread_01h455vb4pex5vsknk084sn02q" });
        assert_eq!(code(EVENTS, unknown).await, "NOT_FOUND");
        assert_eq!(code(EVENTS, json!({ "t": thread, "after": 7 })).await, "RESYNC");
        let mut nobody = app
            .stranger()
            .speaking("nn")
            .events(EVENTS, json!({ "t": thread }))
            .await;
        let refusal = nobody.refusal().await;
        assert_eq!(refusal.code, "UNAUTHENTICATED");
        assert!(
            !refusal.message.starts_with("error-") && refusal.message.len() > 5,
            "{refusal:?}"
        );

        let post = || karin.request(Method::POST, "/graphql/stream");
        let refused = async |request: reqwest::RequestBuilder| Events::of(request).await.err().map(|a| a.status);
        assert_eq!(refused(post().body("{}")).await, Some(415));
        assert_eq!(
            refused(post().header("content-type", "application/json").body("7")).await,
            Some(400)
        );
        assert_eq!(
            refused(post().json(&json!({ "query": "x".repeat(300 * 1024) }))).await,
            Some(413)
        );
        let answer = karin
            .post("/graphql/stream", &json!({ "query": "{ viewer { id } }" }))
            .await;
        assert_eq!(answer.status, 406, "who does not take events gets none");
        assert!(answer.text.contains("text/event-stream"), "{}", answer.text);
    });
}

#[test]
fn by_address_one_may_listen_but_change_nothing() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "EventSource").await;
        app.post(&karin, &thread, "ett").await;
        let variables = json!({ "t": thread, "after": 0 }).to_string();
        let get = |parameters: &[(&str, &str)]| {
            let mut address = reqwest::Url::parse("http://x/graphql/stream").expect("it is an address");
            address.query_pairs_mut().extend_pairs(parameters);
            karin.request(
                Method::GET,
                &format!("{}?{}", address.path(), address.query().unwrap_or_default()),
            )
        };
        let mut events = Events::of(get(&[("query", EVENTS), ("variables", &variables)]))
            .await
            .expect("events");
        assert_eq!(seqs(&mut events, 1).await, [1]);
        let mutation = "mutation { signOutEverywhere { __typename } }";
        let refused = async |request| Events::of(request).await.err().map(|answer| answer.status);
        assert_eq!(refused(get(&[("query", mutation)])).await, Some(405));
        assert_eq!(refused(get(&[("query", EVENTS), ("variables", "{")])).await, Some(400));
    });
}

#[test]
fn a_page_of_another_origin_hears_nothing() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for method in [Method::POST, Method::GET] {
            let request = karin
                .request_from(
                    "https://evil.example",
                    method.clone(),
                    "/graphql/stream?query=%7Bviewer%7Bid%7D%7D",
                )
                .json(&json!({ "query": "{ viewer { id } }" }));
            let answer = Events::of(request).await.err().expect("no events");
            assert_eq!(answer.status, 403, "{method}");
            let request = karin
                .request_without_origin(method.clone(), "/graphql/stream?query=%7Bviewer%7Bid%7D%7D")
                .header("sec-fetch-site", "cross-site")
                .json(&json!({ "query": "{ viewer { id } }" }));
            assert_eq!(
                Events::of(request).await.err().expect("no events").status,
                403,
                "{method}"
            );
        }
    });
}

#[test]
fn something_is_said_at_once_and_every_twelve_seconds() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Tystnad").await;
        let mut events = karin.events(EVENTS, json!({ "t": thread })).await;
        assert_eq!(events.block().await.as_deref(), Some(":\n\n"));
        for _ in 0..3 {
            app.turn(Duration::from_secs(12)).await;
            assert_eq!(events.block().await.as_deref(), Some(":\n\n"));
        }
    });
}

#[test]
fn what_rested_on_a_right_that_is_gone_ends_on_every_node_and_nothing_else() {
    on_postgres(async |app| {
        app.add_node().await;
        let (karin, there) = (
            app.person("karin").await,
            app.person("omar").await.at(&app.nodes[1].url),
        );
        let thread = app.thread(&karin, "Slut för Omar").await;
        let mut hers = karin.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        let mut his = there.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        app.post(&karin, &thread, "ett").await;
        assert_eq!((seqs(&mut hers, 1).await, seqs(&mut his, 1).await), (vec![1], vec![1]));
        // At the other node; the clock stands still.
        let here = there.at(&app.nodes[0].url);
        here.post("/auth/sign-out", &json!({})).await;
        assert_eq!(his.refusal().await.code, "UNAUTHENTICATED");
        app.post(&karin, &thread, "två").await;
        assert_eq!(seqs(&mut hers, 1).await, [2]);
    });
}

#[test]
fn a_server_that_stops_breaks_off_without_an_end_and_the_client_resumes_elsewhere() {
    on_postgres(async |app| {
        app.add_node().await;
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Flytt").await;
        app.post(&karin, &thread, "ett").await;
        let mut events = karin.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        assert_eq!(seqs(&mut events, 1).await, [1]);
        let time = app.time_runs();
        app.nodes.remove(0).stop().await;
        drop(time);
        assert_eq!(events.event().await, None);
        let there = karin.at(&app.nodes[0].url);
        app.post(&there, &thread, "två").await;
        let mut again = there.events(EVENTS, json!({ "t": thread, "after": 1 })).await;
        assert_eq!(seqs(&mut again, 1).await, [2]);
    });
}

#[test]
fn a_person_has_only_so_many_streams_at_once() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Många strömmar").await;
        let mut open = Vec::new();
        let refused = loop {
            match karin.try_events(EVENTS, json!({ "t": thread })).await {
                Ok(events) => open.push(events),
                Err(answer) => break answer,
            }
            assert!(open.len() <= 128, "there is a bound");
        };
        assert_eq!(refused.status, 429);
        assert_eq!(refused.refusal().expect("it says why").code, "RATE_LIMITED");
        // Somebody else is not held up, and neither is she when one has ended.
        app.person("omar").await.events(EVENTS, json!({ "t": thread })).await;
        let full = open.len() as u64;
        open.pop();
        eventually(async || streams(app).await < full).await;
        karin.events(EVENTS, json!({ "t": thread })).await;
    });
}

#[test]
fn one_who_does_not_read_holds_nobody_up() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "En som inte läser").await;
        let deaf = omar.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        let mut reader = karin.events(EVENTS, json!({ "t": thread, "after": 0 })).await;
        let long = "x".repeat(10_000);
        for n in 1..=40 {
            app.post(&karin, &thread, &long).await;
            assert_eq!(seqs(&mut reader, 1).await, [n]);
        }
        drop(deaf);
        eventually(async || streams(app).await == 1).await;
    });
}

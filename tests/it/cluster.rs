//! Several nodes on one database: what happens on one is known on all, also when the bus between them fails.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, Socket, TestApp, eventually, on_both, on_postgres, within};

const EVENTS: &str = "subscription($t: ID!, $after: Int) { threadEvents(threadId: $t, after: $after) { seq } }";

async fn seqs(socket: &mut Socket, id: &str, n: i64) -> Vec<i64> {
    let mut seqs = Vec::new();
    for _ in 0..n {
        seqs.push(
            socket.event(id).await["threadEvents"]["seq"]
                .as_i64()
                .expect("an event has a number"),
        );
    }
    seqs
}

#[test]
fn what_is_said_on_one_node_is_heard_on_the_other_at_once() {
    on_postgres(async |app| {
        app.add_node().await;
        let karin = app.person("karin").await;
        let there = app.person("ingeborg").await.at(&app.nodes[1].url);
        let thread = app.thread(&karin, "Två noder").await;
        let mut socket = there.socket().await;
        let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
        for n in 1..=10 {
            app.post(&karin, &thread, "hör du?").await;
            // The clock stands still: only the bus can have told.
            assert_eq!(seqs(&mut socket, &id, 1).await, [n]);
        }
    });
}

#[test]
fn with_writers_and_readers_on_both_nodes_every_reader_has_every_number_once_in_order() {
    on_postgres(async |app| {
        app.add_node().await;
        let nodes: Vec<String> = app.nodes.iter().map(|node| node.url.clone()).collect();
        let people = app.people(&["karin", "omar", "lena", "ingeborg"]).await;
        let thread = app.thread(&people[0], "Båda hållen").await;
        let _time = app.time_runs();
        let at = |i: usize| people[i].at(&nodes[i % 2]);
        let readers: Vec<_> = (0..4)
            .map(|i| {
                let (person, thread) = (at(i), thread.clone());
                tokio::spawn(async move {
                    let mut socket = person.socket().await;
                    let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
                    seqs(&mut socket, &id, 80).await
                })
            })
            .collect();
        let writers: Vec<_> = (0..4)
            .map(|i| {
                let (person, thread) = (at(i), thread.clone());
                tokio::spawn(async move {
                    for n in 0..20 {
                        TestApp::post_as(&person, &thread, &format!("{i} {n}")).await;
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.expect("the writer writes");
        }
        for reader in readers {
            assert_eq!(reader.await.expect("the reader reads"), (1..=80).collect::<Vec<_>>());
        }
    });
}

#[test]
fn a_hint_that_was_lost_is_made_up_for_by_looking() {
    on_both(async |app| {
        // Two nodes that cannot tell each other anything.
        if let Some(redis) = &app.redis {
            redis.stop();
        }
        app.add_node().await;
        let karin = app.person("karin").await;
        let there = app.person("omar").await.at(&app.nodes[1].url);
        let thread = app.thread(&karin, "Ohörd").await;
        let mut socket = there.socket().await;
        let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
        app.post(&there, &thread, "härifrån").await;
        assert_eq!(seqs(&mut socket, &id, 1).await, [1]);
        app.post(&karin, &thread, "därifrån").await;
        app.post(&karin, &thread, "den sista, efter vilken inget kommer").await;
        app.turn(Duration::from_secs(3)).await;
        assert_eq!(seqs(&mut socket, &id, 2).await, [2, 3]);
    });
}

#[test]
fn redis_may_go_and_come_back_and_nothing_is_lost() {
    on_postgres(async |app| {
        app.add_node().await;
        let karin = app.person("karin").await;
        let there = app.person("omar").await.at(&app.nodes[1].url);
        let thread = app.thread(&karin, "Utan buss").await;
        let mut socket = there.socket().await;
        let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
        app.post(&karin, &thread, "med").await;
        assert_eq!(seqs(&mut socket, &id, 1).await, [1]);

        app.redis.as_ref().expect("there is one").stop();
        app.post(&karin, &thread, "utan").await;
        app.turn(Duration::from_secs(3)).await;
        assert_eq!(seqs(&mut socket, &id, 1).await, [2]);
        let ready = app.stranger().get("/readyz").await;
        assert_eq!(ready.status, 200, "a node without Redis still serves");
        assert!(
            ready.text.to_lowercase().contains("redis"),
            "but it says so: {}",
            ready.text
        );

        app.redis.as_ref().expect("there is one").start();
        app.turn(Duration::from_secs(15)).await;
        app.post(&karin, &thread, "med igen").await;
        assert_eq!(seqs(&mut socket, &id, 1).await, [3]);
    });
}

#[test]
fn what_could_not_be_shown_while_the_database_was_away_is_shown_when_it_is_back() {
    on_postgres(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Vila lite").await;
        for text in ["ett", "två"] {
            app.post(&karin, &thread, text).await;
        }
        // The journal answers, and what it tells of does not: as when the line breaks between the two.
        for statement in [
            "create table outage (is_now boolean not null)",
            "insert into outage values (false)",
            "create function away() returns boolean language plpgsql as $$ begin
                 if (select is_now from outage) then raise 'away' using errcode = 'disk_full'; end if;
                 return false;
             end $$",
            "alter table message rename to message_kept",
            "create view message as select * from message_kept where not away()",
        ] {
            app.database.rows(statement).await;
        }
        let outage = async |is_now: bool| {
            let statement = format!("update outage set is_now = {is_now}");
            app.database.rows(&statement).await;
        };
        const TEXTS: &str = "subscription($t: ID!, $after: Int) { threadEvents(threadId: $t, after: $after) { \
            seq ... on MessagePosted { message { body } } } }";
        let variables = json!({ "t": thread, "after": 0 });
        let texts = async |socket: &mut Socket, id: &str, n: usize| {
            let mut texts = Vec::new();
            for _ in 0..n {
                let event = socket.event(id).await["threadEvents"].take();
                texts.push((event["seq"].as_i64(), event["message"]["body"].clone()));
            }
            texts
        };
        let (first, second) = ((Some(1), json!("ett")), (Some(2), json!("två")));

        // Who reads back is told to come again, and then it is there.
        outage(true).await;
        let mut early = karin.socket().await;
        early.start(TEXTS, variables.clone()).await;
        assert_eq!(early.closed().await.0, 1013);
        outage(false).await;
        let mut socket = karin.socket().await;
        let id = socket.start(TEXTS, variables).await;
        assert_eq!(texts(&mut socket, &id, 2).await, [first, second.clone()]);

        // Who listens gets it a little later, in its place.
        outage(true).await;
        let before = app.figure("samverk_live_executions_total").await;
        for statement in [
            "insert into event select topic, 3, kind, object_id, at from event where seq = 2 and topic = \
             (select t.topic from thread t where t.subject = 'Vila lite')",
            "update topic set last_seq = 3 where name = (select t.topic from thread t where t.subject = 'Vila lite')",
        ] {
            app.database.rows(statement).await;
        }
        app.turn(Duration::from_secs(3)).await;
        eventually(async || app.figure("samverk_live_executions_total").await > before).await;
        outage(false).await;
        app.turn(Duration::from_secs(3)).await;
        assert_eq!(texts(&mut socket, &id, 1).await, [(Some(3), second.1)]);
    });
}

#[test]
fn people_at_different_nodes_see_each_other() {
    on_postgres(async |app| {
        app.add_node().await;
        let karin = app.person("karin").await;
        let there = app.person("ingeborg").await.at(&app.nodes[1].url);
        let thread = app.thread(&karin, "Synas").await;
        let _time = app.time_runs();
        let mut hers = present(&karin, &thread).await;
        let mut theirs = present(&there, &thread).await;
        until(&mut hers, |p| p["present"] == 2).await;
        until(&mut theirs, |p| p["present"] == 2).await;
        there
            .change("setTyping", json!({ "threadId": thread, "typing": true }), "threadId")
            .await;
        until(&mut hers, |p| {
            p["typing"].as_array().is_some_and(|typing| typing.len() == 1)
        })
        .await;
        // What is said ends it, whichever node it is said to.
        let said = there.at(&app.nodes[0].url);
        app.post(&said, &thread, "Sagt").await;
        until(&mut hers, |p| p["typing"] == json!([])).await;
        drop(theirs);
        until(&mut hers, |p| p["present"] == 1).await;
    });
}

async fn present(person: &Client, thread: &str) -> (Socket, String) {
    let mut socket = person.socket().await;
    let query = "subscription($t: ID!) { threadPresence(threadId: $t) { present typing { name } } }";
    let id = socket.start(query, json!({ "t": thread })).await;
    (socket, id)
}

async fn until((socket, id): &mut (Socket, String), wanted: impl Fn(&Value) -> bool) {
    while !wanted(&socket.event(id).await["threadPresence"]) {}
}

#[test]
fn signing_out_everywhere_is_everywhere() {
    on_postgres(async |app| {
        app.add_node().await;
        let (here, there) = (
            app.person("karin").await,
            app.person("karin").await.at(&app.nodes[1].url),
        );
        let mut socket = there.socket().await;
        here.post("/auth/sign-out-everywhere", &json!({})).await;
        let (code, _) = socket.closed().await;
        assert!((4000..5000).contains(&code), "{code}");
        assert!(there.ask("{ viewer { id } }", json!({})).await["viewer"].is_null());
    });
}

#[test]
fn rights_end_on_every_node_within_three_seconds_also_without_redis() {
    on_postgres(async |app| {
        app.add_node().await;
        let (here, there) = (
            app.person("karin").await,
            app.person("karin").await.at(&app.nodes[1].url),
        );
        let thread = app.thread(&here, "Utan buss").await;
        let mut socket = there.socket().await;
        socket.start(EVENTS, json!({ "t": thread })).await;
        let mut events = there.events(EVENTS, json!({ "t": thread })).await;
        app.redis.as_ref().expect("there is one").stop();
        here.post("/auth/sign-out-everywhere", &json!({})).await;
        app.turn(Duration::from_secs(3)).await;
        assert_eq!(socket.closed().await.0, 4401);
        assert_eq!(events.refusal().await.code, "UNAUTHENTICATED");
    });
}

#[test]
fn limits_are_shared() {
    on_postgres(async |app| {
        app.add_node().await;
        let mut let_through = 0;
        for n in 0..200 {
            let node = app.nodes[n % 2].url.clone();
            let answer = app
                .stranger()
                .at(&node)
                .post("/auth/link", &json!({ "email": format!("nr{n}@demo.example") }))
                .await;
            if answer.status != 202 {
                break;
            }
            let_through += 1;
        }
        assert!(let_through <= 60, "{let_through}");
    });
}

#[test]
fn a_node_that_stops_sends_its_clients_elsewhere() {
    on_postgres(async |app| {
        app.add_node().await;
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Flytt").await;
        let mut socket = karin.socket().await;
        let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
        app.post(&karin, &thread, "ett").await;
        assert_eq!(seqs(&mut socket, &id, 1).await, [1]);
        let time = app.time_runs();
        app.nodes.remove(0).stop().await;
        drop(time);
        let (code, _) = socket.closed().await;
        // The codes after which graphql-ws clients come back by themselves.
        assert!(matches!(code, 1001 | 1012), "{code}");
        let there = karin.at(&app.nodes[0].url);
        app.post(&there, &thread, "två").await;
        let mut again = there.socket().await;
        let id = again.start(EVENTS, json!({ "t": thread, "after": 1 })).await;
        assert_eq!(seqs(&mut again, &id, 1).await, [2]);
    });
}

#[test]
fn a_node_that_drains_says_so_first_and_then_lets_its_clients_go_one_by_one() {
    on_both(async |app| {
        app.drain_seconds = 5;
        app.add_node().await;
        let node = app.nodes.pop().expect("it was added just now");
        let karin = app.person("karin").await.at(&node.url);
        let thread = app.thread(&karin, "Tömning").await;
        let mut sockets = Vec::new();
        for _ in 0..30 {
            let mut socket = karin.socket().await;
            let id = socket.start(EVENTS, json!({ "t": thread, "after": 0 })).await;
            sockets.push((socket, id));
        }
        let server = node.app.clone();
        let drain = tokio::spawn(async move { server.drain().await });
        eventually(async || karin.get("/readyz").await.status == 503).await;
        // Nobody new is sent here, but whoever is here notices nothing.
        app.post(&karin, &thread, "ännu här").await;
        for (socket, id) in &mut sockets {
            assert_eq!(seqs(socket, id, 1).await, [1]);
        }
        app.clock.advance(Duration::from_secs(5));
        eventually(async || node.app.leaving.is_cancelled()).await;
        let left = || node.app.live.figures.sockets.load(std::sync::atomic::Ordering::Relaxed);
        // Of thirty sockets one goes each millisecond, about; and now the clock stands still.
        karin.get("/healthz").await;
        assert!(left() > 20, "they go all at once");
        within(async {
            while left() > 0 {
                app.clock.advance(Duration::from_millis(1));
                tokio::task::yield_now().await;
            }
        })
        .await;
        for (socket, _) in &mut sockets {
            assert_eq!(socket.closed().await, (1012, "Resume".to_owned()));
        }
        let _time = app.time_runs();
        drain.await.expect("it drains");
        node.stop().await;
    });
}

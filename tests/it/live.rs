//! Nothing lost, nothing twice, in order: what subscribers of a thread are promised, on one node.

use std::{collections::HashSet, time::Duration};

use serde_json::{Value, json};

use crate::harness::{Client, Heard, Socket, TestApp, client_id, eventually, on_both};

const EVENTS: &str = "subscription($thread: ID!, $after: Int) { threadEvents(threadId: $thread, after: $after) { \
    __typename seq at ... on MessagePosted { message { id seq body removed author { name } } } \
    ... on MessageEdited { message { body editedAt } } ... on MessageRemoved { messageId } } }";

async fn follow(socket: &mut Socket, thread: &str, after: impl Into<Option<i64>>) -> String {
    socket
        .start(EVENTS, json!({ "thread": thread, "after": after.into() }))
        .await
}

/// The next `n` events, each as its seq and its text.
async fn take(socket: &mut Socket, id: &str, n: usize) -> Vec<(i64, String)> {
    let mut events = Vec::new();
    for _ in 0..n {
        let event = socket.event(id).await["threadEvents"].clone();
        let body = event["message"]["body"].as_str().unwrap_or_default().to_owned();
        events.push((event["seq"].as_i64().expect("an event has a number"), body));
    }
    events
}

fn numbered(from: i64, bodies: &[&str]) -> Vec<(i64, String)> {
    (from..)
        .zip(bodies)
        .map(|(seq, body)| (seq, (*body).to_owned()))
        .collect()
}

#[test]
fn after_zero_is_everything_and_without_after_only_what_is_new() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let thread = app.thread(&karin, "Från början").await;
        app.post(&karin, &thread, "ett").await;
        app.post(&ingeborg, &thread, "to").await;
        let mut socket = ingeborg.socket().await;
        let all = follow(&mut socket, &thread, 0).await;
        assert_eq!(take(&mut socket, &all, 2).await, numbered(1, &["ett", "to"]));
        let some = follow(&mut socket, &thread, 1).await;
        assert_eq!(take(&mut socket, &some, 1).await, numbered(2, &["to"]));
        let fresh = follow(&mut socket, &thread, None).await;
        // The others show when this one is listening: it starts before the post is asked for.
        let probe = socket.start("{ viewer { id } }", json!({})).await;
        socket.event(&probe).await;
        app.post(&karin, &thread, "tre").await;
        for id in [&all, &some, &fresh] {
            assert_eq!(take(&mut socket, id, 1).await, numbered(3, &["tre"]));
        }
    });
}

#[test]
fn an_event_is_answered_before_the_blink_of_an_eye_and_the_mutation_after_the_commit() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let thread = app.thread(&karin, "Direkt").await;
        let mut socket = ingeborg.socket().await;
        let id = follow(&mut socket, &thread, 0).await;
        for n in 1..=20 {
            let posted = app.post(&karin, &thread, &format!("nr {n}")).await;
            assert_eq!(posted["seq"], n);
            // The clock stands still: what comes, comes by being told and not by somebody looking now and then.
            assert_eq!(take(&mut socket, &id, 1).await, [(n, format!("nr {n}"))]);
        }
    });
}

#[test]
fn edits_and_removals_are_events_and_show_the_message_as_it_is_now() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Ändrat och borttaget").await;
        let first = app.post(&karin, &thread, "fel").await;
        let second = app.post(&karin, &thread, "hemligt").await;
        karin
            .change(
                "editMessage",
                json!({ "id": first["id"], "body": "rätt" }),
                "message { body editedAt }",
            )
            .await;
        karin
            .change("removeMessage", json!({ "id": second["id"] }), "thread { lastSeq }")
            .await;
        let mut socket = karin.socket().await;
        let id = follow(&mut socket, &thread, 0).await;
        let mut kinds = Vec::new();
        for seq in 1..=4 {
            let event = socket.event(&id).await["threadEvents"].clone();
            assert_eq!(event["seq"], seq);
            assert!(!event.to_string().contains("hemligt"), "{event}");
            assert!(!event.to_string().contains("fel"), "{event}");
            kinds.push(event["__typename"].as_str().unwrap().to_owned());
        }
        assert_eq!(
            kinds,
            ["MessagePosted", "MessagePosted", "MessageEdited", "MessageRemoved"]
        );
    });
}

#[test]
fn after_beyond_the_journal_is_told_to_begin_anew() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Framtiden").await;
        app.post(&karin, &thread, "ett").await;
        let mut socket = karin.socket().await;
        let id = follow(&mut socket, &thread, 2).await;
        assert_eq!(socket.refusal(&id).await.code, "RESYNC");
        let id = follow(&mut socket, &thread, i64::from(i32::MAX)).await;
        assert_eq!(socket.refusal(&id).await.code, "RESYNC");
        for (variables, code) in [
            (json!({ "thread": thread, "after": -1 }), "INVALID"),
            (json!({ "thread": thread, "after": "5" }), "BAD_REQUEST"),
            (json!({ "thread": thread, "after": 1e30 }), "BAD_REQUEST"),
            (json!({ "after": 0 }), "BAD_REQUEST"),
            (json!({ "thread": 5 }), "NOT_FOUND"),
        ] {
            let id = socket.start(EVENTS, variables.clone()).await;
            let refusal = socket.refusal(&id).await;
            assert_eq!(refusal.code, code, "{variables}");
            assert!(!refusal.message.contains('$'), "{variables}: {}", refusal.message);
        }
        let id = follow(&mut socket, &thread, 1).await;
        app.post(&karin, &thread, "två").await;
        assert_eq!(take(&mut socket, &id, 1).await, numbered(2, &["två"]));
    });
}

#[test]
fn with_many_writers_and_readers_who_come_and_go_every_reader_has_every_number_once_in_order() {
    on_both(async |app| {
        const WRITERS: usize = 6;
        const EACH: usize = 15;
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Trängsel").await;
        let people = app
            .people(&["karin", "omar", "lena", "ingeborg", "torbjorn", "kari"])
            .await;
        let writers = people.iter().take(WRITERS).map(|person| {
            let (person, thread) = (person.clone(), thread.clone());
            tokio::spawn(async move {
                for n in 0..EACH {
                    TestApp::post_as(&person, &thread, &format!("{n}")).await;
                }
            })
        });
        let readers = people.iter().map(|person| {
            let (person, thread) = (person.clone(), thread.clone());
            tokio::spawn(async move { read_with_breaks(&person, &thread, WRITERS * EACH).await })
        });
        for task in writers.collect::<Vec<_>>() {
            task.await.expect("the writer writes");
        }
        let wanted: Vec<i64> = (1..=i64::try_from(WRITERS * EACH).unwrap()).collect();
        for task in readers.collect::<Vec<_>>() {
            assert_eq!(task.await.expect("the reader reads"), wanted);
        }
    });
}

/// Reads until `n` events have been seen; after every seventh the connection breaks, without a word.
async fn read_with_breaks(person: &Client, thread: &str, n: usize) -> Vec<i64> {
    let mut seen: Vec<i64> = Vec::new();
    while seen.len() < n {
        let mut socket = person.socket().await;
        let id = follow(&mut socket, thread, seen.last().copied().unwrap_or(0)).await;
        for (seq, _) in take(&mut socket, &id, 7.min(n - seen.len())).await {
            seen.push(seq);
        }
        socket.cut();
    }
    seen
}

#[test]
fn the_same_client_id_posts_once_also_when_sent_at_the_same_time() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "En gång").await;
        let input = json!({ "threadId": thread, "body": "bara en", "language": "SV", "clientId": client_id() });
        let posts = (0..8).map(|_| {
            let (karin, input) = (karin.clone(), input.clone());
            tokio::spawn(
                async move { karin.change("postMessage", input, "message { id seq }").await["message"].clone() },
            )
        });
        let mut answers = HashSet::new();
        for post in posts.collect::<Vec<_>>() {
            answers.insert(post.await.expect("it is answered").to_string());
        }
        assert_eq!(answers.len(), 1, "{answers:?}");
        // Somebody else's client may have made the same id: it is unique per author.
        let omar = app.person("omar").await;
        let other = omar.change("postMessage", input, "message { seq }").await;
        assert_eq!(other["message"]["seq"], 2);
    });
}

#[test]
fn who_is_here_and_who_types_is_one_full_picture_at_once_and_then_each_change() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let thread = app.thread(&karin, "Närvaro").await;
        let _time = app.time_runs();
        const PRESENCE: &str =
            "subscription($t: ID!) { threadPresence(threadId: $t) { present people { name } typing { name } } }";
        let mut hers = karin.socket().await;
        let id = hers.start(PRESENCE, json!({ "t": thread })).await;
        until(&mut hers, &id, |p| {
            names(&p["people"]).iter().any(|name| name.starts_with("Karin"))
        })
        .await;

        let mut theirs = ingeborg.socket().await;
        let other = theirs.start(PRESENCE, json!({ "t": thread })).await;
        until(&mut theirs, &other, |p| p["present"] == 2).await;
        until(&mut hers, &id, |p| p["present"] == 2 && names(&p["people"]).len() == 2).await;

        ingeborg
            .change("setTyping", json!({ "threadId": thread, "typing": true }), "threadId")
            .await;
        until(&mut hers, &id, |p| {
            names(&p["typing"]).iter().any(|name| name.starts_with("Ingeborg"))
        })
        .await;
        ingeborg
            .change("setTyping", json!({ "threadId": thread, "typing": false }), "threadId")
            .await;
        until(&mut hers, &id, |p| names(&p["typing"]).is_empty()).await;

        // Somebody who types and says no more is taken for silent after a while.
        ingeborg
            .change("setTyping", json!({ "threadId": thread, "typing": true }), "threadId")
            .await;
        until(&mut hers, &id, |p| names(&p["typing"]).len() == 1).await;
        until(&mut hers, &id, |p| names(&p["typing"]).is_empty()).await;

        theirs.cut();
        until(&mut hers, &id, |p| p["present"] == 1).await;
    });
}

async fn until(socket: &mut Socket, id: &str, wanted: impl Fn(&Value) -> bool) {
    loop {
        let picture = socket.event(id).await["threadPresence"].clone();
        if wanted(&picture) {
            return;
        }
    }
}

fn names(people: &Value) -> Vec<&str> {
    people
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|person| person["name"].as_str())
        .collect()
}

#[test]
fn a_reader_far_behind_catches_up_without_a_seam() {
    on_both(async |app| {
        const MANY: i64 = 320;
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Lång historia").await;
        // One who is there from the start, so that the node holds the newest in memory and the rest only in the journal.
        let mut witness = karin.socket().await;
        let id = follow(&mut witness, &thread, 0).await;
        for n in 1..=MANY {
            app.post(&karin, &thread, &n.to_string()).await;
        }
        take(&mut witness, &id, MANY as usize).await;
        let mut late = app.person("omar").await.socket().await;
        let id = follow(&mut late, &thread, 0).await;
        let all: Vec<i64> = take(&mut late, &id, MANY as usize)
            .await
            .into_iter()
            .map(|(seq, _)| seq)
            .collect();
        assert_eq!(all, (1..=MANY).collect::<Vec<_>>());
        app.post(&karin, &thread, "och nu").await;
        assert_eq!(take(&mut late, &id, 1).await, [(MANY + 1, "och nu".to_owned())]);
    });
}

#[test]
fn one_who_does_not_read_is_closed_and_the_others_do_not_wait() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "En som inte läser").await;
        let mut reader = karin.socket().await;
        let id = follow(&mut reader, &thread, 0).await;
        let mut deaf = omar.socket().await;
        // Each message thirty times over: soon more than the buffers between two sockets of one machine take.
        for _ in 0..30 {
            follow(&mut deaf, &thread, 0).await;
        }
        deaf.deafen();
        let long = "x".repeat(10_000);
        for n in 1..=40 {
            app.post(&karin, &thread, &long).await;
            assert_eq!(take(&mut reader, &id, 1).await[0].0, n);
        }
        assert_eq!(app.sockets().await, 2);
        app.turn(Duration::from_secs(12)).await;
        eventually(async || app.sockets().await == 1).await;
        app.post(&karin, &thread, "vidare").await;
        take(&mut reader, &id, 1).await;
    });
}

#[test]
fn a_reader_who_pauses_gets_the_rest_without_anything_new() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "En som läser ibland").await;
        let bodies: String = (0..25).map(|n| format!(" b{n}: body")).collect();
        let events = format!(
            "subscription($t: ID!) {{ threadEvents(threadId: $t, after: 0) {{ seq ... on MessagePosted {{ message {{{bodies} }} }} }} }}"
        );
        let (mut here, mut pausing) = (karin.socket().await, omar.socket().await);
        let at_once = follow(&mut here, &thread, 0).await;
        let later = pausing.start(&events, json!({ "t": thread })).await;
        let long = "🌱".repeat(10_000);
        let mut seq = 0;
        // A megabyte each. With one of these numbers the last of them is cut where the line is full.
        for messages in 1..=16 {
            pausing.cover_ear(true);
            for n in 1..=messages {
                app.post(&karin, &thread, &long).await;
                assert_eq!(take(&mut here, &at_once, 1).await[0].0, seq + n);
            }
            pausing.cover_ear(false);
            for n in 1..=messages {
                assert_eq!(pausing.event(&later).await["threadEvents"]["seq"], seq + n);
            }
            seq += messages;
        }
    });
}

#[test]
fn what_is_one_persons_own_to_see_is_not_shown_to_those_who_listen_beside_them() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        karin
            .change("updateViewer", json!({ "sharesEmail": false }), "viewer { id }")
            .await;
        let thread = app.thread(&karin, "Var och ens").await;
        // The same text, the same variables, the same language: only the person differs.
        let query = "subscription($t: ID!) { threadEvents(threadId: $t, after: 0) { seq ... on MessagePosted { \
                     message { author { email } thread { viewerReadSeq network { viewerRole } } } } } }";
        let (mut hers, mut his) = (karin.socket().await, omar.socket().await);
        let (a, b) = (
            hers.start(query, json!({ "t": thread })).await,
            his.start(query, json!({ "t": thread })).await,
        );
        omar.change(
            "markThreadRead",
            json!({ "threadId": thread, "seq": 0 }),
            "thread { id }",
        )
        .await;
        for seq in 1..=3 {
            app.post(&karin, &thread, "hej").await;
            let (own, others) = (
                hers.event(&a).await["threadEvents"].clone(),
                his.event(&b).await["threadEvents"].clone(),
            );
            assert_eq!((&own["seq"], &others["seq"]), (&json!(seq), &json!(seq)));
            assert_eq!(own["message"]["author"]["email"], "karin@demo.example");
            assert_eq!(others["message"]["author"]["email"], Value::Null);
            assert_eq!(others["message"]["thread"]["viewerReadSeq"], 0);
            assert_eq!(others["message"]["thread"]["network"]["viewerRole"], "MEMBER");
        }
    });
}

#[test]
fn whoever_loses_the_right_to_a_thread_hears_no_more_of_it() {
    on_both(async |app| {
        let (elin, omar, karin) = (
            app.person("elin").await,
            app.person("omar").await,
            app.person("karin").await,
        );
        let thread = app.thread(&karin, "Bara för medlemmar").await;
        let mut socket = omar.socket().await;
        let id = follow(&mut socket, &thread, 0).await;
        app.post(&karin, &thread, "ni hör mig").await;
        take(&mut socket, &id, 1).await;
        let person_id = omar.ask("{ viewer { id } }", json!({})).await["viewer"]["id"].clone();
        elin.change(
            "removeMember",
            json!({ "networkSlug": "miljostrateger", "personId": person_id }),
            "network { id }",
        )
        .await;
        app.post(&karin, &thread, "men inte längre").await;
        // Either the operation ends or the whole socket does; the message comes in neither.
        loop {
            match socket.hear().await {
                Heard::Message(message) => {
                    assert!(!message.to_string().contains("men inte längre"), "{message}");
                    if message["id"] == id.as_str() && matches!(message["type"].as_str(), Some("error" | "complete")) {
                        break;
                    }
                }
                Heard::Closed(code, reason) => {
                    assert!(
                        (4000..5000).contains(&code) || code == 1012 || code == 1001,
                        "{code} {reason}"
                    );
                    break;
                }
            }
        }
        let mut again = omar.socket().await;
        let id = follow(&mut again, &thread, 0).await;
        assert_eq!(again.refusal(&id).await.code, "NOT_FOUND");
    });
}

#[test]
fn signing_out_everywhere_closes_the_sockets_of_every_browser() {
    on_both(async |app| {
        let (here, there) = (app.person("karin").await, app.person("karin").await);
        let omar = app.person("omar").await;
        let (mut one, mut two, mut other) = (here.socket().await, there.socket().await, omar.socket().await);
        assert_eq!(here.post("/auth/sign-out-everywhere", &json!({})).await.status, 200);
        for socket in [&mut one, &mut two] {
            let (code, _) = socket.closed().await;
            assert!((4000..5000).contains(&code), "{code}");
        }
        let id = other.start("{ viewer { name } }", json!({})).await;
        other.event(&id).await;
        assert!(there.ask("{ viewer { name } }", json!({})).await["viewer"].is_null());
    });
}

impl TestApp {
    /// Sockets that are open at the first node.
    async fn sockets(&self) -> u64 {
        self.figure("samverk_live_sockets").await
    }
}

#[test]
fn when_all_return_at_once_they_take_turns_and_whoever_is_here_does_not_wait() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Rusning").await;
        app.post(&karin, &thread, "ett").await;
        let mut here = karin.socket().await;
        let id = follow(&mut here, &thread, 0).await;
        take(&mut here, &id, 1).await;
        let mut late = omar.socket().await;
        // As if others were coming at this moment, as many as are let in at once.
        let node = app.nodes[0].app.clone();
        let (door, desk) = (&node.live.door, &node.live.desk);
        let at_the_door = [door.turn(&node).await, door.turn(&node).await];
        let at_the_desk = [desk.turn(&node).await, desk.turn(&node).await];
        let mut waiting = Vec::new();
        for _ in 0..20 {
            let (omar, thread) = (omar.clone(), thread.clone());
            waiting.push(tokio::spawn(async move {
                let mut socket = omar.socket().await;
                let id = follow(&mut socket, &thread, 0).await;
                take(&mut socket, &id, 2).await
            }));
        }
        let others = follow(&mut late, &thread, 0).await;
        app.post(&karin, &thread, "två").await;
        assert_eq!(take(&mut here, &id, 1).await, numbered(2, &["två"]));
        assert!(waiting.iter().all(|task| !task.is_finished()));
        drop((at_the_door, at_the_desk));
        assert_eq!(take(&mut late, &others, 2).await, numbered(1, &["ett", "två"]));
        for task in waiting {
            assert_eq!(task.await.expect("it is let in"), numbered(1, &["ett", "två"]));
        }
    });
}

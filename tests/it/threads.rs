//! Conversations: what is said, by whom, in which language, and what of it one has read.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, TestApp, client_id, on_both};

async fn messages(person: &Client, thread: &str, args: &str) -> (Vec<i64>, Value) {
    let query = format!(
        "query($id: ID!) {{ thread(id: $id) {{ lastSeq viewerReadSeq messages{args} {{ totalCount pageInfo {{ hasNextPage \
         hasPreviousPage startCursor endCursor }} edges {{ cursor node {{ id seq body removed editedAt language author {{ name }} \
         replyTo {{ id }} }} }} }} }} }}"
    );
    let data = person.ask(&query, json!({ "id": thread })).await;
    let thread = data["thread"].clone();
    let seqs = thread["messages"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge["node"]["seq"].as_i64().unwrap())
        .collect();
    (seqs, thread)
}

#[test]
fn the_newest_come_first_to_hand_and_older_ones_by_pages_in_both_directions() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Lång tråd").await;
        for n in 1..=60 {
            app.post(&karin, &thread, &format!("{n}")).await;
        }
        let (seqs, page) = messages(&karin, &thread, "").await;
        assert_eq!(seqs, (11..=60).collect::<Vec<_>>());
        assert_eq!(page["messages"]["totalCount"], 60);
        let start = page["messages"]["pageInfo"]["startCursor"].as_str().unwrap().to_owned();
        assert_eq!(page["messages"]["pageInfo"]["hasPreviousPage"], true);
        let (older, page) = messages(&karin, &thread, &format!("(last: 20, before: \"{start}\")")).await;
        assert_eq!(older, (1..=10).collect::<Vec<_>>());
        assert_eq!(page["messages"]["pageInfo"]["hasPreviousPage"], false);
        let (first, page) = messages(&karin, &thread, "(first: 5)").await;
        assert_eq!(first, [1, 2, 3, 4, 5]);
        let end = page["messages"]["pageInfo"]["endCursor"].as_str().unwrap().to_owned();
        let (next, _) = messages(&karin, &thread, &format!("(first: 5, after: \"{end}\")")).await;
        assert_eq!(next, [6, 7, 8, 9, 10]);
        for wrong in [
            "(first: 5, last: 5)",
            "(first: 101)",
            "(last: -1)",
            "(last: 5, before: \"nonsense\")",
        ] {
            let query = format!("query($id: ID!) {{ thread(id: $id) {{ messages{wrong} {{ totalCount }} }} }}");
            let refusal = karin.refused(&query, json!({ "id": thread })).await;
            assert!(
                matches!(refusal.code.as_str(), "INVALID" | "BAD_REQUEST"),
                "{wrong}: {refusal:?}"
            );
        }
    });
}

#[test]
fn a_message_is_its_authors_to_change_and_a_coordinator_may_remove_it() {
    on_both(async |app| {
        let [karin, omar, elin] = [
            app.person("karin").await,
            app.person("omar").await,
            app.person("elin").await,
        ];
        let thread = app.thread(&karin, "Vems ord").await;
        let message = app.post(&karin, &thread, "mitt").await;
        for (mutation, input) in [
            ("editMessage", json!({ "id": message["id"], "body": "ditt" })),
            ("removeMessage", json!({ "id": message["id"] })),
        ] {
            assert_eq!(
                omar.change_refused(mutation, input).await.code,
                "FORBIDDEN",
                "{mutation}"
            );
        }
        assert_eq!(
            elin.change_refused("editMessage", json!({ "id": message["id"], "body": "hennes" }))
                .await
                .code,
            "FORBIDDEN"
        );
        // What was changed meanwhile, on another of her devices, is not written over unseen.
        let posted = karin
            .change(
                "editMessage",
                json!({ "id": message["id"], "body": "mitt" }),
                "message { postedAt editedAt }",
            )
            .await;
        let written = &posted["message"]["postedAt"];
        app.clock.advance(Duration::from_secs(1));
        let change = |body: &str, at: &Value| json!({ "id": message["id"], "body": body, "writtenAt": at });
        let changed = karin
            .change(
                "editMessage",
                change("mitt, på bussen", written),
                "message { editedAt }",
            )
            .await;
        let late = karin
            .change_refused("editMessage", change("mitt, vid skrivbordet", written))
            .await;
        assert_eq!(late.code, "CONFLICT");
        // The same words once more, whose answer was lost, are no conflict.
        karin
            .change("editMessage", change("mitt, på bussen", written), "message { body }")
            .await;
        app.clock.advance(Duration::from_secs(1));
        let last = &changed["message"]["editedAt"];
        karin
            .change("editMessage", change("mitt, bättre", last), "message { body editedAt }")
            .await;
        elin.change("removeMessage", json!({ "id": message["id"] }), "thread { id }")
            .await;
        let (_, page) = messages(&omar, &thread, "").await;
        let removed = &page["messages"]["edges"][0]["node"];
        assert_eq!((&removed["removed"], &removed["body"]), (&json!(true), &json!("")));
        let rows = app
            .database
            .rows("select body from message where body like 'mitt%'")
            .await;
        assert!(rows.is_empty(), "what was removed is gone: {rows:?}");
        let late = karin
            .change_refused("editMessage", json!({ "id": message["id"], "body": "igen" }))
            .await;
        assert_eq!(late.code, "NOT_FOUND");
    });
}

#[test]
fn a_message_says_its_language_and_what_it_answers() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let thread = app.thread(&karin, "Svar").await;
        let first = app.post(&karin, &thread, "Hur gör ni?").await;
        let input = json!({ "threadId": thread, "body": "Slik gjer vi det.", "clientId": client_id(), "replyToId": first["id"] });
        let answer = ingeborg
            .change("postMessage", input, "message { language replyTo { id } }")
            .await;
        assert_eq!(
            answer["message"]["language"], "NN",
            "one's own language where nothing else is said"
        );
        assert_eq!(answer["message"]["replyTo"]["id"], first["id"]);
        let elsewhere = app.thread(&karin, "En annan tråd").await;
        let input =
            json!({ "threadId": elsewhere, "body": "feil tråd", "clientId": client_id(), "replyToId": first["id"] });
        assert_eq!(ingeborg.change_refused("postMessage", input).await.code, "NOT_FOUND");
    });
}

#[test]
fn what_one_has_read_is_remembered_and_never_goes_back() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Läst").await;
        for body in ["ett", "två", "tre"] {
            app.post(&karin, &thread, body).await;
        }
        let read = async |seq: i64| {
            let input = json!({ "threadId": thread, "seq": seq });
            omar.change("markThreadRead", input, "thread { viewerReadSeq }").await["thread"]["viewerReadSeq"].clone()
        };
        assert_eq!(messages(&omar, &thread, "").await.1["viewerReadSeq"], Value::Null);
        assert_eq!(read(2).await, 2);
        assert_eq!(read(1).await, 2);
        assert_eq!(
            read(1_000_000).await,
            3,
            "beyond the last is the last: what comes later is unread"
        );
    });
}

#[test]
fn a_thread_about_an_action_is_found_from_it_by_those_who_may_see_both() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let public = karin
            .ask("query($f: ActionFilter) { actions(filter: $f, first: 100) { edges { node { id thread { id } publishedRevision visibility } } } }", json!({ "f": { "organisationIds": [app.organisation("Haninge").await] } }))
            .await;
        let action = public["actions"]["edges"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| &e["node"])
            .find(|node| {
                node["thread"].is_null() && node["publishedRevision"].is_number() && node["visibility"] == "NETWORK"
            })
            .expect("Haninge has one without a conversation")
            .clone();
        let started = karin
            .change(
                "startThread",
                json!({ "networkSlug": "miljostrateger", "subject": "Om åtgärden", "aboutId": action["id"] }),
                "thread { id about { ... on Action { id } } }",
            )
            .await;
        assert_eq!(started["thread"]["about"]["id"], action["id"]);
        let seen = ingeborg
            .ask(
                "query($id: ID!) { action(id: $id) { thread { id subject } } }",
                json!({ "id": action["id"] }),
            )
            .await;
        assert_eq!(seen["action"]["thread"]["id"], started["thread"]["id"]);
        let members_only = app
            .stranger()
            .ask(
                "query($id: ID!) { thread(id: $id) { id } }",
                json!({ "id": started["thread"]["id"] }),
            )
            .await;
        assert_eq!(members_only["thread"], Value::Null);
    });
}

#[test]
fn only_members_see_hear_and_write() {
    on_both(async |app| {
        let (karin, gunnhild) = (app.person("karin").await, app.person("gunnhild").await);
        let started = gunnhild
            .change(
                "startThread",
                json!({ "networkSlug": "klimanettverk-mr", "subject": "Berre oss" }),
                "thread { id }",
            )
            .await;
        let thread = started["thread"]["id"].as_str().unwrap();
        let input = json!({ "threadId": thread, "body": "hej", "language": "SV", "clientId": client_id() });
        for (mutation, input) in [
            ("postMessage", input),
            ("setTyping", json!({ "threadId": thread, "typing": true })),
            ("markThreadRead", json!({ "threadId": thread, "seq": 1 })),
        ] {
            assert_eq!(
                karin.change_refused(mutation, input).await.code,
                "NOT_FOUND",
                "{mutation}"
            );
        }
        let mut socket = karin.socket().await;
        for subscription in [
            "subscription($t: ID!) { threadEvents(threadId: $t, after: 0) { seq } }",
            "subscription($t: ID!) { threadPresence(threadId: $t) { present } }",
        ] {
            let id = socket.start(subscription, json!({ "t": thread })).await;
            assert_eq!(socket.refusal(&id).await.code, "NOT_FOUND");
        }
        assert_eq!(
            karin
                .ask(
                    "query($t: ID!) { thread(id: $t) { id } node(id: $t) { id } }",
                    json!({ "t": thread })
                )
                .await,
            json!({ "thread": null, "node": null })
        );
    });
}

#[test]
fn a_restart_keeps_all() {
    on_both(async |app: &mut TestApp| {
        let karin = app.person("karin").await;
        let thread = app.thread(&karin, "Efter omstarten").await;
        let input = json!({ "threadId": thread, "body": "före", "language": "SV", "clientId": client_id() });
        let first = karin.change("postMessage", input.clone(), "message { id seq }").await;
        let before = app.database.dump().await;
        app.restart().await;
        assert_eq!(app.database.dump().await, before);
        let karin = karin.at(app.url());
        // The same session, the same message again, and the next number.
        let repeated = karin.change("postMessage", input, "message { id seq }").await;
        assert_eq!(repeated, first);
        assert_eq!(app.post(&karin, &thread, "efter").await["seq"], 2);
        let mut socket = karin.socket().await;
        let id = socket
            .start(
                "subscription($t: ID!) { threadEvents(threadId: $t, after: 0) { seq } }",
                json!({ "t": thread }),
            )
            .await;
        for seq in 1..=2 {
            assert_eq!(socket.event(&id).await["threadEvents"]["seq"], seq);
        }
    });
}

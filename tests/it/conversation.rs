//! What people do in a conversation beside talking: mention, react, correct, pin, close, and keep order.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, Socket, client_id, on_both};

const EVENTS: &str = "subscription($thread: ID!, $after: Int) { threadEvents(threadId: $thread, after: $after) { \
    __typename seq ... on MessagePosted { message { body } } ... on MessageEdited { message { body language } } \
    ... on MessageReacted { message { reactions { kind count people { name } } } } ... on MessagePinned { message { pinned } } \
    ... on ThreadClosed { thread { closedAt closeReason closedBy { name } } } ... on ThreadReopened { thread { closedAt } } } }";

async fn follow(socket: &mut Socket, thread: &str, after: impl Into<Option<i64>>) -> String {
    socket
        .start(EVENTS, json!({ "thread": thread, "after": after.into() }))
        .await
}

async fn events(socket: &mut Socket, id: &str, n: usize) -> Vec<Value> {
    let mut events = Vec::new();
    for _ in 0..n {
        events.push(socket.event(id).await["threadEvents"].clone());
    }
    events
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event["__typename"].as_str().unwrap())
        .collect()
}

async fn one(person: &Client, message: &Value, fields: &str) -> Value {
    let query = format!("query($id: ID!) {{ node(id: $id) {{ ... on Message {{ {fields} }} }} }}");
    person.ask(&query, json!({ "id": message["id"] })).await["node"].clone()
}

#[test]
fn a_mention_is_of_somebody_in_the_network_and_bears_their_name() {
    on_both(async |app| {
        let [karin, omar, elin, gunnhild] = [
            app.person("karin").await,
            app.person("omar").await,
            app.person("elin").await,
            app.person("gunnhild").await,
        ];
        let me = "query { viewer { id name organisation { id name } } }";
        let [omars, gunnhilds] = [
            omar.ask(me, json!({})).await["viewer"].clone(),
            gunnhild.ask(me, json!({})).await["viewer"].clone(),
        ];
        let thread = app.thread(&karin, "Nämnda").await;
        let said = |body: String, confirm: bool| json!({ "threadId": thread, "body": body, "clientId": client_id(), "confirmEverybody": confirm });
        let id = |person: &Value| person["id"].as_str().unwrap().to_owned();
        let body = format!(
            "@[fel namn]({}) och @[kommunen]({}), se `@[x]({})`",
            id(&omars),
            id(&omars["organisation"]),
            id(&gunnhilds)
        );
        let posted = karin
            .change("postMessage", said(body, false), "message { id body }")
            .await;
        let name = omars["name"].as_str().unwrap();
        let organisation = omars["organisation"]["name"].as_str().unwrap();
        assert_eq!(
            posted["message"]["body"],
            format!(
                "@[{name}]({}) och @[{organisation}]({}), se `@[x]({})`",
                id(&omars),
                id(&omars["organisation"]),
                id(&gunnhilds)
            )
        );
        let network = app.thread_in(&gunnhild, "klimanettverk-mr", "Berre oss").await;
        let outside =
            json!({ "threadId": network, "body": format!("Hei @[Omar]({})", id(&omars)), "clientId": client_id() });
        let refusal = gunnhild.change_refused("postMessage", outside).await;
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref(), &refusal.args["name"]),
            ("INVALID", Some("body"), &json!("Omar"))
        );

        assert_eq!(
            karin
                .change_refused("postMessage", said("@[alla](everybody)".into(), true))
                .await
                .code,
            "FORBIDDEN"
        );
        let refusal = elin
            .change_refused("postMessage", said("@[alla](everybody)".into(), false))
            .await;
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref()),
            ("INVALID", Some("confirmEverybody"))
        );
        assert!(refusal.args["people"].as_i64().unwrap() > 5, "{refusal:?}");
        elin.change("postMessage", said("@[alla](everybody)".into(), true), "message { id }")
            .await;
    });
}

#[test]
fn a_message_is_safe_html_and_plain_text_with_its_mentions_and_actions() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Formaterat").await;
        let omar_id = app.id_of(&omar).await;
        let action = karin
            .ask("{ actions(first: 1) { edges { node { id } } } }", json!({}))
            .await;
        let action = action["actions"]["edges"][0]["node"]["id"].as_str().unwrap().to_owned();
        let nothing = "action_01h455vb4pex5vsknk084sn02q";
        let body = format!("**Hej** @[O]({omar_id}) <b>x</b>\n\n- {action}\n- {nothing}");
        let said = app.post(&karin, &thread, &body).await;
        let shown = one(
            &karin,
            &said,
            "html text mentions { label everybody person { id } organisation { id } } actionIds linkedActions { id } pinned history { body }",
        )
        .await;
        let name = omar.ask("{ viewer { name } }", json!({})).await["viewer"]["name"].clone();
        let name = name.as_str().unwrap();
        assert_eq!(
            shown["html"],
            format!(
                "<p><strong>Hej</strong> <span class=\"mention\" data-id=\"{omar_id}\">@{name}</span> &lt;b&gt;x&lt;/b&gt;</p>\
                 <ul><li>{action}</li><li>{nothing}</li></ul>"
            )
        );
        assert_eq!(shown["text"], format!("Hej @{name} <b>x</b>\n- {action}\n- {nothing}"));
        assert_eq!(
            shown["mentions"],
            json!([{ "label": name, "everybody": false, "person": { "id": omar_id }, "organisation": null }])
        );
        assert_eq!(shown["actionIds"], json!([action, nothing]));
        assert_eq!(shown["linkedActions"], json!([{ "id": action }]));
        assert_eq!((&shown["pinned"], &shown["history"]), (&json!(false), &json!([])));
    });
}

#[test]
fn a_reaction_is_one_persons_once_and_is_told() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Reaktioner").await;
        let said = app.post(&karin, &thread, "Vi gjorde det.").await;
        let mut socket = karin.socket().await;
        let id = follow(&mut socket, &thread, 1).await;
        let react = async |who: &Client, kind: &str, on: bool| {
            let input = json!({ "messageId": said["id"], "kind": kind, "on": on });
            who.change(
                "setReaction",
                input,
                "message { reactions { kind count } viewerReactions }",
            )
            .await["message"]
                .clone()
        };
        react(&omar, "THANKS", true).await;
        react(&omar, "THANKS", true).await;
        react(&karin, "THANKS", true).await;
        let now = react(&omar, "AGREE", true).await;
        assert_eq!(
            now,
            json!({ "reactions": [{ "kind": "AGREE", "count": 1 }, { "kind": "THANKS", "count": 2 }], "viewerReactions": ["AGREE", "THANKS"] })
        );
        react(&omar, "SURPRISED", false).await;
        react(&omar, "AGREE", false).await;
        let told = events(&mut socket, &id, 4).await;
        assert_eq!(kinds(&told), ["MessageReacted"; 4]);
        let last = &told[3]["message"]["reactions"];
        assert_eq!((&last[0]["kind"], &last[0]["count"]), (&json!("THANKS"), &json!(2)));
        assert_eq!(last[0]["people"].as_array().unwrap().len(), 2);
        assert_eq!(told[3]["seq"], 5, "what changes nothing is no event");
    });
}

#[test]
fn what_was_changed_can_be_read_and_what_was_removed_cannot_anywhere() {
    on_both(async |app| {
        let (karin, omar, elin) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("elin").await,
        );
        let thread = app.thread(&karin, "Ändrat").await;
        let omar_id = app.id_of(&omar).await;
        let said = app
            .post(&karin, &thread, &format!("första hemligheten @[O]({omar_id})"))
            .await;
        let edit = async |body: &str, language: &str| {
            let input = json!({ "id": said["id"], "body": body, "language": language });
            karin.change("editMessage", input, "message { body language }").await
        };
        edit("andra hemligheten", "SV").await;
        app.clock.advance(Duration::from_secs(60));
        let now = edit("tredje hemligheten", "NB").await;
        assert_eq!(
            now["message"],
            json!({ "body": "tredje hemligheten", "language": "NB" })
        );
        edit("tredje hemligheten", "NB").await;
        let shown = one(&omar, &said, "history { body html language at } mentions { label }").await;
        let history = shown["history"].as_array().unwrap();
        assert_eq!(history.len(), 2, "{shown}");
        assert!(history[0]["body"].as_str().unwrap().starts_with("första"));
        assert_eq!(
            (&history[1]["body"], &history[1]["language"]),
            (&json!("andra hemligheten"), &json!("SV"))
        );
        assert_eq!(shown["mentions"], json!([]), "whom it no longer mentions");
        omar.change(
            "setReaction",
            json!({ "messageId": said["id"], "kind": "AGREE", "on": true }),
            "message { id }",
        )
        .await;
        karin
            .change(
                "setPinned",
                json!({ "messageId": said["id"], "pinned": true }),
                "message { id }",
            )
            .await;
        elin.change("removeMessage", json!({ "id": said["id"] }), "thread { id }")
            .await;
        let shown = one(
            &omar,
            &said,
            "body html text removed pinned history { body } reactions { kind } mentions { label } actionIds terms { word }",
        )
        .await;
        assert_eq!(
            shown,
            json!({ "body": "", "html": "", "text": "", "removed": true, "pinned": false, "history": [], "reactions": [], "mentions": [],
                    "actionIds": [], "terms": [] })
        );
        let mut socket = omar.socket().await;
        let id = follow(&mut socket, &thread, 0).await;
        for event in events(&mut socket, &id, 6).await {
            assert!(!event.to_string().contains("hemlig"), "{event}");
        }
        for table in ["message", "message_version"] {
            let left = app
                .database
                .rows(&format!("select body from {table} where body like '%hemlig%'"))
                .await;
            assert!(left.is_empty(), "{table}: {left:?}");
        }
        let left = app
            .database
            .rows("select kind from reaction where message_id in (select id from message where removed_at is not null)")
            .await;
        assert!(left.is_empty(), "{left:?}");
        let audit = "{ network(slug: \"miljostrateger\") { audit(first: 1) { totalCount edges { node { what by { name } person { id } thread { id } } } } } }";
        let entry = elin.ask(audit, json!({})).await["network"]["audit"]["edges"][0]["node"].clone();
        assert_eq!(
            (&entry["what"], &entry["thread"]["id"]),
            (&json!("MESSAGE_REMOVED"), &json!(thread))
        );
        assert_eq!(entry["person"]["id"], app.id_of(&karin).await);
        let hidden = karin.ask(audit, json!({})).await;
        assert_eq!(
            hidden["network"]["audit"],
            json!({ "totalCount": 0, "edges": [] }),
            "coordinators only"
        );
    });
}

#[test]
fn ten_messages_are_pinned_by_those_who_look_after_the_thread() {
    on_both(async |app| {
        let (karin, omar, elin) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("elin").await,
        );
        let thread = app.thread(&karin, "Fäst").await;
        let mut said = Vec::new();
        for n in 0..11 {
            said.push(app.post(&omar, &thread, &format!("{n}")).await);
        }
        let pin = |message: &Value, pinned: bool| json!({ "messageId": message["id"], "pinned": pinned });
        assert_eq!(
            omar.change_refused("setPinned", pin(&said[0], true)).await.code,
            "FORBIDDEN"
        );
        for (n, message) in said[..10].iter().rev().enumerate() {
            let who = if n % 2 == 0 { &karin } else { &elin };
            who.change("setPinned", pin(message, true), "message { pinned }").await;
        }
        let refusal = karin.change_refused("setPinned", pin(&said[10], true)).await;
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref()),
            ("INVALID", Some("pinned"))
        );
        karin.change("setPinned", pin(&said[3], false), "message { id }").await;
        karin.change("setPinned", pin(&said[10], true), "message { id }").await;
        let pinned = omar
            .ask(
                "query($id: ID!) { thread(id: $id) { lastSeq pinned { seq pinned } } }",
                json!({ "id": thread }),
            )
            .await["thread"]
            .clone();
        let seqs: Vec<_> = pinned["pinned"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["seq"].as_i64().unwrap())
            .collect();
        assert_eq!(seqs, [1, 2, 3, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(pinned["lastSeq"], 11 + 12);
    });
}

#[test]
fn a_closed_thread_is_read_only_and_ends_what_listened_to_it() {
    on_both(async |app| {
        let (karin, omar, elin) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("elin").await,
        );
        let thread = app.thread(&karin, "Stängs").await;
        let said = app.post(&omar, &thread, "sist").await;
        let mut socket = omar.socket().await;
        let live = follow(&mut socket, &thread, 0).await;
        let presence = "subscription($thread: ID!) { threadPresence(threadId: $thread) { present } }";
        let here = socket.start(presence, json!({ "thread": thread })).await;
        events(&mut socket, &live, 1).await;
        socket.event(&here).await;
        assert_eq!(
            omar.change_refused("closeThread", json!({ "threadId": thread }))
                .await
                .code,
            "FORBIDDEN"
        );
        karin
            .change(
                "closeThread",
                json!({ "threadId": thread, "reason": "Frågan är löst." }),
                "thread { closedAt closeReason closedBy { name } viewerMay { post pin close } }",
            )
            .await;
        let told = events(&mut socket, &live, 1).await;
        assert_eq!(kinds(&told), ["ThreadClosed"]);
        assert_eq!(told[0]["thread"]["closeReason"], "Frågan är löst.");
        assert_eq!(socket.message(&live).await["type"], "complete");
        assert_eq!(socket.message(&here).await["type"], "complete");
        for (mutation, input) in [
            (
                "postMessage",
                json!({ "threadId": thread, "body": "för sent", "clientId": client_id() }),
            ),
            ("editMessage", json!({ "id": said["id"], "body": "ändrat" })),
            (
                "setReaction",
                json!({ "messageId": said["id"], "kind": "AGREE", "on": true }),
            ),
        ] {
            let refusal = omar.change_refused(mutation, input).await;
            assert_eq!(refusal.code, "FORBIDDEN", "{mutation}");
            assert!(
                refusal.message.contains("Frågan är löst."),
                "{mutation}: {}",
                refusal.message
            );
        }
        assert_eq!(
            elin.change_refused("setPinned", json!({ "messageId": said["id"], "pinned": true }))
                .await
                .code,
            "FORBIDDEN"
        );
        // Removing stays possible, and who comes now hears of it and is told that this was all.
        omar.change("removeMessage", json!({ "id": said["id"] }), "thread { id }")
            .await;
        for (after, wanted) in [
            (Some(0), &["MessagePosted", "ThreadClosed", "MessageRemoved"][..]),
            (Some(2), &["MessageRemoved"]),
            (Some(3), &[]),
            (None, &[]),
        ] {
            let late = follow(&mut socket, &thread, after).await;
            let told = events(&mut socket, &late, wanted.len()).await;
            assert_eq!(kinds(&told), wanted);
            assert_eq!(socket.message(&late).await["type"], "complete", "after {after:?}");
        }
        let late = socket.start(presence, json!({ "thread": thread })).await;
        while socket.message(&late).await["type"] != "complete" {}

        elin.change("reopenThread", json!({ "threadId": thread }), "thread { closedAt }")
            .await;
        let again = follow(&mut socket, &thread, 1).await;
        let told = events(&mut socket, &again, 3).await;
        assert_eq!(kinds(&told), ["ThreadClosed", "MessageRemoved", "ThreadReopened"]);
        app.post(&omar, &thread, "vidare").await;
        assert_eq!(kinds(&events(&mut socket, &again, 1).await), ["MessagePosted"]);
        let audit = "{ network(slug: \"miljostrateger\") { audit(first: 2) { edges { node { what reason } } } } }";
        let entries = elin.ask(audit, json!({})).await["network"]["audit"]["edges"].clone();
        let whats: Vec<_> = entries
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["node"]["what"].as_str().unwrap())
            .collect();
        assert!(
            whats.contains(&"THREAD_CLOSED") && whats.contains(&"THREAD_REOPENED"),
            "{entries}"
        );
    });
}

#[test]
fn who_is_silenced_reads_but_does_not_speak_until_it_is_over() {
    on_both(async |app| {
        let (omar, elin, karin) = (
            app.person("omar").await,
            app.person("elin").await,
            app.person("karin").await,
        );
        let thread = app.thread(&karin, "Tyst").await;
        let before = app.post(&omar, &thread, "för mycket").await;
        let omar_id = app.id_of(&omar).await;
        let silence = |hours: i32| json!({ "networkSlug": "miljostrateger", "personId": omar_id, "hours": hours, "reason": "Håll er till saken." });
        let wanted = "membership { silencedUntil silenceReason person { id } }";
        assert_eq!(
            karin.change_refused("silenceMember", silence(2)).await.code,
            "FORBIDDEN"
        );
        let done = elin.change("silenceMember", silence(2), wanted).await;
        assert_eq!(done["membership"]["silenceReason"], "Håll er till saken.");
        let say = || json!({ "threadId": thread, "body": "mer", "clientId": client_id() });
        let refusal = omar.change_refused("postMessage", say()).await;
        assert_eq!(refusal.code, "FORBIDDEN");
        assert_eq!(refusal.args["until"], done["membership"]["silencedUntil"]);
        assert!(
            refusal.message.contains("Håll er till saken.") && refusal.message.contains("kl."),
            "{}",
            refusal.message
        );
        for (mutation, input) in [
            (
                "startThread",
                json!({ "networkSlug": "miljostrateger", "subject": "Ny" }),
            ),
            ("editMessage", json!({ "id": before["id"], "body": "mer" })),
            (
                "setReaction",
                json!({ "messageId": before["id"], "kind": "AGREE", "on": true }),
            ),
        ] {
            assert_eq!(
                omar.change_refused(mutation, input).await.code,
                "FORBIDDEN",
                "{mutation}"
            );
        }
        let may = "query($id: ID!) { thread(id: $id) { viewerMay { post pin close remove mentionEverybody silencedUntil silenceReason } } }";
        let rights = |who: &Client| who.ask(may, json!({ "id": thread }));
        let his = rights(&omar).await["thread"]["viewerMay"].clone();
        assert_eq!(
            (&his["post"], &his["silencedUntil"]),
            (&json!(false), &done["membership"]["silencedUntil"])
        );
        let hers = rights(&elin).await["thread"]["viewerMay"].clone();
        assert_eq!(
            hers,
            json!({ "post": true, "pin": true, "close": true, "remove": true, "mentionEverybody": true, "silencedUntil": null, "silenceReason": null })
        );
        // The others are told nothing of it.
        let members = "{ network(slug: \"miljostrateger\") { members(first: 100) { edges { node { silencedUntil silenceReason person { id } } } } } }";
        let seen = async |who: &Client| {
            let page = who.ask(members, json!({})).await["network"]["members"]["edges"].clone();
            let edges = page.as_array().unwrap().clone();
            let his = edges
                .iter()
                .find(|edge| edge["node"]["person"]["id"] == omar_id.as_str())
                .unwrap();
            his["node"]["silenceReason"].clone()
        };
        assert_eq!(
            (seen(&karin).await, seen(&omar).await),
            (Value::Null, json!("Håll er till saken."))
        );
        app.clock.advance(Duration::from_secs(2 * 60 * 60));
        omar.change("postMessage", say(), "message { id }").await;
        elin.change("silenceMember", silence(720), wanted).await;
        omar.change_refused("postMessage", say()).await;
        let end = json!({ "networkSlug": "miljostrateger", "personId": omar_id });
        let ended = elin.change("endSilence", end.clone(), wanted).await;
        assert_eq!(ended["membership"]["silencedUntil"], Value::Null);
        elin.change("endSilence", end, wanted).await;
        omar.change("postMessage", say(), "message { id }").await;
    });
}

#[test]
fn words_of_the_neighbours_are_explained_in_the_readers_language() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let thread = app.thread(&karin, "Ord").await;
        let said = app
            .post(&karin, &thread, "Åtgärden gick till kommunstyrelsen, se `nämnd`.")
            .await;
        let fields = "terms { word term explanation caution }";
        assert_eq!(one(&karin, &said, fields).await["terms"], json!([]));
        let helped = one(&ingeborg, &said, fields).await["terms"].clone();
        assert_eq!(
            helped[0],
            json!({ "word": "Åtgärden", "term": "tiltak", "caution": false,
            "explanation": "Det som heiter Åtgärden i teksten, er tiltak på norsk." })
        );
        assert_eq!(
            (&helped[1]["word"], &helped[1]["term"], &helped[1]["caution"]),
            (&json!("kommunstyrelsen"), &json!("formannskap"), &json!(true))
        );
        assert_eq!(helped.as_array().unwrap().len(), 2);
    });
}

#[test]
fn a_whole_thread_can_be_taken_along_by_those_in_it_and_of_what_was_removed_only_the_trace() {
    on_both(async |app| {
        let (karin, omar, gunnhild) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("gunnhild").await,
        );
        let thread = app.thread(&karin, "Ta *med* <b>").await;
        let omar_id = app.id_of(&omar).await;
        let first = app
            .post(&karin, &thread, &format!("Hej @[O]({omar_id}) <script>x</script>"))
            .await;
        let secret = app.post(&omar, &thread, "hemligheten").await;
        let input = json!({ "threadId": thread, "body": "Svar", "clientId": client_id(), "replyToId": first["id"], "language": "SV" });
        omar.change("postMessage", input, "message { id }").await;
        omar.change(
            "setReaction",
            json!({ "messageId": first["id"], "kind": "THANKS", "on": true }),
            "message { id }",
        )
        .await;
        omar.change("removeMessage", json!({ "id": secret["id"] }), "thread { id }")
            .await;
        for n in 0..210 {
            app.post(&karin, &thread, &format!("rad {n}")).await;
        }
        let file = omar.get(&format!("/threads/{thread}/export.md")).await;
        assert_eq!(file.status, 200, "{}", file.text);
        assert_eq!(file.header("content-type"), "text/markdown; charset=utf-8");
        assert_eq!(
            file.header("content-disposition"),
            format!("attachment; filename=\"{thread}.md\"")
        );
        assert!(
            file.text.starts_with("# Ta \\*med\\* \\<b\\>\n"),
            "{}",
            &file.text[..200]
        );
        let name = omar.ask("{ viewer { name } }", json!({})).await["viewer"]["name"].clone();
        assert!(
            file.text
                .contains(&format!("Hej @{} &lt;script>", name.as_str().unwrap())),
            "{}",
            &file.text[..800]
        );
        assert!(file.text.contains("Meddelandet är borttaget.") && file.text.contains("svar på nr 1"));
        assert!(file.text.contains("rad 209") && !file.text.contains("hemlig"));
        let file = omar.get(&format!("/threads/{thread}/export.json")).await;
        let messages = file.json["messages"].as_array().expect("it is whole").clone();
        assert_eq!(messages.len(), 213);
        assert_eq!(messages[0]["reactions"], json!({ "THANKS": 1 }));
        assert_eq!(
            (&messages[1]["removed"], &messages[1]["body"]),
            (&json!(true), &json!(""))
        );
        assert_eq!(
            (&messages[2]["answers"], &messages[2]["author"]["id"]),
            (&json!(1), &json!(omar_id))
        );
        let other = app.thread_in(&gunnhild, "klimanettverk-mr", "Berre oss").await;
        for (who, path, status) in [
            (&karin, format!("/threads/{other}/export.md"), 404),
            (&karin, "/threads/nonsense/export.json".to_owned(), 404),
            (&app.stranger(), format!("/threads/{thread}/export.json"), 401),
        ] {
            let refused = who.get(&path).await;
            assert_eq!(refused.status, status, "{path}");
            assert!(refused.refusal().is_some(), "{path}: {}", refused.text);
        }
        let empty = app.thread(&karin, "Tomt").await;
        assert_eq!(
            karin.get(&format!("/threads/{empty}/export.json")).await.json["messages"],
            json!([])
        );
    });
}

/// Every field that depends on who asks, asked for in a subscription that two people share by its text.
#[test]
fn what_depends_on_the_viewer_never_travels_to_another_one() {
    on_both(async |app| {
        let (karin, elin) = (app.person("karin").await, app.person("elin").await);
        let thread = app.thread(&karin, "Delat").await;
        let action = karin
            .change(
                "createAction",
                json!({ "programmeId": app.programme(&karin).await, "language": "SV", "title": "Hemligt utkast", "description": "Text." }),
                "action { id }",
            )
            .await["action"]["id"]
            .clone();
        for (field, hers) in [
            ("viewerReactions", json!(["THANKS"])),
            ("linkedActions { id }", json!([{ "id": action }])),
            (
                "thread { viewerMay { remove close } }",
                json!({ "viewerMay": { "remove": false, "close": true } }),
            ),
            ("thread { viewerReadSeq }", Value::Null),
            (
                "thread { network { viewerRole } }",
                json!({ "network": { "viewerRole": "MEMBER" } }),
            ),
            ("author { email }", Value::Null),
            ("replyTo { viewerReactions }", Value::Null),
            ("mentions { person { email } }", Value::Null),
        ] {
            let query = format!(
                "subscription($thread: ID!) {{ threadEvents(threadId: $thread) {{ ... on MessageReacted {{ message {{ {field} }} }} }} }}"
            );
            let (mut one, mut other) = (karin.socket().await, elin.socket().await);
            let ids = (
                one.start(&query, json!({ "thread": thread })).await,
                other.start(&query, json!({ "thread": thread })).await,
            );
            // Both listen before anything happens.
            for socket in [&mut one, &mut other] {
                let probe = socket.start("{ viewer { id } }", json!({})).await;
                socket.event(&probe).await;
            }
            let input = json!({ "threadId": thread, "body": format!("se {}", action.as_str().unwrap()), "clientId": client_id() });
            let said = karin.change("postMessage", input, "message { id }").await["message"].clone();
            let input = json!({ "messageId": said["id"], "kind": "THANKS", "on": true });
            karin.change("setReaction", input, "message { id }").await;
            one.event(&ids.0).await;
            other.event(&ids.1).await;
            let (mine, theirs) = (one.event(&ids.0).await, other.event(&ids.1).await);
            let ask = format!("query($id: ID!) {{ node(id: $id) {{ ... on Message {{ {field} }} }} }}");
            for (who, got) in [(&karin, &mine), (&elin, &theirs)] {
                let own = who.ask(&ask, json!({ "id": said["id"] })).await["node"].clone();
                assert_eq!(got["threadEvents"]["message"], own, "{field}: everybody gets their own");
            }
            if !hers.is_null() {
                assert_ne!(mine, theirs, "{field} depends on who asks");
                let name = field.split([' ', '{']).next().unwrap();
                assert_eq!(mine["threadEvents"]["message"][name], hers, "{field}");
            }
        }
    });
}

//! What waits for whom: in the list, in the count that is pushed, in mails; and what is unread.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Client, ORIGIN, TestApp, client_id, eventually, on_both, on_postgres};

/// What waits for somebody: kind and text, newest first.
async fn waiting(person: &Client) -> Vec<(String, String)> {
    let query = "{ waiting { totalCount edges { node { id kind at message { body } thread { id } } } } }";
    let data = person.ask(query, json!({})).await["waiting"].clone();
    let rows: Vec<_> = edges(&data)
        .map(|node| (text(&node["kind"]), text(&node["message"]["body"])))
        .collect();
    assert_eq!(data["totalCount"], rows.len());
    rows
}

fn edges(connection: &Value) -> impl Iterator<Item = &Value> {
    let edges = connection["edges"].as_array().expect("a connection has edges");
    edges.iter().map(|edge| &edge["node"])
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Nothing waits for anybody, and nobody has anything to read.
async fn all_read(people: &[&Client]) {
    for person in people {
        person.change("markAllRead", json!({}), "marked").await;
    }
}

async fn answer(person: &Client, thread: &str, to: &Value, body: &str) -> Value {
    let input =
        json!({ "threadId": thread, "body": body, "language": "SV", "clientId": client_id(), "replyToId": to["id"] });
    person.change("postMessage", input, "message { id seq }").await["message"].clone()
}

async fn read(person: &Client, thread: &str, seq: &Value) {
    let input = json!({ "threadId": thread, "seq": seq });
    person.change("markThreadRead", input, "thread { id }").await;
}

async fn want(person: &Client, notices: &str) {
    person
        .change("updateViewer", json!({ "notices": notices }), "viewer { notices }")
        .await;
}

/// A thread about a new action of Karin's.
async fn thread_about_karins(app: &TestApp, by: &Client, karin: &Client) -> String {
    let programmes = karin
        .ask(
            "query($o: ID!) { programmes(organisationId: $o) { edges { node { id } } } }",
            json!({ "o": app.organisation("Haninge").await }),
        )
        .await;
    let programme = edges(&programmes["programmes"]).next().expect("Haninge has one")["id"].clone();
    let input = json!({ "programmeId": programme, "language": "SV", "title": "Cykelgarage", "description": "Med tak.",
        "status": "ONGOING" });
    let action = karin.change("createAction", input, "action { id revision }").await["action"].clone();
    let input = json!({ "id": action["id"], "revision": action["revision"], "visibility": "NETWORK" });
    karin.change("publishAction", input, "action { id }").await;
    let input = json!({ "networkSlug": "miljostrateger", "subject": "Om cykelgarage", "aboutId": action["id"] });
    text(&by.change("startThread", input, "thread { id }").await["thread"]["id"])
}

const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn an_answer_waits_until_it_is_read_and_never_for_who_wrote_it() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin, &omar]).await;
        let thread = app.thread(&karin, "Svar").await;
        let question = app.post(&karin, &thread, "Hur gör ni?").await;
        assert_eq!(waiting(&omar).await, [], "a message to nobody waits for nobody");
        answer(&karin, &thread, &question, "Jag menar på vintern.").await;
        assert_eq!(waiting(&karin).await, [], "what one says oneself never waits");
        let first = answer(&omar, &thread, &question, "Så här.").await;
        app.clock.advance(Duration::from_millis(1));
        let second = answer(&omar, &thread, &question, "Och så.").await;
        let both = [
            ("ANSWERED".to_owned(), "Och så.".to_owned()),
            ("ANSWERED".to_owned(), "Så här.".to_owned()),
        ];
        assert_eq!(waiting(&karin).await, both);
        read(&karin, &thread, &first["seq"]).await;
        assert_eq!(waiting(&karin).await, both[..1]);
        omar.change("removeMessage", json!({ "id": second["id"] }), "thread { id }")
            .await;
        assert_eq!(waiting(&karin).await, [], "what was removed waits no more");
        assert_eq!(
            app.stranger()
                .ask("{ waiting { totalCount } catchUp { unread } }", json!({}))
                .await,
            json!({ "waiting": { "totalCount": 0 }, "catchUp": [] })
        );
    });
}

#[test]
fn what_is_said_of_an_action_waits_for_its_people() {
    on_both(async |app| {
        let (karin, omar, lena) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("lena").await,
        );
        all_read(&[&karin, &omar, &lena]).await;
        let thread = thread_about_karins(app, &omar, &karin).await;
        app.post(&omar, &thread, "Får man låsa?").await;
        assert_eq!(
            waiting(&karin).await,
            [("ABOUT_MY_ACTION".to_owned(), "Får man låsa?".to_owned())]
        );
        let said = app.post(&karin, &thread, "Ja.").await;
        app.clock.advance(Duration::from_millis(1));
        answer(&lena, &thread, &said, "Hur?").await;
        assert_eq!(
            waiting(&karin).await[0],
            ("ANSWERED".to_owned(), "Hur?".to_owned()),
            "an answer is more than a word about one's action"
        );
        assert_eq!((waiting(&omar).await, waiting(&lena).await), (vec![], vec![]));
    });
}

#[test]
fn a_mention_waits_for_whoever_it_names() {
    on_both(async |app| {
        let (karin, omar, lena, elin) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("lena").await,
            app.person("elin").await,
        );
        all_read(&[&karin, &omar, &lena, &elin]).await;
        let thread = app.thread(&omar, "Vem kan?").await;
        let named = async |person: &Client| format!("@[?]({})", app.id_of(person).await);
        let say = async |by: &Client, body: &str| {
            app.clock.advance(Duration::from_millis(1));
            let input = json!({ "threadId": thread, "body": body, "language": "SV", "clientId": client_id(),
                "confirmEverybody": true });
            by.change("postMessage", input, "message { id seq }").await["message"].clone()
        };
        let kinds = async |person: &Client| -> Vec<String> {
            waiting(person).await.into_iter().map(|(kind, _)| kind).collect()
        };
        let first = say(&omar, &format!("Vet du, **{}**?", named(&karin).await)).await;
        assert_eq!(kinds(&karin).await, ["MENTIONED"]);
        say(&omar, &format!("Eller @[?]({}).", app.organisation("Haninge").await)).await;
        say(&elin, "@[alla](everybody), läs.").await;
        let all = ["EVERYBODY_MENTIONED", "MUNICIPALITY_MENTIONED", "MENTIONED"];
        assert_eq!(kinds(&karin).await, all);
        for (person, waits) in [(&omar, &all[..1]), (&lena, &all[..1]), (&elin, &[])] {
            assert_eq!(kinds(person).await, waits);
        }
        // In other words it is for somebody else; and who is named anew shall come back to it, until they have.
        let edit = async |body: String| {
            app.clock.advance(Duration::from_millis(1));
            omar.change(
                "editMessage",
                json!({ "id": first["id"], "body": body }),
                "message { id }",
            )
            .await
        };
        edit(format!("Vet du, {}?", named(&lena).await)).await;
        assert_eq!(
            (kinds(&karin).await, kinds(&lena).await),
            (
                all[..2].iter().map(|s| s.to_string()).collect(),
                vec![all[2].to_owned(), all[0].to_owned()]
            )
        );
        read(&karin, &thread, &first["seq"]).await;
        let both = format!("{} och {}", named(&lena).await, named(&karin).await);
        edit(format!("Vet du, {both}?")).await;
        edit(format!("Vet ni, {both}?")).await;
        assert_eq!(kinds(&karin).await, [all[2], all[0], all[1]]);
        assert_eq!(kinds(&elin).await, [""; 0]);
        let read_up_to = async || {
            let query = "query($t: ID!) { thread(id: $t) { viewerReadSeq unread } }";
            karin.ask(query, json!({ "t": thread })).await["thread"]["viewerReadSeq"].clone()
        };
        assert_eq!(read_up_to().await, json!(0));
        app.turn(2 * MINUTE).await;
        let mail = app.mail.to("karin@demo.example", 0).await;
        assert!(mail.body.contains("Vet ni, @Lena"), "{}", mail.body);
        let mail = app.mail.to("lena@demo.example", 0).await;
        assert!(
            mail.body.contains("Vet ni, @Lena") && !mail.body.contains("person_"),
            "{}",
            mail.body
        );
        read(&karin, &thread, &first["seq"]).await;
        assert_eq!(kinds(&karin).await, all[..2]);
        assert_eq!(read_up_to().await, first["seq"]);
        edit(format!("Vet ni då, {both}?")).await;
        assert_eq!(kinds(&karin).await, all[..2], "other words alone bring nobody back");
        let mail = app.mail.to("omar@demo.example", 0).await;
        assert_eq!(
            mail.subject,
            "Elin Ravnholt skriver till alla i Nätverket för miljöstrateger"
        );
    });
}

#[test]
fn a_word_about_my_action_waits_wherever_it_is_linked() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin, &omar]).await;
        let about = thread_about_karins(app, &omar, &karin).await;
        let action = omar
            .ask(
                "query($t: ID!) { thread(id: $t) { about { ... on Action { id } } } }",
                json!({ "t": about }),
            )
            .await["thread"]["about"]["id"]
            .clone();
        let thread = app.thread(&omar, "Något annat").await;
        app.post(&omar, &thread, &format!("Se {ORIGIN}/actions/{}.", text(&action)))
            .await;
        assert_eq!(waiting(&karin).await[0].0, "ABOUT_MY_ACTION");
    });
}

#[test]
fn the_list_of_what_waits_comes_in_pages() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin]).await;
        let thread = app.thread(&karin, "Många svar").await;
        let question = app.post(&karin, &thread, "?").await;
        for n in 0..5 {
            // Some in the same millisecond.
            app.clock.advance(Duration::from_millis(n % 2));
            answer(&omar, &thread, &question, &n.to_string()).await;
        }
        let mut seen = Vec::new();
        let mut after = Value::Null;
        loop {
            let query = "query($a: String) { waiting(first: 2, after: $a) { pageInfo { hasNextPage endCursor } edges { node { id message { seq } } } } }";
            let page = karin.ask(query, json!({ "a": after })).await["waiting"].clone();
            seen.extend(edges(&page).map(|node| node["message"]["seq"].as_i64().unwrap()));
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        let mut all = seen.clone();
        all.sort_unstable();
        assert_eq!(all, [2, 3, 4, 5, 6], "each once");
        assert_eq!(
            karin
                .refused("{ waiting(first: 101) { totalCount } }", json!({}))
                .await
                .code,
            "INVALID"
        );
        assert_eq!(
            karin
                .refused("{ waiting(after: \"x\") { totalCount } }", json!({}))
                .await
                .code,
            "INVALID"
        );
    });
}

#[test]
fn unread_counts_what_others_said_and_can_be_caught_up_with_by_network() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin, &omar]).await;
        assert_eq!(
            karin.ask("{ catchUp { unread } }", json!({})).await["catchUp"],
            json!([])
        );
        let (old, new) = (app.thread(&karin, "Gammal").await, app.thread(&karin, "Ny").await);
        for body in ["ett", "två", "tre"] {
            app.post(&omar, &old, body).await;
        }
        app.post(&karin, &old, "mitt eget").await;
        let gone = app.post(&omar, &old, "fel").await;
        omar.change("removeMessage", json!({ "id": gone["id"] }), "thread { id }")
            .await;
        read(&karin, &old, &json!(1)).await;
        app.clock.advance(MINUTE);
        app.post(&omar, &new, "hej").await;
        let query = "{ catchUp { network { slug } unread threads { subject unread } } }";
        assert_eq!(
            karin.ask(query, json!({})).await["catchUp"],
            json!([{ "network": { "slug": "miljostrateger" }, "unread": 3,
                "threads": [{ "subject": "Ny", "unread": 1 }, { "subject": "Gammal", "unread": 2 }] }])
        );
        let marked = karin
            .change("markAllRead", json!({ "networkSlug": "miljostrateger" }), "marked")
            .await;
        assert_eq!(marked["marked"], 2);
        assert_eq!(karin.ask(query, json!({})).await["catchUp"], json!([]));
        let again = karin.change("markAllRead", json!({}), "marked").await;
        assert_eq!(again["marked"], 0);
        let unread = "query($t: ID!) { thread(id: $t) { unread viewerReadSeq } }";
        assert_eq!(
            karin.ask(unread, json!({ "t": new })).await["thread"],
            json!({ "unread": 0, "viewerReadSeq": 1 })
        );
        let refused = karin
            .change_refused("markAllRead", json!({ "networkSlug": "klimanettverk-mr" }))
            .await;
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("NOT_FOUND", Some("networkSlug"))
        );
    });
}

#[test]
fn the_count_comes_at_once_and_whenever_it_has_changed_also_on_another_device() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin, &omar]).await;
        let thread = app.thread(&karin, "Räkna").await;
        let question = app.post(&karin, &thread, "?").await;
        let _time = app.time_runs();
        let (mut here, mut there) = (karin.socket().await, karin.socket().await);
        let subscription = "subscription { waitingCount }";
        let (a, b) = (
            here.start(subscription, json!({})).await,
            there.start(subscription, json!({})).await,
        );
        assert_eq!(here.event(&a).await, json!({ "waitingCount": 0 }));
        assert_eq!(there.event(&b).await, json!({ "waitingCount": 0 }));
        let mut others = omar.socket().await;
        let c = others.start(subscription, json!({})).await;
        assert_eq!(others.event(&c).await, json!({ "waitingCount": 0 }));
        let said = answer(&omar, &thread, &question, "!").await;
        assert_eq!(here.event(&a).await, json!({ "waitingCount": 1 }));
        assert_eq!(there.event(&b).await, json!({ "waitingCount": 1 }));
        read(&karin, &thread, &said["seq"]).await;
        assert_eq!(here.event(&a).await, json!({ "waitingCount": 0 }));
        assert_eq!(there.event(&b).await, json!({ "waitingCount": 0 }));
        // Omar has heard nothing of all this: the next that he hears is his own.
        let his = app.post(&omar, &thread, "?").await;
        answer(&karin, &thread, &his, "!").await;
        assert_eq!(others.event(&c).await, json!({ "waitingCount": 1 }));
        let mut nobody = app.stranger().socket().await;
        let d = nobody.start(subscription, json!({})).await;
        assert_eq!(nobody.refusal(&d).await.code, "UNAUTHENTICATED");
    });
}

#[test]
fn the_count_is_told_on_all_nodes() {
    on_postgres(async |app| {
        app.add_node().await;
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin]).await;
        let thread = app.thread(&karin, "Två noder").await;
        let question = app.post(&karin, &thread, "?").await;
        let _time = app.time_runs();
        let mut socket = karin.at(&app.nodes[1].url).socket().await;
        let id = socket.start("subscription { waitingCount }", json!({})).await;
        assert_eq!(socket.event(&id).await, json!({ "waitingCount": 0 }));
        answer(&omar, &thread, &question, "!").await;
        assert_eq!(socket.event(&id).await, json!({ "waitingCount": 1 }));
        karin.change("markAllRead", json!({}), "marked").await;
        assert_eq!(socket.event(&id).await, json!({ "waitingCount": 0 }));
    });
}

#[test]
fn who_hides_is_counted_but_not_named() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Gömd").await;
        let _time = app.time_runs();
        let presence =
            "subscription($t: ID!) { threadPresence(threadId: $t) { present people { name } typing { name } } }";
        let (mut his, mut hers) = (omar.socket().await, karin.socket().await);
        let watching = his.start(presence, json!({ "t": thread })).await;
        his.event(&watching).await;
        let here = hers.start(presence, json!({ "t": thread })).await;
        hers.event(&here).await;
        let both = his.event(&watching).await["threadPresence"].clone();
        assert_eq!(
            (&both["present"], both["people"].as_array().unwrap().len()),
            (&json!(2), 2)
        );
        let hide = karin
            .change(
                "updateViewer",
                json!({ "hidePresence": true }),
                "viewer { hidePresence }",
            )
            .await;
        assert_eq!(hide["viewer"]["hidePresence"], true);
        let one = his.event(&watching).await["threadPresence"].clone();
        assert_eq!(
            one,
            json!({ "present": 2, "people": [{ "name": "Omar Sahlén" }], "typing": [] })
        );
        // Nor does it show that she writes: the next picture is of her going.
        karin
            .change("setTyping", json!({ "threadId": thread, "typing": true }), "threadId")
            .await;
        hers.cut();
        let alone = his.event(&watching).await["threadPresence"].clone();
        assert_eq!((&alone["present"], &alone["typing"]), (&json!(1), &json!([])));
        let others = omar
            .ask(
                "query($t: ID!) { thread(id: $t) { startedBy { hidePresence notices } } }",
                json!({ "t": thread }),
            )
            .await;
        assert_eq!(
            others["thread"]["startedBy"],
            json!({ "hidePresence": false, "notices": null }),
            "nobody else learns what one has chosen"
        );
    });
}

#[test]
fn in_the_demo_something_waits_for_two_and_nothing_for_the_others() {
    on_both(async |app| {
        for (name, kinds) in [
            ("karin", &["ABOUT_MY_ACTION", "ABOUT_MY_ACTION"][..]),
            ("ingeborg", &["ABOUT_MY_ACTION", "ANSWERED"]),
            ("omar", &[]),
            ("gunnhild", &[]),
        ] {
            let waiting = waiting(&app.person(name).await).await;
            assert_eq!(
                waiting.iter().map(|(kind, _)| kind).collect::<Vec<_>>(),
                kinds,
                "{name}"
            );
        }
        app.turn(5 * MINUTE).await;
        assert!(app.mail.all().is_empty(), "what was said in the past is no news");
    });
}

// ---- mails ----------------------------------------------------------------------------------------------------------

/// Waits until nothing more is to be sent: what was sent has been noted.
async fn all_sent(app: &TestApp) {
    eventually(async || app.database.rows("select 1 from notice").await.is_empty()).await;
}

#[test]
fn a_mail_comes_two_minutes_after_what_is_not_read_one_for_a_thread() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let thread = app.thread(&ingeborg, "Vintervegar").await;
        let question = app.post(&ingeborg, &thread, "Kva gjer de?").await;
        let first = answer(&karin, &thread, &question, "Vi **plogar** före sju.").await;
        app.turn(MINUTE).await;
        answer(&karin, &thread, &question, "Och sandar.").await;
        assert!(app.mail.all().is_empty(), "{:?}", app.mail.all());
        app.turn(MINUTE).await;
        let mail = app.mail.to("ingeborg@demo.example", 0).await;
        assert_eq!(
            (mail.subject.as_str(), mail.language.as_str()),
            ("2 meldingar til deg i «Vintervegar»", "nn")
        );
        let link = format!("{ORIGIN}/threads/{thread}#{}", first["seq"]);
        for part in [
            "Karin Hedvall (Haninge), 22. november kl. 09.00:",
            "före sju.",
            "22. november kl. 09.01:",
            "Och sandar.",
            &link,
            &format!("{ORIGIN}/notices/off?token="),
        ] {
            assert!(mail.body.contains(part), "{part} is not in {}", mail.body);
        }
        // What has been told is not told again.
        all_sent(app).await;
        app.turn(5 * MINUTE).await;
        answer(&karin, &thread, &question, "Ett tredje.").await;
        app.turn(2 * MINUTE).await;
        let mail = app.mail.to("ingeborg@demo.example", 1).await;
        assert_eq!(mail.subject, "Karin Hedvall svarar deg i «Vintervegar»");
        assert!(!mail.body.contains("sandar"), "{}", mail.body);
        assert_eq!(app.mail.all().len(), 2);
    });
}

#[test]
fn no_mail_tells_of_what_was_read_removed_or_left() {
    on_both(async |app| {
        let (karin, omar, lena, elin) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("lena").await,
            app.person("elin").await,
        );
        let thread = app.thread(&elin, "Tyst").await;
        let mut questions = Vec::new();
        for person in [&karin, &omar, &lena, &elin] {
            questions.push(app.post(person, &thread, "?").await);
        }
        let read_one = answer(&elin, &thread, &questions[0], "läst").await;
        let removed = answer(&elin, &thread, &questions[1], "borttaget").await;
        answer(&elin, &thread, &questions[2], "till den som går").await;
        read(&karin, &thread, &read_one["seq"]).await;
        elin.change("removeMessage", json!({ "id": removed["id"] }), "thread { id }")
            .await;
        lena.change(
            "leaveNetwork",
            json!({ "networkSlug": "miljostrateger" }),
            "network { id }",
        )
        .await;
        assert_eq!(waiting(&lena).await, []);
        // Whoever comes last gets one: by then all others would have.
        answer(&karin, &thread, &questions[3], "det här ska fram").await;
        app.turn(3 * MINUTE).await;
        app.mail.to("elin@demo.example", 0).await;
        assert_eq!(app.mail.all().len(), 1, "{:?}", app.mail.all());
        all_sent(app).await;
    });
}

#[test]
fn who_wants_one_mail_a_day_gets_all_of_it_at_seven() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        all_read(&[&karin]).await;
        want(&karin, "DAILY").await;
        let mut threads = Vec::new();
        for subject in ["Morgon", "Kväll"] {
            let thread = app.thread(&karin, subject).await;
            let question = app.post(&karin, &thread, "?").await;
            answer(&omar, &thread, &question, &format!("om {subject}")).await;
            threads.push(thread);
        }
        // It is nine in the morning: the next seven is in 22 hours.
        app.clock.advance(Duration::from_secs(21 * 60 * 60));
        app.turn(2 * MINUTE).await;
        assert!(app.mail.all().is_empty());
        app.clock.advance(Duration::from_secs(60 * 60));
        let mail = app.mail.to("karin@demo.example", 0).await;
        assert_eq!(mail.subject, "2 meddelanden väntar på dig");
        for part in [
            "Morgon · Nätverket för miljöstrateger",
            "om Kväll",
            &threads[0],
            &threads[1],
        ] {
            assert!(mail.body.contains(part), "{part} is not in {}", mail.body);
        }
        all_sent(app).await;
        // And who wants none gets none, not even of what already waited.
        let said = app.post(&karin, &threads[0], "?").await;
        answer(&omar, &threads[0], &said, "igen").await;
        want(&karin, "NEVER").await;
        answer(&omar, &threads[0], &said, "och igen").await;
        want(&karin, "AT_ONCE").await;
        app.turn(3 * MINUTE).await;
        answer(&omar, &threads[1], &said_in(&karin, app, &threads[1]).await, "nu").await;
        app.turn(2 * MINUTE).await;
        let mail = app.mail.to("karin@demo.example", 1).await;
        assert!(mail.body.contains("nu") && !mail.body.contains("igen"), "{}", mail.body);
        assert_eq!(app.mail.all().len(), 2);
        assert_eq!(waiting(&karin).await.len(), 5, "the list has it all the same");
    });
}

async fn said_in(person: &Client, app: &TestApp, thread: &str) -> Value {
    app.post(person, thread, "?").await
}

#[test]
fn a_mail_can_be_turned_off_without_signing_in_and_for_good() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Av").await;
        let question = app.post(&karin, &thread, "?").await;
        answer(&omar, &thread, &question, "ett").await;
        app.turn(2 * MINUTE).await;
        let mail = app.mail.to("karin@demo.example", 0).await;
        assert_eq!(mail.unsubscribe.1, "List-Unsubscribe=One-Click");
        let url = mail.unsubscribe.0.trim_matches(['<', '>']);
        assert!(mail.body.contains(url), "{url} is not in {}", mail.body);
        let path = url.strip_prefix(ORIGIN).expect("it leads here");
        for wrong in [
            "/notices/off",
            "/notices/off?token=",
            "/notices/off?token=a%00b",
            &format!("{path}x"),
        ] {
            let refused = app.stranger().speaking("nn").post(wrong, &json!({})).await;
            assert_eq!(refused.status, 404, "{wrong}: {}", refused.text);
            let refusal = refused.refusal().expect("it is refused in words");
            assert_eq!(refusal.code, "NOT_FOUND");
            assert!(refusal.message.starts_with("Lenkja"), "{refusal:?}");
        }
        let state = async || karin.ask("{ viewer { notices } }", json!({})).await["viewer"]["notices"].clone();
        assert_eq!(state().await, "AT_ONCE");
        // As a mail program does it: no page, no cookie, a form.
        let form = app
            .stranger()
            .request_without_origin(Method::POST, path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(Answer::of(form).await.status, 200);
        assert_eq!(state().await, "NEVER");
        let other = omar.ask("{ viewer { notices } }", json!({})).await;
        assert_eq!(other["viewer"]["notices"], "AT_ONCE", "one's own link is nobody else's");
        // It holds for good, and twice is no fault.
        want(&karin, "AT_ONCE").await;
        app.clock.advance(Duration::from_secs(400 * 24 * 60 * 60));
        assert_eq!(app.stranger().post(path, &json!({})).await.status, 200);
        assert_eq!(app.stranger().post(path, &json!({})).await.status, 200);
        let rows = app
            .database
            .rows("select notices from person where email = 'karin@demo.example'")
            .await;
        assert!(format!("{rows:?}").contains("NEVER"), "{rows:?}");
    });
}

#[test]
fn a_mail_server_that_is_away_loses_nothing_and_a_dead_node_neither() {
    on_both(async |app: &mut TestApp| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let thread = app.thread(&karin, "Borta").await;
        let question = app.post(&karin, &thread, "?").await;
        app.mail.refuse(Some("451 later"));
        answer(&omar, &thread, &question, "ett").await;
        app.turn(2 * MINUTE).await;
        let tried = "select 1 from notice where attempts > 0";
        eventually(async || !app.database.rows(tried).await.is_empty()).await;
        answer(&omar, &thread, &question, "två").await;
        app.restart().await;
        app.mail.refuse(None);
        app.turn(3 * MINUTE).await;
        let mail = app.mail.to("karin@demo.example", 0).await;
        assert!(mail.body.contains("ett") && mail.body.contains("två"), "{}", mail.body);
        app.turn(5 * MINUTE).await;
        assert_eq!(app.mail.all().len(), 1);
    });
}

#[test]
fn of_several_nodes_one_sends() {
    on_postgres(async |app| {
        for _ in 0..2 {
            app.add_node().await;
        }
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let mut questions = Vec::new();
        for n in 0..8 {
            let thread = app.thread(&karin, &format!("Tråd {n}")).await;
            questions.push((thread.clone(), app.post(&karin, &thread, "?").await));
        }
        for (thread, question) in &questions {
            answer(&omar, thread, question, "!").await;
        }
        app.turn(3 * MINUTE).await;
        for n in 0..8 {
            app.mail.to("karin@demo.example", n).await;
        }
        all_sent(app).await;
        app.turn(2 * MINUTE).await;
        let mut ids: Vec<_> = app.mail.all().into_iter().map(|mail| mail.message_id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), app.mail.all().len()), (8, 8));
    });
}

// ---- what it costs --------------------------------------------------------------------------------------------------

/// Pages of threads and messages, with all that a page shows: what they ask for `$n` of, and how many statements that
/// may cost, the session's included.
const PAGES: [(&str, &str, u64); 5] = [
    (
        "threads of a network",
        "query($n: Int!) { network(slug: \"miljostrateger\") { threads(first: $n) { totalCount edges { node { subject lastAt \
         unread viewerReadSeq startedBy { name organisation { name } } about { ... on Action { title { value } } } network { name } } } } } }",
        12,
    ),
    (
        "messages of a thread",
        "query($n: Int!, $t: ID!) { thread(id: $t) { subject lastSeq unread viewerReadSeq network { name } about { ... on Action \
         { title { value } } } startedBy { name } messages(last: $n) { totalCount edges { node { body author { name title organisation \
         { name } } replyTo { body author { name } } thread { subject } } } } } }",
        16,
    ),
    (
        "what waits",
        "query($n: Int!) { waiting(first: $n) { totalCount edges { node { kind at message { body author { name organisation \
         { name } } } thread { subject unread network { name slug } } } } } }",
        10,
    ),
    (
        "catching up",
        "query { catchUp { unread network { name slug } threads { subject unread lastAt startedBy { name } } } }",
        8,
    ),
    ("how much waits", "query { waiting(first: 0) { totalCount } }", 5),
];

#[test]
fn pages_of_threads_and_messages_cost_the_same_few_statements_however_long_they_are() {
    on_both(async |app| {
        let (karin, omar, lena) = (
            app.person("karin").await,
            app.person("omar").await,
            app.person("lena").await,
        );
        let thread = app.thread(&karin, "Lång").await;
        let question = app.post(&karin, &thread, "?").await;
        for n in 0..100 {
            let body = format!("svar {n}");
            answer(if n % 2 == 0 { &omar } else { &lena }, &thread, &question, &body).await;
        }
        let mut faults = Vec::new();
        for (what, query, most) in PAGES {
            let cost = async |n: u64| {
                let before = app.figure("samverk_sql_statements_total").await;
                karin.ask(query, json!({ "n": n, "t": thread })).await;
                app.figure("samverk_sql_statements_total").await - before
            };
            let (few, many) = (cost(2).await, cost(100).await);
            // What could be asked together is now and then asked in two.
            if many > few + 3 || many > most {
                faults.push(format!("{what}: {few} statements for two, {many} for a hundred"));
            }
        }
        assert!(faults.is_empty(), "{faults:?}");
    });
}

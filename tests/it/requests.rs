//! "We look for an action": asked, answered, told, copied; and who knows about something.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, NETWORK, ORIGIN, eventually, on_both};

const MINUTE: Duration = Duration::from_secs(60);
const REQUEST: &str = "id subject body language themes { key } organisation { name } askedBy { name } closedAt newAnswers viewerMayClose \
    answers { id words language isNew aboutAction viewerMayWithdraw action { id title { value } } person { name } by { name } }";

async fn change(person: &Client, name: &'static str, input: Value) -> Value {
    person.change(name, input, &format!("request {{ {REQUEST} }}")).await["request"].clone()
}

async fn see(person: &Client, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ request(id: $id) {{ {REQUEST} }} }}");
    person.ask(&query, json!({ "id": id })).await["request"].clone()
}

#[test]
fn what_is_asked_is_answered_told_and_copied() {
    on_both(async |app| {
        let [torbjorn, karin, ingeborg] = [
            app.person("torbjorn").await,
            app.person("karin").await,
            app.person("ingeborg").await,
        ];
        let input = json!({ "networkSlug": NETWORK, "subject": "Matsvinn på sjukeheim", "body": "Kven har gjort det?",
            "language": "NN", "themes": ["waste"] });
        let asked = change(&torbjorn, "createRequest", input).await;
        assert_eq!(asked["organisation"]["name"], "Ørsta");
        assert_eq!(asked["viewerMayClose"], true);
        let _time = app.time_runs();
        let mut counted = torbjorn.socket().await;
        let count = counted.start("subscription { waitingCount }", json!({})).await;
        let before = counted.event(&count).await["waitingCount"].as_i64().expect("a count");

        let find = "{ actions(filter: { text: \"matsvinn skolrestaurangerna\" }) { edges { node { id } } } }";
        let action = karin.ask(find, json!({})).await["actions"]["edges"][0]["node"]["id"].clone();
        let input =
            json!({ "requestId": asked["id"], "actionId": action, "words": "Börja med att väga.", "language": "SV" });
        let answered = change(&karin, "answerRequest", input.clone()).await;
        assert_eq!(answered["newAnswers"], 0, "only whoever asked has something new");
        assert_eq!(answered["viewerMayClose"], false);
        assert_eq!(counted.event(&count).await["waitingCount"], json!(before + 1));
        let refusal = ingeborg.change_refused("answerRequest", input).await;
        assert_eq!(refusal.code, "TAKEN");
        let omar = app.id_of(&app.person("omar").await).await;
        let input = json!({ "requestId": asked["id"], "personId": omar, "language": "NN" });
        change(&ingeborg, "answerRequest", input).await;

        let seen = see(&torbjorn, &asked["id"]).await;
        assert_eq!(seen["newAnswers"], 2);
        assert_eq!(seen["answers"][0]["action"]["id"], action);
        assert_eq!(seen["answers"][0]["words"], "Börja med att väga.");
        assert!(
            seen["answers"][1]["person"]["name"]
                .as_str()
                .is_some_and(|name| name.starts_with("Omar"))
        );
        let seen = change(&torbjorn, "markAnswersSeen", json!({ "requestId": asked["id"] })).await;
        assert_eq!(seen["newAnswers"], 0);

        let programme = app.programme(&torbjorn).await;
        let copied = torbjorn
            .change(
                "copyAction",
                json!({ "actionId": seen["answers"][0]["action"]["id"], "programmeId": programme, "evenIfCopied": true }),
                "action { origin { action { id } } }",
            )
            .await;
        assert_eq!(copied["action"]["origin"]["action"]["id"], action);
        change(&torbjorn, "closeRequest", json!({ "id": asked["id"] })).await;
        let late = json!({ "requestId": asked["id"], "personId": app.id_of(&karin).await, "language": "SV" });
        assert_eq!(karin.change_refused("answerRequest", late).await.code, "INVALID");
    });
}

#[test]
fn who_asked_is_told_of_answers_by_mail_unless_they_have_looked() {
    on_both(async |app| {
        let [torbjorn, karin, ingeborg] = [
            app.person("torbjorn").await,
            app.person("karin").await,
            app.person("ingeborg").await,
        ];
        let ask = async |subject: &str| {
            let input = json!({ "networkSlug": NETWORK, "subject": subject, "language": "NN" });
            change(&torbjorn, "createRequest", input).await["id"].clone()
        };
        let find =
            "{ actions(filter: { text: \"matsvinn skolrestaurangerna\" }) { edges { node { id title { value } } } } }";
        let action = karin.ask(find, json!({})).await["actions"]["edges"][0]["node"].clone();
        let (waste, looked_at) = (ask("Matsvinn").await, ask("Straum").await);
        let pointed =
            json!({ "requestId": waste, "actionId": action["id"], "words": "Börja med att väga.", "language": "SV" });
        change(&karin, "answerRequest", pointed).await;
        // What has been looked at is not mailed.
        let omar = app.id_of(&app.person("omar").await).await;
        let asks = json!({ "requestId": looked_at, "personId": omar, "language": "NN" });
        change(&ingeborg, "answerRequest", asks).await;
        change(&torbjorn, "markAnswersSeen", json!({ "requestId": looked_at })).await;
        app.turn(2 * MINUTE).await;
        let mail = app.mail.to("torbjorn@demo.example", 0).await;
        assert_eq!(
            (mail.subject.as_str(), mail.language.as_str()),
            ("Karin Hedvall svarar på «Matsvinn»", "nn")
        );
        for part in [
            "Karin Hedvall (Haninge), 22. november kl. 09.00:",
            "Börja med att väga.",
            &format!("Tiltaket: {}", action["title"]["value"].as_str().expect("a title")),
            &format!("{ORIGIN}/requests/{}", waste.as_str().expect("an id")),
        ] {
            assert!(mail.body.contains(part), "{part} is not in {}", mail.body);
        }
        // Told once; and all of it at seven, with what else waits, to those who want it so.
        eventually(async || app.database.rows("select 1 from notice").await.is_empty()).await;
        torbjorn
            .change("updateViewer", json!({ "notices": "DAILY" }), "viewer { notices }")
            .await;
        let asks = json!({ "requestId": waste, "personId": omar, "words": "Han veit alt.", "language": "NN" });
        change(&ingeborg, "answerRequest", asks).await;
        app.turn(5 * MINUTE).await;
        assert_eq!(app.mail.all().len(), 1);
        app.clock.advance(22 * 60 * MINUTE);
        let mail = app.mail.to("torbjorn@demo.example", 1).await;
        assert_eq!(mail.subject, "Éi melding ventar på deg");
        assert!(mail.body.contains("Han veit alt.\nSpør Omar"), "{}", mail.body);
        assert!(!mail.body.contains("väga"), "{}", mail.body);
    });
}

#[test]
fn requests_are_for_the_members_of_their_network() {
    on_both(async |app| {
        let [gunnhild, karin, stranger] = [app.person("gunnhild").await, app.person("karin").await, app.stranger()];
        let list = "query($slug: String) { requests(networkSlug: $slug, first: 50) { totalCount edges { node { id network { slug } } } } }";
        let theirs = gunnhild.ask(list, json!({ "slug": "klimanettverk-mr" })).await["requests"].clone();
        assert_eq!(theirs["totalCount"], 1);
        let id = &theirs["edges"][0]["node"]["id"];
        assert!(see(&gunnhild, id).await.is_object());
        assert_eq!(see(&karin, id).await, Value::Null);
        assert_eq!(see(&stranger, id).await, Value::Null);
        let none = karin.ask(list, json!({ "slug": "klimanettverk-mr" })).await;
        assert_eq!(none["requests"]["totalCount"], 0);
        assert_eq!(
            stranger.ask(list, json!({ "slug": null })).await["requests"]["totalCount"],
            0
        );
        let all = karin.ask(list, json!({ "slug": null })).await["requests"].clone();
        assert!(all["totalCount"].as_u64() >= Some(4), "{all}");
        let input = json!({ "requestId": id, "personId": app.id_of(&karin).await, "language": "SV" });
        assert_eq!(karin.change_refused("answerRequest", input).await.code, "NOT_FOUND");
    });
}

#[test]
fn who_knows_is_found_by_what_they_say_and_by_what_they_have_done() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let query = "query($themes: [String!], $text: String) { experts(themes: $themes, text: $text, first: 20) { \
            person { name } named { key } contactCount writtenCount actions { id title { value } } } }";
        let named = async |client: &Client, themes: Value, text: Value| {
            let experts = client.ask(query, json!({ "themes": themes, "text": text })).await["experts"].clone();
            experts.as_array().expect("a list").clone()
        };
        let found = named(&karin, json!(["no-landbruk"]), Value::Null).await;
        let torbjorn = found
            .iter()
            .find(|expert| {
                expert["person"]["name"]
                    .as_str()
                    .is_some_and(|name| name.starts_with("Torbjørn"))
            })
            .unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!(torbjorn["named"][0]["key"], "no-landbruk");
        assert!(
            torbjorn["contactCount"].as_u64() > Some(0),
            "he has done it, too: {torbjorn}"
        );
        assert!(torbjorn["actions"][0]["title"]["value"].is_string());
        let by_words = named(&karin, Value::Null, json!("landstraum")).await;
        assert!(!by_words.is_empty());
        assert!(
            named(&app.stranger(), json!(["no-landbruk"]), Value::Null)
                .await
                .is_empty()
        );

        let saved = karin
            .change(
                "setExpertise",
                json!({ "themes": ["hb2-vatten"] }),
                "viewer { expertise { key } }",
            )
            .await;
        assert_eq!(saved["viewer"]["expertise"], json!([{ "key": "hb2-vatten" }]));
        let found = named(&app.person("omar").await, json!(["hb2-vatten"]), Value::Null).await;
        assert!(found.iter().any(|expert| {
            expert["person"]["name"]
                .as_str()
                .is_some_and(|name| name.starts_with("Karin"))
        }));
        let refusal = karin.refused(query, json!({ "themes": [], "text": " " })).await;
        assert_eq!(refusal.code, "INVALID");
    });
}

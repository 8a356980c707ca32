//! Follow-up: rounds, the forms that answer them, what is frozen, compared and told.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Answer, Client, Database, TestApp, on_both};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A programme of Haninge's own with one goal, two targets and an action, and nobody responsible yet.
struct Programme {
    id: String,
    targets: Vec<String>,
    action: String,
}

async fn programme(app: &TestApp, karin: &Client) -> Programme {
    let organisation = app.organisation("Haninge").await;
    let made = karin
        .change(
            "createProgramme",
            json!({ "organisationId": organisation, "name": "Uppföljningsprogram" }),
            "programme { id }",
        )
        .await;
    let id = made["programme"]["id"].as_str().unwrap().to_owned();
    let hex = |name: &str| {
        format!(
            "{:032x}",
            name.bytes()
                .fold(7u128, |sum, byte| sum.wrapping_mul(131).wrapping_add(u128::from(byte)))
        )
    };
    let literal = |hex: &str| match app.database {
        Database::Sqlite(_) => format!("x'{hex}'"),
        Database::Postgres { .. } => format!("'{hex}'::uuid"),
    };
    let value = |name: &str| literal(&hex(name));
    let programme = literal(&uuid_hex(&id));
    let (area, goal) = (value("area"), value("goal"));
    app.database
        .rows(&format!(
            "insert into focus_area (id, programme_id, position, name) values ({area}, {programme}, 0, 'Klimat')"
        ))
        .await;
    app.database
        .rows(&format!(
            "insert into goal (id, focus_area_id, position, name) values ({goal}, {area}, 0, 'Fossilfritt')"
        ))
        .await;
    let mut targets = Vec::new();
    for (at, name) in ["Bilarna är fossilfria", "Resorna har halverats"].iter().enumerate() {
        let target = value(name);
        app.database
            .rows(&format!(
                "insert into target (id, goal_id, position, name, due, status) \
                 values ({target}, {goal}, {at}, '{name}', '2028-12-31', 'at_risk')"
            ))
            .await;
        targets.push(samverk::graphql::encode(
            "target",
            uuid::Uuid::parse_str(&hex(name)).unwrap(),
        ));
    }
    let input = json!({ "programmeId": id, "language": "SV", "title": "Elcyklar", "description": "Cyklar.", "status": "ONGOING" });
    let made = karin.change("createAction", input, "action { id }").await;
    Programme {
        id,
        targets,
        action: made["action"]["id"].as_str().unwrap().to_owned(),
    }
}

fn uuid_hex(id: &str) -> String {
    samverk::graphql::decode(id).expect("an id").1.simple().to_string()
}

async fn responsible(
    karin: &Client,
    programme: &Programme,
    subjects: &[&String],
    name: &str,
    email: &str,
    language: &str,
) {
    let input = json!({ "programmeId": programme.id, "subjectIds": subjects, "name": name, "email": email, "language": language });
    karin.change("setResponsible", input, "responsible { email }").await;
}

async fn open(karin: &Client, programme: &Programme, kind: &str, name: &str) -> String {
    let input = json!({ "programmeId": programme.id, "kind": kind, "name": name, "due": "2026-12-20", "message": "Tack för hjälpen." });
    let made = karin.change("openRound", input, "round { id }").await;
    made["round"]["id"].as_str().unwrap().to_owned()
}

fn token(body: &str) -> String {
    let (_, rest) = body.split_once("/follow-up#").expect("a link");
    rest.split_whitespace().next().unwrap().to_owned()
}

async fn form(app: &TestApp, token: &str) -> Answer {
    app.stranger().post("/follow-up/form", &json!({ "token": token })).await
}

async fn say(app: &TestApp, token: &str, entry: &Value, mut answer: Value) -> Answer {
    answer["token"] = json!(token);
    answer["itemId"] = entry["itemId"].clone();
    if answer["revision"].is_null() {
        answer["revision"] = entry["revision"].clone();
    }
    app.stranger().post("/follow-up/answer", &answer).await
}

async fn round(karin: &Client, id: &str) -> Value {
    let query = "query($id: ID!) { round(id: $id) { closedAt forms { id name email asked answered mailedAt remindedAt seenAt mailFailed }
        entries { itemId subjectId kind focusArea goal title status respondent revision
            answer { status comment grade by byStrategist at } }
        before { id } changes(with: ROUND_BEFORE) { change after { title } before { title } } } }";
    karin.ask(query, json!({ "id": id })).await["round"].clone()
}

#[test]
fn a_round_is_mailed_answered_without_an_account_and_frozen_for_good() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let both = [&programme.targets[0], &programme.action];
        responsible(&karin, &programme, &both, "Ulla Utanför", "ulla@bolaget.example", "NN").await;
        responsible(
            &karin,
            &programme,
            &[&programme.targets[1]],
            "Omar",
            "omar@demo.example",
            "SV",
        )
        .await;
        let id = open(&karin, &programme, "YEAR", "Uppföljning 2026").await;

        // One mail for two questions, in her language.
        let mail = app.mail.to("ulla@bolaget.example", 0).await;
        assert_eq!(mail.language, "nn");
        assert!(
            mail.body.contains("2 spørsmål") && mail.body.contains("Tack för hjälpen."),
            "{}",
            mail.body
        );
        assert!(app.mail.to("omar@demo.example", 0).await.body.contains("en fråga"));
        let key = token(&mail.body);
        let kept = app
            .database
            .rows("select count(*) from followup_token where token_hash is null")
            .await;
        assert_eq!(kept.len(), 1);

        let sheet = form(app, &key).await;
        assert_eq!(sheet.status, 200, "{}", sheet.text);
        let entries = sheet.json["entries"].as_array().unwrap().clone();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0]["kind"], "TARGET");

        // Answered as one types; the old revision is a conflict, and nothing of the other is lost.
        let said = say(
            app,
            &key,
            &entries[0],
            json!({ "status": "ON_TRACK", "comment": "Laddstolparna är på plats.", "grade": 4 }),
        )
        .await;
        assert_eq!(said.json, json!({ "revision": 2, "answered": true }), "{}", said.text);
        let late = say(app, &key, &entries[0], json!({ "status": "OFF_TRACK" })).await;
        assert_eq!(late.json["errors"][0]["extensions"]["code"], "CONFLICT");
        let begun = say(app, &key, &entries[1], json!({ "comment": "Mer kommer." })).await;
        assert_eq!(begun.json["answered"], false, "{}", begun.text);

        for (answer, field) in [
            (json!({ "status": "DONE", "revision": 2 }), "status"),
            (json!({ "grade": 6, "revision": 2 }), "grade"),
            (json!({ "status": "DROP", "revision": 2 }), "status"),
            (json!({ "comment": "x".repeat(2001), "revision": 2 }), "comment"),
        ] {
            let refused = say(app, &key, &entries[0], answer).await;
            assert_eq!(
                refused.json["errors"][0]["extensions"]["field"], field,
                "{}",
                refused.text
            );
        }

        // Who has not answered is told; others' questions are out of reach.
        let state = round(&karin, &id).await;
        let ulla = state["forms"]
            .as_array()
            .unwrap()
            .iter()
            .find(|form| form["name"] == "Ulla Utanför")
            .unwrap();
        assert_eq!((ulla["asked"].as_i64(), ulla["answered"].as_i64()), (Some(2), Some(1)));
        assert!(ulla["seenAt"].is_string());
        let omars = state["entries"]
            .as_array()
            .unwrap()
            .iter()
            .find(|e| e["title"] == "Resorna har halverats")
            .unwrap()
            .clone();
        let stolen = say(app, &key, &omars, json!({ "status": "REACHED" })).await;
        assert_eq!(stolen.status, 404);

        // The strategist answers for him, and that is marked; a member answers their own by themselves.
        let omar = app.person("omar").await;
        let mine = omar.ask("{ openForms { id asked round { name } } }", json!({})).await;
        assert!(
            mine["openForms"]
                .as_array()
                .unwrap()
                .iter()
                .any(|form| form["round"]["name"] == "Uppföljning 2026"),
            "{mine}"
        );
        let input = json!({ "itemId": omars["itemId"], "revision": 1, "status": "OFF_TRACK", "comment": "Pengarna räcker inte." });
        karin.change("answerRoundItem", input, "answered").await;
        let state = round(&karin, &id).await;
        let answer = &state["entries"]
            .as_array()
            .unwrap()
            .iter()
            .find(|e| e["title"] == "Resorna har halverats")
            .unwrap()["answer"];
        assert_eq!(answer["byStrategist"], true);

        let closed = karin
            .change(
                "closeRound",
                json!({ "roundId": id, "takeStatuses": true }),
                "round { closedAt }",
            )
            .await;
        assert!(closed["round"]["closedAt"].is_string());
        let frozen = round(&karin, &id).await;
        assert_eq!(frozen["entries"].as_array().unwrap().len(), 4);
        // The link reads on, and takes no more.
        let sheet = form(app, &key).await;
        assert_eq!(sheet.json["closed"], true);
        assert_eq!(
            sheet.json["entries"][0]["answer"]["comment"],
            "Laddstolparna är på plats."
        );
        let late = say(app, &key, &entries[0], json!({ "status": "REACHED", "revision": 2 })).await;
        assert_eq!(late.json["errors"][0]["extensions"]["code"], "CONFLICT");

        // What was answered became the targets' status, and nothing that happens later reaches the round.
        let query = "query($id: ID!) { programme(id: $id) { focusAreas { goals { targets { name status } } } } }";
        let now = karin.ask(query, json!({ "id": programme.id })).await;
        let targets = &now["programme"]["focusAreas"][0]["goals"][0]["targets"];
        assert_eq!(
            (&targets[0]["status"], &targets[1]["status"]),
            (&json!("ON_TRACK"), &json!("OFF_TRACK"))
        );
        karin
            .change("deleteAction", json!({ "id": programme.action }), "__typename")
            .await;
        let input = json!({ "programmeId": programme.id, "name": "Resor" });
        let area = karin.change("addFocusArea", input, "focusArea { id }").await;
        let input = json!({ "focusAreaId": area["focusArea"]["id"], "name": "Tyst och rent" });
        let goal = karin.change("addGoal", input, "goal { id }").await;
        let input = json!({ "id": programme.targets[0], "revision": 1, "goalId": goal["goal"]["id"] });
        karin.change("updateTarget", input, "target { id }").await;
        app.database
            .rows("update target set name = 'Nytt namn', status = 'reached' where name like 'Bilarna%'")
            .await;
        assert_eq!(round(&karin, &id).await["entries"], frozen["entries"]);
        let now = karin
            .ask(
                "query($id: ID!) { round(id: $id) { changes(with: NOW) { change after { title } before { title } } } }",
                json!({ "id": id }),
            )
            .await;
        let changes = now["round"]["changes"].as_array().unwrap();
        let of = |title: &str| changes.iter().find(|c| c["before"]["title"] == title).unwrap()["change"].clone();
        assert_eq!(
            (of("Bilarna är fossilfria"), of("Elcyklar")),
            (json!("IMPROVED"), json!("GONE"))
        );
    });
}

/// A target gets a number that says that it will be reached in time, or that it will not.
async fn measure(karin: &Client, indicator: Option<&Value>, programme: &Programme, good: bool) -> Value {
    let indicator = match indicator {
        Some(indicator) => indicator.clone(),
        None => {
            let input = json!({
                "programmeId": programme.id, "targetId": programme.targets[0], "name": "Utsläpp", "unit": "ton",
                "direction": "LOWER", "baseline": { "day": "2020-01-01", "value": 100.0 },
                "aims": [{ "day": "2030-01-01", "value": 50.0 }],
            });
            karin.change("addIndicator", input, "indicator { id }").await["indicator"]["id"].clone()
        }
    };
    let value = if good { 60.0 } else { 99.0 };
    let values = json!([{ "day": "2023-01-01", "value": 90.0 }, { "day": "2025-01-01", "value": value }]);
    let input = json!({ "indicatorId": indicator, "values": values });
    karin.change("setIndicatorValues", input, "indicator { id }").await;
    indicator
}

#[test]
fn an_answer_that_says_what_is_measured_leaves_the_target_to_its_numbers_and_any_other_has_its_reason_and_its_author() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        app.database
            .rows("update target set status = 'not_assessed' where name like 'Bilarna%'")
            .await;
        let indicator = measure(&karin, None, &programme, true).await;
        let both = [&programme.targets[0], &programme.targets[1]];
        responsible(&karin, &programme, &both, "Ulla Utanför", "ulla@bolaget.example", "NN").await;
        let query = "query($id: ID!) { programme(id: $id) { focusAreas { goals { targets {
            status measuredStatus assessment { status reason by { name } byName } } } } } }";
        let targets = async || {
            let seen = karin.ask(query, json!({ "id": programme.id })).await;
            seen["programme"]["focusAreas"][0]["goals"][0]["targets"].clone()
        };
        assert_eq!(targets().await[0]["measuredStatus"], "ON_TRACK");

        let id = open(&karin, &programme, "HALF_YEAR", "Våren").await;
        let key = token(&app.mail.to("ulla@bolaget.example", 0).await.body);
        let entries = form(app, &key).await.json["entries"].as_array().unwrap().clone();
        // What is measured needs no more words; anything else does, whoever says it.
        let other = say(app, &key, &entries[0], json!({ "status": "OFF_TRACK" })).await;
        let error = &other.json["errors"][0];
        assert_eq!(
            (&error["extensions"]["code"], &error["extensions"]["field"]),
            (&json!("INVALID"), &json!("comment")),
            "{}",
            other.text
        );
        let input = json!({ "itemId": entries[0]["itemId"], "revision": 1, "status": "OFF_TRACK" });
        let refused = karin.speaking("sv").change_refused("answerRoundItem", input).await;
        assert_eq!(refused.field.as_deref(), Some("comment"));
        assert!(refused.message.contains("På väg att nås i tid"), "{refused:?}");
        say(
            app,
            &key,
            &entries[0],
            json!({ "status": "ON_TRACK", "comment": "Det går bra." }),
        )
        .await;
        say(app, &key, &entries[1], json!({ "status": "OFF_TRACK" })).await;
        let close = json!({ "roundId": id, "takeStatuses": true });
        karin.change("closeRound", close, "round { id }").await;

        let seen = targets().await;
        assert_eq!(
            (&seen[0]["status"], &seen[0]["assessment"]),
            (&json!("ON_TRACK"), &Value::Null)
        );
        let ullas = json!({ "status": "OFF_TRACK", "reason": null, "by": null, "byName": "Ulla Utanför" });
        assert_eq!(seen[1]["assessment"], ullas, "nothing measures it");
        measure(&karin, Some(&indicator), &programme, false).await;
        assert_eq!(targets().await[0]["status"], "OFF_TRACK", "the numbers go on");

        // A member answers against the numbers, with a reason; the next time they agree, and the numbers speak again.
        let omar = app.person("omar").await;
        for (status, comment) in [
            ("AT_RISK", "Tio nya bilar kommer i vår."),
            ("OFF_TRACK", "Bilarna kom inte."),
        ] {
            let name = "Omar";
            responsible(&karin, &programme, &both[..1], name, "omar@demo.example", "SV").await;
            let id = open(&karin, &programme, "YEAR", comment).await;
            let mine = round(&karin, &id).await["entries"].as_array().unwrap().clone();
            let mine = mine
                .iter()
                .find(|entry| entry["subjectId"] == *programme.targets[0])
                .unwrap()
                .clone();
            let input = json!({ "itemId": mine["itemId"], "revision": 1, "status": status, "comment": comment });
            omar.change("answerRoundItem", input, "answered").await;
            let close = json!({ "roundId": id, "takeStatuses": true });
            karin.change("closeRound", close, "round { id }").await;
            let seen = targets().await[0].clone();
            if status == "AT_RISK" {
                assert_eq!(seen["status"], "AT_RISK");
                assert_eq!(seen["assessment"]["reason"], comment);
                assert!(
                    seen["assessment"]["by"]["name"].as_str().unwrap().starts_with("Omar"),
                    "{seen}"
                );
            } else {
                assert_eq!(
                    (&seen["status"], &seen["assessment"]),
                    (&json!("OFF_TRACK"), &Value::Null)
                );
            }
        }
    });
}

#[test]
fn who_has_not_answered_is_reminded_by_a_button_and_before_the_last_day() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        responsible(
            &karin,
            &programme,
            &[&programme.targets[0]],
            "Ulla",
            "ulla@bolaget.example",
            "SV",
        )
        .await;
        responsible(
            &karin,
            &programme,
            &[&programme.targets[1]],
            "Nils",
            "nils@bolaget.example",
            "SV",
        )
        .await;
        let id = open(&karin, &programme, "HALF_YEAR", "Våren").await;
        let first = token(&app.mail.to("ulla@bolaget.example", 0).await.body);
        let nils = token(&app.mail.to("nils@bolaget.example", 0).await.body);
        let entry = form(app, &nils).await.json["entries"][0].clone();
        say(app, &nils, &entry, json!({ "status": "REACHED" })).await;

        let too_soon = karin.change_refused("remindRound", json!({ "roundId": id })).await;
        assert_eq!(too_soon.code, "RATE_LIMITED");
        app.clock.advance(Duration::from_secs(11 * 60));
        let done = karin.change("remindRound", json!({ "roundId": id }), "reminded").await;
        assert_eq!(done["reminded"], 1, "only who has not answered");
        let second = token(&app.mail.to("ulla@bolaget.example", 1).await.body);
        assert_ne!(first, second);
        // Both links work.
        assert_eq!(form(app, &first).await.status, 200);
        assert_eq!(form(app, &second).await.status, 200);

        app.clock.advance(DAY * 25);
        let third = app.mail.to("ulla@bolaget.example", 2).await;
        assert!(third.subject.starts_with("Påminnelse"), "{}", third.subject);
        assert_eq!(
            app.mail
                .all()
                .iter()
                .filter(|mail| mail.to == "nils@bolaget.example")
                .count(),
            1
        );

        // Taken back: the links open nothing, and say so in the reader's language.
        karin.change("deleteRound", json!({ "id": id }), "id").await;
        let gone = app
            .stranger()
            .speaking("nn")
            .post("/follow-up/form", &json!({ "token": first }))
            .await;
        assert_eq!(gone.status, 404);
        assert!(gone.text.contains("Lenkja opnar ikkje noko skjema"), "{}", gone.text);
    });
}

#[test]
fn questions_follow_whoever_becomes_responsible_while_a_round_is_open() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        responsible(
            &karin,
            &programme,
            &[&programme.targets[0]],
            "Ulla",
            "ulla@bolaget.example",
            "SV",
        )
        .await;
        let id = open(&karin, &programme, "YEAR", "2026").await;
        let ullas = token(&app.mail.to("ulla@bolaget.example", 0).await.body);
        responsible(
            &karin,
            &programme,
            &[&programme.targets[0]],
            "Nils",
            "nils@bolaget.example",
            "SV",
        )
        .await;
        let nils = token(&app.mail.to("nils@bolaget.example", 0).await.body);
        assert_eq!(form(app, &nils).await.json["entries"].as_array().unwrap().len(), 1);
        assert_eq!(form(app, &ullas).await.status, 404);
        assert_eq!(round(&karin, &id).await["forms"].as_array().unwrap().len(), 1);
    });
}

#[test]
fn what_joins_a_programme_while_a_round_is_open_is_asked_about_too() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let ulla = "ulla@bolaget.example";
        responsible(&karin, &programme, &[&programme.targets[0]], "Ulla", ulla, "SV").await;
        let year = open(&karin, &programme, "YEAR", "2026").await;
        let review = open(&karin, &programme, "REVIEW", "Prövning").await;
        let ullas = token(&app.mail.to(ulla, 0).await.body);
        for key in [&ullas, &token(&app.mail.to(ulla, 1).await.body)] {
            let entry = form(app, key).await.json["entries"][0].clone();
            let status = if form(app, key).await.json["kind"] == "REVIEW" {
                "KEEP"
            } else {
                "REACHED"
            };
            assert_eq!(
                say(app, key, &entry, json!({ "status": status })).await.json["answered"],
                true
            );
        }
        let question = async |round_id: &str, title: &str| {
            let state = round(&karin, round_id).await;
            let entries = state["entries"].as_array().unwrap();
            let entry = entries.iter().find(|entry| entry["title"] == title).expect("an entry");
            (entry["itemId"].is_string(), entry.clone())
        };

        let state = karin
            .ask(
                "query($id: ID!) { programme(id: $id) { focusAreas { id goals { id } } } }",
                json!({ "id": programme.id }),
            )
            .await;
        let area = &state["programme"]["focusAreas"][0];
        let input = json!({ "focusAreaId": area["id"], "name": "Tyst och rent" });
        karin.change("addGoal", input, "goal { id }").await;
        assert!(question(&review, "Tyst och rent").await.0);
        assert!(
            !question(&year, "Tyst och rent").await.0,
            "a year asks about targets and actions"
        );
        let input = json!({ "goalId": area["goals"][0]["id"], "name": "Alla skolor har cykelväg" });
        let target = karin.change("addTarget", input, "target { id }").await["target"]["id"].clone();
        let (asked, entry) = question(&year, "Alla skolor har cykelväg").await;
        assert!(asked && question(&review, "Alla skolor har cykelväg").await.0);
        let input = json!({ "itemId": entry["itemId"], "revision": 1, "comment": "Nytt i år." });
        karin.change("answerRoundItem", input, "answered").await;

        // An idea is nobody's duty until it is planned.
        let input =
            json!({ "programmeId": programme.id, "language": "SV", "title": "Cykelpool", "description": "Cyklar." });
        let action = karin.change("createAction", input, "action { id revision }").await["action"].clone();
        assert!(!question(&year, "Cykelpool").await.0);
        let id = action["id"].as_str().unwrap().to_owned();
        responsible(&karin, &programme, &[&id], "Nils", "nils@bolaget.example", "SV").await;
        assert!(!question(&year, "Cykelpool").await.0);
        let input = json!({ "id": id, "revision": action["revision"], "status": "PLANNED" });
        karin.change("updateAction", input, "action { id }").await;
        let (asked, entry) = question(&year, "Cykelpool").await;
        assert!(asked && entry["respondent"] == "Nils", "{entry}");
        app.clock.advance(Duration::from_secs(61));
        let nils = token(&app.mail.to("nils@bolaget.example", 0).await.body);
        assert_eq!(form(app, &nils).await.json["entries"][0]["title"], "Cykelpool");

        // A sheet's rows are asked about as what is typed.
        let sheet = "Fokusområde;Övergripande mål;Etappmål;Titel;Beskrivning;Språk;Status\r\n\
                     Klimat;Fossilfritt;Bussarna går på el;Elbussar;Tio bussar.;sv;Pågår";
        let path = format!("/imports/actions/{}/plan.csv", programme.id);
        let import = karin.send(&path, sheet.as_bytes().to_vec()).await.json["id"].clone();
        let input = json!({ "importId": import });
        karin.change("applyActionImport", input, "actions parts").await;
        assert!(question(&year, "Elbussar").await.0 && question(&year, "Bussarna går på el").await.0);

        // Who had answered everything hears of what is new, in both rounds, and finds it in the same form.
        let target = target.as_str().unwrap().to_owned();
        responsible(&karin, &programme, &[&target], "Ulla", ulla, "SV").await;
        app.mail.to(ulla, 3).await;
        let sheet = form(app, &ullas).await;
        let titles: Vec<_> = sheet.json["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| &entry["title"])
            .collect();
        assert_eq!(titles, ["Bilarna är fossilfria", "Alla skolor har cykelväg"]);
    });
}

#[test]
fn rounds_are_their_organisations_own() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let id = open(&karin, &programme, "YEAR", "2026").await;
        let again = json!({ "programmeId": programme.id, "kind": "HALF_YEAR", "name": "x", "due": "2026-12-20" });
        assert_eq!(karin.change_refused("openRound", again).await.code, "TAKEN");
        // A review is another thing, and may be open beside it.
        open(&karin, &programme, "REVIEW", "Prövning").await;
        let ingeborg = app.person("ingeborg").await;
        assert_eq!(round(&ingeborg, &id).await, Value::Null);
        let list = "query($id: ID!) { rounds(programmeId: $id) { totalCount edges { node { name } } } }";
        let theirs = ingeborg.ask(list, json!({ "id": programme.id })).await;
        assert_eq!(theirs["rounds"]["totalCount"], 0);
        let ours = karin.ask(list, json!({ "id": programme.id })).await;
        assert_eq!(ours["rounds"]["totalCount"], 2);
        let file = ingeborg.get(&format!("/rounds/{id}/export.csv")).await;
        assert_eq!(file.status, 404);
        assert_eq!(
            app.stranger().get(&format!("/rounds/{id}/export.csv")).await.status,
            401
        );
    });
}

#[test]
fn a_review_keeps_changes_or_drops_with_reasons() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let id = open(&karin, &programme, "REVIEW", "Aktualitetsprövning 2026").await;
        let entries = round(&karin, &id).await["entries"].as_array().unwrap().clone();
        let asked: Vec<_> = entries.iter().filter(|entry| entry["itemId"].is_string()).collect();
        assert_eq!(asked.len(), 3, "the goal and its two targets");
        let answer = |at: usize, revision: i64, decision: &str, comment: Option<&str>| json!({ "itemId": asked[at]["itemId"], "revision": revision, "status": decision, "comment": comment });
        let done = karin
            .change("answerRoundItem", answer(0, 1, "KEEP", None), "answered")
            .await;
        assert_eq!(done["answered"], true);
        let done = karin
            .change("answerRoundItem", answer(1, 1, "DROP", None), "answered")
            .await;
        assert_eq!(done["answered"], false, "what is dropped needs its reason");
        let done = karin
            .change(
                "answerRoundItem",
                answer(1, 2, "DROP", Some("Lagen kräver det nu.")),
                "answered",
            )
            .await;
        assert_eq!(done["answered"], true);
        let made = karin
            .change(
                "createReport",
                json!({ "roundId": id, "language": "SV" }),
                "report { done drivers decision linesOver }",
            )
            .await;
        let report = &made["report"];
        assert!(
            report["drivers"].as_str().unwrap().contains("Lagen kräver det nu."),
            "{report}"
        );
        assert!(
            report["decision"].as_str().unwrap().contains("Besluta att ta bort"),
            "{report}"
        );
    });
}

#[test]
fn a_report_asks_for_every_decision_that_was_answered_and_for_no_other() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let query = "query($id: ID!) { programme(id: $id) { focusAreas { goals { id } } } }";
        let state = karin.ask(query, json!({ "id": programme.id })).await;
        let goal = &state["programme"]["focusAreas"][0]["goals"][0]["id"];
        for at in 1..=8 {
            let input = json!({ "goalId": goal, "name": format!("Delmål nummer {at}") });
            karin.change("addTarget", input, "target { id }").await;
        }
        for (title, status) in [("Laddstolpar", "DONE"), ("Samåkning", "DONE")] {
            let input = json!({ "programmeId": programme.id, "language": "SV", "title": title, "description": "Vi delar.", "status": status });
            karin.change("createAction", input, "action { id }").await;
        }
        let report = async |id: &str| {
            let input = json!({ "roundId": id, "language": "SV" });
            let made = karin
                .change("createReport", input, "report { done drivers decision linesOver }")
                .await;
            let part = |part: &str| made["report"][part].as_str().unwrap().to_owned();
            (part("done"), part("drivers"), part("decision"))
        };
        let answer = async |entry: &Value, status: &str, comment: Option<&str>| {
            let input = json!({ "itemId": entry["itemId"], "revision": 1, "status": status, "comment": comment });
            karin.change("answerRoundItem", input, "answered").await;
        };
        let entries = async |id: &str, kind: &str| {
            let mut entries = round(&karin, id).await["entries"].as_array().unwrap().clone();
            entries.retain(|entry| entry["kind"] == kind);
            entries
        };

        let review = open(&karin, &programme, "REVIEW", "Prövning").await;
        let targets = entries(&review, "TARGET").await;
        assert_eq!(targets.len(), 10);
        for entry in &targets[..8] {
            answer(entry, "DROP", Some("Det är redan lag.")).await;
        }
        // Dropped without a reason: begun, and no more than that.
        answer(&targets[8], "DROP", None).await;
        let (done, drivers, decision) = report(&review).await;
        assert!(
            done.contains("8 mål och delmål har prövats.") && done.contains("8 föreslås tas bort."),
            "{done}"
        );
        assert!(done.contains("Om 3 till har ingen svarat än."), "{done}");
        assert_eq!(decision.matches("– ”").count(), 8, "{decision}");
        assert!(drivers.ends_with("– och 2 till"), "{drivers}");

        let year = open(&karin, &programme, "YEAR", "2026").await;
        for entry in &entries(&year, "TARGET").await[..9] {
            answer(entry, "OFF_TRACK", Some("Pengarna räcker inte.")).await;
        }
        let (done, drivers, decision) = report(&year).await;
        assert!(
            done.contains("2 åtgärder är genomförda:\n– ”Laddstolpar”\n– ”Samåkning”"),
            "{done}"
        );
        assert!(
            !done.contains("bland dem") && drivers.ends_with("till"),
            "{done}\n{drivers}"
        );
        assert_eq!(decision.matches("– ”").count(), 9, "{decision}");
    });
}

#[test]
fn a_report_is_filled_in_edited_shared_and_taken_back() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let id = open(&karin, &programme, "YEAR", "Uppföljning 2026").await;
        let entries = round(&karin, &id).await["entries"].as_array().unwrap().clone();
        let first = entries.iter().find(|entry| entry["kind"] == "TARGET").unwrap();
        let input = json!({ "itemId": first["itemId"], "revision": 1, "status": "OFF_TRACK", "comment": "Pengarna räcker inte." });
        karin.change("answerRoundItem", input, "answered").await;

        let fields = "report { id title done drivers decision linesOver revision }";
        let made = karin
            .change("createReport", json!({ "roundId": id, "language": "SV" }), fields)
            .await;
        let report = made["report"].clone();
        assert_eq!(report["linesOver"], 0);
        assert!(
            report["done"].as_str().unwrap().contains("Programmet har 2 delmål."),
            "{report}"
        );
        assert!(
            report["drivers"]
                .as_str()
                .unwrap()
                .contains("”Bilarna är fossilfria”: Pengarna räcker inte."),
            "{report}"
        );
        for code in ["OFF_TRACK", "AT_RISK", "ONGOING", "_"] {
            assert!(
                !report
                    .to_string()
                    .replace("linesOver", "")
                    .replace("report_", "")
                    .contains(code),
                "{code} in {report}"
            );
        }

        let change = json!({ "id": report["id"], "revision": 1, "done": "Vi har gjort mycket." });
        karin.change("updateReport", change.clone(), fields).await;
        assert_eq!(karin.change_refused("updateReport", change).await.code, "CONFLICT");

        // Read by whoever has the link, while the round is open, until it is revoked.
        let share = json!({ "reportId": report["id"], "label": "Miljönämnden" });
        let shared = karin.change("shareReport", share.clone(), "url link { id }").await;
        let url = shared["url"].as_str().unwrap();
        let key = json!({ "token": url.split_once("/reports#").unwrap().1 });
        let read = app.stranger().post("/follow-up/report", &key).await;
        assert_eq!(read.json["done"], "Vi har gjort mycket.", "{}", read.text);
        assert_eq!(read.json["closed"], false);
        // What others read stays within two pages; whoever writes keeps their text and is told.
        let long = json!({ "id": report["id"], "revision": 2, "drivers": "En rad.\n".repeat(90) });
        let refused = karin.speaking("sv").change_refused("updateReport", long.clone()).await;
        assert_eq!(refused.code, "INVALID");
        assert!(
            refused.message.contains("Den som har länken ser texten som den var"),
            "{refused:?}"
        );
        let read = app.stranger().post("/follow-up/report", &key).await;
        assert_eq!(read.json["drivers"], report["drivers"]);
        karin
            .change(
                "revokeReportLink",
                json!({ "linkId": shared["link"]["id"] }),
                "link { revokedAt }",
            )
            .await;
        assert_eq!(app.stranger().post("/follow-up/report", &key).await.status, 410);
        assert_eq!(
            app.stranger()
                .post("/follow-up/report", &json!({ "token": "x" }))
                .await
                .status,
            404
        );

        // What is longer than two pages is kept where nobody reads it, and told kindly when it is to be shared.
        let kept = karin.change("updateReport", long, fields).await;
        assert!(kept["report"]["linesOver"].as_i64().unwrap() > 0);
        let refused = karin.change_refused("shareReport", share).await;
        assert!(
            refused.message.contains("longer than two pages") || refused.message.contains("längre än två sidor"),
            "{refused:?}"
        );
    });
}

#[test]
fn everything_in_a_round_comes_out_as_files_and_no_text_becomes_a_formula() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = programme(app, &karin).await;
        let id = open(&karin, &programme, "YEAR", "Uppföljning 2026").await;
        let entries = round(&karin, &id).await["entries"].as_array().unwrap().clone();
        let first = entries.iter().find(|entry| entry["kind"] == "TARGET").unwrap();
        let input =
            json!({ "itemId": first["itemId"], "revision": 1, "status": "AT_RISK", "comment": "=HYPERLINK(\"x\")" });
        karin.change("answerRoundItem", input, "answered").await;
        let csv = karin.get(&format!("/rounds/{id}/export.csv")).await;
        assert_eq!(csv.status, 200);
        assert!(
            csv.text.contains("Bilarna är fossilfria") && csv.text.contains("Elcyklar"),
            "{}",
            csv.text
        );
        assert!(
            !csv.text.contains(";=HYPERLINK") && !csv.text.contains("\"=HYPERLINK"),
            "{}",
            csv.text
        );
        let xlsx = karin.get(&format!("/rounds/{id}/export.xlsx")).await;
        assert_eq!(xlsx.status, 200);
        assert!(xlsx.text.starts_with("PK"));
        let name = |answer: &Answer| answer.headers["content-disposition"].to_str().unwrap().to_owned();
        assert_eq!(
            name(&xlsx),
            "attachment; filename=\"Uppfoljning 2026 - Uppfoljningsprogram.xlsx\"; \
             filename*=UTF-8''Uppf%C3%B6ljning%202026%20-%20Uppf%C3%B6ljningsprogram.xlsx"
        );

        // Each of its sheets by itself, the round and its report first.
        let made = json!({ "roundId": id, "language": "SV" });
        karin.change("createReport", made, "report { id }").await;
        responsible(
            &karin,
            &programme,
            &[&programme.targets[1]],
            "Ulla",
            "ulla@bolaget.example",
            "SV",
        )
        .await;
        let swedish = karin.speaking("sv");
        let about = swedish.get(&format!("/rounds/{id}/round.csv")).await;
        for said in [
            "Uppföljningsprogram",
            "2026-12-20",
            "Tack för hjälpen.",
            "Programmet har 2 delmål.",
            "Haninge",
        ] {
            assert!(about.text.contains(said), "{said} in {}", about.text);
        }
        let people = swedish.get(&format!("/rounds/{id}/people.csv")).await;
        assert!(people.text.contains("ulla@bolaget.example"), "{}", people.text);
        assert!(
            name(&people).contains("Uppfoljning 2026 - Uppfoljningsprogram - Ansvariga.csv"),
            "{}",
            name(&people)
        );
        let nothing = async |file: &str| swedish.get(&format!("/rounds/{id}/{file}")).await.status;
        assert_eq!((nothing("changes.csv").await, nothing("x.csv").await), (404, 404));
        karin
            .change(
                "closeRound",
                json!({ "roundId": id, "takeStatuses": false }),
                "round { id }",
            )
            .await;
        app.clock.advance(DAY);
        let next = open(&karin, &programme, "HALF_YEAR", "Våren").await;
        let changes = swedish.get(&format!("/rounds/{next}/changes.csv")).await;
        assert_eq!(changes.status, 200);
        let about = swedish.get(&format!("/rounds/{next}/round.csv")).await;
        assert!(about.text.contains("Jämförd med"), "{}", about.text);
    });
}

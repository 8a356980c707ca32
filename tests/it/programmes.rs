//! A programme is built up, changed by several, measured and judged; and what it says is what was written.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    files::{PNG, send},
    harness::{Client, TestApp, mutation, on_both},
};

const TREE: &str = "id revision name starts ends decidedBy decidedOn decisionNumber decisionUrl reviewOn viewerMayEdit \
    standing { status count } \
    focusAreas { id name revision goals { id name revision purpose risk effect objectives { key number name official country } \
    targets { id name due revision status measuredStatus assessment { status reason by { name } } objectives { key } \
    indicators { id name status trend { direction perYear forecast } baseline { day value } aims { day value } \
    values { day value source licence note } } } } }";

async fn see(person: &Client, id: &str) -> Value {
    let query = format!("query($id: ID!) {{ programme(id: $id) {{ {TREE} }} }}");
    person.ask(&query, json!({ "id": id })).await["programme"].clone()
}

/// An empty programme of Haninge's.
async fn planted(karin: &Client, app: &TestApp) -> String {
    named(karin, app, "Klimatprogram").await
}

async fn named(karin: &Client, app: &TestApp, name: &str) -> String {
    let input = json!({ "organisationId": app.organisation("Haninge").await, "name": name });
    let made = karin.change("createProgramme", input, "programme { id }").await;
    made["programme"]["id"].as_str().expect("an id is text").to_owned()
}

async fn add(karin: &Client, mutation: &'static str, what: &'static str, input: Value) -> Value {
    karin.change(mutation, input, &format!("{what} {{ id }}")).await[what]["id"].clone()
}

async fn target(karin: &Client, programme: &str) -> Value {
    let area = add(
        karin,
        "addFocusArea",
        "focusArea",
        json!({ "programmeId": programme, "name": "Klimat" }),
    )
    .await;
    let goal = add(
        karin,
        "addGoal",
        "goal",
        json!({ "focusAreaId": area, "name": "Fossilfritt" }),
    )
    .await;
    add(
        karin,
        "addTarget",
        "target",
        json!({ "goalId": goal, "name": "Halverade utsläpp", "due": "2030-12-31" }),
    )
    .await
}

#[test]
fn a_programme_is_built_and_reads_as_it_was_written() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let programme = planted(&karin, app).await;
        let decision = json!({
            "id": programme, "revision": 1, "starts": "2024-01-01", "ends": "2030-12-31", "decidedBy": "Kommunfullmäktige",
            "decidedOn": "2023-11-20", "decisionNumber": "KS 2023/412", "decisionUrl": "https://kommun.example/beslut",
            "reviewOn": "2027-01-01",
        });
        karin
            .change("updateProgramme", decision.clone(), "programme { id }")
            .await;
        let area = add(
            &karin,
            "addFocusArea",
            "focusArea",
            json!({ "programmeId": programme, "name": "Värme" }),
        )
        .await;
        let goal = json!({
            "focusAreaId": area, "name": "Ingen blir sjuk av hettan", "purpose": "ADAPTATION", "risk": "Värmeböljor",
            "effect": "Skugga på varje gård", "objectives": ["mkm-15", "sdg-11"],
        });
        let goal = add(&karin, "addGoal", "goal", goal).await;
        let target =
            json!({ "goalId": goal, "name": "Skugga på alla gårdar", "due": "2028-08-31", "objectives": ["sdg-13"] });
        add(&karin, "addTarget", "target", target).await;

        // What a municipality has decided is public: others read the same, and may not edit it.
        let (ours, theirs) = (see(&karin, &programme).await, see(&ingeborg, &programme).await);
        assert_eq!(ours["focusAreas"], {
            let mut areas = theirs["focusAreas"].clone();
            // Names of national goals are in the reader's language.
            for (i, name) in ["God bebyggd miljö", "Hållbara städer och samhällen"]
                .iter()
                .enumerate()
            {
                areas[0]["goals"][0]["objectives"][i]["name"] = json!(name);
                areas[0]["goals"][0]["objectives"][i]["official"] = json!(true);
            }
            areas
        });
        assert_eq!(
            (&ours["viewerMayEdit"], &theirs["viewerMayEdit"]),
            (&json!(true), &json!(false))
        );
        for (field, value) in decision.as_object().expect("it is an object") {
            if field != "id" && field != "revision" {
                assert_eq!(&theirs[field], value, "{field}");
            }
        }
        let goal = &ours["focusAreas"][0]["goals"][0];
        assert_eq!(
            (&goal["purpose"], &goal["risk"], &goal["effect"]),
            (
                &json!("ADAPTATION"),
                &json!("Värmeböljor"),
                &json!("Skugga på varje gård")
            )
        );
        assert_eq!(goal["targets"][0]["due"], "2028-08-31");
        assert_eq!(ours["standing"], json!([{ "status": "NOT_ASSESSED", "count": 1 }]));
    });
}

#[test]
fn two_who_change_the_same_part_meet_and_nobody_is_overwritten() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = planted(&karin, app).await;
        let target = target(&karin, &programme).await;
        let write = |name: &str| json!({ "id": target, "revision": 1, "name": name });
        karin.change("updateTarget", write("Min"), "target { id }").await;
        let refused = karin.change_refused("updateTarget", write("Din")).await;
        assert_eq!(refused.code, "CONFLICT");
        assert_eq!(refused.args["revision"], 2);
        let seen = see(&karin, &programme).await;
        assert_eq!(seen["focusAreas"][0]["goals"][0]["targets"][0]["name"], "Min");
        // Parts have revisions of their own: the goal above is not touched by it.
        assert_eq!(seen["focusAreas"][0]["goals"][0]["revision"], 1);
    });
}

#[test]
fn parts_are_moved_step_by_step_and_stop_at_the_ends() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = planted(&karin, app).await;
        let mut ids = Vec::new();
        for name in ["A", "B", "C"] {
            let input = json!({ "programmeId": programme, "name": name });
            ids.push(add(&karin, "addFocusArea", "focusArea", input).await);
        }
        for (id, step, order) in [
            (2, "UP", "ACB"),
            (2, "UP", "CAB"),
            (2, "UP", "CAB"),
            (0, "DOWN", "CBA"),
            (0, "DOWN", "CBA"),
        ] {
            let moved = karin
                .change(
                    "moveProgrammePart",
                    json!({ "id": ids[id], "step": step }),
                    "programme { focusAreas { name } }",
                )
                .await;
            let areas = moved["programme"]["focusAreas"].as_array().expect("a list");
            let names: String = areas.iter().filter_map(|area| area["name"].as_str()).collect();
            assert_eq!(names, order);
        }
    });
}

#[test]
fn goals_and_targets_move_to_another_parent_of_their_programme() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = planted(&karin, app).await;
        let target = target(&karin, &programme).await;
        let area = json!({ "programmeId": programme, "name": "Natur" });
        let area = add(&karin, "addFocusArea", "focusArea", area).await;
        let goal = json!({ "focusAreaId": area, "name": "Levande vatten" });
        let goal = add(&karin, "addGoal", "goal", goal).await;
        add(
            &karin,
            "addTarget",
            "target",
            json!({ "goalId": goal, "name": "Rena sjöar" }),
        )
        .await;
        app.turn(Duration::from_secs(1)).await;

        let input = json!({ "id": target, "revision": 1, "goalId": goal });
        let moved = karin
            .change("updateTarget", input, "target { id name due revision }")
            .await;
        assert_eq!(
            moved["target"],
            json!({ "id": target, "name": "Halverade utsläpp", "due": "2030-12-31", "revision": 2 })
        );
        app.turn(Duration::from_secs(1)).await;
        let emptied = see(&karin, &programme).await["focusAreas"][0]["goals"][0]["id"].clone();
        let input = json!({ "id": emptied, "revision": 1, "focusAreaId": area, "name": "Fossilfritt 2030" });
        karin.change("updateGoal", input, "goal { id }").await;

        let areas = see(&karin, &programme).await["focusAreas"].clone();
        assert_eq!(areas[0]["goals"], json!([]));
        let names = |parts: &Value| {
            let parts = parts.as_array().expect("a list").iter();
            parts
                .filter_map(|part| part["name"].as_str().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&areas[1]["goals"]), ["Levande vatten", "Fossilfritt 2030"]);
        assert_eq!(
            names(&areas[1]["goals"][0]["targets"]),
            ["Rena sjöar", "Halverade utsläpp"],
            "it comes last"
        );

        // What was only moved is told as moved, and what was written anew besides as both.
        let query =
            "query($id: ID!) { programme(id: $id) { changes(first: 3) { edges { node { kind name before } } } } }";
        let seen = karin.ask(query, json!({ "id": programme })).await["programme"]["changes"]["edges"].clone();
        let kinds =
            [&seen[0], &seen[1], &seen[2]].map(|edge| edge["node"]["kind"].as_str().expect("a kind").to_owned());
        assert!(
            kinds[..2].contains(&"MOVED".to_owned()) && kinds[..2].contains(&"CHANGED".to_owned()),
            "{seen}"
        );
        assert_eq!(
            seen[2]["node"],
            json!({ "kind": "MOVED", "name": "Halverade utsläpp", "before": null })
        );

        // Never out of its programme, nor on what does not hold its kind; and whoever is late is told.
        let foreign = named(&karin, app, "Ett annat").await;
        let elsewhere = json!({ "programmeId": foreign, "name": "Annat" });
        let elsewhere = add(&karin, "addFocusArea", "focusArea", elsewhere).await;
        let foreign_goal = add(
            &karin,
            "addGoal",
            "goal",
            json!({ "focusAreaId": elsewhere, "name": "Mål" }),
        )
        .await;
        for (mutation, input, refused) in [
            (
                "updateGoal",
                json!({ "id": goal, "revision": 1, "focusAreaId": elsewhere }),
                "NOT_FOUND",
            ),
            (
                "updateTarget",
                json!({ "id": target, "revision": 2, "goalId": foreign_goal }),
                "NOT_FOUND",
            ),
            (
                "updateTarget",
                json!({ "id": target, "revision": 2, "goalId": area }),
                "BAD_REQUEST",
            ),
            (
                "updateTarget",
                json!({ "id": target, "revision": 1, "goalId": emptied }),
                "CONFLICT",
            ),
        ] {
            assert_eq!(karin.change_refused(mutation, input).await.code, refused);
        }
        assert_eq!(see(&karin, &programme).await["focusAreas"], areas);
    });
}

#[test]
fn a_programme_made_by_mistake_is_deleted_without_a_trace() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let origin = json!({
            "programmeId": app.programme(&ingeborg).await, "language": "NN", "title": "Elsyklar", "description": "Lån ut.",
        });
        let origin = add(&ingeborg, "createAction", "action", origin).await;
        let input = json!({ "id": origin, "revision": 1, "visibility": "NETWORK" });
        ingeborg.change("publishAction", input, "action { id }").await;
        let before = app.database.dump().await;

        let programme = planted(&karin, app).await;
        let target = target(&karin, &programme).await;
        for (of, name) in [(&target, "Utsläpp"), (&Value::Null, "Resor")] {
            let indicator = json!({
                "programmeId": programme, "targetId": of, "name": name, "unit": "ton",
                "baseline": { "day": "2020-01-01", "value": 100.0 }, "aims": [{ "day": "2030-01-01", "value": 50.0 }],
            });
            let indicator = add(&karin, "addIndicator", "indicator", indicator).await;
            let values = json!({ "indicatorId": indicator, "values": [{ "day": "2021-01-01", "value": 95.0 }] });
            karin.change("setIndicatorValues", values, "indicator { id }").await;
        }
        let action = json!({ "programmeId": programme, "language": "SV", "title": "Solceller", "description": "Tak." });
        let action = add(&karin, "createAction", "action", action).await;
        let serve = json!({ "actionId": action, "targetIds": [target] });
        karin.change("setActionTargets", serve, "action { id }").await;
        let sent = send(&karin, action.as_str().expect("an id is text"), "tak.png", PNG).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let copy = json!({ "actionId": origin, "programmeId": programme });
        let copy = add(&karin, "copyAction", "action", copy).await;
        let input = json!({ "programmeId": programme, "subjectIds": [target, copy], "name": "Ulla", "email": "ulla@bolaget.example", "language": "SV" });
        karin.change("setResponsible", input, "responsible { email }").await;
        let sheet = "Titel;Beskrivning;Språk\r\nCykelgarage;Vid stationen.;sv"
            .as_bytes()
            .to_vec();
        let sheet = karin
            .send(&format!("/imports/actions/{programme}/plan.csv"), sheet)
            .await;
        assert_eq!(sheet.status, 200, "{}", sheet.text);

        let input = json!({ "id": programme });
        assert_eq!(
            ingeborg.change_refused("deleteProgramme", input.clone()).await.code,
            "FORBIDDEN"
        );
        let gone = karin
            .change("deleteProgramme", input.clone(), "organisation { name }")
            .await;
        assert_eq!(gone["organisation"]["name"], "Haninge");
        assert_eq!(karin.change_refused("deleteProgramme", input).await.code, "NOT_FOUND");
        assert_eq!(see(&karin, &programme).await, Value::Null);
        let query = "query($id: ID!) { action(id: $id) { copyCount } }";
        let counted = ingeborg.ask(query, json!({ "id": origin })).await;
        assert_eq!(counted["action"]["copyCount"], 0, "a deleted copy is counted no more");

        // Deleted actions leave their empty rows, and the library has heard of them; nothing else is left.
        let after = app.database.dump().await;
        let left: Vec<_> = after
            .iter()
            .filter(|(table, print)| before.get(*table) != Some(print))
            .collect();
        let left: Vec<_> = left.iter().map(|(table, _)| table.as_str()).collect();
        assert_eq!(left, ["action", "event", "topic"]);
        let alive =
            "select count(*) from action where programme_id is null and (deleted_at is null or family_id is not null)";
        assert_eq!(app.database.rows(alive).await[0][0].as_deref(), Some("0"));
    });
}

#[test]
fn a_programme_that_is_a_record_or_partly_others_stays() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let programme = planted(&karin, app).await;
        let action = json!({ "programmeId": programme, "language": "SV", "title": "Solceller", "description": "Tak.", "status": "PLANNED" });
        let action = add(&karin, "createAction", "action", action).await;
        let delete = json!({ "id": programme });
        let input = json!({ "programmeId": programme, "kind": "YEAR", "name": "2026", "due": "2026-12-20" });
        let round = add(&karin, "openRound", "round", input).await;
        let before = app.database.dump().await;
        let refused = karin.change_refused("deleteProgramme", delete.clone()).await;
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("INVALID", Some("id"))
        );
        assert!(refused.message.contains("följts upp"), "{}", refused.message);
        assert_eq!(app.database.dump().await, before);
        karin.change("deleteRound", json!({ "id": round }), "id").await;

        // Whatever others have made of its actions stays theirs; the actions themselves are deleted one by one.
        let input = json!({ "id": action, "revision": 1, "visibility": "NETWORK" });
        karin.change("publishAction", input, "action { id }").await;
        let copy = json!({ "actionId": action, "programmeId": app.programme(&ingeborg).await });
        let copy = add(&ingeborg, "copyAction", "action", copy).await;
        let refused = karin.change_refused("deleteProgramme", delete.clone()).await;
        assert_eq!((refused.code.as_str(), &refused.args["count"]), ("INVALID", &json!(1)));
        karin
            .change("deleteAction", json!({ "id": action }), "programme { id }")
            .await;
        karin.change("deleteProgramme", delete, "organisation { id }").await;
        let query = "query($id: ID!) { action(id: $id) { title { value } origin { action { id } } lineage { size } } }";
        let seen = ingeborg.ask(query, json!({ "id": copy })).await["action"].clone();
        assert_eq!(
            (&seen["title"]["value"], &seen["origin"]["action"]),
            (&json!("Solceller"), &Value::Null)
        );
        assert_eq!(seen["lineage"]["size"], 2, "the place of its origin stays, empty");
    });
}

#[test]
fn of_a_deletion_and_a_round_that_is_opened_meanwhile_one_happens() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for n in 0..10 {
            let programme = named(&karin, app, &format!("Misstag {n}")).await;
            target(&karin, &programme).await;
            let round = json!({ "programmeId": programme, "kind": "YEAR", "name": "2026", "due": "2026-12-20" });
            let (deletion, round) = (
                mutation("deleteProgramme", "__typename"),
                (mutation("openRound", "__typename"), round),
            );
            let (deleted, opened) = tokio::join!(
                karin.graphql(&deletion, json!({ "input": { "id": programme } })),
                karin.graphql(&round.0, json!({ "input": round.1 })),
            );
            assert_ne!(
                deleted.refusal().is_none(),
                opened.refusal().is_none(),
                "{} {}",
                deleted.text,
                opened.text
            );
        }
    });
}

#[test]
fn deleting_a_part_takes_what_hangs_on_it_and_leaves_the_actions() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = planted(&karin, app).await;
        let target = target(&karin, &programme).await;
        let action = json!({ "programmeId": programme, "language": "SV", "title": "Solceller", "description": "Tak." });
        let action = add(&karin, "createAction", "action", action).await;
        let serve = json!({ "actionId": action, "targetIds": [target] });
        let served = karin
            .change("setActionTargets", serve, "action { targets { name } }")
            .await;
        assert_eq!(served["action"]["targets"], json!([{ "name": "Halverade utsläpp" }]));
        let indicator = json!({ "programmeId": programme, "targetId": target, "key": "ghg-total" });
        let indicator = add(&karin, "addIndicator", "indicator", indicator).await;
        let values = json!({ "indicatorId": indicator, "values": [{ "day": "2020-06-01", "value": 1.5 }] });
        karin.change("setIndicatorValues", values, "indicator { id }").await;

        let area = see(&karin, &programme).await["focusAreas"][0]["id"].clone();
        let gone = karin
            .change(
                "deleteProgrammePart",
                json!({ "id": area }),
                "programme { focusAreas { id } indicators { id } }",
            )
            .await;
        assert_eq!(gone["programme"], json!({ "focusAreas": [], "indicators": [] }));
        let left = karin
            .ask(
                "query($id: ID!) { action(id: $id) { title { value } targets { id } } }",
                json!({ "id": action }),
            )
            .await;
        assert_eq!(
            left["action"],
            json!({ "title": { "value": "Solceller" }, "targets": [] })
        );
    });
}

#[test]
fn what_is_measured_says_how_a_target_stands_until_somebody_says_otherwise_with_a_reason() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = planted(&karin, app).await;
        let target = target(&karin, &programme).await;
        let indicator = json!({
            "programmeId": programme, "targetId": target, "name": "Utsläpp", "unit": "ton", "direction": "LOWER",
            "baseline": { "day": "2020-01-01", "value": 100.0 }, "aims": [{ "day": "2030-01-01", "value": 50.0 }],
        });
        let indicator = add(&karin, "addIndicator", "indicator", indicator).await;
        let measure = async |values: Value| {
            let input = json!({ "indicatorId": indicator, "values": values });
            karin.change("setIndicatorValues", input, "indicator { id }").await;
            see(&karin, &programme).await["focusAreas"][0]["goals"][0]["targets"][0].clone()
        };
        let fresh = measure(json!([])).await;
        assert_eq!(
            (&fresh["status"], &fresh["measuredStatus"]),
            (&json!("NOT_ASSESSED"), &Value::Null)
        );

        let source = "Nationella emissionsdatabasen";
        let values = json!([
            { "day": "2021-01-01", "value": 95.0, "source": source, "licence": "CC0" },
            { "day": "2022-01-01", "value": 90.0, "source": source, "licence": "CC0" },
            { "day": "2023-01-01", "value": 84.0, "source": source, "licence": "CC0", "note": "Reviderad" },
        ]);
        let seen = measure(values).await;
        assert_eq!(
            (&seen["status"], &seen["measuredStatus"]),
            (&json!("ON_TRACK"), &json!("ON_TRACK"))
        );
        let series = &seen["indicators"][0];
        assert_eq!(series["trend"]["direction"], "BETTER");
        assert_eq!(series["baseline"], json!({ "day": "2020-12-31", "value": 100.0 }));
        assert_eq!(
            series["values"][2],
            json!({ "day": "2023-12-31", "value": 84.0, "source": source, "licence": "CC0", "note": "Reviderad" })
        );
        // A value of the same year takes the place of the one before it: statistics are revised backwards.
        let seen = measure(json!([{ "day": "2023-06-01", "value": 99.0 }])).await;
        assert_eq!(seen["indicators"][0]["values"].as_array().expect("a list").len(), 3);
        assert_eq!(seen["status"], "OFF_TRACK");

        let assess = |status: &str, reason: Value| json!({ "id": target, "status": status, "reason": reason });
        let refused = karin
            .change_refused("assessTarget", assess("ON_TRACK", Value::Null))
            .await;
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("INVALID", Some("reason"))
        );
        let said = karin
            .change(
                "assessTarget",
                assess("ON_TRACK", json!("Ny panna 2024.")),
                "target { status measuredStatus assessment { status reason by { name } } }",
            )
            .await;
        assert_eq!(
            said["target"],
            json!({
                "status": "ON_TRACK", "measuredStatus": "OFF_TRACK",
                "assessment": { "status": "ON_TRACK", "reason": "Ny panna 2024.", "by": { "name": "Karin Hedvall" } },
            }),
            "both stay to be seen"
        );
        let back = karin
            .change(
                "assessTarget",
                assess("NOT_ASSESSED", Value::Null),
                "target { status assessment { status } }",
            )
            .await;
        assert_eq!(
            back["target"],
            json!({ "status": "OFF_TRACK", "assessment": Value::Null })
        );
    });
}

#[test]
fn its_own_editors_see_who_changed_what() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let programme = planted(&karin, app).await;
        let target = target(&karin, &programme).await;
        app.turn(Duration::from_secs(60)).await;
        let rename = json!({ "id": target, "revision": 1, "name": "Nollutsläpp" });
        karin.change("updateTarget", rename, "target { id }").await;
        let query = "query($id: ID!) { programme(id: $id) { changes(first: 2) { totalCount edges { node { object kind name before by { name } } } } } }";
        let seen = karin.ask(query, json!({ "id": programme })).await["programme"]["changes"].clone();
        assert_eq!(seen["totalCount"], 4);
        assert_eq!(
            seen["edges"][0]["node"],
            json!({ "object": "TARGET", "kind": "CHANGED", "name": "Nollutsläpp", "before": "Halverade utsläpp", "by": { "name": "Karin Hedvall" } })
        );
        let others = ingeborg.ask(query, json!({ "id": programme })).await;
        assert_eq!(others["programme"]["changes"], Value::Null);
    });
}

#[test]
fn each_country_has_its_own_goals_and_the_uns() {
    on_both(async |app| {
        let ingeborg = app.person("ingeborg").await;
        let query = "query($country: Country) { objectives(country: $country) { key scheme country name official } }";
        let norway = ingeborg.ask(query, json!({ "country": "NO" })).await;
        let goals = norway["objectives"].as_array().expect("a list").clone();
        assert!(goals.iter().all(|goal| goal["country"] != "SE"));
        assert_eq!(goals.iter().filter(|goal| goal["scheme"] == "SDG").count(), 17);
        let climate = goals.iter().find(|goal| goal["key"] == "sdg-13").expect("it is there");
        assert_eq!(climate["name"], "Stoppe klimaendringane");
    });
}

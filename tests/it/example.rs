//! What else an action says: further facts and texts, milestones, the history of its status; and good examples.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, TestApp, on_both};

const FURTHER: &str = "id revision status isExample details { purpose unit { id } partners costHow { value language } \
    effectHow { value } risk { value } effectInWords { value } indicators { key unit } \
    funding { scheme { key name area } name amount { amount currency } } decision { body date caseNumber url } } \
    example { since problem { value language } result { value } again { value } transferability { value language } } \
    links { url name } milestones { name due done late } statusHistory { before status reason { value language } at by { name } }";

async fn see(person: &Client, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ action(id: $id) {{ {FURTHER} }} }}");
    person.ask(&query, json!({ "id": id })).await["action"].clone()
}

async fn create(app: &TestApp, person: &Client) -> Value {
    let input = json!({ "programmeId": app.programme(person).await, "language": "SV", "title": "Väg matsvinnet", "description": "Vi väger." });
    person
        .change("createAction", input, &format!("action {{ {FURTHER} }}"))
        .await["action"]
        .clone()
}

/// Changes the newest revision.
async fn update(person: &Client, id: &Value, changes: Value) -> Value {
    let mut input = changes;
    input["id"] = id.clone();
    input["revision"] = see(person, id).await["revision"].clone();
    input["language"] = input.get("language").cloned().unwrap_or(json!("SV"));
    person
        .change("updateAction", input, &format!("action {{ {FURTHER} }}"))
        .await["action"]
        .clone()
}

async fn publish(person: &Client, id: &Value, as_example: Option<bool>) -> Value {
    let mut input = json!({ "id": id, "revision": see(person, id).await["revision"], "visibility": "NETWORK" });
    if let Some(as_example) = as_example {
        input["asExample"] = json!(as_example);
    }
    person
        .change("publishAction", input, &format!("action {{ {FURTHER} }}"))
        .await["action"]
        .clone()
}

fn everything(unit: &Value) -> Value {
    json!({
        "problem": "Mycket slängs.", "result": "En tredjedel mindre.", "again": "Vägningen.", "transferability": "En våg i varje kök.",
        "risk": "Skyfall.", "effectInWords": "Torra källare.", "costHow": "Offert.", "effectHow": "Schablon.", "purpose": "ADAPTATION",
        "unitId": unit, "partners": "SRV återvinning", "indicators": ["food-waste-canteens", "ev-share", "ev-share"],
        "funding": { "scheme": "klimatklivet", "name": "Utlysning 2", "amount": { "amount": "100000", "currency": "EUR" } },
        "decision": { "body": "Kommunstyrelsen", "date": "2026-03-01", "caseNumber": "KS 2026/1", "url": "https://haninge.example/1" },
        "links": [{ "url": "https://haninge.example/b", "name": "B" }, { "url": "https://haninge.example/a" }],
        "milestones": [{ "name": "Utan dag" }, { "name": "Sist", "due": "2027-01-01" }, { "name": "Först", "due": "2026-11-21" }],
    })
}

async fn unit_of(person: &Client) -> Value {
    let units = person
        .ask("{ viewer { organisation { units { id } } } }", json!({}))
        .await;
    units["viewer"]["organisation"]["units"][0]["id"].clone()
}

#[test]
fn what_else_is_written_comes_back_as_it_was_and_can_be_cleared() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let unit = unit_of(&karin).await;
        let id = create(app, &karin).await["id"].clone();
        let written = update(&karin, &id, everything(&unit)).await;
        assert_eq!(see(&karin, &id).await, written);
        assert_eq!(
            written["details"],
            json!({
                "purpose": "ADAPTATION", "unit": { "id": unit }, "partners": "SRV återvinning",
                "costHow": { "value": "Offert.", "language": "SV" }, "effectHow": { "value": "Schablon." }, "risk": { "value": "Skyfall." },
                "effectInWords": { "value": "Torra källare." },
                "indicators": [{ "key": "food-waste-canteens", "unit": "g per portion" }, { "key": "ev-share", "unit": "%" }],
                "funding": { "scheme": { "key": "klimatklivet", "name": "Klimatklivet", "area": "SE" }, "name": "Utlysning 2",
                    "amount": { "amount": "100000", "currency": "EUR" } },
                "decision": { "body": "Kommunstyrelsen", "date": "2026-03-01", "caseNumber": "KS 2026/1", "url": "https://haninge.example/1" },
            })
        );
        assert_eq!(written["example"]["since"], Value::Null);
        assert_eq!(
            written["example"]["problem"],
            json!({ "value": "Mycket slängs.", "language": "SV" })
        );
        assert_eq!(
            written["links"][0],
            json!({ "url": "https://haninge.example/b", "name": "B" })
        );
        // By their days, and late when the day has passed.
        assert_eq!(
            written["milestones"],
            json!([
                { "name": "Först", "due": "2026-11-21", "done": null, "late": true },
                { "name": "Sist", "due": "2027-01-01", "done": null, "late": false },
                { "name": "Utan dag", "due": null, "done": null, "late": false },
            ])
        );
        // One text at a time, each in its language; the rest stays.
        let one = update(&karin, &id, json!({ "language": "NB", "transferability": "En vekt." })).await;
        assert_eq!(
            one["example"]["transferability"],
            json!({ "value": "En vekt.", "language": "NB" })
        );
        assert_eq!(one["example"]["problem"], written["example"]["problem"]);
        assert_eq!(one["details"], written["details"]);
        let mut nothing = everything(&unit);
        for value in nothing.as_object_mut().unwrap().values_mut() {
            *value = Value::Null;
        }
        let cleared = update(&karin, &id, nothing).await;
        assert_eq!(cleared["example"]["transferability"], Value::Null);
        assert_eq!((&cleared["links"], &cleared["milestones"]), (&json!([]), &json!([])));
        for (name, value) in cleared["details"].as_object().unwrap() {
            assert!(value.is_null() || *value == json!([]), "{name} {value}");
        }
    });
}

#[test]
fn adaptation_has_no_effect_in_tonnes_rather_than_one_of_zero() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = app.programme(&karin).await;
        let fields = "action { id revision effectTonnesCo2e }";
        let made = async |purpose: &str, tonnes: f64| {
            let input = json!({ "programmeId": programme, "language": "SV", "title": "Park", "description": "Vi gräver.",
                "purpose": purpose, "effectTonnesCo2e": tonnes });
            karin.change("createAction", input, fields).await["action"].clone()
        };
        let changed = async |of: &Value, mut input: Value| {
            input["id"] = of["id"].clone();
            input["revision"] = see(&karin, &of["id"]).await["revision"].clone();
            karin.change("updateAction", input, fields).await["action"]["effectTonnesCo2e"].clone()
        };
        assert_eq!(made("ADAPTATION", 0.0).await["effectTonnesCo2e"], Value::Null);
        let park = made("EMISSIONS", 0.0).await;
        assert_eq!(park["effectTonnesCo2e"], 0.0, "measured, and nothing came of it");
        assert_eq!(changed(&park, json!({ "purpose": "ADAPTATION" })).await, Value::Null);
        assert_eq!(changed(&park, json!({ "effectTonnesCo2e": 0 })).await, Value::Null);
        // What somebody has counted is theirs to keep.
        assert_eq!(changed(&park, json!({ "effectTonnesCo2e": 3 })).await, 3.0);
        let both = json!({ "effectTonnesCo2e": 0, "purpose": null });
        assert_eq!(changed(&park, both).await, 0.0);
    });
}

#[test]
fn others_see_what_else_it_says_as_it_was_published_and_a_sitting_is_one_revision() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let unit = unit_of(&karin).await;
        let id = create(app, &karin).await["id"].clone();
        update(&karin, &id, everything(&unit)).await;
        let published = publish(&karin, &id, None).await;
        assert_eq!(see(&omar, &id).await, published);
        // A new revision says what the one before it said, but for what is changed.
        update(
            &karin,
            &id,
            json!({ "problem": "Annat.", "links": [], "funding": null }),
        )
        .await;
        let newest = update(&karin, &id, json!({ "milestones": [] })).await;
        assert_eq!(newest["example"]["problem"]["value"], "Annat.");
        assert_eq!(newest["example"]["result"], published["example"]["result"]);
        assert_eq!(newest["details"]["decision"], published["details"]["decision"]);
        assert_eq!(newest["details"]["funding"], Value::Null);
        assert_eq!((&newest["links"], &newest["milestones"]), (&json!([]), &json!([])));
        assert_eq!(see(&omar, &id).await, published, "a draft is not told");
        publish(&karin, &id, None).await;
        assert_eq!(see(&omar, &id).await["example"]["problem"]["value"], "Annat.");
        for table in ["action_detail", "action_text", "action_link", "action_milestone"] {
            let count = app
                .database
                .rows(&format!(
                    "select count(distinct t.revision) from {table} t join action a on a.id = t.action_id \
                     where a.id = (select id from action order by created_at desc, id desc limit 1)"
                ))
                .await;
            let most = if table == "action_link" || table == "action_milestone" {
                "1"
            } else {
                "2"
            };
            assert_eq!(count[0][0].as_deref(), Some(most), "{table}");
        }
    });
}

#[test]
fn a_good_example_is_one_from_when_its_owner_says_so() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let id = create(app, &karin).await["id"].clone();
        assert_eq!(publish(&karin, &id, None).await["isExample"], false);
        let shown = publish(&karin, &id, Some(true)).await;
        assert_eq!(shown["isExample"], true);
        let since = shown["example"]["since"].clone();
        app.clock.advance(Duration::from_secs(60));
        // Nothing need be filled in for that, and publishing again changes nothing about it.
        assert_eq!(publish(&karin, &id, None).await["example"]["since"], since);
        assert_eq!(publish(&karin, &id, Some(true)).await["example"]["since"], since);
        assert_eq!(see(&omar, &id).await["isExample"], true);
        assert_eq!(publish(&karin, &id, Some(false)).await["example"]["since"], Value::Null);
        assert_eq!(see(&omar, &id).await["isExample"], false);
    });
}

#[test]
fn a_status_keeps_its_history_with_reasons() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let id = create(app, &karin).await["id"].clone();
        let history = async |person: &Client| see(person, &id).await["statusHistory"].clone();
        assert_eq!(history(&karin).await, json!([]));
        // Trying out is no history.
        update(&karin, &id, json!({ "status": "DONE" })).await;
        update(&karin, &id, json!({ "status": "IDEA" })).await;
        assert_eq!(history(&karin).await, json!([]));
        update(&karin, &id, json!({ "status": "ONGOING" })).await;
        update(&karin, &id, json!({ "statusReason": "Pengarna kom." })).await;
        let told = history(&karin).await;
        assert_eq!(told.as_array().unwrap().len(), 1);
        assert_eq!(
            (&told[0]["before"], &told[0]["status"]),
            (&json!("IDEA"), &json!("ONGOING"))
        );
        assert_eq!(told[0]["reason"], json!({ "value": "Pengarna kom.", "language": "SV" }));
        publish(&karin, &id, None).await;
        assert_eq!(history(&omar).await, told);
        // What others have seen stays as it was said; a word more stands beside it.
        app.clock.advance(Duration::from_secs(86_400));
        update(&karin, &id, json!({ "statusReason": "Och personalen." })).await;
        let twice = history(&karin).await;
        assert_eq!(
            (&twice[0]["before"], &twice[0]["status"]),
            (&Value::Null, &json!("ONGOING"))
        );
        assert_eq!(twice[1], told[0]);
        assert_eq!(history(&omar).await, told, "a draft is not told");
        update(
            &karin,
            &id,
            json!({ "status": "PAUSED", "statusReason": "Upphandlingen överklagades." }),
        )
        .await;
        let paused = history(&karin).await;
        assert_eq!(
            (&paused[0]["before"], &paused[0]["status"]),
            (&json!("ONGOING"), &json!("PAUSED"))
        );
        assert_eq!(paused[0]["reason"]["value"], "Upphandlingen överklagades.");
        assert_eq!(paused.as_array().unwrap().len(), 2);
    });
}

#[test]
fn a_copy_takes_along_indicators_and_links_and_nothing_of_what_is_its_owners() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let unit = unit_of(&karin).await;
        let id = create(app, &karin).await["id"].clone();
        let mut all = everything(&unit);
        all["status"] = json!("DONE");
        update(&karin, &id, all).await;
        let original = publish(&karin, &id, Some(true)).await;
        let input = json!({ "actionId": id, "programmeId": app.programme(&ingeborg).await });
        let copy = ingeborg
            .change("copyAction", input, &format!("action {{ {FURTHER} }}"))
            .await["action"]
            .clone();
        assert_eq!(copy["links"], original["links"]);
        // Each reads the units in their own language.
        let units = |action: &Value| {
            let indicators = action["details"]["indicators"].as_array().cloned().unwrap_or_default();
            indicators.iter().map(|of| of["unit"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(units(&original), ["g per portion", "%"]);
        assert_eq!(units(&copy), ["g per porsjon", "%"]);
        assert_eq!(copy["details"]["purpose"], "ADAPTATION");
        for left in [
            "unit",
            "partners",
            "funding",
            "decision",
            "costHow",
            "effectHow",
            "effectInWords",
        ] {
            assert_eq!(copy["details"][left], Value::Null, "{left}");
        }
        assert_eq!((&copy["isExample"], &copy["milestones"]), (&json!(false), &json!([])));
        assert_eq!(copy["statusHistory"], json!([]));
        assert_eq!(copy["example"]["result"], Value::Null);
    });
}

#[test]
fn a_new_action_can_say_all_of_it_at_once_by_the_rules_of_an_update() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let (unit, programme) = (unit_of(&karin).await, app.programme(&karin).await);
        let id = create(app, &karin).await["id"].clone();
        let written = update(&karin, &id, everything(&unit)).await;
        let mut input = everything(&unit);
        for (field, value) in [
            ("programmeId", json!(programme)),
            ("language", json!("SV")),
            ("title", json!("Väg matsvinnet")),
            ("description", json!("Vi väger.")),
            ("status", json!("ONGOING")),
            ("statusReason", json!("Vågen kom.")),
        ] {
            input[field] = value;
        }
        let fields = format!("action {{ {FURTHER} lessons {{ value }} }}");
        input["lessons"] = json!("Börja smått.");
        let made = karin.change("createAction", input.clone(), &fields).await["action"].clone();
        for field in ["details", "example", "links", "milestones"] {
            assert_eq!(made[field], written[field], "{field}");
        }
        assert_eq!(
            (&made["revision"], &made["lessons"]["value"]),
            (&json!(1), &json!("Börja smått."))
        );
        let told = &made["statusHistory"][0];
        assert_eq!(
            (&told["before"], &told["status"], &told["reason"]["value"]),
            (&Value::Null, &json!("ONGOING"), &json!("Vågen kom."))
        );
        // One that is not acceptable is refused where it is at fault, and nothing of it is kept.
        let before = app.database.dump().await;
        for (field, value, named) in [
            ("links", json!([{ "url": "javascript:alert(1)" }]), "links"),
            ("indicators", json!(["no-such-indicator"]), "indicators"),
            ("funding", json!({ "scheme": "no-such-scheme" }), "funding"),
            ("unitId", json!("unit_01h455vb4pex5vsknk084sn02q"), "unitId"),
            ("partners", json!("x".repeat(2_001)), "partners"),
            ("milestones", json!([{ "name": " " }]), "milestones"),
            ("lessons", json!("x".repeat(20_001)), "lessons"),
            ("description", json!(" "), "description"),
        ] {
            let mut wrong = input.clone();
            wrong[field] = value;
            let refusal = karin.change_refused("createAction", wrong).await;
            assert_eq!(refusal.field.as_deref(), Some(named));
        }
        assert_eq!(app.database.dump().await, before);
    });
}

#[test]
fn a_list_shows_how_the_outcome_begins_in_one_statement_and_only_when_asked() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let mut ids = Vec::new();
        for n in 0..4 {
            let id = create(app, &karin).await["id"].clone();
            let said = match n {
                0 => {
                    json!({ "result": format!("Hälften   mindre.\n\n{}", "Mer. ".repeat(2_000)), "lessons": "Börja smått." })
                }
                1 => json!({ "lessons": format!("Lärdom {}", "ord ".repeat(3_000)) }),
                2 => json!({ "problem": "Mycket slängs." }),
                _ => json!({ "result": "Gott och väl.", "lessons": "Börja smått." }),
            };
            update(&karin, &id, said).await;
            publish(&karin, &id, Some(n == 0)).await;
            ids.push(id);
        }
        // A draft is not told.
        update(&karin, &ids[3], json!({ "result": null })).await;
        let list = async |fields: &str| {
            let query = format!("{{ library(first: 50) {{ actions {{ edges {{ node {{ id {fields} }} }} }} }} }}");
            let before = app.figure("samverk_sql_statements_total").await;
            let rows = omar.ask(&query, json!({})).await["library"]["actions"]["edges"].clone();
            (rows, app.figure("samverk_sql_statements_total").await - before)
        };
        list("title { value }").await;
        let (_, plain) = list("title { value }").await;
        let (rows, cost) = list("isExample outcome { value language }").await;
        // What the node does beside it (a look at the journal) may fall into either.
        assert!(cost <= plain + 2, "{plain} without, {cost} with");
        let node = |id: &Value| {
            let all = rows.as_array().expect("a list").iter().map(|edge| &edge["node"]);
            all.clone().find(|node| node["id"] == *id).expect("it is there").clone()
        };
        let first = node(&ids[0]);
        assert_eq!(
            first["outcome"],
            json!({ "value": "Hälften mindre.", "language": "SV" })
        );
        assert_eq!(
            (&first["isExample"], &node(&ids[1])["isExample"]),
            (&json!(true), &json!(false))
        );
        let cut = node(&ids[1])["outcome"]["value"].as_str().expect("text").to_owned();
        assert!(
            cut.starts_with("Lärdom ord") && cut.ends_with("ord …") && cut.chars().count() <= 202,
            "{cut}"
        );
        assert_eq!(node(&ids[2])["outcome"], Value::Null);
        assert_eq!(node(&ids[3])["outcome"]["value"], "Gott och väl.");
        assert_eq!(
            karin
                .ask(
                    "query($id: ID!) { action(id: $id) { outcome { value } } }",
                    json!({ "id": ids[3] })
                )
                .await["action"]["outcome"]["value"],
            "Börja smått."
        );
    });
}

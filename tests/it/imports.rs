//! Sheets with programmes and actions: looked at and corrected first, taken over as a whole.

use reqwest::Method;
use samverk::sheets::{Column, Table, Value as Cell, as_xlsx};
use serde_json::{Value, json};

use crate::{
    command_line::samverk,
    harness::{Client, TestApp, fresh_folder, on_both},
};

const IMPORT: &str = "query($id: ID!, $onlyOpen: Boolean!) { actionImport(id: $id) { id fileName appliedAt programme { id } \
    columns { key name } counts { rows faulty undecided } \
    rows(onlyOpen: $onlyOpen) { totalCount edges { node { number cells exists decision faults { column message } } } } } }";

async fn send(person: &Client, programme: &str, bytes: Vec<u8>) -> Value {
    let answer = person
        .send(&format!("/imports/actions/{programme}/plan.csv"), bytes)
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json["id"].clone()
}

async fn look(person: &Client, import: &Value, only_open: bool) -> Value {
    person.ask(IMPORT, json!({ "id": import, "onlyOpen": only_open })).await["actionImport"].clone()
}

fn csv(rows: &[&str]) -> Vec<u8> {
    let head = "Fokusområde;Övergripande mål;Etappmål;Etappmålet nås senast;Titel;Beskrivning;Språk;Status;Kostnad;Start;Kontakt (e-post)";
    [&[head][..], rows].concat().join("\r\n").into_bytes()
}

const OUTLINE: &str = "query($id: ID!) { programme(id: $id) { focusAreas { name goals { name targets { id name due } } } \
    actions(first: 100) { totalCount edges { node { title { value language } status cost { amount currency } starts publishedRevision \
    contact { name } targets { name } } } } } }";

async fn outline(person: &Client, programme: &str) -> Value {
    person.ask(OUTLINE, json!({ "id": programme })).await["programme"].clone()
}

async fn empty_programme(app: &TestApp, person: &Client) -> String {
    let input = json!({ "organisationId": app.organisation("Haninge").await, "name": "Ur en fil" });
    let made = person.change("createProgramme", input, "programme { id }").await;
    made["programme"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn rows_are_corrected_and_then_all_taken_over() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let import = send(
            &karin,
            &programme,
            csv(&[
                "Resor;Fler cyklar;Var fjärde;2030;Cykelgarage;Vid stationen.;sv;Pågår;1 200 000;2026;karin@demo.example",
                "Resor;Fler cyklar;Var fjärde;;Elcyklar;Att låna.;nn;snart;;;nobody@demo.example",
                "Energi;;;;;;;;;;",
            ]),
        )
        .await;
        let seen = look(&karin, &import, true).await;
        assert_eq!(seen["counts"], json!({ "rows": 3, "faulty": 1, "undecided": 0 }));
        assert_eq!(seen["columns"].as_array().unwrap().len(), 25);
        let open = &seen["rows"]["edges"][0]["node"];
        assert_eq!((&open["number"], &seen["rows"]["totalCount"]), (&json!(3), &json!(1)));
        let faults: Vec<_> = open["faults"]
            .as_array()
            .unwrap()
            .iter()
            .map(|fault| fault["column"].clone())
            .collect();
        assert_eq!(faults, ["STATUS", "CONTACT"]);
        assert!(open["faults"][0]["message"].as_str().unwrap().contains("”snart”"));

        let before = app.database.dump().await;
        let refusal = karin
            .change_refused("applyActionImport", json!({ "importId": import }))
            .await;
        assert_eq!((refusal.code.as_str(), &refusal.args["count"]), ("INVALID", &json!(1)));
        assert_eq!(app.database.dump().await, before, "all or nothing");

        let mut cells = open["cells"].clone();
        cells[8] = json!("Planerad");
        cells[14] = json!("");
        let input = json!({ "importId": import, "number": 3, "cells": cells });
        karin
            .change("correctImportRow", input, "import { counts { faulty } }")
            .await;
        let taken = karin
            .change(
                "applyActionImport",
                json!({ "importId": import }),
                "actions parts leftOut import { appliedAt }",
            )
            .await;
        assert_eq!(
            (&taken["actions"], &taken["parts"], &taken["leftOut"]),
            (&json!(2), &json!(4), &json!(0))
        );

        let seen = outline(&karin, &programme).await;
        assert_eq!(seen["focusAreas"][0]["goals"][0]["targets"][0]["due"], "2030-12-31");
        assert_eq!(seen["focusAreas"][1]["name"], "Energi");
        let actions = seen["actions"]["edges"].as_array().unwrap();
        let of = |title: &str| {
            actions
                .iter()
                .find(|edge| edge["node"]["title"]["value"] == title)
                .unwrap()["node"]
                .clone()
        };
        let first = of("Cykelgarage");
        assert_eq!(first["cost"], json!({ "amount": "1200000", "currency": "SEK" }));
        assert_eq!(
            (&first["status"], &first["starts"]),
            (&json!("ONGOING"), &json!("2026-01-01"))
        );
        assert_eq!(first["publishedRevision"], Value::Null, "what comes in is a draft");
        assert!(first["contact"]["name"].is_string());
        assert_eq!(first["targets"], json!([{ "name": "Var fjärde" }]));
        assert_eq!(of("Elcyklar")["title"]["language"], "NN");
        let again = karin
            .change_refused("applyActionImport", json!({ "importId": import }))
            .await;
        assert_eq!(again.code, "CONFLICT");
        assert_eq!(look(&karin, &import, false).await["rows"]["totalCount"], 0);
    });
}

#[test]
fn a_sheet_brings_all_that_an_action_says_under_the_headings_that_people_have() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let unit = karin
            .ask("{ viewer { organisation { units { name } } } }", json!({}))
            .await["viewer"]["organisation"]["units"][0]["name"]
            .clone();
        let unit = unit.as_str().expect("Haninge has units");
        let rows = [
            "Åtgärd;Beskrivning;Status;Kostnad;Syfte;Förvaltning;Samarbetspartner;Finansiering;Finansiering, belopp;\
             Så är kostnaden beräknad;Beslutat av;Beslutsdag;Diarienr",
            &format!(
                "Laddplatser;Vid badet.;Ej påbörjad;500 000;Minska utsläppen av växthusgaser;{};Bolaget;Klimatklivet;250 000;\
                 Offert.;Kommunstyrelsen;2026-03-02;KS 2026/17",
                unit.to_uppercase()
            ),
            "Skyfall;Dammar.;Pågår;;klimatilpasning;;;Egen fond;1;;;;",
            "Solel;På tak.;Pågår;;Nöje;Ingen enhet;;;x;;;;",
        ];
        let import = send(&karin, &programme, rows.join("\r\n").into_bytes()).await;
        let seen = look(&karin, &import, true).await;
        assert_eq!(seen["counts"], json!({ "rows": 3, "faulty": 1, "undecided": 0 }));
        let faults: Vec<_> = seen["rows"]["edges"][0]["node"]["faults"]
            .as_array()
            .expect("faults")
            .iter()
            .map(|fault| fault["column"].clone())
            .collect();
        assert_eq!(faults, ["PURPOSE", "UNIT", "FUNDING_AMOUNT"]);
        let empty = vec![""; 24];
        let mut cells: Vec<_> = empty.iter().map(|text| json!(text)).collect();
        cells.insert(0, json!("Energi"));
        let input = json!({ "importId": import, "number": 4, "cells": cells });
        karin
            .change("correctImportRow", input, "import { counts { faulty } }")
            .await;
        karin
            .change("applyActionImport", json!({ "importId": import }), "actions parts")
            .await;
        let query = "query($id: ID!) { programme(id: $id) { actions(first: 9) { edges { node { title { value } status details { \
            purpose unit { name } partners costHow { value language } funding { scheme { key } name amount { amount currency } } \
            decision { body date caseNumber } } } } } } }";
        let actions = karin.ask(query, json!({ "id": programme })).await["programme"]["actions"]["edges"].clone();
        let of = |title: &str| {
            let mut edges = actions.as_array().expect("edges").iter();
            edges.find(|edge| edge["node"]["title"]["value"] == title).expect(title)["node"].clone()
        };
        assert_eq!(
            of("Laddplatser"),
            json!({ "title": { "value": "Laddplatser" }, "status": "PLANNED", "details": {
                "purpose": "EMISSIONS", "unit": { "name": unit }, "partners": "Bolaget",
                "costHow": { "value": "Offert.", "language": "SV" },
                "funding": { "scheme": { "key": "klimatklivet" }, "name": null, "amount": { "amount": "250000", "currency": "SEK" } },
                "decision": { "body": "Kommunstyrelsen", "date": "2026-03-02", "caseNumber": "KS 2026/17" },
            } })
        );
        assert_eq!(of("Skyfall")["details"]["purpose"], "ADAPTATION");
        assert_eq!(
            of("Skyfall")["details"]["funding"],
            json!({ "scheme": null, "name": "Egen fond", "amount": { "amount": "1", "currency": "SEK" } })
        );
    });
}

#[test]
fn titles_that_are_there_already_are_asked_about() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let rows = csv(&[";;;;Solceller;På skolorna.;;;;;", ";;;;Solceller;Igen.;;;;;"]);
        let first = send(&karin, &programme, rows.clone()).await;
        assert_eq!(
            look(&karin, &first, true).await["counts"]["undecided"],
            1,
            "the same title twice in one file"
        );
        let refusal = karin
            .change_refused("applyActionImport", json!({ "importId": first }))
            .await;
        assert_eq!(refusal.code, "INVALID");
        let input = json!({ "importId": first, "number": 3, "decision": "SKIP" });
        karin.change("correctImportRow", input, "import { id }").await;
        karin
            .change("applyActionImport", json!({ "importId": first }), "actions")
            .await;
        assert_eq!(outline(&karin, &programme).await["actions"]["totalCount"], 1);

        let second = send(&karin, &programme, rows).await;
        assert_eq!(look(&karin, &second, true).await["counts"]["undecided"], 2);
        let taken = karin
            .change(
                "applyActionImport",
                json!({ "importId": second, "existing": "ADD" }),
                "actions leftOut",
            )
            .await;
        assert_eq!(taken, json!({ "actions": 2, "leftOut": 0 }));
        assert_eq!(outline(&karin, &programme).await["actions"]["totalCount"], 3);
        assert_eq!(outline(&karin, &programme).await["focusAreas"], json!([]));
    });
}

#[test]
fn only_ones_own_programme_takes_a_sheet_and_a_wrong_one_is_refused() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let programme = app.programme(&karin).await;
        let rows = csv(&[";;;;Solceller;På skolorna.;;;;;"]);
        let address = format!("/imports/actions/{programme}/plan.csv");
        let code = async |person: &Client, bytes: Vec<u8>| person.send(&address, bytes).await.refusal().unwrap().code;
        let before = app.database.dump().await;
        assert_eq!(code(&ingeborg, rows.clone()).await, "FORBIDDEN");
        assert_eq!(code(&app.stranger(), rows.clone()).await, "UNAUTHENTICATED");
        assert_eq!(code(&karin, b"Namn;Telefon\nKari;5\n".to_vec()).await, "INVALID");
        assert_eq!(code(&karin, b"PK\x03\x04".to_vec()).await, "INVALID");
        assert_eq!(code(&karin, csv(&[])).await, "INVALID");
        let many = csv(&vec![";;;;Solceller;På skolorna.;;;;;"; 2001]);
        assert_eq!(code(&karin, many).await, "TOO_LARGE");
        assert_eq!(app.database.dump().await, before);
        let foreign = karin
            .request_from("https://evil.example", Method::POST, &address)
            .body(rows.clone());
        assert_eq!(foreign.send().await.unwrap().status(), 403);
        let import = send(&karin, &programme, rows).await;
        assert_eq!(look(&ingeborg, &import, false).await, Value::Null);
        let refusal = ingeborg
            .change_refused("applyActionImport", json!({ "importId": import }))
            .await;
        assert_eq!(refusal.code, "NOT_FOUND");
        let template = karin.get("/imports/template/actions/csv").await;
        assert!(template.text.contains("Titel;Beskrivning"), "{}", template.text);
    });
}

#[test]
fn the_command_line_takes_a_workbook_over_as_a_whole_or_not_at_all() {
    let folder = fresh_folder();
    let database = format!("sqlite://{}", folder.join("samverk.db").display());
    let settings = [("DATABASE_URL", database.as_str())];
    let file = folder.join("plan.xlsx");
    let write = |status: &str, parts: usize| {
        let row = |part: usize| -> Vec<Cell> {
            let title = if part == 1 {
                "Bikes".to_owned()
            } else {
                format!("Bikes {part}")
            };
            let area = if part == 1 {
                "Travel".to_owned()
            } else {
                format!("Travel {part}")
            };
            vec![title.into(), "For all.".into(), Cell::from(status), area.into()]
        };
        let table = Table {
            name: "Plan".to_owned(),
            columns: ["Title", "Description", "Status", "Focus area"]
                .map(|name| Column::new(name, 20))
                .to_vec(),
            rows: (1..=parts).map(row).collect(),
        };
        std::fs::write(&file, as_xlsx(&[table]).unwrap()).unwrap();
    };
    assert!(samverk(&["demo"], &settings).ok);
    let path = file.display().to_string();
    let import = |more: &[&str]| {
        let command = [
            "import",
            path.as_str(),
            "--organisation",
            "SE 0136",
            "--programme",
            "Ny plan",
        ];
        samverk(&[&command[..], more].concat(), &settings)
    };
    write("soon", 1);
    let run = import(&[]);
    assert!(!run.ok && run.err.contains("row 2, Status:"), "{run:?}");
    // More focus areas than a programme may have, which is noticed when the hundred first is written.
    write("Completed", 101);
    let run = import(&[]);
    assert!(!run.ok && run.err.contains("100"), "{run:?}");
    let named = "select count(*) from programme where name = 'Ny plan'";
    let there = rusqlite::Connection::open(folder.join("samverk.db"))
        .and_then(|database| database.query_row(named, [], |row| row.get::<_, i64>(0)))
        .unwrap();
    assert_eq!(there, 0, "no programme is left of what failed");
    write("Completed", 1);
    let run = import(&["--dry-run"]);
    assert!(run.ok && run.out.contains("1 rows can be taken over"), "{run:?}");
    let run = import(&[]);
    assert!(run.ok && run.out.contains("1 actions and 1 parts"), "{run:?}");
    let run = import(&[]);
    assert!(!run.ok && run.err.contains("--existing"), "{run:?}");
    let run = import(&["--existing", "skip"]);
    assert!(run.ok && run.out.contains("1 rows were left out"), "{run:?}");
    let run = samverk(&["import", path.as_str(), "--organisation", "SE 9999"], &settings);
    assert!(!run.ok && run.err.contains("--organisation"), "{run:?}");
}

/// Inputs for the matrix of bad ones, as those of the inventory.
pub async fn examples(app: &TestApp) -> Vec<(&'static str, &'static str, Value, Vec<Value>)> {
    let karin = app.person("karin").await;
    let programme = app.programme(&karin).await;
    let import = send(&karin, &programme, csv(&[";;;;Prov ur fil;Text.;;;;;"])).await;
    let cells = look(&karin, &import, false).await["rows"]["edges"][0]["node"]["cells"].clone();
    vec![
        (
            "correctImportRow",
            "karin",
            json!({ "importId": import, "number": 2, "cells": cells, "decision": "ADD" }),
            vec![
                json!({ "number": 99 }),
                json!({ "cells": [] }),
                json!({ "cells": vec!["x".repeat(1_700); 15] }),
            ],
        ),
        (
            "applyActionImport",
            "karin",
            json!({ "importId": import, "existing": "ADD" }),
            vec![],
        ),
    ]
}

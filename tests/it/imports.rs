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
    rows(onlyOpen: $onlyOpen) { totalCount edges { node { number cells exists decision noUpdate action { id } \
    changes { column before after } faults { column message } } } } } }";

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
        assert_eq!(seen["columns"].as_array().unwrap().len(), 30);
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
        let empty = vec![""; 29];
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
        let open = look(&karin, &second, true).await;
        let counted = (&open["counts"]["undecided"], &open["rows"]["totalCount"]);
        assert_eq!(counted, (&json!(1), &json!(1)), "the first says nothing new");
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
fn all_sheets_of_a_workbook_come_in_and_what_does_not_is_told() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let sheet = |area: &str, heading: &str, title: &str, status: &str| Table {
            name: area.to_owned(),
            columns: [
                "Fokusområde",
                "Titel",
                "Beskrivning",
                "Status",
                "Kostnad (tkr)",
                heading,
            ]
            .map(|name| Column::new(name, 20))
            .to_vec(),
            rows: vec![vec![
                area.into(),
                title.into(),
                "Text.".into(),
                status.into(),
                Cell::Number(12.5),
                "x".into(),
            ]],
        };
        let sheets = [
            sheet("Transport", "Kommentar", "Elbilar", "Pågår"),
            sheet("Energi", "Nr", "Sol", "snart"),
        ];
        let import = send(&karin, &programme, as_xlsx(&sheets).unwrap()).await;
        let of_two = "query($id: ID!) { actionImport(id: $id) { unread { sheet column } \
            rows { edges { node { number sheet numberInSheet cells faults { column } } } } } }";
        let seen = karin.ask(of_two, json!({ "id": import })).await["actionImport"].clone();
        assert_eq!(
            seen["unread"],
            json!([{ "sheet": "Transport", "column": "Kommentar" }, { "sheet": "Energi", "column": "Nr" }])
        );
        let row = |at: usize| seen["rows"]["edges"][at]["node"].clone();
        assert_eq!(
            (&row(0)["sheet"], &row(0)["numberInSheet"]),
            (&json!("Transport"), &json!(2))
        );
        assert_eq!(
            (&row(1)["sheet"], &row(1)["numberInSheet"]),
            (&json!("Energi"), &json!(2))
        );
        assert_eq!(
            (&row(0)["faults"], &row(1)["faults"][0]["column"]),
            (&json!([]), &json!("STATUS"))
        );
        let cells: Vec<_> = row(1)["cells"].as_array().unwrap().clone();
        let cells: Vec<_> = cells
            .into_iter()
            .map(|cell| {
                if cell == json!("snart") {
                    json!("Planerad")
                } else {
                    cell
                }
            })
            .collect();
        let input = json!({ "importId": import, "number": row(1)["number"], "cells": cells });
        karin.change("correctImportRow", input, "import { id }").await;
        karin
            .change("applyActionImport", json!({ "importId": import }), "actions parts")
            .await;
        let after = outline(&karin, &programme).await;
        assert_eq!(after["actions"]["totalCount"], 2);
        assert_eq!(
            after["actions"]["edges"][0]["node"]["cost"],
            json!({ "amount": "12500", "currency": "SEK" })
        );
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
    let run = import(&["--existing", "update"]);
    assert!(run.ok && run.out.contains("0 actions were changed, 1 rows"), "{run:?}");
    write("On hold", 1);
    let run = import(&["--existing", "update", "--dry-run"]);
    let change = "row 2, Status: Completed → On hold\n1 rows can";
    assert!(run.ok && run.out.contains(change), "{run:?}");
    let run = import(&["--existing", "update"]);
    assert!(run.ok && run.out.contains("1 actions were changed, 0 rows"), "{run:?}");
    let run = import(&["--existing", "add"]);
    assert!(run.ok && run.out.contains("1 actions and 0 parts"), "{run:?}");
    let run = import(&["--existing", "update"]);
    let why = "row 2: The programme has several actions of this title";
    assert!(!run.ok && run.err.contains(why), "{run:?}");
    let run = samverk(&["import", path.as_str(), "--organisation", "SE 9999"], &settings);
    assert!(!run.ok && run.err.contains("--organisation"), "{run:?}");
}

const SAYS: &str = "query($id: ID!) { action(id: $id) { revision publishedRevision status title { value language } \
    description { value language } themes { key } cost { amount currency } starts ends contact { name } targets { name } \
    details { partners costHow { value language } funding { scheme { key } name amount { amount currency } } \
    decision { body date caseNumber url } } statusHistory { before status by { name } } \
    revisions(first: 9) { edges { node { revision author { name } changed description { value } } } } } }";

async fn says(person: &Client, action: &Value) -> Value {
    person.ask(SAYS, json!({ "id": action })).await["action"].clone()
}

async fn row(person: &Client, import: &Value, number: i64) -> Value {
    let rows = look(person, import, false).await["rows"]["edges"].clone();
    let mut rows = rows.as_array().expect("rows").iter();
    rows.find(|row| row["node"]["number"] == number).expect("a row")["node"].clone()
}

/// An action that says much, published to all.
async fn an_action(karin: &Client, programme: &str) -> Value {
    let input = json!({
        "programmeId": programme, "language": "NN", "title": "Elbilar", "description": "Byt ut bilane.", "status": "PLANNED",
        "themes": ["road-transport"], "starts": "2026-01-01", "ends": "2027-12-31",
        "cost": { "amount": "1000000", "currency": "EUR" }, "partners": "Bolaget", "costHow": "Frå offerta.",
        "funding": { "scheme": "klimatklivet", "amount": { "amount": "5", "currency": "EUR" } },
        "decision": { "body": "Nämnden", "url": "https://haninge.example/beslut" },
    });
    let made = karin.change("createAction", input, "action { id }").await["action"].clone();
    let input = json!({ "id": made["id"], "revision": 1, "visibility": "PUBLIC" });
    karin.change("publishAction", input, "action { id }").await;
    made["id"].clone()
}

#[test]
fn a_sheet_that_comes_again_says_what_it_would_change_and_changes_nothing_else() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let id = an_action(&karin, &programme).await;
        let before = says(&karin, &id).await;
        let rows = [
            "Titel;Beskrivning;Status;Kostnad;Start;Slut;Finansiering, belopp;Beslutsdag;Så är kostnaden beräknad;Fokusområde;\
             Övergripande mål;Etappmål;Teman",
            "elbilar;;Pågår;1 200 000;2026;2028-06-30;;2026-03-02;Från offerten.;Resor;Färre bilar;Halvering;Vegtrafikk",
        ];
        let file = rows.join("\r\n").into_bytes();
        let import = send(&karin, &programme, file.clone()).await;
        let seen = row(&karin, &import, 2).await;
        assert_eq!((&seen["exists"], &seen["action"]["id"]), (&json!(true), &id));
        let judged = (&seen["faults"], &seen["decision"]);
        assert_eq!(judged, (&json!([]), &Value::Null), "a description is there already");
        let change =
            |column: &str, before: Value, after: &str| json!({ "column": column, "before": before, "after": after });
        assert_eq!(
            seen["changes"],
            json!([
                change("FOCUS_AREA", Value::Null, "Resor"),
                change("GOAL", Value::Null, "Färre bilar"),
                change("TARGET", Value::Null, "Halvering"),
                change("TITLE", json!("Elbilar"), "elbilar"),
                change("STATUS", json!("Planerad"), "Pågår"),
                change("ENDS", json!("31 december 2027"), "30 juni 2028"),
                change(
                    "COST",
                    json!("1\u{a0}000\u{a0}000\u{a0}EUR"),
                    "1\u{a0}200\u{a0}000\u{a0}EUR"
                ),
                change("COST_HOW", json!("Frå offerta."), "Från offerten."),
                change("DECIDED_ON", Value::Null, "2 mars 2026"),
            ])
        );
        assert_eq!(says(&karin, &id).await, before, "a preview changes nothing");

        let input = json!({ "importId": import, "number": 2, "decision": "UPDATE" });
        karin.change("correctImportRow", input, "import { id }").await;
        let taken = karin
            .change(
                "applyActionImport",
                json!({ "importId": import }),
                "actions updated parts leftOut",
            )
            .await;
        assert_eq!(taken, json!({ "actions": 0, "updated": 1, "parts": 3, "leftOut": 0 }));
        let after = says(&karin, &id).await;
        let revisions = (&after["revision"], &after["publishedRevision"]);
        assert_eq!(revisions, (&json!(2), &json!(1)), "a draft, as when one edits");
        for kept in ["description", "themes", "starts", "contact"] {
            assert_eq!(after[kept], before[kept], "{kept}");
        }
        for kept in ["partners", "funding"] {
            assert_eq!(after["details"][kept], before["details"][kept], "{kept}");
        }
        assert_eq!(
            after["title"],
            json!({ "value": "elbilar", "language": "NN" }),
            "no language is said, so it stays"
        );
        let how = json!({ "value": "Från offerten.", "language": "NN" });
        assert_eq!(after["details"]["costHow"], how);
        let facts = (&after["status"], &after["ends"]);
        assert_eq!(facts, (&json!("ONGOING"), &json!("2028-06-30")));
        assert_eq!(after["cost"], json!({ "amount": "1200000", "currency": "EUR" }));
        assert_eq!(
            after["details"]["decision"],
            json!({ "body": "Nämnden", "date": "2026-03-02", "caseNumber": null, "url": "https://haninge.example/beslut" })
        );
        assert_eq!(after["targets"], json!([{ "name": "Halvering" }]));
        let history = &after["statusHistory"][0];
        let became = (&history["before"], &history["status"]);
        assert_eq!(became, (&json!("PLANNED"), &json!("ONGOING")));
        assert!(history["by"]["name"].is_string());
        let newest = &after["revisions"]["edges"][0]["node"];
        assert_eq!(
            newest["changed"],
            json!(["title", "status", "ends", "cost", "decision", "costHow"])
        );
        assert!(newest["author"]["name"].is_string());
        let ingeborg = app.person("ingeborg").await;
        assert_eq!(
            says(&ingeborg, &id).await["status"],
            "PLANNED",
            "others see what is published"
        );

        let again = send(&karin, &programme, file).await;
        let looked = look(&karin, &again, true).await;
        let open = (&looked["counts"]["undecided"], &looked["rows"]["totalCount"]);
        assert_eq!(open, (&json!(0), &json!(0)));
        let seen = row(&karin, &again, 2).await;
        let judged = (&seen["changes"], &seen["decision"]);
        assert_eq!(judged, (&json!([]), &json!("SKIP")), "nothing new is left out");
        let taken = karin
            .change("applyActionImport", json!({ "importId": again }), "updated leftOut")
            .await;
        assert_eq!(taken, json!({ "updated": 0, "leftOut": 1 }));
        assert_eq!(says(&karin, &id).await, after);
    });
}

/// The sheet that a programme is, as it comes.
async fn taken_along(person: &Client, programme: &str, ending: &str) -> Vec<u8> {
    let path = format!("/programmes/{programme}/actions/{ending}");
    let given = person
        .request(Method::GET, &path)
        .send()
        .await
        .expect("the server answers");
    assert_eq!(given.status(), 200);
    given.bytes().await.expect("it comes whole").to_vec()
}

#[test]
fn a_programme_is_taken_along_as_a_sheet_that_changes_nothing_when_it_comes_back() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let all = karin
            .ask("{ programmes(editable: true) { edges { node { id } } } }", json!({}))
            .await;
        let demo = all["programmes"]["edges"][0]["node"]["id"]
            .as_str()
            .expect("the demo has one")
            .to_owned();
        let own = empty_programme(app, &karin).await;
        an_action(&karin, &own).await;
        // Of what a cell cannot say, nothing is said.
        let input = json!({
            "programmeId": own, "language": "SV", "title": "=Formel; och mer", "description": "Ett.\n\n- två\n- tre",
            "cost": { "amount": "12500", "currency": "SEK" }, "effectTonnesCo2e": 12.125,
            "funding": { "name": "Fonden", "amount": { "amount": "7", "currency": "EUR" } },
            "links": [{ "url": "https://haninge.example/a", "name": "Plan; del 1" }],
            "milestones": [{ "name": "Klart", "due": "2027-03-01" }, { "name": "Sedan" }],
        });
        karin.change("createAction", input, "action { id }").await;
        for programme in [&demo, &own] {
            for ending in ["xlsx", "csv"] {
                let before = outline(&karin, programme).await;
                let file = taken_along(&karin, programme, ending).await;
                let import = send(&karin, programme, file).await;
                let seen = look(&karin, &import, true).await;
                assert_eq!(seen["rows"]["edges"], json!([]), "{ending}: no row is open");
                let taken = karin
                    .change(
                        "applyActionImport",
                        json!({ "importId": import }),
                        "actions updated parts leftOut",
                    )
                    .await;
                let rows = &seen["counts"]["rows"];
                assert_eq!(
                    taken,
                    json!({ "actions": 0, "updated": 0, "parts": 0, "leftOut": rows }),
                    "{ending}"
                );
                assert_eq!(&outline(&karin, programme).await, &before);
            }
        }

        // What is written in it is what changes.
        let text = String::from_utf8(taken_along(&karin, &own, "csv").await).expect("UTF-8");
        assert!(text.contains("'=Formel; och mer"), "{text}");
        assert!(text.contains("12,1250"), "no number is in doubt: {text}");
        assert!(text.contains("2027-03-01 Klart; Sedan"), "{text}");
        assert!(!text.contains("del 1"), "it would be two links: {text}");
        let changed = text.replace("Byt ut bilane.", "Byt ut alle bilane.");
        let import = send(&karin, &own, changed.into_bytes()).await;
        let open = look(&karin, &import, true).await;
        let rows = open["rows"]["edges"].as_array().expect("rows");
        assert_eq!(rows.len(), 1);
        assert_eq!(
            rows[0]["node"]["changes"],
            json!([{ "column": "DESCRIPTION", "before": "Byt ut bilane.", "after": "Byt ut alle bilane." }])
        );

        // A target's day, too, though most rows that name it still have the old one.
        let text = String::from_utf8(taken_along(&karin, &demo, "csv").await).expect("UTF-8");
        let said = |text: &str, day: &str| text.matches(&format!("utan fossila drivmedel;{day};")).count();
        let rows = said(&text, "2028-12-31");
        assert!(rows > 1, "{text}");
        let changed = text.replacen("drivmedel;2028-12-31;", "drivmedel;2029-06-30;", 1);
        let import = send(&karin, &demo, changed.into_bytes()).await;
        let open = look(&karin, &import, true).await;
        let row = &open["rows"]["edges"][0]["node"];
        assert_eq!(open["rows"]["totalCount"], 1);
        assert_eq!(
            row["changes"],
            json!([{ "column": "DUE", "before": "31 december 2028", "after": "30 juni 2029" }])
        );
        let input = json!({ "importId": import, "number": row["number"], "decision": "UPDATE" });
        karin.change("correctImportRow", input, "import { id }").await;
        karin
            .change("applyActionImport", json!({ "importId": import }), "updated")
            .await;
        let text = String::from_utf8(taken_along(&karin, &demo, "csv").await).expect("UTF-8");
        assert_eq!((said(&text, "2028-12-31"), said(&text, "2029-06-30")), (0, rows));

        // It has addresses and drafts in it: it is for those who may edit.
        let ingeborg = app.person("ingeborg").await;
        for (who, status) in [(&ingeborg, 403), (&app.stranger(), 401)] {
            let answer = who.get(&format!("/programmes/{own}/actions/xlsx")).await;
            assert_eq!(answer.status, status, "{}", answer.text);
        }
        let answer = karin.get(&format!("/programmes/{own}/actions/pdf")).await;
        assert_eq!(answer.status, 404);
    });
}

const LISTS: &str = "query($id: ID!) { programme(id: $id) { \
    changes(first: 20) { edges { node { object kind } } } \
    focusAreas { goals { name objectives { key } targets { name objectives { key } } } } \
    actions(first: 9) { edges { node { id revision title { value } links { name url } milestones { name due done } \
    details { indicators { key } } } } } } }";

/// A programme with what it says in lists, and its one action of a title.
async fn lists(person: &Client, programme: &str, title: &str) -> (Value, Value) {
    let seen = person.ask(LISTS, json!({ "id": programme })).await["programme"].clone();
    let mut edges = seen["actions"]["edges"].as_array().expect("edges").iter();
    let action = edges.find(|edge| edge["node"]["title"]["value"] == title).expect(title);
    (seen.clone(), action["node"].clone())
}

fn keys(objectives: &Value) -> Vec<&str> {
    let objectives = objectives.as_array().expect("objectives").iter();
    objectives.map(|each| each["key"].as_str().expect("a key")).collect()
}

#[test]
fn cells_hold_lists_that_are_read_refused_and_brought_up_piece_by_piece() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let file = |rows: &[&str]| {
            let head = "Fokusområde;Övergripande mål;Etappmål;Globala mål (FN);Nationella miljömål;Titel;Beskrivning;\
                        Länkar;Milstolpar;Indikatorer";
            [&[head][..], rows].concat().join("\r\n").into_bytes()
        };
        let many = vec!["https://haninge.example"; 51].join("; ");
        let wrong = file(&[
            "Resor;;;13;\"Trygg luft ska säkras; Nöje\";Bussar;El.;\"Plan; https://x\";\"2027; 2026-13-01 Klart\";Lycka",
            &format!("Resor;Mål;;18;;Tåg;Fler.;\"{many}\";;"),
        ]);
        let import = send(&karin, &programme, wrong).await;
        let told = async |number: i64, wanted: &[(&str, &str)]| {
            let faults = row(&karin, &import, number).await["faults"].clone();
            let faults = faults.as_array().expect("faults");
            assert_eq!(faults.len(), wanted.len(), "{faults:?}");
            for (fault, (column, words)) in faults.iter().zip(wanted) {
                let message = fault["message"].as_str().expect("words");
                assert!(fault["column"] == *column && message.contains(words), "{fault}");
            }
        };
        let wrong = [
            ("NATIONAL_GOALS", "”Trygg luft ska säkras” är ett annat lands"),
            ("NATIONAL_GOALS", "”Nöje” är inget nationellt"),
            ("GOAL", "som saknas"),
            ("INDICATORS", "”Lycka” är ingen indikator"),
            ("LINKS", "”Plan” är ingen länk"),
            ("LINKS", "ingen webbadress"),
            ("MILESTONES", "”2027” har ingen titel"),
            ("MILESTONES", "I ”2026-13-01 Klart”"),
        ];
        told(2, &wrong).await;
        told(3, &[("SDGS", "”18” är inget av FN:s"), ("LINKS", "50")]).await;

        let good = file(&[
            "Resor;Fler cyklar;Var fjärde;\"11; SDG 13\";frisk luft;Cykelgarage;Vid stationen.;\
             \"Planen: https://haninge.example/plan; https://haninge.example/beslut\";\
             \"2027 Invigning; 2026-05-01 Upphandling klar; Utvärdering\";\"Andel elbilar; ghg-transport\"",
            "Resor;Fler cyklar;Var fjärde;\"God hälsa och välbefinnande; 13\";;Lånecyklar;Att låna.;;;",
            "Resor;Fler cyklar;;12;;;;;;",
        ]);
        let import = send(&karin, &programme, good).await;
        let taken = karin
            .change("applyActionImport", json!({ "importId": import }), "actions parts")
            .await;
        assert_eq!(taken, json!({ "actions": 2, "parts": 3 }));
        let (seen, action) = lists(&karin, &programme, "Cykelgarage").await;
        let goal = |seen: &Value| seen["focusAreas"][0]["goals"][0].clone();
        let target = |seen: &Value| goal(seen)["targets"][0].clone();
        assert_eq!(keys(&goal(&seen)["objectives"]), ["sdg-12"]);
        let union = ["mkm-02", "sdg-11", "sdg-13", "sdg-03"];
        assert_eq!(keys(&target(&seen)["objectives"]), union, "what its rows say together");
        let history = |seen: &Value| {
            let changes = seen["changes"]["edges"].as_array().expect("changes").iter();
            let of_target = changes.filter(|edge| edge["node"]["object"] == "TARGET");
            let mut kinds: Vec<_> = of_target.map(|edge| edge["node"]["kind"].to_string()).collect();
            kinds.sort();
            kinds.join(" ")
        };
        assert_eq!(history(&seen), "\"ADDED\"", "made as it is, and not changed afterwards");
        let plan = json!({ "name": "Planen", "url": "https://haninge.example/plan" });
        let decision = json!({ "name": null, "url": "https://haninge.example/beslut" });
        assert_eq!(action["links"], json!([plan, decision]));
        let milestone = |name: &str, due: Value, done: Value| json!({ "name": name, "due": due, "done": done });
        let (none, bought, opened) = (Value::Null, json!("2026-05-01"), json!("2027-12-31"));
        assert_eq!(
            action["milestones"],
            json!([
                milestone("Upphandling klar", bought.clone(), none.clone()),
                milestone("Invigning", opened.clone(), none.clone()),
                milestone("Utvärdering", none.clone(), none.clone()),
            ])
        );
        assert_eq!(keys(&action["details"]["indicators"]), ["ev-share", "ghg-transport"]);

        let done = json!("2026-04-20");
        let input = json!({
            "id": action["id"], "revision": 1,
            "milestones": [{ "name": "Upphandling klar", "due": bought, "done": done }, { "name": "Invigning", "due": opened }],
        });
        karin.change("updateAction", input, "action { id }").await;
        let again = file(&[
            "Resor;Fler cyklar;Var fjärde;\"7; 13\";;Cykelgarage;;https://haninge.example/plan;\
             \"2026-06-01 Upphandling klar; 2028 Invigning\";\"ghg-transport; ev-share\"",
        ]);
        let import = send(&karin, &programme, again.clone()).await;
        let change =
            |column: &str, before: &str, after: &str| json!({ "column": column, "before": before, "after": after });
        assert_eq!(
            row(&karin, &import, 2).await["changes"],
            json!([
                change(
                    "SDGS",
                    "Hållbara städer och samhällen; Bekämpa klimatförändringarna; God hälsa och välbefinnande",
                    "Hållbara städer och samhällen; Bekämpa klimatförändringarna; God hälsa och välbefinnande; \
                     Hållbar energi för alla"
                ),
                change(
                    "LINKS",
                    "Planen: https://haninge.example/plan; https://haninge.example/beslut",
                    "Planen: https://haninge.example/plan"
                ),
                change(
                    "MILESTONES",
                    "1 maj 2026 Upphandling klar; 31 december 2027 Invigning",
                    "1 juni 2026 Upphandling klar; 31 december 2028 Invigning"
                ),
            ])
        );
        let input = json!({ "importId": import, "number": 2, "decision": "UPDATE" });
        karin.change("correctImportRow", input, "import { id }").await;
        let taken = karin
            .change("applyActionImport", json!({ "importId": import }), "updated parts")
            .await;
        assert_eq!(taken, json!({ "updated": 1, "parts": 0 }));
        let (seen, after) = lists(&karin, &programme, "Cykelgarage").await;
        assert_eq!(keys(&target(&seen)["objectives"]), [&union[..], &["sdg-07"]].concat());
        assert_eq!(history(&seen), "\"ADDED\" \"CHANGED\"");
        assert_eq!(after["links"], json!([plan]), "under the name that it had");
        assert_eq!(
            after["milestones"],
            json!([
                milestone("Upphandling klar", json!("2026-06-01"), done),
                milestone("Invigning", json!("2028-12-31"), none),
            ]),
            "what was reached stays reached"
        );
        assert_eq!(after["details"], action["details"], "the order of a list says nothing");
        let import = send(&karin, &programme, again).await;
        let seen = row(&karin, &import, 2).await;
        assert_eq!((&seen["changes"], &seen["decision"]), (&json!([]), &json!("SKIP")));
    });
}

#[test]
fn what_was_written_between_looking_and_taking_over_is_kept_in_the_history() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let file = |row: &str| ["Titel;Beskrivning;Kostnad", row].join("\r\n").into_bytes();
        let made = send(&karin, &programme, file("Solceller;På skolorna.;100")).await;
        karin
            .change("applyActionImport", json!({ "importId": made }), "actions")
            .await;
        let import = send(&karin, &programme, file("Solceller;På alla tak.;")).await;
        let id = row(&karin, &import, 2).await["action"]["id"].clone();
        let input = json!({
            "id": id, "revision": 1, "language": "SV", "description": "På simhallen.", "partners": "Bolaget",
        });
        karin.change("updateAction", input, "action { id }").await;
        let seen = row(&karin, &import, 2).await;
        assert_eq!(seen["changes"][0]["before"], "På simhallen.", "looked at anew");
        let input = json!({ "importId": import, "existing": "UPDATE" });
        karin.change("applyActionImport", input, "updated").await;
        let after = says(&karin, &id).await;
        assert_eq!(after["description"]["value"], "På alla tak.");
        assert_eq!(
            after["details"]["partners"], "Bolaget",
            "what the sheet says nothing of"
        );
        assert_eq!(after["cost"]["amount"], "100", "an empty cell");
        let revisions = after["revisions"]["edges"].as_array().expect("revisions").iter();
        let texts: Vec<_> = revisions.map(|each| &each["node"]["description"]["value"]).collect();
        assert_eq!(
            texts,
            ["På alla tak.", "På simhallen."],
            "saved a moment before, and still there"
        );
    });
}

#[test]
fn a_row_updates_only_the_one_action_of_its_title() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let programme = empty_programme(app, &karin).await;
        let first = csv(&[
            ";;;;Solceller;På skolorna.;;;;;",
            ";;;;Cyklar;Att låna.;;;;2026;",
            ";;;;Bussar;El.;;;;;",
            ";;;;Bussar;Gas.;;;;;",
        ]);
        let import = send(&karin, &programme, first).await;
        let input = json!({ "importId": import, "existing": "ADD" });
        karin.change("applyActionImport", input, "actions").await;

        let rows = [
            "Titel;Beskrivning;Status;Slut;Språk",
            "Solceller;;Pågår;;",
            "Solceller;Igen.;;;",
            "Bussar;Alla.;Pågår;;",
            "Tåg;Fler.;;;",
            "Cyklar;;;2025;nn",
        ];
        let import = send(&karin, &programme, rows.join("\r\n").into_bytes()).await;
        for (number, words) in [(3, "tidigare rad"), (4, "flera åtgärder"), (5, "ingen åtgärd")] {
            let input = json!({ "importId": import, "number": number, "decision": "UPDATE" });
            let refusal = karin.change_refused("correctImportRow", input).await;
            let said = (refusal.code.as_str(), refusal.field.as_deref());
            assert_eq!(said, ("INVALID", Some("decision")), "{number}");
            assert!(refusal.message.contains(words), "{}", refusal.message);
            let seen = row(&karin, &import, number).await;
            assert_eq!((&seen["action"], &seen["changes"]), (&Value::Null, &json!([])));
            assert_eq!(
                seen["noUpdate"].is_string(),
                number != 5,
                "only where the title is there"
            );
        }
        let faulty = row(&karin, &import, 6).await;
        assert_eq!(
            faulty["faults"][0]["column"], "ENDS",
            "before the day on which the action starts"
        );
        let language = json!({ "column": "LANGUAGE", "before": "sv", "after": "nn" });
        assert_eq!(faulty["changes"][0], language);
        let mut cells = faulty["cells"].clone();
        cells[10] = json!("2027");
        let input = json!({ "importId": import, "number": 6, "cells": cells });
        karin.change("correctImportRow", input, "import { id }").await;

        let input = json!({ "importId": import, "existing": "UPDATE" });
        let refusal = karin.change_refused("applyActionImport", input).await;
        let said = (refusal.code.as_str(), &refusal.args["count"]);
        assert_eq!(said, ("INVALID", &json!(2)));
        assert!(
            refusal.message.contains("inte kan uppdatera någon åtgärd"),
            "{}",
            refusal.message
        );

        let decide = async |decision: &str| {
            let input = json!({ "importId": import, "decision": decision });
            let wanted = "import { counts { undecided updates leftOut } }";
            karin.change("decideImportRows", input, wanted).await["import"]["counts"].clone()
        };
        let counts =
            |undecided, updates, left_out| json!({ "undecided": undecided, "updates": updates, "leftOut": left_out });
        assert_eq!(decide("SKIP").await, counts(0, 0, 4));
        assert_eq!(
            decide("UPDATE").await,
            counts(0, 2, 2),
            "what cannot be updated stays as it was"
        );
        let taken = karin
            .change(
                "applyActionImport",
                json!({ "importId": import }),
                "actions updated leftOut",
            )
            .await;
        assert_eq!(taken, json!({ "actions": 1, "updated": 2, "leftOut": 2 }));
        let refusal = karin
            .change_refused("decideImportRows", json!({ "importId": import, "decision": "UPDATE" }))
            .await;
        assert_eq!(refusal.code, "CONFLICT");
    });
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
            "decideImportRows",
            "karin",
            json!({ "importId": import, "decision": "SKIP" }),
            vec![],
        ),
        (
            "applyActionImport",
            "karin",
            json!({ "importId": import, "existing": "ADD" }),
            vec![],
        ),
    ]
}

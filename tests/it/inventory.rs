//! The inventory: files come in in two steps, and figures are replaced as whole series or not at all.

use std::time::Duration;

use reqwest::Method;
use samverk::sheets::{Column, Table, Value as Cell, as_xlsx};
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, on_both};

const INVENTORY: &str = "query($id: ID!) { inventory(organisationId: $id) { viewerMayEdit \
    risks { id revision title { value language } description { value } severity } \
    accounts { source importedAt series { computed sector { key parentKey } values { year tonnes source licence } } } \
    imports { totalCount edges { node { id fileName fileHash appliedAt appliedBy { name } } } } } }";

const IMPORT: &str = "query($id: ID!) { emissionImport(id: $id) { id source attribution municipality others title figures \
    appliedAt replaces { key } changes { kind year before after sector { key } } } }";

async fn see(person: &Client, organisation: &str) -> Value {
    person.ask(INVENTORY, json!({ "id": organisation })).await["inventory"].clone()
}

async fn look(person: &Client, import: &Value) -> Value {
    person.ask(IMPORT, json!({ "id": import })).await["emissionImport"].clone()
}

/// Sends a file in; gives the import's id.
async fn send(person: &Client, organisation: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Value {
    let answer = person
        .send(&format!("/imports/emissions/{organisation}/{name}"), bytes.into())
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json["id"].clone()
}

/// A saved answer of Kolada's: transport, by year.
fn kolada(values: &[(i64, f64)]) -> Vec<u8> {
    let values: Vec<_> = values
        .iter()
        .map(|(year, value)| {
            json!({ "kpi": "N85533", "municipality": "0136", "period": year,
                "values": [{ "gender": "T", "count": 1, "status": "", "value": value, "isdeleted": false }] })
        })
        .collect();
    json!({ "values": values, "count": 1, "next_url": null })
        .to_string()
        .into_bytes()
}

fn transport(inventory: &Value, source: &str) -> Vec<(i64, f64)> {
    let accounts = inventory["accounts"].as_array().unwrap();
    let Some(account) = accounts.iter().find(|account| account["source"] == source) else {
        return Vec::new();
    };
    let series = account["series"].as_array().unwrap();
    let series = series
        .iter()
        .find(|series| series["sector"]["key"] == "transport-total");
    let values = series.unwrap()["values"].as_array().unwrap().iter();
    values
        .map(|value| (value["year"].as_i64().unwrap(), value["tonnes"].as_f64().unwrap()))
        .collect()
}

async fn apply(person: &Client, import: &Value) -> Value {
    let input = json!({ "importId": import, "source": "Kolada", "licence": "Källan anges" });
    person
        .change("applyEmissionImport", input, "import { id appliedAt }")
        .await["import"]
        .clone()
}

#[test]
fn a_file_is_looked_at_first_and_then_replaces_whole_series() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let haninge = app.organisation("Haninge").await;
        let before = see(&karin, &haninge).await;
        let others = before["accounts"][0]["series"].as_array().unwrap().len();
        assert!(others > 5, "the demo has an account: {before}");
        let shown_before = transport(&before, "KOLADA");

        let first = send(
            &karin,
            &haninge,
            "svar%202026.json",
            kolada(&[(2022, 88600.0), (2023, 1.5)]),
        )
        .await;
        let seen = look(&karin, &first).await;
        assert_eq!(seen["replaces"], json!([{ "key": "transport-total" }]));
        let changes = seen["changes"].as_array().unwrap();
        let of = |year: i64| changes.iter().find(|change| change["year"] == year).cloned();
        assert_eq!(of(2022), None, "what stays is no change");
        assert_eq!(of(2023).unwrap()["kind"], "CHANGED");
        assert_eq!(of(2010).unwrap()["kind"], "GONE");
        assert_eq!(see(&karin, &haninge).await, before, "looking changes nothing");

        app.clock.advance(Duration::from_secs(60));
        apply(&karin, &first).await;
        let after = see(&karin, &haninge).await;
        assert_eq!(transport(&after, "KOLADA"), [(2022, 88600.0), (2023, 1.5)]);
        assert_eq!(
            after["accounts"][0]["series"].as_array().unwrap().len(),
            others,
            "other series stay"
        );
        let entry = &after["imports"]["edges"][0]["node"];
        assert_eq!(
            (&entry["fileName"], &entry["appliedBy"]["name"]),
            (&json!("svar 2026.json"), &before_name(&karin).await)
        );
        assert_eq!(entry["fileHash"].as_str().unwrap().len(), 64);
        assert_eq!(look(&karin, &first).await["changes"], json!([]));

        // The one before can be taken over again: its figures come back, and the journal says so.
        let demo = &after["imports"]["edges"][1]["node"]["id"];
        app.clock.advance(Duration::from_secs(60));
        let again = apply(&karin, demo).await;
        assert_ne!(&again["id"], demo);
        let back = see(&karin, &haninge).await;
        assert_eq!(transport(&back, "KOLADA"), shown_before);
        assert_eq!(back["imports"]["totalCount"], 3);
    });
}

async fn before_name(person: &Client) -> Value {
    person.ask("{ viewer { name } }", json!({})).await["viewer"]["name"].clone()
}

#[test]
fn a_workbook_of_all_municipalities_gives_ones_own() {
    on_both(async |app| {
        let ingeborg = app.person("ingeborg").await;
        let alesund = app.organisation("Ålesund").await;
        let row = |code: i64, name: &str, sector: &str, tonnes: f64| {
            vec![
                Cell::Whole(code),
                name.into(),
                Cell::Whole(2024),
                sector.into(),
                "Kjelde".into(),
                Cell::Number(tonnes),
            ]
        };
        let table = Table {
            name: "Oversikt - detaljert".to_owned(),
            columns: [
                "Kommunenummer",
                "Kommune",
                "År",
                "Sektor",
                "Utslippskilde",
                "Utslipp (tonn CO₂-ekvivalenter)",
            ]
            .map(|heading| Column::new(heading, 12))
            .to_vec(),
            rows: vec![
                row(1508, "Ålesund", "Veitrafikk", 10.0),
                row(1508, "Ålesund", "Veitrafikk", 5.5),
                row(1508, "Ålesund", "Sjøfart", 20.0),
                row(301, "Oslo", "Veitrafikk", 99.0),
            ],
        };
        let import = send(&ingeborg, &alesund, "utslipp.xlsx", as_xlsx(&[table]).unwrap()).await;
        let seen = look(&ingeborg, &import).await;
        assert_eq!(
            (&seen["source"], &seen["others"]),
            (&json!("MILJODIREKTORATET"), &json!(1))
        );
        assert_eq!(seen["municipality"], "Ålesund");
        apply(&ingeborg, &import).await;
        let account = see(&ingeborg, &alesund).await["accounts"][0].clone();
        let series = account["series"].as_array().unwrap();
        let of = |key: &str| {
            series
                .iter()
                .find(|series| series["sector"]["key"] == key)
                .unwrap()
                .clone()
        };
        assert_eq!(
            of("road-transport")["values"],
            json!([{ "year": 2024, "tonnes": 15.5, "source": "Kolada", "licence": "Källan anges" }])
        );
        assert_eq!(of("transport-total")["computed"], true);
        assert_eq!(of("road-transport")["sector"]["parentKey"], "transport-total");
    });
}

#[test]
fn a_file_that_is_none_changes_nothing_and_says_why_in_the_readers_language() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let haninge = app.organisation("Haninge").await;
        let address = format!("/imports/emissions/{haninge}/fil.xlsx");
        let before = app.database.dump().await;
        for (bytes, wanted) in [
            (b"%PDF-1.7".to_vec(), "INVALID"),
            (Vec::new(), "INVALID"),
            (b"PK\x03\x04....".to_vec(), "INVALID"),
            (b"a;b;c\n1;2;3\n".to_vec(), "INVALID"),
            (b"{\"values\": 5}".to_vec(), "INVALID"),
            (vec![b'x'; 100 * 1024 * 1024], "TOO_LARGE"),
        ] {
            let refusal = karin.send(&address, bytes).await.refusal().expect("it is refused");
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                (wanted, Some("file")),
                "{refusal:?}"
            );
            assert!(
                refusal.message.contains(' ') && !refusal.message.contains("error-"),
                "{refusal:?}"
            );
        }
        assert_eq!(app.database.dump().await, before);
        for language in ["sv", "nn", "nb", "en"] {
            app.database
                .rows(&format!("update person set language = '{language}'"))
                .await;
            let refusal = karin
                .send(&address, b"Sektor;2020;2021\nJordbruk;1;x\n".to_vec())
                .await
                .refusal();
            let said = refusal.expect("it is refused").message;
            assert!(!said.contains("error-"), "{said}");
        }
    });
}

#[test]
fn only_ones_own_people_send_files_in_and_see_them() {
    on_both(async |app| {
        let [karin, omar, ingeborg] = ["karin", "omar", "ingeborg"].map(|name| app.person(name));
        let (karin, _omar, ingeborg) = (karin.await, omar.await, ingeborg.await);
        let haninge = app.organisation("Haninge").await;
        let address = format!("/imports/emissions/{haninge}/x.json");
        let refused = ingeborg.send(&address, kolada(&[(2020, 1.0)])).await.refusal().unwrap();
        assert_eq!(refused.code, "FORBIDDEN");
        let refused = app
            .stranger()
            .send(&address, kolada(&[(2020, 1.0)]))
            .await
            .refusal()
            .unwrap();
        assert_eq!(refused.code, "UNAUTHENTICATED");
        let import = send(&karin, &haninge, "x.json", kolada(&[(2020, 1.0)])).await;
        assert_eq!(look(&ingeborg, &import).await, Value::Null);
        let input = json!({ "importId": import, "source": "x", "licence": "y" });
        assert_eq!(
            ingeborg.change_refused("applyEmissionImport", input).await.code,
            "NOT_FOUND"
        );
        let seen = see(&ingeborg, &haninge).await;
        assert_eq!(
            (&seen["viewerMayEdit"], &seen["imports"]["totalCount"]),
            (&json!(false), &json!(0))
        );
        assert!(
            !seen["accounts"].as_array().unwrap().is_empty(),
            "what is published is for everybody signed in"
        );
        let nobody = app.stranger().ask(INVENTORY, json!({ "id": haninge })).await;
        assert_eq!(nobody["inventory"], Value::Null);
        // A page of another site sends nothing in.
        let foreign = karin
            .request_from("https://evil.example", Method::POST, &address)
            .body(kolada(&[(2020, 1.0)]));
        assert_eq!(foreign.send().await.unwrap().status(), 403);
    });
}

#[test]
fn what_was_only_looked_at_is_forgotten_and_what_was_taken_over_is_not() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let haninge = app.organisation("Haninge").await;
        let (taken, looked) = (
            send(&karin, &haninge, "a.json", kolada(&[(2020, 1.0)])).await,
            send(&karin, &haninge, "b.json", kolada(&[(2020, 2.0)])).await,
        );
        apply(&karin, &taken).await;
        app.clock.advance(Duration::from_secs(8 * 24 * 60 * 60));
        send(&karin, &haninge, "c.json", kolada(&[(2020, 3.0)])).await;
        assert_eq!(look(&karin, &looked).await, Value::Null);
        assert_eq!(look(&karin, &taken).await["id"], taken);
        let gone = json!({ "organisationId": haninge, "source": "KOLADA" });
        karin.change("deleteEmissionAccount", gone.clone(), "source").await;
        assert!(transport(&see(&karin, &haninge).await, "KOLADA").is_empty());
        assert_eq!(
            karin.change_refused("deleteEmissionAccount", gone).await.code,
            "NOT_FOUND"
        );
    });
}

#[test]
fn an_account_and_the_template_are_files_to_take_along() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let haninge = app.organisation("Haninge").await;
        let file = karin
            .get(&format!("/organisations/{haninge}/emissions/kolada/csv"))
            .await;
        assert_eq!(file.status, 200);
        let disposition = file.headers["content-disposition"].to_str().unwrap().to_owned();
        assert!(
            disposition.contains("filename*=UTF-8''Utsl%C3%A4pp%20Haninge.csv"),
            "{disposition}"
        );
        assert!(
            file.text.starts_with("\u{feff}Sektor;År;Ton CO2e;Källa;Licens\r\n"),
            "{}",
            &file.text[..60]
        );
        // What was taken along comes back as figures of one's own.
        let import = send(&karin, &haninge, "egen.csv", file.text.into_bytes()).await;
        assert_eq!(look(&karin, &import).await["source"], "OWN");
        let template = karin.get("/imports/template/emissions/xlsx").await;
        assert_eq!(template.status, 200);
        let template = karin.get("/imports/template/emissions/csv").await;
        assert_eq!(template.status, 200);
        // Every row has as many fields as there are headings.
        let fields = |line: &str| line.matches(';').count();
        let mut lines = template.text.lines().map(fields);
        let headings = lines.next();
        assert!(lines.all(|line| Some(line) == headings), "{}", template.text);
        assert_eq!(karin.get("/imports/template/emissions/exe").await.status, 404);
        let nobody = app
            .stranger()
            .get(&format!("/organisations/{haninge}/emissions/kolada/csv"))
            .await;
        assert_eq!(nobody.status, 401);
    });
}

#[test]
fn risks_are_written_ordered_and_removed_by_their_own() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let haninge = app.organisation("Haninge").await;
        let titles = async || {
            let seen = see(&karin, &haninge).await;
            let risks = seen["risks"].as_array().unwrap().iter();
            risks
                .map(|risk| risk["title"]["value"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let before = titles().await;
        let input = json!({ "organisationId": haninge, "title": "Ras vid ån", "severity": "LOW", "language": "SV" });
        let risk = karin.change("createClimateRisk", input, "risk { id revision }").await["risk"].clone();
        assert_eq!(titles().await.last().unwrap(), "Ras vid ån");
        let place = json!({ "id": risk["id"], "position": 0 });
        karin.change("moveClimateRisk", place, "risks { id }").await;
        assert_eq!(titles().await, [vec!["Ras vid ån".to_owned()], before.clone()].concat());
        let change =
            json!({ "id": risk["id"], "revision": 1, "severity": "HIGH", "description": "Två hus.\n\nEn väg." });
        let changed = karin
            .change(
                "updateClimateRisk",
                change.clone(),
                "risk { revision severity description { value } title { value } }",
            )
            .await;
        assert_eq!(
            changed["risk"],
            json!({ "revision": 2, "severity": "HIGH", "description": { "value": "Två hus.\n\nEn väg." }, "title": { "value": "Ras vid ån" } })
        );
        assert_eq!(karin.change_refused("updateClimateRisk", change).await.code, "CONFLICT");
        let ingeborg = app.person("ingeborg").await;
        assert_eq!(
            ingeborg
                .change_refused("deleteClimateRisk", json!({ "id": risk["id"] }))
                .await
                .code,
            "FORBIDDEN"
        );
        karin
            .change("deleteClimateRisk", json!({ "id": risk["id"] }), "id")
            .await;
        assert_eq!(titles().await, before);
    });
}

/// Inputs for the matrix of bad ones: name, who may, what they say, who may not, what else is refused.
pub async fn examples(app: &TestApp) -> Vec<(&'static str, &'static str, Value, Vec<Value>)> {
    let karin = app.person("karin").await;
    let haninge = app.organisation("Haninge").await;
    let alesund = app.organisation("Ålesund").await;
    let import = send(&karin, &haninge, "prov.json", kolada(&[(2020, 1.0)])).await;
    let risks = see(&karin, &haninge).await["risks"].clone();
    vec![
        (
            "createClimateRisk",
            "karin",
            json!({ "organisationId": haninge, "title": "Ras", "description": "Text", "severity": "LOW", "language": "SV" }),
            vec![
                json!({ "organisationId": alesund }),
                json!({ "title": "x".repeat(201) }),
            ],
        ),
        (
            "updateClimateRisk",
            "karin",
            json!({ "id": risks[0]["id"], "revision": 1, "title": "Skyfall", "description": "Text", "severity": "LOW", "language": "SV" }),
            vec![
                json!({ "title": null }),
                json!({ "severity": null }),
                json!({ "language": null }),
            ],
        ),
        (
            "moveClimateRisk",
            "karin",
            json!({ "id": risks[0]["id"], "position": 1 }),
            vec![],
        ),
        ("deleteClimateRisk", "karin", json!({ "id": risks[1]["id"] }), vec![]),
        (
            "applyEmissionImport",
            "karin",
            json!({ "importId": import, "source": "Kolada", "licence": "Källan anges" }),
            vec![json!({ "licence": "x".repeat(201) })],
        ),
        (
            "deleteEmissionAccount",
            "karin",
            json!({ "organisationId": haninge, "source": "KOLADA" }),
            vec![json!({ "organisationId": alesund }), json!({ "source": "NED" })],
        ),
    ]
}

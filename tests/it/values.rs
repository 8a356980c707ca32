//! Values of indicators out of files: looked at first, then taken over by day, all of them or none.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, TestApp, on_both};

const IMPORT: &str = "query($id: ID!) { valueImport(id: $id) { id fileName fromKolada attribution municipality others morePages \
    passedOver figures appliedAt appliedBy { name } programme { id } preview { gone unmatched { name values } \
    series { otherUnit indicator { name } values { day kind before after source licence note } } } } }";

const PROGRAMME: &str = "query($id: ID!) { programme(id: $id) { indicators { id name values { day value source licence note } } \
    changes(first: 50) { totalCount edges { node { kind name by { name } } } } } }";

async fn look(person: &Client, import: &Value) -> Value {
    person.ask(IMPORT, json!({ "id": import })).await["valueImport"].clone()
}

async fn see(person: &Client, programme: &str) -> Value {
    person.ask(PROGRAMME, json!({ "id": programme })).await["programme"].clone()
}

/// Sends a file in; gives the import's id.
async fn send(person: &Client, programme: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Value {
    let answer = person
        .send(&format!("/imports/values/{programme}/{name}"), bytes.into())
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json["id"].clone()
}

/// A programme of Haninge's that is measured by these of the catalogue.
async fn measured_by(app: &TestApp, karin: &Client, keys: &[&str]) -> (String, Vec<Value>) {
    let input = json!({ "organisationId": app.organisation("Haninge").await, "name": "Mätt" });
    let made = karin.change("createProgramme", input, "programme { id }").await;
    let programme = made["programme"]["id"].as_str().unwrap().to_owned();
    let mut ids = Vec::new();
    for key in keys {
        ids.push(add(karin, json!({ "programmeId": programme, "key": key })).await);
    }
    (programme, ids)
}

async fn add(karin: &Client, input: Value) -> Value {
    karin.change("addIndicator", input, "indicator { id }").await["indicator"]["id"].clone()
}

fn record(kpi: &str, municipality: &str, year: i64, total: f64) -> Value {
    json!({ "kpi": kpi, "municipality": municipality, "period": year, "values": [
        { "gender": "K", "count": 1, "status": "", "value": 1.0, "isdeleted": false },
        { "gender": "T", "count": 1, "status": "", "value": total, "isdeleted": false },
    ] })
}

fn kolada(records: &[Value]) -> Vec<u8> {
    let answer = json!({ "values": records, "count": records.len(), "next_url": null });
    answer.to_string().into_bytes()
}

async fn apply(person: &Client, import: &Value) -> Value {
    let input = json!({ "importId": import, "source": "Kolada (RKA)", "licence": "Källan anges" });
    person
        .change(
            "applyValueImport",
            input,
            "import { appliedAt appliedBy { name } } programme { id }",
        )
        .await
}

/// What stands of an indicator, by year.
fn values(programme: &Value, at: usize) -> Vec<(String, f64)> {
    let all = programme["indicators"][at]["values"].as_array().unwrap().iter();
    all.map(|value| {
        let day = value["day"].as_str().unwrap().to_owned();
        (day, value["value"].as_f64().unwrap())
    })
    .collect()
}

fn day(day: &str, value: f64) -> (String, f64) {
    (day.to_owned(), value)
}

#[test]
fn an_answer_of_koladas_is_looked_at_and_then_takes_the_place_of_the_same_years() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let (programme, ids) = measured_by(app, &karin, &["ghg-total", "ev-share", "cycle-path"]).await;
        let by_hand = json!({ "indicatorId": ids[0], "values": [
            { "day": "2020-12-31", "value": 300.0, "note": "Egen uppskattning" },
            { "day": "2021-12-31", "value": 290.0, "source": "Egen", "note": "Mätt i juni" },
            { "day": "2022-12-31", "value": 280.5 },
        ] });
        karin.change("setIndicatorValues", by_hand, "indicator { id }").await;
        let before = see(&karin, &programme).await;
        let answer = kolada(&[
            record("N07702", "0136", 2021, 290.0),
            record("N07702", "0136", 2022, 281.0),
            record("N07702", "0136", 2023, 270.25),
            record("N07945", "0136", 2023, 8.5),
            record("N07945", "0180", 2023, 99.0),
            record("U07426", "0136", 2023, 120.0),
            record("N99999", "0136", 2023, 5.0),
        ]);
        let import = send(&karin, &programme, "svar.json", answer.clone()).await;
        let seen = look(&karin, &import).await;
        assert_eq!(
            (
                &seen["fromKolada"],
                &seen["attribution"],
                &seen["others"],
                &seen["passedOver"],
                &seen["figures"]
            ),
            (
                &json!(true),
                &json!("Kolada (RKA)"),
                &json!(1),
                &json!(["N99999"]),
                &json!(5)
            )
        );
        assert_eq!(
            seen["preview"]["unmatched"],
            json!([{ "name": "Energianvändning per gatubelysning (U07426)", "values": 1 }])
        );
        let series = &seen["preview"]["series"];
        assert_eq!(series.as_array().unwrap().len(), 2, "the third has nothing in the file");
        let kinds = series[0]["values"].as_array().unwrap().iter();
        let kinds: Vec<_> = kinds
            .map(|value| {
                (
                    value["kind"].as_str().unwrap(),
                    value["before"].as_f64(),
                    value["after"].as_f64(),
                )
            })
            .collect();
        assert_eq!(
            kinds,
            [
                ("SAME", Some(290.0), Some(290.0)),
                ("CHANGED", Some(280.5), Some(281.0)),
                ("ADDED", None, Some(270.25))
            ]
        );
        assert_eq!(see(&karin, &programme).await, before, "looking changes nothing");

        // Only one's own people see it or take it over, and an agency's figures come with their source.
        assert_eq!(look(&ingeborg, &import).await, Value::Null);
        let input = json!({ "importId": import, "source": "x", "licence": "y" });
        assert_eq!(
            ingeborg.change_refused("applyValueImport", input).await.code,
            "NOT_FOUND"
        );
        let refused = karin
            .change_refused("applyValueImport", json!({ "importId": import }))
            .await;
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("INVALID", Some("source"))
        );

        app.clock.advance(Duration::from_secs(60));
        let taken = apply(&karin, &import).await;
        assert_eq!(taken["import"]["appliedBy"]["name"], "Karin Hedvall");
        let after = see(&karin, &programme).await;
        assert_eq!(
            values(&after, 0),
            [
                day("2020-12-31", 300.0),
                day("2021-12-31", 290.0),
                day("2022-12-31", 281.0),
                day("2023-12-31", 270.25)
            ]
        );
        assert_eq!(values(&after, 1), [day("2023-12-31", 8.5)]);
        let of_2021 = &after["indicators"][0]["values"][1];
        assert_eq!(
            (&of_2021["source"], &of_2021["licence"], &of_2021["note"]),
            (&json!("Kolada (RKA)"), &json!("Källan anges"), &json!("Mätt i juni"))
        );
        let noted = |programme: &Value| programme["changes"]["totalCount"].as_i64().unwrap();
        assert_eq!(noted(&after), noted(&before) + 2, "one change for each indicator");
        assert_eq!(after["changes"]["edges"][0]["node"]["kind"], "VALUES");
        let again = json!({ "importId": import, "source": "Kolada (RKA)", "licence": "Källan anges" });
        assert_eq!(karin.change_refused("applyValueImport", again).await.code, "CONFLICT");

        // The same once more says nothing new, and nothing is noted.
        let once_more = send(&karin, &programme, "svar.json", answer).await;
        apply(&karin, &once_more).await;
        assert_eq!(see(&karin, &programme).await, after);
    });
}

#[test]
fn a_wrong_file_changes_nothing_and_names_the_cell_in_the_readers_language() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let (programme, _) = measured_by(app, &karin, &["ghg-total"]).await;
        let theirs = app.programme(&ingeborg).await;
        let address = format!("/imports/values/{programme}/fil.csv");
        let before = app.database.dump().await;
        let refusal = async |bytes: Vec<u8>| karin.send(&address, bytes).await.refusal().expect("it is refused");
        for (bytes, wanted) in [
            (b"%PDF-1.7".to_vec(), "rätt sort"),
            (b"a;b\n1;2\n".to_vec(), "rubriker"),
            (b"{\"values\": 5}".to_vec(), "Kolada"),
            (kolada(&[record("N07702", "0180", 2023, 5.0)]), "Stockholm"),
            (kolada(&[record("N99999", "0136", 2023, 5.0)]), "N99999"),
            (
                kolada(&[record("N07702", "0136", 2023, 5.0), record("N07702", "0136", 2023, 6.0)]),
                "values[1]",
            ),
            ("Indikator;År;Värde\nEn annan;2023;5\nN07702;2023;mycket\n".into(), "C3"),
            ("Indikator;År;Värde\nN07702;2023;5\nN07702;2023-05-01;6\n".into(), "C3"),
        ] {
            let said = refusal(bytes).await;
            assert_eq!(
                (said.code.as_str(), said.field.as_deref()),
                ("INVALID", Some("file")),
                "{said:?}"
            );
            assert!(
                said.message.contains(wanted) && !said.message.contains("error-"),
                "{said:?}"
            );
        }
        let refused = ingeborg.send(&address, kolada(&[])).await.refusal().unwrap();
        assert_eq!(refused.code, "FORBIDDEN");
        let refused = app.stranger().send(&address, kolada(&[])).await.refusal().unwrap();
        assert_eq!(refused.code, "UNAUTHENTICATED");
        let refused = ingeborg
            .send(
                &format!("/imports/values/{theirs}/x.json"),
                kolada(&[record("N07702", "1508", 2023, 5.0)]),
            )
            .await
            .refusal();
        assert_eq!(refused.unwrap().code, "INVALID", "Kolada has no Norwegian figures");
        assert_eq!(app.database.dump().await, before);
        for language in ["sv", "nn", "nb", "en"] {
            app.database
                .rows(&format!("update person set language = '{language}'"))
                .await;
            let said = refusal("Indicator;Year;Value\nN07702;i fjor;5\n".into()).await;
            assert!(
                said.message.contains("B2") && said.message.contains("i fjor"),
                "{said:?}"
            );
        }
    });
}

#[test]
fn the_template_has_the_programmes_indicators_and_comes_back_filled_in() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let (programme, _) = measured_by(app, &karin, &["ghg-total", "ev-share"]).await;
        let own = json!({ "programmeId": programme, "name": "Skugga; på gårdar", "unit": "m²", "yearly": false });
        add(&karin, own).await;
        let file = karin.get(&format!("/imports/template/values/{programme}/csv")).await;
        assert_eq!(file.status, 200);
        assert_eq!(
            file.text,
            "\u{feff}Indikator;Enhet;År eller datum;Värde;Källa;Licens;Anmärkning\r\n\
             Utsläpp av växthusgaser, totalt;ton CO₂e;;;;;\r\nAndel elbilar;'%;;;;;\r\n\"Skugga; på gårdar\";m²;;;;;\r\n"
        );
        assert_eq!(
            karin
                .get(&format!("/imports/template/values/{programme}/xlsx"))
                .await
                .status,
            200
        );
        assert_eq!(
            karin
                .get(&format!("/imports/template/values/{programme}/exe"))
                .await
                .status,
            404
        );
        let nobody = app
            .stranger()
            .get(&format!("/imports/template/values/{programme}/csv"))
            .await;
        assert_eq!(nobody.status, 401);

        let filled = file
            .text
            .replace("ton CO₂e;;;;;", "kton;2023;12,5;SCB;CC0;Preliminär")
            .replace("'%;;;;;", "'%;2023;8,5;;;")
            .replace("m²;;;;;", "m²;2024-06-30;1 250;;;");
        let import = send(&karin, &programme, "egna%20v%C3%A4rden.csv", filled).await;
        let seen = look(&karin, &import).await;
        assert_eq!(
            (&seen["fileName"], &seen["fromKolada"]),
            (&json!("egna värden.csv"), &json!(false))
        );
        let series = seen["preview"]["series"].as_array().unwrap();
        assert_eq!(series[0]["otherUnit"], "kton", "it is told, since it may be a mistake");
        assert_eq!(series[1]["otherUnit"], Value::Null);
        // What stands in the sheet goes before what is said of all of it.
        apply(&karin, &import).await;
        let after = see(&karin, &programme).await;
        assert_eq!(
            after["indicators"][0]["values"],
            json!([{ "day": "2023-12-31", "value": 12.5, "source": "SCB", "licence": "CC0", "note": "Preliminär" }])
        );
        assert_eq!(
            after["indicators"][2]["values"],
            json!([{ "day": "2024-06-30", "value": 1250.0, "source": "Kolada (RKA)", "licence": "Källan anges", "note": null }])
        );

        // No more than a series may have.
        let mut many = "Indikator;År;Värde\n".to_owned();
        for at in 0..2000 {
            let day = 1 + at % 28;
            let (month, year) = (1 + at / 28 % 12, 2030 + at / 336);
            many += &format!("Skugga; på gårdar;{year}-{month:02}-{day:02};1\n")
                .replace("Skugga; på gårdar", "\"Skugga; på gårdar\"");
        }
        let import = send(&karin, &programme, "x.csv", many).await;
        let before = see(&karin, &programme).await;
        let refused = karin
            .change_refused("applyValueImport", json!({ "importId": import }))
            .await;
        assert_eq!(refused.code, "INVALID");
        assert_eq!(see(&karin, &programme).await, before, "all of it, or nothing");
    });
}

#[test]
fn what_was_deleted_meanwhile_is_refused_and_what_was_added_is_met() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let (programme, ids) = measured_by(app, &karin, &["ghg-total", "ev-share"]).await;
        let answer = || {
            kolada(&[
                record("N07702", "0136", 2023, 270.0),
                record("N07945", "0136", 2023, 8.5),
                record("N07806", "0136", 2023, 2.5),
            ])
        };
        let import = send(&karin, &programme, "a.json", answer()).await;
        karin
            .change("deleteIndicator", json!({ "id": ids[1] }), "programme { id }")
            .await;
        assert_eq!(look(&karin, &import).await["preview"]["gone"], json!(["Andel elbilar"]));
        let input = json!({ "importId": import, "source": "Kolada", "licence": "Källan anges" });
        let refused = karin.change_refused("applyValueImport", input).await;
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("INVALID", Some("importId"))
        );
        assert!(refused.message.contains("Andel elbilar"), "{refused:?}");
        assert!(values(&see(&karin, &programme).await, 0).is_empty());

        let import = send(&karin, &programme, "b.json", answer()).await;
        add(&karin, json!({ "programmeId": programme, "key": "cycle-path" })).await;
        let seen = look(&karin, &import).await;
        assert_eq!(seen["preview"]["series"][1]["values"][0]["after"], 2.5);
        apply(&karin, &import).await;
        assert_eq!(values(&see(&karin, &programme).await, 1), [day("2023-12-31", 2.5)]);

        let import = send(&karin, &programme, "c.json", answer()).await;
        karin
            .change("deleteProgramme", json!({ "id": programme }), "organisation { id }")
            .await;
        let input = json!({ "importId": import, "source": "Kolada", "licence": "Källan anges" });
        assert_eq!(karin.change_refused("applyValueImport", input).await.code, "NOT_FOUND");
        assert_eq!(look(&karin, &import).await, Value::Null);
    });
}

/// Inputs for the matrix of bad ones: name, who may, what they say, who may not, what else is refused.
pub async fn examples(app: &TestApp) -> Vec<(&'static str, &'static str, Value, Vec<Value>)> {
    let karin = app.person("karin").await;
    let (programme, _) = measured_by(app, &karin, &["ghg-total"]).await;
    let import = send(
        &karin,
        &programme,
        "prov.json",
        kolada(&[record("N07702", "0136", 2023, 1.0)]),
    )
    .await;
    vec![(
        "applyValueImport",
        "karin",
        json!({ "importId": import, "source": "Kolada (RKA)", "licence": "Källan anges" }),
        vec![json!({ "licence": null }), json!({ "source": "x".repeat(501) })],
    )]
}

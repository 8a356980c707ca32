//! Files of the shapes that are published, with figures that are made up.

use serde_json::{Value, json};

use super::*;
use crate::{
    error::Error,
    imports::reading::same_municipality,
    people::{Country, OrganisationKind},
    sheets::{Column, Table, Value as Given, as_csv, as_xlsx},
};

fn municipality(country: Country, code: &str, name: &str) -> Organisation {
    Organisation {
        id: uuid::Uuid::nil(),
        kind: OrganisationKind::Municipality,
        country,
        code: Some(code.to_owned()),
        name: name.to_owned(),
        county_code: None,
        county: None,
        population: None,
        land_area: None,
        latitude: None,
        longitude: None,
    }
}

fn haninge() -> Organisation {
    municipality(Country::Se, "0136", "Haninge")
}

fn alesund() -> Organisation {
    municipality(Country::No, "1508", "Ålesund")
}

/// Rows as they stand in a sheet: numbers as numbers, all else as text.
fn sheet(name: &str, rows: &[Value]) -> Table {
    let cell = |value: &Value| match value {
        Value::Number(number) => Given::Number(number.as_f64().unwrap()),
        Value::String(text) => text.as_str().into(),
        _ => Given::Empty,
    };
    let mut rows = rows.iter().map(|row| row.as_array().unwrap());
    // The first row takes the place of the headings that our own tables have; they are text.
    let columns = rows
        .next()
        .unwrap()
        .iter()
        .map(|text| Column::new(text.as_str().unwrap_or_default(), 9));
    Table {
        name: name.to_owned(),
        columns: columns.collect(),
        rows: rows.map(|row| row.iter().map(cell).collect()).collect(),
    }
}

fn take(bytes: Vec<u8>, organisation: &Organisation) -> Result<Statistics> {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(read(bytes.into(), organisation))
}

fn figures(statistics: &Statistics) -> Vec<(&str, i64, f64)> {
    let all = statistics.figures.iter();
    all.map(|figure| (figure.sector.as_str(), figure.year, figure.tonnes))
        .collect()
}

#[track_caller]
fn fault(read: Result<Statistics>) -> (&'static str, Value) {
    match read {
        Err(Error::Refused(refusal)) => {
            assert_eq!(refusal.field, Some("file"));
            (refusal.message, Value::Object(refusal.args))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn values_that_are_not_published_yet_are_no_wrong_key_figures_and_an_empty_address_is_no_next_page() {
    let answer = |gender: &str, value: Value| {
        let values = json!([{ "gender": gender, "count": 0, "status": "Missing", "value": value }]);
        let record = json!({ "kpi": "N85533", "municipality": "0136", "period": 2024, "values": values });
        let answer = json!({ "values": [record], "count": 1, "next_url": "" });
        take(answer.to_string().into_bytes(), &haninge())
    };
    for (gender, value) in [("T", Value::Null), ("K", json!(5))] {
        assert_eq!(fault(answer(gender, value)).0, "error-statistics-unpublished");
    }
    let read = answer("T", json!(5)).unwrap();
    assert!(!read.more_pages && read.figures.len() == 1);
}

fn kolada(version: u8, code: &str) -> Value {
    let part = |value: Value| match version {
        2 => json!([{ "count": 1, "gender": "T", "status": "", "value": value, "is_deleted": 0 }]),
        _ => json!([{ "count": 1, "gender": "T", "status": "", "value": value, "isdeleted": false }]),
    };
    let period = |year: i64| {
        if version == 2 {
            json!(year.to_string())
        } else {
            json!(year)
        }
    };
    let mut answer = json!({ "count": 5, "values": [
        { "kpi": "N85533", "municipality": code, "period": period(2022), "values": part(json!(81000.5)) },
        { "kpi": "N85533", "municipality": code, "period": period(2023), "values": part(json!(79000)) },
        { "kpi": "N85535", "municipality": code, "period": period(2023), "values": part(Value::Null) },
        { "kpi": "N00401", "municipality": code, "period": period(2023), "values": part(json!(2.4)) },
        { "kpi": "N85533", "municipality": "0180", "period": period(2023), "values": part(json!(1)) },
    ]});
    answer[if version == 2 { "next_page" } else { "next_url" }] = Value::Null;
    answer
}

#[test]
fn kolada_is_read_in_both_versions_and_only_for_oneself() {
    for version in [2, 3] {
        let read = take(kolada(version, "0136").to_string().into_bytes(), &haninge()).unwrap();
        assert_eq!(
            figures(&read),
            [("transport-total", 2022, 81000.5), ("transport-total", 2023, 79000.0)]
        );
        assert_eq!((read.others, read.more_pages), (1, false));
        assert_eq!(read.passed_over, ["N00401"]);
    }
    let pages = json!([kolada(3, "0136")]).to_string();
    assert_eq!(figures(&take(pages.into_bytes(), &haninge()).unwrap()).len(), 2);
    let mut more = kolada(3, "0136");
    more["next_url"] = json!("https://api.kolada.example/next");
    assert!(take(more.to_string().into_bytes(), &haninge()).unwrap().more_pages);
}

#[test]
fn what_is_wrong_with_an_answer_is_named() {
    let read = |value: Value, of: &Organisation| take(value.to_string().into_bytes(), of);
    assert_eq!(
        fault(read(kolada(3, "0180"), &haninge())).0,
        "error-statistics-other-municipality"
    );
    assert_eq!(fault(read(kolada(3, "0136"), &alesund())).0, "error-statistics-country");
    assert_eq!(
        fault(read(json!({ "values": [] }), &haninge())).0,
        "error-statistics-nothing"
    );
    assert_eq!(
        fault(read(json!({ "x": 1 }), &haninge())).0,
        "error-statistics-not-kolada"
    );
    assert_eq!(
        fault(take(b"{\n\"values\": [".to_vec(), &haninge())),
        ("error-statistics-json", json!({ "line": 2 }))
    );
    let mut wrong = kolada(3, "0136");
    wrong["values"][1]["values"][0]["value"] = json!("sjuttio");
    let said = fault(read(wrong.clone(), &haninge()));
    assert_eq!(
        said,
        (
            "error-statistics-number",
            json!({ "place": "values[1]", "found": "sjuttio" })
        )
    );
    wrong["values"][1]["period"] = json!("i fjol");
    assert_eq!(fault(read(wrong, &haninge())).0, "error-statistics-year");
    let mut twice = kolada(3, "0136");
    twice["values"][1] = twice["values"][0].clone();
    assert_eq!(fault(read(twice, &haninge())).0, "error-statistics-twice");
}

fn ned(value: Value) -> Vec<u8> {
    as_xlsx(&[sheet(
        "Utsläpp",
        &[
            json!(["Nationella emissionsdatabasen", "", "", "", "", ""]),
            json!(["Växthusgaser totalt, ton CO2-ekv", null, null, null, null, null]),
            json!([null, null, null, null, 1990, 2023]),
            json!(["Huvudsektor", "Undersektor", "Län", "Kommun", null, null]),
            json!(["Alla", "Alla", "Alla", "Alla", 9999, 9999]),
            json!(["Alla", "Alla", "Stockholms län", "Haninge kommun", 300, 200.5]),
            json!(["Transporter", "Alla", "Stockholms län", "Haninge kommun", 200, 150]),
            json!([
                "Transporter",
                "Personbilar",
                "Stockholms län",
                "Haninge kommun",
                100,
                value
            ]),
            json!([
                "Transporter",
                "Tunga lastbilar",
                "Stockholms län",
                "Haninge kommun",
                50,
                30
            ]),
            json!([
                "Transporter",
                "Inrikes civil sjöfart",
                "Stockholms län",
                "Haninge kommun",
                50,
                ".."
            ]),
            json!(["Jordbruk", "Alla", "Stockholms län", "Haninge kommun", 100, 50]),
            json!(["Jordbruk", "Tarmjäsning", "Stockholms län", "Haninge kommun", 60, 30]),
            json!(["Jordbruk", "Alla", "Stockholms län", "Falu kommun", 1, 1]),
        ],
    )])
    .unwrap()
}

#[test]
fn the_swedish_emission_database_is_found_under_its_headings() {
    let read = take(ned(json!(90)), &haninge()).unwrap();
    assert_eq!(
        figures(&read),
        [
            ("transport-total", 1990, 200.0),
            ("transport-total", 2023, 150.0),
            ("road-transport", 1990, 150.0),
            ("road-transport", 2023, 120.0),
            ("shipping", 1990, 50.0),
            ("agriculture", 1990, 100.0),
            ("agriculture", 2023, 50.0),
            ("total", 1990, 300.0),
            ("total", 2023, 200.5),
        ]
    );
    assert_eq!(read.others, 1);
    assert_eq!(read.municipality.as_deref(), Some("Haninge kommun"));
    assert!(read.title.unwrap().contains("ton CO2-ekv"));
    let falun = municipality(Country::Se, "2080", "Falun");
    assert_eq!(figures(&take(ned(json!(90)), &falun).unwrap()).len(), 2);
    let (message, args) = fault(take(ned(json!("nittio")), &haninge()));
    assert_eq!(message, "error-statistics-number");
    assert_eq!(args, json!({ "place": "Utsläpp!F8", "found": "nittio" }));
    assert_eq!(fault(take(ned(json!(-1)), &haninge())).0, "error-statistics-number");
    assert_eq!(fault(take(ned(json!(1)), &alesund())).0, "error-statistics-country");
}

fn detailed(heading: &str, rows: &[Value]) -> Table {
    let mut all = vec![json!([
        "Klimagass",
        "Fylke",
        "Kommunenummer",
        "Kommune",
        "År",
        "Sektor",
        "Utslippskilde",
        heading
    ])];
    all.extend(rows.iter().cloned());
    sheet("Oversikt - detaljert", &all)
}

fn norwegian() -> Vec<Value> {
    vec![
        json!([
            "CO2",
            "Møre og Romsdal",
            1508,
            "Ålesund",
            2022,
            "Veitrafikk",
            "Personbiler",
            100.25
        ]),
        json!([
            "CH4",
            "Møre og Romsdal",
            1508,
            "Ålesund",
            2022,
            "Veitrafikk",
            "Personbiler",
            0.5
        ]),
        json!([
            "CO2",
            "Møre og Romsdal",
            1508,
            "Ålesund",
            2022,
            "Avfall og avløp",
            "Avløp",
            "1 234,5"
        ]),
        json!(["CO2", "Oslo", 301, "Oslo", 2022, "Veitrafikk", "Personbiler", 7]),
    ]
}

#[test]
fn the_norwegian_account_is_summed_from_either_sheet() {
    let by_sector = sheet(
        "Oversikt - sektorfordelt",
        &[
            json!([
                "Kommunenummer",
                "Kommune",
                "År",
                "Sektor",
                "Utslipp (tonn CO2-ekvivalenter)"
            ]),
            json!([1508, "Ålesund", 2022, "Veitrafikk", 100.75]),
        ],
    );
    for heading in ["Utslipp (tonn CO₂-ekvivalenter)", "Utslipp (tonn CO2-ekvivalenter)"] {
        let book = as_xlsx(&[copy(&by_sector), detailed(heading, &norwegian())]).unwrap();
        let read = take(book, &alesund()).unwrap();
        assert_eq!(
            figures(&read),
            [("road-transport", 2022, 100.75), ("waste", 2022, 1234.5)]
        );
        assert_eq!((read.others, read.municipality.as_deref()), (1, Some("Ålesund")));
    }
    let oslo = municipality(Country::No, "0301", "Oslo");
    let book = as_xlsx(&[detailed("Utslipp", &norwegian())]).unwrap();
    assert_eq!(figures(&take(book, &oslo).unwrap()), [("road-transport", 2022, 7.0)]);
    let alone = take(as_xlsx(&[by_sector]).unwrap(), &alesund()).unwrap();
    assert_eq!(figures(&alone), [("road-transport", 2022, 100.75)]);
    let one = sheet(
        "Oversikt",
        &[
            json!(["Sektor", "2021", "2022"]),
            json!(["Sjøfart", 5, 6]),
            json!(["Sum", 5, 6]),
        ],
    );
    let read = take(as_xlsx(&[one]).unwrap(), &alesund()).unwrap();
    assert_eq!(read.municipality, None);
    assert_eq!(figures(&read).len(), 4);
    let csv = "Fylke;Kommunenummer;Kommune;År;Sektor;Utslippskilde;Klimagass;Utslipp (tonn CO2-ekvivalenter)\n\
               Møre og Romsdal;1508;Ålesund;2022;Veitrafikk;Personbiler;CO2;12345,6\n";
    let windows = encoding_rs::WINDOWS_1252.encode(csv).0.into_owned();
    assert_eq!(
        figures(&take(windows, &alesund()).unwrap()),
        [("road-transport", 2022, 12345.6)]
    );
}

#[test]
fn a_lone_sign_before_three_digits_is_settled_by_the_other_figures_or_refused() {
    let table = |figures: &[&str]| {
        let rows = figures.iter().enumerate();
        let rows = rows.map(|(at, figure)| format!("Vegtrafikk;{};{figure};SSB\n", 2020 + at));
        let csv = format!("Sektor;År;Tonn;Kilde\n{}", rows.collect::<String>());
        take(csv.into_bytes(), &alesund())
    };
    let tonnes = |figures: &[&str]| {
        let read = table(figures).unwrap();
        read.figures.iter().map(|figure| figure.tonnes).collect::<Vec<_>>()
    };
    let (message, args) = fault(table(&["10", "12.500"]));
    assert_eq!(message, "error-statistics-number-doubt");
    assert_eq!(args, json!({ "place": "C3", "found": "12.500" }));
    assert_eq!(
        fault(table(&["1,5", "12.5", "12.500"])).0,
        "error-statistics-number-doubt"
    );
    assert_eq!(tonnes(&["1,5", "12.500", "12,125"]), [1.5, 12_500.0, 12.125]);
    assert_eq!(tonnes(&["0,125", "0.125"]), [0.125, 0.125]);
    let sheet = sheet(
        "Ark1",
        &[
            json!(["Sektor", "År", "Tonn", "Kilde"]),
            json!(["Vegtrafikk", 2022, 12.125, "SSB"]),
        ],
    );
    let read = take(as_xlsx(&[sheet]).unwrap(), &alesund()).unwrap();
    assert_eq!(
        figures(&read),
        [("road-transport", 2022, 12.125)],
        "a number of a workbook is one"
    );
}

#[test]
fn figures_are_in_what_their_heading_says() {
    let read = |heading: &str| take(as_xlsx(&[detailed(heading, &norwegian()[..1])]).unwrap(), &alesund());
    for (heading, tonnes) in [
        ("Utslipp (1000 tonn CO2-ekvivalenter)", 100_250.0),
        ("Utslipp (kilotonn)", 100_250.0),
        ("Utslipp, kt", 100_250.0),
        ("Utslipp 1000 tonn", 100_250.0),
        ("Utslipp (tonn CO₂-ekvivalenter, AR5)", 100.25),
        ("Utslipp i tonn", 100.25),
    ] {
        let read = read(heading).unwrap();
        assert_eq!(figures(&read), [("road-transport", 2022, tonnes)], "{heading}");
    }
    let (message, args) = fault(read("Utslipp (per innbygger)"));
    assert_eq!(message, "error-statistics-unit");
    assert_eq!(args["place"], "Oversikt - detaljert!H1");
    let wide = sheet(
        "Oversikt",
        &[json!(["Sektor (1000 tonn)", "2021", "2022"]), json!(["Sjøfart", 5, 6])],
    );
    let read = take(as_xlsx(&[wide]).unwrap(), &alesund()).unwrap();
    assert_eq!(figures(&read)[0], ("shipping", 2021, 5000.0));
}

#[test]
fn numbers_of_before_the_country_was_divided_anew_count_for_years_without_todays() {
    let row = |code: i64, name: &str, year: i64, tonnes: f64| {
        json!([
            "CO2",
            "Møre og Romsdal",
            code,
            name,
            year,
            "Veitrafikk",
            "Personbiler",
            tonnes
        ])
    };
    let rows = [
        row(1507, "Ålesund", 2021, 55.0),
        row(1507, "Ålesund", 2022, 56.0),
        row(1508, "Ålesund", 2022, 50.0),
        row(1534, "Haram", 2021, 3.0),
    ];
    let read = take(as_xlsx(&[detailed("Utslipp", &rows)]).unwrap(), &alesund()).unwrap();
    assert_eq!(
        figures(&read),
        [("road-transport", 2021, 55.0), ("road-transport", 2022, 50.0)]
    );
    assert_eq!(read.others, 1);
    let heroy = municipality(Country::No, "1818", "Herøy");
    let rows = [row(1599, "Herøy", 2021, 55.0)];
    let read = take(as_xlsx(&[detailed("Utslipp", &rows)]).unwrap(), &heroy);
    assert_eq!(
        fault(read).0,
        "error-statistics-other-municipality",
        "two have that name"
    );
}

fn copy(table: &Table) -> Table {
    Table {
        name: table.name.clone(),
        columns: table.columns.clone(),
        rows: table.rows.clone(),
    }
}

#[test]
fn a_wrong_sheet_or_cell_is_named_and_nothing_is_read() {
    let mut rows = norwegian();
    rows[1][5] = json!("Romfart");
    let (message, args) = fault(take(as_xlsx(&[detailed("Utslipp", &rows)]).unwrap(), &alesund()));
    assert_eq!(message, "error-statistics-sector");
    assert_eq!(args, json!({ "place": "Oversikt - detaljert!F3", "found": "Romfart" }));
    rows[1][5] = json!("Veitrafikk");
    rows[2][4] = json!(22);
    let (message, args) = fault(take(as_xlsx(&[detailed("Utslipp", &rows)]).unwrap(), &alesund()));
    assert_eq!(
        (message, &args["place"]),
        ("error-statistics-year", &json!("Oversikt - detaljert!E4"))
    );
    let other = sheet("Ark1", &[json!(["Navn", "Alder"]), json!(["Kari", 5])]);
    assert_eq!(
        fault(take(as_xlsx(&[other]).unwrap(), &alesund())).0,
        "error-statistics-headings"
    );
    let elsewhere = take(as_xlsx(&[detailed("Utslipp", &norwegian()[3..])]).unwrap(), &alesund());
    assert_eq!(
        fault(elsewhere),
        ("error-statistics-other-municipality", json!({ "found": "Oslo" }))
    );
}

#[test]
fn our_own_template_comes_back_in_any_of_the_four_languages() {
    use crate::i18n::Language;
    for language in Language::ALL {
        let mut table = crate::inventory::sheet::template(language);
        for (at, row) in (0..).zip(&mut table.rows) {
            row.extend([
                Given::Whole(2023),
                Given::Number(1000.5 + f64::from(at)),
                "Egen".into(),
                "CC0".into(),
            ]);
        }
        for bytes in [as_xlsx(&[copy(&table)]).unwrap(), as_csv(&table).unwrap()] {
            let read = take(bytes, &haninge()).unwrap();
            assert_eq!(read.account, EmissionSource::Own);
            assert_eq!(read.figures.len(), table.rows.len(), "{language:?}");
            assert_eq!(read.figures[0].source.as_deref(), Some("Egen"));
            assert_eq!(read.figures[0].licence.as_deref(), Some("CC0"));
        }
    }
}

#[test]
fn a_municipality_is_known_by_all_its_names() {
    let known = |own: &str, name: &str| same_municipality(&municipality(Country::Se, "0", own), name);
    for (own, name) in [
        ("Falun", "Falu kommun"),
        ("Gotland", "Region Gotland"),
        ("Stockholm", "Stockholms stad"),
        ("Malmö", "Malmö stad"),
        ("Borås", "Borås Stad"),
        ("Upplands Väsby", "Upplands-Väsby kommun"),
        ("Guovdageaidnu – Kautokeino", "Kautokeino"),
    ] {
        assert!(known(own, name), "{own}: {name}");
    }
    assert!(!known("Haninge", "Huddinge kommun") && !known("Haninge", ""));
}

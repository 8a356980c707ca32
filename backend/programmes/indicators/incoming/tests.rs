//! Sheets as people have them, with values that are made up.

use serde_json::json;

use super::*;
use crate::{
    people::{Country, OrganisationKind},
    programmes::indicators::Direction,
    sheets::read_here,
};

fn haninge() -> Organisation {
    Organisation {
        id: uuid::Uuid::nil(),
        kind: OrganisationKind::Municipality,
        country: Country::Se,
        code: Some("0136".to_owned()),
        name: "Haninge".to_owned(),
        county_code: None,
        county: None,
        population: None,
        land_area: None,
        latitude: None,
        longitude: None,
    }
}

fn indicator(number: u128, key: Option<&str>, name: &str, unit: &str) -> Indicator {
    Indicator {
        id: Id::of(uuid::Uuid::from_u128(number)),
        programme_id: Id::of(uuid::Uuid::nil()),
        target_id: None,
        revision: 1,
        key: key.map(str::to_owned),
        name: name.to_owned(),
        unit: unit.to_owned(),
        direction: Direction::Lower,
        yearly: true,
        baseline_on: None,
        baseline_value: None,
    }
}

fn sheet(text: &str) -> Result<Content> {
    super::sheet::read(&read_here(text.as_bytes()).unwrap(), &haninge())
}

fn values(content: &Content) -> Vec<(&str, String, f64)> {
    let all = content.figures.iter();
    all.map(|figure| (figure.of.as_str(), String::from(figure.day), figure.value))
        .collect()
}

#[track_caller]
fn fault<T: std::fmt::Debug>(read: Result<T>) -> (&'static str, serde_json::Value) {
    match read {
        Err(Error::Refused(refusal)) => {
            assert_eq!(refusal.field, Some("file"));
            (refusal.message, serde_json::Value::Object(refusal.args))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_is_a_value_and_so_is_a_column_of_a_year() {
    let long = sheet(
        "Vår uppföljning;;\nIndikator;År;Utfall;Källa;Kommentar\nElbilar;2023;12,5;SCB;Prel.\nElbilar;2024-06-30;1 300;;\n\
         Elbilar;2025;..;;\nKälla: SCB;;;;\n",
    )
    .unwrap();
    assert_eq!(
        values(&long),
        [
            ("Elbilar", "2023-12-31".to_owned(), 12.5),
            ("Elbilar", "2024-06-30".to_owned(), 1300.0)
        ]
    );
    assert_eq!(
        (
            long.figures[0].source.as_deref(),
            long.figures[0].note.as_deref(),
            long.figures[0].place.as_str()
        ),
        (Some("SCB"), Some("Prel."), "C3")
    );
    let wide = sheet(
        "Nyckeltal;Kommun;2022;2023\nElbilar;Haninge;10;12\nElbilar;Huddinge;1;2\nSolceller;Haninge kommun;;3,5\n",
    )
    .unwrap();
    assert_eq!(
        values(&wide),
        [
            ("Elbilar", "2022-12-31".to_owned(), 10.0),
            ("Elbilar", "2023-12-31".to_owned(), 12.0),
            ("Solceller", "2023-12-31".to_owned(), 3.5)
        ]
    );
    assert_eq!((wide.others, wide.municipality.as_deref()), (1, Some("Haninge kommun")));
}

#[test]
fn the_cell_at_fault_is_named() {
    let rows = |rows: &str| fault(sheet(&format!("Indicator;Year;Value;Source\n{rows}\n")));
    assert_eq!(
        rows("Cars;last year;5"),
        ("error-values-day", json!({ "place": "B2", "found": "last year" }))
    );
    assert_eq!(
        rows("Cars;2020;1\nCars;2021;many"),
        ("error-values-number", json!({ "place": "C3", "found": "many" }))
    );
    assert_eq!(
        rows("Cars;2020;1e300").0,
        "error-values-number",
        "no number as people write it"
    );
    assert_eq!(
        rows(";2020;5"),
        ("error-values-nameless", json!({ "place": "A2", "found": "" }))
    );
    assert_eq!(
        rows("Cars;2020;1.250"),
        (
            "error-statistics-number-doubt",
            json!({ "place": "C2", "found": "1.250" })
        )
    );
    let settled = sheet("Indicator;Year;Value\nCars;2020;1.250\nCars;2021;12,5\n").unwrap();
    assert_eq!(settled.figures[0].value, 1250.0);
    let long = "x".repeat(501);
    assert_eq!(rows(&format!("Cars;2020;5;{long}")).0, "error-values-text");
    assert_eq!(fault(sheet("Namn;År\nx;2020\n")).0, "error-values-headings");
    assert_eq!(
        fault(sheet("Nyckeltal;Kommun;2022\nElbilar;Huddinge;1\n")),
        ("error-statistics-other-municipality", json!({ "found": "Huddinge" }))
    );
}

#[test]
fn values_find_their_indicators_by_any_of_their_names() {
    let programme = vec![
        indicator(1, Some("ghg-total"), "Hela kommunens utsläpp", "kton"),
        indicator(2, Some("ev-share"), "Andel elbilar", "%"),
        indicator(3, Some("ev-share"), "Elbilar i kommunens flotta", "%"),
        indicator(4, None, "Skugga på skolgårdar", "m²"),
    ];
    let met = |of: &str| {
        let content = sheet(&format!("Indikator;År;Värde;Enhet\n{of};2023;5;ton CO2e\n")).unwrap();
        let plan = plan(&content, programme.clone(), Vec::new()).unwrap();
        plan.series
            .iter()
            .map(|series| series.indicator.id.0.as_u128())
            .collect::<Vec<_>>()
    };
    assert_eq!(met("hela kommunens  utsläpp"), [1]);
    assert_eq!(
        met("Klimagassutslepp, totalt"),
        [1],
        "the catalogue's name, in another language"
    );
    assert_eq!(met("N07702"), [1]);
    assert_eq!(met("Andel elbilar"), [2], "its own name goes before the catalogue's");
    assert_eq!(met("Share of electric cars"), [2, 3], "the same thing twice");
    assert_eq!(met("Skugga på skolgårdar"), [4]);
    assert!(met("Skugga").is_empty() && met("%").is_empty());

    let content = sheet("Indikator;År;Värde;Enhet\nHela kommunens utsläpp;2023;5000;ton CO2e\n").unwrap();
    let plan_of = |content: &Content| plan(content, programme.clone(), Vec::new());
    let series = plan_of(&content).unwrap().series.remove(0);
    assert_eq!(series.other_unit(Language::Sv).as_deref(), Some("ton CO2e"));

    let twice = sheet("Indikator;Dato;Verdi\nAndel elbilar;2023-01-01;5\nAndel elbilar;2023;6\n").unwrap();
    assert_eq!(
        fault(plan_of(&twice)),
        ("error-values-twice", json!({ "place": "C3", "found": "Andel elbilar" }))
    );
    let same = vec![indicator(1, None, "Träd", "antal"), indicator(2, None, "Träd", "antal")];
    let content = sheet("Indikator;År;Värde\nTräd;2023;5\n").unwrap();
    assert_eq!(fault(plan(&content, same, Vec::new())).0, "error-values-several");
}

#[test]
fn what_stands_there_is_new_changed_or_the_same_and_keeps_its_note() {
    let cars = indicator(2, Some("ev-share"), "Andel elbilar", "%");
    let stands = |year: i64, value: f64| Measured {
        indicator_id: cars.id,
        day: last_of(year),
        value,
        source: Some("Egen".to_owned()),
        licence: None,
        note: Some("Räknat om".to_owned()),
    };
    let content =
        sheet("Indikator;År;Värde\nAndel elbilar;2022;5\nAndel elbilar;2023;6\nAndel elbilar;2024;7\n").unwrap();
    let plan = plan(&content, vec![cars.clone()], vec![stands(2022, 5.0), stands(2023, 5.5)]).unwrap();
    let values = &plan.series[0].values;
    let is = |at: usize| (values[at].before.is_some(), values[at].same().is_some());
    assert_eq!([is(0), is(1), is(2)], [(true, true), (true, false), (false, false)]);
    let said = Terms {
        source: None,
        licence: Some("CC0".to_owned()),
    };
    let row = values[0].row(cars.id, &said);
    assert_eq!(
        (row.source.as_deref(), row.licence.as_deref(), row.note.as_deref()),
        (Some("Egen"), Some("CC0"), Some("Räknat om"))
    );
    assert_eq!(values[1].row(cars.id, &said).note, None, "the note was the old value's");
}

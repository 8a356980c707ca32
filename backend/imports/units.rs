//! What a heading says its numbers are in: `tkr`, `mnkr`, `1000 tonn CO2-ekvivalenter`.

use crate::inventory::sectors::loose;

/// Endings of a heading in tonnes that say nothing of how much one of them is.
const A_YEAR: [&str; 9] = [
    "perår", "prår", "peryear", "årligen", "årleg", "årlig", "year", "år", "",
];
const EQUIVALENTS: [&str; 10] = [
    "koldioxidekvivalenter",
    "co2ekvivalenter",
    "co2ekvivalentar",
    "co2equivalents",
    "co2ekv",
    "co2eqv",
    "co2eq",
    "co2e",
    "co2",
    "",
];

/// How many tonnes of emissions one is; none where it is no such unit.
#[must_use]
pub fn tonnes(text: &str) -> Option<f64> {
    let unit = loose(text);
    let unit = without(&unit, &A_YEAR);
    match without(unit, &EQUIVALENTS) {
        "kg" | "kilo" | "kilogram" => Some(1e-3),
        "t" | "ton" | "tonn" | "tonne" | "tonnes" => Some(1.0),
        "1000" | "tusen" | "1000t" | "1000ton" | "1000tonn" | "1000tonnes" | "tusenton" | "tusentonn" | "tusentals"
        | "thousandtonnes" | "kt" | "kton" | "ktonn" | "kiloton" | "kilotonn" | "kilotonnes" => Some(1e3),
        "mt" | "mton" | "mtonn" | "megaton" | "megatonn" | "milltonn" | "miljonton" | "miljonerton" | "milliontonn"
        | "millionertonn" | "milliontonnes" => Some(1e6),
        _ => None,
    }
}

fn without<'a>(unit: &'a str, endings: &[&str]) -> &'a str {
    endings
        .iter()
        .find_map(|ending| unit.strip_suffix(ending))
        .unwrap_or(unit)
}

/// How many whole units of money one is, and of which currency if it says so; none where it is no such unit.
#[must_use]
pub fn money(text: &str) -> Option<(f64, Option<&'static str>)> {
    const CURRENCIES: [(&str, Option<&str>); 9] = [
        ("svenskakronor", Some("SEK")),
        ("norskekroner", Some("NOK")),
        ("kronor", None),
        ("kroner", None),
        ("sek", Some("SEK")),
        ("nok", Some("NOK")),
        ("euro", Some("EUR")),
        ("eur", Some("EUR")),
        ("kr", None),
    ];
    let unit = loose(&text.replace('€', "eur"));
    let named = CURRENCIES.iter().find_map(|(name, currency)| {
        let many = unit.strip_suffix(name).or_else(|| unit.strip_prefix(name))?;
        Some((many, *currency))
    });
    let factor = match named.map_or(unit.as_str(), |(many, _)| many) {
        "" | "hela" | "heile" | "hele" if named.is_some() => 1.0,
        "t" | "k" if named.is_some() => 1e3,
        "m" if named.is_some() => 1e6,
        "1000" | "tusen" | "tusental" | "thousand" | "thousands" => 1e3,
        "mn" | "mio" | "mill" | "milj" | "miljon" | "miljoner" | "million" | "millioner" | "millionar" | "millions"
        | "1000000" => 1e6,
        "md" | "mrd" | "miljarder" | "milliarder" | "milliardar" => 1e9,
        _ => return None,
    };
    Some((factor, named.and_then(|(_, currency)| currency)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_as_headings_write_them() {
        for (text, wanted) in [
            ("tonn CO₂-ekvivalenter", Some(1.0)),
            ("ton CO2e/år", Some(1.0)),
            ("t", Some(1.0)),
            ("1000 tonn CO2-ekvivalenter", Some(1000.0)),
            ("1 000 tonn", Some(1000.0)),
            ("kilotonn", Some(1000.0)),
            ("kt CO2e per år", Some(1000.0)),
            ("kg CO2", Some(0.001)),
            ("%", None),
            ("per innbygger", None),
        ] {
            assert_eq!(tonnes(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("kr", Some((1.0, None))),
            ("SEK", Some((1.0, Some("SEK")))),
            ("tkr", Some((1000.0, None))),
            ("1000 NOK", Some((1000.0, Some("NOK")))),
            ("NOK 1000", Some((1000.0, Some("NOK")))),
            ("k€", Some((1000.0, Some("EUR")))),
            ("tusen", Some((1000.0, None))),
            ("mnkr", Some((1e6, None))),
            ("Mkr", Some((1e6, None))),
            ("mill. kroner", Some((1e6, None))),
            ("kr/år", None),
            ("m", None),
            ("timmar", None),
        ] {
            assert_eq!(money(text), wanted, "{text}");
        }
    }
}

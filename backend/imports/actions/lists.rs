//! Cells that hold several things, with semicolons or line breaks between them: themes, the goals of the nation and the UN,
//! indicators, links and milestones. How each of them is read, and how it is shown where a row would change it.

use std::{collections::HashMap, sync::LazyLock};

use super::{check::day_of, columns::ImportColumn};
use crate::{
    actions::{
        example::{NewLink, NewMilestone, reference},
        themes,
    },
    graphql::Day,
    i18n::Language,
    inventory::sectors::loose,
    people::Country,
    programmes::objectives::{self, Objective, ObjectiveScheme},
};

/// The columns with goals that are not a municipality's own, and whose they are.
pub const OBJECTIVES: [(ImportColumn, ObjectiveScheme); 2] = [
    (ImportColumn::NationalGoals, ObjectiveScheme::National),
    (ImportColumn::Sdgs, ObjectiveScheme::Sdg),
];

/// What a piece of a cell stands for, or the sentence that says why it stands for nothing.
pub type Read<T> = Result<T, &'static str>;

pub fn pieces(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '\n']).map(str::trim).filter(|piece| !piece.is_empty())
}

/// Keys by the loose key and the loose names in the four languages.
fn by_name<'a>(names: impl Iterator<Item = (&'a str, Vec<String>)>) -> HashMap<String, &'a str> {
    let mut keys = HashMap::new();
    for (key, names) in names {
        for name in names.iter().map(String::as_str).chain([key]) {
            keys.entry(loose(name)).or_insert(key);
        }
    }
    keys
}

/// A theme's key by the key or by its name in any of the four languages.
pub fn theme(text: &str) -> Read<String> {
    static KEYS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let names = |theme: &themes::Theme| Language::ALL.map(|language| theme.name(language).to_owned()).to_vec();
        by_name(themes::all().iter().map(|theme| (theme.key.as_str(), names(theme))))
    });
    let key = KEYS.get(&loose(text)).ok_or("error-row-theme")?;
    Ok((*key).to_owned())
}

/// An indicator of the catalogue by its key or by its name in any of the four languages.
pub fn indicator(text: &str) -> Read<String> {
    static KEYS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let names = |each: &reference::Indicator| Language::ALL.map(|language| each.name(language).to_owned()).to_vec();
        by_name(
            reference::indicators()
                .iter()
                .map(|each| (each.id.as_str(), names(each))),
        )
    });
    let key = KEYS.get(&loose(text)).ok_or("error-row-indicator")?;
    Ok((*key).to_owned())
}

/// A goal of the UN's, or of a country's own, by its key, its name in any of the four languages, its number, or both.
pub fn objective(scheme: ObjectiveScheme, country: Country, text: &str) -> Read<&'static str> {
    static KEYS: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let names = |goal: &Objective| {
            let names = Language::ALL.map(|language| goal.name(language).to_owned());
            let numbered = names.each_ref().map(|name| format!("{}{name}", goal.number));
            [names, numbered].concat()
        };
        by_name(objectives::all().iter().map(|goal| (goal.key.as_str(), names(goal))))
    });
    let of_scheme = |goal: &&Objective| goal.scheme() == scheme;
    let own = |goal: &&Objective| goal.country().is_none_or(|of| of == country);
    let number = number(text);
    let key = [Some(text), number.as_deref()]
        .into_iter()
        .flatten()
        .find_map(|name| KEYS.get(&loose(name)));
    match key.and_then(|key| objectives::objective(key)).filter(of_scheme) {
        Some(goal) if own(&goal) => return Ok(&goal.key),
        Some(_) => return Err("error-row-goal-country"),
        None => {}
    }
    let numbered = |goal: &&Objective| of_scheme(goal) && own(goal) && Some(&goal.number) == number.as_ref();
    let mut found = objectives::all().iter().filter(numbered);
    match (found.next(), found.next(), scheme) {
        (Some(goal), None, _) => Ok(&goal.key),
        (_, _, ObjectiveScheme::National) => Err("error-row-national-goal"),
        (_, _, ObjectiveScheme::Sdg) => Err("error-row-sdg"),
    }
}

/// What follows a word for such goals: `13`, `SDG 13`, `FN-mål 13`, `4.6`; the last of which a spreadsheet of our countries
/// writes `4,6`.
fn number(text: &str) -> Option<String> {
    let (word, number) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let word = loose(word);
    let known = ["", "sdg", "goal", "fn", "un"].contains(&word.as_str()) || word.ends_with("mål");
    known.then(|| number.replace(',', "."))
}

/// `https://…`, or `Title: https://…`.
pub fn link(text: &str) -> Read<NewLink> {
    let at = ["https://", "http://"].iter().find_map(|scheme| text.find(scheme));
    let (name, url) = text.split_at(at.ok_or("error-row-link")?);
    let name = name.trim().trim_end_matches(':').trim_end();
    Ok(NewLink {
        url: url.to_owned(),
        name: (!name.is_empty()).then(|| name.to_owned()),
    })
}

/// `2026-05-01 Title`, or `2027 Title`, which is by the end of that year; a title alone has no day.
pub fn milestone(text: &str) -> Read<NewMilestone> {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let due = day_of(first.trim_end_matches([':', ',']), false);
    if due.is_none() && is_like_a_day(first) {
        return Err("error-row-milestone-day");
    }
    let name = match due {
        Some(_) => rest.trim_start_matches([':', '-', '–', ' ']),
        None => text,
    };
    if name.is_empty() {
        return Err("error-row-milestone");
    }
    Ok(NewMilestone {
        name: name.to_owned(),
        due,
        done: None,
    })
}

/// Whether somebody meant a day: `2026-13-01` and `31.6.26`, and not `24/7`.
fn is_like_a_day(word: &str) -> bool {
    let word = word.trim_end_matches([':', ',']);
    let signs = word.matches(['-', '.', '/']).count();
    let digits = word.matches(|c: char| c.is_ascii_digit()).count();
    signs + digits == word.chars().count() && signs > 0 && (signs > 1 || digits > 4)
}

/// Keys as the reference data orders them: the order of such a list says nothing.
pub fn theme_order(mut keys: Vec<String>) -> Vec<String> {
    keys.sort_by_key(|key| themes::all().iter().position(|theme| theme.key == *key));
    keys.dedup();
    keys
}

pub fn indicator_order(mut keys: Vec<String>) -> Vec<String> {
    keys.sort_by_key(|key| reference::indicators().iter().position(|each| each.id == *key));
    keys.dedup();
    keys
}

pub fn theme_words(keys: &[String], reader: Language) -> String {
    let known = keys.iter().filter_map(|key| themes::theme(key));
    joined(known.map(|theme| theme.name(reader).to_owned()))
}

pub fn indicator_words(keys: &[String], reader: Language) -> String {
    let known = keys.iter().filter_map(|key| reference::indicator(key));
    joined(known.map(|each| each.name(reader).to_owned()))
}

pub fn objective_words(keys: &[&str], reader: Language) -> String {
    let known = keys.iter().filter_map(|key| objectives::objective(key));
    joined(known.map(|goal| goal.name(reader).to_owned()))
}

/// Titles and addresses.
pub fn link_words<'a>(links: impl Iterator<Item = (Option<&'a str>, &'a str)>) -> String {
    joined(links.map(|(name, url)| match name {
        Some(name) => format!("{name}: {url}"),
        None => url.to_owned(),
    }))
}

/// Days, written by `day`, and titles.
pub fn milestone_words<'a>(
    milestones: impl Iterator<Item = (Option<Day>, &'a str)>,
    day: impl Fn(Day) -> String,
) -> String {
    joined(milestones.map(|(due, name)| match due {
        Some(due) => format!("{} {name}", day(due)),
        None => name.to_owned(),
    }))
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_all_languages() {
        assert_eq!(theme("Vegtrafikk").as_deref(), Ok("road-transport"));
        assert_eq!(theme("Industri, olje og gass").as_deref(), Ok("industry"));
        assert_eq!(theme("rymdfart"), Err("error-row-theme"));
        assert_eq!(indicator("Andel elbiler").as_deref(), Ok("ev-share"));
        assert_eq!(indicator("EV-share").as_deref(), Ok("ev-share"));
        assert_eq!(indicator("Lycka"), Err("error-row-indicator"));
    }

    #[test]
    fn goals_are_known_by_name_and_number_and_only_ones_own_country_has_them() {
        let sdg = |text| objective(ObjectiveScheme::Sdg, Country::Se, text);
        for text in [
            "13",
            "SDG 13",
            "sdg-13",
            "Mål 13",
            "Stoppe klimaendringene",
            "13. Bekämpa klimatförändringarna",
        ] {
            assert_eq!(sdg(text), Ok("sdg-13"), "{text}");
        }
        for text in ["18", "13.2", "0", "Frisk luft", "Rad 13", "", "x"] {
            assert_eq!(sdg(text), Err("error-row-sdg"), "{text}");
        }
        let swedish = |text| objective(ObjectiveScheme::National, Country::Se, text);
        let norwegian = |text| objective(ObjectiveScheme::National, Country::No, text);
        assert_eq!(swedish("frisk luft"), Ok("mkm-02"));
        assert_eq!(
            (swedish("Clean Air"), swedish("2"), swedish("mkm-02")),
            (Ok("mkm-02"), Ok("mkm-02"), Ok("mkm-02"))
        );
        assert_eq!(norwegian("Frisk luft"), Err("error-row-goal-country"));
        assert_eq!(
            (norwegian("4.6"), norwegian("Miljømål 4,6")),
            (Ok("no-4-6"), Ok("no-4-6"))
        );
        assert_eq!(swedish("Trygg luft ska säkras"), Err("error-row-goal-country"));
        assert_eq!(
            norwegian("5"),
            Err("error-row-national-goal"),
            "three goals have that number"
        );
        assert_eq!(
            swedish("Stoppe klimaendringene"),
            Err("error-row-national-goal"),
            "it is the UN's"
        );
    }

    #[test]
    fn links_and_milestones_are_read_as_people_write_them() {
        let read = |text| link(text).map(|link| (link.name, link.url));
        let page = || "https://haninge.example/plan:1".to_owned();
        assert_eq!(read("https://haninge.example/plan:1"), Ok((None, page())));
        assert_eq!(
            read("Plan: del 1: https://haninge.example/plan:1"),
            Ok((Some("Plan: del 1".to_owned()), page()))
        );
        for text in ["Planen", "javascript:alert(1)", "Plan: ftp://haninge.example"] {
            assert_eq!(read(text), Err("error-row-link"), "{text}");
        }
        let read = |text| milestone(text).map(|read| (read.due.map(|day| day.0.to_string()), read.name));
        for (text, due, name) in [
            ("2026-05-01 Upphandling klar", Some("2026-05-01"), "Upphandling klar"),
            ("1.5.2026: Anskaffing", Some("2026-05-01"), "Anskaffing"),
            ("2027 – Invigning", Some("2027-12-31"), "Invigning"),
            ("24/7 drift", None, "24/7 drift"),
            ("100 laddplatser", None, "100 laddplatser"),
        ] {
            assert_eq!(read(text), Ok((due.map(str::to_owned), name.to_owned())), "{text}");
        }
        for text in ["2027", "2026-05-01", "2027 –"] {
            assert_eq!(read(text), Err("error-row-milestone"), "{text}");
        }
        for text in ["2026-13-01 Klart", "31.6.26 Klart", "2026-05 Klart"] {
            assert_eq!(read(text), Err("error-row-milestone-day"), "{text}");
        }
        assert_eq!(pieces("a; b\r\nc;\n").collect::<Vec<_>>(), ["a", "b", "c"]);
    }
}

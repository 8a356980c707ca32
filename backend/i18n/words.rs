//! What somebody searches for: each word in every form, and under whatever name it has in the neighbours' languages. Nobody who
//! looks for `overvatn` knows that they look for `dagvatten`.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    Language, fold,
    terms::{self, Row},
};

/// Words of a search that count; more narrow nothing further.
const MOST: usize = 8;
/// What is shorter begins too many other words.
const LEAST: usize = 4;
/// Endings of nouns and adjectives in both countries, longer ones first.
const ENDINGS: [&str; 25] = [
    "arnas", "ernas", "ornas", "arna", "erna", "orna", "anes", "enes", "ane", "ene", "ans", "ens", "ets", "ars", "ers",
    "ors", "an", "ar", "en", "er", "et", "or", "a", "e", "t",
];
/// Those that short words have, too: bil, bilar.
const OF_SHORT_WORDS: [&str; 8] = ["arna", "erna", "ane", "ene", "ar", "en", "er", "et"];

/// Words of names that need not stand in a text.
const FILLERS: [&str; 9] = ["av", "for", "för", "i", "och", "og", "på", "til", "–"];

/// A word of a search, or a term of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// What to look for: all beginnings of any of these have to be in a text.
    pub any: Vec<Vec<String>>,
    /// Its other names that are looked for.
    pub names: Vec<Name>,
}

/// What something is called in a language.
pub type Name = (Language, &'static str);

/// What a search asks for: each of these has to be found.
#[must_use]
pub fn searched(search: &str) -> Vec<Word> {
    let folded = fold(search);
    let stems: Vec<&str> = folded.split_whitespace().take(MOST).map(stem).collect();
    let mut words = Vec::new();
    let mut rest = stems.as_slice();
    while !rest.is_empty() {
        let (count, names) = longest(rest).unwrap_or((1, &[]));
        let (term, after) = rest.split_at(count);
        rest = after;
        let mut word = Word {
            any: forms(term.iter().copied().map(str::to_owned).collect()),
            names: Vec::new(),
        };
        for name in names {
            let stems = name_stems(name.1);
            // A name that has another in it is found by that.
            let found_by = |other: &Vec<String>| other.iter().all(|part| stems.iter().any(|stem| stem.contains(part)));
            if !stems.is_empty() && !word.any.iter().any(found_by) {
                word.any.extend(forms(stems));
                word.names.push(*name);
            }
        }
        words.push(word);
    }
    words
}

/// What a folded word begins with in all its forms: `elbiler` and `elbilarna` both as `elbil`. Who searches does not say in
/// which of the languages, so the longest ending of any of them goes.
fn stem(word: &str) -> &str {
    let without = |ending: &&str| {
        let stem = word.strip_suffix(*ending)?;
        let least = if OF_SHORT_WORDS.contains(ending) {
            LEAST - 1
        } else {
            LEAST
        };
        // A t after a hard sound is the word's own: plast, effekt.
        let own = *ending == "t" && stem.ends_with(['s', 't', 'k', 'p', 'f']);
        (stem.chars().count() >= least && !own).then_some(stem)
    };
    ENDINGS.iter().find_map(without).unwrap_or(word)
}

/// A term, and as it begins where a vowel gives way to an ending: cykel and cyklar, sykkel and sykler.
fn forms(term: Vec<String>) -> Vec<Vec<String>> {
    let other = |ending: &str, put: &str| -> Option<Vec<String>> {
        let mut other = term.clone();
        let last = other.last_mut()?;
        *last = format!("{}{put}", last.strip_suffix(ending)?);
        Some(other)
    };
    let others: Vec<_> = match other("kkel", "kl").or_else(|| other("kel", "kl")) {
        Some(other) => vec![other],
        None => [other("kl", "kel"), other("kl", "kkel")]
            .into_iter()
            .flatten()
            .collect(),
    };
    [vec![term], others].concat()
}

/// How the words of a name begin; none where all of them are short.
fn name_stems(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split_whitespace().filter(|word| !FILLERS.contains(word));
    let stems: Vec<String> = words.map(|word| stem(word).to_owned()).collect();
    let says = stems.iter().any(|stem| stem.chars().count() >= LEAST);
    if says { stems } else { Vec::new() }
}

/// The longest term that a search begins with, of how many words it is, and what else it is called.
fn longest(stems: &[&str]) -> Option<(usize, &'static [Name])> {
    static NAMES: OnceLock<HashMap<String, Vec<Name>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| named(terms::rows()));
    (1..=stems.len())
        .rev()
        .find_map(|count| Some((count, names.get(&stems[..count].join(" "))?.as_slice())))
}

/// The names of what a term is the name of, by its stems.
fn named(rows: &'static [Row]) -> HashMap<String, Vec<Name>> {
    let mut named: HashMap<String, Vec<Name>> = HashMap::new();
    for row in rows.iter().filter(|row| row.is_about_the_work()) {
        let nordic = [Language::Sv, Language::Nn, Language::Nb];
        let english = row
            .main(Language::En)
            .split(", ")
            .map(|name| name.split('(').next().unwrap_or(name));
        let keys = nordic.into_iter().flat_map(|language| {
            let others = row.alternatives(language);
            others.into_iter().chain([row.main(language)])
        });
        for key in keys.chain(english) {
            let stems: Vec<String> = fold(key).split_whitespace().map(|word| stem(word).to_owned()).collect();
            for form in forms(stems) {
                let names = named.entry(form.join(" ")).or_default();
                for name in nordic.map(|language| (language, row.main(language))) {
                    if !names.iter().any(|(_, known)| *known == name.1) {
                        names.push(name);
                    }
                }
            }
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn any(search: &str) -> Vec<String> {
        let words = searched(search);
        let all = words
            .iter()
            .map(|word| word.any.iter().map(|stems| stems.join("+")).collect::<Vec<_>>());
        all.map(|any| any.join("|")).collect()
    }

    #[test]
    fn the_forms_of_a_word_have_a_beginning_in_common_in_both_countries() {
        for form in ["elbil", "elbilar", "elbilen", "elbilarna", "elbiler", "elbilane"] {
            assert_eq!(stem(form), "elbil");
        }
        for form in ["solceller", "solcellene", "solcellerna"] {
            assert_eq!(stem(form), "solcell");
        }
        for form in ["skola", "skolan", "skolor", "skolene", "skoler"] {
            assert_eq!(stem(form), "skol");
        }
        for form in ["bil", "och", "co2", "plast", "rolig", "kommun"] {
            assert_eq!(stem(form), form);
        }
    }

    #[test]
    fn a_word_is_looked_for_under_its_neighbours_names() {
        assert_eq!(any("Overvatn"), ["overvatn|dagvatt|overvann"]);
        assert_eq!(any("stormwater"), ["stormwat|dagvatt|overvatn|overvann"]);
        assert_eq!(
            any("elsykler skole"),
            ["elsykl|elsykel|elsykkel|elcykel|elcykl", "skol|skul"]
        );
        assert_eq!(
            any("biologisk mångfald"),
            ["biologisk+mångfald|naturmangfald|naturmangfold"]
        );
        assert_eq!(
            any("upphandling av möbler"),
            ["upphandling|innkjöp|anskaffels", "av", "möbl"]
        );
        // What a short word is called, or one that has another meaning next door, finds everything and nothing.
        assert_eq!(any("straum"), ["straum|ström"]);
        assert_eq!(any("rolig by tak"), ["rolig", "by", "tak"]);
        assert_eq!(any("gröna lån"), ["grön+lån"]);
        assert_eq!(any("100 %"), ["100", "%"]);
    }

    #[test]
    fn at_most_eight_words_count() {
        assert_eq!(searched("a b c d e f g h i j").len(), 8);
        assert!(searched("  ").is_empty());
    }
}

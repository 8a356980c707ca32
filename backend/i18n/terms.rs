//! Help with the neighbours' words: those in a text that its reader may misread, by the term base in `reference/`.
//! `glossary.csv` has the words, `cautions.csv` what to say of those that mislead, in the reader's language, and `abroad.csv`
//! what to say of bodies, acts and grants that only the other country has.
//!
//! Swedish and Norwegian readers understand most of each other's words, so only two kinds are explained: words that look
//! like another, and words that look like nothing they know.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

use async_graphql::SimpleObject;
use serde::Deserialize;

use super::{Language, fold, text};

/// A word of a text, and what it is called in the reader's language.
#[derive(SimpleObject, Clone, Debug, PartialEq)]
pub struct TermHelp {
    /// As it stands in the text.
    word: String,
    /// What it is called in the reader's language.
    term: String,
    /// In the reader's language.
    explanation: String,
    /// A false friend, or an institution that is not the same.
    caution: bool,
}

/// Words explained in one text at most.
const MOST: usize = 20;
/// Words in the longest term.
const LONGEST: usize = 6;

/// The words of a text that a reader may misread, each once, in order. Nothing in the reader's own language, nor between
/// the two ways of writing Norwegian; nothing of an English text, which has none of these words.
#[must_use]
pub fn help(texts: &[String], written: Language, reader: Language) -> Vec<TermHelp> {
    let foreign = matches!(
        (written, reader),
        (Language::Sv, Language::Nn | Language::Nb | Language::En)
            | (Language::Nn | Language::Nb, Language::Sv | Language::En)
    );
    if !foreign {
        return Vec::new();
    }
    let base = base();
    let mut found = Vec::new();
    let mut known = HashSet::new();
    for text in texts {
        let words: Vec<(&str, String)> = words(text).map(|word| (word, word.to_lowercase())).collect();
        let mut at = 0;
        while at < words.len() && found.len() < MOST {
            let Some((count, hit)) = base.longest(&words[at..], written) else {
                at += 1;
                continue;
            };
            let first = words[at].0;
            let last = words[at + count - 1].0;
            // Both are pieces of one text, so that what is between them is, too.
            let (start, end) = (offset(text, first), offset(text, last) + last.len());
            at += count;
            if known.insert((hit.row, hit.alternative)) {
                found.extend(base.explain(hit, &text[start..end], written, reader));
            }
        }
    }
    found
}

/// What to beware of in a text: of its words that mislead, and of bodies that are not the same on both sides of the border.
#[must_use]
pub fn cautions(text: &str, written: Language, reader: Language) -> Vec<String> {
    help(&[text.to_owned()], written, reader)
        .into_iter()
        .filter(|help| help.caution)
        .map(|help| help.explanation)
        .collect()
}

/// A body, an act or a grant that only one of the countries has.
#[derive(Deserialize)]
struct Abroad {
    country: String,
    /// What it is called, in the languages of its country.
    terms: String,
    sv: String,
    nn: String,
    nb: String,
    en: String,
}

impl Abroad {
    fn forms(&self) -> impl Iterator<Item = String> + '_ {
        let language = match self.country.as_str() {
            "SE" => Language::Sv,
            _ => Language::Nn,
        };
        self.terms.split(';').flat_map(move |term| inflected(term, language))
    }

    fn said_to(&self, reader: Language) -> &str {
        match reader {
            Language::Sv => &self.sv,
            Language::Nn => &self.nn,
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }
}

/// Their forms are few, and looked for in one text at a time.
fn abroad() -> &'static [(Abroad, Vec<Vec<String>>)] {
    static ABROAD: OnceLock<Vec<(Abroad, Vec<Vec<String>>)>> = OnceLock::new();
    ABROAD.get_or_init(|| {
        let rows: Vec<Abroad> = records(include_str!("../../reference/abroad.csv"));
        let split = |form: String| form.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let with_forms = |row: Abroad| {
            let forms = row.forms().map(split).collect();
            (row, forms)
        };
        rows.into_iter().map(with_forms).collect()
    })
}

/// What to know of the bodies, acts and grants in a text from a country ("SE", "NO"), where one is in the other: they hold
/// there only, whatever language the text is in.
#[must_use]
pub fn held_only_in(country: &str, text: &str, reader: Language) -> Vec<&'static str> {
    let words: Vec<(&str, String)> = words(text).map(|word| (word, word.to_lowercase())).collect();
    // In small letters, or as it stands: an abbreviation is nothing else.
    let is = |(word, small): &(&str, String), form: &String| small == form || word == form;
    let stands = |form: &Vec<String>| {
        let mut places = words.windows(form.len());
        places.any(|place| place.iter().zip(form).all(|(word, form)| is(word, form)))
    };
    let there = abroad().iter().filter(|(row, _)| row.country == country);
    there
        .filter(|(_, forms)| forms.iter().any(stands))
        .map(|(row, _)| row.said_to(reader))
        .collect()
}

fn offset(text: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - text.as_ptr() as usize
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .map(|word| word.trim_start_matches('-'))
        .filter(|word| !word.is_empty())
}

#[derive(Deserialize)]
pub(super) struct Row {
    sv: String,
    nn: String,
    nb: String,
    en: String,
    category: String,
    sv_alt: String,
    nn_alt: String,
    nb_alt: String,
    flag: String,
}

impl Row {
    /// Words of our own pages are not what somebody's action is about, and those that mislead are about something else.
    pub(super) fn is_about_the_work(&self) -> bool {
        !matches!(self.category.as_str(), "ui" | "event" | "status" | "false")
    }

    pub(super) fn main(&self, language: Language) -> &str {
        match language {
            Language::Sv => &self.sv,
            Language::Nn => &self.nn,
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }

    pub(super) fn alternatives(&self, language: Language) -> Vec<&str> {
        let all = match language {
            Language::Sv => &self.sv_alt,
            Language::Nn => &self.nn_alt,
            Language::Nb => &self.nb_alt,
            Language::En => return Vec::new(),
        };
        all.split(';').filter(|word| !word.is_empty()).collect()
    }
}

#[derive(Deserialize)]
struct Caution {
    term: String,
    /// Other forms of the term that it is said of.
    also: String,
    /// Compounds that end in the term are a kind of it, and have it said of them.
    compounds: String,
    sv: String,
    nn: String,
    nb: String,
}

impl Caution {
    fn said_to(&self, reader: Language) -> Option<&str> {
        let said = match reader {
            Language::Sv => &self.sv,
            Language::Nn => &self.nn,
            Language::Nb => &self.nb,
            Language::En => "",
        };
        (!said.is_empty()).then_some(said)
    }
}

/// Where a form comes from: a row's main word, or one of its others.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Hit {
    row: usize,
    alternative: Option<usize>,
}

struct Base {
    rows: Vec<Row>,
    /// By the row's Swedish word.
    cautions: HashMap<String, Caution>,
    /// All forms of the words of a language, in small letters; abbreviations as they are.
    forms: HashMap<Language, HashMap<String, Hit>>,
    /// What compounds may end in.
    heads: HashMap<Language, Vec<(String, Hit)>>,
}

fn base() -> &'static Base {
    static BASE: OnceLock<Base> = OnceLock::new();
    BASE.get_or_init(|| {
        Base::read(
            include_str!("../../reference/glossary.csv"),
            include_str!("../../reference/cautions.csv"),
        )
    })
}

/// The term base, a term in each of the languages to a row.
pub(super) fn rows() -> &'static [Row] {
    &base().rows
}

impl Base {
    fn read(glossary: &str, cautions: &str) -> Self {
        let rows: Vec<Row> = records(glossary);
        let cautions: HashMap<_, _> = records(cautions)
            .into_iter()
            .map(|caution: Caution| (caution.term.clone(), caution))
            .collect();
        let mut base = Self {
            rows,
            cautions,
            forms: HashMap::new(),
            heads: HashMap::new(),
        };
        for language in [Language::Sv, Language::Nn, Language::Nb] {
            let (forms, heads) = base.index(language);
            base.forms.insert(language, forms);
            base.heads.insert(language, heads);
        }
        base
    }

    fn index(&self, language: Language) -> (HashMap<String, Hit>, Vec<(String, Hit)>) {
        let (mut forms, mut heads) = (HashMap::new(), Vec::new());
        // Main words first: where one is another row's alternative, it is its own row's.
        for others in [false, true] {
            for (row, entry) in self.rows.iter().enumerate() {
                let caution = self.cautions.get(&entry.sv);
                // Words of the program's own pages everybody learns by using it.
                if entry.category == "ui" && caution.is_none() {
                    continue;
                }
                let main = (None, entry.main(language));
                let alternatives = entry.alternatives(language).into_iter().enumerate();
                let words: Vec<_> = match others {
                    false => vec![main],
                    true => alternatives.map(|(n, word)| (Some(n), word)).collect(),
                };
                for (alternative, word) in words {
                    let hit = Hit { row, alternative };
                    let inflected = inflected(word, language);
                    if alternative.is_none() && caution.is_some_and(|caution| caution.compounds == "yes") {
                        heads.extend(inflected.iter().map(|form| (form.clone(), hit)));
                    }
                    for form in inflected {
                        forms.entry(form).or_insert(hit);
                    }
                }
            }
        }
        (forms, heads)
    }

    /// The longest term that the words begin with, and of how many of them it is.
    fn longest(&self, words: &[(&str, String)], language: Language) -> Option<(usize, Hit)> {
        let forms = self.forms.get(&language)?;
        let most = words.len().min(LONGEST);
        let whole = (1..=most).rev().find_map(|count| {
            let joined: Vec<_> = words[..count].iter().map(|(_, small)| small.as_str()).collect();
            let abbreviation = (count == 1).then(|| forms.get(words[0].0)).flatten();
            let hit = abbreviation.or_else(|| forms.get(&joined.join(" ")))?;
            Some((count, *hit))
        });
        whole.or_else(|| {
            // "miljönämnden": what stands before is long enough to be a word of its own.
            let small = &words.first()?.1;
            let head = |(form, hit): &(String, Hit)| {
                let before = small.strip_suffix(form.as_str())?;
                (form.chars().count() >= 5 && before.chars().count() >= 4).then_some((1, *hit))
            };
            self.heads.get(&language)?.iter().find_map(head)
        })
    }

    fn explain(&self, hit: Hit, word: &str, written: Language, reader: Language) -> Option<TermHelp> {
        let row = &self.rows[hit.row];
        let theirs = row.alternatives(written);
        let own = row.alternatives(reader);
        // Where both have as many other words, they stand in pairs.
        let term = match hit.alternative {
            Some(n) if theirs.len() == own.len() => own[n],
            _ => row.main(reader),
        };
        if term.is_empty() || term.to_lowercase() == word.to_lowercase() && reader == Language::En {
            return None;
        }
        let caution = self.cautions.get(&row.sv);
        let concerned = match hit.alternative {
            None => true,
            Some(n) => caution.is_some_and(|caution| caution.also.split(';').any(|also| also == theirs[n])),
        };
        if let Some(said) = caution
            .filter(|_| concerned)
            .and_then(|caution| caution.said_to(reader))
        {
            return Some(TermHelp {
                word: word.to_owned(),
                term: term.to_owned(),
                explanation: said.to_owned(),
                caution: true,
            });
        }
        let not_the_same = hit.alternative.is_none() && (row.category == "inst" && !row.flag.is_empty());
        let readable = reader != Language::En
            && own
                .iter()
                .chain([&row.main(reader)])
                .any(|known| looks_like(word, known));
        if readable && !not_the_same {
            return None;
        }
        let id = if not_the_same { "term-equivalent" } else { "term-means" };
        Some(TermHelp {
            word: word.to_owned(),
            term: term.to_owned(),
            explanation: text(reader, id, &[("word", word.into()), ("term", term.into())]),
            caution: not_the_same,
        })
    }
}

fn records<T: for<'a> Deserialize<'a>>(csv: &str) -> Vec<T> {
    csv::Reader::from_reader(csv.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .expect("our own files are well-formed, and a test reads them")
}

/// Endings of nouns and adjectives. They are tried on every word, whatever it is: what that makes too many of are forms
/// that nobody writes.
const SWEDISH: [&str; 27] = [
    "", "a", "ar", "arna", "arnas", "ars", "e", "en", "ena", "ens", "er", "erna", "ernas", "ers", "et", "ets", "n",
    "na", "ns", "or", "orna", "ornas", "s", "t", "ts", "it", "at",
];
const NORWEGIAN: [&str; 21] = [
    "", "a", "ane", "anes", "ar", "e", "en", "ene", "enes", "ens", "er", "ers", "et", "ets", "n", "ns", "r", "s", "t",
    "ar", "te",
];
/// Those that make no other word of a short one (by, lag, var).
const SHORT: [&str; 8] = ["", "ar", "arna", "en", "er", "erna", "ene", "et"];

/// The forms in which a term may stand in a text. Of a term of several words, the first and the last are inflected.
fn inflected(term: &str, language: Language) -> Vec<String> {
    let endings: &[&str] = match language {
        Language::Sv => &SWEDISH,
        _ => &NORWEGIAN,
    };
    if term.chars().any(char::is_uppercase) {
        // A name or an abbreviation stands as it is, or with an s.
        let whole = term.to_lowercase();
        return match term.chars().any(char::is_lowercase) {
            true => vec![format!("{whole}s"), whole],
            false => vec![term.to_owned(), format!("{term}s")],
        };
    }
    let words: Vec<&str> = term.split(' ').collect();
    let forms = |word: &str, endings: &[&str]| -> Vec<String> {
        let long = word.chars().count() > 3;
        let endings = if long { endings } else { &SHORT };
        // The last vowel gives way to an ending: skola, skolor.
        let stem = if long {
            word.strip_suffix(['a', 'e']).unwrap_or(word)
        } else {
            word
        };
        let mut forms: Vec<String> = endings.iter().map(|ending| format!("{stem}{ending}")).collect();
        if stem != word {
            // The bare stem is another word, as a rule.
            forms.retain(|form| form != stem);
        }
        if !forms.iter().any(|form| form == word) {
            forms.push(word.to_owned());
        }
        forms
    };
    match words.as_slice() {
        [only] => forms(only, endings),
        [first, middle @ .., last] => {
            let firsts = forms(first, &["", "a", "e", "t", "n", "en", "na"]);
            let lasts = forms(last, endings);
            let between: String = middle.iter().map(|word| format!(" {word}")).collect();
            let join = |first: &String| -> Vec<String> {
                lasts.iter().map(|last| format!("{first}{between} {last}")).collect()
            };
            firsts.iter().flat_map(join).collect()
        }
        [] => Vec::new(),
    }
}

/// Whether a reader of the one recognises the other: at most half of the letters differ.
fn looks_like(word: &str, known: &str) -> bool {
    let plain = |text: &str| -> Vec<char> { fold(text).chars().collect() };
    let (a, b) = (plain(word), plain(known));
    let longest = a.len().max(b.len());
    distance(&a, &b) * 2 <= longest
}

/// Letters to put in, take out or change (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn helped(text: &str, written: Language, reader: Language) -> Vec<(String, String, bool)> {
        help(&[text.to_owned()], written, reader)
            .into_iter()
            .map(|help| (help.word, help.term, help.caution))
            .collect()
    }

    fn case(word: &str, term: &str, caution: bool) -> (String, String, bool) {
        (word.to_owned(), term.to_owned(), caution)
    }

    #[test]
    fn a_neighbours_words_are_explained_and_what_everybody_understands_is_not() {
        use Language::{En, Nb, Nn, Sv};
        assert_eq!(
            helped(
                "Vår åtgärd gick till kommunstyrelsen, Miljönämnden och länsstyrelsen.",
                Sv,
                Nn
            ),
            [
                case("åtgärd", "tiltak", false),
                case("kommunstyrelsen", "formannskap", true),
                case("Miljönämnden", "utval", true),
                case("länsstyrelsen", "statsforvaltar", false),
            ]
        );
        assert_eq!(
            helped("Kommunestyret vedtok tiltaket. Det var en rolig time i byen.", Nb, Sv),
            [
                case("Kommunestyret", "kommunfullmäktige", true),
                case("tiltaket", "åtgärd", false),
                case("rolig", "lugn", true),
                case("time", "timme", true),
                case("byen", "stad", true),
            ]
        );
        assert_eq!(
            helped("En allmän handling och allmänna handlingar", Sv, Nb),
            [case("allmän handling", "offentlig dokument", true)]
        );
        assert_eq!(helped("utsläppsfri fjärrvärme i vår kommun", Sv, Nb), []);
        for (written, reader) in [(Sv, Sv), (Nn, Nb), (Nb, Nn), (En, Sv)] {
            assert_eq!(helped("åtgärd tiltak kommunstyrelse", written, reader), []);
        }
        assert_eq!(helped("En åtgärd", Sv, En), [case("åtgärd", "action, measure", false)]);
    }

    #[test]
    fn words_are_whole_words_and_short_ones_stay_themselves() {
        use Language::{Nb, Sv};
        // benämnd is no nämnd, vara no var, byta no by, promotion no motion, omslag no lag.
        for text in ["benämnd", "vara", "byta", "promotion", "omslag", "eller", "rollista"] {
            assert_eq!(helped(text, Sv, Nb), [], "{text}");
        }
        assert_eq!(
            helped("KS beslutade", Sv, Nb).first(),
            Some(&case("KS", "formannskapet", true))
        );
        assert_eq!(helped("ks", Sv, Nb), []);
    }

    #[test]
    fn what_only_one_country_has_is_told_in_all_languages_and_in_every_form() {
        use Language::{En, Nb, Nn, Sv};
        let text = "Länsstyrelserna och Naturvårdsverkets regler enligt plan- och bygglagen och miljöbalkens krav. Klimatklivet \
                    och LONA betalar.";
        for reader in [Sv, Nn, Nb, En] {
            assert_eq!(held_only_in("SE", text, reader).len(), 6, "{reader:?}");
        }
        let text = "Statsforvaltaren, Miljødirektoratet, Enova og Klimasats betalte etter plan- og bygningslova.";
        assert_eq!(held_only_in("NO", text, Sv).len(), 5);
        let text = "Statsforvalterens krav etter forurensningsloven og plan- og bygningsloven";
        assert_eq!(held_only_in("NO", text, Sv).len(), 3);
        // No lona is LONA, no balk a miljöbalk, and what is Norway's is not looked for in what comes from Sweden.
        for text in ["en lona", "balken", "plan- och byggnad", "Miljødirektoratet"] {
            assert!(held_only_in("SE", text, Nb).is_empty(), "{text}");
        }
        for (row, forms) in abroad() {
            assert!(["SE", "NO"].contains(&row.country.as_str()) && !forms.is_empty());
            for reader in [Sv, Nn, Nb, En] {
                assert!(row.said_to(reader).ends_with('.'), "{}", row.terms);
            }
        }
    }

    #[test]
    fn every_flagged_term_has_something_to_say() {
        let base = base();
        for row in &base.rows {
            let flagged = matches!(row.flag.as_str(), "false_friend" | "partial") && row.category != "inst";
            assert!(!flagged || base.cautions.contains_key(&row.sv), "{} is flagged", row.sv);
        }
        for caution in base.cautions.values() {
            assert!(
                base.rows.iter().any(|row| row.sv == caution.term),
                "{} is no term",
                caution.term
            );
            let both = caution.nn.is_empty() == caution.nb.is_empty();
            assert!(
                both && !(caution.sv.is_empty() && caution.nb.is_empty()),
                "{}",
                caution.term
            );
        }
    }

    #[test]
    fn a_long_text_is_read_quickly_and_explains_a_bounded_number_of_words() {
        let every: Vec<String> = base().rows.iter().map(|row| row.sv.clone()).collect();
        let found = help(&[every.join(", ")], Language::Sv, Language::Nn);
        assert_eq!(found.len(), MOST);
    }
}

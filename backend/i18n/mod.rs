//! The four languages. Sentences are Fluent texts in `locales/`; this module reads the rooms that the server speaks
//! from ([`files`] names them), the web client reads the others. Nothing here ever falls back from one language to
//! another: that all four say the same things is a test's business.

pub mod terms;
pub mod words;

use std::sync::OnceLock;

use async_graphql::Enum;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::graphql::Day;

/// The languages that people read and write here.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Swedish
    Sv,
    /// Norwegian, Nynorsk
    Nn,
    /// Norwegian, Bokmål
    Nb,
    /// English
    En,
}

crate::db::text_enum!(Language { Sv = "sv", Nn = "nn", Nb = "nb", En = "en" });

impl Language {
    pub const ALL: [Self; 4] = [Self::Sv, Self::Nn, Self::Nb, Self::En];

    /// The best of `Accept-Language`. `no` alone says neither Nynorsk nor Bokmål and is passed over.
    #[must_use]
    pub fn negotiate(accept: &str) -> Option<Self> {
        let mut wishes: Vec<(f32, Self)> = accept
            .split(',')
            .take(20)
            .filter_map(|part| {
                let mut pieces = part.split(';');
                let tag = pieces.next()?.trim().to_ascii_lowercase();
                let weight = pieces
                    .find_map(|p| p.trim().strip_prefix("q=")?.parse().ok())
                    .unwrap_or(1.0);
                let language = Self::from_text(tag.split('-').next()?)?;
                (weight > 0.0).then_some((weight, language))
            })
            .collect();
        // A stable sort: among equals the first named wins.
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map(|(_, language)| *language)
    }
}

/// A sentence's argument.
pub type Arg<'a> = (&'a str, FluentValue<'a>);

/// The sentence `id` in `language`.
#[must_use]
pub fn text(language: Language, id: &str, args: &[Arg<'_>]) -> String {
    let bundle = bundle(language);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        tracing::error!(id, language = language.text(), "a sentence is missing");
        return id.to_owned();
    };
    let args: FluentArgs<'_> = args.iter().cloned().collect();
    bundle
        .format_pattern(pattern, Some(&args), &mut Vec::new())
        .into_owned()
}

/// Whether the server's own files have this sentence.
#[must_use]
pub fn has(language: Language, id: &str) -> bool {
    bundle(language).has_message(id)
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 4] = [const { OnceLock::new() }; 4];
    BUNDLES[language as usize].get_or_init(|| {
        let tag = language.text().parse().expect("our own four tags are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks are for mixed writing directions; ours all run one way, and mails show the marks as boxes.
        bundle.set_use_isolating(false);
        for file in files(language) {
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, errors)| {
                tracing::error!(?errors, language = language.text(), "a locale file has faults");
                resource
            });
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

fn files(language: Language) -> &'static [&'static str] {
    macro_rules! of {
        ($language:literal) => {
            &[
                include_str!(concat!("../../locales/", $language, "/errors.ftl")),
                include_str!(concat!("../../locales/", $language, "/mail.ftl")),
                include_str!(concat!("../../locales/", $language, "/conversation.ftl")),
                include_str!(concat!("../../locales/", $language, "/sheets.ftl")),
                include_str!(concat!("../../locales/", $language, "/public.ftl")),
                include_str!(concat!("../../locales/", $language, "/copying.ftl")),
                include_str!(concat!("../../locales/", $language, "/rounds.ftl")),
            ]
        };
    }
    match language {
        Language::Sv => of!("sv"),
        Language::Nn => of!("nn"),
        Language::Nb => of!("nb"),
        Language::En => of!("en"),
    }
}

/// A day as one reads it: `11. november 2026`.
#[must_use]
pub fn day(language: Language, Day(day): Day) -> String {
    let args = [
        ("day", i64::from(day.day()).into()),
        ("month", i64::from(day.month()).into()),
        ("year", day.year().to_string().into()),
    ];
    text(language, "round-day", &args)
}

/// A number as one reads it, with all its decimals: `1 234,5`.
#[must_use]
pub fn number(language: Language, number: f64) -> String {
    let (minus, thousands, decimals) = match language {
        Language::En => ("-", ',', "."),
        _ => ("−", '\u{a0}', ","),
    };
    let written = number.abs().to_string();
    let (whole, rest) = written.split_once('.').unwrap_or((&written, ""));
    let mut text = String::from(if number < 0.0 { minus } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push_str(decimals);
        text.push_str(rest);
    }
    text
}

/// A text's place in an alphabetical list, the same on both engines: folded, with the Nordic letters at the end in the
/// order å ä/æ ö/ø. One order for all four languages: Swedish and Norwegian put the three in different orders, and a
/// list of both countries can follow only one.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => key.push_str("{a"),
            'ä' | 'æ' => key.push_str("{b"),
            'ö' | 'ø' => key.push_str("{c"),
            other => push_plain(&mut key, other),
        }
    }
    key.trim().to_owned()
}

/// A text for comparing what somebody types with what somebody wrote: case and the spelling of the Nordic vowels (æ/ä,
/// ø/ö) make no difference.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = true;
    for letter in text.nfc().flat_map(char::to_lowercase) {
        match letter {
            'æ' => folded.push('ä'),
            'ø' => folded.push('ö'),
            'å' | 'ä' | 'ö' => folded.push(letter),
            space if space.is_whitespace() => {
                if !gap {
                    folded.push(' ');
                }
                gap = true;
                continue;
            }
            other => push_plain(&mut folded, other),
        }
        gap = false;
    }
    folded
}

/// Letters with marks that our languages sort and search without.
fn push_plain(out: &mut String, letter: char) {
    out.push(match letter {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'č' | 'ç' => 'c',
        'đ' | 'ð' => 'd',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ŋ' | 'ñ' => 'n',
        'ó' | 'ò' | 'ô' | 'õ' => 'o',
        'š' => 's',
        'ŧ' => 't',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ž' => 'z',
        other => other,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_as_in_the_readers_country() {
        assert_eq!(number(Language::Nn, 1_234_567.25), "1\u{a0}234\u{a0}567,25");
        assert_eq!(number(Language::Sv, -999.0), "−999");
        assert_eq!(number(Language::En, -1_000.5), "-1,000.5");
    }

    #[test]
    fn the_heaviest_language_we_have_wins_and_no_is_neither() {
        assert_eq!(Language::negotiate("nn-NO,nn;q=0.9,nb;q=0.8"), Some(Language::Nn));
        assert_eq!(Language::negotiate("de, en;q=0.2, sv-FI;q=0.7"), Some(Language::Sv));
        assert_eq!(Language::negotiate("no, en;q=0.5"), Some(Language::En));
        assert_eq!(Language::negotiate("no"), None);
        assert_eq!(Language::negotiate("nb;q=0, fr"), None);
    }

    #[test]
    fn nordic_letters_come_last_and_marks_make_no_difference() {
        let mut names = vec!["Ørsta", "Ålesund", "Zetaby", "Äppelbo", "Kárášjohka", "Kalmar"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Kalmar", "Kárášjohka", "Zetaby", "Ålesund", "Äppelbo", "Ørsta"]);
        assert_eq!(fold("  Sjøvegan  TILTAK "), "sjövegan tiltak ");
        assert_eq!(fold("a\u{30A}tga\u{308}rd"), "åtgärd");
    }

    #[test]
    fn the_server_says_the_same_things_in_all_four_languages() {
        let ids = |language| {
            let mut ids: Vec<String> = files(language)
                .concat()
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
                .collect();
            ids.sort();
            ids
        };
        let swedish = ids(Language::Sv);
        assert!(swedish.len() > 20);
        for language in Language::ALL {
            assert_eq!(ids(language), swedish, "{language:?}");
        }
    }
}

//! What people type, made fit to keep: trimmed, composed, no control characters, bounded. A text that is not acceptable is
//! refused with the field at fault; it is never cut, and never changed but for what its writer cannot see, which a paste
//! brings along.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorCode, Result};

/// One line of at most `most` characters; `None` when there is nothing in it.
///
/// # Errors
/// `INVALID` on `field`.
pub fn line(field: &'static str, text: &str, most: usize) -> Result<Option<String>> {
    bounded(field, composed(text, ' ').trim(), most, |_| false)
}

/// # Errors
/// `INVALID` on `field`, also when it is empty.
pub fn required_line(field: &'static str, text: &str, most: usize) -> Result<String> {
    line(field, text, most)?.ok_or_else(|| Error::invalid(field, "error-empty"))
}

/// Paragraphs of at most `most` characters, line ends as `\n`; `None` when there is nothing in them.
///
/// # Errors
/// `INVALID` on `field`.
pub fn paragraphs(field: &'static str, text: &str, most: usize) -> Result<Option<String>> {
    let text = composed(&text.replace("\r\n", "\n"), '\n');
    bounded(field, text.trim(), most, |c| matches!(c, '\n' | '\t'))
}

/// # Errors
/// `INVALID` on `field`, also when it is empty.
pub fn required_paragraphs(field: &'static str, text: &str, most: usize) -> Result<String> {
    paragraphs(field, text, most)?.ok_or_else(|| Error::invalid(field, "error-empty"))
}

/// The first words of a text, on one line of at most `most` characters and a sign that there is more.
#[must_use]
pub fn first_words(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// The same letters as the same signs, a line's end as `end`, and without marks that nobody sees: those that turn the
/// writing direction round could make a name look like another.
fn composed(text: &str, end: char) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
        .map(|c| match c {
            '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => end,
            c => c,
        })
        .nfc()
        .collect()
}

fn bounded(field: &'static str, text: &str, most: usize, kept: fn(char) -> bool) -> Result<Option<String>> {
    if text.chars().any(|c| c.is_control() && !kept(c)) {
        return Err(Error::invalid(field, "error-control-characters"));
    }
    if text.chars().count() > most {
        return Err(Error::new(ErrorCode::Invalid)
            .on(field)
            .saying("error-too-long")
            .with("most", most));
    }
    // Blank to a reader: spaces, joiners and other signs without ink.
    let blank = text
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}'));
    Ok((!blank).then(|| text.to_owned()))
}

/// A field of an update: left out, cleared, or given anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    #[default]
    Keep,
    Clear,
    Set(T),
}

impl<T> Change<T> {
    /// Checks a given value; what turns out to be empty clears.
    ///
    /// # Errors
    /// Whatever `check` says.
    pub fn try_map<U>(self, check: impl FnOnce(T) -> Result<Option<U>>) -> Result<Change<U>> {
        Ok(match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => check(value)?.map_or(Change::Clear, Change::Set),
        })
    }

    /// This, and then `later`.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        match later {
            Self::Keep => self,
            later => later,
        }
    }

    pub fn apply(self, to: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *to = None,
            Self::Set(value) => *to = Some(value),
        }
    }

    /// For what cannot be empty.
    ///
    /// # Errors
    /// `INVALID` on `field` when it would be cleared.
    pub fn apply_required(self, field: &'static str, to: &mut T) -> Result<()> {
        match self {
            Self::Keep => {}
            Self::Clear => return Err(Error::invalid(field, "error-empty")),
            Self::Set(value) => *to = value,
        }
        Ok(())
    }
}

impl<T> From<async_graphql::MaybeUndefined<T>> for Change<T> {
    fn from(value: async_graphql::MaybeUndefined<T>) -> Self {
        match value {
            async_graphql::MaybeUndefined::Undefined => Self::Keep,
            async_graphql::MaybeUndefined::Null => Self::Clear,
            async_graphql::MaybeUndefined::Value(value) => Self::Set(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_are_one_line_and_end_between_words() {
        assert_eq!(first_words("Ett\n\ntvå  tre", 240), "Ett två tre");
        let cut = first_words(&"ord ".repeat(200), 240);
        assert!(cut.ends_with("ord …") && cut.chars().count() <= 242, "{cut}");
    }

    #[test]
    fn what_cannot_be_kept_is_refused_and_never_changed() {
        assert_eq!(line("t", "  Elbilar  ", 20).unwrap().as_deref(), Some("Elbilar"));
        assert_eq!(line("t", " \u{200B} ", 20).unwrap(), None);
        assert!(line("t", "a\nb", 20).is_err());
        assert!(line("t", "a\u{0}b", 20).is_err());
        assert!(line("t", "åäö", 2).is_err());
        assert_eq!(line("t", "åäö", 3).unwrap().as_deref(), Some("åäö"));
        assert_eq!(paragraphs("t", "a\r\n\r\nb\n", 20).unwrap().as_deref(), Some("a\n\nb"));
        assert!(paragraphs("t", "a\u{7}b", 20).is_err());
    }

    #[test]
    fn what_a_paste_brings_along_unseen_is_no_fault() {
        let word = "\u{FEFF}\u{202A}a\u{B}b\rc\u{2028}d\u{85}e\u{2068}\u{2069}\r\n";
        assert_eq!(paragraphs("t", word, 9).unwrap().as_deref(), Some("a\nb\nc\nd\ne"));
        assert_eq!(
            line("t", "\u{202E}a\u{B}b\u{2028}c\u{FEFF}\r", 5).unwrap().as_deref(),
            Some("a b c")
        );
        assert_eq!(line("t", "\u{202E}\u{FEFF}", 5).unwrap(), None);
        assert_eq!(line("t", "a\u{30A}tga\u{308}rd", 6).unwrap().as_deref(), Some("åtgärd"));
    }
}

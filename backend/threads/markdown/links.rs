//! Addresses: which of them may be followed, and which stand in a text without any marks.

use std::ops::Range;

/// Where a link to an address leads. Only addresses of these kinds may be followed; anything else (`javascript:`, `data:`, a
/// path) is no link.
pub(super) fn followed(address: &str) -> Option<String> {
    let start: String = address.chars().take(8).flat_map(char::to_lowercase).collect();
    if address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    if start.starts_with(WWW) {
        return Some(format!("https://{address}"));
    }
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| start.starts_with(scheme))
        .then(|| address.to_owned())
}

const WWW: &str = "www.";

/// Where bare addresses stand.
pub(super) fn bare(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let small = text.to_ascii_lowercase();
    for (start, _) in small.char_indices() {
        let begins = ["https://", "http://", WWW];
        let Some(begin) = begins.into_iter().find(|begin| small[start..].starts_with(begin)) else {
            continue;
        };
        let inside = found.last().is_some_and(|last| start < last.end);
        if inside || text[..start].ends_with(char::is_alphanumeric) {
            continue;
        }
        let rest = &text[start..];
        let foreign = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '«' | '»' | '`');
        let rest = &rest[..rest.find(foreign).unwrap_or(rest.len())];
        let rest = rest.split("](").next().unwrap_or(rest);
        let rest = without_punctuation(rest);
        let names = rest.get(begin.len()..).unwrap_or_default();
        // A host has a dot in it.
        if !names.is_empty() && (begin != WWW || names.find('.').is_some_and(|dot| dot > 0)) {
            found.push(start..start + rest.len());
        }
    }
    found
}

/// The signs that close a sentence around an address are not its own.
fn without_punctuation(mut address: &str) -> &str {
    let count = |sign| address.matches(sign).count();
    let mut round = count(')').saturating_sub(count('('));
    let mut square = count(']').saturating_sub(count('['));
    while let Some(last) = address.chars().last() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '”' | '’' | '…' | '*' | '_' | '~' => {}
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

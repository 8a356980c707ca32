//! What a message's text means. People write a small Markdown; this reads it into pieces and makes of them safe HTML and
//! plain text. The HTML is made of our own tags and of escaped text, nothing else: a tag that somebody typed is text here.
//!
//! A mention stands in the text as `@[Name](person_…)`, `@[Name](municipality_…)` or `@[…](everybody)`.

mod links;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use uuid::Uuid;

use crate::{
    actions::Action,
    graphql::{Id, Kind, decode},
    people::{Person, organisations},
};

/// Whom a mention addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    Person(Id<Person>),
    Organisation(Uuid),
    Everybody,
    /// It has the form of a mention, but there can be nobody of this id.
    Nobody,
}

impl Target {
    fn read(address: &str) -> Option<Self> {
        const KINDS: [&str; 3] = [Person::PREFIX, organisations::MUNICIPALITY, organisations::OTHER];
        if address == "everybody" {
            return Some(Self::Everybody);
        }
        let prefix = address.split('_').next().filter(|prefix| KINDS.contains(prefix))?;
        Some(match decode(address) {
            Some((_, id)) if prefix == Person::PREFIX => Self::Person(Id::of(id)),
            Some((_, id)) => Self::Organisation(id),
            None => Self::Nobody,
        })
    }
}

/// One mention, and where in the text it stands.
#[derive(Debug, PartialEq)]
pub struct Found {
    pub target: Target,
    pub label: String,
    /// As it was written: `person_…`.
    address: String,
    place: Range<usize>,
}

#[derive(Debug)]
enum Piece {
    Open(Block),
    Close(Block),
    Text(String),
    Code(String),
    Break,
    Rule,
    Mention(Found),
}

/// What encloses other pieces.
#[derive(Clone, Debug, PartialEq)]
enum Block {
    Paragraph,
    Quote,
    Preformatted,
    /// Its first number; none when it has no numbers.
    List(Option<u64>),
    Item,
    Emphasis,
    Strong,
    /// An address that may be followed.
    Link(String),
}

/// Enclosed this deep at most; what is deeper is shown, but not as more deeply enclosed.
const DEPTH: usize = 12;

fn pieces(body: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    // What stands at the end of all that is open, the innermost last; `None` for what leaves no mark.
    let mut open: Vec<Option<Piece>> = Vec::new();
    // A mention whose end has not come yet.
    let mut mention: Option<Found> = None;
    let source = muted(body);
    let parser = Parser::new_ext(&source, Options::empty()).into_offset_iter();
    for (event, place) in TextMergeWithOffset::new(parser) {
        if let Some(found) = &mut mention {
            match event {
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => found.label.push_str(&typed(&text)),
                Event::SoftBreak | Event::HardBreak => found.label.push(' '),
                Event::End(TagEnd::Link) => out.extend(mention.take().map(Piece::Mention)),
                _ => {}
            }
            continue;
        }
        let inside = |kind: fn(&Block) -> bool| {
            let mut ends = open.iter().flatten();
            ends.any(|end| matches!(end, Piece::Close(block) if kind(block)))
        };
        match event {
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url,
                ..
            }) if body[..place.start].ends_with('@') && ends_with_at(&out) && Target::read(&dest_url).is_some() => {
                drop_at(&mut out);
                mention = Target::read(&dest_url).map(|target| Found {
                    target,
                    label: String::new(),
                    address: dest_url.to_string(),
                    place: place.start - 1..place.end,
                });
            }
            Event::Start(tag) => {
                let deep = open.iter().filter(|end| matches!(end, Some(Piece::Close(_)))).count();
                let in_link = inside(|block| matches!(block, Block::Link(_)));
                match block(&tag).filter(|block| deep < DEPTH && !(in_link && matches!(block, Block::Link(_)))) {
                    Some(block) => {
                        out.push(Piece::Open(block.clone()));
                        open.push(Some(Piece::Close(block)));
                    }
                    None => open.push(address(&tag).map(|address| Piece::Text(format!(" ({address})")))),
                }
            }
            Event::End(end) => {
                if end == TagEnd::HtmlBlock && matches!(out.last(), Some(Piece::Break)) {
                    out.pop();
                }
                // Without words of its own a link shows where it leads.
                if let Some(Piece::Open(Block::Link(address))) = out.last() {
                    out.push(Piece::Text(address.clone()));
                }
                out.extend(open.pop().flatten());
            }
            // Both kinds of tags that somebody typed are what they typed.
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let text = typed(&text);
                if inside(|block| matches!(block, Block::Link(_) | Block::Preformatted)) {
                    out.push(Piece::Text(text));
                    continue;
                }
                for (n, line) in text.split('\n').enumerate() {
                    out.extend((n > 0).then_some(Piece::Break));
                    linked(line, &mut out);
                }
            }
            Event::Code(text) => out.push(Piece::Code(typed(&text))),
            Event::SoftBreak | Event::HardBreak => out.push(Piece::Break),
            Event::Rule => out.push(Piece::Rule),
            // Of extensions that are not switched on.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }
    out
}

/// Signs that would mean something where they only are a part of the text, and what stands for them while it is read: signs
/// that no text has.
const MUTED: [(char, char); 3] = [(':', '\u{1}'), ('*', '\u{2}'), ('_', '\u{3}')];

/// The text, of the same length, without what would make some of it vanish: definitions (`[x]: …`), which show nothing, and
/// emphasis inside bare addresses.
fn muted(body: &str) -> String {
    let [(_, colon), (_, star), (_, underscore)] = MUTED;
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    for place in links::bare(body) {
        // Here they mean nothing, and these signs must not stand.
        if body[..place.start].ends_with('<') || body[..place.start].trim_end().ends_with("](") {
            continue;
        }
        out.push_str(&body[at..place.start]);
        let mut escaped = false;
        for letter in body[place.clone()].chars() {
            out.push(match letter {
                '*' if !escaped => star,
                '_' if !escaped => underscore,
                letter => letter,
            });
            escaped = letter == '\\' && !escaped;
        }
        at = place.end;
    }
    out.push_str(&body[at..]);
    out.replace("]:", &format!("]{colon}"))
}

/// What of [`muted`] text was typed.
fn typed(text: &str) -> String {
    let sign = |letter| {
        MUTED
            .iter()
            .find(|(_, instead)| *instead == letter)
            .map(|(sign, _)| *sign)
    };
    text.chars().map(|letter| sign(letter).unwrap_or(letter)).collect()
}

/// Headings and images are not made: what they say is.
fn block(tag: &Tag<'_>) -> Option<Block> {
    match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock => Some(Block::Paragraph),
        Tag::BlockQuote(_) => Some(Block::Quote),
        Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Some(Block::Preformatted),
        Tag::List(first) => Some(Block::List(*first)),
        Tag::Item => Some(Block::Item),
        Tag::Emphasis => Some(Block::Emphasis),
        Tag::Strong => Some(Block::Strong),
        Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            ..
        } => links::followed(&format!("mailto:{dest_url}")).map(Block::Link),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => links::followed(&typed(dest_url)).map(Block::Link),
        _ => None,
    }
}

/// The address that was typed for something beside its words.
fn address(tag: &Tag<'_>) -> Option<String> {
    match tag {
        Tag::Link {
            link_type: LinkType::Inline,
            dest_url,
            ..
        }
        | Tag::Image { dest_url, .. } => Some(typed(dest_url)).filter(|address| !address.is_empty()),
        _ => None,
    }
}

fn ends_with_at(out: &[Piece]) -> bool {
    matches!(out.last(), Some(Piece::Text(text)) if text.ends_with('@'))
}

fn drop_at(out: &mut Vec<Piece>) {
    if let Some(Piece::Text(text)) = out.last_mut() {
        text.pop();
        if text.is_empty() {
            out.pop();
        }
    }
}

/// A text in which bare addresses become links.
fn linked(text: &str, out: &mut Vec<Piece>) {
    let mut at = 0;
    for place in links::bare(text) {
        if let Some(link) = links::followed(&text[place.clone()]).map(Block::Link) {
            out.extend((at < place.start).then(|| Piece::Text(text[at..place.start].to_owned())));
            out.push(Piece::Open(link.clone()));
            out.push(Piece::Text(text[place.clone()].to_owned()));
            out.push(Piece::Close(link));
            at = place.end;
        }
    }
    out.extend((at < text.len()).then(|| Piece::Text(text[at..].to_owned())));
}

// ---- what is made of it ---------------------------------------------------------------------------------------------

/// The text as HTML that can stand in any page.
#[must_use]
pub fn html(body: &str) -> String {
    let mut out = String::with_capacity(body.len() * 5 / 4 + 16);
    for piece in pieces(body) {
        match piece {
            Piece::Open(block) => match block {
                Block::Paragraph => out.push_str("<p>"),
                Block::Quote => out.push_str("<blockquote>"),
                Block::Preformatted => out.push_str("<pre><code>"),
                Block::List(None) => out.push_str("<ul>"),
                Block::List(Some(1)) => out.push_str("<ol>"),
                Block::List(Some(first)) => out.push_str(&format!("<ol start=\"{first}\">")),
                Block::Item => out.push_str("<li>"),
                Block::Emphasis => out.push_str("<em>"),
                Block::Strong => out.push_str("<strong>"),
                Block::Link(address) => {
                    out.push_str("<a href=\"");
                    escape(&address, &mut out);
                    out.push_str("\" rel=\"nofollow noopener ugc\">");
                }
            },
            Piece::Close(block) => out.push_str(match block {
                Block::Paragraph => "</p>",
                Block::Quote => "</blockquote>",
                Block::Preformatted => "</code></pre>",
                Block::List(None) => "</ul>",
                Block::List(Some(_)) => "</ol>",
                Block::Item => "</li>",
                Block::Emphasis => "</em>",
                Block::Strong => "</strong>",
                Block::Link(_) => "</a>",
            }),
            Piece::Text(text) => escape(&text, &mut out),
            Piece::Code(text) => {
                out.push_str("<code>");
                escape(&text, &mut out);
                out.push_str("</code>");
            }
            Piece::Break => out.push_str("<br>"),
            Piece::Rule => out.push_str("<hr>"),
            Piece::Mention(found) if found.target == Target::Nobody => {
                out.push('@');
                escape(&found.label, &mut out);
            }
            Piece::Mention(found) => {
                out.push_str("<span class=\"mention\" data-id=\"");
                escape(&found.address, &mut out);
                out.push_str("\">@");
                escape(&found.label, &mut out);
                out.push_str("</span>");
            }
        }
    }
    out
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
}

/// The text without its marks: a line for each paragraph and each point of a list.
#[must_use]
pub fn plain(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut numbers: Vec<Option<u64>> = Vec::new();
    for piece in pieces(body) {
        match piece {
            Piece::Open(Block::List(first)) => {
                line(&mut out);
                numbers.push(first);
            }
            Piece::Close(Block::List(_)) => {
                numbers.pop();
                line(&mut out);
            }
            Piece::Open(Block::Item) => {
                line(&mut out);
                match numbers.last_mut() {
                    Some(Some(number)) => {
                        out.push_str(&format!("{number}. "));
                        *number = number.saturating_add(1);
                    }
                    _ => out.push_str("- "),
                }
            }
            Piece::Close(Block::Paragraph | Block::Quote | Block::Preformatted | Block::Item)
            | Piece::Open(Block::Quote | Block::Preformatted)
            | Piece::Break
            | Piece::Rule => line(&mut out),
            Piece::Open(_) | Piece::Close(_) => {}
            Piece::Text(text) | Piece::Code(text) => out.push_str(&text),
            Piece::Mention(found) => {
                out.push('@');
                out.push_str(&found.label);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// The mentions, in the order in which they stand.
#[must_use]
pub fn mentions(body: &str) -> Vec<Found> {
    pieces(body)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Mention(found) => Some(found),
            _ => None,
        })
        .collect()
}

/// The text with other names in its mentions.
#[must_use]
pub fn renamed<'a>(body: &str, name: impl Fn(&Target) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    for found in mentions(body) {
        let Some(name) = name(&found.target) else { continue };
        out.push_str(&body[at..found.place.start]);
        out.push_str(&format!("@[{}]({})", literal(name), found.address));
        at = found.place.end;
    }
    out.push_str(&body[at..]);
    out
}

/// A name or a line as Markdown that says just that, whatever signs are in it.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() && !matches!(letter, '.' | ',' | '\'' | '-' | '(' | ')' | '/' | ':') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The text as Markdown for elsewhere: mentions are names, and what is no tag and no definition here is none there. It is a
/// quote, so that what it leaves open ends with it.
#[must_use]
pub fn carried(body: &str) -> String {
    let mut changes: Vec<(Range<usize>, String)> = mentions(body)
        .into_iter()
        .map(|found| (found.place, format!("@{}", literal(&found.label))))
        .collect();
    let source = muted(body);
    let mut in_code = false;
    for (event, place) in Parser::new_ext(&source, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Html(_) | Event::InlineHtml(_) => {
                let shown = body[place.clone()].replace('&', "&amp;").replace('<', "&lt;");
                changes.push((place, shown.replace("]:", "]\\:")));
            }
            Event::Text(_) if !in_code => {
                let colons = source[place.clone()].match_indices(MUTED[0].1);
                changes.extend(colons.map(|(at, _)| (place.start + at..place.start + at + 1, "\\:".to_owned())));
            }
            _ => {}
        }
    }
    changes.sort_by_key(|(place, _)| place.start);
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    for (place, shown) in changes {
        // Inside a mention, which is a name now.
        if place.start < at {
            continue;
        }
        out.push_str(&body[at..place.start]);
        out.push_str(&shown);
        at = place.end;
    }
    out.push_str(&body[at..]);
    let lines: Vec<_> = out.lines().map(|line| format!("> {line}")).collect();
    lines.join("\n")
}

/// The writer's own words, without code, addresses and names: what a reader may stumble over.
#[must_use]
pub fn words(body: &str) -> Vec<String> {
    let mut hidden = 0;
    let mut out = Vec::new();
    for piece in pieces(body) {
        match piece {
            Piece::Open(Block::Link(_) | Block::Preformatted) => hidden += 1,
            Piece::Close(Block::Link(_) | Block::Preformatted) => hidden -= 1,
            Piece::Text(text) if hidden == 0 => out.push(text),
            _ => {}
        }
    }
    out
}

/// Actions that a text links to at most; the others are plain addresses.
const ACTIONS: usize = 5;

/// The actions that the text links to: by their address under `origin` (anywhere, as long as the server has not been told
/// its own), or by their bare id.
#[must_use]
pub fn actions(body: &str, origin: &str) -> Vec<Id<Action>> {
    let mut out = Vec::new();
    let mut add = |id: &str| {
        if let Some((Action::PREFIX, id)) = decode(id)
            && out.len() < ACTIONS
            && !out.contains(&Id::of(id))
        {
            out.push(Id::of(id));
        }
    };
    let mut in_code = false;
    let mut in_link = false;
    for piece in pieces(body) {
        match piece {
            Piece::Open(Block::Preformatted) => in_code = true,
            Piece::Close(Block::Preformatted) => in_code = false,
            Piece::Open(Block::Link(address)) => {
                in_link = true;
                let path = address
                    .strip_prefix(origin)
                    .and_then(|path| path.strip_prefix("/actions/"));
                if let Some(id) = path.and_then(|path| path.split(['/', '?', '#']).next()) {
                    add(id);
                }
            }
            Piece::Close(Block::Link(_)) => in_link = false,
            Piece::Text(text) if !in_code && !in_link => {
                text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .for_each(&mut add);
            }
            _ => {}
        }
    }
    out
}

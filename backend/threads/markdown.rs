//! What a message's text means. People write a small Markdown; this reads it into pieces and makes of them safe HTML and
//! plain text. The HTML is made of our own tags and of escaped text, nothing else: a tag that somebody typed is text here.
//!
//! A mention stands in the text as `@[Name](person_…)`, `@[Name](municipality_…)` or `@[…](everybody)`.

use std::{borrow::Cow, ops::Range};

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
enum Piece<'a> {
    Open(Block),
    Close(Block),
    Text(Cow<'a, str>),
    Code(Cow<'a, str>),
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

fn pieces(body: &str) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    // The innermost last; `None` for what leaves no mark.
    let mut open: Vec<Option<Block>> = Vec::new();
    // A mention whose end has not come yet.
    let mut mention: Option<Found> = None;
    let parser = Parser::new_ext(body, Options::empty()).into_offset_iter();
    for (event, place) in TextMergeWithOffset::new(parser) {
        if let Some(found) = &mut mention {
            match event {
                Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => found.label.push_str(&text),
                Event::SoftBreak | Event::HardBreak => found.label.push(' '),
                Event::End(TagEnd::Link) => out.extend(mention.take().map(Piece::Mention)),
                _ => {}
            }
            continue;
        }
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
                let block = block(tag).filter(|_| open.iter().flatten().count() < DEPTH);
                out.extend(block.clone().map(Piece::Open));
                open.push(block);
            }
            Event::End(_) => {
                out.extend(open.pop().flatten().map(Piece::Close));
            }
            // Both kinds of tags that somebody typed are what they typed.
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let inside = |kind: fn(&Block) -> bool| open.iter().flatten().any(kind);
                if inside(|block| matches!(block, Block::Link(_) | Block::Preformatted)) {
                    out.push(Piece::Text(text.into_string().into()));
                } else {
                    linked(&text, &mut out);
                }
            }
            Event::Code(text) => out.push(Piece::Code(text.into_string().into())),
            Event::SoftBreak | Event::HardBreak => out.push(Piece::Break),
            Event::Rule => out.push(Piece::Rule),
            // Of extensions that are not switched on.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }
    out
}

/// Headings and images are not made: what they say is.
fn block(tag: Tag<'_>) -> Option<Block> {
    match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock => Some(Block::Paragraph),
        Tag::BlockQuote(_) => Some(Block::Quote),
        Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Some(Block::Preformatted),
        Tag::List(first) => Some(Block::List(first)),
        Tag::Item => Some(Block::Item),
        Tag::Emphasis => Some(Block::Emphasis),
        Tag::Strong => Some(Block::Strong),
        Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            ..
        } => followed(&format!("mailto:{dest_url}")),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => followed(&dest_url),
        _ => None,
    }
}

/// Only addresses of these kinds may be followed; anything else (`javascript:`, `data:`, a path) is no link.
fn followed(address: &str) -> Option<Block> {
    let start: String = address.chars().take(8).flat_map(char::to_lowercase).collect();
    let known = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| start.starts_with(scheme));
    let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace());
    (known && clean).then(|| Block::Link(address.to_owned()))
}

fn ends_with_at(out: &[Piece<'_>]) -> bool {
    matches!(out.last(), Some(Piece::Text(text)) if text.ends_with('@'))
}

fn drop_at(out: &mut Vec<Piece<'_>>) {
    if let Some(Piece::Text(text)) = out.last_mut() {
        text.to_mut().pop();
        if text.is_empty() {
            out.pop();
        }
    }
}

/// A text in which bare addresses become links.
fn linked(text: &str, out: &mut Vec<Piece<'_>>) {
    let mut rest = text;
    while let Some((start, end)) = address(rest) {
        if start > 0 {
            out.push(Piece::Text(rest[..start].to_owned().into()));
        }
        let found = &rest[start..end];
        let link = followed(found);
        out.extend(link.clone().map(Piece::Open));
        out.push(Piece::Text(found.to_owned().into()));
        out.extend(link.map(Piece::Close));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        out.push(Piece::Text(rest.to_owned().into()));
    }
}

/// Where the first bare address begins and ends.
fn address(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find("http")?;
        let rest = &text[start..];
        let scheme = ["https://", "http://"]
            .into_iter()
            .find(|scheme| rest.starts_with(scheme));
        let begins = !text[..start].ends_with(char::is_alphanumeric);
        if let Some(scheme) = scheme.filter(|_| begins) {
            let end = rest
                .find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '«' | '»'))
                .unwrap_or(rest.len());
            let end = without_punctuation(&rest[..end]);
            if end > scheme.len() {
                return Some((start, start + end));
            }
        }
        from = start + "http".len();
    }
}

/// The end of an address: the signs that close a sentence around it are not its own.
fn without_punctuation(address: &str) -> usize {
    let mut address = address;
    while let Some(last) = address.chars().last() {
        let foreign = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '”' | '’' | '…' | '*' | '_' | '~' => true,
            ')' => address.matches('(').count() < address.matches(')').count(),
            ']' => address.matches('[').count() < address.matches(']').count(),
            _ => false,
        };
        if !foreign {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
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

/// The text as Markdown for elsewhere: mentions are names, and what is no tag here is none there.
#[must_use]
pub fn carried(body: &str) -> String {
    let mut changes: Vec<(Range<usize>, String)> = mentions(body)
        .into_iter()
        .map(|found| (found.place, format!("@{}", literal(&found.label))))
        .collect();
    for (event, place) in Parser::new_ext(body, Options::empty()).into_offset_iter() {
        if let Event::Html(_) | Event::InlineHtml(_) = event
            && !changes
                .iter()
                .any(|(other, _)| other.start < place.end && place.start < other.end)
        {
            let shown = body[place.clone()].replace('&', "&amp;").replace('<', "&lt;");
            changes.push((place, shown));
        }
    }
    changes.sort_by_key(|(place, _)| place.start);
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    for (place, shown) in changes {
        out.push_str(&body[at..place.start]);
        out.push_str(&shown);
        at = place.end;
    }
    out.push_str(&body[at..]);
    out
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
            Piece::Text(text) if hidden == 0 => out.push(text.into_owned()),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KARIN: &str = "person_01h455vb4pex5vsknk084sn02q";
    const HANINGE: &str = "municipality_01h455vb4pex5vsknk084sn02q";

    #[test]
    fn the_small_markdown_becomes_html() {
        for (body, wanted) in [
            (
                "**fet** och *kursiv* `kod`",
                "<p><strong>fet</strong> och <em>kursiv</em> <code>kod</code></p>",
            ),
            ("rad\nrad\n\nstycke", "<p>rad<br>rad</p><p>stycke</p>"),
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("3. c\n4. d", "<ol start=\"3\"><li>c</li><li>d</li></ol>"),
            ("> citat", "<blockquote><p>citat</p></blockquote>"),
            ("```\n<b> & c\n```", "<pre><code>&lt;b&gt; &amp; c\n</code></pre>"),
            (
                "[här](https://a.se/?q=1&r=2)",
                "<p><a href=\"https://a.se/?q=1&amp;r=2\" rel=\"nofollow noopener ugc\">här</a></p>",
            ),
            (
                "se https://a.se/x_y_z, eller (http://b.no/).",
                "<p>se <a href=\"https://a.se/x_y_z\" rel=\"nofollow noopener ugc\">https://a.se/x_y_z</a>, eller (<a href=\"http://b.no/\" rel=\"nofollow noopener ugc\">http://b.no/</a>).</p>",
            ),
            ("# rubrik", "<p>rubrik</p>"),
            (
                "![bild](https://a.se/b.png)",
                "<p><a href=\"https://a.se/b.png\" rel=\"nofollow noopener ugc\">bild</a></p>",
            ),
            (
                "<a@b.no>",
                "<p><a href=\"mailto:a@b.no\" rel=\"nofollow noopener ugc\">a@b.no</a></p>",
            ),
            ("5 < 6 <b>inte fet</b>", "<p>5 &lt; 6 &lt;b&gt;inte fet&lt;/b&gt;</p>"),
            (
                "<script>alert(1)</script>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
            ),
            (
                "[x](javascript:alert(1)) [y](/sidan) [z](data:text/html,x)",
                "<p>x y z</p>",
            ),
            ("[x](JaVaScRiPt:alert(1)) [y](java&#10;script:1)", "<p>x y</p>"),
        ] {
            assert_eq!(html(body), wanted, "{body}");
        }
    }

    #[test]
    fn mentions_are_read_wherever_people_write_but_not_in_code() {
        let body = format!(
            "**@[Karin \\[K\\]]({KARIN})**, @[Haninge]({HANINGE}) @[alla](everybody) `@[x]({KARIN})` [y]({KARIN}) @[z](person_1)"
        );
        let found = mentions(&body);
        let labels: Vec<_> = found.iter().map(|f| f.label.as_str()).collect();
        assert_eq!(labels, ["Karin [K]", "Haninge", "alla", "z"]);
        assert_eq!(found[2].target, Target::Everybody);
        assert_eq!(found[3].target, Target::Nobody);
        assert_eq!(
            html(&format!("Hej @[Ka <b>]({KARIN})!")),
            format!("<p>Hej <span class=\"mention\" data-id=\"{KARIN}\">@Ka &lt;b&gt;</span>!</p>")
        );
        let named = renamed(&body, |target| {
            matches!(target, Target::Person(_)).then_some("Karin *L*")
        });
        assert_eq!(mentions(&named)[0].label, "Karin *L*");
        assert_eq!(renamed(&named, |_| None), named);
        assert_eq!(
            carried(&format!(
                "Hej @[Ka\\_r]({KARIN}) <b>x</b> `<i>`\n\n<script>\nx\n</script>"
            )),
            "Hej @Ka\\_r &lt;b>x&lt;/b> `<i>`\n\n&lt;script>\nx\n&lt;/script>"
        );
        assert_eq!(
            plain(&format!("Hej @[Karin]({KARIN})\n\n1. ett\n2. två\n\n> **sist**")),
            "Hej @Karin\n1. ett\n2. två\nsist"
        );
    }

    #[test]
    fn actions_are_found_by_address_and_by_id() {
        let (a, b) = ("action_01h455vb4pex5vsknk084sn02q", "action_01h455vb4pex5vsknk084sn03q");
        let origin = "https://samverk.example";
        let body = format!(
            "{origin}/actions/{a}, igen {a} och ({b}) men inte `{a}` eller https://elsewhere.example/actions/action_01h455vb4pex5vsknk084sn04q"
        );
        let ids: Vec<String> = actions(&body, origin).iter().map(ToString::to_string).collect();
        assert_eq!(ids, [a, b]);
        let many: Vec<String> = (0..9).map(|n| format!("action_01h455vb4pex5vsknk084sn0{n}q")).collect();
        assert_eq!(actions(&many.join(" "), origin).len(), ACTIONS);
    }

    #[test]
    fn terms_are_looked_for_in_the_writers_own_words_only() {
        let body = format!("Vår *åtgärd* `nämnd` https://a.se/remiss [remiss](https://b.se) @[Lag]({KARIN}) var bra");
        let words = words(&body).concat();
        assert!(words.contains("åtgärd") && words.contains("var bra"), "{words}");
        assert!(
            !words.contains("remiss") && !words.contains("nämnd") && !words.contains("Lag"),
            "{words}"
        );
    }

    /// What a body may be made of: every sign that means something somewhere, and what attacks are made of.
    fn nasty() -> impl Strategy<Value = String> {
        let pieces = [
            "<script>",
            "</p>",
            "<img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "[a](",
            ")",
            "](javascript:x)",
            "![",
            "\"",
            "'",
            "&#x6a;",
            "&lt;",
            "<",
            ">",
            "`",
            "```\n",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "*",
            "**",
            "_",
            "\\",
            "@[",
            "](person_01h455vb4pex5vsknk084sn02q)",
            "](everybody)",
            "](person_\"x)",
            "https://a.se/\"onx=1",
            "<https://a.se/'>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "# ",
            "---",
            "[x]: javascript:y\n",
            "[x]",
            "text",
            "åäö",
            "http://",
            "\u{200B}",
            "data:text/html,",
            "(",
            "<a href='x'>",
            "style=",
            "|",
            "~~",
        ];
        let piece = prop_oneof![9 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    /// Reads HTML as strictly as it is made: our tags, closed in order, with our attributes, and text without signs.
    fn judge(html: &str) -> Result<(), String> {
        let mut open = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find(['<', '>', '"', '\'']) {
            if !rest[at..].starts_with('<') {
                return Err(format!("a bare sign at {}", &rest[at..]));
            }
            let end = rest[at..].find('>').ok_or("a tag without an end")? + at;
            let tag = &rest[at + 1..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                if open.pop() != Some(name) {
                    return Err(format!("</{name}> closes nothing"));
                }
                continue;
            }
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let fits = match name {
                "p" | "blockquote" | "pre" | "code" | "ul" | "li" | "em" | "strong" | "br" | "hr" => {
                    attributes.is_empty()
                }
                "ol" => {
                    let number = attributes.strip_prefix("start=\"").and_then(|n| n.strip_suffix('"'));
                    attributes.is_empty() || number.is_some_and(|n| n.parse::<u64>().is_ok())
                }
                "a" => attributes
                    .strip_prefix("href=\"")
                    .and_then(|rest| rest.strip_suffix("\" rel=\"nofollow noopener ugc\""))
                    .is_some_and(|address| {
                        let low = address.to_lowercase();
                        ["https://", "http://", "mailto:"]
                            .iter()
                            .any(|known| low.starts_with(known))
                            && !address.contains(['"', '\'', '<', ' '])
                    }),
                "span" => attributes
                    .strip_prefix("class=\"mention\" data-id=\"")
                    .and_then(|rest| rest.strip_suffix('"'))
                    .is_some_and(|id| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')),
                _ => false,
            };
            if !fits {
                return Err(format!("<{tag}> is not ours"));
            }
            if !matches!(name, "br" | "hr") {
                open.push(name);
            }
        }
        if open.is_empty() {
            Ok(())
        } else {
            Err(format!("not closed: {open:?}"))
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_markup_of_the_writers_ever_survives(body in nasty()) {
            let html = html(&body);
            prop_assert!(judge(&html).is_ok(), "{:?}: {}\n{}", judge(&html), body, html);
        }

        #[test]
        fn reading_never_fails_and_renaming_keeps_all_else(body in nasty()) {
            let _ = (plain(&body), words(&body), actions(&body, "https://a.se"), actions(&body, ""), carried(&body));
            let once = renamed(&body, |_| Some("N [\\] *x*"));
            prop_assert_eq!(mentions(&once).len(), mentions(&body).len());
            prop_assert_eq!(renamed(&once, |_| Some("N [\\] *x*")), once);
        }
    }

    #[test]
    fn what_is_nested_without_end_is_read_in_bounds() {
        for sign in [">", "> ", "- ", "*a ", "[", "![", "`", "<", "@["] {
            let html = html(&sign.repeat(10_000 / sign.len()));
            assert!(judge(&html).is_ok());
            assert!(html.matches("<blockquote>").count() <= DEPTH);
        }
    }
}

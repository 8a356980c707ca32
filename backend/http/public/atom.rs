//! Atom (RFC 4287) and sitemaps, written by an XML writer: nothing that people typed can be anything but text.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::{clock::Moment, i18n::Language};

pub struct Feed<'a> {
    pub origin: &'a str,
    pub path: &'a str,
    pub title: String,
    pub language: Language,
    pub updated: Moment,
    pub entries: Vec<Entry<'a>>,
}

pub struct Entry<'a> {
    /// Its permalink, which is its id too: it never changes.
    pub url: String,
    pub title: &'a str,
    pub language: Language,
    pub author: String,
    pub published: Moment,
    pub updated: Moment,
    pub summary: String,
    pub themes: &'a [&'static str],
}

/// # Errors
/// When the writer fails, which writing to memory does not.
pub fn write(feed: &Feed<'_>) -> io::Result<Vec<u8>> {
    let mut xml = begin()?;
    let address = format!("{}{}", feed.origin, feed.path);
    xml.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", feed.language.text()))
        .write_inner_content(|xml| {
            text(xml, "id", &address)?;
            text(xml, "title", &feed.title)?;
            text(xml, "updated", &feed.updated.to_string())?;
            xml.create_element("link")
                .with_attribute(("rel", "self"))
                .with_attribute(("type", "application/atom+xml"))
                .with_attribute(("href", address.as_str()))
                .write_empty()?;
            let library = format!("{}/actions", feed.origin);
            xml.create_element("link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("type", "text/html"))
                .with_attribute(("href", library.as_str()))
                .write_empty()?;
            text(xml, "generator", "Samverk")?;
            feed.entries.iter().try_for_each(|each| entry(xml, each))
        })?;
    Ok(xml.into_inner())
}

fn entry(xml: &mut Writer<Vec<u8>>, entry: &Entry<'_>) -> io::Result<()> {
    xml.create_element("entry")
        .with_attribute(("xml:lang", entry.language.text()))
        .write_inner_content(|xml| {
            text(xml, "id", &entry.url)?;
            text(xml, "title", entry.title)?;
            text(xml, "published", &entry.published.to_string())?;
            text(xml, "updated", &entry.updated.to_string())?;
            xml.create_element("link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("type", "text/html"))
                .with_attribute(("href", entry.url.as_str()))
                .write_empty()?;
            xml.create_element("author")
                .write_inner_content(|xml| text(xml, "name", &entry.author))?;
            for theme in entry.themes {
                xml.create_element("category")
                    .with_attribute(("term", *theme))
                    .write_empty()?;
            }
            text(xml, "summary", &entry.summary)
        })?;
    Ok(())
}

/// Addresses, and when each has last changed.
///
/// # Errors
/// As [`write`].
pub fn sitemap(pages: &[(String, String)]) -> io::Result<Vec<u8>> {
    let mut xml = begin()?;
    xml.create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .write_inner_content(|xml| {
            for (address, changed) in pages {
                xml.create_element("url").write_inner_content(|xml| {
                    text(xml, "loc", address)?;
                    text(xml, "lastmod", changed)
                })?;
            }
            Ok(())
        })?;
    Ok(xml.into_inner())
}

fn begin() -> io::Result<Writer<Vec<u8>>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    Ok(xml)
}

fn text(xml: &mut Writer<Vec<u8>>, name: &str, said: &str) -> io::Result<()> {
    // XML has no place for most control characters, escaped or not.
    let said: String = said
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    xml.create_element(name).write_text_content(BytesText::new(&said))?;
    Ok(())
}

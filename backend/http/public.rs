//! What is there for who has no account, no JavaScript, or is a machine: the permalink of a public action with what search
//! engines and link previews read, Atom feeds, the sitemap and robots.txt. Everything here shows what a signed-out viewer
//! sees, and nothing else.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{
        HeaderMap, HeaderValue, Method, StatusCode, Uri,
        header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, VARY},
    },
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{auth::told, client, visitor::Visitor};
use crate::{
    actions::{
        self, Action,
        example::{self, TextField, Wording},
        family::revisions::first_published,
        library, themes,
    },
    app::App,
    clock::Moment,
    error::{Error, Result},
    graphql::{Id, Kind, decode},
    i18n::{self, Language},
    networks,
    people::{Viewer, organisations},
    text::first_words,
};

mod atom;

/// Entries of a feed.
const ENTRIES: usize = 50;
/// Addresses in a sitemap, by its specification.
const MOST_ADDRESSES: usize = 50_000;
/// Characters of a description in a preview, and of the result in it.
const PREVIEW: usize = 240;
const RESULT: usize = 140;

/// The address of an action, which never changes.
#[must_use]
pub fn permalink(app: &App, id: Id<Action>) -> String {
    format!("{}/actions/{id}", app.config.origin())
}

// ---- an action's page -----------------------------------------------------------------------------------------------

/// The web client's page, with what a public action says in it. For an action that is not there, or that whoever asks does
/// not see, the status says so; the client shows the rest.
pub async fn action(
    State(app): State<Arc<App>>,
    Path(text): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    let id = match decode(&text) {
        Some((Action::PREFIX, id)) => id,
        _ => {
            let mut response = client::file(method, uri, headers).await;
            // The page for writing a new one is the client's.
            if text != "new" && response.status().is_success() {
                *response.status_mut() = StatusCode::NOT_FOUND;
            }
            return response;
        }
    };
    let page = async {
        if let Some(action) = actions::action(&app, &Viewer::SignedOut, Id::of(id)).await? {
            return Ok(shown(&app, &action).await?.into_response());
        }
        let (viewer, _) = visitor.viewer(&app).await?;
        let seen = viewer.maybe().is_some() && actions::action(&app, &viewer, Id::of(id)).await?.is_some();
        let mut response = client::file(method.clone(), uri.clone(), headers.clone()).await;
        if !seen && response.status().is_success() {
            *response.status_mut() = StatusCode::NOT_FOUND;
        }
        Ok(response)
    };
    let mut response = match page.await {
        Ok(response) => response,
        // The client says by itself that the database does not answer.
        Err::<_, Error>(error) => {
            tracing::warn!(%error, "a public page could not be made");
            client::file(method.clone(), uri.clone(), headers.clone()).await
        }
    };
    // Whoever is signed in may see what others do not.
    response
        .headers_mut()
        .insert(VARY, HeaderValue::from_static("accept-encoding, cookie"));
    response
}

async fn shown(app: &App, action: &Action) -> Result<Response> {
    let organisation = organisations::organisation(app, action.organisation_id).await?;
    let url = permalink(app, action.id);
    let language = action.title_language;
    let key = (action.id, action.revision);
    let said = example::further(&app.db, &[key])
        .await?
        .remove(&key)
        .unwrap_or_default();
    let said = |field| said.texts.iter().find(|text| text.field == field);
    let result = said(TextField::Result);
    let summary = summary(action, result);
    let about: Vec<&str> = action
        .themes
        .0
        .iter()
        .filter_map(|key| Some(themes::theme(key)?.name(language)))
        .collect();
    let origin = match action.origin_id {
        Some(id) => actions::action(app, &Viewer::SignedOut, id).await?,
        None => None,
    };
    let published = first_published(&app.db, &[action.id]).await?;
    let published = published
        .get(&action.id)
        .copied()
        .unwrap_or(action.recent_at)
        .to_string();
    let mut facts = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": action.title,
        "description": summary,
        "abstract": result.map(|result| &result.value),
        "articleBody": action.description,
        "keywords": action.example_since.map(|_| i18n::text(language, "page-example", &[])),
        "inLanguage": language.text(),
        "datePublished": published,
        "dateModified": action.at.max(action.recent_at).to_string(),
        "url": url,
        "mainEntityOfPage": url,
        "author": {
            "@type": "GovernmentOrganization",
            "name": organisation.name,
            "areaServed": {
                "@type": "AdministrativeArea",
                "name": organisation.name,
                "containedInPlace": organisation.county,
                "addressCountry": organisation.country.text(),
            },
        },
        "publisher": { "@type": "Organization", "name": "Samverk", "url": app.config.origin() },
        "about": about,
        "isBasedOn": origin.as_ref().map(|origin| permalink(app, origin.id)),
    });
    // What there is nothing to say of is not there.
    if let Some(facts) = facts.as_object_mut() {
        facts.retain(|_, fact| !fact.is_null());
    }
    let locale = match language {
        Language::Sv => "sv_SE",
        Language::Nn => "nn_NO",
        Language::Nb => "nb_NO",
        Language::En => "en_GB",
    };
    let meta =
        |name: &str, kind: &str, content: &str| format!("<meta {kind}=\"{name}\" content=\"{}\" />", escape(content));
    let feeds: String = action
        .themes
        .0
        .iter()
        .map(|key| {
            format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feeds/themes/{key}.atom\" />")
        })
        .collect();
    let head = [
        format!(
            "<title>{} – {} – Samverk</title>",
            escape(&action.title),
            escape(&organisation.name)
        ),
        meta("description", "name", &summary),
        format!("<link rel=\"canonical\" href=\"{}\" />", escape(&url)),
        meta("og:type", "property", "article"),
        meta("og:site_name", "property", "Samverk"),
        meta("og:title", "property", &action.title),
        meta("og:description", "property", &summary),
        meta("og:url", "property", &url),
        meta("og:locale", "property", locale),
        meta("article:published_time", "property", &published),
        meta("twitter:card", "name", "summary"),
        feeds,
        // Data, which nobody runs: the policy needs no exception for it. No text can end the element.
        format!(
            "<script type=\"application/ld+json\">{}</script>",
            facts.to_string().replace('<', "\\u003c")
        ),
    ]
    .concat();
    let mut body = format!(
        "<article><p>{}</p><h1 lang=\"{}\">{}</h1>",
        escape(&organisation.name),
        language.text(),
        escape(&action.title),
    );
    if action.example_since.is_some() {
        let mark = i18n::text(language, "page-example", &[]);
        body.push_str(&format!("<p><strong>{}</strong></p>", escape(&mark)));
    }
    body.push_str(&story(action, said));
    if let Some(origin) = &origin {
        body.push_str(&format!(
            "<p>{} <a href=\"/actions/{}\">{}</a></p>",
            escape(&i18n::text(language, "page-copied-from", &[])),
            origin.id,
            escape(&origin.title)
        ));
    }
    body.push_str("</article>");
    Ok(client::page_saying(language, &head, &body))
}

fn paragraphs(text: &str, language: Language) -> String {
    let paragraphs: String = text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| format!("<p>{}</p>", escape(paragraph.trim()).replace('\n', "<br />")))
        .collect();
    format!("<div lang=\"{}\">{paragraphs}</div>", language.text())
}

/// What an action tells, in the order in which one wants to know it. The description needs no heading while it stands first.
fn story<'a>(action: &'a Action, said: impl Fn(TextField) -> Option<&'a Wording>) -> String {
    let further = |heading, field| {
        let found = said(field)?;
        Some((heading, found.value.as_str(), found.language))
    };
    let problem = further("page-problem", TextField::Problem);
    let did = if problem.is_some() { "page-did" } else { "" };
    let lessons = action.lessons.as_deref().zip(action.lessons_language);
    let parts = [
        problem,
        Some((did, action.description.as_str(), action.description_language)),
        further("page-result", TextField::Result),
        lessons.map(|(lessons, language)| ("page-lessons", lessons, language)),
        further("page-again", TextField::Again),
        further("page-transferability", TextField::Transferability),
    ];
    let mut told = String::new();
    for (heading, text, language) in parts.into_iter().flatten() {
        if !heading.is_empty() {
            told.push_str(&format!("<h2>{}</h2>", escape(&i18n::text(language, heading, &[]))));
        }
        told.push_str(&paragraphs(text, language));
    }
    told
}

/// What a link to an action shows: whether it is a good example, what came of it, and what it is.
fn summary(action: &Action, result: Option<&Wording>) -> String {
    let language = action.title_language;
    let mut words = Vec::new();
    if action.example_since.is_some() {
        words.push(format!("{}.", i18n::text(language, "page-example", &[])));
    }
    if let Some(result) = result {
        let heading = i18n::text(result.language, "page-result", &[]);
        words.push(format!("{heading}: {}", first_words(&result.value, RESULT)));
    }
    words.push(action.description.clone());
    first_words(&words.join(" "), PREVIEW)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

// ---- feeds ----------------------------------------------------------------------------------------------------------

/// `/feeds/networks/<slug>.atom`: the public actions of those who take part.
pub async fn network_feed(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    told(&app, &visitor, async {
        let slug = file.strip_suffix(".atom").ok_or_else(Error::not_found)?;
        let (network, organisations) = networks::public(&app, slug).await?.ok_or_else(Error::not_found)?;
        let language = network.languages.0.first().copied().unwrap_or(Language::Sv);
        let actions = library::latest_public(&app, Some(organisations), None, ENTRIES).await?;
        let name = network.name.as_str();
        feed(
            &app,
            &headers,
            language,
            "feed-network",
            name,
            &format!("/feeds/networks/{file}"),
            &actions,
        )
        .await
    })
    .await
}

/// `/feeds/themes/<key>.atom`: the public actions about a theme.
pub async fn theme_feed(
    State(app): State<Arc<App>>,
    Path(file): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Response {
    told(&app, &visitor, async {
        let key = file.strip_suffix(".atom").ok_or_else(Error::not_found)?;
        let theme = themes::theme(key).ok_or_else(Error::not_found)?;
        let actions = library::latest_public(&app, None, Some(&theme.key), ENTRIES).await?;
        let language = visitor.language();
        let name = theme.name(language);
        feed(
            &app,
            &headers,
            language,
            "feed-theme",
            name,
            &format!("/feeds/themes/{file}"),
            &actions,
        )
        .await
    })
    .await
}

async fn feed(
    app: &Arc<App>,
    asked: &HeaderMap,
    language: Language,
    title: &'static str,
    name: &str,
    path: &str,
    actions: &[Action],
) -> Result<Response> {
    let ids: Vec<_> = actions.iter().map(|action| action.id).collect();
    let published = first_published(&app.db, &ids).await?;
    let mut entries = Vec::new();
    for action in actions {
        let organisation = organisations::organisation(app, action.organisation_id).await?;
        entries.push(atom::Entry {
            url: permalink(app, action.id),
            title: &action.title,
            language: action.title_language,
            author: organisation.name.clone(),
            published: published.get(&action.id).copied().unwrap_or(action.recent_at),
            updated: action.at.max(action.recent_at),
            summary: first_words(&action.description, PREVIEW),
            themes: &action.themes.0,
        });
    }
    let updated = entries.iter().map(|entry| entry.updated).max();
    let xml = atom::write(&atom::Feed {
        origin: app.config.origin(),
        path,
        title: i18n::text(language, title, &[("name", name.into())]),
        language,
        updated: updated.unwrap_or(Moment(0)),
        entries,
    })
    .map_err(Error::internal)?;
    Ok(unless_known(asked, xml, "application/atom+xml; charset=utf-8", updated))
}

/// The answer, or `304` for who has it.
fn unless_known(asked: &HeaderMap, body: Vec<u8>, kind: &'static str, updated: Option<Moment>) -> Response {
    let tag = format!("\"{}\"", STANDARD.encode(&Sha256::digest(&body)[..12]));
    let modified = updated.map(http_date);
    let said = |name| asked.get(name).and_then(|value| value.to_str().ok());
    // The tag is the sharper of the two: where it is sent, it alone counts.
    let known = match said(IF_NONE_MATCH) {
        Some(tags) => tags.split(',').any(|each| each.trim().trim_start_matches("W/") == tag),
        None => said(IF_MODIFIED_SINCE).is_some() && said(IF_MODIFIED_SINCE) == modified.as_deref(),
    };
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => body.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    if let Some(Ok(modified)) = modified.map(|modified| HeaderValue::from_str(&modified)) {
        headers.insert(LAST_MODIFIED, modified);
    }
    response
}

/// `Sun, 22 Nov 2026 08:00:00 GMT`
fn http_date(at: Moment) -> String {
    jiff::Timestamp::from_millisecond(at.0)
        .map(|at| at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string())
        .unwrap_or_default()
}

// ---- for machines ---------------------------------------------------------------------------------------------------

/// The public actions' addresses.
pub async fn sitemap(State(app): State<Arc<App>>, headers: HeaderMap, visitor: Visitor) -> Response {
    told(&app, &visitor, async {
        let pages = library::public_pages(&app, MOST_ADDRESSES).await?;
        let addresses = pages
            .iter()
            .map(|(id, at)| (permalink(&app, *id), at.to_string()))
            .collect::<Vec<_>>();
        let xml = atom::sitemap(&addresses).map_err(Error::internal)?;
        let updated = pages.iter().map(|(_, at)| *at).max();
        Ok(unless_known(&headers, xml, "application/xml; charset=utf-8", updated))
    })
    .await
}

/// What machines are asked to leave alone.
pub async fn robots(State(app): State<Arc<App>>) -> Response {
    let origin = app.config.origin();
    let text = format!(
        "User-agent: *\nDisallow: /graphql\nDisallow: /auth/\nDisallow: /threads/\nDisallow: /welcome\n\nSitemap: {origin}/sitemap.xml\n"
    );
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_text() {
        assert_eq!(escape("<b a=\"x\">&"), "&lt;b a=&quot;x&quot;&gt;&amp;");
        assert_eq!(
            paragraphs("a\nb\n\n<c>", Language::Nn),
            "<div lang=\"nn\"><p>a<br />b</p><p>&lt;c&gt;</p></div>"
        );
        assert_eq!(http_date(Moment(1_795_334_400_000)), "Sun, 22 Nov 2026 08:00:00 GMT");
    }
}

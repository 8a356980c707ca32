//! The web client: `web/build`, compiled into the binary (in a debug build it is read from the folder). What has a hash in
//! its name never changes and is kept by browsers for good; every other address is a page, which is `index.html`.

use std::{borrow::Cow, sync::OnceLock};

use axum::{
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri,
        header::{
            ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
            IF_NONE_MATCH, VARY,
        },
    },
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

use crate::i18n::Language;

#[derive(RustEmbed)]
#[folder = "web/build"]
#[allow_missing = true]
struct Files;

const PAGE: &str = "index.html";

/// The operations that the client's build registers.
#[must_use]
pub fn operations() -> Option<Cow<'static, [u8]>> {
    Files::get("operations.json").map(|file| file.data)
}

/// Whether there is a client at all.
#[must_use]
pub fn is_built() -> bool {
    Files::get(PAGE).is_some()
}

pub async fn file(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    // What has a dot in its last part is a file; an address of a page has none.
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file && path != PAGE {
        return match packed(path, &headers) {
            Some((file, encoding)) => give(path, &file, encoding, &headers),
            None => StatusCode::NOT_FOUND.into_response(),
        };
    }
    match packed(PAGE, &headers) {
        Some((file, encoding)) => {
            let mut response = give(PAGE, &file, encoding, &headers);
            if let Ok(policy) = HeaderValue::from_str(policy()) {
                response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
            }
            response
        }
        None => not_built(),
    }
}

/// The page, saying something before any script runs: `head` stands for its title, and who runs no scripts reads `body`.
/// Both are finished HTML.
#[must_use]
pub fn page_saying(language: Language, head: &str, body: &str) -> Response {
    let Some(file) = Files::get(PAGE) else {
        return not_built();
    };
    let page = String::from_utf8_lossy(&file.data)
        .replacen("<html lang=\"sv\"", &format!("<html lang=\"{}\"", language.text()), 1)
        .replacen("<title>Samverk</title>", head, 1)
        .replacen("<noscript>", &format!("<noscript>{body}"), 1);
    let mut response = page.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(policy) = HeaderValue::from_str(policy()) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn not_built() -> Response {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        "The web client is not built. Run `make web`, and start samverk again.\n",
    )
        .into_response()
}

/// The file, packed the way the browser can unpack if the build made such a one.
fn packed(path: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepts = headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let offered = |name: &str| {
        accepts
            .split(',')
            .any(|part| part.split(';').next().is_some_and(|p| p.trim() == name))
    };
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if offered(encoding)
            && let Some(file) = Files::get(&format!("{path}.{ending}"))
        {
            return Some((file, Some(encoding)));
        }
    }
    Files::get(path).map(|file| (file, None))
}

fn give(path: &str, file: &EmbeddedFile, encoding: Option<&'static str>, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", STANDARD.encode(&file.metadata.sha256_hash()[..12]));
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()) == Some(&tag);
    let keep = if path.starts_with("_app/immutable/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => file.data.clone().into_response(),
    };
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(CONTENT_TYPE, mime(path));
    set(CACHE_CONTROL, keep);
    set(ETAG, &tag);
    set(VARY, "accept-encoding");
    if let Some(encoding) = encoding {
        set(CONTENT_ENCODING, encoding);
    }
    response
}

/// The kinds of file that a build of ours holds.
fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Only our own files may do anything, and of what stands in the page itself only the scripts that the build put there.
fn policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        let page = Files::get(PAGE).map(|file| file.data).unwrap_or_default();
        let hashes: String = inline_scripts(&String::from_utf8_lossy(&page))
            .map(|script| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script))))
            .collect();
        format!(
            "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; \
             connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
        )
    })
}

fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_found_and_others_passed_over() {
        let page = r#"<script src="/a.js"></script><script>one()</script><p></p><script type="module">two()</script>"#;
        assert_eq!(inline_scripts(page).collect::<Vec<_>>(), ["one()", "two()"]);
    }
}

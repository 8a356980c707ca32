//! Who a request comes from: session or token, language, network address.

use std::{convert::Infallible, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{
        HeaderMap,
        header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, USER_AGENT},
        request::Parts,
    },
};

use crate::{
    app::App,
    error::Result,
    i18n::Language,
    live::listener::Caller,
    people::{Viewer, sign_in},
};

/// `__Host-`: only this host's own pages over a secure line may set it, for all paths.
pub const COOKIE_NAME: &str = "__Host-samverk";

/// Read off a request's headers; who it is, is asked with [`Visitor::viewer`].
pub struct Visitor {
    pub token: Option<String>,
    pub accept_language: Option<Language>,
    /// The client's network address, for limits.
    pub address: String,
    /// What the browser calls itself.
    pub browser: String,
}

impl FromRequestParts<Arc<App>> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let headers = &parts.headers;
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let bearer = text(AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
        Ok(Self {
            token: bearer.map(|token| token.trim().to_owned()).or_else(|| cookie(headers)),
            accept_language: text(ACCEPT_LANGUAGE).and_then(Language::negotiate),
            address: address(app, headers, peer),
            browser: text(USER_AGENT).unwrap_or_default().chars().take(200).collect(),
        })
    }
}

impl From<Visitor> for Caller {
    fn from(visitor: Visitor) -> Self {
        Self {
            token: visitor.token,
            accept_language: visitor.accept_language,
            address: visitor.address,
        }
    }
}

impl Visitor {
    /// Who it is, and the language that they are spoken to in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn viewer(&self, app: &Arc<App>) -> Result<(Viewer, Language)> {
        let viewer = match &self.token {
            Some(token) => sign_in::authenticate(app, token).await?,
            None => Viewer::SignedOut,
        };
        let language = viewer.maybe().map(|me| me.language);
        Ok((viewer, language.unwrap_or_else(|| self.language())))
    }

    /// The language to speak in before it is known who it is.
    pub fn language(&self) -> Language {
        self.accept_language.unwrap_or(Language::Sv)
    }
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='))
        .map(str::to_owned)
}

/// Behind proxies that we trust, the last address that is not one of theirs.
fn address(app: &App, headers: &HeaderMap, peer: Option<SocketAddr>) -> String {
    let Some(peer) = peer else { return String::new() };
    let trusted = &app.config.trusted_proxies;
    if !trusted.contains(&peer.ip()) {
        return peer.ip().to_string();
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|part| part.trim().parse::<std::net::IpAddr>().ok())
        .rfind(|address| !trusted.contains(address))
        .unwrap_or(peer.ip())
        .to_string()
}

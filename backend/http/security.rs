//! What stands before every request: requests from other origins are refused where they could do something, and every
//! answer carries the headers that keep a browser from doing what we never ask of it.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode,
        header::{
            CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, UPGRADE,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{auth::refuse, visitor::Visitor};
use crate::{
    app::App,
    error::{Error, ErrorCode},
};

pub async fn guard(State(app): State<Arc<App>>, visitor: Visitor, request: Request, next: Next) -> Response {
    let does_something = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
        // To listen is to be there, and others see it.
        || request.headers().contains_key(UPGRADE)
        || request.uri().path() == super::STREAM;
    if does_something && !same_origin(&app, request.headers()) {
        let error = Error::new(ErrorCode::Forbidden).saying("error-cross-site");
        return with_headers(
            &app,
            refuse(visitor.language(), StatusCode::FORBIDDEN, &error).into_response(),
        );
    }
    with_headers(&app, next.run(request).await)
}

/// Browsers say where a request comes from. Programs that are no browsers say nothing, and hold no cookies that a page
/// could make use of.
fn same_origin(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site"))
        && !matches!(site, "same-origin" | "none")
    {
        return false;
    }
    match text(ORIGIN) {
        None => true,
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            // The public address, or whatever host the browser itself believes it talks to.
            origin == app.config.origin() || (host.is_some() && host == text(HOST))
        }
    }
}

fn with_headers(app: &App, mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(X_FRAME_OPTIONS, "DENY");
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    );
    if app.config.origin().starts_with("https://") {
        set(STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    response
}

//! `POST /graphql`, by the GraphQL-over-HTTP specification, the upgrade to a socket at `/graphql/ws`, and the same
//! operations as Server-Sent Events at `/graphql/stream`. Our own, since the library's service also takes mutations by GET
//! and as plain text, batches, and bodies of 50 MB.

use std::sync::Arc;

use async_graphql::Response as Answer;
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request, State, rejection::BytesRejection},
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{
            ACCEPT, ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, SEC_WEBSOCKET_PROTOCOL,
            UPGRADE,
        },
    },
    response::{Html, IntoResponse, Response},
};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::{
    rt::TokioIo,
    server::conn::auto::upgrade::{Parts, downcast},
};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::handshake::server::create_response_with_body;

use super::{
    auth::{refuse, retry_after, status},
    visitor::Visitor,
};
use crate::{
    app::App,
    error::{Error, ErrorCode},
    graphql::{self, ClientRequest},
    i18n::Language,
    live::{self, sse, websocket},
};

const GRAPHQL: &str = "application/graphql-response+json";
const JSON: &str = "application/json";
const STREAM: &str = "text/event-stream";

pub async fn answer(State(app): State<Arc<App>>, visitor: Visitor, request: Request) -> Response {
    let Some(as_type) = wanted(request.headers()) else {
        return not_acceptable(&visitor, "error-accept");
    };
    let request = match posted(&app, &visitor, request).await {
        Ok(request) => request,
        Err(refused) => return refused,
    };
    if as_type == STREAM {
        return events(app, visitor, request).await;
    }
    let (viewer, language) = match visitor.viewer(&app).await {
        Ok(found) => found,
        Err(error) => {
            return json(
                StatusCode::SERVICE_UNAVAILABLE,
                as_type,
                &graphql::refusal(visitor.language(), &error),
            );
        }
    };
    let asker = graphql::Asker {
        viewer: &viewer,
        language,
        address: &visitor.address,
    };
    let answer = graphql::execute(&app, asker, request).await;
    // The newer media type says in the status whether it came to an execution; the older one is always 200.
    let ran = answer.errors.is_empty()
        || answer.data != async_graphql::Value::Null
        || answer.errors.iter().any(|e| !e.path.is_empty());
    let retry_after = retry_after(argument(&answer, "retryAfter"));
    let status = match &retry_after {
        _ if ran || as_type == JSON => StatusCode::OK,
        Some(_) => StatusCode::TOO_MANY_REQUESTS,
        None => StatusCode::BAD_REQUEST,
    };
    (retry_after, json(status, as_type, &answer)).into_response()
}

/// `POST /graphql/stream`: the answer as events.
pub async fn stream(State(app): State<Arc<App>>, visitor: Visitor, request: Request) -> Response {
    if !streams(request.headers()) {
        return not_acceptable(&visitor, "error-accept-events");
    }
    match posted(&app, &visitor, request).await {
        Ok(request) => events(app, visitor, request).await,
        Err(refused) => refused,
    }
}

/// `GET /graphql/stream?query=…`, for a browser's `EventSource`, which cannot post. Nothing is changed this way.
pub async fn stream_by_address(State(app): State<Arc<App>>, visitor: Visitor, request: Request) -> Response {
    if !streams(request.headers()) {
        return not_acceptable(&visitor, "error-accept-events");
    }
    let Some(request) = ClientRequest::of_address(request.uri().query().unwrap_or_default()) else {
        let error = Error::new(ErrorCode::BadRequest).saying("error-body");
        return refuse(visitor.language(), StatusCode::BAD_REQUEST, &error).into_response();
    };
    let changes = app
        .operations
        .prepare(&request)
        .and_then(|prepared| Ok(prepared.mutation(request.operation_name.as_deref())?.is_some()));
    if matches!(changes, Ok(true)) {
        return only_post(visitor).await;
    }
    events(app, visitor, request).await
}

/// An answer that is written as it comes about.
async fn events(app: Arc<App>, visitor: Visitor, request: ClientRequest) -> Response {
    let language = visitor.language();
    match sse::open(app, visitor.into(), request).await {
        Ok(events) => (
            [
                (CONTENT_TYPE, STREAM),
                // Whoever stands in between shall hand it on as it comes: not keep, not pack, not gather.
                (CACHE_CONTROL, "no-store, no-transform"),
                (HeaderName::from_static("x-accel-buffering"), "no"),
            ],
            Body::from_stream(events),
        )
            .into_response(),
        Err(error) => refuse(language, status(error.code()), &error).into_response(),
    }
}

/// What was posted, or the answer to what cannot be read.
async fn posted(app: &Arc<App>, visitor: &Visitor, request: Request) -> Result<ClientRequest, Response> {
    let refused = |status, error| refuse(visitor.language(), status, &error).into_response();
    if !is_json(request.headers()) {
        let error = Error::new(ErrorCode::BadRequest).saying("error-content-type");
        return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, error));
    }
    let body = body(request, app)
        .await
        .map_err(|(status, error)| refused(status, error))?;
    // A list would be a batch: one request is one operation.
    serde_json::from_slice(&body).map_err(|_| {
        let error = Error::new(ErrorCode::BadRequest).saying("error-body");
        refused(StatusCode::BAD_REQUEST, error)
    })
}

fn not_acceptable(visitor: &Visitor, message: &'static str) -> Response {
    let error = Error::new(ErrorCode::BadRequest).saying(message);
    refuse(visitor.language(), StatusCode::NOT_ACCEPTABLE, &error).into_response()
}

/// A number among the arguments of an answer's first error.
fn argument(answer: &Answer, name: &str) -> Option<u64> {
    let async_graphql::Value::Object(args) = answer.errors.first()?.extensions.as_ref()?.get("args")? else {
        return None;
    };
    match args.get(name)? {
        async_graphql::Value::Number(number) => number.as_u64(),
        _ => None,
    }
}

/// The body, or why not.
async fn body(request: Request, app: &Arc<App>) -> Result<Bytes, (StatusCode, Error)> {
    Bytes::from_request(request, app).await.map_err(|why| match why {
        BytesRejection::FailedToBufferBody(why) if why.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            (StatusCode::PAYLOAD_TOO_LARGE, Error::new(ErrorCode::TooLarge))
        }
        _ => (
            StatusCode::BAD_REQUEST,
            Error::new(ErrorCode::BadRequest).saying("error-body"),
        ),
    })
}

fn json(status: StatusCode, as_type: &'static str, answer: &Answer) -> Response {
    match serde_json::to_vec(answer) {
        Ok(body) => (status, [(CONTENT_TYPE, as_type), (CACHE_CONTROL, "no-store")], body).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Exactly JSON: what a form or a script of another site can send without asking first is none.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let mut parts = kind.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    essence.eq_ignore_ascii_case(JSON) && parts.all(|p| p.is_empty() || p.eq_ignore_ascii_case("charset=utf-8"))
}

/// Which of the three media types the client would rather have.
fn wanted(headers: &HeaderMap) -> Option<&'static str> {
    let Some(accept) = headers.get(ACCEPT).and_then(|value| value.to_str().ok()) else {
        return Some(JSON);
    };
    let mut best: Option<(f32, &'static str)> = None;
    for part in accept.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let as_type = match pieces.next().unwrap_or_default().to_ascii_lowercase().as_str() {
            GRAPHQL => GRAPHQL,
            JSON | "application/*" | "*/*" => JSON,
            STREAM => STREAM,
            _ => continue,
        };
        let weight = pieces.find_map(|p| p.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
        if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, as_type));
        }
    }
    best.map(|(_, as_type)| as_type)
}

/// Whether the client takes events, of which alone the answers at `/graphql/stream` are.
fn streams(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_none_or(|accept| {
        accept
            .split(',')
            .filter_map(|part| part.split(';').next())
            .any(|kind| matches!(kind.trim(), STREAM | "text/*" | "*/*"))
    })
}

/// Everything but POST.
pub async fn only_post(visitor: Visitor) -> Response {
    let error = Error::new(ErrorCode::BadRequest).saying("error-only-post");
    let refused = refuse(visitor.language(), StatusCode::METHOD_NOT_ALLOWED, &error);
    ([(ALLOW, "POST")], refused).into_response()
}

/// Whoever comes to where sockets are opened and does not ask for one.
fn only_sockets(language: Language) -> Response {
    let error = Error::new(ErrorCode::BadRequest).saying("error-only-socket");
    let refused = refuse(language, StatusCode::UPGRADE_REQUIRED, &error);
    ([(CONNECTION, "upgrade"), (UPGRADE, "websocket")], refused).into_response()
}

pub async fn upgrade(State(app): State<Arc<App>>, visitor: Visitor, mut request: Request) -> Response {
    let upgrade = request.extensions_mut().remove::<OnUpgrade>();
    let (Ok(mut response), Some(upgrade)) = (create_response_with_body(&request, Body::empty), upgrade) else {
        return only_sockets(visitor.language());
    };
    let caller = visitor.into();
    let _turn = app.live.door.turn(&app).await;
    let understood = offers(request.headers(), websocket::PROTOCOL);
    if understood {
        let name = HeaderValue::from_static(websocket::PROTOCOL);
        response.headers_mut().insert(SEC_WEBSOCKET_PROTOCOL, name);
    }
    let served = {
        let app = app.clone();
        async move {
            let Ok(upgraded) = upgrade.await else { return };
            match socket(upgraded, understood) {
                Some(socket) => websocket::serve(app, socket, caller).await,
                None => tracing::error!("a socket came on something else than TCP"),
            }
        }
    };
    // In the tracker, so that the server waits for the farewell.
    live::sockets().spawn(app.tasks.track_future(served));
    response
}

/// What lies under the upgrade. Nothing else of the request is kept for as long as the socket lives, and least of all the
/// buffer that it was read into.
fn socket(upgraded: Upgraded, understood: bool) -> Option<websocket::Socket> {
    let Parts { io, read_buf, .. } = downcast::<TokioIo<TcpStream>>(upgraded).ok()?;
    Some(websocket::Socket {
        stream: io.into_inner(),
        read: read_buf.to_vec(),
        understood,
    })
}

/// Whether a client that opens a socket offers to speak this.
fn offers(headers: &HeaderMap, protocol: &str) -> bool {
    let offered = headers.get_all(SEC_WEBSOCKET_PROTOCOL);
    let mut offered = offered
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    offered.any(|name| name.trim() == protocol)
}

pub async fn graphiql() -> Response {
    let page = async_graphql::http::GraphiQLSource::build()
        .endpoint("/graphql")
        .subscription_endpoint("/graphql/ws")
        .finish();
    // The page loads GraphiQL from where its makers publish it; only in demo mode.
    let policy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' https:; style-src 'self' 'unsafe-inline' https:; \
                  img-src 'self' data: https:; font-src 'self' data: https:; connect-src 'self' https:; worker-src 'self' blob:";
    ([(CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_json_is_json() {
        let is = |kind: &str| is_json(&HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]));
        assert!(is("application/json") && is("Application/JSON; charset=UTF-8"));
        assert!(!is("text/plain") && !is("application/json; charset=utf-16") && !is("application/json+x"));
        assert!(!is_json(&HeaderMap::new()));
    }

    #[test]
    fn the_client_says_which_media_type() {
        let wants = |accept: &str| wanted(&HeaderMap::from_iter([(ACCEPT, accept.parse().unwrap())]));
        assert_eq!(
            wants("application/graphql-response+json, application/json;q=0.9"),
            Some(GRAPHQL)
        );
        assert_eq!(
            wants("application/graphql-response+json;q=0.5, application/json"),
            Some(JSON)
        );
        assert_eq!(wants("*/*"), Some(JSON));
        assert_eq!(wants("text/event-stream"), Some(STREAM));
        assert_eq!(wants("text/html"), None);
        assert_eq!(wanted(&HeaderMap::new()), Some(JSON));
    }
}

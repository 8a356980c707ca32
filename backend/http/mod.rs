//! The ways in over HTTP: the router, and what stands before every request.

mod attachments;
pub mod auth;
pub mod client;
mod export;
pub mod files;
mod followup;
mod graphql;
pub mod health;
mod imports;
pub mod metrics;
mod notices;
pub mod public;
mod security;
mod visitor;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    http::{HeaderName, StatusCode},
    middleware,
    response::{IntoResponse, Response},
    routing::{any, get, post},
    serve::ListenerExt,
};
use tokio::net::TcpListener;
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    trace::TraceLayer,
};

use crate::{app::App, graphql::LARGEST_REQUEST};

/// How long what was sent may stay unacknowledged.
#[cfg(target_os = "linux")]
const STUCK: Duration = Duration::from_secs(20);
/// How long requests may take to end when the server stops.
const GRACE: Duration = Duration::from_secs(10);

/// Where answers are written as they come about.
const STREAM: &str = "/graphql/stream";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// All routes.
pub fn router(app: &Arc<App>) -> Router {
    let sent_in = Router::new()
        .route("/files", post(attachments::receive))
        .route("/imports/emissions/{organisation}/{name}", post(imports::emissions))
        .route("/imports/actions/{programme}/{name}", post(imports::actions))
        .route("/imports/values/{programme}/{name}", post(imports::values))
        .layer(middleware::map_request_with_state(app.clone(), files::hear_out));
    let mut router = Router::new()
        .merge(sent_in)
        .route("/graphql", post(graphql::answer).fallback(graphql::only_post))
        .route("/graphql/ws", any(graphql::upgrade))
        .route(STREAM, post(graphql::stream).get(graphql::stream_by_address))
        .route("/auth/options", get(auth::options))
        .route("/auth/link", post(auth::link))
        .route("/auth/link/look", post(auth::look))
        .route("/auth/session", post(auth::session))
        .route("/auth/demo", post(auth::demo))
        .route("/auth/sign-out", post(auth::sign_out))
        .route("/auth/sign-out-everywhere", post(auth::sign_out_everywhere))
        // The page with the button is the web client's; a mail program's own button needs no page.
        .route("/notices/off", get(client::file).post(notices::off))
        .route("/files/{id}", get(attachments::give))
        .route("/threads/{id}/export.md", get(export::markdown))
        .route("/threads/{id}/export.json", get(export::json))
        .route("/actions/{id}", get(public::action))
        .route("/feeds/networks/{file}", get(public::network_feed))
        .route("/feeds/themes/{file}", get(public::theme_feed))
        .route("/sitemap.xml", get(public::sitemap))
        .route("/robots.txt", get(public::robots))
        .route(
            "/imports/template/values/{programme}/{ending}",
            get(imports::values_template),
        )
        .route("/imports/template/actions/{ending}", get(imports::actions_template))
        .route("/imports/template/emissions/{ending}", get(imports::emissions_template))
        .route("/organisations/{id}/emissions/{source}/{ending}", get(imports::account))
        .route("/programmes/{id}/actions/{ending}", get(imports::programme))
        .route("/follow-up/form", post(followup::form))
        .route("/follow-up/answer", post(followup::answer))
        .route("/follow-up/report", post(followup::report))
        .route("/rounds/{id}/{file}", get(followup::file))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::text));
    if app.config.demo {
        router = router.route("/graphiql", get(graphql::graphiql));
    }
    router
        .fallback(client::file)
        .layer(middleware::from_fn_with_state(app.clone(), metrics::count))
        .layer(middleware::from_fn_with_state(app.clone(), security::guard))
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(CatchPanicLayer::custom(
            |panic: Box<dyn std::any::Any + Send>| -> Response {
                let why = panic.downcast_ref::<&str>().map_or("a panic", |text| *text);
                tracing::error!(why, "a request panicked");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            },
        ))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(TraceLayer::new_for_http().make_span_with(|request: &Request| {
            let id = request
                .headers()
                .get(REQUEST_ID)
                .and_then(|id| id.to_str().ok())
                .unwrap_or_default();
            let route = request
                .extensions()
                .get::<MatchedPath>()
                .map_or("", MatchedPath::as_str);
            // The route, not the address: that may hold what somebody searched for.
            tracing::info_span!("request", id, method = %request.method(), route)
        }))
        .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
        .with_state(app.clone())
}

/// Serves until [`App::stopping`] is cancelled, then lets requests end, closes sockets, and waits for what runs beside.
///
/// # Errors
/// When the listener breaks.
pub async fn serve(app: Arc<App>, listener: TcpListener) -> std::io::Result<()> {
    app.start();
    let router = router(&app).into_make_service_with_connect_info::<SocketAddr>();
    // Without this a frame waits up to 40 ms for the one before it to be acknowledged.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
        // A line that takes nothing for this long is broken, though nobody says so: the other end is gone without a word,
        // or does not read. A socket finds that out by itself; an answer that is written for hours cannot.
        #[cfg(target_os = "linux")]
        let _ = socket2::SockRef::from(&*stream).set_tcp_user_timeout(Some(STUCK));
    });
    let stopping = app.stopping.clone();
    let server = axum::serve(listener, router).with_graceful_shutdown(stopping.clone().cancelled_owned());
    let late = async {
        stopping.cancelled().await;
        app.clock.sleep(GRACE).await;
    };
    let outcome = tokio::select! {
        outcome = server => outcome,
        () = late => Ok(()),
    };
    // Sockets are beside the server: their tasks end when `stopping` is cancelled, and are waited for here.
    app.tasks.close();
    if app.clock.within(GRACE, app.tasks.wait()).await.is_none() {
        tracing::warn!("something did not end in time");
    }
    outcome
}

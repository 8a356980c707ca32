//! Figures in Prometheus' text form. What is counted elsewhere (statements, deliveries) is read when somebody asks.

use std::sync::{Arc, atomic::Ordering::Relaxed};

use axum::{
    extract::{MatchedPath, Request, State},
    http::header::CONTENT_TYPE,
    middleware::Next,
    response::{IntoResponse, Response},
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::{ConstCounter, Counter},
        family::Family,
        gauge::ConstGauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::Registry,
};

use crate::app::App;

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    route: String,
    status: u16,
}

/// What this room counts itself.
pub struct Figures {
    requests: Family<Answered, Counter>,
    seconds: Histogram,
}

impl Default for Figures {
    fn default() -> Self {
        // From a quarter of a millisecond to eight seconds.
        Self {
            requests: Family::default(),
            seconds: Histogram::new(exponential_buckets(0.000_25, 2.0, 16)),
        }
    }
}

/// Counts a request by its route, never by its address.
pub async fn count(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("client", MatchedPath::as_str)
        .to_owned();
    let start = app.clock.now();
    let response = next.run(request).await;
    app.figures.seconds.observe(app.clock.now().since(start).as_secs_f64());
    let answered = Answered {
        route,
        status: response.status().as_u16(),
    };
    app.figures.requests.get_or_create(&answered).inc();
    response
}

pub async fn text(State(app): State<Arc<App>>) -> impl IntoResponse {
    let mut registry = Registry::with_prefix("samverk");
    registry.register("http_requests", "Requests answered", app.figures.requests.clone());
    registry.register(
        "http_request_seconds",
        "How long requests took",
        app.figures.seconds.clone(),
    );
    let live = &app.live.figures;
    let mut counter = |name: &str, help: &str, value: u64| registry.register(name, help, ConstCounter::new(value));
    counter("sql_statements", "Statements sent to the database", app.db.statements());
    counter(
        "live_deliveries",
        "Responses handed to sockets",
        live.deliveries.load(Relaxed),
    );
    counter(
        "live_executions",
        "Events executed, once per group",
        live.executions.load(Relaxed),
    );
    let mut gauge = |name: &str, help: &str, value: u64| {
        registry.register(name, help, ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX)));
    };
    gauge("live_sockets", "Open sockets", live.sockets.load(Relaxed));
    gauge("live_streams", "Open answers of events", live.streams.load(Relaxed));
    gauge(
        "live_subscriptions",
        "Running subscriptions",
        live.subscriptions.load(Relaxed),
    );
    gauge(
        "redis_up",
        "1 when the bus hears, 0 when Redis is away or there is none",
        u64::from(app.live.bus.is_well() == Some(true)),
    );
    let mut out = String::new();
    let _ = encode(&mut out, &registry);
    (
        [(
            CONTENT_TYPE,
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
        )],
        out,
    )
}

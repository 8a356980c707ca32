//! For those who watch: does it live, may it be sent requests.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, http::StatusCode, response::IntoResponse};
use serde_json::json;

use crate::app::App;

/// The process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// 200 as long as requests are served: the database answers and nobody has told us to stop. Redis may be away, which is
/// said: live delivery then reads the journal every two seconds.
pub async fn ready(State(app): State<Arc<App>>) -> impl IntoResponse {
    let answers = app.clock.within(Duration::from_secs(2), app.db.answers()).await;
    let database = matches!(answers, Some(Ok(())));
    let stopping = app.draining.is_cancelled();
    let redis = match app.live.bus.is_well() {
        None => "none",
        Some(true) => "ok",
        Some(false) => "away",
    };
    let ready = database && !stopping;
    let body = json!({
        "ready": ready,
        "database": if database { "ok" } else { "away" },
        "redis": redis,
        "stopping": stopping,
    });
    (
        if ready {
            StatusCode::OK
        } else {
            StatusCode::SERVICE_UNAVAILABLE
        },
        Json(body),
    )
}

//! Turning off the mails about what waits, by what stands in each of them: without signing in, for that person only.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{RawQuery, State},
    response::Response,
};
use serde_json::json;

use super::{
    auth::{answer, told},
    visitor::Visitor,
};
use crate::{app::App, threads::waiting};

/// For the button of our own page, and for those of mail programs (RFC 8058), whose body says nothing that we need. Doing
/// it twice is no fault.
pub async fn off(State(app): State<Arc<App>>, visitor: Visitor, RawQuery(query): RawQuery, _: Bytes) -> Response {
    let given = query.unwrap_or_default();
    let token = given.split('&').find_map(|pair| pair.strip_prefix("token="));
    told(&app, &visitor, async {
        // Of letters that need no escaping; what is escaped is none of ours.
        waiting::turn_off(&app, token.unwrap_or_default()).await?;
        Ok(answer(json!({})))
    })
    .await
}

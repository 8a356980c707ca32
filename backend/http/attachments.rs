//! Files of actions, in and out. A file comes alone, as the body of its request; what is said of it stands in the address.

use std::sync::Arc;

use async_graphql::ID;
use axum::{
    body::Body,
    extract::{Path, RawQuery, State},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
            IF_NONE_MATCH,
        },
    },
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{
    auth::{answer, told},
    files::disposition,
    visitor::Visitor,
};
use crate::{
    app::App,
    error::{Error, ErrorCode},
    files::{self, File, Given},
    graphql::{Id, Kind, decode},
    i18n::Language,
    live::limits::{Counted, Limit},
};

/// `POST /files?action=action_…&name=plan.pdf[&description=…&language=sv]` with the file itself as the body.
pub async fn receive(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let who = Counted {
            person: Some(me.id),
            address: &visitor.address,
        };
        app.limits.take(&app, Limit::Changes, who).await?;
        // Told before it is sent, where the client says how much it is going to be.
        let announced = headers
            .get(CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if announced.is_some_and(|size| size > app.config.file_megabytes << 20) {
            return Err(Error::new(ErrorCode::TooLarge)
                .on("file")
                .saying("error-file-too-large")
                .with("most", app.config.file_megabytes));
        }
        let address = format!("http://host/?{}", query.unwrap_or_default());
        let address =
            reqwest::Url::parse(&address).map_err(|_| Error::new(ErrorCode::BadRequest).saying("error-body"))?;
        let said = |name: &str| {
            let mut pairs = address.query_pairs();
            pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
        };
        let action = match decode(&said("action").unwrap_or_default()) {
            Some((crate::actions::Action::PREFIX, id)) => Id::of(id),
            _ => return Err(Error::not_found().on("action")),
        };
        let given = Given {
            name: said("name").unwrap_or_default(),
            description: said("description"),
            language: said("language").and_then(|language| Language::from_text(&language.to_lowercase())),
        };
        let file = files::receive(&app, me, action, given, body.into_data_stream()).await?;
        Ok((
            StatusCode::CREATED,
            answer(json!({ "id": ID::from(file.id.to_string()) })),
        )
            .into_response())
    })
    .await
}

/// Nothing in a file runs here: it is saved, or is an image, and its type is the one that was found in it.
pub async fn give(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    visitor: Visitor,
    headers: HeaderMap,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        let id = match decode(&id) {
            Some((File::PREFIX, id)) => Id::of(id),
            _ => return Err(Error::not_found()),
        };
        let file = files::file(&app, &viewer, id).await?.ok_or_else(Error::not_found)?;
        // What is in a file never changes, but who may see it does: kept by the browser, and asked about each time.
        let tag = format!("\"{id}\"");
        let headers_out = [
            (CACHE_CONTROL, "private, no-cache".to_owned()),
            (ETAG, tag.clone()),
            (
                CONTENT_SECURITY_POLICY,
                "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned(),
            ),
        ];
        if headers
            .get(IF_NONE_MATCH)
            .is_some_and(|known| known.as_bytes() == tag.as_bytes())
        {
            return Ok((StatusCode::NOT_MODIFIED, headers_out).into_response());
        }
        let content = files::content(&app, &file).await?;
        let mut response = (headers_out, Body::from_stream(content)).into_response();
        let way = if file.kind.is_image() { "inline" } else { "attachment" };
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.kind.media_type()));
        headers.insert(CONTENT_LENGTH, file.size.into());
        if let Ok(disposition) = disposition(way, &file.name).parse() {
            headers.insert(CONTENT_DISPOSITION, disposition);
        }
        Ok(response)
    })
    .await
}

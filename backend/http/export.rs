//! Threads as files, for those who take part in them.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};

use super::{auth::told, visitor::Visitor};
use crate::{
    app::App,
    error::Error,
    graphql::{Id, Kind, decode},
    threads::{
        Thread,
        export::{self, Format},
    },
};

pub async fn markdown(app: State<Arc<App>>, id: Path<String>, visitor: Visitor) -> Response {
    thread(app, id, visitor, Format::Markdown).await
}

pub async fn json(app: State<Arc<App>>, id: Path<String>, visitor: Visitor) -> Response {
    thread(app, id, visitor, Format::Json).await
}

async fn thread(State(app): State<Arc<App>>, Path(id): Path<String>, visitor: Visitor, format: Format) -> Response {
    told(&app, &visitor, async {
        let (viewer, language) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let thread = match decode(&id) {
            Some((Thread::PREFIX, id)) => Id::of(id),
            _ => return Err(Error::not_found()),
        };
        let pieces = export::export(&app, me, thread, format, language).await?;
        let (kind, ending) = match format {
            Format::Markdown => ("text/markdown; charset=utf-8", "md"),
            Format::Json => ("application/json", "json"),
        };
        let headers = [
            (CONTENT_TYPE, kind.to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename=\"{thread}.{ending}\""),
            ),
            (CACHE_CONTROL, "no-store".to_owned()),
        ];
        Ok((headers, Body::from_stream(pieces)).into_response())
    })
    .await
}

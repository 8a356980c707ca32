//! Files that are sent in to be looked at, templates for them, and accounts to take along. Whether somebody may is asked
//! before their file is taken.

use std::sync::Arc;

use async_graphql::ID;
use axum::{
    body::Body,
    extract::{Path, State},
    response::Response,
};
use serde_json::json;

use super::{
    auth::{answer, told},
    files::{self, CSV, XLSX},
    visitor::Visitor,
};
use crate::{
    app::App,
    error::{Error, Result},
    graphql::{Id, Kind, decode},
    imports::{self, actions::outgoing},
    inventory::{self, EmissionSource, sheet},
    live::limits::{Counted, Limit},
    people::{OrganisationId, Viewer},
    programmes::{Programme, indicators::incoming},
    sheets::{Table, as_csv, as_xlsx},
};

/// `POST /imports/emissions/{organisation}/{name}`, the file itself as the body; answers with the import's id.
pub async fn emissions(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((organisation, name)): Path<(String, String)>,
    body: Body,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let organisation = OrganisationId::parse("organisation", &ID(organisation))?;
        let editor = inventory::may_send(&app, me, organisation).await?;
        count(&app, &viewer, &visitor).await?;
        let bytes = files::upload(body, app.config.import_megabytes).await?;
        let import = inventory::send_emissions(&app, &editor, &name, bytes).await?;
        Ok(answer(json!({ "id": import.id.to_string() })))
    })
    .await
}

/// `POST /imports/actions/{programme}/{name}`, the file itself as the body; answers with the import's id.
pub async fn actions(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((programme, name)): Path<(String, String)>,
    body: Body,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let (programme, editor) = imports::actions::may_send(&app, me, programme_id(&programme)?).await?;
        count(&app, &viewer, &visitor).await?;
        let bytes = files::upload(body, app.config.import_megabytes).await?;
        let import = imports::actions::send(&app, &editor, &programme, &name, bytes).await?;
        Ok(answer(json!({ "id": import.id.to_string() })))
    })
    .await
}

/// `GET /imports/template/actions/xlsx` and `…/csv`
pub async fn actions_template(State(app): State<Arc<App>>, visitor: Visitor, Path(ending): Path<String>) -> Response {
    told(&app, &visitor, async {
        let (_, language) = visitor.viewer(&app).await?;
        let table = imports::actions::columns::template(language);
        file(&table.name.clone(), &ending, table)
    })
    .await
}

/// `POST /imports/values/{programme}/{name}`, the file itself as the body; answers with the import's id.
pub async fn values(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((programme, name)): Path<(String, String)>,
    body: Body,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, _) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let (programme, editor) = imports::actions::may_send(&app, me, programme_id(&programme)?).await?;
        count(&app, &viewer, &visitor).await?;
        let bytes = files::upload(body, app.config.import_megabytes).await?;
        let import = incoming::send(&app, &editor, &programme, &name, bytes).await?;
        Ok(answer(json!({ "id": import.id.to_string() })))
    })
    .await
}

/// `GET /imports/template/values/{programme}/xlsx` and `…/csv`, with the programme's indicators in it.
pub async fn values_template(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((programme, ending)): Path<(String, String)>,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, language) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let (programme, _) = imports::actions::may_send(&app, me, programme_id(&programme)?).await?;
        let table = incoming::sheet::template(&app, &programme, language).await?;
        file(&format!("{} {}", table.name, programme.name), &ending, table)
    })
    .await
}

fn programme_id(text: &str) -> Result<Id<Programme>> {
    match decode(text) {
        Some((Programme::PREFIX, id)) => Ok(Id::of(id)),
        _ => Err(Error::not_found().on("programme")),
    }
}

/// As often as something may be changed.
async fn count(app: &Arc<App>, viewer: &Viewer, visitor: &Visitor) -> Result<()> {
    let counted = Counted {
        person: viewer.maybe().map(|me| me.id),
        address: &visitor.address,
    };
    app.limits.take(app, Limit::Changes, counted).await
}

/// `GET /imports/template/emissions/xlsx` and `…/csv`
pub async fn emissions_template(State(app): State<Arc<App>>, visitor: Visitor, Path(ending): Path<String>) -> Response {
    told(&app, &visitor, async {
        let (_, language) = visitor.viewer(&app).await?;
        let table = sheet::template(language);
        file(&table.name.clone(), &ending, table)
    })
    .await
}

/// `GET /programmes/{id}/actions/xlsx` and `…/csv`: the programme as a sheet that can be sent in again.
pub async fn programme(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((programme, ending)): Path<(String, String)>,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, language) = visitor.viewer(&app).await?;
        let me = viewer.me()?;
        let (programme, _) = imports::actions::may_send(&app, me, programme_id(&programme)?).await?;
        let table = outgoing::sheet(&app, me, &programme, language).await?;
        file(&programme.name, &ending, table)
    })
    .await
}

/// `GET /organisations/{id}/emissions/{source}/{ending}`
pub async fn account(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((organisation, source, ending)): Path<(String, String, String)>,
) -> Response {
    told(&app, &visitor, async {
        let (viewer, language) = visitor.viewer(&app).await?;
        viewer.me()?;
        let organisation = OrganisationId::parse("organisation", &ID(organisation))?;
        let source = EmissionSource::from_text(&source.to_uppercase()).ok_or_else(Error::not_found)?;
        let (name, table) = sheet::account(&app, organisation.0, source, language).await?;
        file(&name, &ending, table)
    })
    .await
}

/// A table as a file of the wished kind.
pub fn file(name: &str, ending: &str, table: Table) -> Result<Response> {
    let (kind, bytes) = match ending {
        "xlsx" => (XLSX, as_xlsx(&[table])?),
        "csv" => (CSV, as_csv(&table)?),
        _ => return Err(Error::not_found()),
    };
    Ok(files::download(&format!("{name}.{ending}"), kind, bytes))
}

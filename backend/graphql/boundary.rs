//! Where requests come in and answers go out: the shape of a request over any transport, its execution, and the errors in
//! the words of its reader.

use std::sync::Arc;

use async_graphql::{ErrorExtensionValues, Response, ServerError, Value, Variables};
use fluent_bundle::FluentValue;
use serde::Deserialize;
use tracing::Instrument;

use super::{Loaders, Prepared, operations::bad};
use crate::{
    app::App,
    error::{Error, ErrorCode, Refusal, Result},
    i18n::{self, Language},
    live::limits::Counted,
    people::Viewer,
};

/// In bytes; what is larger is refused. An action's text is at most 20,000 characters.
pub const LARGEST_REQUEST: usize = 256 * 1024;

/// A request as clients send it, over HTTP or a socket: the operation's text, or its hash.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClientRequest {
    #[serde(default)]
    pub query: Option<String>,
    #[serde(default)]
    document_id: Option<String>,
    #[serde(default)]
    pub operation_name: Option<String>,
    #[serde(default, deserialize_with = "variables")]
    pub variables: Variables,
    #[serde(default)]
    extensions: Option<Extensions>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Extensions {
    #[serde(default)]
    persisted_query: Option<PersistedQuery>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PersistedQuery {
    sha256_hash: String,
}

/// `null` means none.
fn variables<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Variables, D::Error> {
    Ok(Option::<Variables>::deserialize(deserializer)?.unwrap_or_default())
}

impl ClientRequest {
    /// From the parameters of an address, of which `variables` and `extensions` are JSON.
    #[must_use]
    pub fn of_address(parameters: &str) -> Option<Self> {
        let read = async_graphql::http::parse_query_string(parameters).ok()?;
        let extensions = serde_json::to_value(&read.extensions).ok()?;
        Some(Self {
            query: Some(read.query).filter(|query| !query.is_empty()),
            document_id: None,
            operation_name: read.operation_name,
            variables: read.variables,
            extensions: serde_json::from_value(extensions).ok()?,
        })
    }

    /// The operation's hash, as `documentId` or in the older form that several clients know.
    #[must_use]
    pub fn document_id(&self) -> Option<String> {
        let older = || {
            let persisted = self.extensions.as_ref()?.persisted_query.as_ref()?;
            Some(format!("sha256:{}", persisted.sha256_hash))
        };
        self.document_id.clone().or_else(older)
    }
}

/// Who asks.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    pub viewer: &'a Viewer,
    pub language: Language,
    /// The network address, for limits.
    pub address: &'a str,
}

/// Executes a query or mutation of one client. It runs to its end even when the client hangs up, and a resolver that
/// panics is an answer, not a dropped connection.
pub async fn execute(app: &Arc<App>, asker: Asker<'_>, request: ClientRequest) -> Response {
    let refused = |error: &Error| refusal(asker.language, error);
    let prepared = match app.operations.prepare(&request) {
        Ok(prepared) => prepared,
        Err(error) => return refused(&error),
    };
    match prepared.is_subscription(request.operation_name.as_deref()) {
        Ok(false) => run(app, asker, &prepared, request).await,
        Ok(true) => refused(&bad(
            "a subscription needs a WebSocket at /graphql/ws, or text/event-stream",
        )),
        Err(error) => refused(&error),
    }
}

/// As [`execute`], of an operation that is prepared already.
pub async fn run(app: &Arc<App>, asker: Asker<'_>, prepared: &Prepared, request: ClientRequest) -> Response {
    let Asker {
        viewer,
        language,
        address,
    } = asker;
    if let Ok(Some(field)) = prepared.mutation(request.operation_name.as_deref()) {
        let person = viewer.maybe().map(|me| me.id);
        if let Err(error) = app
            .limits
            .take(app, super::limit(field), Counted { person, address })
            .await
        {
            return refusal(language, &error);
        }
    }
    let query = prepared
        .request(request.operation_name.as_deref(), request.variables)
        .data(app.clone())
        .data(viewer.clone())
        .data(language)
        .data(Loaders::default());
    let api = app.api.clone();
    // In the request's span: whatever is logged on the way stands under the request's id.
    let task = app
        .tasks
        .spawn(async move { api.execute(query).await }.in_current_span());
    match task.await {
        Ok(mut response) => {
            translate(language, &mut response);
            response
        }
        Err(panic) => refusal(language, &Error::internal(panic)),
    }
}

/// A response that is nothing but an error.
#[must_use]
pub fn refusal(language: Language, error: &Error) -> Response {
    Response::from_errors(vec![in_words(language, error, ServerError::new(String::new(), None))])
}

/// Puts every error of a response into the reader's words.
pub fn translate(language: Language, response: &mut Response) {
    for error in &mut response.errors {
        let found = std::mem::replace(error, ServerError::new(String::new(), None));
        let cause = found.source::<Error>().cloned();
        // What is not ours is the library's: it could not read or would not accept the request.
        let cause = cause.unwrap_or_else(|| bad(found.message.clone()));
        *error = in_words(language, &cause, found);
    }
}

/// The sentence for an error.
#[must_use]
pub fn sentence(language: Language, error: &Error) -> String {
    match error {
        Error::Refused(refusal) => say(language, refusal),
        Error::Internal(_) => i18n::text(language, "error-unexpected", &[]),
    }
}

fn say(language: Language, refusal: &Refusal) -> String {
    let args: Vec<_> = refusal
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), argument(value)))
        .collect();
    i18n::text(language, refusal.message, &args)
}

fn argument(value: &serde_json::Value) -> FluentValue<'_> {
    match value {
        serde_json::Value::Number(number) => number.as_f64().unwrap_or_default().into(),
        serde_json::Value::String(text) => text.as_str().into(),
        other => other.to_string().into(),
    }
}

/// The error at the same place of the response, with the code, the arguments and the field for programs, and the sentence
/// for people. What is unexpected gets a number under which it stands in the log.
fn in_words(language: Language, error: &Error, place: ServerError) -> ServerError {
    let owned;
    let refusal = match error {
        Error::Refused(refusal) => &**refusal,
        Error::Internal(why) => {
            let trace = format!("{:08x}", trace_number());
            tracing::error!(trace, error = %why, path = ?place.path, "a request failed");
            let mut args = serde_json::Map::new();
            args.insert("trace".to_owned(), trace.into());
            owned = Refusal {
                code: ErrorCode::Internal,
                message: "error-internal",
                args,
                field: None,
            };
            &owned
        }
    };
    let mut extensions = ErrorExtensionValues::default();
    extensions.set("code", refusal.code.name());
    let args = Value::from_json(serde_json::Value::Object(refusal.args.clone())).unwrap_or_default();
    extensions.set("args", args);
    if let Some(field) = refusal.field {
        extensions.set("field", field);
    }
    let mut said = ServerError::new(say(language, refusal), None);
    said.locations = place.locations;
    said.path = place.path;
    said.extensions = Some(extensions);
    said
}

/// Tells log lines apart; nothing rests on it.
fn trace_number() -> u32 {
    static LAST: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let n = LAST.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    // An odd multiplier spreads neighbours over the whole range, so that two traces do not look alike.
    n.wrapping_add(1).wrapping_mul(0x9E37_79B1)
}

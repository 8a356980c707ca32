//! What can go wrong, in the words that a client may read. An [`Error`] that is not [`Error::Internal`] is an answer:
//! it has a code, arguments for its translated sentence, and the input field at fault. The sentence itself is Fluent text
//! (`error-<code>` in `locales/*/errors.ftl`) and is made at the boundary, in the language of the request.

use std::sync::Arc;

use async_graphql::Enum;
use serde_json::{Map, Value};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a request was refused: `errors[].extensions.code`.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorCode {
    /// The request itself is not one: syntax, unknown fields, wrong types, limits of size or depth.
    BadRequest,
    /// A value is not acceptable: empty, too long, impossible. `field` says which.
    Invalid,
    /// Nobody is signed in.
    Unauthenticated,
    /// The viewer sees it but may not change it.
    Forbidden,
    /// It does not exist, or the viewer may not know that it does.
    NotFound,
    /// It was changed meanwhile; `args.revision` is the newest revision.
    Conflict,
    /// The programme already holds a copy of this action; `args.actionId` is that copy.
    AlreadyCopied,
    /// The name or address is in use.
    Taken,
    /// `after` lies beyond the journal: read the state anew and subscribe without `after`.
    Resync,
    /// Too many attempts; try again later, where `args.retryAfter` stands after that many seconds.
    RateLimited,
    /// The request or a part of it is too large.
    TooLarge,
    /// A one-time link was used before, or has expired.
    LinkSpent,
    /// The server does not know this operation's hash: send the whole text.
    PersistedQueryNotFound,
    /// A part that Samverk needs (the database, as a rule) does not answer; nothing was changed.
    Unavailable,
    /// A fault of ours, logged under `args.trace`.
    Internal,
}

impl ErrorCode {
    /// As it stands in the API: `NOT_FOUND`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BadRequest => "BAD_REQUEST",
            Self::Invalid => "INVALID",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::AlreadyCopied => "ALREADY_COPIED",
            Self::Taken => "TAKEN",
            Self::Resync => "RESYNC",
            Self::RateLimited => "RATE_LIMITED",
            Self::TooLarge => "TOO_LARGE",
            Self::LinkSpent => "LINK_SPENT",
            Self::PersistedQueryNotFound => "PERSISTED_QUERY_NOT_FOUND",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// A refusal that its reader can act on.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub code: ErrorCode,
    /// The id of the sentence in `locales/*/errors.ftl`; `error-<code>` unless a narrower one says more.
    pub message: &'static str,
    pub args: Map<String, Value>,
    pub field: Option<&'static str>,
}

#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    #[error("{}", .0.message)]
    Refused(Box<Refusal>),
    /// Everything that the client did not cause. Details go to the log and nowhere else.
    #[error("internal")]
    Internal(Arc<dyn std::error::Error + Send + Sync>),
}

impl Error {
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        let message = match code {
            ErrorCode::BadRequest => "error-bad-request",
            ErrorCode::Invalid => "error-invalid",
            ErrorCode::Unauthenticated => "error-unauthenticated",
            ErrorCode::Forbidden => "error-forbidden",
            ErrorCode::NotFound => "error-not-found",
            ErrorCode::Conflict => "error-conflict",
            ErrorCode::AlreadyCopied => "error-already-copied",
            ErrorCode::Taken => "error-taken",
            ErrorCode::Resync => "error-resync",
            ErrorCode::RateLimited => "error-rate-limited",
            ErrorCode::TooLarge => "error-too-large",
            ErrorCode::LinkSpent => "error-link-spent",
            ErrorCode::PersistedQueryNotFound => "error-persisted-query-not-found",
            ErrorCode::Unavailable => "error-unavailable",
            ErrorCode::Internal => "error-internal",
        };
        Self::Refused(Box::new(Refusal {
            code,
            message,
            args: Map::new(),
            field: None,
        }))
    }

    /// A value that cannot be taken as it is, with the sentence that says why.
    #[must_use]
    pub fn invalid(field: &'static str, message: &'static str) -> Self {
        Self::new(ErrorCode::Invalid).on(field).saying(message)
    }

    #[must_use]
    pub fn not_found() -> Self {
        Self::new(ErrorCode::NotFound)
    }

    #[must_use]
    pub fn forbidden() -> Self {
        Self::new(ErrorCode::Forbidden)
    }

    /// Too often; it may be tried again after this long.
    #[must_use]
    pub fn rate_limited(after: std::time::Duration) -> Self {
        // At least a second: who comes again at once would be too early.
        let seconds = after.as_secs() + 1;
        Self::new(ErrorCode::RateLimited)
            .saying("error-rate-limited-for")
            .with("retryAfter", seconds)
            .with("minutes", seconds.div_ceil(60))
    }

    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(Arc::from(source.into()))
    }

    #[must_use]
    pub fn on(mut self, field: &'static str) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.field = Some(field);
        }
        self
    }

    #[must_use]
    pub fn saying(mut self, message: &'static str) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.message = message;
        }
        self
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.args.insert(name.to_owned(), value.into());
        }
        self
    }

    /// In how many seconds it may be tried again, where that is known.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Refused(refusal) => refusal.args.get("retryAfter")?.as_u64(),
            Self::Internal(_) => None,
        }
    }

    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

impl From<crate::db::DbError> for Error {
    fn from(error: crate::db::DbError) -> Self {
        if error.is_unavailable() {
            tracing::warn!(%error, "the database does not answer");
            Self::new(ErrorCode::Unavailable)
        } else if matches!(error, crate::db::DbError::ForeignKey) {
            // Permission was looked at, and then somebody else was quicker.
            tracing::info!(%error, "what a row hangs on was deleted meanwhile");
            Self::not_found()
        } else {
            Self::internal(error)
        }
    }
}

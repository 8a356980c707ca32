//! Files that people take along or send in: the headers of a download, and a body that is taken piece by piece, so that
//! one that is too large is refused while it comes and not after.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, BodyDataStream},
    extract::{Request, State},
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt};

use crate::{
    app::App,
    error::{Error, ErrorCode, Result},
};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const CSV: &str = "text/csv; charset=utf-8";
/// So much of what is refused is let pass by, and for so long.
const PASSING: usize = 256 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);

/// A file to keep, under a name with whatever letters.
pub fn download(name: &str, kind: &str, content: impl Into<Body>) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, disposition("attachment", name)),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, content.into()).into_response()
}

/// Whether to keep it or to show it (`inline`), and the name twice (RFC 6266): in ASCII for whoever reads nothing else, and as it is.
pub fn disposition(way: &str, name: &str) -> String {
    let plain = |c: char| match c {
        c if c.is_ascii_alphanumeric() || "-_. ".contains(c) => c,
        'å' | 'ä' | 'æ' => 'a',
        'ö' | 'ø' => 'o',
        'Å' | 'Ä' | 'Æ' => 'A',
        'Ö' | 'Ø' => 'O',
        _ => '_',
    };
    let ascii: String = name.chars().map(plain).collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        match byte {
            b'-' | b'_' | b'.' | b'~' => whole.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => whole.push(char::from(byte)),
            byte => whole.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{way}; filename=\"{ascii}\"; filename*=UTF-8''{whole}")
}

/// What is sent in, of at most so many megabytes.
///
/// # Errors
/// `TOO_LARGE` on `file`, without having kept it; `BAD_REQUEST` when it breaks off.
pub async fn upload(body: Body, megabytes: u64) -> Result<Bytes> {
    let most = usize::try_from(megabytes * 1024 * 1024).unwrap_or(usize::MAX);
    let mut pieces = body.into_data_stream();
    let mut whole = BytesMut::new();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Error::new(ErrorCode::BadRequest).saying("error-sheet-broken"))?;
        if whole.len() + piece.len() > most {
            return Err(Error::new(ErrorCode::TooLarge)
                .on("file")
                .saying("error-sheet-size")
                .with("most", megabytes));
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole.freeze())
}

/// What more comes of a body that is refused is let pass by unread: a browser, as most clients, reads no answer before it has
/// sent all, and would hear of a broken line instead of the reason.
pub async fn hear_out(State(app): State<Arc<App>>, request: Request) -> Request {
    request.map(|body| {
        Body::from_stream(HeardOut {
            app,
            rest: Some(body.into_data_stream()),
        })
    })
}

struct HeardOut {
    app: Arc<App>,
    /// Until it has come to its end.
    rest: Option<BodyDataStream>,
}

impl Stream for HeardOut {
    type Item = <BodyDataStream as Stream>::Item;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self
            .rest
            .as_mut()
            .map_or(Poll::Ready(None), |rest| rest.poll_next_unpin(context));
        if !matches!(next, Poll::Pending | Poll::Ready(Some(Ok(_)))) {
            self.rest = None;
        }
        next
    }
}

impl Drop for HeardOut {
    fn drop(&mut self) {
        let Some(mut rest) = self.rest.take() else { return };
        let app = self.app.clone();
        let passing = async move {
            let mut came = 0;
            while let Some(Ok(piece)) = rest.next().await {
                came += piece.len();
                if came > PASSING {
                    break;
                }
            }
        };
        tokio::spawn(async move { app.clock.within(PATIENCE, passing).await });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_and_nothing_breaks_out_of_it() {
        assert_eq!(
            disposition("attachment", "Åtgärder \"2026\"\r\n.xlsx"),
            "attachment; filename=\"Atgarder _2026___.xlsx\"; filename*=UTF-8''%C3%85tg%C3%A4rder%20%222026%22%0D%0A.xlsx"
        );
    }
}

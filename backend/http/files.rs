//! Files that people take along or send in: the headers of a download, and a body that is taken piece by piece, so that
//! one that is too large is refused while it comes and not after.

use axum::{
    body::Body,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;

use crate::error::{Error, ErrorCode, Result};

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const CSV: &str = "text/csv; charset=utf-8";
/// So much of what is too large is let pass by.
const PATIENCE: usize = 256 * 1024 * 1024;

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
    let mut came = 0;
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Error::new(ErrorCode::BadRequest).saying("error-sheet-broken"))?;
        came += piece.len();
        if came <= most {
            whole.extend_from_slice(&piece);
            continue;
        }
        // Nothing more is kept. Some more is let pass, since a browser reads no answer before it has sent all.
        whole = BytesMut::new();
        if came > PATIENCE {
            break;
        }
    }
    if came > most {
        return Err(Error::new(ErrorCode::TooLarge)
            .on("file")
            .saying("error-sheet-size")
            .with("most", megabytes));
    }
    Ok(whole.freeze())
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

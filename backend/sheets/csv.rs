//! Separated values. Nothing in such a file says how it was written, so encoding and separator are told from what stands
//! in it: Excel writes semicolons and Windows-1252 in our countries, other programs commas and UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Book, Gathered, Sheet, broken, refused};
use crate::error::Result;

const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Records that are looked at for telling the separator.
const LOOK: usize = 30;

pub fn read(bytes: &[u8]) -> Result<Book> {
    let text = decode(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let (text, said) = stated(&text);
    let separator = said.unwrap_or_else(|| separator(text));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut record, mut gathered, mut sheet) = (csv::ByteRecord::new(), Gathered::default(), Sheet::default());
    // The reader skips empty lines; a row's number is that of a spreadsheet all the same.
    let mut number = u32::from(said.is_some());
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Err(broken()),
        }
        let start = record.position().map_or(0, csv::Position::byte);
        let rest = &text.as_bytes()[usize::try_from(start).unwrap_or_default().min(text.len())..];
        let skipped = rest.iter().take_while(|byte| **byte == b'\n').count();
        number = number.saturating_add(1 + u32::try_from(skipped).unwrap_or_default());
        gathered.begin(&mut sheet.rows, number)?;
        if let Some(row) = sheet.rows.last_mut() {
            gathered.put_record(row, &record)?;
        }
        sheet.rows.pop_if(|row| row.cells.is_empty());
    }
    if sheet.rows.is_empty() {
        return Err(refused("error-sheet-empty"));
    }
    Ok(Book { sheets: vec![sheet] })
}

/// As text: by its byte order mark, else as UTF-8, else as what Windows has always written here.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// Excel's own first line for telling the separator: `sep=;`.
fn stated(text: &str) -> (&str, Option<u8>) {
    let said = text.split_once('\n').and_then(|(first, rest)| {
        let sign = first.trim_end().strip_prefix("sep=")?;
        Some((rest, *sign.as_bytes().first()?))
    });
    match said {
        Some((rest, sign)) if SEPARATORS.contains(&sign) => (rest, Some(sign)),
        _ => (text, None),
    }
}

/// The sign that most of the first records have. A comma is the decimal sign in most of our files, so it comes last among
/// equals. What stands between quotation marks is text, over as many lines as it goes.
fn separator(text: &str) -> u8 {
    let mut records = [0; SEPARATORS.len()];
    let mut found = [false; SEPARATORS.len()];
    let mut seen = 0;
    // A quotation mark opens only where a field begins, and again where it is doubled.
    let (mut quoted, mut may_open) = (false, true);
    for byte in text.bytes().chain([b'\n']) {
        let mark = byte == b'"';
        if quoted {
            (quoted, may_open) = (!mark, mark);
            continue;
        }
        quoted = mark && may_open;
        let sign = SEPARATORS.iter().position(|sign| *sign == byte);
        if let Some(sign) = sign {
            found[sign] = true;
        }
        may_open = sign.is_some() || byte == b'\n';
        if byte == b'\n' {
            for (records, found) in records.iter_mut().zip(std::mem::take(&mut found)) {
                *records += u32::from(found);
            }
            seen += 1;
            if seen == LOOK {
                break;
            }
        }
    }
    let mut best = (0, b';');
    for (records, sign) in records.into_iter().zip(SEPARATORS) {
        if records > best.0 {
            best = (records, sign);
        }
    }
    best.1
}

//! Which kinds of files are taken, told by what is in them. Nothing is ever unpacked: of an Office file the list of its
//! parts is read, which stands at its end, and who claims another kind than it is, is refused.

use async_graphql::Enum;

use crate::{
    db::text_enum,
    error::{Error, Result},
};

/// What a file is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Portable Document Format
    Pdf,
    /// An image
    Png,
    /// An image
    Jpeg,
    /// An image
    Webp,
    /// An image
    Gif,
    /// A text of Microsoft Office
    Docx,
    /// A spreadsheet of Microsoft Office
    Xlsx,
    /// Slides of Microsoft Office
    Pptx,
    /// A text of OpenDocument
    Odt,
    /// A spreadsheet of OpenDocument
    Ods,
    /// Slides of OpenDocument
    Odp,
}
text_enum!(FileKind {
    Pdf = "PDF",
    Png = "PNG",
    Jpeg = "JPEG",
    Webp = "WEBP",
    Gif = "GIF",
    Docx = "DOCX",
    Xlsx = "XLSX",
    Pptx = "PPTX",
    Odt = "ODT",
    Ods = "ODS",
    Odp = "ODP",
});

/// The beginning of a file that is enough to tell most kinds.
pub const HEAD: usize = 4096;
/// The end of a file in which the list of an Office file's parts must lie.
pub const TAIL: usize = 1 << 20;

impl FileKind {
    pub const ALL: [Self; 11] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Webp,
        Self::Gif,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Odp,
    ];

    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// What its name may end with.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Webp => &["webp"],
            Self::Gif => &["gif"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
        }
    }

    /// Whether a page may show it in itself.
    #[must_use]
    pub fn is_image(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Webp | Self::Gif)
    }
}

/// What a file is, by its beginning and its end; `size` is the whole file's.
///
/// # Errors
/// `INVALID` for what is not taken, and for what is not what its name says.
pub fn judge(name: &str, head: &[u8], tail: &[u8], size: u64) -> Result<FileKind> {
    let kind = match infer::get(head).map(|found| found.mime_type()) {
        _ if head.starts_with(b"PK\x03\x04") => packed(head, tail, size)?,
        Some("application/pdf") => FileKind::Pdf,
        Some("image/png") => FileKind::Png,
        Some("image/jpeg") => FileKind::Jpeg,
        Some("image/webp") => FileKind::Webp,
        Some("image/gif") => FileKind::Gif,
        _ => return Err(not_taken()),
    };
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    match ending {
        Some(ending) if kind.endings().contains(&ending.as_str()) => Ok(kind),
        _ => Err(Error::invalid("name", "error-file-name-lies").with("kind", kind.endings()[0])),
    }
}

fn not_taken() -> Error {
    Error::invalid("file", "error-file-kind")
}

/// An Office file, or one of OpenDocument; both are zip archives.
fn packed(head: &[u8], tail: &[u8], size: u64) -> Result<FileKind> {
    let parts = parts(tail, size).ok_or_else(not_taken)?;
    let runs = |part: &String| {
        let part = part.to_ascii_lowercase();
        part.ends_with("vbaproject.bin")
            || part.contains("/activex/")
            || part.starts_with("basic/")
            || part.starts_with("scripts/")
    };
    if parts.iter().any(runs) {
        return Err(Error::invalid("file", "error-file-macros"));
    }
    let has = |start: &str| {
        parts
            .iter()
            .any(|part| part.starts_with(start) && part.ends_with(".xml"))
    };
    match open_document(head) {
        Some("application/vnd.oasis.opendocument.text") => Ok(FileKind::Odt),
        Some("application/vnd.oasis.opendocument.spreadsheet") => Ok(FileKind::Ods),
        Some("application/vnd.oasis.opendocument.presentation") => Ok(FileKind::Odp),
        Some(_) => Err(not_taken()),
        None if !parts.iter().any(|part| part == "[Content_Types].xml") => Err(not_taken()),
        None if has("word/document") => Ok(FileKind::Docx),
        None if has("xl/workbook") => Ok(FileKind::Xlsx),
        None if has("ppt/presentation") => Ok(FileKind::Pptx),
        None => Err(not_taken()),
    }
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

/// An OpenDocument file begins with a part that says its type in plain letters.
fn open_document(head: &[u8]) -> Option<&str> {
    let (size, name, extra) = (number(head, 18, 4)?, number(head, 26, 2)?, number(head, 28, 2)?);
    if head.get(30..30 + name)? != b"mimetype" || number(head, 8, 2)? != 0 {
        return None;
    }
    let start = 30 + name + extra;
    std::str::from_utf8(head.get(start..start.checked_add(size)?)?).ok()
}

/// The names of an archive's parts, from the list at its end.
fn parts(tail: &[u8], size: u64) -> Option<Vec<String>> {
    const END: &[u8] = b"PK\x05\x06";
    let end = tail.windows(END.len()).rposition(|window| window == END)?;
    let (count, start) = (number(tail, end + 10, 2)?, number(tail, end + 16, 4)?);
    // Where the list begins, counted from the beginning of what we have.
    let before = usize::try_from(size).ok()?.checked_sub(tail.len())?;
    let mut at = start.checked_sub(before)?;
    let mut names = Vec::new();
    for _ in 0..count {
        if tail.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) = (
            number(tail, at + 28, 2)?,
            number(tail, at + 30, 2)?,
            number(tail, at + 32, 2)?,
        );
        let bytes = tail.get(at + 46..at + 46 + name)?;
        names.push(String::from_utf8_lossy(bytes).into_owned());
        at += 46 + name + extra + comment;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// An archive of empty, stored parts, the first of which may say something.
    fn archive(first: &[u8], names: &[&str]) -> Vec<u8> {
        let (mut file, mut list) = (Vec::new(), Vec::new());
        for (i, name) in names.iter().enumerate() {
            let content: &[u8] = if i == 0 { first } else { b"" };
            let length = u32::try_from(content.len()).unwrap().to_le_bytes();
            let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let offset = u32::try_from(file.len()).unwrap().to_le_bytes();
            let common = [
                &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
                &length,
                &length,
                &name_length,
                &[0, 0],
            ]
            .concat();
            file.extend([b"PK\x03\x04", &common[..], name.as_bytes(), content].concat());
            list.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &offset, name.as_bytes()].concat());
        }
        let count = u16::try_from(names.len()).unwrap().to_le_bytes();
        let (size, offset) = (list.len() as u32, file.len() as u32);
        file.extend(&list);
        file.extend(
            [
                b"PK\x05\x06\0\0\0\0",
                &count[..],
                &count,
                &size.to_le_bytes(),
                &offset.to_le_bytes(),
                &[0, 0],
            ]
            .concat(),
        );
        file
    }

    fn judged(name: &str, file: &[u8]) -> Result<FileKind, String> {
        let head = &file[..file.len().min(HEAD)];
        judge(name, head, file, file.len() as u64).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_taken_is_told_by_what_is_in_it() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(judged("a.PNG", png), Ok(FileKind::Png));
        assert_eq!(judged("a.pdf", b"%PDF-1.7\n"), Ok(FileKind::Pdf));
        assert_eq!(judged("a.jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"), Ok(FileKind::Jpeg));
        assert_eq!(judged("a.gif", b"GIF89a"), Ok(FileKind::Gif));
        assert_eq!(judged("a.webp", b"RIFF\x10\0\0\0WEBPVP8 "), Ok(FileKind::Webp));
        let office = |part| archive(b"", &["[Content_Types].xml", "_rels/.rels", part]);
        assert_eq!(judged("a.docx", &office("word/document.xml")), Ok(FileKind::Docx));
        assert_eq!(judged("a.docx", &office("word/document2.xml")), Ok(FileKind::Docx));
        assert_eq!(judged("a.xlsx", &office("xl/workbook.xml")), Ok(FileKind::Xlsx));
        assert_eq!(judged("a.pptx", &office("ppt/presentation.xml")), Ok(FileKind::Pptx));
        let odt = archive(b"application/vnd.oasis.opendocument.text", &["mimetype", "content.xml"]);
        assert_eq!(judged("a.odt", &odt), Ok(FileKind::Odt));
    }

    #[test]
    fn what_lies_or_runs_is_refused() {
        let refused = |name, file: &[u8]| judged(name, file).unwrap_err();
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(refused("a.pdf", png), "error-file-name-lies");
        assert_eq!(refused("png", png), "error-file-name-lies");
        for (name, file) in [
            (
                "a.svg",
                &b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"[..],
            ),
            ("a.html", b"<!doctype html><script>1</script>"),
            ("a.pdf", b"<!doctype html>"),
            ("a.exe", b"MZ\x90\0"),
            ("a.txt", b"hej"),
            ("a.png", b""),
            ("a.docx", b"PK\x03\x04"),
            ("a.zip", &archive(b"", &["a.txt"])),
            ("a.jar", &archive(b"", &["META-INF/MANIFEST.MF"])),
            ("a.xlsb", &archive(b"", &["[Content_Types].xml", "xl/workbook.bin"])),
            (
                "a.ott",
                &archive(b"application/vnd.oasis.opendocument.text-template", &["mimetype"]),
            ),
        ] {
            assert_eq!(refused(name, file), "error-file-kind", "{name}");
        }
        let macros = archive(
            b"",
            &["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"],
        );
        assert_eq!(refused("a.docm", &macros), "error-file-macros");
        assert_eq!(refused("a.docx", &macros), "error-file-macros");
        let basic = archive(
            b"application/vnd.oasis.opendocument.text",
            &["mimetype", "Basic/script-lc.xml"],
        );
        assert_eq!(refused("a.odt", &basic), "error-file-macros");
        let plain = archive(b"", &["[Content_Types].xml", "word/document.xml"]);
        assert_eq!(refused("a.xlsx", &plain), "error-file-name-lies");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_stumble(file in prop::collection::vec(any::<u8>(), 0..400), cut in 0usize..300) {
            let _ = judged("a.docx", &file);
            let mut broken = archive(b"", &["[Content_Types].xml", "word/document.xml"]);
            for (at, byte) in file.iter().enumerate() {
                let at = (at * 7 + cut) % broken.len();
                broken[at] ^= byte & 1;
            }
            let _ = judged("a.docx", &broken);
            let _ = judged("a.docx", &broken[..broken.len() - cut.min(broken.len())]);
        }
    }
}

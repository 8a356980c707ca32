use std::io::Write;

use proptest::prelude::*;

use super::*;

fn rows(book: &Book) -> Vec<Vec<String>> {
    let row = |row: &Row| row.cells().map(|(_, cell)| cell.text()).collect();
    book.sheets[0].rows.iter().map(row).collect()
}

fn message(bytes: &[u8]) -> String {
    match read_here(bytes) {
        Ok(book) => format!("read: {book:?}"),
        Err(Error::Refused(refusal)) => {
            assert_eq!(refusal.field, Some("file"));
            refusal.message.to_owned()
        }
        Err(Error::Internal(why)) => panic!("{why}"),
    }
}

fn table(rows: Vec<Vec<Value>>) -> Table {
    Table {
        name: "Utsläpp: alla / [år]".to_owned(),
        columns: vec![Column::new("Sektor", 20), Column::new("År", 8)],
        rows,
    }
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn cells_are_named_as_a_spreadsheet_names_them() {
    assert_eq!(
        [(0, 1), (25, 7), (26, 2), (701, 3), (702, 4)].map(|(column, row)| address(column, row)),
        ["A1", "Z7", "AA2", "ZZ3", "AAA4"]
    );
}

#[test]
fn a_text_of_many_lines_does_not_say_what_separates() {
    let text =
        "Titel;Beskrivning\nElbilar;\"Dyrt, först.\n\nMen \"\"billigt\"\", sen.\nOch tyst, med.\"\nRör 3\";Klart, nu\n";
    let rows = rows(&read_here(text.as_bytes()).unwrap());
    assert_eq!(
        rows,
        [
            ["Titel", "Beskrivning"],
            ["Elbilar", "Dyrt, först.\n\nMen \"billigt\", sen.\nOch tyst, med."],
            ["Rör 3\"", "Klart, nu"],
        ]
    );
}

#[test]
fn separated_values_are_read_however_they_were_written() {
    let wanted = vec![vec!["Ort", "Ton"], vec!["Ålesund", "1 234,5"]];
    let semicolons = "Ort;Ton\r\nÅlesund;1 234,5\r\n";
    let windows = encoding_rs::WINDOWS_1252.encode(semicolons).0;
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(semicolons.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [
        semicolons.as_bytes(),
        &windows,
        &wide,
        "\u{feff}Ort;Ton\nÅlesund;1 234,5".as_bytes(),
        "Ort,Ton\nÅlesund,\"1 234,5\"\n".as_bytes(),
        "sep=,\nOrt,Ton\nÅlesund,\"1 234,5\"\n".as_bytes(),
    ] {
        let book = read_here(bytes).unwrap();
        assert_eq!(rows(&book), wanted);
        assert_eq!(book.sheets[0].rows[1].cell(1).number(), Some(1234.5));
    }
}

#[test]
fn a_row_keeps_its_number_past_empty_lines_and_texts_over_several() {
    let book = read_here(b"a;b\n\n\"x\ny\";1\n\nz;2\n").unwrap();
    let numbers: Vec<_> = book.sheets[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 3, 5]);
    assert_eq!(book.sheets[0].rows[2].address(1), "B5");
}

#[test]
fn numbers_and_days_are_read_as_our_countries_write_them() {
    for (text, wanted) in [
        ("1 234,5", Some(1234.5)),
        ("1\u{a0}234\u{202f}567", Some(1_234_567.0)),
        ("1.234.567", Some(1_234_567.0)),
        ("1.234,5", Some(1234.5)),
        ("1,234.5", Some(1234.5)),
        ("−12,5", Some(-12.5)),
        ("12.5", Some(12.5)),
        ("..", None),
        (".", None),
        ("-", None),
        ("12 ton", None),
        ("1-2", None),
        ("", None),
    ] {
        assert_eq!(number(text), wanted, "{text}");
    }
    for (text, of_point, of_comma) in [
        ("25.000", 25.0, 25_000.0),
        ("-12,500", -12_500.0, -12.5),
        ("0,125", 0.125, 0.125),
        ("1 234,567", 1234.567, 1234.567),
        ("1.234,567", 1234.567, 1234.567),
        ("12,3450", 12.345, 12.345),
    ] {
        assert_eq!(number_by(text, Some('.')), Some(of_point), "{text}");
        assert_eq!(number_by(text, Some(',')), Some(of_comma), "{text}");
        assert_eq!(
            number_by(text, None).map(f64::abs) < Some(2000.0),
            !is_doubtful(text),
            "{text}"
        );
        assert_eq!(of_point.to_bits() != of_comma.to_bits(), is_doubtful(text), "{text}");
    }
    let settled = |texts: &[&str]| settled(texts.iter().copied());
    assert_eq!(settled(&["12.500", "3", "x", "1,5"]), Some(','));
    assert_eq!(settled(&["12.500", "1,234,567"]), Some('.'));
    assert_eq!((settled(&["12.500"]), settled(&["1,5", "1.5"])), (None, None));
    assert_eq!(
        (written(12.125), written(12.5)),
        ("12,1250".to_owned(), "12,5".to_owned())
    );
    let wanted = day("2026-01-31");
    assert!(wanted.is_some());
    assert_eq!(day("31.1.2026"), wanted);
    assert_eq!(day("31/01/2026"), wanted);
    assert_eq!(day("2026-01-31T00:00:00"), wanted);
    assert_eq!((day("31.2.2026"), day("1.2.26"), day("i går")), (None, None, None));
}

#[test]
fn what_is_written_comes_back_and_no_text_becomes_a_formula() {
    let texts = [
        "=1+1",
        "+47 12",
        "-10 %",
        "@namn",
        "'citat",
        "'=x",
        "''",
        "a;b\"c\nd",
        "Ørsta",
    ];
    let written = table(
        texts
            .iter()
            .map(|text| vec![(*text).into(), Value::Whole(2030)])
            .collect(),
    );
    let as_text = |bytes: Vec<u8>| {
        let book = read_here(&bytes).unwrap();
        let cells = book.sheets[0].rows[1..].iter().map(|row| row.cell(0).text());
        cells.collect::<Vec<_>>()
    };
    assert_eq!(as_text(as_xlsx(std::slice::from_ref(&written)).unwrap()), texts);
    let csv = as_csv(&written).unwrap();
    assert!(!String::from_utf8_lossy(&csv).contains("\r\n="));
    assert_eq!(as_text(csv), texts);
}

#[test]
fn a_workbook_gives_typed_cells_and_what_its_formulas_came_to() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet
        .write_formula(0, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .write_formula(0, 1, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet.write_boolean(1, 2, true).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let book = read_here(&bytes).unwrap();
    let first = &book.sheets[0].rows[0];
    assert_eq!(first.cell(0).number(), Some(2.0));
    assert_eq!(first.cell(1).number(), None);
    assert_eq!(first.cell(1).text(), "#DIV/0!");
    assert_eq!(book.sheets[0].rows[1].cell(2), &Cell::Yes(true));
    let dated = table(vec![vec![Value::Day(day("2026-11-22").unwrap()), Value::Number(1.5)]]);
    let book = read_here(&as_xlsx(&[dated]).unwrap()).unwrap();
    assert_eq!(book.sheets[0].name, "Utsläpp alla  år");
    assert_eq!(book.sheets[0].rows[1].cell(0).day(), day("2026-11-22"));
}

#[test]
fn merged_cells_are_said_of_each_row_and_a_formula_without_result_is_no_empty_cell() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let (sheet, plain) = (workbook.add_worksheet(), rust_xlsxwriter::Format::new());
    for row in 0..4 {
        sheet.write_string(row, 4, format!("rad {row}")).unwrap();
    }
    sheet.merge_range(0, 0, 2, 1, "Transport", &plain).unwrap();
    sheet.merge_range(0, 2, 1, 2, "", &plain).unwrap();
    sheet.write_number(0, 2, 300_000.0).unwrap();
    sheet.merge_range(1, 3, 5, 3, "", &plain).unwrap();
    sheet.write_number(1, 3, 2030.0).unwrap();
    let book = read_here(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(
        rows(&book),
        [
            vec!["Transport", "", "300000", "", "rad 0"],
            vec!["Transport", "", "", "2030", "rad 1"],
            vec!["Transport", "", "", "2030", "rad 2"],
            vec!["", "", "", "2030", "rad 3"],
        ],
        "an amount is of all its rows together"
    );
    let cells = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f></c><c r="C1"><f>A1+1</f><v>2</v></c></row>"#;
    let book = read_here(&workbook_of(cells.as_bytes())).unwrap();
    let row = &book.sheets[0].rows[0];
    assert_eq!(row.cell(1), &Cell::Broken(UNCOMPUTED.into()));
    assert_eq!(row.cell(2).number(), Some(2.0));
}

/// A workbook of one sheet with these rows, as programs write them.
fn workbook_of(rows: &[u8]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet();
    let bytes = workbook.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().to_string();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            bytes = format!("<worksheet xmlns=\"{space}\"><sheetData>").into_bytes();
            bytes.extend_from_slice(rows);
            bytes.extend_from_slice(b"</sheetData></worksheet>");
        }
        files.push((name, bytes));
    }
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    zipped(&files)
}

#[test]
fn reading_stops_where_it_is_too_much() {
    let row = b"<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>";
    assert_eq!(message(&workbook_of(&row.repeat(ROWS + 1))), "error-sheet-rows");
    assert_eq!(message(&b"a;b\n".repeat(ROWS + 1)), "error-sheet-rows");
    let merged = b"<mergeCell ref=\"A1:A2\"/>".repeat(MERGED_AND_MORE);
    let sheet = zipped(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &merged)]);
    assert_eq!(message(&sheet), "error-sheet-merged");
}
const MERGED_AND_MORE: usize = 20_001;

#[test]
fn what_a_file_lies_about_is_found_out() {
    assert_eq!(message(b""), "error-sheet-empty");
    assert_eq!(message(b" \r\n "), "error-sheet-empty");
    assert_eq!(message(b"%PDF-1.7 and so on"), "error-sheet-kind");
    assert_eq!(message(b"\x89PNG\r\n\x1a\n\0\0"), "error-sheet-kind");
    assert_eq!(message(b"a;b\0;c"), "error-sheet-kind");
    assert_eq!(message(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "error-sheet-old-excel");
    assert_eq!(message(b"PK\x03\x04 and then nothing"), "error-sheet-broken");
    assert_eq!(message(&zipped(&[("word/document.xml", b"<x/>")])), "error-sheet-kind");
    assert_eq!(message(&zipped(&[("xl/workbook.xml", b"<x")])), "error-sheet-broken");
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_opened() {
    let zeros = vec![b' '; 33 * 1024 * 1024];
    let bomb = zipped(&[("xl/workbook.xml", b"<x/>"), ("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(message(&bomb), "error-sheet-unpacked");
    // The same, and the archive says that it is small.
    let mut liar = bomb.clone();
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let places: Vec<_> = (0..liar.len() - 4).filter(|at| liar[*at..*at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(["error-sheet-unpacked", "error-sheet-broken"].contains(&message(&liar).as_str()));
    let many: Vec<_> = (0..1001).map(|n| format!("xl/{n}.xml")).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(message(&zipped(&many)), "error-sheet-unpacked");
}

#[test]
fn a_cell_far_out_costs_no_more_than_itself() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "a").unwrap();
    sheet.write_string(1_048_575, 3, "b").unwrap();
    let book = read_here(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(book.sheets[0].rows.len(), 2);
    assert_eq!(book.sheets[0].rows[1].address(3), "D1048576");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 16_383, "b").unwrap();
    assert_eq!(message(&workbook.save_to_buffer().unwrap()), "error-sheet-columns");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_here(&bytes);
    }

    #[test]
    fn no_change_of_a_workbook_breaks_the_reader(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<proptest::sample::Index>(),
    ) {
        let whole = as_xlsx(&[table(vec![vec!["a".into(), Value::Whole(2020)]])]).unwrap();
        let mut bytes = whole.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_here(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read_here(&bytes);
    }
}

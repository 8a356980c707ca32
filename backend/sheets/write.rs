//! Tables as files. A text stays a text: in a workbook by its type, in separated values by a guard before signs that would
//! make a spreadsheet take it for a formula. The same guard is taken off when such a file comes back.

use rust_xlsxwriter::{DataValidation, ExcelDateTime, Format, Workbook, XlsxError};

use crate::{
    error::{Error, Result},
    graphql::Day,
};

/// One sheet, or one file of separated values.
#[derive(Debug, Default)]
pub struct Table {
    /// The sheet's name.
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Value>>,
}

#[derive(Clone, Debug, Default)]
pub struct Column {
    pub heading: String,
    /// In letters.
    pub width: u8,
    /// What may be chosen in it, in a workbook.
    pub choices: Vec<String>,
}

impl Column {
    #[must_use]
    pub fn new(heading: impl Into<String>, width: u8) -> Self {
        Self {
            heading: heading.into(),
            width,
            choices: Vec::new(),
        }
    }

    #[must_use]
    pub fn choices(mut self, choices: impl IntoIterator<Item = String>) -> Self {
        self.choices = choices.into_iter().collect();
        self
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A year or another whole number that is not grouped.
    Whole(i64),
    Day(Day),
}

impl Value {
    /// As people write it, and as it is read again.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => super::written(*number),
            Self::Whole(number) => number.to_string(),
            Self::Day(day) => day.0.to_string(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<Day>> for Value {
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// Rows below the heading that choices are offered in.
const CHOICES: u32 = 2000;

/// A workbook, each table a sheet with a heading that stays in sight.
///
/// # Errors
/// When a text is longer than a cell can be (32,767 letters).
pub fn as_xlsx(tables: &[Table]) -> Result<Vec<u8>> {
    write(tables).map_err(Error::internal)
}

fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let heading = Format::new().set_bold().set_text_wrap();
    let (plain, day) = (
        Format::new().set_text_wrap(),
        Format::new().set_num_format("yyyy-mm-dd"),
    );
    let number = Format::new().set_num_format("#,##0.###");
    let mut workbook = Workbook::new();
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&table.name))?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, column) in (0..).zip(&table.columns) {
            sheet.set_column_width(at, f64::from(column.width.max(6)))?;
            sheet.write_string_with_format(0, at, &column.heading, &heading)?;
            // A longer list does not fit into the file's format; the column then takes what is typed.
            if let Ok(choices) = DataValidation::new().allow_list_strings(&column.choices)
                && !column.choices.is_empty()
            {
                sheet.add_data_validation(1, at, CHOICES, at, &choices)?;
            }
        }
        for (row, values) in (1..).zip(&table.rows) {
            for (at, value) in (0..).zip(values) {
                match value {
                    Value::Empty => {}
                    Value::Text(text) => drop(sheet.write_string_with_format(row, at, text, &plain)?),
                    Value::Number(value) => drop(sheet.write_number_with_format(row, at, *value, &number)?),
                    #[expect(clippy::cast_precision_loss, reason = "years and counts")]
                    Value::Whole(value) => drop(sheet.write_number(row, at, *value as f64)?),
                    Value::Day(value) => {
                        let (year, month, date) = (value.0.year(), value.0.month(), value.0.day());
                        let date = ExcelDateTime::from_ymd(
                            u16::try_from(year).unwrap_or_default(),
                            u8::try_from(month).unwrap_or_default(),
                            u8::try_from(date).unwrap_or_default(),
                        );
                        match date {
                            Ok(date) => drop(sheet.write_datetime_with_format(row, at, &date, &day)?),
                            // Before 1900 there are no dates in a workbook.
                            Err(_) => drop(sheet.write_string(row, at, value.0.to_string())?),
                        }
                    }
                }
            }
        }
    }
    workbook.save_to_buffer()
}

/// At most 31 letters, and none that stand for something in a formula.
fn sheet_name(name: &str) -> String {
    let name: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if name.trim().is_empty() { "1".to_owned() } else { name }
}

/// Separated values as spreadsheets of our countries open them: a byte order mark, semicolons, decimal commas.
///
/// # Errors
/// Never; the writer says that it could.
pub fn as_csv(table: &Table) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let headings = table.columns.iter().map(|column| guarded(&column.heading));
    writer.write_record(headings).map_err(Error::internal)?;
    for row in &table.rows {
        // A row may end before the headings do; one that goes on after them is a fault, and stays one.
        let missing = table.columns.len().saturating_sub(row.len());
        let padded = row.iter().chain(std::iter::repeat_n(&Value::Empty, missing));
        let fields = padded.map(|value| match value {
            Value::Text(text) => guarded(text),
            other => other.text(),
        });
        writer.write_record(fields).map_err(Error::internal)?;
    }
    writer.into_inner().map_err(|error| Error::internal(error.to_string()))
}

/// Whether a spreadsheet would take it for a formula.
fn could_be_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%'])
}

fn guarded(text: &str) -> String {
    // Also what is guarded already: it comes back as it was.
    if could_be_formula(text) || without_guard(text) != text {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Takes off the guard.
pub(super) fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if could_be_formula(rest) || rest.starts_with('\'') => rest,
        _ => text,
    }
}

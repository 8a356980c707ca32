//! The columns of a sheet with a programme and its actions, their names in the four languages, and the template.

use async_graphql::Enum;

use crate::{
    actions::{
        ActionStatus, Currency,
        example::{Purpose, reference},
        themes,
    },
    i18n::{self, Language},
    inventory::sectors::loose,
    sheets::{Book, Cell, Column, Row, Sheet, Table},
};

/// A column of a sheet with actions.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportColumn {
    /// The part of the programme.
    FocusArea,
    /// The overall goal.
    Goal,
    /// The interim target that the action serves.
    Target,
    /// By when the target is to be reached.
    Due,
    /// The action's title.
    Title,
    /// What is done.
    Description,
    /// What title and description are written in.
    Language,
    /// What it is about: names of themes, with semicolons between them.
    Themes,
    /// How far it has come.
    Status,
    /// The first day, or the year.
    Starts,
    /// The last day, or the year.
    Ends,
    /// What it costs, in whole units.
    Cost,
    /// Of which currency.
    Currency,
    /// Tonnes of CO2 equivalents per year.
    Effect,
    /// The address of somebody in the organisation.
    Contact,
    /// What it is for: emissions, adaptation, or another environmental goal.
    Purpose,
    /// The administration or company of the organisation that is responsible.
    Unit,
    /// With whom.
    Partners,
    /// The scheme, or whoever else pays.
    Funding,
    /// How much comes from there, in whole units of the same currency as the cost.
    FundingAmount,
    /// How the cost was estimated.
    CostHow,
    /// How the effect was estimated.
    EffectHow,
    /// The body that decided it.
    DecidedBy,
    /// The day of the decision.
    DecidedOn,
    /// The number of the case.
    CaseNumber,
}

impl ImportColumn {
    pub const ALL: [Self; 25] = [
        Self::FocusArea,
        Self::Goal,
        Self::Target,
        Self::Due,
        Self::Title,
        Self::Description,
        Self::Language,
        Self::Themes,
        Self::Status,
        Self::Starts,
        Self::Ends,
        Self::Cost,
        Self::Currency,
        Self::Effect,
        Self::Contact,
        Self::Purpose,
        Self::Unit,
        Self::Partners,
        Self::Funding,
        Self::FundingAmount,
        Self::CostHow,
        Self::EffectHow,
        Self::DecidedBy,
        Self::DecidedOn,
        Self::CaseNumber,
    ];

    fn sentence(self) -> &'static str {
        match self {
            Self::FocusArea => "sheet-actions-focus-area",
            Self::Goal => "sheet-actions-goal",
            Self::Target => "sheet-actions-target",
            Self::Due => "sheet-actions-due",
            Self::Title => "sheet-actions-title",
            Self::Description => "sheet-actions-description",
            Self::Language => "sheet-actions-language",
            Self::Themes => "sheet-actions-themes",
            Self::Status => "sheet-actions-status",
            Self::Starts => "sheet-actions-starts",
            Self::Ends => "sheet-actions-ends",
            Self::Cost => "sheet-actions-cost",
            Self::Currency => "sheet-actions-currency",
            Self::Effect => "sheet-actions-effect",
            Self::Contact => "sheet-actions-contact",
            Self::Purpose => "sheet-actions-purpose",
            Self::Unit => "sheet-actions-unit",
            Self::Partners => "sheet-actions-partners",
            Self::Funding => "sheet-actions-funding",
            Self::FundingAmount => "sheet-actions-funding-amount",
            Self::CostHow => "sheet-actions-cost-how",
            Self::EffectHow => "sheet-actions-effect-how",
            Self::DecidedBy => "sheet-actions-decided-by",
            Self::DecidedOn => "sheet-actions-decided-on",
            Self::CaseNumber => "sheet-actions-case-number",
        }
    }

    #[must_use]
    pub fn name(self, language: Language) -> String {
        i18n::text(language, self.sentence(), &[])
    }

    fn named(heading: &str) -> Option<Self> {
        let wanted = loose(heading);
        let called = |column: Self| {
            is_called(column.sentence(), &wanted) || column.also().iter().any(|name| loose(name) == wanted)
        };
        Self::ALL
            .into_iter()
            .find(|column| !wanted.is_empty() && called(*column))
    }

    /// What the column is called in sheets that people have already: by the term base, and as their programmes do.
    const fn also(self) -> &'static [&'static str] {
        match self {
            Self::FocusArea => &["Område", "Insatsområde", "Innsatsområde"],
            Self::Goal => &["Mål", "Overordna mål", "Overordnet mål", "Goal"],
            Self::Target => &["Etappmål", "Etappemål", "Target"],
            Self::Due => &["Etappmålet nås senast", "Målår", "Target year"],
            Self::Title => &["Åtgärd", "Tiltak", "Insats", "Action"],
            Self::Themes => &["Teman", "Tema", "Temaer", "Themes"],
            Self::Starts => &["Startdatum", "Startår", "Startdato", "Start date"],
            Self::Ends => &["Slutdatum", "Slutår", "Sluttdato", "Sluttår", "End date"],
            Self::Contact => &["Kontakt", "Kontaktperson", "Contact"],
            Self::Unit => &[
                "Ansvarig förvaltning",
                "Förvaltning",
                "Avdelning",
                "Avdeling",
                "Administration",
                "Department",
            ],
            Self::Partners => &["Samarbetspartners", "Samarbeidspartner", "Partner"],
            Self::CaseNumber => &["Diarienr", "Saksnr"],
            _ => &[],
        }
    }

    fn width(self) -> u8 {
        match self {
            Self::Description => 60,
            Self::Title | Self::Goal | Self::Target | Self::CostHow | Self::EffectHow => 40,
            Self::FocusArea | Self::Themes | Self::Contact | Self::Unit | Self::Partners | Self::Funding => 28,
            _ => 14,
        }
    }
}

const STATUSES: [(ActionStatus, &str); 6] = [
    (ActionStatus::Idea, "sheet-status-idea"),
    (ActionStatus::Planned, "sheet-status-planned"),
    (ActionStatus::Ongoing, "sheet-status-ongoing"),
    (ActionStatus::Done, "sheet-status-done"),
    (ActionStatus::Paused, "sheet-status-paused"),
    (ActionStatus::Cancelled, "sheet-status-cancelled"),
];

/// What else they are called, by the term base.
const ALSO_STATUSES: [(ActionStatus, &[&str]); 5] = [
    (
        ActionStatus::Planned,
        &[
            "Planlagd",
            "Ej påbörjad",
            "Ikkje påbyrja",
            "Ikke påbegynt",
            "Not started",
        ],
    ),
    (ActionStatus::Ongoing, &["Pågående", "I gang", "Ongoing"]),
    (ActionStatus::Done, &["Slutförd", "Fullført", "Done"]),
    (ActionStatus::Paused, &["Pausad", "Kvilande", "Paused"]),
    (ActionStatus::Cancelled, &["Avbroten"]),
];

/// A status by its name in any of the four languages.
#[must_use]
pub fn status(text: &str) -> Option<ActionStatus> {
    let wanted = loose(text);
    let also = |names: &[&str]| names.iter().any(|name| loose(name) == wanted);
    if let Some((status, _)) = ALSO_STATUSES.iter().find(|(_, names)| also(names)) {
        return Some(*status);
    }
    let named = |(status, id): &&(ActionStatus, &str)| loose(status.text()) == wanted || is_called(id, &wanted);
    STATUSES.iter().find(named).map(|(status, _)| *status)
}

/// A status as the template has it.
#[must_use]
pub fn status_name(language: Language, status: ActionStatus) -> String {
    name_of(&STATUSES, language, status)
}

fn name_of<T: PartialEq>(names: &[(T, &str)], language: Language, wanted: T) -> String {
    let found = names.iter().find(|(each, _)| *each == wanted);
    found.map_or_else(String::new, |(_, id)| i18n::text(language, id, &[]))
}

/// Whether a sentence says this in any of the four languages.
fn is_called(sentence: &str, wanted: &str) -> bool {
    let mut names = Language::ALL
        .iter()
        .map(|language| i18n::text(*language, sentence, &[]));
    names.any(|name| loose(&name) == wanted)
}

const PURPOSES: [(Purpose, &str); 3] = [
    (Purpose::Emissions, "sheet-purpose-emissions"),
    (Purpose::Adaptation, "sheet-purpose-adaptation"),
    (Purpose::Other, "sheet-purpose-other"),
];

/// A purpose by its name in any of the four languages.
#[must_use]
pub fn purpose(text: &str) -> Option<Purpose> {
    let wanted = loose(text);
    let named = |(purpose, id): &&(Purpose, &str)| loose(purpose.text()) == wanted || is_called(id, &wanted);
    PURPOSES.iter().find(named).map(|(purpose, _)| *purpose)
}

/// A purpose as the template has it.
#[must_use]
pub fn purpose_name(language: Language, purpose: Purpose) -> String {
    name_of(&PURPOSES, language, purpose)
}

/// The key of a funding scheme by the key or by what those who run it call it.
#[must_use]
pub fn scheme(text: &str) -> Option<String> {
    let wanted = loose(text);
    let called = |scheme: &&reference::Scheme| loose(&scheme.id) == wanted || loose(&scheme.name) == wanted;
    reference::schemes().iter().find(called).map(|scheme| scheme.id.clone())
}

/// A language by its tag or by what people call it.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    match loose(text).as_str() {
        "sv" | "svenska" | "svensk" | "swedish" => Some(Language::Sv),
        "nn" | "nynorsk" => Some(Language::Nn),
        "nb" | "bokmål" | "norskbokmål" => Some(Language::Nb),
        "en" | "engelska" | "engelsk" | "english" => Some(Language::En),
        _ => None,
    }
}

/// A theme's key by the key or by its name in any of the four languages.
#[must_use]
pub fn theme(text: &str) -> Option<String> {
    let wanted = loose(text);
    let found = themes::all().iter().find(|theme| {
        loose(&theme.key) == wanted
            || Language::ALL
                .iter()
                .any(|language| loose(theme.name(*language)) == wanted)
    });
    found.map(|theme| theme.key.clone())
}

/// A row as it came, a text for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Cells(pub Vec<String>);

impl Cells {
    #[must_use]
    pub fn get(&self, column: ImportColumn) -> &str {
        self.0.get(column as usize).map_or("", |text| text.trim())
    }
}

/// Sheets are looked through for their headings so far down.
const TOP: usize = 20;

/// The rows under the headings of the first sheet that has any that we know; none where there is no such sheet.
#[must_use]
pub fn rows(book: &Book) -> Option<Vec<(u32, Cells)>> {
    book.sheets.iter().find_map(|sheet| {
        let (at, columns) = (0..sheet.rows.len().min(TOP)).find_map(|at| Some((at, headings(&sheet.rows[at])?)))?;
        Some(below(sheet, at, &columns))
    })
}

/// Which column stands where, if there is at least a title or a part of a programme, and one more.
fn headings(row: &Row) -> Option<Vec<(usize, ImportColumn)>> {
    let mut found: Vec<(usize, ImportColumn)> = Vec::new();
    for (at, cell) in row.cells() {
        // Of two headings that we take for the same the first counts.
        if let Some(column) = ImportColumn::named(&cell.text())
            && found.iter().all(|(_, known)| *known != column)
        {
            found.push((at, column));
        }
    }
    let has = |column| found.iter().any(|(_, found)| *found == column);
    let enough = found.len() > 1 && (has(ImportColumn::Title) || has(ImportColumn::FocusArea));
    enough.then_some(found)
}

fn below(sheet: &Sheet, at: usize, columns: &[(usize, ImportColumn)]) -> Vec<(u32, Cells)> {
    let row = |row: &Row| {
        let mut cells = vec![String::new(); ImportColumn::ALL.len()];
        for (at, column) in columns {
            cells[*column as usize] = match row.cell(*at) {
                // As people write it, and not as a computer does.
                Cell::Number(number) => number.to_string().replace('.', ","),
                cell => cell.text(),
            };
        }
        (row.number, Cells(cells))
    };
    let rows = sheet.rows[at + 1..].iter().map(row);
    rows.filter(|(_, cells)| cells.0.iter().any(|text| !text.is_empty()))
        .collect()
}

/// An empty sheet with headings in the reader's language, and what can be chosen.
#[must_use]
pub fn template(language: Language) -> Table {
    let columns = ImportColumn::ALL.map(|column| {
        let shown = Column::new(column.name(language), column.width());
        match column {
            ImportColumn::Status => shown.choices(STATUSES.map(|(_, id)| i18n::text(language, id, &[]))),
            ImportColumn::Purpose => shown.choices(PURPOSES.map(|(_, id)| i18n::text(language, id, &[]))),
            ImportColumn::Language => shown.choices(Language::ALL.map(|language| language.text().to_owned())),
            ImportColumn::Currency => {
                shown.choices([Currency::Sek, Currency::Nok, Currency::Eur].map(|currency| currency.text().to_owned()))
            }
            _ => shown,
        }
    });
    Table {
        name: i18n::text(language, "sheet-actions", &[]),
        columns: columns.to_vec(),
        rows: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::{Value, as_csv, as_xlsx, read_here};

    #[test]
    fn the_template_is_read_in_each_of_the_four_languages() {
        for language in Language::ALL {
            let mut table = template(language);
            let row: Vec<Value> = ImportColumn::ALL
                .iter()
                .map(|column| format!("{column:?}").into())
                .collect();
            table.rows.push(row);
            for bytes in [as_csv(&table).unwrap(), as_xlsx(std::slice::from_ref(&table)).unwrap()] {
                let rows = rows(&read_here(&bytes).unwrap()).unwrap();
                assert_eq!(rows.len(), 1);
                assert_eq!(rows[0].0, 2);
                for column in ImportColumn::ALL {
                    assert_eq!(rows[0].1.get(column), format!("{column:?}"), "{language:?}");
                }
            }
        }
    }

    #[test]
    fn a_sheet_is_known_by_its_headings_wherever_they_stand() {
        let book = read_here("Kommunens plan;;\n;;\nStatus;Titel;Annat\nPågår;Elbilar;x\n;;\n".as_bytes()).unwrap();
        let rows = rows(&book).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].0, rows[0].1.get(ImportColumn::Title)), (4, "Elbilar"));
        assert!(super::rows(&read_here(b"a;b\n1;2\n").unwrap()).is_none());
        let book = read_here("Åtgärd;Etappmål;Målår\nElbilar;Fossilfritt;2030\n".as_bytes()).unwrap();
        let rows = super::rows(&book).unwrap();
        assert_eq!(rows[0].1.get(ImportColumn::Title), "Elbilar");
        assert_eq!(rows[0].1.get(ImportColumn::Due), "2030");
    }

    #[test]
    fn words_are_known_in_all_languages() {
        assert_eq!(status("går føre seg"), Some(ActionStatus::Ongoing));
        assert_eq!(status("GENOMFÖRD"), Some(ActionStatus::Done));
        assert_eq!(status("on hold"), Some(ActionStatus::Paused));
        assert_eq!(status("Ej påbörjad"), Some(ActionStatus::Planned));
        assert_eq!((status("snart"), status("")), (None, None));
        assert_eq!(purpose("Klimatilpassing"), Some(Purpose::Adaptation));
        assert_eq!(scheme("klimatklivet").as_deref(), Some("klimatklivet"));
        assert_eq!(language("Nynorsk"), Some(Language::Nn));
        assert_eq!(theme("Vegtrafikk").as_deref(), Some("road-transport"));
        assert_eq!(theme("Industri, olje og gass").as_deref(), Some("industry"));
    }
}

//! The columns of a sheet with a programme and its actions, their names in the four languages, and the template.

use std::{collections::HashMap, sync::LazyLock};

use async_graphql::Enum;

use crate::{
    actions::{
        ActionStatus, Currency,
        example::{Purpose, reference},
    },
    i18n::{self, Language},
    imports::{reading::is_called, units},
    inventory::sectors::loose,
    sheets::{self, Column, Table},
};

/// Letters of a heading at most.
pub const HEADING: usize = 100;

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
    /// The indicators that the action moves: names from the catalogue, with semicolons between them.
    Indicators,
    /// Pages elsewhere, with semicolons between them: an address, after a title and a colon where it has one.
    Links,
    /// What is to be reached on the way, with semicolons between: a day or a year, and a title.
    Milestones,
    /// The country's goals that the target, or the goal, serves: names or numbers, with semicolons between them.
    NationalGoals,
    /// The UN's goals that it serves.
    Sdgs,
}

impl ImportColumn {
    /// In the order of a row's cells, as they are kept too: new ones come last.
    pub const ALL: [Self; 30] = [
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
        Self::Indicators,
        Self::Links,
        Self::Milestones,
        Self::NationalGoals,
        Self::Sdgs,
    ];

    /// Whether it says something of the action; the others are about the part of the programme.
    #[must_use]
    pub const fn is_of_action(self) -> bool {
        !matches!(
            self,
            Self::FocusArea | Self::Goal | Self::Target | Self::Due | Self::NationalGoals | Self::Sdgs
        )
    }

    /// Whether it holds so much of something.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Cost | Self::FundingAmount | Self::Effect)
    }

    /// In the order in which people read them: first the part of the programme.
    #[must_use]
    pub const fn place(self) -> (bool, usize) {
        (self.is_of_action(), self as usize)
    }

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
            Self::Indicators => "sheet-actions-indicators",
            Self::Links => "sheet-actions-links",
            Self::Milestones => "sheet-actions-milestones",
            Self::NationalGoals => "sheet-actions-national-goals",
            Self::Sdgs => "sheet-actions-sdgs",
        }
    }

    #[must_use]
    pub fn name(self, language: Language) -> String {
        i18n::text(language, self.sentence(), &[])
    }

    fn named(heading: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<String, ImportColumn>> = LazyLock::new(|| {
            let mut names = HashMap::new();
            for column in ImportColumn::ALL {
                let own = Language::ALL.map(|language| column.name(language));
                for name in own.iter().map(String::as_str).chain(column.also().iter().copied()) {
                    names.entry(loose(name)).or_insert(column);
                }
            }
            names
        });
        NAMES.get(&loose(heading)).copied()
    }

    /// A column by its heading, and what its amounts are in: `Kostnad (tkr)`, `Finansiering i mnkr`. What stands in brackets
    /// after the name of any other column is a remark.
    pub fn read(heading: &str) -> Option<(Self, Unit)> {
        if heading.chars().count() > HEADING {
            return None;
        }
        if let Some(column) = Self::named(heading) {
            return Some((column, Unit::default()));
        }
        let ends = |(_, sign): &(usize, char)| sign.is_whitespace() || matches!(sign, '(' | '[' | ',' | ':');
        heading.char_indices().filter(ends).find_map(|(at, sign)| {
            let (name, words) = heading.split_at(at);
            let words = words.trim_matches(|c: char| c.is_whitespace() || "()[],:".contains(c));
            let words = words.strip_prefix("i ").or(words.strip_prefix("in ")).unwrap_or(words);
            let known = Self::named(name);
            let is_amount = matches!(known, Some(Self::Cost | Self::Funding | Self::FundingAmount));
            if let Some((factor, currency)) = units::money(words).filter(|_| is_amount) {
                // Money is how much comes from there, and no name of a scheme.
                let column = known
                    .filter(|column| *column == Self::Cost)
                    .unwrap_or(Self::FundingAmount);
                return Some((column, Unit::new(factor, words, currency)));
            }
            let is_effect = known == Some(Self::Effect) || EFFECTS.iter().any(|effect| loose(effect) == loose(name));
            if let Some(factor) = units::tonnes(words).filter(|_| is_effect) {
                return Some((Self::Effect, Unit::new(factor, words, None)));
            }
            let column = known.filter(|column| !column.is_amount() && matches!(sign, '(' | '['))?;
            Some((column, Unit::default()))
        })
    }

    /// What the column is called in sheets that people have already: by the term base, and as their programmes do.
    const fn also(self) -> &'static [&'static str] {
        match self {
            Self::FocusArea => &["Område", "Insatsområde", "Innsatsområde"],
            Self::Goal => &["Mål", "Overordna mål", "Overordnet mål", "Goal"],
            Self::Target => &["Etappmål", "Etappemål", "Target"],
            Self::Due => &["Etappmålet nås senast", "Målår", "Target year"],
            Self::Title => &["Åtgärd", "Åtgärder", "Tiltak", "Insats", "Action", "Actions"],
            Self::Description => &[
                "Beskrivning av åtgärden",
                "Åtgärdsbeskrivning",
                "Skildring av tiltaket",
                "Beskrivelse av tiltaket",
                "Tiltaksbeskrivelse",
            ],
            Self::Themes => &["Teman", "Tema", "Temaer", "Themes"],
            Self::Starts => &["Startar", "Startdatum", "Startår", "Startdato", "Start date"],
            Self::Ends => &["Slutar", "Slutdatum", "Slutår", "Sluttdato", "Sluttår", "End date"],
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
            Self::Indicators => &["Indikatorer", "Indikatorar", "Indikator", "Indicators"],
            Self::Links => &[
                "Länkar", "Länk", "Lenkjer", "Lenkje", "Lenker", "Lenke", "Links", "Link",
            ],
            Self::Milestones => &["Milstolpar", "Milepælar", "Milepæler", "Milestones"],
            Self::NationalGoals => &[
                "Nationella miljömål",
                "Miljömål",
                "Miljökvalitetsmål",
                "Nasjonale miljømål",
                "National environmental goals",
            ],
            Self::Sdgs => &[
                "FN:s globala mål",
                "Globala mål (FN)",
                "Globala mål",
                "Globala målen",
                "Agenda 2030",
                "Berekraftsmål",
                "Bærekraftsmål",
                "FN sine berekraftsmål",
                "FNs bærekraftsmål",
                "UN goals",
                "SDG",
                "SDGs",
                "Sustainable Development Goals",
            ],
            _ => &[],
        }
    }

    fn width(self) -> u8 {
        match self {
            Self::Description => 60,
            Self::Title
            | Self::Goal
            | Self::Target
            | Self::CostHow
            | Self::EffectHow
            | Self::Links
            | Self::Milestones => 40,
            Self::FocusArea | Self::Themes | Self::Contact | Self::Unit | Self::Partners | Self::Funding => 28,
            Self::Indicators | Self::NationalGoals | Self::Sdgs => 28,
            _ => 14,
        }
    }
}

/// What people call an effect in tonnes; without a unit it can be anything.
const EFFECTS: [&str; 10] = [
    "Effekt",
    "Klimateffekt",
    "Utsläppsminskning",
    "Minskade utsläpp",
    "Utslippsreduksjon",
    "Utsleppsreduksjon",
    "Utslippskutt",
    "Utsleppskutt",
    "Effect",
    "Reduction",
];

/// What amounts under a heading are in.
#[derive(Clone, Debug)]
pub struct Unit {
    /// How many of ours one of it is.
    factor: f64,
    words: String,
    pub currency: Option<&'static str>,
}

impl Default for Unit {
    fn default() -> Self {
        Self::new(1.0, "", None)
    }
}

impl Unit {
    fn new(factor: f64, words: &str, currency: Option<&'static str>) -> Self {
        Self {
            factor,
            words: words.to_owned(),
            currency,
        }
    }

    /// In ours, as far as a computer counts exactly.
    pub fn ours(&self, amount: f64) -> String {
        sheets::written((amount * self.factor * 1e6).round() / 1e6)
    }

    /// A text that is no number, or could be two, keeps its unit, so that whoever corrects it sees that.
    pub fn text(&self, text: &str, settled: Option<char>) -> String {
        let (is_ours, in_doubt) = (self.factor.to_bits() == 1.0_f64.to_bits(), sheets::is_doubtful(text));
        match sheets::number_by(text, settled).filter(|_| !in_doubt || settled.is_some()) {
            Some(amount) if in_doubt || !is_ours => self.ours(amount),
            _ if is_ours || text.is_empty() => text.to_owned(),
            _ => format!("{text} {}", self.words),
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

/// A row as it came, a text for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Cells(pub Vec<String>);

impl Cells {
    #[must_use]
    pub fn get(&self, column: ImportColumn) -> &str {
        self.0.get(column as usize).map_or("", |text| text.trim())
    }
}

/// An empty sheet with headings in the reader's language, and what can be chosen.
#[must_use]
pub fn template(language: Language) -> Table {
    let mut columns = ImportColumn::ALL;
    columns.sort_by_key(|column| column.place());
    let columns = columns.map(|column| {
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
    }
}

//! The facets of the library: by what its actions can be chosen, and how many there are of each.

use std::collections::{BTreeMap, HashMap, HashSet};

use async_graphql::Enum;
use uuid::Uuid;

use crate::{
    actions::{ActionStatus, Currency, Money, Themes, example::Purpose, themes},
    db::text_enum,
    i18n::Language,
    people::{Country, Organisation, OrganisationKind},
    programmes::objectives::{self, Objectives},
};

/// By what the library's actions can be chosen.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FacetKind {
    /// The handbook's chapters and fields of work.
    Theme,
    /// Sectors of emissions.
    Sector,
    /// National environmental goals, of the targets that they serve.
    Goal,
    /// The UN's goals, likewise.
    Sdg,
    /// How far they have come.
    Status,
    /// What they are for: emissions, adaptation or another environmental goal.
    Purpose,
    /// The country of the municipality.
    Country,
    /// The county of the municipality.
    County,
    /// How many inhabitants the municipality has.
    Size,
    /// What they cost.
    Cost,
    /// What they are written in.
    Language,
    /// Who has copied them.
    CopiedBy,
}

impl FacetKind {
    pub fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// How many inhabitants a municipality has.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SizeClass {
    /// Fewer than 5,000.
    Smallest,
    /// From 5,000.
    Small,
    /// From 15,000.
    Middle,
    /// From 50,000.
    Large,
    /// From 100,000.
    Largest,
}

/// What an action costs; a Swedish and a Norwegian krona count alike here, euros by the dated rate.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CostBracket {
    /// Less than 100,000 kronor.
    Hundreds,
    /// From 100,000 kronor.
    Thousands,
    /// From 1,000,000 kronor.
    Millions,
    /// From 10,000,000 kronor.
    TensOfMillions,
}

text_enum!(SizeClass {
    Smallest = "SMALLEST",
    Small = "SMALL",
    Middle = "MIDDLE",
    Large = "LARGE",
    Largest = "LARGEST",
});
text_enum!(CostBracket {
    Hundreds = "HUNDREDS",
    Thousands = "THOUSANDS",
    Millions = "MILLIONS",
    TensOfMillions = "TENS_OF_MILLIONS",
});

pub const STATUSES: [ActionStatus; 6] = [
    ActionStatus::Idea,
    ActionStatus::Planned,
    ActionStatus::Ongoing,
    ActionStatus::Done,
    ActionStatus::Paused,
    ActionStatus::Cancelled,
];
pub const LANGUAGES: [Language; 4] = Language::ALL;
pub const SIZES: [SizeClass; 5] = [
    SizeClass::Smallest,
    SizeClass::Small,
    SizeClass::Middle,
    SizeClass::Large,
    SizeClass::Largest,
];
pub const PURPOSES: [Purpose; 3] = [Purpose::Emissions, Purpose::Adaptation, Purpose::Other];
pub const COSTS: [CostBracket; 4] = [
    CostBracket::Hundreds,
    CostBracket::Thousands,
    CostBracket::Millions,
    CostBracket::TensOfMillions,
];

/// The class of a municipality; other bodies have none.
#[must_use]
pub fn size(organisation: &Organisation) -> Option<SizeClass> {
    if organisation.kind != OrganisationKind::Municipality {
        return None;
    }
    Some(match organisation.population? {
        ..5_000 => SizeClass::Smallest,
        5_000..15_000 => SizeClass::Small,
        15_000..50_000 => SizeClass::Middle,
        50_000..100_000 => SizeClass::Large,
        100_000.. => SizeClass::Largest,
    })
}

#[must_use]
pub fn bracket(cost: Money) -> CostBracket {
    let kronor = match cost.currency {
        Currency::Sek | Currency::Nok => cost.amount,
        Currency::Eur => cost.converted(Currency::Sek).map_or(cost.amount, |cost| cost.amount),
    };
    match kronor {
        ..100_000 => CostBracket::Hundreds,
        100_000..1_000_000 => CostBracket::Thousands,
        1_000_000..10_000_000 => CostBracket::Millions,
        10_000_000.. => CostBracket::TensOfMillions,
    }
}

impl Themes {
    /// One bit for each theme of the reference data, in its order.
    #[must_use]
    pub fn bits(&self) -> u128 {
        let place = |key: &&str| themes::all().iter().position(|theme| theme.key == **key);
        self.0.iter().filter_map(place).fold(0, |bits, index| bits | 1 << index)
    }
}

/// One bit for each objective of the reference data, in its order.
#[must_use]
pub fn objective_bits(of: &Objectives) -> u128 {
    let place = |key: &&str| objectives::all().iter().position(|objective| objective.key == **key);
    of.0.iter().filter_map(place).fold(0, |bits, index| bits | 1 << index)
}

/// The places of the ones.
pub fn bits(mut of: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (of != 0).then(|| of.trailing_zeros())?;
        of &= of - 1;
        Some(lowest as usize)
    })
}

/// What the library is asked for, checked. Within a facet any of the values will do; nothing chosen does not narrow.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub themes: u128,
    pub sectors: u128,
    pub goals: u128,
    pub sdgs: u128,
    pub statuses: u32,
    pub languages: u32,
    pub sizes: u32,
    pub costs: u32,
    pub purposes: u32,
    pub country: Option<Country>,
    pub counties: Vec<(Country, String)>,
    pub copied_by: HashSet<Uuid>,
    // What is no facet: it narrows all of them.
    pub organisations: Option<HashSet<Uuid>>,
    pub network: Option<HashSet<Uuid>>,
    pub programme: Option<Uuid>,
    pub origin: Option<Uuid>,
    pub copied_only: bool,
    pub examples_only: bool,
}

impl Asked {
    pub fn holds(
        &self,
        id: Uuid,
        programme: Option<Uuid>,
        origin: Option<Uuid>,
        copies: i64,
        among: Option<&HashSet<Uuid>>,
    ) -> bool {
        (self.programme.is_none() || self.programme == programme)
            && (self.origin.is_none() || self.origin == origin)
            && (!self.copied_only || copies > 0)
            && among.is_none_or(|among| among.contains(&id))
    }
}

/// How many there are of each value, under everything that is chosen in the other facets.
#[derive(Debug)]
pub struct Counts {
    pub themes: [u32; 128],
    pub sectors: [u32; 128],
    pub goals: [u32; 128],
    pub sdgs: [u32; 128],
    pub statuses: [u32; 6],
    pub languages: [u32; 4],
    pub sizes: [u32; 5],
    pub costs: [u32; 4],
    pub purposes: [u32; 3],
    pub countries: [u32; 2],
    pub counties: BTreeMap<(&'static str, String), u32>,
    pub copied_by: HashMap<Uuid, u32>,
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            themes: [0; 128],
            sectors: [0; 128],
            goals: [0; 128],
            sdgs: [0; 128],
            statuses: [0; 6],
            languages: [0; 4],
            sizes: [0; 5],
            costs: [0; 4],
            purposes: [0; 3],
            countries: [0; 2],
            counties: BTreeMap::new(),
            copied_by: HashMap::new(),
        }
    }
}

impl Counts {
    /// A place's actions, as many as count in each of its facets.
    pub fn place(&mut self, of: &Organisation, in_country: u32, in_county: u32, in_size: u32) {
        self.countries[of.country as usize] += in_country;
        if in_county > 0
            && let Some(code) = &of.county_code
        {
            *self.counties.entry((of.country.text(), code.clone())).or_default() += in_county;
        }
        if let Some(size) = size(of) {
            self.sizes[size as usize] += in_size;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_has_a_bit_and_gives_it_back() {
        assert!(themes::all().len() <= 128, "the themes no longer fit into the bits");
        for (index, theme) in themes::all().iter().enumerate() {
            let themes = Themes::parse(std::slice::from_ref(&theme.key)).unwrap();
            assert_eq!(bits(themes.bits()).collect::<Vec<_>>(), [index]);
        }
        assert!(
            objectives::all().len() <= 128,
            "the objectives no longer fit into the bits"
        );
        assert_eq!(bits(0).count(), 0);
        assert_eq!(bits(u128::MAX).count(), 128);
    }

    #[test]
    fn the_classes_stand_in_their_own_order() {
        for (index, size) in SIZES.iter().enumerate() {
            assert_eq!(*size as usize, index);
        }
        for (index, status) in STATUSES.iter().enumerate() {
            assert_eq!(*status as usize, index);
        }
    }

    #[test]
    fn costs_fall_into_the_bracket_of_their_kronor() {
        let of = |amount, currency| bracket(Money { amount, currency });
        assert_eq!(of(99_999, Currency::Nok), CostBracket::Hundreds);
        assert_eq!(of(1_000_000, Currency::Sek), CostBracket::Millions);
        assert_eq!(of(1_000_000, Currency::Eur), CostBracket::TensOfMillions);
    }
}

//! What the library is looked up in: the published actions that others than their own organisation may see, a few numbers
//! of each, in memory. Filtering and counting are one pass over them; nothing here waits or asks a database.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet, hash_map::Entry},
    sync::Arc,
};

use uuid::Uuid;

use super::{
    FacetKind,
    facets::{Asked, COSTS, Counts, LANGUAGES, PURPOSES, SIZES, STATUSES, bits, objective_bits},
    store::Row,
};
use crate::{
    actions::{Action, ActionOrder, Visibility},
    graphql::Id,
    people::Organisation,
};

/// One organisation that has something here.
pub struct Shelved {
    pub id: Uuid,
    pub organisation: Arc<Organisation>,
}

/// What of an action the library goes by.
#[derive(Clone, Debug)]
pub struct Book {
    pub id: Id<Action>,
    /// The index of its organisation among the places.
    place: usize,
    public: bool,
    programme: Option<Uuid>,
    origin: Option<Uuid>,
    pub copy_count: i64,
    pub recent_at: i64,
    pub sort_key: String,
    themes: u128,
    objectives: u128,
    status: u8,
    language: u8,
    cost: u8,
    purpose: u8,
    example: bool,
}

/// A copy, seen from its origin.
struct Copier {
    copy: Uuid,
    place: usize,
    public: bool,
}

/// All of it, as of one number of the journal's topic.
#[derive(Default)]
pub struct Shelf {
    pub seq: i64,
    books: Vec<Book>,
    at: HashMap<Uuid, usize>,
    copiers: HashMap<Uuid, Vec<Copier>>,
    places: Vec<Shelved>,
    place_of: HashMap<Uuid, usize>,
}

/// Who looks, and what they see besides what is public.
#[derive(Default)]
pub struct Eyes {
    /// The organisation that they edit for, of which they see everything as it is now; nil when there is none.
    pub own: Uuid,
    /// Where they work, which the others are compared with.
    pub home: Option<Arc<Organisation>>,
    /// Organisations of their networks.
    pub shared: HashSet<Uuid>,
    /// The newest revisions of their own organisation's actions.
    pub own_rows: Vec<Row>,
}

/// What was found: how many of each, and the page.
pub struct Found {
    pub counts: Counts,
    pub total: usize,
    pub page: Vec<Placed>,
}

/// A row of the page and its place in the list.
#[derive(Clone, Debug)]
pub struct Placed {
    pub id: Id<Action>,
    pub key: Key<'static>,
}

/// A place in one of the orders.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key<'a> {
    Number(i64),
    /// How unlike the viewer's home, and how long ago.
    Pair(i64, i64),
    Text(Cow<'a, str>),
}

/// The part of the list that is asked for.
pub struct Part {
    pub order: ActionOrder,
    /// Rows strictly after this place.
    pub after: (Key<'static>, Uuid),
    pub limit: usize,
}

/// What of a place is known before the pass: it is the same for all of its actions.
struct Standing {
    own: bool,
    shared: bool,
    /// Of no organisation or network that is asked for.
    out: bool,
    /// The facets that it fails.
    fails: u32,
    /// How unlike the viewer's home it is, in thousandths.
    distance: i64,
}

impl Shelf {
    pub fn empty(seq: i64) -> Self {
        Self { seq, ..Self::default() }
    }

    pub fn is_settled(&self, organisation: Uuid) -> bool {
        self.place_of.contains_key(&organisation)
    }

    /// Makes the places of organisations known; a row's organisation must be.
    pub fn settle(&mut self, organisation: Arc<Organisation>) {
        let id = organisation.id;
        if let Entry::Vacant(entry) = self.place_of.entry(id) {
            entry.insert(self.places.len());
            self.places.push(Shelved { id, organisation });
        }
    }

    pub fn len(&self) -> usize {
        self.books.len()
    }

    /// What everybody may see.
    pub fn public(&self) -> impl Iterator<Item = &Book> {
        self.books.iter().filter(|book| book.public)
    }

    /// Puts an action on the shelf, in the place of what was known of it.
    pub fn put(&mut self, row: &Row) {
        self.take(row.id.0);
        let Some(book) = self.book(row) else { return };
        if let Some(origin) = book.origin {
            self.copiers.entry(origin).or_default().push(Copier {
                copy: row.id.0,
                place: book.place,
                public: book.public,
            });
        }
        self.at.insert(row.id.0, self.books.len());
        self.books.push(book);
    }

    /// Takes an action off the shelf: it is gone, or nobody else may see it any more.
    pub fn take(&mut self, id: Uuid) {
        let Some(index) = self.at.remove(&id) else { return };
        let book = self.books.swap_remove(index);
        if let Some(moved) = self.books.get(index) {
            self.at.insert(moved.id.0, index);
        }
        if let Some(origin) = book.origin
            && let Some(copiers) = self.copiers.get_mut(&origin)
        {
            copiers.retain(|copier| copier.copy != id);
        }
    }

    fn book(&self, row: &Row) -> Option<Book> {
        Some(Book {
            id: row.id,
            place: *self.place_of.get(&row.organisation_id)?,
            public: row.visibility == Visibility::Public,
            programme: row.programme_id,
            origin: row.origin_id,
            copy_count: row.copy_count,
            recent_at: row.recent_at.0,
            sort_key: row.sort_key.clone(),
            themes: row.themes.bits(),
            objectives: row.objectives.as_ref().map_or(0, objective_bits),
            status: index(&STATUSES, row.status),
            language: index(&LANGUAGES, row.title_language),
            cost: row.bracket().map_or(u8::MAX, |cost| index(&COSTS, cost)),
            purpose: row.purpose.map_or(u8::MAX, |purpose| index(&PURPOSES, purpose)),
            example: row.example,
        })
    }

    /// Looks everything up in one pass. `among` are the only actions to look at, where words are asked for.
    pub fn look(&self, eyes: &Eyes, asked: &Asked, among: Option<&HashSet<Uuid>>, part: &Part) -> Found {
        let standing: Vec<_> = self.places.iter().map(|place| stand(place, eyes, asked)).collect();
        let own: Vec<_> = eyes.own_rows.iter().filter_map(|row| self.book(row)).collect();
        let own_copies: HashMap<Uuid, usize> = own.iter().filter_map(|book| Some((book.origin?, book.place))).collect();
        let visible = |book: &&Book| {
            let place = &standing[book.place];
            !place.own && (book.public || place.shared)
        };
        let mut counts = Counts::default();
        let places = self.places.len();
        let (mut in_countries, mut in_counties, mut in_sizes) = (vec![0; places], vec![0; places], vec![0; places]);
        let mut matched = Vec::new();
        let mut copiers = Vec::new();
        for book in self.books.iter().filter(visible).chain(&own) {
            let place = &standing[book.place];
            if place.out || (asked.examples_only && !book.example) {
                continue;
            }
            if !asked.holds(book.id.0, book.programme, book.origin, book.copy_count, among) {
                continue;
            }
            copiers.clear();
            if book.copy_count > 0 {
                self.copiers_of(book, &standing, &own_copies, &mut copiers);
            }
            let mut fails = place.fails;
            let mut unless = |kind: FacetKind, fits: bool| {
                if !fits {
                    fails |= kind.bit();
                }
            };
            unless(FacetKind::Theme, asked.themes == 0 || asked.themes & book.themes != 0);
            unless(
                FacetKind::Sector,
                asked.sectors == 0 || asked.sectors & book.themes != 0,
            );
            unless(FacetKind::Goal, asked.goals == 0 || asked.goals & book.objectives != 0);
            unless(FacetKind::Sdg, asked.sdgs == 0 || asked.sdgs & book.objectives != 0);
            unless(FacetKind::Status, fits(asked.statuses, book.status));
            unless(FacetKind::Language, fits(asked.languages, book.language));
            unless(FacetKind::Cost, fits(asked.costs, book.cost));
            unless(FacetKind::Purpose, fits(asked.purposes, book.purpose));
            unless(
                FacetKind::CopiedBy,
                asked.copied_by.is_empty()
                    || copiers
                        .iter()
                        .any(|place| asked.copied_by.contains(&self.places[*place].id)),
            );
            // What fails one facet only is what choosing another value of that facet would show.
            if fails.count_ones() > 1 {
                continue;
            }
            let counted = |kind: FacetKind| fails == 0 || fails == kind.bit();
            if counted(FacetKind::Theme) || counted(FacetKind::Sector) {
                for theme in bits(book.themes) {
                    counts.themes[theme] += u32::from(counted(FacetKind::Theme));
                    counts.sectors[theme] += u32::from(counted(FacetKind::Sector));
                }
            }
            if counted(FacetKind::Goal) || counted(FacetKind::Sdg) {
                for objective in bits(book.objectives) {
                    counts.goals[objective] += u32::from(counted(FacetKind::Goal));
                    counts.sdgs[objective] += u32::from(counted(FacetKind::Sdg));
                }
            }
            if counted(FacetKind::Status) {
                counts.statuses[usize::from(book.status)] += 1;
            }
            if counted(FacetKind::Language) {
                counts.languages[usize::from(book.language)] += 1;
            }
            if counted(FacetKind::Cost)
                && let Some(count) = counts.costs.get_mut(usize::from(book.cost))
            {
                *count += 1;
            }
            if counted(FacetKind::Purpose)
                && let Some(count) = counts.purposes.get_mut(usize::from(book.purpose))
            {
                *count += 1;
            }
            if counted(FacetKind::CopiedBy) {
                for place in &copiers {
                    *counts.copied_by.entry(self.places[*place].id).or_default() += 1;
                }
            }
            if counted(FacetKind::Country) {
                in_countries[book.place] += 1;
            }
            if counted(FacetKind::County) {
                in_counties[book.place] += 1;
            }
            if counted(FacetKind::Size) {
                in_sizes[book.place] += 1;
            }
            if fails == 0 {
                matched.push(book);
            }
        }
        for (index, place) in self.places.iter().enumerate() {
            counts.place(
                &place.organisation,
                in_countries[index],
                in_counties[index],
                in_sizes[index],
            );
        }
        let total = matched.len();
        Found {
            counts,
            total,
            page: page(matched, part, &standing),
        }
    }

    /// Whose copies of it the viewer sees, each organisation once.
    fn copiers_of(&self, book: &Book, standing: &[Standing], own: &HashMap<Uuid, usize>, into: &mut Vec<usize>) {
        for copier in self.copiers.get(&book.id.0).into_iter().flatten() {
            let place = &standing[copier.place];
            if !place.own && (copier.public || place.shared) && !into.contains(&copier.place) {
                into.push(copier.place);
            }
        }
        into.extend(own.get(&book.id.0));
    }
}

fn index<T: PartialEq>(all: &[T], value: T) -> u8 {
    let index = all.iter().position(|each| *each == value);
    index.and_then(|index| u8::try_from(index).ok()).unwrap_or(u8::MAX)
}

/// Nothing asked for is everything.
fn fits(asked: u32, value: u8) -> bool {
    asked == 0 || (value < 32 && asked & (1 << value) != 0)
}

fn stand(place: &Shelved, eyes: &Eyes, asked: &Asked) -> Standing {
    let organisation = &place.organisation;
    let mut fails = 0;
    let mut unless = |kind: FacetKind, fits: bool| {
        if !fits {
            fails |= kind.bit();
        }
    };
    unless(
        FacetKind::Country,
        asked.country.is_none_or(|country| country == organisation.country),
    );
    unless(
        FacetKind::County,
        asked.counties.is_empty()
            || organisation.county_code.as_deref().is_some_and(|code| {
                asked
                    .counties
                    .iter()
                    .any(|(country, known)| *country == organisation.country && known == code)
            }),
    );
    unless(
        FacetKind::Size,
        asked.sizes == 0
            || super::facets::size(organisation).is_some_and(|size| fits(asked.sizes, index(&SIZES, size))),
    );
    Standing {
        own: place.id == eyes.own,
        shared: eyes.shared.contains(&place.id),
        out: asked
            .organisations
            .as_ref()
            .is_some_and(|some| !some.contains(&place.id))
            || asked.network.as_ref().is_some_and(|some| !some.contains(&place.id)),
        fails,
        distance: eyes.home.as_ref().map_or(0, |home| distance(home, organisation)),
    }
}

/// How unlike two municipalities are: twice the inhabitants weigh as much as another country, twice as much as another
/// county, and four times as much as twice the density. One's own comes last, since one knows what is done there; bodies
/// without inhabitants stand before it.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "inhabitants are far below 2^53, and the sum is far below 2^63"
)]
fn distance(home: &Organisation, other: &Organisation) -> i64 {
    if home.id == other.id {
        return 99_000;
    }
    let size = match (home.population, other.population) {
        (Some(a), Some(b)) if a > 0 && b > 0 => (a as f64 / b as f64).log2().abs(),
        (None, _) => 0.0,
        _ => 20.0,
    };
    let density = match (home.density(), other.density()) {
        (Some(a), Some(b)) => (a / b).log2().abs() / 4.0,
        _ => 0.0,
    };
    let country = f64::from(u8::from(home.country != other.country));
    let county = f64::from(u8::from(
        home.country != other.country || home.county_code != other.county_code,
    ));
    ((size + density + country + county / 2.0) * 1000.0).round() as i64
}

/// The rows after a place, in order; only as many as are wanted are sorted.
fn page<'a>(matched: Vec<&'a Book>, part: &Part, standing: &[Standing]) -> Vec<Placed> {
    let descending = matches!(part.order, ActionOrder::Recent | ActionOrder::MostCopied);
    let key = |book: &'a Book| match part.order {
        ActionOrder::Recent => Key::Number(book.recent_at),
        ActionOrder::MostCopied => Key::Number(book.copy_count),
        ActionOrder::Title => Key::Text(Cow::Borrowed(book.sort_key.as_str())),
        ActionOrder::Similar => Key::Pair(standing[book.place].distance, -book.recent_at),
    };
    let mut rows: Vec<(Key<'a>, Uuid)> = matched
        .into_iter()
        .map(|book| (key(book), book.id.0))
        .filter(|place| {
            if descending {
                *place < part.after
            } else {
                *place > part.after
            }
        })
        .collect();
    let compare = |a: &(Key<'a>, Uuid), b: &(Key<'a>, Uuid)| if descending { b.cmp(a) } else { a.cmp(b) };
    if rows.len() > part.limit && part.limit > 0 {
        rows.select_nth_unstable_by(part.limit - 1, compare);
    }
    rows.truncate(part.limit);
    rows.sort_unstable_by(compare);
    let placed = |(key, id): (Key<'a>, Uuid)| Placed {
        id: Id::of(id),
        key: match key {
            Key::Number(number) => Key::Number(number),
            Key::Pair(distance, ago) => Key::Pair(distance, ago),
            Key::Text(text) => Key::Text(Cow::Owned(text.into_owned())),
        },
    };
    rows.into_iter().map(placed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::organisations::reference;

    #[test]
    fn alike_is_who_has_as_many_inhabitants_as_close_together_in_the_same_country_and_county() {
        let all = reference().unwrap();
        let named = |name: &str| {
            all.iter()
                .find(|one| one.name == name && one.population.is_some())
                .unwrap()
        };
        let nearer = |home: &str, one: &str, other: &str| {
            let home = named(home);
            assert!(
                distance(home, named(one)) < distance(home, named(other)),
                "{one}, {other}"
            );
        };
        nearer("Haninge", "Huddinge", "Kiruna");
        // About as many inhabitants, in the same country, but not as close together.
        nearer("Sundbyberg", "Solna", "Luleå");
        nearer("Ålesund", "Sandnes", "Haninge");
        nearer("Ålesund", "Haninge", "Utsira");
        assert_eq!(distance(named("Haninge"), named("Haninge")), 99_000);
    }

    #[test]
    fn every_municipality_has_its_density() {
        for one in reference().unwrap().iter().filter(|one| one.population.is_some()) {
            let density = one.density().unwrap();
            assert!((0.1..7_000.0).contains(&density), "{} {density}", one.name);
        }
    }
}

//! The library: who has done this before? Actions by facets, with counts, and in orders that a table has no index for, such
//! as "municipalities like ours first". It is looked up in memory ([`shelf`]): each node holds a few numbers of every action
//! that is published beyond its own organisation, and before each look asks the journal's topic [`TOPIC`] whether they are
//! still right. The number is taken in the transaction that publishes, so that what has been committed is always seen, on
//! every node. What the viewer's own organisation has not published is read anew each time.

mod facets;
pub mod graphql;
mod shelf;
mod store;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError, RwLock},
};

use uuid::Uuid;

use super::{Action, ActionFilter, ActionOrder, Sight, Themes, Wanted, themes};
use crate::{
    app::App,
    clock::Moment,
    db::Tx,
    error::{Error, Result},
    graphql::{Conn, Id, Place, Total, Window},
    i18n::{Language, words::Name},
    live::journal,
    people::{Country, Organisation, OrganisationId, Viewer, organisations},
    programmes::objectives::{self, ObjectiveScheme, Objectives},
};
use facets::{Asked, Counts};
pub use facets::{CostBracket, FacetKind, SizeClass};
use shelf::{Eyes, Found, Key, Part, Placed, Shelf};

/// Numbers the changes of what the shelf shows.
const TOPIC: &str = "library";
const ONE: &str = "one";
const ALL: &str = "all";
/// After more changes than this everything is read anew.
const MANY: usize = 500;
/// Values of a facet that would otherwise have hundreds.
const MOST_COPIERS: usize = 20;

/// What this node knows of the library.
pub struct Known {
    shelf: RwLock<Shelf>,
    /// One reads, the others wait for it.
    turn: tokio::sync::Mutex<()>,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            shelf: RwLock::new(Shelf::empty(-1)),
            turn: tokio::sync::Mutex::default(),
        }
    }
}

impl Known {
    fn settled(&self, organisation: Uuid) -> bool {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        shelf.is_settled(organisation)
    }

    fn seq(&self) -> i64 {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).seq
    }
}

// ---- staying right --------------------------------------------------------------------------------------------------

/// Journals what a transaction has done to published actions. Called once, last before the commit, by [`App::commit`].
///
/// # Errors
/// When the database does not answer.
pub async fn journal_changes(app: &App, tx: &mut Tx) -> Result<()> {
    let mut changed = std::mem::take(&mut tx.shelved);
    changed.sort_unstable();
    changed.dedup();
    let now = app.clock.now();
    if changed.len() > MANY / 10 {
        journal::append(tx, TOPIC, ALL, Uuid::nil(), now).await?;
        return Ok(());
    }
    for id in changed {
        journal::append(tx, TOPIC, ONE, id, now).await?;
    }
    Ok(())
}

/// Notes that what some targets, or goals, are about changes in this transaction: their actions' facets do, too.
///
/// # Errors
/// When the database does not answer.
pub async fn objectives_change(tx: &mut Tx, parts: &[Uuid]) -> crate::db::Result<()> {
    let actions = store::serving(tx, parts).await?;
    tx.shelved.extend(actions);
    Ok(())
}

/// Brings this node's shelf up to whatever was committed before now.
async fn bring_up(app: &App) -> Result<()> {
    let newest = journal::last(&app.db, TOPIC).await?;
    if app.library.seq() >= newest {
        return Ok(());
    }
    let _turn = app.library.turn.lock().await;
    let known = app.library.seq();
    if known >= newest {
        return Ok(());
    }
    if known < 0 {
        return fill(app).await;
    }
    let limit = i64::try_from(MANY).unwrap_or(i64::MAX);
    let events = journal::after(&app.db, TOPIC, known, limit + 1).await?;
    if events.len() > MANY || events.iter().any(|event| event.kind == ALL) {
        return fill(app).await;
    }
    let Some(last) = events.last().map(|event| event.seq) else {
        return Ok(());
    };
    let ids: Vec<Uuid> = events.iter().map(|event| event.object_id).collect();
    let rows = store::some(&app.db, &ids).await?;
    let places = places(app, &rows).await?;
    let mut shelf = app.library.shelf.write().unwrap_or_else(PoisonError::into_inner);
    places.into_iter().for_each(|place| shelf.settle(place));
    ids.iter().for_each(|id| shelf.take(*id));
    rows.iter().for_each(|row| shelf.put(row));
    shelf.seq = last;
    Ok(())
}

async fn fill(app: &App) -> Result<()> {
    // The number first: what is committed after it is read again.
    let seq = journal::last(&app.db, TOPIC).await?;
    let rows = store::all(&app.db).await?;
    let places = places(app, &rows).await?;
    let mut fresh = Shelf::empty(seq);
    places.into_iter().for_each(|place| fresh.settle(place));
    rows.iter().for_each(|row| fresh.put(row));
    tracing::debug!(actions = fresh.len(), seq, "the library was read");
    *app.library.shelf.write().unwrap_or_else(PoisonError::into_inner) = fresh;
    Ok(())
}

async fn places(app: &App, rows: &[store::Row]) -> Result<Vec<Arc<Organisation>>> {
    let ids: HashSet<Uuid> = rows.iter().map(|row| row.organisation_id).collect();
    let mut found = Vec::new();
    for id in ids {
        found.push(organisations::organisation(app, id).await?);
    }
    Ok(found)
}

// ---- looking --------------------------------------------------------------------------------------------------------

/// Whether a list is one that only the library can give.
#[must_use]
pub fn serves(filter: &ActionFilter, order: ActionOrder) -> bool {
    order == ActionOrder::Similar || filter.is_faceted()
}

/// A look into the library: what was found, its facets, and the page.
pub struct Look {
    filter: ActionFilter,
    other_names: Vec<Name>,
    sight: Sight,
    found: Found,
    window: AnyWindow,
}

enum AnyWindow {
    Number(Window<i64>),
    Text(Window<String>),
}

/// Looks.
///
/// # Errors
/// `INVALID` for a wrong page, cursor or value of a facet.
pub async fn look(
    app: &Arc<App>,
    viewer: &Viewer,
    filter: ActionFilter,
    order: ActionOrder,
    first: i32,
    after: Option<&str>,
) -> Result<Look> {
    let sight = Sight::of(viewer);
    let mut asked = asked(&filter)?;
    let (window, part) = match order {
        ActionOrder::Recent | ActionOrder::MostCopied => {
            let window = Window::<i64>::descending(first, after)?;
            let place = (Key::Number(window.after.key), window.after.id);
            let limit = window.limit;
            (AnyWindow::Number(window), part(order, place, limit))
        }
        ActionOrder::Title | ActionOrder::Similar => {
            let window = Window::<String>::ascending(first, after)?;
            let key = match order {
                ActionOrder::Similar => read_pair(&window.after.key)?,
                _ => Key::Text(window.after.key.clone().into()),
            };
            let (place, limit) = ((key, window.after.id), window.limit);
            (AnyWindow::Text(window), part(order, place, limit))
        }
    };
    let checked = super::store::Filter::from_input(filter.clone())?;
    bring_up(app).await?;
    let mut eyes = Eyes {
        own: sight.own,
        ..Eyes::default()
    };
    if let Some(me) = viewer.maybe() {
        eyes.home = Some(organisations::organisation(app, me.organisation_id).await?);
        let neighbours = store::neighbours(&app.db, sight).await?;
        if let Some(slug) = &filter.network_slug {
            let of = neighbours.iter().filter(|row| row.slug == *slug);
            asked.network = Some(of.map(|row| row.organisation_id).collect());
        }
        eyes.shared = neighbours.into_iter().map(|row| row.organisation_id).collect();
        if !sight.own.is_nil() {
            eyes.own_rows = store::own(&app.db, sight.own).await?;
        }
    } else if filter.network_slug.is_some() {
        asked.network = Some(HashSet::new());
    }
    let among: Option<HashSet<Uuid>> = match checked.has_words() {
        true => Some(store::with_words(&app.db, sight, &checked).await?.into_iter().collect()),
        false => None,
    };
    // The viewer's own organisation may have nothing on the shelf yet.
    if let Some(home) = eyes.home.clone().filter(|home| !app.library.settled(home.id)) {
        app.library
            .shelf
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .settle(home);
    }
    let found = {
        let shelf = app.library.shelf.read().unwrap_or_else(PoisonError::into_inner);
        shelf.look(&eyes, &asked, among.as_ref(), &part)
    };
    Ok(Look {
        filter,
        other_names: checked.other_names(),
        sight,
        found,
        window,
    })
}

fn part(order: ActionOrder, after: (Key<'static>, Uuid), limit: i64) -> Part {
    Part {
        order,
        after,
        limit: usize::try_from(limit).unwrap_or(0),
    }
}

/// The key of a place in the order of likeness, as a cursor holds it.
fn read_pair(key: &str) -> Result<Key<'static>> {
    if key.is_empty() {
        return Ok(Key::Pair(i64::MIN, i64::MIN));
    }
    key.split_once(' ')
        .and_then(|(distance, ago)| Some(Key::Pair(distance.parse().ok()?, ago.parse().ok()?)))
        .ok_or_else(|| Error::invalid("after", "error-cursor"))
}

fn asked(filter: &ActionFilter) -> Result<Asked> {
    let theme_bits = |field: &'static str, keys: &Option<Vec<String>>| -> Result<u128> {
        let themes = Themes::parse(keys.as_deref().unwrap_or_default()).map_err(|error| error.on(field))?;
        Ok(themes.bits())
    };
    let objective_bits = |field: &'static str, keys: &Option<Vec<String>>| -> Result<u128> {
        let objectives = Objectives::parse(keys.as_deref().unwrap_or_default()).map_err(|error| error.on(field))?;
        Ok(facets::objective_bits(&objectives))
    };
    let ids = |field: &'static str, ids: &[async_graphql::ID]| -> Result<HashSet<Uuid>> {
        ids.iter()
            .take(100)
            .map(|id| OrganisationId::parse(field, id).map(|id| id.0))
            .collect()
    };
    let county = |text: &String| {
        let (country, code) = text.split_once('-')?;
        Some((Country::from_text(country)?, code.to_owned()))
    };
    let counties = filter.counties.iter().flatten().take(100).map(|text| {
        county(text).ok_or_else(|| Error::invalid("counties", "error-unknown-county").with("key", text.as_str()))
    });
    Ok(Asked {
        themes: theme_bits("themes", &filter.themes)?,
        sectors: theme_bits("sectors", &filter.sectors)?,
        goals: objective_bits("goals", &filter.goals)?,
        sdgs: objective_bits("sdgs", &filter.sdgs)?,
        statuses: mask(&filter.statuses),
        languages: mask(&filter.languages),
        sizes: mask(&filter.sizes),
        costs: mask(&filter.costs),
        purposes: mask(&filter.purposes),
        country: filter.country,
        counties: counties.collect::<Result<_>>()?,
        copied_by: ids("copiedByIds", filter.copied_by_ids.as_deref().unwrap_or_default())?,
        organisations: match &filter.organisation_ids {
            Some(some) => Some(ids("organisationIds", some)?),
            None => None,
        },
        network: None,
        programme: filter.programme_id.map(|id| id.0),
        origin: filter.origin_id.map(|id| id.0),
        copied_only: filter.copied_only.unwrap_or(false),
        examples_only: filter.examples_only.unwrap_or(false),
    })
}

/// One bit for each value, by its place in its type.
fn mask<T: Bit + Copy>(values: &Option<Vec<T>>) -> u32 {
    values.iter().flatten().fold(0, |mask, value| mask | 1 << value.place())
}

trait Bit {
    fn place(self) -> u32;
}
macro_rules! bit {
    ($($t:ty),*) => {$(
        impl Bit for $t {
            fn place(self) -> u32 { self as u32 }
        }
    )*};
}
bit!(
    super::ActionStatus,
    super::example::Purpose,
    Language,
    SizeClass,
    CostBracket
);

/// The latest public actions, of some organisations, about a theme.
///
/// # Errors
/// When the database does not answer.
pub async fn latest_public(
    app: &App,
    organisations: Option<HashSet<Uuid>>,
    theme: Option<&'static str>,
    most: usize,
) -> Result<Vec<Action>> {
    bring_up(app).await?;
    let asked = Asked {
        organisations,
        themes: theme.map_or(0, |key| Themes(vec![key]).bits()),
        ..Asked::default()
    };
    let part = Part {
        order: ActionOrder::Recent,
        after: (Key::Number(i64::MAX), Uuid::max()),
        limit: most,
    };
    let ids: Vec<_> = {
        let shelf = app.library.shelf.read().unwrap_or_else(PoisonError::into_inner);
        let found = shelf.look(&Eyes::default(), &asked, None, &part);
        found.page.into_iter().map(|placed| placed.id).collect()
    };
    let mut rows = super::store::actions(&app.db, Sight::of(&Viewer::SignedOut), &ids).await?;
    rows.sort_by_key(|row| std::cmp::Reverse((row.recent_at.0, row.id.0)));
    Ok(rows)
}

/// The public actions, the latest first, and when each was last published.
///
/// # Errors
/// When the database does not answer.
pub async fn public_pages(app: &App, most: usize) -> Result<Vec<(Id<Action>, Moment)>> {
    bring_up(app).await?;
    let shelf = app.library.shelf.read().unwrap_or_else(PoisonError::into_inner);
    let mut pages: Vec<_> = shelf.public().map(|book| (book.id, Moment(book.recent_at))).collect();
    drop(shelf);
    pages.sort_by_key(|(id, at)| std::cmp::Reverse((at.0, id.0)));
    pages.truncate(most);
    Ok(pages)
}

/// As [`super::list`], for the filters and orders that only the library has.
///
/// # Errors
/// As [`look`].
pub async fn list(
    app: &Arc<App>,
    viewer: &Viewer,
    filter: ActionFilter,
    order: ActionOrder,
    wanted: Wanted,
    first: i32,
    after: Option<&str>,
) -> Result<Conn<Action>> {
    look(app, viewer, filter, order, first, after)
        .await?
        .page(app, wanted)
        .await
}

impl Look {
    /// What stands on the page, in order.
    pub fn ids(&self) -> impl Iterator<Item = Uuid> {
        self.found.page.iter().map(|placed| placed.id.0)
    }

    /// The page's actions, as the viewer sees them now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn page(&self, app: &App, wanted: Wanted) -> Result<Conn<Action>> {
        let ids: Vec<_> = self.found.page.iter().map(|placed| placed.id).collect();
        let rows = super::store::some_actions(&app.db, self.sight, &ids, wanted).await?;
        let mut by_id: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        // One that was hidden just now is missing, and nothing else changes.
        let rows: Vec<(Placed, Action)> = self
            .found
            .page
            .iter()
            .filter_map(|placed| Some((placed.clone(), by_id.remove(&placed.id)?)))
            .collect();
        let total = Total::known(self.found.total);
        Ok(match &self.window {
            AnyWindow::Number(window) => window.page(
                rows,
                total,
                |(placed, _)| Place {
                    key: match placed.key {
                        Key::Number(number) => number,
                        Key::Pair(..) | Key::Text(_) => 0,
                    },
                    id: placed.id.0,
                },
                |(_, row)| row,
            ),
            AnyWindow::Text(window) => window.page(
                rows,
                total,
                |(placed, _)| Place {
                    key: match &placed.key {
                        Key::Text(text) => text.to_string(),
                        Key::Pair(distance, ago) => format!("{distance} {ago}"),
                        Key::Number(number) => number.to_string(),
                    },
                    id: placed.id.0,
                },
                |(_, row)| row,
            ),
        })
    }

    /// How many there are of each value that occurs or is chosen, in the facets' own order.
    #[must_use]
    pub fn facets(&self, app: &App) -> Vec<Facet> {
        let (filter, counts) = (&self.filter, &self.found.counts);
        let themes = |of: fn(&themes::Theme) -> bool, counts: &[u32], chosen: &Option<Vec<String>>| {
            let all = themes::all().iter().zip(counts).filter(move |(theme, _)| of(theme));
            all.map(|(theme, count)| {
                Choice::of(&theme.key, *count, chosen.iter().flatten().any(|key| *key == theme.key))
            })
            .collect()
        };
        let mut facets = vec![
            Facet::of(
                FacetKind::Theme,
                themes(|theme| !theme.is_sector(), &counts.themes, &filter.themes),
            ),
            Facet::of(
                FacetKind::Sector,
                themes(themes::Theme::is_sector, &counts.sectors, &filter.sectors),
            ),
            Facet::of(
                FacetKind::Goal,
                objectives(ObjectiveScheme::National, &counts.goals, &filter.goals),
            ),
            Facet::of(
                FacetKind::Sdg,
                objectives(ObjectiveScheme::Sdg, &counts.sdgs, &filter.sdgs),
            ),
            Facet::of(
                FacetKind::Status,
                plain(&facets::STATUSES, &counts.statuses, &filter.statuses, |status| {
                    status.text().to_owned()
                }),
            ),
            Facet::of(
                FacetKind::Purpose,
                plain(&facets::PURPOSES, &counts.purposes, &filter.purposes, |purpose| {
                    purpose.text().to_owned()
                }),
            ),
            Facet::of(
                FacetKind::Country,
                plain(
                    &[Country::Se, Country::No],
                    &counts.countries,
                    &filter.country.map(|country| vec![country]),
                    |country| country.text().to_owned(),
                ),
            ),
            Facet::of(FacetKind::County, counties(app, counts, filter)),
            Facet::of(
                FacetKind::Size,
                plain(&facets::SIZES, &counts.sizes, &filter.sizes, |size| {
                    size.text().to_owned()
                }),
            ),
            Facet::of(
                FacetKind::Cost,
                plain(&facets::COSTS, &counts.costs, &filter.costs, |cost| {
                    cost.text().to_owned()
                }),
            ),
            Facet::of(
                FacetKind::Language,
                plain(&facets::LANGUAGES, &counts.languages, &filter.languages, |language| {
                    language.text().to_uppercase()
                }),
            ),
            Facet::of(FacetKind::CopiedBy, copiers(app, counts, filter)),
        ];
        facets.retain(|facet| !facet.values.is_empty());
        facets
    }
}

/// One facet with its values.
pub struct Facet {
    pub kind: FacetKind,
    pub values: Vec<Choice>,
}

impl Facet {
    fn of(kind: FacetKind, mut values: Vec<Choice>) -> Self {
        values.retain(|choice| choice.count > 0 || choice.chosen);
        Self { kind, values }
    }
}

/// One value of a facet.
#[derive(Clone)]
pub struct Choice {
    pub value: String,
    pub count: u32,
    pub chosen: bool,
    /// What it is called, where that is a proper name.
    pub name: Option<String>,
}

impl Choice {
    fn of(value: &str, count: u32, chosen: bool) -> Self {
        Self {
            value: value.to_owned(),
            count,
            chosen,
            name: None,
        }
    }
}

fn objectives(scheme: ObjectiveScheme, counts: &[u32], chosen: &Option<Vec<String>>) -> Vec<Choice> {
    let all = objectives::all().iter().zip(counts);
    all.filter(|(objective, _)| objective.scheme() == scheme)
        .map(|(objective, count)| {
            let key = &objective.key;
            Choice::of(key, *count, chosen.iter().flatten().any(|one| one == key))
        })
        .collect()
}

fn plain<T: PartialEq + Copy>(
    all: &[T],
    counts: &[u32],
    chosen: &Option<Vec<T>>,
    text: impl Fn(T) -> String,
) -> Vec<Choice> {
    all.iter()
        .zip(counts)
        .map(|(value, count)| Choice::of(&text(*value), *count, chosen.iter().flatten().any(|one| one == value)))
        .collect()
}

fn counties(app: &App, counts: &Counts, filter: &ActionFilter) -> Vec<Choice> {
    let mut values: HashMap<String, u32> = counts
        .counties
        .iter()
        .map(|((country, code), count)| (format!("{country}-{code}"), *count))
        .collect();
    for chosen in filter.counties.iter().flatten() {
        values.entry(chosen.clone()).or_default();
    }
    let mut choices: Vec<_> = values
        .into_iter()
        .map(|(value, count)| Choice {
            name: app.organisations.county(&value),
            chosen: filter.counties.iter().flatten().any(|one| *one == value),
            value,
            count,
        })
        .collect();
    choices.sort_by(|a, b| (b.count, &a.value).cmp(&(a.count, &b.value)));
    choices
}

fn copiers(app: &App, counts: &Counts, filter: &ActionFilter) -> Vec<Choice> {
    let chosen: HashSet<Uuid> = filter
        .copied_by_ids
        .iter()
        .flatten()
        .filter_map(|id| Some(OrganisationId::parse("copiedByIds", id).ok()?.0))
        .collect();
    let none = chosen
        .iter()
        .filter(|id| !counts.copied_by.contains_key(id))
        .map(|id| (*id, 0));
    let all = counts.copied_by.iter().map(|(id, count)| (*id, *count)).chain(none);
    let mut choices: Vec<_> = all
        .filter_map(|(id, count)| {
            let organisation = app.organisations.find(id)?;
            Some(Choice {
                value: organisation.type_id().0,
                count,
                chosen: chosen.contains(&id),
                name: Some(organisation.name.clone()),
            })
        })
        .collect();
    choices.sort_by(|a, b| (b.chosen, b.count, &a.name).cmp(&(a.chosen, a.count, &b.name)));
    choices.truncate(MOST_COPIERS.max(chosen.len()));
    choices
}

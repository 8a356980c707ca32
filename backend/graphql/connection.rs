//! Relay connections on keysets. A page is asked for by the key of the row before it, never by an offset, so that it
//! costs the same anywhere in the list and does not shift when rows are added.

use std::{borrow::Cow, sync::Arc};

use async_graphql::{
    ContextSelectionSet, Object, OutputType, Positioned, ServerResult, Value,
    connection::{Connection, DefaultConnectionName, DefaultEdgeName, DisableNodesField, Edge, EmptyFields},
    parser::types::Field,
    registry,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use futures_util::future::BoxFuture;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    clock::Moment,
    db,
    error::{Error, ErrorCode, Result},
};

/// Rows per page at most.
pub const MOST: i32 = 100;

type Inner<T> = Connection<String, T, Total, EmptyFields, DefaultConnectionName, DefaultEdgeName, DisableNodesField>;

/// A page of a list. The library's own connection, with a description, which that has no place for.
pub struct Conn<T: OutputType>(Inner<T>);

impl<T: OutputType> Conn<T> {
    #[must_use]
    pub fn new(has_previous_page: bool, has_next_page: bool, total: Total) -> Self {
        Self(Connection::with_additional_fields(
            has_previous_page,
            has_next_page,
            total,
        ))
    }

    /// Of a list that has nothing for this viewer.
    #[must_use]
    pub fn nothing() -> Self {
        Self::new(false, false, Total::known(0))
    }

    /// Adds rows, each with its place in the list.
    pub fn extend(&mut self, rows: impl IntoIterator<Item = (String, T)>) {
        self.0
            .edges
            .extend(rows.into_iter().map(|(cursor, row)| Edge::new(cursor, row)));
    }

    /// The same page of those rows that are of a narrower type.
    pub fn narrowed<N: OutputType>(self, narrow: impl Fn(T) -> Option<N>) -> Conn<N> {
        let mut page = Conn::new(self.0.has_previous_page, self.0.has_next_page, self.0.additional_fields);
        page.extend(
            self.0
                .edges
                .into_iter()
                .filter_map(|edge| Some((edge.cursor, narrow(edge.node)?))),
        );
        page
    }
}

impl<T: OutputType> OutputType for Conn<T> {
    fn type_name() -> Cow<'static, str> {
        <Inner<T> as OutputType>::type_name()
    }

    fn create_type_info(registry: &mut registry::Registry) -> String {
        let name = <Inner<T> as OutputType>::create_type_info(registry);
        if let Some(registry::MetaType::Object { description, .. }) = registry.types.get_mut(Self::type_name().as_ref())
        {
            *description = Some("A page of a list, by the Relay cursor specification.".to_owned());
        }
        name
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}

/// How many rows there are in all; counted only when somebody asks.
pub struct Total(Arc<dyn Fn() -> BoxFuture<'static, Result<i64>> + Send + Sync>);

impl Total {
    pub fn by<F, Fut>(count: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<i64>> + Send + 'static,
    {
        Self(Arc::new(move || Box::pin(count())))
    }

    /// For a list that is in memory anyway.
    #[must_use]
    pub fn known(count: usize) -> Self {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Self::by(move || async move { Ok(count) })
    }
}

#[Object]
impl Total {
    /// How many there are in all.
    async fn total_count(&self) -> Result<i64> {
        (self.0)().await
    }
}

/// A place in a list: the sort key of a row, and its id where keys are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<K> {
    pub key: K,
    pub id: Uuid,
}

/// A sort key's first and last place, so that a statement need not ask whether there is a cursor: it always compares.
pub trait Key: Serialize + DeserializeOwned + Clone {
    fn first() -> Self;
    fn last() -> Self;
}

impl Key for String {
    fn first() -> Self {
        Self::new()
    }
    fn last() -> Self {
        char::MAX.to_string()
    }
}

impl Key for i64 {
    fn first() -> Self {
        Self::MIN
    }
    fn last() -> Self {
        Self::MAX
    }
}

/// What part of a list is asked for.
pub struct Window<K> {
    /// One row more than the page: whether it comes says whether there is a next page.
    pub limit: i64,
    /// Rows strictly after this place, in the list's own direction.
    pub after: Place<K>,
    first: usize,
    resumed: bool,
}

impl<K: Key> Window<K> {
    /// A window of a list that runs from small keys to large ones.
    ///
    /// # Errors
    /// When `first` is out of bounds or `after` is no cursor of this list.
    pub fn ascending(first: i32, after: Option<&str>) -> Result<Self> {
        Self::new(
            first,
            after,
            Place {
                key: K::first(),
                id: Uuid::nil(),
            },
        )
    }

    /// A window of a list that runs from large keys to small ones.
    ///
    /// # Errors
    /// As [`Window::ascending`].
    pub fn descending(first: i32, after: Option<&str>) -> Result<Self> {
        Self::new(
            first,
            after,
            Place {
                key: K::last(),
                id: Uuid::max(),
            },
        )
    }

    fn new(first: i32, after: Option<&str>, start: Place<K>) -> Result<Self> {
        if !(0..=MOST).contains(&first) {
            return Err(Error::invalid("first", "error-page-size").with("most", MOST));
        }
        let resumed = after.is_some();
        let after = match after {
            None => start,
            Some(cursor) => {
                read(cursor).ok_or_else(|| Error::new(ErrorCode::Invalid).on("after").saying("error-cursor"))?
            }
        };
        let first = usize::try_from(first).unwrap_or(0);
        Ok(Self {
            limit: first as i64 + 1,
            after,
            first,
            resumed,
        })
    }

    /// Makes the connection of the rows that came, of which there may be one too many.
    pub fn page<T, N: OutputType>(
        &self,
        mut rows: Vec<T>,
        total: Total,
        place: impl Fn(&T) -> Place<K>,
        node: impl Fn(T) -> N,
    ) -> Conn<N> {
        let more = rows.len() > self.first;
        rows.truncate(self.first);
        let mut page = Conn::new(self.resumed, more, total);
        page.extend(rows.into_iter().map(|row| (cursor(&place(&row)), node(row))));
        page
    }
}

#[must_use]
pub fn cursor<K: Key>(place: &Place<K>) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&(&place.key, place.id.as_u128().to_string())).unwrap_or_default())
}

#[must_use]
pub fn read<K: Key>(cursor: &str) -> Option<Place<K>> {
    let (key, id): (K, String) = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    Some(Place {
        key,
        id: Uuid::from_u128(id.parse().ok()?),
    })
}

impl From<Moment> for Place<i64> {
    fn from(at: Moment) -> Self {
        Self {
            key: at.0,
            id: Uuid::nil(),
        }
    }
}

/// A count, as statements give it: `select count(*) as n`.
pub struct Count {
    pub n: i64,
}
db::row!(Count { n });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_was_and_garbage_does_not() {
        let place = Place {
            key: "{alesund \"x\"".to_owned(),
            id: Uuid::from_u128(7),
        };
        assert_eq!(read(&cursor(&place)), Some(place));
        assert_eq!(
            read::<i64>(&cursor(&Place {
                key: "text".to_owned(),
                id: Uuid::nil()
            })),
            None
        );
        assert_eq!(read::<String>("*"), None);
    }
}

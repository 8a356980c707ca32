//! Operations, parsed once. What the web client's build asks is registered by hash at the start; other documents are
//! kept while they are in use. Before anything is validated a document is measured, since the library's own limits count
//! neither aliases nor `__typename` and run after it has walked everything.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::{
    Request, Variables,
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
    },
};
use sha2::{Digest, Sha256};

use super::ClientRequest;
use crate::error::{Error, ErrorCode, Result};

/// Renamed fields at most: without a limit one field could be asked for ten thousand times.
const ALIASES: usize = 30;
/// Selections at most, with every fragment counted where it is used.
const SELECTIONS: usize = 5_000;
/// Fragments in fragments.
const NESTING: usize = 32;
/// Documents kept besides the registered ones.
const KEPT: usize = 512;

/// A parsed and measured document.
pub struct Prepared {
    text: String,
    pub document: ExecutableDocument,
}

#[derive(Default)]
pub struct Operations {
    /// By `sha256:<hex>` of the text.
    registered: HashMap<String, Arc<Prepared>>,
    kept: Mutex<HashMap<String, Arc<Prepared>>>,
}

impl Operations {
    /// Registers the web client's operations: the JSON object `{ "sha256:…": text }` that its build writes.
    ///
    /// # Errors
    /// When a hash is not its text's, or a text is no document.
    pub fn registered(json: &[u8]) -> Result<Self, String> {
        let texts: HashMap<String, String> = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        let mut registered = HashMap::new();
        for (id, text) in texts {
            if id != hash(&text) {
                return Err(format!("{id} is not the hash of its operation"));
            }
            let prepared = Prepared::parse(text).map_err(|_| format!("{id} is no operation"))?;
            registered.insert(id, Arc::new(prepared));
        }
        Ok(Self {
            registered,
            kept: Mutex::default(),
        })
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.registered.len()
    }

    /// # Errors
    /// `BAD_REQUEST`, `PERSISTED_QUERY_NOT_FOUND`.
    pub fn prepare(&self, request: &ClientRequest) -> Result<Arc<Prepared>> {
        let Some(text) = &request.query else {
            let id = request
                .document_id()
                .ok_or_else(|| bad("there is neither query nor documentId"))?;
            return self
                .registered
                .get(&id)
                .cloned()
                .ok_or_else(|| Error::new(ErrorCode::PersistedQueryNotFound));
        };
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(prepared) = kept.get(text) {
            return Ok(prepared.clone());
        }
        let prepared = Arc::new(Prepared::parse(text.clone())?);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(text.clone(), prepared.clone());
        Ok(prepared)
    }
}

fn hash(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .fold("sha256:".to_owned(), |out, byte| format!("{out}{byte:02x}"))
}

/// What is no request: why, for whoever programs.
#[must_use]
pub fn bad(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::BadRequest).with("detail", detail.into())
}

impl Prepared {
    fn parse(text: String) -> Result<Self> {
        let document = parse_query(&text).map_err(|error| bad(error.to_string()))?;
        let mut measured = Measured {
            aliases: 0,
            selections: 0,
        };
        for (_, operation) in document.operations.iter() {
            measured.walk(&operation.node.selection_set.node, &document, 0)?;
            let roots = &operation.node.selection_set.node.items;
            // async-graphql merges the streams of two root fields, and a second mutation that fails takes the first one's
            // answer with it.
            if operation.node.ty != OperationType::Query
                && !matches!(&roots[..], [only] if matches!(&only.node, Selection::Field(f) if f.node.directives.is_empty()))
            {
                return Err(bad(
                    "a mutation or subscription has exactly one root field, without directives",
                ));
            }
        }
        Ok(Self { text, document })
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The operation of this name, or the only one.
    ///
    /// # Errors
    /// `BAD_REQUEST` when there is none, or it is not said which.
    pub fn operation(&self, name: Option<&str>) -> Result<&OperationDefinition> {
        match (&self.document.operations, name) {
            (DocumentOperations::Single(only), None) => Ok(&only.node),
            (DocumentOperations::Multiple(all), Some(name)) => all
                .get(name)
                .map(|found| &found.node)
                .ok_or_else(|| bad("there is no operation of this name")),
            // A single operation's name is not kept by the parser; asking for it by name is how most clients ask.
            (DocumentOperations::Single(only), Some(_)) => Ok(&only.node),
            // A named operation that is alone need not be named again.
            (DocumentOperations::Multiple(all), None) if all.len() == 1 => all
                .values()
                .next()
                .map(|only| &only.node)
                .ok_or_else(|| bad("there is no operation")),
            (DocumentOperations::Multiple(_), None) => Err(bad("operationName must say which operation")),
        }
    }

    /// # Errors
    /// As [`Prepared::operation`].
    pub fn is_subscription(&self, name: Option<&str>) -> Result<bool> {
        Ok(self.operation(name)?.ty == OperationType::Subscription)
    }

    /// The one root field of a mutation; `None` of what is none.
    ///
    /// # Errors
    /// As [`Prepared::operation`].
    pub fn mutation(&self, name: Option<&str>) -> Result<Option<&str>> {
        let operation = self.operation(name)?;
        Ok(match &operation.selection_set.node.items[..] {
            [only] if operation.ty == OperationType::Mutation => match &only.node {
                Selection::Field(field) => Some(&field.node.name.node),
                _ => None,
            },
            _ => None,
        })
    }

    #[must_use]
    pub fn request(&self, name: Option<&str>, variables: Variables) -> Request {
        let mut request = Request::new(String::new()).variables(variables);
        // Of a single operation the library would look for the name and not find it.
        if let (DocumentOperations::Multiple(_), Some(name)) = (&self.document.operations, name) {
            request = request.operation_name(name);
        }
        request.set_parsed_query(self.document.clone());
        request
    }
}

struct Measured {
    aliases: usize,
    selections: usize,
}

impl Measured {
    fn walk(&mut self, set: &SelectionSet, document: &ExecutableDocument, depth: usize) -> Result<()> {
        if depth > NESTING {
            return Err(bad("nested too deep"));
        }
        for selection in &set.items {
            self.selections += 1;
            if self.selections > SELECTIONS {
                return Err(bad("too many selections"));
            }
            match &selection.node {
                Selection::Field(field) => {
                    self.aliases += usize::from(field.node.alias.is_some());
                    if self.aliases > ALIASES {
                        return Err(bad(format!("more than {ALIASES} aliases")));
                    }
                    self.walk(&field.node.selection_set.node, document, depth + 1)?;
                }
                Selection::InlineFragment(inline) => self.walk(&inline.node.selection_set.node, document, depth + 1)?,
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                        self.walk(&fragment.node.selection_set.node, document, depth + 1)?;
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> bool {
        Prepared::parse(text.to_owned()).is_err()
    }

    #[test]
    fn a_document_is_measured_before_it_is_validated() {
        let aliases = |n: usize| (0..n).map(|i| format!("a{i}: __typename ")).collect::<String>();
        assert!(!refused(&format!("{{ {} }}", aliases(30))));
        assert!(refused(&format!("{{ {} }}", aliases(31))));
        assert!(refused(&format!("{{ {} }}", "__typename ".repeat(5_001))));
        assert!(refused(
            "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"
        ));
        let doubling: String = (0..20)
            .map(|i| format!("fragment F{i} on Query {{ ...F{} ...F{} }} ", i + 1, i + 1))
            .collect();
        assert!(refused(&format!(
            "{{ ...F0 }} {doubling} fragment F20 on Query {{ __typename }}"
        )));
    }

    #[test]
    fn an_operation_that_is_alone_need_not_be_named() {
        let found = |text: &str, name| Prepared::parse(text.to_owned()).unwrap().operation(name).is_ok();
        assert!(found("query A { a }", None) && found("query A { a }", Some("A")) && found("{ a }", None));
        assert!(!found("query A { a } query B { b }", None) && found("query A { a } query B { b }", Some("B")));
        assert!(!found("query A { a }", Some("B")));
    }

    #[test]
    fn a_mutation_or_subscription_has_one_root_field() {
        assert!(!refused("mutation { a { id } }"));
        assert!(refused("mutation { a { id } b { id } }"));
        assert!(refused("mutation { ...F } fragment F on Mutation { a { id } }"));
        assert!(refused("subscription { a @skip(if: true) { id } }"));
        assert!(!refused("{ a b }"));
    }
}

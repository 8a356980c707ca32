//! What of a subscription can be shared: its operation without the position that each listener starts at.

use std::sync::Arc;

use async_graphql::{
    Name, Value, Variables,
    parser::types::{ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet},
};
use async_graphql_value::Value as Literal;

use super::Arguments;
use crate::{
    error::{Error, Result},
    graphql::{Prepared, bad},
};

/// A subscription, read: what all who listen alike have in common.
pub struct Operation {
    pub prepared: Arc<Prepared>,
    pub name: Option<String>,
    /// The root field's name.
    pub field: String,
    pub arguments: Arguments,
    /// The variables for the shared execution: a position that is given by a variable of its own is replaced by 0.
    pub variables: Variables,
    /// The same for all who may share, but for language, class and person.
    pub key: String,
}

impl Operation {
    /// Reads it, and from which number on it is asked for; `None`: only what is new.
    ///
    /// # Errors
    /// `BAD_REQUEST` for what is no subscription with one root field; `INVALID` for a position that is none.
    pub fn read(prepared: &Arc<Prepared>, name: Option<&str>, mut variables: Variables) -> Result<(Self, Option<i64>)> {
        let document = &prepared.document;
        let operation = prepared.operation(name)?;
        let [root] = &operation.selection_set.node.items[..] else {
            return Err(bad("a subscription has one root field"));
        };
        let Selection::Field(root) = &root.node else {
            return Err(bad("a subscription's root field stands in no fragment"));
        };
        if operation.ty != OperationType::Subscription {
            return Err(bad("this is no subscription"));
        }
        let mut arguments = Arguments::default();
        let mut after = None;
        let mut position = None;
        for (argument, literal) in &root.node.arguments {
            let value = constant(&literal.node, operation, &variables);
            if argument.node == "after" {
                after = match &value {
                    Value::Null => None,
                    Value::Number(number) if number.is_i64() => number.as_i64(),
                    _ => return Err(unfit("after")),
                };
                if after.is_some_and(|seq| seq < 0) {
                    return Err(Error::invalid("after", "error-negative"));
                }
                if let Literal::Variable(name) = &literal.node {
                    position = Some(name.clone());
                }
            } else {
                arguments.0.insert(argument.node.to_string(), value);
            }
        }
        // Used anywhere else, the variable changes more than the position.
        if let Some(name) = position
            && uses(&operation.selection_set.node, document, &name, 0) == 1
        {
            variables.insert(name, Value::from(0));
        }
        let key = serde_json::to_string(&(prepared.text(), name, &variables)).map_err(Error::internal)?;
        let read = Self {
            prepared: prepared.clone(),
            name: name.map(str::to_owned),
            field: root.node.name.node.to_string(),
            arguments,
            variables,
            key,
        };
        Ok((read, after))
    }
}

/// A value of another type than an argument's, in the words that the schema has for it.
pub(super) fn unfit(argument: &str) -> Error {
    bad(format!("Invalid value for argument \"{argument}\""))
}

fn constant(literal: &Literal, operation: &OperationDefinition, variables: &Variables) -> Value {
    let variable = |name: Name| {
        variables.get(&name).cloned().or_else(|| {
            let definition = operation
                .variable_definitions
                .iter()
                .find(|d| d.node.name.node == name)?;
            definition.node.default_value.as_ref().map(|value| value.node.clone())
        })
    };
    literal
        .clone()
        .into_const_with(|name| variable(name).ok_or(()))
        .unwrap_or(Value::Null)
}

/// How often a variable is used. Fragments may nest; `prepare` has refused documents that nest too deep or in a circle.
fn uses(set: &SelectionSet, document: &ExecutableDocument, name: &Name, depth: usize) -> usize {
    if depth > 32 {
        return 2;
    }
    let in_directives = |directives: &[async_graphql::Positioned<async_graphql::parser::types::Directive>]| {
        directives
            .iter()
            .flat_map(|d| &d.node.arguments)
            .map(|(_, value)| mentions(&value.node, name))
            .sum::<usize>()
    };
    set.items
        .iter()
        .map(|selection| match &selection.node {
            Selection::Field(field) => {
                in_directives(&field.node.directives)
                    + field
                        .node
                        .arguments
                        .iter()
                        .map(|(_, value)| mentions(&value.node, name))
                        .sum::<usize>()
                    + uses(&field.node.selection_set.node, document, name, depth + 1)
            }
            Selection::InlineFragment(fragment) => {
                in_directives(&fragment.node.directives)
                    + uses(&fragment.node.selection_set.node, document, name, depth + 1)
            }
            Selection::FragmentSpread(spread) => {
                let fragment = document.fragments.get(&spread.node.fragment_name.node);
                in_directives(&spread.node.directives)
                    + fragment.map_or(0, |f| uses(&f.node.selection_set.node, document, name, depth + 1))
            }
        })
        .sum()
}

fn mentions(value: &Literal, name: &Name) -> usize {
    match value {
        Literal::Variable(variable) => usize::from(variable == name),
        Literal::List(values) => values.iter().map(|value| mentions(value, name)).sum(),
        Literal::Object(fields) => fields.values().map(|value| mentions(value, name)).sum(),
        _ => 0,
    }
}

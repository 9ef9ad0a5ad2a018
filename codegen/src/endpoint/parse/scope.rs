//! The names that a rule can refer to.

use super::super::Problem;
use super::super::function::Type;
use super::super::problem::At;
use super::super::rules::{Condition, Expr, ExprKind, Parameter, ParameterType};
use crate::names::field_name;
use std::collections::BTreeSet;

/// Parameters and variables in scope. What a rule's conditions add is visible in that rule only, so parsing a rule
/// begins with a [`Scope::mark`] and ends with going back to it.
pub(super) struct Scope {
    names: Vec<Name>,
    ignored_properties: BTreeSet<String>,
}

struct Name {
    /// The name in the rule set.
    smithy: String,
    value: Expr,
}

impl Scope {
    pub(super) fn new(parameters: &[Parameter]) -> Self {
        let names = parameters.iter().map(|parameter| Name {
            smithy: parameter.name.clone(),
            value: Expr {
                kind: ExprKind::Parameter(parameter.field.clone()),
                ty: parameter.ty.into(),
                optional: parameter.is_optional(),
            },
        });
        Scope { names: names.collect(), ignored_properties: BTreeSet::new() }
    }

    pub(super) fn mark(&self) -> usize {
        self.names.len()
    }

    pub(super) fn back_to(&mut self, mark: usize) {
        self.names.truncate(mark);
    }

    /// The value that a name stands for.
    pub(super) fn find(&self, name: &str, at: &At<'_>) -> Result<Expr, Problem> {
        self.names
            .iter()
            .rev()
            .find(|known| known.smithy == name)
            .map(|known| known.value.clone())
            .ok_or_else(|| at.problem(format!("`{name}` is neither a parameter nor a variable in scope")))
    }

    /// From here on an optional parameter's name stands for a local variable. Returns what binds it.
    pub(super) fn narrow(&mut self, smithy: &str) -> Option<Condition> {
        let value = self.names.iter().rev().find(|known| known.smithy == smithy)?.value.clone();
        let name = variable(smithy);
        let kind = ExprKind::Variable { name: name.clone(), owned: false };
        self.names.push(Name { smithy: smithy.to_owned(), value: Expr::new(kind, value.ty) });
        Some(Condition::Bind { name, value })
    }

    /// Adds the variable that a condition assigns. Returns its name.
    pub(super) fn assign(&mut self, smithy: &str, value: &Expr, owned: bool, at: &At<'_>) -> Result<String, Problem> {
        let name = variable(smithy);
        if let Some(other) = self.names.iter().find(|known| variable(&known.smithy) == name) {
            return Err(at.problem(format!("`{smithy}` would hide `{}`, which is in scope here", other.smithy)));
        }
        let kind = ExprKind::Variable { name: name.clone(), owned };
        self.names.push(Name { smithy: smithy.to_owned(), value: Expr::new(kind, value.ty) });
        Ok(name)
    }

    /// Notes an endpoint property that has no effect.
    pub(super) fn ignore_property(&mut self, name: &str) {
        self.ignored_properties.insert(name.to_owned());
    }

    pub(super) fn into_ignored_properties(self) -> Vec<String> {
        self.ignored_properties.into_iter().collect()
    }
}

/// The name of a local variable. It must not hide what the emitted code calls.
fn variable(smithy: &str) -> String {
    let name = field_name(smithy);
    let hides = name == "params" || super::super::function::FUNCTIONS.iter().any(|function| function.rust == name);
    if hides { format!("{name}_value") } else { name }
}

impl From<ParameterType> for Type {
    fn from(ty: ParameterType) -> Self {
        match ty {
            ParameterType::String => Type::String,
            ParameterType::Boolean => Type::Boolean,
            ParameterType::StringArray => Type::StringArray,
        }
    }
}

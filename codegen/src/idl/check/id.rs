//! IDs of shapes in values of traits (Smithy 2.0, "`idRef` trait").

use super::Checker;
use crate::ast::{ShapeId, Trait};
use crate::diagnostic::Span;
use crate::selector::Graph;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// An ID that a value has.
pub(super) struct Named<'a> {
    /// Where the value stands.
    pub(super) span: Span,
    /// Whose trait it is.
    pub(super) shape: String,
    /// The trait, and where in its value.
    pub(super) what: String,
    /// What the ID should be.
    pub(super) reference: &'a Trait,
    pub(super) target: String,
}

impl<'a> Checker<'a> {
    /// Whether the IDs in values are those of shapes that are there, and that can stand there.
    pub(super) fn ids(&mut self, graph: &Graph<'_>) {
        let mut selected: BTreeMap<&str, Option<BTreeSet<&str>>> = BTreeMap::new();
        self.event = "TraitValue";
        for Named { span, shape, what, reference, target } in std::mem::take(&mut self.named) {
            let id = ShapeId::new(target.as_str());
            let reference = &reference.value;
            let is_asked = reference.get("failWhenMissing").and_then(Value::as_bool).unwrap_or_default();
            let selector = reference.get("selector").and_then(Value::as_str).unwrap_or("*");
            let (problem, remedy) = if !target.contains('#') {
                ("is no ID of a shape".to_owned(), "write `namespace#Name`".to_owned())
            } else if graph.index(&target).is_none() {
                if !(is_asked && self.is_missing(&id)) {
                    continue;
                }
                ("is not in the model".to_owned(), "define that shape, or correct its spelling".to_owned())
            } else {
                let found = selected.entry(selector).or_insert_with(|| self.selected(graph, &target, selector));
                if found.as_ref().is_none_or(|found| found.contains(target.as_str())) {
                    continue;
                }
                let problem = "is a shape that can't stand there".to_owned();
                (problem, format!("name one that `{}` selects", super::place::one_line(selector)))
            };
            self.wrong(span, shape, format!("has {what} is `{target}`, which {problem}"), remedy);
        }
    }
}

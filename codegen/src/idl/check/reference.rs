//! Services, resources and operations: what they refer to.

use super::{Checker, a};
use crate::ast::{Reference, Shape, ShapeId};
use crate::diagnostic::Span;
use serde_json::Value;

impl Checker<'_> {
    pub(super) fn references(&mut self, shape: &Shape) {
        self.event = "Target";
        for (property, reference) in &shape.references {
            match property.as_str() {
                "mixins" => {}
                "input" | "output" | "errors" => self.refers(shape, property, reference, "structure"),
                "resources" => self.refers(shape, property, reference, "resource"),
                _ => self.refers(shape, property, reference, "operation"),
            }
        }
        for property in ["identifiers", "properties"] {
            for (name, value) in shape.values.get(property).and_then(Value::as_object).into_iter().flatten() {
                let target = ShapeId::new(value.get("target").and_then(Value::as_str).unwrap_or_default());
                if self.is_missing(&target) {
                    self.missing(shape, shape.span, &format!("`{name}` of its `{property}`"), &target);
                }
            }
        }
    }

    fn refers(&mut self, shape: &Shape, property: &str, reference: &Reference, kind: &str) {
        let target = &reference.target;
        let Some(found) = self.shape(target) else {
            // What a service or a resource lists may come from files that aren't there yet: who needs it says so.
            let is_listed = matches!(shape.kind.as_str(), "service" | "resource");
            if self.is_missing(target) && (self.is_strict || !is_listed) {
                self.missing(shape, reference.span, &format!("its `{property}`"), target);
            }
            return;
        };
        let is = match property {
            _ if found.kind != kind => format!("is {}", a(&found.kind)),
            "errors" if !found.traits.has("error") && !found.traits.has("mixin") => "has no trait `@error`".to_owned(),
            _ if found.traits.has("mixin") => "is a mixin".to_owned(),
            _ => return,
        };
        let form = if property == "errors" { "a structure with the trait `@error`".to_owned() } else { a(kind) };
        let problem = format!("has `{target}` as its `{property}`, and that {is}");
        self.wrong(reference.span, shape.id.as_str(), problem, format!("name {form}"));
    }

    fn missing(&mut self, shape: &Shape, span: Span, what: &str, target: &ShapeId) {
        let problem = format!("has `{target}` as {what}, which is not in the model");
        let remedy = self.instead_of(target, false);
        self.wrong(span, shape.id.as_str(), problem, remedy);
    }
}

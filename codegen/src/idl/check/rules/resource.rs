//! Resources, their identifiers, and the operations that are bound to them (Smithy 2.0, "Resource").

use super::{OPERATIONS, Rules, identifiers, listed, text};
use crate::ast::{Reference, Shape};
use serde_json::Value;
use std::collections::BTreeSet;

/// What an operation that stands for a step of a resource's life has to be, by the property: whether it has the trait.
const LIFECYCLE: &[(&str, &str, bool)] = &[
    ("create", "readonly", false),
    ("put", "readonly", false),
    ("put", "idempotent", true),
    ("read", "readonly", true),
    ("update", "readonly", false),
    ("delete", "readonly", false),
    ("delete", "idempotent", true),
    ("list", "readonly", true),
];

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn resource(&mut self, resource: &'m Shape) {
        self.lifecycle(resource);
        let properties = resource.values.get("properties").and_then(Value::as_object);
        let own = identifiers(resource);
        for name in
            properties.into_iter().flatten().map(|(name, _)| name).filter(|name| own.contains_key(name.as_str()))
        {
            let problem = format!("has `{name}` as an identifier and as a property");
            self.wrong("ResourceIdentifier", resource.span, resource.id.as_str(), problem, "remove one of the two");
        }
        for child in resource.references("resources") {
            self.child(resource, child);
        }
        for (property, reference) in &resource.references {
            if OPERATIONS.contains(&property.as_str()) {
                self.bound(resource, property, reference);
            }
        }
    }

    fn lifecycle(&mut self, resource: &'m Shape) {
        for (property, id, has) in LIFECYCLE {
            for reference in resource.references(property) {
                let Some(operation) = self.shapes.get(&reference.target) else { continue };
                if operation.traits.has(id) != *has {
                    let has = if *has { "hasn't" } else { "has" };
                    let problem = format!("has `{}` as its `{property}`, which {has} the trait `@{id}`", operation.id);
                    let remedy = if has == "has" { "remove the trait" } else { "add the trait" };
                    let remedy = format!("{remedy}, or bind the operation elsewhere");
                    self.wrong("ResourceLifecycle", reference.span, resource.id.as_str(), problem, remedy);
                }
            }
        }
    }

    /// A resource below has the identifiers of the one above.
    fn child(&mut self, resource: &'m Shape, reference: &'m Reference) {
        let Some(child) = self.shapes.get(&reference.target) else { return };
        let own = identifiers(child);
        let missing: Vec<&str> = identifiers(resource)
            .into_iter()
            .filter(|(name, target)| own.get(name) != Some(target))
            .map(|(name, _)| name)
            .collect();
        if !missing.is_empty() {
            let problem = format!("is below `{}` and lacks its identifiers {}", resource.id, listed(missing));
            self.wrong("ResourceIdentifier", child.span, child.id.as_str(), problem, "add them, with the same targets");
        }
    }

    fn bound(&mut self, resource: &'m Shape, property: &str, reference: &'m Reference) {
        let Some(operation) = self.shapes.get(&reference.target).filter(|shape| shape.kind == "operation") else {
            return;
        };
        let Some(input) = self.message_of(operation, "input") else { return };
        if !self.takes(input.members.len()) {
            return;
        }
        let all = identifiers(resource);
        let mut bound = BTreeSet::new();
        for member in &input.members {
            let explicit = text(&member.traits, "resourceIdentifier");
            let is_implicit = explicit.is_none() && member.traits.has("required");
            let name = explicit.or(is_implicit.then_some(member.name.as_str()));
            bound.extend(name.filter(|name| all.get(name) == Some(&member.target.as_str())));
        }
        let missing: Vec<&str> = all.keys().copied().filter(|name| !bound.contains(name)).collect();
        let is_collection = matches!(property, "create" | "list" | "collectionOperations");
        let (problem, remedy) = if is_collection && missing.is_empty() && !all.is_empty() {
            (
                "binds all of its identifiers, so that it is about one of them".to_owned(),
                "remove one from its input, or bind it otherwise",
            )
        } else if !is_collection && !missing.is_empty() {
            (
                format!("doesn't bind its identifiers {}", listed(missing)),
                "give its input required members of these names and targets",
            )
        } else {
            return;
        };
        let problem = format!("is bound to `{}` as `{property}`, and {problem}", resource.id);
        self.wrong("ResourceIdentifierBinding", operation.span, operation.id.as_str(), problem, remedy);
    }
}

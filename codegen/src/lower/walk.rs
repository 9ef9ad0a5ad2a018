//! The service's closure: which shapes it reaches, and what each structure is to it.

use super::Lowering;
use crate::ast::{Model, Shape, ShapeId, Traits};
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::Role;
use crate::traits::{Support, support};
use std::collections::{BTreeMap, BTreeSet};

/// What each structure is that the operations reach through members. Inputs, outputs and errors themselves are not in
/// the answer unless a member targets them too; all shapes that a request alone reaches are [`Role::Request`].
pub(super) fn roles<'m>(model: &'m Model, operations: &[&'m Shape]) -> BTreeMap<&'m ShapeId, Role> {
    let inputs = reached(model, operations, &["input"]);
    let answers = reached(model, operations, &["output", "errors"]);
    let role = |id: &&'m ShapeId| if answers.contains(id) { Role::Shared } else { Role::Request };
    inputs.union(&answers).map(|id| (*id, role(id))).collect()
}

/// The shapes that members of the operations' `properties` reach.
fn reached<'m>(model: &'m Model, operations: &[&'m Shape], properties: &[&str]) -> BTreeSet<&'m ShapeId> {
    let roots = operations
        .iter()
        .flat_map(|operation| properties.iter().flat_map(|property| operation.references(property)));
    let mut open: Vec<&'m Shape> = roots.filter_map(|root| model.shapes.get(&root.target)).collect();
    let mut seen = BTreeSet::new();
    while let Some(shape) = open.pop() {
        for member in &shape.members {
            if let Some((id, target)) = model.shapes.get_key_value(&member.target)
                && seen.insert(id)
            {
                open.push(target);
            }
        }
    }
    seen
}

impl<'m> Lowering<'m> {
    /// The operations of a service and of its resources, by name.
    pub(super) fn operation_shapes(&mut self, service: &'m Shape) -> Vec<&'m Shape> {
        const OF_RESOURCE: &[&str] =
            &["create", "put", "read", "update", "delete", "list", "operations", "collectionOperations"];
        let mut found = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![service];
        while let Some(owner) = open.pop() {
            for property in OF_RESOURCE {
                for reference in owner.references(property) {
                    if let Some(operation) = self.resolve(&reference.target, owner.id.as_str(), reference.span) {
                        found.insert(operation.id.name(), operation);
                    }
                }
            }
            for reference in owner.references("resources") {
                if let Some(resource) = self.resolve(&reference.target, owner.id.as_str(), reference.span)
                    && seen.insert(&resource.id)
                {
                    open.push(resource);
                }
            }
        }
        found.into_values().collect()
    }

    /// Reports traits in the closure that may change what a client has to do and that we don't support.
    pub(super) fn check_traits(&mut self, service: &'m Shape, operations: &[&'m Shape]) {
        self.check_supported(service.id.as_str(), &service.traits);
        let mut shapes: BTreeMap<&ShapeId, &'m Shape> = operations.iter().map(|shape| (&shape.id, *shape)).collect();
        let ends = |operation: &&'m Shape| operation.references.iter().map(|(_, to)| &to.target).collect::<Vec<_>>();
        let reached = self.roles.keys().copied().chain(operations.iter().flat_map(ends));
        shapes.extend(reached.filter_map(|id| self.model.shapes.get_key_value(id)));
        for shape in shapes.values() {
            self.check_supported(shape.id.as_str(), &shape.traits);
            for member in &shape.members {
                self.check_supported(&format!("{}${}", shape.id, member.name), &member.traits);
            }
        }
    }

    fn check_supported(&mut self, shape: &str, traits: &Traits) {
        for (id, found) in &traits.0 {
            if support(id) == Support::Unsupported {
                self.unsupported_trait(shape, id, found.span);
            }
        }
    }

    fn unsupported_trait(&mut self, shape: &str, id: &str, span: Span) {
        self.problems.push(Diagnostic::at(
            span,
            shape,
            format!("the trait `{id}` is not supported, and ignoring it could change what is sent"),
            "remove the trait or the shape, or teach the generator to read it (codegen/src/traits.rs)",
        ));
    }
}

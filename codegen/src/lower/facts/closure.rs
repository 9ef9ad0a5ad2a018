//! The service's closure: which shapes it reaches, and what each structure is to it.

use crate::ast::{Model, Reference, Shape, ShapeId, Traits};
use crate::diagnostic::{Diagnostic, Span};
use crate::ir::Role;
use crate::lower::Lowering;
use crate::traits::{BadTrait, Support, support};
use std::collections::{BTreeMap, BTreeSet};

const LEAVE_OUT: &str = "leave out the operations that need it with `--skip-unsupported`";

/// How often all operations of a service together may name an error of the service's own. No service comes near.
const MOST_ERRORS: usize = 500_000;

/// What each structure is that the operations reach through members. Inputs, outputs and errors themselves are not in
/// the answer unless a member targets them too; all shapes that a request alone reaches are [`Role::Request`].
pub(in crate::lower) fn roles<'m>(
    model: &'m Model,
    operations: &[&'m Shape],
    errors: &[&'m Shape],
) -> BTreeMap<&'m ShapeId, Role> {
    let ends = |property: &'static str| {
        let references = operations.iter().flat_map(move |operation| operation.references(property));
        references.filter_map(|end| model.shapes.get(&end.target))
    };
    let inputs = reached(model, ends("input"));
    let answers = reached(model, ends("output").chain(errors.iter().copied()));
    let role = |id: &&'m ShapeId| if answers.contains(id) { Role::Shared } else { Role::Request };
    inputs.union(&answers).map(|id| (*id, role(id))).collect()
}

/// The shapes that members of `roots` reach.
pub(in crate::lower) fn reached<'m>(model: &'m Model, roots: impl Iterator<Item = &'m Shape>) -> BTreeSet<&'m ShapeId> {
    let mut open: Vec<&'m Shape> = roots.collect();
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
    pub(in crate::lower) fn operation_shapes(&mut self, service: &'m Shape) -> Vec<&'m Shape> {
        const OF_RESOURCE: &[&str] =
            &["create", "put", "read", "update", "delete", "list", "operations", "collectionOperations"];
        let mut found = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![service];
        while let Some(owner) = open.pop() {
            for property in OF_RESOURCE {
                for reference in owner.references(property) {
                    if let Some(operation) = self.resolve_as("operation", reference, owner) {
                        found.insert((operation.id.name(), &operation.id), operation);
                    }
                }
            }
            for reference in owner.references("resources") {
                if let Some(resource) = self.resolve_as("resource", reference, owner)
                    && seen.insert(&resource.id)
                {
                    open.push(resource);
                }
            }
        }
        found.into_values().collect()
    }

    /// The errors that all operations of a service can answer with.
    pub(in crate::lower) fn common_errors(&self, service: &'m Shape) -> impl Iterator<Item = &'m Reference> {
        service.references("errors").filter(|error| !self.left_out.contains(&error.target))
    }

    /// The errors of the operations and of the service, by name; none if they are too many to name.
    pub(in crate::lower) fn error_shapes(
        &mut self,
        service: &'m Shape,
        operations: &[&'m Shape],
    ) -> Option<Vec<&'m Shape>> {
        let common = service.references("errors").count();
        if common.saturating_mul(operations.len()) > MOST_ERRORS {
            let problem = format!("names {common} errors for each of {} operations", operations.len());
            let remedy =
                format!("name errors where they occur: each is named by each, which may be {MOST_ERRORS} in all");
            self.problem(service, problem, remedy);
            return None;
        }
        let mut found = BTreeMap::new();
        for owner in operations.iter().copied().chain([service]) {
            let named = owner.references("errors").filter(|error| !self.left_out.contains(&error.target));
            for reference in named.collect::<Vec<_>>() {
                if let Some(error) = self.resolve_as("structure", reference, owner) {
                    if !error.traits.has("error") {
                        let remedy = "add `smithy.api#error`, or take the structure off the list of errors";
                        self.problem(
                            error,
                            format!("is an error of `{}` and has no `smithy.api#error`", owner.id),
                            remedy,
                        );
                    }
                    found.insert((error.id.name(), &error.id), error);
                }
            }
        }
        Some(found.into_values().collect())
    }

    /// The shape that `owner` refers to, which must be of type `kind`.
    fn resolve_as(&mut self, kind: &str, reference: &Reference, owner: &Shape) -> Option<&'m Shape> {
        let shape = self.resolve(&reference.target, owner.id.as_str(), reference.span)?;
        if shape.kind == kind {
            return Some(shape);
        }
        let problem = format!("lists `{}` as one of type `{kind}`, which is of type `{}`", shape.id, shape.kind);
        self.problems.push(Diagnostic::at(
            reference.span,
            owner.id.as_str(),
            problem,
            "correct the target or its type",
        ));
        None
    }

    /// Reports traits in the closure that may change what a client has to do and that we don't support.
    pub(in crate::lower) fn check_traits(&mut self, service: &'m Shape, operations: &[&'m Shape]) {
        self.check_supported(service.id.as_str(), &service.traits, "remove it");
        let mut shapes: BTreeMap<&ShapeId, &'m Shape> = operations.iter().map(|shape| (&shape.id, *shape)).collect();
        let ends = |operation: &&'m Shape| operation.references.iter().map(|(_, to)| &to.target).collect::<Vec<_>>();
        // Errors that the service has in common are no operation's.
        let errors = self.errors.iter().map(|error| &error.id);
        let reached = self.roles.keys().copied().chain(operations.iter().flat_map(ends)).chain(errors);
        shapes.extend(reached.filter_map(|id| self.model.shapes.get_key_value(id)));
        for shape in shapes.values() {
            self.check_supported(shape.id.as_str(), &shape.traits, LEAVE_OUT);
            for member in &shape.members {
                self.check_supported(&format!("{}${}", shape.id, member.name), &member.traits, LEAVE_OUT);
            }
        }
    }

    fn check_supported(&mut self, shape: &str, traits: &Traits, way_out: &str) {
        for (id, found) in &traits.0 {
            if id == "smithy.api#enum" {
                // The parser has made an enum of every other.
                let expected = "a list of objects with `value` and `name`, on a string";
                let bad = BadTrait { id: id.clone(), span: found.span, expected };
                self.ok_at::<()>(shape, Err(bad));
            } else if support(id) == Support::Unsupported {
                self.unsupported_trait(shape, id, found.span, way_out);
            }
        }
    }

    fn unsupported_trait(&mut self, shape: &str, id: &str, span: Span, way_out: &str) {
        self.problems.push(Diagnostic::at(
            span,
            shape,
            format!("has the trait `{id}`, which is not supported: ignoring it could change what is sent"),
            format!("{way_out}, or teach the generator to read it (codegen/src/traits.rs)"),
        ));
    }
}

//! What is known of a model before anything is lowered.
//!
//! In: a model, and what is asked of it. Out: [`Facts`], each computed once, from those above it, and never changed.

mod closure;
mod constant;
mod glossary;
mod recursion;
mod selection;
mod service;
mod target;
mod wording;

pub(crate) use closure::NamedError;
pub use selection::matches;
pub(crate) use target::Targets;

use super::problems::Problems;
use crate::Options;
use crate::ast::{Member, Model, Reference, Shape, ShapeId};
use crate::docs::{Glossary, Markdown};
use crate::ir::{Dialect, Role, Skipped};
use crate::protocol::{Body, Dispatch, Protocol};
use closure::Errors;
use recursion::Members;
use selection::Selection;
use std::collections::{BTreeMap, BTreeSet};

/// The facts of a model, as far as they concern more than one shape.
pub(crate) struct Facts<'m> {
    /// What was asked for.
    pub(crate) options: &'m Options,
    /// What references lead to.
    pub(crate) targets: Targets<'m>,
    /// The service.
    pub(crate) service: &'m Shape,
    /// The protocol that it speaks.
    pub(crate) protocol: &'static Protocol,
    /// What prose calls by the model's names, by Rust's.
    pub(crate) glossary: Glossary,
    /// The operations to generate, by name.
    pub(crate) operations: Vec<&'m Shape>,
    /// What was left out as unsupported.
    pub(crate) skipped: Vec<Skipped>,
    /// The errors that every operation can answer with.
    pub(crate) common_errors: Vec<&'m Reference>,
    errors: Errors<'m>,
    closure: BTreeMap<&'m ShapeId, (&'m Shape, Role)>,
    boxed: Members<'m>,
    events: BTreeSet<&'m ShapeId>,
    constants: BTreeMap<&'m ShapeId, String>,
    target_docs: BTreeMap<&'m ShapeId, Markdown>,
}

impl<'m> Facts<'m> {
    /// The facts of the service that is asked for; none where what is wrong leaves nothing to go on with.
    pub(super) fn of(
        model: &'m Model,
        options: &'m Options,
        may_be_empty: bool,
        problems: &mut Problems,
    ) -> Option<Self> {
        let targets = Targets::of(model);
        let service = service::service(targets, options, problems)?;
        let protocol = service::protocol(targets, service, options, problems)?;
        let all = closure::operations(targets, service, problems);
        let Selection { operations, skipped, common_errors } =
            selection::select(targets, service, protocol, all, options, may_be_empty, problems);
        let glossary = glossary::glossary(targets, &operations);
        let errors = closure::errors(targets, service, &operations, &common_errors, &glossary, problems)?;
        let closure = closure::roles(targets, &operations, &errors);
        let boxed = recursion::boxed_members(&closure);
        let events = closure::events(targets, &closure);
        let constants = constant::names(targets);
        let target_docs = wording::of_targets(targets, &glossary);
        Some(Facts {
            options,
            targets,
            service,
            protocol,
            glossary,
            operations,
            skipped,
            common_errors,
            errors,
            closure,
            boxed,
            events,
            constants,
            target_docs,
        })
    }

    /// The errors of the operations and of the service, by name.
    pub(crate) fn errors(&self) -> impl DoubleEndedIterator<Item = &NamedError<'m>> {
        self.errors.values()
    }

    /// The error of this ID, if it is in the closure.
    pub(crate) fn error<'a>(&'a self, id: &'a ShapeId) -> Option<&'a NamedError<'a>> {
        self.errors.get(&(id.name(), id))
    }

    /// The code by which answers name an error: in awsQuery, it can have one beside its shape's name.
    pub(crate) fn error_code(&self, error: &Shape) -> String {
        // A trait that is wrong is reported where the error is lowered.
        let own = error.traits.query_code().ok().flatten().filter(|_| self.speaks_query());
        own.unwrap_or_else(|| error.id.name().to_owned())
    }

    /// Whether the service is spoken to in awsQuery.
    pub(crate) fn speaks_query(&self) -> bool {
        self.protocol.body == Body::Form(Dialect::Query)
    }

    /// The shapes that operations reach through members, by ID, and what each is to them.
    pub(crate) fn closure(&self) -> impl Iterator<Item = (&'m Shape, Role)> {
        self.closure.values().copied()
    }

    /// Whether a structure is a message of a stream of events.
    pub(crate) fn is_event(&self, id: &ShapeId) -> bool {
        self.events.contains(id)
    }

    /// Whether a member of a structure or union leads back to its owner, so that it needs a box.
    pub(crate) fn is_boxed(&self, owner: &ShapeId, member: &str) -> bool {
        self.boxed.contains(&(owner, member))
    }

    /// The name of the constant that holds the constraints of a shape, if it can have one of its own.
    pub(crate) fn constant(&self, id: &ShapeId) -> Option<&str> {
        self.constants.get(id).map(String::as_str)
    }

    /// What a member's target says of itself, as it stands at a member that says nothing.
    pub(crate) fn target_docs(&self, member: &Member) -> Option<&Markdown> {
        self.target_docs.get(&member.target)
    }

    /// Whether errors have nothing around them (Smithy 2.0, "AWS restXml protocol", `noErrorWrapping`).
    pub(crate) fn has_bare_errors(&self) -> bool {
        let protocol = self.service.traits.get(self.protocol.trait_id);
        protocol.is_some_and(|found| found.value.get("noErrorWrapping") == Some(&true.into()))
    }

    /// Whether members can be bound to places beyond the body.
    pub(crate) fn has_http_bindings(&self) -> bool {
        self.protocol.dispatch == Dispatch::Http
    }

    /// Whether the service answers with the error codes that it had when it spoke awsQuery.
    pub(crate) fn is_query_compatible(&self) -> bool {
        matches!(self.protocol.body, Body::Json | Body::Cbor)
            && self.service.traits.has("aws.protocols#awsQueryCompatible")
    }
}

//! What references and members lead to.

use crate::ast::{Member, Model, Shape, ShapeId};
use crate::diagnostic::Span;
use crate::lower::problems::Problems;

/// A model's shapes, as others refer to them.
#[derive(Clone, Copy)]
pub(crate) struct Targets<'m>(&'m Model);

impl<'m> Targets<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        Targets(model)
    }

    /// The shape that an ID names, unless the model lacks it.
    pub(crate) fn get(self, id: &ShapeId) -> Option<&'m Shape> {
        self.0.shapes.get(id)
    }

    /// Whether the model says of itself that something is so.
    pub(super) fn says(self, metadata: &str) -> bool {
        self.0.metadata.get(metadata).is_some_and(|value| *value == true)
    }

    /// Every shape of the model, whether something leads to it or not.
    pub(super) fn all(self) -> impl Iterator<Item = &'m Shape> {
        self.0.shapes.values()
    }

    /// The shape that an ID names, whose place in the model is `span` of `from`; that there is none is a problem.
    pub(crate) fn resolve(self, id: &ShapeId, from: &str, span: Span, problems: &mut Problems) -> Option<&'m Shape> {
        let found = self.get(id);
        if found.is_none() {
            let problem = format!("targets `{id}`, which is not in the model");
            problems.at(span, from, problem, "add the shape, or correct the target's spelling");
        }
        found
    }

    /// The shape of an operation's `input` or `output`, if it has one.
    pub(crate) fn end(self, operation: &Shape, property: &str) -> Option<&'m Shape> {
        self.get(&operation.references(property).next()?.target)
    }

    /// The members of an operation's input.
    pub(crate) fn input_members(self, operation: &Shape) -> &'m [Member] {
        self.end(operation, "input").map(|shape| shape.members.as_slice()).unwrap_or_default()
    }

    /// Whether a member's target is marked as a stream.
    pub(crate) fn streams(self, member: &Member) -> bool {
        let target = self.get(&member.target);
        member.traits.has("streaming") || target.is_some_and(|target| target.traits.has("streaming"))
    }

    /// The union of a member that is a stream of events.
    pub(crate) fn events(self, member: &Member) -> Option<&'m Shape> {
        self.get(&member.target).filter(|target| target.kind == "union" && self.streams(member))
    }

    /// Whether a union is a stream of events.
    pub(crate) fn is_event_stream(self, shape: &Shape) -> bool {
        shape.kind == "union" && shape.traits.has("streaming")
    }

    /// Whether a member of a stream of events is an error that ends it.
    pub(crate) fn is_failure(self, owner: &Shape, member: &Member) -> bool {
        self.is_event_stream(owner) && self.get(&member.target).is_some_and(|target| target.traits.has("error"))
    }

    /// Whether an ID names a structure or union.
    pub(crate) fn is_aggregate(self, id: &ShapeId) -> bool {
        self.get(id).is_some_and(|shape| matches!(shape.kind.as_str(), "structure" | "union"))
    }

    /// A target's type in small letters; that of a shape which the model lacks, as the prelude's, is its name.
    pub(crate) fn kind(self, id: &ShapeId) -> String {
        let kind = self.get(id).map_or(id.name(), |shape| shape.kind.as_str()).to_ascii_lowercase();
        kind.trim_start_matches("primitive").to_owned()
    }
}

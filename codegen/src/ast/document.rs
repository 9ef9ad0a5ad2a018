//! What one file says, whichever format it has, before it is put together with others.

use super::mixin::Applied;
use super::{Shape, ShapeId};
use crate::diagnostic::Span;
use serde_json::Value;

/// The version of Smithy that a file is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Version {
    /// 1.0, which a file in IDL is that doesn't say otherwise.
    #[default]
    One,
    /// 2.0.
    Two,
    /// 2.1.
    TwoOne,
}

impl Version {
    /// As files write it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Version::One => "1.0",
            Version::Two => "2.0",
            Version::TwoOne => "2.1",
        }
    }
}

/// What a file says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub(crate) version: Version,
    pub(crate) shapes: Vec<Shape>,
    /// Traits that stand apart from their shapes.
    pub(crate) applied: Vec<Applied>,
    pub(crate) metadata: Vec<(String, Value, Span)>,
    /// Members whose targets stand elsewhere.
    pub(crate) elided: Vec<Elided>,
    /// A JSON AST without `shapes`.
    pub(crate) lacks_shapes: bool,
}

/// A member that has the target of the resource's property or mixin's member of the same name (Smithy 2.0, "Target
/// Elision").
#[derive(Clone, Debug)]
pub(crate) struct Elided {
    pub(crate) shape: ShapeId,
    pub(crate) member: String,
    pub(crate) resource: Option<ShapeId>,
    pub(crate) span: Span,
}

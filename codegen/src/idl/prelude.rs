//! The prelude: the shapes that every model has (Smithy 2.0, "Prelude").

use super::{parser, resolve};
use crate::ast::{Shape, ShapeId};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("shapes/prelude.smithy");

const NAMESPACE: &str = "smithy.api";

static PRELUDE: LazyLock<Prelude> = LazyLock::new(|| {
    let (file, problems) = parser::parse(TEXT, 0);
    let names = file.shapes.iter().map(|shape| (shape.name.text.clone(), shape.kind)).collect();
    let private = file.shapes.iter().filter(|shape| shape.traits.iter().any(|found| found.name.text == "private"));
    let private = private.map(|shape| shape.name.text.clone()).collect();
    Prelude { names, private, problems }
});

static SHAPES: LazyLock<BTreeMap<ShapeId, Shape>> = LazyLock::new(|| {
    let (file, _) = parser::parse(TEXT, 0);
    let kinds = resolve::kinds(&file).collect();
    let (document, _) = resolve::resolve(file, &kinds);
    document.shapes.into_iter().map(|shape| (shape.id.clone(), shape)).collect()
});

/// What the prelude's shapes are called.
pub(super) struct Prelude {
    names: BTreeMap<String, &'static str>,
    private: Vec<String>,
    /// None; a test says so.
    #[cfg_attr(not(test), expect(dead_code, reason = "there are none"))]
    problems: Vec<Diagnostic>,
}

impl Prelude {
    pub(super) fn get() -> &'static Self {
        &PRELUDE
    }

    /// Whether models can refer to a shape of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(name) && !self.private.iter().any(|private| private == name)
    }

    /// The type of the shape with this ID.
    pub(super) fn kind(&self, id: &str) -> Option<&'static str> {
        let (namespace, name) = id.split_once('#')?;
        self.names.get(name).copied().filter(|_| namespace == NAMESPACE)
    }

    /// The shapes.
    pub(super) fn shapes() -> &'static BTreeMap<ShapeId, Shape> {
        &SHAPES
    }
}

#[cfg(test)]
mod tests {
    use super::Prelude;

    #[test]
    fn the_prelude_is_right() {
        assert_eq!(Prelude::get().problems, []);
        assert_eq!(Prelude::get().kind("smithy.api#Integer"), Some("integer"));
        assert!(Prelude::get().has("Boolean") && !Prelude::get().has("NonEmptyString"));
        assert!(Prelude::shapes().values().all(|shape| shape.members.iter().all(|member| {
            member.target.as_str() == "smithy.api#Unit" || Prelude::shapes().contains_key(&member.target)
        })));
    }
}

//! Traits of AWS, of Smithy's own libraries and of alloy: what values they take, and where they stand.
//!
//! Models use them and seldom bring the files that define them along. Where a model has a definition of its own, that one
//! counts.

use super::parser;
use crate::ast::{Shape, ShapeId};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The files, each of one namespace.
const FILES: &[(&str, &str)] = &[
    ("alloy.traits.smithy", include_str!("shapes/alloy.traits.smithy")),
    ("alloy.common.smithy", include_str!("shapes/alloy.common.smithy")),
    ("alloy.openapi.smithy", include_str!("shapes/alloy.openapi.smithy")),
    ("alloy.proto.smithy", include_str!("shapes/alloy.proto.smithy")),
    ("aws.api.smithy", include_str!("shapes/aws.api.smithy")),
    ("aws.apigateway.smithy", include_str!("shapes/aws.apigateway.smithy")),
    ("aws.auth.smithy", include_str!("shapes/aws.auth.smithy")),
    ("aws.cloudformation.smithy", include_str!("shapes/aws.cloudformation.smithy")),
    ("aws.customizations.smithy", include_str!("shapes/aws.customizations.smithy")),
    ("aws.endpoints.smithy", include_str!("shapes/aws.endpoints.smithy")),
    ("aws.iam.smithy", include_str!("shapes/aws.iam.smithy")),
    ("aws.protocols.smithy", include_str!("shapes/aws.protocols.smithy")),
    ("smithy.mqtt.smithy", include_str!("shapes/smithy.mqtt.smithy")),
    ("smithy.openapi.smithy", include_str!("shapes/smithy.openapi.smithy")),
    ("smithy.protocols.smithy", include_str!("shapes/smithy.protocols.smithy")),
    ("smithy.rules.smithy", include_str!("shapes/smithy.rules.smithy")),
    ("smithy.test.smithy", include_str!("shapes/smithy.test.smithy")),
    ("smithy.waiters.smithy", include_str!("shapes/smithy.waiters.smithy")),
];

static SHAPES: LazyLock<BTreeMap<ShapeId, Shape>> = LazyLock::new(|| {
    // A test says that nothing is wrong with them.
    super::assemble(FILES).and_then(|assembly| assembly.flatten()).map(|model| model.shapes).unwrap_or_default()
});

static KINDS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let kinds = |text| {
        let file = parser::parse(text, 0).0;
        let namespace = file.namespace.unwrap_or_default();
        let shapes =
            file.shapes.into_iter().filter(|shape| shape.traits.iter().any(|found| found.name.text == "trait"));
        shapes.map(move |shape| (format!("{namespace}#{}", shape.name.text), shape.kind))
    };
    FILES.iter().flat_map(|(_, text)| kinds(text)).collect()
});

/// The traits' definitions, and the shapes of their values.
pub(super) fn shapes() -> &'static BTreeMap<ShapeId, Shape> {
    &SHAPES
}

/// The type of a trait's values.
pub(super) fn kind(id: &str) -> Option<&'static str> {
    KINDS.get(id).copied()
}

#[cfg(test)]
mod tests {
    use super::{FILES, KINDS, SHAPES, kind};
    use crate::idl::validate;

    #[test]
    fn the_definitions_are_right() {
        assert_eq!(validate(FILES), []);
        assert!(KINDS.len() > 100);
        let traits = SHAPES.values().filter(|shape| shape.traits.has("trait"));
        let traits: Vec<_> = traits.map(|shape| (shape.id.as_str(), shape.kind.as_str())).collect();
        assert_eq!(traits.len(), KINDS.len());
        assert!(traits.into_iter().all(|(id, found)| kind(id) == Some(found)));
    }
}

//! What Smithy's grammar allows (Smithy 2.0, "Shape ID ABNF" and "JSON AST").

/// Types of which a shape has no members and refers to none (Smithy 2.0, "Simple types", without enums).
pub(crate) const SIMPLE: &[&str] = &[
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "float",
    "integer",
    "long",
    "short",
    "string",
    "timestamp",
];

/// The other types.
pub(crate) const WITH_BODY: &[&str] =
    &["enum", "intEnum", "list", "map", "operation", "resource", "service", "set", "structure", "union"];

/// Whether shapes can be of this type.
pub(crate) fn is_shape_type(kind: &str) -> bool {
    SIMPLE.contains(&kind) || WITH_BODY.contains(&kind)
}

/// Whether the text is an identifier: it may begin with underscores, which a letter or digit has to follow.
pub(crate) fn is_identifier(text: &str) -> bool {
    let rest = text.trim_start_matches('_');
    let starts = rest.starts_with(|c: char| c.is_ascii_alphabetic() || (c.is_ascii_digit() && rest.len() < text.len()));
    starts && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Whether the text is an absolute ID of a shape that is not a member.
pub(crate) fn is_shape_id(text: &str) -> bool {
    text.split_once('#').is_some_and(|(namespace, name)| namespace.split('.').all(is_identifier) && is_identifier(name))
}

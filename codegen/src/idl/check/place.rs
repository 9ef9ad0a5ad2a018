//! Where the prelude's traits can stand (Smithy 2.0, the selectors of "Trait index"), as far as types decide it.

use super::{Checker, a};
use crate::ast::{Shape, Traits};

/// Traits, the types of shapes that can have them, and the types of shapes whose members can.
const PLACES: &[(&str, &[&str], &[&str])] = &[
    ("addedDefault", &[], &["structure"]),
    ("auth", &["service", "operation"], &[]),
    ("authDefinition", &["structure"], &[]),
    ("clientOptional", &[], &["structure"]),
    ("cors", &["service"], &[]),
    ("endpoint", &["operation"], &[]),
    ("enum", &["string"], &[]),
    ("enumValue", &[], &["enum", "intEnum"]),
    ("error", &["structure"], &[]),
    ("eventHeader", &[], &["structure"]),
    ("eventPayload", &[], &["structure"]),
    ("examples", &["operation"], &[]),
    ("hostLabel", &[], &["structure"]),
    ("http", &["operation"], &[]),
    ("httpApiKeyAuth", &["service"], &[]),
    ("httpBasicAuth", &["service"], &[]),
    ("httpBearerAuth", &["service"], &[]),
    ("httpChecksumRequired", &["operation"], &[]),
    ("httpDigestAuth", &["service"], &[]),
    ("httpError", &["structure"], &[]),
    ("httpHeader", &[], &["structure"]),
    ("httpLabel", &[], &["structure"]),
    ("httpPayload", &[], &["structure"]),
    ("httpPrefixHeaders", &[], &["structure"]),
    ("httpQuery", &[], &["structure"]),
    ("httpQueryParams", &[], &["structure"]),
    ("httpResponseCode", &[], &["structure"]),
    ("idempotencyToken", &[], &["structure"]),
    ("idempotent", &["operation"], &[]),
    ("input", &["structure"], &[]),
    ("jsonName", &[], &["structure", "union"]),
    ("mediaType", &["blob", "string"], &[]),
    ("nestedProperties", &[], &["structure"]),
    ("noReplace", &["resource"], &[]),
    ("optionalAuth", &["operation"], &[]),
    ("output", &["structure"], &[]),
    ("paginated", &["service", "operation"], &[]),
    ("property", &[], &["structure"]),
    ("protocolDefinition", &["structure"], &[]),
    ("readonly", &["operation"], &[]),
    ("recommended", &[], &["structure"]),
    ("references", &["structure", "string"], &[]),
    ("requestCompression", &["operation"], &[]),
    ("required", &[], &["structure"]),
    ("requiresLength", &["blob"], &[]),
    ("resourceIdentifier", &[], &["structure"]),
    ("retryable", &["structure"], &[]),
    ("sparse", &["list", "map"], &[]),
    ("streaming", &["blob", "union"], &[]),
    ("title", &["service", "resource"], &[]),
    ("uniqueItems", &["list", "set"], &[]),
    ("xmlAttribute", &[], &["structure"]),
    ("xmlFlattened", &[], &["structure", "union"]),
];

impl Checker<'_> {
    /// Whether traits of a shape, or of its member, can stand there.
    pub(super) fn places(&mut self, shape: &Shape, member: Option<&str>, traits: &Traits) {
        for (id, applied) in &traits.0 {
            let Some(name) = id.strip_prefix("smithy.api#").filter(|_| self.is_idl(applied.span)) else { continue };
            let Some((_, shapes, members)) = PLACES.iter().find(|(known, ..)| *known == name) else { continue };
            let (kinds, what) = match member {
                Some(_) => (members, format!("a member of {}", a(&shape.kind))),
                None => (shapes, a(&shape.kind)),
            };
            if kinds.contains(&shape.kind.as_str()) {
                continue;
            }
            let place = match (shapes, members) {
                (shapes, []) => format!("a shape of type {}", shapes.join(" or ")),
                (_, members) => format!("a member of a shape of type {}", members.join(" or ")),
            };
            let target = member.map_or(shape.id.to_string(), |member| format!("{}${member}", shape.id));
            let problem = format!("has the trait `{id}`, which {what} can't have");
            self.wrong(applied.span, target, problem, format!("move it to {place}"));
        }
    }
}

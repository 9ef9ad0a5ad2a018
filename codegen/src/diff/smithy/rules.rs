//! What Smithy's and AWS's own traits say of changes that break someone (`breakingChanges` of their definitions): facts of
//! the prelude and of the models of AWS's traits.

use crate::diff::verdict::Severity;

/// One rule of a trait's definition.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// The part of the value that it is about, as a JSON pointer; empty for the whole.
    pub(super) path: String,
    /// `add`, `remove`, `update`, `presence` or `any`.
    pub(super) change: String,
    pub(super) severity: Severity,
}

/// Traits of which a rule speaks as a whole: an error.
const WHOLE: &[(&str, &str)] = &[
    ("trait", "presence"),
    ("protocolDefinition", "presence"),
    ("authDefinition", "presence"),
    ("httpBasicAuth", "remove"),
    ("httpDigestAuth", "remove"),
    ("httpBearerAuth", "remove"),
    ("httpApiKeyAuth", "remove"),
    ("addedDefault", "remove"),
    ("optionalAuth", "remove"),
    ("error", "any"),
    ("retryable", "remove"),
    ("readonly", "remove"),
    ("idempotent", "remove"),
    ("idempotencyToken", "remove"),
    ("jsonName", "any"),
    ("xmlAttribute", "any"),
    ("xmlFlattened", "any"),
    ("xmlName", "any"),
    ("xmlNamespace", "any"),
    ("mediaType", "remove"),
    ("resourceIdentifier", "remove"),
    ("streaming", "any"),
    ("requiresLength", "presence"),
    ("enum", "presence"),
    ("property", "remove"),
    ("property", "update"),
    ("notProperty", "add"),
    ("nestedProperties", "any"),
    ("sparse", "presence"),
    ("paginated", "remove"),
    ("http", "remove"),
    ("httpLabel", "presence"),
    ("httpQuery", "any"),
    ("httpQueryParams", "any"),
    ("httpHeader", "any"),
    ("httpPrefixHeaders", "any"),
    ("httpPayload", "presence"),
    ("httpError", "any"),
    ("httpResponseCode", "any"),
    ("cors", "remove"),
    ("eventPayload", "any"),
    ("eventHeader", "any"),
    ("timestampFormat", "any"),
    ("endpoint", "any"),
    ("hostLabel", "any"),
    ("input", "presence"),
    ("output", "presence"),
    ("aws.auth#sigv4", "remove"),
    ("aws.auth#sigv4a", "remove"),
    ("aws.protocols#awsQueryError", "any"),
];

/// All other rules: trait, path, change, severity.
const OTHERS: &[(&str, &str, &str, Severity)] = &[
    ("trait", "/structurallyExclusive", "any", Severity::Error),
    ("trait", "/conflicts", "update", Severity::Note),
    ("internal", "", "remove", Severity::Warning),
    ("pattern", "", "add", Severity::Warning),
    ("pattern", "", "update", Severity::Note),
    ("uniqueItems", "", "presence", Severity::Warning),
    ("unstable", "/featureId", "add", Severity::Error),
    ("unstable", "/featureId", "update", Severity::Error),
    ("paginated", "/inputToken", "update", Severity::Error),
    ("paginated", "/outputToken", "update", Severity::Error),
    ("paginated", "/items", "remove", Severity::Error),
    ("paginated", "/items", "add", Severity::Note),
    ("paginated", "/items", "update", Severity::Note),
    ("paginated", "/pageSize", "update", Severity::Error),
    ("paginated", "/pageSize", "remove", Severity::Error),
    ("http", "/method", "update", Severity::Error),
    ("http", "/uri", "update", Severity::Error),
    ("http", "/code", "update", Severity::Error),
    ("http", "/code", "presence", Severity::Danger),
    ("requestCompression", "", "remove", Severity::Danger),
    ("requestCompression", "/encodings", "remove", Severity::Error),
    ("requestCompression", "/encodings/member", "add", Severity::Note),
    ("requestCompression", "/encodings/member", "remove", Severity::Danger),
    ("requestCompression", "/encodings/member", "update", Severity::Danger),
    ("aws.protocols#httpChecksum", "", "remove", Severity::Danger),
    ("aws.protocols#httpChecksum", "/requestAlgorithmMember", "remove", Severity::Danger),
    ("aws.protocols#httpChecksum", "/requestValidationModeMember", "remove", Severity::Danger),
    ("aws.protocols#httpChecksum", "/responseAlgorithms/member", "remove", Severity::Danger),
];

/// The rules of a trait that Smithy or AWS defines.
pub(super) fn built_in(id: &str) -> Vec<Rule> {
    let is_it = |name: &str| id.strip_prefix("smithy.api#").unwrap_or(id) == name;
    let rule = |path: &str, change: &str, severity| Rule { path: path.to_owned(), change: change.to_owned(), severity };
    let whole = WHOLE.iter().filter(|(name, _)| is_it(name)).map(|(_, change)| rule("", change, Severity::Error));
    let others = OTHERS.iter().filter(|(name, ..)| is_it(name));
    let others = others.map(|(_, path, change, severity)| rule(path, change, *severity));
    whole.chain(others).collect()
}

//! Which traits there are: those that we read, and those that we knowingly ignore, each with its reason.

/// What we do about a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Support {
    /// We read it.
    Read,
    /// It changes nothing that a client does.
    Ignored,
    /// It may change what a client has to do, and we don't know how.
    Unsupported,
}

/// Traits that some room reads.
const READ: &[&str] = &[
    "aws.api#clientDiscoveredEndpoint",
    "aws.api#clientEndpointDiscovery",
    "aws.api#service",
    "aws.auth#sigv4",
    "aws.auth#sigv4a",
    "aws.auth#unsignedPayload",
    "aws.customizations#s3UnwrappedXmlOutput",
    "aws.iam#actionName",
    "aws.iam#iamAction",
    "aws.iam#requiredActions",
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#awsQueryCompatible",
    "aws.protocols#awsQueryError",
    "aws.protocols#ec2Query",
    "aws.protocols#ec2QueryName",
    "aws.protocols#httpChecksum",
    "aws.protocols#restJson1",
    "aws.protocols#restXml",
    "smithy.api#auth",
    "smithy.api#clientOptional",
    "smithy.api#default",
    "smithy.api#deprecated",
    "smithy.api#documentation",
    "smithy.api#endpoint",
    "smithy.api#enumValue",
    "smithy.api#error",
    "smithy.api#eventHeader",
    "smithy.api#eventPayload",
    "smithy.api#examples",
    "smithy.api#hostLabel",
    "smithy.api#http",
    "smithy.api#httpApiKeyAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpChecksumRequired",
    "smithy.api#httpDigestAuth",
    "smithy.api#httpError",
    "smithy.api#httpHeader",
    "smithy.api#httpLabel",
    "smithy.api#httpPayload",
    "smithy.api#httpPrefixHeaders",
    "smithy.api#httpQuery",
    "smithy.api#httpQueryParams",
    "smithy.api#httpResponseCode",
    "smithy.api#idempotencyToken",
    "smithy.api#idempotent",
    "smithy.api#jsonName",
    "smithy.api#length",
    "smithy.api#longPoll",
    "smithy.api#mediaType",
    "smithy.api#mixin",
    "smithy.api#optionalAuth",
    "smithy.api#paginated",
    "smithy.api#pattern",
    "smithy.api#range",
    "smithy.api#readonly",
    "smithy.api#requestCompression",
    "smithy.api#required",
    "smithy.api#requiresLength",
    "smithy.api#retryable",
    "smithy.api#sensitive",
    "smithy.api#sparse",
    "smithy.api#streaming",
    "smithy.api#timestampFormat",
    "smithy.api#title",
    "smithy.api#xmlAttribute",
    "smithy.api#xmlFlattened",
    "smithy.api#xmlName",
    "smithy.api#xmlNamespace",
    "smithy.rules#clientContextParams",
    "smithy.rules#contextParam",
    "smithy.rules#endpointBdd",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#endpointTests",
    "smithy.rules#operationContextParams",
    "smithy.rules#staticContextParams",
    "smithy.waiters#waitable",
    "smithy.protocols#rpcv2Cbor",
    "smithy.protocols#rpcv2Json",
];

/// Traits that change nothing a client does: `(trait, why)`.
const IGNORED: &[(&str, &str)] = &[
    ("aws.api#arn", "describes resources"),
    ("aws.api#arnReference", "describes resources"),
    ("aws.api#clientEndpointDiscoveryId", "names what discovery would be asked for"),
    ("aws.api#awsChunked", "allows a form of upload that operations with `httpChecksum` use"),
    ("aws.api#controlPlane", "classifies"),
    ("aws.api#data", "classifies"),
    ("aws.api#dataPlane", "classifies"),
    ("aws.api#tagEnabled", "classifies"),
    ("aws.api#taggable", "classifies"),
    ("aws.apigateway#*", "sets up the gateway that stands before a service"),
    // Where an operation takes no other scheme, `lower::auth` refuses it.
    ("aws.auth#cognitoUserPools", "a scheme beside those that we know"),
    ("aws.auth#cognitoUserPoolsScopes", "of a scheme beside those that we know"),
    ("aws.cloudformation#*", "for another tool"),
    ("aws.endpoints#*", "says how the endpoint rules came about"),
    ("aws.iam#*", "for policies; what of them an operation's page says is read"),
    ("aws.smoketests#*", "tests"),
    ("smithy.api#addedDefault", "a default that was added later counts like the others"),
    ("smithy.api#authDefinition", "defines a trait"),
    ("smithy.api#box", "Smithy 1.0's word for what has no default"),
    ("smithy.api#cors", "for browsers"),
    ("smithy.api#externalDocumentation", "documentation"),
    ("smithy.api#idRef", "constrains the values of traits"),
    ("smithy.api#input", "says that the structure is an input, which the operation says too"),
    ("smithy.api#internal", "documentation"),
    ("smithy.api#metadata", "says what a model's metadata is"),
    ("smithy.api#nestedProperties", "describes resources"),
    ("smithy.api#noReplace", "describes resources"),
    ("smithy.api#notProperty", "describes resources"),
    ("smithy.api#output", "says that the structure is an output, which the operation says too"),
    ("smithy.api#private", "for models, not for clients"),
    ("smithy.api#property", "describes resources"),
    ("smithy.api#protocolDefinition", "defines a trait"),
    ("smithy.api#recommended", "documentation"),
    ("smithy.api#references", "describes resources"),
    ("smithy.api#resourceIdentifier", "describes resources"),
    ("smithy.api#since", "documentation"),
    ("smithy.api#suppress", "for validators"),
    ("smithy.api#synthetic", "marks lists and maps that a member has without a name"),
    ("smithy.api#tags", "classifies"),
    ("smithy.api#trait", "defines a trait"),
    ("smithy.api#traitValidators", "constrains where a trait may stand"),
    ("smithy.api#uniqueItems", "checked by the service"),
    ("smithy.api#unitType", "marks the prelude's unit"),
    ("smithy.api#unstable", "documentation"),
    ("smithy.ai#*", "for assistants that choose operations"),
    ("smithy.contracts#*", "checked by the service"),
    ("smithy.example#*", "an example's own, as any other owner's"),
    ("smithy.framework#*", "for servers"),
    ("smithy.framework.rust#*", "for servers"),
    ("smithy.mqtt#*", "for another transport"),
    ("smithy.openapi#*", "for another tool"),
    ("smithy.protocols#*", "another protocol of the service's; one that we speak is there too"),
    ("smithy.rust#cacheable", "for servers"),
    ("smithy.rust#serde", "asks for serde, which every shape has"),
    ("smithy.rust.codegen.server.traits#*", "for servers"),
    ("smithy.smoketests#*", "tests"),
    ("smithy.synthetic#*", "left by Smithy's own tools"),
    ("smithy.test#*", "tests"),
];

/// Whether a list of traits and reasons has the trait `id`, or its namespace as `namespace#*`.
pub(super) fn is_listed(list: &[(&str, &str)], id: &str) -> bool {
    list.iter().any(|(pattern, _)| match pattern.strip_suffix('*') {
        Some(prefix) => id.starts_with(prefix),
        None => *pattern == id,
    })
}

/// What we do about the trait `id`. Traits outside Smithy's and AWS's namespaces are their owners' and ignored.
pub(crate) fn support(id: &str) -> Support {
    if READ.contains(&id) {
        Support::Read
    } else if is_listed(IGNORED, id) || !(id.starts_with("smithy.") || id.starts_with("aws.")) {
        Support::Ignored
    } else {
        Support::Unsupported
    }
}

#[cfg(test)]
mod tests {
    use super::{IGNORED, READ, Support, support};
    use std::collections::BTreeSet;

    #[test]
    fn each_trait_is_decided_once() {
        let ids: Vec<&str> = READ.iter().copied().chain(IGNORED.iter().map(|(id, _)| *id)).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert!(IGNORED.iter().all(|(_, why)| !why.is_empty()));
        assert!(READ.iter().all(|id| support(id) == Support::Read));
    }

    #[test]
    fn what_changes_nothing_for_a_client_is_ignored_and_what_may_is_not() {
        for id in [
            "aws.apigateway#integration",
            "aws.apigateway#authorizers",
            "smithy.framework.rust#validationException",
            "smithy.rust#serde",
            "smithy.rust#cacheable",
            "smithy.rust.codegen.server.traits#validationMessage",
            "aws.auth#cognitoUserPoolsScopes",
            "aws.api#awsChunked",
            "alloy#nullable",
            "com.example#anything",
        ] {
            assert_eq!(support(id), Support::Ignored, "{id}");
        }
        for id in ["smithy.api#unheardOf", "aws.api#unheardOf", "smithy.rust#unheardOf"] {
            assert_eq!(support(id), Support::Unsupported, "{id}");
        }
    }
}

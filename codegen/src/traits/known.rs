//! Which traits there are: those that we read, and those that we knowingly ignore, each with its reason.

/// What we do about a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
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
    "aws.auth#unsignedPayload",
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQueryCompatible",
    "aws.protocols#awsQueryError",
    "aws.protocols#restJson1",
    "smithy.api#auth",
    "smithy.api#default",
    "smithy.api#deprecated",
    "smithy.api#documentation",
    "smithy.api#endpoint",
    "smithy.api#enumValue",
    "smithy.api#error",
    "smithy.api#examples",
    "smithy.api#hostLabel",
    "smithy.api#http",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpChecksumRequired",
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
    "smithy.api#mediaType",
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
    "smithy.rules#clientContextParams",
    "smithy.rules#contextParam",
    "smithy.rules#endpointBdd",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#endpointTests",
    "smithy.rules#operationContextParams",
    "smithy.rules#staticContextParams",
    "smithy.waiters#waitable",
];

/// Traits that change nothing a client does: `(trait, why)`.
const IGNORED: &[(&str, &str)] = &[
    ("aws.api#arn", "describes resources"),
    ("aws.api#arnReference", "describes resources"),
    ("aws.api#clientEndpointDiscoveryId", "names what discovery would be asked for"),
    ("aws.api#controlPlane", "classifies"),
    ("aws.api#data", "classifies"),
    ("aws.api#dataPlane", "classifies"),
    ("aws.api#tagEnabled", "classifies"),
    ("aws.api#taggable", "classifies"),
    // Where an operation takes no other scheme, `lower::auth` refuses it.
    ("aws.auth#cognitoUserPools", "a scheme beside those that we know"),
    ("aws.auth#sigv4a", "a scheme beside those that we know"),
    ("aws.cloudformation#*", "for another tool"),
    ("aws.customizations#s3UnwrappedXmlOutput", "for another protocol"),
    ("aws.endpoints#*", "says how the endpoint rules came about"),
    ("aws.iam#*", "for policies, not for calls"),
    ("aws.protocols#awsQuery", "another protocol of the service's; one that we speak is there too"),
    ("aws.protocols#ec2Query", "another protocol of the service's; one that we speak is there too"),
    ("aws.protocols#ec2QueryName", "for another protocol"),
    ("aws.protocols#restXml", "another protocol of the service's; one that we speak is there too"),
    ("aws.smoketests#*", "tests"),
    ("smithy.api#addedDefault", "a default that was added later counts like the others"),
    ("smithy.api#authDefinition", "defines a trait"),
    ("smithy.api#box", "Smithy 1.0's word for what has no default"),
    ("smithy.api#clientOptional", "members of inputs are optional already"),
    ("smithy.api#cors", "for browsers"),
    ("smithy.api#externalDocumentation", "documentation"),
    ("smithy.api#httpApiKeyAuth", "a scheme beside those that we know"),
    ("smithy.api#httpBasicAuth", "a scheme beside those that we know"),
    ("smithy.api#httpDigestAuth", "a scheme beside those that we know"),
    ("smithy.api#idRef", "constrains the values of traits"),
    ("smithy.api#input", "says that the structure is an input, which the operation says too"),
    ("smithy.api#internal", "documentation"),
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
    ("smithy.api#tags", "classifies"),
    ("smithy.api#trait", "defines a trait"),
    ("smithy.api#traitValidators", "constrains where a trait may stand"),
    ("smithy.api#uniqueItems", "checked by the service"),
    ("smithy.api#unitType", "marks the prelude's unit"),
    ("smithy.api#unstable", "documentation"),
    ("smithy.api#xmlAttribute", "for another protocol"),
    ("smithy.api#xmlFlattened", "for another protocol"),
    ("smithy.api#xmlName", "for another protocol"),
    ("smithy.api#xmlNamespace", "for another protocol"),
    ("smithy.contracts#*", "checked by the service"),
    ("smithy.framework#*", "for servers"),
    ("smithy.mqtt#*", "for another transport"),
    ("smithy.openapi#*", "for another tool"),
    ("smithy.protocols#*", "another protocol of the service's; one that we speak is there too"),
    ("smithy.smoketests#*", "tests"),
    ("smithy.test#*", "tests"),
];

/// What we do about the trait `id`. Traits outside Smithy's and AWS's namespaces are their owners' and ignored.
pub fn support(id: &str) -> Support {
    let ignored = |(pattern, _): &(&str, &str)| match pattern.strip_suffix('*') {
        Some(prefix) => id.starts_with(prefix),
        None => *pattern == id,
    };
    if READ.contains(&id) {
        Support::Read
    } else if IGNORED.iter().any(ignored) || !(id.starts_with("smithy.") || id.starts_with("aws.")) {
        Support::Ignored
    } else {
        Support::Unsupported
    }
}

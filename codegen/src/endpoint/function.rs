//! The rules engine's types and standard library: which functions there are, and what they take and give.

use std::fmt::{self, Display, Formatter};

/// The type of a value in a rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    String,
    Boolean,
    Integer,
    StringArray,
    /// An array of strings that are parts of another: an ARN's resource, what `split` gives.
    Pieces,
    Partition,
    Arn,
    Url,
}

impl Display for Type {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Type::String => "a string",
            Type::Boolean => "a boolean",
            Type::Integer => "an integer",
            Type::StringArray | Type::Pieces => "an array of strings",
            Type::Partition => "a partition",
            Type::Arn => "an ARN",
            Type::Url => "a URL",
        })
    }
}

/// A function that is a call in the emitted code as well.
///
/// `isSet`, `not`, `getAttr`, `stringEquals`, `booleanEquals`, `coalesce` and `ite` aren't among them: they become Rust's
/// own syntax.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    /// Its name in rule sets.
    pub(super) name: &'static str,
    /// Its name in `sdk_runtime::endpoint`.
    pub(super) rust: &'static str,
    pub(super) parameters: &'static [Type],
    pub(super) result: Type,
    /// Whether it may have no result.
    pub(super) optional: bool,
    /// Whether the result is a `String` rather than a borrowed `&str`.
    pub(super) owned: bool,
}

impl Function {
    /// Finds the function that rule sets call by this name.
    pub(super) fn find(name: &str) -> Option<&'static Function> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }
}

/// The standard library and the AWS extensions.
pub(super) const FUNCTIONS: &[Function] = &[
    function(
        "aws.isVirtualHostableS3Bucket",
        "is_virtual_hostable_s3_bucket",
        &[Type::String, Type::Boolean],
        Type::Boolean,
    ),
    function("aws.parseArn", "parse_arn", &[Type::String], Type::Arn).optional(),
    function("aws.partition", "partition", &[Type::String], Type::Partition).optional(),
    function("isValidHostLabel", "is_valid_host_label", &[Type::String, Type::Boolean], Type::Boolean),
    function("parseURL", "parse_url", &[Type::String], Type::Url).optional(),
    function("split", "split", &[Type::String, Type::String, Type::Integer], Type::Pieces),
    function("substring", "substring", &[Type::String, Type::Integer, Type::Integer, Type::Boolean], Type::String)
        .optional(),
    function("uriEncode", "uri_encode", &[Type::String], Type::String).owned(),
];

const fn function(name: &'static str, rust: &'static str, parameters: &'static [Type], result: Type) -> Function {
    Function { name, rust, parameters, result, optional: false, owned: false }
}

impl Function {
    /// Whether its result holds on to its first argument.
    pub(super) fn borrows(&self) -> bool {
        !self.owned && matches!(self.result, Type::String | Type::Pieces | Type::Arn | Type::Url)
    }

    const fn optional(self) -> Self {
        Function { optional: true, ..self }
    }

    const fn owned(self) -> Self {
        Function { owned: true, ..self }
    }
}

/// A field of a partition, an ARN or a URL, as `getAttr` names it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) of: Type,
    /// Its name in rule sets.
    pub(super) name: &'static str,
    /// The field's name in `sdk_runtime::endpoint`.
    pub(super) rust: &'static str,
    pub(super) ty: Type,
    /// Whether the field is a `String` rather than a borrowed `&str`.
    pub(super) owned: bool,
}

impl Attribute {
    /// Finds the attribute that values of a type have by this name.
    pub(super) fn find(of: Type, name: &str) -> Option<&'static Attribute> {
        ATTRIBUTES.iter().find(|attribute| attribute.of == of && attribute.name == name)
    }
}

pub(super) const ATTRIBUTES: &[Attribute] = &[
    attribute(Type::Partition, "name", "name", Type::String),
    attribute(Type::Partition, "dnsSuffix", "dns_suffix", Type::String),
    attribute(Type::Partition, "dualStackDnsSuffix", "dual_stack_dns_suffix", Type::String),
    attribute(Type::Partition, "supportsFIPS", "supports_fips", Type::Boolean),
    attribute(Type::Partition, "supportsDualStack", "supports_dual_stack", Type::Boolean),
    attribute(Type::Partition, "implicitGlobalRegion", "implicit_global_region", Type::String),
    attribute(Type::Arn, "partition", "partition", Type::String),
    attribute(Type::Arn, "service", "service", Type::String),
    attribute(Type::Arn, "region", "region", Type::String),
    attribute(Type::Arn, "accountId", "account_id", Type::String),
    attribute(Type::Arn, "resourceId", "resource_id", Type::Pieces),
    attribute(Type::Url, "scheme", "scheme", Type::String),
    attribute(Type::Url, "authority", "authority", Type::String),
    attribute(Type::Url, "path", "path", Type::String),
    Attribute { owned: true, ..attribute(Type::Url, "normalizedPath", "normalized_path", Type::String) },
    attribute(Type::Url, "isIp", "is_ip", Type::Boolean),
];

const fn attribute(of: Type, name: &'static str, rust: &'static str, ty: Type) -> Attribute {
    Attribute { of, name, rust, ty, owned: false }
}

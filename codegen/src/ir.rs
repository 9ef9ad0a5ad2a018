//! Plain Rust-shaped data between Smithy and Rust: what [`lower`](crate::lower) makes and [`emit`](crate::emit) reads.
//!
//! Smithy's names appear here only where they go on the wire or into a message.

use crate::endpoint;

/// One crate to be.
#[derive(Clone, Debug)]
pub struct Service {
    /// The package's name, e.g. `wickr-sdk`.
    pub package: String,
    /// The service's SDK ID, e.g. `Wickr`.
    pub sdk_id: String,
    /// Its title, e.g. `AWS Wickr Admin API`.
    pub title: String,
    /// The version of its API.
    pub api_version: String,
    /// The name that requests are signed for.
    pub signing_name: String,
    /// Rustdoc Markdown.
    pub docs: String,
    /// What differs between protocols.
    pub protocol: crate::protocol::Protocol,
    /// The operations, by name.
    pub operations: Vec<Operation>,
    /// Structures that are neither an operation's input or output nor an error, by name.
    pub structures: Vec<Structure>,
    /// Enums, by name.
    pub enums: Vec<Enum>,
    /// Errors, by name.
    pub errors: Vec<Structure>,
    /// Error codes worth another attempt, and whether they mean throttling.
    pub retryable: Vec<(String, bool)>,
    /// The endpoint rules.
    pub endpoint: endpoint::RuleSet,
    /// The endpoint rules' tests.
    pub endpoint_tests: Vec<endpoint::EndpointTest>,
}

impl Service {
    /// Whether anything in it is deprecated, which the crate itself has to use nonetheless.
    pub fn has_deprecated(&self) -> bool {
        let of_structure = |structure: &Structure| {
            structure.deprecated.is_some() || structure.members.iter().any(|member| member.deprecated.is_some())
        };
        let of_enum = |found: &Enum| found.deprecated.is_some() || found.values.has_deprecated();
        self.operations.iter().any(|operation| of_structure(&operation.input) || of_structure(&operation.output))
            || self.structures.iter().chain(&self.errors).any(of_structure)
            || self.enums.iter().any(of_enum)
    }
}

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its name, e.g. `GetNetwork`.
    pub name: String,
    /// Its method's and module's name, e.g. `get_network`.
    pub method: String,
    /// The HTTP method.
    pub http_method: String,
    /// The URI pattern.
    pub uri: String,
    /// What a repeated call may do.
    pub effect: Effect,
    /// Rustdoc Markdown.
    pub docs: String,
    /// Its input.
    pub input: Structure,
    /// Its output.
    pub output: Structure,
    /// The errors that it names: type name and the first sentence about each.
    pub errors: Vec<(String, String)>,
    /// Worked examples.
    pub examples: Vec<Example>,
    /// How its pages hang together, if it has pages.
    pub pagination: Option<Pagination>,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// What a repeated call may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    ReadOnly,
    /// Nothing beyond the first call's.
    Idempotent,
    /// Nothing, thanks to a token.
    Token,
    /// Anything.
    Plain,
}

/// How an operation's pages hang together: all are field names.
#[derive(Clone, Debug)]
pub struct Pagination {
    /// The input's token.
    pub input_token: String,
    /// The output's token.
    pub output_token: String,
    /// The input's page size.
    pub page_size: Option<String>,
    /// The output's list.
    pub items: Option<Items>,
}

/// The list that a page holds.
#[derive(Clone, Debug)]
pub struct Items {
    /// The output's field.
    pub field: String,
    /// The type of an item.
    pub item: Type,
    /// Whether the field is an `Option`.
    pub optional: bool,
}

/// What a structure is to its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An operation's input.
    Input,
    /// An operation's output.
    Output,
    /// An error.
    Error,
    /// Held by requests only.
    Request,
    /// Any other.
    Shared,
}

/// A structure.
#[derive(Clone, Debug)]
pub struct Structure {
    /// Its type's name.
    pub name: String,
    /// Its name in the model, by which errors are recognized.
    pub code: String,
    /// What it is.
    pub role: Role,
    /// Rustdoc Markdown.
    pub docs: String,
    /// Its members, in the model's order.
    pub members: Vec<Member>,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

impl Structure {
    /// Whether its builder can fail.
    pub fn has_required(&self) -> bool {
        self.members.iter().any(|member| member.always && member.default.is_none())
    }

    /// The member whose field is called `field`.
    pub fn member(&self, field: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.field == field)
    }
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its field's name, not escaped.
    pub field: String,
    /// Rustdoc Markdown.
    pub docs: String,
    /// Its name in serde and, unless it is bound elsewhere, in the body.
    pub wire: String,
    /// Where it goes in HTTP.
    pub place: Place,
    /// Its value's type.
    pub ty: Type,
    /// Whether the field is the value itself, not an `Option` of it.
    pub always: bool,
    /// What stands in for a value that is missing, as a string.
    pub default: Option<String>,
    /// Whether the model marks it as required.
    pub required: bool,
    /// Whether it is filled in with a token when absent.
    pub token: bool,
    /// Whether `Debug` hides it.
    pub sensitive: bool,
    /// How it looks on the wire, and what constrains it.
    pub codec: Codec,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// Where a member goes in an HTTP message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the body.
    Body,
    /// In the path.
    Label,
    /// In the query string, under this name.
    Query(String),
    /// In this header.
    Header(String),
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `String`.
    Text,
    /// `bool`, `i8`, `i16`, `i32`, `i64`: the Rust type's name.
    Scalar(&'static str),
    /// A date and time.
    DateTime,
    /// A structure or string enum of the crate, by type name, or by path where the name has another meaning too.
    Named(String),
    /// A list.
    List(Box<Type>),
    /// A map from this to that.
    Map(Box<Type>, Box<Type>),
}

/// How a value looks on the wire, and what constrains it.
#[derive(Clone, Debug, PartialEq)]
pub enum Codec {
    /// Its own serde form.
    Plain,
    /// A structure.
    Nested,
    /// A timestamp as a number of seconds.
    EpochSeconds,
    /// A timestamp as RFC 3339 text.
    DateTimeText,
    /// A timestamp as an HTTP date.
    HttpDate,
    /// A list of such values.
    List(Box<Codec>),
    /// A map to such values.
    Map(Box<Codec>),
    /// Its length is bounded.
    Length(u64, u64, Box<Codec>),
    /// Its value is bounded.
    Range(i64, i64, Box<Codec>),
    /// Its text matches a pattern.
    Pattern(String, Box<Codec>),
    /// Its value is one of a string enum's.
    Enum(Box<Codec>),
    /// Its value is one of the named integer enum's.
    OneOf(String, Box<Codec>),
}

/// An enum.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its type's name.
    pub name: String,
    /// Rustdoc Markdown.
    pub docs: String,
    /// Its values.
    pub values: EnumValues,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// The values of an enum.
#[derive(Clone, Debug)]
pub enum EnumValues {
    /// A string enum's.
    Text(Vec<Variant<String>>),
    /// An integer enum's.
    Int(Vec<Variant<i32>>),
}

impl EnumValues {
    fn has_deprecated(&self) -> bool {
        match self {
            EnumValues::Text(values) => values.iter().any(|value| value.deprecated.is_some()),
            EnumValues::Int(values) => values.iter().any(|value| value.deprecated.is_some()),
        }
    }
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct Variant<T> {
    /// The variant's name.
    pub name: String,
    /// Rustdoc Markdown.
    pub docs: String,
    /// The value on the wire.
    pub value: T,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// A worked example of a call.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it shows, as a heading.
    pub title: String,
    /// Rustdoc Markdown.
    pub docs: String,
    /// The members set, by field name.
    pub input: Vec<(String, Literal)>,
    /// The error that it ends in, if it does: its type's name.
    pub error: Option<String>,
}

/// A value in an example.
#[derive(Clone, Debug)]
pub enum Literal {
    /// A string.
    Text(String),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A timestamp, in seconds.
    Seconds(i64),
    /// An enum's variant: type and variant name.
    Variant(String, String),
    /// An enum's value that the model doesn't know.
    Unknown(String, String),
    /// A structure: its type's name, whether its builder can fail, and its members by field name.
    Structure(String, bool, Vec<(String, Literal)>),
    /// A list.
    List(Vec<Literal>),
    /// A map.
    Map(Vec<(Literal, Literal)>),
}

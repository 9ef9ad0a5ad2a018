//! Plain Rust-shaped data between Smithy and Rust: what [`lower`](crate::lower) makes and [`emit`](crate::emit) reads.
//!
//! Smithy's names appear here only where they go on the wire or into a message.

mod bodies;
mod codec;
mod example;
pub(crate) mod path;
mod shape;
mod waiter;

pub(crate) use bodies::{Bodies, Dialect, Format, Root};
pub(crate) use codec::Codec;
pub(crate) use example::{Example, Literal, Node};
pub(crate) use shape::{
    Default, Enum, EnumValues, EventFormat, EventStream, Failure, Member, Place, Role, Structure, Tagging, Type, Union,
    UnionVariant, Variant,
};
pub(crate) use waiter::{Acceptor, Matcher, State, Waiter};

use crate::diagnostic::Span;
use crate::docs::Markdown;
use crate::endpoint;
use std::collections::BTreeSet;

/// One crate to be.
#[derive(Clone, Debug)]
pub(crate) struct Service {
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
    /// Whether it isn't one of AWS's: its crate shows no regions, credentials and what else only these have.
    pub is_plain: bool,
    /// Whether programs have to say where its requests go, since the model has no endpoint rules.
    pub lacks_endpoint: bool,
    /// Its documentation.
    pub docs: Markdown,
    /// The media type of a request's body.
    pub content_type: &'static str,
    /// What tells of the endpoint of operations that are `discovered`.
    pub discovery: Option<Discovery>,
    /// Whether streams of events go over HTTP/2, or may.
    pub events_take_http2: bool,
    /// Headers that every request has.
    pub headers: Vec<(String, String)>,
    /// The operations, by name.
    pub operations: Vec<Operation>,
    /// The operations that were left out as unsupported.
    pub skipped: Vec<Skipped>,
    /// What has no documentation, in the order of the model's text.
    pub undocumented: Vec<Undocumented>,
    /// Structures that are neither an operation's input or output nor an error, by name.
    pub structures: Vec<Structure>,
    /// Unions, by name.
    pub unions: Vec<Union>,
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
    /// Settings of the client that only the endpoint rules read.
    pub client_params: Vec<ClientParam>,
}

/// A setting of the client that only the endpoint rules read.
#[derive(Clone, Debug)]
pub(crate) struct ClientParam {
    /// The setter's name.
    pub field: String,
    /// Its name in the rules.
    pub name: String,
    /// Its type.
    pub ty: endpoint::ParameterType,
    /// Its documentation.
    pub docs: Markdown,
    /// Whether the runtime's builder has it already, so that nothing has to be generated.
    pub inherent: bool,
}

impl Service {
    /// The features of the runtime that its crate needs, beyond those that every crate has.
    pub(crate) fn runtime_features(&self) -> BTreeSet<&'static str> {
        let streams = |operation: &Operation| operation.input.stream().or(operation.output.stream()).is_some();
        let takes_sigv4a = |operation: &Operation| operation.auth.schemes.contains(&Scheme::SigV4a);
        let digests = |operation: &Operation| operation.auth.schemes.contains(&Scheme::Digest);
        let takes_login = |scheme: &Scheme| match scheme {
            Scheme::Bearer => self.is_plain,
            other => other.login().is_some(),
        };
        let logs_in = |operation: &Operation| operation.auth.schemes.iter().any(takes_login);
        let has = |is_it: fn(&Bodies) -> bool| self.operations.iter().any(|operation| is_it(&operation.bodies));
        let needs = [
            ("cbor", has(|bodies| matches!(bodies, Bodies::Rpc(Format::Cbor, _)))),
            ("checksums", self.operations.iter().any(|operation| operation.http_checksum.is_some())),
            ("compression", self.operations.iter().any(|operation| operation.transfer.gzip)),
            ("digest-auth", self.operations.iter().any(digests)),
            ("event-stream", self.has_events()),
            ("exact-floats", self.codecs().any(Codec::has_float)),
            ("http-auth", self.operations.iter().any(logs_in)),
            ("http2", self.events_take_http2 && self.has_events()),
            ("key-order", self.codecs().any(Codec::keeps_order)),
            ("query", has(|bodies| matches!(bodies, Bodies::Form(..)))),
            ("presigning", self.presigns()),
            ("s3", self.has_bare_errors()),
            ("s3-settings", !self.is_plain && self.client_params.iter().any(|param| param.inherent)),
            ("rt-tokio", self.operations.iter().any(streams)),
            ("simple-rest-json", has(|bodies| matches!(bodies, Bodies::JsonByStatus { .. }))),
            ("sigv4a", self.endpoint.asks_for_sigv4a() || self.operations.iter().any(takes_sigv4a)),
            ("xml", has(|bodies| matches!(bodies, Bodies::Xml { .. }))),
        ];
        needs.into_iter().filter_map(|(feature, is_needed)| is_needed.then_some(feature)).collect()
    }

    /// The settings by which callers say who they are, by name.
    pub(crate) fn logins(&self) -> BTreeSet<&'static str> {
        self.operations.iter().flat_map(|operation| &operation.auth.schemes).filter_map(Scheme::login).collect()
    }

    /// Whether an operation sends or receives a stream of events.
    pub(crate) fn has_events(&self) -> bool {
        self.unions.iter().any(|union| union.stream.is_some())
    }

    /// Whether calls of some operation can be signed for others to send.
    pub(crate) fn presigns(&self) -> bool {
        self.operations.iter().any(|operation| operation.presigned.is_some())
    }

    /// Whether its errors are Amazon S3's: with nothing around them, maybe in a success's body.
    pub(crate) fn has_bare_errors(&self) -> bool {
        self.operations.iter().any(|operation| matches!(operation.bodies, Bodies::Xml { bare_errors: true, .. }))
    }

    /// Every structure: what operations take and return, what these hold, and errors.
    pub(crate) fn all_structures(&self) -> impl Iterator<Item = &Structure> {
        let of_operations = self.operations.iter().flat_map(|operation| [&operation.input, &operation.output]);
        of_operations.chain(&self.structures).chain(&self.errors)
    }

    /// The codecs of all members.
    pub(crate) fn codecs(&self) -> impl Iterator<Item = &Codec> {
        let of_structures = self.all_structures().flat_map(|structure| &structure.members).map(|member| &member.codec);
        of_structures.chain(self.unions.iter().flat_map(|union| &union.variants).map(|variant| &variant.codec))
    }

    /// Whether anything in it is deprecated, which the crate itself has to use nonetheless.
    pub(crate) fn has_deprecated(&self) -> bool {
        let of_structure = |structure: &Structure| {
            structure.deprecated.is_some() || structure.members.iter().any(|member| member.deprecated.is_some())
        };
        let of_enum = |found: &Enum| found.deprecated.is_some() || found.values.has_deprecated();
        self.all_structures().any(of_structure) || self.enums.iter().any(of_enum)
    }

    /// Whether any member's type is one that clippy finds too complex.
    pub(crate) fn has_complex_types(&self) -> bool {
        let mut members = self.all_structures().flat_map(|structure| &structure.members).map(|member| &member.ty);
        let mut variants =
            self.unions.iter().flat_map(|union| &union.variants).filter_map(|variant| variant.ty.as_ref());
        members.any(Type::is_complex) || variants.any(Type::is_complex)
    }
}

/// An operation that was left out as unsupported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its name, e.g. `GetNetwork`.
    pub operation: String,
    /// What it is or has that isn't supported, to follow the name: "has …".
    pub reason: String,
}

/// Something public that the model leaves without documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undocumented {
    /// What it is, in a word: `service`, `operation`, `input`, `output`, `structure`, `union`, `enum`, `error`, `member` (of
    /// a structure or union) or `value` (of an enum).
    pub kind: &'static str,
    /// Its shape ID; that of a member has its owner's before it, as in `com.example#Cat$name`.
    pub shape: String,
    /// Where it stands in the model.
    pub span: Span,
}

/// One operation.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// Its name, e.g. `GetNetwork`.
    pub name: String,
    /// Its method's and module's name, e.g. `get_network`.
    pub method: String,
    /// The HTTP method.
    pub http_method: String,
    /// The URI pattern.
    pub uri: String,
    /// How it says who calls.
    pub auth: Auth,
    /// Whether its endpoint has to be asked for.
    pub discovered: bool,
    /// How its calls are repeated where the config doesn't say.
    pub retries: Retries,
    /// How its bodies travel.
    pub transfer: Transfer,
    /// The checksums that they travel with.
    pub http_checksum: Option<HttpChecksum>,
    /// Whether its calls can be signed for others to send, and how.
    pub presigned: Option<Presigned>,
    /// What goes before the endpoint's host.
    pub host_prefix: Option<HostPrefix>,
    /// What it says about its endpoint, the most specific first.
    pub endpoint_params: Vec<EndpointParam>,
    /// The input's field that names the endpoint, if one does.
    pub endpoint: Option<String>,
    /// The value of `X-Amz-Target`, where operations are told apart by it.
    pub target: Option<String>,
    /// What its bodies are.
    pub bodies: Bodies,
    /// Whether beside a stream of events, the other members travel in a message of their own.
    pub initial_messages: bool,
    /// What a repeated call may do.
    pub effect: Effect,
    /// Its documentation.
    pub docs: Markdown,
    /// Its input.
    pub input: Structure,
    /// Its output.
    pub output: Structure,
    /// The errors that it names: type name and the first sentence about each.
    pub errors: Vec<(String, Markdown)>,
    /// Worked examples.
    pub examples: Vec<Example>,
    /// How its pages hang together, if it has pages.
    pub pagination: Option<Pagination>,
    /// What it can be polled for.
    pub waiters: Vec<Waiter>,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// How an operation's calls are repeated where the config doesn't say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Retries {
    /// Attempts in all.
    pub attempts: u32,
    /// What the first wait is below, in milliseconds.
    pub first_wait: u16,
    /// How long the service may hold a request until it has something to tell, in milliseconds, if it does so.
    pub long_poll: Option<u32>,
}

impl Retries {
    /// As the runtime repeats calls of which nothing is said.
    pub(crate) const STANDARD: Self = Self { attempts: 3, first_wait: 50, long_poll: None };
}

/// How a call is signed for others to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presigned {
    /// As it is.
    AsIs,
    /// As a `GET`, with what the body says in the query.
    AsGet,
}

/// What goes before the endpoint's host.
#[derive(Clone, Debug)]
pub(crate) struct HostPrefix {
    /// The pattern, with labels in braces.
    pub pattern: String,
    /// Its labels.
    pub labels: Vec<HostLabel>,
}

/// A label of what goes before the endpoint's host.
#[derive(Clone, Debug)]
pub(crate) struct HostLabel {
    /// Its name in the pattern.
    pub name: String,
    /// The input's field that it stands for.
    pub field: String,
    /// Whether the field is an enum rather than a string.
    pub is_enum: bool,
}

/// A value that an operation gives to a parameter of the endpoint rules.
#[derive(Clone, Debug)]
pub(crate) struct EndpointParam {
    /// The parameter's name in the rules.
    pub name: String,
    /// What it gets.
    pub value: EndpointValue,
}

/// Where the value of an endpoint parameter comes from.
#[derive(Clone, Debug)]
pub(crate) enum EndpointValue {
    /// It is always the same.
    Fixed(endpoint::Value),
    /// A member of the input.
    Member {
        /// Its field.
        field: String,
        /// Its type: a string, a boolean, a list of strings or a string enum.
        ty: Type,
        /// Whether the field is the value itself, not an `Option` of it.
        always: bool,
        /// Whether nothing may be sent without it.
        required: bool,
    },
    /// What a path on the input gives, and the parameter's type.
    Path(Box<path::Value>, endpoint::ParameterType),
}

/// What tells of the endpoint of operations whose endpoint has to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Discovery {
    /// The operation's module.
    pub module: String,
    /// Its input's type.
    pub input: String,
}

/// How an operation's requests say who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Auth {
    /// The schemes that it takes, the preferred first.
    pub schemes: Vec<Scheme>,
    /// Whether a request without any may be sent.
    pub optional: bool,
}

/// A scheme of authentication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Signature Version 4.
    SigV4,
    /// Signature Version 4A.
    SigV4a,
    /// A bearer token.
    Bearer,
    /// A user's name and password.
    Basic,
    /// A digest of a user's password.
    Digest,
    /// An API key.
    ApiKey(ApiKey),
}

impl Scheme {
    /// The client's setting that says who calls, where every client hasn't got it.
    pub(crate) fn login(&self) -> Option<&'static str> {
        match self {
            Scheme::SigV4 | Scheme::SigV4a => None,
            Scheme::Bearer => Some("bearer_token"),
            Scheme::Basic => Some("basic_auth_login"),
            Scheme::Digest => Some("digest_auth_login"),
            Scheme::ApiKey(_) => Some("api_key"),
        }
    }
}

/// Where requests have an API key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ApiKey {
    /// In the header of this name, maybe behind a word.
    Header(String, Option<String>),
    /// In the query parameter of this name.
    Query(String),
}

/// How an operation's bodies travel, beside what HTTP says.
#[derive(Clone, Copy, Debug, std::default::Default, PartialEq, Eq)]
pub(crate) struct Transfer {
    /// The checksum that requests have of their body.
    pub checksum: Option<Checksum>,
    /// Whether a stream has to say how long it is before it is sent.
    pub requires_length: bool,
    /// Whether the signature leaves the body out.
    pub unsigned_payload: bool,
    /// Whether requests may be compressed with gzip.
    pub gzip: bool,
}

/// The checksums that an operation's bodies travel with, in headers of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HttpChecksum {
    /// The header that says which algorithm a request's is of.
    pub algorithm: Option<String>,
    /// Whether requests have to have one.
    pub required: bool,
    /// The header that asks for an answer's, and the algorithms that this may be of.
    pub answer: Option<(String, Vec<String>)>,
}

/// A checksum of a request's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checksum {
    /// `Content-MD5`.
    ContentMd5,
    /// Amazon S3 Glacier's own.
    TreeHash,
}

/// What a repeated call may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Nothing.
    ReadOnly,
    /// Nothing beyond the first call's.
    Idempotent,
    /// Nothing, thanks to a token.
    Token,
    /// Anything.
    Plain,
}

/// How an operation's pages hang together.
#[derive(Clone, Debug)]
pub(crate) struct Pagination {
    /// The input's token: its field.
    pub input_token: String,
    /// Where in the output the next token is.
    pub output_token: Path,
    /// The output's flag that there is a next page, where the token alone doesn't say so.
    pub more: Option<(String, bool)>,
    /// What both tokens are.
    pub token: Type,
    /// The input's page size: its field and type.
    pub page_size: Option<(String, Type)>,
    /// The output's list or map.
    pub items: Option<Items>,
}

/// The items that a page holds.
#[derive(Clone, Debug)]
pub(crate) struct Items {
    /// Where in the output they are.
    pub path: Path,
    /// The type of an item: for a map, of its entries' keys and values.
    pub item: (Type, Option<Type>),
}

/// A way through structures to a member: fields, each with whether it is an `Option`. There is at least one.
#[derive(Clone, Debug)]
pub(crate) struct Path(pub Vec<(String, bool)>);

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fields: Vec<&str> = self.0.iter().map(|(field, _)| field.as_str()).collect();
        f.write_str(&fields.join("."))
    }
}

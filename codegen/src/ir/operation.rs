//! One operation, and what is said of its calls: how they say who calls, travel, are repeated, and hang together.

use super::{Bodies, Example, Structure, Type, Waiter, path};
use crate::docs::Markdown;
use crate::endpoint;

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
    /// What its callers have to be allowed, as policies name it, e.g. `wickr:CreateBot`; empty if the model doesn't tell.
    pub permissions: Vec<String>,
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

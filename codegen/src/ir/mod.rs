//! Plain Rust-shaped data between Smithy and Rust: what [`lower`](crate::lower) makes and [`emit`](crate::emit) reads.
//!
//! Smithy's names appear here only where they go on the wire or into a message.

mod bodies;
mod codec;
mod example;
mod operation;
pub(crate) mod path;
mod shape;
mod waiter;

pub(crate) use bodies::{Bodies, Dialect, Format, Root};
pub(crate) use codec::Codec;
pub(crate) use example::{Example, Literal, Node};
pub(crate) use operation::{
    ApiKey, Auth, Checksum, Discovery, Effect, EndpointParam, EndpointValue, HostLabel, HostPrefix, HttpChecksum,
    Items, Operation, Pagination, Path, Presigned, Retries, Scheme, Transfer,
};
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
    /// The address of the folder that has the guides.
    pub guides: Option<String>,
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
            (
                "content-md5",
                self.operations.iter().any(|operation| operation.transfer.checksum == Some(Checksum::ContentMd5)),
            ),
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

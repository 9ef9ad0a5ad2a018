//! A service's model in the form in which requests are read and answers written: shapes by number, constraints compiled.
//!
//! In: the files of a Smithy model whose service speaks one of the protocols in [`protocol::ALL`]. Out: [`Model`]. Traits that
//! don't show on the wire are dropped here, so nothing behind this room knows Smithy's JSON.
//!
//! | file | knows |
//! |---|---|
//! | `compile` | a model's files → the model |
//! | `traits` | what traits say about members and shapes |
//! | `protocol` | what differs between protocols |
//! | `xml` | what traits say about the look of members in XML and forms |
//! | `constraints` | what values have to satisfy; regular expressions; texts that match them |
//! | `depth` | how deep the shallowest value of a shape is |
//! | `unservable` | why a model can't be served |

mod compile;
mod constraints;
mod depth;
mod protocol;
mod traits;
mod unservable;
mod xml;

use aws_smithy_types::date_time::Format;
use http::StatusCode;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

pub(crate) use compile::compile;
pub(crate) use constraints::{Constraints, sample};
pub(crate) use protocol::{Around, Body, Dialect, Dispatch, EVENT_STREAM, Protocol};
pub(crate) use unservable::Unservable;
pub(crate) use xml::{Look, Namespace};

/// A JSON object: members by name.
pub(crate) type Object = serde_json::Map<String, Value>;

/// The number of a shape in its model.
pub(crate) type ShapeId = usize;

/// One service.
#[derive(Debug)]
pub(crate) struct Model {
    /// What it is called in titles.
    pub(crate) title: String,
    /// The name of its SDK, e.g. `Wickr`.
    pub(crate) sdk_id: String,
    /// The name that requests are signed for.
    pub(crate) signing_name: String,
    pub(crate) protocol: &'static Protocol,
    /// What requests in the header `X-Amz-Target`, or in their path, call it.
    pub(crate) target: String,
    /// What requests may call it in their path as well: its whole ID, with a dot.
    pub(crate) path: String,
    /// The version that forms ask for.
    pub(crate) version: String,
    /// What the outermost elements of bodies declare.
    pub(crate) namespace: Option<Namespace>,
    /// Whether nothing is around what XML says of an error.
    pub(crate) bare_errors: bool,
    /// Whether errors have a second code, from before the service spoke JSON.
    pub(crate) query_compatible: bool,
    pub(crate) operations: Vec<Operation>,
    shapes: Vec<Shape>,
    /// Every error of every operation, once.
    pub(crate) errors: Vec<ErrorShape>,
    /// Patterns that can't be compiled, and so aren't checked.
    pub(crate) unchecked: Vec<String>,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: Arc<str>,
    /// Whether a resource says that it makes one of it.
    pub(crate) creates: bool,
    /// `POST`, and `/` for its path, where the protocol doesn't bind it to HTTP.
    pub(crate) method: String,
    /// The path's pattern, without a query string.
    pub(crate) path: String,
    /// The query string that the pattern demands, as the model has it.
    pub(crate) query: String,
    /// The status of success.
    pub(crate) status: StatusCode,
    pub(crate) input: ShapeId,
    pub(crate) output: ShapeId,
    /// Whether it returns anything, and be it a structure without members.
    pub(crate) has_output: bool,
    /// The stream of events that requests have.
    pub(crate) input_events: Option<Events>,
    /// The stream of events that answers have.
    pub(crate) output_events: Option<Events>,
    /// Its errors, as numbers in [`Model::errors`].
    pub(crate) errors: Vec<usize>,
    pub(crate) pagination: Option<Pagination>,
    pub(crate) examples: Vec<Example>,
    /// Whether calling it twice is the same as calling it once.
    pub(crate) readonly: bool,
    /// Whether requests may leave their body unsigned.
    pub(crate) unsigned_payload: bool,
    /// Whether requests may come without saying who asks.
    pub(crate) anonymous: bool,
    /// Whether requests may be signed.
    pub(crate) signed: bool,
    /// How else requests may say who asks.
    pub(crate) logins: Vec<Login>,
    /// Whether clients may compress the body.
    pub(crate) compression: bool,
    /// Whether the body's element is the one member.
    pub(crate) unwrapped: bool,
}

/// A stream of events.
#[derive(Debug)]
pub(crate) struct Events {
    /// Its events and errors.
    pub(crate) union: ShapeId,
    /// Of the union's members those that are errors, each with its number in [`Model::errors`].
    pub(crate) errors: Vec<(String, usize)>,
}

impl Events {
    /// Whether a member of the union is an error.
    pub(crate) fn is_error(&self, name: &str) -> bool {
        self.errors.iter().any(|(known, _)| known == name)
    }
}

/// How a request says who asks, without a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Login {
    /// By a bearer token.
    Bearer,
    /// By a user's name and password.
    Basic,
    /// By a digest of these.
    Digest,
    /// By an API key in the header of this name, maybe behind a word.
    Header(String, Option<String>),
    /// By an API key in the query parameter of this name.
    Query(String),
}

/// How an operation's pages hang together: names of members.
#[derive(Clone, Debug)]
pub(crate) struct Pagination {
    pub(crate) input_token: String,
    pub(crate) output_token: String,
    pub(crate) page_size: Option<String>,
    pub(crate) items: Option<String>,
}

/// A worked example that succeeds.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) input: Value,
    pub(crate) output: Value,
}

/// An error of the service's.
#[derive(Debug)]
pub(crate) struct ErrorShape {
    /// With its namespace.
    pub(crate) id: String,
    pub(crate) name: String,
    /// What awsQuery calls it, if not by its name.
    pub(crate) code: Option<String>,
    /// Whether it is the service's fault.
    pub(crate) is_server: bool,
    pub(crate) status: StatusCode,
    pub(crate) shape: ShapeId,
}

/// A shape.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) kind: Kind,
    /// The name of its element, where it is a whole body in XML.
    pub(crate) element: String,
    /// What that declares, if it isn't what the service's elements do.
    pub(crate) namespace: Option<Namespace>,
    pub(crate) constraints: Constraints,
    /// How deep the shallowest value is; [`u32::MAX`] if none ends.
    pub(crate) depth: u32,
    /// Whether the model says of it that it is not for showing.
    pub(crate) sensitive: bool,
}

/// What a shape's values are.
#[derive(Debug)]
pub(crate) enum Kind {
    Boolean,
    /// A whole number between these two.
    Integer(i64, i64),
    Float,
    Text,
    Blob,
    Timestamp,
    Document,
    Enum(Vec<String>),
    IntEnum(Vec<i64>),
    /// A list, and whether its items may be `null`.
    List(Box<Member>, bool),
    /// A map, and whether its values may be `null`.
    Map(Box<Member>, Box<Member>, bool),
    Structure(Structure),
    Union(Structure),
}

/// The members of a structure or union.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) members: Vec<Member>,
    by_wire: HashMap<String, usize>,
}

impl Structure {
    /// The member that has this name in bodies.
    pub(crate) fn by_wire(&self, wire: &str) -> Option<&Member> {
        self.members.get(*self.by_wire.get(wire)?)
    }

    /// The members that go elsewhere than into a body of members, which only those of an input or output, or an event's, can.
    pub(crate) fn outside(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.place != Place::Body)
    }

    /// The member of this name.
    pub(crate) fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }
}

/// A member.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// Its name in bodies.
    pub(crate) wire: String,
    /// How it looks in XML and in forms.
    pub(crate) look: Look,
    pub(crate) target: ShapeId,
    pub(crate) place: Place,
    pub(crate) required: bool,
    /// Whether it is the idempotency token.
    pub(crate) token: bool,
    /// Whether the model says of it, rather than of its target, that it is not for showing.
    pub(crate) sensitive: bool,
    /// How it is written, if it is a timestamp.
    pub(crate) format: Format,
    /// Whether the model says so; otherwise the format is that of the place.
    pub(crate) format_is_stated: bool,
    /// The media type of what it holds.
    pub(crate) media: Option<String>,
    /// What the model says of the member beside what it says of its target.
    pub(crate) constraints: Constraints,
}

/// Where a member goes in HTTP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Body,
    Label,
    Query(String),
    QueryMap,
    Header(String),
    PrefixHeaders(String),
    Payload,
    Status,
    /// A stream of events, which is the body, or what comes of it behind the members.
    Events,
    /// A header of an event's message.
    EventHeader,
    /// The payload of an event's message.
    EventPayload,
}

impl Place {
    /// How timestamps are written there in a protocol, if the model doesn't state it.
    pub(crate) fn format(&self, protocol: &Protocol) -> Format {
        match self {
            Self::Header(_) | Self::PrefixHeaders(_) => Format::HttpDate,
            Self::Label | Self::Query(_) | Self::QueryMap => Format::DateTimeWithOffset,
            // In messages of events, a type of header is a time.
            Self::EventHeader => Format::EpochSeconds,
            Self::Body | Self::Payload | Self::Status | Self::Events | Self::EventPayload => protocol.timestamp,
        }
    }
}

impl Model {
    /// All shapes, each at its number.
    pub(crate) fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// A shape by its number, which only this model gives out.
    pub(crate) fn shape(&self, id: ShapeId) -> &Shape {
        &self.shapes[id]
    }

    /// How many items a member may have at most.
    pub(crate) fn most_items(&self, member: &Member) -> usize {
        let all = [&member.constraints, &self.shape(member.target).constraints];
        let most = all.iter().filter_map(|found| found.length).map(|(_, most)| most).min();
        most.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX)
    }

    /// A structure by its number; without members if it is something else.
    pub(crate) fn structure(&self, id: ShapeId) -> &Structure {
        static NONE: std::sync::LazyLock<Structure> =
            std::sync::LazyLock::new(|| Structure { members: Vec::new(), by_wire: HashMap::new() });
        match &self.shape(id).kind {
            Kind::Structure(structure) | Kind::Union(structure) => structure,
            _ => &NONE,
        }
    }
}

//! Structures, unions and enums, and the types of their members.

use super::Codec;
use crate::docs::Markdown;

/// What a structure is to its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
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
pub(crate) struct Structure {
    /// Its type's name.
    pub name: String,
    /// Its name in the model, by which errors are recognized.
    pub code: String,
    /// The code by which the service knew it when it spoke awsQuery, if that is another.
    pub query_code: Option<String>,
    /// The status of its answers, if it is an error.
    pub status: Option<u16>,
    /// What it is.
    pub role: Role,
    /// Its documentation.
    pub docs: Markdown,
    /// Its members, in the model's order.
    pub members: Vec<Member>,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

impl Structure {
    /// Whether its builder can fail.
    pub(crate) fn has_required(&self) -> bool {
        self.members.iter().any(|member| member.always && member.default.is_none())
    }

    /// The member that is a body as it is sent or arrives, if there is one.
    pub(crate) fn stream(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.place == Place::Stream)
    }

    /// The member that is a stream of events, if there is one.
    pub(crate) fn events(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.place == Place::Events)
    }

    /// Whether one of its members is a body that is sent, or arrives, in pieces.
    pub(crate) fn is_streaming(&self) -> bool {
        self.stream().or(self.events()).is_some()
    }

    /// The member whose field is called `field`.
    pub(crate) fn member(&self, field: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.field == field)
    }
}

/// A member of a structure.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// Its field's name, not escaped.
    pub field: String,
    /// Its documentation.
    pub docs: Markdown,
    /// Its name in serde and, unless it is bound elsewhere, in the body.
    pub wire: String,
    /// Its name in a form, if that is another.
    pub key: Option<String>,
    /// Where it goes in HTTP.
    pub place: Place,
    /// Its value's type.
    pub ty: Type,
    /// Whether the field is the value itself, not an `Option` of it.
    pub always: bool,
    /// What stands in for a value that is missing.
    pub default: Option<Default>,
    /// What the service takes for a value that an input leaves out.
    pub service_default: Option<Default>,
    /// Whether the model marks it as required.
    pub required: bool,
    /// Whether it is filled in with a token when absent.
    pub token: bool,
    /// Whether it stands for the caller's own account when absent.
    pub own_account: bool,
    /// Whether `Debug` hides it.
    pub sensitive: bool,
    /// How it looks on the wire, and what constrains it.
    pub codec: Codec,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// A default of the model's.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Default {
    /// A string.
    Text(String),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A float.
    Float(f64),
    /// A timestamp, in seconds and billionths of one.
    Seconds(i64, u32),
    /// A number of any size: its text.
    Big(String),
    /// A blob, base64.
    Blob(String),
    /// An enum's value: type and value.
    Enum(String, String),
    /// A document that is no more than this: `null`, a boolean, a string, or an empty list or map.
    Document(String),
    /// An empty list.
    EmptyList,
    /// An empty map.
    EmptyMap,
    /// No bytes.
    EmptyStream,
}

/// Where a member goes in an HTTP message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the body.
    Body,
    /// In the body, as an attribute of its element.
    Attribute,
    /// In the body, as the members that the structure doesn't have.
    Rest,
    /// In the path, as this label.
    Label(String),
    /// In the path, as this label, whatever that makes of the path.
    Verbatim(String),
    /// In the endpoint alone, for which rules ask.
    Endpoint,
    /// In the query string, under this name.
    Query(String),
    /// In this header.
    Header(String),
    /// In headers whose names begin so.
    PrefixHeaders(String),
    /// In query parameters of any name.
    QueryMap,
    /// It is the body.
    Payload,
    /// It is the body, piece by piece.
    Stream,
    /// It is the body, event by event.
    Events,
    /// In a header of the message, of an event.
    EventHeader,
    /// It is the message's payload, of an event.
    EventPayload,
    /// In the answer's status.
    Status,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// `String`.
    Text,
    /// `bool`, `i8`, `i16`, `i32`, `i64`: the Rust type's name.
    Scalar(&'static str),
    /// A date and time.
    DateTime,
    /// Bytes.
    Blob,
    /// Bytes as they are sent or arrive.
    Stream,
    /// The events of this union, as they arrive.
    Receiver(String),
    /// The events of this union, as they are sent.
    Sender(String),
    /// JSON of any form.
    Document,
    /// JSON of any form, whose keys stay in their order.
    OrderedDocument,
    /// A number of any size, `BigInteger` or `BigDecimal`: the type's name.
    Big(&'static str),
    /// A value that may be `null`, in a sparse list or map, or as a member where that says something.
    Optional(Box<Type>),
    /// A structure that holds itself.
    Boxed(Box<Type>),
    /// A structure or string enum of the crate, by type name.
    Named(String),
    /// A list.
    List(Box<Type>),
    /// A map from this to that.
    Map(Box<Type>, Box<Type>),
    /// A map from this to that, whose keys stay in their order.
    IndexMap(Box<Type>, Box<Type>),
}

impl Type {
    /// Whether clippy finds an `Option` of it too complex, by the sum of how deep each name in it is.
    pub(super) fn is_complex(&self) -> bool {
        const MOST: usize = 25;
        1 + self.complexity(2) > MOST
    }

    /// The sum of how deep each name in it is, where it is this deep itself.
    fn complexity(&self, depth: usize) -> usize {
        let inner = match self {
            Type::Optional(inner) | Type::Boxed(inner) | Type::List(inner) => inner.complexity(depth + 1),
            Type::Map(key, value) | Type::IndexMap(key, value) => {
                key.complexity(depth + 1) + value.complexity(depth + 1)
            }
            _ => 0,
        };
        depth + inner
    }
}

/// A union.
#[derive(Clone, Debug)]
pub(crate) struct Union {
    /// Its type's name.
    pub name: String,
    /// Its documentation.
    pub docs: Markdown,
    /// Its members, in the model's order; of a stream of events, the events.
    pub variants: Vec<UnionVariant>,
    /// What it is as a stream of events, if it is one.
    pub stream: Option<EventStream>,
    /// How its members are told.
    pub tagging: Tagging,
    /// The member, by its name in JSON, that is all that the union doesn't know.
    pub open: Option<String>,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// How the members of a union are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tagging {
    /// By the name of an object's only member.
    Tagged,
    /// By the object's member of this name, among those of what is held.
    Discriminated(String),
    /// By their looks.
    Untagged,
}

/// What a union is as a stream of events.
#[derive(Clone, Debug)]
pub(crate) struct EventStream {
    /// The name of the error that ends it.
    pub error: String,
    /// The format of payloads that are structures.
    pub format: EventFormat,
    /// The errors among the union's members, in the model's order.
    pub failures: Vec<Failure>,
}

/// The format of payloads that are structures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventFormat {
    /// JSON.
    Json,
    /// CBOR.
    Cbor,
    /// XML.
    Xml,
}

/// An error that ends a stream of events.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// Its type's name.
    pub name: String,
    /// What the union calls it.
    pub wire: String,
    /// Its code.
    pub code: String,
}

/// A member of a union.
#[derive(Clone, Debug)]
pub(crate) struct UnionVariant {
    /// The variant's name.
    pub name: String,
    /// Its part in the names of its predicate and accessor: `is_…`, `as_…`.
    pub field: String,
    /// Its documentation.
    pub docs: Markdown,
    /// Its name in JSON.
    pub wire: String,
    /// What it holds, if it holds something.
    pub ty: Option<Type>,
    /// How that looks on the wire.
    pub codec: Codec,
    /// Whether `Debug` hides it.
    pub sensitive: bool,
}

/// An enum.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    /// Its type's name.
    pub name: String,
    /// Its documentation.
    pub docs: Markdown,
    /// Its values.
    pub values: EnumValues,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

/// The values of an enum.
#[derive(Clone, Debug)]
pub(crate) enum EnumValues {
    /// A string enum's.
    Text(Vec<Variant<String>>),
    /// An integer enum's.
    Int(Vec<Variant<i32>>),
}

impl EnumValues {
    pub(super) fn has_deprecated(&self) -> bool {
        match self {
            EnumValues::Text(values) => values.iter().any(|value| value.deprecated.is_some()),
            EnumValues::Int(values) => values.iter().any(|value| value.deprecated.is_some()),
        }
    }
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub(crate) struct Variant<T> {
    /// The variant's name.
    pub name: String,
    /// Its documentation.
    pub docs: Markdown,
    /// The value on the wire.
    pub value: T,
    /// The `deprecated` trait's message.
    pub deprecated: Option<String>,
}

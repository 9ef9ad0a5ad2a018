//! How values look on the wire.

/// How a value looks on the wire, and what constrains it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Codec {
    /// Its own serde form.
    Plain,
    /// A structure.
    Nested,
    /// A union.
    Tagged,
    /// A float.
    Float,
    /// A blob as base64 text.
    Base64,
    /// A string with a media type, base64 in headers.
    MediaText,
    /// A document.
    Json,
    /// A document whose keys stay in their order.
    OrderedJson,
    /// A number of any size, a text in JSON.
    Big,
    /// A number of any size, a number in JSON.
    BigNumber,
    /// A blob as the whole body, with this media type.
    Bytes(String),
    /// A stream as the whole body, with this media type.
    Streamed(String),
    /// A stream of events.
    Events,
    /// A text as the whole body, with this media type.
    WholeText(String),
    /// Anything as the whole body, in JSON.
    WholeJson(Box<Codec>),
    /// A boxed value.
    Boxed(Box<Codec>),
    /// A list of values that may be `null`.
    Sparse(Box<Codec>),
    /// A map to values that may be `null`.
    SparseMap(Box<Codec>),
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
    /// A map to such values, whose keys stay in their order.
    InOrder(Box<Codec>),
    /// Such a value, or `null`, which says something.
    OrNull(Box<Codec>),
    /// A map of the members that a structure doesn't have, which has those.
    Rest(Vec<String>, Box<Codec>),
    /// Its length is bounded.
    Length(u64, u64, Box<Codec>),
    /// Its value is bounded: two bounds as Rust writes them.
    Range(String, String, Box<Codec>),
    /// Its text matches a pattern.
    Pattern(String, Box<Codec>),
    /// That of a shape with constraints, which has a constant of this name: the same wherever the shape is a member's target.
    Named(String, Box<Codec>),
    /// Its value is one of a string enum's.
    Enum(Box<Codec>),
    /// Its value is one of the named integer enum's.
    OneOf(String, Box<Codec>),
    /// In an answer's header, what isn't such a value is none.
    Lenient(Box<Codec>),
    /// An ID, in a path or a query, that goes without the kind before it.
    WithoutKind(Box<Codec>),
    /// In XML and forms, items stand where the list or map would stand.
    Flat(Box<Codec>),
    /// In XML and forms, a list's items are called so.
    Items(String, Box<Codec>),
    /// In XML and forms, keys and values of a map are called so.
    Entries(String, String, Box<Codec>),
    /// In XML, its element declares a namespace: prefix and URI.
    Within(String, String, Box<Codec>),
    /// In XML, the elements of a map's keys declare a namespace: prefix and URI.
    KeyWithin(String, String, Box<Codec>),
    /// A structure or union as the whole XML body, whose element is called so.
    Root(String, Box<Codec>),
    /// A structure or union as a whole payload in CBOR.
    Cbor(Box<Codec>),
}

impl Codec {
    /// The codec that it is around.
    pub(crate) fn inner(&self) -> Option<&Codec> {
        match self {
            Codec::Boxed(of)
            | Codec::WholeJson(of)
            | Codec::Sparse(of)
            | Codec::SparseMap(of)
            | Codec::List(of)
            | Codec::Map(of)
            | Codec::InOrder(of)
            | Codec::OrNull(of)
            | Codec::Rest(_, of)
            | Codec::Length(_, _, of)
            | Codec::Range(_, _, of)
            | Codec::Pattern(_, of)
            | Codec::Named(_, of)
            | Codec::Enum(of)
            | Codec::OneOf(_, of)
            | Codec::Lenient(of)
            | Codec::WithoutKind(of)
            | Codec::Flat(of)
            | Codec::Items(_, of)
            | Codec::Entries(_, _, of)
            | Codec::Within(_, _, of)
            | Codec::KeyWithin(_, _, of)
            | Codec::Root(_, of)
            | Codec::Cbor(of) => Some(of),
            _ => None,
        }
    }

    /// What it is around, if all that it says is how that is laid out in XML or CBOR.
    pub(crate) fn layout(&self) -> Option<&Codec> {
        let says_layout = matches!(
            self,
            Codec::Flat(_)
                | Codec::Items(..)
                | Codec::Entries(..)
                | Codec::Within(..)
                | Codec::KeyWithin(..)
                | Codec::Root(..)
                | Codec::Cbor(_)
        );
        self.inner().filter(|_| says_layout)
    }

    /// Whether it has a name, or what it is around.
    pub(crate) fn has_name(&self) -> bool {
        matches!(self, Codec::Named(..)) || self.inner().is_some_and(Codec::has_name)
    }

    /// Whether there is a float in it, or a document, which may have some.
    pub(crate) fn has_float(&self) -> bool {
        matches!(self, Codec::Float | Codec::Json | Codec::OrderedJson) || self.inner().is_some_and(Codec::has_float)
    }

    /// Whether keys stay in their order in it.
    pub(crate) fn keeps_order(&self) -> bool {
        matches!(self, Codec::InOrder(_) | Codec::OrderedJson) || self.inner().is_some_and(Codec::keeps_order)
    }

    /// Whether it has constraints of its own.
    pub(crate) fn is_constrained(&self) -> bool {
        matches!(self, Codec::Length(..) | Codec::Range(..) | Codec::Pattern(..))
    }

    /// It without constraints of its own.
    pub(crate) fn unconstrained(&self) -> &Codec {
        match self {
            Codec::Length(_, _, of) | Codec::Range(_, _, of) | Codec::Pattern(_, of) | Codec::Named(_, of) => {
                of.unconstrained()
            }
            codec => codec,
        }
    }
}

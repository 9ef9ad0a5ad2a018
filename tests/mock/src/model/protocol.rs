//! What differs between protocols, in one table.

use aws_smithy_types::date_time::Format;
use codegen::ast::Traits;

/// The media type of a stream of events.
pub(crate) const EVENT_STREAM: &str = "application/vnd.amazon.eventstream";

/// A protocol.
#[derive(Debug)]
pub(crate) struct Protocol {
    /// The trait by which a service says that it speaks it.
    pub(crate) id: &'static str,
    /// How operations are told apart.
    pub(crate) dispatch: Dispatch,
    /// What bodies of requests are.
    pub(crate) request: Body,
    /// What bodies of answers are.
    pub(crate) answer: Body,
    /// The media type of answers.
    pub(crate) media: &'static str,
    /// How timestamps are written in bodies, if the model doesn't state it.
    pub(crate) timestamp: Format,
    /// Whether `awsQueryError` says what errors are called, and their status.
    pub(crate) codes: bool,
    /// The trait that gives members their name in bodies.
    pub(super) renames: Option<&'static str>,
    /// Whether `timestampFormat` counts.
    pub(super) formats: bool,
    /// What requests and answers call it in `smithy-protocol`, which they have to do then.
    pub(crate) said: Option<&'static str>,
}

/// How operations are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dispatch {
    /// By method, path and query; members may be elsewhere than in the body.
    Http,
    /// By the header `X-Amz-Target`.
    Target,
    /// By the form's `Action`, for the `Version` of the service.
    Action,
    /// By the last parts of the path, `/service/NAME/operation/NAME`.
    Route,
}

/// What bodies are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    Json,
    Cbor,
    /// XML; in answers with this around the members.
    Xml(Around),
    /// A form.
    Form(Dialect),
}

/// What is around the members of an answer in XML, and around what is said of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Around {
    /// The element of the output. Errors are in an `ErrorResponse`, unless the service says that they aren't.
    Output,
    /// The operation's `Response`, and in it its `Result`. Errors are in an `ErrorResponse`.
    Result,
    /// The operation's `Response`. Errors are in a list in a `Response`.
    Response,
}

/// Which names a form has for members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Those of XML; lists have their items' name before the number.
    Query,
    /// Names of their own, or those of XML with a capital; lists are flat.
    Ec2,
}

impl Protocol {
    /// Whether operations are called rather than bound to HTTP: everything is in the body of a `POST`.
    pub(crate) fn is_called(&self) -> bool {
        self.dispatch != Dispatch::Http
    }

    /// Its name: that of its trait, without the namespace.
    pub(crate) fn name(&self) -> &'static str {
        self.id.rsplit_once('#').map_or(self.id, |(_, name)| name)
    }

    /// Whether there is XML in it.
    pub(crate) fn has_xml(&self) -> bool {
        matches!(self.answer, Body::Xml(_))
    }
}

/// Those that are served: the preferred first, where a service speaks several.
pub(crate) const ALL: &[Protocol] = &[
    Protocol {
        id: "aws.protocols#restJson1",
        dispatch: Dispatch::Http,
        request: Body::Json,
        answer: Body::Json,
        media: "application/json",
        timestamp: Format::EpochSeconds,
        codes: false,
        renames: Some("jsonName"),
        formats: true,
        said: None,
    },
    Protocol {
        id: "aws.protocols#awsJson1_0",
        dispatch: Dispatch::Target,
        request: Body::Json,
        answer: Body::Json,
        media: "application/x-amz-json-1.0",
        timestamp: Format::EpochSeconds,
        codes: false,
        renames: None,
        formats: true,
        said: None,
    },
    Protocol {
        id: "aws.protocols#awsJson1_1",
        dispatch: Dispatch::Target,
        request: Body::Json,
        answer: Body::Json,
        media: "application/x-amz-json-1.1",
        timestamp: Format::EpochSeconds,
        codes: false,
        renames: None,
        formats: true,
        said: None,
    },
    Protocol {
        id: "smithy.protocols#rpcv2Json",
        dispatch: Dispatch::Route,
        request: Body::Json,
        answer: Body::Json,
        media: "application/json",
        timestamp: Format::EpochSeconds,
        codes: false,
        renames: None,
        formats: false,
        said: Some("rpc-v2-json"),
    },
    Protocol {
        id: "smithy.protocols#rpcv2Cbor",
        dispatch: Dispatch::Route,
        request: Body::Cbor,
        answer: Body::Cbor,
        media: "application/cbor",
        timestamp: Format::EpochSeconds,
        codes: false,
        renames: None,
        formats: false,
        said: Some("rpc-v2-cbor"),
    },
    Protocol {
        id: "aws.protocols#restXml",
        dispatch: Dispatch::Http,
        request: Body::Xml(Around::Output),
        answer: Body::Xml(Around::Output),
        media: "application/xml",
        timestamp: Format::DateTimeWithOffset,
        codes: false,
        renames: Some("xmlName"),
        formats: true,
        said: None,
    },
    Protocol {
        id: "aws.protocols#awsQuery",
        dispatch: Dispatch::Action,
        request: Body::Form(Dialect::Query),
        answer: Body::Xml(Around::Result),
        media: "text/xml",
        timestamp: Format::DateTimeWithOffset,
        codes: true,
        renames: Some("xmlName"),
        formats: true,
        said: None,
    },
    Protocol {
        id: "aws.protocols#ec2Query",
        dispatch: Dispatch::Action,
        request: Body::Form(Dialect::Ec2),
        answer: Body::Xml(Around::Response),
        media: "text/xml",
        timestamp: Format::DateTimeWithOffset,
        codes: false,
        renames: Some("xmlName"),
        formats: true,
        said: None,
    },
];

/// The protocol that is asked for, by its trait or that trait's name, if a service speaks it; the first that it speaks, if none
/// is asked for.
pub(super) fn spoken(service: &Traits, asked: Option<&str>) -> Option<&'static Protocol> {
    let mut all = ALL.iter().filter(|protocol| service.has(protocol.id));
    all.find(|protocol| asked.is_none_or(|name| [protocol.id, protocol.name()].contains(&name)))
}

//! Where a member stands in a message, and how it looks there. A trait can say what holds anyway: a name that the member has,
//! a format that is the protocol's own, a media type that nobody is told.

use super::Judge;
use crate::ast::{Member, Shape, ShapeId};
use crate::diff::fact::{Bearer, Both};
use crate::diff::view::View;
use crate::ir::Codec;
use crate::traits::HTTP_BINDINGS;
use serde_json::Value;

impl<'m> Judge<'m> {
    /// Whether messages differ by a trait that counts where it stands; of most, they do.
    pub(super) fn looks_otherwise(&self, subject: Bearer<'m>, id: &str, values: Both<Option<&Value>>) -> bool {
        let name = id.strip_prefix("smithy.api#").unwrap_or(id);
        match (name, subject.member) {
            ("http", _) => Meaning::of(values.old) != Meaning::of(values.new),
            ("error" | "httpError", None) => status(subject.shape.old) != status(subject.shape.new),
            ("mediaType", None) => self.is_told(&subject.shape.new.id, values),
            ("jsonName" | "httpLabel" | "httpQuery" | "httpHeader" | "httpPrefixHeaders", Some(member)) => {
                self.differs(subject.shape, |view, side, bound| place(view, of(member, side), bound))
            }
            ("timestampFormat", Some(member)) if subject.shape.new.kind == "structure" => {
                self.differs(subject.shape, |view, side, bound| look(view, of(member, side), bound))
            }
            _ => true,
        }
    }

    /// Whether something differs between the models, at the end of a message or within one, as far as the shape is there.
    fn differs<T: PartialEq>(&self, shape: Both<&Shape>, what: impl Fn(&View<'m>, Side, bool) -> T) -> bool {
        let roles = self.roles_of(shape);
        let is_end = roles.input || roles.output || roles.error;
        let differs = |bound| what(&self.views.old, Side::Old, bound) != what(&self.views.new, Side::New, bound);
        is_end && differs(true) || roles.held && differs(false)
    }

    /// Whether a header tells of a shape's media type, or of its having one.
    fn is_told(&self, id: &ShapeId, values: Both<Option<&Value>>) -> bool {
        let is_new = values.old.is_some() != values.new.is_some();
        [&self.views.old, &self.views.new].into_iter().filter(|view| view.binds_http()).any(|view| {
            let ends = view.closure().filter(|shape| {
                let roles = view.roles(&shape.id);
                roles.input || roles.output || roles.error
            });
            let mut members = ends.flat_map(|shape| &shape.members).filter(|member| member.target == *id);
            // The type of a whole body is a header; a header's text that has any is written otherwise.
            members.any(|member| member.traits.has("httpPayload") || is_new && member.traits.has("httpHeader"))
        })
    }
}

/// Which of two.
#[derive(Clone, Copy)]
enum Side {
    Old,
    New,
}

fn of<T>(both: Both<T>, side: Side) -> T {
    match side {
        Side::Old => both.old,
        Side::New => both.new,
    }
}

/// What `http` says.
#[derive(PartialEq, Eq)]
struct Meaning<'v> {
    method: Option<&'v Value>,
    uri: Option<&'v Value>,
    code: u64,
}

impl<'v> Meaning<'v> {
    fn of(value: Option<&'v Value>) -> Self {
        let part = |key: &str| value.and_then(|value| value.get(key));
        // Smithy 2.0, "http trait": 200 if it isn't given.
        Meaning { method: part("method"), uri: part("uri"), code: part("code").and_then(Value::as_u64).unwrap_or(200) }
    }
}

/// The status of an answer that is an error (Smithy 2.0, "httpError trait": 400 or 500 if it isn't given).
fn status(error: &Shape) -> Option<u64> {
    let given = error.traits.get("httpError").and_then(|found| found.value.as_u64());
    let fault = || error.traits.get("error").and_then(|found| found.value.as_str());
    given.or_else(|| fault().map(|fault| if fault == "server" { 500 } else { 400 }))
}

/// How a member's values look where it stands, as far as more than their type says so.
#[derive(PartialEq, Eq)]
pub(super) struct Look {
    /// The format of a timestamp.
    timestamp: Option<String>,
    /// The media type that a whole body has, or that has a header's text written in Base64.
    media: Option<String>,
}

pub(super) fn look(view: &View<'_>, member: &Member, bound: bool) -> Look {
    let kind = view.kind(&member.target);
    let place = place(view, member, bound);
    let place = place.split(' ').next().unwrap_or_default();
    let of_target = |id: &str| view.shape(&member.target).and_then(|target| target.traits.get(id));
    let media = of_target("mediaType").and_then(|found| found.value.as_str()).map(str::to_owned);
    let media = match (place, kind.as_str()) {
        ("httpPayload", _) => media,
        // A header doesn't say which type it is.
        ("httpHeader", "string") => media.map(|_| String::new()),
        _ => None,
    };
    let given = member.traits.get("timestampFormat").or_else(|| of_target("timestampFormat"));
    let given = given.filter(|_| view.honours_timestamp_format());
    let given = given.and_then(|found| found.value.as_str());
    let timestamp = given.or_else(|| timestamp_format(view, place)).filter(|_| kind == "timestamp").map(str::to_owned);
    Look { timestamp, media }
}

/// The format of timestamps that say nothing of it (Smithy 2.0, "timestampFormat trait"); none where it isn't known.
fn timestamp_format(view: &View<'_>, place: &str) -> Option<&'static str> {
    match place {
        "httpHeader" => Some("http-date"),
        "httpQuery" | "httpLabel" => Some("date-time"),
        _ => view.protocol.filter(|protocol| protocol.body_timestamp == Codec::EpochSeconds).map(|_| "epoch-seconds"),
    }
}

/// Where a member stands in a message.
pub(super) fn place(view: &View<'_>, member: &Member, bound: bool) -> String {
    let is_bound = bound && view.binds_http();
    if let Some(id) = HTTP_BINDINGS.iter().find(|id| is_bound && member.traits.has(id)) {
        let value = member.traits.get(id).map(|found| &found.value);
        let given = value.and_then(Value::as_str).unwrap_or_default();
        let name = match *id {
            "httpLabel" => member.name.clone(),
            // The names of headers are the same in any case; those in the query are not.
            "httpHeader" | "httpPrefixHeaders" => given.to_ascii_lowercase(),
            _ => given.to_owned(),
        };
        return format!("{id} {name}");
    }
    let json = member.traits.get("jsonName").filter(|_| view.honours_json_name());
    let xml = member.traits.get("xmlName").filter(|_| view.speaks_xml());
    let name = json.or(xml).and_then(|found| found.value.as_str());
    format!("body {}", name.unwrap_or(&member.name))
}

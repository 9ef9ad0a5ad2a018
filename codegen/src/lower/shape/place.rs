//! Where members go in HTTP (Smithy 2.0, "HTTP bindings"), and whether they can go there.

use super::layout;
use super::value::Lowered;
use crate::ast::{Member, ShapeId};
use crate::ir::{Codec, Place, Role, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::alloy::JSON_UNKNOWN;
use crate::traits::{HTTP_BINDINGS, IN_ENDPOINT, VERBATIM, is_header_name};

/// Where a member goes. Only an operation's own input and output have places beyond the body.
pub(super) fn place(
    facts: &Facts,
    owner: &ShapeId,
    member: &Member,
    role: Role,
    problems: &mut Problems,
) -> Option<Place> {
    let name = &format!("{owner}${}", member.name);
    let traits = &member.traits;
    if facts.is_event(owner) && !matches!(role, Role::Input | Role::Output) {
        match (traits.has("eventHeader"), traits.has("eventPayload")) {
            (true, true) => {
                let both = "is bound to two places, `eventHeader` and `eventPayload`";
                problems.at(member.span, name, both, "keep one of the two traits");
                return None;
            }
            (true, false) => return Some(Place::EventHeader),
            (false, true) => return Some(Place::EventPayload),
            (false, false) => {}
        }
    }
    if facts.protocol.honours_alloy && traits.has(JSON_UNKNOWN) {
        return Some(Place::Rest);
    }
    let in_body = if layout::is_attribute(facts, member) { Place::Attribute } else { Place::Body };
    if !facts.has_http_bindings() {
        let is_own = matches!(role, Role::Input | Role::Output) && facts.targets.streams(member);
        return Some(match facts.targets.events(member) {
            Some(_) if is_own => Place::Events,
            None if is_own && facts.protocol.lone_streams && is_alone(facts, owner) => Place::Stream,
            _ => in_body,
        });
    }
    let mut bindings = HTTP_BINDINGS.iter().copied().filter(|binding| traits.has(binding));
    let binding = match (bindings.next(), bindings.next()) {
        (None, _) => return Some(in_body),
        (Some(binding), None) => binding,
        (Some(first), Some(second)) => {
            let both = format!("is bound to two places, `{first}` and `{second}`");
            problems.at(member.span, name, both, "keep one of the two traits");
            return None;
        }
    };
    let mut text = || problems.read(name, traits.text(binding)).flatten();
    match (role, binding) {
        // A nested structure's bindings mean nothing (Smithy 2.0, "HTTP bindings"), and so do a request's in an answer
        // and an answer's in a request.
        (Role::Request | Role::Shared, _) => Some(in_body),
        (Role::Output | Role::Error, "httpLabel" | "httpQuery" | "httpQueryParams") => Some(in_body),
        (Role::Input, "httpResponseCode") => Some(in_body),
        (_, "httpLabel") if traits.has(IN_ENDPOINT) => Some(Place::Endpoint),
        (_, "httpLabel") if traits.has(VERBATIM) => Some(Place::Verbatim(member.name.clone())),
        (_, "httpLabel") => Some(Place::Label(member.name.clone())),
        (_, "httpQuery") => text().map(Place::Query),
        (_, "httpQueryParams") => Some(Place::QueryMap),
        (_, "httpPayload") if role != Role::Error && facts.targets.events(member).is_some() => Some(Place::Events),
        (_, "httpPayload") if facts.targets.streams(member) => Some(Place::Stream),
        (_, "httpPayload") => Some(Place::Payload),
        (_, "httpResponseCode") => Some(Place::Status),
        (_, "httpPrefixHeaders") => text().map(Place::PrefixHeaders),
        _ => text().map(Place::Header),
    }
}

/// Reports a member that can't go where it is bound.
pub(super) fn check(
    facts: &Facts,
    name: &str,
    member: &Member,
    place: &Place,
    value: &Lowered,
    problems: &mut Problems,
) {
    match place {
        Place::Body | Place::Payload | Place::Stream | Place::Events => {}
        Place::Rest => rest(name, member, value, problems),
        Place::EventHeader => event_header(name, member, value, problems),
        Place::EventPayload => event_payload(name, member, value, problems),
        Place::QueryMap | Place::PrefixHeaders(_) | Place::Status => spread(name, member, place, value, problems),
        Place::Attribute => single(name, member, value, "an attribute", false, problems),
        Place::Label(_) | Place::Verbatim(_) | Place::Endpoint => {
            single(name, member, value, "a label", false, problems);
        }
        Place::Query(_) if facts.protocol.sparse_queries => {
            single(name, member, &without_gaps(value), "a query parameter", true, problems);
        }
        Place::Query(_) => single(name, member, value, "a query parameter", true, problems),
        Place::Header(_) => single(name, member, value, "a header", true, problems),
    }
    if let Some((problem, remedy)) = wrong_name(member, place) {
        problems.at(member.span, name, problem, remedy);
    }
    if facts.targets.streams(member) && !matches!(place, Place::Stream | Place::Events) {
        let (problem, remedy) = no_body(facts);
        problems.at(member.span, name, problem, remedy);
    }
}

/// Whether a structure has one member only, which can be the whole body then.
fn is_alone(facts: &Facts, owner: &ShapeId) -> bool {
    facts.targets.get(owner).is_some_and(|owner| owner.members.len() == 1)
}

/// What is wrong with a stream that isn't a body, and what to do about it.
fn no_body(facts: &Facts) -> (String, &'static str) {
    if facts.has_http_bindings() {
        let remedy = "bind it to the body of an operation's input or output with `smithy.api#httpPayload`";
        return ("streams, and is not a body".to_owned(), remedy);
    }
    let protocol = facts.protocol.trait_id;
    let problem = format!("streams, for which bodies in `{protocol}` have no place");
    match facts.protocol.lone_streams {
        true => (problem, "let it be the only member of an operation's input or output"),
        false => (problem, "let the service speak a protocol that binds members to HTTP, such as restJson1"),
    }
}

/// What a structure doesn't have is a map of documents.
fn rest(name: &str, member: &Member, value: &Lowered, problems: &mut Problems) {
    let fits = match &value.ty {
        Type::Map(key, held) | Type::IndexMap(key, held) => {
            **key == Type::Text && matches!(**held, Type::Document | Type::OrderedDocument)
        }
        _ => false,
    };
    if !fits {
        let problem = format!("has `{JSON_UNKNOWN}` and is no map of documents, as whatever may come has to be");
        problems.at(member.span, name, problem, "target a map from strings to documents");
    }
}

/// The types that a header of a message can have (Smithy 2.0, "eventHeader trait").
fn event_header(name: &str, member: &Member, value: &Lowered, problems: &mut Problems) {
    let fits = match &value.ty {
        Type::Text | Type::DateTime | Type::Blob => true,
        Type::Scalar(scalar) => !scalar.starts_with('f'),
        Type::Named(_) => matches!(value.codec.unconstrained(), Codec::Enum(_)),
        _ => false,
    };
    if !fits {
        let problem = "is a header of its event, and not a boolean, whole number, string, blob, timestamp or enum";
        problems.at(member.span, name, problem, "take away `smithy.api#eventHeader`");
    }
}

/// The types that a whole payload can have (Smithy 2.0, "eventPayload trait").
fn event_payload(name: &str, member: &Member, value: &Lowered, problems: &mut Problems) {
    let fits = match &value.ty {
        Type::Text | Type::Blob | Type::Named(_) => true,
        Type::Boxed(inner) => matches!(**inner, Type::Named(_)),
        _ => false,
    };
    if !fits {
        let problem = "is the payload of its event, and not a blob, string, structure or union";
        problems.at(member.span, name, problem, "take away `smithy.api#eventPayload`");
    }
}

/// A label holds a simple value; a query parameter and a header may hold a list of them.
fn single(name: &str, member: &Member, value: &Lowered, what: &str, may_be_list: bool, problems: &mut Problems) {
    if !is_simple(&value.ty, &value.codec, may_be_list) {
        let lists = if may_be_list { " or a list of such" } else { "" };
        let problem = format!("is bound to {what} and not a string, number, boolean, timestamp or enum{lists}");
        problems.at(member.span, name, problem, "bind it to another place, or to none");
    }
}

/// A list as it would be if each of its items were there.
fn without_gaps(value: &Lowered) -> Lowered {
    let Lowered { ty, codec, sensitive } = value.clone();
    let (ty, codec) = match (ty, codec) {
        (Type::List(item), Codec::Sparse(of)) => match *item {
            Type::Optional(item) => (Type::List(item), Codec::List(of)),
            item => (Type::List(Box::new(item)), Codec::Sparse(of)),
        },
        other => other,
    };
    Lowered { ty, codec, sensitive }
}

/// Headers and query parameters of any name come from a map of texts, a status from an integer.
fn spread(name: &str, member: &Member, place: &Place, value: &Lowered, problems: &mut Problems) {
    let (fits, expected) = match place {
        Place::Status => (value.ty == Type::Scalar("i32"), "an integer"),
        Place::QueryMap => (is_map_of_texts(value, true), "a map of strings, or of lists of them"),
        _ => (is_map_of_texts(value, false), "a map of strings"),
    };
    if !fits {
        let problem = format!("is bound to HTTP as only {expected} can be");
        problems.at(member.span, name, problem, "target such a shape, or remove the trait");
    }
}

/// What is wrong with the name of a place, and what to do about it. A label is always there.
fn wrong_name(member: &Member, place: &Place) -> Option<(String, &'static str)> {
    match place {
        Place::Label(_) | Place::Verbatim(_) | Place::Endpoint if !member.traits.has("required") => {
            let problem = "is bound to a label and not required, so that there may be no path";
            Some((problem.to_owned(), "add `smithy.api#required`"))
        }
        Place::Header(header) if !is_header_name(header) => {
            let problem = format!("is bound to {header:?}, which can't be a header's name");
            Some((problem, "use letters, digits and `-`"))
        }
        Place::Query(parameter) if parameter.is_empty() => {
            Some(("is bound to a query parameter without a name".to_owned(), "give it a name"))
        }
        // Without a prefix, the names are the map's.
        Place::PrefixHeaders(prefix) if !(prefix.is_empty() || is_header_name(prefix)) => {
            let problem = format!("is bound to headers that begin with {prefix:?}, which can't begin a header's name");
            Some((problem, "use letters, digits and `-`"))
        }
        _ => None,
    }
}

fn is_simple(ty: &Type, codec: &Codec, may_be_list: bool) -> bool {
    match (ty, codec) {
        (_, Codec::Length(_, _, of) | Codec::Range(_, _, of) | Codec::Pattern(_, of) | Codec::Named(_, of)) => {
            is_simple(ty, of, may_be_list)
        }
        (Type::List(item), Codec::List(of)) => may_be_list && is_simple(item, of, false),
        (
            Type::List(_)
            | Type::Map(..)
            | Type::IndexMap(..)
            | Type::Boxed(_)
            | Type::Document
            | Type::OrderedDocument,
            _,
        )
        | (_, Codec::Nested | Codec::Tagged) => false,
        _ => true,
    }
}

/// Whether a value is a map to strings or enums, or to lists of them; what its keys are, maps have been asked for.
fn is_map_of_texts(value: &Lowered, may_be_lists: bool) -> bool {
    let is_text = |ty: &Type, codec: &Codec| match ty {
        Type::Text => true,
        Type::Named(_) => matches!(codec.unconstrained(), Codec::Enum(_)),
        _ => false,
    };
    let (Type::Map(_, item), Codec::Map(codec)) = (&value.ty, value.codec.unconstrained()) else { return false };
    match (&**item, codec.unconstrained()) {
        (Type::List(item), Codec::List(codec)) => may_be_lists && is_text(item, codec),
        (item, codec) => is_text(item, codec),
    }
}

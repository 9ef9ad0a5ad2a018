//! Where members go in HTTP (Smithy 2.0, "HTTP bindings"), and whether they can go there.

use super::value::Lowered;
use crate::ast::{Member, Shape};
use crate::diagnostic::Diagnostic;
use crate::ir::{Codec, Place, Role, Structure, Type};
use crate::lower::Lowering;
use crate::traits::Http;
use std::collections::{BTreeMap, BTreeSet};

/// The traits that bind a member.
const BINDINGS: &[&str] = &[
    "httpLabel",
    "httpQuery",
    "httpQueryParams",
    "httpHeader",
    "httpPrefixHeaders",
    "httpPayload",
    "httpResponseCode",
];

impl Lowering<'_> {
    /// Where a member goes. Only an operation's own input and output have places beyond the body.
    pub(in crate::lower) fn place(&mut self, name: &str, member: &Member, role: Role) -> Option<Place> {
        let traits = &member.traits;
        let bindings: Vec<_> = BINDINGS.iter().copied().filter(|binding| traits.has(binding)).collect();
        if !self.has_http_bindings() || bindings.is_empty() {
            return Some(Place::Body);
        }
        if bindings.len() > 1 {
            let both = format!("is bound to two places, `{}` and `{}`", bindings[0], bindings[1]);
            self.problems.push(Diagnostic::at(member.span, name, both, "keep one of the two traits"));
            return None;
        }
        match (role, bindings[0]) {
            // A nested structure's bindings mean nothing (Smithy 2.0, "HTTP bindings"), and so do a request's in an answer
            // and an answer's in a request.
            (Role::Request | Role::Shared, _) => Some(Place::Body),
            (Role::Output | Role::Error, "httpLabel" | "httpQuery" | "httpQueryParams") => Some(Place::Body),
            (Role::Input, "httpResponseCode") => Some(Place::Body),
            (_, "httpLabel") => Some(Place::Label(member.name.clone())),
            (_, "httpQuery") => self.ok_at(name, traits.text("httpQuery")).flatten().map(Place::Query),
            (_, "httpQueryParams") => Some(Place::QueryMap),
            (_, "httpPayload") if self.streams(member) => Some(Place::Stream),
            (_, "httpPayload") => Some(Place::Payload),
            (_, "httpResponseCode") => Some(Place::Status),
            (_, "httpPrefixHeaders") => {
                self.ok_at(name, traits.text("httpPrefixHeaders")).flatten().map(Place::PrefixHeaders)
            }
            _ => self.ok_at(name, traits.text("httpHeader")).flatten().map(Place::Header),
        }
    }

    /// Whether a member's target is marked as a stream.
    pub(in crate::lower) fn streams(&self, member: &Member) -> bool {
        let target = self.model.shapes.get(&member.target);
        member.traits.has("streaming") || target.is_some_and(|target| target.traits.has("streaming"))
    }

    /// A label holds a simple value, and always; a query parameter and a header may hold a list of them.
    pub(in crate::lower) fn check_place(&mut self, name: &str, member: &Member, place: &Place, value: &Lowered) {
        let (what, may_be_list) = match place {
            Place::Body | Place::Payload | Place::Stream => return,
            Place::QueryMap | Place::PrefixHeaders(_) | Place::Status => {
                return self.check_spread(name, member, place, value);
            }
            Place::Label(_) => ("a label", false),
            Place::Query(_) => ("a query parameter", true),
            Place::Header(_) => ("a header", true),
        };
        let remedy = "bind it to another place, or to none";
        let mut report = |problem: String, remedy: &str| {
            self.problems.push(Diagnostic::at(member.span, name, problem, remedy));
        };
        if !is_simple(&value.ty, &value.codec, may_be_list) {
            let lists = if may_be_list { " or a list of such" } else { "" };
            report(format!("is bound to {what} and not a string, number, boolean, timestamp or enum{lists}"), remedy);
        }
        match place {
            Place::Label(_) if !member.traits.has("required") => {
                report(
                    "is bound to a label and not required, so that there may be no path".to_owned(),
                    "add `smithy.api#required`",
                );
            }
            Place::Header(header) if !is_header_name(header) => {
                report(
                    format!("is bound to {header:?}, which can't be a header's name"),
                    "use letters, digits and `-`",
                );
            }
            Place::Query(parameter) if parameter.is_empty() => {
                report("is bound to a query parameter without a name".to_owned(), "give it a name");
            }
            _ => {}
        }
    }

    /// Headers and query parameters of any name come from a map of texts, a status from an integer.
    fn check_spread(&mut self, name: &str, member: &Member, place: &Place, value: &Lowered) {
        let (fits, expected) = match place {
            Place::Status => (value.ty == Type::Scalar("i32"), "an integer"),
            Place::QueryMap => (is_map_of_texts(value, true), "a map of strings, or of lists of them"),
            _ => (is_map_of_texts(value, false), "a map of strings"),
        };
        if !fits {
            let problem = format!("is bound to HTTP as only {expected} can be");
            self.problems.push(Diagnostic::at(member.span, name, problem, "target such a shape, or remove the trait"));
        }
        // Without a prefix, the names are the map's.
        if let Place::PrefixHeaders(prefix) = place
            && !(prefix.is_empty() || is_header_name(prefix))
        {
            let problem = format!("is bound to headers that begin with {prefix:?}, which can't begin a header's name");
            self.problems.push(Diagnostic::at(member.span, name, problem, "use letters, digits and `-`"));
        }
    }

    /// Every label of the pattern has its member, and every label member its place in the pattern; no two members share
    /// a parameter or a header.
    pub(in crate::lower) fn check_bindings(&mut self, shape: &Shape, http: &Http, input: &Structure) {
        match labels(&http.uri) {
            Ok(labels) => self.check_labels(shape, http, input, &labels),
            Err(problem) => {
                let problem = format!("has the URI `{}`, {problem}", http.uri);
                self.uri_problem(
                    shape,
                    http,
                    problem,
                    "write it as `/path/{label}`, each label a whole segment of the path",
                );
            }
        }
        let mut taken = BTreeMap::new();
        for member in &input.members {
            let place = match &member.place {
                Place::Query(parameter) => format!("the query parameter `{parameter}`"),
                Place::Header(header) => format!("the header `{}`", header.to_ascii_lowercase()),
                _ => continue,
            };
            if let Some(first) = taken.insert(place.clone(), &member.wire) {
                let problem = format!("binds `{first}` and `{}` of its input to {place}", member.wire);
                self.problem(shape, problem, "bind one of the two to another");
            }
        }
    }

    fn check_labels(&mut self, shape: &Shape, http: &Http, input: &Structure, labels: &[&str]) {
        // Whether it could be lowered or not: what is wrong with the member has been reported.
        let members = self.end_shape(shape, "input").map(|shape| shape.members.as_slice()).unwrap_or_default();
        let bound = members.iter().filter(|member| member.traits.has("httpLabel")).map(|member| member.name.as_str());
        let bound: BTreeSet<&str> = bound.collect();
        let mut seen = BTreeSet::new();
        for label in labels.iter().map(|label| label.trim_end_matches('+')) {
            if !seen.insert(label) {
                self.uri_problem(
                    shape,
                    http,
                    format!("has the label `{{{label}}}` twice in its URI"),
                    "rename one of the two",
                );
            } else if !bound.contains(label) {
                let problem =
                    format!("has the label `{{{label}}}` in its URI, to which no member of its input is bound");
                let remedy =
                    format!("give the input a member `{label}` with `smithy.api#httpLabel` and `smithy.api#required`");
                self.uri_problem(shape, http, problem, &remedy);
            }
        }
        for member in &input.members {
            let Place::Label(name) = &member.place else { continue };
            if !seen.contains(name.as_str()) {
                let problem = format!("has no label `{{{name}}}` in its URI, to which its input is bound");
                self.uri_problem(shape, http, problem, "add the label to the URI, or remove `smithy.api#httpLabel`");
            }
        }
    }

    fn uri_problem(&mut self, shape: &Shape, http: &Http, problem: String, remedy: &str) {
        self.problems.push(Diagnostic::at(http.span, shape.id.as_str(), problem, remedy));
    }
}

/// The labels of a URI pattern, or what is wrong with it (Smithy 2.0, "http trait").
fn labels(uri: &str) -> Result<Vec<&str>, &'static str> {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let Some(path) = path.strip_prefix('/') else {
        return Err("which doesn't begin with `/`");
    };
    if uri.contains(|c: char| !c.is_ascii_graphic() || c == '#') {
        return Err("in which there is a character that has to be percent-encoded");
    }
    if query.contains(['{', '}']) {
        return Err("which has a label in its query");
    }
    let mut labels = Vec::new();
    for segment in path.split('/') {
        match segment.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
            Some("" | "+") => return Err("which has a label without a name"),
            Some(label) if !label.contains(['{', '}']) => labels.push(label),
            None if !segment.contains(['{', '}']) => {}
            _ => return Err("in which a brace is not part of a label"),
        }
    }
    Ok(labels)
}

fn is_simple(ty: &Type, codec: &Codec, may_be_list: bool) -> bool {
    match (ty, codec) {
        (_, Codec::Length(_, _, of) | Codec::Range(_, _, of) | Codec::Pattern(_, of)) => is_simple(ty, of, may_be_list),
        (Type::List(item), Codec::List(of)) => may_be_list && is_simple(item, of, false),
        (Type::List(_) | Type::Map(..) | Type::Boxed(_) | Type::Document, _) | (_, Codec::Nested | Codec::Tagged) => {
            false
        }
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

/// A token (RFC 9110, section 5.6.2).
fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

//! Where operations stand in HTTP (Smithy 2.0, "HTTP bindings", "`http` trait").

use super::{Rules, listed, text};
use crate::ast::{Shape, Traits};
use crate::diagnostic::Span;
use crate::uri::{Segment, segments};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

impl<'m> Rules<'_, '_, 'm> {
    pub(super) fn http(&mut self, operation: &'m Shape) {
        let Some(http) = http_of(operation) else { return };
        let name = operation.id.as_str();
        let Some(input) = self.message_of(operation, "input") else { return };
        if !self.takes(input.members.len()) {
            return;
        }
        match segments(http.uri, false) {
            Err(problem) => {
                let problem = format!("has the URI `{}`, {problem}", http.uri);
                let remedy = "write it as `/path/{label}`, each label a whole segment of the path";
                self.wrong("Model", http.span, name, problem, remedy);
            }
            Ok(segments) => self.labels(operation, &http, &segments, input),
        }
        let literals = query(http.uri).into_keys().collect::<BTreeSet<_>>();
        for member in &input.members {
            if let Some(parameter) = text(&member.traits, "httpQuery").filter(|name| literals.contains(name)) {
                let problem =
                    format!("binds `{}` to the query parameter `{parameter}`, which its URI sets", member.name);
                self.wrong("HttpQueryTrait", http.span, name, problem, "remove it from the URI, or bind another");
            }
        }
        for (property, bindings) in [("input", REQUEST), ("output", RESPONSE)] {
            if let Some(message) = self.message_of(operation, property) {
                self.payload(message, bindings);
            }
        }
        for error in self.referred(operation, &["errors"]) {
            self.payload(error, RESPONSE);
        }
    }

    /// The labels of an operation's host prefix, and the members for them.
    pub(super) fn host(&mut self, operation: &'m Shape) {
        let Some(found) = operation.traits.get("endpoint") else { return };
        let prefix = found.value.get("hostPrefix").and_then(Value::as_str).unwrap_or_default();
        let Some(input) = self.message_of(operation, "input") else { return };
        if !self.takes(input.members.len()) {
            return;
        }
        let labels = prefix.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        let mut labels: BTreeSet<&str> = labels.collect();
        for member in input.members.iter().filter(|member| member.traits.has("hostLabel")) {
            if !labels.remove(member.name.as_str()) {
                let name = format!("{}${}", input.id, member.name);
                let problem =
                    format!("has the trait `@hostLabel`, and the host prefix of `{}` has no such label", operation.id);
                let remedy = format!("write `{{{}}}` in the prefix, or remove the trait", member.name);
                self.wrong("HostLabelTrait", member.span, name, problem, remedy);
            }
        }
        for label in labels {
            let problem =
                format!("has the label `{{{label}}}` in its host prefix, to which no member of its input is bound");
            let remedy = format!("give the input a member `{label}` with `@hostLabel` and `@required`");
            self.wrong("HostLabelTrait", found.span, operation.id.as_str(), problem, remedy);
        }
    }

    fn labels(&mut self, operation: &'m Shape, http: &Http<'_>, segments: &[Segment<'_>], input: &'m Shape) {
        let name = operation.id.as_str();
        let labels: Vec<&str> = segments.iter().filter_map(|segment| segment.label()).collect();
        let mut seen = BTreeSet::new();
        for label in &labels {
            if !seen.insert(*label) {
                let problem = format!("has the label `{{{label}}}` twice in its URI");
                self.wrong("Model", http.span, name, problem, "rename one of the two");
            }
        }
        for member in input.members.iter().filter(|member| member.traits.has("httpLabel")) {
            let identifier = text(&member.traits, "resourceIdentifier");
            let label = labels.iter().find(|label| **label == member.name || Some(**label) == identifier);
            let id = format!("{}${}", input.id, member.name);
            match label {
                None => {
                    let problem = format!("has the trait `@httpLabel`, and the URI of `{name}` has no such label");
                    let remedy = format!("write `{{{}}}` in the URI, or remove the trait", member.name);
                    self.wrong("HttpLabelTrait", member.span, id, problem, remedy);
                }
                Some(label) => {
                    seen.remove(label);
                    let is_text = self.kind(&member.target).is_none_or(|kind| matches!(kind, "string" | "enum"));
                    if segments.contains(&Segment::Greedy(label)) && !is_text {
                        let problem = format!("stands for the label `{{{label}+}}`, and is no string");
                        self.wrong("HttpLabelTrait", member.span, id, problem, "let it target a string");
                    }
                }
            }
        }
        for label in seen {
            let problem = format!("has the label `{{{label}}}` in its URI, to which no member of its input is bound");
            let remedy = format!("give the input a member `{label}` with `@httpLabel` and `@required`");
            self.wrong("HttpLabelTrait", http.span, name, problem, remedy);
        }
    }

    /// Beside a member that is the whole body, all others stand elsewhere.
    fn payload(&mut self, message: &'m Shape, bindings: &[&str]) {
        if !self.takes(message.members.len()) {
            return;
        }
        let Some(body) = message.members.iter().find(|member| member.traits.has("httpPayload")) else { return };
        let is_unbound = |traits: &Traits| !bindings.iter().any(|binding| traits.has(binding));
        let unbound = message.members.iter().filter(|member| is_unbound(&member.traits));
        let unbound: Vec<&str> = unbound.map(|member| member.name.as_str()).collect();
        if !unbound.is_empty() {
            let problem = format!("has `{}` as the whole body, and {} bound to nothing", body.name, listed(unbound));
            let remedy = "bind each to a header or the like, or remove `@httpPayload`";
            self.wrong("HttpPayload", message.span, message.id.as_str(), problem, remedy);
        }
    }

    /// The operations of a service beside each other.
    pub(super) fn routes(&mut self, service: &'m Shape) {
        let binds = |definition: &'m Shape| {
            let traits = definition.traits.get("protocolDefinition")?.value.get("traits")?.as_array()?;
            traits.iter().any(|found| found.as_str() == Some("smithy.api#http")).then_some(())
        };
        let protocols = self.definitions(&service.traits);
        let protocol = protocols.into_iter().find(|(_, definition)| binds(definition).is_some());
        let protocol = protocol.map(|(id, _)| id);
        let mut routes: BTreeMap<_, &'m Shape> = BTreeMap::new();
        for operation in self.operations(service) {
            let id = operation.id.as_str();
            let Some(http) = http_of(operation) else {
                if let Some(protocol) = protocol.filter(|_| !operation.traits.has("http")) {
                    let problem = format!("has no trait `@http`, which `{protocol}` of `{}` needs", service.id);
                    let remedy = "add the trait, with `method` and `uri`";
                    self.wrong("HttpBindingsMissing", operation.span, id, problem, remedy);
                }
                continue;
            };
            let Ok(segments) = segments(http.uri, false) else { continue };
            let shape = |segment: &Segment<'_>| match segment {
                Segment::Text(text) => format!("/{text}"),
                Segment::Label(_) => "{}".to_owned(),
                Segment::Greedy(_) => "{+}".to_owned(),
            };
            let path: Vec<String> = segments.iter().map(shape).collect();
            let query: Vec<_> =
                query(http.uri).into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
            let host = operation.traits.get("endpoint").and_then(|found| found.value.get("hostPrefix"));
            let host = host.and_then(Value::as_str).unwrap_or_default();
            if let Some(other) = routes.insert((http.method, host, path, query), operation) {
                let problem = format!("has the method and URI that `{}` has: no server can tell them apart", other.id);
                self.wrong("HttpUriConflict", http.span, id, problem, "change one of the two");
            }
        }
    }
}

/// What binds members of requests.
const REQUEST: &[&str] =
    &["httpPayload", "httpLabel", "httpQuery", "httpQueryParams", "httpHeader", "httpPrefixHeaders", "hostLabel"];

/// What binds members of answers.
const RESPONSE: &[&str] = &["httpPayload", "httpHeader", "httpPrefixHeaders", "httpResponseCode"];

/// What an operation's `@http` says, as far as it is well written.
struct Http<'m> {
    method: &'m str,
    uri: &'m str,
    span: Span,
}

fn http_of(operation: &Shape) -> Option<Http<'_>> {
    let found = operation.traits.get("http")?;
    let text = |key: &str| found.value.get(key)?.as_str();
    Some(Http { method: text("method")?, uri: text("uri")?, span: found.span })
}

/// The parameters that a URI has as written.
fn query(uri: &str) -> BTreeMap<&str, &str> {
    let query = uri.split_once('?').map_or("", |(_, query)| query);
    let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
    parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, ""))).collect()
}

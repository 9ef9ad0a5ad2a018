//! Operations: HTTP, input and output, errors, pagination, waiters, examples.

pub(super) mod auth;
pub(super) mod discovery;
mod example;
mod host;
mod http;
mod pagination;
mod uri;
mod waiter;

use super::facts::{Facts, NamedError};
use super::problems::Problems;
use super::shape::{self, structure};
use super::{documentation, endpoint};
use crate::ast::{Shape, UNIT};
use crate::docs::{Glossary, Markdown};
use crate::endpoint::RuleSet;
use crate::ir::{Bodies, Effect, Format, Member, Operation, Place, Presigned, Retries, Role, Structure};
use crate::protocol::{Body, Dispatch, Errors};
use crate::traits::{IamAction, PRESIGNED};
use crate::{markdown, names};
use discovery::Asking;
use std::collections::{BTreeMap, BTreeSet};

/// The service's operations, in the order of their names. Without rules, which have been reported, what they say about
/// their endpoints is left out.
pub(super) fn operations(
    facts: &Facts,
    rules: Option<&RuleSet>,
    asking: Option<&Asking>,
    problems: &mut Problems,
) -> Vec<Operation> {
    let operations = facts.operations.iter();
    operations.filter_map(|shape| operation(facts, rules, asking, shape, problems)).collect()
}

fn operation<'m>(
    facts: &Facts<'m>,
    rules: Option<&RuleSet>,
    asking: Option<&Asking>,
    shape: &'m Shape,
    problems: &mut Problems,
) -> Option<Operation> {
    // All three before the first `?`, so that what is wrong is reported together.
    let http = http::http(facts, shape, problems);
    let input = end(facts, shape, Role::Input, problems);
    let output = end(facts, shape, Role::Output, problems);
    let (http, input, output) = (http?, input?, output?);
    uri::check(facts, shape, &http, &input, problems);
    let asking = asking.filter(|_| discovery::is_needed_by(shape));
    let target = || format!("{}.{}", facts.service.id.name(), shape.id.name());
    Some(Operation {
        name: names::operation_name(shape.id.name()),
        method: names::method_name(shape.id.name()),
        pagination: pagination::pagination(facts, shape, problems),
        waiters: waiter::waiters(facts, shape, &input, problems),
        permissions: permissions(facts, shape, problems),
        docs: docs(shape, &facts.glossary, asking, problems),
        discovered: asking.is_some_and(Asking::can_be_asked),
        deprecated: shape.traits.deprecated(),
        errors: named_errors(facts, shape),
        examples: example::examples(facts, shape, &input, problems),
        auth: auth::auth(facts.targets, facts.service, shape, problems),
        retries: retries(facts, shape, problems),
        transfer: http::transfer(facts, shape, problems),
        http_checksum: http::checksum(shape, &input, problems),
        presigned: presigned(shape),
        host_prefix: host::prefix(facts, shape, &input, problems),
        endpoint: host::endpoint_member(facts, shape, &input, problems),
        endpoint_params: rules.map_or_else(Vec::new, |rules| endpoint::params(facts, rules, shape, &input, problems)),
        effect: effect(shape, &input),
        target: (facts.protocol.dispatch == Dispatch::Target).then(target),
        initial_messages: !facts.has_http_bindings(),
        bodies: bodies(facts, shape, (&input, &output), problems)?,
        http_method: http.method,
        uri: http.uri,
        input,
        output,
    })
}

/// What its bodies are.
fn bodies(
    facts: &Facts,
    shape: &Shape,
    (input, output): (&Structure, &Structure),
    problems: &mut Problems,
) -> Option<Bodies> {
    let takes_something = || shape.references("input").any(|input| input.target.as_str() != "smithy.api#Unit");
    Some(match (facts.protocol.body, facts.protocol.dispatch) {
        _ if facts.protocol.errors == Errors::ByHeaderOrStatus => by_status(facts, shape, output),
        (Body::Json, Dispatch::Route) => Bodies::Rpc(Format::Json, takes_something()),
        (Body::Cbor, _) => Bodies::Rpc(Format::Cbor, takes_something()),
        (Body::Json, _) => Bodies::Json,
        (Body::Form(dialect), _) => Bodies::Form(dialect, shape.id.name().to_owned()),
        (Body::Xml, _) => {
            let in_body = |member: &Member| matches!(member.place, Place::Body | Place::Attribute);
            let taken = shape.references("input").next().and_then(|input| facts.targets.get(&input.target));
            let taken = taken.filter(|_| input.members.iter().any(in_body));
            Bodies::Xml {
                root: match taken {
                    Some(taken) => Some(shape::root(facts, taken, problems)?),
                    None => None,
                },
                unwrapped: shape.traits.has("aws.customizations#s3UnwrappedXmlOutput"),
                bare_errors: facts.has_bare_errors(),
            }
        }
    })
}

/// What its callers have to be allowed: its own action, and those that the model names besides.
fn permissions(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Vec<String> {
    let action = problems.read(shape.id.as_str(), shape.traits.iam_action()).flatten();
    let Some(IamAction { name, required }) = action else { return Vec::new() };
    let prefix = facts.service.traits.iam_prefix(facts.service.id.name());
    let own = format!("{prefix}:{}", name.as_deref().unwrap_or(shape.id.name()));
    std::iter::once(own).chain(required).collect()
}

fn docs(shape: &Shape, glossary: &Glossary, asking: Option<&Asking>, problems: &mut Problems) -> Markdown {
    let docs = documentation::of("operation", shape, glossary, problems);
    let Some(asking) = asking else { return docs };
    let mut docs = docs.or(|| markdown!("The operation {}.", Markdown::code(&names::operation_name(shape.id.name()))));
    docs.push_paragraph(&asking.hint());
    docs
}

/// What answers mean by their status. Of several errors with one status, none is meant.
fn by_status(facts: &Facts, shape: &Shape, output: &Structure) -> Bodies {
    let mut codes: BTreeMap<u16, Option<String>> = BTreeMap::new();
    for error in errors(facts, shape) {
        // A status that is wrong is reported where the error is lowered.
        if let Ok(Some(status)) = error.shape.traits.error_status() {
            let code = facts.error_code(error.shape);
            codes.entry(status).and_modify(|known| *known = None).or_insert(Some(code));
        }
    }
    let redirects = |status: u64| (300..400).contains(&status);
    let says_status = output.members.iter().any(|member| member.place == Place::Status);
    let is_redirect = shape.traits.get("http").and_then(|http| http.value.get("code")?.as_u64()).is_some_and(redirects);
    Bodies::JsonByStatus {
        errors: codes.into_iter().filter_map(|(status, code)| Some((status, code?))).collect(),
        redirects: says_status || is_redirect,
    }
}

/// An operation's input or output, as the role says.
fn end<'m>(facts: &Facts<'m>, operation: &'m Shape, role: Role, problems: &mut Problems) -> Option<Structure> {
    let operation_name = names::type_name(operation.id.name());
    let (property, name, does) = match role {
        Role::Input => ("input", format!("{operation_name}Input"), "takes"),
        _ => ("output", format!("{operation_name}Output"), "returns"),
    };
    let reference = operation.references(property).next();
    let reference = reference.filter(|reference| reference.target.as_str() != "smithy.api#Unit");
    let shape = match reference {
        None => &*UNIT,
        Some(reference) => {
            let from = operation.id.as_str();
            let shape = facts.targets.resolve(&reference.target, from, reference.span, problems)?;
            if shape.kind != "structure" {
                let problem = format!("has `{}` as its {property}, which is of type `{}`", shape.id, shape.kind);
                problems.at(reference.span, from, problem, format!("make the {property} a structure"));
                return None;
            }
            shape
        }
    };
    let found = structure(facts, shape, name, role, problems);
    let docs = found.docs.or(|| markdown!("What {} {}.", Markdown::link(&operation_name, &["self"]), does));
    Some(Structure { docs, ..found })
}

/// The errors that the operation and its service name: type name and first sentence.
fn named_errors(facts: &Facts, shape: &Shape) -> Vec<(String, Markdown)> {
    errors(facts, shape).map(|error| (error.name.clone(), error.summary.clone())).collect()
}

/// The errors that the operation and its service name.
fn errors<'f>(facts: &'f Facts, shape: &'f Shape) -> impl Iterator<Item = &'f NamedError<'f>> {
    let mut seen = BTreeSet::new();
    let named = shape.references("errors").chain(facts.common_errors.iter().copied());
    let named = named.filter(move |error| seen.insert(&error.target));
    // Those that are not there have been reported.
    named.filter_map(|error| facts.error(&error.target))
}

/// How calls are repeated: as a fixup says for the whole service, and as the operation says.
fn retries(facts: &Facts, shape: &Shape, problems: &mut Problems) -> Retries {
    let of_service = problems.read(facts.service.id.as_str(), facts.service.traits.retries()).flatten();
    let Retries { attempts, first_wait, .. } = Retries::STANDARD;
    let (attempts, first_wait) = of_service.unwrap_or((attempts, first_wait));
    let long_poll = problems.read(shape.id.as_str(), shape.traits.long_poll()).flatten();
    Retries { attempts, first_wait, long_poll }
}

/// How calls are signed for others to send, where a fixup says that they can be.
fn presigned(shape: &Shape) -> Option<Presigned> {
    let found = shape.traits.get(PRESIGNED)?;
    Some(if found.value == "GET" { Presigned::AsGet } else { Presigned::AsIs })
}

fn effect(shape: &Shape, input: &Structure) -> Effect {
    if shape.traits.has("readonly") {
        Effect::ReadOnly
    } else if input.members.iter().any(|member| member.token) {
        Effect::Token
    } else if shape.traits.has("idempotent") {
        Effect::Idempotent
    } else {
        Effect::Plain
    }
}

//! Unions.

use super::form;
use super::layout;
use super::value::value;
use crate::ast::{Member, Shape};
use crate::ir::{Codec, EventStream, Failure, Place, Union, UnionVariant};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::lower::{check, documentation};
use crate::names;

/// The unions in the closure, by name.
pub(crate) fn unions(facts: &Facts, problems: &mut Problems) -> Vec<Union> {
    let shapes = facts.closure().map(|(shape, _)| shape).filter(|shape| shape.kind == "union");
    let mut lowered: Vec<Union> = shapes.map(|shape| union(facts, shape, problems)).collect();
    lowered.sort_by(|a, b| a.name.cmp(&b.name));
    lowered
}

fn union<'m>(facts: &Facts<'m>, shape: &'m Shape, problems: &mut Problems) -> Union {
    if shape.members.is_empty() {
        problems.of(shape, "is a union without members", "give it at least one");
    }
    check::variants(shape, problems);
    let name = names::type_name(shape.id.name());
    let held = shape.members.iter().filter(|member| !facts.targets.is_failure(shape, member));
    let variants = held.filter_map(|member| variant(facts, shape, member, problems)).collect();
    let (tagging, open) = form::of(facts, shape, problems);
    Union {
        docs: documentation::of("union", shape, &facts.glossary, problems),
        variants,
        tagging,
        open,
        stream: stream(facts, shape, &name, problems),
        deprecated: shape.traits.deprecated(),
        name,
    }
}

/// What a union is as a stream of events.
fn stream(facts: &Facts, shape: &Shape, name: &str, problems: &mut Problems) -> Option<EventStream> {
    // A protocol without such streams has been reported.
    let format = facts.protocol.events().filter(|_| facts.targets.is_event_stream(shape))?;
    for member in &shape.members {
        let is_structure = facts.targets.get(&member.target).is_some_and(|target| target.kind == "structure");
        if !is_structure && member.target.as_str() != "smithy.api#Unit" {
            let id = format!("{}${}", shape.id, member.name);
            problems.at(member.span, &id, "is an event and no structure", "target a structure");
        }
    }
    let failures = shape.members.iter().filter(|member| facts.targets.is_failure(shape, member));
    let failures = failures.filter_map(|member| {
        let error = facts.error(&member.target)?;
        let code = facts.error_code(error.shape);
        Some(Failure { name: error.name.clone(), wire: member.name.clone(), code })
    });
    let error = names::event_error_name(name);
    if let Some(taken) = facts.errors().find(|known| known.name == error) {
        let problem = format!("would have the error `{error}`, which `{}` is", taken.shape.id);
        problems.of(shape, problem, "rename one of the two");
    }
    Some(EventStream { format, failures: failures.collect(), error })
}

fn variant<'m>(
    facts: &Facts<'m>,
    shape: &'m Shape,
    member: &'m Member,
    problems: &mut Problems,
) -> Option<UnionVariant> {
    let name = format!("{}${}", shape.id, member.name);
    let docs = documentation::of_member(facts, &name, member, problems)?;
    let wire = wire_name(facts, shape, member, problems)?;
    let value = match member.target.as_str() {
        "smithy.api#Unit" => None,
        _ => Some(value(facts, &shape.id, member, &Place::Body, problems)?),
    };
    let sensitive = value.as_ref().is_some_and(|value| value.sensitive);
    let (ty, codec) = value.map_or((None, Codec::Plain), |value| (Some(value.ty), value.codec));
    let variant = names::variant_name(&member.name);
    Some(UnionVariant { field: names::snake_name(&variant), name: variant, docs, wire, ty, codec, sensitive })
}

/// What a member is called on the wire.
pub(super) fn wire_name(facts: &Facts, shape: &Shape, member: &Member, problems: &mut Problems) -> Option<String> {
    let name = format!("{}${}", shape.id, member.name);
    Some(match problems.read(&name, member.traits.text("jsonName"))? {
        // Events go by their members' own names.
        _ if facts.targets.is_event_stream(shape) => member.name.clone(),
        Some(json) if facts.protocol.honours_json_name => json,
        _ => layout::name(facts, &name, member, problems)?,
    })
}

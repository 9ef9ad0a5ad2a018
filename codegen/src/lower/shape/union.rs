//! Unions.

use super::layout;
use super::value::value;
use crate::ast::{Member, Shape};
use crate::ir::{Codec, Place, Union, UnionVariant};
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
    Union {
        name: names::type_name(shape.id.name()),
        docs: documentation::of("union", shape, &facts.glossary, problems),
        variants: shape.members.iter().filter_map(|member| variant(facts, shape, member, problems)).collect(),
        deprecated: shape.traits.deprecated(),
    }
}

fn variant<'m>(
    facts: &Facts<'m>,
    shape: &'m Shape,
    member: &'m Member,
    problems: &mut Problems,
) -> Option<UnionVariant> {
    let name = format!("{}${}", shape.id, member.name);
    let docs = documentation::of_member(facts, &name, member, problems)?;
    let wire = match problems.read(&name, member.traits.text("jsonName"))? {
        Some(json) if facts.protocol.honours_json_name => json,
        _ => layout::name(facts, &name, member, problems)?,
    };
    let value = match member.target.as_str() {
        "smithy.api#Unit" => None,
        _ => Some(value(facts, &shape.id, member, &Place::Body, problems)?),
    };
    let sensitive = value.as_ref().is_some_and(|value| value.sensitive);
    let (ty, codec) = value.map_or((None, Codec::Plain), |value| (Some(value.ty), value.codec));
    let variant = names::variant_name(&member.name);
    Some(UnionVariant { field: names::snake_name(&variant), name: variant, docs, wire, ty, codec, sensitive })
}

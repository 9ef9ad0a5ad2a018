//! What an operation says about the host that its requests go to.

use crate::ast::Shape;
use crate::ir::{Codec, HostLabel, HostPrefix, Member, Structure, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::names;
use crate::traits::ENDPOINT_MEMBER;

/// What goes before the endpoint's host, each label with its field (Smithy 2.0, "endpoint trait").
pub(super) fn prefix(facts: &Facts, shape: &Shape, input: &Structure, problems: &mut Problems) -> Option<HostPrefix> {
    let found = problems.read(shape.id.as_str(), shape.traits.host_prefix())??;
    let members = facts.targets.input_members(shape);
    let mut labels = Vec::new();
    for part in found.pattern.split('{').skip(1) {
        let label = part.split('}').next().unwrap_or_default();
        let member = members.iter().find(|member| member.name == label);
        let member = member.filter(|member| member.traits.has("hostLabel") && member.traits.has("required"));
        let field = member.and_then(|member| input.member(&names::field_name(&member.name)));
        match field.and_then(|field| Some((field, is_enum(field)?))) {
            Some((field, is_enum)) => {
                labels.push(HostLabel { name: label.to_owned(), field: field.field.clone(), is_enum });
            }
            None => {
                let problem = format!("has the label `{{{label}}}` before its host, to which no member is bound");
                let remedy = format!(
                    "give the input a string or enum `{label}` with `smithy.api#hostLabel` and `smithy.api#required`"
                );
                problems.at(found.span, shape.id.as_str(), problem, remedy);
            }
        }
    }
    Some(HostPrefix { pattern: found.pattern, labels })
}

/// Whether a field is an enum, or else a string; `None` if it is neither.
fn is_enum(field: &Member) -> Option<bool> {
    match &field.ty {
        Type::Text => Some(false),
        Type::Named(_) if matches!(field.codec.unconstrained(), Codec::Enum(_)) => Some(true),
        _ => None,
    }
}

/// The input's field that names the endpoint: that of a member which a fixup has marked.
pub(super) fn endpoint_member(
    facts: &Facts,
    shape: &Shape,
    input: &Structure,
    problems: &mut Problems,
) -> Option<String> {
    let members = facts.targets.input_members(shape);
    let member = members.iter().find(|member| member.traits.has(ENDPOINT_MEMBER))?;
    let field = input.member(&names::field_name(&member.name)).filter(|field| field.ty == Type::Text);
    if field.is_none() {
        let problem = format!("names its endpoint in `{}`, which is not a string", member.name);
        problems.of(shape, problem, "correct the fixup that says so (codegen/src/fixups.rs)");
    }
    field.map(|field| field.field.clone())
}

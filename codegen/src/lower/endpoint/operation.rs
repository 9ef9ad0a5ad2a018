//! What operations say about their endpoints (Smithy 2.0, `staticContextParams`, `contextParam` and
//! `operationContextParams`).

use super::bind::{Giver, entries};
use crate::ast::{Member, Shape};
use crate::endpoint::{self, ParameterType, RuleSet};
use crate::ir::path::{self, ValueType};
use crate::ir::{EndpointParam, EndpointValue, Structure, Type};
use crate::lower::facts::Facts;
use crate::lower::path::input_path;
use crate::lower::problems::Problems;
use crate::names;
use serde_json::Value;

const FIXED: &str = "smithy.rules#staticContextParams";
const PATHS: &str = "smithy.rules#operationContextParams";
const MEMBER: &str = "smithy.rules#contextParam";

/// What an operation says about its endpoint, the most specific first.
pub(crate) fn params(
    facts: &Facts,
    rules: &RuleSet,
    operation: &Shape,
    input: &Structure,
    problems: &mut Problems,
) -> Vec<EndpointParam> {
    let mut params = fixed(rules, operation, problems);
    let mut others = members(facts, rules, operation, input, problems);
    others.extend(paths(facts, rules, operation, problems));
    // What is fixed is always there, so that nothing else is ever asked.
    others.retain(|param| !params.iter().any(|fixed| fixed.name == param.name));
    params.extend(others);
    params
}

fn fixed(rules: &RuleSet, operation: &Shape, problems: &mut Problems) -> Vec<EndpointParam> {
    let Some((giver, entries)) = entries(operation, FIXED, problems) else { return Vec::new() };
    let mut params = Vec::new();
    for (name, entry) in entries {
        let Some((value, ty)) = entry.get("value").and_then(fixed_value) else {
            let expected = "an object of parameters, each with a `value`: a string, a boolean or a list of strings";
            giver.bad(expected, problems);
            continue;
        };
        if giver.binds(name, Some(ty), rules, problems) {
            params.push(EndpointParam { name: name.clone(), value: EndpointValue::Fixed(value) });
        }
    }
    params
}

fn members(
    facts: &Facts,
    rules: &RuleSet,
    operation: &Shape,
    input: &Structure,
    problems: &mut Problems,
) -> Vec<EndpointParam> {
    let mut params: Vec<EndpointParam> = Vec::new();
    let shape = facts.targets.end(operation, "input");
    for (shape, member) in shape.iter().flat_map(|shape| shape.members.iter().map(move |member| (shape, member))) {
        let Some(found) = member.traits.get(MEMBER) else { continue };
        let giver = Giver { shape: &format!("{}${}", shape.id, member.name), span: found.span, id: MEMBER };
        let Some(name) = found.value.get("name").and_then(Value::as_str) else {
            giver.bad("an object with `name`, the name of an endpoint parameter", problems);
            continue;
        };
        let Some((value, ty)) = member_value(facts, member, input) else { continue };
        if !giver.binds(name, ty, rules, problems) {
            continue;
        }
        if params.iter().any(|known| known.name == name) {
            let problem = format!("gives a value to the endpoint parameter `{name}`, as another member does already");
            giver.problem(problem, "keep the trait on one of the members", problems);
            continue;
        }
        params.push(EndpointParam { name: name.to_owned(), value });
    }
    params
}

fn paths(facts: &Facts, rules: &RuleSet, operation: &Shape, problems: &mut Problems) -> Vec<EndpointParam> {
    let Some((giver, entries)) = entries(operation, PATHS, problems) else { return Vec::new() };
    let mut params = Vec::new();
    for (name, entry) in entries {
        let Some(path) = entry.get("path").and_then(Value::as_str) else {
            giver.bad("an object of parameters, each with a `path`: JMESPath on the input", problems);
            continue;
        };
        let value = match input_path(facts, operation, path) {
            Ok(value) => value,
            Err(wrong) => {
                let problem =
                    format!("has a path `{path}` for the endpoint parameter `{name}` that is wrong at {wrong}");
                giver.problem(problem, "correct the path, which begins at the operation's input", problems);
                continue;
            }
        };
        let ty = path_type(&value);
        if let (true, Some(ty)) = (giver.binds(name, ty, rules, problems), ty) {
            params.push(EndpointParam { name: name.clone(), value: EndpointValue::Path(Box::new(value), ty) });
        }
    }
    params
}

fn fixed_value(value: &Value) -> Option<(endpoint::Value, ParameterType)> {
    match value {
        Value::String(text) => Some((endpoint::Value::String(text.clone()), ParameterType::String)),
        Value::Bool(value) => Some((endpoint::Value::Boolean(*value), ParameterType::Boolean)),
        Value::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
            Some((endpoint::Value::StringArray(items?), ParameterType::StringArray))
        }
        _ => None,
    }
}

/// A member of the input, and the type of the parameters that it can be a value of. None if it has been reported as wrong,
/// so that there is no field.
fn member_value(facts: &Facts, member: &Member, input: &Structure) -> Option<(EndpointValue, Option<ParameterType>)> {
    let field = input.member(&names::field_name(&member.name))?;
    let target = facts.targets.get(&member.target);
    let ty = match &field.ty {
        // An integer enum is no parameter's value.
        Type::Named(name) if target.is_some_and(|target| target.kind == "enum") => Type::Named(name.clone()),
        Type::Named(_) => Type::Document,
        ty => ty.clone(),
    };
    let of = match &ty {
        Type::Text | Type::Named(_) => Some(ParameterType::String),
        Type::Scalar("bool") => Some(ParameterType::Boolean),
        Type::List(item) if **item == Type::Text => Some(ParameterType::StringArray),
        _ => None,
    };
    let required = member.traits.has("required") && ty == Type::Text && !field.always;
    Some((EndpointValue::Member { field: field.field.clone(), ty, always: field.always, required }, of))
}

fn path_type(value: &path::Value) -> Option<ParameterType> {
    match &value.ty {
        ValueType::Text(_) => Some(ParameterType::String),
        ValueType::Bool => Some(ParameterType::Boolean),
        ValueType::List(list) if matches!(list.item, ValueType::Text(_)) => Some(ParameterType::StringArray),
        _ => None,
    }
}

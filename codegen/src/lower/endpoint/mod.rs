//! Endpoint rules, and who gives their parameters values (Smithy 2.0, "Rules engine parameters").
//!
//! What is fixed for an operation goes before a member of its input, this before a path on the input, this before the
//! client's setting; the built-ins and defaults, which the rules themselves name, come last.

use crate::ast::{Member, Shape, Trait};
use crate::diagnostic::{Diagnostic, Span};
use crate::docs::{self, Markdown};
use crate::endpoint::{self, EndpointTest, ParameterType, Problem, RuleSet};
use crate::ir::path::{self, ValueType};
use crate::ir::{ClientParam, EndpointParam, EndpointValue, Operation, Structure, Type};
use crate::lower::Lowering;
use crate::traits::BadTrait;
use crate::{markdown, names};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const RULE_SET: &str = "smithy.rules#endpointRuleSet";
const DIAGRAM: &str = "smithy.rules#endpointBdd";
const TESTS: &str = "smithy.rules#endpointTests";
const CLIENT: &str = "smithy.rules#clientContextParams";
const FIXED: &str = "smithy.rules#staticContextParams";
const PATHS: &str = "smithy.rules#operationContextParams";
const MEMBER: &str = "smithy.rules#contextParam";

impl<'m> Lowering<'m> {
    /// The service's rules and their tests. Where the rules are there in both forms, they are the same, and the readable
    /// one is taken.
    pub(in crate::lower) fn endpoint(&mut self, service: &Shape) -> Option<(RuleSet, Vec<EndpointTest>)> {
        let (parsed, id, span) = match (service.traits.get(RULE_SET), service.traits.get(DIAGRAM)) {
            (Some(rules), _) => (endpoint::parse(&rules.value), RULE_SET, rules.span),
            (None, Some(diagram)) => (endpoint::parse_diagram(&diagram.value), DIAGRAM, diagram.span),
            (None, None) => {
                self.problem(service, "has no endpoint rules", format!("add the trait `{RULE_SET}`"));
                return None;
            }
        };
        let tests = service.traits.get(TESTS);
        let cases = tests.map_or(Ok(Vec::new()), |tests| endpoint::parse_tests(&tests.value));
        let cases = match (&parsed, cases) {
            (Ok(rules), Ok(cases)) => endpoint::check_tests(rules, &cases).map(|()| cases),
            (_, cases) => cases,
        };
        let mut report = |problem: Problem, id: &str, span: Span| {
            let remedy = "correct the rule set as the specification says (Smithy 2.0, \"Rules engine\")";
            let problem = format!("has a `{id}` that is wrong at {problem}");
            self.problems.push(Diagnostic::at(span, service.id.as_str(), problem, remedy));
        };
        let rules = parsed.map_err(|problem| report(problem, id, span)).ok();
        let tests_span = tests.map_or(span, |tests| tests.span);
        let cases = cases.map_err(|problem| report(problem, TESTS, tests_span)).ok();
        Some((rules?, cases?))
    }

    /// The settings of the client that only the rules read.
    pub(in crate::lower) fn client_params(&mut self, service: &Shape, rules: &mut RuleSet) -> Vec<ClientParam> {
        let Some((found, entries)) = self.entries(service, CLIENT) else { return Vec::new() };
        let mut params = Vec::new();
        for (name, value) in entries {
            let place = Place { shape: service.id.to_string(), span: found.span, id: CLIENT };
            let ty = match value.get("type").and_then(Value::as_str).unwrap_or_default() {
                text if text.eq_ignore_ascii_case("string") => ParameterType::String,
                text if text.eq_ignore_ascii_case("boolean") => ParameterType::Boolean,
                text if text.eq_ignore_ascii_case("stringArray") => ParameterType::StringArray,
                _ => {
                    self.bad(&place, "an object of parameters, each with a `type`: string, boolean or stringArray");
                    continue;
                }
            };
            if self.bind(&place, name, Some(ty), rules) {
                let docs = value.get("documentation").and_then(Value::as_str).unwrap_or_default();
                let docs = docs::markdown(docs);
                let code = Markdown::code(name);
                let docs = docs.or(|| markdown!("The parameter {} of the service's endpoint rules.", code));
                params.push(ClientParam { field: names::setting_name(name), name: name.clone(), ty, docs });
            }
        }
        params
    }

    /// What each operation says about its endpoint.
    pub(in crate::lower) fn endpoint_params(
        &mut self,
        shapes: &[&'m Shape],
        lowered: &mut [Operation],
        rules: &mut RuleSet,
    ) {
        let mut by_name: BTreeMap<String, &mut Operation> =
            lowered.iter_mut().map(|operation| (operation.name.clone(), operation)).collect();
        for shape in shapes {
            let name = names::type_name(shape.id.name());
            if let Some(operation) = by_name.get_mut(&name) {
                let mut params = self.fixed_params(shape, rules);
                let mut others = self.member_params(shape, &operation.input, rules);
                others.extend(self.path_params(shape, rules));
                // What is fixed is always there, so that nothing else is ever asked.
                others.retain(|param| !params.iter().any(|fixed| fixed.name == param.name));
                params.extend(others);
                operation.endpoint_params = params;
            }
        }
    }

    fn fixed_params(&mut self, operation: &Shape, rules: &mut RuleSet) -> Vec<EndpointParam> {
        let Some((found, entries)) = self.entries(operation, FIXED) else { return Vec::new() };
        let place = Place { shape: operation.id.to_string(), span: found.span, id: FIXED };
        let mut params = Vec::new();
        for (name, entry) in entries {
            let Some(value) = entry.get("value").and_then(fixed_value) else {
                self.bad(
                    &place,
                    "an object of parameters, each with a `value`: a string, a boolean or a list of strings",
                );
                continue;
            };
            let ty = match value {
                endpoint::Value::String(_) => ParameterType::String,
                endpoint::Value::Boolean(_) => ParameterType::Boolean,
                endpoint::Value::StringArray(_) => ParameterType::StringArray,
            };
            if self.bind(&place, name, Some(ty), rules) {
                params.push(EndpointParam { name: name.clone(), value: EndpointValue::Fixed(value) });
            }
        }
        params
    }

    fn member_params(&mut self, operation: &Shape, input: &Structure, rules: &mut RuleSet) -> Vec<EndpointParam> {
        let mut params: Vec<EndpointParam> = Vec::new();
        let shape = self.end_shape(operation, "input");
        for (shape, member) in shape.iter().flat_map(|shape| shape.members.iter().map(move |member| (shape, member))) {
            let Some(found) = member.traits.get(MEMBER) else { continue };
            let place = Place { shape: format!("{}${}", shape.id, member.name), span: found.span, id: MEMBER };
            let Some(name) = found.value.get("name").and_then(Value::as_str) else {
                self.bad(&place, "an object with `name`, the name of an endpoint parameter");
                continue;
            };
            let Some(value) = self.member_value(member, input) else { continue };
            if !self.bind(&place, name, parameter_type(&value), rules) {
                continue;
            }
            if params.iter().any(|known| known.name == name) {
                let problem =
                    format!("gives a value to the endpoint parameter `{name}`, as another member does already");
                let remedy = "keep the trait on one of the members";
                self.problems.push(Diagnostic::at(place.span, place.shape, problem, remedy));
                continue;
            }
            params.push(EndpointParam { name: name.to_owned(), value });
        }
        params
    }

    fn path_params(&mut self, operation: &'m Shape, rules: &mut RuleSet) -> Vec<EndpointParam> {
        let Some((found, entries)) = self.entries(operation, PATHS) else { return Vec::new() };
        let place = Place { shape: operation.id.to_string(), span: found.span, id: PATHS };
        let mut params = Vec::new();
        for (name, entry) in entries {
            let Some(path) = entry.get("path").and_then(Value::as_str) else {
                self.bad(&place, "an object of parameters, each with a `path`: JMESPath on the input");
                continue;
            };
            let value = match self.input_path(operation, path) {
                Ok(value) => value,
                Err(wrong) => {
                    let problem =
                        format!("has a path `{path}` for the endpoint parameter `{name}` that is wrong at {wrong}");
                    let remedy = "correct the path, which begins at the operation's input";
                    self.problems.push(Diagnostic::at(place.span, place.shape.clone(), problem, remedy));
                    continue;
                }
            };
            let ty = path_type(&value);
            if let (true, Some(ty)) = (self.bind(&place, name, ty, rules), ty) {
                params.push(EndpointParam { name: name.clone(), value: EndpointValue::Path(Box::new(value), ty) });
            }
        }
        params
    }

    /// A member of the input. `None` if it has been reported as wrong, so that there is no field.
    fn member_value(&self, member: &Member, input: &Structure) -> Option<EndpointValue> {
        let field = input.member(&names::field_name(&member.name))?;
        let target = self.model.shapes.get(&member.target);
        let ty = match &field.ty {
            // An integer enum is no parameter's value.
            Type::Named(name) if target.is_some_and(|target| target.kind == "enum") => Type::Named(name.clone()),
            Type::Named(_) => Type::Document,
            ty => ty.clone(),
        };
        let required = member.traits.has("required") && ty == Type::Text && !field.always;
        Some(EndpointValue::Member { field: field.field.clone(), ty, always: field.always, required })
    }

    /// Notes that a parameter is given values of a type, or reports why it can't be.
    fn bind(&mut self, place: &Place, name: &str, ty: Option<ParameterType>, rules: &mut RuleSet) -> bool {
        let (problem, remedy) = match rules.parameter(name) {
            None => {
                let problem = format!("gives a value to the endpoint parameter `{name}`, which the rules don't have");
                (problem, format!("correct the name, or add `{name}` to the parameters of the rules"))
            }
            Some(parameter) if Some(parameter.ty) != ty => {
                let problem = format!("gives the endpoint parameter `{name}` a value that is not of its type");
                (problem, format!("the rules say that `{name}` is {}: make the value one", type_text(parameter.ty)))
            }
            Some(_) => {
                rules.bind(name);
                return true;
            }
        };
        self.problems.push(Diagnostic::at(place.span, place.shape.clone(), problem, remedy));
        false
    }

    /// A trait that is an object of parameters.
    fn entries<'s>(&mut self, shape: &'s Shape, id: &'static str) -> Option<(&'s Trait, &'s Map<String, Value>)> {
        let found = shape.traits.get(id)?;
        let entries = found.value.as_object();
        if entries.is_none() {
            self.bad(&Place { shape: shape.id.to_string(), span: found.span, id }, "an object of parameters");
        }
        Some((found, entries?))
    }

    fn bad(&mut self, place: &Place, expected: &'static str) {
        let bad = BadTrait { id: place.id.to_owned(), span: place.span, expected };
        self.ok_at::<()>(&place.shape, Err(bad));
    }
}

/// A trait that gives parameters values.
struct Place {
    shape: String,
    span: Span,
    id: &'static str,
}

fn fixed_value(value: &Value) -> Option<endpoint::Value> {
    match value {
        Value::String(text) => Some(endpoint::Value::String(text.clone())),
        Value::Bool(value) => Some(endpoint::Value::Boolean(*value)),
        Value::Array(items) => {
            let items = items.iter().map(|item| item.as_str().map(str::to_owned));
            items.collect::<Option<_>>().map(endpoint::Value::StringArray)
        }
        _ => None,
    }
}

fn parameter_type(value: &EndpointValue) -> Option<ParameterType> {
    let EndpointValue::Member { ty, .. } = value else { return None };
    match ty {
        Type::Text | Type::Named(_) => Some(ParameterType::String),
        Type::Scalar("bool") => Some(ParameterType::Boolean),
        Type::List(item) if **item == Type::Text => Some(ParameterType::StringArray),
        _ => None,
    }
}

fn path_type(value: &path::Value) -> Option<ParameterType> {
    match &value.ty {
        ValueType::Text(_) => Some(ParameterType::String),
        ValueType::Bool => Some(ParameterType::Boolean),
        ValueType::List(list) if matches!(list.item, ValueType::Text(_)) => Some(ParameterType::StringArray),
        _ => None,
    }
}

fn type_text(ty: ParameterType) -> &'static str {
    match ty {
        ParameterType::String => "a string",
        ParameterType::Boolean => "a boolean",
        ParameterType::StringArray => "a list of strings",
    }
}

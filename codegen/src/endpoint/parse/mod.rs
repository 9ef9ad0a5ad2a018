//! JSON → [`RuleSet`]: reads, checks names and types, and simplifies.

mod cases;
mod diagram;
mod expression;
mod outcome;
mod parameters;
mod rule;
mod scope;

use super::problem::At;
use super::rules::Rules;
use super::{Problem, RuleSet};
use scope::Scope;
use serde_json::{Map, Value as Json};

pub(crate) use cases::parse_tests;

/// The versions of the rules language that this understands.
const VERSIONS: [&str; 2] = ["1.0", "1.1"];

/// The longest way from the root to a value: rules can nest, and reading them takes stack.
const MAX_DEPTH: usize = 256;

/// Parses the value of `smithy.rules#endpointRuleSet`.
///
/// # Errors
/// The first thing that is wrong, with its place: a member that is missing or of the wrong kind, a function, type, value
/// or attribute that isn't known, an argument of the wrong type, or one that may be absent where it must not be.
pub(crate) fn parse(rule_set: &Json) -> Result<RuleSet, Problem> {
    let at = At::ROOT;
    let members = object(rule_set, &at)?;
    check_version(members, &VERSIONS, &at)?;
    let parameters = parameters::parse(member(members, "parameters", &at)?, &at.member("parameters"))?;
    let mut scope = Scope::new(&parameters);
    let required = parameters.iter().filter(|parameter| parameter.required && parameter.is_optional());
    let required = required.filter_map(|parameter| scope.narrow(&parameter.name)).collect();
    let rules = rule::parse_list(member(members, "rules", &at)?, &mut scope, &at.member("rules"))?;
    Ok(RuleSet { parameters, required, rules: Rules::List(rules) })
}

/// Parses the value of `smithy.rules#endpointBdd`, the compiled form of the same rules.
///
/// # Errors
/// As for [`parse`]; also nodes that aren't as many as they should be, that refer to what isn't there, or that don't ask
/// their conditions in order.
pub(crate) fn parse_diagram(diagram: &Json) -> Result<RuleSet, Problem> {
    let at = At::ROOT;
    let members = object(diagram, &at)?;
    check_version(members, &VERSIONS[1..], &at)?;
    let parameters = parameters::parse(member(members, "parameters", &at)?, &at.member("parameters"))?;
    let mut scope = Scope::lenient(&parameters);
    let required = parameters.iter().filter(|parameter| parameter.required && parameter.is_optional());
    let required = required.filter_map(|parameter| scope.narrow(&parameter.name)).collect();
    let diagram = diagram::parse(members, &mut scope, &at)?;
    Ok(RuleSet { parameters, required, rules: Rules::Diagram(diagram) })
}

fn check_version(members: &Map<String, Json>, known: &[&str], at: &At<'_>) -> Result<(), Problem> {
    let version = string(member(members, "version", at)?, &at.member("version"))?;
    if known.contains(&version) {
        return Ok(());
    }
    Err(at.member("version").problem(format!("unknown version `{version}`; known: {}", known.join(", "))))
}

fn member<'a>(members: &'a Map<String, Json>, name: &str, at: &At<'_>) -> Result<&'a Json, Problem> {
    members.get(name).ok_or_else(|| at.problem(format!("the member `{name}` is missing")))
}

fn object<'a>(value: &'a Json, at: &At<'_>) -> Result<&'a Map<String, Json>, Problem> {
    value.as_object().ok_or_else(|| unlike("an object", value, at))
}

fn array<'a>(value: &'a Json, at: &At<'_>) -> Result<&'a [Json], Problem> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| unlike("an array", value, at))
}

fn string<'a>(value: &'a Json, at: &At<'_>) -> Result<&'a str, Problem> {
    value.as_str().ok_or_else(|| unlike("a string", value, at))
}

fn boolean(value: &Json, at: &At<'_>) -> Result<bool, Problem> {
    value.as_bool().ok_or_else(|| unlike("a boolean", value, at))
}

fn unlike(expected: &str, found: &Json, at: &At<'_>) -> Problem {
    let found = match found {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
    };
    at.problem(format!("expected {expected}, found {found}"))
}

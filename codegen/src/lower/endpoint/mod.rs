//! Endpoint rules, and who gives their parameters values (Smithy 2.0, "Rules engine parameters").
//!
//! What is fixed for an operation goes before a member of its input, this before a path on the input, this before the
//! client's setting; the built-ins and defaults, which the rules themselves name, come last.

mod bind;
mod client;
mod operation;

pub(super) use client::params as client_params;
pub(super) use operation::params;

use super::facts::Facts;
use super::problems::Problems;
use crate::ast::Shape;
use crate::diagnostic::Span;
use crate::endpoint::{self, EndpointTest, Problem, RuleSet};
use crate::ir::{ClientParam, Operation};
use crate::traits::{RULE_DIAGRAM, RULE_SET, RULE_TESTS};
use serde_json::json;

/// The service's rules and their tests. Where the rules are there in both forms, they are the same, and the readable one
/// is taken. Without any, requests go where the program says.
pub(super) fn rules(facts: &Facts, problems: &mut Problems) -> Option<(RuleSet, Vec<EndpointTest>)> {
    let service = facts.service;
    let (parsed, id, span) = match (service.traits.get(RULE_SET), service.traits.get(RULE_DIAGRAM)) {
        (Some(rules), _) => (endpoint::parse(&rules.value), RULE_SET, rules.span),
        (None, Some(diagram)) => (endpoint::parse_diagram(&diagram.value), RULE_DIAGRAM, diagram.span),
        // What signs as AWS does need not be there: a gateway's own name, a store of one's own.
        (None, None) => return Some((of_setting()?, Vec::new())),
    };
    let tests = service.traits.get(RULE_TESTS);
    let cases = tests.map_or(Ok(Vec::new()), |tests| endpoint::parse_tests(&tests.value));
    let cases = match (&parsed, cases) {
        (Ok(rules), Ok(cases)) => endpoint::check_tests(rules, &cases).map(|()| endpoint::up_to_date(rules, cases)),
        (_, cases) => cases,
    };
    let mut report = |problem: Problem, id: &str, span: Span| {
        let problem = format!("has a `{id}` that is wrong at {problem}");
        let remedy = "correct the rule set as the specification says (Smithy 2.0, \"Rules engine\")";
        problems.at(span, service.id.as_str(), problem, remedy);
    };
    let rules = parsed.map_err(|problem| report(problem, id, span)).ok();
    let tests_span = tests.map_or(span, |tests| tests.span);
    let cases = cases.map_err(|problem| report(problem, RULE_TESTS, tests_span)).ok();
    Some((rules?, cases?))
}

/// Whether the model says where a service's requests go.
pub(super) fn has_rules(service: &Shape) -> bool {
    service.traits.has(RULE_SET) || service.traits.has(RULE_DIAGRAM)
}

/// The rules of a service that has none: requests go where the client's setting says.
fn of_setting() -> Option<RuleSet> {
    let rules = json!({
        "version": "1.0",
        "parameters": {"Endpoint": {"builtIn": "SDK::Endpoint", "type": "string",
            "documentation": "Where requests go: the client's `endpoint_url`."}},
        "rules": [
            {"type": "endpoint", "conditions": [{"fn": "isSet", "argv": [{"ref": "Endpoint"}]}],
                "endpoint": {"url": {"ref": "Endpoint"}}},
            {"type": "error", "conditions": [], "error": "set `endpoint_url` in the client's config"},
        ]
    });
    endpoint::parse(&rules).ok()
}

/// The rules, which know what parameters the client or its operations give values to.
pub(super) fn bound(rules: RuleSet, client: &[ClientParam], operations: &[Operation]) -> RuleSet {
    let of_operations = operations.iter().flat_map(|operation| &operation.endpoint_params);
    let names = client.iter().map(|param| &param.name).chain(of_operations.map(|param| &param.name));
    // The runtime has the settings and the parameters of such services behind one feature.
    let has_inherent = client.iter().any(|param| param.inherent);
    rules.bound(&names.map(String::as_str).collect(), |parameter| has_inherent && client::is_inherent(parameter))
}

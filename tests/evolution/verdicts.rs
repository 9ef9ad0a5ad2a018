//! What `compare` says of each case, and what the APIs at a glance say of it.

use crate::case::{Case, cases};
use codegen::diff::{Comparison, Difference, Scope, Side, compare};

/// The rule of what programs lose elsewhere.
const CONSEQUENCE: &str = "ChangedRustApi";

#[test]
fn there_are_cases_enough() {
    let cases = cases();
    assert!(cases.len() >= 200, "there were {} cases once", cases.len());
}

#[test]
fn each_change_is_found_by_its_rule() {
    all(|case, found| {
        let Some(rule) = &case.rule else {
            return (!found.differences.is_empty()).then(|| "should be no difference".to_owned());
        };
        let says = |difference: &Difference| match &case.severity {
            None => difference.rule == *rule && difference.events.is_empty(),
            Some(severity) => {
                difference.events.iter().any(|event| event.id == *rule && event.severity.to_string() == *severity)
            }
        };
        let severity = case.severity.as_deref().unwrap_or("no event of Smithy's");
        (!found.differences.iter().any(says)).then(|| format!("has no {rule} ({severity})"))
    });
}

#[test]
fn texts_are_counted() {
    all(|case, found| {
        (found.texts as u64 != case.texts).then(|| format!("has {} other texts and not {}", found.texts, case.texts))
    });
}

#[test]
fn each_change_means_to_programs_what_its_case_says() {
    all(|case, found| {
        let api = found.verdict().api;
        (api != case.api).then(|| format!("is {api} to programs and not {}", case.api))
    });
}

#[test]
fn each_change_means_to_messages_what_its_case_says() {
    all(|case, found| {
        let wire = found.verdict().wire;
        (wire != case.wire).then(|| format!("leaves messages {wire} and not {}", case.wire))
    });
}

#[test]
fn the_apis_at_a_glance_say_the_same() {
    all(|case, found| match &found.glance {
        None => Some("has a model that can't be generated".to_owned()),
        Some(glance) => (glance.api() != case.api).then(|| format!("is {} at a glance: {glance:?}", glance.api())),
    });
}

#[test]
fn only_what_has_consequences_elsewhere_is_said_to() {
    all(|case, found| {
        let has = found.differences.iter().any(|difference| difference.rule == CONSEQUENCE);
        (has != case.has_consequence).then(|| format!("{CONSEQUENCE}: {has}"))
    });
}

/// Fails with all cases of which something is wrong, each with what was found.
fn all(wrong: impl Fn(&Case, &Comparison) -> Option<String>) {
    let problem = |case: &Case| {
        let found = compare(&case.model(Side::Old), &case.model(Side::New), &Scope::default());
        let found = found.unwrap_or_else(|wrong| panic!("{}: {wrong}", case.name));
        wrong(case, &found).map(|wrong| format!("{} {wrong}{}", case.name, shown(&found)))
    };
    let problems: Vec<String> = cases().iter().filter_map(problem).collect();
    assert!(problems.is_empty(), "{} cases:\n{}", problems.len(), problems.join("\n"));
}

fn shown(found: &Comparison) -> String {
    let line = |difference: &Difference| {
        let events: Vec<String> =
            difference.events.iter().map(|event| format!("{} {}", event.severity, event.id)).collect();
        let verdict = difference.verdict;
        format!(
            "\n    {} / {}  {}  {}  [{}]",
            verdict.api,
            verdict.wire,
            difference.rule,
            difference.sentence,
            events.join(", ")
        )
    };
    found.differences.iter().map(line).collect()
}

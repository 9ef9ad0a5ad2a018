//! Traits of alloy's that stand where they mean nothing.

use crate::ast::{Member, Shape, Traits};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::alloy::{DISCRIMINATED, JSON_UNKNOWN, NULLABLE, PRESERVE_KEY_ORDER, UNTAGGED};

/// Reports such traits: to pass them over would be to send something else than is meant.
pub(super) fn misplaced(facts: &Facts, problems: &mut Problems) {
    if !facts.protocol.honours_alloy {
        return;
    }
    let ends = facts
        .operations
        .iter()
        .flat_map(|operation| ["input", "output"].into_iter().filter_map(|end| facts.targets.end(operation, end)));
    let errors = facts.errors().map(|error| error.shape);
    for shape in facts.closure().map(|(shape, _)| shape).chain(ends).chain(errors) {
        of_shape(shape, problems);
        for member in &shape.members {
            of_member(facts, shape, member, problems);
        }
    }
}

fn of_shape(shape: &Shape, problems: &mut Problems) {
    let kind = shape.kind.as_str();
    let mut report = |id: &str, expected: &str| of(shape.id.as_str(), &shape.traits, id, expected, problems);
    if kind != "union" {
        report(DISCRIMINATED, "a union");
        report(UNTAGGED, "a union");
    }
    if !matches!(kind, "map" | "document") {
        report(PRESERVE_KEY_ORDER, "a map or a document");
    }
    report(NULLABLE, "a member of a structure");
    report(JSON_UNKNOWN, "a member of a structure or union");
}

fn of_member(facts: &Facts, shape: &Shape, member: &Member, problems: &mut Problems) {
    let name = format!("{}${}", shape.id, member.name);
    let mut report = |id: &str, expected: &str| of(&name, &member.traits, id, expected, problems);
    if shape.kind != "structure" {
        report(NULLABLE, "a member of a structure");
    }
    if !matches!(shape.kind.as_str(), "structure" | "union") {
        report(JSON_UNKNOWN, "a member of a structure or union");
    }
    if !matches!(facts.targets.kind(&member.target).as_str(), "map" | "document") {
        report(PRESERVE_KEY_ORDER, "a map or a document");
    }
    report(DISCRIMINATED, "a union");
    report(UNTAGGED, "a union");
}

fn of(name: &str, traits: &Traits, id: &str, expected: &str, problems: &mut Problems) {
    if let Some(found) = traits.get(id) {
        let problem = format!("has `{id}`, which means something on {expected} alone");
        problems.at(found.span, name, problem, "remove the trait, or put it where it is meant");
    }
}

//! The service's closure: the operations and errors that it names, and the shapes that they reach.

use super::target::Targets;
use crate::ast::{Member, Reference, Shape, ShapeId};
use crate::docs::{self, Glossary, Markdown};
use crate::ir::Role;
use crate::lower::documentation;
use crate::lower::problems::Problems;
use crate::names;
use std::collections::{BTreeMap, BTreeSet};

/// How often all operations of a service together may name an error of the service's own. No service comes near.
const MOST_ERRORS: usize = 500_000;

/// An error in the closure.
pub(crate) struct NamedError<'m> {
    /// Its shape.
    pub(crate) shape: &'m Shape,
    /// Its type's name.
    pub(crate) name: String,
    /// Its documentation.
    pub(crate) docs: Markdown,
    /// The first sentence of that, which stands wherever an operation names the error.
    pub(crate) summary: Markdown,
}

/// Errors by name.
pub(super) type Errors<'m> = BTreeMap<(&'m str, &'m ShapeId), NamedError<'m>>;

/// The operations of a service and of its resources, by name.
pub(super) fn operations<'m>(targets: Targets<'m>, service: &'m Shape, problems: &mut Problems) -> Vec<&'m Shape> {
    const OF_RESOURCE: &[&str] =
        &["create", "put", "read", "update", "delete", "list", "operations", "collectionOperations"];
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![service];
    while let Some(owner) = open.pop() {
        for property in OF_RESOURCE {
            for reference in owner.references(property) {
                if let Some(operation) = resolve_as(targets, "operation", reference, owner, problems) {
                    found.insert((operation.id.name(), &operation.id), operation);
                }
            }
        }
        for reference in owner.references("resources") {
            if let Some(resource) = resolve_as(targets, "resource", reference, owner, problems)
                && seen.insert(&resource.id)
            {
                open.push(resource);
            }
        }
    }
    found.into_values().collect()
}

/// The errors of the operations and those that they have in common; none if they are too many to name.
pub(super) fn errors<'m>(
    targets: Targets<'m>,
    service: &'m Shape,
    operations: &[&'m Shape],
    common: &[&'m Reference],
    glossary: &Glossary,
    problems: &mut Problems,
) -> Option<Errors<'m>> {
    let count = service.references("errors").count();
    if count.saturating_mul(operations.len()) > MOST_ERRORS {
        let problem = format!("names {count} errors for each of {} operations", operations.len());
        let remedy = format!("name errors where they occur: each is named by each, which may be {MOST_ERRORS} in all");
        problems.of(service, problem, remedy);
        return None;
    }
    let own = operations.iter().flat_map(|owner| owner.references("errors").map(move |error| (*owner, error)));
    let mut found = Errors::new();
    for (owner, reference) in own.chain(common.iter().map(|error| (service, *error))) {
        let Some(shape) = resolve_as(targets, "structure", reference, owner, problems) else { continue };
        if !shape.traits.has("error") {
            let problem = format!("is an error of `{}` and has no `smithy.api#error`", owner.id);
            problems.of(shape, problem, "add `smithy.api#error`, or take the structure off the list of errors");
        }
        found.entry((shape.id.name(), &shape.id)).or_insert_with(|| named(shape, glossary, problems));
    }
    for (union, member) in failures(targets, operations) {
        if let Some(shape) = targets.get(&member.target).filter(|shape| shape.kind == "structure") {
            found.entry((shape.id.name(), &shape.id)).or_insert_with(|| named(shape, glossary, problems));
        } else {
            let problem = format!("has the error `{}`, which is no structure", member.name);
            problems.of(union, problem, "make it a structure");
        }
    }
    Some(found)
}

/// The errors among the members of the streams of events that operations take and return.
fn failures<'m>(targets: Targets<'m>, operations: &[&'m Shape]) -> Vec<(&'m Shape, &'m Member)> {
    let ends = operations.iter().flat_map(|operation| ["input", "output"].map(|end| targets.end(operation, end)));
    let members = ends.flatten().flat_map(|end| &end.members);
    let unions = members.filter_map(|member| targets.events(member));
    let failures = unions.flat_map(|union| union.members.iter().map(move |member| (union, member)));
    failures.filter(|(union, member)| targets.is_failure(union, member)).collect()
}

fn named<'m>(shape: &'m Shape, glossary: &Glossary, problems: &mut Problems) -> NamedError<'m> {
    let docs = documentation::of_error(shape, glossary, problems);
    NamedError { shape, name: names::type_name(shape.id.name()), summary: docs::first_sentence(&docs), docs }
}

/// The shapes that operations and errors reach through members, and what each is to them. Inputs, outputs and errors
/// themselves are there only if a member targets them too; all that a request alone reaches is [`Role::Request`].
pub(super) fn roles<'m>(
    targets: Targets<'m>,
    operations: &[&'m Shape],
    errors: &Errors<'m>,
) -> BTreeMap<&'m ShapeId, (&'m Shape, Role)> {
    let ends = |property: &'static str| {
        let references = operations.iter().flat_map(move |operation| operation.references(property));
        references.filter_map(move |end| targets.get(&end.target))
    };
    let inputs = reached(targets, ends("input"));
    let answers = reached(targets, ends("output").chain(errors.values().map(|error| error.shape)));
    let asked = inputs.into_iter().map(|(id, shape)| (id, (shape, Role::Request)));
    asked.chain(answers.into_iter().map(|(id, shape)| (id, (shape, Role::Shared)))).collect()
}

/// The structures that are messages of streams of events.
pub(super) fn events<'m>(
    targets: Targets<'m>,
    closure: &BTreeMap<&'m ShapeId, (&'m Shape, Role)>,
) -> BTreeSet<&'m ShapeId> {
    let unions = closure.values().map(|(shape, _)| *shape).filter(|shape| targets.is_event_stream(shape));
    unions.flat_map(|union| union.members.iter().map(|member| &member.target)).collect()
}

/// The shapes that members of `roots` reach.
fn reached<'m>(targets: Targets<'m>, roots: impl Iterator<Item = &'m Shape>) -> BTreeMap<&'m ShapeId, &'m Shape> {
    let mut open: Vec<&'m Shape> = roots.collect();
    let mut seen = BTreeMap::new();
    while let Some(shape) = open.pop() {
        let members = shape.members.iter().filter(|member| !targets.is_failure(shape, member));
        for target in members.filter_map(|member| targets.get(&member.target)) {
            if seen.insert(&target.id, target).is_none() {
                open.push(target);
            }
        }
    }
    seen
}

/// The shape that `owner` refers to, which must be of type `kind`.
fn resolve_as<'m>(
    targets: Targets<'m>,
    kind: &str,
    reference: &Reference,
    owner: &Shape,
    problems: &mut Problems,
) -> Option<&'m Shape> {
    let shape = targets.resolve(&reference.target, owner.id.as_str(), reference.span, problems)?;
    if shape.kind == kind {
        return Some(shape);
    }
    let problem = format!("lists `{}` as one of type `{kind}`, which is of type `{}`", shape.id, shape.kind);
    problems.at(reference.span, owner.id.as_str(), problem, "correct the target or its type");
    None
}

#[cfg(test)]
mod tests {
    use crate::lower::facts::Facts;
    use crate::lower::problems::Problems;
    use crate::{Options, ast};
    use std::fmt::Write;

    /// What is wrong with a service that names so many errors for each of so many operations.
    fn problem_of(errors: usize, operations: usize) -> Option<String> {
        let mut shapes = String::new();
        for index in 0..operations {
            write!(shapes, r#", "a#Op{index}": {{"type": "operation"}}"#).expect("a string takes all text");
        }
        let list =
            |of: Vec<String>| of.iter().map(|id| format!(r#"{{"target": "{id}"}}"#)).collect::<Vec<_>>().join(", ");
        let source = format!(
            r#"{{"smithy": "2.0", "shapes": {{"a#S": {{"type": "service", "version": "1", "operations": [{}],
                "errors": [{}], "traits": {{"aws.protocols#awsJson1_0": {{}}}}}},
                "a#E": {{"type": "structure", "members": {{}}, "traits": {{"smithy.api#error": "client"}}}}{shapes}}}}}"#,
            list((0..operations).map(|index| format!("a#Op{index}")).collect()),
            list(vec!["a#E".to_owned(); errors]),
        );
        let (model, options) = (ast::parse(&source).expect("it is a model"), Options::of("a-sdk"));
        let mut problems = Problems::default();
        let facts = Facts::of(&model, &options, false, &mut problems).map(|_| ());
        problems.result(facts).err().map(|problems| problems[0].problem.clone())
    }

    #[test]
    fn a_service_names_only_so_many_errors() {
        assert_eq!(problem_of(1_000, 500), None);
        let problem = problem_of(1_001, 500).expect("it is one too many for each");
        assert_eq!(problem, "names 1001 errors for each of 500 operations");
        assert!(problem_of(2_000, 500).is_some());
    }
}

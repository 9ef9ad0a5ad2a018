//! What an operation does with the mock's state, as far as the conventions of REST tell it from method, path and name.
//!
//! In: a model. Out: a [`Plan`] for each operation that follows the conventions. What can be read with a `GET` of
//! `/things/{id}` is a thing, if something makes it: an operation on `/things` that is called so or that a resource has as its
//! `create`, and that says which thing it made, or is told;
//! or one on `/things/{id}` itself, which is called as the reading one is (`GetThing`, `PutThing`).

use super::thing::{is_around, names};
use crate::model::{Kind, Model, Operation, ShapeId, Structure};
use crate::request::demanded;
use std::collections::BTreeMap;

/// What an operation does, by convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Convention {
    Create,
    List,
    Get,
    Update,
    Delete,
}

/// What an operation does, and with what.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(super) does: Convention,
    /// The label that tells things apart in the path of one.
    pub(super) label: String,
    /// The input of the operation that reads one.
    pub(super) reads: ShapeId,
    /// Whether the path of what makes one ends in its ID.
    pub(super) is_put: bool,
}

const MAKES: [&str; 6] = ["Create", "Put", "Add", "Register", "Start", "Import"];
/// Verbs for what makes a thing that the client has chosen the ID of.
const PUTS: [&str; 5] = ["Create", "Put", "Register", "Start", "Import"];
const READS: [&str; 3] = ["Get", "Describe", "Read"];

/// The plan of each operation, in the model's order; none for one that doesn't follow the conventions.
pub(crate) fn plans(model: &Model) -> Vec<Option<Plan>> {
    let mut at: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, operation) in model.operations.iter().enumerate() {
        at.entry(without_names(&operation.path)).or_default().push(index);
    }
    let mut plans: Vec<Option<Plan>> = model.operations.iter().map(|_| None).collect();
    for (one, here) in &at {
        let Some(collection) = one.strip_suffix("/{}") else { continue };
        let around = at.get(collection).map(Vec::as_slice).unwrap_or_default();
        for (index, plan) in of_things(model, here, around) {
            if let Some(slot) = plans.get_mut(index) {
                *slot = Some(plan);
            }
        }
    }
    plans
}

/// A path in which labels have no names, and collections the name that they have where things are made.
fn without_names(path: &str) -> String {
    let parts = path.trim_end_matches('/').split('/');
    parts.map(|part| if part.starts_with('{') { "{}" } else { collection(part) }).collect::<Vec<_>>().join("/")
}

/// The name of a collection: what is listed under `things-summary` is made under `things`.
pub(super) fn collection(part: &str) -> &str {
    part.strip_suffix("-summary").unwrap_or(part)
}

/// The label that a path ends in.
fn label(path: &str) -> Option<&str> {
    let (_, last) = path.trim_end_matches('/').rsplit_once('/')?;
    Some(last.strip_prefix('{')?.strip_suffix('}')?.trim_end_matches('+'))
}

fn after_verb<'n>(name: &'n str, verbs: &[&str]) -> Option<&'n str> {
    verbs.iter().find_map(|verb| name.strip_prefix(verb)).filter(|rest| rest.starts_with(char::is_uppercase))
}

/// The plans of the operations on one thing, and on the collection around it; by their numbers.
fn of_things(model: &Model, here: &[usize], around: &[usize]) -> Vec<(usize, Plan)> {
    let operation = |index: &usize| model.operations.get(*index).map(|operation| (*index, operation));
    // What a parameter of the query tells apart is about something else, unless it makes things.
    let plain = |index: &usize| operation(index).filter(|(_, operation)| demanded(operation).is_empty());
    let here: Vec<_> = here.iter().filter_map(plain).collect();
    let reader = here.iter().find_map(|&(index, found)| {
        let reads = found.method == "GET" && !found.name.starts_with("List") && found.pagination.is_none();
        Some((index, found, label(&found.path).filter(|_| reads)?))
    });
    let Some((reader, reads, label)) = reader else { return Vec::new() };
    let plan = |does| Plan { does, label: label.to_owned(), reads: reads.input, is_put: false };

    let makers = around.iter().filter_map(operation).filter(|(_, found)| makes(model, found, label));
    let mut plans: Vec<_> = makers.map(|(index, _)| (index, plan(Convention::Create))).collect();
    if plans.is_empty() {
        let puts = here.iter().filter(|(_, found)| puts(found, reads));
        plans = puts.map(|&(index, _)| (index, Plan { is_put: true, ..plan(Convention::Create) })).collect();
    }
    if plans.is_empty() {
        return plans;
    }
    for &(index, found) in &here {
        let is_planned = plans.iter().any(|(planned, _)| *planned == index);
        match found.method.as_str() {
            "GET" if index == reader => plans.push((index, plan(Convention::Get))),
            "DELETE" => plans.push((index, plan(Convention::Delete))),
            "PUT" | "PATCH" | "POST" if !is_planned => plans.push((index, plan(Convention::Update))),
            _ => {}
        }
    }
    let lists = around.iter().filter_map(plain).filter(|(_, found)| lists(model, found));
    plans.extend(lists.map(|(index, _)| (index, plan(Convention::List))));
    plans
}

fn lists(model: &Model, operation: &Operation) -> bool {
    let may = operation.method == "GET" || operation.method == "POST" && operation.name.starts_with("List");
    may && items(model, operation).is_some()
}

/// Whether an operation on one thing makes what another one reads.
fn puts(operation: &Operation, reads: &Operation) -> bool {
    let noun = after_verb(&reads.name, &READS);
    let may = matches!(operation.method.as_str(), "PUT" | "POST");
    may && noun.is_some() && after_verb(&operation.name, &PUTS) == noun
}

fn makes(model: &Model, operation: &Operation, label: &str) -> bool {
    let is_maker = operation.creates || after_verb(&operation.name, &MAKES).is_some();
    let may = matches!(operation.method.as_str(), "POST" | "PUT") && is_maker;
    may && (said(model, operation, label).is_some() || told(model, operation, label).is_some())
}

/// The output's member that says which thing was made, by its path: at the top, or in a structure there.
pub(super) fn said<'m>(model: &'m Model, operation: &Operation, label: &str) -> Option<Vec<&'m str>> {
    find(model, model.structure(operation.output), label)
}

/// The input's member that says which thing is to be made, by its path.
pub(super) fn told<'m>(model: &'m Model, operation: &Operation, label: &str) -> Option<Vec<&'m str>> {
    find(model, model.structure(operation.input), label)
}

fn find<'m>(model: &'m Model, structure: &'m Structure, label: &str) -> Option<Vec<&'m str>> {
    if let Some(member) = names(model, structure, label) {
        return Some(vec![&member.name]);
    }
    // In the structure around all, by any form of the label's name; in another one by the name itself.
    let is_same = |name: &str| {
        let stem =
            label.len().checked_sub("Identifier".len()).filter(|_| label.to_ascii_lowercase().ends_with("identifier"));
        let id = stem.and_then(|stem| label.get(..stem)).map(|stem| format!("{stem}Id"));
        name.eq_ignore_ascii_case(label) || id.is_some_and(|id| name.eq_ignore_ascii_case(&id))
    };
    structure.members.iter().find_map(|outer| {
        let Kind::Structure(within) = &model.shape(outer.target).kind else { return None };
        let inner = names(model, within, label)?;
        let fits = is_around(model, structure, outer) || is_same(&inner.name);
        fits.then(|| vec![outer.name.as_str(), inner.name.as_str()])
    })
}

/// The input's member that chooses the ID of the thing that is made, by its path. Another one that is merely called alike
/// (`roleArn` for `/things/{arn}`) doesn't, where the output says the ID.
pub(super) fn chosen<'m>(model: &'m Model, operation: &'m Operation, label: &str) -> Option<Vec<&'m str>> {
    let in_input = told(model, operation, label)?;
    let in_output = said(model, operation, label);
    let is_exact = in_input.last().is_some_and(|name| name.eq_ignore_ascii_case(label));
    (is_exact || in_output.is_none_or(|path| path.last() == in_input.last())).then_some(in_input)
}

/// The output's list of things, by its path.
pub(super) fn items<'m>(model: &'m Model, operation: &'m Operation) -> Option<Vec<&'m str>> {
    if let Some(items) = operation.pagination.as_ref().and_then(|pages| pages.items.as_deref()) {
        return Some(items.split('.').collect());
    }
    let output = model.structure(operation.output);
    let around = output.members.iter().find(|member| is_around(model, output, member));
    let within = around.and_then(|around| {
        let list = first_list(model, model.structure(around.target))?;
        Some(vec![around.name.as_str(), list])
    });
    within.or_else(|| Some(vec![first_list(model, output)?]))
}

/// The first member that is a list of structures, else of texts.
fn first_list<'m>(model: &Model, structure: &'m Structure) -> Option<&'m str> {
    let lists = |of_structures: bool| {
        structure.members.iter().find(|member| match &model.shape(member.target).kind {
            Kind::List(item, _) => match &model.shape(item.target).kind {
                Kind::Structure(_) => of_structures,
                Kind::Text => !of_structures,
                _ => false,
            },
            _ => false,
        })
    };
    lists(true).or_else(|| lists(false)).map(|member| member.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::compile;
    use serde_json::json;

    /// Shelves, and things on shelves: what makes a thing is at the path of one shelf.
    fn shelves() -> Model {
        let operation = |line: &str, input: &str, output: &str| {
            let (method, uri) = line.split_once(' ').expect("a method and a path");
            json!({"type": "operation", "input": {"target": input}, "output": {"target": output},
                "traits": {"smithy.api#http": {"method": method, "uri": uri}}})
        };
        let structure = |names: &[&str]| {
            let labelled = json!({"smithy.api#httpLabel": {}, "smithy.api#required": {}});
            let member = |name: &&str| ((*name).to_owned(), json!({"target": "smithy.api#String", "traits": labelled}));
            json!({"type": "structure", "members": names.iter().map(member).collect::<serde_json::Value>()})
        };
        let made = |name: &str| json!({"type": "structure", "members": {name: {"target": "smithy.api#String"}}});
        let names = ["CreateShelf", "GetShelf", "CreateThing", "GetThing"];
        let operations: Vec<_> = names.iter().map(|name| json!({"target": format!("a#{name}")})).collect();
        let model = json!({"smithy": "2.0", "shapes": {
            "a#S": {"type": "service", "version": "1", "operations": operations, "traits": {"aws.protocols#restJson1": {}}},
            "a#CreateShelf": operation("POST /shelves", "smithy.api#Unit", "a#Shelf"),
            "a#GetShelf": operation("GET /shelves/{shelfId}", "a#OneShelf", "a#Shelf"),
            "a#CreateThing": operation("POST /shelves/{shelfId}", "a#OneShelf", "a#Thing"),
            "a#GetThing": operation("GET /shelves/{shelfId}/{thingId}", "a#OneThing", "a#Thing"),
            "a#Shelf": made("shelfId"),
            "a#Thing": made("thingId"),
            "a#OneShelf": structure(&["shelfId"]),
            "a#OneThing": structure(&["shelfId", "thingId"]),
        }});
        compile(&[("the model", &model.to_string())], None).expect("a model")
    }

    #[test]
    fn what_makes_a_thing_at_the_path_of_what_is_around_it_never_changes_that() {
        let model = shelves();
        for _ in 0..32 {
            let plans = plans(&model).into_iter().zip(&model.operations);
            let makes = plans.filter_map(|(plan, operation)| {
                Some((&*operation.name, plan?)).filter(|(_, plan)| plan.does == Convention::Create)
            });
            let makes: Vec<_> = makes.map(|(name, plan)| (name, plan.label)).collect();
            assert_eq!(makes, [("CreateShelf", "shelfId".to_owned()), ("CreateThing", "thingId".to_owned())]);
        }
    }
}

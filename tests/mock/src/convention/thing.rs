//! Things as records, and as structures show them.
//!
//! A record holds the members that a thing was made with and those of the answer to that, all on one level: a structure
//! around them (`{"thing": {…}}`) is taken off, and put around them again where a structure of the model has it.

use crate::made_up;
use crate::model::{Kind, Member, Model, Object, Place, Structure};
use crate::request::allows;
use serde_json::Value;

/// The member of a structure that holds the ID which a label of a path is about: the label's name (`thingId`), another
/// form of it (`thingIdentifier`, `thingArn`), the last part of it (`id`), or a longer name that ends in it.
pub(super) fn names<'m>(model: &Model, structure: &'m Structure, label: &str) -> Option<&'m Member> {
    let label = label.to_ascii_lowercase();
    let forms = label
        .strip_suffix("identifier")
        .map(|stem| ["id", "identifier", "arn", "name"].iter().map(|end| format!("{stem}{end}")).collect::<Vec<_>>());
    let texts: Vec<(String, &Member)> = structure
        .members
        .iter()
        .filter(|member| matches!(model.shape(member.target).kind, Kind::Text | Kind::Enum(_)))
        .map(|member| (member.name.to_ascii_lowercase(), member))
        .collect();
    let find = |fits: &dyn Fn(&str) -> bool| texts.iter().find(|(name, _)| fits(name)).map(|(_, member)| *member);
    find(&|name| name == label)
        .or_else(|| forms.iter().flatten().find_map(|form| find(&|name| name == form)))
        .or_else(|| find(&|name| name.len() > 1 && label.ends_with(name)))
        .or_else(|| forms.iter().flatten().find_map(|form| find(&|name| name.len() > 1 && form.ends_with(name))))
        .or_else(|| find(&|name| name.ends_with(&label) && matches!(label.as_str(), "id" | "arn" | "name")))
}

/// A value by its path.
pub(super) fn at<'v>(object: &'v Object, path: &[&str]) -> Option<&'v Value> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(object.get(*first)?, |value, name| value.get(*name))
}

/// A member by its path.
pub(super) fn member<'m>(model: &'m Model, structure: &'m Structure, path: &[&str]) -> Option<&'m Member> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(structure.member(first)?, |member, name| model.structure(member.target).member(name))
}

/// Sets a value by its path, and makes the objects on the way.
pub(super) fn put(object: &mut Object, path: &[&str], value: Value) {
    match path {
        [] => {}
        [name] => drop(object.insert((*name).to_owned(), value)),
        [name, rest @ ..] => {
            let inner = object.entry(*name).or_insert_with(|| Value::Object(Object::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

/// Adds members to a record, without the structures around them.
pub(super) fn learn(model: &Model, structure: &Structure, found: &Object, record: &mut Object) {
    for (name, value) in found {
        let member = structure.member(name);
        let around = member.filter(|member| is_around(model, structure, member));
        match (around.map(|member| model.structure(member.target)), value) {
            (Some(inner), Value::Object(within)) => {
                let known = within.iter().filter(|(name, _)| inner.member(name).is_some());
                record.extend(known.map(|(name, value)| (name.clone(), value.clone())));
            }
            _ => drop(record.insert(name.clone(), value.clone())),
        }
    }
}

/// Whether a member holds a thing as a whole, as the payload or as the one structure that there is.
pub(super) fn is_around(model: &Model, structure: &Structure, member: &Member) -> bool {
    let is_structure = |member: &&Member| matches!(model.shape(member.target).kind, Kind::Structure(_));
    let in_body = structure.members.iter().filter(|member| matches!(member.place, Place::Body | Place::Payload));
    is_structure(&member) && (member.place == Place::Payload || in_body.count() == 1)
}

/// A record as a structure shows it: members of its own by name, the ID by whatever name it has there, structures around
/// them, and what else is required made up.
pub(super) fn shown(model: &Model, structure: &Structure, record: &Object, label: &str) -> Object {
    let mut shown = direct(model, structure, record, label);
    for member in structure.members.iter().filter(|member| !is_shown_already(record, member)) {
        let Kind::Structure(inner) = &model.shape(member.target).kind else { continue };
        let shared = inner.members.iter().filter(|member| record.contains_key(&member.name)).count();
        let holds_it = is_around(model, structure, member) || shared > 1;
        if holds_it && (shared > 0 || names(model, inner, label).is_some()) {
            shown.insert(member.name.clone(), Value::Object(direct(model, inner, record, label)));
        }
    }
    shown
}

fn is_shown_already(record: &Object, member: &Member) -> bool {
    record.contains_key(&member.name) || matches!(member.place, Place::Status | Place::Events)
}

fn direct(model: &Model, structure: &Structure, record: &Object, label: &str) -> Object {
    let mut shown = Object::new();
    let id = names(model, structure, label).map(|member| member.name.as_str());
    for member in structure.members.iter().filter(|member| !matches!(member.place, Place::Status | Place::Events)) {
        let as_id = || record.get(label).filter(|_| id == Some(&member.name));
        let known = record.get(&member.name).or_else(as_id).or_else(|| longer(record, label, &member.name));
        let fitting = known.filter(|value| allows(model, member, value)).cloned();
        let least = || member.required.then(|| made_up::least(model, member));
        if let Some(value) = fitting.or_else(least) {
            shown.insert(member.name.clone(), value);
        }
    }
    shown
}

/// A member that a record has under a longer name: `thingColour` for `colour`, of what `thingId` tells apart.
fn longer<'r>(record: &'r Object, label: &str, name: &str) -> Option<&'r Value> {
    let stem = ["Identifier", "Id", "Name", "Arn"].iter().find_map(|end| label.strip_suffix(end))?;
    let stem = Some(stem).filter(|stem| !stem.is_empty())?;
    let whole = format!("{stem}{name}");
    record.iter().find(|(name, _)| name.eq_ignore_ascii_case(&whole)).map(|(_, value)| value)
}

/// Adds what a structure requires, and the structures in it that are there.
pub(super) fn complete(model: &Model, structure: &Structure, found: &mut Object) {
    for member in &structure.members {
        match (found.get_mut(&member.name), &model.shape(member.target).kind) {
            (Some(Value::Object(within)), Kind::Structure(inner)) => complete(model, inner, within),
            (None, _) if member.required && !matches!(member.place, Place::Status | Place::Events) => {
                found.insert(member.name.clone(), made_up::least(model, member));
            }
            _ => {}
        }
    }
}

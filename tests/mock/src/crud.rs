//! State by convention: things that are made, read, listed, changed and deleted under one path.
//!
//! A thing is kept under its collection's path as the request has it, labels filled in. Its ID is that of the label
//! which the path of a single thing ends in. A record holds the members that it was made with, and those of the answer
//! to that, so that reading finds what making said; answers take from it the members that the model gives them, and make
//! up what else is required.

use crate::answer::Problem;
use crate::auth::{hex, hmac};
use crate::call::{Call, Object};
use crate::model::{Kind, Model, Operation, Place, Structure};
use crate::store::Record;
use crate::{generic, synthesize};
use serde_json::{Value, json};

const MISSING: Problem = Problem::missing("No such resource");
const PAGE: usize = 100;
const KEY: &[u8] = b"page tokens of the mock service";

/// What an operation does, by convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Convention {
    Create,
    List,
    Get,
    Update,
    Delete,
}

/// The path of a collection, and the label that tells its things apart.
fn split(path: &str) -> Option<(&str, &str)> {
    let (collection, last) = path.rsplit_once('/')?;
    Some((collection, last.strip_prefix('{')?.strip_suffix('}')?.trim_end_matches('+')))
}

/// The label of the things in the collection at `path`, if some are made there and can be read: a `GET` of one thing and
/// an operation that makes one and says which, or is told.
fn label<'m>(model: &'m Model, path: &str) -> Option<&'m str> {
    let of_one = model.operations.iter().filter(|operation| operation.method == "GET");
    let (_, label) = of_one.filter_map(|one| split(&one.path)).find(|(collection, _)| *collection == path)?;
    model.operations.iter().any(|operation| makes(model, operation, path, label)).then_some(label)
}

fn makes(model: &Model, operation: &Operation, path: &str, label: &str) -> bool {
    let at_collection = operation.path == path && matches!(operation.method.as_str(), "POST" | "PUT");
    let begins = ["Create", "Put", "Add", "Register", "Start"].iter().any(|verb| operation.name.starts_with(verb));
    at_collection && begins && (name_of(model, operation, label).is_some() || told(model, operation, label).is_some())
}

/// The output's member that says which thing was made: the label's name, or the last part of it (`thingId`, `id`).
fn name_of<'m>(model: &'m Model, operation: &Operation, label: &str) -> Option<&'m str> {
    named(model.structure(operation.output), label)
}

fn told<'m>(model: &'m Model, operation: &Operation, label: &str) -> Option<&'m str> {
    named(model.structure(operation.input), label)
}

fn named<'m>(structure: &'m Structure, label: &str) -> Option<&'m str> {
    let same = |name: &str| name.eq_ignore_ascii_case(label);
    let ends = |name: &str| label.len() > name.len() && label.to_lowercase().ends_with(&name.to_lowercase());
    let mut members = structure.members.iter().map(|member| member.name.as_str());
    let exact = members.clone().find(|name| same(name));
    exact.or_else(|| members.find(|name| ends(name) && name.len() > 1))
}

/// What an operation does, if it follows the convention.
pub(crate) fn convention(model: &Model, operation: &Operation) -> Option<Convention> {
    if let Some((collection, found)) = split(&operation.path)
        && label(model, collection) == Some(found)
    {
        return match operation.method.as_str() {
            "GET" => Some(Convention::Get),
            "DELETE" => Some(Convention::Delete),
            "PUT" | "PATCH" | "POST" => Some(Convention::Update),
            _ => None,
        };
    }
    let label = label(model, &operation.path)?;
    match operation.method.as_str() {
        "GET" => items(model, operation).map(|_| Convention::List),
        _ => makes(model, operation, &operation.path, label).then_some(Convention::Create),
    }
}

/// The output's list of things, and the structure of one.
fn items<'m>(model: &'m Model, operation: &Operation) -> Option<(&'m str, &'m Structure)> {
    let paged = operation.pagination.as_ref().and_then(|pages| pages.items.as_deref());
    model.structure(operation.output).members.iter().find_map(|member| {
        let Kind::List(item, _) = &model.shape(member.target).kind else { return None };
        let structure = model.structure(item.target);
        let fits = !structure.members.is_empty() && paged.is_none_or(|paged| paged == member.name);
        fits.then_some((member.name.as_str(), structure))
    })
}

/// A path with the labels of a call filled in.
fn filled(call: &Call<'_>, pattern: &str) -> Vec<String> {
    let fill = |part: &str| match part.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
        Some(label) => call.text(label.trim_end_matches('+')).to_owned(),
        None => part.to_owned(),
    };
    pattern.split('/').filter(|part| !part.is_empty()).map(fill).collect()
}

fn borrowed(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

pub(crate) fn create(call: &mut Call<'_>) -> Result<Value, Problem> {
    let label = label(call.model, &call.operation.path).unwrap_or_default();
    let mut path = filled(call, &call.operation.path);
    let given = told(call.model, call.operation, label).map(|name| call.text(name)).filter(|id| !id.is_empty());
    let id = match given {
        Some(id) => id.to_owned(),
        None => new_id(call, label),
    };
    let mut record = call.input.clone();
    record.set(label, id.as_str());
    if let Some(name) = name_of(call.model, call.operation, label) {
        record.set(name, id.as_str());
    }
    let answer = shown(call, call.model.structure(call.operation.output), &record);
    record.extend(answer.clone());
    path.push(id);
    call.store.put(&borrowed(&path), record);
    Ok(Value::Object(answer))
}

/// An ID that the model allows: a value made up, made unique in its last characters where that is allowed too.
fn new_id(call: &mut Call<'_>, label: &str) -> String {
    let made_up = synthesize::output(call.model, call.operation.output);
    let name = name_of(call.model, call.operation, label).unwrap_or_default();
    let template = made_up.text(name).to_owned();
    let number = call.store.next_id(1, u64::from(u32::MAX)).to_string();
    let kept = template.chars().count().saturating_sub(number.len());
    let id: String = template.chars().take(kept).collect::<String>() + &number;
    let member = call.model.structure(call.operation.output).member(name);
    let fits = member.is_some_and(|member| synthesize::is(call.model, member, &Value::String(id.clone())));
    if fits { id } else { template }
}

pub(crate) fn get(call: &mut Call<'_>) -> Result<Value, Problem> {
    let path = filled(call, &call.operation.path);
    let record = call.store.get(&borrowed(&path)).ok_or(MISSING)?;
    Ok(Value::Object(shown(call, call.model.structure(call.operation.output), record)))
}

pub(crate) fn update(call: &mut Call<'_>) -> Result<Value, Problem> {
    let path = filled(call, &call.operation.path);
    let record = call.store.get_mut(&borrowed(&path)).ok_or(MISSING)?;
    record.extend(call.input.clone());
    let record = record.clone();
    Ok(Value::Object(shown(call, call.model.structure(call.operation.output), &record)))
}

pub(crate) fn delete(call: &mut Call<'_>) -> Result<Value, Problem> {
    let path = filled(call, &call.operation.path);
    let record = call.store.get(&borrowed(&path)).cloned().ok_or(MISSING)?;
    call.store.remove(&borrowed(&path));
    Ok(Value::Object(shown(call, call.model.structure(call.operation.output), &record)))
}

pub(crate) fn list(call: &mut Call<'_>) -> Result<Value, Problem> {
    let Some((member, item)) = items(call.model, call.operation) else {
        return generic::answer(call);
    };
    let path = filled(call, &call.operation.path);
    let size = call.operation.pagination.as_ref().and_then(|pages| call.get(pages.page_size.as_deref()?)?.as_u64());
    let size = size.and_then(|size| usize::try_from(size).ok()).filter(|size| *size > 0).unwrap_or(PAGE);
    let begin = begin(call)?;
    let records = call.store.children(&borrowed(&path));
    let mut page: Vec<Value> =
        records.skip(begin).take(size + 1).map(|record| Value::Object(shown(call, item, record))).collect();
    let more = page.len() > size;
    page.truncate(size);
    let mut answer = json!({ member: page });
    if let (Some(pages), true) = (&call.operation.pagination, more) {
        answer[&pages.output_token] = Value::String(token(call, begin + size));
    }
    Ok(answer)
}

/// After how many things the page begins.
fn begin(call: &Call<'_>) -> Result<usize, Problem> {
    let Some(pages) = &call.operation.pagination else { return Ok(0) };
    let Some(given) = call.get(&pages.input_token).and_then(Value::as_str) else { return Ok(0) };
    let begin = given.split_once('-').and_then(|(begin, _)| begin.parse().ok());
    let foreign = || Problem::invalid(&pages.input_token, "Is not from a page of this list");
    begin.filter(|begin| token(call, *begin) == given).ok_or_else(foreign)
}

fn token(call: &Call<'_>, begin: usize) -> String {
    let path = filled(call, &call.operation.path).join("/");
    let signature = hex(&hmac(KEY, &format!("{}\n{path}\n{begin}", call.operation.name)));
    format!("{begin}-{}", signature.get(..24).unwrap_or_default())
}

/// A record as a structure shows it: members of its own by name, one structure that stands for the thing as a whole, and
/// what else is required made up.
fn shown(call: &Call<'_>, structure: &Structure, record: &Object) -> Object {
    let mut shown = Object::new();
    for member in structure.members.iter().filter(|member| member.place != Place::Status) {
        let inner = call.model.structure(member.target);
        let value = match record.get(&member.name) {
            Some(value) => Some(value.clone()).filter(|value| synthesize::is(call.model, member, value)),
            // `{"thing": {…}}`
            None if stands_for(inner, record) => Some(Value::Object(shown_once(call.model, inner, record))),
            None => None,
        };
        let made_up = || member.required.then(|| synthesize::value(call.model, member.target, &member.constraints));
        if let Some(value) = value.or_else(made_up) {
            shown.insert(member.name.clone(), value);
        }
    }
    shown
}

/// Whether a structure has members that a record has too.
fn stands_for(structure: &Structure, record: &Object) -> bool {
    structure.members.iter().filter(|member| record.contains_key(&member.name)).count() > 1
}

fn shown_once(model: &Model, structure: &Structure, record: &Object) -> Object {
    let mut shown = Object::new();
    for member in &structure.members {
        let found = record.get(&member.name).filter(|value| synthesize::is(model, member, value)).cloned();
        let made_up = || member.required.then(|| synthesize::value(model, member.target, &member.constraints));
        if let Some(value) = found.or_else(made_up) {
            shown.insert(member.name.clone(), value);
        }
    }
    shown
}

//! State by convention: things that are made, read, listed, changed and deleted under one path.
//!
//! A thing is kept under its collection's path as the request has it, labels filled in. Its ID is that of the label
//! which the path of a single thing ends in. Answers show of a thing what the model gives them, and make up what else is
//! required.

use super::plan::{self, Convention, Plan};
use super::thing;
use super::{cursor, generic};
use crate::made_up;
use crate::model::{Kind, Object};
use crate::request::{Problem, allows};
use crate::state::{Call, Record};
use serde_json::Value;

const MISSING: Problem = Problem::missing("No such resource");
const PAGE: usize = 100;

/// Does what a plan says.
pub(super) fn act(call: &mut Call<'_>, plan: &Plan) -> Result<Value, Problem> {
    match plan.does {
        Convention::Create => Ok(create(call, plan)),
        Convention::List => list(call, plan),
        Convention::Get => get(call, plan),
        Convention::Update => update(call, plan),
        Convention::Delete => delete(call, plan),
    }
}

/// A path with the labels of a call filled in.
fn filled(call: &Call<'_>) -> Vec<String> {
    let fill = |part: &str| match part.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
        Some(label) => match call.input.get(label.trim_end_matches('+')) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        },
        None => plan::collection(part).to_owned(),
    };
    call.operation.path.split('/').filter(|part| !part.is_empty()).map(fill).collect()
}

fn borrowed(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

/// What an operation's output shows of a record.
fn answer(call: &Call<'_>, plan: &Plan, record: &Object) -> Object {
    thing::shown(call.model, call.model.structure(call.operation.output), record, &plan.label)
}

fn create(call: &mut Call<'_>, plan: &Plan) -> Value {
    let mut path = filled(call);
    let id = match plan.is_put {
        true => path.pop().unwrap_or_default(),
        false => given(call, plan).map_or_else(|| free_id(call, plan, &path), str::to_owned),
    };
    path.push(id.clone());
    let mut record = Object::new();
    thing::learn(call.model, call.model.structure(call.operation.input), call.input, &mut record);
    record.set(&plan.label, id.as_str());
    if let Some([name] | [_, name]) = plan::said(call.model, call.operation, &plan.label).as_deref() {
        record.set(name, id.as_str());
    }
    let shown = answer(call, plan, &record);
    let mut learned = Object::new();
    thing::learn(call.model, call.model.structure(call.operation.output), &shown, &mut learned);
    for (name, value) in learned {
        record.entry(name).or_insert(value);
    }
    call.store.put(&borrowed(&path), record);
    Value::Object(shown)
}

/// The ID that a call gives the thing that it makes.
fn given<'a>(call: &Call<'a>, plan: &Plan) -> Option<&'a str> {
    let path = plan::chosen(call.model, call.operation, &plan.label)?;
    thing::at(call.input, &path)?.as_str().filter(|id| !id.is_empty())
}

/// A new ID that nothing in the collection at `path` has. Where the model allows no more than one, that.
fn free_id(call: &mut Call<'_>, plan: &Plan, path: &[String]) -> String {
    let mut id = new_id(call, plan);
    loop {
        let mut taken = borrowed(path);
        taken.push(&id);
        if call.store.get(&taken).is_none() {
            return id;
        }
        let next = new_id(call, plan);
        if next == id {
            return id;
        }
        id = next;
    }
}

/// An ID that the model allows, in what says it and in the path that it goes to: a value made up, made unique in its
/// last characters where that is allowed too.
fn new_id(call: &mut Call<'_>, plan: &Plan) -> String {
    let model = call.model;
    let in_path = model.structure(plan.reads).member(&plan.label);
    let output = model.structure(call.operation.output);
    let said = plan::said(model, call.operation, &plan.label).and_then(|path| thing::member(model, output, &path));
    let members: Vec<_> = in_path.into_iter().chain(said).collect();
    let template = made_up::text_for(model, &members);
    let number = call.store.next_id(1, u64::from(u32::MAX)).to_string();
    let kept = template.chars().count().saturating_sub(number.len());
    let id: String = template.chars().take(kept).collect::<String>() + &number;
    let fits = members.iter().all(|member| allows(model, member, &Value::String(id.clone())));
    if fits { id } else { template }
}

fn get(call: &mut Call<'_>, plan: &Plan) -> Result<Value, Problem> {
    let record = call.store.get(&borrowed(&filled(call))).ok_or(MISSING)?;
    Ok(Value::Object(answer(call, plan, record)))
}

fn update(call: &mut Call<'_>, plan: &Plan) -> Result<Value, Problem> {
    let path = filled(call);
    let record = call.store.get_mut(&borrowed(&path)).ok_or(MISSING)?;
    let id = record.get(&plan.label).cloned();
    thing::learn(call.model, call.model.structure(call.operation.input), call.input, record);
    record.set(&plan.label, id);
    let changed = record.clone();
    Ok(Value::Object(answer(call, plan, &changed)))
}

fn delete(call: &mut Call<'_>, plan: &Plan) -> Result<Value, Problem> {
    let path = filled(call);
    let record = call.store.get(&borrowed(&path)).cloned().ok_or(MISSING)?;
    call.store.remove(&borrowed(&path));
    Ok(Value::Object(answer(call, plan, &record)))
}

fn list(call: &mut Call<'_>, plan: &Plan) -> Result<Value, Problem> {
    let output = call.model.structure(call.operation.output);
    let path_of_list = plan::items(call.model, call.operation).unwrap_or_default();
    let Some(list) = thing::member(call.model, output, &path_of_list) else { return Ok(generic::answer(call)) };
    let Kind::List(item, _) = &call.model.shape(list.target).kind else { return Ok(generic::answer(call)) };
    let page = cursor::page(call, PAGE.min(call.model.most_items(list)))?;
    let shown = |record: &Object| match &call.model.shape(item.target).kind {
        Kind::Structure(structure) => Value::Object(thing::shown(call.model, structure, record, &plan.label)),
        _ => record.get(&plan.label).cloned().unwrap_or_default(),
    };
    let collection = filled(call);
    let records = call.store.children(&borrowed(&collection)).skip(page.begin);
    let mut items: Vec<Value> = records.take(page.size.saturating_add(1)).map(shown).collect();
    let more = items.len() > page.size;
    items.truncate(page.size);
    let mut answer = Object::new();
    let items = Value::Array(items);
    if allows(call.model, list, &items) {
        thing::put(&mut answer, &path_of_list, items);
    }
    if let (Some((path_of_token, token)), true) = (page.next, more) {
        thing::put(&mut answer, &path_of_token, token);
    }
    thing::complete(call.model, output, &mut answer);
    Ok(Value::Object(answer))
}

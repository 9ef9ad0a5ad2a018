//! The verdict on a difference and the APIs at a glance agree: models are edited at random, one thing at a time, and what the
//! facts say of programs is what the two crates' items say.
//!
//! The edits are random but the same in every run. `AGREEMENT_EDITS=5000 cargo test -p sdk-codegen --test agreement` tries
//! more of them, also on the models of `../shared`, where they are there.

use codegen::diff::{Scope, compare};
use sdk_tests::{read, workspace};
use serde_json::{Map, Value, json};
use std::fs;

/// Numbers that look random: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % count.max(1) as u64).unwrap_or_default()
    }

    fn choice<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let index = self.below(of.len());
        of.get(index)
    }
}

/// An edit of a model's shapes; `None` where it doesn't apply.
type Edit = fn(&mut Map<String, Value>, &mut Random) -> Option<String>;

const EDITS: &[Edit] = &[
    remove_member,
    add_member,
    toggle_required,
    retarget,
    remove_operation,
    remove_error,
    toggle_trait,
    set_default,
    rename_shape,
    remove_value,
    add_value,
    toggle_pages,
    reorder,
    bind,
    constrain,
];

fn ids(shapes: &Map<String, Value>, kinds: &[&str]) -> Vec<String> {
    let is_one = |shape: &Value| shape["type"].as_str().is_some_and(|kind| kinds.contains(&kind));
    shapes.iter().filter(|(_, shape)| is_one(shape)).map(|(id, _)| id.clone()).collect()
}

/// The members of some shape of these types.
fn members<'a>(
    shapes: &'a mut Map<String, Value>,
    kinds: &[&str],
    random: &mut Random,
) -> Option<(String, &'a mut Map<String, Value>)> {
    let ids = ids(shapes, kinds);
    let id = random.choice(&ids)?.clone();
    let members = shapes.get_mut(&id)?.get_mut("members")?.as_object_mut()?;
    Some((id, members))
}

fn some_key(of: &Map<String, Value>, random: &mut Random) -> Option<String> {
    let keys: Vec<&String> = of.keys().collect();
    random.choice(&keys).map(|key| (*key).clone())
}

fn remove_member(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let (id, members) = members(shapes, &["structure", "union"], random)?;
    let name = some_key(members, random)?;
    members.remove(&name);
    Some(format!("remove {id}${name}"))
}

fn add_member(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let targets = ids(shapes, &["structure", "string", "list", "enum", "integer"]);
    let target = random.choice(&targets)?.clone();
    let required = random.below(2) == 0;
    let (id, members) = members(shapes, &["structure", "union"], random)?;
    let traits = if required { json!({"smithy.api#required": {}}) } else { json!({}) };
    members.insert("zzzNew".to_owned(), json!({"target": target, "traits": traits}));
    Some(format!("add {id}$zzzNew: {target}, required: {required}"))
}

fn toggle(member: &mut Value, id: &str, value: Value) {
    let traits = member.as_object_mut().expect("a member").entry("traits").or_insert_with(|| json!({}));
    let traits = traits.as_object_mut().expect("traits are an object");
    if traits.remove(id).is_none() {
        traits.insert(id.to_owned(), value);
    }
}

fn toggle_required(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let (id, members) = members(shapes, &["structure"], random)?;
    let name = some_key(members, random)?;
    toggle(&mut members[&name], "smithy.api#required", json!({}));
    Some(format!("toggle required of {id}${name}"))
}

fn retarget(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let targets = ids(shapes, &["string", "enum", "structure", "list", "map", "integer", "long", "timestamp"]);
    let target = random.choice(&targets)?.clone();
    let (id, members) = members(shapes, &["structure", "union"], random)?;
    let name = some_key(members, random)?;
    members[&name]["target"] = json!(target);
    Some(format!("retarget {id}${name} to {target}"))
}

fn remove_operation(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let services = ids(shapes, &["service"]);
    let operations = shapes.get_mut(services.first()?)?.get_mut("operations")?.as_array_mut()?;
    let index = random.below(operations.len());
    let gone = operations.remove(index);
    Some(format!("remove the operation {gone}"))
}

fn remove_error(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let operations = ids(shapes, &["operation"]);
    let id = random.choice(&operations)?.clone();
    let errors = shapes.get_mut(&id)?.get_mut("errors")?.as_array_mut()?;
    let gone = errors.pop()?;
    Some(format!("{id} no longer fails with {gone}"))
}

fn toggle_trait(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let traits = [
        ("smithy.api#sensitive", json!({})),
        ("smithy.api#deprecated", json!({"message": "Old."})),
        ("smithy.api#sparse", json!({})),
        ("smithy.api#uniqueItems", json!({})),
    ];
    let (name, value) = random.choice(&traits)?.clone();
    let kinds: &[&str] = match name {
        "smithy.api#sparse" => &["list", "map"],
        "smithy.api#uniqueItems" => &["list"],
        "smithy.api#sensitive" => &["string", "structure"],
        _ => &["structure", "operation", "enum"],
    };
    let ids = ids(shapes, kinds);
    let id = random.choice(&ids)?.clone();
    toggle(&mut shapes[&id], name, value);
    Some(format!("toggle {name} of {id}"))
}

fn set_default(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let strings: Vec<String> = ids(shapes, &["string"]);
    let (id, members) = members(shapes, &["structure"], random)?;
    let name = some_key(members, random)?;
    let target = members[&name]["target"].as_str()?.to_owned();
    let is_text = target == "smithy.api#String" || strings.contains(&target);
    let value = if is_text { json!("x") } else { return None };
    toggle(&mut members[&name], "smithy.api#default", value);
    Some(format!("toggle default of {id}${name}"))
}

fn rename_shape(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let ids = ids(shapes, &["structure", "enum", "string", "list"]);
    let id = random.choice(&ids)?.clone();
    let to = format!("{id}Zzz");
    let text = serde_json::to_string(shapes).ok()?.replace(&format!("\"{id}\""), &format!("\"{to}\""));
    *shapes = serde_json::from_str(&text).ok()?;
    Some(format!("rename {id}"))
}

fn remove_value(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let (id, members) = members(shapes, &["enum"], random)?;
    let name = some_key(members, random)?;
    (members.len() > 1).then(|| members.remove(&name));
    Some(format!("remove the value {id}${name}"))
}

fn add_value(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let (id, members) = members(shapes, &["enum"], random)?;
    members.insert("ZZZ".to_owned(), json!({"target": "smithy.api#Unit"}));
    Some(format!("add the value {id}$ZZZ"))
}

fn toggle_pages(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let operations = ids(shapes, &["operation"]);
    let id = random.choice(&operations)?.clone();
    let traits = shapes.get_mut(&id)?.get_mut("traits")?.as_object_mut()?;
    let pages = traits.get_mut("smithy.api#paginated")?;
    let edits = ["items", "pageSize"];
    match random.below(3) {
        0 => drop(traits.remove("smithy.api#paginated")),
        other => drop(pages.as_object_mut()?.remove(edits[other - 1])),
    }
    Some(format!("pages of {id}"))
}

fn reorder(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let (id, members) = members(shapes, &["structure", "union", "enum"], random)?;
    let mut entries: Vec<(String, Value)> = std::mem::take(members).into_iter().collect();
    entries.reverse();
    members.extend(entries);
    Some(format!("reverse {id}"))
}

fn bind(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let (id, members) = members(shapes, &["structure"], random)?;
    let name = some_key(members, random)?;
    toggle(&mut members[&name], "smithy.api#jsonName", json!("other"));
    Some(format!("jsonName of {id}${name}"))
}

fn constrain(shapes: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let strings = ids(shapes, &["string", "list"]);
    let id = random.choice(&strings)?.clone();
    toggle(&mut shapes[&id], "smithy.api#length", json!({"min": 1, "max": 7}));
    Some(format!("length of {id}"))
}

/// The models, by name.
fn models(all: bool) -> Vec<(String, String)> {
    let ours = ["model/wickr.json", "model/connect.json"].map(|path| (path.to_owned(), read(path)));
    let shared = workspace().join("../shared/reference/models");
    // Models without streams of events, whose operations are left out of crates.
    let others = ["kms", "location", "sqs", "account", "dynamodb", "signin"];
    let others = others.iter().filter_map(|name| {
        let text = fs::read_to_string(shared.join(format!("{name}.json"))).ok()?;
        Some(((*name).to_owned(), text))
    });
    ours.into_iter().chain(others.filter(|_| all)).collect()
}

#[test]
fn facts_and_items_come_to_one_verdict() {
    let more = std::env::var("AGREEMENT_EDITS").ok().and_then(|count| count.parse::<usize>().ok());
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut tried, mut wrong) = (0, Vec::new());
    let models = models(more.is_some());
    for round in 0..more.unwrap_or(120) {
        let (name, old) = &models[round % models.len()];
        let mut model: Value = serde_json::from_str(old).expect("a model is JSON");
        let shapes = model["shapes"].as_object_mut().expect("a model has shapes");
        let Some(what) = random.choice(EDITS).and_then(|edit| edit(shapes, &mut random)) else { continue };
        let new = model.to_string();
        let comparison = compare(old, &new, &Scope::default()).expect("both are models");
        let Some(glance) = &comparison.glance else { continue };
        tried += 1;
        let is_own = |rule: &str| rule != "ChangedRustApi";
        let said = comparison.differences.iter().filter(|found| is_own(&found.rule));
        let said = said.map(|found| found.verdict.api).max().unwrap_or_default();
        // A structure that comes to hold itself has a box where nothing else differs: a consequence, and told as one.
        let is_boxed = glance.broken.iter().all(|(_, new)| new.as_ref().is_some_and(|new| new.contains("Box<")));
        if said != glance.api() && !(said < glance.api() && is_boxed && comparison.verdict().api == glance.api()) {
            let told = glance.broken.iter().map(|(old, _)| old).chain(&glance.added).take(3);
            let told: Vec<_> = told.collect();
            wrong.push(format!("{name}: {what}: facts {said}, items {}: {told:?}", glance.api()));
        }
    }
    assert!(tried > 40, "only {tried} edits made models");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_model_differs_in_nothing_from_itself() {
    for (name, text) in models(true) {
        let comparison = compare(&text, &text, &Scope::default()).expect("it is a model");
        assert!(comparison.differences.is_empty() && comparison.texts == 0, "{name}");
    }
}

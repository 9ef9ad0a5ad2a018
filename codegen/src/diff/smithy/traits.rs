//! `ModifiedTrait`, `TraitBreakingChange` and the bounds of constraints: what Smithy says of a trait that was added, removed
//! or has another value, by what the trait's definition says of itself.

use super::Event;
use super::rules::{Rule, built_in};
use crate::ast::{Model, Shape, ShapeId};
use crate::diff::fact::Both;
use crate::diff::verdict::Severity;
use serde_json::Value;

type Values<'m> = Both<Option<&'m Value>>;

/// How deep a trait's value is followed.
const DEPTH: usize = 32;

/// `ChangedLengthTrait` and `ChangedRangeTrait`, once for each bound that is tighter.
pub(super) fn bounds(id: &str, values: Values<'_>) -> Vec<Event> {
    let event = match id {
        "smithy.api#length" => "ChangedLengthTrait",
        "smithy.api#range" => "ChangedRangeTrait",
        _ => return Vec::new(),
    };
    let (Some(old), Some(new)) = (values.old, values.new) else { return Vec::new() };
    let bound = |value: &Value, key: &str| value.get(key).and_then(Value::as_f64);
    let least = |value: &Value| bound(value, "min").unwrap_or(0.0);
    let most = |value: &Value| bound(value, "max").unwrap_or(f64::INFINITY);
    let tighter = [least(new) > least(old), most(new) < most(old)];
    tighter.into_iter().filter(|is| *is).map(|_| Event::new(event, Severity::Error)).collect()
}

/// The events of a trait, as its definition in the newer model or Smithy's own has it.
pub(super) fn events(id: &str, values: Values<'_>, model: &Model) -> Vec<Event> {
    let whole =
        Both { old: values.old.map(|value| in_full(id, value)), new: values.new.map(|value| in_full(id, value)) };
    let values = Both { old: whole.old.as_ref(), new: whole.new.as_ref() };
    let definition = model.shapes.get(&ShapeId::new(id)).filter(|shape| shape.traits.has("trait"));
    let rules = definition.map_or_else(|| built_in(id), own_rules);
    let broken = rules.iter().flat_map(|rule| breaks(id, rule, values, definition.map(|shape| (shape, model))));
    let tags = definition.map(tags).unwrap_or_default();
    let mut events = by_tags(id, values, &tags);
    if tags.iter().any(|tag| tag == "diff.contents")
        && let (Both { old: Some(old), new: Some(new) }, Some(shape)) = (values, definition)
    {
        contents(id, Both { old, new }, shape, model, DEPTH, &mut events);
    }
    let is_known = definition.is_some() || id.starts_with("smithy.") || id.starts_with("aws.");
    if tags.is_empty() && rules.is_empty() {
        events.extend(by_default(id, values, is_known));
    }
    broken.chain(events).collect()
}

/// A trait's value with what it has by default.
fn in_full(id: &str, value: &Value) -> Value {
    let mut value = value.clone();
    if let Value::Object(http) = &mut value
        && id == "smithy.api#http"
    {
        http.entry("code").or_insert_with(|| Value::from(200));
    }
    value
}

fn kind(values: Values<'_>) -> &'static str {
    match (values.old, values.new) {
        (None, _) => "Add",
        (_, None) => "Remove",
        _ => "Update",
    }
}

/// What is said of a trait of which nothing is said.
fn by_default(id: &str, values: Values<'_>, is_known: bool) -> Option<Event> {
    const SILENT: &[&str] = &[
        "smithy.api#box",
        "smithy.api#required",
        "smithy.api#enumValue",
        "smithy.synthetic#enum",
        "smithy.synthetic#originalShapeId",
    ];
    let kind = kind(values);
    let severity = if is_known && kind != "Remove" { Severity::Note } else { Severity::Warning };
    let event = Event::new(format!("ModifiedTrait.{kind}.{id}"), severity);
    match id {
        "smithy.api#enumValue" => Some(Event { severity: Severity::Error, ..event }),
        id => (!SILENT.contains(&id)).then_some(event),
    }
}

/// The tags by which a definition says how grave a change is.
fn tags(shape: &Shape) -> Vec<String> {
    tags_of(shape.traits.get("tags").map(|found| &found.value))
}

fn tags_of(value: Option<&Value>) -> Vec<String> {
    let tags = value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    tags.filter(|tag| tag.starts_with("diff.")).map(str::to_owned).collect()
}

fn by_tags(id: &str, values: Values<'_>, tags: &[String]) -> Vec<Event> {
    if values.old == values.new {
        return Vec::new();
    }
    let kind = kind(values);
    let event = |tag: &String| {
        let (severity, change) = tag.strip_prefix("diff.")?.split_once('.')?;
        let severity = match severity {
            "error" => Severity::Error,
            "danger" => Severity::Danger,
            "warning" => Severity::Warning,
            _ => return None,
        };
        let applies = change == "const" || change.eq_ignore_ascii_case(kind);
        applies.then(|| Event::new(format!("ModifiedTrait.{kind}.{id}"), severity))
    };
    tags.iter().filter_map(event).collect()
}

/// What the tags of a definition's members say of the parts of the value.
fn contents(id: &str, values: Both<&Value>, shape: &Shape, model: &Model, depth: usize, events: &mut Vec<Event>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    for member in &shape.members {
        let tags = tags_of(member.traits.get("tags").map(|found| &found.value));
        let target = model.shapes.get(&member.target);
        for (_, part) in parts(shape, &member.name, Both { old: Some(values.old), new: Some(values.new) }) {
            events.extend(by_tags(id, part, &tags));
            // A key has no parts.
            let target = target.filter(|_| member.name != "key" || shape.kind != "map");
            if let (Both { old: Some(old), new: Some(new) }, Some(target)) = (part, target) {
                contents(id, Both { old, new }, target, model, depth, events);
            }
        }
    }
}

/// The parts of two values that a member of their shape stands for, in pairs.
fn parts<'v>(shape: &Shape, member: &str, values: Values<'v>) -> Vec<(String, Values<'v>)> {
    let both = |get: &dyn Fn(&'v Value) -> Option<&'v Value>| Both {
        old: values.old.and_then(get),
        new: values.new.and_then(get),
    };
    let each = [values.old, values.new].into_iter().flatten();
    match shape.kind.as_str() {
        "structure" | "union" => vec![(member.to_owned(), both(&|value| value.get(member)))],
        "list" | "set" => {
            let length = each.filter_map(Value::as_array).map(Vec::len).max().unwrap_or_default();
            (0..length).map(|index| (index.to_string(), both(&|value| value.get(index)))).collect()
        }
        "map" => {
            let keys = each.filter_map(Value::as_object).flat_map(|entries| entries.keys());
            let keys: std::collections::BTreeSet<&String> = keys.collect();
            keys.into_iter().map(|key| (key.clone(), both(&|value| value.get(key)))).collect()
        }
        _ => Vec::new(),
    }
}

/// The rules that a definition in the model has.
fn own_rules(shape: &Shape) -> Vec<Rule> {
    let found = shape.traits.get("trait").and_then(|found| found.value.get("breakingChanges"));
    let rule = |value: &Value| {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        Some(Rule {
            path: text("path").unwrap_or_default().to_owned(),
            change: text("change")?.to_owned(),
            severity: match text("severity") {
                Some("NOTE") => Severity::Note,
                Some("WARNING") => Severity::Warning,
                Some("DANGER") => Severity::Danger,
                _ => Severity::Error,
            },
        })
    };
    found.and_then(Value::as_array).into_iter().flatten().filter_map(rule).collect()
}

/// The events of one rule: one for each part of the value that it is about and that changed so.
fn breaks(id: &str, rule: &Rule, values: Values<'_>, definition: Option<(&Shape, &Model)>) -> Vec<Event> {
    let mut reached = vec![values];
    let mut shape = definition.map(|(shape, _)| shape);
    let segments = rule.path.split('/').filter(|segment| !segment.is_empty());
    if values.new.is_none() && !rule.path.trim_matches('/').is_empty() {
        return Vec::new();
    }
    for segment in segments {
        reached = match (shape, definition) {
            (Some(owner), Some((_, model))) => {
                let next = reached.iter().flat_map(|values| parts(owner, segment, *values)).map(|(_, part)| part);
                let next = next.collect();
                shape = owner.member(segment).and_then(|member| model.shapes.get(&member.target));
                next
            }
            // Smithy's own traits, whose definitions are not in the model, are structures, with lists where a rule says
            // `member`.
            _ => reached.iter().flat_map(|values| undefined_parts(segment, *values)).collect(),
        };
    }
    let kinds = reached.into_iter().filter(|values| values.old != values.new).map(kind);
    let applies = |kind: &&'static str| match rule.change.as_str() {
        "any" => true,
        "presence" => *kind != "Update",
        change => change.eq_ignore_ascii_case(kind),
    };
    let event = |kind| Event::new(format!("TraitBreakingChange.{kind}.{id}"), rule.severity);
    kinds.filter(applies).map(event).collect()
}

fn undefined_parts<'v>(segment: &str, values: Values<'v>) -> Vec<Values<'v>> {
    let get = |index: usize| Both {
        old: values.old.and_then(|value| value.get(index)),
        new: values.new.and_then(|value| value.get(index)),
    };
    if segment == "member" {
        let lists = [values.old, values.new].into_iter().flatten().filter_map(Value::as_array);
        return (0..lists.map(Vec::len).max().unwrap_or_default()).map(get).collect();
    }
    let part = |value: &'v Value| value.get(segment);
    vec![Both { old: values.old.and_then(part), new: values.new.and_then(part) }]
}

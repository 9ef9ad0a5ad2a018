//! Words of ours that name what is no longer there: they stay as they are, and somebody should look at them.
//!
//! In: the shapes that ours is to have, and what has gone or is called otherwise. Out: where our documentation has such a name
//! as code.

use super::document::{DOCUMENTATION, Shapes, name};
use super::rename::Renames;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The shapes and members whose documentation names something that isn't there, with that name.
pub(super) fn mentions(shapes: &Shapes, removed: &[String], renames: &Renames) -> BTreeSet<(String, String)> {
    let old_members = renames.members.values().map(|(_, old)| old.as_str());
    let old = renames.shapes.values().chain(removed).map(|id| own_name(id)).chain(old_members);
    let mut gone: BTreeSet<&str> = old.collect();
    for (id, shape) in shapes {
        gone.remove(name(id));
        for (name, _) in members(shape) {
            gone.remove(name.as_str());
        }
    }
    let mut found = BTreeSet::new();
    if gone.is_empty() {
        return found;
    }
    for (id, shape) in shapes {
        let mut look = |id: String, of: &Value| {
            let told = code(of).filter(|code| gone.contains(code));
            found.extend(told.map(|code| (id.clone(), code.to_owned())));
        };
        look(id.clone(), shape);
        members(shape).for_each(|(name, member)| look(format!("{id}${name}"), member));
    }
    found
}

/// The name of a member, or else of a shape.
fn own_name(id: &str) -> &str {
    id.split_once('$').map_or(name(id), |(_, member)| member)
}

fn members(shape: &Value) -> impl Iterator<Item = (&String, &Value)> {
    shape.get("members").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

/// What stands in backticks in the documentation of a shape or member.
fn code(of: &Value) -> impl Iterator<Item = &str> {
    let text = of.get("traits").and_then(|traits| traits.get(DOCUMENTATION)).and_then(Value::as_str);
    text.unwrap_or_default().split('`').skip(1).step_by(2)
}

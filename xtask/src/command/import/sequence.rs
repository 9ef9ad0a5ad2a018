//! Order: what is ours stays where it is, and what is new comes after what it follows in the new model.

use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// The keys of `new` in our order. Those that we lack come right after the nearest before them that we have.
pub(super) fn sequence<K: Copy + Eq + Hash>(ours: &[K], new: &[K]) -> Vec<K> {
    let known: HashSet<K> = ours.iter().copied().collect();
    let mut following: HashMap<Option<K>, Vec<K>> = HashMap::new();
    let mut before = None;
    for key in new {
        if known.contains(key) {
            before = Some(*key);
        } else {
            following.entry(before).or_default().push(*key);
        }
    }
    let still: HashSet<K> = new.iter().copied().collect();
    let mut keys = following.remove(&None).unwrap_or_default();
    for key in ours.iter().filter(|key| still.contains(*key)) {
        keys.push(*key);
        keys.extend(following.remove(&Some(*key)).unwrap_or_default());
    }
    keys
}

/// An object's entries in the order of ours.
pub(super) fn entries_like(new: Map<String, Value>, ours: &Map<String, Value>) -> Map<String, Value> {
    let (has, wants): (Vec<&str>, Vec<&str>) =
        (ours.keys().map(String::as_str).collect(), new.keys().map(String::as_str).collect());
    let order = sequence(&has, &wants);
    order.into_iter().filter_map(|key| Some((key.to_owned(), new.get(key)?.clone()))).collect()
}

/// A value whose objects have their entries in the order of ours, as far as the two are alike.
pub(super) fn like(new: &Value, ours: Option<&Value>) -> Value {
    match (new, ours) {
        (Value::Object(new), Some(Value::Object(ours))) => {
            let new = new.iter().map(|(key, value)| (key.clone(), like(value, ours.get(key)))).collect();
            Value::Object(entries_like(new, ours))
        }
        (Value::Array(new), Some(Value::Array(ours))) => {
            Value::Array(new.iter().enumerate().map(|(index, item)| like(item, ours.get(index))).collect())
        }
        _ => new.clone(),
    }
}

/// A list of references, which is a set: those that we have in our order, the new ones after what they follow.
pub(super) fn references_like(new: &Value, ours: Option<&Value>) -> Value {
    let (Value::Array(items), Some(Value::Array(ours))) = (new, ours) else { return new.clone() };
    let target = |item: &'_ Value| item.get("target").and_then(Value::as_str).map(str::to_owned);
    let (has, wants): (Vec<_>, Vec<_>) = (ours.iter().map(target).collect(), items.iter().map(target).collect());
    let places: HashMap<_, _> = wants.iter().zip(items).collect();
    let (has, wants): (Vec<_>, Vec<_>) = (has.iter().collect(), wants.iter().collect());
    let ordered: Vec<Value> =
        sequence(&has, &wants).into_iter().filter_map(|id| places.get(id).copied().cloned()).collect();
    // Without a target, or with one twice, it isn't such a set.
    if ordered.len() == items.len() { Value::Array(ordered) } else { new.clone() }
}

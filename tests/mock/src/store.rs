//! Everything that the service remembers.
//!
//! Records are JSON objects under a path, such as `networks/40718265/security-groups/Kx3vTq8L`; removing one removes
//! what is beneath it. IDs and times are counted: the same calls give the same records.

use crate::call::Object;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// When the service's time begins, in seconds since 1970; each reading is a minute later.
const BEGIN: u64 = 1_772_357_400;
const TICK: u64 = 60;

/// By what a repeated call is known.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Repeat {
    pub(crate) operation: &'static str,
    /// With a client token that is always the same, calls still differ by what they are about.
    pub(crate) path: String,
    pub(crate) token: String,
}

/// The state of one service.
#[derive(Debug, Default)]
pub(crate) struct Store {
    records: BTreeMap<Vec<String>, Object>,
    made: u64,
    readings: u64,
    answered: HashMap<Repeat, Value>,
}

impl Store {
    pub(crate) fn get(&self, path: &[&str]) -> Option<&Object> {
        self.records.get(&key(path))
    }

    pub(crate) fn get_mut(&mut self, path: &[&str]) -> Option<&mut Object> {
        self.records.get_mut(&key(path))
    }

    pub(crate) fn put(&mut self, path: &[&str], record: Object) {
        self.records.insert(key(path), record);
    }

    /// The records directly beneath a path.
    pub(crate) fn children<'s>(&'s self, path: &[&str]) -> impl Iterator<Item = &'s Object> {
        let parent = key(path);
        let depth = parent.len() + 1;
        let records = self.records.iter().filter(move |(key, _)| key.len() == depth && key.starts_with(&parent));
        records.map(|(_, record)| record)
    }

    /// Removes a record and all beneath it.
    pub(crate) fn remove(&mut self, path: &[&str]) {
        let removed = key(path);
        self.records.retain(|key, _| !key.starts_with(&removed));
    }

    /// The next of a sequence of distinct numbers below `limit`, which looks random but is always the same. `stride`
    /// must have no divisor in common with `limit`.
    pub(crate) fn next_id(&mut self, stride: u64, limit: u64) -> u64 {
        self.made += 1;
        let id = u128::from(self.made) * u128::from(stride) % u128::from(limit);
        // Less than `limit`, which is a u64.
        id as u64
    }

    /// What time it is, in seconds since 1970.
    pub(crate) fn now(&mut self) -> u64 {
        self.readings += 1;
        BEGIN + TICK * self.readings
    }

    /// What was answered to the same call before.
    pub(crate) fn answered(&self, call: &Repeat) -> Option<&Value> {
        self.answered.get(call)
    }

    /// Keeps an answer for a repeated call.
    pub(crate) fn keep_answer(&mut self, call: Repeat, answer: Value) {
        self.answered.insert(call, answer);
    }
}

fn key(path: &[&str]) -> Vec<String> {
    path.iter().map(|&part| part.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removing_a_record_removes_what_is_beneath_it() {
        let mut store = Store::default();
        store.put(&["networks", "1"], Object::new());
        store.put(&["networks", "1", "groups", "a"], Object::new());
        store.put(&["networks", "11"], Object::new());
        assert_eq!(store.children(&["networks"]).count(), 2);
        store.remove(&["networks", "1"]);
        assert!(store.get(&["networks", "1", "groups", "a"]).is_none());
        assert!(store.get(&["networks", "11"]).is_some());
    }
}

//! Everything that the service remembers.
//!
//! Records are JSON objects in tables; a table is called by the path that leads to it, such as
//! `networks/40718265/security-groups`, and removing a record removes the tables beneath it. IDs and times are counted:
//! the same calls give the same records.

use crate::model::Object;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

/// When the service's time begins, in seconds since 1970; each reading is a minute later.
const BEGIN: u64 = 1_772_357_400;
const TICK: u64 = 60;
/// How many answers are kept for calls that are repeated.
const ANSWERS: usize = 10_000;
/// What stands between the parts of a table's path. No part that a client chooses holds it: it is no text for a URL.
const BETWEEN: char = '\u{1f}';

/// Records by ID, in tables by path.
pub(crate) type Tables = BTreeMap<String, BTreeMap<String, Object>>;

/// By what a repeated call is known: the operation and the token.
type Repeat = (Arc<str>, String);

/// The state of one service.
#[derive(Debug, Default)]
pub(crate) struct Store {
    tables: Tables,
    made: u64,
    readings: u64,
    answered: HashMap<Repeat, (Object, Object)>,
    order: VecDeque<Repeat>,
}

impl Store {
    /// A state with tables as [`tables`](Self::tables) gives them.
    pub(crate) fn of(tables: &Tables) -> Self {
        let named = tables.iter().map(|(name, records)| (name.replace('/', &BETWEEN.to_string()), records.clone()));
        Self { tables: named.collect(), ..Self::default() }
    }

    pub(crate) fn get(&self, path: &[&str]) -> Option<&Object> {
        let (id, table) = path.split_last()?;
        self.tables.get(&name(table))?.get(*id)
    }

    pub(crate) fn get_mut(&mut self, path: &[&str]) -> Option<&mut Object> {
        let (id, table) = path.split_last()?;
        self.tables.get_mut(&name(table))?.get_mut(*id)
    }

    pub(crate) fn put(&mut self, path: &[&str], record: Object) {
        if let Some((id, table)) = path.split_last() {
            self.tables.entry(name(table)).or_default().insert((*id).to_owned(), record);
        }
    }

    /// The records of a table, in the order of their IDs.
    pub(crate) fn children<'s>(&'s self, table: &[&str]) -> impl DoubleEndedIterator<Item = &'s Object> + use<'s> {
        self.tables.get(&name(table)).into_iter().flat_map(BTreeMap::values)
    }

    /// Removes a record and all beneath it. Says whether it was there.
    pub(crate) fn remove(&mut self, path: &[&str]) -> bool {
        let Some((id, table)) = path.split_last() else { return false };
        let removed = self.tables.get_mut(&name(table)).and_then(|table| table.remove(*id)).is_some();
        let mut beneath = name(path);
        beneath.push(BETWEEN);
        let tables = self.tables.range(beneath.clone()..).take_while(|(name, _)| name.starts_with(&beneath));
        let tables: Vec<_> = tables.map(|(name, _)| name.clone()).collect();
        tables.iter().for_each(|name| drop(self.tables.remove(name)));
        removed
    }

    /// All tables that hold something: the path with slashes, and the records by ID.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (String, &BTreeMap<String, Object>)> {
        let tables = self.tables.iter().filter(|(_, records)| !records.is_empty());
        tables.map(|(name, records)| (name.replace(BETWEEN, "/"), records))
    }

    /// The next of a sequence of distinct numbers below `limit`, which looks random but is always the same. `stride`
    /// must have no divisor in common with `limit`.
    pub(crate) fn next_id(&mut self, stride: u64, limit: u64) -> u64 {
        self.made += 1;
        let id = u128::from(self.made) * u128::from(stride) % u128::from(limit);
        // Less than `limit`, which is a u64.
        id as u64
    }

    /// The next ID of a sequence that a table has no record of: a state to begin with may have some of them.
    pub(crate) fn new_id(&mut self, table: &[&str], mut next: impl FnMut(&mut Self) -> String) -> String {
        loop {
            let id = next(self);
            if self.tables.get(&name(table)).is_none_or(|records| !records.contains_key(&id)) {
                return id;
            }
        }
    }

    /// What time it is, in seconds since 1970.
    pub(crate) fn now(&mut self) -> u64 {
        self.readings += 1;
        BEGIN + TICK * self.readings
    }

    /// What was answered when a token came before, and to what input.
    pub(crate) fn answered(&self, operation: &Arc<str>, token: &str) -> Option<&(Object, Object)> {
        self.answered.get(&(operation.clone(), token.to_owned()))
    }

    /// Keeps an answer for a repeated call; the oldest ones go.
    pub(crate) fn keep_answer(&mut self, operation: &Arc<str>, token: String, input: Object, output: Object) {
        let repeat = (operation.clone(), token);
        self.order.push_back(repeat.clone());
        self.answered.insert(repeat, (input, output));
        if self.order.len() > ANSWERS
            && let Some(oldest) = self.order.pop_front()
        {
            self.answered.remove(&oldest);
        }
    }
}

/// Members of a record by name.
pub(crate) trait Record {
    /// Text; empty if it isn't there.
    fn text(&self, name: &str) -> &str;
    /// Whether a member is `true`.
    fn is(&self, name: &str) -> bool;
    /// Sets a member, or leaves it out if there is no value.
    fn set(&mut self, name: &str, value: impl Into<Value>);
}

impl Record for Object {
    fn text(&self, name: &str) -> &str {
        self.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn is(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    fn set(&mut self, name: &str, value: impl Into<Value>) {
        match value.into() {
            Value::Null => drop(self.remove(name)),
            value => drop(self.insert(name.to_owned(), value)),
        }
    }
}

fn name(path: &[&str]) -> String {
    let mut name = String::with_capacity(path.iter().map(|part| part.len() + 1).sum());
    for part in path {
        if !name.is_empty() {
            name.push(BETWEEN);
        }
        name.push_str(part);
    }
    name
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
        store.put(&["networks", "11", "groups", "a"], Object::new());
        assert_eq!(store.children(&["networks"]).count(), 2);
        assert!(store.remove(&["networks", "1"]));
        assert!(store.get(&["networks", "1", "groups", "a"]).is_none());
        assert!(store.get(&["networks", "11", "groups", "a"]).is_some());
        assert!(!store.remove(&["networks", "1"]));
    }
}

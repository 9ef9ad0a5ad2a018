//! The members of an object that its structure doesn't have.

use super::held::{Held, Single, Source};
use crate::codec::{Check, Codec, MemberReader, reading};
use serde::de::MapAccess;
use serde::ser::Error as _;
use serde::{Deserializer, Serializer};
use std::collections::HashMap;

/// A map that has the members of an object which its structure doesn't have (`alloy#jsonUnknown`); of a structure with members
/// of these names. They stand among those members.
#[derive(Clone, Copy, Debug)]
pub struct Rest<C>(pub &'static [&'static str], pub C);

/// A map whose keys are texts.
pub trait Keys {
    /// Whether it has an entry of this key.
    fn has(&self, key: &str) -> bool;
}

impl<V> Keys for HashMap<String, V> {
    fn has(&self, key: &str) -> bool {
        self.contains_key(key)
    }
}

#[cfg(feature = "key-order")]
impl<V> Keys for crate::primitives::IndexMap<String, V> {
    fn has(&self, key: &str) -> bool {
        self.contains_key(key)
    }
}

impl<C> Rest<C> {
    /// What is wrong with a map: an object can't have two members of one name.
    fn problem<T: Keys>(&self, value: &T) -> Option<String> {
        let twice = self.0.iter().find(|name| value.has(name))?;
        Some(format!("holds `{twice}`, which is a member of its own"))
    }
}

impl<T: Keys, C: Codec<T>> Codec<T> for Rest<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        match self.problem(value) {
            Some(problem) => Err(S::Error::custom(problem)),
            None => self.1.write(value, to),
        }
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.1.read(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        if let Some(problem) = self.problem(value) {
            report.refuse(problem);
        }
        self.1.check(value, report);
    }
}

/// The members of an object that its structure doesn't have, as they are found.
pub(in crate::codec) struct Collected<'de>(Vec<(String, Held<'de>)>);

impl<'de> Collected<'de> {
    /// None yet.
    pub(in crate::codec) fn new() -> Self {
        Self(Vec::new())
    }

    /// Whether the value of the member called `name`, which a builder has left unread, is kept.
    pub(in crate::codec) fn keeps<B: MemberReader, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        from: &mut A,
    ) -> Result<bool, A::Error> {
        if B::REST.is_none() {
            return Ok(false);
        }
        reading::take_entry::<String, Held<'_>, _>()?;
        reading::take_allocation(name.len())?;
        self.0.push((name.to_owned(), from.next_value()?));
        Ok(true)
    }

    /// Gives them to the builder.
    pub(in crate::codec) fn give<B: MemberReader, E: serde::de::Error>(self, builder: &mut B) -> Result<(), E> {
        match B::REST {
            Some(name) if !self.0.is_empty() => {
                builder.read_member(name, &mut Single::new(Source::Object(&self.0, None)))
            }
            _ => Ok(()),
        }
    }
}

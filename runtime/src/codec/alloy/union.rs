//! Unions that don't look as Smithy has it, written and read.

use super::flat::Flat;
use super::form::Kind;
use super::held::{Held, Single, Source, is_outermost};
use super::trying::{How, how, knows_all, so};
use crate::codec::{As, Codec, Union, VariantWriter, reading};
use crate::text::{SHORT, line};
use serde::de::{MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Deserializer, Serializer};
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

/// Serializes a union. A member that the model doesn't know can't be written, unless the union has a member for such.
pub(in crate::codec) fn serialize_union<T: Union, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    let unknown = || S::Error::custom(format_args!("the unknown member of {} can't be sent", T::NAME));
    if T::FORM.kind == Kind::Untagged {
        let mut bare = Bare::Waiting(to);
        return match (value.write_member(&mut bare)?, bare) {
            (true, Bare::Written(written)) => Ok(written),
            _ => Err(unknown()),
        };
    }
    let mut object = Object::<T, _>(to.serialize_map(None)?, PhantomData);
    if value.write_member(&mut object)? { object.0.end() } else { Err(unknown()) }
}

/// What is held, and nothing else.
enum Bare<S: Serializer> {
    Waiting(S),
    Writing,
    Written(S::Ok),
}

impl<S: Serializer> VariantWriter for Bare<S> {
    type Error = S::Error;

    fn variant<T, C: Codec<T>>(&mut self, name: &'static str, value: &T, codec: C) -> Result<(), S::Error> {
        let Bare::Waiting(to) = std::mem::replace(self, Bare::Writing) else { return self.unit(name) };
        *self = Bare::Written(codec.write(value, to)?);
        Ok(())
    }

    fn unit(&mut self, name: &'static str) -> Result<(), S::Error> {
        Err(S::Error::custom(format_args!("`{name}` holds nothing, which has no looks")))
    }
}

/// An object that tells what is held.
struct Object<T, M>(M, PhantomData<T>);

impl<T: Union, M: SerializeMap> VariantWriter for Object<T, M> {
    type Error = M::Error;

    fn variant<V, C: Codec<V>>(&mut self, name: &'static str, value: &V, codec: C) -> Result<(), M::Error> {
        match T::FORM.kind {
            // All of it is what is held.
            _ if T::FORM.open == Some(name) => codec.write(value, Flat(&mut self.0)),
            Kind::Discriminated(key) => {
                self.0.serialize_entry(key, name)?;
                codec.write(value, Flat(&mut self.0))
            }
            Kind::Tagged | Kind::Untagged => self.0.serialize_entry(name, &As(value, codec)),
        }
    }

    fn unit(&mut self, name: &'static str) -> Result<(), M::Error> {
        match T::FORM.kind {
            Kind::Discriminated(key) => self.0.serialize_entry(key, name),
            Kind::Tagged | Kind::Untagged => self.0.serialize_entry(name, &std::collections::BTreeMap::<(), ()>::new()),
        }
    }
}

/// Reads a union from any serde format.
pub(in crate::codec) fn deserialize_union<'de, T: Union, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    match T::FORM.kind {
        Kind::Untagged => tried(&Held::deserialize(from)?),
        _ => from.deserialize_map(Reader(PhantomData)),
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match T::FORM.kind {
            Kind::Discriminated(key) => {
                write!(f, "an object with the member `{key}`, which says what it is ({})", T::NAME)
            }
            _ => write!(f, "an object with one member ({})", T::NAME),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<T, A::Error> {
        let mut members: Vec<(String, Held<'de>)> = Vec::new();
        while let Some(name) = from.next_key::<String>()? {
            reading::take_entry::<String, Held<'_>, _>()?;
            reading::take_allocation(name.len())?;
            members.push((name, from.next_value()?));
        }
        match T::FORM.kind {
            Kind::Discriminated(key) => discriminated(key, &members),
            _ => tagged(&members),
        }
    }
}

/// Reads a union that a key tells.
fn discriminated<T: Union, E: serde::de::Error>(key: &str, members: &[(String, Held<'_>)]) -> Result<T, E> {
    let mut keys = members.iter().enumerate().filter(|(_, (name, _))| name == key);
    let (index, held) = match (keys.next(), keys.next()) {
        (Some((index, (_, held))), None) if !held.is_null() => (index, held),
        (Some(_), Some(_)) => return Err(E::custom(format_args!("{} has the member `{key}` twice", T::NAME))),
        _ => return Err(E::custom(format_args!("{} has no member `{key}`, which says what it is", T::NAME))),
    };
    let problem = || E::custom(format_args!("{} has a member `{key}` that is no string, and says what it is", T::NAME));
    let tag = held.text().ok_or_else(problem)?;
    let mut single = Single::new(Source::Object(members, Some(index)));
    let read = if T::FORM.open == Some(tag.as_str()) { None } else { T::read_member(&tag, &mut single)? };
    match read {
        Some(value) => Ok(value),
        None => other(members, &tag),
    }
}

/// Reads a union that may be anything beside its members.
fn tagged<T: Union, E: serde::de::Error>(members: &[(String, Held<'_>)]) -> Result<T, E> {
    let (mut found, mut unknown) = (None, None);
    for (name, held) in members.iter().filter(|(_, held)| !held.is_null()) {
        let mut single = Single::new(Source::One(held));
        let read = if T::FORM.open == Some(name.as_str()) { None } else { T::read_member(name, &mut single)? };
        if !single.is_taken() {
            unknown = Some(name);
        } else if let Some(value) = read
            && found.replace(value).is_some()
        {
            return Err(E::custom(format_args!("{} has more than one member", T::NAME)));
        }
    }
    match (found, unknown) {
        (Some(value), _) => Ok(value),
        (None, Some(name)) => other(members, name),
        (None, None) => Err(E::custom(format_args!("{} has no member", T::NAME))),
    }
}

/// What the model doesn't know, which `called` says.
fn other<T: Union, E: serde::de::Error>(members: &[(String, Held<'_>)], called: &str) -> Result<T, E> {
    if let Some(open) = T::FORM.open {
        let mut single = Single::new(Source::Object(members, None));
        return T::read_member(open, &mut single)?.ok_or_else(|| E::custom(format_args!("{} is null", T::NAME)));
    }
    if knows_all() {
        return Err(E::custom(format_args!("{} has no member `{}`", T::NAME, line(called, SHORT))));
    }
    Ok(T::unknown())
}

thread_local! {
    /// How many members have been tried for the outermost value.
    static TRIED: Cell<usize> = const { Cell::new(0) };
}

/// No answer that means well comes near: this many values that each may be something else, within one.
const MOST: usize = 1 << 20;

/// Reads a union that only its looks tell: the first member that fits, and at first only those of which all is known.
fn tried<T: Union, E: serde::de::Error>(held: &Held<'_>) -> Result<T, E> {
    if is_outermost() {
        TRIED.set(0);
    }
    let ways: &[How] = if how() == How::Known { &[How::Known] } else { &[How::Known, How::Whole] };
    for way in ways {
        for name in T::MEMBERS.iter().filter(|name| T::FORM.open != Some(**name)) {
            TRIED.set(TRIED.get() + 1);
            if TRIED.get() > MOST {
                return Err(E::custom(format_args!("{} could be too many things", T::NAME)));
            }
            held.take()?;
            let read = so(*way, || T::read_member(name, &mut Single::<E>::new(Source::One(held))));
            if let Ok(Some(value)) = read {
                return Ok(value);
            }
        }
    }
    match T::FORM.open {
        Some(open) => T::read_member(open, &mut Single::new(Source::One(held)))?
            .ok_or_else(|| E::custom(format_args!("{} is null", T::NAME))),
        None if knows_all() => Err(E::custom(format_args!("{} fits none of its members", T::NAME))),
        None => Ok(T::unknown()),
    }
}

//! Lists and maps.

use super::layout;
use super::value::{Asked, DEPTH, Lowered, value_at};
use crate::ast::Shape;
use crate::ir::{Codec, Place, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;

/// A list.
pub(super) fn list<'m>(facts: &Facts<'m>, shape: &'m Shape, asked: &Asked, problems: &mut Problems) -> Option<Lowered> {
    let depth = deeper(shape, asked, problems)?;
    let item = part(facts, shape, "member", asked.place, depth, problems)?;
    let (item_type, codec) = match shape.traits.has("sparse") {
        true => (Type::Optional(Box::new(item.ty)), Codec::Sparse(Box::new(item.codec))),
        false => (item.ty, Codec::List(Box::new(item.codec))),
    };
    let codec = layout::items(facts, shape, within(asked.place), codec, problems)?;
    Some(Lowered { ty: Type::List(Box::new(item_type)), codec, sensitive: item.sensitive })
}

/// A map.
pub(super) fn map<'m>(facts: &Facts<'m>, shape: &'m Shape, asked: &Asked, problems: &mut Problems) -> Option<Lowered> {
    let depth = deeper(shape, asked, problems)?;
    let key = part(facts, shape, "key", asked.place, depth, problems)?;
    let value = part(facts, shape, "value", asked.place, depth, problems)?;
    let is_text = match &key.ty {
        Type::Text => true,
        Type::Named(_) => !matches!(key.codec, Codec::Nested | Codec::Tagged),
        _ => false,
    };
    if !is_text {
        problems.of(shape, "has a `key` that is not a string or enum", "target a string");
        return None;
    }
    let (value_type, codec) = match shape.traits.has("sparse") {
        true => (Type::Optional(Box::new(value.ty)), Codec::SparseMap(Box::new(value.codec))),
        false => (value.ty, Codec::Map(Box::new(value.codec))),
    };
    let codec = layout::entries(facts, shape, within(asked.place), codec, problems)?;
    let ty = Type::Map(Box::new(key.ty), Box::new(value_type));
    Some(Lowered { ty, codec, sensitive: key.sensitive || value.sensitive })
}

/// How deep the parts of a list or map may go.
fn deeper(shape: &Shape, asked: &Asked, problems: &mut Problems) -> Option<usize> {
    let depth = asked.depth.checked_sub(1);
    if depth.is_none() {
        let problem = format!("holds lists and maps more than {DEPTH} deep, or without end");
        problems.of(shape, problem, "put a structure between");
    }
    depth
}

/// The items of a list, or the keys or values of a map.
fn part<'m>(
    facts: &Facts<'m>,
    shape: &'m Shape,
    part: &str,
    place: &Place,
    depth: usize,
    problems: &mut Problems,
) -> Option<Lowered> {
    let Some(member) = shape.member(part) else {
        problems.of(shape, format!("has no `{part}`"), format!("add `{part}` with its `target`"));
        return None;
    };
    value_at(facts, &shape.id, member, within(place), depth, problems)
}

/// Where the parts of a list or map stand: of one that is the whole body, none is.
fn within(place: &Place) -> &Place {
    if *place == Place::Payload { &Place::Body } else { place }
}

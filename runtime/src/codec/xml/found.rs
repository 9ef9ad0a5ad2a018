//! An element, or several, as the value that a codec reads.

use super::element::Element;
use super::node::Style;
use super::{Kind, XmlError};
use crate::codec::{Codec, MemberReader, Union, Unread};
use std::slice::from_ref;

/// What was found of a value: the elements with its name, or an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    at: At<'a>,
    style: Style,
}

#[derive(Clone, Copy, Debug)]
enum At<'a> {
    Elements(&'a [&'a Element<'a>]),
    Attribute(&'a str),
}

impl<'a> Found<'a> {
    /// The elements with a name; there is at least one.
    fn elements(elements: &'a [&'a Element<'a>]) -> Self {
        Self { at: At::Elements(elements), style: Style::USUAL }
    }

    /// An element by itself.
    pub(super) fn of(element: &'a &'a Element<'a>) -> Self {
        Self::elements(from_ref(element))
    }

    /// The same, laid out otherwise.
    pub(super) fn styled(mut self, change: impl FnOnce(&mut Style)) -> Self {
        change(&mut self.style);
        self
    }

    /// Its element; of several, the last.
    pub(in crate::codec) fn element(self) -> Option<&'a Element<'a>> {
        match self.at {
            At::Elements(elements) => elements.last().copied(),
            At::Attribute(_) => None,
        }
    }

    /// Its text.
    pub(in crate::codec) fn text(self) -> &'a str {
        match self.at {
            At::Elements(_) => self.element().map_or("", |element| &element.text),
            At::Attribute(text) => text,
        }
    }

    /// Whether there is nothing in it.
    fn is_blank(self) -> bool {
        let is_bare = |element: &Element<'_>| element.children.is_empty() && element.attributes.is_empty();
        self.text().trim().is_empty() && self.element().is_none_or(is_bare)
    }

    /// Calls `each` with the items of a list.
    pub(in crate::codec) fn items(
        self,
        mut each: impl FnMut(Found<'_>) -> Result<(), XmlError>,
    ) -> Result<(), XmlError> {
        self.within().try_for_each(|item| each(Found::of(&item)))
    }

    /// Calls `each` with the entries of a map: with the key's text, and with the value where there is one.
    pub(in crate::codec) fn entries(
        self,
        mut each: impl FnMut(&str, Option<Found<'_>>) -> Result<(), XmlError>,
    ) -> Result<(), XmlError> {
        self.within().try_for_each(|entry| {
            let key = entry.child(self.style.key);
            let key = key.ok_or_else(|| XmlError::misfit(format_args!("an entry has no <{}>", self.style.key)))?;
            let value = entry.child(self.style.value);
            each(&key.text, value.as_ref().map(Found::of))
        })
    }

    /// The elements of a list's items or a map's entries: those within its own, whatever their name, or itself.
    fn within(self) -> Box<dyn Iterator<Item = &'a Element<'a>> + 'a> {
        match (self.at, self.style.flat) {
            (At::Elements(elements), true) => Box::new(elements.iter().copied()),
            (At::Elements(elements), false) => Box::new(elements.iter().flat_map(|element| &element.children)),
            (At::Attribute(_), _) => Box::new(std::iter::empty()),
        }
    }
}

/// A member's value.
struct Value<'a> {
    found: Found<'a>,
    taken: bool,
}

impl Unread for Value<'_> {
    type Error = XmlError;

    fn value<T, C: Codec<T>>(&mut self, codec: C) -> Result<Option<T>, XmlError> {
        self.taken = true;
        match codec.read_tree(self.found) {
            Ok(value) => Ok(Some(value)),
            // An empty element is an empty text or list; of a number or a date it is none at all.
            Err(error) if error.kind() == Kind::Misfit && self.found.is_blank() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn unit(&mut self) -> Result<Option<()>, XmlError> {
        self.taken = true;
        Ok(Some(()))
    }
}

/// Reads the members of a structure from its element.
pub(crate) fn read_structure<B: MemberReader>(element: &Element<'_>) -> Result<B, XmlError> {
    let mut builder = B::default();
    each_member(element, |name, found| {
        builder.read_member(name, &mut Value { found, taken: false }).map_err(|error| error.within(name))
    })?;
    Ok(builder)
}

/// Reads a member of a structure from the element that stands for it alone.
pub(super) fn read_only<B: MemberReader>(element: &Element<'_>) -> Result<B, XmlError> {
    let mut builder = B::default();
    builder.read_member(element.name, &mut Value { found: Found::of(&element), taken: false })?;
    Ok(builder)
}

/// Reads a union from its element: exactly one member is set.
pub(in crate::codec) fn read_union<T: Union>(found: Found<'_>) -> Result<T, XmlError> {
    let (mut set, mut others) = (None, false);
    let Some(element) = found.element() else {
        return Err(XmlError::misfit(format_args!("{} is no attribute", T::NAME)));
    };
    each_member(element, |name, found| {
        let mut value = Value { found, taken: false };
        let read = T::read_member(name, &mut value).map_err(|error| error.within(name))?;
        others |= !value.taken;
        match read.map(|read| set.replace(read)) {
            Some(Some(_)) => Err(XmlError::misfit(format_args!("{} has more than one member", T::NAME))),
            _ => Ok(()),
        }
    })?;
    match set {
        Some(value) => Ok(value),
        None if others => Ok(T::unknown()),
        None => Err(XmlError::misfit(format_args!("{} has no member", T::NAME))),
    }
}

/// Calls `each` once for each name in an element: attributes first, then elements, those of one name together.
fn each_member(
    element: &Element<'_>,
    mut each: impl FnMut(&str, Found<'_>) -> Result<(), XmlError>,
) -> Result<(), XmlError> {
    for (name, text) in &element.attributes {
        each(name, Found { at: At::Attribute(text), style: Style::USUAL })?;
    }
    let mut children: Vec<&Element<'_>> = element.children.iter().collect();
    // Stable: items of a flattened list keep their order.
    children.sort_by_key(|child| child.name);
    children.chunk_by(|a, b| a.name == b.name).try_for_each(|same| match same {
        [] => Ok(()),
        [first, ..] => each(first.name, Found::elements(same)),
    })
}

//! Values that rules compute with.

use std::fmt::{self, Debug, Formatter};
use std::ops::Range;
use std::rc::Rc;

/// A value that is present.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Datum<'a> {
    Text(Text<'a>),
    Boolean(bool),
    Integer(u32),
    /// The items of a parameter.
    Strings(&'a [String]),
    /// The pieces of a text.
    Pieces(Rc<[Text<'a>]>),
    /// A partition, an ARN or a URL: its attributes, as rules name them.
    Record(Rc<[(&'static str, Datum<'a>)]>),
}

/// A text, which is cheap to clone.
#[derive(Clone)]
pub(super) enum Text<'a> {
    /// Of the rules or a parameter.
    Borrowed(&'a str),
    /// Put together on the way.
    Made(Rc<str>),
}

impl<'a> Text<'a> {
    pub(super) fn made(text: String) -> Self {
        Text::Made(text.into())
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Text::Borrowed(text) => text,
            Text::Made(text) => text,
        }
    }

    /// A part of it, if there is one at these bytes.
    pub(super) fn part(&self, range: Range<usize>) -> Option<Self> {
        match self {
            Text::Borrowed(text) => text.get(range).map(Text::Borrowed),
            Text::Made(text) => text.get(range).map(|part| Text::Made(part.into())),
        }
    }

    /// Its pieces, where `cut` says how to cut a text.
    pub(super) fn pieces(&self, cut: impl Fn(&str) -> Vec<&str>) -> Datum<'a> {
        Datum::Pieces(match self {
            Text::Borrowed(text) => cut(text).into_iter().map(Text::Borrowed).collect(),
            Text::Made(text) => cut(text).into_iter().map(|piece| Text::Made(piece.into())).collect(),
        })
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Debug for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl<'a> Datum<'a> {
    /// A text of the rules or a parameter.
    pub(super) fn text(text: &'a str) -> Self {
        Datum::Text(Text::Borrowed(text))
    }

    /// How many bytes of text it is.
    pub(super) fn len(&self) -> usize {
        match self {
            Datum::Text(text) => text.as_str().len(),
            _ => 0,
        }
    }

    /// An attribute of a record.
    pub(super) fn attribute(&self, name: &str) -> Option<Self> {
        let Datum::Record(attributes) = self else { return None };
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    /// An item of an array; below zero, counted from its end.
    pub(super) fn item(&self, index: i32) -> Option<Self> {
        let place = |len: usize| {
            let distance = usize::try_from(index.unsigned_abs()).ok()?;
            if index < 0 { len.checked_sub(distance) } else { Some(distance) }
        };
        match self {
            Datum::Strings(items) => items.get(place(items.len())?).map(|item| Datum::text(item)),
            Datum::Pieces(pieces) => pieces.get(place(pieces.len())?).cloned().map(Datum::Text),
            _ => None,
        }
    }
}

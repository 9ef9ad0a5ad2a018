//! Lists.

use super::nullable::Nullable;
#[cfg(feature = "xml")]
use super::xml::{Found, Node, XmlError};
use super::{As, Check, Codec, TextCodec, reading};
use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A list whose items are written by `C`. A `null` among the items is left out when read (Smithy 2.0, "Sparse
/// lists": clients drop what a dense list can't hold).
#[derive(Clone, Copy, Debug)]
pub struct List<C>(pub C);

impl<T, C: Codec<T>> Codec<Vec<T>> for List<C> {
    fn write<S: Serializer>(&self, value: &Vec<T>, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(value.len()))?;
        for item in value {
            list.serialize_element(&As(item, self.0))?;
        }
        list.end()
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<Vec<T>, D::Error> {
        from.deserialize_seq(Items(self.0, PhantomData))
    }

    #[cfg(feature = "xml")]
    fn write_tree(&self, value: &Vec<T>) -> Result<Node, XmlError> {
        Node::list(value.iter().map(|item| self.0.write_tree(item)))
    }

    #[cfg(feature = "xml")]
    fn read_tree(&self, from: Found<'_>) -> Result<Vec<T>, XmlError> {
        let mut items = Vec::new();
        from.items(|item| {
            reading::take::<XmlError>(size_of::<T>())?;
            items.push(self.0.read_tree(item)?);
            Ok(())
        })?;
        Ok(items)
    }

    fn check(&self, value: &Vec<T>, report: &mut Check) {
        for (index, item) in value.iter().enumerate() {
            report.within(format_args!("[{index}]"), |report| self.0.check(item, report));
        }
    }
}

impl<T, C: TextCodec<T>> TextCodec<Vec<T>> for List<C> {
    const LIST: bool = true;

    fn texts(&self, value: &Vec<T>, each: &mut dyn FnMut(Cow<'_, str>)) {
        for item in value {
            self.0.texts(item, each);
        }
    }

    fn parse(&self, text: &str) -> Option<Vec<T>> {
        self.0.split(text).iter().map(|item| self.0.parse(item)).collect()
    }

    fn quote<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        self.0.quote(text)
    }
}

struct Items<T, C>(C, PhantomData<T>);

impl<'de, T, C: Codec<T>> Visitor<'de> for Items<T, C> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element_seed(Nullable::new(self.0))? {
            reading::take(size_of::<T>())?;
            items.extend(item);
        }
        Ok(items)
    }
}

//! The items of a list and the entries of a map, one by one.

use super::CborError;
use super::read::Reader;
use minicbor::data::Type;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

/// How many items are left: so many, or as many as there are before the end.
pub(super) struct Left(Option<u64>);

impl Left {
    pub(super) fn new(announced: Option<u64>) -> Self {
        Self(announced)
    }

    /// How many there are, if that is announced.
    pub(super) fn announces(&self) -> Option<u64> {
        self.0
    }

    /// Whether there is another one, which is then read. An end is taken.
    pub(super) fn next(&mut self, reader: &mut Reader<'_>) -> Result<bool, CborError> {
        match &mut self.0 {
            Some(left) => match left.checked_sub(1) {
                Some(less) => *left = less,
                None => return Ok(false),
            },
            None if reader.kind()? == Type::Break => {
                reader.pass_byte();
                self.0 = Some(0);
                return Ok(false);
            }
            None => {}
        }
        Ok(true)
    }

    /// Everything has been read, which else would be taken for what comes next.
    fn finish<T>(mut self, reader: &mut Reader<'_>, value: T) -> Result<T, CborError> {
        match self.next(reader)? {
            true => Err(CborError::syntax("a list or map has more in it than is read")),
            false => Ok(value),
        }
    }
}

/// A list.
pub(super) struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: Left,
}

/// A map.
pub(super) struct Entries<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: Left,
}

impl<'r, 'de> Items<'r, 'de> {
    pub(super) fn read<V: Visitor<'de>>(
        reader: &'r mut Reader<'de>,
        left: Left,
        visitor: V,
    ) -> Result<V::Value, CborError> {
        let mut items = Self { reader, left };
        let value = visitor.visit_seq(&mut items)?;
        items.left.finish(items.reader, value)
    }
}

impl<'r, 'de> Entries<'r, 'de> {
    pub(super) fn read<V: Visitor<'de>>(
        reader: &'r mut Reader<'de>,
        left: Left,
        visitor: V,
    ) -> Result<V::Value, CborError> {
        let mut entries = Self { reader, left };
        let value = visitor.visit_map(&mut entries)?;
        entries.left.finish(entries.reader, value)
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = CborError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, CborError> {
        match self.left.next(self.reader)? {
            true => seed.deserialize(&mut *self.reader).map(Some),
            false => Ok(None),
        }
    }
}

impl<'de> MapAccess<'de> for &mut Entries<'_, 'de> {
    type Error = CborError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, CborError> {
        match self.left.next(self.reader)? {
            true => seed.deserialize(&mut *self.reader).map(Some),
            false => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, CborError> {
        seed.deserialize(&mut *self.reader)
    }
}

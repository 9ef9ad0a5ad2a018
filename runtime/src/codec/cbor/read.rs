//! CBOR as values.
//!
//! Bodies are hostile. Lists and maps nest [`DEEPEST`] levels at most, as JSON does; what a length announces is never made
//! room for, so that one beyond the body's end is found to be wrong there; reserved simple values, and ends without a
//! beginning, are no values. Tags say nothing that a member's codec doesn't know, and are passed over.

use super::access::{Entries, Items, Left};
use super::big::Found;
use super::{CborError, Kind, big, half};
use crate::codec::tag;
use minicbor::Decoder;
use minicbor::data::Type;
use serde::Deserializer;
use serde::de::{Error as _, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use std::borrow::Cow;

/// How deep lists and maps may nest: as deep as serde_json lets JSON.
const DEEPEST: usize = 128;

/// Reads values from a body.
pub(crate) struct Reader<'de> {
    from: Decoder<'de>,
    /// How much deeper the next list or map may stand.
    deeper: usize,
}

/// What stands before a value: whether it is a big number, and of which sign.
enum Big {
    No,
    Positive,
    Negative,
    /// A list of an exponent and digits.
    Decimal,
}

impl<'de> Reader<'de> {
    pub(super) fn new(body: &'de [u8]) -> Self {
        Self { from: Decoder::new(body), deeper: DEEPEST }
    }

    /// The byte that is read next.
    pub(super) fn position(&self) -> usize {
        self.from.position()
    }

    /// Nothing stands behind the value.
    pub(super) fn end(&self) -> Result<(), CborError> {
        match self.from.position() < self.from.input().len() {
            true => Err(CborError::syntax("something stands behind the value")),
            false => Ok(()),
        }
    }

    pub(super) fn kind(&self) -> Result<Type, CborError> {
        Ok(self.from.datatype()?)
    }

    /// Takes the byte by which the next thing begins, and all that it is.
    pub(super) fn pass_byte(&mut self) {
        self.from.set_position(self.from.position() + 1);
    }

    /// Passes over tags; of those that make a number of bytes, the last counts.
    fn tags(&mut self) -> Result<Big, CborError> {
        let mut big = Big::No;
        while self.kind()? == Type::Tag {
            big = match self.from.tag()?.as_u64() {
                2 => Big::Positive,
                3 => Big::Negative,
                4 => Big::Decimal,
                _ => Big::No,
            };
        }
        Ok(big)
    }

    /// Reads what is within a list or map.
    fn within<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, CborError>) -> Result<T, CborError> {
        let Some(deeper) = self.deeper.checked_sub(1) else {
            return Err(CborError::new(Kind::Refused, format_args!("it nests more than {DEEPEST} levels")));
        };
        self.deeper = deeper;
        let value = read(self)?;
        self.deeper += 1;
        Ok(value)
    }

    /// A text; without a copy, if it is in one piece.
    fn text(&mut self) -> Result<Cow<'de, str>, CborError> {
        if self.kind()? == Type::String {
            return Ok(Cow::Borrowed(self.from.str()?));
        }
        let mut whole = String::new();
        for piece in self.from.str_iter()? {
            whole.push_str(piece?);
        }
        Ok(Cow::Owned(whole))
    }

    /// Bytes; without a copy, if they are in one piece.
    fn bytes(&mut self) -> Result<Cow<'de, [u8]>, CborError> {
        if self.kind()? == Type::Bytes {
            return Ok(Cow::Borrowed(self.from.bytes()?));
        }
        let mut whole = Vec::new();
        for piece in self.from.bytes_iter()? {
            whole.extend_from_slice(piece?);
        }
        Ok(Cow::Owned(whole))
    }

    fn float(&mut self) -> Result<f64, CborError> {
        match self.kind()? {
            Type::F16 => {
                self.pass_byte();
                let at = self.from.position();
                let bits = self.from.input().get(at..at + 2).and_then(|bits| <[u8; 2]>::try_from(bits).ok());
                let bits = bits.ok_or_else(|| CborError::from(minicbor::decode::Error::end_of_input()))?;
                self.from.set_position(at + 2);
                Ok(half::value(u16::from_be_bytes(bits)))
            }
            Type::F32 => Ok(self.from.f32()?.into()),
            _ => Ok(self.from.f64()?),
        }
    }

    /// A whole number that is written as bytes, behind its tag (RFC 8949, section 3.4.3).
    fn big<V: Visitor<'de>>(&mut self, is_negative: bool, visitor: V) -> Result<V::Value, CborError> {
        let bytes = self.bytes()?;
        let digits = bytes.iter().position(|byte| *byte != 0).map_or(&[][..], |first| &bytes[first..]);
        let too_big = || CborError::custom("a number is beyond 64 bits");
        if digits.len() > 8 {
            return Err(too_big());
        }
        let number = digits.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
        match is_negative {
            false => visitor.visit_u64(number),
            true => visitor.visit_i64(-1 - i64::try_from(number).map_err(|_| too_big())?),
        }
    }

    /// A number of any size.
    pub(super) fn number(&mut self) -> Result<Found<'de>, CborError> {
        let big = self.tags()?;
        match (big, self.kind()?) {
            (Big::Positive, Type::Bytes | Type::BytesIndef) => Ok(Found::Bytes(false, self.bytes()?)),
            (Big::Negative, Type::Bytes | Type::BytesIndef) => Ok(Found::Bytes(true, self.bytes()?)),
            (Big::Decimal, Type::Array | Type::ArrayIndef) => Ok(Found::Decimal),
            (Big::No, Type::F16 | Type::F32 | Type::F64) => Ok(Found::Float(self.float()?)),
            (Big::No, kind) if is_whole(kind) => Ok(Found::Int(self.from.int()?.into())),
            (_, kind) => Err(CborError::custom(format_args!("`{kind}` is not a number"))),
        }
    }

    /// A list of two, which `read` reads.
    pub(super) fn pair<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, CborError>) -> Result<T, CborError> {
        let mut left = Left::new(self.from.array()?);
        let no_pair = || CborError::custom("a decimal number is not a list of two");
        if left.announces().is_some_and(|items| items != 2) {
            return Err(no_pair());
        }
        let value = self.within(read)?;
        // Both have been read.
        let has_more = left.announces().is_none() && left.next(self)?;
        if has_more { Err(no_pair()) } else { Ok(value) }
    }

    /// Passes over a value, whatever it is.
    fn pass_over(&mut self) -> Result<(), CborError> {
        self.tags()?;
        match self.kind()? {
            Type::Array | Type::ArrayIndef => {
                let left = Left::new(self.from.array()?);
                self.within(|reader| reader.pass_over_all(left, 1))
            }
            Type::Map | Type::MapIndef => {
                let left = Left::new(self.from.map()?);
                self.within(|reader| reader.pass_over_all(left, 2))
            }
            Type::Bytes | Type::BytesIndef => self.bytes().map(drop),
            Type::String | Type::StringIndef => self.text().map(drop),
            Type::F16 | Type::F32 | Type::F64 => self.float().map(drop),
            Type::Bool => {
                self.from.bool()?;
                Ok(())
            }
            Type::Null | Type::Undefined => {
                self.pass_byte();
                Ok(())
            }
            kind if is_whole(kind) => {
                self.from.int()?;
                Ok(())
            }
            kind => Err(no_value(kind)),
        }
    }

    fn pass_over_all(&mut self, mut left: Left, values: usize) -> Result<(), CborError> {
        while left.next(self)? {
            (0..values).try_for_each(|_| self.pass_over())?;
        }
        Ok(())
    }
}

fn is_whole(kind: Type) -> bool {
    use Type::{I8, I16, I32, I64, Int, U8, U16, U32, U64};
    matches!(kind, U8 | U16 | U32 | U64 | I8 | I16 | I32 | I64 | Int)
}

fn no_value(kind: Type) -> CborError {
    CborError::syntax(format_args!("`{kind}` stands where a value should"))
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = CborError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        match (self.tags()?, self.kind()?) {
            (Big::Positive, Type::Bytes | Type::BytesIndef) => self.big(false, visitor),
            (Big::Negative, Type::Bytes | Type::BytesIndef) => self.big(true, visitor),
            (_, Type::Bytes | Type::BytesIndef) => match self.bytes()? {
                Cow::Borrowed(bytes) => visitor.visit_borrowed_bytes(bytes),
                Cow::Owned(bytes) => visitor.visit_byte_buf(bytes),
            },
            (_, Type::String | Type::StringIndef) => match self.text()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            (_, Type::Array | Type::ArrayIndef) => {
                let left = Left::new(self.from.array()?);
                self.within(|reader| Items::read(reader, left, visitor))
            }
            (_, Type::Map | Type::MapIndef) => {
                let left = Left::new(self.from.map()?);
                self.within(|reader| Entries::read(reader, left, visitor))
            }
            (_, Type::F16 | Type::F32 | Type::F64) => visitor.visit_f64(self.float()?),
            (_, Type::Bool) => visitor.visit_bool(self.from.bool()?),
            (_, Type::Null | Type::Undefined) => {
                self.pass_byte();
                visitor.visit_unit()
            }
            (_, kind) if is_whole(kind) => {
                let number = i128::from(self.from.int()?);
                match (u64::try_from(number), i64::try_from(number)) {
                    (Ok(number), _) => visitor.visit_u64(number),
                    (_, Ok(number)) => visitor.visit_i64(number),
                    _ => Err(CborError::custom("a number is beyond 64 bits")),
                }
            }
            (_, kind) => Err(no_value(kind)),
        }
    }

    /// No bytes, which serde's own strings would take as well.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        self.tags()?;
        match self.kind()? {
            Type::Bytes | Type::BytesIndef => Err(CborError::invalid_type(Unexpected::Other("bytes"), &visitor)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        let begin = self.from.position();
        self.tags()?;
        match self.kind()? {
            Type::Null | Type::Undefined => {
                self.pass_byte();
                visitor.visit_none()
            }
            _ => {
                // Whoever reads the value asks for its tags.
                self.from.set_position(begin);
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, CborError> {
        match name {
            tag::BIG_INTEGER => visitor.visit_string(big::read_integer(self)?),
            tag::BIG_DECIMAL => visitor.visit_string(big::read_decimal(self)?),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        self.pass_over()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

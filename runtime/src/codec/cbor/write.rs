//! Values as CBOR.

use super::{CborError, big};
use crate::codec::tag;
use minicbor::Encoder;
use minicbor::data::Tag;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// Writes a value behind others. Whole numbers take as few bytes as they can; a list has its length before it, a structure
/// its end behind it.
pub(super) struct Writer<'a> {
    to: Encoder<&'a mut Vec<u8>>,
    /// What a text stands for.
    text: Text,
}

enum Text {
    /// Itself.
    Plain,
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
}

impl<'a> Writer<'a> {
    pub(super) fn new(to: &'a mut Vec<u8>) -> Self {
        Self { to: Encoder::new(to), text: Text::Plain }
    }

    fn begin(mut self, what: What, len: Option<usize>) -> Result<Open<'a>, CborError> {
        let items = len.map(|len| len as u64);
        match (what, items) {
            (What::List, Some(items)) => self.to.array(items)?,
            (What::List, None) => self.to.begin_array()?,
            (What::Map, Some(items)) => self.to.map(items)?,
            (What::Map, None) => self.to.begin_map()?,
        };
        Ok(Open { to: self.to.into_writer(), has_end: len.is_none() })
    }
}

enum What {
    List,
    Map,
}

/// A list or map that has begun.
pub(super) struct Open<'a> {
    to: &'a mut Vec<u8>,
    has_end: bool,
}

impl Open<'_> {
    fn put<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), CborError> {
        value.serialize(Writer::new(self.to))
    }

    fn close(self) -> Result<(), CborError> {
        if self.has_end {
            Encoder::new(self.to).end()?;
        }
        Ok(())
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = CborError;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), CborError> {
        self.put(value)
    }

    fn end(self) -> Result<(), CborError> {
        self.close()
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = CborError;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), CborError> {
        self.put(key)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), CborError> {
        self.put(value)
    }

    fn end(self) -> Result<(), CborError> {
        self.close()
    }
}

/// Methods that write one value by the encoder's method of another name.
macro_rules! by {
    ($($method:ident($ty:ty) = $encoder:ident;)*) => {$(
        fn $method(mut self, value: $ty) -> Result<(), CborError> {
            self.to.$encoder(value.into())?;
            Ok(())
        }
    )*};
}

/// What codecs never write, since no shape is such a value.
fn none_such<T>() -> Result<T, CborError> {
    Err(CborError::custom("is of a type that no shape has"))
}

type Never = Impossible<(), CborError>;

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = CborError;
    type SerializeSeq = Open<'a>;
    type SerializeMap = Open<'a>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    by! {
        serialize_bool(bool) = bool;
        serialize_i8(i8) = i64;
        serialize_i16(i16) = i64;
        serialize_i32(i32) = i64;
        serialize_i64(i64) = i64;
        serialize_u8(u8) = u64;
        serialize_u16(u16) = u64;
        serialize_u32(u32) = u64;
        serialize_u64(u64) = u64;
        serialize_f32(f32) = f32;
        serialize_char(char) = char;
        serialize_bytes(&[u8]) = bytes;
    }

    fn serialize_str(mut self, value: &str) -> Result<(), CborError> {
        match self.text {
            Text::Plain => self.to.str(value).map(drop).map_err(CborError::from),
            Text::Integer => big::write_integer(&mut self.to, value),
            Text::Decimal => big::write_decimal(&mut self.to, value),
        }
    }

    /// In 32 bits, if those have room for it.
    fn serialize_f64(mut self, value: f64) -> Result<(), CborError> {
        let narrow = value as f32;
        match f64::from(narrow) == value || value.is_nan() {
            true => self.serialize_f32(narrow),
            false => {
                self.to.f64(value)?;
                Ok(())
            }
        }
    }

    fn serialize_none(self) -> Result<(), CborError> {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), CborError> {
        value.serialize(self)
    }

    fn serialize_unit(mut self) -> Result<(), CborError> {
        self.to.null()?;
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), CborError> {
        none_such()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), CborError> {
        none_such()
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), CborError> {
        match name {
            tag::EPOCH => drop(self.to.tag(Tag::new(1))?),
            tag::BIG_INTEGER => self.text = Text::Integer,
            tag::BIG_DECIMAL => self.text = Text::Decimal,
            _ => {}
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), CborError> {
        none_such()
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Open<'a>, CborError> {
        self.begin(What::List, len)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Open<'a>, CborError> {
        self.begin(What::Map, len)
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, CborError> {
        none_such()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, CborError> {
        none_such()
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, CborError> {
        none_such()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Never, CborError> {
        none_such()
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, CborError> {
        none_such()
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

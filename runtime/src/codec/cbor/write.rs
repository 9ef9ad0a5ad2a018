//! Values as CBOR.

use super::CborError;
use crate::codec::tag;
use minicbor::Encoder;
use minicbor::data::Tag;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

/// Writes a value behind others. Whole numbers take as few bytes as they can; a list has its length before it, a structure
/// its end behind it.
pub(super) struct Writer<'a>(Encoder<&'a mut Vec<u8>>);

impl<'a> Writer<'a> {
    pub(super) fn new(to: &'a mut Vec<u8>) -> Self {
        Self(Encoder::new(to))
    }

    fn begin(mut self, what: What, len: Option<usize>) -> Result<Open<'a>, CborError> {
        let items = len.map(|len| len as u64);
        match (what, items) {
            (What::List, Some(items)) => self.0.array(items)?,
            (What::List, None) => self.0.begin_array()?,
            (What::Map, Some(items)) => self.0.map(items)?,
            (What::Map, None) => self.0.begin_map()?,
        };
        Ok(Open { to: self.0.into_writer(), has_end: len.is_none() })
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
            self.0.$encoder(value.into())?;
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
        serialize_str(&str) = str;
        serialize_bytes(&[u8]) = bytes;
    }

    /// In 32 bits, if those have room for it.
    fn serialize_f64(mut self, value: f64) -> Result<(), CborError> {
        let narrow = value as f32;
        match f64::from(narrow) == value || value.is_nan() {
            true => self.serialize_f32(narrow),
            false => {
                self.0.f64(value)?;
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
        self.0.null()?;
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
        if name == tag::EPOCH {
            self.0.tag(Tag::new(1))?;
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

//! What an error's body says, in one pass over its JSON or CBOR that keeps nothing else.
//!
//! In: any bytes, maybe without their end. Out: the texts of the members that services use for code and message.

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What answers with bodies of CBOR call their protocol.
pub(super) const RPC_V2_CBOR: &str = "rpc-v2-cbor";

/// Body members that may hold the code, in order of preference, and then those that may hold the message.
const NAMES: [&str; 7] = ["code", "Code", "__type", "message", "Message", "errorMessage", "error_message"];
const SHAPE: usize = 2;
const CODES: usize = 3;

/// The texts of an object's members that may hold code or message.
#[derive(Debug, Default)]
pub(crate) struct Said<'b> {
    texts: [Option<Cow<'b, str>>; NAMES.len()],
    is_whole: bool,
}

impl<'b> Said<'b> {
    /// Reads a body as far as it goes.
    pub(crate) fn of(body: &'b [u8]) -> Self {
        let mut said = Self::default();
        let mut json = serde_json::Deserializer::from_slice(body);
        said.is_whole = json.deserialize_any(Object(&mut said.texts)).is_ok() && json.end().is_ok();
        said
    }

    /// The same, of a body of this protocol of Smithy RPC v2.
    pub(super) fn of_rpc(protocol: &str, body: &'b [u8]) -> Self {
        #[cfg(feature = "cbor")]
        if protocol == RPC_V2_CBOR {
            let mut said = Self::default();
            let read = crate::codec::cbor::read_one(body, |reader| reader.deserialize_any(Object(&mut said.texts)));
            said.is_whole = read.is_ok();
            return said;
        }
        match protocol {
            // Services that speak it switch the feature on.
            RPC_V2_CBOR => Self::default(),
            _ => Self::of(body),
        }
    }

    /// Whether it was read from beginning to end.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The shape's name, where that is all that counts as a code.
    pub(super) fn shape(&self) -> Option<&str> {
        first(&self.texts[SHAPE..CODES])
    }

    pub(super) fn code(&self) -> Option<&str> {
        first(&self.texts[..CODES])
    }

    pub(super) fn message(&self) -> Option<&str> {
        first(&self.texts[CODES..])
    }

    /// Whether this member is a text.
    pub(crate) fn has(&self, name: &str) -> bool {
        NAMES.iter().zip(&self.texts).any(|(known, text)| *known == name && text.is_some())
    }
}

fn first<'t>(texts: &'t [Option<Cow<'_, str>>]) -> Option<&'t str> {
    texts.iter().flatten().map(AsRef::as_ref).find(|text| !text.is_empty())
}

/// Keeps some members' texts; everything else is passed over.
struct Object<'s, 'b>(&'s mut [Option<Cow<'b, str>>; NAMES.len()]);

/// What has no members has no texts.
macro_rules! nothing {
    ($($visit:ident: $ty:ty),+) => {
        $( fn $visit<E>(self, _: $ty) -> Result<Self::Value, E> {
            Ok(Default::default())
        } )+

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Default::default())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
            while from.next_element::<IgnoredAny>()?.is_some() {}
            Ok(Default::default())
        }
    };
}

impl<'de> Visitor<'de> for Object<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<(), A::Error> {
        while let Some(name) = from.next_key_seed(Text)? {
            let index = name.and_then(|name| NAMES.iter().position(|known| *known == name));
            match index {
                Some(index) => self.0[index] = from.next_value_seed(Text)?,
                None => drop(from.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    nothing!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str, visit_bytes: &[u8]);
}

/// A text, without a copy where it has no escapes; `None` for any other value.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        while from.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    nothing!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_bytes: &[u8]);
}

#[cfg(test)]
mod tests {
    use super::Said;

    fn said(body: &str) -> (Option<String>, Option<String>, bool) {
        let said = Said::of(body.as_bytes());
        (said.code().map(str::to_owned), said.message().map(str::to_owned), said.is_whole())
    }

    #[test]
    fn code_and_message_are_found_among_anything() {
        let pair = |code: &str, message: &str, is_json| (Some(code.to_owned()), Some(message.to_owned()), is_json);
        for body in [
            r#"{"code":"A","message":"b"}"#,
            r#"{"x":[{"code":"no"},[[]]],"__type":"A","y":{"message":"no"},"Message":"b","z":1e400}"#,
            r#"{"code":1,"Code":[2],"__type":"A","message":{"message":"no"},"errorMessage":"b"}"#,
            r#"{"code":"","Code":"A","message":"","error_message":"b"}"#,
            r#"{"code":"no","code":"A","m\u0065ssage":"b"}"#,
        ] {
            assert_eq!(said(&body.replace("1e400", "1")), pair("A", "b", true), "{body}");
        }
        assert_eq!(said(r#"{"code":"A","message":"b","reasons":[{},{},"#), pair("A", "b", false), "as far as it goes");
    }

    #[test]
    fn what_says_nothing_is_no_trouble() {
        for (body, is_json) in [
            ("", false),
            ("null", true),
            ("[{\"code\":\"A\"}]", true),
            ("\"code\"", true),
            ("1", true),
            ("<html>", false),
            ("{", false),
        ] {
            assert_eq!(said(body), (None, None, is_json), "{body}");
        }
        let deep = format!("{{\"x\":{},\"code\":\"A\"}}", "[".repeat(100_000) + &"]".repeat(100_000));
        assert_eq!(said(&deep).0.as_deref(), Some("A"));
        assert_eq!(said(&"[".repeat(100_000)), (None, None, false));
    }
}

//! A structure's members, read in.

use super::given::Given;
use super::unread::Entry;
use super::{Answered, ResponseParts, Unread, whole};
use crate::text::{SHORT, line};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::error::operation::BuildError;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

/// A structure that has a builder.
pub trait Built: Sized {
    /// The builder.
    type Builder: MemberReader<Structure = Self>;
}

/// A builder that takes members by their wire names.
pub trait MemberReader: Default {
    /// What it builds.
    type Structure: super::Members;
    /// The structure's name in the model, for messages.
    const NAME: &'static str = <Self::Structure as super::Members>::NAME;
    /// Whether a member that the model doesn't know is an error. So it is for structures that only requests use: a
    /// misspelt setting must not be dropped silently. Responses may always carry something newer.
    const STRICT: bool = false;
    /// The member that holds those which the structure doesn't have.
    #[cfg(feature = "simple-rest-json")]
    const REST: Option<&'static str> = None;

    /// Takes the member called `name`, or leaves `value` unread if there is none of that name.
    fn read_member<U: Unread>(&mut self, name: &str, value: &mut U) -> Result<(), U::Error>;

    /// Takes the members that an answer holds outside a JSON body: in headers, in the status, as the body itself.
    fn read_http(&mut self, _from: &super::ResponseParts<'_>) -> Result<(), BoxError> {
        Ok(())
    }

    /// Takes the members that an event has in its message's headers, or as its payload.
    #[cfg(feature = "event-stream")]
    fn read_event(&mut self, _from: &super::EventParts<'_>) -> Result<(), BoxError> {
        Ok(())
    }

    /// The fields that must be set and are not.
    fn missing(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// What it builds, with required members that are missing at their zero value.
    fn corrected(self) -> Self::Structure;
}

/// Reads a structure from any serde format.
///
/// # Errors
/// The input doesn't fit. A structure that only requests hold must also have all that is required of it, and nothing
/// that the model doesn't know, itself or anything within it: a setting that is misspelt would otherwise not be made, and
/// nobody would be told.
pub fn deserialize<'de, B: MemberReader, D: Deserializer<'de>>(from: D) -> Result<B::Structure, D::Error> {
    if !B::STRICT {
        let builder = members::<B, D>(from)?;
        #[cfg(feature = "simple-rest-json")]
        return super::alloy::complete(builder);
        #[cfg(not(feature = "simple-rest-json"))]
        return Ok(builder.corrected());
    }
    let given = Given::deserialize(from)?;
    let builder: B = given.members().map_err(D::Error::custom)?;
    let missing = builder.missing();
    if !missing.is_empty() {
        return Err(D::Error::custom(format_args!("{} lacks {}", B::NAME, missing.join(", "))));
    }
    let structure = builder.corrected();
    let kept = super::write::all_of(&structure).map_err(D::Error::custom)?;
    match lost(&given.into_value(), &kept) {
        Some(path) => {
            let path = line(path.trim_start_matches('.'), SHORT);
            Err(D::Error::custom(format_args!("{} has no member `{path}`", B::NAME)))
        }
        None => Ok(structure),
    }
}

/// Reads a builder from any serde format.
pub(super) fn members<'de, B: MemberReader, D: Deserializer<'de>>(from: D) -> Result<B, D::Error> {
    from.deserialize_map(Reader::<B>(PhantomData))
}

/// The path of a member that was given and is not kept: one that no structure on its way knows.
fn lost(given: &Value, kept: &Value) -> Option<String> {
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => {
            let given = given.iter().filter(|(_, value)| !value.is_null());
            given.map(|(name, value)| (name, value, kept.get(name))).find_map(|(name, value, kept)| match kept {
                Some(kept) => lost(value, kept).map(|path| format!(".{name}{path}")),
                None => Some(format!(".{name}")),
            })
        }
        (Value::Array(given), Value::Array(kept)) => {
            // A dense list has left out what was `null`.
            let dense = given.len() != kept.len();
            let given = given.iter().enumerate().filter(|(_, value)| !(dense && value.is_null()));
            given.zip(kept).find_map(|((index, given), kept)| lost(given, kept).map(|path| format!("[{index}]{path}")))
        }
        _ => None,
    }
}

/// Refuses to build a structure while fields that must be set are not.
#[doc(hidden)]
pub fn none_missing(structure: &str, missing: &[&'static str]) -> Result<(), BuildError> {
    match missing {
        [] => Ok(()),
        [first, ..] => {
            let are = if missing.len() == 1 { "is" } else { "are" };
            let details = format!("{} {are} required to build {structure}", missing.join(", "));
            Err(BuildError::invalid_field(first, details))
        }
    }
}

/// Reads a string and makes something of it, without a copy where the format allows it.
pub fn text<'de, T, D: Deserializer<'de>>(from: D, make: impl FnOnce(&str) -> T) -> Result<T, D::Error> {
    let text = from.deserialize_str(Name)?;
    super::reading::take_allocation(text.as_str().len())?;
    Ok(make(text.as_str()))
}

/// Reads a builder from a JSON body. An empty body is an object without members.
///
/// # Errors
/// The body is not JSON, or a member has the wrong type.
pub fn parse<B: MemberReader>(body: &[u8]) -> Result<B, serde_json::Error> {
    if body.trim_ascii().is_empty() {
        return Ok(B::default());
    }
    json(body, |from| members::<B, _>(from))
}

/// Reads what an answer holds, whose body is JSON: in its body and elsewhere.
///
/// # Errors
/// The answer is not what the model says.
pub fn read_json<T: Built + super::Members>(answer: &ResponseParts<'_>) -> Result<Answered<T::Builder>, BoxError> {
    let mut output = if T::HAS_BODY { parse(answer.body())? } else { T::Builder::default() };
    output.read_http(answer)?;
    Ok(Answered { output, request_id: None })
}

/// Reads JSON from a body's text, to its end. That it is text is found out once, not for each string in it.
pub(super) fn json<'b, T>(
    body: &'b [u8],
    read: impl FnOnce(&mut serde_json::Deserializer<serde_json::de::StrRead<'b>>) -> Result<T, serde_json::Error>,
) -> Result<T, serde_json::Error> {
    let text = std::str::from_utf8(body).map_err(|error| {
        serde_json::Error::custom(format_args!("the body is not UTF-8 from its byte {} on", error.valid_up_to()))
    })?;
    let mut json = serde_json::Deserializer::from_str(text);
    let value = whole::from_text(|| read(&mut json))?;
    json.end()?;
    Ok(value)
}

/// Sets the member called `name`, if the builder has one of that name, to a string.
pub(crate) fn set_text<B: MemberReader>(builder: &mut B, name: &str, text: &str) {
    // A `Value`, because members are read as optional, and a plain `&str` doesn't say that it is there.
    let text = serde_json::Value::from(text);
    let mut entries = MapDeserializer::<_, serde_json::Error>::new(std::iter::once((name, text)));
    if let Ok(Some(_)) = entries.next_key_seed(Name) {
        // A member of that name but another type keeps what it has.
        let _ = builder.read_member(name, &mut Entry::new(&mut entries));
    }
}

struct Reader<B>(PhantomData<B>);

impl<'de, B: MemberReader> Visitor<'de> for Reader<B> {
    type Value = B;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", B::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<B, A::Error> {
        let mut builder = B::default();
        #[cfg(feature = "simple-rest-json")]
        let mut rest = super::alloy::Collected::new();
        while let Some(name) = from.next_key_seed(Name)? {
            #[cfg(feature = "simple-rest-json")]
            if B::REST == Some(name.as_str()) {
                rest.keeps::<B, A>(name.as_str(), &mut from)?;
                continue;
            }
            let mut entry = Entry::new(&mut from);
            builder.read_member(name.as_str(), &mut entry)?;
            if entry.is_taken() {
                continue;
            }
            #[cfg(feature = "simple-rest-json")]
            if rest.keeps::<B, A>(name.as_str(), &mut from)? {
                continue;
            }
            from.next_value::<IgnoredAny>()?;
        }
        #[cfg(feature = "simple-rest-json")]
        rest.give(&mut builder)?;
        Ok(builder)
    }
}

/// A member's name, borrowed where the format allows it.
struct Name;

enum Text<'de> {
    Borrowed(&'de str),
    Owned(String),
}

impl Text<'_> {
    fn as_str(&self) -> &str {
        match self {
            Text::Borrowed(text) => text,
            Text::Owned(text) => text,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Text<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Text<'de>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text::Owned(text.to_owned()))
    }
}

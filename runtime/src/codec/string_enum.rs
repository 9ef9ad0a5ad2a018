//! Enums over strings.
//!
//! In: what an enum that [`string_enum!`](crate::string_enum) declares says of itself, [`StringEnum`]. Out: all that codecs ask of its
//! values, which is compiled once rather than for each enum.

#[cfg(feature = "event-stream")]
use super::HeaderForm;
use super::{AsText, Zero};
#[cfg(feature = "event-stream")]
use aws_smithy_types::event_stream::HeaderValue;
use std::borrow::Cow;

/// An enum over strings, with a variant for what the model doesn't know.
#[doc(hidden)]
pub trait StringEnum: AsRef<str> + for<'a> From<&'a str> {
    /// Whether it is a value that the model doesn't know.
    fn is_unknown(&self) -> bool;
}

impl<T: StringEnum> AsText for T {
    fn as_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.as_ref())
    }

    fn from_text(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

impl<T: StringEnum> Zero for T {
    fn zero() -> Self {
        Self::from("")
    }
}

/// What an enum is in the header of an event.
#[cfg(feature = "event-stream")]
impl<T: StringEnum> HeaderForm for T {
    const KIND: &'static str = <String as HeaderForm>::KIND;

    fn to_header(&self) -> HeaderValue {
        HeaderValue::String(self.as_ref().to_owned().into())
    }

    fn from_header(value: &HeaderValue) -> Option<Self> {
        String::from_header(value).map(|text| Self::from(text.as_str()))
    }
}

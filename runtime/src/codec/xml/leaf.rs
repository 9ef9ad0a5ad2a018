//! Values with a text.

use super::{Found, Node, XmlError};
use crate::codec::{TextCodec, reading};
use crate::text::{SHORT, line};

impl Node {
    /// A value's text.
    pub(in crate::codec) fn of_text<T, C: TextCodec<T>>(codec: &C, value: &T) -> Self {
        let mut written = String::new();
        codec.texts(value, &mut |text| written.push_str(&text));
        Self::text(written)
    }
}

impl Found<'_> {
    /// The value that its text stands for.
    pub(in crate::codec) fn parsed<T, C: TextCodec<T>>(self, codec: &C) -> Result<T, XmlError> {
        let text = self.text();
        reading::take_allocation::<XmlError>(text.len())?;
        codec
            .parse(text)
            .ok_or_else(|| XmlError::misfit(format_args!("{:?} is no such value", line(text, SHORT).to_string())))
    }
}

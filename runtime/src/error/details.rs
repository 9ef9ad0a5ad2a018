//! What an error holds beside its code and message, for its text.
//!
//! In: an error of the model's. Out: `; reasons: [{"field":"networkName","reason":"…"}]`, its other members as JSON.

use crate::codec::{Codec, Location, Member, MemberWriter, Members, REDACTED, TextCodec, written};
use serde_json::Value;
use std::convert::Infallible;
use std::fmt::{Debug, Write};

/// The members of an error that are set, but for its message and what that says already. Nothing of an error that holds
/// anything sensitive.
pub(super) fn details<E: Members + Debug>(error: &E, message: &str) -> String {
    let mut details = Details { message, text: String::new() };
    let Ok(()) = error.write_members(&mut details);
    // The members' JSON has what is sensitive too; only `Debug` knows what that is.
    if !details.text.is_empty() && format!("{error:?}").contains(REDACTED) {
        details.text.clear();
    }
    details.text
}

struct Details<'m> {
    message: &'m str,
    text: String,
}

/// Whether a message says all the texts in a value, and there are any. A text of one or two letters may be there by
/// accident.
fn says(message: &str, value: &Value) -> bool {
    match value {
        Value::String(text) => text.len() > 2 && message.contains(text.as_str()),
        Value::Array(items) => !items.is_empty() && items.iter().all(|item| says(message, item)),
        Value::Object(members) => !members.is_empty() && members.values().all(|member| says(message, member)),
        _ => false,
    }
}

impl MemberWriter for Details<'_> {
    type Error = Infallible;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Infallible> {
        let value = value.filter(|_| !member.name.eq_ignore_ascii_case("message"));
        let json = value.and_then(|value| written(value, codec));
        if let Some(json) = json.filter(|json| !says(self.message, json)) {
            let _ = write!(self.text, "; {}: {json}", member.name);
        }
        Ok(())
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Infallible> {
        self.member(member, value, codec)
    }
}

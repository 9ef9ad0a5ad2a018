//! What an error holds beside its code and message, for its text.
//!
//! In: an error of the model's. Out: `; reasons: [{"field":"networkName","reason":"…"}]`, its other members as JSON.

use crate::body::{Codec, Location, MemberWriter, Members, Place, REDACTED, TextCodec, written};
use std::convert::Infallible;
use std::fmt::{Debug, Write};

/// The members of an error that are set, but for its message. Nothing of an error that holds anything sensitive.
pub(super) fn details<E: Members + Debug>(error: &E) -> String {
    let mut details = Details(String::new());
    let Ok(()) = error.write_members(&mut details);
    // The members' JSON has what is sensitive too; only `Debug` knows what that is.
    if !details.0.is_empty() && format!("{error:?}").contains(REDACTED) {
        details.0.clear();
    }
    details.0
}

struct Details(String);

impl MemberWriter for Details {
    type Error = Infallible;

    fn member<T, C: Codec<T>>(&mut self, place: &Place, value: Option<&T>, codec: C) -> Result<(), Infallible> {
        let value = value.filter(|_| !place.name.eq_ignore_ascii_case("message"));
        if let Some(json) = value.and_then(|value| written(value, codec)) {
            let _ = write!(self.0, "; {}: {json}", place.name);
        }
        Ok(())
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        _: Location,
        place: &Place,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Infallible> {
        self.member(place, value, codec)
    }
}

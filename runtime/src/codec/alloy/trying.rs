//! How strictly a value is read that may be another one.
//!
//! Elsewhere an answer is read as generously as it can be. Where a value could be any of several, that it is one of them has to
//! mean something: all that is required is there, and at first also that enums' values are known.

use crate::codec::{Codec, Location, Member, MemberReader, MemberWriter, Members, TextCodec};
use serde::de::Error;
use std::cell::Cell;

thread_local! {
    static HOW: Cell<How> = const { Cell::new(How::Generously) };
}

/// How strictly values are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// As everywhere.
    Generously,
    /// All that is required has to be there.
    Whole,
    /// The same, and nothing may be unknown: no value of an enum, no member of a union.
    Known,
}

/// How strictly values are read just now.
pub(super) fn how() -> How {
    HOW.get()
}

/// Whether nothing may be unknown.
pub(in crate::codec) fn knows_all() -> bool {
    HOW.get() == How::Known
}

/// Runs `read`, which reads so strictly.
pub(super) fn so<T>(how: How, read: impl FnOnce() -> T) -> T {
    struct Restored(How);

    impl Drop for Restored {
        fn drop(&mut self) {
            HOW.set(self.0);
        }
    }

    let _before = Restored(HOW.replace(how));
    read()
}

/// What a builder builds, if that is enough just now.
pub(in crate::codec) fn complete<B: MemberReader, E: Error>(builder: B) -> Result<B::Structure, E> {
    if how() == How::Generously {
        return Ok(builder.corrected());
    }
    let mut missing = builder.missing();
    let structure = builder.corrected();
    let Ok(()) = structure.write_members(&mut Missing(&mut missing));
    match missing.as_slice() {
        [] => Ok(structure),
        missing => Err(E::custom(format_args!("{} lacks {}", B::NAME, missing.join(", ")))),
    }
}

/// Notes what is required and not there.
struct Missing<'m>(&'m mut Vec<&'static str>);

impl MemberWriter for Missing<'_> {
    type Error = std::convert::Infallible;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, _: C) -> Result<(), Self::Error> {
        if member.required && value.is_none() {
            self.0.push(member.field);
        }
        Ok(())
    }

    fn bound<T, C: TextCodec<T>>(
        &mut self,
        _: Location,
        member: &Member,
        value: Option<&T>,
        codec: C,
    ) -> Result<(), Self::Error> {
        self.member(member, value, codec)
    }
}

//! The list of a structure's members, as generated code says it: a call for each.
//!
//! The first member that can't be written ends the list. That is asked for once, at its end, and not at each call: a call is
//! most of what a member costs to compile.

use super::payload::{EntryCodec, PayloadCodec};
use super::stream::Streamed;
use super::{Codec, Location, Member, MemberWriter, TextCodec};
use crate::primitives::ByteStream;

/// Hands members to a writer until one can't be written. Each method is the writer's of the same name.
#[doc(hidden)]
pub struct Listing<'a, W: MemberWriter> {
    to: &'a mut W,
    outcome: Result<(), W::Error>,
}

/// The Rust field's name, the name by which serde and messages know the member, and its key in the HTTP message.
type Names = [&'static str; 3];

impl<'a, W: MemberWriter> Listing<'a, W> {
    /// Begins the list.
    #[inline]
    pub fn new(to: &'a mut W) -> Self {
        Self { to, outcome: Ok(()) }
    }

    /// Ends the list.
    ///
    /// # Errors
    /// What kept a member from being written.
    #[inline]
    pub fn finish(self) -> Result<(), W::Error> {
        self.outcome
    }

    #[inline]
    fn next(&mut self, names: Names, required: bool, hand: impl FnOnce(&mut W, &Member) -> Result<(), W::Error>) {
        if self.outcome.is_ok() {
            let [field, name, key] = names;
            self.outcome = hand(self.to, &Member { field, name, key, required });
        }
    }

    /// A member of the body that may be absent.
    #[inline]
    pub fn optional<T, C: Codec<T>>(&mut self, field: &'static str, name: &'static str, value: &Option<T>, codec: C) {
        self.member([field, name, name], false, value.as_ref(), codec);
    }

    /// A member of the body that a request needs.
    #[inline]
    pub fn required<T, C: Codec<T>>(&mut self, field: &'static str, name: &'static str, value: &Option<T>, codec: C) {
        self.member([field, name, name], true, value.as_ref(), codec);
    }

    /// A member of the body that is always there.
    #[inline]
    pub fn always<T, C: Codec<T>>(&mut self, field: &'static str, name: &'static str, value: &T, codec: C) {
        self.member([field, name, name], false, Some(value), codec);
    }

    /// A member that may be absent, and stands elsewhere in the HTTP message.
    #[inline]
    #[expect(
        clippy::too_many_arguments,
        reason = "an array of the names is more for the compiler, at each of thousands of calls"
    )]
    pub fn optional_at<T, C: TextCodec<T>>(
        &mut self,
        location: Location,
        field: &'static str,
        name: &'static str,
        key: &'static str,
        required: bool,
        value: &Option<T>,
        codec: C,
    ) {
        self.bound(location, [field, name, key], required, value.as_ref(), codec);
    }

    /// A member of the body.
    #[inline]
    pub fn member<T, C: Codec<T>>(&mut self, names: Names, required: bool, value: Option<&T>, codec: C) {
        self.next(names, required, |to, member| to.member(member, value, codec));
    }

    /// A map whose entries are members of the body.
    #[cfg(feature = "simple-rest-json")]
    #[inline]
    pub fn rest<T, C: Codec<T>>(&mut self, names: Names, required: bool, value: Option<&T>, codec: C) {
        self.next(names, required, |to, member| to.rest(member, value, codec));
    }

    /// A member of the body that is an attribute in XML.
    #[inline]
    pub fn attribute<T, C: TextCodec<T>>(&mut self, names: Names, required: bool, value: Option<&T>, codec: C) {
        self.next(names, required, |to, member| to.attribute(member, value, codec));
    }

    /// A member that stands elsewhere in the HTTP message.
    #[inline]
    pub fn bound<T, C: TextCodec<T>>(
        &mut self,
        location: Location,
        names: Names,
        required: bool,
        value: Option<&T>,
        codec: C,
    ) {
        self.next(names, required, |to, member| to.bound(location, member, value, codec));
    }

    /// A map whose entries are headers or query parameters.
    #[inline]
    pub fn spread<T, C: EntryCodec<T>>(
        &mut self,
        location: Location,
        names: Names,
        required: bool,
        value: Option<&T>,
        codec: C,
    ) {
        self.next(names, required, |to, member| to.spread(location, member, value, codec));
    }

    /// The member that is the body.
    #[inline]
    pub fn payload<T, C: PayloadCodec<T>>(&mut self, names: Names, required: bool, value: Option<&T>, codec: C) {
        self.next(names, required, |to, member| to.payload(member, value, codec));
    }

    /// The member that is the body, piece by piece.
    #[inline]
    pub fn stream(&mut self, names: Names, required: bool, value: Option<&ByteStream>, codec: Streamed) {
        self.next(names, required, |to, member| to.stream(member, value, codec));
    }

    /// A member that is a header of its event.
    #[cfg(feature = "event-stream")]
    #[inline]
    pub fn event_header<T: super::HeaderForm, C: Codec<T>>(
        &mut self,
        names: Names,
        required: bool,
        value: Option<&T>,
        codec: C,
    ) {
        self.next(names, required, |to, member| to.event_header(member, value, codec));
    }

    /// A member that is the payload of its event.
    #[cfg(feature = "event-stream")]
    #[inline]
    pub fn event_payload<T, C: PayloadCodec<T>>(&mut self, names: Names, required: bool, value: Option<&T>, codec: C) {
        self.next(names, required, |to, member| to.event_payload(member, value, codec));
    }

    /// The member that is a stream of events, and whether it is set.
    #[cfg(feature = "event-stream")]
    #[inline]
    pub fn events(&mut self, names: Names, required: bool, is_set: bool) {
        self.next(names, required, |to, member| to.events(member, is_set));
    }

    /// The member that holds an answer's status.
    #[inline]
    pub fn status<T, C: Codec<T>>(&mut self, names: Names, required: bool, value: Option<&T>, codec: C) {
        self.next(names, required, |to, member| to.status(member, value, codec));
    }

    /// An idempotency token: the one that is set, or one that the writer supplies.
    pub fn token(&mut self, value: &Option<String>) -> Option<String> {
        value.clone().or_else(|| self.to.token())
    }

    /// An account: the one that is set, or what stands for the caller's own.
    pub fn own_account(&mut self, value: &Option<String>) -> Option<String> {
        value.clone().filter(|account| !account.is_empty()).or_else(|| self.to.own_account())
    }
}

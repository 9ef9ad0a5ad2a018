//! A walk over a structure's members that finds what breaks the model's constraints.

use super::{Codec, ConstraintErrors, Known, Location, Member, MemberWriter, TextCodec, Violation};
use std::convert::Infallible;
use std::fmt;

/// Collects violations while it walks a structure.
#[derive(Debug, Default)]
pub struct Check {
    path: String,
    found: Vec<Violation>,
}

impl Check {
    /// Reports a problem at the current member.
    pub fn violation(&mut self, problem: impl Into<String>) {
        self.report(problem.into(), false);
    }

    /// Reports a value that can't be sent.
    pub(super) fn unsendable(&mut self, problem: impl Into<String>) {
        self.report(problem.into(), true);
    }

    pub(super) fn report(&mut self, problem: String, unsendable: bool) {
        self.found.push(Violation { path: self.path.clone(), problem, unsendable });
    }

    /// Runs `check` one step deeper.
    pub(super) fn within(&mut self, step: impl fmt::Display, check: impl FnOnce(&mut Self)) {
        use fmt::Write;
        let length = self.path.len();
        // Writing to a String does not fail.
        let _ = write!(self.path, "{step}");
        check(self);
        self.path.truncate(length);
    }

    /// Runs `check` on the member called `name`.
    pub(super) fn at_member(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.within(format_args!("{dot}{name}"), check);
    }

    pub(super) fn known<T: Known>(&mut self, value: &T) {
        if let Some(text) = value.unknown() {
            self.violation(format!("is `{text}`, which the model does not know"));
        }
    }

    pub(crate) fn finish(self) -> Result<(), ConstraintErrors> {
        if self.found.is_empty() { Ok(()) } else { Err(ConstraintErrors(self.found)) }
    }

    pub(crate) fn into_violations(self) -> Vec<Violation> {
        self.found
    }
}

impl MemberWriter for Check {
    type Error = Infallible;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Infallible> {
        self.at_member(member.name, |check| match value {
            Some(value) => codec.check(value, check),
            None if member.required => check.violation("is required"),
            None => {}
        });
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

    // A missing token is filled in when the call is made.
    fn own_account(&mut self) -> Option<String> {
        Some("-".to_owned())
    }

    fn token(&mut self) -> Option<String> {
        Some("token".to_owned())
    }
}

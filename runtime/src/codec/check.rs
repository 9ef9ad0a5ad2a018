//! A walk over a structure's members that finds what breaks the model's constraints.

use super::{Codec, ConstraintErrors, Location, Member, MemberWriter, StringEnum, TextCodec, Violation};
use std::convert::Infallible;
use std::fmt;

/// Collects violations while it walks a structure.
#[derive(Debug)]
pub struct Check {
    path: String,
    found: Vec<Violation>,
    scope: Scope,
}

/// What a check looks for.
#[derive(Clone, Copy, Debug)]
enum Scope {
    /// All that the model says. Programs that never ask for that don't have the engine that patterns are run by.
    Model(Fits),
    /// What can't be sent.
    Unsendable,
    /// Whether there is anything of the kind: paths and texts are left out, which is most of the work.
    Whether { found: bool },
}

/// Whether a text matches a pattern.
pub(super) type Fits = fn(pattern: &str, text: &str) -> bool;

impl Check {
    fn of(scope: Scope) -> Self {
        Self { path: String::new(), found: Vec::new(), scope }
    }

    /// Looks for all that breaks the model's constraints.
    pub(super) fn of_model(fits: Fits) -> Self {
        Self::of(Scope::Model(fits))
    }

    /// What `check` finds that can't be sent.
    pub(crate) fn unsendable(check: impl Fn(&mut Self)) -> Vec<Violation> {
        let mut whether = Self::of(Scope::Whether { found: false });
        check(&mut whether);
        if !matches!(whether.scope, Scope::Whether { found: true }) {
            return Vec::new();
        }
        let mut all = Self::of(Scope::Unsendable);
        check(&mut all);
        all.found
    }

    /// Reports a problem at the current member.
    pub fn violation(&mut self, problem: impl fmt::Display) {
        if let Scope::Model(_) = self.scope {
            self.report(problem);
        }
    }

    /// Reports a value that can't be sent.
    pub(super) fn refuse(&mut self, problem: impl fmt::Display) {
        match &mut self.scope {
            Scope::Whether { found } => *found = true,
            Scope::Model(_) | Scope::Unsendable => self.report(problem),
        }
    }

    fn report(&mut self, problem: impl fmt::Display) {
        self.found.push(Violation { path: self.path.clone(), problem: problem.to_string() });
    }

    /// Reports a text that doesn't match a pattern. One that the engine can't run is the service's to check.
    pub(super) fn pattern(&mut self, pattern: &str, text: &str) {
        if let Scope::Model(fits) = self.scope
            && !fits(pattern, text)
        {
            self.violation(format_args!("does not match {pattern}"));
        }
    }

    /// Runs `check` one step deeper.
    pub(super) fn within(&mut self, step: impl fmt::Display, check: impl FnOnce(&mut Self)) {
        use fmt::Write;
        if let Scope::Whether { .. } = self.scope {
            return check(self);
        }
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

    pub(super) fn known<T: StringEnum>(&mut self, value: &T) {
        if value.is_unknown() {
            self.violation(format_args!("is `{}`, which the model does not know", value.as_ref()));
        }
    }

    pub(crate) fn finish(self) -> Result<(), ConstraintErrors> {
        if self.found.is_empty() { Ok(()) } else { Err(ConstraintErrors(self.found)) }
    }
}

impl MemberWriter for Check {
    type Error = Infallible;

    fn member<T, C: Codec<T>>(&mut self, member: &Member, value: Option<&T>, codec: C) -> Result<(), Infallible> {
        match value {
            Some(value) => self.at_member(member.name, |check| codec.check(value, check)),
            None if member.required => self.at_member(member.name, |check| check.violation("is required")),
            None => {}
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

    // A missing token is filled in when the call is made.
    fn own_account(&mut self) -> Option<String> {
        Some("-".to_owned())
    }

    fn token(&mut self) -> Option<String> {
        Some("token".to_owned())
    }
}

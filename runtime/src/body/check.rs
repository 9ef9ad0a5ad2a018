//! Constraints of the model (`length`, `range`, `pattern`, `enum`), checked before a call on request.

use super::codec::{Codec, TextCodec};
use super::write::{Location, MemberWriter, Place};
use crate::error::text::{LONG, NAMED, line, others};
use aws_smithy_types::Blob;
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;

/// One constraint that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where: the path of wire names from the input's root, e.g. `securityGroupSettings.permittedNetworks[2]`.
    pub path: String,
    /// What is wrong, e.g. `has 7 characters, at least 8 are needed`.
    pub problem: String,
    /// Whether it is refused before every call, see [`crate::http`]: a lower bound, or a value that can't be written.
    pub(crate) unsendable: bool,
}

impl Violation {
    /// The problem, with where it is if that is inside the member rather than the member itself.
    pub(crate) fn in_member(&self) -> String {
        if self.path.is_empty() { self.problem.clone() } else { format!("({}) {}", self.path, self.problem) }
    }
}

/// Everything that is wrong with a value, in the order of its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstraintErrors(Vec<Violation>);

impl ConstraintErrors {
    /// The violations, at least one.
    pub fn violations(&self) -> &[Violation] {
        &self.0
    }
}

impl fmt::Display for ConstraintErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().take(NAMED).enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{} {}", line(&violation.path, LONG), line(&violation.problem, LONG))?;
        }
        others(f, self.0.len())
    }
}

impl std::error::Error for ConstraintErrors {}

/// Collects violations while it walks a structure.
#[derive(Debug, Default)]
pub struct Check {
    path: String,
    found: Vec<Violation>,
}

impl Check {
    /// Reports a problem at the current place.
    pub fn violation(&mut self, problem: impl Into<String>) {
        self.report(problem.into(), false);
    }

    /// Reports a value that can't be sent.
    pub(super) fn unsendable(&mut self, problem: impl Into<String>) {
        self.report(problem.into(), true);
    }

    fn report(&mut self, problem: String, unsendable: bool) {
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

    fn member<T, C: Codec<T>>(&mut self, place: &Place, value: Option<&T>, codec: C) -> Result<(), Infallible> {
        self.at_member(place.name, |check| match value {
            Some(value) => codec.check(value, check),
            None if place.required => check.violation("is required"),
            None => {}
        });
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

    // A missing token is filled in when the call is made.
    fn own_account(&mut self) -> Option<String> {
        Some("-".to_owned())
    }

    fn token(&mut self) -> Option<String> {
        Some("token".to_owned())
    }
}

/// An enum that knows whether a value is one of the model's.
pub trait Known {
    /// The value, if it is not in the model.
    fn unknown(&self) -> Option<Cow<'_, str>>;
}

/// A value with a length as Smithy counts it: characters of a string, items of a list, entries of a map.
pub trait Measure {
    /// What is counted, for messages.
    const UNIT: &'static str;
    /// How many.
    fn measure(&self) -> usize;
}

impl Measure for String {
    const UNIT: &'static str = "characters";
    fn measure(&self) -> usize {
        self.chars().count()
    }
}

impl Measure for Blob {
    const UNIT: &'static str = "bytes";
    fn measure(&self) -> usize {
        self.as_ref().len()
    }
}

impl<T> Measure for Vec<T> {
    const UNIT: &'static str = "items";
    fn measure(&self) -> usize {
        self.len()
    }
}

impl<K, V> Measure for HashMap<K, V> {
    const UNIT: &'static str = "entries";
    fn measure(&self) -> usize {
        self.len()
    }
}

/// Its value is one of the enum's (`smithy.api#enum`, `intEnum`).
#[derive(Clone, Copy, Debug)]
pub struct Enum<C>(pub C);

/// Its value is one of an integer enum's (`smithy.api#intEnum`).
#[derive(Clone, Copy, Debug)]
pub struct OneOf<C>(pub &'static [i32], pub C);

/// Its length lies between two bounds, both included (`smithy.api#length`).
#[derive(Clone, Copy, Debug)]
pub struct Length<C>(pub u64, pub u64, pub C);

/// Its value lies between two bounds, both included (`smithy.api#range`).
#[derive(Clone, Copy, Debug)]
pub struct Range<N, C>(pub N, pub N, pub C);

/// Its text matches a regular expression (`smithy.api#pattern`).
#[derive(Clone, Copy, Debug)]
pub struct Pattern<C>(pub &'static str, pub C);

impl<T: Measure, C: Codec<T>> Codec<T> for Length<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.2.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.2.read(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        let Self(least, most, inner) = self;
        let length = value.measure() as u64;
        if length < *least {
            report.report(format!("has {length} {}, at least {least} are needed", T::UNIT), true);
        } else if length > *most {
            report.violation(format!("has {length} {}, at most {most} are allowed", T::UNIT));
        }
        inner.check(value, report);
    }
}

impl<C: Codec<i32>> Codec<i32> for OneOf<C> {
    fn write<S: Serializer>(&self, value: &i32, to: S) -> Result<S::Ok, S::Error> {
        self.1.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<i32, D::Error> {
        self.1.read(from)
    }

    fn check(&self, value: &i32, report: &mut Check) {
        if !self.0.contains(value) {
            report.violation(format!("is {value}, which the model does not know"));
        }
        self.1.check(value, report);
    }
}

macro_rules! range {
    ($bound:ty) => {
        impl<T: Copy + Into<$bound>, C: Codec<T>> Codec<T> for Range<$bound, C> {
            fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
                self.2.write(value, to)
            }

            fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
                self.2.read(from)
            }

            fn check(&self, value: &T, report: &mut Check) {
                let Self(least, most, inner) = self;
                let number: $bound = (*value).into();
                if number < *least {
                    report.report(format!("is {number}, at least {least} is needed"), true);
                } else if number > *most {
                    report.violation(format!("is {number}, at most {most} is allowed"));
                }
                inner.check(value, report);
            }
        }
    };
}

range!(i64);
range!(f64);

impl<T: AsRef<str>, C: Codec<T>> Codec<T> for Pattern<C> {
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.1.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        self.1.read(from)
    }

    fn check(&self, value: &T, report: &mut Check) {
        // A pattern that this engine can't run is the service's to check.
        let fits = regex_lite::Regex::new(self.0).map(|pattern| pattern.is_match(value.as_ref()));
        if matches!(fits, Ok(false)) {
            report.violation(format!("does not match {}", self.0));
        }
        self.1.check(value, report);
    }
}

macro_rules! constrained_text {
    ([$($param:ident)?] $codec:ident, $field:tt) => {
        impl<T, $($param: Copy,)? C: TextCodec<T>> TextCodec<T> for $codec<$($param,)? C>
        where
            Self: Codec<T>,
        {
            const LIST: bool = C::LIST;

            fn texts(&self, value: &T, each: &mut dyn FnMut(Cow<'_, str>)) {
                self.$field.texts(value, each);
            }

            fn parse(&self, text: &str) -> Option<T> {
                self.$field.parse(text)
            }

            fn quote<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
                self.$field.quote(text)
            }

            fn split(&self, text: &str) -> Vec<String> {
                self.$field.split(text)
            }
        }
    };
}

constrained_text!([] Length, 2);
constrained_text!([N] Range, 2);
constrained_text!([] Pattern, 1);
constrained_text!([] Enum, 0);
constrained_text!([] OneOf, 1);

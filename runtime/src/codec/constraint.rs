//! Constraints of the model (`length`, `range`, `pattern`, `enum`): each is a codec around another one, and checked on request.

use super::{Check, Codec, StringEnum, TextCodec, tree};
use aws_smithy_types::Blob;
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;

/// A value with a length as Smithy counts it: characters of a string, items of a list, entries of a map.
pub trait Measure {
    /// What is counted, for messages: one, and several.
    const UNIT: (&'static str, &'static str);
    /// How many.
    fn measure(&self) -> usize;
}

impl Measure for String {
    const UNIT: (&'static str, &'static str) = ("character", "characters");
    fn measure(&self) -> usize {
        self.chars().count()
    }
}

impl Measure for Blob {
    const UNIT: (&'static str, &'static str) = ("byte", "bytes");
    fn measure(&self) -> usize {
        self.as_ref().len()
    }
}

impl<T> Measure for Vec<T> {
    const UNIT: (&'static str, &'static str) = ("item", "items");
    fn measure(&self) -> usize {
        self.len()
    }
}

impl<K, V> Measure for HashMap<K, V> {
    const UNIT: (&'static str, &'static str) = ("entry", "entries");
    fn measure(&self) -> usize {
        self.len()
    }
}

#[cfg(feature = "key-order")]
impl<K, V> Measure for crate::primitives::IndexMap<K, V> {
    const UNIT: (&'static str, &'static str) = ("entry", "entries");
    fn measure(&self) -> usize {
        self.len()
    }
}

/// Whether a text matches a pattern, or nobody here can say.
pub(super) fn fits(pattern: &str, text: &str) -> bool {
    regex_lite::Regex::new(pattern).map_or(true, |pattern| pattern.is_match(text))
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

    tree::around!(T, 2);

    fn check(&self, value: &T, report: &mut Check) {
        let Self(least, most, inner) = self;
        let length = value.measure() as u64;
        let unit = || if length == 1 { T::UNIT.0 } else { T::UNIT.1 };
        if length < *least {
            report.refuse(format_args!("has {length} {}, at least {least} are needed", unit()));
        } else if length > *most {
            report.violation(format_args!("has {length} {}, at most {most} are allowed", unit()));
        }
        inner.check(value, report);
    }
}

impl<C: Codec<i32>> Codec<i32> for OneOf<C> {
    fn write<S: Serializer>(&self, value: &i32, to: S) -> Result<S::Ok, S::Error> {
        self.1.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<i32, D::Error> {
        let value = self.1.read(from)?;
        #[cfg(feature = "simple-rest-json")]
        if super::alloy::knows_all() && !self.0.contains(&value) {
            use serde::de::Error;
            return Err(D::Error::custom(format_args!("{value} is not among the enum's values")));
        }
        Ok(value)
    }

    tree::around!(i32, 1);

    fn check(&self, value: &i32, report: &mut Check) {
        if !self.0.contains(value) {
            report.violation(format_args!("is {value}, which the model does not know"));
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

            tree::around!(T, 2);

            fn check(&self, value: &T, report: &mut Check) {
                let Self(least, most, inner) = self;
                let number: $bound = (*value).into();
                if number < *least {
                    report.refuse(format_args!("is {number}, at least {least} is needed"));
                } else if number > *most {
                    report.violation(format_args!("is {number}, at most {most} is allowed"));
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

    tree::around!(T, 1);

    fn check(&self, value: &T, report: &mut Check) {
        report.pattern(self.0, value.as_ref());
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

            #[cfg(feature = "simple-rest-json")]
            fn gapped_texts(&self, value: &T, each: &mut dyn FnMut(Option<Cow<'_, str>>)) {
                self.$field.gapped_texts(value, each);
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

impl<T, C> Codec<T> for Enum<C>
where
    T: StringEnum,
    C: Codec<T>,
{
    fn write<S: Serializer>(&self, value: &T, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(value, to)
    }

    fn read<'de, D: Deserializer<'de>>(&self, from: D) -> Result<T, D::Error> {
        let value = self.0.read(from)?;
        #[cfg(feature = "simple-rest-json")]
        if super::alloy::knows_all() && value.is_unknown() {
            use serde::de::Error;
            return Err(D::Error::custom(format_args!("`{}` is not among the enum's values", value.as_ref())));
        }
        Ok(value)
    }

    tree::around!(T, 0);

    fn check(&self, value: &T, report: &mut Check) {
        report.known(value);
    }
}

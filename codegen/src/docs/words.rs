//! Our own words, with parts between them that are safe.

use super::Markdown;
use std::fmt::Display;

/// What [`markdown!`] takes: text that is safe, and our own.
pub(crate) trait Shown: Display {}

impl Shown for Markdown {}
impl Shown for &'static str {}
impl Shown for u16 {}
impl Shown for u64 {}
impl Shown for i64 {}
impl Shown for f64 {}
impl Shown for bool {}
impl<T: Shown> Shown for &T {}

/// What it is given, if that is safe.
pub(crate) fn safe<T: Shown>(text: T) -> T {
    text
}

/// Whether a format has its arguments in order, and captures none.
pub(crate) const fn is_positional(format: &str) -> bool {
    let mut ahead = format.as_bytes();
    loop {
        ahead = match ahead {
            [] => return true,
            [b'{', b'{' | b'}', rest @ ..] => rest,
            [b'{', ..] => return false,
            [_, rest @ ..] => rest,
        };
    }
}

/// Puts together a [`Markdown`] of our own words and of what is [`Shown`]: a string that comes from a model is not, and
/// a format can't capture one.
///
/// `markdown!("The member {}.", Markdown::code("a`b"))` is "The member ``a`b``."
macro_rules! markdown {
    ($format:literal $(, $part:expr)* $(,)?) => {{
        const { assert!($crate::docs::is_positional($format), "a format takes its parts in order") };
        $crate::docs::Markdown::of_parts(format!($format $(, $crate::docs::safe($part))*))
    }};
}
pub(crate) use markdown;

#[cfg(test)]
mod tests {
    use super::*;

    /// Of what is [`Shown`] there are two implementations, so that the second parameter can't be left to the compiler.
    trait Ambiguous<Which> {}
    impl<T> Ambiguous<()> for T {}
    impl<T: Shown> Ambiguous<u8> for T {}

    fn is_no_part<T: Ambiguous<Which>, Which>() {}

    #[test]
    fn what_can_come_from_a_model_is_no_part() {
        // This compiles for types alone that are not shown.
        is_no_part::<String, _>();
        is_no_part::<&String, _>();
        is_no_part::<serde_json::Value, _>();
    }

    #[test]
    fn parts_stand_between_our_words() {
        assert_eq!(markdown!("The member {}.", Markdown::code("a`b")), "The member ``a`b``.");
    }

    #[test]
    fn a_format_captures_nothing() {
        for format in ["", "no part", "{} and {}", "{{}}"] {
            assert!(is_positional(format), "{format}");
        }
        for format in ["{name}", "{0}", "{:?}", "{} {name}", "{"] {
            assert!(!is_positional(format), "{format}");
        }
    }
}

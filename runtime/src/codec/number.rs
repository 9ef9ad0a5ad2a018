//! Numbers of which serde_json keeps every digit.
//!
//! Features of a crate add up over a program: where any crate of it turns on serde_json's `arbitrary_precision`, serde_json gives
//! whoever asks for a value of any kind a number with a fraction, or a very large one, as a map whose only member is the number's
//! text. A visitor that takes numbers takes these, too.

use serde::de::{Error, Expected, MapAccess, Unexpected, Visitor};
use serde_json::Number;
use std::sync::OnceLock;

/// What serde_json calls that member.
const NUMBER: &str = "$serde_json::private::Number";

/// Whether serde_json keeps digits in this program.
pub(super) fn keeps_digits() -> bool {
    static KEEPS: OnceLock<bool> = OnceLock::new();
    *KEEPS.get_or_init(|| serde_json::from_str::<Number>("1.10").is_ok_and(|number| number.to_string() == "1.10"))
}

/// Whether a map whose first member is called so stands for a number.
pub(super) fn is_name(name: &str) -> bool {
    name == NUMBER && keeps_digits()
}

/// The text of the number that a map stands for; an error as that of any visitor that takes no maps, if it is none.
pub(super) fn text<'de, A: MapAccess<'de>>(mut from: A, expected: &dyn Expected) -> Result<String, A::Error> {
    match from.next_key::<String>()? {
        Some(name) if is_name(&name) => from.next_value(),
        _ => Err(A::Error::invalid_type(Unexpected::Map, expected)),
    }
}

/// The same, as a float: it is none beyond the range of those.
pub(super) fn float<'de, A: MapAccess<'de>>(from: A, expected: &dyn Expected) -> Result<f64, A::Error> {
    in_range(&text(from, expected)?)
}

/// A number's text as a float.
pub(super) fn in_range<E: Error>(text: &str) -> Result<f64, E> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| E::custom("number out of range"))
}

/// A number from its text. `None` if it is another text: then the map was an object that is called so.
pub(super) fn parsed<E: Error>(text: &str) -> Result<Option<Number>, E> {
    let Ok(number) = text.parse::<Number>() else { return Ok(None) };
    in_range::<E>(text)?;
    Ok(Some(number))
}

/// Gives a number to a visitor as it would have come without its digits.
pub(super) fn visit<'de, V: Visitor<'de>, E: Error>(number: &Number, visitor: V) -> Result<V::Value, E> {
    match (number.as_u64(), number.as_i64()) {
        (Some(number), _) => visitor.visit_u64(number),
        (None, Some(number)) => visitor.visit_i64(number),
        (None, None) => visitor.visit_f64(in_range(&number.to_string())?),
    }
}

//! Numbers of any size (RFC 8949, sections 3.4.3 and 3.4.4), to and from decimal text.
//!
//! Whoever changes between the two bases takes time with the square of a number's length; so it is bounded, since answers may
//! have many of them.

use super::CborError;
use super::read::Reader;
use minicbor::Encoder;
use minicbor::data::{Int, Tag};
use serde::de::Error as _;

/// The longest number: 1024 bytes, or 2466 digits.
const MOST_BYTES: usize = 1024;
const MOST_DIGITS: usize = 2466;

/// The greatest power of ten in 32 bits, and its exponent: the digits that are changed at once.
const BASE: u64 = 1_000_000_000;
const AT_ONCE: usize = 9;

/// Writes a whole number: as a plain one where it fits into 64 bits, else as bytes.
pub(super) fn write_integer(to: &mut Encoder<&mut Vec<u8>>, text: &str) -> Result<(), CborError> {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    if digits.len() > MOST_DIGITS || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CborError::custom(format_args!("is no whole number of at most {MOST_DIGITS} digits")));
    }
    if let Some(int) = text.parse::<i128>().ok().and_then(|number| Int::try_from(number).ok()) {
        to.int(int)?;
        return Ok(());
    }
    let mut limbs = limbs_of(digits);
    if is_negative {
        // -1 is written as 0.
        less_one(&mut limbs);
    }
    let bytes: Vec<u8> = limbs.iter().rev().flat_map(|limb| limb.to_be_bytes()).skip_while(|byte| *byte == 0).collect();
    to.tag(Tag::new(if is_negative { 3 } else { 2 }))?.bytes(&bytes)?;
    Ok(())
}

/// Writes a decimal number: an exponent of ten, and the digits as a whole number.
pub(super) fn write_decimal(to: &mut Encoder<&mut Vec<u8>>, text: &str) -> Result<(), CborError> {
    let no_number = || CborError::custom("is no decimal number");
    let (decimal, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let exponent: i64 = exponent.parse().map_err(|_| no_number())?;
    let scale = i64::try_from(fraction.len()).ok().and_then(|scale| exponent.checked_sub(scale));
    to.tag(Tag::new(4))?.array(2)?.i64(scale.ok_or_else(no_number)?)?;
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let digits = [whole, fraction].concat();
    let digits = digits.trim_start_matches('0');
    write_integer(to, &[sign, if digits.is_empty() { "0" } else { digits }].concat())
}

/// Reads a whole number, however it is written.
pub(super) fn read_integer(reader: &mut Reader<'_>) -> Result<String, CborError> {
    match reader.number()? {
        Found::Int(number) => Ok(number.to_string()),
        Found::Bytes(is_negative, bytes) => digits_of(is_negative, &bytes),
        Found::Float(_) | Found::Decimal => Err(CborError::custom("not a whole number")),
    }
}

/// Reads a decimal number, however it is written.
pub(super) fn read_decimal(reader: &mut Reader<'_>) -> Result<String, CborError> {
    match reader.number()? {
        Found::Int(number) => Ok(number.to_string()),
        Found::Bytes(is_negative, bytes) => digits_of(is_negative, &bytes),
        Found::Float(number) if number.is_finite() => Ok(number.to_string()),
        Found::Float(_) => Err(CborError::custom("not a finite number")),
        Found::Decimal => {
            let (exponent, mantissa) = reader.pair(|reader| Ok((reader.number()?, read_integer(reader)?)))?;
            match exponent {
                Found::Int(exponent) => i64::try_from(exponent)
                    .map(|exponent| pointed(&mantissa, exponent))
                    .map_err(|_| CborError::custom("an exponent is beyond 64 bits")),
                _ => Err(CborError::custom("an exponent is no whole number")),
            }
        }
    }
}

/// A number as it stands in a body.
pub(super) enum Found<'de> {
    Int(i128),
    /// Its bytes, and whether it is negative.
    Bytes(bool, std::borrow::Cow<'de, [u8]>),
    Float(f64),
    /// A list of exponent and digits comes.
    Decimal,
}

/// A decimal number with its point, where that stands among or next to its digits; else with its exponent.
fn pointed(mantissa: &str, exponent: i64) -> String {
    // Zeros that are set before the digits at most.
    const ZEROS: usize = 30;
    let (sign, digits) = mantissa.strip_prefix('-').map_or(("", mantissa), |digits| ("-", digits));
    let scale = exponent.checked_neg().and_then(|scale| usize::try_from(scale).ok());
    match scale {
        Some(0) => mantissa.to_owned(),
        Some(scale) if scale < digits.len() => {
            let (whole, fraction) = digits.split_at(digits.len() - scale);
            format!("{sign}{whole}.{fraction}")
        }
        Some(scale) if scale - digits.len() <= ZEROS => format!("{sign}0.{}{digits}", "0".repeat(scale - digits.len())),
        _ => format!("{mantissa}e{exponent}"),
    }
}

/// Decimal digits as limbs of 32 bits, the lowest first.
fn limbs_of(digits: &str) -> Vec<u32> {
    let mut limbs: Vec<u32> = Vec::new();
    let first = digits.len() % AT_ONCE;
    let (head, tail) = digits.split_at(first);
    let chunks =
        [head].into_iter().filter(|head| !head.is_empty()).map(str::as_bytes).chain(tail.as_bytes().chunks(AT_ONCE));
    for chunk in chunks {
        let mut carry = chunk.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
        for limb in &mut limbs {
            let product = u64::from(*limb) * BASE + carry;
            *limb = low(product);
            carry = product >> 32;
        }
        if carry > 0 {
            limbs.push(low(carry));
        }
    }
    limbs
}

/// The lower half.
fn low(number: u64) -> u32 {
    (number & u64::from(u32::MAX)) as u32
}

fn less_one(limbs: &mut [u32]) {
    for limb in limbs {
        let (less, borrows) = limb.overflowing_sub(1);
        *limb = less;
        if !borrows {
            return;
        }
    }
}

/// The decimal digits of a number that is written as bytes.
fn digits_of(is_negative: bool, bytes: &[u8]) -> Result<String, CborError> {
    let bytes = bytes.iter().position(|byte| *byte != 0).map_or(&[][..], |first| &bytes[first..]);
    if bytes.len() > MOST_BYTES {
        return Err(CborError::custom(format_args!("a number has more than {MOST_BYTES} bytes")));
    }
    let mut limbs: Vec<u32> =
        bytes.rchunks(4).map(|chunk| chunk.iter().fold(0, |limb, byte| limb << 8 | u32::from(*byte))).collect();
    if is_negative {
        more_one(&mut limbs);
    }
    let mut groups = Vec::new();
    while !limbs.is_empty() {
        let mut rest = 0;
        for limb in limbs.iter_mut().rev() {
            let number = rest << 32 | u64::from(*limb);
            *limb = low(number / BASE);
            rest = number % BASE;
        }
        groups.push(rest);
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
    }
    let mut text = String::from(if is_negative { "-" } else { "" });
    text.push_str(&groups.pop().unwrap_or(0).to_string());
    for group in groups.iter().rev() {
        text.push_str(&format!("{group:09}"));
    }
    Ok(text)
}

fn more_one(limbs: &mut Vec<u32>) {
    for limb in limbs.iter_mut() {
        let (more, carries) = limb.overflowing_add(1);
        *limb = more;
        if !carries {
            return;
        }
    }
    limbs.push(1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use fastrand::Rng;

    fn integer(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_integer(&mut Encoder::new(&mut bytes), text).expect("it is a number");
        bytes
    }

    fn decimal(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_decimal(&mut Encoder::new(&mut bytes), text).expect("it is a number");
        bytes
    }

    #[test]
    fn numbers_have_the_bytes_of_rfc_8949() {
        // Appendix A, and section 3.4.4.
        for (text, bytes) in [
            ("0", b"\x00".as_slice()),
            ("18446744073709551615", b"\x1b\xff\xff\xff\xff\xff\xff\xff\xff"),
            ("18446744073709551616", b"\xc2\x49\x01\0\0\0\0\0\0\0\0"),
            ("-18446744073709551616", b"\x3b\xff\xff\xff\xff\xff\xff\xff\xff"),
            ("-18446744073709551617", b"\xc3\x49\x01\0\0\0\0\0\0\0\0"),
        ] {
            assert_eq!(integer(text), bytes, "{text}");
            assert_eq!(read_integer(&mut Reader::new(bytes)).as_deref(), Ok(text));
        }
        assert_eq!(decimal("273.15"), b"\xc4\x82\x21\x19\x6a\xb3");
        assert_eq!(read_decimal(&mut Reader::new(b"\xc4\x82\x21\x19\x6a\xb3")).as_deref(), Ok("273.15"));
    }

    #[test]
    fn numbers_of_any_length_are_read_as_they_were_written() {
        for seed in 0..3_000 {
            let mut rng = Rng::with_seed(seed);
            let mut text: String = (0..rng.usize(1..200)).map(|_| rng.digit(10)).collect();
            text = text.trim_start_matches('0').to_owned() + "7";
            if rng.bool() {
                text.insert(0, '-');
            }
            assert_eq!(read_integer(&mut Reader::new(&integer(&text))).as_deref(), Ok(text.as_str()));
            let (whole, fraction) = text.split_at(text.len() - 1);
            let pointed = format!(
                "{}.{fraction}",
                if whole.is_empty() || whole == "-" { format!("{whole}0") } else { whole.to_owned() }
            );
            assert_eq!(read_decimal(&mut Reader::new(&decimal(&pointed))).as_deref(), Ok(pointed.as_str()));
        }
        for text in ["999999999", "1000000000", "4294967295", "4294967296", "340282366920938463463374607431768211456"] {
            assert_eq!(read_integer(&mut Reader::new(&integer(text))).as_deref(), Ok(text));
        }
    }

    #[test]
    fn decimals_have_their_point_or_their_exponent() {
        for (bytes, text) in [
            (b"\xc4\x82\x00\x05".as_slice(), "5"),
            (b"\xc4\x82\x20\x05", "0.5"),
            (b"\xc4\x82\x22\x24", "-0.005"),
            (b"\xc4\x82\x02\x05", "5e2"),
            (b"\xc4\x82\x3b\x7f\xff\xff\xff\xff\xff\xff\xff\x05", "5e-9223372036854775808"),
            (b"\xc4\x82\x38\x63\x05", "5e-100"),
            (b"\xc4\x9f\x20\xc2\x41\x0f\xff", "1.5"),
            (b"\xf9\x3e\x00", "1.5"),
            (b"\x05", "5"),
            (b"\xc3\x41\x04", "-5"),
        ] {
            assert_eq!(read_decimal(&mut Reader::new(bytes)).as_deref(), Ok(text), "{bytes:x?}");
        }
        assert_eq!(decimal("1.5e3"), b"\xc4\x82\x02\x0f");
        assert_eq!(decimal("-0.0"), b"\xc4\x82\x20\x00");
    }

    #[test]
    fn what_is_no_number_or_too_long_a_one_is_refused() {
        for bytes in [
            b"\xc4\x81\x00".as_slice(),
            b"\xc4\x83\x00\x00\x00",
            b"\xc4\x80",
            b"\xc4\x05",
            b"\xc4\x82\xf9\x3e\x00\x05",
            b"\xc4\x82\xc2\x49\x01\0\0\0\0\0\0\0\0\x05",
            b"\xc4\x82\x1b\xff\xff\xff\xff\xff\xff\xff\xff\x05",
            b"\xc4\x82\x00\xc4\x82\x00\x05",
            b"\xf9\x7e\x00",
            b"\x615",
            b"\x41\x05",
            b"\xf6",
            b"",
        ] {
            assert!(read_decimal(&mut Reader::new(bytes)).is_err(), "{bytes:x?}");
        }
        for bytes in [b"\xf9\x3e\x00".as_slice(), b"\xc4\x82\x00\x05", b"\x41\x05"] {
            assert!(read_integer(&mut Reader::new(bytes)).is_err(), "{bytes:x?}");
        }
        let long = [b"\xc2\x59\x04\x01".as_slice(), &[0xff; 1025]].concat();
        assert!(read_integer(&mut Reader::new(&long)).is_err());
        assert!(read_integer(&mut Reader::new(&[b"\xc2\x59\x04\x00".as_slice(), &[0xff; 1024]].concat())).is_ok());
        let mut bytes = Vec::new();
        let mut to = Encoder::new(&mut bytes);
        assert!(write_integer(&mut to, &"9".repeat(MOST_DIGITS)).is_ok());
        for text in ["", "-", "1.5", "+1", "1e5", &"9".repeat(MOST_DIGITS + 1)] {
            assert!(write_integer(&mut to, text).is_err(), "{text}");
        }
        for text in ["1e99999999999999999999", "0.1e-9223372036854775808", "x"] {
            assert!(write_decimal(&mut to, text).is_err(), "{text}");
        }
    }
}

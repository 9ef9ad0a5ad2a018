//! Character references: `&lt;`, `&#60;`, `&#x3c;`.

use super::text::clean;
use std::borrow::Cow;

/// The longest reference that is looked for.
const MAX_LENGTH: usize = 12;

/// The named references that documentation uses.
const NAMED: &[(&str, char)] = &[
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("hellip", '\u{2026}'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201c}'),
    ("rdquo", '\u{201d}'),
    ("bull", '\u{2022}'),
    ("middot", '\u{b7}'),
    ("copy", '\u{a9}'),
    ("reg", '\u{ae}'),
    ("trade", '\u{2122}'),
    ("deg", '\u{b0}'),
    ("times", '\u{d7}'),
    ("minus", '\u{2212}'),
    ("plusmn", '\u{b1}'),
    ("le", '\u{2264}'),
    ("ge", '\u{2265}'),
    ("ne", '\u{2260}'),
    ("larr", '\u{2190}'),
    ("rarr", '\u{2192}'),
    ("sect", '\u{a7}'),
    ("lbrace", '{'),
    ("rbrace", '}'),
    ("lbrack", '['),
    ("rbrack", ']'),
    ("ast", '*'),
    ("colon", ':'),
];

/// Replaces character references by what they stand for. What isn't meant to be seen is left out, however it is written.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(position) = rest.find('&') {
        let (before, from) = rest.split_at(position);
        decoded.push_str(before);
        match reference(from) {
            Some((character, length)) => {
                decoded.push(character);
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                decoded.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    decoded.push_str(rest);
    Cow::Owned(clean(&decoded).into_owned())
}

/// The character and the length of the reference that a text begins with.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(MAX_LENGTH).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).map(|character| if character == '\u{a0}' { ' ' } else { character })?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, end + 1))
}

/// Whether a text begins with what CommonMark would take for a reference.
pub(super) fn begins_reference(text: &str) -> bool {
    let body = text.bytes().skip(1).take(40).position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#');
    body.is_some_and(|length| length > 0 && text.as_bytes().get(length + 1) == Some(&b';'))
}

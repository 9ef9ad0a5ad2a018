//! Texts with a tag that says how they are read: `#re "\\d+"` (Smithy 2.1, "Tagged string literals").

use super::text;
use super::tree::Value;
use crate::instant::date_time;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

/// The tags. None begins with another.
pub(super) const TAGS: &[&str] = &["re", "b", "hex", "timestamp"];

/// What is wrong, and the remedy.
type Wrong = (String, &'static str);

/// The value of `#tag "…"` or `#tag """…"""`.
pub(super) fn value(raw: &str) -> Result<Value, Wrong> {
    let (tag, quoted) = raw.split_at(raw.find('"').unwrap_or(raw.len()));
    let block = |_| {
        let problem = "the text block begins on the line of its quotes, or is empty".to_owned();
        (problem, "begin it on the next line")
    };
    let text = text::raw(quoted).map_err(block)?;
    match tag.trim_start_matches('#').trim_end_matches([' ', '\t']) {
        "re" => Ok(Value::Text(pattern(&text))),
        "b" => bytes(&text).map(|bytes| Value::Text(BASE64.encode(bytes))),
        "hex" => hexadecimal(&text).map(|bytes| Value::Text(BASE64.encode(bytes))),
        _ => timestamp(&text),
    }
}

/// A regular expression: only quotes, backslashes and ends of lines are escaped, the rest is the expression's.
fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match (c, rest.clone().next()) {
            ('\\', Some(escaped @ ('"' | '\\' | '\n'))) => {
                rest.next();
                pattern.extend((escaped != '\n').then_some(escaped));
            }
            _ => pattern.push(c),
        }
    }
    pattern
}

/// Bytes as Python writes them: characters, and escapes for what is none.
fn bytes(text: &str) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
            continue;
        }
        let escaped = rest.next().unwrap_or(' ');
        bytes.push(match escaped {
            '\\' | '"' => escaped as u8,
            'a' => 0x07,
            'b' => 0x08,
            'f' => 0x0c,
            'n' => b'\n',
            'r' => b'\r',
            't' => b'\t',
            'v' => 0x0b,
            '\n' => continue,
            'x' => {
                let digits: String = rest.by_ref().take(2).collect();
                let byte =
                    u8::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 2 && !digits.starts_with('+'));
                let problem = || format!("the bytes have `\\x{digits}`, which is no byte");
                byte.ok_or_else(|| (problem(), "write two hexadecimal digits behind `\\x`"))?
            }
            '0'..='7' => {
                let mut digits = escaped.to_string();
                while let Some(digit) = rest.clone().next().filter(|c| c.is_digit(8) && digits.len() < 3) {
                    digits.push(digit);
                    rest.next();
                }
                let problem = || format!("the bytes have `\\{digits}`, which is more than a byte");
                u8::from_str_radix(&digits, 8)
                    .map_err(|_| (problem(), "write up to three octal digits, at most `\\377`"))?
            }
            _ => {
                let problem = format!("the bytes have `\\{}`, which stands for nothing", escaped.escape_debug());
                return Err((problem, "write `\\\\` for a backslash, `\\x` and two digits for a byte"));
            }
        });
    }
    Ok(bytes)
}

/// Bytes in hexadecimal digits, with spaces and comments.
fn hexadecimal(text: &str) -> Result<Vec<u8>, Wrong> {
    let mut digits = Vec::new();
    for c in text.lines().flat_map(|line| line.split('#').next().unwrap_or_default().chars()) {
        match c.to_digit(16) {
            Some(digit) => digits.push(digit as u8),
            None if c.is_ascii_whitespace() => {}
            None => {
                let problem = format!("the bytes have `{}`, which is no hexadecimal digit", c.escape_debug());
                return Err((problem, "write digits from `0` to `f`; a comment begins with `#`"));
            }
        }
    }
    let pairs = digits.chunks(2).map(|pair| if let [high, low] = pair { Some(high << 4 | low) } else { None });
    let odd = || ("the bytes have an odd number of digits".to_owned(), "write two for each byte");
    pairs.collect::<Option<_>>().ok_or_else(odd)
}

/// A point in time, in seconds since 1970.
fn timestamp(text: &str) -> Result<Value, Wrong> {
    let wrong = || {
        let problem = format!("`{}` is no point in time", text.chars().take(60).collect::<String>().escape_debug());
        (problem, "write it as `2024-01-01T00:00:00Z`")
    };
    let (seconds, nanos) = date_time(text).ok_or_else(wrong)?;
    if nanos == 0 {
        return Ok(Value::Number(seconds.into()));
    }
    // Smithy's seconds are thousandths at most.
    let value = seconds as f64 + f64::from(nanos / 1_000_000) / 1e3;
    serde_json::Number::from_f64(value).map(Value::Number).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::{TAGS, value};
    use crate::idl::tree::Value;

    fn read(raw: &str) -> String {
        match value(raw) {
            Ok(Value::Text(text)) => text,
            Ok(Value::Number(number)) => number.to_string(),
            Ok(other) => format!("{other:?}"),
            Err((problem, remedy)) => format!("{problem}; {remedy}"),
        }
    }

    #[test]
    fn a_tag_says_how_a_text_is_read() {
        for (raw, expected) in [
            (r##"#re "^\d{5}$""##, r"^\d{5}$"),
            (r##"#re"a\"b""##, "a\"b"),
            (r##"#re  "a\\b""##, r"a\b"),
            (r##"#re """##, ""),
            ("#re \"\"\"\n    ^a\\\n    b$\n    \"\"\"", "^ab$\n"),
            (r##"#b "Hello world""##, "SGVsbG8gd29ybGQ="),
            (r##"#b "\x00\x01\x02""##, "AAEC"),
            (r##"#b "\377é""##, "/8Op"),
            (r##"#b "\0\a\b\f\n\r\t\v\\\"""##, "AAcIDAoNCQtcIg=="),
            (r##"#hex "48 65 6C6c6f # a comment""##, "SGVsbG8="),
            ("#hex \"\"\"\n    # PNG\n    89 50\n    4e 47\n    \"\"\"", "iVBORw=="),
            (r##"#timestamp "2024-01-01T00:00:00Z""##, "1704067200"),
            (r##"#timestamp "2024-06-15T12:30:00.5009Z""##, "1718454600.5"),
        ] {
            assert_eq!(read(raw), expected, "{raw}");
        }
    }

    #[test]
    fn what_a_tag_does_not_allow_is_refused() {
        for (raw, expected) in [
            (r##"#b "\x4""##, "which is no byte"),
            (r##"#b "\x+4""##, "which is no byte"),
            (r##"#b "\400""##, "more than a byte"),
            (r##"#b "\q""##, "stands for nothing"),
            (r##"#hex "4g""##, "no hexadecimal digit"),
            (r##"#hex "48 6""##, "an odd number of digits"),
            (r##"#timestamp "yesterday""##, "no point in time"),
            (r##"#re """text""""##, "begins on the line of its quotes"),
        ] {
            assert!(read(raw).contains(expected), "{raw}: {}", read(raw));
        }
    }

    #[test]
    fn no_tag_begins_with_another() {
        let begins = |tag: &&str| TAGS.iter().any(|other| other != tag && tag.starts_with(*other));
        assert!(!TAGS.iter().any(begins));
    }
}

//! What stands between quotes: escapes (Smithy 2.0, "String escape characters") and text blocks ("Text blocks").

use std::borrow::Cow;

/// Why a text can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// A backslash before a character that isn't escaped.
    Escape(char),
    /// `\u` without four hexadecimal digits.
    Code,
    /// Half of a pair of code units without the other.
    Surrogate,
    /// A text block whose first line has text.
    NotOnNewLine,
    /// A text block without lines.
    EmptyBlock,
}

/// The value of `"…"`, quotes included.
pub(super) fn quoted(raw: &str) -> Result<Cow<'_, str>, Wrong> {
    let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw);
    if !inner.contains(['\\', '\r']) {
        return Ok(Cow::Borrowed(inner));
    }
    unescape(&lines(inner)).map(Cow::Owned)
}

/// The value of `"""…"""`, quotes included.
pub(super) fn block(raw: &str) -> Result<String, Wrong> {
    unescape(&lines_of_block(raw)?)
}

/// What stands between quotes of either kind, with all its escapes.
pub(super) fn raw(raw: &str) -> Result<String, Wrong> {
    if raw.len() >= 6 && raw.starts_with("\"\"\"") {
        return lines_of_block(raw);
    }
    Ok(lines(raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw)))
}

/// The lines of `"""…"""` without what they are indented by.
fn lines_of_block(raw: &str) -> Result<String, Wrong> {
    let inner = raw.strip_prefix("\"\"\"").and_then(|raw| raw.strip_suffix("\"\"\"")).unwrap_or(raw);
    if inner.is_empty() {
        return Err(Wrong::EmptyBlock);
    }
    let inner = lines(inner);
    let (first, inner) = inner.split_once('\n').ok_or(Wrong::NotOnNewLine)?;
    if !first.trim_matches([' ', '\t']).is_empty() {
        return Err(Wrong::NotOnNewLine);
    }
    let lines: Vec<&str> = inner.split('\n').collect();
    let is_blank = |line: &str| line.trim_matches(' ').is_empty();
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    // Only the last line's spaces count although it is blank: the quotes behind it are what is indented.
    let counts = |(at, line): &(usize, &&str)| at + 1 == lines.len() || !is_blank(line);
    let margin = lines.iter().enumerate().filter(counts).map(|(_, line)| spaces(line)).min().unwrap_or(0);
    let mut text = String::with_capacity(inner.len());
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push_str(line.get(margin.min(spaces(line))..).unwrap_or_default().trim_end_matches(' '));
    }
    // Trailing spaces go before escapes mean anything, but the ones before an escaped line end stand inside the line.
    Ok(text)
}

/// The text with every end of a line as `\n`.
fn lines(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn unescape(text: &str) -> Result<String, Wrong> {
    let mut result = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            result.push(c);
            continue;
        }
        match rest.next() {
            Some(c @ ('"' | '\\' | '/' | '\'')) => result.push(c),
            Some('b') => result.push('\u{8}'),
            Some('f') => result.push('\u{c}'),
            Some('n') => result.push('\n'),
            Some('r') => result.push('\r'),
            Some('t') => result.push('\t'),
            Some('\n') => {}
            Some('u') => {
                let unit = code(&mut rest)?;
                result.push(match unit {
                    0xD800..0xDC00 => {
                        let low =
                            if (rest.next(), rest.next()) == (Some('\\'), Some('u')) { code(&mut rest)? } else { 0 };
                        char::decode_utf16([unit, low]).next().and_then(Result::ok).ok_or(Wrong::Surrogate)?
                    }
                    unit => char::from_u32(u32::from(unit)).ok_or(Wrong::Surrogate)?,
                });
            }
            Some(c) => return Err(Wrong::Escape(c)),
            None => return Err(Wrong::Escape(' ')),
        }
    }
    Ok(result)
}

fn code(rest: &mut std::str::Chars<'_>) -> Result<u16, Wrong> {
    let mut unit = 0;
    for _ in 0..4 {
        let digit = rest.next().and_then(|c| c.to_digit(16)).ok_or(Wrong::Code)?;
        unit = unit << 4 | digit;
    }
    u16::try_from(unit).map_err(|_| Wrong::Code)
}

#[cfg(test)]
mod tests {
    use super::{Wrong, block, quoted};

    #[test]
    fn escapes_become_what_they_stand_for() {
        for (raw, expected) in [
            (r#""""#, Ok("")),
            (r#""a\"b\\c\/d\'e""#, Ok("a\"b\\c/d'e")),
            (r#""\b\f\n\r\t""#, Ok("\u{8}\u{c}\n\r\t")),
            (r#""\u00e9\uD83D\ude00""#, Ok("é😀")),
            ("\"a\\\nb\"", Ok("ab")),
            ("\"a\\\r\nb\r\nc\rd\"", Ok("ab\nc\nd")),
            (r#""\u12""#, Err(Wrong::Code)),
            (r#""\uD83D""#, Err(Wrong::Surrogate)),
            (r#""\ude00""#, Err(Wrong::Surrogate)),
            (r#""\x""#, Err(Wrong::Escape('x'))),
        ] {
            assert_eq!(quoted(raw).as_deref(), expected.as_ref().copied(), "{raw}");
        }
    }

    #[test]
    fn a_text_block_loses_what_its_lines_are_indented_by() {
        for (raw, expected) in [
            ("\"\"\"\n    a\n      b\n\n  \n    c  \n    \"\"\"", Ok("a\n  b\n\n\nc\n")),
            ("\"\"\"\n    a\n  \"\"\"", Ok("  a\n")),
            ("\"\"\"\n    a\n        \"\"\"", Ok("a\n")),
            ("\"\"\"\n    a\"\"\"", Ok("a")),
            ("\"\"\" \t\n  a \\\n  b\"\"\"", Ok("a b")),
            ("\"\"\"\r\n  a\\n\r\n  b\"\"\"", Ok("a\n\nb")),
            ("\"\"\"\n\"\"\"", Ok("")),
            ("\"\"\"\n  \\\"\"\" \"\"\"", Ok("\"\"\"")),
            ("\"\"\"\"\"\"", Err(Wrong::EmptyBlock)),
            ("\"\"\"a\"\"\"", Err(Wrong::NotOnNewLine)),
            ("\"\"\" \"\"\"", Err(Wrong::NotOnNewLine)),
        ] {
            assert_eq!(block(raw).as_deref(), expected.as_ref().copied(), "{raw}");
        }
    }
}

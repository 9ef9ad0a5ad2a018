//! Text from outside, made fit for one line.
//!
//! Whatever an error's text takes from a service, a transport, an input or a file goes through [`line`]: a line break, and
//! what terminals and viewers take for one, could begin a line of a log that nobody wrote; marks that turn the direction of
//! writing could hide what stands there; and megabytes of it would fill the log.

use std::fmt::{self, Display, Formatter, Write};

/// A code's, a name's or an ID's part of a line, in characters.
pub(crate) const SHORT: usize = 200;

/// A message's.
pub(crate) const LONG: usize = 500;

/// What is a whole line already, of several parts.
pub(crate) const WHOLE: usize = 4000;

/// How many findings of one kind a text names; the others are counted.
pub(crate) const NAMED: usize = 20;

/// Says how many findings of so many are not named.
pub(crate) fn others(f: &mut Formatter<'_>, found: usize) -> fmt::Result {
    match found.saturating_sub(NAMED) {
        0 => Ok(()),
        others => write!(f, "; and {others} more"),
    }
}

/// At most `most` characters of a text, with a space for each that doesn't belong in a line.
pub(crate) fn line(text: &str, most: usize) -> Line<'_> {
    Line { text, most }
}

pub(crate) struct Line<'a> {
    text: &'a str,
    most: usize,
}

impl Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, c) in self.text.trim().chars().enumerate() {
            if index == self.most {
                return f.write_char('…');
            }
            f.write_char(if is_unfit(c) { ' ' } else { c })?;
        }
        Ok(())
    }
}

/// Control characters, separators of lines and paragraphs, and what is invisible and changes how the rest is shown.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' // separators
            | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' // directions
            | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' // invisible ones
            | '\u{E0000}'..='\u{E007F}' // tags
        )
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_would_break_or_turn_a_line_is_a_space() {
        for unfit in [
            "\n",
            "\r",
            "\t",
            "\0",
            "\x0B",
            "\x0C",
            "\x1B",
            "\x7F",
            "\u{85}",
            "\u{9B}",
            "\u{2028}",
            "\u{2029}",
            "\u{202A}",
            "\u{202E}",
            "\u{2066}",
            "\u{2069}",
            "\u{200E}",
            "\u{200F}",
            "\u{61C}",
            "\u{FEFF}",
            "\u{E0041}",
        ] {
            assert_eq!(line(&format!("a{unfit}b"), 9).to_string(), "a b", "{unfit:?}");
        }
        for fit in ["grüß", "日本", "e\u{301}", "می\u{200C}خواهم", "👍🏽"] {
            assert_eq!(line(fit, 99).to_string(), fit);
        }
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(line("abc", 3).to_string(), "abc");
        assert_eq!(line(&"ü".repeat(3 << 20), 3).to_string(), "üüü…");
    }
}

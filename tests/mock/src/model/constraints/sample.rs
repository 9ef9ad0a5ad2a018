//! Texts made up to satisfy lengths and patterns.

use super::Constraints;
use super::pattern::Node;
use regex_syntax::hir::ClassUnicode;

/// The longest text that is made up, in characters.
const LONGEST: usize = 20_000;
/// Texts of the kinds that patterns often ask for.
const USUAL: [&str; 9] = [
    "arn:aws:iam::123456789012:role/example",
    "123456789012",
    "12345678-1234-4123-8123-123456789012",
    "2026-03-01T09:30:00Z",
    "https://example.com/a",
    "user@example.com",
    "10.0.0.1",
    "us-east-1",
    "1.0",
];
/// How much more than it has to a repetition repeats, and one within it.
const MORE: [(std::ops::RangeInclusive<usize>, usize); 4] = [(0..=128, 0), (0..=16, 1), (0..=16, 5), (0..=4, 20)];

/// A text that is as long as it has to be and matches every pattern, if one of some hundred tries does.
pub(crate) fn text(all: &[&Constraints]) -> Option<String> {
    let fits = |text: &String| fits(all, text);
    let lengths = || all.iter().filter_map(|found| found.length);
    let least = lengths().map(|(least, _)| least).max().unwrap_or(1);
    let least = usize::try_from(least).unwrap_or(LONGEST).min(LONGEST);
    let greatest = lengths().map(|(_, greatest)| greatest).min().unwrap_or(u64::MAX);
    let greatest = usize::try_from(greatest).unwrap_or(usize::MAX);
    let words = [shortened("example", greatest), shortened(&"example".repeat(least / 7 + 1), least)];
    let usual = USUAL.iter().map(|&usual| usual.to_owned());
    if let Some(found) = words.into_iter().chain(usual).find(fits) {
        return Some(found);
    }
    all.iter().filter_map(|found| found.pattern.as_ref()).find_map(|pattern| {
        let long = [(least..=least, 0), (least.saturating_sub(40)..=least, 0)];
        let tries = MORE.iter().cloned().chain(long).flat_map(|(more, inner)| more.map(move |more| (more, inner)));
        let mut tries = tries.flat_map(|(more, inner)| (0..4).map(move |choice| Try { more, inner, choice }));
        tries.find_map(|this| {
            let mut made = String::new();
            this.write(&pattern.node, this.more, &mut made);
            // What repeats with a separator often ends in one too many.
            let mut trimmed = made.clone();
            trimmed.pop();
            [made, trimmed].into_iter().find(fits)
        })
    })
}

/// A text that satisfies everything, or is at least as long as it has to be.
pub(crate) fn text_or_long(all: &[&Constraints]) -> String {
    text(all).unwrap_or_else(|| {
        let lengths: Vec<_> =
            all.iter().map(|found| Constraints { length: found.length, ..Constraints::default() }).collect();
        text(&lengths.iter().collect::<Vec<_>>()).unwrap_or_else(|| "example".to_owned())
    })
}

/// Whether a text is as long as it has to be and matches every pattern.
pub(crate) fn fits(all: &[&Constraints], text: &str) -> bool {
    let length = text.chars().count() as u64;
    all.iter().all(|found| {
        found.length.is_none_or(|(least, greatest)| (least..=greatest).contains(&length))
            && found.pattern.as_ref().is_none_or(|pattern| pattern.is_match(text))
    })
}

fn shortened(text: &str, length: usize) -> String {
    text.chars().take(length).collect()
}

/// One way to go through a pattern.
#[derive(Clone, Copy)]
struct Try {
    /// How much more often than it has to a repetition repeats.
    more: usize,
    /// And one within it.
    inner: usize,
    /// Which of alternatives is taken.
    choice: usize,
}

impl Try {
    fn write(self, node: &Node, more: usize, made: &mut String) {
        if made.len() > LONGEST {
            return;
        }
        match node {
            Node::Assert(_) | Node::Look { .. } => {}
            Node::One(class) => made.extend(nice(class)),
            Node::All(parts) => parts.iter().for_each(|part| self.write(part, more, made)),
            Node::Either(parts) => {
                let taken = parts.get(self.choice.min(parts.len().saturating_sub(1)));
                taken.into_iter().for_each(|part| self.write(part, more, made));
            }
            Node::Repeat(node, least, most) => {
                let times = least.saturating_add(more).min(*most).min(LONGEST);
                for _ in 0..times {
                    let before = made.len();
                    self.write(node, self.inner, made);
                    // What makes nothing makes nothing however often it is repeated.
                    if made.len() == before || made.len() > LONGEST {
                        return;
                    }
                }
            }
        }
    }
}

/// A character of a class: a letter or digit, if there is one.
fn nice(class: &ClassUnicode) -> Option<char> {
    let has = |c: &char| class.ranges().iter().any(|range| (range.start()..=range.end()).contains(c));
    let printable = class.ranges().iter().map(|range| range.start()).find(|c| !c.is_control());
    let any = || class.ranges().first().map(|range| range.start());
    "a1A0-_".chars().chain('!'..='~').find(has).or(printable).or_else(any)
}

#[cfg(test)]
mod tests {
    use super::super::pattern::Pattern;
    use super::*;

    fn made(pattern: &str, length: Option<(u64, u64)>) -> Option<String> {
        let pattern = Some(Pattern::new(pattern).expect("a pattern"));
        text(&[&Constraints { pattern, length, ..Constraints::default() }])
    }

    #[test]
    fn texts_match_patterns_and_lengths() {
        for (pattern, length) in [
            (r"^((25[0-5]|(2[0-4]|1\d|[1-9]|)\d)\.?\b){4}$", None),
            (r"^arn(:[a-z0-9]+([.-][a-z0-9]+)*){2}(:([a-z0-9]+([.-][a-z0-9]+)*)?){2}:([^/].*)?$", Some((20, 2048))),
            ("^(rep|sum)-[A-F0-9]{4}(-x)?$", Some((10, 10))),
            ("^(?!aws)[a-z]{3}$", None),
            (r"^[\p{Lu}]{2,}$", Some((5, 6))),
            ("^$|^x{30}$", Some((1, 40))),
            (r"^([a-z]{1,3}\.)+$", Some((100, 200))),
        ] {
            assert!(made(pattern, length).is_some(), "{pattern}");
        }
    }

    #[test]
    fn what_makes_nothing_is_not_repeated() {
        for pattern in [r"^(((){20000}){20000}){20000}[0-9]$", r"^((((\b*)*)*)*)*[0-9]$"] {
            assert!(made(pattern, None).is_some(), "{pattern}");
        }
    }

    #[test]
    fn what_nothing_satisfies_is_not_made() {
        assert_eq!(made(r"^\\d{12}$", Some((12, 12))), None);
    }
}

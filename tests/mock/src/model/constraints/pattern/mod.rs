//! Regular expressions as models write them: those of
//! [ECMA 262](https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait), look-around and Unicode properties
//! included, and what models have from Java and POSIX besides (`\p{Alnum}`, `[[:alpha:]]`, `\A`, `\z`, `(?i)`).
//!
//! In: an expression. Out: whether a text matches somewhere, in time that is bounded by the lengths of both; and the
//! expression's parts, for making up a text that does. References back to groups are not supported.
//!
//! Its own engine, since libraries have one of the two but not both: those that know look-around don't come back from
//! some expressions and texts, and those that do don't know it, nor count Unicode's classes into the thousands.

mod brackets;
mod class;
mod matcher;
mod parse;

use regex_syntax::hir::ClassUnicode;

/// A compiled expression.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// As the model has it.
    pub(crate) written: String,
    pub(crate) node: Node,
    program: matcher::Program,
}

/// A part of an expression.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// One character of a class.
    One(ClassUnicode),
    /// These, one after the other.
    All(Vec<Node>),
    /// One of these.
    Either(Vec<Node>),
    /// So many times, from the first number to the second.
    Repeat(Box<Node>, usize, usize),
    Assert(Assertion),
    /// What follows (`true`) or precedes matches (`true`) or doesn't.
    Look {
        ahead: bool,
        matches: bool,
        node: Box<Node>,
    },
}

/// What has to hold between two characters.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Assertion {
    Begin,
    End,
    LineBegin,
    LineEnd,
    WordEdge,
    NoWordEdge,
}

impl Pattern {
    /// Compiles an expression, or says why it can't.
    pub(crate) fn new(written: &str) -> Result<Self, &'static str> {
        let node = parse::parse(written)?;
        let program = matcher::Program::new(&node)?;
        Ok(Self { written: written.to_owned(), node, program })
    }

    /// Whether a text, or a part of it, matches. A text that would take too long is taken to.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.program.is_match(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_of_models_match_what_they_say() {
        for (pattern, matching, others) in [
            ("^[a-z]+$", &["a", "abc"][..], &["", "A", "a1"][..]),
            ("[a-z]+", &["a", "1a1"], &["", "A1"]),
            ("^(?!aws:)[a-z:]{1,20}$", &["own:a", "a"], &["aws:a", ""]),
            (r"^[0-9a-z.]*(?<!\.)$", &["a.b", ""], &["a.", "."]),
            (r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", &["été 1", "名", ""], &["a!", "\u{7}"]),
            (r"^[^\p{C}]+$", &["a b"], &["a\nb", ""]),
            (r"^[\P{C}\n]+$", &["a\nb"], &["a\rb"]),
            ("^[[:alnum:]_]+$", &["a_1"], &["a-1"]),
            (r"^[\p{Graph}\x20]*$", &["a b"], &["a\tb"]),
            (r"\A\d{4}(-\d\d){2}\z", &["2026-03-01"], &["2026-03", "x2026-03-01"]),
            ("^(?i)arn:[a-z]+$", &["ARN:abc", "arn:X"], &["arn:1"]),
            ("^(?:a|b|)x?$", &["a", "bx", "", "x"], &["c"]),
            (r"^$|^https://[a-z.]+/?$", &["", "https://a.b/"], &["http://a.b"]),
            ("^.+$", &["a"], &["", "a\nb"]),
            ("^(?s).+$", &["a\nb"], &[""]),
            (r"^[\w+=,.@-]{2,4}$", &["a+", "a=@-"], &["a", "a a", "abcde"]),
            (r"\bfoo\b", &["a foo b"], &["food"]),
            (r"^[\u0020-\uD7FF\uD800\uDC00-\uDBFF\uDFFF]+$", &["a🦀"], &["\t"]),
            ("^[^]+$", &["]\n"], &[""]),
            ("^a{,3}$", &["a{,3}"], &["aa"]),
            ("^([a-z]{1,3}[.]){2,3}$", &["ab.c.", "a.b.c."], &["a.", "a.b.c.d."]),
        ] {
            let compiled = Pattern::new(pattern).unwrap_or_else(|why| panic!("{pattern}: {why}"));
            matching.iter().for_each(|text| assert!(compiled.is_match(text), "{pattern} {text:?}"));
            others.iter().for_each(|text| assert!(!compiled.is_match(text), "{pattern} {text:?}"));
        }
    }

    #[test]
    fn what_is_not_supported_is_said() {
        let deep = "(".repeat(10_000);
        for pattern in ["(a", "a)", "[a", "*", "a{3,2}", "(a)\\1", "[z-a]", r"\p{Nothing}", "(?x)a", deep.as_str()] {
            assert!(Pattern::new(pattern).is_err(), "{pattern:.20}");
        }
        assert!(Pattern::new("((a{1,1000}b){1,1000}c){1,1000}").is_err());
    }

    #[test]
    fn expressions_that_backtrack_end_soon() {
        // An engine that backtracks without memory would not come back from any of these.
        let text = "a".repeat(100_000);
        for pattern in ["^(a+)+$", "^(a|a)*$", "^(a*)*b$", "(a+)+b", "^(?!(a|aa)+b)(a|aa)+c$", "(?=(a+)+b)a"] {
            let _ = Pattern::new(pattern).expect("supported").is_match(&text);
        }
        assert!(!Pattern::new("^(a+)+$").expect("supported").is_match(&format!("{}!", "a".repeat(2000))));
    }

    /// An expression made at random, `depth` groups deep at most, that means the same in Rust's dialect.
    fn expression(random: &mut fastrand::Rng, depth: u8) -> String {
        const ATOMS: [&str; 12] =
            ["a", "b", "é", "-", r"\.", "a", "[0-9]", "[ab]", "[^a]", "[a-c0-9-]", r"\s", r"\p{L}"];
        const TIMES: [&str; 9] = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "*?"];
        let mut text = String::new();
        for _ in 0..random.u8(1..4) {
            let kind = if depth == 0 { 0 } else { random.u8(..9) };
            let mut group = || expression(random, depth.saturating_sub(1));
            let part = match kind {
                0..=4 => ATOMS[random.usize(..12)].to_owned(),
                5 | 6 => format!("({}|{})", group(), group()),
                7 => format!("(?:{})", group()),
                _ => ["^", "$"][random.usize(..2)].to_owned(),
            };
            text += &part;
            text += if kind < 8 { TIMES[random.usize(..9)] } else { "" };
        }
        text
    }

    #[test]
    fn expressions_match_what_another_engine_matches() {
        const LETTERS: [char; 10] = ['a', 'a', 'b', 'b', 'c', 'é', '-', ' ', '1', '\n'];
        let mut random = fastrand::Rng::with_seed(262);
        let mut matched = 0;
        for _ in 0..2_000 {
            let written = expression(&mut random, 3);
            let own = Pattern::new(&written).unwrap_or_else(|why| panic!("{written}: {why}"));
            let other = regex::Regex::new(&written).unwrap_or_else(|why| panic!("{written}: {why}"));
            for _ in 0..10 {
                let text: String = (0..random.u8(..8)).map(|_| LETTERS[random.usize(..LETTERS.len())]).collect();
                let expected = other.is_match(&text);
                assert_eq!(own.is_match(&text), expected, "{written} {text:?}");
                matched += u32::from(expected);
            }
        }
        assert!((2_000..18_000).contains(&matched), "both answers are given often: {matched}");
    }
}

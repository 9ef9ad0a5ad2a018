//! Classes of characters: `\d`, `\p{L}`, `[a-z]`, `.`.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

/// A class of these ranges.
pub(super) fn ranges(ranges: &[(char, char)]) -> ClassUnicode {
    ClassUnicode::new(ranges.iter().map(|&(from, to)| ClassUnicodeRange::new(from, to)))
}

/// A class of one character.
pub(super) fn single(c: char) -> ClassUnicode {
    ranges(&[(c, c)])
}

fn negated(mut class: ClassUnicode, negated: bool) -> ClassUnicode {
    if negated {
        class.negate();
    }
    class
}

/// What `.` stands for.
pub(super) fn dot(all: bool) -> ClassUnicode {
    if all {
        ranges(&[('\0', char::MAX)])
    } else {
        negated(ranges(&[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]), true)
    }
}

/// What an escape such as `\d` or `\W` stands for, if it is one of a class.
pub(super) fn perl(letter: char) -> Option<ClassUnicode> {
    let class = match letter.to_ascii_lowercase() {
        'd' => ranges(&[('0', '9')]),
        'w' => ranges(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
        's' => {
            let mut class = property("White_Space")?;
            class.push(ClassUnicodeRange::new('\u{feff}', '\u{feff}'));
            class
        }
        _ => return None,
    };
    Some(negated(class, letter.is_ascii_uppercase()))
}

/// The characters of a Unicode property, or of a class that Java or POSIX have.
pub(super) fn property(name: &str) -> Option<ClassUnicode> {
    let (name, is_negated) = name.strip_prefix('^').map_or((name, false), |name| (name, true));
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '=' | ' ' | '-')) {
        return None;
    }
    let any = if name.eq_ignore_ascii_case("all") { "any" } else { name };
    let found = posix(name).or_else(|| of(&format!(r"\p{{{any}}}")))?;
    Some(negated(found, is_negated))
}

/// The classes that POSIX and Java have by name.
const NAMED: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word",
    "xdigit",
];

/// A class such as `alpha`, whatever the case.
pub(super) fn posix(name: &str) -> Option<ClassUnicode> {
    let name = name.to_ascii_lowercase();
    if NAMED.contains(&name.as_str()) { of(&format!("[[:{name}:]]")) } else { None }
}

fn of(class: &str) -> Option<ClassUnicode> {
    match regex_syntax::parse(class).ok()?.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Some(class),
        _ => None,
    }
}

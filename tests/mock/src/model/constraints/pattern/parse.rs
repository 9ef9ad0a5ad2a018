//! From the text of an expression to its [`Node`]s.

use super::class::{self, single};
use super::{Assertion, Node};
use regex_syntax::hir::ClassUnicode;
use std::iter::Peekable;
use std::str::Chars;

/// How deep groups may be nested.
const DEEPEST: usize = 64;
/// Without end.
const MANY: usize = usize::MAX;

pub(super) type Parsed<T> = Result<T, &'static str>;

/// Parses an expression.
pub(super) fn parse(pattern: &str) -> Parsed<Node> {
    let mut parser = Parser { rest: pattern.chars().peekable(), flags: Flags::default() };
    let node = parser.either(0)?;
    if parser.rest.next().is_some() { Err("a parenthesis closes that doesn't open") } else { Ok(node) }
}

#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    dot_all: bool,
    lines: bool,
}

pub(super) struct Parser<'p> {
    pub(super) rest: Peekable<Chars<'p>>,
    pub(super) flags: Flags,
}

/// A part of a class, or what an escape stands for.
pub(super) enum Atom {
    Char(char),
    Class(ClassUnicode),
}

impl Parser<'_> {
    pub(super) fn takes(&mut self, c: char) -> bool {
        self.rest.next_if_eq(&c).is_some()
    }

    /// Takes a text if it is next.
    pub(super) fn takes_all(&mut self, text: &str) -> bool {
        let mut ahead = self.rest.clone();
        let is_next = text.chars().all(|c| ahead.next() == Some(c));
        if is_next {
            self.rest = ahead;
        }
        is_next
    }

    fn either(&mut self, depth: usize) -> Parsed<Node> {
        if depth > DEEPEST {
            return Err("groups are nested too deep");
        }
        let mut alternatives = vec![self.all(depth)?];
        while self.takes('|') {
            alternatives.push(self.all(depth)?);
        }
        Ok(match alternatives.len() {
            1 => alternatives.remove(0),
            _ => Node::Either(alternatives),
        })
    }

    fn all(&mut self, depth: usize) -> Parsed<Node> {
        let mut parts = Vec::new();
        while self.rest.peek().is_some_and(|c| !matches!(c, '|' | ')')) {
            let part = self.part(depth)?;
            parts.push(self.repeated(part)?);
        }
        Ok(Node::All(parts))
    }

    fn part(&mut self, depth: usize) -> Parsed<Node> {
        Ok(match self.rest.next() {
            None => Node::All(Vec::new()),
            Some('(') => self.group(depth)?,
            Some('[') => self.class()?,
            Some('.') => Node::One(class::dot(self.flags.dot_all)),
            Some('^') => Node::Assert(if self.flags.lines { Assertion::LineBegin } else { Assertion::Begin }),
            Some('$') => Node::Assert(if self.flags.lines { Assertion::LineEnd } else { Assertion::End }),
            Some('*' | '+' | '?') => return Err("there is nothing to repeat"),
            Some('\\') => match self.rest.peek() {
                Some('b') => self.assertion(Assertion::WordEdge),
                Some('B') => self.assertion(Assertion::NoWordEdge),
                Some('A') => self.assertion(Assertion::Begin),
                Some('z' | 'Z') => self.assertion(Assertion::End),
                Some('1'..='9' | 'k') => return Err("references to groups are not supported"),
                _ => {
                    let atom = self.escape()?;
                    self.one(atom)
                }
            },
            Some(c) => self.one(Atom::Char(c)),
        })
    }

    fn assertion(&mut self, assertion: Assertion) -> Node {
        self.rest.next();
        Node::Assert(assertion)
    }

    /// What an atom stands for, in both cases if case doesn't matter; classes that have names are taken as they are.
    fn one(&self, atom: Atom) -> Node {
        Node::One(match atom {
            Atom::Char(c) if self.flags.ignore_case => {
                let mut class = single(c);
                class.case_fold_simple();
                class
            }
            Atom::Char(c) => single(c),
            Atom::Class(class) => class,
        })
    }

    /// A group, whose parenthesis is taken.
    fn group(&mut self, depth: usize) -> Parsed<Node> {
        let flags = self.flags;
        let mut look = None;
        if self.takes('?') {
            look = match () {
                () if self.takes(':') => None,
                () if self.takes('=') => Some((true, true)),
                () if self.takes('!') => Some((true, false)),
                () if self.takes_all("<=") => Some((false, true)),
                () if self.takes_all("<!") => Some((false, false)),
                () if self.takes('<') || self.takes_all("P<") => {
                    while self.rest.next_if(|&c| c.is_alphanumeric() || c == '_').is_some() {}
                    if !self.takes('>') {
                        return Err("the name of a group doesn't end");
                    }
                    None
                }
                () => {
                    if self.flags()? {
                        // `(?i)` holds to the end of the group around it.
                        return Ok(Node::All(Vec::new()));
                    }
                    None
                }
            };
        }
        let node = self.either(depth + 1)?;
        if !self.takes(')') {
            return Err("a parenthesis opens that doesn't close");
        }
        self.flags = flags;
        Ok(match look {
            Some((ahead, matches)) => Node::Look { ahead, matches, node: Box::new(node) },
            None => node,
        })
    }

    /// Flags, and whether the group ends after them.
    fn flags(&mut self) -> Parsed<bool> {
        let mut on = true;
        loop {
            match self.rest.next() {
                Some('i') => self.flags.ignore_case = on,
                Some('s') => self.flags.dot_all = on,
                Some('m') => self.flags.lines = on,
                Some('u') => {}
                Some('-') => on = false,
                Some(':') => return Ok(false),
                Some(')') => return Ok(true),
                _ => return Err("a group begins in a way that is not supported"),
            }
        }
    }

    fn repeated(&mut self, node: Node) -> Parsed<Node> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, MANY),
            Some('+') => (1, MANY),
            Some('?') => (0, 1),
            Some('{') => match self.counts() {
                Some(counts) => counts,
                None => return Ok(node),
            },
            _ => return Ok(node),
        };
        if !matches!(self.rest.next(), Some('*' | '+' | '?' | '}')) {
            return Err("a repetition doesn't end");
        }
        if least > most {
            return Err("a repetition ends before it begins");
        }
        // Reluctant or possessive: the same texts match, but for oddities.
        let _ = self.takes('?') || self.takes('+');
        Ok(Node::Repeat(Box::new(node), least, most))
    }

    /// `{2}`, `{2,}` or `{2,4}`, up to the closing brace; otherwise the brace stands for itself, and nothing is taken.
    fn counts(&mut self) -> Option<(usize, usize)> {
        let text: String = self.rest.clone().skip(1).take(24).take_while(|&c| c != '}').collect();
        let ends = self.rest.clone().nth(text.chars().count() + 1) == Some('}');
        let (least, most) = text.split_once(',').unwrap_or((&text, &text));
        let least = least.parse().ok()?;
        let most = if most.is_empty() { MANY } else { most.parse().ok()? };
        if !ends {
            return None;
        }
        self.rest.by_ref().take(text.chars().count() + 1).for_each(drop);
        Some((least, most))
    }

    /// What a backslash, which is taken, and the characters after it stand for.
    pub(super) fn escape(&mut self) -> Parsed<Atom> {
        let c = self.rest.next().ok_or("it ends in a backslash")?;
        if let Some(class) = class::perl(c) {
            return Ok(Atom::Class(class));
        }
        Ok(Atom::Char(match c {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '0' => '\0',
            'p' | 'P' => return self.property(c == 'P'),
            'x' => self.code(2)?,
            'u' => self.code(4)?,
            c => c,
        }))
    }

    fn property(&mut self, negate: bool) -> Parsed<Atom> {
        let name: String = if self.takes('{') {
            let name = std::iter::from_fn(|| self.rest.next_if(|&c| c != '}')).collect();
            self.rest.next().ok_or("the name of a property doesn't end")?;
            name
        } else {
            self.rest.next().into_iter().collect()
        };
        let mut class = class::property(&name).ok_or("a property is not known")?;
        if negate {
            class.negate();
        }
        Ok(Atom::Class(class))
    }

    /// A character by its number: so many hexadecimal digits, or any in braces. Two halves of a pair are one character.
    fn code(&mut self, digits: usize) -> Parsed<char> {
        const WRONG: &str = "a character's number is not hexadecimal";
        let high = self.hexadecimal(digits).ok_or(WRONG)?;
        if (0xd800..0xdc00).contains(&high) && self.takes_all("\\u") {
            let low = self.hexadecimal(digits).ok_or(WRONG)?;
            let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or("half a character stands alone")?;
            return char::from_u32(0x10000 + ((high - 0xd800) << 10) + low).ok_or(WRONG);
        }
        char::from_u32(high).ok_or("half a character stands alone")
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<u32> {
        let in_braces = self.takes('{');
        let most = if in_braces { 6 } else { digits };
        let digits: String = std::iter::from_fn(|| self.rest.next_if(char::is_ascii_hexdigit)).take(most).collect();
        if in_braces && !self.takes('}') {
            return None;
        }
        u32::from_str_radix(&digits, 16).ok()
    }
}

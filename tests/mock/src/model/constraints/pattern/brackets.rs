//! Classes in brackets: `[^a-z\d[:punct:]]`.

use super::Node;
use super::class;
use super::parse::{Atom, Parsed, Parser};
use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

impl Parser<'_> {
    /// A class, whose bracket is taken.
    pub(super) fn class(&mut self) -> Parsed<Node> {
        let is_negated = self.takes('^');
        let (mut ranges, mut classes) = (Vec::new(), ClassUnicode::empty());
        let single = |c: char| ClassUnicodeRange::new(c, c);
        loop {
            let atom = self.item()?;
            let from = match atom {
                None => break,
                Some(Atom::Class(other)) => {
                    classes.union(&other);
                    continue;
                }
                Some(Atom::Char(from)) => from,
            };
            let mut ahead = self.rest.clone();
            if ahead.next() != Some('-') || matches!(ahead.next(), None | Some(']')) {
                ranges.push(single(from));
                continue;
            }
            self.rest.next();
            match self.item()? {
                Some(Atom::Char(to)) if from <= to => ranges.push(ClassUnicodeRange::new(from, to)),
                Some(Atom::Char(_)) => return Err("a range ends before it begins"),
                // `[a-\d]`: the dash stands for itself.
                Some(Atom::Class(other)) => {
                    ranges.extend([single(from), single('-')]);
                    classes.union(&other);
                }
                None => return Err("a class doesn't end"),
            }
        }
        let mut class = ClassUnicode::new(ranges);
        if self.flags.ignore_case {
            class.case_fold_simple();
        }
        class.union(&classes);
        if is_negated {
            class.negate();
        }
        Ok(Node::One(class))
    }

    /// The next item of a class; none at its end.
    fn item(&mut self) -> Parsed<Option<Atom>> {
        Ok(Some(match self.rest.next() {
            None => return Err("a class doesn't end"),
            Some(']') => return Ok(None),
            Some('\\') if self.takes('b') => Atom::Char('\u{8}'),
            Some('\\') => self.escape()?,
            Some('[') if self.rest.peek() == Some(&':') => self.posix().map_or(Atom::Char('['), Atom::Class),
            Some(c) => Atom::Char(c),
        }))
    }

    /// `[:alpha:]`, whose bracket is taken; nothing is taken if it isn't one.
    fn posix(&mut self) -> Option<ClassUnicode> {
        let name: String = self.rest.clone().skip(1).take_while(char::is_ascii_alphabetic).take(16).collect();
        let class = class::posix(&name)?;
        self.takes_all(&format!(":{name}:]")).then_some(class)
    }
}

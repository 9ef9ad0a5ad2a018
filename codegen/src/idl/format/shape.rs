//! Shapes: traits, what their first line says, members.

use super::super::lexer::Kind;
use super::WIDTH;
use super::print::Printer;

impl Printer<'_, '_> {
    /// Traits, each on a line of its own. The line of what follows has begun afterwards.
    pub(super) fn traits(&mut self, from: usize) -> usize {
        let mut at = from;
        while self.kind(at) == Kind::Sign('@') {
            at = self.applied(at);
            self.line(at, false);
        }
        at
    }

    fn applied(&mut self, at: usize) -> usize {
        self.text.push('@');
        self.hoist(at, at + 1);
        let end = self.id_end(at + 1);
        self.plain(at + 1, end);
        if self.kind(end) != Kind::Sign('(') {
            return end;
        }
        let close = self.closing(end);
        let short = self.one_line(end, close + 1);
        match short.filter(|short| self.column() + short.chars().count() <= WIDTH) {
            Some(short) if short == "()" => self.behind(close),
            Some(short) => {
                self.text.push_str(&short);
                self.behind(close);
            }
            // One value alone stands directly between the parentheses.
            None if self.value_end(end + 1) == close && self.is_quiet(end + 1) && self.is_quiet(close) => {
                self.text.push('(');
                self.behind(end);
                self.value(end + 1);
                self.text.push(')');
                self.behind(close);
            }
            None => self.block('(', end, close),
        }
        close + 1
    }

    /// Whether no comments stand before a piece, or behind the one before it.
    fn is_quiet(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.pieces.get(before));
        let is_quiet = self.pieces.get(at).is_none_or(|piece| piece.comments.is_empty());
        is_quiet && before.is_none_or(|before| before.behind.is_none())
    }

    pub(super) fn shape(&mut self, from: usize) -> usize {
        let at = self.traits(from);
        let word = self.word(at);
        self.hoist(at, at + 1);
        self.text.push_str(word);
        self.text.push(' ');
        let end = self.id_end(at + 1);
        self.plain(at + 1, end);
        if word == "apply" {
            return self.apply(end);
        }
        let end = self.clauses(end);
        if self.kind(end) != Kind::Sign('{') || super::super::parser::is_simple(word) {
            return end;
        }
        self.text.push(' ');
        self.body(word, end)
    }

    fn apply(&mut self, at: usize) -> usize {
        self.text.push(' ');
        if self.kind(at) != Kind::Sign('{') {
            return self.applied(at);
        }
        let close = self.closing(at);
        self.text.push('{');
        self.hoist(at, at + 1);
        self.indent += 1;
        let mut next = at + 1;
        while next < close {
            self.line(next, next > at + 1);
            next = self.applied(next);
        }
        self.indent -= 1;
        self.line_start(close);
        self.text.push('}');
        self.behind(close);
        close + 1
    }

    /// `for Resource`, `with [Mixin]`.
    pub(super) fn clauses(&mut self, from: usize) -> usize {
        let mut at = from;
        if self.word(at) == "for" {
            let end = self.id_end(at + 1);
            self.hoist(at, at + 1);
            self.text.push_str(" for ");
            self.plain(at + 1, end);
            at = end;
        }
        if self.word(at) == "with" && self.kind(at + 1) == Kind::Sign('[') {
            self.hoist(at, at + 1);
            self.text.push_str(" with ");
            self.value(at + 1);
            at = self.value_end(at + 1);
        }
        at
    }

    /// What stands between a shape's braces.
    pub(super) fn body(&mut self, word: &str, open: usize) -> usize {
        let close = self.closing(open);
        if close == open + 1 && self.is_quiet(close) {
            self.text.push_str("{}");
            self.hoist(open, close + 1);
            return close + 1;
        }
        if matches!(word, "service" | "resource") {
            self.block('{', open, close);
            return close + 1;
        }
        self.text.push('{');
        self.hoist(open, open + 1);
        self.indent += 1;
        let mut at = open + 1;
        while at < close {
            self.line(at, at > open + 1);
            at = if word == "operation" { self.property(at) } else { self.member(at) };
        }
        self.indent -= 1;
        self.line_start(close);
        self.text.push('}');
        self.behind(close);
        close + 1
    }

    fn member(&mut self, from: usize) -> usize {
        let mut at = self.traits(from);
        // An index: `1.`.
        if matches!(self.kind(at), Kind::Wrong(_)) {
            self.plain(at, at + 1);
            self.text.push(' ');
            at += 1;
        }
        let name = if self.kind(at) == Kind::Sign('$') { at + 2 } else { at + 1 };
        self.plain(at, name);
        at = name;
        if self.kind(at) == Kind::Sign(':') {
            self.hoist(at, at + 1);
            self.text.push_str(": ");
            at = self.target(at + 1);
        }
        if self.kind(at) == Kind::Sign('=') {
            self.hoist(at, at + 1);
            self.text.push_str(" = ");
            self.value(at + 1);
            at = self.value_end(at + 1);
        }
        at
    }

    /// The name of a shape, `[Target]` or `{Key: Value}`.
    fn target(&mut self, at: usize) -> usize {
        let end = self.value_end(at);
        if self.kind(at) == Kind::Identifier {
            self.plain(at, end);
            return end;
        }
        for part in at..end {
            let (text, is_colon) =
                (self.pieces.get(part).map_or("", |piece| piece.text), self.kind(part) == Kind::Sign(':'));
            self.text.push_str(text);
            self.text.push_str(if is_colon { " " } else { "" });
        }
        self.hoist(at, end);
        end
    }

    /// `input: Shape`, `input := { … }`, `errors: [Shape …]`.
    fn property(&mut self, at: usize) -> usize {
        self.hoist(at, at + 2);
        self.text.push_str(self.word(at));
        if self.kind(at + 1) != Kind::Walrus {
            self.text.push_str(": ");
            self.value(at + 2);
            return self.value_end(at + 2);
        }
        self.text.push_str(" :=");
        let next = at + 2;
        if self.kind(next) != Kind::Sign('@') && self.is_quiet(next) {
            let open = self.clauses(next);
            self.text.push(' ');
            return self.body("structure", open);
        }
        self.indent += 1;
        self.line(next, false);
        let clauses = self.traits(next);
        let before = self.text.len();
        let open = self.clauses(clauses);
        // The line has begun; a clause would bring its own space.
        if self.text.get(before..).is_some_and(|text| text.starts_with(' ')) {
            self.text.remove(before);
            self.text.push(' ');
        }
        let end = self.body("structure", open);
        self.indent -= 1;
        end
    }
}

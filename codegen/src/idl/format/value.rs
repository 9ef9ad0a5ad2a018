//! Values, on one line where they have a place there.

use super::super::lexer::Kind;
use super::WIDTH;
use super::piece::Piece;
use super::print::Printer;

impl<'s> Printer<'_, 's> {
    /// The end of the value that begins at a piece.
    pub(super) fn value_end(&self, at: usize) -> usize {
        match self.kind(at) {
            Kind::Sign('[' | '{' | '(') => self.closing(at) + 1,
            Kind::Identifier => self.id_end(at),
            _ => at + 1,
        }
    }

    /// The piece that closes the bracket at another.
    pub(super) fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (at, piece) in self.pieces.iter().enumerate().skip(open) {
            match piece.kind {
                Kind::Sign('[' | '{' | '(') => depth += 1,
                Kind::Sign(']' | '}' | ')') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at;
            }
        }
        self.pieces.len().saturating_sub(1)
    }

    /// The end of a shape's ID.
    pub(super) fn id_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while matches!(self.kind(end), Kind::Sign('.' | '#' | '$'))
            && self.kind(end + 1) == Kind::Identifier
            && self.is_joined(end)
        {
            end += 2;
        }
        end
    }

    /// Pieces on one line, if they have a place there.
    pub(super) fn one_line(&self, from: usize, to: usize) -> Option<String> {
        let mut text = String::new();
        let mut before = Kind::End;
        let mut at = from;
        while at < to {
            let piece = self.pieces.get(at)?;
            let is_last = at + 1 == to;
            if (at > from && !piece.comments.is_empty())
                || (!is_last && piece.behind.is_some())
                || piece.text.contains('\n')
            {
                return None;
            }
            match (before, piece.kind) {
                (Kind::End, _) | (Kind::Sign('[' | '('), _) | (_, Kind::Sign(']' | ')' | ':')) => {}
                (Kind::Sign('{'), Kind::Sign('}')) => {}
                (Kind::Sign('{') | Kind::Sign(':'), _) | (_, Kind::Sign('}')) => text.push(' '),
                _ => text.push_str(", "),
            }
            let end = if piece.kind == Kind::Identifier { self.id_end(at) } else { at + 1 };
            for piece in self.pieces.get(at..end)? {
                text.push_str(piece.text);
            }
            before = piece.kind;
            at = end;
            if text.chars().nth(WIDTH).is_some() {
                return None;
            }
        }
        Some(text)
    }

    /// A value, from where the line stands.
    pub(super) fn value(&mut self, from: usize) {
        let to = self.value_end(from);
        let short = self.one_line(from, to).filter(|short| self.column() + short.chars().count() <= WIDTH);
        match (short, self.kind(from)) {
            (Some(short), _) => {
                self.text.push_str(&short);
                // Only the first and the last can have comments.
                self.hoist(from, from + 1);
                if to > from + 1 {
                    self.behind(to - 1);
                }
            }
            (None, Kind::Sign(open @ ('[' | '{'))) => self.block(open, from, to - 1),
            (None, _) => {
                for at in from..to {
                    let text = self.pieces.get(at).map_or("", |piece: &Piece<'s>| piece.text);
                    self.text.push_str(text);
                }
                self.hoist(from, to);
            }
        }
    }

    /// Entries between brackets, each on a line of its own.
    pub(super) fn block(&mut self, open: char, from: usize, close: usize) {
        self.text.push(open);
        self.hoist(from, from + 1);
        self.indent += 1;
        self.entries(from + 1, close);
        self.indent -= 1;
        self.line_start(close);
        self.text.push(match open {
            '[' => ']',
            '(' => ')',
            _ => '}',
        });
        self.behind(close);
    }

    /// Entries of a list or an object.
    pub(super) fn entries(&mut self, from: usize, close: usize) {
        let mut at = from;
        while at < close {
            self.line(at, at > from);
            let value = if self.kind(at + 1) == Kind::Sign(':') && !matches!(self.kind(at), Kind::Sign(_)) {
                let key = self.pieces.get(at).map_or("", |piece| piece.text);
                self.hoist(at, at + 2);
                self.text.push_str(&format!("{key}: "));
                at + 2
            } else {
                at
            };
            self.value(value);
            at = self.value_end(value);
        }
    }
}

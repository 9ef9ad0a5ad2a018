//! Pieces → lines. The text is known to be well written, so what comes next is what the grammar says.

use super::super::lexer::Kind;
use super::piece::Piece;

pub(super) struct Printer<'p, 's> {
    pub(super) pieces: &'p [Piece<'s>],
    pub(super) text: String,
    pub(super) indent: usize,
    /// The piece that the line was begun for, whose comments stand before it.
    begun: Option<usize>,
    /// Comments for the end of the line.
    pending: Vec<&'s str>,
}

pub(super) fn print(pieces: &[Piece<'_>]) -> String {
    let mut printer = Printer { pieces, text: String::new(), indent: 0, begun: None, pending: Vec::new() };
    printer.file();
    printer.text
}

impl<'s> Printer<'_, 's> {
    pub(super) fn kind(&self, at: usize) -> Kind {
        self.pieces.get(at).map_or(Kind::End, |piece| piece.kind)
    }

    pub(super) fn word(&self, at: usize) -> &'s str {
        self.pieces.get(at).map_or("", |piece| piece.text)
    }

    pub(super) fn column(&self) -> usize {
        self.text.rsplit('\n').next().unwrap_or_default().chars().count()
    }

    /// Whether nothing stands between a sign and the piece before it: `a$b`, and not `a $b`.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let piece = |at: usize| self.pieces.get(at).map(|piece| piece.text.as_bytes().as_ptr_range());
        match (at.checked_sub(1).and_then(piece), piece(at)) {
            (Some(before), Some(this)) => before.end == this.start,
            _ => false,
        }
    }

    /// Ends the line, with the comments that stand behind it.
    pub(super) fn end_line(&mut self) {
        if self.text.is_empty() || (self.text.ends_with('\n') && self.pending.is_empty()) {
            return;
        }
        for comment in std::mem::take(&mut self.pending) {
            if self.text.ends_with('\n') {
                self.spaces();
                // On a line of its own it would document what follows.
                self.text.push_str(comment.strip_prefix('/').filter(|rest| rest.starts_with("//")).unwrap_or(comment));
            } else {
                self.text.push(' ');
                self.text.push_str(comment);
            }
            self.text.push('\n');
        }
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn spaces(&mut self) {
        self.text.extend(std::iter::repeat_n("    ", self.indent));
    }

    /// Begins a line with what stands before a piece; an empty line stays where it may.
    pub(super) fn line(&mut self, at: usize, may_be_apart: bool) {
        self.end_line();
        self.begun = Some(at);
        let mut may_be_apart = may_be_apart;
        let pieces = self.pieces;
        let Some(piece) = pieces.get(at) else { return };
        for comment in &piece.comments {
            if may_be_apart && comment.is_apart {
                self.text.push('\n');
            }
            may_be_apart = true;
            self.spaces();
            self.text.push_str(comment.text);
            self.text.push('\n');
        }
        if may_be_apart && piece.is_apart {
            self.text.push('\n');
        }
        self.spaces();
    }

    /// Begins the line of a closing bracket.
    pub(super) fn line_start(&mut self, at: usize) {
        self.end_line();
        self.begun = Some(at);
        self.indent += 1;
        let pieces = self.pieces;
        for comment in pieces.get(at).map(|piece| &piece.comments).into_iter().flatten() {
            if comment.is_apart {
                self.text.push('\n');
            }
            self.spaces();
            self.text.push_str(comment.text);
            self.text.push('\n');
        }
        self.indent -= 1;
        self.spaces();
    }

    /// Keeps the comment behind a piece for the end of the line.
    pub(super) fn behind(&mut self, at: usize) {
        self.pending.extend(self.pieces.get(at).and_then(|piece| piece.behind));
    }

    /// Keeps the comments between pieces that will stand on one line: there they document nothing, so they say it.
    pub(super) fn hoist(&mut self, from: usize, to: usize) {
        let pieces = self.pieces;
        for at in from..to {
            let Some(piece) = pieces.get(at) else { return };
            if self.begun != Some(at) {
                self.pending.extend(piece.comments.iter().map(|comment| comment.text));
            }
            self.pending.extend(piece.behind);
        }
    }

    /// Pieces as they are, without spaces between them.
    pub(super) fn plain(&mut self, from: usize, to: usize) {
        self.hoist(from, to);
        for at in from..to {
            self.text.push_str(self.word(at));
        }
    }

    fn file(&mut self) {
        let mut at = 0;
        let mut before = "";
        while self.kind(at) != Kind::End {
            let word = self.word(at);
            let section = if matches!(word, "$" | "metadata" | "use") { word } else { "" };
            if at > 0 && (section.is_empty() || section != before) {
                self.end_line();
                self.text.push('\n');
            }
            before = section;
            self.line(at, false);
            at = self.statement(at);
        }
        let is_apart = self.pieces.get(at).is_some_and(|end| end.comments.first().is_some_and(|first| first.is_apart));
        self.end_line();
        if at > 0 && is_apart {
            self.text.push('\n');
        }
        self.line(at, false);
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn statement(&mut self, at: usize) -> usize {
        match self.word(at) {
            "$" => {
                self.plain(at, at + 3);
                self.text.push(' ');
                self.value(at + 3);
                self.value_end(at + 3)
            }
            "metadata" => {
                self.hoist(at, at + 3);
                self.text.push_str(&format!("metadata {} = ", self.word(at + 1)));
                self.value(at + 3);
                self.value_end(at + 3)
            }
            word @ ("namespace" | "use") => {
                self.hoist(at, at + 1);
                self.text.push_str(word);
                self.text.push(' ');
                let end = self.id_end(at + 1);
                self.plain(at + 1, end);
                end
            }
            _ => self.shape(at),
        }
    }
}

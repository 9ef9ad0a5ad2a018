//! Emphasis: `*` and `**`, where Markdown can express it.

use super::block::Piece;
use super::inline::{Inline, is_alphanumeric};

/// How much emphasis can be open at once.
const MAX_MARKS: usize = 16;

/// Emphasis that is open.
pub(super) struct Mark {
    marker: &'static str,
    state: State,
    pub(super) in_link: bool,
    /// Whether its end tag came inside a link that it contains.
    pub(super) ends_after_link: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Nothing has been written yet.
    Pending,
    Written(Position),
    /// Markdown couldn't express it here.
    Dropped,
}

/// A place in what was collected: the index of a piece, and of a byte in it.
#[derive(Clone, Copy, PartialEq)]
struct Position {
    piece: usize,
    byte: usize,
}

/// Emphasis that has just been closed.
pub(super) struct Closed {
    marker: &'static str,
    from: Position,
    to: Position,
}

impl Inline {
    /// Begins emphasis: `*` or `**`.
    pub(super) fn begin_mark(&mut self, marker: &'static str) {
        if self.marks.len() == MAX_MARKS {
            return;
        }
        let is_nested = self.marks.iter().any(|mark| mark.marker == marker);
        let state = if is_nested || self.in_code() { State::Dropped } else { State::Pending };
        self.marks.push(Mark { marker, state, in_link: self.in_link(), ends_after_link: false });
    }

    /// Ends emphasis, and what was begun inside it.
    pub(super) fn end_mark(&mut self, marker: &'static str) {
        let Some(at) = self.marks.iter().rposition(|mark| mark.marker == marker) else { return };
        let in_link = self.in_link();
        match self.marks.get_mut(at) {
            Some(mark) if in_link && !mark.in_link => mark.ends_after_link = true,
            _ => self.end_marks(at),
        }
    }

    /// Ends the emphasis from the `first` on, the innermost first.
    pub(super) fn end_marks(&mut self, first: usize) {
        while self.marks.len() > first
            && let Some(mark) = self.marks.pop()
        {
            let State::Written(from) = mark.state else { continue };
            let (piece, text) =
                match (self.word.is_empty(), self.pieces.iter().rposition(|piece| *piece != Piece::Break)) {
                    (true, Some(last)) => match self.pieces.get_mut(last) {
                        Some(Piece::Word(text)) => (last, text),
                        _ => continue,
                    },
                    _ => (self.pieces.len(), &mut self.word),
                };
            let to = Position { piece, byte: text.len() };
            text.push_str(mark.marker);
            self.closed = Some(Closed { marker: mark.marker, from, to });
        }
    }

    /// Prepares for a character: writes the emphasis that waits for it, and takes back what it would break.
    pub(super) fn touch(&mut self, next: char) {
        self.drop_broken(next);
        self.write_pending(next);
    }

    /// CommonMark doesn't close emphasis between punctuation and a letter (section 6.2, right-flanking runs).
    fn drop_broken(&mut self, next: char) {
        let Some(closed) = self.closed.take() else { return };
        let end = closed.to.byte + closed.marker.len();
        if closed.to.piece != self.pieces.len() || end != self.word.len() || !next.is_alphanumeric() {
            return;
        }
        let before = self.word.get(..closed.to.byte).and_then(|text| text.chars().next_back());
        if !is_alphanumeric(before) {
            self.word.truncate(closed.to.byte);
            self.remove(closed.from, closed.marker);
        }
    }

    fn remove(&mut self, from: Position, marker: &str) {
        let text = match self.pieces.get_mut(from.piece) {
            Some(Piece::Word(text)) => text,
            Some(Piece::Break) => return,
            None => &mut self.word,
        };
        let end = from.byte + marker.len();
        if text.get(from.byte..end) == Some(marker) {
            text.replace_range(from.byte..end, "");
        }
    }

    pub(super) fn write_pending(&mut self, next: char) {
        let previous = self.word.chars().next_back();
        let cannot_open = is_alphanumeric(previous) && !next.is_alphanumeric();
        // `**a***b*` is ambiguous.
        let follows_mark = previous == Some('*') && !self.word.ends_with("\\*") && self.marks.iter().all(is_pending);
        let piece = self.pieces.len();
        for mark in self.marks.iter_mut().filter(|mark| is_pending(mark)) {
            if cannot_open || follows_mark {
                mark.state = State::Dropped;
            } else {
                mark.state = State::Written(Position { piece, byte: self.word.len() });
                self.word.push_str(mark.marker);
            }
        }
    }
}

fn is_pending(mark: &Mark) -> bool {
    mark.state == State::Pending
}

//! Tokens with the comments around them.

use super::super::lexer::{Kind, tokens};

/// A token that means something.
pub(super) struct Piece<'s> {
    pub(super) kind: Kind,
    pub(super) text: &'s str,
    /// The comments on lines before it.
    pub(super) comments: Vec<Comment<'s>>,
    /// Whether an empty line stands before it and behind its comments.
    pub(super) is_apart: bool,
    /// The comment behind it on its line.
    pub(super) behind: Option<&'s str>,
}

pub(super) struct Comment<'s> {
    pub(super) text: &'s str,
    /// Whether an empty line stands before it.
    pub(super) is_apart: bool,
}

/// The pieces of a file, the last one its end.
pub(super) fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut comments = Vec::new();
    // How many lines have ended since the last piece or comment.
    let (mut ends, mut is_same_line) = (0, false);
    for token in tokens(source) {
        let text = source.get(token.start..token.end).unwrap_or_default();
        match token.kind {
            Kind::Space | Kind::Comma => {}
            Kind::Newline => {
                ends += 1;
                is_same_line = false;
            }
            Kind::Comment | Kind::Documentation => {
                // Spaces at its end are part of what it documents.
                let comment =
                    if token.kind == Kind::Comment { text.trim_end() } else { text.trim_end_matches(['\r', '\n']) };
                match pieces.last_mut().filter(|_| is_same_line) {
                    Some(piece) => piece.behind = Some(comment),
                    None => comments.push(Comment { text: comment, is_apart: ends > 1 }),
                }
                (ends, is_same_line) = (1, false);
            }
            kind => {
                let comments = std::mem::take(&mut comments);
                pieces.push(Piece { kind, text, comments, is_apart: ends > 1, behind: None });
                (ends, is_same_line) = (0, true);
            }
        }
    }
    pieces
}

//! What a text consists of, whichever language it was written in.

/// A block of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Piece>),
    Heading(usize, Vec<Piece>),
    /// A block of code, with its language.
    Code {
        language: String,
        text: String,
    },
    List(List),
    Quote(Vec<Block>),
    /// Rows of cells; the first row is the heading.
    Table(Vec<Vec<Vec<Piece>>>),
    /// Lines that stay lines: a Markdown table.
    Lines(Vec<Vec<Piece>>),
    Rule,
}

impl Block {
    /// Whether there is nothing in it to show.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Block::Paragraph(pieces) => pieces.is_empty(),
            Block::Code { text, .. } => text.trim().is_empty(),
            Block::List(list) => list.items.iter().flatten().all(Block::is_empty),
            Block::Quote(blocks) => blocks.iter().all(Block::is_empty),
            Block::Table(rows) => rows.iter().flatten().all(Vec::is_empty),
            Block::Lines(lines) => lines.is_empty(),
            Block::Heading(..) | Block::Rule => false,
        }
    }
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct List {
    /// The number of the first item, if it has numbers.
    pub(super) start: Option<u32>,
    /// Whether there are blank lines between the items.
    pub(super) loose: bool,
    pub(super) items: Vec<Vec<Block>>,
}

/// What is never broken across lines: a word, or a link or code span together with what touches it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Markdown.
    Word(String),
    /// A line break that the author wants.
    Break,
}

/// Joins pieces to one line.
pub(super) fn join(pieces: &[Piece]) -> String {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Word(word) => Some(word.as_str()),
        Piece::Break => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Cuts pieces into paragraphs where an author wrote two line breaks to that end, and drops line breaks at the ends.
pub(super) fn paragraphs(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut paragraphs: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut breaks = 0;
    for piece in pieces {
        if piece == Piece::Break {
            breaks += 1;
            continue;
        }
        let begun = paragraphs.last().is_some_and(|paragraph| !paragraph.is_empty());
        if breaks > 1 && begun {
            paragraphs.push(Vec::new());
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            if breaks == 1 && begun {
                paragraph.push(Piece::Break);
            }
            paragraph.push(piece);
        }
        breaks = 0;
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

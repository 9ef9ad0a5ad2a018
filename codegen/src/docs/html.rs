//! HTML → blocks. What stands outside any block element is CommonMark's.

use super::block::{Block, List, Piece, join, paragraphs};
use super::commonmark;
use super::element::Element;
use super::inline::Inline;
use super::inline_html::{add_preformatted, close_inline, open_inline};
use super::tokens::{Kind, Token, closed_names, tokenize};
use std::collections::HashSet;
use std::ops::Range;

/// How deeply blocks can nest; what is deeper is taken as if it weren't nested.
const MAX_DEPTH: usize = 24;

/// Parses a text.
pub(super) fn parse(source: &str) -> Vec<Block> {
    let tokens = tokenize(source);
    let has_blocks = tokens.iter().any(|token| matches!(&token.kind, Kind::Open(tag) if tag.element.is_block()));
    if !has_blocks {
        return commonmark::parse(source, true);
    }
    let mut builder = Builder::new(closed_names(&tokens));
    let mut outside = 0..0;
    for token in &tokens {
        if builder.is_outside() && !is_block(token) {
            outside.end = token.range.end;
            continue;
        }
        builder.outside(source, &outside);
        builder.token(token);
        outside = token.range.end..token.range.end;
    }
    builder.outside(source, &outside);
    builder.finish()
}

fn is_block(token: &Token<'_>) -> bool {
    match &token.kind {
        Kind::Open(tag) | Kind::Close(tag) => tag.element.is_block(),
        _ => false,
    }
}

/// Builds blocks from tokens. The elements that are open form a stack.
struct Builder {
    closed: HashSet<String>,
    root: Vec<Block>,
    stack: Vec<Frame>,
    inline: Inline,
}

/// A block element that is open, and what it contains so far.
struct Frame {
    element: Element,
    /// The blocks of an item, a quotation, a cell…
    blocks: Vec<Block>,
    /// The items of a list.
    items: Vec<Vec<Block>>,
    /// The rows of a table; of a row, one row.
    rows: Vec<Vec<Vec<Piece>>>,
    /// The text of a preformatted block.
    text: String,
}

impl Builder {
    fn new(closed: HashSet<String>) -> Self {
        Builder { closed, root: Vec::new(), stack: Vec::new(), inline: Inline::default() }
    }

    fn is_outside(&self) -> bool {
        self.stack.is_empty()
    }

    fn finish(mut self) -> Vec<Block> {
        self.pop_to(0);
        self.root
    }

    /// Adds what stands outside of block elements.
    fn outside(&mut self, source: &str, range: &Range<usize>) {
        let text = source.get(range.clone()).unwrap_or_default();
        if !text.trim().is_empty() {
            self.root.extend(commonmark::parse(text, false));
        }
    }

    fn token(&mut self, token: &Token<'_>) {
        if let Some(Frame { element: Element::Preformatted, text, .. }) = self.stack.last_mut()
            && !is_block(token)
        {
            return add_preformatted(text, &token.kind);
        }
        match &token.kind {
            Kind::Text(text) => self.inline.html(text),
            Kind::Code(code) => self.inline.code(code),
            Kind::Url(url) if self.inline.in_link() || self.inline.in_code() => self.inline.plain(url),
            Kind::Url(url) => self.inline.push(&format!("<{url}>")),
            Kind::Comment => {}
            Kind::Open(tag) if tag.element.is_block() => self.open(tag.element),
            Kind::Close(tag) if tag.element.is_block() => self.close(tag.element),
            Kind::Open(tag) => open_inline(&mut self.inline, tag, &self.closed),
            Kind::Close(tag) => close_inline(&mut self.inline, tag),
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let pieces = self.inline.finish();
        for pieces in paragraphs(pieces) {
            let block = match self.stack.last().map(|frame| frame.element) {
                Some(Element::Heading(level)) => Block::Heading(level, pieces),
                _ => Block::Paragraph(pieces),
            };
            self.add(block);
        }
    }

    /// Adds a block to the innermost element.
    fn add(&mut self, block: Block) {
        match self.stack.last_mut() {
            None => self.root.push(block),
            Some(Frame { element: Element::List { .. }, items, .. }) => match items.last_mut() {
                Some(item) => item.push(block),
                None => items.push(vec![block]),
            },
            Some(frame) => frame.blocks.push(block),
        }
    }

    fn open(&mut self, element: Element) {
        self.flush();
        // These contain no blocks: another block ends them.
        while matches!(
            self.stack.last().map(|frame| frame.element),
            Some(Element::Paragraph | Element::Heading(_) | Element::Term | Element::Preformatted)
        ) {
            self.pop();
        }
        match element {
            Element::Rule => self.add(Block::Rule),
            Element::Item => self.open_item(true),
            Element::Term => {
                self.open_item(true);
                self.push(Element::Term);
                self.inline.begin_mark("**");
            }
            Element::Definition => {
                self.open_item(false);
                self.push(Element::Definition);
            }
            Element::Row => self.open_in(Element::Table, Element::Row),
            Element::Cell => {
                if self.innermost(Element::Row) < self.innermost(Element::Table) {
                    self.open_in(Element::Table, Element::Row);
                }
                self.open_in(Element::Row, Element::Cell);
            }
            _ => self.push(element),
        }
    }

    /// Begins an item of the innermost list, or goes on with the one that is open.
    fn open_item(&mut self, is_new: bool) {
        let list = self.innermost(Element::List { ordered: false });
        if list == 0 {
            self.push(Element::List { ordered: false });
            return self.push(Element::Item);
        }
        let has_item = self.stack.get(list).is_some_and(|frame| frame.element == Element::Item);
        if has_item && !is_new {
            return self.pop_to(list + 1);
        }
        self.pop_to(list);
        self.push(Element::Item);
    }

    /// Opens an element directly in the innermost of another kind, if there is one.
    fn open_in(&mut self, outer: Element, element: Element) {
        let depth = self.innermost(outer);
        if depth > 0 {
            self.pop_to(depth);
            self.push(element);
        }
    }

    /// The depth of the innermost element of a kind, counted from 1; 0 if there is none. Items don't reach out of the
    /// cell of a table.
    fn innermost(&self, element: Element) -> usize {
        for (index, frame) in self.stack.iter().enumerate().rev() {
            if frame.element.is_ended_by(element) {
                return index + 1;
            }
            if frame.element == Element::Cell && !matches!(element, Element::Row | Element::Table) {
                break;
            }
        }
        0
    }

    fn push(&mut self, element: Element) {
        if self.stack.len() < MAX_DEPTH {
            let (blocks, items, rows, text) = Default::default();
            self.stack.push(Frame { element, blocks, items, rows, text });
        }
    }

    fn close(&mut self, element: Element) {
        self.flush();
        let depth = self.stack.iter().rposition(|frame| frame.element.is_ended_by(element));
        if let Some(depth) = depth {
            self.pop_to(depth);
        }
    }

    fn pop_to(&mut self, depth: usize) {
        self.flush();
        while self.stack.len() > depth {
            self.pop();
        }
    }

    /// Ends the innermost element and gives what it contains to the one around it.
    fn pop(&mut self) {
        let Some(frame) = self.stack.pop() else { return };
        match frame.element {
            Element::List { ordered } => self.add_list(ordered, frame.items),
            Element::Item => match self.stack.last_mut() {
                Some(Frame { element: Element::List { .. }, items, .. }) => items.push(frame.blocks),
                _ => frame.blocks.into_iter().for_each(|block| self.add(block)),
            },
            Element::Quote { label } => self.add_quote(label, frame.blocks),
            Element::Preformatted => {
                self.add(Block::Code { language: String::new(), text: frame.text });
            }
            Element::Cell => match self.stack.last_mut() {
                Some(Frame { element: Element::Row, rows, .. }) => {
                    rows.resize_with(1, Vec::new);
                    rows.iter_mut().for_each(|row| row.push(flatten(&frame.blocks)));
                }
                _ => frame.blocks.into_iter().for_each(|block| self.add(block)),
            },
            Element::Row => match self.stack.last_mut() {
                Some(Frame { element: Element::Table, rows, .. }) => rows.extend(frame.rows),
                _ => self.add(Block::Table(frame.rows)),
            },
            Element::Table => {
                frame.blocks.into_iter().for_each(|block| self.add(block));
                if !frame.rows.is_empty() {
                    self.add(Block::Table(frame.rows));
                }
            }
            _ => frame.blocks.into_iter().for_each(|block| self.add(block)),
        }
    }

    fn add_list(&mut self, ordered: bool, mut items: Vec<Vec<Block>>) {
        items.retain(|item| !item.iter().all(Block::is_empty));
        if !items.is_empty() {
            let is_loose = |item: &Vec<Block>| item.iter().filter(|block| !matches!(block, Block::List(_))).count() > 1;
            let loose = items.iter().any(is_loose);
            self.add(Block::List(List { start: ordered.then_some(1), loose, items }));
        }
    }

    fn add_quote(&mut self, label: &str, mut blocks: Vec<Block>) {
        if blocks.is_empty() {
            return;
        }
        if !label.is_empty() {
            let label = Piece::Word(format!("**{label}:**"));
            match blocks.first_mut() {
                Some(Block::Paragraph(pieces)) => pieces.insert(0, label),
                _ => blocks.insert(0, Block::Paragraph(vec![label])),
            }
        }
        self.add(Block::Quote(blocks));
    }
}

/// The content of a cell: a table has no place for blocks.
fn flatten(blocks: &[Block]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inner) | Block::Heading(_, inner) => pieces.extend(inner.iter().cloned()),
            Block::Code { text, .. } => {
                let mut inline = Inline::default();
                inline.code(text);
                pieces.extend(inline.finish());
            }
            Block::List(list) => list.items.iter().for_each(|item| pieces.extend(flatten(item))),
            Block::Quote(inner) => pieces.extend(flatten(inner)),
            Block::Table(rows) => rows.iter().flatten().for_each(|cell| pieces.extend(cell.iter().cloned())),
            Block::Lines(lines) => pieces.extend(lines.iter().map(|line| Piece::Word(join(line)))),
            Block::Rule => {}
        }
    }
    pieces.retain(|piece| *piece != Piece::Break);
    pieces
}

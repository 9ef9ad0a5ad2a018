//! CommonMark → blocks: as much of it as documentation uses, line by line.

use super::block::{Block, List, Piece, paragraphs};
use super::inline_markdown::{Definitions, parse_inline};

/// How deeply lists and quotations can nest; what is deeper is text.
const MAX_DEPTH: usize = 16;

/// Parses a text. Where it is only part of one, between HTML blocks, indentation doesn't make it code.
pub(super) fn parse(source: &str, is_whole: bool) -> Vec<Block> {
    let expanded = source.replace('\t', "    ");
    let (definitions, lines) = Definitions::collect(&expanded);
    let mut parser = Parser { definitions: &definitions, blocks: Vec::new(), paragraph: Vec::new(), is_whole };
    parser.parse(&lines, 0);
    parser.blocks
}

struct Parser<'a> {
    definitions: &'a Definitions,
    blocks: Vec<Block>,
    /// The lines of the paragraph that is open.
    paragraph: Vec<&'a str>,
    is_whole: bool,
}

impl<'a> Parser<'a> {
    fn parse(&mut self, lines: &[&'a str], depth: usize) {
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let rest = lines.get(at..).unwrap_or_default();
            at += match self.block(line, rest, depth) {
                0 => {
                    self.paragraph.push(line);
                    1
                }
                taken => taken,
            };
        }
        self.end_paragraph();
    }

    /// Adds the block that begins with a line. Returns how many lines it takes; none if the line is a paragraph's.
    fn block(&mut self, line: &'a str, rest: &[&'a str], depth: usize) -> usize {
        let text = line.trim_start();
        if text.is_empty() {
            self.end_paragraph();
            return 1;
        }
        if indent(line) >= 4 {
            return if self.is_whole && self.paragraph.is_empty() { self.indented(rest) } else { 0 };
        }
        if let Some(level) = self.underlined(text) {
            let lines = std::mem::take(&mut self.paragraph);
            self.add_inline(&lines.join(" "), |pieces| Block::Heading(level, pieces));
            return 1;
        }
        if let Some(fence) = Fence::begins(text) {
            return self.fenced(&fence, indent(line), rest);
        }
        if let Some((level, heading)) = heading(text) {
            self.end_paragraph();
            self.add_inline(heading, |pieces| Block::Heading(level, pieces));
            return 1;
        }
        if is_rule(text) {
            self.add(Block::Rule);
            return 1;
        }
        if depth < MAX_DEPTH && text.starts_with('>') {
            return self.quote(rest, depth);
        }
        if let Some(marker) = Marker::begins(line)
            && depth < MAX_DEPTH
            && (self.paragraph.is_empty() || marker.interrupts())
        {
            return self.list(&marker, rest, depth);
        }
        if self.paragraph.is_empty() { self.table(rest) } else { 0 }
    }

    fn add(&mut self, block: Block) {
        self.end_paragraph();
        self.blocks.push(block);
    }

    fn add_inline(&mut self, text: &str, block: impl Fn(Vec<Piece>) -> Block) {
        let pieces = paragraphs(parse_inline(text, self.definitions));
        self.blocks.extend(pieces.into_iter().map(block));
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let text = self.paragraph.iter().map(|line| line.trim_start()).collect::<Vec<_>>().join("\n");
            self.paragraph.clear();
            self.add_inline(&text, Block::Paragraph);
        }
    }

    /// Blocks inside a block.
    fn inner(&self, lines: &[&'a str], depth: usize) -> Vec<Block> {
        let (definitions, is_whole) = (self.definitions, self.is_whole);
        let mut parser = Parser { definitions, blocks: Vec::new(), paragraph: Vec::new(), is_whole };
        parser.parse(lines, depth + 1);
        parser.blocks
    }

    /// The level of the heading that an underline makes of the paragraph before it.
    fn underlined(&self, text: &str) -> Option<usize> {
        let text = text.trim_end();
        let is_line = |byte: u8| text.bytes().all(|other| other == byte);
        match self.paragraph.is_empty() {
            false if is_line(b'=') => Some(1),
            false if is_line(b'-') => Some(2),
            _ => None,
        }
    }

    fn indented(&mut self, rest: &[&'a str]) -> usize {
        let is_code = |line: &&&str| line.trim().is_empty() || indent(line) >= 4;
        let taken = rest.iter().take_while(is_code).count();
        let lines = rest.iter().take(taken).map(|line| line.get(4..).unwrap_or_default());
        let text = lines.collect::<Vec<_>>().join("\n");
        self.add(Block::Code { language: String::new(), text });
        taken
    }

    fn fenced(&mut self, fence: &Fence<'_>, indentation: usize, rest: &[&'a str]) -> usize {
        let inside = rest.get(1..).unwrap_or_default();
        let count = inside.iter().position(|line| fence.ends(line)).unwrap_or(inside.len());
        let lines = inside.iter().take(count).map(|line| line.get(indentation.min(indent(line))..).unwrap_or_default());
        let text = lines.collect::<Vec<_>>().join("\n");
        self.add(Block::Code { language: fence.language.to_owned(), text });
        (count + 2).min(rest.len())
    }

    fn quote(&mut self, rest: &[&'a str], depth: usize) -> usize {
        let lines = rest.iter().map_while(|line| {
            let inner = line.trim_start().strip_prefix('>')?;
            Some(inner.strip_prefix(' ').unwrap_or(inner))
        });
        let lines: Vec<_> = lines.collect();
        let inner = self.inner(&lines, depth);
        self.add(Block::Quote(inner));
        lines.len()
    }

    /// A list: its items are the lines with a like marker, and what is indented under them.
    fn list(&mut self, first: &Marker, rest: &[&'a str], depth: usize) -> usize {
        let mut list = List { start: first.number, ..List::default() };
        let mut taken = 0;
        while let Some(line) = rest.get(taken)
            && let Some(marker) = Marker::begins(line)
            && marker.is_like(first)
            && !(is_rule(line.trim_start()))
        {
            let count = item_length(&marker, rest.get(taken..).unwrap_or_default());
            let lines = rest.iter().skip(taken).take(count).enumerate().map(|(index, line)| match index {
                0 => line.get(marker.width..).unwrap_or_default(),
                _ => line.get(marker.width.min(indent(line))..).unwrap_or_default(),
            });
            let lines: Vec<_> = lines.collect();
            list.items.push(self.inner(&lines, depth));
            taken += count;
            let blank = lines.iter().rev().take_while(|line| line.trim().is_empty()).count();
            let goes_on = rest.get(taken).and_then(|line| Marker::begins(line)).is_some_and(|next| next.is_like(first));
            list.loose |= blank > 0 && goes_on;
        }
        let has_paragraphs =
            |item: &Vec<Block>| item.iter().filter(|block| !matches!(block, Block::List(_))).count() > 1;
        list.loose |= list.items.iter().any(has_paragraphs);
        self.add(Block::List(list));
        taken.max(1)
    }

    /// A table: a line with bars over one of bars and dashes.
    fn table(&mut self, rest: &[&'a str]) -> usize {
        let (Some(head), Some(ruler)) = (rest.first(), rest.get(1)) else { return 0 };
        let is_ruler = ruler.contains('-') && ruler.contains('|') && ruler.bytes().all(|byte| b"|-: ".contains(&byte));
        if !is_ruler || !head.contains('|') {
            return 0;
        }
        let lines: Vec<_> = rest.iter().take_while(|line| line.contains('|')).collect();
        let pieces = lines.iter().enumerate().map(|(index, line)| match index {
            1 => vec![Piece::Word(line.trim().to_owned())],
            _ => parse_inline(line.trim(), self.definitions),
        });
        let table = Block::Lines(pieces.collect());
        self.add(table);
        lines.len()
    }
}

/// How many of the lines are an item's: the blank ones after it are, too.
fn item_length(marker: &Marker, lines: &[&str]) -> usize {
    let mut after_blank = false;
    for (index, line) in lines.iter().enumerate().skip(1) {
        let is_blank = line.trim().is_empty();
        let is_inside = is_blank || indent(line) >= marker.width;
        // A paragraph goes on without indentation until something else begins.
        let goes_on = !after_blank && Marker::begins(line).is_none() && !begins_block(line.trim_start());
        if !is_inside && !goes_on {
            return index;
        }
        after_blank = is_blank;
    }
    lines.len()
}

fn begins_block(text: &str) -> bool {
    Fence::begins(text).is_some() || heading(text).is_some() || is_rule(text) || text.starts_with('>')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The marker of a list's item.
struct Marker {
    /// The number, if it is one.
    number: Option<u32>,
    /// The character that distinguishes one list from the next.
    kind: char,
    /// How far the item's content is indented.
    width: usize,
    is_blank: bool,
}

impl Marker {
    fn begins(line: &str) -> Option<Marker> {
        let indentation = indent(line);
        let text = line.get(indentation..)?;
        let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
        let number = if digits == 0 { None } else { Some(text.get(..digits)?.parse().ok()?) };
        let kind = text.get(digits..)?.chars().next()?;
        let is_marker = if number.is_some() { matches!(kind, '.' | ')') } else { matches!(kind, '-' | '*' | '+') };
        let after = text.get(digits + 1..).filter(|_| is_marker && indentation < 4)?;
        let spaces = indent(after);
        let is_blank = after.trim().is_empty();
        if spaces == 0 && !is_blank {
            return None;
        }
        let spaces = if is_blank || spaces > 4 { 1 } else { spaces };
        Some(Marker { number, kind, width: indentation + digits + 1 + spaces, is_blank })
    }

    /// Whether it belongs to the same list as another one.
    fn is_like(&self, other: &Marker) -> bool {
        self.kind == other.kind
    }

    /// Whether it begins a list in the middle of a paragraph.
    fn interrupts(&self) -> bool {
        !self.is_blank && self.number.is_none_or(|number| number == 1)
    }
}

/// The line that begins a block of code.
struct Fence<'a> {
    character: char,
    length: usize,
    language: &'a str,
}

impl<'a> Fence<'a> {
    fn begins(text: &'a str) -> Option<Fence<'a>> {
        let character = text.chars().next().filter(|character| matches!(character, '`' | '~'))?;
        let info = text.trim_start_matches(character);
        let length = text.len() - info.len();
        let is_fence = length >= 3 && !(character == '`' && info.contains('`'));
        is_fence.then(|| Fence { character, length, language: info.trim() })
    }

    fn ends(&self, line: &str) -> bool {
        let text = line.trim();
        text.len() >= self.length && text.chars().all(|character| character == self.character)
    }
}

fn heading(text: &str) -> Option<(usize, &str)> {
    let content = text.trim_start_matches('#');
    let level = text.len() - content.len();
    let is_heading = (1..=6).contains(&level) && (content.is_empty() || content.starts_with(' '));
    is_heading.then(|| (level, content.trim().trim_end_matches('#').trim_end()))
}

fn is_rule(text: &str) -> bool {
    let marks = text.bytes().filter(|byte| *byte != b' ');
    let first = text.bytes().next().filter(|byte| b"-*_".contains(byte));
    first.is_some_and(|first| marks.clone().all(|byte| byte == first)) && marks.count() >= 3
}

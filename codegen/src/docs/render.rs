//! Blocks → lines.

use super::block::{Block, List, Piece, join};
use std::borrow::Cow;

/// The column that lines end before, where their words allow.
const WIDTH: usize = 100;

/// The least room for text, however deep it is nested.
const MIN_WIDTH: usize = 40;

/// The languages that a block of code is said to be in; any other is called text. What rustdoc takes for Rust to be
/// compiled is more than it documents, e.g. `E0308`, and it warns about what looks like that, e.g. `no-run`.
const LANGUAGES: &[&str] = &[
    "bash",
    "console",
    "css",
    "csv",
    "graphql",
    "html",
    "http",
    "java",
    "javascript",
    "json",
    "python",
    "sh",
    "shell",
    "sql",
    "toml",
    "xml",
    "yaml",
];

/// Writes blocks as Markdown, without a line break at the end.
pub(super) fn render(blocks: &[Block]) -> String {
    let mut writer = Writer { out: String::new(), prefix: String::new(), first: None };
    writer.blocks(blocks, true);
    writer.out.truncate(writer.out.trim_end().len());
    writer.out
}

struct Writer {
    out: String,
    /// What each line begins with: indentation and quotation marks.
    prefix: String,
    /// What the next line begins with instead: a list's marker.
    first: Option<String>,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block], loose: bool) {
        let mut previous: Option<&Block> = None;
        let mut alternate = false;
        for block in blocks.iter().filter(|block| !block.is_empty()) {
            if let Some(previous) = previous {
                let interrupts = matches!(block, Block::List(list) if may_interrupt(list));
                let is_tight = !loose && interrupts && matches!(previous, Block::Paragraph(_));
                if !is_tight {
                    self.line("");
                }
                // Another marker, or two lists in a row would be one.
                alternate = would_join(previous, block) && !alternate;
            }
            self.block(block, alternate);
            previous = Some(block);
        }
    }

    fn block(&mut self, block: &Block, alternate: bool) {
        match block {
            Block::Paragraph(pieces) => self.paragraph(pieces),
            Block::Heading(level, pieces) => self.line(&format!("{} {}", "#".repeat(*level), join(pieces))),
            Block::Code { language, text } => self.code(language, text),
            Block::List(list) => self.list(list, alternate),
            Block::Quote(blocks) => self.nested("> ", "> ", |writer| writer.blocks(blocks, true)),
            Block::Table(rows) => self.table(rows),
            Block::Lines(lines) => lines.iter().for_each(|line| self.line(&join(line))),
            Block::Rule => self.line("***"),
        }
    }

    fn line(&mut self, text: &str) {
        let prefix = self.first.take();
        self.out.push_str(prefix.as_deref().unwrap_or(&self.prefix));
        self.out.push_str(text);
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }

    /// Writes with a longer prefix; `first` is what the first line has instead.
    fn nested(&mut self, first: &str, rest: &str, write: impl FnOnce(&mut Self)) {
        let outer = self.prefix.clone();
        let first = format!("{}{first}", self.first.take().unwrap_or_else(|| outer.clone()));
        self.first = Some(first);
        self.prefix.push_str(rest);
        write(self);
        self.prefix = outer;
        self.first = None;
    }

    fn list(&mut self, list: &List, alternate: bool) {
        let mut number = list.start;
        for (index, item) in list.items.iter().enumerate() {
            if index > 0 && list.loose {
                self.line("");
            }
            let marker = match number {
                Some(number) => format!("{number}{} ", if alternate { ')' } else { '.' }),
                None => format!("{} ", if alternate { '*' } else { '-' }),
            };
            number = number.map(|number| number.saturating_add(1));
            let indentation = " ".repeat(marker.len());
            self.nested(&marker, &indentation, |writer| {
                if item.is_empty() {
                    writer.line("");
                }
                writer.blocks(item, list.loose);
            });
        }
    }

    /// Fills lines with words.
    fn paragraph(&mut self, pieces: &[Piece]) {
        let width = WIDTH.saturating_sub(self.prefix.chars().count()).max(MIN_WIDTH);
        let mut line = String::new();
        let mut length = 0;
        for piece in pieces {
            let Piece::Word(word) = piece else {
                line.push('\\');
                self.line(&std::mem::take(&mut line));
                length = 0;
                continue;
            };
            let word_length = word.chars().count();
            if length > 0 && length + 1 + word_length > width {
                self.line(&std::mem::take(&mut line));
                length = 0;
            }
            if length == 0 {
                let word = guard(word);
                line.push_str(&word);
            } else {
                line.push(' ');
                line.push_str(word);
                length += 1;
            }
            length += word_length;
        }
        if !line.is_empty() {
            self.line(&line);
        }
    }

    fn code(&mut self, language: &str, text: &str) {
        let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let language = LANGUAGES.iter().find(|known| **known == language).unwrap_or(&"text");
        self.line(&format!("{fence}{language}"));
        let lines: Vec<_> = text.lines().map(str::trim_end).collect();
        let from = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
        let to = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
        let mut after_blank = false;
        for line in lines.get(from..to).unwrap_or_default() {
            if !(line.is_empty() && after_blank) {
                self.line(line);
            }
            after_blank = line.is_empty();
        }
        self.line(&fence);
    }

    fn table(&mut self, rows: &[Vec<Vec<Piece>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (index, row) in rows.iter().enumerate() {
            let cells = row.iter().map(|cell| join(cell).replace('|', "\\|"));
            let cells: Vec<_> = cells.chain(std::iter::repeat_n(String::new(), columns - row.len())).collect();
            self.line(&format!("| {} |", cells.join(" | ")));
            if index == 0 {
                self.line(&format!("|{}", " --- |".repeat(columns)));
            }
        }
    }
}

/// Whether a list may stand right below a paragraph: any other would be more of the paragraph's text (CommonMark 0.31, "List
/// items").
fn may_interrupt(list: &List) -> bool {
    let begins_with_text = list.items.first().is_some_and(|item| item.iter().any(|block| !block.is_empty()));
    begins_with_text && list.start.is_none_or(|number| number == 1)
}

/// Whether two blocks in a row are lists of a kind.
fn would_join(previous: &Block, next: &Block) -> bool {
    match (previous, next) {
        (Block::List(previous), Block::List(next)) => previous.start.is_some() == next.start.is_some(),
        _ => false,
    }
}

/// Escapes a word that would begin a block if a line began with it.
pub(super) fn guard(word: &str) -> Cow<'_, str> {
    let all = |byte: u8| !word.is_empty() && word.bytes().all(|other| other == byte);
    let begins_block = (word.len() <= 6 && all(b'#'))
        || all(b'-')
        || all(b'=')
        || word == "+"
        || all(b'*')
        || (word.len() > 2 && all(b'_'))
        || word.starts_with(['>', '|'])
        || word.starts_with("~~~");
    if begins_block {
        return Cow::Owned(format!("\\{word}"));
    }
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    match word.get(digits..) {
        Some("." | ")") if (1..10).contains(&digits) => {
            let (number, end) = word.split_at(digits);
            Cow::Owned(format!("{number}\\{end}"))
        }
        _ => Cow::Borrowed(word),
    }
}

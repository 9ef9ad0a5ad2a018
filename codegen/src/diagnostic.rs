//! What is wrong with a model, where, and what to do about it.
//!
//! Rooms report [`Diagnostic`]s; how they look is decided by whoever prints them.

use crate::hidden::{is_hidden, is_line_end};
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// One problem in a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The shape ID of the shape (and member) concerned, if the problem belongs to one.
    pub shape: Option<String>,
    /// The bytes of the source concerned.
    pub span: Option<Span>,
    /// What is wrong, as one sentence without a full stop; it goes on from the shape's ID, if there is one.
    pub problem: String,
    /// What to do about it, as one sentence without a full stop.
    pub remedy: String,
}

/// A range of bytes in the model's source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl Diagnostic {
    /// A problem at a place.
    pub(crate) fn at(
        span: Span,
        shape: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Diagnostic { shape: Some(shape.into()), span: Some(span), problem: problem.into(), remedy: remedy.into() }
    }

    /// A problem of the file as a whole.
    pub(crate) fn of_file(problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Diagnostic { shape: None, span: Some(Span::default()), problem: problem.into(), remedy: remedy.into() }
    }
}

/// The files of a model. Spans count the bytes of all of them, one file after the other.
#[derive(Clone, Debug, Default)]
pub struct Sources<'s> {
    files: Vec<Source<'s>>,
    /// Where the lines of each file begin, once somebody asks: a model with many problems asks for each.
    lines: OnceLock<Vec<Vec<usize>>>,
}

/// A file of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'s> {
    /// What it is called in messages, such as its path.
    pub name: &'s str,
    /// Its text.
    pub text: &'s str,
    /// Where its first byte stands in all spans.
    pub base: usize,
}

impl<'s> Sources<'s> {
    /// The files of these names and texts, in this order.
    pub fn new(files: &[(&'s str, &'s str)]) -> Self {
        let mut base = 0;
        let files = files.iter().map(|&(name, text)| {
            let file = Source { name, text, base };
            // The end of a file is a place of its own.
            base += text.len() + 1;
            file
        });
        Sources { files: files.collect(), lines: OnceLock::new() }
    }

    /// The files.
    pub fn files(&self) -> &[Source<'s>] {
        &self.files
    }

    /// The file that a byte stands in, and which of its bytes it is.
    pub fn file(&self, byte: usize) -> Option<(Source<'s>, usize)> {
        let file = self.files.get(self.at(byte)?)?;
        Some((*file, byte - file.base))
    }

    /// Which file that is.
    fn at(&self, byte: usize) -> Option<usize> {
        self.files.partition_point(|file| file.base <= byte).checked_sub(1)
    }

    /// The line and column of a byte of a file, both from 1.
    fn line_and_column(&self, at: usize, byte: usize) -> Option<(usize, usize)> {
        let lines = self.lines.get_or_init(|| self.files.iter().map(|file| lines(file.text)).collect());
        let (file, lines) = (self.files.get(at)?, lines.get(at)?);
        let byte = byte.min(file.text.len());
        let line = lines.partition_point(|start| *start <= byte);
        let start = *lines.get(line.checked_sub(1)?)?;
        Some((line, file.text.get(start..byte).unwrap_or_default().chars().count() + 1))
    }

    /// A place in words: `file:line:column`.
    pub fn place(&self, span: Span) -> String {
        let place = || {
            let (file, byte) = self.file(span.start)?;
            let (line, column) = self.line_and_column(self.at(span.start)?, byte)?;
            Some(format!("{}:{line}:{column}", file.name))
        };
        place().unwrap_or_else(|| "another place".to_owned())
    }
}

/// Where the lines of a text begin.
fn lines(text: &str) -> Vec<usize> {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
}

/// Puts problems in the order of the source, each once: a shape that two operations use is looked at twice.
pub(crate) fn in_order(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let key = |problem: &Diagnostic| (problem.span.unwrap_or_default().start, problem.problem.clone());
    problems.sort_by_key(key);
    problems.dedup();
    problems
}

/// On one line, with [`one_line`].
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(shape) = &self.shape {
            write!(f, "`{}` ", one_line(shape))?;
        }
        write!(f, "{}; {}", one_line(&self.problem), one_line(&self.remedy))
    }
}

impl std::error::Error for Diagnostic {}

/// A text on one line, without what terminals obey and readers don't see: that is written as Rust writes it. What is said of a
/// model may hold names of the model's.
///
/// ```
/// assert_eq!(codegen::diagnostic::one_line("a\u{1b}[2J\n\u{202e}b"), r"a\u{1b}[2J\n\u{202e}b");
/// ```
pub fn one_line(text: &str) -> String {
    let is_odd = |c: char| c.is_control() || is_line_end(c) || is_hidden(c);
    text.chars().map(|c| if is_odd(c) { c.escape_default().to_string() } else { c.to_string() }).collect()
}

/// All that is wrong with a model, as an error: a line for each problem.
///
/// A build script passes it on with `?`. Who wants the places, too, asks [`Sources::place`] for each problem's span.
///
/// ```
/// fn generate(model: &str) -> Result<codegen::GeneratedCrate, Box<dyn std::error::Error>> {
///     Ok(codegen::generate(model, "lamps-sdk")?)
/// }
///
/// let problems = generate("{}").expect_err("it has no version and no service");
/// assert!(problems.to_string().contains("smithy"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Diagnostic>);

impl Problems {
    /// The problems, in the order in which they are to be read.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.0
    }

    /// One after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl From<Vec<Diagnostic>> for Problems {
    fn from(problems: Vec<Diagnostic>) -> Self {
        Problems(problems)
    }
}

impl From<Diagnostic> for Problems {
    fn from(problem: Diagnostic) -> Self {
        Problems(vec![problem])
    }
}

impl IntoIterator for Problems {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'p> IntoIterator for &'p Problems {
    type Item = &'p Diagnostic;
    type IntoIter = std::slice::Iter<'p, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// The line and column, both from 1, of a byte of `source`; columns count characters.
pub fn line_and_column(source: &str, byte: usize) -> (usize, usize) {
    let before = source.get(..byte).unwrap_or(source);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Sources, Span, line_and_column, one_line};

    #[test]
    fn every_byte_has_the_place_that_counting_from_the_beginning_gives() {
        let files = [("one", "a\n\nbä\n"), ("two", ""), ("three", "x\r\ny")];
        let sources = Sources::new(&files);
        let mut base = 0;
        for (name, text) in files {
            for byte in (0..=text.len()).filter(|byte| text.is_char_boundary(*byte)) {
                let (line, column) = line_and_column(text, byte);
                let place = sources.place(Span { start: base + byte, end: base + byte });
                assert_eq!(place, format!("{name}:{line}:{column}"));
            }
            base += text.len() + 1;
        }
        let beyond = Span { start: base + 9, end: base + 9 };
        assert_eq!(sources.place(beyond), "three:2:2", "what is behind the last file is its end");
        assert_eq!(Sources::new(&[]).place(beyond), "another place");
    }

    #[test]
    fn what_terminals_obey_is_shown_and_not_sent() {
        let cases = [
            ("a name, Größe 🦀", "a name, Größe 🦀"),
            ("\u{1b}[2J\u{7f}\u{9b}", "\\u{1b}[2J\\u{7f}\\u{9b}"),
            ("two\r\nlines\u{2028}and\u{85}more\t", "two\\r\\nlines\\u{2028}and\\u{85}more\\t"),
            ("\u{202e}back\u{2066}\u{200b}\u{feff}\u{e0041}", "\\u{202e}back\\u{2066}\\u{200b}\\u{feff}\\u{e0041}"),
        ];
        for (text, expected) in cases {
            assert_eq!(one_line(text), expected, "{text:?}");
            let problem = Diagnostic { shape: Some(text.to_owned()), ..Diagnostic::of_file(text, text) };
            assert_eq!(problem.to_string(), format!("`{expected}` {expected}; {expected}"));
        }
    }
}

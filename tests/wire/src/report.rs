//! Results as text.

use crate::compare::Difference;
use crate::rules::Id;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What was found in all files.
#[derive(Debug, Default)]
pub struct Report {
    /// The files, in the order in which they were gone through.
    pub files: Vec<FileReport>,
}

/// What was found in one file.
#[derive(Debug, Default)]
pub struct FileReport {
    /// The file's name.
    pub name: String,
    /// There is no such file.
    pub absent: bool,
    /// How many cases came out as recorded, or as a rule requires.
    pub passed: usize,
    /// The others.
    pub failures: Vec<Failed>,
    pub(crate) skipped: Vec<Skipped>,
    /// How many cases were judged by each rule.
    pub rules: BTreeMap<Id, usize>,
}

/// A case that came out otherwise.
#[derive(Debug)]
pub struct Failed {
    /// Service, operation and name.
    pub case: String,
    /// How it differs.
    pub differences: Vec<Difference>,
}

#[derive(Debug)]
pub(crate) struct Skipped {
    pub(crate) case: String,
    pub(crate) why: Skip,
    pub(crate) differences: Vec<Difference>,
}

/// Why a case says nothing about the SDK.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// Its service is spoken by no crate here.
    NoCrate(String),
    /// It differs, in something that is an accident or leniency of the recorded client.
    ClientSpecific,
    /// It uses an operation or members that the crate's model doesn't have.
    Newer,
}

impl Skip {
    fn reason(&self) -> String {
        match self {
            Self::NoCrate(service) => format!("no crate here speaks {service}"),
            Self::ClientSpecific => {
                "the recorded client does otherwise, by its own choice (client-specific)".to_owned()
            }
            Self::Newer => "newer than the crate's model".to_owned(),
        }
    }
}

/// How a report is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// With colours, for a terminal.
    pub colour: bool,
    /// With rules and skipped cases.
    pub verbose: bool,
}

impl Style {
    fn paint(self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

const RED: &str = "31";
const GREEN: &str = "32";
const BOLD: &str = "1";
const DIM: &str = "2";

impl Report {
    /// How many cases passed.
    pub fn passed(&self) -> usize {
        self.files.iter().map(|file| file.passed).sum()
    }

    /// How many cases failed; a file that cannot be read counts as one.
    pub fn failed(&self) -> usize {
        self.files.iter().map(|file| file.failures.len()).sum()
    }

    /// How many cases say nothing about the SDK.
    pub fn skipped(&self) -> usize {
        self.files.iter().map(FileReport::skipped).sum()
    }

    /// Every failure, a line for each file, and the totals on the last line.
    pub fn render(&self, style: Style) -> String {
        let mut text: String = self.files.iter().map(|file| file.render_failures(style)).collect();
        for file in &self.files {
            text.push_str(&file.render_summary(style));
        }
        let (passed, failed, skipped) = (self.passed(), self.failed(), self.skipped());
        let totals = format!("{passed} passed, {failed} failed, {skipped} skipped");
        text.push_str(&style.paint(if failed == 0 { GREEN } else { RED }, &totals));
        text.push('\n');
        text
    }
}

impl FileReport {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(crate) fn absent(name: &str) -> Self {
        Self { absent: true, ..Self::new(name) }
    }

    /// How many cases say nothing about the SDK.
    pub fn skipped(&self) -> usize {
        self.skipped.len()
    }

    /// How many cases were skipped for each reason.
    pub fn skips(&self) -> BTreeMap<Skip, usize> {
        let mut skips = BTreeMap::new();
        for skipped in &self.skipped {
            *skips.entry(skipped.why.clone()).or_default() += 1;
        }
        skips
    }

    /// Every failing case with its differences.
    pub fn render_failures(&self, style: Style) -> String {
        let mut text = String::new();
        for Failed { case, differences } in &self.failures {
            let failed = style.paint(RED, "FAILED");
            push(&mut text, format_args!("{failed} {} {}\n", self.name, style.paint(BOLD, case)));
            for difference in differences {
                text.push_str(&difference.render(style));
            }
            text.push('\n');
        }
        text
    }

    /// The file's numbers, and what was skipped and why.
    pub fn render_summary(&self, style: Style) -> String {
        let mut text = String::new();
        if self.absent {
            push(&mut text, format_args!("{:<18} {}\n", self.name, style.paint(DIM, "absent, skipped")));
            return text;
        }
        let failed = format!("{:>5} failed", self.failures.len());
        let failed = if self.failures.is_empty() { failed } else { style.paint(RED, &failed) };
        let (passed, skipped) = (self.passed, self.skipped());
        push(&mut text, format_args!("{:<18} {passed:>5} passed {failed} {skipped:>5} skipped\n", self.name));
        for (why, count) in self.skips() {
            let line = format!("{count:>5} skipped: {}", why.reason());
            push(&mut text, format_args!("  {}\n", style.paint(DIM, &line)));
        }
        if style.verbose {
            self.render_details(style, &mut text);
        }
        text
    }

    fn render_details(&self, style: Style, text: &mut String) {
        for (id, count) in &self.rules {
            let rule = id.rule();
            push(text, format_args!("  {count:>5} by the rule {}\n", style.paint(BOLD, rule.name)));
            for (label, line) in [("why", rule.why), ("where", rule.applies), ("instead", rule.instead)] {
                push(text, format_args!("        {label:<8} {line}\n"));
            }
        }
        for skipped in self.skipped.iter().filter(|skipped| !matches!(skipped.why, Skip::NoCrate(_))) {
            push(text, format_args!("  skipped {}: {}\n", skipped.case, skipped.why.reason()));
            for difference in &skipped.differences {
                text.push_str(&difference.render(style));
            }
        }
    }
}

impl Difference {
    fn render(&self, style: Style) -> String {
        let (expected, actual) = window(&self.expected, &self.actual);
        let expected = style.paint(GREEN, &expected);
        let actual = style.paint(RED, &actual);
        format!("  {}\n    expected  {expected}\n    actual    {actual}\n", self.what)
    }
}

/// Cuts two long texts to where they begin to differ.
fn window(expected: &str, actual: &str) -> (String, String) {
    const BEFORE: usize = 40;
    const LONGEST: usize = 400;
    if expected.chars().count() <= LONGEST && actual.chars().count() <= LONGEST {
        return (line(expected.chars()), line(actual.chars()));
    }
    let same = expected.chars().zip(actual.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(BEFORE);
    let cut = |text: &str| {
        let mut shown = line(text.chars().skip(from).take(LONGEST));
        if from > 0 {
            shown.insert(0, '…');
        }
        if text.chars().count() > from + LONGEST {
            shown.push('…');
        }
        shown
    };
    (cut(expected), cut(actual))
}

/// Text on one line, control characters escaped.
fn line(text: impl Iterator<Item = char>) -> String {
    let mut line = String::new();
    for c in text {
        if c.is_control() { line.extend(c.escape_default()) } else { line.push(c) }
    }
    line
}

/// Writing to a `String` doesn't fail.
fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(arguments);
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn long_texts_are_shown_from_where_they_differ() {
        let same = "x".repeat(1000);
        let (expected, actual) = window(&format!("{same}a"), &format!("{same}b"));
        assert_eq!(expected, format!("…{}a", "x".repeat(40)));
        assert_eq!(actual, format!("…{}b", "x".repeat(40)));
    }

    #[test]
    fn a_text_stays_on_its_line() {
        assert_eq!(window("a\nb", "a\u{1b}b"), ("a\\nb".into(), "a\\u{1b}b".into()));
    }
}

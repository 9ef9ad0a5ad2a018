//! The first sentence of a text.

use super::Markdown;

/// Abbreviations whose full stop doesn't end a sentence.
const ABBREVIATIONS: [&str; 9] = ["e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "no.", "inc.", "u.s."];

/// The first sentence of what [`markdown`](super::markdown()) returned, on one line: a summary for places that only refer
/// to the whole text. Empty if the text is.
///
/// Headings and the marks of lists and quotations are passed over. A full stop in code, in a link or in emphasis
/// doesn't end the sentence, nor does that of an abbreviation.
///
/// That of "Creates a bot, e.g. for archiving. The bot is inactive at first." is "Creates a bot, e.g. for archiving."
pub(crate) fn first_sentence(markdown: &Markdown) -> Markdown {
    let text = first_paragraph(markdown.as_str());
    match sentence_end(&text) {
        Some(end) => Markdown::part(text.get(..end).unwrap_or(&text)),
        None => Markdown::part(&text),
    }
}

/// The first paragraph on one line; that of a block of code or a table doesn't count.
fn first_paragraph(markdown: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut in_code = false;
    for line in markdown.lines() {
        let text = without_marker(line);
        let is_fence = text.starts_with("```");
        in_code ^= is_fence;
        let ends = text.is_empty() || is_fence || is_item(line);
        if ends && !words.is_empty() {
            break;
        }
        if !(in_code || is_fence || text.starts_with(['#', '|']) || text == "***") {
            words.extend(text.strip_suffix('\\').unwrap_or(text).split_whitespace());
        }
    }
    words.join(" ")
}

fn is_item(line: &str) -> bool {
    let text = line.trim_start();
    item_marker(text) > 0
}

fn without_marker(line: &str) -> &str {
    let text = line.trim_start().trim_start_matches("> ");
    let text = if text == ">" { "" } else { text };
    text.get(item_marker(text)..).unwrap_or(text).trim()
}

/// The length of the list marker that a line begins with.
fn item_marker(text: &str) -> usize {
    if text.starts_with("- ") || text.starts_with("* ") {
        return 2;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..).unwrap_or_default();
    if digits > 0 && (after.starts_with(". ") || after.starts_with(") ")) { digits + 2 } else { 0 }
}

/// Where the first sentence ends, if something follows it.
fn sentence_end(text: &str) -> Option<usize> {
    let mut position = 0;
    let mut state = Nesting::default();
    for word in text.split(' ') {
        let end = position + word.len();
        state.read(word);
        let is_end = word.ends_with(['.', '!', '?']) && state.is_outside() && !is_abbreviation(word);
        let goes_on = text.get(end + 1..).and_then(|rest| rest.chars().next()).is_some_and(char::is_lowercase);
        if is_end && !goes_on && end < text.len() {
            return Some(end);
        }
        position = end + 1;
    }
    None
}

fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '*', '"']).to_lowercase();
    ABBREVIATIONS.contains(&word.as_str())
}

/// What is open at a place in the text.
#[derive(Default)]
struct Nesting {
    in_code: bool,
    brackets: usize,
    emphasis: usize,
}

impl Nesting {
    fn read(&mut self, word: &str) {
        let mut previous = ' ';
        for character in word.chars() {
            match character {
                _ if previous == '\\' => {}
                '`' => self.in_code = !self.in_code,
                _ if self.in_code => {}
                '[' | '(' => self.brackets += 1,
                ']' | ')' => self.brackets = self.brackets.saturating_sub(1),
                '*' => self.emphasis += 1,
                _ => {}
            }
            previous = if previous == '\\' { ' ' } else { character };
        }
    }

    fn is_outside(&self) -> bool {
        !self.in_code && self.brackets == 0 && self.emphasis.is_multiple_of(2)
    }
}

//! The differences as a table for a review.

use super::{by_gravity, counts, release, texts};
use crate::report::one_line;
use codegen::diff::Comparison;

pub(super) fn print(comparison: &Comparison, names: &(String, String)) {
    print!("{}", document(comparison, names));
}

fn document(comparison: &Comparison, names: &(String, String)) -> String {
    let verdict = comparison.verdict();
    let mut lines = vec![
        format!("## {} → {}", code(&names.0), code(&names.1)),
        String::new(),
        format!("**Rust API: {}. Wire: {}.** This asks for {}.", verdict.api, verdict.wire, release(comparison)),
        String::new(),
    ];
    if !comparison.differences.is_empty() {
        lines.push(format!("{} differences. {}.", comparison.differences.len(), counts(comparison)));
        lines.extend([
            String::new(),
            "| Rust API | wire | where | what | rule |".to_owned(),
            "|---|---|---|---|---|".to_owned(),
        ]);
        lines.extend(by_gravity(comparison).into_iter().map(|found| {
            let (verdict, place) = (found.verdict, code(&found.place));
            format!(
                "| {} | {} | {place} | {} | {} |",
                verdict.api,
                verdict.wire,
                cell(&found.sentence),
                code(&found.rule)
            )
        }));
        lines.push(String::new());
    }
    lines.extend(texts(comparison).map(|texts| format!("{texts}.\n")));
    lines.join("\n")
}

/// A text that stays in its cell.
fn cell(text: &str) -> String {
    one_line(text).replace('|', "\\|")
}

fn code(text: &str) -> String {
    format!("`{}`", cell(text).replace('`', "'"))
}

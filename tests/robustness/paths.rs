//! No text makes the parser of JMESPath panic: it answers with a tree, or with a problem that has a place in the text.

use codegen::jmespath::{MAX_DEPTH, parse};
use proptest::prelude::*;

/// What paths are made of, whole and broken.
const PIECES: &[&str] = &[
    "a",
    "Table",
    "\"q\"",
    "\"",
    ".",
    "..",
    "[",
    "]",
    "[]",
    "[?",
    "[*]",
    "[0]",
    "[-1]",
    "*",
    "@",
    "|",
    "||",
    "&",
    "&&",
    "!",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    "==",
    "=",
    "!=",
    "<",
    ">=",
    "'x'",
    "'",
    "`0`",
    "`true`",
    "`\"s\"`",
    "`",
    "\\",
    "length(",
    "keys(",
    "values(",
    "contains(",
    "sort(",
    " ",
    "-",
    "9999999999999999999999",
    "ß",
    "🦀",
    "\0",
    "\n",
];

fn check(path: &str) -> Result<(), TestCaseError> {
    if let Err(problem) = parse(path) {
        prop_assert!(problem.at <= path.chars().count(), "{path:?}: {problem} is behind the text's end");
        prop_assert!(!problem.message.is_empty(), "{path:?}: the problem says nothing");
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_a_path_or_a_problem(path in any::<String>()) {
        check(&path)?;
    }

    #[test]
    fn any_sequence_of_pieces_is_a_path_or_a_problem(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        check(&pieces.concat())?;
    }

    #[test]
    fn nesting_without_end_is_a_problem(piece in prop::sample::select(PIECES)) {
        let path = format!("{}a", piece.repeat(2000));
        check(&path)?;
        // What opens something nests; what repeats a name is one long name.
        if matches!(piece, "!" | "(" | "[?" | "length(" | "keys(") {
            prop_assert!(parse(&path).is_err(), "{piece:?} nests deeper than {MAX_DEPTH}");
        }
    }
}

/// In the tree each step stands within the next.
#[test]
fn steps_without_end_are_a_problem() {
    let path = format!("{}a", "a.".repeat(2000));
    check(&path).expect("a path, or a problem");
    assert!(parse(&path).is_err(), "its steps nest deeper than {MAX_DEPTH}");
}

//! The runtime's rooms stand on floors: a room uses only rooms below its own, so that no two rooms need each other.
//!
//! [`FLOORS`] is the architecture; `runtime/src/lib.rs` shows the same table to its readers.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use sdk_tests::{read, workspace};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The rooms of each floor, the lowest first.
const FLOORS: &[&[&str]] = &[
    &["checksum", "compression", "idempotency", "primitives", "text", "timeout", "uri"],
    &["codec"],
    &["error"],
    &["http", "sign", "transport"],
    &["endpoint"],
    &["declare"],
    &["event_stream", "identity", "retry"],
    &["config"],
    &["client"],
    &["paginate", "waiter"],
    &["blocking", "test_util"],
    &["macros"],
];

#[test]
fn no_room_of_the_runtime_uses_one_above_it() {
    let sources = sources(&workspace().join("runtime/src"));
    let found = problems(&sources, FLOORS);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_room_has_its_floor_and_the_front_page_shows_it() {
    let sources = sources(&workspace().join("runtime/src"));
    let rooms: BTreeSet<&str> = sources.iter().map(|(path, _)| room(path)).collect();
    let stated: Vec<&str> = FLOORS.concat();
    assert_eq!(stated.iter().copied().collect::<BTreeSet<_>>(), rooms, "FLOORS and runtime/src");
    assert_eq!(stated.len(), rooms.len(), "a room stands on one floor");
    let shown = read("runtime/src/lib.rs");
    let (_, shown) = shown.split_once("//! # Rooms").expect("it has a table of rooms");
    let shown: Vec<BTreeSet<String>> = shown.lines().filter_map(row).collect();
    let stated: Vec<BTreeSet<String>> =
        FLOORS.iter().rev().map(|floor| floor.iter().map(|&room| room.to_owned()).collect()).collect();
    assert_eq!(shown, stated, "the table in runtime/src/lib.rs");
}

#[test]
fn an_arrow_upward_is_found_however_it_is_written() {
    let floors: &[&[&str]] = &[&["low"], &["high", "beside"], &["top"]];
    let of = |path: &str, text: &str| problems(&[(path.to_owned(), text.to_owned())], floors);
    for text in [
        "use crate::high;",
        "use crate::high::{A, B};",
        "use crate::{high, low::C};",
        "pub(crate) fn f() -> crate::high::A { crate::high::A }",
        "macro_rules! m { () => { $crate::high::A } }",
        "fn f() { if true { g(&[crate::high::A]) } }",
        "use crate::RootItem;",
    ] {
        assert_eq!(of("low/x.rs", text).len().min(1), 1, "{text}");
    }
    assert_eq!(of("high.rs", "use crate::beside::A;"), ["high.rs uses `beside`, which is not below `high`"]);
    assert_eq!(of("low.rs", "use super::high::A;"), ["low.rs leaves its room by `super`: write `crate::…`"]);
    assert_eq!(of("low/x.rs", "use super::super::high::A;"), ["low/x.rs leaves its room by `super`: write `crate::…`"]);
    for text in [
        "use crate::low::A; use super::y; //! use crate::high",
        "/// As [`crate::high`] has it.\nfn f() { \"crate::high\"; }",
        "#[cfg(test)] mod tests { use super::*; use crate::high::A; }",
    ] {
        assert_eq!(of("low/x.rs", text), [""; 0], "{text}");
    }
    assert_eq!(of("high/x.rs", "use crate::{high::A, low::{B, C}};"), [""; 0]);
}

/// The rooms in a row of the front page's table.
fn row(line: &str) -> Option<BTreeSet<String>> {
    let cells: Vec<&str> = line.strip_prefix("//! |")?.split('|').map(str::trim).collect();
    let [rooms, _, ""] = cells.as_slice() else { return None };
    rooms.starts_with('`').then(|| rooms.split(", ").map(|room| room.trim_matches('`').to_owned()).collect())
}

/// The files of a crate's `src` but for its root and its tests, by their paths below it.
fn sources(src: &Path) -> Vec<(String, String)> {
    let mut sources = Vec::new();
    let mut folders = vec![src.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(src).expect("it is below").to_string_lossy().replace('\\', "/");
            if name != "lib.rs" && !name.ends_with("tests.rs") {
                sources.push((name, fs::read_to_string(&path).expect("it is text")));
            }
        }
    }
    sources.sort();
    sources
}

/// The room that a file is in: its folder, or itself.
fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// Every use of a room that isn't below the file's own, and every way out of a room that this test can't follow.
fn problems(sources: &[(String, String)], floors: &[&[&str]]) -> Vec<String> {
    let floor = |room: &str| floors.iter().position(|rooms| rooms.contains(&room));
    let mut found = Vec::new();
    for (path, text) in sources {
        let own = room(path);
        // The highest floor may use whatever there is; macros name each other at the crate's root.
        if floor(own) == floors.len().checked_sub(1) {
            continue;
        }
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path} is no Rust: {error}"));
        let mut uses = Uses::default();
        uses.read(tokens);
        // `super` leads out of a room from its root, twice from within.
        let is_root = !path.contains('/') || path.ends_with("/mod.rs");
        if uses.ups >= if is_root { 1 } else { 2 } {
            found.push(format!("{path} leaves its room by `super`: write `crate::…`"));
        }
        for used in uses.rooms.iter().filter(|used| *used != own) {
            if floor(used).is_none_or(|used| floor(own).is_none_or(|own| used >= own)) {
                found.push(format!("{path} uses `{used}`, which is not below `{own}`"));
            }
        }
    }
    found
}

/// What a file names of its crate.
#[derive(Default)]
struct Uses {
    rooms: BTreeSet<String>,
    /// The longest chain of `super`.
    ups: usize,
}

impl Uses {
    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            let rest = &tokens[index + 1..];
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' && is_test_module(rest) => {
                    // The attribute, `mod`, its name, its body.
                    index += 4;
                }
                TokenTree::Ident(ident) if ident == "crate" => self.target(rest),
                TokenTree::Ident(ident) if ident == "super" => self.ups = self.ups.max(1 + chain(rest)),
                TokenTree::Group(group) => self.read(group.stream()),
                _ => {}
            }
            index += 1;
        }
    }

    /// The rooms after `crate`: one, or several in braces.
    fn target(&mut self, rest: &[TokenTree]) {
        let [TokenTree::Punct(first), TokenTree::Punct(second), target, ..] = rest else { return };
        if (first.as_char(), second.as_char()) != (':', ':') {
            return;
        }
        match target {
            TokenTree::Ident(room) => drop(self.rooms.insert(room.to_string())),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                let items = tokens.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','));
                self.rooms.extend(items.filter_map(|item| item.first().map(ToString::to_string)));
            }
            _ => {}
        }
    }
}

/// How many more `super`s follow.
fn chain(rest: &[TokenTree]) -> usize {
    match rest {
        [TokenTree::Punct(_), TokenTree::Punct(_), TokenTree::Ident(next), rest @ ..] if next == "super" => {
            1 + chain(rest)
        }
        _ => 0,
    }
}

/// Whether what follows a `#` is `[cfg(test)] mod name { … }`.
fn is_test_module(rest: &[TokenTree]) -> bool {
    matches!(rest, [TokenTree::Group(attribute), TokenTree::Ident(word), TokenTree::Ident(_), TokenTree::Group(_), ..]
        if word == "mod" && attribute.to_string().replace(' ', "") == "[cfg(test)]")
}

//! The mock's rooms stand on floors, and a room uses only rooms on floors below its own: then none use each other, and
//! each can be read without those above it.
//!
//! In: the table of rooms in `src/lib.rs`, and the paths that the sources under `src` have to other rooms.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms by name, each with its floor; the ground is 0.
type Floors = BTreeMap<String, u32>;

#[test]
fn a_room_uses_only_rooms_below_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let floors = floors(&fs::read_to_string(src.join("lib.rs")).expect("a file"));
    let (mut problems, mut seen) = (Vec::new(), BTreeSet::new());
    for file in sources(&src) {
        let path = file.strip_prefix(&src).expect("it is in there");
        let module = module(path);
        // The library's root stands above all rooms, and its program is a guest.
        let Some(room) = module.first().filter(|room| !matches!(room.as_str(), "lib" | "bin")) else { continue };
        seen.insert(room.clone());
        let source = fs::read_to_string(&file).expect("a file");
        let used = rooms_used(&source, module.len());
        let wrong = used.iter().filter(|used| *used != room).filter_map(|used| wrong(&floors, room, used));
        problems.extend(wrong.map(|wrong| format!("src/{}: {wrong}", path.display())));
    }
    let known: BTreeSet<_> = floors.into_keys().collect();
    assert_eq!(known, seen, "the table in src/lib.rs has other rooms (left) than there are (right)");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn paths_to_other_rooms_are_seen_however_they_are_written() {
    // How deep in the library a module is, its source, and the rooms that it uses.
    for (depth, source, expected) in [
        (1, "use crate::attic::Box;", &["attic"][..]),
        (1, "use crate::{attic::{self, Box}, cellar};", &["attic", "cellar"]),
        (2, "pub(crate) use crate::attic;", &["attic"]),
        (2, "fn f(x: &crate::attic::Box) -> u8 { g!(crate::cellar::Shelf { x }) }", &["attic", "cellar"]),
        (1, "use super::attic::Box;", &["attic"]),
        (2, "use super::Shelf;", &[]),
        (2, "use super::super::attic::Box;", &["attic"]),
        (2, "use super::{Shelf, super::{attic, cellar::Box}};", &["attic", "cellar"]),
        (1, "mod tests { use super::*; }", &[]),
        (1, "mod tests { use super::super::attic; }", &["attic"]),
        (1, "use crate::*;", &["*"]),
        (1, "// crate::attic\n/// [`crate::attic`]\npub(crate) const X: &str = \"crate::attic\";", &[]),
    ] {
        let expected = expected.iter().map(|room| (*room).to_owned()).collect();
        assert_eq!(rooms_used(source, depth), expected, "{source}");
    }
}

#[test]
fn a_room_that_uses_one_which_is_not_below_it_is_found_out() {
    let floors = floors(
        "//! | floor | room |\n//! |---|---|\n//! | 1 | `hall` | x |\n//! | 1 | `loo` | x |\n//! | 0 | `cellar` |",
    );
    for (room, used, expected) in [
        ("hall", "cellar", None),
        ("cellar", "hall", Some("`cellar`, on floor 0, uses `hall`, on floor 1")),
        ("hall", "loo", Some("`hall`, on floor 1, uses `loo`, on floor 1")),
        ("hall", "attic", Some("`attic` is no room of the table in src/lib.rs")),
        ("attic", "hall", Some("`attic` is no room of the table in src/lib.rs")),
    ] {
        assert_eq!(wrong(&floors, room, used).as_deref(), expected);
    }
}

/// The floors that a table in the documentation of a library has: rows of a number and a name.
fn floors(lib: &str) -> Floors {
    let row = |line: &str| {
        let mut cells = line.strip_prefix("//! |")?.split('|').map(str::trim);
        let floor = cells.next()?.parse().ok()?;
        Some((cells.next()?.trim_matches('`').to_owned(), floor))
    };
    lib.lines().filter_map(row).collect()
}

/// What is wrong with a room's use of another one, if anything is.
fn wrong(floors: &Floors, room: &str, used: &str) -> Option<String> {
    let missing = |room: &str| Some(format!("`{room}` is no room of the table in src/lib.rs"));
    let Some(floor) = floors.get(room) else { return missing(room) };
    let Some(other) = floors.get(used) else { return missing(used) };
    (other >= floor).then(|| format!("`{room}`, on floor {floor}, uses `{used}`, on floor {other}"))
}

/// All sources in a folder, at any depth.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The path of the module that a file holds.
fn module(file: &Path) -> Vec<String> {
    let file = file.with_extension("");
    let parts = file.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

/// The rooms that the source of a module has paths to: what follows `crate::`, or as many `super::` as lead there from
/// the module's depth in the library.
fn rooms_used(source: &str, depth: usize) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    read(source.parse().expect("Rust"), depth, &mut rooms);
    rooms
}

/// Looks for paths, in modules within the module too.
fn read(source: TokenStream, depth: usize, rooms: &mut BTreeSet<String>) {
    let mut inside = depth;
    let tokens: Vec<TokenTree> = source.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        // What follows `::` belongs to a path that has begun.
        let is_begin = index < 2 || !is_path(&tokens[index - 2..]);
        match token {
            TokenTree::Ident(word) if is_begin && is_path(&tokens[index + 1..]) => match word.to_string().as_str() {
                "crate" => follow(&tokens[index + 3..], 0, rooms),
                "super" => follow(&tokens[index..], depth, rooms),
                _ => {}
            },
            TokenTree::Ident(word) if word == "mod" => inside = depth + 1,
            TokenTree::Punct(mark) if mark.as_char() == ';' => inside = depth,
            TokenTree::Group(group) if is_begin => {
                read(group.stream(), inside, rooms);
                inside = depth;
            }
            _ => {}
        }
    }
}

/// Whether tokens begin with `::`.
fn is_path(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':');
    tokens.len() >= 2 && tokens[..2].iter().all(is_colon)
}

/// Follows a path, or the paths in braces, from a depth on. At the library's root the next name is a room's.
fn follow(path: &[TokenTree], depth: usize, rooms: &mut BTreeSet<String>) {
    match path.first() {
        Some(TokenTree::Ident(word)) if word == "super" && is_path(&path[1..]) => {
            follow(&path[3..], depth.saturating_sub(1), rooms);
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let within: Vec<TokenTree> = group.stream().into_iter().collect();
            let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
            within.split(is_comma).for_each(|path| follow(path, depth, rooms));
        }
        Some(name) if depth == 0 => drop(rooms.insert(name.to_string())),
        _ => {}
    }
}

//! The repository's pages stay true: their Rust compiles or is quoted, their links lead somewhere, what they name is there.
//!
//! A block that is compiled says `rust`, and its page is included in `tests/support/lib.rs`. A block or a table below
//! `<!-- from FILE -->` is quoted: its lines stand in that file, one after the other, and a line of `…` leaves some out.
//! Quoted Rust says `rs`, which is highlighted and not compiled.

use crate::markdown::{Fence, Page, Quote};
use sdk_tests::{read, workspace};
use std::fs;
use std::path::{Component, Path, PathBuf};

#[test]
fn rust_in_pages_is_compiled_or_quoted() {
    let compiled = read("tests/support/lib.rs");
    none(Page::all().iter().flat_map(|page| uncompiled(page, &compiled)));
}

#[test]
fn what_pages_quote_is_what_the_files_say() {
    none(Page::all().iter().flat_map(misquoted));
}

#[test]
fn links_of_pages_lead_somewhere() {
    none(Page::all().iter().flat_map(dead_links));
}

#[test]
fn names_that_link_to_sources_stand_in_them() {
    none(Page::all().iter().flat_map(misplaced_names));
}

#[test]
fn paths_in_pages_are_there() {
    none(Page::all().iter().flat_map(missing_paths));
}

#[test]
fn the_readmes_output_is_what_the_tour_is_tested_to_print() {
    // Texts as Rust writes them: a quote behind a backslash, and lines that go on.
    let tests = read("wickr-sdk/tests/tour.rs");
    let printed: String = tests.split("\\\n").map(str::trim_start).collect::<String>().replace("\\\"", "\"");
    let fences = Page { path: String::new(), text: read("README.md") }.fences();
    let shown = fences.iter().filter(|fence| fence.info == "text").flat_map(|fence| &fence.lines);
    let shown: Vec<&String> = shown.filter(|line| line.trim() != "…").collect();
    assert!(!shown.is_empty(), "the README shows what the tour prints");
    none(shown.iter().filter(|line| !printed.contains(&format!("\"{line}\""))).map(|line| format!("untested: {line}")));
}

/// Fails and lists the problems, if there are any.
pub(crate) fn none(problems: impl IntoIterator<Item = String>) {
    let problems: Vec<String> = problems.into_iter().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Rust that nothing compiles. A block that doesn't say its language is Rust to rustdoc.
fn uncompiled(page: &Page, compiled: &str) -> Vec<String> {
    let is_included = compiled.contains(&format!("include_str!(\"../../{}\")", page.path));
    let is_quoted = |fence: &Fence| page.quotes().iter().any(|quote| quote.line + 1 == fence.line);
    let problem = |fence: &Fence| match fence.info.split([',', ' ']).next() {
        Some("rust" | "no_run" | "should_panic") if fence.info.contains("ignore") => Some("is Rust that is ignored"),
        Some("rust" | "no_run" | "should_panic") if !is_included => {
            Some("is Rust, and tests/support/lib.rs doesn't include the page")
        }
        Some("rs") if !is_quoted(fence) => Some("is quoted Rust without `<!-- from FILE -->` above"),
        Some("") => Some("doesn't say its language"),
        Some("ignore" | "compile_fail") => Some("is Rust that doesn't compile"),
        _ => None,
    };
    let fences = page.fences();
    fences.iter().filter_map(|fence| Some(format!("{}:{} {}", page.path, fence.line, problem(fence)?))).collect()
}

fn misquoted(page: &Page) -> Vec<String> {
    let wrong = |quote: &Quote| {
        let Ok(text) = fs::read_to_string(workspace().join(&quote.file)) else {
            return Some(format!("quotes {}, which is not there", quote.file));
        };
        if quote.lines.is_empty() {
            return Some(format!("quotes nothing of {}", quote.file));
        }
        let missing = first_missing(&quote.lines, &text)?;
        Some(format!("quotes what {} doesn't have, or not in this order: {missing}", quote.file))
    };
    page.quotes().iter().filter_map(|quote| Some(format!("{}:{} {}", page.path, quote.line, wrong(quote)?))).collect()
}

/// The first line of a quotation that doesn't follow the one before it. Indentation, and the mark of a comment that is
/// documentation, don't count.
fn first_missing<'q>(quoted: &'q [String], text: &str) -> Option<&'q str> {
    let plain = |line: &str| line.trim().strip_prefix("//!").unwrap_or(line).trim().to_owned();
    let lines: Vec<String> = text.lines().map(plain).collect();
    let mut from = 0;
    for run in quoted.split(|line| line.trim() == "…").filter(|run| !run.is_empty()) {
        let wanted: Vec<String> = run.iter().map(|line| plain(line)).collect();
        let found = lines.get(from..)?.windows(wanted.len()).position(|lines| lines == wanted);
        match found {
            Some(found) => from += found + wanted.len(),
            None => return run.first().map(String::as_str),
        }
    }
    None
}

fn dead_links(page: &Page) -> Vec<String> {
    let is_outside = |target: &str| target.starts_with("https://") || target.starts_with("http://");
    let mut dead = Vec::new();
    for link in page.links().into_iter().filter(|link| !is_outside(&link.target)) {
        let (path, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
        let text = match path {
            "" => Some(page.text.clone()),
            path => {
                existing(&format!("{}{path}", page.folder())).map(|path| fs::read_to_string(path).unwrap_or_default())
            }
        };
        let Some(text) = text else {
            dead.push(format!("{}: [{}]({}) leads nowhere", page.path, link.text, link.target));
            continue;
        };
        let target = Page { path: String::new(), text };
        if !anchor.is_empty() && !target.anchors().iter().any(|found| found == anchor) {
            dead.push(format!("{}: there is no heading for ({})", page.path, link.target));
        }
    }
    dead
}

/// Where a path from the workspace's folder leads, if it leads to something in it.
fn existing(path: &str) -> Option<PathBuf> {
    let mut inside = PathBuf::new();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(name) => inside.push(name),
            Component::ParentDir if inside.pop() => {}
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(workspace().join(inside)).filter(|path| path.exists())
}

/// Names in code that link to a source, or to a folder of such, which don't stand there.
fn misplaced_names(page: &Page) -> Vec<String> {
    let mut misplaced = Vec::new();
    for link in page.links() {
        let name = link.text.strip_prefix('`').and_then(|text| text.strip_suffix('`')).unwrap_or_default();
        let name = name.trim_end_matches("()").trim_end_matches('!').rsplit("::").next().unwrap_or_default();
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let Some(path) = existing(&format!("{}{}", page.folder(), link.target)).filter(|_| is_name) else { continue };
        let is_source = path.is_dir() || path.extension().is_some_and(|extension| extension == "rs");
        if is_source && !has_word(&path, name) {
            misplaced.push(format!("{}: {} has no `{name}`", page.path, link.target));
        }
    }
    misplaced
}

/// Whether a source, or one in a folder, has a word.
fn has_word(path: &Path, word: &str) -> bool {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        return entries.map(|entry| entry.path()).any(|path| has_word(&path, word));
    }
    let text = fs::read_to_string(path).unwrap_or_default();
    path.extension().is_some_and(|extension| extension == "rs")
        && text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|found| found == word)
}

/// Paths of the workspace in backticks that aren't there. One with a place for a name in it is a pattern.
fn missing_paths(page: &Page) -> Vec<String> {
    let is_pattern =
        |path: &str| path.contains(['*', '<', '…', ' ']) || path.contains("NAME") || path.contains("MODEL");
    let is_ours = |path: &str| path.split_once('/').is_some_and(|(first, _)| workspace().join(first).is_dir());
    let paths = page.codes().into_iter().filter(|path| is_ours(path) && !is_pattern(path) && !path.starts_with('/'));
    let missing = paths.filter(|path| existing(path).is_none());
    missing.map(|path| format!("{}: `{path}` is not there", page.path)).collect()
}

/// A page for tests of these tests.
pub(crate) fn page(text: &str) -> Page {
    Page { path: "docs/page.md".to_owned(), text: text.to_owned() }
}

/// The first problem; nothing if there is none.
pub(crate) fn first(problems: Vec<String>) -> String {
    problems.into_iter().next().unwrap_or_default()
}

#[test]
fn rust_that_nothing_compiles_is_found() {
    let included = "include_str!(\"../../docs/page.md\")";
    let not_included = "docs/page.md:1 is Rust, and tests/support/lib.rs doesn't include the page";
    for (text, compiled, expected) in [
        ("```rust\n```", included, ""),
        ("```rust\n```", "", not_included),
        ("```rust,no_run\n```", "", not_included),
        ("```rust,ignore\n```", included, "docs/page.md:1 is Rust that is ignored"),
        ("\n```\n```", included, "docs/page.md:2 doesn't say its language"),
        ("```rs\n```", included, "docs/page.md:1 is quoted Rust without `<!-- from FILE -->` above"),
        ("<!-- from Cargo.toml -->\n```rs\n```", "", ""),
        ("```toml\n```", "", ""),
    ] {
        assert_eq!(first(uncompiled(&page(text), compiled)), expected, "{text}");
    }
}

#[test]
fn a_quotation_that_is_none_is_found() {
    let quoted = |lines: &str| first(misquoted(&page(&format!("<!-- from rustfmt.toml -->\n```toml\n{lines}\n```"))));
    assert_eq!(quoted("max_width = 120\n…\nuse_small_heuristics = \"Max\""), "");
    for wrong in ["max_width = 121", "use_small_heuristics = \"Max\"\n…\nmax_width = 120", "max_width = 120\n\n"] {
        assert!(quoted(wrong).contains("quotes what rustfmt.toml doesn't have"), "{wrong}");
    }
    assert!(first(misquoted(&page("<!-- from nowhere.rs -->\n```rs\nx\n```"))).contains("is not there"));
    assert!(first(misquoted(&page("<!-- from rustfmt.toml -->\n\ntext"))).contains("quotes nothing"));
}

#[test]
fn what_leads_nowhere_is_found() {
    for (check, wrong, right) in [
        (dead_links as fn(&Page) -> Vec<String>, "[a](nowhere.md)", "[a](../README.md)"),
        (dead_links, "[a](../../outside.md)", "[a](https://example.com/x.md)"),
        (dead_links, "[a](../CONTRIBUTING.md#no-such-heading)", "# Two words\n[a](#two-words)"),
        (dead_links, "<img src=\"nowhere.svg\">", "<img src=\"../LICENSE\">"),
        (
            misplaced_names,
            "[`no_such_name`](../tests/support/lib.rs)",
            "[`sdk_tests::fixtures`](../tests/support/lib.rs)",
        ),
        (misplaced_names, "[`A::no_such_name`](../tests/support)", "[`cargo::xtask()`](../tests/support)"),
        (missing_paths, "`tests/nowhere.rs`", "`tests/support/lib.rs`, `tests/*.rs`, `model/NAME.json`, `a/b`"),
    ] {
        assert_ne!(first(check(&page(wrong))), "", "{wrong}");
        assert_eq!(first(check(&page(right))), "", "{right}");
    }
}

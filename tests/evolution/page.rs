//! The page that shows the table is what the cases say.

use crate::case::{Case, cases};
use codegen::diff::{Api, Wire};
use sdk_tests::{read, workspace};
use std::fmt::Write;

const PAGE: &str = "docs/model-changes.md";

/// Where the table begins; all after it is made of the cases.
const MARK: &str =
    "<!-- the cases in tests/fixtures/evolution, written by `cargo test -p sdk-tests --test evolution` -->\n";

/// A chapter's heading, and which verdicts belong into it.
type Chapter = (&'static str, fn(Api, Wire) -> bool);

const CHAPTERS: &[Chapter] = &[
    ("Breaks programs and messages", |api, wire| api == Api::Major && wire == Wire::Changed),
    ("Breaks programs", |api, wire| api == Api::Major && wire != Wire::Changed),
    ("Breaks messages", |api, wire| api != Api::Major && wire == Wire::Changed),
    ("Breaks nobody, and gives more", |api, wire| {
        api != Api::Major && wire != Wire::Changed && (api, wire) != (Api::Patch, Wire::Unchanged)
    }),
    ("Changes nothing", |api, wire| (api, wire) == (Api::Patch, Wire::Unchanged)),
];

#[test]
fn the_page_shows_what_the_cases_say() {
    let page = read(PAGE);
    let (prose, shown) = page.split_once(MARK).unwrap_or_else(|| panic!("{PAGE} has no line {MARK:?}"));
    let table = table(&cases());
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        std::fs::write(workspace().join(PAGE), format!("{prose}{MARK}{table}")).expect("the page can be written");
        return;
    }
    let different = table.lines().zip(shown.lines()).find(|(wanted, found)| wanted != found);
    assert!(shown == table, "{PAGE} shows other cases, first: {different:?}; {}", sdk_tests::TAKE_OVER);
}

#[test]
fn each_case_is_in_one_chapter() {
    for case in cases() {
        let chapters = CHAPTERS.iter().filter(|(_, belongs)| belongs(case.api, case.wire));
        assert_eq!(chapters.count(), 1, "{}", case.name);
    }
}

fn table(cases: &[Case]) -> String {
    let mut text = String::new();
    for (heading, belongs) in CHAPTERS {
        let mut rows: Vec<&Case> = cases.iter().filter(|case| belongs(case.api, case.wire)).collect();
        rows.sort_by(|a, b| (&a.rule, &a.name).cmp(&(&b.rule, &b.name)));
        let rows: String = rows.into_iter().map(row).collect();
        let head = "| what changes | rule | programs | messages |\n|---|---|---|---|";
        write!(text, "\n## {heading}\n\n{head}\n{rows}").expect("a string takes all text");
    }
    text
}

fn row(case: &Case) -> String {
    let Case { what, api, wire, .. } = case;
    // Some rules name the shape, which is called after its case.
    let shape = format!(".{}", camel(&case.name));
    let rule = case.rule.as_ref().map(|rule| match rule.split_once(&shape) {
        Some((rule, "")) => format!("{rule}.…"),
        Some((rule, rest)) => format!("{rule}.{rest}"),
        None => rule.clone(),
    });
    let rule = match (rule, &case.severity) {
        (Some(rule), Some(severity)) => format!("`{rule}` {severity}"),
        (Some(rule), None) => format!("`{rule}`"),
        (None, _) => "–".to_owned(),
    };
    format!("| {what} | {rule} | {api} | {wire} |\n")
}

/// A case's name as its shapes begin.
fn camel(name: &str) -> String {
    let mut camel = String::new();
    for word in name.split('_') {
        let (first, rest) = word.split_at(1);
        camel += &first.to_ascii_uppercase();
        camel += rest;
    }
    camel
}

//! What the generator makes of the models in `tests/fixtures`, asked of the library itself: the snapshots that the suites
//! of `tests` review, without the commands around them. A change to the generator is judged here within seconds, which is
//! what mutation tests need (`.cargo/mutants.toml`).

use codegen::diagnostic::{Diagnostic, line_and_column};
use sdk_tests::{fixtures, model, read, shown};
use std::fs;

/// What a snapshot holds behind its header.
fn snapshot(folder: &str, name: &str) -> String {
    let text = read(&format!("tests/snapshots/{folder}/{name}.snap"));
    let (_, held) = text.trim_start_matches("---\n").split_once("\n---\n").expect("a snapshot has a header");
    held.trim_end().to_owned()
}

#[test]
fn each_feature_becomes_what_its_snapshot_shows() {
    let differs = |(name, fixture): &(String, String)| shown(name, fixture).trim_end() != snapshot("features", name);
    let wrong: Vec<_> = fixtures("features").into_iter().filter(differs).map(|(name, _)| name).collect();
    assert!(wrong.is_empty(), "not as their snapshots show: {wrong:?}");
}

#[test]
fn each_wrong_model_has_the_problems_that_its_snapshot_shows() {
    let mut wrong = Vec::new();
    for (name, fixture) in fixtures("wrong") {
        let source = model(&fixture);
        let found = match codegen::generate(&source, "fixture") {
            Ok(_) => panic!("{name}.json should be refused"),
            Err(problems) => problems.iter().map(|problem| said(problem, &source, &name)).collect::<Vec<_>>(),
        };
        let shown = snapshot("wrong", &name);
        let shown: Vec<_> = shown.split("\n\n").filter_map(heart).collect();
        if found != shown {
            wrong.push(format!("{name}: found {found:#?}\nshown {shown:#?}"));
        }
    }
    assert!(wrong.is_empty(), "not as their snapshots show:\n{}", wrong.join("\n"));
}

/// What a report of a problem says: what is wrong, where, what to do.
fn said(problem: &Diagnostic, source: &str, name: &str) -> [String; 3] {
    let what = problem.shape.as_ref().map_or(String::new(), |shape| format!("`{shape}` ")) + &problem.problem;
    let visible = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    let what = what.chars().map(visible).collect();
    let place = problem.span.map_or(String::new(), |span| {
        let (line, column) = line_and_column(source, span.start);
        format!(":{line}:{column}")
    });
    [what, format!("model/{name}.json{place}"), problem.remedy.clone()]
}

/// The same, of a block of a snapshot. None for the line that counts the problems.
fn heart(block: &str) -> Option<[String; 3]> {
    let after = |mark: &str| block.lines().find_map(|line| line.trim_start().strip_prefix(mark).map(str::to_owned));
    Some([after("error: ")?, after("--> ")?, after("= help: ")?])
}

#[test]
fn each_crate_of_the_workspace_is_what_its_model_becomes() {
    for (model, package) in [("wickr", "wickr-sdk"), ("connect", "connect-sdk")] {
        let generated = codegen::generate(&read(&format!("model/{model}.json")), package).expect("the model is right");
        let stale = |(path, text): &(&String, &String)| {
            fs::read_to_string(sdk_tests::workspace().join(package).join(path)).ok().as_ref() != Some(text)
        };
        let stale: Vec<_> = generated.files.iter().filter(stale).map(|(path, _)| path).collect();
        assert!(stale.is_empty(), "not what the model becomes: {stale:?}");
    }
}

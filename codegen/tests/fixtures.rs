//! What the generator makes of the models in `tests/fixtures`, asked of the library itself: the snapshots that the suites
//! of `tests` review, without the commands around them. A change to the generator is judged here within seconds, which is
//! what mutation tests need (`.cargo/mutants.toml`).

use codegen::diagnostic::{Diagnostic, line_and_column, one_line};
use sdk_tests::{fixtures, model, read, shown};
use serde_json::Value;
use std::collections::BTreeSet;
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
fn a_crate_needs_the_features_that_its_model_asks_for() {
    let features = |name: &str| {
        let (_, fixture) = fixtures("features").into_iter().find(|(found, _)| found == name).expect("it is there");
        codegen::generate(&model(&fixture), "fixture").expect("it is right").runtime_features
    };
    // By an operation's schemes, or by what one endpoint of many is signed with.
    let of_rules =
        model(&read("tests/fixtures/features/sigv4a.json")).replace(r#""aws.auth#sigv4a": {"name": "regions"},"#, "");
    assert_eq!(codegen::generate(&of_rules, "fixture").expect("it is right").runtime_features, ["sigv4a"].into());
    for (name, expected) in [("sigv4a", &["sigv4a"][..]), ("auth", &[]), ("endpoint", &[]), ("rest_xml", &["xml"])] {
        assert_eq!(features(name), expected.iter().copied().collect(), "{name}");
    }
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
    let place = problem.span.map_or(String::new(), |span| {
        let (line, column) = line_and_column(source, span.start);
        format!(":{line}:{column}")
    });
    [one_line(&what), format!("model/{name}.json{place}"), one_line(&problem.remedy)]
}

/// The same, of a block of a snapshot. None for the line that counts the problems.
fn heart(block: &str) -> Option<[String; 3]> {
    let after = |mark: &str| block.lines().find_map(|line| line.trim_start().strip_prefix(mark).map(str::to_owned));
    Some([after("error: ")?, after("--> ")?, after("= help: ")?])
}

/// The sentences that stand where there are no words: for each kind of item, how such a line begins.
const NAMES_ONLY: &[(&str, &str)] = &[
    ("operation", "//! The operation `"),
    ("structure", "/// The structure `"),
    ("union", "/// The union `"),
    ("enum", "/// The enum `"),
    ("error", "/// The error `"),
    ("member", "/// The member `"),
    ("value", "/// `"),
];

#[test]
fn what_is_undocumented_is_what_says_no_more_than_its_name() {
    let mut wrong = Vec::new();
    for (name, fixture) in fixtures("features") {
        let generated = codegen::generate(&model(&fixture), "fixture").expect("the fixture is right");
        // Where the items are: the index of errors repeats their sentences.
        let is_of_items = |path: &str| path.starts_with("src/types/") || path.starts_with("src/operation/");
        let files = generated.files.iter().filter(|(path, _)| is_of_items(path));
        let lines: Vec<_> = files.flat_map(|(_, text)| text.lines()).map(str::trim_start).collect();
        for (kind, beginning) in NAMES_ONLY {
            let written = lines.iter().filter(|line| line.starts_with(beginning) && line.ends_with("`.")).count();
            let listed = generated.undocumented.iter().filter(|found| found.kind == *kind).count();
            // What two operations take stands in both their files, and is undocumented once.
            let agree = if is_shared(&fixture) { (written > 0) == (listed > 0) } else { written == listed };
            wrong.extend((!agree).then(|| format!("{name}: {written} of kind {kind} are written, {listed} listed")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a structure is the input or output of operations more than once.
fn is_shared(fixture: &str) -> bool {
    let fixture: Value = serde_json::from_str(fixture).expect("a fixture is JSON");
    let shapes = fixture["shapes"].as_object().into_iter().flatten().map(|(_, shape)| shape);
    let ends = shapes.flat_map(|shape| [&shape["input"]["target"], &shape["output"]["target"]]);
    let ends: Vec<_> = ends.filter_map(Value::as_str).filter(|end| *end != "smithy.api#Unit").collect();
    ends.iter().collect::<BTreeSet<_>>().len() < ends.len()
}

#[test]
fn everything_without_words_is_listed_once_in_the_order_of_the_text() {
    let (_, fixture) = fixtures("features").into_iter().find(|(name, _)| name == "undocumented").expect("it is there");
    let source = model(&fixture);
    let found = codegen::generate(&source, "fixture").expect("the fixture is right").undocumented;
    let listed: Vec<_> = found.iter().map(|found| format!("{} {}", found.kind, found.shape)).collect();
    let expected = [
        "service com.example#Example",
        "operation com.example#Feed",
        "member com.example#FeedRequest$animal",
        "member com.example#FeedRequest$food",
        "member com.example#FeedResponse$mood",
        "member com.example#FeedResponse$rank",
        "error com.example#NotHungry",
        "member com.example#NotHungry$message",
        "structure com.example#Animal",
        "member com.example#Animal$name",
        "member com.example#Animal$mother",
        "union com.example#Food",
        "member com.example#Food$hay",
        "member com.example#Food$water",
        "enum com.example#Mood",
        "value com.example#Mood$GRUMPY",
        "enum com.example#Rank",
        "value com.example#Rank$FIRST",
    ];
    assert_eq!(listed, expected);
    for found in &found {
        let (line, _) = line_and_column(&source, found.span.start);
        let name = found.shape.rsplit(['#', '$']).next().unwrap_or_default();
        let line = source.lines().nth(line - 1).unwrap_or_default();
        assert!(line.contains(&format!("{name}\"")), "{} is not in the line {line}", found.shape);
    }
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

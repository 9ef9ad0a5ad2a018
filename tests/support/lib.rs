//! What the suites share: models from fixtures, and where things are.

use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

pub mod cargo;
pub mod hostile;
pub mod mutation;
pub mod scratch;

/// What the pages show compiles. Each page with Rust in it is here; a test of the repository finds one that isn't.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct Readme;

    #[doc = include_str!("../../docs/architecture.md")]
    struct Architecture;

    #[doc = include_str!("../../docs/blocking.md")]
    struct Blocking;

    #[doc = include_str!("../../docs/getting-started.md")]
    struct GettingStarted;

    #[doc = include_str!("../../docs/mock.md")]
    struct Mock;

    #[doc = include_str!("../../docs/moving-from-aws-sdk.md")]
    struct Moving;

    #[doc = include_str!("../../docs/production.md")]
    struct Production;

    #[doc = include_str!("../../docs/streaming-and-waiters.md")]
    struct Streams;

    #[doc = include_str!("../../docs/testing.md")]
    struct Testing;

    #[doc = include_str!("../../docs/your-own-service.md")]
    struct YourOwnService;

    #[doc = include_str!("../../connect-sdk/README.md")]
    struct Connect;

    #[doc = include_str!("../../examples/observatory-sdk/README.md")]
    struct Observatory;

    #[doc = include_str!("../../wickr-sdk/README.md")]
    struct Wickr;
}

/// What to do about a snapshot that differs.
pub const TAKE_OVER: &str = "if they should be, run `INSTA_UPDATE=always cargo test -p sdk-tests` and review the diff";

/// What stands between a fixture's `"shapes": {` and its own shapes, unless it has a service of its own.
const SERVICE: &str = r#""com.example#Example": {"type": "service", "version": "2026-01-01", "operations": [OPERATIONS],
"traits": {"aws.api#service": {"sdkId": "Example"}, "aws.auth#sigv4": {"name": "example"},
"aws.protocols#restJson1": {}, "smithy.api#title": "Example Service", "smithy.rules#endpointRuleSet": {"version": "1.0",
"parameters": {"Region": {"type": "String", "builtIn": "AWS::Region", "required": false, "documentation": "The region."}},
"rules": [{"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}]}}}"#;

/// The workspace's folder.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the workspace").to_owned()
}

/// A folder of models and cases that others wrote, beside the workspace; none, said plainly, if it isn't there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let folder = workspace().join("../shared").join(path);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

/// The text of a file of the workspace.
pub fn read(path: &str) -> String {
    let path = workspace().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("can't read {}: {error}", path.display()))
}

/// The model that is generated for `wickr-sdk`.
pub fn wickr() -> String {
    read("model/wickr.json")
}

/// A model from a fixture's text. Fixtures hold the shapes that matter: a service with all operations is put before
/// them, without moving any line, unless the fixture has one or says `"service": "none"` in its metadata. A fixture that
/// isn't JSON stays as it is.
pub fn model(fixture: &str) -> String {
    const OPENING: &str = "\"shapes\": {";
    let parsed: Value = serde_json::from_str(fixture).unwrap_or_default();
    let shapes = parsed.get("shapes").and_then(Value::as_object).into_iter().flatten();
    let of_type = |kind: &str| {
        let ids = shapes.clone().filter(|(_, shape)| shape.get("type").is_some_and(|found| found == kind));
        ids.map(|(id, _)| format!("{{\"target\": {id:?}}}")).collect::<Vec<_>>()
    };
    let needs_service = of_type("service").is_empty() && !parsed.is_null() && parsed["metadata"]["service"] != "none";
    let Some(opening) = fixture.find(OPENING).filter(|_| needs_service) else {
        return fixture.to_owned();
    };
    let operations = of_type("operation").join(", ");
    let service = SERVICE.replace('\n', " ").replace("OPERATIONS", &operations);
    let (head, shapes) = fixture.split_at(opening + OPENING.len());
    let comma = if shapes.trim_start().starts_with('}') { "" } else { "," };
    format!("{head}{service}{comma}{shapes}")
}

/// The fixtures in a folder of `tests/fixtures`: name and text, by name.
pub fn fixtures(folder: &str) -> Vec<(String, String)> {
    let dir = workspace().join("tests/fixtures").join(folder);
    let entries = fs::read_dir(&dir).unwrap_or_else(|error| panic!("can't list {}: {error}", dir.display()));
    let mut found: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("the folder can be listed").path();
            let name = path.file_stem().expect("a fixture has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a fixture is text"))
        })
        .collect();
    found.sort();
    found
}

/// The generated files that a fixture is about, one after the other.
pub fn shown(name: &str, fixture: &str) -> String {
    let generated = codegen::generate(&model(fixture), &format!("fixture-{}", name.replace('_', "-")));
    let generated = match generated {
        Ok(generated) => generated.files,
        Err(problems) => panic!("{name}.json should be right, but {problems:#?}"),
    };
    let fixture: Value = serde_json::from_str(fixture).expect("a fixture of a feature is JSON");
    let paths = fixture["metadata"]["show"].as_array().expect("the fixture names what its snapshot shows");
    let mut shown = String::new();
    for path in paths.iter().filter_map(Value::as_str) {
        let known = || generated.keys().cloned().collect::<Vec<_>>().join(", ");
        let text = generated.get(path).unwrap_or_else(|| panic!("{name}.json makes no {path}, but {}", known()));
        writeln!(
            shown,
            "──── {path} ────\n{}",
            text.split_once(codegen::HEADER).map_or("", |(_, rest)| rest).trim_start()
        )
        .expect("a string takes all text");
    }
    shown
}

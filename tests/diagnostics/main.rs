//! What a maintainer reads about a model that is wrong: `cargo xtask codegen`, run on each of the models in
//! `tests/fixtures/wrong`, with what it says as a snapshot in `tests/snapshots/wrong`.
//!
//! A new case is a file in that folder. Each problem says where it is (file, line, column), which shape it belongs to,
//! what is wrong, and what to do.

mod builds;
mod files;
mod folders;
mod idl;
mod members;
mod skipping;
mod words;

use sdk_tests::cargo::{target, write, xtask};
use sdk_tests::{TAKE_OVER, fixtures, model};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A workspace with one generated crate, whose source says whether it was touched.
struct Scratch {
    root: PathBuf,
    xtask: PathBuf,
}

const UNTOUCHED: &str = "// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.\n\n// What stood here before.\n";

/// A model that is right, with nothing in it.
const RIGHT: &str = "{\"smithy\": \"2.0\", \"shapes\": {\n}}";

impl Scratch {
    fn new(name: &str) -> Self {
        Scratch { root: target().join("tmp").join(name), xtask: xtask() }
    }

    /// Runs `codegen` on a model.
    fn codegen(&self, name: &str, model: &str) -> Output {
        write(&self.root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"sdk\"]\n");
        write(&self.root.join(format!("model/{name}.json")), model);
        let manifest = format!(
            "[package]\nname = \"sdk\"\nversion = \"0.1.0\"\n\n[package.metadata.codegen]\nmodel = \"../model/{name}.json\"\n"
        );
        write(&self.root.join("sdk/Cargo.toml"), &manifest);
        let _ = fs::remove_dir_all(self.root.join("sdk/src"));
        write(&self.root.join("sdk/src/lib.rs"), UNTOUCHED);
        write(&self.root.join("sdk/src/surplus.rs"), UNTOUCHED);
        self.run(&["codegen"])
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(&self.xtask).args(arguments).current_dir(&self.root).output().expect("xtask runs")
    }

    /// The files in the crate's source.
    fn source(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.root.join("sdk/src")).expect("the source is there") {
            let path = entry.expect("the folder can be listed").path();
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path).unwrap_or_default()));
        }
        files.sort();
        files
    }
}

#[test]
fn each_wrong_model_is_reported_as_its_snapshot_shows() {
    let scratch = Scratch::new("wrong");
    let mut wrong = Vec::new();
    for (name, fixture) in fixtures("wrong") {
        let report = || {
            let output = scratch.codegen(&name, &model(&fixture));
            let said = String::from_utf8(output.stderr).expect("messages are text");
            assert_eq!(output.status.code(), Some(1), "{name}.json is wrong and should be refused:\n{said}");
            assert!(
                output.stdout.is_empty(),
                "a refusal belongs on stderr: {}",
                String::from_utf8_lossy(&output.stdout)
            );
            assert!(!said.contains('\x1b'), "no escape codes in a pipe:\n{said}");
            insta::with_settings!({ snapshot_path => "../snapshots/wrong", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name.as_str(), legible(&said));
            });
        };
        if std::panic::catch_unwind(report).is_err() {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "not as their snapshots show: {}; {TAKE_OVER}", wrong.join(", "));
}

#[test]
fn a_wrong_model_touches_no_file() {
    let scratch = Scratch::new("untouched");
    let fixture = fs::read_to_string(path("several_at_once")).expect("the fixture is there");
    let output = scratch.codegen("several_at_once", &model(&fixture));
    assert_eq!(output.status.code(), Some(1));
    let untouched = |name: &str| (name.to_owned(), UNTOUCHED.to_owned());
    assert_eq!(scratch.source(), [untouched("lib.rs"), untouched("surplus.rs")]);
}

#[test]
fn a_right_model_replaces_the_source() {
    let scratch = Scratch::new("right");
    let output = scratch.codegen("right", &model(RIGHT));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let source = scratch.source();
    assert!(source.iter().any(|(name, _)| name == "client.rs"), "{source:?}");
    assert!(source.iter().all(|(name, text)| name != "surplus.rs" && text != UNTOUCHED), "{source:?}");
}

#[test]
fn a_check_names_the_stale_file_and_the_command_and_writes_nothing() {
    let scratch = Scratch::new("stale");
    scratch.codegen("right", &model(RIGHT));
    assert_eq!(scratch.run(&["codegen", "--check"]).status.code(), Some(0));
    write(&scratch.root.join("sdk/src/meta.rs"), UNTOUCHED);
    let before = scratch.source();
    let output = scratch.run(&["codegen", "--check"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("error: sdk/src/meta.rs is stale"), "{said}");
    assert!(said.contains("run `cargo xtask codegen`"), "{said}");
    assert_eq!(scratch.source(), before);
}

#[test]
fn one_of_several_services_is_generated_by_its_name() {
    let scratch = Scratch::new("several_services");
    let model = fs::read_to_string(path("two_services")).expect("the fixture is there");
    write(&scratch.root.join("Cargo.toml"), "[workspace]\n");
    write(&scratch.root.join("two.json"), &model);
    let generate = |service: &str| {
        let arguments = ["codegen", "--model", "two.json", "--out", "sdk", "--service", service];
        let output = scratch.run(&arguments);
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for service in ["Two", "com.example#Two"] {
        assert_eq!(generate(service), (Some(0), String::new()));
        let client = fs::read_to_string(scratch.root.join("sdk/src/client.rs")).expect("the crate was written");
        assert!(client.contains("sdk_id: \"Two\""), "{client}");
    }
    let (status, said) = generate("Three");
    assert_eq!(status, Some(1));
    assert!(said.contains("the model has no service called `Three`"), "{said}");
}

#[test]
fn a_model_that_is_not_there_is_named() {
    let scratch = Scratch::new("absent");
    scratch.codegen("right", "{}");
    fs::remove_file(scratch.root.join("model/right.json")).expect("the model was written");
    let output = scratch.run(&["codegen"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with("error: can't read the model ") && said.contains("right.json: No such file"), "{said}");
}

#[test]
fn a_file_that_some_editors_write_is_read_and_what_is_no_text_is_named() {
    let scratch = Scratch::new("encodings");
    assert!(scratch.codegen("marked", &format!("\u{feff}{}", model(RIGHT))).status.success());
    let said = |bytes: &[u8]| {
        fs::write(scratch.root.join("model/marked.json"), bytes).expect("the model can be written");
        let output = scratch.run(&["codegen"]);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let other = said(b"{\"smithy\": \"2.0\xff\"}");
    assert!(other.contains("marked.json: it is not UTF-8, from byte 15 on; save it as UTF-8"), "{other}");
    assert!(said(b"\xff\xfe{\0}\0").contains("from byte 0 on"));
}

/// What is shown of a line is what is near the problem: a hundred lines of megabytes would take minutes.
#[test]
fn a_model_on_one_long_line_is_reported_by_what_is_near() {
    let scratch = Scratch::new("one_line");
    let member = |index| format!("\"m{index}\":{{\"target\":\"com.example#Größe\"}}");
    let members = (0..20_000).map(member).collect::<Vec<_>>().join(",");
    let shapes = format!(
        "\"com.example#Do\":{{\"type\":\"operation\",\"input\":{{\"target\":\"com.example#In\"}},\
         \"traits\":{{\"smithy.api#http\":{{\"method\":\"POST\",\"uri\":\"/do\"}}}}}},\
         \"com.example#In\":{{\"type\":\"structure\",\"members\":{{{members}}}}}"
    );
    let source = model(&format!("{{\"smithy\": \"2.0\", \"shapes\": {{{shapes}}}}}"));
    let output = scratch.codegen("one_line", &source);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    let column = 1 + source.split("\"m7\":").next().map_or(0, |before| before.chars().count() + "\"m7\":".len());
    assert!(said.contains(&format!("one_line.json:1:{column}")), "{}", said.chars().take(2_000).collect::<String>());
    assert!(said.lines().all(|line| line.len() < 1_500), "{}", said.chars().take(2_000).collect::<String>());
    assert!(said.contains("… and 19900 more") && said.contains("20000 problems in "), "{said}");
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/wrong/{name}.json"))
}

/// The service that `model` puts into a fixture's first line is left out of the snapshot.
fn legible(said: &str) -> String {
    let line = |line: &str| match line.find("\"com.example#Example\": {") {
        Some(start) => format!("{}…", &line[..start]),
        None => line.trim_end().to_owned(),
    };
    said.lines().map(line).collect::<Vec<_>>().join("\n")
}

//! A maintainer's day, as commands: `diff`, `changelog` and `cargo xtask` alone, in a workspace of their own with a history. And
//! the dry run of a release, in [`packages`].
//! Where git isn't installed, the tests say so and pass.

mod packages;

use sdk_tests::cargo::{target, write, xtask};
use sdk_tests::model;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A workspace with one generated crate, in a repository.
struct Workspace {
    root: PathBuf,
}

const BEFORE: &str = "\"a\": {\"target\": \"smithy.api#String\"}";
const AFTER: &str = "\"a\": {\"target\": \"smithy.api#String\"}, \"b\": {\"target\": \"smithy.api#String\"}";

impl Workspace {
    /// One whose model and crate are committed and tagged `v0.1.0`; none, said plainly, without git.
    fn released(name: &str) -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            println!("skipped: git isn't installed");
            return None;
        }
        let root = target().join("tmp/release").join(name);
        let _ = fs::remove_dir_all(&root);
        let workspace = Workspace { root };
        write(&workspace.root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"sdk\"]\n");
        let manifest = "[package]\nname = \"sdk\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[package.metadata.codegen]\nmodel = \"../model/m.json\"\n";
        write(&workspace.root.join("sdk/Cargo.toml"), manifest);
        write(&workspace.root.join("sdk/src/lib.rs"), "");
        workspace.model(BEFORE);
        assert!(workspace.xtask(&["codegen"]).0, "{}", workspace.xtask(&["codegen"]).1);
        workspace.git(&["init", "--quiet"]);
        workspace.git(&["add", "."]);
        workspace.git(&["commit", "--quiet", "-m", "First"]);
        workspace.git(&["tag", "v0.1.0"]);
        Some(workspace)
    }

    /// Writes the model, in which the output of the one operation has these members.
    fn model(&self, members: &str) {
        let shapes = format!(
            "{{\"smithy\": \"2.0\", \"shapes\": {{\
             \"com.example#Get\": {{\"type\": \"operation\", \"output\": {{\"target\": \"com.example#Out\"}}, \
             \"traits\": {{\"smithy.api#http\": {{\"method\": \"POST\", \"uri\": \"/get\"}}}}}}, \
             \"com.example#Out\": {{\"type\": \"structure\", \"members\": {{{members}}}}}}}}}"
        );
        write(&self.root.join("model/m.json"), &model(&shapes));
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.args(identity).args(arguments).current_dir(&self.root).env("GIT_CONFIG_GLOBAL", "/dev/null");
        let output = command.output().expect("git runs");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Whether a command succeeds, and all that it says.
    fn xtask(&self, arguments: &[&str]) -> (bool, String) {
        let Output { status, stdout, stderr } =
            Command::new(xtask()).args(arguments).current_dir(&self.root).output().expect("xtask runs");
        (status.success(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_default()
    }
}

#[test]
fn a_release_is_as_great_as_the_difference_of_the_models() {
    let Some(workspace) = Workspace::released("changelog") else { return };
    let (right, said) = workspace.xtask(&["changelog", "--check"]);
    assert!(right && said.contains("sdk: its model is that of v0.1.0"), "{said}");
    workspace.model("\"b\": {\"target\": \"smithy.api#String\"}");
    let (right, said) = workspace.xtask(&["changelog", "--check"]);
    assert!(!right && said.contains("sdk is 0.1.0, and its model is major since v0.1.0: it has to be 0.2.0"), "{said}");
    assert!(workspace.xtask(&["changelog", "--write", "--date", "2026-11-27"]).0);
    let written = [workspace.read("sdk/CHANGELOG.md"), workspace.read("sdk/Cargo.toml")];
    assert!(written[0].contains("## [0.2.0] - 2026-11-27"), "{}", written[0]);
    assert!(written[0].contains("- `Out` lost the member `a`."), "{}", written[0]);
    assert!(written[1].contains("version = \"0.2.0\""), "{}", written[1]);
    assert!(workspace.xtask(&["changelog", "--check"]).0, "the version is enough now");
    assert!(workspace.xtask(&["changelog", "--write", "--date", "2026-11-28"]).0);
    assert_eq!([workspace.read("sdk/CHANGELOG.md"), workspace.read("sdk/Cargo.toml")], written, "twice is once");
}

#[test]
fn another_projection_is_a_difference_though_the_model_stays() {
    let Some(workspace) = Workspace::released("projection") else { return };
    let manifest = workspace.read("sdk/Cargo.toml");
    let set = |more: &str| write(&workspace.root.join("sdk/Cargo.toml"), &format!("{manifest}{more}"));
    write(
        &workspace.root.join("model/smithy-build.json"),
        r#"{"version": "1.0", "sources": ["m.json"], "projections": {"public": {"transforms": [
            {"name": "excludeShapesBySelector", "args": {"selector": "[id='com.example#Out$a']"}}]}}}"#,
    );
    write(
        &workspace.root.join("sdk/Cargo.toml"),
        &manifest.replace("m.json\"\n", "smithy-build.json\"\nprojection = \"public\"\n"),
    );
    // What it was before is read as the manifest had it then, which knew nothing of projections.
    let (ends_well, said) = workspace.xtask(&["diff", "--since", "v0.1.0"]);
    assert!(ends_well && said.contains("com.example#Out$a"), "{said}");
    // And back again.
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "Second"]);
    set("");
    let (ends_well, said) = workspace.xtask(&["diff", "--since", "HEAD"]);
    assert!(ends_well && said.contains("com.example#Out$a"), "{said}");
}

#[test]
fn nothing_is_written_unless_it_is_asked_for() {
    let Some(workspace) = Workspace::released("dry") else { return };
    workspace.model(AFTER);
    let (right, said) = workspace.xtask(&["changelog", "--date", "2026-11-27"]);
    assert!(right && said.contains("## [0.1.1] - 2026-11-27") && said.contains("New members:"), "{said}");
    assert!(!workspace.root.join("sdk/CHANGELOG.md").exists());
    assert!(workspace.read("sdk/Cargo.toml").contains("version = \"0.1.0\""));
}

#[test]
fn the_newest_tag_of_the_crate_is_its_last_release() {
    let Some(workspace) = Workspace::released("tags") else { return };
    workspace.model(AFTER);
    workspace.git(&["commit", "--quiet", "-am", "Second"]);
    for tag in ["sdk-v0.9.0", "sdk-v0.10.0", "other-v3.0.0", "v0.2.0-rc1"] {
        workspace.git(&["tag", tag]);
    }
    assert!(workspace.xtask(&["changelog"]).1.contains("its model is that of sdk-v0.10.0"));
    let (_, said) = workspace.xtask(&["changelog", "--since", "v0.1.0"]);
    assert!(said.contains("New members:"), "{said}");
    for wrong in ["nowhere", "--output=/dev/null", "HEAD:model/m.json"] {
        let (right, said) = workspace.xtask(&["changelog", &format!("--since={wrong}")]);
        assert!(!right && said.contains("git knows no revision"), "{wrong}: {said}");
    }
}

/// The program that reads it gets JSON alone, also where a model has no past.
#[test]
fn differences_for_a_program_are_an_object_for_each_model() {
    let Some(workspace) = Workspace::released("json") else { return };
    workspace.model(AFTER);
    write(&workspace.root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"fresh\", \"sdk\"]\n");
    let manifest = workspace.read("sdk/Cargo.toml").replace("\"sdk\"", "\"fresh\"").replace("m.json", "fresh.json");
    write(&workspace.root.join("fresh/Cargo.toml"), &manifest);
    write(&workspace.root.join("fresh/src/lib.rs"), "");
    write(&workspace.root.join("model/fresh.json"), &workspace.read("model/m.json"));
    let arguments = ["diff", "--since", "v0.1.0", "--format", "json"];
    let output = Command::new(xtask()).args(arguments).current_dir(&workspace.root).output().expect("xtask runs");
    let objects = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<serde_json::Value>();
    let objects: Vec<_> = objects.collect::<Result<_, _>>().expect("it is JSON");
    assert!(objects.len() == 1 && objects[0].is_object(), "{objects:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("model/fresh.json is not there at v0.1.0: it is new"), "{said}");
}

#[test]
fn differences_can_fail_a_build() {
    let Some(workspace) = Workspace::released("fail_on") else { return };
    workspace.model(AFTER);
    assert!(workspace.xtask(&["diff", "--fail-on", "breaking"]).0);
    assert!(!workspace.xtask(&["diff", "--fail-on", "any"]).0);
    workspace.model("");
    let (right, said) = workspace.xtask(&["diff", "--fail-on", "breaking"]);
    assert!(!right && said.contains("v0.1.0:model/m.json → model/m.json") && said.contains("RemovedShape"), "{said}");
    assert!(!said.contains('\u{1b}'), "no escape codes in a pipe");
}

#[test]
fn without_a_command_the_next_step_is_shown() {
    let Some(workspace) = Workspace::released("day") else { return };
    assert!(workspace.xtask(&[]).1.contains("Next: nothing is left to do"), "{}", workspace.xtask(&[]).1);
    workspace.model(AFTER);
    let (_, said) = workspace.xtask(&[]);
    assert!(said.contains("1 difference since v0.1.0; Rust API minor, wire extended"), "{said}");
    assert!(said.contains("Next: cargo xtask codegen"), "{said}");
    assert!(workspace.xtask(&["codegen"]).0);
    let (_, said) = workspace.xtask(&[]);
    assert!(said.contains("Next: cargo xtask changelog --write"), "{said}");
    assert!(workspace.xtask(&["changelog", "--write"]).0);
    assert!(workspace.xtask(&[]).1.contains("Next: commit"));
    for (name, waiting) in [("a", "1 waits for review"), ("b", "2 wait for review")] {
        write(&workspace.root.join(format!("tests/snapshots/{name}.snap.new")), "");
        let (_, said) = workspace.xtask(&[]);
        assert!(said.contains(waiting) && said.contains("Next: review the snapshots"), "{said}");
    }
}

/// A model that has changed leaves something to do until it is committed.
#[test]
fn what_is_not_done_is_next() {
    let Some(workspace) = Workspace::released("undone") else { return };
    write(&workspace.root.join("tests/snapshots/api.snap"), "");
    workspace.git(&["add", "."]);
    workspace.git(&["commit", "--quiet", "-m", "Second"]);
    workspace.git(&["tag", "--delete", "v0.1.0"]);
    workspace.model(AFTER);
    let manifest = workspace.read("sdk/Cargo.toml");
    write(&workspace.root.join("sdk/Cargo.toml"), &format!("{manifest}documented = true\n"));
    workspace.xtask(&["codegen"]);
    let (_, said) = workspace.xtask(&[]);
    assert!(said.contains("sdk: 4 items without the words that its manifest promises"), "{said}");
    assert!(said.contains("Next: write words for sdk"), "{said}");
    write(&workspace.root.join("sdk/Cargo.toml"), &manifest);
    let (_, said) = workspace.xtask(&[]);
    assert!(
        said.contains("as committed, though a model has changed") && said.contains("Next: run the tests"),
        "{said}"
    );
    write(&workspace.root.join("tests/snapshots/api.snap"), "changed");
    let (_, said) = workspace.xtask(&[]);
    assert!(said.contains("Next: cargo xtask changelog --since HEAD --write"), "{said}");
    assert!(workspace.xtask(&["changelog", "--since", "HEAD", "--write"]).0);
    assert!(workspace.xtask(&[]).1.contains("Next: commit"), "{}", workspace.xtask(&[]).1);
}

#[test]
fn a_comparison_is_told_in_three_forms() {
    let root = target().join("tmp/release/forms");
    let file = |name: &str, members: &str| {
        let workspace = Workspace { root: root.join(name) };
        workspace.model(members);
        workspace.root.join("model/m.json")
    };
    let (old, new) = (file("old", BEFORE), file("new", AFTER));
    let told = |format: &str| {
        let workspace = Workspace { root: root.clone() };
        let (right, said) = workspace.xtask(&["diff", path(&old), path(&new), "--format", format]);
        assert!(right, "{said}");
        said
    };
    let json: serde_json::Value = serde_json::from_str(&told("json")).expect("it is JSON");
    assert_eq!(json["verdict"], serde_json::json!({"api": "minor", "wire": "extended"}));
    assert_eq!(json["differences"][0]["rule"], "AddedShape");
    assert_eq!(json["differences"][0]["place"], "com.example#Out$b");
    assert!(told("markdown").contains("| minor | extended | `com.example#Out$b` |"));
    assert!(told("text").contains("minor  extended   com.example#Out$b"));
    let broken = root.join("old/model/broken.json");
    write(&broken, "{\"smithy\": \"2.0\", \"shapes\": {\"a#B\": {}}}");
    let workspace = Workspace { root: root.clone() };
    let (right, said) = workspace.xtask(&["diff", path(&old), path(&broken)]);
    assert!(!right && said.contains("broken.json:1:") && said.contains("has no `type`"), "{said}");
}

/// The page for maintainers shows what the commands say of the real step.
#[test]
fn the_page_shows_the_real_step() {
    let shared = sdk_tests::workspace().join("../shared/reference/models");
    let read = |name: &str| fs::read_to_string(shared.join(name)).ok();
    let (Some(april), Some(november)) = (read("wickr-2026-04.json"), read("wickr.json")) else {
        println!("skipped: the models of April and November are not in {}", shared.display());
        return;
    };
    let Some(workspace) = Workspace::released("page") else { return };
    write(&workspace.root.join("wickr-2026-04.json"), &april);
    write(&workspace.root.join("wickr-2026-11.json"), &november);
    let page = sdk_tests::read("docs/new-model.md");
    let (_, said) = workspace.xtask(&["diff", "wickr-2026-04.json", "wickr-2026-11.json"]);
    assert!(page.contains(&format!("```text\n{said}```")), "docs/new-model.md shows something else than\n{said}");
    write(&workspace.root.join("model/m.json"), &april);
    workspace.git(&["commit", "--quiet", "-am", "April"]);
    workspace.git(&["tag", "sdk-v0.1.0"]);
    write(&workspace.root.join("model/m.json"), &november);
    let (_, said) = workspace.xtask(&["changelog", "--since", "sdk-v0.1.0", "--date", "2026-11-27"]);
    let (entry, _) = said.split_once("\nsdk: ").expect("it ends with the verdict");
    assert!(page.contains(&format!("```text\n{entry}```")), "docs/new-model.md shows something else than\n{entry}");
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path is text")
}

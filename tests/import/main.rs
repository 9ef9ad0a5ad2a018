//! `cargo xtask import`: the facts of a service's new model come into ours, and our words stay.
//!
//! In `tests/fixtures/import` is a step whole: our model, the new one, in which every sentence begins with "Theirs", and what
//! ours is afterwards.

mod official;
mod operations;
mod refused;
mod renames;
mod wickr;

use sdk_tests::cargo::{said, target, write, xtask};
use sdk_tests::{read, workspace};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A folder with our model and the new one.
struct Scratch {
    root: PathBuf,
    xtask: PathBuf,
}

/// How a run ended: its status, what it said, and our model afterwards.
struct Ran {
    status: Option<i32>,
    said: String,
    after: String,
}

impl Scratch {
    fn new(name: &str) -> Self {
        let root = target().join("tmp/import").join(name);
        let _ = fs::remove_dir_all(&root);
        Scratch { root, xtask: xtask() }
    }

    /// Imports a text into ours.
    fn import(&self, ours: &str, new: &str, arguments: &[&str]) -> Ran {
        write(&self.root.join("ours.json"), ours);
        write(&self.root.join("new.json"), new);
        self.again(arguments)
    }

    /// Imports the new model that is there.
    fn again(&self, arguments: &[&str]) -> Ran {
        let mut import = Command::new(&self.xtask);
        import.args(["import", "new.json", "--into", "ours.json"]).args(arguments).current_dir(&self.root);
        let output = import.output().expect("xtask runs");
        let after = fs::read_to_string(self.root.join("ours.json")).expect("our model is there");
        let left = fs::read_dir(&self.root).expect("the folder is there").count();
        assert_eq!(left, 2, "something temporary was left");
        Ran { status: output.status.code(), said: said(&output), after }
    }
}

fn fixture(name: &str) -> String {
    read(&format!("tests/fixtures/import/{name}.json"))
}

/// A value as models are written, if its entries are in their order.
fn text(model: &Value) -> String {
    format!("{model:#}\n")
}

#[test]
fn facts_come_in_and_words_stay() {
    let scratch = Scratch::new("step");
    let ours = fixture("ours");
    let checked = scratch.import(&ours, &fixture("new"), &["--check"]);
    assert_eq!((checked.status, checked.after.as_str()), (Some(1), ours.as_str()), "{}", checked.said);
    assert!(checked.said.contains("error: ours.json is not what this import makes of it"), "{}", checked.said);

    let ran = scratch.again(&[]);
    assert_eq!(ran.status, Some(0), "{}", ran.said);
    assert_eq!(ran.after, fixture("after"), "tests/fixtures/import/after.json says what ours should be");
    assert!(!ran.after.contains("Theirs"));
    let said = " imported new.json into ours.json
  renamed com.example.harbor#Ship to com.example.harbor#Vessel, whose words it keeps
  renamed com.example.harbor#StormError$message to $text, whose words it keeps
  removed com.example.harbor#GetBerthResponse$quay, and its words
 mentions com.example.harbor#ListShips names `Ship`, which is no longer there
 mentions com.example.harbor#ListShips names `quay`, which is no longer there
     note com.example.harbor#Harbor has another title than the new model, and keeps it
 no words ours.json:7 com.example.harbor#Harbor: smithy.rules#endpointTests.testCases[].documentation
 no words ours.json:98 com.example.harbor#CloseHarbor: documentation, examples
 no words ours.json:119 com.example.harbor#GetBerth: deprecated.message
 no words ours.json:211 com.example.harbor#BerthState$CLOSED: documentation
 no words ours.json:229 com.example.harbor#CloseHarborRequest: documentation
 no words ours.json:232 com.example.harbor#CloseHarborRequest$reason: documentation
 no words ours.json:276 com.example.harbor#GetBerthResponse$depth: documentation
";
    assert!(ran.said.starts_with(said), "{}", ran.said);
}

/// As written by hand: the new model in one `.smithy` file gives what its JSON AST gives.
#[test]
fn the_new_model_may_be_one_file_of_idl() {
    let scratch = Scratch::new("idl");
    let new = fixture("new");
    let idl = codegen::idl::idl_of(&[("new.json", new.as_str())]).expect("the fixture is a model");
    assert_eq!(idl.len(), 1, "it has one namespace");
    write(&scratch.root.join("ours.json"), &fixture("ours"));
    write(&scratch.root.join("new.smithy"), idl.values().next().expect("there is one"));
    let mut import = Command::new(&scratch.xtask);
    import.args(["import", "new.smithy", "--into", "ours.json"]).current_dir(&scratch.root);
    let output = import.output().expect("xtask runs");
    assert!(output.status.success(), "{}", said(&output));
    let after = fs::read_to_string(scratch.root.join("ours.json")).expect("our model is there");
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("it is JSON");
    assert_eq!(read(&after)["shapes"], read(&fixture("after"))["shapes"]);
}

#[test]
fn a_second_import_changes_nothing() {
    let scratch = Scratch::new("twice");
    let after = fixture("after");
    for arguments in [&["--check"][..], &[], &["--all"]] {
        let ran = scratch.import(&after, &fixture("new"), arguments);
        assert_eq!((ran.status, ran.after == after), (Some(0), true), "{}", ran.said);
        assert!(ran.said.contains("nothing changes"), "{}", ran.said);
        assert!(!ran.said.contains("  renamed ") && !ran.said.contains("  removed "), "{}", ran.said);
    }
}

#[test]
fn a_model_that_is_laid_out_otherwise_gets_the_form_that_models_have() {
    let scratch = Scratch::new("form");
    let ours = fixture("ours");
    let mut value: Value = serde_json::from_str(&ours).expect("the fixture is JSON");
    value.sort_all_objects();
    let target = "\"target\": \"com.example.harbor#Ship\"";
    for laid_out in [
        value.to_string(),
        text(&value),
        format!("\u{feff}{ours}"),
        ours.replace('\n', "\r\n"),
        // No traits at all says the same.
        ours.replace(target, &format!("{target}, \"traits\": {{}}")),
    ] {
        let checked = scratch.import(&laid_out, &ours, &["--check"]);
        assert_eq!((checked.status, checked.after == laid_out), (Some(1), true), "{}", checked.said);
        let ran = scratch.again(&[]);
        assert_eq!(ran.status, Some(0), "{}", ran.said);
        let written: Value = serde_json::from_str(&ran.after).expect("it is JSON");
        assert_eq!(written, serde_json::from_str::<Value>(&ours).expect("the fixture is JSON"), "the same facts");
        let first = ran.after.lines().nth(6).unwrap_or_default();
        assert!(first.ends_with("com.example.harbor#Harbor\": {"), "the service comes first: {first}");
        assert_eq!(scratch.again(&["--check"]).status, Some(0));
    }
}

#[test]
fn the_model_of_the_same_service_is_found_in_the_workspace() {
    let import = |arguments: &[&str]| {
        let output = Command::new(xtask()).arg("import").args(arguments).current_dir(workspace()).output();
        said(&output.expect("xtask runs"))
    };
    let wickr = import(&["model/wickr.json", "--check"]);
    assert!(
        wickr.contains("compared model/wickr.json with model/wickr.json") && wickr.contains("nothing changes"),
        "{wickr}"
    );
    let none = import(&["tests/fixtures/import/new.json", "--check"]);
    let problem = "error: no model of the workspace is of com.example.harbor#Harbor: there are model/connect.json \
                   (com.amazonaws.connect#AmazonConnectService), model/observatory (example.observatory#Observatory), \
                   model/wickr.json (com.amazonaws.wickr#WickrAdminApi); \
                   name one with --into";
    assert!(none.contains(problem), "{none}");
    let idl = import(&["model/observatory", "--check"]);
    assert!(idl.contains("model/observatory is written in Smithy IDL, and an import writes a JSON AST"), "{idl}");
    let other = import(&["tests/fixtures/import/new.json", "--into", "model/wickr.json", "--check"]);
    let problem = "error: model/wickr.json is of com.amazonaws.wickr#WickrAdminApi, and the new model of com.example.harbor#Harbor";
    assert!(other.contains(problem), "{other}");
}

#[test]
fn two_models_of_one_service_have_to_be_told_apart() {
    let root = target().join("tmp/import/two");
    write(&root.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"a\", \"b\", \"c\"]\n");
    for (name, model) in [("a", "one"), ("b", "one"), ("c", "two")] {
        let codegen = format!("[package.metadata.codegen]\nmodel = \"../model/{model}.json\"\n");
        let manifest = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n\n{codegen}");
        write(&root.join(name).join("Cargo.toml"), &manifest);
        write(&root.join(name).join("src/lib.rs"), "");
    }
    write(&root.join("model/one.json"), &fixture("ours"));
    write(&root.join("model/two.json"), "{}");
    write(&root.join("new.json"), &fixture("ours"));
    let import = || {
        let output = Command::new(xtask()).args(["import", "new.json", "--check"]).current_dir(&root).output();
        said(&output.expect("xtask runs"))
    };
    // Two crates can have parts of one model, and a model that is broken is no reason not to import into another.
    assert!(import().contains("compared model/one.json with new.json"), "{}", import());
    write(&root.join("model/two.json"), &fixture("ours"));
    assert!(
        import().contains("are of com.example.harbor#Harbor: model/one.json, model/two.json; name one with --into")
    );
    write(&root.join("model/two.json"), "{}");
    write(&root.join("new.json"), "{\"smithy\": \"2.0\", \"shapes\": {\"a#B\": {\"type\": \"service\"}}}");
    assert!(import().contains("model/two.json (which can't be read)"), "{}", import());
}

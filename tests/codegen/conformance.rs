//! `cargo xtask conformance`: the runner compiles and passes a small model's cases, and fails a case that is wrong.

use sdk_tests::cargo::{said, target, write, xtask};
use sdk_tests::{read, workspace};
use std::process::{Command, Output};

/// Runs the cases of a model, from the workspace as a maintainer does.
fn conformance(model: &str) -> Output {
    let path = target().join("tmp/conformance/pets.json");
    write(&path, model);
    let mut command = Command::new(xtask());
    command.arg("conformance").arg(&path).current_dir(workspace());
    command.env("CARGO_TARGET_DIR", target()).env("CARGO_TERM_COLOR", "never");
    command.output().expect("xtask runs")
}

#[test]
fn a_models_cases_pass_and_a_wrong_one_fails() {
    let model = read("tests/fixtures/conformance/pets.json");
    let output = conformance(&model);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("3 passed, 0 failed, 1 skipped"), "{text}");
    assert!(text.contains("skipped WatchPetsStreams: WatchPets has the event stream"), "{text}");
    assert!(output.stderr.is_empty(), "nothing is said about the build in a pipe: {text}");

    let mut wrong = model;
    for (right, other) in [
        ("\"loud=true\"", "\"loud=false\""),
        ("\"room\": 2, \"id\"", "\"room\": 3, \"id\""),
        ("\"message\": \"full\", \"wanted\": 1}}", "\"message\": \"full\", \"wanted\": 2}}"),
    ] {
        assert!(wrong.contains(right), "{right}");
        wrong = wrong.replacen(right, other, 1);
    }
    let output = conformance(&wrong);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("0 passed, 3 failed, 1 skipped"), "{text}");
    for id in ["PutPetEverywhere (PutPet request)", "PutPetAnswer (PutPet response)", "NoRoomAnswer (PutPet error)"] {
        assert!(text.contains(&format!("failed {id}")), "{id}: {text}");
    }
}

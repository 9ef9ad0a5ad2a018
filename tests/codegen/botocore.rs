//! Models read from botocore's data, by `tests/fixtures/services/from_botocore.py`: what becomes of two services that have a bit of
//! everything, and that of official services comes what comes of their own models.
//!
//! `BOTOCORE_DATA=…/botocore/data cargo test -p sdk-tests --test codegen botocore` tries the latter, where `../shared` is there.

use sdk_tests::cargo::{said, target};
use sdk_tests::{read, shared, workspace};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Reads services from botocore's form; none, said plainly, if there is no Python.
fn converted(data: &Path, names: &[&str]) -> Option<PathBuf> {
    let folder = target().join("tmp/botocore");
    let mut command = Command::new("python3");
    command
        .arg("-B")
        .arg(workspace().join("tests/fixtures/services/from_botocore.py"))
        .arg(data)
        .arg(&folder)
        .args(names);
    let Ok(converted) = command.output() else {
        println!("skipped: there is no python3");
        return None;
    };
    assert!(converted.status.success(), "{}", said(&converted));
    Some(folder)
}

fn text_of(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(format!("{name}.json"))).expect("it was written")
}

#[test]
fn services_become_the_models_that_their_data_mean() {
    let Some(folder) = converted(&workspace().join("tests/fixtures/botocore"), &["reefs", "tides"]) else { return };
    for name in ["reefs", "tides"] {
        let found: Value = serde_json::from_str(&text_of(&folder, name)).expect("a model is JSON");
        let expected: Value =
            serde_json::from_str(&read(&format!("tests/fixtures/botocore/{name}.json"))).expect("it is JSON");
        let found: BTreeSet<_> = found["shapes"]
            .as_object()
            .expect("it has shapes")
            .iter()
            .map(|(id, shape)| (id, shape.to_string()))
            .collect();
        let expected: BTreeSet<_> = expected["shapes"]
            .as_object()
            .expect("it has shapes")
            .iter()
            .map(|(id, shape)| (id, shape.to_string()))
            .collect();
        let (lost, new): (Vec<_>, Vec<_>) =
            (expected.difference(&found).collect(), found.difference(&expected).collect());
        assert!(lost.is_empty() && new.is_empty(), "{name}\n  expected {lost:#?}\n  found {new:#?}");
        codegen::generate(&text_of(&folder, name), name).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
    }
}

#[test]
fn official_services_have_the_apis_that_their_own_models_have() {
    let Some(data) = std::env::var_os("BOTOCORE_DATA") else {
        println!("skipped: BOTOCORE_DATA names no folder of botocore's data");
        return;
    };
    let Some(models) = shared("reference/models") else { return };
    let services = [("iam", "iam"), ("sts", "sts"), ("polly", "polly"), ("route53", "route-53"), ("sqs", "sqs")];
    let Some(folder) = converted(Path::new(&data), &services.map(|(name, _)| name)) else { return };
    for (name, own) in services {
        let lines = |text: String| -> BTreeSet<String> {
            let surface =
                codegen::surface_of(&text, "a-sdk").unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
            surface.lines().map(str::to_owned).collect()
        };
        let (found, expected) = (lines(text_of(&folder, name)), lines(text_of(&models, own)));
        let alike = found.intersection(&expected).count();
        println!("{name}: {alike} of {} items are the same", expected.len());
        for line in expected.difference(&found).take(30) {
            println!("  - {line}");
        }
        for line in found.difference(&expected).take(30) {
            println!("  + {line}");
        }
        // Defaults are what botocore doesn't know, and it may be of another day.
        assert!(alike * 100 >= expected.len() * 90, "{name}: {alike} of {} items are the same", expected.len());
    }
}

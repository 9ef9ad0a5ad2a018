//! `cargo xtask conformance MODEL…`: the protocol compliance tests in a model, against the code generated from it.

use crate::command::codegen::regenerate::read_model;
use crate::files::{Batch, Folder, Over};
use crate::outcome::Failure;
use crate::{Outcome, cargo, manifest, report, workspace};
use codegen::conformance::{Suite, suite};
use std::fs;
use std::path::{Path, PathBuf};

/// What runs the cases.
const RUNNER: &str = include_str!("../../../tests/conformance/runner.rs");

/// Runs every model's cases. All models are run, whichever fails.
pub fn run(models: &[PathBuf]) -> Outcome {
    let mut outcome = Ok(());
    for model in models {
        if models.len() > 1 {
            println!("{}", model.display());
        }
        if let Err(failure) = run_one(model) {
            report::failure(&failure);
            outcome = Err(Failure::Command);
        }
    }
    outcome
}

fn run_one(model: &Path) -> Outcome {
    let source = read_model(model)?;
    let stem = model.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let package = format!("{folder}-sdk");
    let suite =
        suite(&source, &package).map_err(|problems| Failure::Model { path: model.to_owned(), source, problems })?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    let target = std::path::absolute(&target).map_err(Failure::io("find", target))?;
    let dir = target.join("conformance").join(&folder);
    lay_out(&dir, &package, suite)?;
    let what = format!("a crate from {}, and what runs its cases", model.display());
    let runner = cargo::Program::new(&what, &["--package", "conformance-runner"]);
    runner.of(dir, target).run(&[""; 0])
}

/// Writes a workspace of the generated crate and its runner.
fn lay_out(dir: &Path, package: &str, suite: Suite) -> Outcome {
    let sdk = dir.join("sdk");
    // A shape that the model no longer has must not leave its file behind.
    if sdk.symlink_metadata().is_ok() {
        fs::remove_dir_all(&sdk).map_err(Failure::io("remove", &sdk))?;
    }
    let runtime = Folder::at(&workspace::root().join("runtime"))?.path().to_owned();
    // The versions that this workspace is tested with.
    let lock = workspace::root().join("Cargo.lock");
    let lock = fs::read_to_string(&lock).map_err(Failure::io("read", &lock))?;
    let mut batch = Batch::new();
    batch.folder(&Folder::at(dir)?);
    let mut put = |path: &str, text: &str| batch.put(path, text, Over::Scratch);
    for (path, text) in &suite.generated.files {
        put(&format!("sdk/{path}"), text)?;
    }
    put("sdk/Cargo.toml", &manifest::standalone(package, &suite.generated, &runtime))?;
    put("Cargo.toml", WORKSPACE)?;
    put("Cargo.lock", &lock)?;
    put("runner/Cargo.toml", &runner_manifest(package, &runtime))?;
    put("runner/src/main.rs", RUNNER)?;
    put("runner/src/errors.rs", &format!("errors! {{ {} }}\n", suite.errors.join(" ")))?;
    put("runner/src/cases.json", &suite.cases.to_string())?;
    batch.write()
}

const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["sdk", "runner"]

[profile.dev]
debug = "line-tables-only"
"#;

fn runner_manifest(package: &str, runtime: &Path) -> String {
    format!(
        r#"[package]
name = "conformance-runner"
version = "0.1.0"
edition = "2024"
publish = false

[dependencies]
aws-smithy-runtime-api = {{ version = "1", default-features = false, features = ["client", "http-1x"] }}
aws-smithy-types = {{ version = "1", default-features = false }}
http = "1"
sdk = {{ package = "{package}", path = "../sdk" }}
sdk-runtime = {{ path = {:?}, default-features = false }}
serde = {{ version = "1", default-features = false, features = ["std"] }}
serde_json = "1"
tokio = {{ version = "1", default-features = false, features = ["macros", "rt", "time"] }}
"#,
        runtime.display().to_string(),
    )
}

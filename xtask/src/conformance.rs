//! `cargo xtask conformance MODEL…`: the protocol compliance tests in a model, against the code generated from it.

use crate::codegen_command::{read_model, write};
use crate::failure::Failure;
use crate::standalone::manifest;
use crate::{Outcome, workspace};
use codegen::conformance::{Suite, suite};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What runs the cases.
const RUNNER: &str = include_str!("../../tests/conformance/runner.rs");

/// Runs every model's cases. All models are run, whichever fails.
pub fn run(models: &[PathBuf]) -> Outcome {
    let mut outcome = Ok(());
    for model in models {
        if models.len() > 1 {
            println!("{}", model.display());
        }
        match run_one(model) {
            Err(Failure::Command) => outcome = Err(Failure::Command),
            other => other?,
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
    let dir = workspace::root().join("target/conformance").join(&folder);
    lay_out(&dir, &package, suite)?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--package", "conformance-runner"]).current_dir(&dir);
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.env("CARGO_TARGET_DIR", workspace::root().join("target"));
    }
    let status = cargo.status().map_err(Failure::io("run", cargo.get_program()))?;
    if status.success() { Ok(()) } else { Err(Failure::Command) }
}

/// Writes a workspace of the generated crate and its runner.
fn lay_out(dir: &Path, package: &str, suite: Suite) -> Outcome {
    let sdk = dir.join("sdk");
    // A shape that the model no longer has must not leave its file behind.
    if sdk.exists() {
        fs::remove_dir_all(&sdk).map_err(Failure::io("remove", &sdk))?;
    }
    for (path, text) in &suite.generated.files {
        write(&sdk.join(path), text)?;
    }
    write(&sdk.join("Cargo.toml"), &manifest(package, &suite.generated))?;
    write(&dir.join("Cargo.toml"), WORKSPACE)?;
    // The versions that this workspace is tested with.
    let lock = workspace::root().join("Cargo.lock");
    fs::copy(&lock, dir.join("Cargo.lock")).map_err(Failure::io("copy", &lock))?;
    let runner = dir.join("runner");
    write(&runner.join("Cargo.toml"), &runner_manifest(package))?;
    write(&runner.join("src/main.rs"), RUNNER)?;
    write(&runner.join("src/errors.rs"), &format!("errors! {{ {} }}\n", suite.errors.join(" ")))?;
    write(&runner.join("src/cases.json"), &suite.cases.to_string())
}

const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["sdk", "runner"]

[profile.dev]
debug = "line-tables-only"
"#;

fn runner_manifest(package: &str) -> String {
    let runtime = workspace::root().join("runtime");
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

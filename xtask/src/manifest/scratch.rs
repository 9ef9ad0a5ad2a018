//! The workspace that runs a model's compliance tests: a generated crate in `sdk`, and what runs its cases in `runner`.

use super::path::runtime;
use super::toml::text;
use super::written::crate_of_its_own;
use crate::outcome::Outcome;
use codegen::GeneratedCrate;

/// The workspace's own manifest.
pub(crate) const SCRATCH: &str = r#"[workspace]
resolver = "3"
members = ["sdk", "runner"]

[profile.dev]
debug = "line-tables-only"
"#;

/// The manifest of the generated crate.
pub(crate) fn scratch_member(package: &str, generated: &GeneratedCrate) -> Outcome<String> {
    Ok(crate_of_its_own(package, generated, &runtime()?))
}

/// The manifest of what runs its cases.
pub(crate) fn runner(package: &str) -> Outcome<String> {
    let runtime = text(&runtime()?.to_string_lossy().replace('\\', "/"));
    Ok(format!(
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
sdk-runtime = {{ path = {runtime}, default-features = false }}
serde = {{ version = "1", default-features = false, features = ["std"] }}
serde_json = "1"
tokio = {{ version = "1", default-features = false, features = ["macros", "rt", "time"] }}
"#
    ))
}

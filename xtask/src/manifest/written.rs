//! The manifest of a generated crate.

use super::path::runtime_from;
use super::toml::{list, text};
use super::{membership, settings};
use crate::files::Folder;
use crate::outcome::Outcome;
use codegen::{GeneratedCrate, Options};
use std::path::Path;

/// The runtime's version: it is the workspace's, as this program's is.
const RUNTIME: &str = env!("CARGO_PKG_VERSION");

/// What docs.rs builds a generated crate with, so that its pages have the modules of these features.
const DOCS: &str = r#"[package.metadata.docs.rs]
features = ["blocking", "reqwest", "test-util"]
"#;

/// The features of every generated crate.
const FEATURES: &str = r#"[features]
default = ["ring"]
# TLS by rustls with ring.
ring = ["sdk-runtime/ring"]
# TLS by rustls with AWS-LC, which takes precedence over ring.
aws-lc-rs = ["sdk-runtime/aws-lc-rs"]
# HTTP/2 where the service offers it.
http2 = ["sdk-runtime/http2"]
# Requests sent by a `reqwest::Client` of your own.
reqwest = ["sdk-runtime/reqwest"]
# A client whose calls return when they are answered, for programs without async.
blocking = ["sdk-runtime/blocking"]
# Rules and recordings that answer in place of the service, for unit tests.
test-util = ["sdk-runtime/test-util"]
"#;

/// The features of crates of AWS's services beside these.
const FEATURES_OF_AWS: &str = r#"# What the official crates call theirs, for manifests that ask for them; beside TLS, all of it is always there.
behavior-version-latest = []
default-https-client = ["ring"]
http-1x = []
rt-tokio = []
rustls = ["ring"]
sigv4a = []
"#;

/// All features of a crate.
fn features(generated: &GeneratedCrate) -> String {
    format!("{FEATURES}{}", if generated.is_plain { "" } else { FEATURES_OF_AWS })
}

/// The lines by which a crate is found.
fn found_by(generated: &GeneratedCrate) -> &'static str {
    match generated.is_plain {
        true => "keywords = [\"sdk\", \"smithy\"]\ncategories = [\"api-bindings\"]",
        false => "keywords = [\"aws\", \"sdk\", \"smithy\"]\ncategories = [\"api-bindings\"]",
    }
}

/// The manifest of a crate of its own in `folder`, which was named as `named`.
pub(crate) fn standalone(package: &str, generated: &GeneratedCrate, folder: &Folder, named: &Path) -> Outcome<String> {
    let mut manifest = crate_of_its_own(package, generated, &runtime_from(folder, named)?);
    // What lies where a workspace builds is none of its members, and cargo wants to be told so.
    if membership::is_scratch(folder) {
        manifest.push_str("\n[workspace]\n");
    }
    Ok(manifest)
}

/// The manifest of a crate that finds the runtime at `runtime`.
pub(super) fn crate_of_its_own(package: &str, generated: &GeneratedCrate, runtime: &Path) -> String {
    let path = text(&runtime.to_string_lossy().replace('\\', "/"));
    let features = match list(generated.runtime_features.iter().copied()) {
        Some(features) => format!(", features = {features}"),
        None => String::new(),
    };
    let of_aws = if generated.is_plain { "" } else { "aws-types = { version = \"1\", default-features = false }\n" };
    let (all_features, found_by) = (self::features(generated), found_by(generated));
    let rust_version = env!("CARGO_PKG_RUST_VERSION");
    format!(
        r#"[package]
name = "{package}"
description = "SDK generated from a Smithy model."
version = "0.1.0"
edition = "2024"
rust-version = "{rust_version}"
publish = false
{found_by}

{DOCS}{all_features}
[dependencies]
{of_aws}sdk-runtime = {{ path = {path}, version = "{RUNTIME}", default-features = false{features} }}
"#
    )
}

/// The manifest of a crate of this workspace, from which `cargo xtask codegen` knows what to make, and of what.
pub(crate) fn member(options: &Options, model: &str, generated: &GeneratedCrate) -> String {
    let package = &options.package;
    let description = text(&format!("SDK generated from {model}."));
    let settings = settings::write(&format!("../model/{model}"), options);
    let runtime = match list(generated.runtime_features.iter().copied()) {
        Some(features) => format!("sdk-runtime = {{ workspace = true, features = {features} }}"),
        None => "sdk-runtime.workspace = true".to_owned(),
    };
    let of_aws = if generated.is_plain { "" } else { "aws-types.workspace = true\n" };
    let (features, found_by) = (features(generated), found_by(generated));
    format!(
        r#"[package]
name = "{package}"
description = {description}
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true
readme = "README.md"
documentation = "https://docs.rs/{package}"
{found_by}
include = ["/src", "/CHANGELOG.md", "/LICENSE", "/README.md"]

{DOCS}
[package.metadata.codegen]
{settings}
{features}
[dependencies]
{of_aws}{runtime}

[lints]
workspace = true
"#
    )
}

#[cfg(test)]
mod tests {
    use super::{DOCS, FEATURES, FEATURES_OF_AWS};
    use crate::workspace;

    /// Crates of the workspace have manifests of their own, which nobody writes anew.
    #[test]
    fn the_workspaces_crates_have_what_a_new_one_gets() {
        for (manifest, parts) in [
            ("wickr-sdk/Cargo.toml", &[FEATURES, FEATURES_OF_AWS, DOCS][..]),
            ("connect-sdk/Cargo.toml", &[FEATURES, FEATURES_OF_AWS, DOCS]),
            ("examples/observatory-sdk/Cargo.toml", &[FEATURES]),
        ] {
            let text = std::fs::read_to_string(workspace::root().join(manifest)).expect("it is there");
            for part in parts {
                assert!(text.contains(part), "{manifest} lacks some of\n{part}");
            }
        }
    }

    #[test]
    fn the_runtime_has_the_version_that_is_written() {
        let manifest = std::fs::read_to_string(workspace::root().join("runtime/Cargo.toml")).expect("it is there");
        assert!(manifest.lines().any(|line| line == "version.workspace = true"), "it has a version of its own");
    }
}

//! `cargo xtask new NAME --model FILE`: adds a service to the workspace.

use crate::codegen_command::{generate, read_model, write};
use crate::failure::Failure;
use crate::{Outcome, report, workspace};
use codegen::{GeneratedCrate, Options};
use std::path::Path;

/// Adds the crate `name`-sdk, generated from a copy of the model. Nothing is written if the model is wrong, or the crate or
/// its model is there already.
pub fn add(name: &str, model: &Path) -> Outcome {
    let package = format!("{}-sdk", name.trim_end_matches("-sdk"));
    let root = workspace::root();
    let (dir, copy) = (root.join(&package), root.join(format!("model/{}.json", package.trim_end_matches("-sdk"))));
    for path in [&dir, &copy] {
        if path.exists() && path != model {
            return Err(Failure::Refused(format!("{} is there already; choose another name", path.display())));
        }
    }
    let source = read_model(model)?;
    let (generated, _) = codegen::generate_with(&source, &Options::of(&package))
        .map_err(|problems| Failure::Model { path: model.to_owned(), source: source.clone(), problems })?;
    write(&copy, &source)?;
    write(&dir.join("Cargo.toml"), &manifest(&package, &copy, &generated))?;
    write(&dir.join("src/lib.rs"), "")?;
    add_member(&root.join("Cargo.toml"), &package)?;
    report::added(&package);
    generate()
}

fn manifest(package: &str, model: &Path, generated: &GeneratedCrate) -> String {
    let features: Vec<_> = generated.runtime_features.iter().map(|feature| format!("{feature:?}")).collect();
    let runtime = match features.is_empty() {
        true => "sdk-runtime.workspace = true".to_owned(),
        false => format!("sdk-runtime = {{ workspace = true, features = [{}] }}", features.join(", ")),
    };
    let model = model.file_name().unwrap_or_default().to_string_lossy();
    format!(
        r#"[package]
name = "{package}"
description = "SDK generated from {model}."
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true

[package.metadata.codegen]
model = "../model/{model}"

[features]
default = ["ring"]
# TLS by rustls with ring.
ring = ["sdk-runtime/ring"]
# TLS by rustls with AWS-LC, which takes precedence over ring.
aws-lc-rs = ["sdk-runtime/aws-lc-rs"]
# HTTP/2 where the service offers it.
http2 = ["sdk-runtime/http2"]
# Rules and recordings that answer in place of the service, for unit tests.
test-util = ["sdk-runtime/test-util"]

[dependencies]
aws-types.workspace = true
{runtime}

[lints]
workspace = true
"#,
    )
}

/// Adds a member to the workspace's manifest, leaving every other byte as it is.
fn add_member(manifest: &Path, package: &str) -> Outcome {
    let text = std::fs::read_to_string(manifest).map_err(Failure::io("read", manifest))?;
    let opening = "members = [";
    if !text.contains(opening) {
        let reason = format!("{} has no `{opening}…`: add \"{package}\" to its members by hand", manifest.display());
        return Err(Failure::Refused(reason));
    }
    write(manifest, &text.replacen(opening, &format!("{opening}\"{package}\", "), 1))
}

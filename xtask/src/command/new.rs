//! `cargo xtask new NAME --model FILE`: adds a service to the workspace.

use crate::command::codegen::regenerate::read_model;
use crate::files::{Batch, Folder, Found, Over};
use crate::generated::plan;
use crate::outcome::Failure;
use crate::{Outcome, Part, manifest, package_name, report, workspace};
use std::path::Path;
use std::time::Instant;

/// Adds the crate `name`-sdk, generated from a copy of the model. Nothing is written if the model is wrong, or the crate or
/// its model is there already.
pub fn add(name: &str, model: &Path, part: Part) -> Outcome {
    let start = Instant::now();
    let name = name.strip_suffix("-sdk").unwrap_or(name);
    let package = format!("{name}-sdk");
    // The model's file has the name alone.
    package_name::check(name, "the service's name")?;
    package_name::check(&package, "the crate's name")?;
    let (root, packages) = workspace::here()?;
    // Libraries are called the same with `_` for `-`, and folders on some systems whatever the case.
    let plain = |name: &str| name.replace('-', "_").to_ascii_lowercase();
    if let Some(same) = packages.iter().find(|other| plain(other) == plain(&package)) {
        return Err(Failure::Refused(format!("the workspace has a crate `{same}` already; choose another name")));
    }
    let root = Folder::at(&root)?;
    let file = format!("{name}.json");
    check_absent(&root, &package, model)?;
    let source = read_model(model)?;
    let options = part.of(package.clone());
    let (generated, skipped) = codegen::generate_with(&source, &options).map_err(|problems| Failure::Model {
        path: model.to_owned(),
        source: source.clone(),
        problems,
    })?;
    let crate_folder = Folder::at(&root.path().join(&package))?;
    let mut batch = Batch::new();
    let (changed, _) = plan(&mut batch, &crate_folder, &generated)?;
    batch.put("Cargo.toml", &manifest::member(&options, &file, &generated), Over::Nothing)?;
    batch.put("README.md", &readme(&package, &file), Over::Nothing)?;
    // Last, so that the workspace never has a member that isn't there.
    batch.folder(&root);
    batch.put(&format!("model/{file}"), &source, Over::Nothing)?;
    let (before, after) = with_member(&root, &package)?;
    batch.put("Cargo.toml", &after, Over::Text(&before))?;
    // A member that cargo refuses would stop every command of the workspace.
    batch.write_if(|| workspace::here().map(drop))?;
    report::generated(&package, generated.files.values(), changed, start.elapsed());
    report::skipped(&skipped);
    report::added(&package);
    Ok(())
}

/// Refuses a crate or a model that is there already; the model may be the one that was given.
fn check_absent(root: &Folder, package: &str, model: &Path) -> Outcome {
    let copy = root.path().join(format!("model/{}.json", package.strip_suffix("-sdk").unwrap_or(package)));
    for path in [root.path().join(package), copy] {
        let is_given = || path.canonicalize().is_ok_and(|path| model.canonicalize().is_ok_and(|model| path == model));
        if path.symlink_metadata().is_ok() && !is_given() {
            return Err(Failure::Refused(format!("{} is there already; choose another name", path.display())));
        }
    }
    Ok(())
}

/// A page to begin with.
fn readme(package: &str, model: &str) -> String {
    let library = package.replace('-', "_");
    format!(
        "# {package}\n\nGenerated from `model/{model}` by `cargo xtask codegen`. It follows the conventions of the AWS SDK \
         for Rust:\n\n```rust\nlet client = {library}::Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await);\n```\n\n\
         Features: `ring` (default) or `aws-lc-rs` choose the cryptography of TLS; `http2` adds HTTP/2; `test-util` is for \
         tests.\nEverything in `src` is generated; this page and `Cargo.toml` are written by hand.\n"
    )
}

/// The workspace's manifest, and how it reads with one member more: every other byte stays as it is.
fn with_member(root: &Folder, package: &str) -> Outcome<(String, String)> {
    const OPENING: &str = "\nmembers = [";
    let manifest = root.path().join("Cargo.toml");
    let text = match root.look("Cargo.toml")? {
        Found::Written(text) | Found::Generated(text) => text,
        _ => return Err(Failure::Refused(format!("{} is no file", manifest.display()))),
    };
    if !text.contains(OPENING) {
        let problem = format!("{} has no line `members = […`", manifest.display());
        return Err(Failure::Refused(format!("{problem}: add one to `[workspace]`, with {package:?} in it")));
    }
    let after = text.replacen(OPENING, &format!("{OPENING}{package:?}, "), 1);
    Ok((text, after))
}

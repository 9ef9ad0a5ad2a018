//! `cargo xtask new NAME --model FILE`: adds a service to the workspace.

use crate::command::changelog;
use crate::files::{Batch, Folder, Found, Over};
use crate::generated::plan;
use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::part::Part;
use crate::release::{self, Version};
use crate::{manifest, package_name, report, workspace};
use ::codegen::GeneratedCrate;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Add a service to the workspace: a crate, generated from a copy of its model.
///
/// Copies the model to model/NAME.json, a `.smithy` file to model/NAME.smithy, a folder of such files to model/NAME; what a
/// smithy-build.json puts together becomes one JSON AST. Makes the crate NAME-sdk with a README, a changelog and the
/// workspace's licence, adds it to the workspace's members and generates it. What part of the service it has stands in its
/// Cargo.toml, where `cargo xtask codegen` finds it again. A model that is wrong gives a message with its place and what to
/// do, and no file is touched.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The service's name, e.g. `sqs` for the crate `sqs-sdk`.
    name: String,
    /// The service's model: a JSON AST, a `.smithy` file, a folder of such files, or a smithy-build.json.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    part: Part,
}

/// Adds the crate. Nothing is written if the model is wrong, or the crate or its model is there already.
pub(crate) fn run(args: Args) -> Outcome {
    let start = Instant::now();
    let Args { name, model, reading, part } = args;
    let name = name.strip_suffix("-sdk").unwrap_or(&name);
    let package = format!("{name}-sdk");
    let root = free(name, &package, &model)?;
    let model = Model::read_as(&[model], &reading)?;
    let options = part.of(package.clone());
    let (generated, skipped) = model.generate(&options)?;
    let (file, texts) = model.kept(name)?;
    let mut batch = Batch::new();
    let (changed, _) = plan(&mut batch, &Folder::at(&root.path().join(&package))?, &generated)?;
    batch.put("Cargo.toml", &manifest::member(&options, &file, &generated), Over::Nothing)?;
    batch.put("README.md", &readme(&package, &file, &generated), Over::Nothing)?;
    put_for_release(&mut batch, &root, &package)?;
    // Last, so that the workspace never has a member that isn't there.
    batch.folder(&root);
    for (path, text) in &texts {
        batch.put(&format!("model/{path}"), text, Over::Nothing)?;
    }
    let (before, after) = manifest::with_member(&root, &package)?;
    batch.put("Cargo.toml", &after, Over::Text(&before))?;
    // A member that cargo refuses would stop every command of the workspace.
    batch.write_if(|| workspace::here().map(drop))?;
    report::generated(&package, generated.files.values(), changed, start.elapsed());
    report::skipped(&skipped);
    report::added(&package);
    Ok(())
}

/// The workspace's folder, if a service of that name can be added to it.
fn free(name: &str, package: &str, model: &Path) -> Outcome<Folder> {
    // The model's file has the name alone.
    package_name::check(name, "the service's name")?;
    package_name::check(package, "the crate's name")?;
    let (root, packages) = workspace::here()?;
    // Libraries are called the same with `_` for `-`, and folders on some systems whatever the case.
    let plain = |name: &str| name.replace('-', "_").to_ascii_lowercase();
    if let Some(same) = packages.iter().find(|other| plain(other) == plain(package)) {
        return Err(Failure::Refused(format!("the workspace has a crate `{same}` already; choose another name")));
    }
    let root = Folder::at(&root)?;
    let models = ["", ".json", ".smithy"].map(|ending| root.path().join(format!("model/{name}{ending}")));
    for path in models.into_iter().chain([root.path().join(package)]) {
        // What is there already may be the model that was given.
        let is_given = || path.canonicalize().is_ok_and(|path| model.canonicalize().is_ok_and(|model| path == model));
        if path.symlink_metadata().is_ok() && !is_given() {
            return Err(Failure::Refused(format!("{} is there already; choose another name", path.display())));
        }
    }
    Ok(root)
}

/// What the crate's package has beside its source: a changelog, and the workspace's licence, if that has one.
fn put_for_release(batch: &mut Batch, root: &Folder, package: &str) -> Outcome {
    let text = |path| match root.look(path)? {
        Found::Generated(text) | Found::Written(text) => Ok(Some(text)),
        Found::Absent | Found::Link | Found::NoFile => Ok(None),
    };
    let manifest = text("Cargo.toml")?.unwrap_or_default();
    let version = release::version_in(&manifest, "[workspace.package]").unwrap_or(Version(0, 1, 0));
    batch.put("CHANGELOG.md", &changelog::first(package, &version.to_string()), Over::Nothing)?;
    text("LICENSE")?.map_or(Ok(()), |licence| batch.put("LICENSE", &licence, Over::Nothing))
}

/// A page to begin with.
fn readme(package: &str, model: &str, generated: &GeneratedCrate) -> String {
    let conventions = match generated.is_plain {
        true => "",
        false => " It follows the conventions of the AWS SDK for Rust:",
    };
    let client = generated.client.trim_end();
    format!(
        r#"# {package}

Generated from `model/{model}` by `cargo xtask codegen`.{conventions}

```rust
{client}
```

Features: `ring` (default) or `aws-lc-rs` choose the cryptography of TLS; `http2` adds HTTP/2; `reqwest`
sends by a `reqwest::Client` of your own; `blocking` adds a client for programs without async; `test-util` is for tests.
Everything in `src` is generated; this page and `Cargo.toml` are written by hand.
"#
    )
}

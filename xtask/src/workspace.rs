//! Which crates of the workspace are generated, and from which model.

use crate::Outcome;
use crate::failure::Failure;
use cargo_metadata::{MetadataCommand, Package};
use std::path::{Path, PathBuf};

/// A crate whose source is generated.
pub struct SdkCrate {
    /// The package's name.
    pub name: String,
    /// Its folder.
    pub dir: PathBuf,
    /// Its model.
    pub model: PathBuf,
    /// The features of the runtime that its manifest enables.
    pub runtime_features: Vec<String>,
}

/// The workspace's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// The workspace's generated crates, by name.
pub fn sdk_crates() -> Outcome<Vec<SdkCrate>> {
    // `--no-deps` reads manifests only: it works while generated source is broken or absent.
    let metadata = MetadataCommand::new().no_deps().exec().map_err(|error| Failure::Workspace(error.to_string()))?;
    let mut crates: Vec<SdkCrate> = metadata.packages.iter().filter_map(sdk_crate).collect();
    crates.sort_by(|a, b| a.name.cmp(&b.name));
    if crates.is_empty() {
        let hint = "no crate of this workspace names a model in [package.metadata.codegen]";
        return Err(Failure::Workspace(hint.to_owned()));
    }
    Ok(crates)
}

fn sdk_crate(package: &Package) -> Option<SdkCrate> {
    let model = package.metadata.get("codegen")?.get("model")?.as_str()?;
    let dir = package.manifest_path.parent()?.as_std_path().to_owned();
    let model = dir.join(model);
    // Shown to people: `…/wickr-sdk/../model/wickr.json` is harder to read than where it leads.
    let model = model.canonicalize().unwrap_or(model);
    let runtime = package.dependencies.iter().filter(|dependency| dependency.name == "sdk-runtime");
    let runtime_features = runtime.flat_map(|dependency| dependency.features.clone()).collect();
    Some(SdkCrate { name: package.name.to_string(), dir, model, runtime_features })
}

//! Which crates of the workspace are generated, and from which model.

use crate::manifest::{self, Settings};
use crate::model::{Model, Reading};
use crate::outcome::{Failure, Outcome};
use crate::release::Version;
use cargo_metadata::{Metadata, MetadataCommand, Package};
use codegen::Options;
use std::path::{Path, PathBuf};

/// The address of the guides, once the manifest of this program says where the repository is.
pub(crate) fn guides() -> Option<String> {
    let repository = env!("CARGO_PKG_REPOSITORY");
    (!repository.is_empty()).then(|| format!("{}/blob/HEAD/docs", repository.trim_end_matches('/')))
}

/// A crate whose source is generated.
pub(crate) struct SdkCrate {
    /// What of the model it has.
    pub options: Options,
    /// Its folder.
    pub dir: PathBuf,
    /// Its model.
    pub model: PathBuf,
    /// How that is read.
    pub reading: Reading,
    /// The features of the runtime that its manifest enables.
    pub runtime_features: Vec<String>,
    /// Whether it promises that all of it has documentation in the model.
    pub documented: bool,
    /// Its version, as its manifest has it.
    version: String,
}

impl SdkCrate {
    /// Reads its model.
    pub(crate) fn read_model(&self) -> Outcome<Model> {
        Model::read_as(std::slice::from_ref(&self.model), &self.reading)
    }

    /// Its version.
    pub(crate) fn version(&self) -> Outcome<Version> {
        let refused = || format!("{} is version {}, which is not three numbers", self.options.package, self.version);
        Version::of(&self.version).ok_or_else(|| Failure::Refused(refused()))
    }
}

/// The folder of the workspace that this program is of.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// The workspace that the command runs in, as far as its manifests tell: that works while generated source is broken or
/// absent.
pub(crate) fn metadata() -> Outcome<Metadata> {
    MetadataCommand::new().no_deps().exec().map_err(|error| Failure::Workspace(error.to_string()))
}

/// The folder of the workspace that the command runs in, and the names of its packages.
pub(crate) fn here() -> Outcome<(PathBuf, Vec<String>)> {
    let metadata = metadata()?;
    let names = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    Ok((metadata.workspace_root.into_std_path_buf(), names))
}

/// The workspace's generated crates, by name.
pub(crate) fn sdk_crates() -> Outcome<Vec<SdkCrate>> {
    let mut crates = metadata()?.packages.iter().filter_map(sdk_crate).collect::<Outcome<Vec<SdkCrate>>>()?;
    crates.sort_by(|a, b| a.options.package.cmp(&b.options.package));
    if crates.is_empty() {
        let hint = "no crate of this workspace names a model in [package.metadata.codegen]";
        return Err(Failure::Workspace(hint.to_owned()));
    }
    Ok(crates)
}

fn sdk_crate(package: &Package) -> Option<Outcome<SdkCrate>> {
    let table = package.metadata.get("codegen")?;
    let dir = package.manifest_path.parent()?.as_std_path().to_owned();
    let Settings { model, reading, options, documented } = match manifest::settings(table, package.name.as_str()) {
        Ok(read) => read,
        Err(problem) => {
            let place = format!("[package.metadata.codegen] in {}", package.manifest_path);
            return Some(Err(Failure::Refused(format!("{place} {problem}"))));
        }
    };
    let model = dir.join(model);
    // Shown to people: `…/wickr-sdk/../model/wickr.json` is harder to read than where it leads.
    let model = model.canonicalize().unwrap_or(model);
    let dependency = reading.dependency.iter().map(|path| dir.join(path)).collect();
    let reading = Reading { dependency, ..reading };
    let runtime = package.dependencies.iter().filter(|dependency| dependency.name == "sdk-runtime");
    let runtime_features = runtime.flat_map(|dependency| dependency.features.clone()).collect();
    let version = package.version.to_string();
    Some(Ok(SdkCrate { options, dir, model, reading, runtime_features, documented, version }))
}

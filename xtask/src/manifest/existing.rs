//! A manifest that is there already.

use crate::files::{Folder, Found};
use crate::outcome::{Failure, Outcome};
use cargo_metadata::{MetadataCommand, Package};
use codegen::GeneratedCrate;
use std::path::PathBuf;

/// A manifest that is there already.
pub(crate) struct Existing {
    path: PathBuf,
    /// What it calls its package.
    pub name: Option<String>,
}

/// The manifest in a folder, if it has one.
pub(crate) fn existing(folder: &Folder) -> Outcome<Option<Existing>> {
    let path = folder.path().join("Cargo.toml");
    let text = match folder.look("Cargo.toml")? {
        Found::Absent => return Ok(None),
        Found::Generated(text) | Found::Written(text) => text,
        Found::Link | Found::NoFile => {
            return Err(Failure::Refused(format!("{} is no file of this folder's: remove it", path.display())));
        }
    };
    Ok(Some(Existing { path, name: package_name(&text) }))
}

impl Existing {
    /// What it lacks of what the generated code needs, each to go on from its path.
    pub(crate) fn lacks(&self, generated: &GeneratedCrate) -> Vec<String> {
        let found = MetadataCommand::new().no_deps().manifest_path(&self.path).exec().ok();
        let package =
            found.and_then(|found| found.packages.into_iter().find(|package| package.manifest_path == self.path));
        match package {
            Some(package) => lacking(&package, generated),
            // Cargo doesn't tell of a crate that its workspace doesn't know yet.
            None => generated.runtime_features.iter().map(|feature| needs_feature(feature)).collect(),
        }
    }
}

fn lacking(package: &Package, generated: &GeneratedCrate) -> Vec<String> {
    let mut lacks = Vec::new();
    let of_aws = (!generated.is_plain).then_some("aws-types");
    for name in of_aws.into_iter().chain(["sdk-runtime"]) {
        if !package.dependencies.iter().any(|dependency| dependency.name == name) {
            lacks.push(format!("needs the dependency `{name}`"));
        }
    }
    for feature in &generated.runtime_features {
        let mut runtimes = package.dependencies.iter().filter(|dependency| dependency.name == "sdk-runtime");
        if !runtimes.any(|runtime| runtime.features.iter().any(|enabled| enabled == feature)) {
            lacks.push(needs_feature(feature));
        }
    }
    for feature in ["blocking", "test-util"] {
        if !package.features.contains_key(feature) {
            lacks.push(format!("needs the feature `{feature} = [\"sdk-runtime/{feature}\"]`"));
        }
    }
    lacks
}

fn needs_feature(feature: &str) -> String {
    format!("needs `{feature}` among the features of sdk-runtime")
}

/// The `name` in `[package]`.
fn package_name(manifest: &str) -> Option<String> {
    let lines = manifest.lines().map(str::trim).skip_while(|line| *line != "[package]").skip(1);
    let mut of_package = lines.take_while(|line| !line.starts_with('['));
    let value = of_package.find_map(|line| line.strip_prefix("name")?.trim_start().strip_prefix('='))?;
    let quoted = value.trim_start();
    let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    quoted[1..].split_once(quote).map(|(name, _)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::package_name;

    #[test]
    fn a_packages_name_is_read() {
        assert_eq!(package_name("[package]\nname = \"a\"\n").as_deref(), Some("a"));
        assert_eq!(
            package_name("[lib]\nname = \"b\"\n[package]\nversion = \"1\"\nname='a' # b\n").as_deref(),
            Some("a")
        );
        assert_eq!(package_name("[package]\nversion = \"1\"\n[lib]\nname = \"b\"\n"), None);
    }
}

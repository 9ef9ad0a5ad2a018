//! Manifests of generated crates. They are written once: whoever owns the crate edits them from then on.

use crate::Outcome;
use crate::files::{Folder, Found};
use crate::outcome::Failure;
use crate::{cargo, workspace};
use cargo_metadata::{MetadataCommand, Package};
use codegen::{GeneratedCrate, Options};
use std::path::{Component, Path, PathBuf};

/// The features of every generated crate.
const FEATURES: &str = r#"[features]
default = ["ring"]
# TLS by rustls with ring.
ring = ["sdk-runtime/ring"]
# TLS by rustls with AWS-LC, which takes precedence over ring.
aws-lc-rs = ["sdk-runtime/aws-lc-rs"]
# HTTP/2 where the service offers it.
http2 = ["sdk-runtime/http2"]
# Rules and recordings that answer in place of the service, for unit tests.
test-util = ["sdk-runtime/test-util"]
"#;

/// The manifest of a crate of its own, which finds the runtime at `runtime`.
pub fn standalone(package: &str, generated: &GeneratedCrate, runtime: &Path) -> String {
    let path = text(&runtime.to_string_lossy().replace('\\', "/"));
    let features = match list(generated.runtime_features.iter().copied()) {
        Some(features) => format!(", features = {features}"),
        None => String::new(),
    };
    format!(
        r#"[package]
name = "{package}"
version = "0.1.0"
edition = "2024"
publish = false

{FEATURES}
[dependencies]
aws-types = {{ version = "1", default-features = false }}
sdk-runtime = {{ path = {path}, default-features = false{features} }}
"#
    )
}

/// The manifest of a crate of this workspace, from which `cargo xtask codegen` knows what to make, and of what.
pub fn member(options: &Options, model: &str, generated: &GeneratedCrate) -> String {
    let package = &options.package;
    let description = text(&format!("SDK generated from {model}."));
    let runtime = match list(generated.runtime_features.iter().copied()) {
        Some(features) => format!("sdk-runtime = {{ workspace = true, features = {features} }}"),
        None => "sdk-runtime.workspace = true".to_owned(),
    };
    let mut codegen = format!("model = {}\n", text(&format!("../model/{model}")));
    if let Some(service) = &options.service {
        codegen.push_str(&format!("service = {}\n", text(service)));
    }
    if let Some(operations) = list(options.operations.iter().map(String::as_str)) {
        codegen.push_str(&format!("operations = {operations}\n"));
    }
    if options.skip_unsupported {
        codegen.push_str("skip-unsupported = true\n");
    }
    format!(
        r#"[package]
name = "{package}"
description = {description}
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true

[package.metadata.codegen]
{codegen}
{FEATURES}
[dependencies]
aws-types.workspace = true
{runtime}

[lints]
workspace = true
"#
    )
}

/// Where a manifest in `folder` finds the runtime. Relative, so that both can be moved together; absolute where a link is
/// on the way to the folder, because cargo takes `..` from the path as it is written.
pub fn runtime_from(folder: &Folder, named: &Path) -> Outcome<PathBuf> {
    let runtime = Folder::at(&workspace::root().join("runtime"))?.path().to_owned();
    let written = std::path::absolute(named).map_err(Failure::io("find", named))?;
    let relative = (without_parents(&written) == folder.path()).then(|| relative(folder.path(), &runtime));
    Ok(relative.flatten().unwrap_or(runtime))
}

/// The path that leads from one folder to another, if one does.
pub fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    // Without the root in common, they are on different drives.
    let back = (shared > 0).then(|| from.components().skip(shared).map(|_| Component::ParentDir))?;
    Some(back.chain(to.components().skip(shared)).collect())
}

fn without_parents(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

/// A manifest that is there already.
pub struct Existing {
    path: PathBuf,
    /// What it calls its package.
    pub name: Option<String>,
}

/// The manifest in a folder, if it has one.
pub fn existing(folder: &Folder) -> Outcome<Option<Existing>> {
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
    pub fn lacks(&self, generated: &GeneratedCrate) -> Vec<String> {
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
    for name in ["aws-types", "sdk-runtime"] {
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
    if !package.features.contains_key("test-util") {
        lacks.push("needs the feature `test-util = [\"sdk-runtime/test-util\"]`".to_owned());
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

/// The workspace that a folder lies in, by its manifest.
pub fn workspace_above(folder: &Path) -> Option<PathBuf> {
    let has_workspace = |manifest: &PathBuf| {
        let text = std::fs::read_to_string(manifest).unwrap_or_default();
        let mut lines = text.lines().map(str::trim_start);
        lines.any(|line| ["[workspace]", "[workspace."].iter().any(|table| line.starts_with(table)))
    };
    folder.ancestors().skip(1).map(|dir| dir.join("Cargo.toml")).find(has_workspace)
}

/// Whether a folder lies where a workspace builds: a crate there can't be meant as its member.
pub fn is_scratch(folder: &Folder) -> bool {
    let workspace = workspace_above(folder.path());
    let root = workspace.as_deref().and_then(Path::parent);
    root.is_some_and(|root| folder.path().starts_with(root.join("target")))
}

/// What is to be done before cargo takes the crate in a folder, if something is.
pub fn obstacle(folder: &Folder) -> Option<String> {
    let manifest = folder.path().join("Cargo.toml");
    let mut locate = cargo::cargo();
    locate.args(["locate-project", "--workspace", "--manifest-path"]).arg(&manifest);
    let located = locate.output().ok().filter(|located| !located.status.success())?;
    let said = String::from_utf8_lossy(&located.stderr);
    if !said.contains("believes it's in a workspace") {
        return Some(format!("cargo refuses {}: {}", manifest.display(), said.trim()));
    }
    let workspace = workspace_above(folder.path())?;
    let path = relative(workspace.parent()?, folder.path())?.to_string_lossy().replace('\\', "/");
    Some(format!("add {} to `members` in {}", text(&path), workspace.display()))
}

/// A list of strings in TOML; none if it is empty.
fn list<'a>(items: impl Iterator<Item = &'a str>) -> Option<String> {
    let items: Vec<_> = items.map(text).collect();
    (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
}

/// A string in TOML.
fn text(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::{package_name, relative, text};
    use std::path::{Path, PathBuf};

    #[test]
    fn paths_lead_from_one_folder_to_another() {
        let relative = |from, to| relative(Path::new(from), Path::new(to));
        assert_eq!(relative("/a/sqs", "/a/sdk/runtime"), Some(PathBuf::from("../sdk/runtime")));
        assert_eq!(relative("/x", "/a/runtime"), Some(PathBuf::from("../a/runtime")));
        assert_eq!(relative("/a", "/a/runtime"), Some(PathBuf::from("runtime")));
    }

    #[test]
    fn a_packages_name_is_read() {
        assert_eq!(package_name("[package]\nname = \"a\"\n").as_deref(), Some("a"));
        assert_eq!(
            package_name("[lib]\nname = \"b\"\n[package]\nversion = \"1\"\nname='a' # b\n").as_deref(),
            Some("a")
        );
        assert_eq!(package_name("[package]\nversion = \"1\"\n[lib]\nname = \"b\"\n"), None);
    }

    #[test]
    fn strings_are_quoted() {
        assert_eq!(text("a\"b\\c\nd"), r#""a\"b\\c\u000ad""#);
    }
}

//! The workspace around a crate.

use super::path::relative;
use super::toml::text;
use crate::cargo::cargo;
use crate::files::{Folder, Found};
use crate::outcome::{Failure, Outcome};
use std::path::{Path, PathBuf};

/// The workspace's manifest, and how it reads with one member more: every other byte stays as it is.
pub(crate) fn with_member(root: &Folder, package: &str) -> Outcome<(String, String)> {
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

/// The workspace that a folder lies in, by its manifest.
fn above(folder: &Path) -> Option<PathBuf> {
    let has_workspace = |manifest: &PathBuf| {
        let text = std::fs::read_to_string(manifest).unwrap_or_default();
        let mut lines = text.lines().map(str::trim_start);
        lines.any(|line| ["[workspace]", "[workspace."].iter().any(|table| line.starts_with(table)))
    };
    folder.ancestors().skip(1).map(|dir| dir.join("Cargo.toml")).find(has_workspace)
}

/// Whether a folder lies where a workspace builds: a crate there can't be meant as its member.
pub(super) fn is_scratch(folder: &Folder) -> bool {
    let workspace = above(folder.path());
    let root = workspace.as_deref().and_then(Path::parent);
    root.is_some_and(|root| folder.path().starts_with(root.join("target")))
}

/// What is to be done before cargo takes the crate in a folder, if something is.
pub(crate) fn obstacle(folder: &Folder) -> Option<String> {
    let manifest = folder.path().join("Cargo.toml");
    let mut locate = cargo();
    locate.args(["locate-project", "--workspace", "--manifest-path"]).arg(&manifest);
    let located = locate.output().ok().filter(|located| !located.status.success())?;
    let said = String::from_utf8_lossy(&located.stderr);
    if !said.contains("believes it's in a workspace") {
        return Some(format!("cargo refuses {}: {}", manifest.display(), said.trim()));
    }
    let workspace = above(folder.path())?;
    let path = relative(workspace.parent()?, folder.path())?.to_string_lossy().replace('\\', "/");
    Some(format!("add {} to `members` in {}", text(&path), workspace.display()))
}

//! The crates that a workspace publishes: those whose manifests don't say `publish = false`.
//!
//! In: what cargo says of the workspace. Out: their packages, each behind those that it needs.

use crate::outcome::{Failure, Outcome};
use crate::workspace;
use cargo_metadata::{Dependency, DependencyKind, Metadata, Package};
use std::path::PathBuf;

/// A workspace, as far as a release asks.
pub(super) struct Workspace {
    pub root: PathBuf,
    /// Where cargo builds, and puts packages.
    pub target: PathBuf,
    /// The published crates, each behind those that it needs.
    pub published: Vec<Package>,
}

impl Workspace {
    /// The workspace that the command runs in.
    pub(super) fn here() -> Outcome<Self> {
        Self::of(workspace::metadata()?)
    }

    fn of(metadata: Metadata) -> Outcome<Self> {
        // Metadata says an empty list of registries for `publish = false`.
        let is_published = |package: &Package| package.publish.as_ref().is_none_or(|places| !places.is_empty());
        let published: Vec<Package> = metadata.packages.into_iter().filter(is_published).collect();
        if published.is_empty() {
            let problem = "no crate of this workspace is published";
            return Err(Failure::Refused(format!(
                "{problem}: write `publish = true` into the manifest of one that is"
            )));
        }
        Ok(Workspace {
            root: metadata.workspace_root.into_std_path_buf(),
            target: metadata.target_directory.into_std_path_buf(),
            published: in_order(published)?,
        })
    }
}

/// What a package needs of the workspace wherever it is built. What its tests need is left out by cargo.
pub(super) fn needs(package: &Package) -> impl Iterator<Item = &Dependency> {
    let is_needed =
        |dependency: &&Dependency| dependency.path.is_some() && dependency.kind != DependencyKind::Development;
    package.dependencies.iter().filter(is_needed)
}

/// Packages, each behind those that it needs, by name where the order doesn't matter.
fn in_order(mut left: Vec<Package>) -> Outcome<Vec<Package>> {
    left.sort_by(|a, b| a.name.cmp(&b.name));
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let waits = |package: &Package| needs(package).any(|need| left.iter().any(|other| *other.name == need.name));
        let Some(next) = left.iter().position(|package| !waits(package)) else {
            let names: Vec<_> = left.iter().map(|package| package.name.as_str()).collect();
            let problem = format!("{} need each other in a circle", names.join(", "));
            return Err(Failure::Refused(format!("{problem}, and cargo publishes none of them: break it")));
        };
        ordered.push(left.remove(next));
    }
    Ok(ordered)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// What cargo says of a published package that needs others of the workspace: name, requirement, and for what.
    pub(in super::super) fn package(name: &str, version: &str, needs: &[(&str, &str, Option<&str>)]) -> Value {
        let needs = needs.iter().map(|(name, requirement, kind)| {
            json!({"name": name, "req": requirement, "kind": kind, "path": format!("/w/{name}"), "source": null,
                "optional": false, "uses_default_features": true, "features": [], "target": null, "rename": null,
                "registry": null})
        });
        json!({"name": name, "version": version, "id": format!("path+file:///w/{name}#{version}"), "source": null,
            "dependencies": needs.collect::<Vec<_>>(), "targets": [], "manifest_path": format!("/w/{name}/Cargo.toml"),
            "features": {"test-util": [], "other": []}, "publish": null, "edition": "2024", "description": "It is one.",
            "license": "Apache-2.0", "readme": "README.md"})
    }

    fn metadata(packages: &[Value]) -> Metadata {
        let metadata = json!({"packages": packages, "workspace_members": [], "workspace_root": "/w",
            "target_directory": "/w/target", "version": 1, "resolve": null});
        serde_json::from_value(metadata).expect("it is what cargo says")
    }

    pub(in super::super) fn workspace(packages: &[Value]) -> Workspace {
        Workspace::of(metadata(packages)).unwrap_or_else(|failure| panic!("{failure:?}"))
    }

    fn names(workspace: &Workspace) -> Vec<&str> {
        workspace.published.iter().map(|package| package.name.as_str()).collect()
    }

    #[test]
    fn a_crate_comes_behind_those_that_it_needs() {
        let packages = [
            package("a", "0.1.0", &[("c", "^0.1.0", None)]),
            package("b", "0.1.0", &[("a", "^0.1.0", Some("build"))]),
            package("c", "0.1.0", &[]),
        ];
        assert_eq!(names(&workspace(&packages)), ["c", "a", "b"]);
    }

    #[test]
    fn what_tests_need_makes_no_order() {
        let packages =
            [package("a", "0.1.0", &[("b", "*", Some("dev"))]), package("b", "0.1.0", &[("a", "^0.1.0", None)])];
        assert_eq!(names(&workspace(&packages)), ["a", "b"]);
    }

    #[test]
    fn a_crate_that_says_so_is_not_published() {
        let mut kept = package("a", "0.1.0", &[]);
        kept["publish"] = json!([]);
        assert_eq!(names(&workspace(&[kept.clone(), package("b", "0.1.0", &[])])), ["b"]);
        assert!(matches!(Workspace::of(metadata(&[kept])), Err(Failure::Refused(why)) if why.contains("no crate")));
    }

    #[test]
    fn a_circle_is_refused() {
        let circle = [package("a", "0.1.0", &[("b", "*", None)]), package("b", "0.1.0", &[("a", "*", None)])];
        assert!(matches!(Workspace::of(metadata(&circle)), Err(Failure::Refused(why)) if why.starts_with("a, b need")));
    }
}

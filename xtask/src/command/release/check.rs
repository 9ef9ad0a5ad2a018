//! What has to be right before a package is made.
//!
//! In: the published crates and their folders. Out: the day of each one's entry in its changelog, or all that is wrong, each
//! with what to do.

use super::published::{Workspace, needs};
use crate::command::changelog;
use crate::outcome::{Failure, Outcome};
use cargo_metadata::Package;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that stand beside each manifest, and in each package.
pub(super) const FILES: [&str; 3] = ["CHANGELOG.md", "LICENSE", "README.md"];

/// Checks all of them: the day that each one's changelog gives its version; none where it says `Unreleased`.
pub(super) fn all(workspace: &Workspace) -> Outcome<Vec<Option<String>>> {
    let (mut days, mut problems) = (Vec::new(), Vec::new());
    for package in &workspace.published {
        problems.extend(of_manifest(package, &workspace.published));
        problems.extend(of_licence(package, &workspace.root));
        match day(package) {
            Ok(day) => days.push(day),
            Err(problem) => problems.push(problem),
        }
        if !folder(package).join("README.md").is_file() {
            problems.push(format!("{} has no README.md: write one, which its page shows", package.name));
        }
    }
    match problems.is_empty() {
        true => Ok(days),
        false => Err(Failure::Refused(problems.join("\n       "))),
    }
}

/// The folder of a package's manifest.
pub(super) fn folder(package: &Package) -> PathBuf {
    package.manifest_path.parent().map(|folder| folder.as_std_path().to_owned()).unwrap_or_default()
}

/// What is wrong with what a manifest says.
fn of_manifest(package: &Package, published: &[Package]) -> Vec<String> {
    let name = &package.name;
    let mut problems = Vec::new();
    for (key, is_there) in [("description", package.description.is_some()), ("license", package.license.is_some())] {
        if !is_there {
            problems
                .push(format!("{name} has no `{key}`, without which nothing is published: add it to its Cargo.toml"));
        }
    }
    for need in needs(package) {
        let needed = &need.name;
        let Some(found) = published.iter().find(|other| *other.name == *needed) else {
            problems.push(format!("{name} needs {needed}, which isn't published: publish it, or do without it"));
            continue;
        };
        let (version, requirement) = (&found.version, need.req.to_string());
        if requirement != format!("^{version}") {
            let problem = format!("{name} asks for {needed} {requirement}, which is {version} now");
            problems.push(format!("{problem}: write `version = \"{version}\"` beside its `path`"));
        }
    }
    problems
}

/// What is wrong with the licence's text.
fn of_licence(package: &Package, root: &Path) -> Option<String> {
    let [whole, own] = [root, &folder(package)].map(|folder| fs::read(folder.join("LICENSE")).ok());
    let copy = format!("copy the workspace's to {}", folder(package).join("LICENSE").display());
    match own {
        None => Some(format!("{} has no LICENSE, which its package needs: {copy}", package.name)),
        own if own != whole => Some(format!("the LICENSE of {} isn't the workspace's: {copy}", package.name)),
        _ => None,
    }
}

/// The day that the changelog gives the version; none where it says `Unreleased`.
fn day(package: &Package) -> Result<Option<String>, String> {
    let path = folder(package).join("CHANGELOG.md");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let version = package.version.to_string();
    let Some(rest) = changelog::heading(&text, &version) else {
        let remedy = "write it, or for a generated crate run `cargo xtask changelog --write`";
        return Err(format!("{} has no entry `## [{version}]`: {remedy}", path.display()));
    };
    Ok(Some(rest.trim_start_matches([' ', '-']).to_owned()).filter(|day| changelog::is_day(day)))
}

#[cfg(test)]
mod tests {
    use super::super::published::tests::{package, workspace};
    use super::*;

    /// A workspace in a folder of its own, with two crates that are ready.
    fn ready(name: &str) -> Workspace {
        let root = std::env::temp_dir().join(format!("xtask-check-{name}-{}", std::process::id()));
        let packages = ["base", "sdk"].map(|name| {
            let needs: &[_] = if name == "sdk" { &[("base", "^0.1.0", None)] } else { &[] };
            let mut package = package(name, "0.1.0", needs);
            package["manifest_path"] = root.join(name).join("Cargo.toml").display().to_string().into();
            package
        });
        let workspace = Workspace { root, ..workspace(&packages) };
        for name in ["base", "sdk"] {
            let folder = workspace.root.join(name);
            fs::create_dir_all(&folder).expect("it can be made");
            for (file, text) in FILES.iter().zip(["# Changelog\n\n## [0.1.0] - 2026-11-28\n", "Text.", "# One\n"]) {
                fs::write(folder.join(file), text).expect("it can be written");
            }
        }
        fs::write(workspace.root.join("LICENSE"), "Text.").expect("it can be written");
        workspace
    }

    /// What is said of a workspace in which something was changed; its folder goes.
    fn said(name: &str, change: impl FnOnce(&mut Workspace)) -> Result<Vec<Option<String>>, String> {
        let mut workspace = ready(name);
        change(&mut workspace);
        let checked = all(&workspace);
        fs::remove_dir_all(&workspace.root).expect("it is there");
        checked.map_err(|failure| match failure {
            Failure::Refused(why) => why,
            other => panic!("{other:?}"),
        })
    }

    fn write(workspace: &Workspace, path: &str, text: &str) {
        fs::write(workspace.root.join(path), text).expect("it can be written");
    }

    fn remove(workspace: &Workspace, path: &str) {
        fs::remove_file(workspace.root.join(path)).expect("it is there");
    }

    #[test]
    fn crates_that_are_ready_have_a_day() {
        let day = Some("2026-11-28".to_owned());
        assert_eq!(said("ready", |_| {}), Ok(vec![day.clone(), day.clone()]));
        let undated = said("undated", |it| write(it, "sdk/CHANGELOG.md", "## [0.1.0] - Unreleased\n"));
        assert_eq!(undated, Ok(vec![day, None]));
    }

    #[test]
    fn what_a_package_would_lack_is_said() {
        let lacks = |name, change: fn(&mut Workspace), expected: &str| {
            let why = said(name, change).expect_err("something is wrong");
            assert!(why.contains(expected) && !why.contains('\n'), "{why}");
        };
        lacks("entry", |it| write(it, "sdk/CHANGELOG.md", "## [0.1.1]\n## [Unreleased]\n"), "no entry `## [0.1.0]`");
        lacks("changelog", |it| remove(it, "base/CHANGELOG.md"), "no entry `## [0.1.0]`");
        lacks("licence", |it| remove(it, "sdk/LICENSE"), "sdk has no LICENSE");
        lacks("other", |it| write(it, "sdk/LICENSE", "Other."), "the LICENSE of sdk isn't the workspace's");
        lacks("readme", |it| remove(it, "sdk/README.md"), "sdk has no README.md");
        lacks("description", |it| it.published[0].description = None, "base has no `description`");
        lacks("named", |it| it.published[0].license = None, "base has no `license`");
    }

    #[test]
    fn a_crate_asks_for_the_version_of_now() {
        let older = |it: &mut Workspace| {
            it.published[0].version = "0.1.1".parse().expect("a version");
            write(it, "base/CHANGELOG.md", "## [0.1.1]\n");
        };
        let why = said("older", older).expect_err("sdk asks for 0.1.0");
        assert_eq!(why, "sdk asks for base ^0.1.0, which is 0.1.1 now: write `version = \"0.1.1\"` beside its `path`");
        let why = said("unpublished", |it| drop(it.published.remove(0))).expect_err("base isn't published");
        assert_eq!(why, "sdk needs base, which isn't published: publish it, or do without it");
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let both = said("both", |it| {
            remove(it, "base/LICENSE");
            remove(it, "sdk/README.md");
        });
        assert_eq!(both.expect_err("two are wrong").lines().count(), 2);
    }
}

//! The packages: made by cargo, unpacked, looked at.
//!
//! In: the published crates. Out: for each a folder `packages/NAME-VERSION` with what its package holds, and how much that is.
//! Cargo makes all in one go, so that each finds the others, of which none has to be published yet.

use super::check::FILES;
use super::published::Workspace;
use crate::cargo::{cargo, finish};
use crate::outcome::{Failure, Outcome};
use crate::report;
use cargo_metadata::Package;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a package has.
pub(super) struct Packed {
    pub files: usize,
    /// Of the packed file.
    pub bytes: u64,
}

/// Makes the packages, and unpacks them below `place`, in the order of the crates.
pub(super) fn all(workspace: &Workspace, place: &Path, allow_dirty: bool) -> Outcome<Vec<Packed>> {
    report::doing("Packaging", "the published crates");
    let mut package = cargo();
    // The program builds them afterwards.
    package.args(["package", "--quiet", "--no-verify"]).current_dir(&workspace.root);
    package.args(allow_dirty.then_some("--allow-dirty"));
    package.args(workspace.published.iter().flat_map(|package| ["--package", package.name.as_str()]));
    finish(&mut package)?;
    let packages = place.join("packages");
    fs::create_dir_all(&packages).map_err(Failure::io("make", &packages))?;
    workspace.published.iter().map(|package| unpacked(package, &workspace.target, &packages)).collect()
}

/// The folder of a package among the unpacked ones.
pub(super) fn folder(package: &Package, place: &Path) -> PathBuf {
    place.join("packages").join(label(package))
}

/// What a package and its folder are called.
fn label(package: &Package) -> String {
    format!("{}-{}", package.name, package.version)
}

fn unpacked(package: &Package, target: &Path, packages: &Path) -> Outcome<Packed> {
    let file = target.join("package").join(format!("{}.crate", label(package)));
    let packed = fs::File::open(&file).map_err(Failure::io("read", &file))?;
    let bytes = packed.metadata().map_err(Failure::io("read", &file))?.len();
    // There is one on Linux, macOS and Windows. A path with a drive's letter would be another machine's file to some.
    finish(Command::new("tar").args(["-xzf", "-"]).stdin(packed).current_dir(packages))?;
    let folder = packages.join(label(package));
    for wanted in FILES.into_iter().chain(["Cargo.toml", "src/lib.rs"]) {
        if !folder.join(wanted).is_file() {
            let problem = format!("the package {} lacks {wanted}", label(package));
            return Err(Failure::Refused(format!("{problem}: add it to `include` in {}", package.manifest_path)));
        }
    }
    Ok(Packed { files: count(&folder)?, bytes })
}

/// How many files a folder has, and those within.
fn count(folder: &Path) -> Outcome<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder).map_err(Failure::io("list", folder))? {
        let path = entry.map_err(Failure::io("list", folder))?.path();
        files += if path.is_dir() { count(&path)? } else { 1 };
    }
    Ok(files)
}

//! Workspaces of generated crates, written and built by a test.

use crate::cargo::write;
use crate::{read, workspace};
use codegen::GeneratedCrate;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A workspace in the making. What an earlier run left in its folder, and this one doesn't write, is removed at the end.
#[derive(Debug)]
pub struct Scratch {
    root: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl Scratch {
    /// A workspace in this folder. Its lints deny what the workspace's warn about.
    pub fn new(root: PathBuf) -> Self {
        let mut scratch = Scratch { root, written: BTreeSet::new() };
        scratch.put("Cargo.toml", &workspace_manifest());
        scratch
    }

    /// Writes a file.
    pub fn put(&mut self, path: impl AsRef<Path>, text: &str) {
        let path = self.root.join(path);
        write(&path, text);
        self.written.insert(path);
    }

    /// Writes a generated crate into a folder, with a manifest.
    pub fn put_crate(&mut self, folder: &str, package: &str, generated: &GeneratedCrate) {
        let folder = Path::new(folder);
        self.put(folder.join("Cargo.toml"), &manifest(package, generated));
        for (path, text) in &generated.files {
            self.put(folder.join(path), text);
        }
    }

    /// Ends the writing, and says where the workspace is.
    pub fn finish(mut self) -> PathBuf {
        // The same versions of everything as the workspace's, so that nothing is built twice or fetched twice.
        let lock = self.root.join("Cargo.lock");
        fs::write(&lock, read("Cargo.lock")).expect("the scratch workspace can be written");
        self.written.insert(lock);
        remove_others(&self.root, &self.written);
        self.root
    }
}

fn workspace_manifest() -> String {
    let versions = read("Cargo.toml");
    let version = |name: &str| {
        let line = versions.lines().find(|line| line.starts_with(&format!("{name} = ")));
        line.unwrap_or_else(|| panic!("the workspace depends on {name}")).to_owned()
    };
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n\n[workspace.dependencies]\n{}\n\
         sdk-runtime = {{ path = {:?} }}\n\n\
         [workspace.lints.rust]\nunsafe_code = \"forbid\"\nwarnings = \"deny\"\nmissing_docs = \"deny\"\n",
        version("aws-types"),
        workspace().join("runtime"),
    )
}

fn manifest(package: &str, generated: &GeneratedCrate) -> String {
    let features: Vec<_> = generated.runtime_features.iter().map(|feature| format!("{feature:?}")).collect();
    let features = features.join(", ");
    format!(
        "[package]\nname = {package:?}\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [features]\ndefault = [\"blocking\", \"test-util\"]\n\
         blocking = [\"sdk-runtime/blocking\"]\ntest-util = [\"sdk-runtime/test-util\"]\n\n\
         [dependencies]\naws-types.workspace = true\nsdk-runtime = {{ workspace = true, features = [{features}] }}\n\n[lints]\nworkspace = true\n"
    )
}

fn remove_others(dir: &Path, expected: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            remove_others(&path, expected);
            // Fails, as it should, while something is in it.
            let _ = fs::remove_dir(&path);
        } else if !expected.contains(&path) {
            fs::remove_file(&path).expect("the scratch workspace can be written");
        }
    }
}

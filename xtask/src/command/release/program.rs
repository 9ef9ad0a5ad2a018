//! The program that has the packages and nothing else of the workspace.
//!
//! In: the unpacked packages, and the program's text, `tests/packages/main.rs`. Out: the program, built in a folder of its
//! own, has run to a good end. It asks for each crate by its version, as a user's does; only where that is found is patched.

use super::package::folder;
use super::published::Workspace;
use crate::cargo::Program;
use crate::manifest::quoted;
use crate::outcome::{Failure, Outcome};
use crate::report;
use std::fs;
use std::path::Path;

/// Where the workspace has the program.
const SOURCE: &str = "tests/packages/main.rs";

/// Features that the program makes use of, where a crate has them.
const FEATURES: [&str; 2] = ["blocking", "test-util"];

/// Writes the program beside the packages, builds it and runs it.
pub(super) fn run(workspace: &Workspace, place: &Path) -> Outcome {
    let source = workspace.root.join(SOURCE);
    let text = fs::read_to_string(&source).map_err(Failure::io("read", &source))?;
    let dir = place.join("program");
    let write = |name: &str, text: &str| {
        let path = dir.join(name);
        fs::write(&path, text).map_err(Failure::io("write", &path))
    };
    fs::create_dir_all(&dir).map_err(Failure::io("make", &dir))?;
    write("main.rs", &text)?;
    write("Cargo.toml", &manifest(workspace, place))?;
    // The versions of everything else are those that the workspace is tested with.
    let lock = workspace.root.join("Cargo.lock");
    write("Cargo.lock", &fs::read_to_string(&lock).map_err(Failure::io("read", &lock))?)?;
    let program = Program::new("a program with the packages alone", &[]);
    program.of(dir, workspace.target.join("packages")).run(&[""; 0])?;
    report::step("built", &format!("{SOURCE} with the packages alone, and run"));
    Ok(())
}

/// Its manifest: the published crates by version, and where those are.
fn manifest(workspace: &Workspace, place: &Path) -> String {
    let (mut dependencies, mut patches) = (String::new(), String::new());
    for package in &workspace.published {
        let (name, version) = (&package.name, &package.version);
        let features = FEATURES.iter().filter(|feature| package.features.contains_key(**feature));
        let features: Vec<_> = features.map(|feature| quoted(feature)).collect();
        dependencies += &format!("{name} = {{ version = \"={version}\", features = [{}] }}\n", features.join(", "));
        let path = folder(package, place).to_string_lossy().replace('\\', "/");
        patches += &format!("{name} = {{ path = {} }}\n", quoted(&path));
    }
    format!(
        r#"[package]
name = "packages"
version = "0.0.0"
edition = "2024"
publish = false

[[bin]]
name = "packages"
path = "main.rs"

[dependencies]
{dependencies}
[patch.crates-io]
{patches}
[profile.dev]
debug = "line-tables-only"

[workspace]
"#
    )
}

#[cfg(test)]
mod tests {
    use super::super::published::tests::{package, workspace};
    use super::*;

    #[test]
    fn the_program_asks_for_versions_and_finds_packages() {
        let text = manifest(&workspace(&[package("an-sdk", "0.2.0", &[])]), Path::new("/tmp/a \"b\""));
        for expected in [
            "[dependencies]\nan-sdk = { version = \"=0.2.0\", features = [\"test-util\"] }\n",
            "[patch.crates-io]\nan-sdk = { path = \"/tmp/a \\\"b\\\"/packages/an-sdk-0.2.0\" }\n",
            "\n[workspace]\n",
        ] {
            assert!(text.contains(expected), "{text}");
        }
    }
}

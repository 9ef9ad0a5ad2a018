//! A generated crate and the folder that it stands in: what differs, and what has to change.

use crate::files::{Batch, Folder, Found, Over};
use crate::outcome::{Failure, Outcome};
use codegen::GeneratedCrate;
use codegen::HEADER;
use std::path::{Path, PathBuf};

/// What stands in a generated file's place, or beside the generated files.
pub(crate) enum State {
    Same,
    Missing,
    Stale(String),
    /// A generated file that the model doesn't make.
    Surplus,
    /// A file that nobody generated, or a link.
    Foreign,
}

/// The state of each generated file, and of each other that stands in the crate's `src`.
pub(crate) fn compare(folder: &Folder, generated: &GeneratedCrate) -> Outcome<Vec<(PathBuf, State)>> {
    let mut states = Vec::new();
    for (path, text) in &generated.files {
        let state = match folder.look(path)? {
            Found::Absent => State::Missing,
            Found::Generated(found) if found == *text => State::Same,
            Found::Generated(found) => State::Stale(found),
            Found::Written(_) | Found::Link | Found::NoFile => State::Foreign,
        };
        states.push((path.into(), state));
    }
    for path in folder.files("src")? {
        if !generated.files.contains_key(&slashed(&path)) {
            let is_ours = matches!(folder.look(&path)?, Found::Generated(_));
            states.push((path, if is_ours { State::Surplus } else { State::Foreign }));
        }
    }
    Ok(states)
}

/// Adds to a batch what makes a folder hold the generated files and no other generated ones: how many files that changes.
/// Files that nobody generated are left where they are, and named in the answer.
pub(crate) fn plan(batch: &mut Batch, folder: &Folder, generated: &GeneratedCrate) -> Outcome<(usize, Vec<PathBuf>)> {
    let before = batch.len();
    batch.folder(folder);
    for (path, text) in &generated.files {
        batch.put(path, text, Over::Generated)?;
    }
    let mut left = Vec::new();
    for (path, state) in compare(folder, generated)? {
        match state {
            State::Surplus => batch.remove(&path),
            State::Foreign if !generated.files.contains_key(&slashed(&path)) => left.push(folder.path().join(path)),
            _ => {}
        }
    }
    Ok((batch.len() - before, left))
}

/// Whether a folder holds a generated crate.
pub(crate) fn is_generated(folder: &Folder) -> Outcome<bool> {
    Ok(matches!(folder.look("src/lib.rs")?, Found::Generated(_)))
}

/// Refuses a folder that holds somebody's project.
pub(crate) fn check_free(folder: &Folder) -> Outcome {
    if is_generated(folder)? {
        return Ok(());
    }
    if let Some(project) = folder.project_within()? {
        let problem = format!("{} holds a project, {}", folder.path().display(), project.display());
        return Err(Failure::Refused(format!("{problem}: name a folder of the crate's own with --out")));
    }
    let manifest = folder.look("Cargo.toml")? != Found::Absent;
    let mut files = folder.files("src")?.into_iter();
    let written = files.find_map(|path| match folder.look(&path) {
        Ok(Found::Generated(_)) => None,
        found => Some(found.map(|_| path)),
    });
    let found = if manifest { Some(PathBuf::from("Cargo.toml")) } else { written.transpose()? };
    match found {
        None => Ok(()),
        Some(path) => {
            let at = folder.path().join(path);
            let problem = format!("{} is of a project that isn't generated", at.display());
            let remedy = format!("its `src/lib.rs` doesn't begin with \"{HEADER}\"");
            Err(Failure::Refused(format!("{problem} ({remedy}): name another folder with --out")))
        }
    }
}

/// A path as generated crates have it.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

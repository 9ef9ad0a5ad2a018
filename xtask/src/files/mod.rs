//! Puts files in place: all of a run's, or none. Every command that writes does it here.
//!
//! In: a [`Batch`], which says for each file what is to stand there and what may stand there now. Out: the files, or a
//! reason and everything as it was. The rules:
//!
//! - Nothing is replaced or removed but what begins with the generated header ([`HEADER`]), or is empty. What people
//!   wrote stays.
//! - Everything is looked at before the first write.
//! - New text is written in full beside its target, then renamed: no file is ever half of one.
//! - No link is followed below a batch's folder. The folder itself may be one: it is what the caller named.
//!
//! [`HEADER`]: codegen::HEADER

mod folder;
mod stage;

pub(crate) use folder::{Folder, Found};

use crate::outcome::{Failure, Outcome};
use stage::Stage;
use std::path::PathBuf;

/// What is to be done to one file of a folder.
struct Change {
    /// The file, from its folder.
    path: PathBuf,
    /// Its text; none removes it.
    text: Option<String>,
}

/// What may stand where a file is to be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over<'a> {
    /// What the generator wrote.
    Generated,
    /// Nothing: the file is written by hand from then on.
    Nothing,
    /// Exactly this text, of which the new one is an edit.
    Text(&'a str),
    /// Any file: the folder is a build's own.
    Scratch,
}

/// Changes that are made together.
#[derive(Default)]
pub(crate) struct Batch {
    folders: Vec<(Folder, Vec<Change>)>,
}

impl Batch {
    /// An empty batch.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Begins a folder: what follows is below it. Folders are written in the order in which they begin, each once.
    pub(crate) fn folder(&mut self, folder: &Folder) {
        debug_assert!(self.folders.iter().all(|(other, _)| other != folder), "a folder's changes are made together");
        self.folders.push((folder.clone(), Vec::new()));
    }

    /// Puts a file, if what stands in its place may go. One that has the text already is left alone.
    pub(crate) fn put(&mut self, path: &str, text: &str, over: Over<'_>) -> Outcome {
        let Some((folder, changes)) = self.folders.last_mut() else { return Ok(()) };
        let at = folder.path().join(path);
        let refused = |why: &str| Err(Failure::Refused(format!("{} {why}", at.display())));
        match (folder.look(path)?, over) {
            (Found::Generated(found) | Found::Written(found), _) if found == text => return Ok(()),
            (Found::Link, _) => return refused("is a link or lies behind one, and links are not followed: remove it"),
            (Found::NoFile, _) => return refused("is in the way: it is no file; move it elsewhere"),
            (Found::Absent, Over::Text(_)) => return refused("is gone: run the command again"),
            (Found::Absent | Found::Generated(_), Over::Generated) | (_, Over::Scratch) | (Found::Absent, _) => {}
            // Cargo wants a `lib.rs` before it knows a crate; an empty one loses nothing.
            (Found::Written(found), Over::Generated) if found.trim().is_empty() => {}
            (_, Over::Generated) => {
                return refused("isn't generated (it lacks the header) and would be replaced: move it elsewhere");
            }
            (_, Over::Nothing) => return refused("is there already: choose another name, or remove it"),
            (Found::Generated(found) | Found::Written(found), Over::Text(before)) if found == before => {}
            (_, Over::Text(_)) => return refused("was changed meanwhile: run the command again"),
        }
        changes.push(Change { path: path.into(), text: Some(text.to_owned()) });
        Ok(())
    }

    /// Removes a file that the generator wrote.
    pub(crate) fn remove(&mut self, path: &std::path::Path) {
        if let Some((_, changes)) = self.folders.last_mut() {
            changes.push(Change { path: path.to_owned(), text: None });
        }
    }

    /// How many files it changes.
    pub(crate) fn len(&self) -> usize {
        self.folders.iter().map(|(_, changes)| changes.len()).sum()
    }

    /// Makes the changes. If one can't be made, those before it are taken back.
    pub(crate) fn write(self) -> Outcome {
        self.write_if(|| Ok(()))
    }

    /// Makes the changes, and keeps them if what they lead to is right.
    pub(crate) fn write_if(self, is_right: impl FnOnce() -> Outcome) -> Outcome {
        let mut stages = Vec::new();
        let folders = self.folders.into_iter().filter(|(_, changes)| !changes.is_empty());
        let mut prepared = folders.map(|(folder, changes)| Stage::prepare(&folder, changes));
        let written = prepared.try_for_each(|stage| stage.map(|stage| stages.push(stage)));
        let committed = written.and_then(|()| stages.iter_mut().try_for_each(Stage::commit));
        match committed.and_then(|()| is_right()) {
            Ok(()) => {
                stages.into_iter().for_each(Stage::keep);
                Ok(())
            }
            Err(cause) => {
                let saved = stages.iter_mut().filter_map(Stage::take_back).last();
                Err(Failure::Unwritten { cause: Box::new(cause), saved })
            }
        }
    }
}

#[cfg(test)]
mod tests;

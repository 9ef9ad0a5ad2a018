//! Where files are to be put, and what stands there.

use crate::outcome::{Failure, Outcome};
use codegen::HEADER;
use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io;
use std::path::{Component, Path, PathBuf};

/// A folder, which may be yet to be made; its path has neither links nor `..`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folder {
    path: PathBuf,
}

/// What stands in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Absent,
    /// A file that begins with the generated header.
    Generated(String),
    /// Any other file; what isn't UTF-8 is shown as well as it can be.
    Written(String),
    /// A link, here or on the way here.
    Link,
    /// A folder, or something on the way that is no folder.
    NoFile,
}

impl Folder {
    /// The folder that a path leads to. Links that the caller names are followed.
    pub(crate) fn at(path: &Path) -> Outcome<Self> {
        let whole = std::path::absolute(path).map_err(Failure::io("find", path))?;
        let mut resolved = PathBuf::new();
        // Whether what `resolved` names is there.
        let mut exists = true;
        for part in whole.components() {
            match part {
                Component::CurDir => {}
                Component::Prefix(_) | Component::RootDir => resolved.push(part),
                Component::ParentDir if !exists => {
                    let problem = format!("{} goes back from a folder that isn't there", path.display());
                    return Err(Failure::Refused(format!("{problem}: leave `..` out of it")));
                }
                // What is there has been resolved, so that this is its parent and not that of a link.
                Component::ParentDir => drop(resolved.pop()),
                part => {
                    resolved.push(part);
                    match resolved.symlink_metadata() {
                        Ok(_) => resolved = resolved.canonicalize().map_err(Failure::io("follow", &resolved))?,
                        Err(error) if error.kind() == io::ErrorKind::NotFound => exists = false,
                        Err(error) => return Err(Failure::io("look at", resolved)(error)),
                    }
                }
            }
        }
        if exists && !resolved.is_dir() {
            return Err(Failure::Refused(format!("{} is no folder: name another", path.display())));
        }
        Ok(Folder { path: resolved })
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What stands at a path below it.
    pub(crate) fn look(&self, path: impl AsRef<Path>) -> Outcome<Found> {
        let mut at = self.path.clone();
        let mut parts = path.as_ref().components().peekable();
        while let Some(part) = parts.next() {
            at.push(part);
            let is_last = parts.peek().is_none();
            match kind(&at)? {
                None => return Ok(Found::Absent),
                Some(kind) if kind.is_symlink() => return Ok(Found::Link),
                Some(kind) if kind.is_dir() != is_last && (kind.is_dir() || kind.is_file()) => {}
                Some(_) => return Ok(Found::NoFile),
            }
        }
        let bytes = fs::read(&at).map_err(Failure::io("read", &at))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(if has_header(&text) { Found::Generated(text) } else { Found::Written(text) })
    }

    /// A folder right below it that has a manifest, if one has.
    pub(crate) fn project_within(&self) -> Outcome<Option<PathBuf>> {
        if kind(&self.path)?.is_none() {
            return Ok(None);
        }
        let mut found = BTreeSet::new();
        for entry in fs::read_dir(&self.path).map_err(Failure::io("list", &self.path))? {
            let path = entry.map_err(Failure::io("list", &self.path))?.path();
            if path.join("Cargo.toml").symlink_metadata().is_ok() {
                found.insert(path);
            }
        }
        Ok(found.pop_first())
    }

    /// Every file and link in a folder below it, and in those within, from here. Links are not followed.
    pub(crate) fn files(&self, below: &str) -> Outcome<BTreeSet<PathBuf>> {
        let mut files = BTreeSet::new();
        let mut open = vec![PathBuf::from(below)];
        while let Some(path) = open.pop() {
            let at = self.path.join(&path);
            match kind(&at)? {
                None => {}
                Some(kind) if kind.is_dir() => {
                    for entry in fs::read_dir(&at).map_err(Failure::io("list", &at))? {
                        open.push(path.join(entry.map_err(Failure::io("list", &at))?.file_name()));
                    }
                }
                Some(_) => drop(files.insert(path)),
            }
        }
        Ok(files)
    }
}

/// What a path names, without following it if it is a link.
fn kind(path: &Path) -> Outcome<Option<FileType>> {
    match path.symlink_metadata() {
        Ok(found) => Ok(Some(found.file_type())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::io("look at", path)(error)),
    }
}

/// Whether a file's first line says that it is generated.
fn has_header(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    ["//", "#"].iter().any(|marker| first.strip_prefix(marker).is_some_and(|rest| rest.trim() == HEADER))
}

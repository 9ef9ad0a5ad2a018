//! Where a model's files are: on disk, or in a commit.

use super::jar::{self, FOLDER, MANIFEST};
use super::{ENDINGS, NO_MODEL, read};
use crate::git;
use crate::outcome::{Failure, Outcome};
use crate::report::relative;
use std::fs::File;
use std::path::{Component, Path, PathBuf};

/// The place.
pub(super) enum Place<'a> {
    /// The disk.
    Disk,
    /// What git has of this revision.
    Commit(&'a str),
}

/// Files, each with what it is called in messages, and its text.
pub(super) type Texts = Vec<(String, String)>;

impl Place<'_> {
    /// The text of a file; none if it isn't there.
    pub(super) fn text(&self, path: &Path) -> Outcome<Option<String>> {
        match self {
            Place::Disk if !path.exists() => Ok(None),
            Place::Disk => File::open(path).and_then(read).map(Some).map_err(Failure::io("read the model", path)),
            Place::Commit(revision) => git::file_at(revision, path),
        }
    }

    /// Whether the path is a folder there.
    pub(super) fn is_folder(&self, path: &Path) -> bool {
        match self {
            Place::Disk => path.is_dir(),
            Place::Commit(revision) => git::is_folder_at(revision, path),
        }
    }

    /// A path as messages have it.
    pub(super) fn name(&self, path: &Path) -> String {
        match self {
            Place::Disk => relative(path),
            Place::Commit(revision) => format!("{revision}:{}", path.display()),
        }
    }

    /// The models of a file, a folder, or an archive; empty if there are none.
    pub(super) fn models(&self, path: &Path) -> Outcome<Texts> {
        // Archives aren't kept in a repository: as they are is all that is known of them.
        if jar::is_jar(path) {
            return jar::models(path);
        }
        match self {
            Place::Disk if path.is_dir() => {
                let mut files = Vec::new();
                super::list(path, &mut files)?;
                let text = |path: &PathBuf| Ok((relative(path), self.read(path)?));
                files.iter().map(text).collect()
            }
            Place::Disk => Ok(vec![(relative(path), self.read(path)?)]),
            Place::Commit(revision) if self.is_folder(path) => {
                let files = git::files_at(revision, path)?.into_iter().filter(|(path, _)| is_file(path));
                Ok(files.map(|(within, text)| (self.name(&path.join(within)), text)).collect())
            }
            Place::Commit(_) => Ok(self.text(path)?.map(|text| (self.name(path), text)).into_iter().collect()),
        }
    }

    /// The models of a package: an archive, or a folder that an archive was unpacked into, whose list counts, or a folder of
    /// models, or one of these.
    pub(super) fn package(&self, path: &Path) -> Outcome<Texts> {
        let list = path.join(MANIFEST);
        if !path.is_dir() || !list.is_file() {
            return self.models(path);
        }
        let folder = path.join(FOLDER);
        let text = |name: &str| {
            let within = Path::new(name);
            if !within.components().all(|part| matches!(part, Component::Normal(_))) {
                let problem = format!("{} lists {name}, which leads out of its folder", list.display());
                return Err(Failure::Refused(format!("{problem}: remove it there")));
            }
            let path = folder.join(within);
            Ok((relative(&path), self.read(&path)?))
        };
        jar::listed(&self.read(&list)?, path)?.into_iter().map(text).collect()
    }

    fn read(&self, path: &Path) -> Outcome<String> {
        File::open(path).and_then(read).map_err(Failure::io("read the model", path))
    }
}

/// Whether a file in a model's folder is part of the model.
pub(super) fn is_file(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) && path.rsplit('/').next() != Some(NO_MODEL)
}

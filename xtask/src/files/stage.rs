//! Changes to one folder: written beside it first, then put in place, and taken back if something fails.
//!
//! Everything temporary lies in one folder within the folder, so that renaming stays on one disk and what a run left
//! that was killed is found by the next.

use super::{Change, Folder};
use crate::outcome::{Failure, Outcome};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The folder of what is temporary.
const STAGE: &str = ".codegen-tmp";

/// Where copies go that could not be put back.
const SAVED: &str = ".codegen-saved";

/// Changes to a folder that have been written, but not put in place.
pub(super) struct Stage {
    root: PathBuf,
    changes: Vec<Change>,
    /// How many of them are in place.
    done: usize,
    /// The folders that had to be made, each after those that it lies in.
    made: Vec<PathBuf>,
    kept: bool,
    /// Held until all is done. The system gives it back for a run that is killed.
    _lock: Option<File>,
}

impl Stage {
    /// Writes the new texts beside the folder's files, and keeps what they replace.
    pub(super) fn prepare(folder: &Folder, changes: Vec<Change>) -> Outcome<Self> {
        let root = folder.path().to_owned();
        let mut stage = Stage { root, changes, done: 0, made: Vec::new(), kept: false, _lock: None };
        let dir = stage.root.join(STAGE);
        stage.make(&dir)?;
        stage._lock = lock(&dir)?;
        // What is there is of a run that was killed. Only copies: what it had put in place is in place.
        for left in ["new", "old"] {
            remove_all(&dir.join(left))?;
        }
        for change in &stage.changes {
            let target = stage.root.join(&change.path);
            if let Some(text) = &change.text {
                let new = stage.aside("new", &change.path);
                beside(&new)?;
                fs::write(&new, text).map_err(Failure::io("write", &target))?;
            }
            if target.symlink_metadata().is_ok() {
                let old = stage.aside("old", &change.path);
                beside(&old)?;
                // Not every file system has links of this kind.
                fs::hard_link(&target, &old)
                    .or_else(|_| fs::copy(&target, &old).map(drop))
                    .map_err(Failure::io("keep", &target))?;
            }
        }
        Ok(stage)
    }

    /// Puts the changes in place.
    pub(super) fn commit(&mut self) -> Outcome {
        while let Some(change) = self.changes.get(self.done) {
            let target = self.root.join(&change.path);
            let new = change.text.is_some().then(|| self.aside("new", &change.path));
            match new {
                Some(new) => {
                    if let Some(dir) = target.parent() {
                        self.make(dir)?;
                    }
                    fs::rename(new, &target).map_err(Failure::io("replace", &target))?;
                }
                None => fs::remove_file(&target).map_err(Failure::io("remove", &target))?,
            }
            self.done += 1;
        }
        Ok(())
    }

    /// Ends with the changes in place, and without the folders that they emptied.
    pub(super) fn keep(mut self) {
        self.kept = true;
        for change in self.changes.iter().filter(|change| change.text.is_none()) {
            let mut dir = change.path.parent();
            // Fails, as it should, where something else is in it.
            while let Some(path) = dir.filter(|path| path.components().count() > 1) {
                let _ = fs::remove_dir(self.root.join(path));
                dir = path.parent();
            }
        }
    }

    /// Where a file's new text, or its old one, lies meanwhile.
    fn aside(&self, what: &str, path: &Path) -> PathBuf {
        self.root.join(STAGE).join(what).join(path)
    }

    /// Makes a folder and those that it lies in.
    fn make(&mut self, dir: &Path) -> Outcome {
        let missing: Vec<_> = dir.ancestors().take_while(|dir| dir.symlink_metadata().is_err()).collect();
        for dir in missing.into_iter().rev() {
            fs::create_dir(dir).map_err(Failure::io("create", dir))?;
            self.made.push(dir.to_owned());
        }
        match dir.symlink_metadata() {
            Ok(found) if found.is_dir() => Ok(()),
            _ => Err(Failure::Refused(format!("{} is in the way: it is no folder; move it elsewhere", dir.display()))),
        }
    }

    /// Takes back what is in place. What was there before is put back by renaming, which a full disk doesn't hinder. Should
    /// it refuse even that: where the copies are kept, which no later run removes.
    pub(super) fn take_back(&mut self) -> Option<PathBuf> {
        let mut failed = false;
        for change in self.changes[..self.done].iter().rev() {
            let (target, old) = (self.root.join(&change.path), self.aside("old", &change.path));
            let back = if old.symlink_metadata().is_ok() { fs::rename(old, target) } else { fs::remove_file(target) };
            failed |= back.is_err();
        }
        self.done = 0;
        let (old, saved) = (self.root.join(STAGE).join("old"), self.root.join(SAVED));
        (failed && fs::rename(old, &saved).is_ok()).then_some(saved)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.kept {
            self.take_back();
        }
        // Another run's, unless it could be locked.
        if self._lock.is_some() {
            let _ = fs::remove_dir_all(self.root.join(STAGE));
        }
        if !self.kept {
            for dir in self.made.iter().rev() {
                let _ = fs::remove_dir(dir);
            }
        }
    }
}

fn beside(path: &Path) -> Outcome {
    path.parent().map_or(Ok(()), |dir| fs::create_dir_all(dir).map_err(Failure::io("create", dir)))
}

fn remove_all(dir: &Path) -> Outcome {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::io("remove", dir)(error)),
        _ => Ok(()),
    }
}

/// Keeps other runs from a folder.
fn lock(dir: &Path) -> Outcome<Option<File>> {
    let path = dir.join("lock");
    if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
        return Err(Failure::Refused(format!("{} is in the way: it is no file; remove it", path.display())));
    }
    let file = File::create(&path).map_err(Failure::io("create", &path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            let problem = format!("another run is writing to {}", dir.parent().unwrap_or(dir).display());
            Err(Failure::Refused(format!("{problem}: wait for it to end")))
        }
        // A file system without locks has to do without.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
    }
}

//! What git knows of the workspace: its tags, and files as they were.
//!
//! Git runs as a program. A folder without it, or without history, is no failure of its own: whoever asks says what to do
//! about it.

use crate::outcome::{Failure, Outcome};
use std::path::Path;
use std::process::Command;

/// The tags whose commits lead to the one that is checked out, and that match a pattern.
pub(crate) fn tags(dir: &Path, pattern: &str) -> Vec<String> {
    let listed = run(dir, &["tag", "--list", pattern, "--merged", "HEAD"]).unwrap_or_default();
    listed.lines().map(str::to_owned).collect()
}

/// Whether the folder lies in a repository that has a commit.
pub(crate) fn has_history(dir: &Path) -> bool {
    run(dir, &["rev-parse", "--verify", "--quiet", "HEAD"]).is_some()
}

/// A file as it was at a revision; none if there was none.
pub(crate) fn file_at(revision: &str, path: &Path) -> Outcome<Option<String>> {
    let refused = |why: String| Failure::Refused(why);
    let dir = path.parent().unwrap_or(path);
    // What begins with a dash would be an option.
    if revision.starts_with('-') || run(dir, &["rev-parse", "--verify", "--quiet", &commit(revision)]).is_none() {
        return Err(refused(format!("git knows no revision `{revision}` here: name a tag, a branch or a commit")));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(run(dir, &["show", &format!("{revision}:./{name}")]))
}

/// The files in a folder, and in those within, as they were at a revision: each with its path in the folder.
pub(crate) fn files_at(revision: &str, folder: &Path) -> Outcome<Vec<(String, String)>> {
    // That there is such a revision is asked the same way.
    file_at(revision, &folder.join("."))?;
    let listed = run(folder, &["ls-tree", "-r", "-z", "--name-only", revision, "./"]).unwrap_or_default();
    let text = |name: &str| Some((name.to_owned(), run(folder, &["show", &format!("{revision}:./{name}")])?));
    Ok(listed.split('\0').filter(|name| !name.is_empty()).filter_map(text).collect())
}

/// Whether a path was a folder at a revision.
pub(crate) fn is_folder_at(revision: &str, path: &Path) -> bool {
    let dir = path.parent().unwrap_or(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    run(dir, &["cat-file", "-t", &format!("{revision}:./{name}")]).is_some_and(|kind| kind.trim() == "tree")
}

/// When a file was last committed, and the first line of what was said: empty if it never was.
pub(crate) fn last_commit(path: &Path) -> String {
    let dir = path.parent().unwrap_or(path);
    let name = path.display().to_string();
    let line = run(dir, &["log", "-1", "--format=%cs %h %s", "--", &name]).unwrap_or_default();
    line.trim().to_owned()
}

/// Whether a file differs from what is committed.
pub(crate) fn is_changed(path: &Path) -> bool {
    let dir = path.parent().unwrap_or(path);
    run(dir, &["status", "--porcelain", "--", &path.display().to_string()])
        .is_some_and(|lines| !lines.trim().is_empty())
}

/// How many files of a repository differ from what is committed; none where there is no repository.
pub(crate) fn changes(dir: &Path) -> Option<usize> {
    Some(run(dir, &["status", "--porcelain"])?.lines().count())
}

fn commit(revision: &str) -> String {
    format!("{revision}^{{commit}}")
}

/// What git says, if it ends well.
fn run(dir: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).current_dir(dir).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

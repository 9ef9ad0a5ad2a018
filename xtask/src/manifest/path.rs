//! The path by which a manifest finds the runtime.

use crate::files::Folder;
use crate::outcome::{Failure, Outcome};
use crate::workspace;
use std::path::{Component, Path, PathBuf};

/// The runtime's folder.
pub(super) fn runtime() -> Outcome<PathBuf> {
    Ok(Folder::at(&workspace::root().join("runtime"))?.path().to_owned())
}

/// Where a manifest in `folder` finds the runtime. Relative, so that both can be moved together; absolute where a link is
/// on the way to the folder, because cargo takes `..` from the path as it is written.
pub(super) fn runtime_from(folder: &Folder, named: &Path) -> Outcome<PathBuf> {
    let runtime = runtime()?;
    let written = std::path::absolute(named).map_err(Failure::io("find", named))?;
    let relative = (without_parents(&written) == folder.path()).then(|| relative(folder.path(), &runtime));
    Ok(relative.flatten().unwrap_or(runtime))
}

/// The path that leads from one folder to another, if one does.
pub(super) fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    // Without the root in common, they are on different drives.
    let back = (shared > 0).then(|| from.components().skip(shared).map(|_| Component::ParentDir))?;
    Some(back.chain(to.components().skip(shared)).collect())
}

fn without_parents(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::relative;
    use std::path::{Path, PathBuf};

    #[test]
    fn paths_lead_from_one_folder_to_another() {
        let relative = |from, to| relative(Path::new(from), Path::new(to));
        assert_eq!(relative("/a/sqs", "/a/sdk/runtime"), Some(PathBuf::from("../sdk/runtime")));
        assert_eq!(relative("/x", "/a/runtime"), Some(PathBuf::from("../a/runtime")));
        assert_eq!(relative("/a", "/a/runtime"), Some(PathBuf::from("runtime")));
    }
}

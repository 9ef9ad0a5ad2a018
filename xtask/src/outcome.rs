//! How a command ends.

use codegen::diagnostic::Problems;
use std::path::PathBuf;

/// What a command, or a part of one, returns.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a command failed: enough for a message that says what happened, where, and what to do.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file or folder can't be read or written.
    Io { what: &'static str, path: PathBuf, error: std::io::Error },
    /// Files can't be written. They are as they were, unless it says where the old ones are.
    Unwritten { cause: Box<Failure>, saved: Option<PathBuf> },
    /// A model is wrong; it may lack packages that its `smithy-build.json` names.
    Model { path: PathBuf, files: Vec<(String, String)>, problems: Problems, lacks: Vec<String> },
    /// Cargo doesn't know the workspace.
    Workspace(String),
    /// What was asked for can't be done as things are.
    Refused(String),
    /// Generated files are not what the models say.
    Outdated { count: usize, first: String },
    /// Models leave items without documentation that their crates promise to have; they have been named.
    Undocumented,
    /// A command that was run failed; it has said why.
    Command,
}

impl Failure {
    /// An I/O failure, for `map_err`.
    pub(crate) fn io(what: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.into();
        move |error| Failure::Io { what, path, error }
    }
}

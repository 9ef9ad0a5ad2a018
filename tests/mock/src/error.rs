//! Why a service doesn't start.

use codegen::diagnostic::Diagnostic;
use std::fmt;
use std::io;

/// Why a service doesn't start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The system gives no port.
    Port(io::Error),
    /// The model can't be served; the text says why, with one line per problem.
    Model(String),
    /// The state to begin with isn't a state; the text says why.
    Seed(String),
    /// No operation of the service has this name, or one that fits this pattern.
    Operation(String),
}

impl StartError {
    pub(crate) fn model(why: impl Into<String>) -> Self {
        Self::Model(why.into())
    }

    pub(crate) fn diagnostics(problems: Vec<Diagnostic>) -> Self {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        Self::Model(lines.join("\n"))
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(error) => write!(f, "cannot listen: {error}"),
            Self::Model(why) => write!(f, "cannot serve the model: {why}"),
            Self::Operation(pattern) => {
                write!(f, "no operation's name matches `{pattern}`; `*` stands for any part of a name")
            }
            Self::Seed(why) => write!(f, "cannot begin with this state: {why}"),
        }
    }
}

impl std::error::Error for StartError {}

impl From<io::Error> for StartError {
    fn from(error: io::Error) -> Self {
        Self::Port(error)
    }
}

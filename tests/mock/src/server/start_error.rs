//! Why a service doesn't start.

use codegen::diagnostic::{Diagnostic, line_and_column};
use std::fmt;
use std::io;

/// Why a service doesn't start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The system doesn't let it listen.
    Port {
        /// The port that was asked for; 0 for any.
        port: u16,
        /// Why.
        error: io::Error,
    },
    /// The model can't be served; the text says why, with one line per problem.
    Model(String),
    /// The state to begin with isn't a state; the text says why.
    Seed(String),
    /// The rate of faults isn't between 0 and 1.
    Faults(f64),
    /// No operation of the service has this name, or one that fits this pattern.
    Operation(String),
}

impl StartError {
    pub(crate) fn model(why: impl Into<String>) -> Self {
        Self::Model(why.into())
    }

    /// Problems of a model, each with where in its text it is.
    pub(crate) fn diagnostics(source: &str, problems: Vec<Diagnostic>) -> Self {
        let line = |problem: &Diagnostic| match problem.span {
            Some(span) => {
                let (line, column) = line_and_column(source, span.start);
                format!("line {line}, column {column}: {problem}")
            }
            None => problem.to_string(),
        };
        let lines: Vec<_> = problems.iter().map(line).collect();
        Self::Model(lines.join("\n"))
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port { port, error } => {
                write!(f, "cannot listen on 127.0.0.1:{port}: {error}; port 0 takes a free one")
            }
            Self::Model(why) => write!(f, "cannot serve the model: {why}"),
            Self::Operation(pattern) => {
                write!(f, "no operation's name matches `{pattern}`; `*` stands for any part of a name")
            }
            Self::Faults(rate) => write!(f, "the rate of faults has to be between 0 and 1: {rate}"),
            Self::Seed(why) => write!(f, "cannot begin with this state: {why}"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Port { error, .. } => Some(error),
            _ => None,
        }
    }
}

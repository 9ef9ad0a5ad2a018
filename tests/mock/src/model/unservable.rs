//! Why a model can't be served.

use super::protocol;
use codegen::diagnostic::{Diagnostic, Sources, line_and_column};
use std::fmt;

/// Why a model can't be served. Its text has one line per problem.
#[derive(Debug)]
pub(crate) enum Unservable {
    /// It isn't a model, or can't be mended: one line per problem, each with where in the text it is.
    Broken(Vec<String>),
    /// It doesn't have one service, but these.
    Services(Vec<String>),
    /// Its service speaks none of the protocols that are served, but these.
    Protocol {
        /// The service.
        service: String,
        /// The protocols that it speaks.
        spoken: Vec<String>,
        /// The one that was asked for.
        asked: Option<String>,
    },
    /// This service has no operation that a request could mean.
    NoOperation(String),
}

impl Unservable {
    /// Problems of the model that these files are.
    pub(super) fn broken(files: &[(&str, &str)], problems: &[Diagnostic]) -> Self {
        let sources = Sources::new(files);
        let line = |problem: &Diagnostic| match problem.span.and_then(|span| sources.file(span.start)) {
            Some((file, byte)) => {
                let (line, column) = line_and_column(file.text, byte);
                // Of one file, everyone knows its name.
                let of = if files.len() > 1 { format!("{}: ", file.name) } else { String::new() };
                format!("{of}line {line}, column {column}: {problem}")
            }
            None => problem.to_string(),
        };
        Self::Broken(problems.iter().map(line).collect())
    }
}

impl fmt::Display for Unservable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(lines) => f.write_str(&lines.join("\n")),
            Self::Services(names) => {
                let found = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
                write!(f, "the model has {} services{found}; it has to have one", names.len())
            }
            Self::Protocol { service, spoken, asked } => {
                let spoken = if spoken.is_empty() { "no protocol".to_owned() } else { spoken.join(", ") };
                if let Some(asked) = asked {
                    write!(f, "the protocol `{asked}` is asked for, and ")?;
                }
                let served: Vec<_> = protocol::ALL.iter().map(|protocol| protocol.id).collect();
                write!(f, "{service} speaks {spoken}; what is served is {}", served.join(", "))
            }
            Self::NoOperation(service) => {
                write!(f, "{service} has no operation, or none with an HTTP binding where its protocol needs one")
            }
        }
    }
}

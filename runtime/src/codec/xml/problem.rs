//! What is wrong with XML that was read, or with a value that XML can't hold.

use std::fmt;

/// What is wrong with XML that was read, or with a value that XML can't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError {
    kind: Kind,
    /// The elements around the problem, as far as they are known: `<zone><name>`.
    path: String,
    problem: String,
}

/// What kind of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It is not XML.
    Syntax,
    /// It is XML that no service sends, or more of it than is read.
    Refused,
    /// It is not what the model says.
    Misfit,
}

impl XmlError {
    pub(crate) fn new(kind: Kind, problem: impl fmt::Display) -> Self {
        Self { kind, path: String::new(), problem: problem.to_string() }
    }

    pub(crate) fn syntax(problem: impl fmt::Display) -> Self {
        Self::new(Kind::Syntax, problem)
    }

    pub(crate) fn refused(problem: impl fmt::Display) -> Self {
        Self::new(Kind::Refused, problem)
    }

    pub(crate) fn misfit(problem: impl fmt::Display) -> Self {
        Self::new(Kind::Misfit, problem)
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// Says within which member the problem is.
    pub(crate) fn within(self, name: &str) -> Self {
        Self { path: format!("<{name}>{}", self.path), ..self }
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = if self.path.is_empty() { "" } else { ": " };
        write!(f, "{}{colon}{}", self.path, self.problem)
    }
}

impl std::error::Error for XmlError {}

/// What codecs find that read from other formats as well: a value that takes too much memory.
impl serde::de::Error for XmlError {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::refused(problem)
    }
}

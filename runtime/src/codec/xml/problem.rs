//! What is wrong with XML that was read, or with a value that XML can't hold.

use std::fmt;

/// What is wrong with XML that was read, or with a value that XML can't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlError(String);

impl XmlError {
    pub(crate) fn new(problem: impl fmt::Display) -> Self {
        Self(problem.to_string())
    }

    /// Says within which member the problem is.
    pub(crate) fn within(self, name: &str) -> Self {
        match self.0.strip_prefix('<').is_some() {
            true => Self(format!("<{name}>{}", self.0)),
            false => Self(format!("<{name}>: {}", self.0)),
        }
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for XmlError {}

impl serde::de::Error for XmlError {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::new(problem)
    }
}

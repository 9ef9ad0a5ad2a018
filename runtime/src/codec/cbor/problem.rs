//! What is wrong with CBOR that was read, or with a value that CBOR can't hold.

use minicbor::{decode, encode};
use std::convert::Infallible;
use std::fmt;

/// What is wrong with CBOR that was read, or with a value that CBOR can't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CborError {
    kind: Kind,
    /// The byte at which reading ended.
    at: Option<usize>,
    problem: String,
}

/// What kind of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It is not CBOR.
    Syntax,
    /// It is CBOR that no service sends.
    Refused,
    /// It is not what the model says, or it can't be written.
    Misfit,
}

impl CborError {
    pub(super) fn new(kind: Kind, problem: impl fmt::Display) -> Self {
        Self { kind, at: None, problem: problem.to_string() }
    }

    pub(super) fn syntax(problem: impl fmt::Display) -> Self {
        Self::new(Kind::Syntax, problem)
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// Says at which byte the problem was found.
    pub(super) fn at(self, byte: usize) -> Self {
        Self { at: self.at.or(Some(byte)), ..self }
    }
}

impl fmt::Display for CborError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        match self.at {
            Some(byte) => write!(f, " (before byte {byte})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for CborError {}

impl serde::ser::Error for CborError {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::new(Kind::Misfit, problem)
    }
}

impl serde::de::Error for CborError {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self::new(Kind::Misfit, problem)
    }
}

impl From<decode::Error> for CborError {
    fn from(error: decode::Error) -> Self {
        match error.is_end_of_input() {
            true => Self::syntax("it ends too early"),
            false => Self::syntax(error),
        }
    }
}

impl From<encode::Error<Infallible>> for CborError {
    fn from(error: encode::Error<Infallible>) -> Self {
        Self::new(Kind::Misfit, error)
    }
}

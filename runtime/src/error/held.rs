//! What the variants of an error enum hold, seen as one.
//!
//! In: an error of the model's, or [`Unhandled`]. Out: its text, its code and its cause, by code that is compiled once and
//! not once per operation.

use super::{ProvideErrorMetadata, Unhandled};
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};

/// An error that the model describes: how answers name it.
#[doc(hidden)]
pub trait ModeledError: Error + ProvideErrorMetadata + Send + Sync + 'static {
    /// Its code.
    const CODE: &'static str;
    /// The status of answers with it, if the model says one.
    const STATUS: Option<u16>;
}

/// What a variant holds.
#[doc(hidden)]
pub trait HeldError: Debug + Display + ProvideErrorMetadata {
    /// What comes next in the enum's chain of causes.
    fn cause(&self) -> Option<&(dyn Error + 'static)>;
}

impl<T: ModeledError> HeldError for T {
    fn cause(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

impl HeldError for Unhandled {
    fn cause(&self) -> Option<&(dyn Error + 'static)> {
        self.source()
    }
}

/// Writes a variant as `#[derive(Debug)]` would.
#[doc(hidden)]
pub fn fmt_held((variant, held): (&str, &dyn HeldError), f: &mut Formatter<'_>) -> fmt::Result {
    f.debug_tuple(variant).field(&held).finish()
}

//! Everything that is wrong with an input, found before anything is sent.

use crate::text::{LONG, NAMED, line, others};
use std::fmt::{self, Display, Formatter};

/// An input that cannot become a request: which members are missing, and which hold a value that cannot be sent.
///
/// ```
/// let mut error = sdk_runtime::error::InputError::new();
/// error.missing("network_id").missing("users").invalid("group_id", "must not be \"..\"");
/// assert_eq!(
///     error.to_string(),
///     "input is incomplete: network_id, users are required; group_id must not be \"..\"",
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct InputError {
    /// Required members without a value, by their Rust names, in the model's order.
    pub missing: Vec<&'static str>,
    /// Members whose value cannot be sent, each with the reason (`must not be empty`).
    pub invalid: Vec<(&'static str, String)>,
}

impl InputError {
    /// An error without findings, to collect them in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a required member that has no value.
    pub fn missing(&mut self, member: &'static str) -> &mut Self {
        self.missing.push(member);
        self
    }

    /// Notes a value that cannot be sent. `reason` follows the member's name: `must not be empty`.
    pub fn invalid(&mut self, member: &'static str, reason: impl Into<String>) -> &mut Self {
        self.invalid.push((member, reason.into()));
        self
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.invalid.is_empty()
    }

    /// The value, if nothing was found.
    ///
    /// # Errors
    /// All findings.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Display for InputError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut separator = match self.missing.as_slice() {
            [] => "input is invalid: ",
            [one] => {
                write!(f, "input is incomplete: {one} is required")?;
                "; "
            }
            several => {
                write!(f, "input is incomplete: {} are required", several.join(", "))?;
                "; "
            }
        };
        for (member, reason) in self.invalid.iter().take(NAMED) {
            write!(f, "{separator}{member} {}", line(reason, LONG))?;
            separator = "; ";
        }
        others(f, self.invalid.len())
    }
}

impl std::error::Error for InputError {}

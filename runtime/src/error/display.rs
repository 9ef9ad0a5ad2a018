//! An error with all that is beneath it, for logs.

use crate::text::{LONG, WHOLE, line};
use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Displays an error with all its causes, and then as `{:?}` does, in one line: what a transport's, an interceptor's or a
/// provider's error says of itself may be anything, and here it can begin no line of its own.
///
/// Named and used as the type of `aws_smithy_types` is:
///
/// ```
/// use sdk_runtime::error::DisplayErrorContext;
///
/// let error = std::io::Error::other("disk\nfull");
/// assert!(DisplayErrorContext(&error).to_string().starts_with("disk full ("));
/// ```
#[derive(Debug)]
pub struct DisplayErrorContext<E: Error>(
    /// The error.
    pub E,
);

impl<E: Error> Display for DisplayErrorContext<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut text = self.0.to_string();
        line(&text, WHOLE).fmt(f)?;
        for error in std::iter::successors(self.0.source(), |&error| error.source()) {
            let next = error.to_string();
            // Errors of this crate quote their causes already.
            if !next.is_empty() && !text.contains(&next) {
                write!(f, ": {}", line(&next, LONG))?;
                text = next;
            }
        }
        write!(f, " ({})", line(&format!("{:?}", self.0), WHOLE))
    }
}

//! Values that break their model's constraints.

use crate::text::{LONG, NAMED, line, others};
use std::fmt;

/// One constraint that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where: the path of wire names from the input's root, e.g. `securityGroupSettings.permittedNetworks[2]`.
    pub path: String,
    /// What is wrong, e.g. `has 7 characters, at least 8 are needed`.
    pub problem: String,
}

impl Violation {
    /// The problem, with where it is if that is inside the member rather than the member itself.
    pub(crate) fn in_member(&self) -> String {
        if self.path.is_empty() { self.problem.clone() } else { format!("({}) {}", self.path, self.problem) }
    }
}

/// Everything that is wrong with a value, in the order of its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstraintErrors(pub(super) Vec<Violation>);

impl ConstraintErrors {
    /// The violations, at least one.
    pub fn violations(&self) -> &[Violation] {
        &self.0
    }
}

impl fmt::Display for ConstraintErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().take(NAMED).enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{} {}", line(&violation.path, LONG), line(&violation.problem, LONG))?;
        }
        others(f, self.0.len())
    }
}

impl std::error::Error for ConstraintErrors {}

//! The variables that conditions have given values to.

use super::datum::Datum;
use super::{Budget, Spent};

/// How many variables are looked at in a step.
const PER_STEP: usize = 16;

/// Variables, the youngest last.
#[derive(Default)]
pub(super) struct Variables<'a>(Vec<(&'a str, Datum<'a>)>);

impl<'a> Variables<'a> {
    /// Gives a variable a value. It hides an older one of its name.
    pub(super) fn bind(&mut self, name: &'a str, value: Datum<'a>) {
        self.0.push((name, value));
    }

    /// The value of a variable, if it has one.
    ///
    /// # Errors
    /// Too many have to be looked at.
    pub(super) fn get(&self, name: &str, budget: &mut Budget) -> Result<Option<Datum<'a>>, Spent> {
        budget.spend(self.0.len() / PER_STEP)?;
        let found = self.0.iter().rev().find(|(known, _)| *known == name);
        Ok(found.map(|(_, value)| value.clone()))
    }

    /// Where to go back to.
    pub(super) fn mark(&self) -> usize {
        self.0.len()
    }

    /// Forgets what was bound since.
    pub(super) fn back_to(&mut self, mark: usize) {
        self.0.truncate(mark);
    }
}

//! Patterns of trait definitions.

use regex_lite::Regex;
use std::cell::RefCell;
use std::collections::HashMap;

/// Patterns that were read, each once.
#[derive(Default)]
pub(super) struct Patterns(RefCell<HashMap<String, Option<Regex>>>);

impl Patterns {
    /// Whether a text has what the pattern asks for, anywhere in it. One that can't be read here allows everything: it may
    /// be right for others.
    pub(super) fn allow(&self, pattern: &str, text: &str) -> bool {
        let mut known = self.0.borrow_mut();
        if !known.contains_key(pattern) {
            known.insert(pattern.to_owned(), Regex::new(pattern).ok());
        }
        known.get(pattern).is_none_or(|regex| regex.as_ref().is_none_or(|regex| regex.is_match(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::Patterns;

    #[test]
    fn a_pattern_is_looked_for_anywhere() {
        let patterns = Patterns::default();
        assert!(patterns.allow("b+", "abba") && !patterns.allow("^b+", "abba") && !patterns.allow("^b+", "abba"));
        assert!(patterns.allow("(?!b)", "abba"), "it is none that is read here");
    }
}

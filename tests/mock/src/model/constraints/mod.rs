//! What values have to satisfy.
//!
//! | file | knows |
//! |---|---|
//! | `pattern` | regular expressions, as models write them |
//! | `sample` | texts that satisfy lengths and patterns, if any does |

pub(super) mod pattern;
pub(crate) mod sample;

use pattern::Pattern;

/// What values have to satisfy.
#[derive(Debug, Default)]
pub(crate) struct Constraints {
    pub(crate) length: Option<(u64, u64)>,
    pub(crate) range: Option<(f64, f64)>,
    pub(crate) pattern: Option<Pattern>,
    pub(crate) unique: bool,
}

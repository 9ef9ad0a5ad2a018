//! What an import changes, for the maintainer.

use crate::report;
use codegen::diff::{Scope, compare};

/// Says what two models' texts differ in, and what that means.
pub(super) fn report_difference(old_text: &str, new_text: &str) {
    let Ok(found) = compare(old_text, new_text, &Scope::default()) else {
        // What is wrong with them, `cargo xtask codegen` says.
        report::step("differs", "the models can't be compared as long as one of them is wrong");
        return;
    };
    let (count, verdict) = (found.differences.len(), found.verdict());
    if count == 0 {
        return report::step("differs", "in no fact");
    }
    let differences = report::count(count, "difference");
    report::step("differs", &format!("{differences}; Rust API {}, wire {}", verdict.api, verdict.wire));
    let mut told: Vec<_> = found.differences.iter().collect();
    told.sort_by_key(|found| std::cmp::Reverse((found.verdict.api, found.verdict.wire)));
    for found in told.iter().take(MOST_TOLD) {
        let (api, wire) = (found.verdict.api, found.verdict.wire);
        report::step("differs", &format!("{api:<5} {wire:<9} {}", report::one_line(&found.sentence)));
    }
    if count > MOST_TOLD {
        report::step("differs", &format!("… and {} more: `cargo xtask diff` tells all", count - MOST_TOLD));
    }
}

/// How many differences are told.
const MOST_TOLD: usize = 20;

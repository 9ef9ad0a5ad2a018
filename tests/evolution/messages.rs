//! What programs send: one that compiles against both crates is run with both. Where its case leaves messages unchanged or
//! extends them, it does the same; where messages change, it doesn't, unless the case says why that can't be seen.
//!
//! What is answered in another form is not seen here, nor what breaks programs anyway.

use crate::case::cases;
use crate::programs::both;
use codegen::diff::{Api, Wire};

#[test]
fn programs_send_what_their_cases_say() {
    let (old, new) = both();
    let mut wrong = Vec::new();
    for case in cases().into_iter().filter(|case| case.api != Api::Major) {
        let did = (old.did.get(&case.name), new.did.get(&case.name));
        let (Some(before), Some(now)) = did else {
            wrong.push(format!("{} was not run", case.name));
            continue;
        };
        let is_seen = case.wire == Wire::Changed && case.unseen.is_none();
        if (before != now) != is_seen {
            let how = if is_seen { "the same" } else { "otherwise" };
            wrong.push(format!("{} is {}, and yet calls go {how}:\n    {before}\n    {now}", case.name, case.wire));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_a_change_can_be_unseen() {
    for case in cases().into_iter().filter(|case| case.unseen.is_some()) {
        assert_eq!(case.wire, Wire::Changed, "{}", case.name);
    }
}

//! The traits of [alloy](https://github.com/disneystreaming/alloy), which counts in services that speak its protocols.
//!
//! Each trait of its own is read, or ignored for a reason. One that stands in neither list stops the run, as one of Smithy's
//! does; elsewhere they are their owner's and ignored.

use super::Support;
use super::known::is_listed;

/// Of a union: what is held is told by this key, which stands among the members of what is held.
pub(crate) const DISCRIMINATED: &str = "alloy#discriminated";

/// Of a union: nothing tells what is held but its looks.
pub(crate) const UNTAGGED: &str = "alloy#untagged";

/// Of a structure's member: it holds the members that the structure doesn't have. Of a union's: it is any that the union
/// doesn't have.
pub(crate) const JSON_UNKNOWN: &str = "alloy#jsonUnknown";

/// Of a member: that it is `null` is another thing than that it is absent.
pub(crate) const NULLABLE: &str = "alloy#nullable";

/// Of a map or document, or a member that is one: the order of keys counts.
pub(crate) const PRESERVE_KEY_ORDER: &str = "alloy#preserveKeyOrder";

const READ: &[&str] = &[DISCRIMINATED, JSON_UNKNOWN, NULLABLE, PRESERVE_KEY_ORDER, "alloy#simpleRestJson", UNTAGGED];

/// Traits that change nothing a client does: `(trait, why)`.
const IGNORED: &[(&str, &str)] = &[
    ("alloy#dataExamples", "documentation"),
    ("alloy#dateFormat", "a string stays one"),
    ("alloy#durationFormat", "a number of any size stays one: seconds"),
    ("alloy#localDateTimeFormat", "a string stays one"),
    ("alloy#localTimeFormat", "a string stays one"),
    ("alloy#monthDayFormat", "a string stays one"),
    // Any offset is read; the instant is kept, and written in UTC.
    ("alloy#offsetDateTimeFormat", "a timestamp stays one"),
    ("alloy#offsetTimeFormat", "a string stays one"),
    ("alloy#openEnum", "all enums keep values that they don't know"),
    ("alloy#structurePattern", "a string stays one"),
    ("alloy#uncheckedExamples", "documentation"),
    ("alloy#urlFormFlattened", "for bodies that are forms"),
    ("alloy#urlFormName", "for bodies that are forms"),
    ("alloy#uuidFormat", "a string stays one"),
    ("alloy#yearFormat", "an integer stays one"),
    ("alloy#yearMonthFormat", "a string stays one"),
    ("alloy#zoneIdFormat", "a string stays one"),
    ("alloy#zoneOffsetFormat", "a string stays one"),
    ("alloy#zonedDateTimeFormat", "a string stays one"),
    ("alloy.common#*", "a string stays one"),
    ("alloy.openapi#*", "for another tool"),
    ("alloy.proto#*", "for another protocol"),
];

/// What we do about the trait `id`; none if it isn't alloy's.
pub(crate) fn support(id: &str) -> Option<Support> {
    match id {
        _ if READ.contains(&id) => Some(Support::Read),
        _ if is_listed(IGNORED, id) => Some(Support::Ignored),
        // What else is called `alloy.something` is somebody's own.
        _ if id.starts_with("alloy#") => Some(Support::Unsupported),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{IGNORED, READ, support};
    use crate::traits::Support;
    use std::collections::BTreeSet;

    #[test]
    fn each_trait_is_decided_once() {
        let ids: Vec<&str> = READ.iter().copied().chain(IGNORED.iter().map(|(id, _)| *id)).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert!(IGNORED.iter().all(|(_, why)| !why.is_empty()));
    }

    #[test]
    fn what_may_change_messages_is_not_ignored_and_what_others_own_is_none_of_ours() {
        for id in ["alloy#httpPolymorphicResponse", "alloy#httpSuccess", "alloy#unknownFieldRetention", "alloy#new"] {
            assert_eq!(support(id), Some(Support::Unsupported), "{id}");
        }
        for id in ["alloy.common#emailFormat", "alloy.proto#protoIndex", "alloy#uuidFormat"] {
            assert_eq!(support(id), Some(Support::Ignored), "{id}");
        }
        for id in ["smithy.api#required", "alloyed#x", "alloy.test#freeForm", "com.example#alloy"] {
            assert_eq!(support(id), None, "{id}");
        }
    }
}

//! Members that may be `null`, which says something, where alloy's trait says so.

use super::value::Lowered;
use crate::ast::Member;
use crate::ir::{Codec, Default, Place, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::alloy::NULLABLE;

/// Whether a member may be `null`, and not absent. Beyond bodies there is no `null`.
pub(super) fn says_null(
    facts: &Facts,
    name: &str,
    member: &Member,
    place: &Place,
    default: Option<&Default>,
    problems: &mut Problems,
) -> bool {
    let says_null = facts.protocol.honours_alloy && member.traits.has(NULLABLE) && *place == Place::Body;
    if says_null && default.is_some() {
        let problem = format!("has `{NULLABLE}` and a default, which are not supported together");
        problems.at(member.span, name, problem, "remove one of the two");
    }
    says_null
}

/// A value, or `null`.
pub(super) fn or_null(lowered: Lowered) -> Lowered {
    let Lowered { ty, codec, sensitive } = lowered;
    Lowered { ty: Type::Optional(Box::new(ty)), codec: Codec::OrNull(Box::new(codec)), sensitive }
}

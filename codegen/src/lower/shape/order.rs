//! Maps and documents whose keys stay in their order, where alloy's trait says so.

use super::value::{Asked, Lowered};
use crate::ir::{Codec, Place, Type};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::alloy::PRESERVE_KEY_ORDER;

/// A map or a document, with its keys in their order if that is asked for. Beyond bodies, nothing has one.
pub(super) fn kept(facts: &Facts, asked: &Asked, lowered: Lowered, problems: &mut Problems) -> Option<Lowered> {
    let is_asked = asked.member.traits.has(PRESERVE_KEY_ORDER) || asked.target.traits.has(PRESERVE_KEY_ORDER);
    let has_one = matches!(asked.place, Place::Body | Place::Payload | Place::Rest);
    if !(facts.protocol.honours_alloy && is_asked && has_one) {
        return Some(lowered);
    }
    let Lowered { ty, codec, sensitive } = lowered;
    let (ty, codec) = match (ty, codec) {
        (Type::Document, _) => (Type::OrderedDocument, Codec::OrderedJson),
        (Type::Map(key, value), Codec::Map(of)) => (Type::IndexMap(key, value), Codec::InOrder(of)),
        _ => {
            let problem =
                format!("has `{PRESERVE_KEY_ORDER}` and `smithy.api#sparse`, which are not supported together");
            problems.at(asked.member.span, asked.name, problem, "remove one of the two traits");
            return None;
        }
    };
    Some(Lowered { ty, codec, sensitive })
}

/// Whether the member asks for it, and not its target: its codec isn't that of other members of this target.
pub(super) fn is_the_members_own(facts: &Facts, asked: &Asked) -> bool {
    let is_own = asked.member.traits.has(PRESERVE_KEY_ORDER) && !asked.target.traits.has(PRESERVE_KEY_ORDER);
    facts.protocol.honours_alloy && is_own
}

//! Whether a message can hold what an event has.

use crate::ast::Shape;
use crate::ir::{Place, Structure};
use crate::lower::problems::Problems;

/// Reports an event whose payload is one member, and that has others beside it that aren't headers (Smithy 2.0,
/// "eventPayload trait").
pub(crate) fn event(shape: &Shape, structure: &Structure, problems: &mut Problems) {
    let mut payloads = structure.members.iter().filter(|member| member.place == Place::EventPayload);
    let Some(payload) = payloads.next() else { return };
    let is_beside = |place: &Place| matches!(place, Place::Body | Place::Attribute);
    let beside = payloads.next().or_else(|| structure.members.iter().find(|member| is_beside(&member.place)));
    if let Some(beside) = beside {
        let problem =
            format!("has the payload `{}`, and `{}`, which is neither that nor a header", payload.wire, beside.wire);
        problems.of(shape, problem, "give the latter `smithy.api#eventHeader`, or put it into the payload");
    }
}

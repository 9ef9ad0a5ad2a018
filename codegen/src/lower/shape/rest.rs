//! The member of a structure that has the members which the structure doesn't have, where alloy's trait says so.

use crate::ast::Shape;
use crate::ir::{Codec, Member, Place};
use crate::lower::problems::Problems;

/// Tells that member which members the structure has.
pub(super) fn told(shape: &Shape, members: Vec<Member>, problems: &mut Problems) -> Vec<Member> {
    let is_rest = |member: &&Member| member.place == Place::Rest;
    if members.iter().filter(is_rest).count() > 1 {
        let problem = "has several members for those that it doesn't have";
        problems.of(shape, problem, "keep `alloy#jsonUnknown` at one of them");
    }
    let own: Vec<String> = members.iter().filter(|member| !is_rest(member)).map(|member| member.wire.clone()).collect();
    let told = members.into_iter().map(|member| match member.place {
        Place::Rest => Member { codec: Codec::Rest(own.clone(), Box::new(member.codec)), ..member },
        _ => member,
    });
    told.collect()
}

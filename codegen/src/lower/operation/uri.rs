//! URIs of operations, and the members that are bound to what stands in them (Smithy 2.0, "http trait").

use crate::ast::Shape;
use crate::ir::{Place, Structure};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::Http;
use crate::uri::{Segment, segments};
use std::collections::{BTreeMap, BTreeSet};

/// Every label of the pattern has its member, and every label member its place in the pattern; no two members share a
/// parameter or a header.
pub(super) fn check(facts: &Facts, shape: &Shape, http: &Http, input: &Structure, problems: &mut Problems) {
    // Where a part of the endpoint is what the operation is about, there may be nothing to add to its path.
    let in_endpoint = input.members.iter().any(|member| member.place == Place::Endpoint);
    match segments(&http.uri, in_endpoint) {
        Ok(segments) => check_labels(facts, shape, http, input, &segments, problems),
        Err(problem) => {
            let problem = format!("has the URI `{}`, {problem}", http.uri);
            let remedy = "write it as `/path/{label}`, each label a whole segment of the path";
            problems.at(http.span, shape.id.as_str(), problem, remedy);
        }
    }
    let mut taken = BTreeMap::new();
    for member in &input.members {
        let place = match &member.place {
            Place::Query(parameter) => format!("the query parameter `{parameter}`"),
            Place::Header(header) => format!("the header `{}`", header.to_ascii_lowercase()),
            _ => continue,
        };
        if let Some(first) = taken.insert(place.clone(), &member.wire) {
            let problem = format!("binds `{first}` and `{}` of its input to {place}", member.wire);
            problems.of(shape, problem, "bind one of the two to another");
        }
    }
}

fn check_labels(
    facts: &Facts,
    shape: &Shape,
    http: &Http,
    input: &Structure,
    segments: &[Segment<'_>],
    problems: &mut Problems,
) {
    // Whether it could be lowered or not: what is wrong with the member has been reported.
    let bound = facts.targets.input_members(shape).iter().filter(|member| member.traits.has("httpLabel"));
    let bound: BTreeSet<&str> = bound.map(|member| member.name.as_str()).collect();
    let mut report = |problem: String, remedy: &str| problems.at(http.span, shape.id.as_str(), problem, remedy);
    let mut seen = BTreeSet::new();
    for label in segments.iter().filter_map(|segment| segment.label()) {
        if !seen.insert(label) {
            report(format!("has the label `{{{label}}}` twice in its URI"), "rename one of the two");
        } else if !bound.contains(label) {
            let problem = format!("has the label `{{{label}}}` in its URI, to which no member of its input is bound");
            let remedy =
                format!("give the input a member `{label}` with `smithy.api#httpLabel` and `smithy.api#required`");
            report(problem, &remedy);
        }
    }
    for member in &input.members {
        let (Place::Label(name) | Place::Verbatim(name)) = &member.place else { continue };
        if !seen.contains(name.as_str()) {
            let problem = format!("has no label `{{{name}}}` in its URI, to which its input is bound");
            report(problem, "add the label to the URI, or remove `smithy.api#httpLabel`");
        }
    }
}

//! URIs of operations, and the members that are bound to what stands in them (Smithy 2.0, "http trait").

use crate::ast::Shape;
use crate::ir::{Place, Structure};
use crate::lower::facts::Facts;
use crate::lower::problems::Problems;
use crate::traits::Http;
use std::collections::{BTreeMap, BTreeSet};

/// Every label of the pattern has its member, and every label member its place in the pattern; no two members share a
/// parameter or a header.
pub(super) fn check(facts: &Facts, shape: &Shape, http: &Http, input: &Structure, problems: &mut Problems) {
    // Where a part of the endpoint is what the operation is about, there may be nothing to add to its path.
    let in_endpoint = input.members.iter().any(|member| member.place == Place::Endpoint);
    match labels(&http.uri, in_endpoint) {
        Ok(labels) => check_labels(facts, shape, http, input, &labels, problems),
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
    labels: &[&str],
    problems: &mut Problems,
) {
    // Whether it could be lowered or not: what is wrong with the member has been reported.
    let bound = facts.targets.input_members(shape).iter().filter(|member| member.traits.has("httpLabel"));
    let bound: BTreeSet<&str> = bound.map(|member| member.name.as_str()).collect();
    let mut report = |problem: String, remedy: &str| problems.at(http.span, shape.id.as_str(), problem, remedy);
    let mut seen = BTreeSet::new();
    for label in labels.iter().map(|label| label.trim_end_matches('+')) {
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

/// The labels of a URI pattern, or what is wrong with it (Smithy 2.0, "http trait").
fn labels(uri: &str, may_be_empty: bool) -> Result<Vec<&str>, &'static str> {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let path = match path.strip_prefix('/') {
        Some(path) => path,
        None if path.is_empty() && may_be_empty => "",
        None => return Err("which doesn't begin with `/`"),
    };
    if uri.contains(|c: char| !c.is_ascii_graphic() || c == '#') {
        return Err("in which there is a character that has to be percent-encoded");
    }
    if query.contains(['{', '}']) {
        return Err("which has a label in its query");
    }
    let mut labels = Vec::new();
    for segment in path.split('/') {
        match segment.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
            Some("" | "+") => return Err("which has a label without a name"),
            Some(label) if !label.contains(['{', '}']) => labels.push(label),
            None if !segment.contains(['{', '}']) => {}
            _ => return Err("in which a brace is not part of a label"),
        }
    }
    Ok(labels)
}

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn labels_are_whole_segments() {
        assert_eq!(labels("/a/{b}/c/{d+}?e=f&g", false), Ok(vec!["b", "d+"]));
        assert_eq!(labels("?e", true), Ok(Vec::new()));
        for (uri, problem) in [
            ("?e", "doesn't begin with `/`"),
            ("a", "doesn't begin with `/`"),
            ("/a b", "has to be percent-encoded"),
            ("/ä", "has to be percent-encoded"),
            ("/a#b", "has to be percent-encoded"),
            ("/a?{b}", "a label in its query"),
            ("/{}", "a label without a name"),
            ("/{+}", "a label without a name"),
            ("/{a}{b}", "not part of a label"),
            ("/a{b}", "not part of a label"),
            ("/{a}b", "not part of a label"),
            ("/{a", "not part of a label"),
            ("/a}", "not part of a label"),
        ] {
            let found = labels(uri, false).expect_err(uri);
            assert!(found.contains(problem), "{uri}: {found}");
        }
    }
}

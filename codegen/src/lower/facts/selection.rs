//! Which operations are generated.

use super::target::Targets;
use crate::Options;
use crate::ast::{Member, Reference, Shape, ShapeId, Traits};
use crate::ir::Skipped;
use crate::lower::operation::auth;
use crate::lower::problems::Problems;
use crate::protocol::Protocol;
use crate::traits::Support;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What is generated of a service.
pub(super) struct Selection<'m> {
    pub(super) operations: Vec<&'m Shape>,
    pub(super) skipped: Vec<Skipped>,
    /// The errors that every operation can answer with.
    pub(super) common_errors: Vec<&'m Reference>,
}

/// What the options ask for, without what is unsupported if they ask for that, too. That nothing is left of a service is
/// a problem unless it `may_be_empty`.
pub(super) fn select<'m>(
    targets: Targets<'m>,
    service: &'m Shape,
    protocol: &Protocol,
    operations: Vec<&'m Shape>,
    options: &Options,
    may_be_empty: bool,
    problems: &mut Problems,
) -> Selection<'m> {
    let wanted = wanted(operations, options, problems);
    if !options.skip_unsupported {
        // What else is unsupported is reported where it stands.
        let operations = supported(targets, protocol, wanted, problems);
        return Selection { operations, skipped: Vec::new(), common_errors: service.references("errors").collect() };
    }
    let obstacles = obstacles(targets, protocol);
    let (operations, mut skipped) = without_obstacles(targets, (service, protocol), wanted, &obstacles);
    if operations.is_empty() && !may_be_empty {
        report_nothing_left(service, &skipped, problems);
    }
    let (left_out, common_errors): (Vec<_>, Vec<_>) =
        service.references("errors").partition(|error| obstacles.contains_key(&error.target));
    skipped.extend(skipped_errors(&left_out, &obstacles));
    Selection { operations, skipped, common_errors }
}

/// The operations whose names the options' patterns match.
fn wanted<'m>(operations: Vec<&'m Shape>, options: &Options, problems: &mut Problems) -> Vec<&'m Shape> {
    let patterns = &options.operations;
    for pattern in patterns {
        if !operations.iter().any(|operation| matches(pattern, operation.id.name())) {
            let remedy = "correct the pattern; `*` stands for any part of a name";
            problems.of_file(format!("no operation's name matches `{pattern}`"), remedy);
        }
    }
    let is_wanted = |operation: &&Shape| {
        patterns.is_empty() || patterns.iter().any(|pattern| matches(pattern, operation.id.name()))
    };
    operations.into_iter().filter(is_wanted).collect()
}

/// The operations without a bucket, or a stream of events that their protocol has no form for; one that has it is a problem.
fn supported<'m>(
    targets: Targets,
    protocol: &Protocol,
    operations: Vec<&'m Shape>,
    problems: &mut Problems,
) -> Vec<&'m Shape> {
    let mut kept = Vec::new();
    for operation in operations {
        match unsupported(targets, protocol, operation) {
            Some(problem) => problems.of(operation, problem, "leave such operations out with `--skip-unsupported`"),
            None => kept.push(operation),
        }
    }
    kept
}

/// The operations that need nothing unsupported, and the others with a reason.
fn without_obstacles<'m>(
    targets: Targets,
    (service, protocol): (&Shape, &Protocol),
    operations: Vec<&'m Shape>,
    obstacles: &BTreeMap<&ShapeId, String>,
) -> (Vec<&'m Shape>, Vec<Skipped>) {
    let of_service = of_traits(protocol, &service.traits).map(|found| format!("is of a service that {found}"));
    let (mut kept, mut skipped) = (Vec::new(), Vec::new());
    for operation in operations {
        let reason = of_service.clone().or_else(|| unsupported(targets, protocol, operation));
        let reason =
            reason.or_else(|| no_auth(targets, service, operation)).or_else(|| of_traits(protocol, &operation.traits));
        let reached = || operation.references.iter().find_map(|(_, to)| obstacles.get(&to.target).cloned());
        match reason.or_else(reached) {
            Some(reason) => skipped.push(Skipped { operation: operation.id.name().to_owned(), reason }),
            None => kept.push(operation),
        }
    }
    (kept, skipped)
}

/// Errors of the service's own that need something unsupported: calls that end in one fail as with an error that the model
/// doesn't have.
fn skipped_errors(left_out: &[&Reference], obstacles: &BTreeMap<&ShapeId, String>) -> Vec<Skipped> {
    let mut seen = BTreeSet::new();
    let skipped = left_out.iter().filter(|error| seen.insert(&error.target)).filter_map(|error| {
        let reason = obstacles.get(&error.target)?.clone();
        Some(Skipped { operation: format!("the error {}", error.target.name()), reason })
    });
    skipped.collect()
}

fn report_nothing_left(service: &Shape, skipped: &[Skipped], problems: &mut Problems) {
    let Some((Skipped { operation, reason }, others)) = skipped.split_first() else { return };
    let others = match others.len() {
        0 => String::new(),
        others => format!(", and {others} more for such reasons"),
    };
    let problem = format!("has no operation left without what is unsupported: `{operation}` {reason}{others}");
    let remedy = "without `--skip-unsupported`, each cause is named with its place; remove it from the model";
    problems.of(service, problem, remedy);
}

/// What an operation has as a whole that is not supported.
fn unsupported(targets: Targets, protocol: &Protocol, operation: &Shape) -> Option<String> {
    event_stream(targets, protocol, operation).or_else(|| bucket(targets, operation))
}

/// The label with which an operation's path begins, and which its endpoint has, too: Amazon S3's bucket. The rules put it into
/// the host or the path of the endpoint; the path would say it twice.
fn bucket(targets: Targets, operation: &Shape) -> Option<String> {
    let uri = operation.traits.http().ok().flatten()?.uri;
    let label = uri.strip_prefix("/{")?.split_once('}')?.0;
    let member = targets.input_members(operation).iter().find(|member| member.name == label)?;
    let is_twice = member.traits.has("smithy.rules#contextParam");
    is_twice.then(|| format!("has `{{{label}}}` both in its endpoint and in its path, which is not supported"))
}

/// The stream of events in an operation's input or output, as what is wrong about it where the protocol has none.
fn event_stream(targets: Targets, protocol: &Protocol, operation: &Shape) -> Option<String> {
    if protocol.events().is_some() {
        return None;
    }
    let ends = ["input", "output"].into_iter().filter_map(|end| targets.end(operation, end));
    let mut members = ends.flat_map(|end| end.members.iter().map(move |member| (end, member)));
    let (end, member) = members.find(|(_, member)| targets.events(member).is_some())?;
    let stream = format!("{}${}", end.id.name(), member.name);
    Some(format!("has the event stream `{stream}`, which is not supported in `{}`", protocol.trait_id))
}

/// What each shape reaches that is not supported, if it reaches such a thing: what is nearest to it. The model is walked
/// once, from the obstacles to those that reach them.
fn obstacles<'m>(targets: Targets<'m>, protocol: &Protocol) -> BTreeMap<&'m ShapeId, String> {
    let mut users: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for shape in targets.all() {
        for member in &shape.members {
            users.entry(&member.target).or_default().push(&shape.id);
        }
    }
    let direct = targets.all().filter_map(|shape| Some((&shape.id, obstacle(targets, protocol, shape)?)));
    let mut found: BTreeMap<&ShapeId, String> = direct.collect();
    let mut open: VecDeque<&ShapeId> = found.keys().copied().collect();
    while let Some(id) = open.pop_front() {
        let reason = found.get(id).cloned().unwrap_or_default();
        for user in users.get(id).into_iter().flatten() {
            if !found.contains_key(user) {
                found.insert(user, reason.clone());
                open.push_back(user);
            }
        }
    }
    found
}

/// A trait or type of a shape or of its members that is not supported.
fn obstacle(targets: Targets, protocol: &Protocol, shape: &Shape) -> Option<String> {
    let name = shape.id.name();
    let of_member = |member: &Member| {
        let found = of_traits(protocol, &member.traits).or_else(|| unsupported_kind(targets, protocol, member));
        let found = found.or_else(|| unfit_list(targets, protocol, member));
        found.map(|found| format!("reaches `{name}${}`, which {found}", member.name))
    };
    let of_shape = of_traits(protocol, &shape.traits).map(|found| format!("reaches `{name}`, which {found}"));
    of_shape.or_else(|| shape.members.iter().find_map(of_member))
}

fn of_traits(protocol: &Protocol, traits: &Traits) -> Option<String> {
    let id = traits.0.keys().find(|id| protocol.support(id) == Support::Unsupported)?;
    Some(format!("has the trait `{id}`"))
}

/// The type of a member's target, if it is one that the protocol is without.
fn unsupported_kind(targets: Targets, protocol: &Protocol, member: &Member) -> Option<String> {
    let kind = match member.target.as_str() {
        "smithy.api#BigInteger" => "bigInteger",
        "smithy.api#BigDecimal" => "bigDecimal",
        "smithy.api#Document" => "document",
        _ => targets.get(&member.target)?.kind.as_str(),
    };
    protocol.without.contains(&kind).then(|| format!("is of type `{kind}`"))
}

/// What of a list or map the protocol's bodies have no form for, where a member has one in a body.
fn unfit_list(targets: Targets, protocol: &Protocol, member: &Member) -> Option<String> {
    const ELSEWHERE: &[&str] = &["httpHeader", "httpLabel", "httpPrefixHeaders", "httpQuery", "httpQueryParams"];
    let target = targets.get(&member.target).filter(|target| ["list", "set", "map"].contains(&target.kind.as_str()))?;
    if ELSEWHERE.iter().any(|binding| member.traits.has(binding)) {
        return None;
    }
    let found = protocol.unfit_list(target.traits.has("sparse"), member.traits.has("httpPayload"))?;
    Some(format!("is {found}"))
}

/// Why an operation's requests can't say who calls, if they can't.
fn no_auth(targets: Targets, service: &Shape, operation: &Shape) -> Option<String> {
    auth::of(targets, service, operation).ok()?.err()
}

/// Whether a name matches a pattern in which `*` stands for any part.
pub fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = name.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        last = Some(part);
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    // The last part must be the name's end; finding it earlier is no obstacle.
    last.map_or(rest.is_empty(), |last| name.ends_with(last))
}

#[cfg(test)]
mod tests {
    use super::matches;
    use crate::Options;

    #[test]
    fn a_star_stands_for_any_part() {
        for (pattern, name) in [
            ("*", "GetBot"),
            ("Get*", "GetBot"),
            ("*Bot", "GetBotBot"),
            ("*Profile*", "UpdateProfileX"),
            ("GetBot", "GetBot"),
        ] {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [("Get", "GetBot"), ("Get*s", "GetBot"), ("*bot", "GetBot"), ("", "GetBot")] {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }

    const MODEL: &str = r##"{"smithy": "2.0", "shapes": {
        "a#S": {"type": "service", "version": "1", "operations": [OPERATIONS], "errors": [{"target": "a#Broke"}],
            "traits": {"aws.protocols#restXml": {}, "aws.auth#sigv4": {"name": "s"}, "aws.auth#cognitoUserPools": {},
            "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
                {"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}]}}},
        "a#Good": {"type": "operation", "traits": {HTTP}},
        "a#Big": {"type": "operation", "input": {"target": "a#BigIn"}, "traits": {HTTP}},
        "a#BigIn": {"type": "structure", "members": {"held": {"target": "a#Held"}}},
        "a#Held": {"type": "structure", "members": {"back": {"target": "a#BigIn"}, "n": {"target": "smithy.api#Document"}}},
        "a#Exact": {"type": "operation", "output": {"target": "a#ExactOut"}, "traits": {HTTP}},
        "a#ExactOut": {"type": "structure", "members": {"n": {"target": "a#Decimal"}}},
        "a#Decimal": {"type": "document"},
        "a#Stream": {"type": "operation", "output": {"target": "a#StreamOut"}, "traits": {HTTP}},
        "a#StreamOut": {"type": "structure", "members": {"e": {"target": "a#Events", "traits": {"smithy.api#httpPayload": {}}}}},
        "a#Events": {"type": "union", "members": {"a": {"target": "a#Event"}}, "traits": {"smithy.api#streaming": {}}},
        "a#Event": {"type": "structure", "members": {}},
        "a#Basic": {"type": "operation", "traits": {HTTP, "smithy.api#auth": ["aws.auth#cognitoUserPools"]}},
        "a#Odd": {"type": "operation", "traits": {HTTP, "smithy.api#unheardOf": {}}},
        "a#Gaps": {"type": "operation", "output": {"target": "a#GapsOut"}, "traits": {HTTP}},
        "a#GapsOut": {"type": "structure", "members": {"held": {"target": "a#Sparse"}}},
        "a#Sparse": {"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#sparse": {}}},
        "a#Whole": {"type": "operation", "output": {"target": "a#WholeOut"}, "traits": {HTTP}},
        "a#WholeOut": {"type": "structure", "members": {"list": {"target": "a#List", "traits": {"smithy.api#httpPayload": {}}}}},
        "a#List": {"type": "list", "member": {"target": "smithy.api#String"}},
        "a#Broke": {"type": "structure", "members": {"debt": {"target": "smithy.api#Document"}},
            "traits": {"smithy.api#error": "client"}}
    }}"##;

    fn generated(operations: &[&str], patterns: &[&str]) -> Result<(Vec<String>, Vec<String>), String> {
        let listed: Vec<String> = operations.iter().map(|name| format!("{{\"target\": \"a#{name}\"}}")).collect();
        let http = r#""smithy.api#http": {"method": "POST", "uri": "/"}"#;
        let source = MODEL.replace("OPERATIONS", &listed.join(", ")).replace("HTTP", http);
        let options = Options {
            operations: patterns.iter().map(|pattern| (*pattern).to_owned()).collect(),
            skip_unsupported: true,
            ..Options::of("a-sdk")
        };
        let (found, skipped) =
            crate::generate_with(&source, &options).map_err(|problems| problems.as_slice()[0].to_string())?;
        let files = found.files.keys().filter_map(|path| path.strip_prefix("src/operation/")?.strip_suffix(".rs"));
        let skipped = skipped.iter().map(|found| format!("{} {}", found.operation, found.reason));
        Ok((files.map(str::to_owned).collect(), skipped.collect()))
    }

    #[test]
    fn what_is_unsupported_is_left_out_with_its_reason() {
        let all = ["Good", "Big", "Exact", "Stream", "Basic", "Odd", "Gaps", "Whole"];
        let (kept, skipped) = generated(&all, &[]).expect("one is left");
        assert_eq!(kept, ["good", "stream"]);
        let reasons = [
            "Basic takes no authentication scheme that is supported, but aws.auth#cognitoUserPools",
            "Big reaches `Held$n`, which is of type `document`",
            "Exact reaches `ExactOut$n`, which is of type `document`",
            "Gaps reaches `GapsOut$held`, which is a list or map that may hold nothing in an item's place",
            "Odd has the trait `smithy.api#unheardOf`",
            "Whole reaches `WholeOut$list`, which is a list or map that is the whole body",
            "the error Broke reaches `Broke$debt`, which is of type `document`",
        ];
        assert_eq!(skipped, reasons);
    }

    #[test]
    fn a_protocol_of_forms_has_no_streams_of_events() {
        let source = MODEL.replace("restXml", "awsQuery").replace("HTTP, ", "").replace("HTTP", "");
        let source = source.replace("OPERATIONS", r#"{"target": "a#Stream"}"#).replace("Document", "String");
        let problems = crate::generate(&source, "a-sdk").expect_err("it can't be made");
        let problem = "has the event stream `StreamOut$e`, which is not supported in `aws.protocols#awsQuery`";
        assert_eq!(problems.as_slice()[0].problem, problem);
    }

    #[test]
    fn what_leaves_nothing_is_refused() {
        let refused = generated(&["Big", "Basic"], &[]).expect_err("nothing is left");
        assert!(refused.contains("no operation left") && refused.contains("and 1 more"), "{refused}");
        assert_eq!(generated(&["Good"], &[]).expect("one is left").0, ["good"]);
    }

    #[test]
    fn a_pattern_that_matches_nothing_is_refused() {
        assert_eq!(generated(&["Good", "Big"], &["Go*"]).expect("one is left").0, ["good"]);
        let refused = generated(&["Good"], &["Go*", "Put*"]).expect_err("nothing is called so");
        assert!(refused.contains("no operation's name matches `Put*`"), "{refused}");
    }
}

//! What comparisons come to with models that nobody would write.

use super::*;
use std::fmt::Write;

/// A service with one operation, whose input has these members, and these other shapes.
fn model(members: &str, shapes: &str) -> String {
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
        "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#Get"}}],
            "traits": {{"aws.protocols#restJson1": {{}}, "aws.auth#sigv4": {{"name": "s"}}}}}},
        "a#Get": {{"type": "operation", "input": {{"target": "a#In"}},
            "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/"}}}}}},
        "a#In": {{"type": "structure", "members": {{{members}}}}} {shapes} }}}}"#
    )
}

fn compared(old: &str, new: &str) -> Comparison {
    compare(old, new, &Scope::default()).expect("both are models")
}

/// Maps whose keys and values are maps, and structures that hold each other, end.
#[test]
fn shapes_that_hold_themselves_twice_are_compared() {
    let shapes = |name: &str| {
        let member = format!("\"target\": \"a#{name}\"");
        format!(
            r#", "a#{name}": {{"type": "map", "key": {{{member}}}, "value": {{{member}}}}},
            "a#{name}S": {{"type": "structure", "members": {{"a": {{"target": "a#{name}S"}}, "b": {{"target": "a#{name}S"}},
            "c": {{{member}}}}}}}"#
        )
    };
    let target = |name: &str| format!(r#""m": {{"target": "a#{name}"}}, "s": {{"target": "a#{name}S"}}"#);
    let found = compared(&model(&target("A"), &shapes("A")), &model(&target("B"), &shapes("B")));
    assert_eq!(found.verdict().api, Api::Major, "{:?}", found.differences);
}

/// A trait whose definition is a map of itself, with a value as deep as JSON may be.
#[test]
fn a_trait_that_holds_itself_is_compared() {
    let deep = |end: &str| format!("{}{end}{}", "{\"k\": ".repeat(100), "}".repeat(100));
    let shapes = |end: &str| {
        format!(
            r#", "a#t": {{"type": "map", "key": {{"target": "a#t"}},
            "value": {{"target": "a#t", "traits": {{"smithy.api#tags": ["diff.error.update"]}}}},
            "traits": {{"smithy.api#trait": {{}}, "smithy.api#tags": ["diff.contents"]}}}},
            "a#Has": {{"type": "string", "traits": {{"a#t": {}}}}}"#,
            deep(end)
        )
    };
    let found = compared(&model("", &shapes("1")), &model("", &shapes("2")));
    assert!(found.differences.iter().any(|found| found.rule == "ModifiedTrait.Update.a#t"), "{:?}", found.differences);
}

/// Ten thousand shapes that are gone, and as many that are new.
#[test]
fn models_that_have_nothing_in_common_are_compared() {
    let shapes = |prefix: &str| {
        let mut shapes = String::new();
        for index in 0..10_000 {
            write!(shapes, r#", "a#{prefix}{index}": {{"type": "structure", "members": {{}}}}"#).expect("a string");
        }
        let held = (0..10_000).map(|index| format!(r#""m{index}": {{"target": "a#{prefix}{index}"}}"#));
        (held.collect::<Vec<_>>().join(", "), shapes)
    };
    let ((old, old_shapes), (new, new_shapes)) = (shapes("A"), shapes("B"));
    let found = compared(&model(&old, &old_shapes), &model(&new, &new_shapes));
    let count =
        |subject, change| found.differences.iter().filter(|d| (d.subject, d.change) == (subject, change)).count();
    assert_eq!(count(Subject::Type, Change::Removed), 10_000);
    assert_eq!(count(Subject::Type, Change::Added), 10_000);
    // They say the same by other names.
    assert_eq!(found.verdict(), Verdict { api: Api::Major, wire: Wire::Unchanged });
}

#[test]
fn what_is_no_model_is_named_by_its_side() {
    let right = model("", "");
    assert_eq!(compare("{", &right, &Scope::default()).expect_err("no JSON").side, Side::Old);
    assert_eq!(compare(&right, "[]", &Scope::default()).expect_err("no model").side, Side::New);
}

/// Without a service nothing is generated: facts are facts, and concern nobody.
#[test]
fn models_without_a_service_are_compared() {
    let text = |kind: &str| format!(r#"{{"smithy": "2.0", "shapes": {{"a#T": {{"type": "{kind}"}}}}}}"#);
    let found = compared(&text("string"), &text("integer"));
    assert_eq!((found.differences.len(), found.verdict()), (1, Verdict::default()));
    assert_eq!(found.differences[0].rule, "ChangedShapeType");
}

/// What lies outside the operations that are meant is told, and counts for nobody.
#[test]
fn the_scope_says_who_is_concerned() {
    let (old, new) = (model("\"a\": {\"target\": \"smithy.api#String\"}", ""), model("", ""));
    let scope = |pattern: &str| Scope { operations: vec![pattern.to_owned()], ..Scope::default() };
    let api = |pattern: &str| compare(&old, &new, &scope(pattern)).expect("both are models").verdict().api;
    assert_eq!((api("Get"), api("Put*")), (Api::Major, Api::Patch));
}

/// A new name for what the service reached is a change, and one for what is new with it is none.
#[test]
fn a_service_calls_otherwise_only_what_it_had() {
    let renamed = |name: &str, members: &str| {
        let shapes = r#", "b#Old": {"type": "string"}, "b#New": {"type": "string"}"#;
        let rename = format!(r#""version": "1", "rename": {{"{name}": "Other"}},"#);
        model(members, shapes).replacen(r#""version": "1","#, &rename, 1)
    };
    let member = |name: &str| format!(r#""{name}": {{"target": "b#{name}"}}"#);
    let old = model(&member("Old"), r#", "b#Old": {"type": "string"}, "b#New": {"type": "string"}"#);
    let rules = |new: &str| -> Vec<String> {
        compared(&old, new).differences.iter().flat_map(|found| &found.events).map(|event| event.id.clone()).collect()
    };
    assert!(rules(&renamed("b#Old", &member("Old"))).contains(&"ServiceRename".to_owned()));
    let both = format!("{}, {}", member("Old"), member("New"));
    assert!(!rules(&renamed("b#New", &both)).contains(&"ServiceRename".to_owned()));
}

/// A service that speaks these protocols, with a member whose format is given.
fn speaking(protocols: &[&str], format: &str) -> String {
    let member = format!(r#""at": {{"target": "smithy.api#Timestamp", "traits": {{{format}}}}}"#);
    let traits: String = protocols.iter().map(|id| format!("\"{id}\": {{}},")).collect();
    model(&member, "").replace("\"aws.protocols#restJson1\": {},", &traits)
}

#[test]
fn a_protocol_that_is_chosen_otherwise_changes_what_is_sent() {
    let both = speaking(&["aws.protocols#restJson1", "smithy.protocols#rpcv2Cbor"], "");
    let scope = |before: Option<&str>, now: Option<&str>| Scope {
        protocol_before: before.map(str::to_owned),
        protocol: now.map(str::to_owned),
        ..Scope::default()
    };
    let compared = |scope: &Scope| compare(&both, &both, scope).expect("both are models");
    for same in [
        scope(None, None),
        scope(None, Some("restJson1")),
        scope(Some("rpcv2Cbor"), Some("smithy.protocols#rpcv2Cbor")),
    ] {
        assert_eq!(compared(&same).differences, [], "{same:?}");
    }
    let found = compared(&scope(None, Some("rpcv2Cbor"))).differences;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].rule.as_str(), found[0].verdict.wire), ("ChangedProtocol", Wire::Changed));
    assert_eq!(found[0].sentence, "The crate speaks `rpcv2Cbor`, where it spoke `restJson1`: so it is asked to.");
}

#[test]
fn a_protocol_that_the_newer_model_lacks_is_refused_and_one_that_the_older_lacks_is_not() {
    let one = speaking(&["aws.protocols#restJson1"], "");
    let both = speaking(&["aws.protocols#restJson1", "smithy.protocols#rpcv2Cbor"], "");
    let asked = Some("rpcv2Cbor".to_owned());
    let scope = Scope { protocol: asked.clone(), protocol_before: asked, ..Scope::default() };
    let wrong = compare(&both, &one, &scope).expect_err("it isn't spoken any more");
    assert_eq!(wrong.side, Side::New);
    assert_eq!(
        wrong.to_string(),
        "the newer model is wrong:\n`a#S` doesn't speak the protocol `rpcv2Cbor`, which is asked for; \
         ask for one that it speaks: `restJson1`"
    );
    assert_eq!(compare(&one, &both, &scope).expect("both are models").verdict().wire, Wire::Changed);
}

#[test]
fn rules_that_come_or_go_change_whose_service_it_is() {
    let service = |rules: &str| {
        format!(
            r#"{{"smithy": "2.0", "shapes": {{"a#S": {{"type": "service", "version": "1", "traits": {{
                "aws.protocols#restJson1": {{}}, "aws.api#service": {{"sdkId": "S"}}, "smithy.api#httpBearerAuth": {{}}{rules}}}}}}}}}"#
        )
    };
    let rules = r#", "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {"Region": {"type": "string",
        "builtIn": "AWS::Region", "documentation": "Where."}}, "rules": [{"conditions": [], "type": "endpoint",
        "endpoint": {"url": "https://a.example"}}]}"#;
    for (old, new, lost) in [(service(rules), service(""), "`Client::new`"), (service(""), service(rules), "")] {
        let found = compared(&old, &new);
        assert_eq!(found.verdict().wire, Wire::Changed, "{found:?}");
        assert!(found.differences.iter().any(|found| found.sentence.contains(lost)), "{found:?}");
        assert!(found.differences.iter().any(|found| found.sentence.contains("endpoint rules")), "{found:?}");
        assert_eq!(found.verdict().api == Api::Major, !lost.is_empty(), "{found:?}");
    }
}

#[test]
fn a_timestamps_format_changes_nothing_where_the_protocol_has_but_one() {
    let format = r#""smithy.api#timestampFormat": "date-time""#;
    for (protocol, wire) in [
        ("aws.protocols#awsJson1_1", Wire::Changed),
        ("smithy.protocols#rpcv2Cbor", Wire::Unchanged),
        ("smithy.protocols#rpcv2Json", Wire::Unchanged),
    ] {
        let found = compared(&speaking(&[protocol], ""), &speaking(&[protocol], format));
        assert_eq!(found.verdict().wire, wire, "{protocol}: {:?}", found.differences);
    }
}

/// A service of alloy's with a union, a map and a member that have these traits.
fn of_alloy(union: &str, map: &str, member: &str) -> String {
    let members = format!(
        r#""pet": {{"target": "a#Pet"}}, "marks": {{"target": "a#Marks"}},
        "nick": {{"target": "smithy.api#String", "traits": {{{member}}}}}"#
    );
    let shapes = format!(
        r#", "a#Pet": {{"type": "union", "members": {{"cat": {{"target": "a#Cat"}}}}, "traits": {{{union}}}}},
        "a#Cat": {{"type": "structure", "members": {{"name": {{"target": "smithy.api#String"}}}}}},
        "a#Marks": {{"type": "map", "key": {{"target": "smithy.api#String"}}, "value": {{"target": "smithy.api#Integer"}},
        "traits": {{{map}}}}}"#
    );
    model(&members, &shapes)
        .replace(r#""aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "s"}"#, r#""alloy#simpleRestJson": {}"#)
}

#[test]
fn alloys_traits_change_what_is_sent_or_what_programs_meet_in_its_protocol_alone() {
    let (kind, sort) = (r#""alloy#discriminated": "kind""#, r#""alloy#discriminated": "sort""#);
    let (untagged, null, order) =
        (r#""alloy#untagged": {}"#, r#""alloy#nullable": {}"#, r#""alloy#preserveKeyOrder": {}"#);
    let plain = of_alloy("", "", "");
    for (old, new, api, wire) in [
        (of_alloy(kind, "", ""), of_alloy(sort, "", ""), Api::Patch, Wire::Changed),
        (plain.clone(), of_alloy(untagged, "", ""), Api::Patch, Wire::Changed),
        (plain.clone(), of_alloy("", "", null), Api::Major, Wire::Extended),
        (plain.clone(), of_alloy("", order, ""), Api::Major, Wire::Unchanged),
        (plain.clone(), of_alloy("", "", r#""alloy#dataExamples": [{"json": "Tom"}]"#), Api::Patch, Wire::Unchanged),
    ] {
        let found = compared(&old, &new);
        assert_eq!((found.verdict().api, found.verdict().wire), (api, wire), "{:?}", found.differences);
        // Elsewhere they are their owner's.
        let [old, new] = [old, new].map(|text| text.replace("alloy#simpleRestJson", "aws.protocols#restJson1"));
        let found = compared(&old, &new);
        assert_eq!(
            (found.verdict().api, found.verdict().wire),
            (Api::Patch, Wire::Unchanged),
            "{:?}",
            found.differences
        );
    }
}

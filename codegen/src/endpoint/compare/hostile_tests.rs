//! Rules and tests that are made to be large.

use super::super::{RuleSet, parse, parse_diagram, parse_tests};
use super::{Budget, Comparison, STEPS, Verdict, compare, compare_within};
use base64::Engine;
use serde_json::{Value as Json, json};

fn parameters() -> Json {
    json!({ "Region": { "type": "string", "builtIn": "AWS::Region" }, "Fips": { "type": "boolean" } })
}

fn rules(parameters: Json, rules: Json) -> RuleSet {
    parse(&json!({ "version": "1.0", "parameters": parameters, "rules": rules })).expect("these rules are valid")
}

fn endpoint(conditions: Json, url: &str) -> Json {
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

fn function(name: &str, argv: Json) -> Json {
    json!({ "fn": name, "argv": argv })
}

fn verdict(old: &RuleSet, new: &RuleSet) -> Verdict {
    compare(old, &[], new, &[]).verdict
}

#[test]
fn rules_may_nest_as_deeply_as_parsing_lets_them() {
    let nested = |url: &str| {
        let is_set = function("isSet", json!([{ "ref": "Region" }]));
        let fips = function("coalesce", json!([{ "ref": "Fips" }, false]));
        let value = (0..100).fold(json!("{Region}"), |value, _| function("ite", json!([fips, "a", value])));
        let mut condition = function("uriEncode", json!([value]));
        condition["assign"] = json!("host");
        let not_fips = function("not", json!([fips]));
        let tree = |rule| json!({ "type": "tree", "conditions": [not_fips], "rules": [rule, endpoint(json!([]), "https://b")] });
        let rule = (0..100).fold(endpoint(json!([]), url), |rule, _| tree(rule));
        rules(parameters(), json!([{ "type": "tree", "conditions": [is_set, condition], "rules": [rule] }]))
    };
    let (one, other) = (nested("https://{host}"), nested("https://{host}.x"));
    assert_eq!(verdict(&one, &one), Verdict::Same);
    assert_eq!(verdict(&one, &other), Verdict::Changed);
}

/// A diagram that asks for so many regions in turn, each of which has an endpoint of its own.
fn diagram(count: i32, first: &str) -> RuleSet {
    const RESULT: i32 = 100_000_000;
    let region = |index: i32| function("stringEquals", json!([{ "ref": "Region" }, format!("r{index}")]));
    let url = |index: i32| if index == 0 { first.to_owned() } else { format!("https://{index}") };
    let node = |index: i32| [index, RESULT + 1 + index, if index + 1 == count { -1 } else { index + 3 }];
    let nodes: Vec<[i32; 3]> = [[-1, 1, -1]].into_iter().chain((0..count).map(node)).collect();
    let bytes: Vec<u8> = nodes.iter().flatten().flat_map(|number| number.to_be_bytes()).collect();
    let diagram = json!({
        "version": "1.1", "parameters": parameters(), "root": 2, "nodeCount": nodes.len(),
        "conditions": (0..count).map(region).collect::<Vec<_>>(),
        "results": (0..count).map(|index| endpoint(json!([]), &url(index))).collect::<Vec<_>>(),
        "nodes": base64::engine::general_purpose::STANDARD.encode(bytes),
    });
    parse_diagram(&diagram).expect("the diagram is valid")
}

#[test]
fn rules_that_are_too_large_to_be_tried_are_not_called_the_same() {
    let within = |old: &RuleSet, new: &RuleSet| compare_within(Budget(STEPS / 4), [old, new], [&[], &[]]);
    let (small, large) = (diagram(50, "https://0"), diagram(20_000, "https://0"));
    let comparison = within(&small, &small);
    assert_eq!((comparison.verdict, comparison.tried), (Verdict::Same, (9 + 50 + 1) * 3));
    let comparison = within(&large, &large);
    assert_eq!(comparison.verdict, Verdict::Unknown);
    assert!((1..200).contains(&comparison.tried), "{} inputs", comparison.tried);
    // What is found before is said all the same.
    assert_eq!(within(&large, &diagram(20_000, "https://x")).verdict, Verdict::Changed);
    let none = compare_within(Budget(10), [&small, &small], [&[], &[]]);
    assert_eq!((none.verdict, none.tried), (Verdict::Unknown, 0));
}

#[test]
fn thousands_of_parameters_are_tried_with_fewer_inputs() {
    let name = |index: usize| format!("P{index}");
    let parameters: Json = (0..2_000).map(|index| (name(index), json!({ "type": "boolean" }))).collect();
    let rules = |url: &str| {
        let last = json!([{ "ref": name(1_999) }]);
        let rule = endpoint(json!([function("isSet", last)]), url);
        rules(parameters.clone(), json!([rule, endpoint(json!([]), "https://a")]))
    };
    let (one, other) = (rules("https://b"), rules("https://c"));
    let same = compare(&one, &[], &one, &[]);
    assert_eq!((same.verdict, same.tried), (Verdict::Same, 1_000));
    let Comparison { verdict, differences, .. } = compare(&one, &[], &other, &[]);
    assert_eq!(verdict, Verdict::Changed);
    let shown = differences.iter().all(|difference| difference.params.chars().count() <= 401);
    assert!(shown, "{differences:?}");
}

#[test]
fn there_is_a_most_of_tests() {
    let case = |index: usize| json!({ "params": { "Region": format!("r{index}") }, "expect": { "error": "" } });
    let tests = json!({ "testCases": (0..30_000).map(case).collect::<Vec<_>>() });
    let tests = parse_tests(&tests).expect("the cases are valid");
    let rules = rules(parameters(), json!([endpoint(json!([]), "https://a")]));
    let comparison = compare(&rules, &tests, &rules, &tests);
    assert_eq!(comparison.verdict, Verdict::Same);
    // Every 16th test, and a grid of ten regions and sixteen of the tests', and a flag.
    assert_eq!(comparison.tried, 30_000 / 16 + (10 + 16) * 3 - 16);
}

#[test]
fn what_is_shown_is_short_and_leaves_a_terminal_as_it_is() {
    let value = format!("\u{1b}[31m\u{202e}{}", "é".repeat(1_000));
    let rule = |host: &str| {
        let is = function("stringEquals", json!([{ "ref": "Stage" }, value]));
        rules(json!({ "Stage": { "type": "string", "default": "" } }), json!([endpoint(json!([is]), host)]))
    };
    let long = format!("https://{}", "a".repeat(5_000));
    let comparison = compare(&rule("https://a\nb"), &[], &rule(&long), &[]);
    let [difference] = comparison.differences.as_slice() else { panic!("{comparison:?}") };
    assert!(difference.params.starts_with("Stage=\\u{1b}[31m\\u{202e}éé"), "{difference:?}");
    assert!(difference.params.ends_with("éé…") && difference.params.chars().count() < 120, "{difference:?}");
    assert_eq!(difference.old, "https://a\\u{a}b");
    assert!(difference.new.ends_with("aa…") && difference.new.len() < 420, "{difference:?}");
}

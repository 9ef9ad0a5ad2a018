//! Which differences the inputs show.

use super::super::{RuleSet, parse, parse_diagram, parse_tests};
use super::{Verdict, compare};
use serde_json::{Value as Json, json};
use std::path::Path;

/// How many flags there are: enough that not every input can be tried.
const FLAGS: usize = 14;

fn flag(index: usize) -> String {
    format!("Flag{index}")
}

fn is_set(name: &str) -> Json {
    json!({ "fn": "isSet", "argv": [{ "ref": name }] })
}

fn is_stage(stage: &str) -> Json {
    json!({ "fn": "stringEquals", "argv": [{ "ref": "Stage" }, stage] })
}

fn endpoint(conditions: Vec<Json>, url: &str) -> Json {
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

/// Rules with an exception for one combination of a region, stages and flags.
fn rules(exception: Json) -> RuleSet {
    let mut parameters = json!({
        "Region": { "type": "string", "builtIn": "AWS::Region" },
        "Stage": { "type": "string", "default": "prod" },
    });
    for index in 0..FLAGS {
        parameters[flag(index)] = json!({ "type": "boolean" });
    }
    let stages = (0..100).map(|index| endpoint(vec![is_stage(&format!("s{index}"))], "https://stage"));
    let all: Vec<_> = [exception].into_iter().chain(stages).chain([endpoint(vec![], "https://a")]).collect();
    parse(&json!({ "version": "1.0", "parameters": parameters, "rules": all })).expect("these rules are valid")
}

/// The fewest parameters that show what the exception is for.
fn shown(conditions: Vec<Json>) -> Option<String> {
    let (old, new) = (rules(endpoint(conditions.clone(), "https://b")), rules(endpoint(conditions, "https://c")));
    let comparison = compare(&old, &[], &new, &[]);
    assert!(comparison.tried <= 10_000);
    comparison.differences.first().map(|difference| difference.params.clone())
}

#[test]
fn each_value_is_tried_where_all_else_is_as_usual() {
    let not_set = |index| json!({ "fn": "not", "argv": [is_set(&flag(index))] });
    let alone = (0..FLAGS).map(not_set).chain([is_set("Region"), is_stage("s77")]).collect();
    assert_eq!(shown(alone).as_deref(), Some("Region=us-east-1, Stage=s77"));
}

#[test]
fn values_are_tried_together() {
    let is_true = |index: usize| json!({ "fn": "booleanEquals", "argv": [{ "ref": flag(index) }, true] });
    let both = vec![is_set(&flag(2)), is_true(2), is_set(&flag(9)), is_true(9), is_stage("s77")];
    let found = shown(both).expect("it is found");
    for part in ["Stage=s77", "Flag2=true", "Flag9=true"] {
        assert!(found.contains(part), "{found}");
    }
}

#[test]
fn the_same_inputs_are_tried_each_time() {
    let exception = || rules(endpoint(vec![is_set(&flag(2)), is_set(&flag(9))], "https://b"));
    let plain = rules(endpoint(vec![is_set(&flag(9))], "https://b"));
    let first = compare(&exception(), &[], &plain, &[]);
    assert_eq!((first.verdict, first.tried), (Verdict::Changed, 10_000));
    assert_eq!(compare(&exception(), &[], &plain, &[]), first);
}

#[test]
fn the_two_forms_of_a_models_rules_do_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference/models");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("{} isn't there: the models of other services are not tried", folder.display());
        return;
    };
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    // Of S3's diagram, parsing takes the name of a signing scheme as it stands, though it is computed.
    for path in paths.filter(|path| !path.ends_with("s3.json")) {
        let model = std::fs::read_to_string(&path).expect("a model is text");
        let model: Json = serde_json::from_str(&model).expect("a model is JSON");
        let shapes = model["shapes"].as_object().expect("a model has shapes");
        let of = |name: &str| shapes.values().find_map(|shape| shape["traits"].get(name));
        let forms = (of("smithy.rules#endpointRuleSet"), of("smithy.rules#endpointBdd"));
        let (Some(list), Some(diagram)) = forms else { continue };
        let list = parse(list).expect("the rules are valid");
        let diagram = parse_diagram(diagram).expect("the diagram is valid");
        let tests = of("smithy.rules#endpointTests").map(|tests| parse_tests(tests).expect("the cases are valid"));
        let tests = tests.unwrap_or_default();
        for (old, new) in [(&list, &diagram), (&diagram, &list)] {
            let comparison = compare(old, &tests, new, &tests);
            assert_eq!(comparison.verdict, Verdict::Same, "{}: {comparison:?}", path.display());
            println!("{}: {} inputs", path.display(), comparison.tried);
        }
    }
}

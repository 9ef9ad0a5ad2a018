//! The endpoint tests of models: rules that are run give what the models expect.

use super::super::current::{NOTE, expected};
use super::super::{EndpointTest, RuleSet, parse, parse_diagram, parse_tests, up_to_date};
use super::{Budget, Table, evaluate};
use serde_json::Value as Json;
use std::path::Path;

/// The rules of a model, in each of the forms that it has, with the name of the form; and its cases.
fn endpoint_traits(model: &Json) -> (Vec<(&'static str, RuleSet)>, Vec<EndpointTest>) {
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let of = |name: &str| shapes.values().find_map(|shape| shape["traits"].get(name));
    let list = of("smithy.rules#endpointRuleSet").map(|rules| ("rules", parse(rules).expect("the rules are valid")));
    let diagram = of("smithy.rules#endpointBdd")
        .map(|diagram| ("diagram", parse_diagram(diagram).expect("the diagram is valid")));
    let tests = of("smithy.rules#endpointTests").map(|tests| parse_tests(tests).expect("the cases are valid"));
    (list.into_iter().chain(diagram).collect(), tests.unwrap_or_default())
}

/// What a case gives, if that isn't what it expects.
fn failure(rules: &RuleSet, test: &EndpointTest) -> Option<String> {
    let params = test.params.iter().map(|(name, value)| (name.as_str(), value)).collect();
    let found = evaluate(rules, &params, Table::Today, &mut Budget(1_000_000)).map(expected);
    let differs = found != Ok(Some(test.expected.clone()));
    differs.then(|| format!("{}\n  expected {:?}\n  found    {found:?}", test.documentation, test.expected))
}

/// How the cases of a model fare, in all forms of its rules.
struct Tried {
    cases: usize,
    /// Those that are older than the table of partitions.
    outdated: usize,
    failures: Vec<String>,
}

fn tried(text: &str) -> Tried {
    let model = serde_json::from_str(text).expect("a model is JSON");
    let (forms, tests) = endpoint_traits(&model);
    let mut tried = Tried { cases: forms.len() * tests.len(), outdated: 0, failures: Vec::new() };
    for (form, rules) in &forms {
        for test in up_to_date(rules, tests.clone()) {
            tried.outdated += usize::from(test.documentation.ends_with(NOTE));
            tried.failures.extend(failure(rules, &test).map(|failure| format!("{form}: {failure}")));
        }
    }
    tried
}

#[test]
fn the_cases_of_our_models_and_fixtures_pass() {
    let models = ["wickr", "connect"].map(|name| (name.to_owned(), sdk_tests::read(&format!("model/{name}.json"))));
    let fixtures = sdk_tests::fixtures("features").into_iter().filter(|(_, text)| text.contains("endpointTests"));
    let mut with_cases = 0;
    for (name, text) in models.into_iter().chain(fixtures) {
        let Tried { cases, outdated, failures } = tried(&text);
        assert!(failures.is_empty(), "{name}: {}", failures.join("\n"));
        assert_eq!(outdated, 0, "{name}");
        with_cases += usize::from(cases > 0);
    }
    assert!(with_cases >= 4, "both models and two fixtures have cases");
}

/// What services expect, in both forms of their rules, holds; but for the one kind of case that newer releases of the same
/// models have dropped.
#[test]
fn the_cases_of_other_services_models_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference/models");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("{} isn't there: the models of other services are not tried", folder.display());
        return;
    };
    for path in entries.map(|entry| entry.expect("the folder can be listed").path()) {
        let Tried { cases, outdated, failures } = tried(&std::fs::read_to_string(&path).expect("a model is text"));
        assert!(failures.is_empty(), "{}: {}", path.display(), failures.join("\n"));
        assert!(outdated <= 8 && outdated < cases, "{}: most are of today", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("{name:28} {cases:4} cases pass, {outdated} of them brought up to date");
    }
}

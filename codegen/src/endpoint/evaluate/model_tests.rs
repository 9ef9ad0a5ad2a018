//! The endpoint tests of models: rules that are run give what the models expect.

use super::super::rules::{Expected, Value};
use super::super::{EndpointTest, RuleSet, parse, parse_diagram, parse_tests};
use super::{Answer, Budget, Endpoint, evaluate};
use serde_json::Value as Json;
use std::path::Path;

/// Whether it is known why a case fails. In the runtime they fail, too.
fn is_known(form: &str, test: &EndpointTest, found: &str) -> bool {
    // They are older than the table of partitions: now isolated ones have endpoints that answer over IPv6.
    let is_isolated = |(name, value): &(String, Value)| {
        name == "Region" && matches!(value, Value::String(region) if region.starts_with("us-iso"))
    };
    let refuses_dual_stack = matches!(&test.expected, Expected::Error(message) if message.contains("DualStack"));
    let is_outdated = refuses_dual_stack && test.params.iter().any(is_isolated);
    // Parsing takes the name of a scheme as it stands, so a diagram that computes it gives the template.
    let is_computed_scheme = form == "diagram" && found.contains("scheme: Some(\"{_s3e_auth}\")");
    is_outdated || is_computed_scheme
}

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
    let found = evaluate(rules, &params, &mut Budget(1_000_000));
    let expected = match &test.expected {
        Expected::Error(message) => Answer::Error(message.clone()),
        Expected::Endpoint { url, headers, signing } => {
            let (url, headers, signing) = (url.clone(), headers.clone(), signing.clone());
            Answer::Endpoint(Box::new(Endpoint { url, headers, signing }))
        }
    };
    let differs = found != Ok(expected.clone());
    differs.then(|| format!("{}\n  expected {expected:?}\n  found    {found:?}", test.documentation))
}

/// How the cases of a model fare, in all forms of its rules.
#[derive(Default)]
struct Tried {
    cases: usize,
    /// Those of which it is known why they fail.
    known: usize,
    failures: Vec<String>,
}

fn tried(text: &str) -> Tried {
    let model = serde_json::from_str(text).expect("a model is JSON");
    let (forms, tests) = endpoint_traits(&model);
    let mut tried = Tried { cases: forms.len() * tests.len(), ..Tried::default() };
    for (form, rules) in &forms {
        for test in &tests {
            match failure(rules, test) {
                Some(failure) if is_known(form, test, &failure) => tried.known += 1,
                Some(failure) => tried.failures.push(format!("{form}: {failure}")),
                None => {}
            }
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
        let Tried { cases, known, failures } = tried(&text);
        assert!(failures.is_empty(), "{name}: {}", failures.join("\n"));
        assert_eq!(known, 0, "{name}");
        with_cases += usize::from(cases > 0);
    }
    assert!(with_cases >= 4, "both models and two fixtures have cases");
}

#[test]
fn the_cases_of_other_services_models_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference/models");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("{} isn't there: the models of other services are not tried", folder.display());
        return;
    };
    for path in entries.map(|entry| entry.expect("the folder can be listed").path()) {
        let Tried { cases, known, failures } = tried(&std::fs::read_to_string(&path).expect("a model is text"));
        assert!(failures.is_empty(), "{}: {}", path.display(), failures.join("\n"));
        assert!(known < cases, "{}: some pass", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("{name:28} {:4} of {cases:4} cases pass, {known:3} fail as known", cases - known);
    }
}

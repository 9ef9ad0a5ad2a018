//! The endpoint rules of other services' models, generated and run: the cases that each model brings along, for both forms
//! in which it has its rules. What interpreted rules give is tested beside the interpreter, at a fraction of the time.

use codegen::{Options, generate_with};
use sdk_tests::cargo::{cargo, said, target};
use sdk_tests::scratch::Scratch;
use sdk_tests::shared;
use serde_json::{Map, Value, json};
use std::fs;

const RULES: &str = "smithy.rules#endpointRuleSet";
const DIAGRAM: &str = "smithy.rules#endpointBdd";

/// The models whose rules are compiled: the largest, those that are told by account, those with cases that are older than the
/// partitions, and some that are signed in another region or under another name.
const MODELS: [&str; 9] =
    ["cloudfront", "cloudwatch-logs", "dynamodb", "iam", "kinesis", "route-53", "s3", "signin", "sts"];

/// A model of the service's traits and rules alone, in one of their forms; `None` if it doesn't have this form.
fn rules_alone(text: &str, form: &str) -> Option<Value> {
    let model: Value = serde_json::from_str(text).expect("a model is JSON");
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let (id, service) = shapes.iter().find(|(_, shape)| shape["type"] == "service").expect("it has a service");
    let traits = service["traits"].as_object().expect("a service has traits");
    traits.get(form)?;
    let other = if form == RULES { DIAGRAM } else { RULES };
    let is_kept =
        |id: &str| ["aws.", "smithy.rules#", "smithy.api#xmlNamespace"].iter().any(|kept| id.starts_with(kept));
    let traits = traits.iter().filter(|(id, _)| is_kept(id) && *id != other);
    let traits: Map<String, Value> = traits.map(|(id, value)| (id.clone(), value.clone())).collect();
    let service = json!({ "type": "service", "version": service["version"], "traits": traits });
    Some(json!({ "smithy": "2.0", "shapes": { id: service } }))
}

#[test]
fn generated_rules_pass_the_cases_of_other_services() {
    let Some(folder) = shared("reference/models") else { return };
    let mut scratch = Scratch::new(target().join("tmp/endpoints"));
    let mut root = String::from("//! Endpoint rules of several services.\n");
    for name in MODELS {
        let text = fs::read_to_string(folder.join(format!("{name}.json"))).expect("the model is there");
        for (form, suffix) in [(RULES, "rules"), (DIAGRAM, "diagram")] {
            let Some(model) = rules_alone(&text, form) else { continue };
            let options = Options::of("reference-endpoints");
            let (generated, _) = generate_with(&model.to_string(), &options)
                .unwrap_or_else(|problems| panic!("{name}'s {suffix} should be right, but {problems:#?}"));
            let module = format!("{}_{suffix}", name.replace('-', "_"));
            for file in ["endpoint.rs", "endpoint/tests.rs"] {
                scratch.put(format!("endpoints/src/{module}/{file}"), &generated.files[&format!("src/{file}")]);
            }
            root += &format!("#[cfg(test)]\nmod {module} {{ mod endpoint; }}\n");
        }
    }
    scratch.put("endpoints/src/lib.rs", &root);
    let manifest = "[package]\nname = \"reference-endpoints\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                    [dependencies]\nsdk-runtime.workspace = true\n";
    scratch.put("endpoints/Cargo.toml", manifest);
    let root = scratch.finish();
    let tested = cargo().args(["test", "--lib"]).current_dir(&root).output().expect("cargo runs");
    assert!(tested.status.success(), "rules fail in {}:\n{}", root.display(), said(&tested));
    let passed = said(&tested).matches("the_rules_pass_the_models_tests ... ok").count();
    assert_eq!(passed, 15, "nine lists and six diagrams:\n{}", said(&tested));
}

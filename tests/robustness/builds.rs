//! Files of builds that may be anything, and projections of models: what is read never breaks the reader, and what a
//! projection leaves of a model is a model.

use super::idl::{change, changed};
use codegen::build::Build;
use codegen::idl::{idl_of, load_projected, projected_json_ast};
use proptest::prelude::*;
use sdk_tests::mutation::cases;
use sdk_tests::workspace;
use serde_json::{Value, json};
use std::fs;
use std::sync::LazyLock;

static BUILD: LazyLock<String> = LazyLock::new(|| fixture("smithy-build.json"));
static MODEL: LazyLock<[String; 2]> = LazyLock::new(|| [fixture("model.smithy"), fixture("common.smithy")]);

fn fixture(name: &str) -> String {
    fs::read_to_string(workspace().join("tests/fixtures/build").join(name)).expect("the fixture is there")
}

fn files() -> [(&'static str, &'static str); 2] {
    let [model, common] = &*MODEL;
    [("model.smithy", model), ("common.smithy", common)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(300), ..ProptestConfig::default() })]

    #[test]
    fn builds_that_were_changed_at_random_are_read_or_refused(changes in prop::collection::vec(change(), 1..5)) {
        let text = changes.iter().fold(BUILD.clone(), |text, change| changed(&text, change));
        match Build::read(&text, &|name| Some(name.to_lowercase())) {
            Ok(build) => {
                let names: Vec<String> = build.projections().map(str::to_owned).collect();
                for name in names {
                    if let Ok(projection) = build.projection(&name) {
                        let _ = load_projected(&files(), &projection);
                    }
                }
            }
            Err(problems) => {
                prop_assert!(!problems.as_slice().is_empty());
                for problem in problems {
                    let range = problem.span.expect("what is wrong in a file has a place").range();
                    prop_assert!(text.get(range).is_some(), "{:?} is out of the text", problem);
                }
            }
        }
    }

    #[test]
    fn what_a_projection_leaves_is_a_model(transforms in prop::collection::vec(transform(), 1..5)) {
        let text = json!({"version": "1.0", "projections": {"any": {"transforms": transforms}}}).to_string();
        let build = Build::read(&text, &|_| None).expect("it is written as it should be");
        let projection = build.projection("any").expect("it is there");
        if let Ok(json) = projected_json_ast(&files(), &projection) {
            let again = idl_of(&[("model.json", &json)]);
            prop_assert!(again.is_ok(), "{:?}: {:?}", transforms, again);
        }
    }
}

fn one_of(all: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::sample::subsequence(all, 1..=all.len().min(3)).prop_map(|some| json!(some))
}

fn transform() -> impl Strategy<Value = Value> {
    const TAGS: &[&str] = &["internal", "beta", "exported", "public", "none"];
    const IDS: &[&str] = &[
        "harbor#Harbor",
        "harbor#Ship",
        "harbor#ListShips",
        "harbor#ShipList",
        "harbor#CargoList",
        "harbor#Cargo",
        "harbor#ShipKind",
        "harbor#Height",
        "harbor.common#Berth",
        "harbor.common#audited",
        "harbor.common#traced",
        "harbor#New",
        "harbor.flat#Ship",
    ];
    let named = |names: &'static [&'static str], argument: &'static str, values: &'static [&'static str]| {
        (prop::sample::select(names), one_of(values))
            .prop_map(move |(name, values)| json!({"name": name, "args": {argument: values}}))
    };
    let id = || prop::sample::select(IDS);
    prop_oneof![
        named(&["excludeShapesByTag", "includeShapesByTag", "excludeTags", "includeTags"], "tags", TAGS),
        named(&["excludeTraitsByTag", "includeTraitsByTag"], "tags", TAGS),
        named(&["excludeShapesByTrait"], "traits", &["internal", "harbor.common#traced", "deprecated", "output"]),
        named(&["excludeTraits"], "traits", &["internal", "harbor.common#", "tags", "documentation"]),
        named(
            &["excludeShapesByType"],
            "shapeTypes",
            &["list", "enum", "structure", "resource", "string", "operation"]
        ),
        named(&["includeNamespaces"], "namespaces", &["harbor", "harbor.common"]),
        named(&["includeServices"], "services", &["harbor#Harbor", "harbor#Office"]),
        named(&["removeUnusedShapes", "removeTraitDefinitions"], "exportTagged", TAGS),
        (id(), id()).prop_map(|(from, to)| json!({"name": "renameShapes", "args": {"renamed": {from: to}}})),
        Just(json!({"name": "flattenNamespaces", "args": {"namespace": "harbor.flat", "service": "harbor#Harbor"}})),
        Just(json!({"name": "removeDeprecatedShapes", "args": {"relativeDate": "2030-01-01"}})),
        Just(json!({"name": "makeIdempotencyTokensClientOptional"})),
    ]
}

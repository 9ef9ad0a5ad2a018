//! The generated files of each fixture, as snapshots in `tests/snapshots/features`.

use sdk_tests::{TAKE_OVER, fixtures, model};
use serde_json::Value;
use std::fmt::Write;

#[test]
fn each_feature_becomes_what_its_snapshot_shows() {
    let mut wrong = Vec::new();
    for (name, fixture) in fixtures("features") {
        let shown = shown(&name, &fixture);
        let assertion = || {
            insta::with_settings!({ snapshot_path => "../snapshots/features", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name.as_str(), shown);
            });
        };
        if std::panic::catch_unwind(assertion).is_err() {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "not as their snapshots show: {}; {TAKE_OVER}", wrong.join(", "));
}

/// The files that a fixture is about.
fn shown(name: &str, fixture: &str) -> String {
    let generated = codegen::generate(&model(fixture), &format!("fixture-{}", name.replace('_', "-")));
    let generated = match generated {
        Ok(generated) => generated.files,
        Err(problems) => panic!("{name}.json should be right, but {problems:#?}"),
    };
    let fixture: Value = serde_json::from_str(fixture).expect("a fixture of a feature is JSON");
    let paths = fixture["metadata"]["show"].as_array().expect("the fixture names what its snapshot shows");
    let mut shown = String::new();
    for path in paths.iter().filter_map(Value::as_str) {
        let known = || generated.keys().cloned().collect::<Vec<_>>().join(", ");
        let text = generated.get(path).unwrap_or_else(|| panic!("{name}.json makes no {path}, but {}", known()));
        writeln!(
            shown,
            "──── {path} ────\n{}",
            text.split_once(codegen::HEADER).map_or("", |(_, rest)| rest).trim_start()
        )
        .expect("a string takes all text");
    }
    shown
}

//! The generated files of each fixture, as snapshots in `tests/snapshots/features`.

use sdk_tests::{TAKE_OVER, fixtures, shown};

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

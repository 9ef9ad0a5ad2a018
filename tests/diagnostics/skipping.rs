//! `--skip-unsupported`: what is left out, what is left, and what leaves nothing.

use super::Scratch;
use super::files::{empty, tree};
use sdk_tests::cargo::{said, write};
use sdk_tests::model;
use std::process::Output;

/// Two operations; `one` stands among the traits of the first, `of_service` among the service's, `of_error` among those of
/// an error that the service names for both.
fn generate(scratch: &Scratch, one: &str, of_service: &str, of_error: &str) -> Output {
    let shapes = format!(
        r#"{{"smithy": "2.0", "shapes": {{
        "com.example#One": {{"type": "operation", "traits": {{"smithy.api#http": {{"method": "GET", "uri": "/one"}}{one}}}}},
        "com.example#Two": {{"type": "operation", "traits": {{"smithy.api#http": {{"method": "GET", "uri": "/two"}},
            "smithy.api#examples": [{{"title": "Ends badly", "error": {{"shapeId": "com.example#Common", "content": {{}}}}}}]}}}},
        "com.example#Common": {{"type": "structure", "members": {{"more": {{"target": "com.example#More"}}}},
            "traits": {{"smithy.api#error": "client"{of_error}}}}},
        "com.example#More": {{"type": "structure", "members": {{"limit": {{"target": "smithy.api#Long"}}}}}}
        }}}}"#
    );
    let errors = "\"errors\": [{\"target\": \"com.example#Common\"}], \"operations\":";
    let source = model(&shapes).replacen("\"operations\":", errors, 1);
    write(
        &scratch.root.join("model.json"),
        &source.replacen("\"aws.auth#sigv4\"", &format!("{of_service}\"aws.auth#sigv4\""), 1),
    );
    scratch.run(&["codegen", "--model=model.json", "--out=my-sdk", "--skip-unsupported"])
}

const UNHEARD_OF: &str = ", \"smithy.api#unheardOf\": {}";

#[test]
fn an_operation_is_left_out_and_named() {
    let scratch = empty("skip_operation");
    let output = generate(&scratch, UNHEARD_OF, "", "");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("left out One: has the trait `smithy.api#unheardOf`"), "{}", said(&output));
    let tree = tree(&scratch.root.join("my-sdk/src"));
    assert!(tree.contains_key("operation/two.rs") && !tree.contains_key("operation/one.rs"), "{:?}", tree.keys());
    assert!(tree["error.rs"].contains("Common"));
}

#[test]
fn an_error_of_the_services_own_is_left_out_and_its_operations_stay() {
    let scratch = empty("skip_error");
    let output = generate(&scratch, "", "", UNHEARD_OF);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let reason = "left out the error Common: reaches `Common`, which has the trait `smithy.api#unheardOf`";
    assert!(said(&output).contains(reason), "{}", said(&output));
    let tree = tree(&scratch.root.join("my-sdk/src"));
    assert!(tree.contains_key("operation/one.rs") && tree.contains_key("operation/two.rs"), "{:?}", tree.keys());
    assert!(tree.values().all(|text| !text.contains("Common") && !text.contains("com.example#More")));
}

#[test]
fn nothing_that_is_left_is_an_error_and_writes_nothing() {
    let scratch = empty("skip_all");
    let service = "\"aws.api#unheardOf\": {}, ";
    let output = generate(&scratch, "", service, "");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let problem = "`com.example#Example` has no operation left without what is unsupported: `One` is of a service that has \
                   the trait `aws.api#unheardOf`, and 1 more";
    assert!(said(&output).contains(problem), "{}", said(&output));
    assert!(!scratch.root.join("my-sdk").exists());
    let one = [&scratch.run(&["codegen", "--model=model.json", "--out=my-sdk"])];
    assert!(said(one[0]).contains("has the trait `aws.api#unheardOf`, which is not supported"), "{}", said(one[0]));
}

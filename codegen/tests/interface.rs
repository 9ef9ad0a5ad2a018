//! What programs that use the crate can do with its types.

use codegen::ast::{ShapeId, parse};
use std::error::Error;

const MODEL: &str = r#"{"smithy": "2.0", "shapes": {
    "a#B": {"type": "operation", "traits": {"smithy.api#http": "GET", "smithy.api#title": "B"}}}}"#;

#[test]
fn a_text_finds_its_shape() {
    let model = parse(MODEL).expect("it is a model");
    let shape = model.shapes.get("a#B").expect("it is there");
    assert_eq!([&shape.id, &ShapeId::from("a#B"), &"a#B".to_owned().into()].map(AsRef::as_ref), ["a#B"; 3]);
}

#[test]
fn models_of_one_text_are_equal() {
    let other = parse(&MODEL.replace("\"B\"", "\"C\"")).expect("it is a model");
    assert_eq!(parse(MODEL), parse(MODEL));
    assert_ne!(parse(MODEL), Ok(other));
}

#[test]
fn a_trait_of_the_wrong_form_is_an_error_that_says_what_it_has_to_be() {
    let model = parse(MODEL).expect("it is a model");
    let traits = &model.shapes["a#B"].traits;
    let error: Box<dyn Error> = traits.http().expect_err("it is a text").into();
    assert_eq!(error.to_string(), "the trait `smithy.api#http` is not an object with `method` and `uri`");
    assert_eq!(traits.text("title").expect("it is a text").as_deref(), Some("B"));
}

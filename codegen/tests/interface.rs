//! What programs that use the crate can do with its types.

use codegen::ast::{ShapeId, parse};
use codegen::build::Build;
use codegen::diagnostic::{Diagnostic, Problems};
use codegen::diff::{Scope, Side, compare};
use codegen::{Options, conformance, generate, generate_files, idl, surface_of};
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

/// As `?` does in a build script.
fn passed_on<T>(outcome: Result<T, impl Error + 'static>) -> Result<T, Box<dyn Error>> {
    Ok(outcome?)
}

#[test]
fn whatever_fails_for_a_model_can_be_passed_on_with_a_question_mark() {
    let files = [("a.smithy", "namespace a\nstructure B { c: D }\n")];
    let said = [
        passed_on(Build::read("[]", &|_| None)).err(),
        passed_on(parse("[]")).err(),
        passed_on(generate("[]", "a-sdk")).err(),
        passed_on(generate_files(&files, &Options::of("a-sdk"))).err(),
        passed_on(surface_of("[]", "a-sdk")).err(),
        passed_on(idl::json_ast(&files)).err(),
        passed_on(idl::format("struct")).err(),
        passed_on(compare("[]", "[]", &Scope::default())).err(),
        passed_on(conformance::suite("[]", "a-sdk", None)).err(),
    ];
    assert!(said.iter().all(|error| error.as_ref().is_some_and(|error| !error.to_string().is_empty())), "{said:?}");
}

#[test]
fn problems_are_shown_a_line_for_each() {
    let text = "$version: \"2\"\nnamespace a\nstructure B { c: D, e: F }\n";
    let problems = idl::json_ast(&[("a.smithy", text)]).expect_err("two members target nothing");
    let lines: Vec<String> = problems.to_string().lines().map(str::to_owned).collect();
    assert_eq!(lines, problems.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert!(lines.len() == 2 && lines[0].starts_with("`a#B$c` ") && lines[1].starts_with("`a#B$e` "), "{lines:?}");
    assert_eq!(problems.as_slice().len(), (&problems).into_iter().count());
    let owned: Vec<Diagnostic> = problems.clone().into_iter().collect();
    assert_eq!(Problems::from(owned), problems);
}

#[test]
fn a_comparison_says_which_of_the_models_is_wrong() {
    for (old, new, side, says) in [("[]", MODEL, Side::Old, "the older model "), (MODEL, "[]", Side::New, "the newer ")]
    {
        let wrong = compare(old, new, &Scope::default()).expect_err("a list is no model");
        assert_eq!(wrong.side, side);
        assert!(wrong.to_string().starts_with(says) && wrong.to_string().ends_with(&wrong.problems.to_string()));
    }
}

//! Members, lowered from a model of one operation: where they go, what they hold, what stands in for them.

use crate::ir::{Codec, Default, Member, Place, Service, Type};
use crate::lower::lower;
use crate::{Options, ast};

const MODEL: &str = r##"{"smithy": "2.0", "shapes": {
    "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}],
        "traits": {"aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "s"},
        "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
            {"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}]}}},
    "a#Op": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
        "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}}},
    "a#In": {"type": "structure", "members": {INPUT}},
    "a#Out": {"type": "structure", "members": {OUTPUT}},
    "a#Secret": {"type": "string", "traits": {"smithy.api#sensitive": {}}},
    "a#Json": {"type": "string", "traits": {"smithy.api#mediaType": "application/json"}},
    "a#List": {"type": "list", "member": {"target": "smithy.api#String"}},
    "a#Map": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
    "a#Lists": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "a#Numbers"}},
    "a#Numbers": {"type": "list", "member": {"target": "smithy.api#Integer"}},
    "a#SecretKeys": {"type": "map", "key": {"target": "a#Secret"}, "value": {"target": "smithy.api#String"}},
    "a#SecretValues": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "a#Secret"}},
    "a#Share": {"type": "float", "traits": {"smithy.api#range": {"min": 0.5, "max": 2}}},
    "a#Least": {"type": "double", "traits": {"smithy.api#range": {"min": 0.5}}}
}}"##;

fn lowered(input: &str, output: &str) -> Result<Service, Vec<String>> {
    let model = ast::parse(&MODEL.replace("INPUT", input).replace("OUTPUT", output)).expect("it is a model");
    lower(&model, &Options::of("a-sdk"))
        .map_err(|problems| problems.iter().map(|found| found.problem.clone()).collect())
}

/// A member that targets a shape and has these traits.
fn text_of(target: &str, traits: &str) -> String {
    let target = if target.contains('#') { target.to_owned() } else { format!("smithy.api#{target}") };
    format!(r#""m": {{"target": "{target}", "traits": {{{traits}}}}}"#)
}

fn in_input(target: &str, traits: &str) -> Member {
    let service = lowered(&text_of(target, traits), "").expect("the model is right");
    service.operations[0].input.members[0].clone()
}

fn in_output(target: &str, traits: &str) -> Member {
    let service = lowered("", &text_of(target, traits)).expect("the model is right");
    service.operations[0].output.members[0].clone()
}

#[track_caller]
fn assert_refused(target: &str, traits: &str, why: &str) {
    for (input, output) in [(text_of(target, traits), String::new()), (String::new(), text_of(target, traits))] {
        let problems = lowered(&input, &output).err().unwrap_or_default();
        if problems.iter().any(|problem| problem.contains(why)) {
            return;
        }
    }
    panic!("{target} with {traits} isn't refused as {why:?}");
}

#[test]
fn a_binding_of_the_other_side_means_nothing() {
    let binding = |name: &str, value: &str| format!(r#""smithy.api#{name}": {value}"#);
    for (name, value) in [("httpLabel", "{}"), ("httpQuery", "\"q\""), ("httpQueryParams", "{}")] {
        let target = if name == "httpQueryParams" { "a#Map" } else { "String" };
        assert_eq!(in_output(target, &binding(name, value)).place, Place::Body, "{name}");
    }
    assert_eq!(in_input("Integer", &binding("httpResponseCode", "{}")).place, Place::Body);
    assert_eq!(in_output("Integer", &binding("httpResponseCode", "{}")).place, Place::Status);
    assert_eq!(in_input("String", &binding("httpQuery", "\"q\"")).place, Place::Query("q".to_owned()));
}

#[test]
fn a_query_parameter_has_a_name() {
    assert_refused("String", r#""smithy.api#httpQuery": """#, "a query parameter without a name");
}

#[test]
fn only_texts_go_into_maps_of_headers_and_parameters() {
    assert_refused("a#Lists", r#""smithy.api#httpQueryParams": {}"#, "a map of strings, or of lists of them");
    assert_refused("a#Lists", r#""smithy.api#httpPrefixHeaders": "x-""#, "a map of strings");
}

#[test]
fn a_text_with_a_media_type_is_encoded_in_a_header_alone() {
    let header = r#""smithy.api#httpHeader": "x-m""#;
    assert_eq!(in_input("a#Json", header).codec, Codec::MediaText);
    assert_eq!(in_input("a#Json", "").codec, Codec::Plain);
    assert_eq!(in_input("String", header).codec, Codec::Plain);
    assert_eq!(in_input("Integer", header).codec, Codec::Plain);
}

#[test]
fn a_map_is_as_secret_as_its_keys_or_values() {
    assert!(in_input("a#SecretKeys", "").sensitive);
    assert!(in_input("a#SecretValues", "").sensitive);
    assert!(!in_input("a#Map", "").sensitive);
}

#[test]
fn bounds_of_floats_are_written_as_floats() {
    let bounds = |target: &str| match in_input(target, "").codec {
        Codec::Named(_, codec) => match *codec {
            Codec::Range(least, most, _) => (least, most),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!(bounds("a#Share"), ("0.5".to_owned(), "2.0".to_owned()));
    assert_eq!(bounds("a#Least"), ("0.5".to_owned(), "f64::MAX".to_owned()));
}

#[test]
fn defaults_are_what_their_types_hold() {
    let default = |target: &str, value: &str| in_output(target, &format!(r#""smithy.api#default": {value}"#)).default;
    for target in ["Byte", "Short", "Integer", "Long"] {
        assert_eq!(default(target, "7"), Some(Default::Int(7)), "{target}");
    }
    assert_eq!(default("Double", "\"Infinity\""), Some(Default::Float(f64::INFINITY)));
    assert_eq!(default("Double", "\"-Infinity\""), Some(Default::Float(f64::NEG_INFINITY)));
    assert_eq!(default("a#List", "[]"), Some(Default::EmptyList));
    assert_eq!(default("a#Map", "{}"), Some(Default::EmptyMap));
    assert_eq!(default("Document", "true"), Some(Default::Document("true".to_owned())));
    assert_eq!(in_output("Integer", "").ty, Type::Scalar("i32"));
}

#[test]
fn defaults_that_do_not_fit_are_refused() {
    for (target, value) in [
        ("Byte", "128"),
        ("Short", "32768"),
        ("Integer", "2147483648"),
        ("Double", "\"Inf\""),
        ("Float", "1e300"),
        ("a#List", "[\"a\"]"),
        ("a#Map", "{\"a\": \"b\"}"),
        ("String", "1"),
        ("Boolean", "\"true\""),
    ] {
        assert_refused(target, &format!(r#""smithy.api#default": {value}"#), "which doesn't fit its type");
    }
}

#[test]
fn a_union_has_names_of_json_where_the_protocol_has() {
    let union = r#", "a#Choice": {"type": "union", "members":
        {"one": {"target": "smithy.api#String", "traits": {"smithy.api#jsonName": "uno"}}}}}"#;
    let wire = |protocol: &str| {
        let source = MODEL.replace("INPUT", r#""c": {"target": "a#Choice"}"#).replace("OUTPUT", "");
        let source = source.replace("restJson1", protocol);
        let source = format!("{}{union}}}", source.trim_end().trim_end_matches("}}").trim_end());
        let model = ast::parse(&source).expect("it is a model");
        lower(&model, &Options::of("a-sdk")).expect("it is right").unions[0].variants[0].wire.clone()
    };
    assert_eq!((wire("restJson1").as_str(), wire("awsJson1_1").as_str()), ("uno", "one"));
}

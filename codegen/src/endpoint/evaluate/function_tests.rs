//! The functions give what the runtime's give: the same cases are tried there.

use super::super::function::{ATTRIBUTES, FUNCTIONS, Function, Type};
use super::datum::{Datum, Text};
use super::function::{Table, call};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

const CASES: &str = include_str!("../../../../tests/fixtures/endpoint_functions.json");

/// A case's argument, as a text of the rules or as one that was made.
fn argument(value: &Json, made: bool) -> Datum<'_> {
    match value {
        Json::String(text) if made => Datum::Text(Text::made(text.clone())),
        Json::String(text) => Datum::text(text),
        Json::Bool(value) => Datum::Boolean(*value),
        value => Datum::Integer(value.as_u64().and_then(|number| u32::try_from(number).ok()).expect("a number")),
    }
}

fn shown(datum: &Datum<'_>) -> Json {
    match datum {
        Datum::Text(text) => text.as_str().into(),
        Datum::Boolean(value) => (*value).into(),
        Datum::Integer(value) => (*value).into(),
        Datum::Strings(items) => json!(items),
        Datum::Pieces(pieces) => pieces.iter().map(Text::as_str).collect(),
        Datum::Record(attributes) => {
            attributes.iter().map(|(name, value)| ((*name).to_owned(), shown(value))).collect::<Map<_, _>>().into()
        }
    }
}

#[test]
fn functions_give_what_the_runtimes_give() {
    let cases: Vec<Json> = serde_json::from_str(CASES).expect("the cases are JSON");
    let mut called = BTreeSet::new();
    for case in &cases {
        let name = case["fn"].as_str().expect("a case names a function");
        let function = Function::find(name).expect("the function is known");
        for made in [false, true] {
            let argv = case["argv"].as_array().expect("a case has arguments");
            let arguments: Vec<_> = argv.iter().map(|value| argument(value, made)).collect();
            let found = call(function, &arguments, Table::Today).as_ref().map_or(Json::Null, shown);
            assert_eq!(found, case["result"], "{case}");
        }
        called.insert(function.name);
    }
    let all = FUNCTIONS.iter().map(|function| function.name).collect::<BTreeSet<_>>();
    assert_eq!(called, all, "each function has cases");
}

#[test]
fn every_attribute_is_there() {
    for attribute in ATTRIBUTES {
        let (function, of) = match attribute.of {
            Type::Partition => ("aws.partition", "us-east-1"),
            Type::Arn => ("aws.parseArn", "arn:aws:s3:us-east-1:123456789012:bucket"),
            _ => ("parseURL", "https://example.com/path"),
        };
        let function = Function::find(function).expect("the function is known");
        let record = call(function, &[Datum::text(of)], Table::Today).expect("this is one");
        let value = record.attribute(attribute.name);
        let is_of_type = match (&value, attribute.ty) {
            (Some(Datum::Text(_)), ty) => ty == Type::String,
            (Some(Datum::Boolean(_)), ty) => ty == Type::Boolean,
            (Some(Datum::Pieces(_)), ty) => ty == Type::Pieces,
            _ => false,
        };
        assert!(is_of_type, "{attribute:?} is {value:?}");
    }
}

#[test]
fn items_are_counted_from_either_end() {
    let items = ["a", "b", "c"].map(str::to_owned);
    let pieces = Text::made("a-b-c".to_owned()).pieces(|text| text.split('-').collect());
    for array in [Datum::Strings(&items), pieces] {
        let item = |index| array.item(index).as_ref().map(shown);
        for (index, expected) in [(0, "a"), (2, "c"), (-1, "c"), (-3, "a")] {
            assert_eq!(item(index), Some(expected.into()), "{index}");
        }
        for index in [3, -4, i32::MAX, i32::MIN] {
            assert_eq!(item(index), None, "{index}");
        }
    }
}

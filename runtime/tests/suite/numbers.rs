//! Numbers in answers, and numbers that can't be sent.

use sdk_runtime::codec::{
    Built, Json, List, Map, MemberReader, Nested, OneOf, Plain, Range, ResponseParts, Sparse, SparseMap, Tagged, parse,
};
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::http::build;
use sdk_runtime::primitives::Document;
use serde_json::json;
use std::collections::HashMap;

sdk_runtime::union! {
    /// Text or a number.
    pub enum Either {
        /// Text.
        Text(String), is_text, as_text = "text";
        /// A number.
        Number(i32), is_number, as_number = "number";
        /// Numbers.
        Numbers(Vec<i64>), is_numbers, as_numbers = "numbers" as List(Plain);
    }
}

sdk_runtime::structure! {
    /// Numbers everywhere.
    pub struct Counts {
        /// 8 bits.
        pub byte: Option<i8>,
        /// 16 bits.
        pub short: Option<i16>,
        /// 32 bits.
        pub integer: Option<i32>,
        /// 64 bits.
        pub long: Option<i64>,
        /// An enum of integers.
        pub chosen: Option<i32>,
        /// With bounds.
        pub ranged: Option<i64>,
        /// In a list.
        pub list: Option<Vec<i32>>,
        /// In a list with holes.
        pub sparse: Option<Vec<Option<i64>>>,
        /// In a map.
        pub map: Option<HashMap<String, i64>>,
        /// In a map with holes.
        pub sparse_map: Option<HashMap<String, Option<i16>>>,
        /// In a union.
        pub either: Option<Either>,
        /// Anything.
        pub document: Option<Document>,
    }
    shared CountsBuilder {
        byte, set_byte, get_byte: optional copy(i8) = member "byte";
        short, set_short, get_short: optional copy(i16) = member "short";
        integer, set_integer, get_integer: optional copy(i32) = member "integer";
        long, set_long, get_long: optional copy(i64) = member "long";
        chosen, set_chosen, get_chosen: optional copy(i32) = member "chosen" as OneOf(&[1, 2], Plain);
        ranged, set_ranged, get_ranged: optional copy(i64) = member "ranged" as Range(1, 9, Plain);
        list, set_list, get_list: optional list(i32) = member "list" as List(Plain);
        sparse, set_sparse, get_sparse: optional list(Option<i64>) = member "sparse" as Sparse(Plain);
        map, set_map, get_map: optional map(String, i64) = member "map" as Map(Plain);
        sparse_map, set_sparse_map, get_sparse_map: optional map(String, Option<i16>) = member "sparseMap" as SparseMap(Plain);
        either, set_either, get_either: optional value(Either) = member "either" as Tagged;
        document, set_document, get_document: optional value(Document) = member "document" as Json;
    }
}

sdk_runtime::structure! {
    /// A structure in a structure, and one that is the body.
    pub struct CountInput {
        /// The body.
        pub counts: Option<Counts>,
    }
    shared CountInputBuilder {
        counts, set_counts, get_counts: optional value(Counts) = payload "counts" as Nested;
    }
}

sdk_runtime::structure! {
    /// In a header and in the body.
    pub struct Header {
        /// A number.
        pub number: Option<i32>,
        /// Numbers.
        pub numbers: Option<Vec<i32>>,
    }
    shared HeaderBuilder {
        number, set_number, get_number: optional copy(i32) = header "number" in "X-Number";
        numbers, set_numbers, get_numbers: optional list(i32) = header "numbers" in "X-Numbers" as List(Plain);
    }
}

fn read(body: &str) -> Result<Counts, String> {
    parse::<CountsBuilder>(body.as_bytes()).map(MemberReader::corrected).map_err(|error| error.to_string())
}

const FLOATS: &str = r#"{"byte":1.27e2,"short":-0,"integer":5.0,"long":9.007199254740993e15,"chosen":2.0,"ranged":9e0,
    "list":[1,2.0,3e0],"sparse":[null,120e-1],"map":{"k":1.0E2},"sparseMap":{"a":null,"b":-3.0},"either":{"number":1e3},
    "document":{"a":5.0}}"#;

#[test]
fn whole_numbers_are_read_however_they_are_written_wherever_they_stand() {
    let counts = read(FLOATS).expect("they are whole");
    assert_eq!((counts.byte, counts.short, counts.integer), (Some(127), Some(0), Some(5)));
    assert_eq!((counts.long, counts.chosen, counts.ranged), (Some(9_007_199_254_740_993), Some(2), Some(9)));
    assert_eq!(counts.list(), [1, 2, 3]);
    assert_eq!(counts.sparse(), [None, Some(12)]);
    assert_eq!(counts.map().map(|map| map["k"]), Some(100));
    assert_eq!(counts.sparse_map().map(|map| (map["a"], map["b"])), Some((None, Some(-3))));
    assert_eq!(counts.either(), Some(&Either::Number(1000)));
    assert_eq!(counts.document(), Some(&Document::Object(HashMap::from([("a".to_owned(), Document::from(5.0))]))));
    let numbers = read(r#"{"either":{"numbers":[9223372036854775807,9.223372036854775807e18]}}"#).expect("they fit");
    assert_eq!(numbers.either(), Some(&Either::Numbers(vec![i64::MAX; 2])));
}

#[test]
fn the_same_holds_for_a_body_of_one_member_and_for_serde() {
    let mut builder = CountInput::builder();
    let response = HttpResponse::new(200.try_into().expect("valid"), FLOATS.into());
    builder.read_http(&ResponseParts::new(&response)).expect("it fits");
    assert_eq!(builder.corrected().counts.and_then(|counts| counts.long), Some(9_007_199_254_740_993));
    let plain: Counts =
        serde_json::from_str(r#"{"integer":5.0,"list":[1e3],"long":9007199254740993}"#).expect("it fits");
    assert_eq!((plain.integer, plain.list(), plain.long), (Some(5), &[1000][..], Some(9_007_199_254_740_993)));
    let value = json!({"integer": 5.0, "either": {"number": 2.0}});
    assert_eq!(serde_json::from_value::<Counts>(value).expect("it fits").either(), Some(&Either::Number(2)));
    fn assert_built<T: Built>() {}
    assert_built::<Counts>();
}

#[test]
fn what_is_no_whole_number_of_that_width_is_an_error() {
    for body in [
        r#"{"integer":5.5}"#,
        r#"{"integer":1e400}"#,
        r#"{"integer":2147483648.0}"#,
        r#"{"byte":128}"#,
        r#"{"byte":-1.29e2}"#,
        r#"{"short":32768e0}"#,
        r#"{"long":9223372036854775808}"#,
        r#"{"long":1e19}"#,
        r#"{"list":[1,2.5]}"#,
        r#"{"map":{"k":0.1}}"#,
        r#"{"either":{"number":1e-1}}"#,
        r#"{"chosen":1.5}"#,
        r#"{"integer":"5"}"#,
        r#"{"integer":true}"#,
        r#"{"integer":[5]}"#,
        r#"{"integer":05}"#,
        r#"{"integer":}"#,
    ] {
        assert!(read(body).is_err(), "{body}");
    }
    let error = read(r#"{"integer":5.5}"#).expect_err("a fraction");
    assert!(error.starts_with("invalid value: 5.5, expected a whole number of 32 bits at line 1"), "{error}");
}

#[test]
fn headers_are_strict() {
    let read = |name: &'static str, text: &'static str| {
        let mut response = HttpResponse::new(200.try_into().expect("valid"), "".into());
        response.headers_mut().insert(name, text);
        let mut builder = Header::builder();
        builder.read_http(&ResponseParts::new(&response)).map(|()| builder.corrected())
    };
    assert_eq!(read("x-number", " 5 ").expect("5").number, Some(5));
    assert!(read("x-number", "5.0").is_err() && read("x-numbers", "1, 2.0").is_err());
}

#[test]
fn a_document_that_holds_no_number_of_jsons_is_not_sent() {
    let input = |document: Document| CountInput::builder().counts(Counts::builder().document(document).build()).build();
    let problem = |document: Document| {
        build(&input(document), "/", "application/json", &mut String::new).expect_err("it can't be sent").to_string()
    };
    assert_eq!(
        problem(Document::from(f64::NAN)),
        "input is invalid: counts (document) is NaN, which a document can't hold: JSON has no such number"
    );
    let deep = Document::Array(vec![
        Document::Null,
        Document::Object(HashMap::from([("k".to_owned(), Document::from(f64::NEG_INFINITY))])),
    ]);
    assert_eq!(
        problem(deep.clone()),
        "input is invalid: counts (document[1][\"k\"]) is -inf, which a document can't hold: JSON has no such number"
    );
    assert!(serde_json::to_string(&input(deep)).is_err(), "serde doesn't make `null` of it either");
    let finite = input(Document::Array(vec![Document::from(1.5), Document::from(f64::MAX), Document::from(-0.0)]));
    assert!(build(&finite, "/", "application/json", &mut String::new).is_ok());
}

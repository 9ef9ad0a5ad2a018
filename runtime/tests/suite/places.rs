//! Members beyond a plain JSON body: unions, payloads, prefix headers, query maps, members of answers in headers and
//! status, documents, blobs, floats, sparse collections, boxes.

use crate::support::{GET, library};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{
    Base64, Boxed, Bytes, Codec, Enum, EpochSeconds, Float, HttpDate, Json, List, Map, Member, MemberReader,
    MemberWriter, Members, Nested, Plain, ResponseParts, Sparse, SparseMap, Tagged,
};
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::http::build;
use sdk_runtime::primitives::{Blob, DateTime, Document};
use serde_json::{Value, json};
use std::collections::HashMap;

sdk_runtime::union! {
    /// A choice.
    pub enum Choice {
        /// Text.
        Text(String), is_text, as_text = "text";
        /// When.
        When(DateTime), is_when, as_when = "when" as EpochSeconds;
        /// Nothing.
        Nothing, is_nothing = "nothing";
    }
}

sdk_runtime::structure! {
    /// Holds itself.
    pub struct KitchenPart {
        /// Another of its kind.
        pub inner: Option<Box<KitchenPart>>,
    }
    shared KitchenPartBuilder {
        inner, set_inner, get_inner: optional boxed(KitchenPart) = member "inner" as Boxed(Nested);
    }
}

sdk_runtime::structure! {
    /// Everything that JSON bodies may hold.
    #[derive(Default)]
    pub struct KitchenInput {
        /// A union.
        pub choice: Option<Choice>,
        /// A document.
        pub document: Option<Document>,
        /// A blob.
        pub blob: Option<Blob>,
        /// A float.
        pub float: Option<f64>,
        /// A sparse list.
        pub sparse: Option<Vec<Option<String>>>,
        /// A sparse map.
        pub sparse_map: Option<HashMap<String, Option<i32>>>,
        /// Another of its kind.
        pub inner: Option<Box<KitchenPart>>,
        /// Headers by prefix.
        pub prefixed: Option<HashMap<String, String>>,
        /// Query parameters by name.
        pub params: Option<HashMap<String, Vec<String>>>,
        /// A query parameter of its own.
        pub own: Option<String>,
    }
    request KitchenInputBuilder {
        choice, set_choice, get_choice: optional value(Choice) = member "choice" as Tagged;
        document, set_document, get_document: optional value(Document) = member "document" as Json;
        blob, set_blob, get_blob: optional value(Blob) = member "blob" as Base64;
        float, set_float, get_float: optional copy(f64) = member "float" as Float;
        sparse, set_sparse, get_sparse: optional list(Option<String>) = member "sparse" as Sparse(Plain);
        sparse_map, set_sparse_map, get_sparse_map: optional map(String, Option<i32>) = member "sparseMap" as SparseMap(Plain);
        inner, set_inner, get_inner: optional boxed(KitchenPart) = member "inner" as Boxed(Nested);
        prefixed, set_prefixed, get_prefixed: optional map(String, String) = prefix_headers "prefixed" in "X-Pre-" as Map(Plain);
        params, set_params, get_params: optional map(String, Vec<String>) = query_map "params" as Map(List(Plain));
        own, set_own, get_own: optional text = query "own";
    }
}

sdk_runtime::structure! {
    /// A payload.
    pub struct Picture {
        /// The bytes.
        pub bytes: Option<Blob>,
        /// A header.
        pub taken: Option<Vec<DateTime>>,
        /// Headers by prefix.
        pub meta: Option<HashMap<String, String>>,
        /// The status.
        pub status: Option<i32>,
    }
    shared PictureBuilder {
        bytes, set_bytes, get_bytes: optional value(Blob) = payload "bytes" as Bytes("image/png");
        taken, set_taken, get_taken: optional list(DateTime) = header "taken" in "X-Taken" as List(HttpDate);
        meta, set_meta, get_meta: optional map(String, String) = prefix_headers "meta" in "x-meta-" as Map(Plain);
        status, set_status, get_status: optional copy(i32) = status "status";
    }
}

fn body(input: &KitchenInput) -> Value {
    let parts = build(input, "/", "application/json", &mut String::new).expect("the input is complete");
    serde_json::from_slice(&parts.body).expect("the body is JSON")
}

#[test]
fn a_body_holds_what_json_has_no_word_for() {
    let input = KitchenInput::builder()
        .choice(Choice::When(DateTime::from_secs(3)))
        .document(Document::Array(vec![Document::Null, Document::from(1.5)]))
        .blob(Blob::new("hi"))
        .float(f64::NEG_INFINITY)
        .sparse(Some("a".to_owned()))
        .sparse(None)
        .sparse_map("k", None)
        .inner(KitchenPart::builder().inner(KitchenPart::builder().build()).build())
        .build();
    let expected = json!({
        "choice": {"when": 3}, "document": [null, 1.5], "blob": "aGk=", "float": "-Infinity",
        "sparse": ["a", null], "sparseMap": {"k": null}, "inner": {"inner": {}},
    });
    assert_eq!(body(&input), expected);
    let read: KitchenInput = serde_json::from_value(expected).expect("it fits");
    assert_eq!(read, input);
}

#[test]
fn a_union_takes_one_member_and_keeps_unknown_ones() {
    let read = |json: Value| serde_json::from_value::<Choice>(json);
    assert_eq!(read(json!({"text": "a", "when": null})).ok(), Some(Choice::Text("a".to_owned())));
    assert_eq!(read(json!({"nothing": {}})).ok(), Some(Choice::Nothing));
    assert_eq!(read(json!({"__type": "Choice", "newer": [1]})).ok(), Some(Choice::Unknown));
    assert!(read(json!({"text": "a", "when": 1})).is_err(), "two members");
    assert!(read(json!({})).is_err(), "no member");
    assert!(serde_json::to_value(Choice::Unknown).is_err(), "it can't be sent");
    assert_eq!(Choice::Text("a".to_owned()).as_text(), Ok(&"a".to_owned()));
    assert!(Choice::Nothing.is_nothing() && Choice::Nothing.as_when().is_err());
}

#[test]
fn maps_are_spread_over_headers_and_query() {
    let input = KitchenInput::builder()
        .prefixed("Color", "red")
        .params("a", vec!["1".to_owned(), "2 3".to_owned()])
        .params("own", vec!["hidden".to_owned()])
        .own("shown")
        .build();
    let parts = build(&input, "/", "application/json", &mut String::new).expect("the input is complete");
    assert_eq!(parts.query, "own=shown&a=1&a=2%203");
    assert_eq!(parts.headers["x-pre-color"], "red");
}

#[test]
fn a_payload_is_the_body() {
    let picture =
        Picture::builder().bytes(Blob::new("\0png")).taken(DateTime::from_secs(0)).taken(DateTime::from_secs(1));
    let parts = build(&picture.build(), "/", "application/json", &mut String::new).expect("the input is complete");
    assert_eq!(
        (parts.body.as_ref(), &parts.headers["content-type"]),
        (b"\0png".as_ref(), &"image/png".parse().expect("valid"))
    );
    assert_eq!(parts.headers["x-taken"], "Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT");
    let nothing = build(&Picture::builder().build(), "/", "application/json", &mut String::new).expect("complete");
    assert!(nothing.body.is_empty() && nothing.content_type.is_none());
}

sdk_runtime::structure! {
    /// A body that says of what type it is.
    pub struct Note {
        /// The type.
        pub kind: Option<String>,
        /// The body.
        pub part: Option<KitchenPart>,
    }
    shared NoteBuilder {
        kind, set_kind, get_kind: optional text = header "kind" in "Content-Type";
        part, set_part, get_part: optional value(KitchenPart) = payload "part" as Nested;
    }
}

#[test]
fn a_type_of_the_inputs_own_is_the_bodys_and_a_structure_is_always_one() {
    let built = |note: NoteBuilder| build(&note.build(), "/", "application/json", &mut String::new).expect("complete");
    let own = built(Note::builder().kind("application/merge-patch+json"));
    assert_eq!(own.headers.get_all("content-type").iter().collect::<Vec<_>>(), ["application/merge-patch+json"]);
    assert_eq!(own.body.as_ref(), b"{}", "a structure that isn't there is one without members");
    assert_eq!(built(Note::builder()).headers["content-type"], "application/json");
}

#[test]
fn an_answers_members_are_found_where_they_are() {
    let mut response = HttpResponse::new(201.try_into().expect("valid"), b"\0png".as_ref().into());
    response.headers_mut().insert("x-taken", "Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT");
    response.headers_mut().insert("x-meta-size", "4");
    let mut builder = Picture::builder();
    builder.read_http(&ResponseParts::new(&response)).expect("the answer fits");
    let picture = builder.corrected();
    assert_eq!(picture.bytes(), Some(&Blob::new("\0png")));
    assert_eq!(picture.taken(), [DateTime::from_secs(0), DateTime::from_secs(1)]);
    assert_eq!(picture.meta().map(|meta| meta["size"].as_str()), Some("4"));
    assert_eq!(picture.status(), Some(201));
    response.headers_mut().insert("x-taken", "yesterday");
    assert!(
        Picture::builder().read_http(&ResponseParts::new(&response)).is_err(),
        "a header that doesn't fit is an error"
    );
}

sdk_runtime::structure! {
    /// Headers that may meet.
    pub struct HeadersInput {
        /// All headers.
        pub all: Option<HashMap<String, String>>,
        /// One of its own.
        pub own: Option<String>,
        /// A list.
        pub list: Option<Vec<String>>,
    }
    request HeadersInputBuilder {
        all, set_all, get_all: optional map(String, String) = prefix_headers "all" in "" as Map(Plain);
        own, set_own, get_own: optional text = header "own" in "X-Own";
        list, set_list, get_list: optional texts = header "list" in "X-List" as List(Plain);
    }
}

#[test]
fn a_header_of_a_map_gives_way_to_a_member_and_a_list_without_items_has_no_value() {
    let all = HashMap::from([("x-own".to_owned(), "map".to_owned()), ("x-other".to_owned(), "map".to_owned())]);
    let input = HeadersInput { all: Some(all), own: Some("member".to_owned()), list: Some(Vec::new()) };
    let parts = build(&input, "/", "application/json", &mut String::new).expect("the input is right");
    let mut headers: Vec<_> = parts.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    headers.sort_unstable();
    assert_eq!(headers, [("x-list", &b""[..]), ("x-other", b"map"), ("x-own", b"member")]);
}

#[test]
fn a_patterns_own_query_and_the_inputs_are_apart() {
    let query = |pattern: &'static str, own: Option<&str>| {
        let input = KitchenInput { own: own.map(str::to_owned), ..KitchenInput::default() };
        build(&input, pattern, "application/json", &mut String::new).expect("it is complete").query
    };
    for (pattern, own, expected) in [
        ("/k?list-type=2", Some("x"), "list-type=2&own=x"),
        ("/k?acl&list-type=2", Some("x"), "acl&list-type=2&own=x"),
        ("/k?list-type=2", None, "list-type=2"),
        ("/k", Some("x"), "own=x"),
        ("/k", None, ""),
    ] {
        assert_eq!(query(pattern, own), expected);
    }
}

sdk_runtime::string_enum! {
    /// A color.
    pub enum Color {
        /// Red.
        Red = "red",
        /// Blue.
        Blue = "blue",
    }
}

sdk_runtime::structure! {
    /// A body that is a list, and maps with enums.
    pub struct PaintInput {
        /// The body.
        pub times: Option<Vec<DateTime>>,
        /// Query parameters by name.
        pub params: Option<HashMap<Color, Vec<Color>>>,
        /// Headers by prefix.
        pub marks: Option<HashMap<Color, Color>>,
    }
    shared PaintInputBuilder {
        times, set_times, get_times: optional list(DateTime) = payload "times" as List(EpochSeconds);
        params, set_params, get_params: optional map(Color, Vec<Color>) = query_map "params" as Map(List(Enum(Plain)));
        marks, set_marks, get_marks: optional map(Color, Color) = prefix_headers "marks" in "x-mark-" as Map(Enum(Plain));
    }
}

#[test]
fn a_list_may_be_the_body_and_enums_may_be_keys_and_values() {
    let input = PaintInput::builder()
        .times(DateTime::from_secs(1))
        .times(DateTime::from_secs(2))
        .params(Color::Red, vec![Color::Blue, Color::from("new")])
        .marks(Color::Blue, Color::Red)
        .build();
    let parts = build(&input, "/", "application/json", &mut String::new).expect("the input is complete");
    assert_eq!((parts.body.as_ref(), parts.query.as_str()), (b"[1,2]".as_ref(), "red=blue&red=new"));
    assert_eq!(
        (&parts.headers["x-mark-blue"], &parts.headers["content-type"]),
        (&"red".parse().expect("valid"), &"application/json".parse().expect("valid"),)
    );
    let mut response = HttpResponse::new(200.try_into().expect("valid"), b"[3]".as_ref().into());
    response.headers_mut().insert("x-mark-red", "blue");
    let mut builder = PaintInput::builder();
    builder.read_http(&ResponseParts::new(&response)).expect("the answer fits");
    let read = builder.corrected();
    assert_eq!(read.times(), [DateTime::from_secs(3)]);
    assert_eq!(read.marks(), Some(&HashMap::from([(Color::Red, Color::Blue)])));
}

/// An input whose member can't be written, though its checks find nothing.
#[derive(Debug)]
struct Unwritable;

#[derive(Clone, Copy)]
struct Fails;

impl Codec<()> for Fails {
    fn write<S: sdk_runtime::serde::Serializer>(&self, (): &(), _: S) -> Result<S::Ok, S::Error> {
        Err(sdk_runtime::serde::ser::Error::custom("there is no text for it"))
    }

    fn read<'de, D: sdk_runtime::serde::Deserializer<'de>>(&self, _: D) -> Result<(), D::Error> {
        Ok(())
    }
}

impl Members for Unwritable {
    const NAME: &'static str = "Unwritable";
    const HAS_BODY: bool = true;

    fn write_members<W: MemberWriter>(&self, to: &mut W) -> Result<(), W::Error> {
        let member = Member { field: "odd_one", name: "oddOne", key: "oddOne", required: false };
        to.member(&member, Some(&()), Fails)
    }
}

#[test]
fn a_member_that_cannot_be_written_is_refused_and_never_half_sent() {
    let refused = build(&Unwritable, "/", "application/json", &mut String::new).expect_err("it can't be written");
    assert_eq!(refused.to_string(), "input is invalid: odd_one there is no text for it");
}

sdk_runtime::structure! {
    /// Asks for nothing in particular.
    pub struct AskInput {}
    input AskInputBuilder, AskFluentBuilder => library::ListBooksOutput, library::Error {}
}

impl Operation for AskInput {
    type Output = library::ListBooksOutput;
    type Error = library::Error;
    const TARGET: Option<&'static str> = Some("Tiny_20240202.Ask");
    const METADATA: &'static sdk_runtime::declare::Metadata = &GET;
}

#[test]
fn a_request_that_is_told_by_a_header_always_has_a_body() {
    let parts = AskInput::default().build_request(&mut String::new).expect("it is complete").parts;
    assert_eq!((parts.body.as_ref(), parts.content_type), (&b"{}"[..], Some("application/json")));
    assert_eq!(parts.headers["x-amz-target"], "Tiny_20240202.Ask");
    assert_eq!(parts.headers["content-type"], "application/json");
}

//! Requests.

use super::{hex, text};
use crate::support::depot::{Content, Parcel, ParcelBuilder, ShelveInput, StoreInput, SweepInput, WipeInput};
use sdk_runtime::client::{Operation, Request};
use sdk_runtime::primitives::{Blob, DateTime};

fn request<I: Operation>(mut input: I) -> Request {
    input.build_request(&mut || "t".to_owned()).expect("it can be sent")
}

/// The bytes of a parcel's one member, behind its name, in a request.
fn member(name: &str, set: impl FnOnce(ParcelBuilder) -> ParcelBuilder) -> String {
    let input = StoreInput::builder().parcel(set(Parcel::builder()).build()).build().expect("nothing is required");
    let body = request(input).parts.body;
    let (before, after) =
        (format!("bf{}bf{}", text("parcel"), text(name)), format!("ff{}{}ff", text("token"), text("t")));
    let digits: String = body.iter().map(|byte| format!("{byte:02x}")).collect();
    let value = digits.strip_prefix(&before).and_then(|rest| rest.strip_suffix(&after));
    value.unwrap_or_else(|| panic!("{digits}")).to_owned()
}

#[test]
fn whole_numbers_take_as_few_bytes_as_they_can() {
    for (number, bytes) in [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (255, "18ff"),
        (256, "190100"),
        (65_536, "1a00010000"),
        (4_294_967_296, "1b0000000100000000"),
        (i64::MAX, "1b7fffffffffffffff"),
        (-1, "20"),
        (-24, "37"),
        (-25, "3818"),
        (-257, "390100"),
        (-65_537, "3a00010000"),
        (i64::MIN, "3b7fffffffffffffff"),
    ] {
        assert_eq!(member("long", |parcel| parcel.long(number)), bytes, "{number}");
    }
    assert_eq!(member("tiny", |parcel| parcel.tiny(-128)), "387f");
    assert_eq!(member("short", |parcel| parcel.short(5)), "05");
    assert_eq!(member("count", |parcel| parcel.count(-5)), "24");
}

#[test]
fn floats_have_32_bits_if_those_are_enough() {
    for (number, bytes) in [
        (0.5, "fa3f000000"),
        (-0.0, "fa80000000"),
        (1.1, "fb3ff199999999999a"),
        (1e300, "fb7e37e43c8800759c"),
        (f64::INFINITY, "fa7f800000"),
        (f64::NEG_INFINITY, "faff800000"),
        (f64::NAN, "fa7fc00000"),
    ] {
        assert_eq!(member("weight", |parcel| parcel.weight(number)), bytes, "{number}");
    }
    assert_eq!(member("width", |parcel| parcel.width(1.1)), "fa3f8ccccd");
}

#[test]
fn other_values_are_what_they_are() {
    assert_eq!(member("sealed", |parcel| parcel.sealed(true)), "f5");
    assert_eq!(member("name", |parcel| parcel.name("Ä")), "62c384");
    assert_eq!(member("data", |parcel| parcel.data(Blob::new([0, 255]))), "4200ff");
    assert_eq!(member("data", |parcel| parcel.data(Blob::new([]))), "40");
    let sent = |time: DateTime| member("sent", |parcel| parcel.sent(time));
    assert_eq!(sent(DateTime::from_secs(1)), "c101");
    assert_eq!(sent(DateTime::from_secs(-1)), "c120");
    assert_eq!(sent(DateTime::from_secs_and_nanos(1, 500_000_000)), "c1fa3fc00000");
    assert_eq!(sent(DateTime::from_secs_and_nanos(946_845_296, 123_000_000)), "c1fb41cc37db380fbe77");
}

#[test]
fn lists_and_maps_have_their_length_before_them() {
    assert_eq!(member("labels", |parcel| parcel.labels("a").labels("")), "82616160");
    assert_eq!(member("labels", |parcel| parcel.set_labels(Some(Vec::new()))), "80");
    assert_eq!(member("holes", |parcel| parcel.holes(Some(1)).holes(None)), "8201f6");
    assert_eq!(member("notes", |parcel| parcel.notes("k", "v")), "a1616b6176");
    assert_eq!(member("gaps", |parcel| parcel.gaps("k", None)), "a1616bf6");
    assert_eq!(
        member("inner", |parcel| parcel.inner(Parcel::builder().tiny(1).build())),
        format!("bf{}01ff", text("tiny"))
    );
    let texts = Content::Texts(vec!["a".to_owned()]);
    assert_eq!(member("content", |parcel| parcel.content(texts)), format!("a1{}816161", text("texts")));
    assert_eq!(member("content", |parcel| parcel.content(Content::Nothing)), format!("a1{}a0", text("nothing")));
}

#[test]
fn a_request_names_its_protocol_and_goes_to_the_operations_own_path() {
    for (request, format, protocol, name) in [
        (request(StoreInput::default()), "application/cbor", "rpc-v2-cbor", "Store"),
        (request(ShelveInput::default()), "application/json", "rpc-v2-json", "Shelve"),
    ] {
        let headers = &request.parts.headers;
        assert_eq!(headers["smithy-protocol"], protocol);
        assert_eq!(
            (&headers["accept"], &headers["content-type"]),
            (&format.parse().unwrap(), &format.parse().unwrap())
        );
        assert_eq!(request.parts.path, format!("/service/Depot/operation/{name}"));
        assert!(!headers.contains_key("x-amz-target"));
    }
}

#[test]
fn what_takes_nothing_has_no_body_and_what_takes_no_member_an_empty_one() {
    for (request, protocol) in
        [(request(SweepInput::default()), "rpc-v2-cbor"), (request(WipeInput::default()), "rpc-v2-json")]
    {
        assert!(request.parts.body.is_empty());
        assert!(!request.parts.headers.contains_key("content-type"));
        assert_eq!(request.parts.headers["smithy-protocol"], protocol);
    }
    let empty = Parcel::builder().build();
    let input = ShelveInput::builder().parcel(empty.clone()).token("x").build().expect("nothing is required");
    assert_eq!(request(input).parts.body, r#"{"parcel":{},"token":"x"}"#);
    let input = StoreInput::builder().parcel(empty).token("x").build().expect("nothing is required");
    assert_eq!(request(input).parts.body, hex(&format!("bf{}bfff{}{}ff", text("parcel"), text("token"), text("x"))));
}

#[test]
fn an_unknown_member_of_a_union_cant_be_sent() {
    let parcel = Parcel::builder().content(Content::Unknown).build();
    let mut input = StoreInput::builder().parcel(parcel).build().expect("nothing is required");
    let error = input.build_request(&mut String::new).expect_err("nobody knows it").to_string();
    assert_eq!(error, "input is invalid: parcel the unknown member of Content can't be sent");
}

#[test]
fn numbers_of_any_size_are_numbers_in_cbor_and_texts_in_json() {
    let big = |text: &str| member("big", |parcel| parcel.big(text.parse().expect("a number")));
    let exact = |text: &str| member("exact", |parcel| parcel.exact(text.parse().expect("a number")));
    assert_eq!(
        (big("5"), big("0005"), big("-18446744073709551616")),
        ("05".into(), "05".into(), "3bffffffffffffffff".into())
    );
    assert_eq!(big("18446744073709551616"), "c249010000000000000000");
    assert_eq!(big("-18446744073709551617"), "c349010000000000000000");
    assert_eq!(
        (exact("273.15"), exact("1.5e3"), exact("+.5")),
        ("c482211 96ab3".replace(' ', ""), "c482020f".into(), "c4822005".into())
    );
    let parcel =
        Parcel::builder().big("007".parse().expect("a number")).exact("+1.50".parse().expect("a number")).build();
    let input = ShelveInput::builder().parcel(parcel).token("x").build().expect("nothing is required");
    assert_eq!(request(input).parts.body, r#"{"parcel":{"big":"7","exact":"1.50"},"token":"x"}"#);
    let parcel = Parcel::builder().big("9".repeat(5_000).parse().expect("a number")).build();
    let mut input = StoreInput::builder().parcel(parcel).build().expect("nothing is required");
    let error = input.build_request(&mut String::new).expect_err("nobody reads that").to_string();
    assert_eq!(error, "input is invalid: parcel is no whole number of at most 2466 digits");
}

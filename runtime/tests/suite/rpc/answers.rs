//! Answers, and what stands in for them.

use super::{CBOR, JSON, hex, output, parcel, response, text};
use crate::support::depot::{
    self, Client, Content, Parcel, ShelveOutput, StoreInput, StoreOutput, SweepInput, WipeInput,
};
use sdk_runtime::RequestId;
use sdk_runtime::client::Operation;
use sdk_runtime::mock;
use sdk_runtime::primitives::{Blob, DateTime};
use sdk_runtime::test_util::Stub;

/// A number as a member of each width has it.
fn weight(value: &str) -> Result<Option<f64>, String> {
    parcel(&[("weight", value)]).map(|parcel| parcel.weight)
}

#[test]
fn numbers_are_read_in_every_width() {
    for (value, expected) in [
        ("f93e00", 1.5),
        ("fa3fc00000", 1.5),
        ("fb3ff8000000000000", 1.5),
        ("f97c00", f64::INFINITY),
        ("f9fc00", f64::NEG_INFINITY),
        ("fa7f800000", f64::INFINITY),
        ("fbfff0000000000000", f64::NEG_INFINITY),
        ("f90001", 5.960_464_477_539_063e-8),
        ("05", 5.0),
        ("24", -5.0),
    ] {
        assert_eq!(weight(value), Ok(Some(expected)), "{value}");
    }
    assert!(weight("f97e00").expect("it fits").is_some_and(f64::is_nan));
    assert!(weight("fb7ff8000000000000").expect("it fits").is_some_and(f64::is_nan));
    let long = |value: &str| parcel(&[("long", value)]).map(|parcel| parcel.long);
    for (value, expected) in [
        ("05", 5),
        ("1805", 5),
        ("190005", 5),
        ("1a00000005", 5),
        ("1b0000000000000005", 5),
        ("1b7fffffffffffffff", i64::MAX),
        ("24", -5),
        ("3804", -5),
        ("3b7fffffffffffffff", i64::MIN),
        ("f94500", 5),
        ("fa40a00000", 5),
        // Big numbers that aren't.
        ("c24105", 5),
        ("c240", 0),
        ("c24a00000000000000000005", 5),
        ("c34104", -5),
        ("c3487fffffffffffffff", i64::MIN),
        ("c25f41014100ff", 256),
    ] {
        assert_eq!(long(value), Ok(Some(expected)), "{value}");
    }
    for (member, value) in [
        ("long", "1b8000000000000000"),
        ("long", "3b8000000000000000"),
        ("long", "3bffffffffffffffff"),
        ("long", "c249010000000000000000"),
        ("long", "c3488000000000000000"),
        ("long", "fb3ff8000000000000"),
        ("long", "fb43e0000000000000"),
        ("long", "6135"),
        ("tiny", "1880"),
        ("tiny", "3880"),
        ("short", "198000"),
        ("count", "1a80000000"),
        ("width", "fb7e37e43c8800759c"),
        ("weight", "6131"),
        ("sealed", "01"),
        ("name", "01"),
        ("name", "4161"),
        ("data", "6161"),
        ("labels", "a0"),
        ("notes", "80"),
        ("notes", "a10101"),
        ("inner", "80"),
    ] {
        let error = parcel(&[(member, value)]).map(drop).expect_err(value);
        assert!(error.contains("(before byte "), "{member} {value}: {error}");
    }
}

#[test]
fn times_are_numbers_of_any_width_with_a_tag_or_without() {
    let sent = |value: &str| parcel(&[("sent", value)]).map(|parcel| parcel.sent);
    for (value, expected) in [
        ("c101", DateTime::from_secs(1)),
        ("01", DateTime::from_secs(1)),
        ("c120", DateTime::from_secs(-1)),
        ("c1f93e00", DateTime::from_secs_and_nanos(1, 500_000_000)),
        ("c1fa3fc00000", DateTime::from_secs_and_nanos(1, 500_000_000)),
        ("c1fb41cc37db380fbe77", DateTime::from_secs_and_nanos(946_845_296, 123_000_000)),
    ] {
        assert_eq!(sent(value), Ok(Some(expected)), "{value}");
    }
    for value in ["c1f97e00", "c1fb7e37e43c8800759c", "c16131", "c11b8000000000000000"] {
        assert!(sent(value).is_err(), "{value}");
    }
}

#[test]
fn texts_bytes_lists_and_maps_may_come_without_a_length() {
    let read = parcel(&[
        ("name", "7f 62c384 60 6161 ff"),
        ("data", "5f 4100 40 41ff ff"),
        ("labels", "9f 6161 7fff ff"),
        ("notes", "bf 616b 6176 ff"),
        ("holes", "9f 01 f6 f7 ff"),
    ]);
    let read = read.expect("it fits");
    assert_eq!((read.name(), read.data()), (Some("Äa"), Some(&Blob::new([0, 255]))));
    assert_eq!(read.labels(), ["a", ""]);
    assert_eq!(read.notes().and_then(|notes| notes.get("k")).map(String::as_str), Some("v"));
    assert_eq!(read.holes(), [Some(1), None, None]);
}

#[test]
fn null_is_no_value_and_so_is_undefined() {
    for none in ["f6", "f7", "c1f6"] {
        let read = parcel(&[("name", none), ("sent", none), ("inner", none), ("content", none), ("labels", none)]);
        assert_eq!(read, Ok(Parcel::builder().build()), "{none}");
    }
    let read = parcel(&[("labels", "83 6161 f6 6162"), ("notes", "a2 6161 f6 6162 6163"), ("gaps", "a1 6161 f6")]);
    let read = read.expect("it fits");
    assert_eq!(read.labels(), ["a", "b"]);
    assert_eq!(read.notes().map(|notes| notes.len()), Some(1));
    assert_eq!(read.gaps().and_then(|gaps| gaps.get("a")), Some(&None));
}

#[test]
fn what_nobody_knows_is_passed_over() {
    for unknown in [
        "00",
        "3bffffffffffffffff",
        "5f4100ff",
        "7f6161ff",
        "83010203",
        "9f9fff80ff",
        "bf6161a0ff",
        "a10102",
        "f4",
        "f6",
        "f7",
        "f93e00",
        "c249010000000000000000",
        "c482211a6ab30f0f",
        "d9d9f7a0",
        "c1c2c300",
    ] {
        let read = parcel(&[("other", unknown), ("name", "6161")]);
        assert_eq!(read.map(|parcel| parcel.name), Ok(Some("a".to_owned())), "{unknown}");
    }
    // Tags say nothing that a member's codec doesn't know.
    let tagged = parcel(&[("name", "d9d9f76161"), ("labels", "d86480"), ("inner", "d9d9f7a0")]).expect("it fits");
    assert_eq!((tagged.name(), tagged.labels.as_deref(), tagged.inner.is_some()), (Some("a"), Some(&[][..]), true));
}

#[test]
fn of_a_union_one_member_is_set() {
    let content = |entries: &[(&str, &str)]| {
        let digits: String = entries.iter().map(|(name, value)| format!("{}{value}", text(name))).collect();
        parcel(&[("content", &format!("bf{digits}ff"))]).map(|parcel| parcel.content)
    };
    assert_eq!(content(&[("texts", "816161")]), Ok(Some(Content::Texts(vec!["a".to_owned()]))));
    assert_eq!(content(&[("nothing", "a0"), ("texts", "f6")]), Ok(Some(Content::Nothing)));
    assert_eq!(content(&[("__type", "6161"), ("nothing", "a0")]), Ok(Some(Content::Nothing)));
    assert_eq!(content(&[("unheardOf", "01")]), Ok(Some(Content::Unknown)));
    let error = content(&[("nothing", "a0"), ("texts", "80")]).expect_err("two are too many");
    assert!(error.starts_with("Content has more than one member"), "{error}");
}

#[test]
fn a_body_may_be_empty_and_what_is_required_is_then_zero() {
    for body in ["", "a0", "bfff"] {
        let output = output::<StoreInput>(CBOR, hex(body)).expect("it fits");
        assert_eq!((output.parcel, output.others), (None, 0), "{body}");
        assert!(super::output::<SweepInput>(CBOR, hex(body)).is_ok());
    }
    assert!(output::<WipeInput>(JSON, "").is_ok());
}

#[test]
fn an_answer_of_another_protocol_is_not_read() {
    let read = |response: &mut sdk_runtime::config::http::HttpResponse| {
        StoreInput::parse_response(response).map(drop).map_err(|error| error.to_string())
    };
    let advice = "where the service's own answers have `rpc-v2-cbor`: check the endpoint, and what stands before it";
    let mut other = response(200, JSON, hex("a0"));
    assert_eq!(read(&mut other), Err(format!("its header `smithy-protocol` is \"rpc-v2-json\", {advice}")));
    other.headers_mut().remove("smithy-protocol");
    assert_eq!(read(&mut other), Err(format!("it has no header `smithy-protocol`, {advice}")));
    assert!(output::<crate::support::depot::ShelveInput>(CBOR, "{}").is_err());
}

#[tokio::test]
async fn what_is_sent_is_read_again_in_both_formats() {
    let stub = Stub::new([
        mock!(Client::store)
            .then_output(|| StoreOutput::builder().parcel(depot::parcel()).others(3).build().expect("all is there")),
        mock!(Client::shelve)
            .then_output(|| ShelveOutput::builder().parcel(depot::parcel()).others(3).build().expect("all is there")),
        mock!(Client::sweep).then_http_response(|| {
            let mut response = response(200, CBOR, "");
            response.headers_mut().insert("x-amzn-requestid", "r");
            response
        }),
    ]);
    let client = Client::from_conf(stub.config().build());
    let stored = client.store().parcel(depot::parcel()).send().await.expect("it is answered");
    assert_eq!((stored.parcel, stored.others), (Some(depot::parcel()), 3));
    let shelved = client.shelve().parcel(depot::parcel()).send().await.expect("it is answered");
    assert_eq!((shelved.parcel, shelved.others), (Some(depot::parcel()), 3));
    assert_eq!(client.sweep().send().await.expect("it is answered").request_id(), Some("r"));
}

#[test]
fn numbers_of_any_size_keep_all_of_their_digits() {
    let read = |member: &str, value: &str| {
        let read = parcel(&[(member, value)])?;
        let big = read.big.map(|number| number.as_ref().to_owned());
        Ok::<_, String>(big.or(read.exact.map(|number| number.as_ref().to_owned())))
    };
    for (member, value, expected) in [
        ("big", "05", "5"),
        ("big", "c24105", "5"),
        ("big", "3bffffffffffffffff", "-18446744073709551616"),
        ("big", "c249010000000000000000", "18446744073709551616"),
        ("exact", "c48221196ab3", "273.15"),
        ("exact", "c4823849c249010000000000000000", "18446744073709551616e-74"),
        ("exact", "fb3ff199999999999a", "1.1"),
        ("exact", "c349010000000000000000", "-18446744073709551617"),
    ] {
        assert_eq!(read(member, value).map(|read| read.unwrap_or_default()), Ok(expected.to_owned()), "{value}");
    }
    assert_eq!(read("big", "f6"), Ok(None));
    for (member, value) in
        [("big", "f93e00"), ("big", "6135"), ("exact", "f97e00"), ("exact", "c48101"), ("exact", "820105")]
    {
        assert!(read(member, value).is_err(), "{value}");
    }
    let json = |value: &str| {
        let body = format!(r#"{{"parcel":{{"big":{value}}}}}"#);
        let read = output::<crate::support::depot::ShelveInput>(JSON, body)?;
        Ok::<_, String>(read.parcel.and_then(|parcel| parcel.big).map(|number| number.as_ref().to_owned()))
    };
    let long = "1234567890123456789012345678901234567890";
    assert_eq!(json(&format!("\"{long}\"")), Ok(Some(long.to_owned())));
    for no_number in ["\"1.5\"", "\"x\"", "\"\"", "5", "[]"] {
        assert!(json(no_number).is_err(), "{no_number}");
    }
}

//! Answers that nobody means well by.

use super::{CBOR, hex, output, parcel, response, text};
use crate::support::depot::{Client, StoreInput, StoreOutput};
use sdk_runtime::client::Operation;
use sdk_runtime::mock;
use sdk_runtime::test_util::Stub;

/// The problem that a body has.
fn problem(body: &str) -> String {
    output::<StoreInput>(CBOR, hex(body)).map(drop).expect_err(body)
}

#[test]
fn nesting_is_bounded_in_what_is_read_and_in_what_is_passed_over() {
    let inner = |levels: usize| format!("bf{}", text("inner")).repeat(levels) + "a0" + &"ff".repeat(levels);
    assert!(parcel(&[("inner", &inner(100))]).is_ok());
    for levels in [130, 100_000] {
        let error = parcel(&[("inner", &inner(levels))]).expect_err("it is too deep");
        assert!(error.starts_with("it nests more than 128 levels"), "{error}");
    }
    for begin in ["9f", "81", "bf6161", "a16161"] {
        let error = parcel(&[("other", &begin.repeat(100_000))]).expect_err("it is too deep");
        assert!(error.starts_with("it nests more than 128 levels"), "{error}");
    }
    // Tags don't nest: there may be many, and they take no room.
    assert!(parcel(&[("other", &("c1".repeat(100_000) + "00")), ("sent", &("c1".repeat(100_000) + "00"))]).is_ok());
}

#[test]
fn lengths_beyond_the_end_take_no_room() {
    for begin in [
        "5bffffffffffffffff",
        "5b7fffffffffffffff",
        "7bffffffffffffffff",
        "7a7fffffff61",
        "9bffffffffffffffff01",
        "9a7fffffff",
        "bbffffffffffffffff616101",
        "ba7fffffff",
    ] {
        for member in ["name", "data", "labels", "notes", "holes", "inner", "other"] {
            let body = format!("a1 {} a1 {} {begin}", text("parcel"), text(member));
            assert!(output::<StoreInput>(CBOR, hex(&body)).is_err(), "{member} {begin}");
        }
    }
}

#[test]
fn what_is_no_cbor_is_refused() {
    let in_name = |value: &str| format!("a1 {} a1 {} {value}", text("parcel"), text("name"));
    let in_other = |value: &str| format!("a1 {} a1 {} {value}", text("parcel"), text("other"));
    for value in [
        // Invalid UTF-8, whole and in a piece; a piece of another type, and one that is in pieces itself.
        "61ff",
        "7f61ffff",
        "7f4161ff",
        "7f7f6161ffff",
        "62c3",
        "5f6161ff",
        // Reserved: lengths, simple values, ends without a beginning.
        "7c",
        "1c",
        "1d",
        "1e",
        "1f",
        "3f",
        "df00",
        "fc",
        "fd",
        "fe",
        "ff",
        "e0",
        "f3",
        "f8ff",
        "f818",
        // Ends too early.
        "18",
        "1900",
        "f9",
        "f900",
        "fa000000",
        "fb",
        "7f",
        "5f",
        "9f",
        "bf",
        "c1",
        "d9d9",
        // An end within an entry.
        "bf6161ff",
    ] {
        for body in [in_name(value), in_other(value)] {
            assert!(output::<StoreInput>(CBOR, hex(&body)).is_err(), "{body}");
        }
    }
    for body in [in_name("fc"), in_other("fc")] {
        assert!(problem(&body).starts_with("`0xfc` stands where a value should"), "{body}");
    }
    assert!(problem("a0 00").starts_with("something stands behind the value"));
    assert!(problem("bf").starts_with("it ends too early"));
    assert!(problem("a1 01 01").contains("expected a member's name"));
}

#[test]
fn of_members_of_one_name_the_last_counts_as_in_json() {
    let read = parcel(&[("name", "6161"), ("name", "6162"), ("notes", "a2 616b 6131 616b 6132")]).expect("it fits");
    assert_eq!(read.name(), Some("b"));
    assert_eq!(read.notes().and_then(|notes| notes.get("k")).map(String::as_str), Some("2"));
}

#[tokio::test]
async fn an_answer_may_take_so_much_memory() {
    // A byte is an empty text, of more than fifty.
    let body =
        [hex(&format!("a1 {} a1 {} 9f", text("parcel"), text("labels"))), vec![0x60; 4_000_000], hex("ff")].concat();
    let stub = Stub::new([mock!(Client::store).then_http_response(move || response(200, CBOR, body.clone()))]);
    let error = Client::from_conf(stub.config().max_response_bytes(5_000_000).build()).store().send().await;
    let error = error.expect_err("it takes too much").to_string();
    assert!(error.contains("its values take more memory than is allowed"), "{error}");
}

/// The bytes of an answer with every kind of value.
async fn whole() -> Vec<u8> {
    let parcel = crate::support::depot::parcel;
    let input = crate::support::depot::StoreInput::builder().parcel(parcel()).build().expect("nothing is required");
    let mut input = input;
    let request = input.build_request(&mut String::new).expect("it can be sent");
    request.parts.body.to_vec()
}

#[tokio::test]
async fn every_beginning_of_an_answer_is_an_error_and_no_change_of_a_byte_a_panic() {
    let whole = whole().await;
    let read = |body: &[u8]| output::<StoreInput>(CBOR, body);
    assert_eq!(read(&whole).map(|output: StoreOutput| output.parcel), Ok(Some(crate::support::depot::parcel())));
    for end in 1..whole.len() {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
    let mut differ = 0;
    for index in 0..whole.len() {
        for byte in 0..=255 {
            let mut changed = whole.clone();
            changed[index] = byte;
            differ += usize::from(read(&changed).is_err());
        }
    }
    assert!(differ > whole.len(), "most changes are noticed: {differ}");
}

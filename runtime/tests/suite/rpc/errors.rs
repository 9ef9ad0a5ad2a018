//! Errors that services answer with, and answers that can't be read.

use super::{CBOR, JSON, hex, response, text};
use crate::support::depot::{Client, Error, Full};
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::error::{ErrorMetadata, ProvideErrorMetadata};
use sdk_runtime::mock;
use sdk_runtime::primitives::{Blob, DateTime};
use sdk_runtime::test_util::Stub;

/// What a call in CBOR fails with when this is the answer.
async fn store(answer: impl Fn() -> HttpResponse + Send + Sync + 'static) -> Error {
    let stub = Stub::new([mock!(Client::store).then_http_response(answer)]);
    let client = Client::from_conf(stub.config().build());
    client.store().send().await.expect_err("it is refused").into_service_error()
}

/// The same in JSON.
async fn shelve(answer: impl Fn() -> HttpResponse + Send + Sync + 'static) -> Error {
    let stub = Stub::new([mock!(Client::shelve).then_http_response(answer)]);
    let client = Client::from_conf(stub.config().build());
    client.shelve().send().await.expect_err("it is refused").into_service_error()
}

fn full(code: &str) -> Vec<u8> {
    let code_bytes: String = code.bytes().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("78{:02x}{code_bytes}", code.len());
    hex(&format!(
        "a4 {} {name} {} {} {} c105 {} 4100",
        text("__type"),
        text("message"),
        text("no room"),
        text("until"),
        text("rest")
    ))
}

#[tokio::test]
async fn the_bodys_type_says_which_error_it_is_without_its_namespace() {
    for code in ["com.example.depot#Full", "Full", "com.example.depot#Full:http://example.com/"] {
        let error = store(move || response(409, CBOR, full(code))).await;
        assert_eq!((error.code(), error.message()), (Some("Full"), Some("no room")), "{code}");
        let Error::Full(full) = error else { panic!("{code}: {error:?}") };
        assert_eq!((full.message(), full.until()), (Some("no room"), Some(&DateTime::from_secs(5))));
        assert_eq!(full.rest(), Some(&Blob::new([0])));
    }
}

#[tokio::test]
async fn nothing_else_says_it() {
    // Neither members by which other protocols name errors, nor a header.
    let body = hex(&format!("a2 {} {} {} {}", text("code"), text("Full"), text("Code"), text("Full")));
    let answer = move || {
        let mut response = response(409, CBOR, body.clone());
        response.headers_mut().insert("x-amzn-errortype", "Full");
        response
    };
    let error = store(answer).await;
    assert_eq!((error.code(), error.is_full()), (Some("409"), false));
    let answer = || {
        let mut response = response(409, JSON, r#"{"code":"Full","message":"m"}"#);
        response.headers_mut().insert("x-amzn-errortype", "Full");
        response
    };
    let error = shelve(answer).await;
    assert_eq!((error.code(), error.message(), error.is_full()), (Some("409"), Some("m"), false));
}

#[tokio::test]
async fn the_bodys_type_counts_whatever_else_says_something_else() {
    let body = r#"{"__type":"com.example#Full","Code":"Other","code":"Another","message":"m"}"#;
    let answer = move || {
        let mut response = response(409, JSON, body);
        response.headers_mut().insert("x-amzn-errortype", "com.example#Third");
        response
    };
    let error = shelve(answer).await;
    assert_eq!((error.code(), error.message(), error.is_full()), (Some("Full"), Some("m"), true));
}

#[tokio::test]
async fn an_error_in_json_is_read_as_one_in_cbor() {
    let body = r#"{"__type":"com.example#Full","message":"no room","until":5,"rest":"AA=="}"#;
    let error = shelve(move || response(409, JSON, body)).await;
    let Error::Full(full) = error else { panic!("{error:?}") };
    assert_eq!(
        (full.message(), full.until(), full.rest()),
        (Some("no room"), Some(&DateTime::from_secs(5)), Some(&Blob::new([0])))
    );
}

#[tokio::test]
async fn an_error_of_another_protocol_is_known_by_its_status_alone() {
    for protocol in [JSON, "", "rpc-v2-cbor2"] {
        let error = store(move || response(503, protocol, full("com.example#Full"))).await;
        assert_eq!((error.code(), error.is_full()), (Some("503"), false), "{protocol}");
        assert!(error.message().is_some_and(|message| message.contains("check the endpoint")), "{protocol}: {error}");
    }
}

#[tokio::test]
async fn members_that_dont_fit_are_left_out() {
    let body = || {
        hex(&format!("a3 {} {} {} {} {} 6161", text("__type"), text("Full"), text("message"), text("m"), text("until")))
    };
    let error = store(move || response(409, CBOR, body())).await;
    let Error::Full(full) = error else { panic!("{error:?}") };
    assert_eq!((full.message(), full.until()), (Some("m"), None));
    // What stands before the body breaks off counts.
    let mut cut = full_bytes();
    cut.truncate(cut.len() - 3);
    let error = store(move || response(409, CBOR, cut.clone())).await;
    assert_eq!((error.code(), error.message()), (Some("Full"), Some("no room")));
}

fn full_bytes() -> Vec<u8> {
    full("com.example#Full")
}

#[tokio::test]
async fn an_answer_that_cant_be_read_says_why_in_one_line() {
    for (body, problem) in [
        ("ff", "Store: HTTP 200 with a body that is not CBOR: "),
        ("a1", "Store: HTTP 200 with a body that is not CBOR: it ends too early (before byte 1)"),
        ("a0a0", "Store: HTTP 200 with a body that is not CBOR: something stands behind the value (before byte 1)"),
        ("80", "Store: HTTP 200 with a body that does not fit the operation: invalid type: sequence"),
    ] {
        let stub = Stub::new([mock!(Client::store).then_http_response(move || response(200, CBOR, hex(body)))]);
        let error = Client::from_conf(stub.config().build()).store().send().await.expect_err("it can't be read");
        assert!(error.to_string().starts_with(problem), "{body}: {error}");
    }
}

#[tokio::test]
async fn stubs_fail_in_the_services_own_form() {
    let full = || Error::Full(Full::builder().message("m").rest(Blob::new([1])).build());
    let stub = Stub::new([mock!(Client::store).then_error(full), mock!(Client::shelve).then_error(full)]);
    let client = Client::from_conf(stub.config().build());
    let stored = client.store().send().await.expect_err("it is refused").into_service_error();
    let shelved = client.shelve().send().await.expect_err("it is refused").into_service_error();
    for error in [stored, shelved] {
        assert_eq!(error.code(), Some("Full"));
        let Error::Full(full) = error else { panic!("{error:?}") };
        assert_eq!((full.message(), full.rest()), (Some("m"), Some(&Blob::new([1]))));
    }
    // A code of its own that the service had when it spoke awsQuery.
    let meta = || ErrorMetadata::builder().code("Depot.Full").build();
    let stub = Stub::new([mock!(Client::store).then_error(move || Error::Full(Full::builder().meta(meta()).build()))]);
    let error = Client::from_conf(stub.config().build()).store().send().await.expect_err("it is refused");
    let error = error.into_service_error();
    assert_eq!((error.code(), error.is_full()), (Some("Depot.Full"), true));
}

#[tokio::test]
async fn the_code_of_awsquery_is_the_code_and_says_whose_fault_it_is() {
    let answer = || {
        let mut response = response(409, CBOR, full("com.example#Full"));
        response.headers_mut().insert("x-amzn-query-error", "Depot.Full;Sender");
        response
    };
    let error = store(answer).await;
    assert_eq!((error.code(), error.meta().extra("type")), (Some("Depot.Full"), Some("Sender")));
    assert!(error.is_full());
}

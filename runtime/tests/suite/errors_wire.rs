//! Codes and messages of error responses against what botocore reports for the same responses.

use aws_smithy_runtime_api::http::Headers;
use sdk_runtime::error::decode;
use serde_json::Value;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/wire/errors.json");

/// botocore takes every empty or HTML answer of a 5xx for a load balancer's: it doesn't read the headers, so that code
/// and request id are lost, and puts the status' name for the message. We keep what arrived.
fn is_lost(case: &Value) -> bool {
    case["reported"]["request_id"].is_null()
}

fn expected_code(case: &Value) -> Option<&str> {
    match case["response"]["headers"]["x-amzn-errortype"].as_str() {
        Some(code) if is_lost(case) => Some(code),
        _ => case["reported"]["code"].as_str(),
    }
}

fn expected_message<'a>(case: &'a Value, body: &'a str) -> Option<&'a str> {
    match case["reported"]["message"].as_str().filter(|message| !message.is_empty()) {
        _ if is_lost(case) => Some(body.trim()).filter(|text| !text.is_empty()),
        // botocore doesn't read `errorMessage`; we do.
        None => member(body, "errorMessage"),
        some => some,
    }
}

fn member<'a>(body: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = body.split_once(&format!("\"{name}\": \""))?;
    rest.split('"').next()
}

#[test]
fn error_responses_read_as_botocore_reads_them() {
    let Ok(text) = std::fs::read_to_string(CASES) else {
        println!("{CASES} is absent: error responses are not compared");
        return;
    };
    let file: Value = serde_json::from_str(&text).expect("recorded cases are JSON");
    let mut compared = 0;
    for case in file["cases"].as_array().expect("cases is a list").iter().filter(|case| is_ours(case)) {
        let response = &case["response"];
        let body = response["body"].as_str().expect("bodies are recorded as text");
        let status = response["status"].as_u64().expect("a status") as u16;
        let meta = decode::metadata(status, &headers(response), body.as_bytes());
        let name = format!("{} {}: {meta:?}", case["operation"], case["case"]);
        assert_eq!(meta.code(), expected_code(case), "{name}");
        assert_eq!(meta.message(), expected_message(case, body), "{name}");
        assert_eq!(meta.extra("aws_request_id"), response["headers"]["x-amzn-requestid"].as_str(), "{name}");
        compared += 1;
    }
    println!("{compared} error responses compared");
    assert!(compared > 500, "only {compared} cases compared");
}

/// Every recorded answer of either service that isn't an accident of botocore's, and that it took for an error.
fn is_ours(case: &Value) -> bool {
    let tags = case["tags"].as_array().expect("tags is a list");
    !tags.iter().any(|tag| tag == "client-specific") && case["reported"].is_object()
}

fn headers(response: &Value) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in response["headers"].as_object().expect("headers is an object") {
        headers.insert(name.to_lowercase(), value.as_str().expect("header values are text").to_owned());
    }
    headers
}

#[test]
fn no_body_makes_it_panic() {
    for body in
        [&b""[..], b"null", b"[]", b"\"text\"", b"{", b"\xff\xfe", b"{\"code\":{}}", b"{\"message\":[1]}", b"   "]
    {
        let meta = decode::metadata(500, &Headers::new(), body);
        assert_eq!(meta.code(), Some("500"), "{body:?}");
    }
}

#[test]
fn a_request_id_is_found_in_each_known_header() {
    for name in ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"] {
        let mut headers = Headers::new();
        headers.insert(name, "abc");
        assert_eq!(decode::request_id(&headers), Some("abc"));
        assert_eq!(decode::metadata(400, &headers, b"").extra("aws_request_id"), Some("abc"));
    }
}

//! Signatures against those that botocore made for the same requests.

use super::*;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::date_time::{DateTime, Format};
use serde_json::Value;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/wire/sigv4.json");

/// Cases whose path our labels can't make: a label that is empty or a dot segment is refused before.
fn is_refused_label(url: &str) -> bool {
    let path = url.split('?').next().unwrap_or_default();
    path.split('/').skip(3).any(|segment| matches!(segment, "" | "." | ".."))
}

#[test]
fn signatures_equal_botocores() {
    let Ok(text) = std::fs::read_to_string(CASES) else {
        println!("{CASES} is absent: signatures are not compared");
        return;
    };
    let file: Value = serde_json::from_str(&text).expect("recorded cases are JSON");
    let mut compared = 0;
    for case in file["cases"].as_array().expect("cases is a list") {
        let url = text_of(&case["request"]["url"]);
        if is_refused_label(url) {
            continue;
        }
        assert_eq!(authorization(case), text_of(&case["authorization"]), "{} {url}", case["case"]);
        compared += 1;
    }
    assert!(compared > 20, "only {compared} cases compared");
}

fn authorization(case: &Value) -> String {
    let recorded = &case["request"];
    let mut request = HttpRequest::new(SdkBody::from(text_of(&recorded["body"])));
    request.set_method(text_of(&recorded["method"])).expect("a method");
    request.set_uri(text_of(&recorded["url"])).expect("a URL");
    for (name, value) in recorded["headers"].as_object().expect("headers is an object") {
        request.headers_mut().insert(name.clone(), text_of(value).to_owned());
    }
    for name in recorded["unsigned_headers"].as_array().expect("unsigned_headers is a list") {
        request.headers_mut().insert(text_of(name).to_owned(), "not signed");
    }
    let keys = &case["credentials"];
    let credentials = Credentials::new(
        text_of(&keys["access_key_id"]),
        text_of(&keys["secret_access_key"]),
        keys["session_token"].as_str().map(str::to_owned),
        None,
        "test",
    );
    let scope = Scope {
        region: text_of(&case["region"]),
        name: text_of(&case["signing_name"]),
        time: time_of(case),
        single_encoding: false,
        with_dot_segments: false,
        asymmetric: false,
        of_session: false,
    };
    sign_request(&mut request, credentials, scope, &PayloadHash::Bytes).expect("signs");
    request.headers().get("authorization").expect("is signed").to_owned()
}

fn request(url: &str) -> HttpRequest {
    let mut request = HttpRequest::new(SdkBody::empty());
    request.set_uri(url).expect("a URL");
    request
}

fn scope(single_encoding: bool) -> Scope<'static> {
    let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_706_749_323);
    Scope {
        region: "us-east-1",
        name: "tiny",
        time,
        single_encoding,
        with_dot_segments: false,
        asymmetric: false,
        of_session: false,
    }
}

fn keys(token: Option<&str>) -> Credentials {
    Credentials::new("AKIDEXAMPLE", "very-secret", token.map(str::to_owned), None, "test")
}

/// The signatures were made with Python's hmac.
#[test]
fn a_path_is_encoded_once_more_unless_the_endpoint_says_otherwise() {
    for (single_encoding, signature) in [
        (true, "549b739aec93f35b8a34191be6b61543a8af2e0c382fbe34a5702f4a00c37f88"),
        (false, "553dc51e852f794601e629f2322c530ad06a950f83c2d8e3ed0f2e53dd3bc439"),
    ] {
        let mut request = request("https://example.com/a%20b");
        sign_request(&mut request, keys(None), scope(single_encoding), &PayloadHash::Bytes).expect("signs");
        let authorization = request.headers().get("authorization").expect("is signed");
        assert!(authorization.ends_with(&format!("Signature={signature}")), "{authorization}");
    }
}

#[test]
fn an_earlier_signature_leaves_nothing_behind() {
    let headers = |earlier: bool| {
        let mut request = request("https://example.com/a");
        if earlier {
            let an_hour = std::time::Duration::from_secs(3600);
            let earlier = Scope { time: scope(false).time - an_hour, name: "other", ..scope(false) };
            sign_request(&mut request, keys(Some("token")), earlier, &PayloadHash::Bytes).expect("signs");
        }
        sign_request(&mut request, keys(None), scope(false), &PayloadHash::Bytes).expect("signs");
        let headers = request.headers().iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        headers.collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(headers(true), headers(false));
    let names: Vec<_> = headers(false).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["authorization", "x-amz-date"]);
}

#[test]
fn what_is_not_signed_stays_as_it_is() {
    let mut request = request("https://example.com/a");
    for name in UNSIGNED {
        request.headers_mut().insert(name, " a  value\t");
    }
    sign_request(&mut request, keys(Some("to-ken")), scope(false), &PayloadHash::Bytes).expect("signs");
    let authorization = request.headers().get("authorization").expect("is signed").to_owned();
    assert!(authorization.contains("SignedHeaders=host;x-amz-date;x-amz-security-token,"), "{authorization}");
    for name in UNSIGNED.into_iter().filter(|name| *name != "authorization") {
        assert_eq!(request.headers().get(name), Some(" a  value\t"), "{name}");
    }
    let shown = format!("{:?}", request.headers());
    assert!(!shown.contains("to-ken") && !shown.contains("Signature"), "{shown}");
}

/// `20240201T010203Z` as a point in time.
fn time_of(case: &Value) -> SystemTime {
    let t = text_of(&case["time"]);
    let extended = format!("{}-{}-{}T{}:{}:{}Z", &t[..4], &t[4..6], &t[6..8], &t[9..11], &t[11..13], &t[13..15]);
    let time = DateTime::from_str(&extended, Format::DateTime).expect("recorded times are valid");
    SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(time.secs().unsigned_abs())
}

fn text_of(value: &Value) -> &str {
    value.as_str().expect("recorded as text")
}

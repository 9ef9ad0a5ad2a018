//! The comparison itself: what it must not let pass, and how it says so.

use sdk_wire::rules::Id;
use sdk_wire::{FileReport, Skip, Style, check_dir, check_text};
use serde_json::{Value, json};

fn check(kind: &str, case: &Value) -> FileReport {
    check_text(&format!("{kind}.json"), &json!({"kind": kind, "cases": [case]}).to_string())
}

fn failures(kind: &str, case: &Value) -> String {
    check(kind, case).render_failures(Style::default())
}

/// Requires that the case passes, and that it fails with `shown` once `change` has been made to it.
fn notices(kind: &str, mut case: Value, change: impl FnOnce(&mut Value), shown: &str) {
    assert_eq!(failures(kind, &case), "", "the case itself agrees");
    change(&mut case);
    let failures = failures(kind, &case);
    assert!(failures.contains(shown), "{failures:?} does not show {shown:?}");
}

fn create_network() -> Value {
    json!({
        "service": "wickr", "operation": "CreateNetwork", "case": "made up", "tags": [],
        "input": {"networkName": "a name", "accessLevel": "STANDARD"},
        "request": {
            "method": "POST", "path": "/networks", "query": "", "headers": {"content-type": "application/json"},
            "body": {"networkName": "a name", "accessLevel": "STANDARD"}
        }
    })
}

fn list_networks() -> Value {
    json!({
        "service": "wickr", "operation": "ListNetworks", "case": "made up", "tags": [],
        "input": {"maxResults": 5, "nextToken": "a b"},
        "request": {
            "method": "GET", "path": "/networks", "query": "nextToken=a%20b&maxResults=5", "headers": {},
            "body": null, "content_length": null
        }
    })
}

fn get_bots_count() -> Value {
    json!({
        "service": "wickr", "operation": "GetBotsCount", "case": "made up", "tags": [],
        "input": {"networkId": "12345678"},
        "response": {
            "status": 200, "headers": {"content-type": "application/json", "X-Amzn-RequestId": "id-1"},
            "body": "{\"pending\": 1, \"active\": 2, \"total\": 3}"
        },
        "request_id": "id-1",
        "parsed": {"pending": 1, "active": 2, "total": 3}
    })
}

fn not_found() -> Value {
    json!({
        "service": "wickr", "operation": "GetNetwork", "case": "made up", "tags": [],
        "input": {"networkId": "12345678"},
        "response": {
            "status": 404, "headers": {"x-amzn-errortype": "ResourceNotFoundError", "x-amzn-requestid": "id-1"},
            "body": "{\"message\": \"gone\"}"
        },
        "reported": {
            "code": "ResourceNotFoundError", "message": "gone", "status": 404, "request_id": "id-1",
            "exception": "ResourceNotFoundError", "modeled": {"message": "gone"}
        }
    })
}

fn two_pages() -> Value {
    let network = |id: &str| {
        json!({
            "networkId": id, "networkName": "n", "accessLevel": "STANDARD", "awsAccountId": "1", "networkArn": "a"
        })
    };
    json!({
        "service": "wickr", "operation": "ListNetworks", "case": "made up", "tags": [],
        "input": {}, "page_size": 1, "starting_token": null, "items_member": "networks",
        "script": [
            {"status": 200, "headers": {}, "body": {"networks": [network("12345678")], "nextToken": "t"}},
            {"status": 200, "headers": {}, "body": {"networks": [network("87654321")]}}
        ],
        "requests": [
            {"path": "/networks", "query": "maxResults=1", "body": null},
            {"path": "/networks", "query": "maxResults=1&nextToken=t", "body": null}
        ],
        "pages": 2, "items": [network("12345678"), network("87654321")], "error": null
    })
}

fn endpoint() -> Value {
    json!({
        "service": "wickr", "operation": "ListNetworks", "case": "made up", "tags": [], "source": "evaluated",
        "region": "eu-west-2", "use_fips": false, "use_dualstack": false, "endpoint": null,
        "url": "https://admin.wickr.eu-west-2.amazonaws.com", "error": null,
        "client": {"url": "https://admin.wickr.eu-west-2.amazonaws.com/networks", "error": null}
    })
}

#[test]
fn a_failure_shows_the_case_and_both_sides() {
    let mut case = create_network();
    case["request"]["body"]["networkName"] = json!("another");
    assert_eq!(
        failures("requests", &case),
        "FAILED requests.json wickr CreateNetwork made up\n  body.networkName\n    expected  \"another\"\n    actual    \
         \"a name\"\n\n"
    );
}

#[test]
fn a_wrong_request_is_noticed_in_each_of_its_parts() {
    let wrong = |pointer: &'static str, value: Value| {
        move |case: &mut Value| *case.pointer_mut(pointer).expect("it is there") = value
    };
    notices("requests", create_network(), wrong("/request/method", json!("PUT")), "method");
    notices("requests", create_network(), wrong("/request/path", json!("/network")), "path");
    notices("requests", create_network(), wrong("/request/headers", json!({})), "header content-type");
    notices("requests", create_network(), wrong("/request/body", Value::Null), "(no bytes)");
    notices("requests", list_networks(), wrong("/request/query", json!("maxResults=5&nextToken=a+b")), "query");
    notices("requests", list_networks(), wrong("/request/content_length", json!("0")), "header content-length");
}

#[test]
fn a_header_that_was_not_recorded_is_noticed() {
    let mut case = create_network();
    case["operation"] = json!("DeleteNetwork");
    case["input"] = json!({"networkId": "12345678", "clientToken": "t"});
    case["request"] = json!({
        "method": "DELETE", "path": "/networks/12345678", "query": "", "headers": {"x-client-token": "t"},
        "body": null, "content_length": "0"
    });
    let forget = |case: &mut Value| case["request"]["headers"] = json!({});
    notices("requests", case, forget, "header x-client-token\n    expected  (absent)");
}

#[test]
fn a_token_must_be_a_new_uuid() {
    let mut case = create_network();
    case["operation"] = json!("DeleteNetwork");
    case["input"] = json!({"networkId": "12345678"});
    case["request"] = json!({
        "method": "DELETE", "path": "/networks/12345678", "query": "", "headers": {"x-client-token": "<uuid4>"},
        "body": null, "content_length": "0"
    });
    let give = |case: &mut Value| case["input"]["clientToken"] = json!("8e0a3f6c-1b2d-4c3e-9f00-0123456789ab");
    notices("client_side", case, give, "a new one for each call");
}

#[test]
fn a_refusal_must_name_the_member_and_send_nothing() {
    let refused = json!({
        "service": "wickr", "operation": "GetNetwork", "case": "made up", "tags": [], "input": {},
        "client_error": ["Missing required parameter in input: \"networkId\""]
    });
    let sent = |case: &mut Value| case["input"]["networkId"] = json!("12345678");
    notices("client_side", refused.clone(), sent, "sent GET /networks/12345678");
    let other = |case: &mut Value| case["client_error"][0] = json!("Missing required parameter in input: \"groupId\"");
    notices("client_side", refused, other, "names groupId");
}

#[test]
fn a_label_that_changes_the_path_must_be_refused_by_name() {
    let mut case = json!({
        "service": "wickr", "operation": "GetSecurityGroup", "case": "made up", "tags": [],
        "input": {"networkId": "12345678", "groupId": ".."},
        "request": {
            "method": "GET", "path": "/networks/12345678/security-groups/..", "query": "", "headers": {}, "body": null
        }
    });
    let report = check("requests", &case);
    assert_eq!((report.passed, report.rules.get(&Id::PathChangingLabel)), (1, Some(&1)));
    case["input"]["groupId"] = json!("a/../b");
    case["request"]["path"] = json!("/networks/12345678/security-groups/a%2F..%2Fb");
    let report = check("requests", &case);
    assert_eq!((report.passed, report.rules.len()), (1, 0));
}

#[test]
fn a_wrong_output_is_noticed() {
    notices("responses", get_bots_count(), |case| case["parsed"]["total"] = json!(4), "output.total");
    notices("responses", get_bots_count(), |case| case["request_id"] = json!("id-2"), "request id");
    let lost = |case: &mut Value| case["parsed"] = json!({"pending": 1, "active": 2});
    notices("responses", get_bots_count(), lost, "output.total\n    expected  (absent)\n    actual    3");
    let unread = |case: &mut Value| {
        case["parse_error"] = json!("ResponseParserError");
        case.as_object_mut().expect("an object").remove("parsed");
    };
    notices("responses", get_bots_count(), unread, "an error, as \"ResponseParserError\"");
}

#[test]
fn a_wrong_error_is_noticed() {
    let wrong = |member: &'static str, value: Value| move |case: &mut Value| case["reported"][member] = value;
    for (member, value) in [
        ("code", json!("OtherError")),
        ("message", json!("there")),
        ("status", json!(400)),
        ("request_id", Value::Null),
        ("exception", json!("ClientError")),
        ("modeled", json!({"message": "there"})),
    ] {
        notices("errors", not_found(), wrong(member, value), &member.replace("_id", " id"));
    }
}

#[test]
fn a_wrong_page_is_noticed() {
    let query = |case: &mut Value| case["requests"][1]["query"] = json!("maxResults=1&nextToken=u");
    notices("pagination", two_pages(), query, "request 2 query");
    notices("pagination", two_pages(), |case| case["pages"] = json!(3), "pages\n    expected  3\n    actual    2");
    notices(
        "pagination",
        two_pages(),
        |case| case["items"] = json!([]),
        "number of items\n    expected  0\n    actual    2",
    );
    notices("pagination", two_pages(), |case| case["items"][1]["networkId"] = json!("0"), "items[1].networkId");
    let error = |case: &mut Value| case["error"] = json!({"kind": "service", "code": "RateLimitError"});
    notices("pagination", two_pages(), error, "error of items\n    expected  RateLimitError\n    actual    no error");
}

#[test]
fn a_wrong_endpoint_is_noticed() {
    let url = |case: &mut Value| case["url"] = json!("https://wickr.eu-west-2.amazonaws.com");
    notices("endpoints", endpoint(), url, "origin");
    let error = |case: &mut Value| case["error"] = json!("FIPS is enabled but this partition does not support FIPS");
    notices("endpoints", endpoint(), error, "sent to https://admin.wickr.eu-west-2.amazonaws.com/networks");
}

/// A recorded signature: of a request with a body, or of one without.
fn signature(method: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/wire/sigv4.json");
    let text = std::fs::read_to_string(path).expect("the fixture is part of the repository");
    let file: Value = serde_json::from_str(&text).expect("the fixture is JSON");
    let of_method = |case: &&Value| case["service"] == "wickr" && case["request"]["method"] == method;
    file["cases"].as_array().into_iter().flatten().find(of_method).expect("there is such a case").clone()
}

#[test]
fn a_wrong_signature_is_noticed_to_the_last_digit() {
    let last = |case: &mut Value| {
        let authorization = case["authorization"].as_str().expect("text");
        let (most, digit) = authorization.split_at(authorization.len() - 1);
        case["authorization"] = json!(format!("{most}{}", if digit == "0" { '1' } else { '0' }));
    };
    notices("sigv4", signature("GET"), last, "authorization");
    notices("sigv4", signature("PATCH"), last, "authorization");
    notices("sigv4", signature("GET"), |case| case["time"] = json!("20240201T010204Z"), "x-amz-date");
    let header = |case: &mut Value| case["request"]["headers"]["x-amz-zz"] = json!("1");
    notices("sigv4", signature("GET"), header, "header x-amz-zz");
    let body = |case: &mut Value| case["request"]["body"] = json!("{}");
    notices("sigv4", signature("PATCH"), body, "body");
}

/// The signature was made with Python's hmac.
#[test]
fn an_endpoints_own_path_is_signed_with_the_operations() {
    let mut case = signature("GET");
    let replaced = |value: &Value, from: &str, to: &str| json!(value.as_str().expect("text").replacen(from, to, 1));
    case["request"]["url"] = replaced(&case["request"]["url"], ".com/", ".com/base%20path/v1/");
    let signature = "48452367b74a1ed5657b5f3170ca20b97df0733b6e54a6a02b6b262851f7d3e1";
    let based = "7eb2912e07eb87d10ac69ef31d58d1ffeb4914d2e067f5aa75c5fcd9f68db445";
    case["authorization"] = replaced(&case["authorization"], signature, based);
    let other = |case: &mut Value| case["request"]["url"] = json!("https://admin.wickr.us-east-1.amazonaws.com/v2");
    notices("sigv4", case, other, "path");
}

#[test]
fn settings_that_lead_elsewhere_must_be_refused_by_name() {
    for (member, value) in [
        ("endpoint", "ftp://example.com"),
        ("endpoint", "https://example.com/a/../b"),
        ("endpoint", "https://user@example.com"),
        ("region", "a b"),
    ] {
        let mut case = endpoint();
        case[member] = json!(value);
        case["url"] = json!("https://example.com");
        let report = check("endpoints", &case);
        assert_eq!((report.passed, report.rules.get(&Id::RefusedEndpoint)), (1, Some(&1)), "{value}");
        // Also where the rules themselves find something.
        case["url"] = Value::Null;
        case["error"] = json!("FIPS is enabled but this partition does not support FIPS");
        assert_eq!(check("endpoints", &case).passed, 1, "{value}");
    }
    let base = json!({
        "service": "wickr", "operation": "ListNetworks", "case": "made up", "tags": [], "source": "base-path",
        "endpoint_suffix": "/x#f", "path": "/x", "query": ""
    });
    assert_eq!(check("endpoints", &base).passed, 1);
}

#[test]
fn an_origin_is_compared_in_its_one_form() {
    let mut case = endpoint();
    case["endpoint"] = json!("https://Example.com:443/base");
    case["url"] = case["endpoint"].clone();
    let report = check("endpoints", &case);
    assert_eq!((report.passed, report.rules.get(&Id::OriginForm)), (1, Some(&1)));
    notices("endpoints", case, |case| case["url"] = json!("https://example.com:8443/base"), "origin");
}

#[test]
fn what_is_client_specific_is_skipped_only_where_it_differs() {
    let mut case = get_bots_count();
    case["tags"] = json!(["client-specific"]);
    assert_eq!(check("responses", &case).passed, 1);
    case["parsed"]["total"] = json!(4);
    let report = check("responses", &case);
    assert_eq!((report.passed, report.failures.len(), report.skips()), (0, 0, [(Skip::ClientSpecific, 1)].into()));
}

#[test]
fn what_is_newer_than_the_model_is_skipped() {
    let mut case = create_network();
    case["tags"] = json!(["newer"]);
    case["input"]["zzNewer"] = json!(1);
    assert_eq!(check("requests", &case).skips(), [(Skip::Newer, 1)].into());
    case["operation"] = json!("ZzNewer");
    assert_eq!(check("requests", &case).skips(), [(Skip::Newer, 1)].into());
    case["tags"] = json!([]);
    assert!(failures("requests", &case).contains("wickr has no operation ZzNewer"));
}

#[test]
fn a_service_without_a_crate_is_one_line() {
    let mut case = create_network();
    case["service"] = json!("zz");
    let report = check("requests", &case);
    assert_eq!(report.skips(), [(Skip::NoCrate("zz".to_owned()), 1)].into());
    assert!(report.render_summary(Style::default()).ends_with("1 skipped: no crate here speaks zz\n"));
}

#[test]
fn what_makes_no_sense_fails_with_the_reason() {
    for (kind, case, reason) in [
        ("requests", json!(7), "invalid type"),
        ("requests", json!({"service": "wickr"}), "missing field `operation`"),
        ("requests", json!({"service": "wickr", "operation": "ListNetworks"}), "expected either `request` or"),
        ("responses", json!({"service": "wickr", "operation": "ListNetworks"}), "missing field `response`"),
        (
            "responses",
            json!({"service": "wickr", "operation": "ListNetworks", "response": {"status": 99_999}, "parsed": {}}),
            "expected u16",
        ),
        (
            "responses",
            json!({"service": "wickr", "operation": "ListNetworks", "response": {"status": 7}, "parsed": {}}),
            "invalid status code",
        ),
        ("sigv4", json!({"service": "wickr", "operation": "ListNetworks"}), "missing field"),
        (
            "endpoints",
            json!({"service": "wickr", "operation": "ListNetworks", "source": "base-path"}),
            "endpoint_suffix",
        ),
    ] {
        let failures = failures(kind, &case);
        assert!(failures.contains(reason), "{failures:?} does not say {reason:?}");
    }
}

#[test]
fn a_file_that_makes_no_sense_fails_with_the_reason() {
    for (name, text, reason) in [
        ("requests.json", "{", "not JSON: EOF"),
        ("requests.json", "{}", "there is no list `cases`"),
        ("other.json", r#"{"cases": []}"#, r#"the kind of cases "other" is none of requests, "#),
        ("other.json", r#"{"kind": "streams", "cases": []}"#, r#"the kind of cases "streams" is none of requests, "#),
    ] {
        let report = check_text(name, text).render_failures(Style::default());
        assert!(report.contains(reason), "{report:?} does not say {reason:?}");
    }
}

#[test]
fn a_directory_without_cases_is_a_failure() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = check_dir(&dir.join("src")).render(Style::default());
    assert!(text.contains("requests.json      absent, skipped\n"), "{text}");
    assert!(text.ends_with("\n0 passed, 1 failed, 0 skipped\n"), "{text}");
    assert_eq!(check_dir(&dir.join("nowhere")).failed(), 1);
}

#[test]
fn colours_are_for_terminals() {
    let mut case = create_network();
    case["request"]["path"] = json!("/");
    let report = check("requests", &case);
    assert!(report.render_failures(Style { colour: true, ..Style::default() }).contains("\u{1b}[31mFAILED"));
    assert!(!report.render_failures(Style::default()).contains('\u{1b}'));
}

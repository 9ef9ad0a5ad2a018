//! What the mock service answers, over its socket.

mod support;

use serde_json::{Value, json};
use std::time::{Duration, SystemTime};
use support::{Signer, call, network, raw, send, start, with_headers, with_token};

#[tokio::test]
async fn a_network_lives_from_create_to_delete() {
    let service = start().await;
    let id = network(&service, "Harbor").await;
    let path = format!("/networks/{id}");

    let found = call(&service, &format!("GET {path}"), Value::Null).await;
    assert_eq!(found.body["networkArn"], format!("arn:aws:wickr:us-east-1:111122223333:network/{id}"));
    assert_eq!(call(&service, &format!("PATCH {path}"), json!({"networkName": "Port"})).await.status, 200);
    assert_eq!(call(&service, &format!("GET {path}"), Value::Null).await.body["networkName"], "Port");

    assert_eq!(call(&service, &format!("DELETE {path}"), Value::Null).await.status, 200);
    let gone = call(&service, &format!("GET {path}"), Value::Null).await;
    assert_eq!((gone.status, gone.header("x-amzn-errortype")), (404, Some("ResourceNotFoundError")));
    assert!(gone.header("x-amzn-requestid").is_some());
    assert_eq!(gone.body, json!({"message": "No such network"}));
}

#[tokio::test]
async fn a_list_comes_in_pages_that_join_without_gaps() {
    let service = start().await;
    for name in ["e", "b", "d", "a", "c"] {
        network(&service, name).await;
    }
    let (mut names, mut token) = (Vec::new(), String::new());
    loop {
        let line = format!("GET /networks?maxResults=2&sortFields=networkName&sortDirection=ASC&nextToken={token}");
        let page = call(&service, &line, Value::Null).await.body;
        for network in page["networks"].as_array().expect("a page") {
            names.push(network["networkName"].as_str().expect("a name").to_owned());
        }
        // Neither repeated nor in the way: it sorts before the pages that are left.
        network(&service, "A").await;
        match page["nextToken"].as_str() {
            Some(next) => token = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(names, ["a", "b", "c", "d", "e"]);
}

#[tokio::test]
async fn what_a_list_cannot_be_asked_for_is_refused() {
    let service = start().await;
    for (query, status) in [
        ("maxResults=0", 422),
        ("maxResults=101", 422),
        ("maxResults=many", 400),
        ("maxResults=2147483648", 400),
        ("sortFields=owner", 422),
        ("sortDirection=UP", 422),
        ("nextToken=EXAMPLE", 422),
        ("nextToken=%zz", 400),
    ] {
        let reply = call(&service, &format!("GET /networks?{query}"), Value::Null).await;
        assert_eq!(reply.status, status, "{query}: {}", reply.body);
    }
}

#[tokio::test]
async fn a_security_group_keeps_every_setting() {
    let service = start().await;
    let groups = format!("/networks/{}/security-groups", network(&service, "Harbor").await);
    let body = json!({"name": "dispatch", "securityGroupSettings": {"lockoutThreshold": 8}});
    let group = call(&service, &format!("POST {groups}"), body).await.body;
    let path = format!("{groups}/{}", group["securityGroup"]["id"].as_str().expect("an ID"));

    let settings = json!({
        "calling": {"canStart11Call": true, "canVideoCall": false},
        "passwordRequirements": {"minLength": 14, "symbols": 1},
        "federationMode": 2,
        "permittedNetworks": ["51839027"],
        "shredder": {"canProcessManually": true, "intensity": 60},
        "maxTtl": 2_592_000,
    });
    let body = json!({"name": "night shift", "securityGroupSettings": settings});
    assert_eq!(call(&service, &format!("PATCH {path}"), body).await.status, 200);

    let found = call(&service, &format!("GET {path}"), Value::Null).await.body["securityGroup"].take();
    let mut expected = settings;
    expected["lockoutThreshold"] = 8.into();
    assert_eq!(found["securityGroupSettings"], expected);
    assert_eq!((&found["name"], &found["isDefault"]), (&json!("night shift"), &json!(false)));
    assert_eq!(call(&service, &format!("DELETE {path}"), Value::Null).await.status, 200);
}

#[tokio::test]
async fn the_default_group_stays() {
    let service = start().await;
    let groups = format!("/networks/{}/security-groups", network(&service, "Harbor").await);
    let listed = call(&service, &format!("GET {groups}"), Value::Null).await.body;
    let [default] = listed["securityGroups"].as_array().expect("groups").as_slice() else {
        panic!("a new network has one group: {listed}");
    };
    assert_eq!(default["isDefault"], true);
    let path = format!("{groups}/{}", default["id"].as_str().expect("an ID"));
    let refused = call(&service, &format!("DELETE {path}"), Value::Null).await;
    assert_eq!((refused.status, refused.header("x-amzn-errortype")), (400, Some("BadRequestError")));
}

#[tokio::test]
async fn a_refused_change_changes_nothing_and_names_the_fields() {
    let service = start().await;
    let groups = format!("/networks/{}/security-groups", network(&service, "Harbor").await);
    let listed = call(&service, &format!("GET {groups}"), Value::Null).await.body;
    let path = format!("{groups}/{}", listed["securityGroups"][0]["id"].as_str().expect("an ID"));
    let body = json!({"name": "", "securityGroupSettings": {"shredder": {"intensity": 50}}});
    let refused = call(&service, &format!("PATCH {path}"), body).await;
    assert_eq!((refused.status, refused.header("x-amzn-errortype")), (422, Some("ValidationError")));
    let message =
        "Invalid request: name: Must not be empty; securityGroupSettings.shredder.intensity: Use 0, 20, 60, or 100";
    assert_eq!(refused.body["message"], message);
    assert_eq!(
        refused.body["reasons"],
        json!([
            {"field": "name", "reason": "Must not be empty"},
            {"field": "securityGroupSettings.shredder.intensity", "reason": "Use 0, 20, 60, or 100"},
        ])
    );
    let after = call(&service, &format!("GET {path}"), Value::Null).await.body["securityGroup"].take();
    assert_eq!(after, listed["securityGroups"][0]);
}

#[tokio::test]
async fn a_token_fits_only_the_list_that_it_came_from() {
    let service = start().await;
    for name in ["a", "b", "c"] {
        network(&service, name).await;
    }
    let page = call(&service, "GET /networks?maxResults=1&sortDirection=ASC", Value::Null).await.body;
    let token = page["nextToken"].as_str().expect("there is more").to_owned();
    let mut altered = token.clone();
    let last = if altered.pop() == Some('A') { 'B' } else { 'A' };
    altered.push(last);
    for (query, status) in [
        (format!("sortDirection=ASC&maxResults=2&nextToken={token}"), 200),
        (format!("sortDirection=DESC&nextToken={token}"), 422),
        (format!("sortDirection=ASC&nextToken={altered}"), 422),
    ] {
        let reply = call(&service, &format!("GET /networks?{query}"), Value::Null).await;
        assert_eq!(reply.status, status, "{query}: {}", reply.body);
    }
}

#[tokio::test]
async fn only_requests_signed_with_its_own_credentials_are_let_in() {
    let service = start().await;
    let own = || Signer::of(&service);
    let line = "GET /networks?maxResults=2&sortFields=networkName";
    let late = SystemTime::now() - Duration::from_secs(600);
    for (headers, why) in [
        (String::new(), "MissingAuthenticationTokenException"),
        (Signer { id: "AKIDOTHER", ..own() }.headers(line, &[], ""), "UnrecognizedClientException"),
        (Signer { secret: "other", ..own() }.headers(line, &[], ""), "secret access key"),
        (Signer { name: "connect", ..own() }.headers(line, &[], ""), "'wickr'"),
        (Signer { time: late, ..own() }.headers(line, &[], ""), "600 s away"),
        (own().headers("GET /networks?maxResults=3", &[], ""), "secret access key"),
        (own().headers(line, &[], "other body"), "secret access key"),
        (own().headers(line, &[], "").replace("x-amz-date:", "x-other-date:"), "IncompleteSignatureException"),
    ] {
        let refused = with_headers(&service, line, &headers, "").await;
        assert_eq!((refused.status, refused.header("x-amzn-errortype")), (401, Some("UnauthorizedError")), "{headers}");
        let recorded = service.requests().pop().and_then(|request| request.why).expect("a reason");
        assert!(recorded.contains(why), "{why:?} is not in {recorded:?}");
    }
    assert_eq!(send(&service, line, "").await.status, 200);
}

#[tokio::test]
async fn a_wrong_signature_is_told_what_had_to_be_signed_in_the_answer_alone() {
    let service = start().await;
    let line = "GET /networks?sortFields=networkName&maxResults=2";
    let headers = Signer { secret: "other", ..Signer::of(&service) }.headers(line, &[], "");
    let refused = with_headers(&service, line, &headers, "").await;
    let message = refused.body["message"].as_str().expect("a message");
    assert!(message.contains("GET\n/networks\nmaxResults=2&sortFields=networkName\nhost:mock\n"), "{message}");
    assert!(!message.contains(service.secret_access_key()), "{message}");
    let why = service.requests().pop().and_then(|request| request.why).expect("a reason");
    assert!(!why.contains("canonical") && !why.contains('\n'), "{why}");
}

#[tokio::test]
async fn a_network_is_in_the_region_that_it_was_made_in() {
    let service = start().await;
    let line = format!("GET /networks/{}", network(&service, "Harbor").await);
    let elsewhere = Signer { region: "eu-west-2", ..Signer::of(&service) };
    let listed = with_headers(&service, "GET /networks", &elsewhere.headers("GET /networks", &[], ""), "").await;
    assert_eq!((listed.status, &listed.body["networks"]), (200, &json!([])));
    assert_eq!(with_headers(&service, &line, &elsewhere.headers(&line, &[], ""), "").await.status, 404);
    assert_eq!(send(&service, &line, "").await.status, 200);
}

#[tokio::test]
async fn what_cannot_be_decoded_is_not_quoted() {
    let service = start().await;
    let reply = send(&service, "GET /networks/12345678/oidc?clientSecret=HUNTER2%zz", "").await;
    let why = service.requests().pop().and_then(|request| request.why).expect("a reason");
    assert_eq!(reply.status, 400);
    assert!(!reply.text.contains("HUNTER2") && !why.contains("HUNTER2"), "{} {why}", reply.text);
}

#[tokio::test]
async fn the_signature_covers_what_is_encoded() {
    let service = start().await;
    for line in ["GET /networks/40718265/users/1%2F2", "GET /networks?sortFields=a%20b%2Bc~&nextToken=%C3%A9"] {
        assert_eq!(send(&service, line, "").await.status, 422, "{line}");
    }
}

#[tokio::test]
async fn a_repeated_client_token_gets_the_first_answer_again() {
    let service = start().await;
    let groups = format!("POST /networks/{}/security-groups", network(&service, "Harbor").await);
    let body = json!({"name": "dispatch", "securityGroupSettings": {}});
    let first = with_token(&service, &groups, "once", &body).await;
    let second = with_token(&service, &groups, "once", &body).await;
    assert_eq!((first.status, &first.body), (200, &second.body));
    let listed = call(&service, &groups.replace("POST", "GET"), Value::Null).await.body;
    assert_eq!(listed["securityGroups"].as_array().map(Vec::len), Some(2), "the default group and one other");

    let other = json!({"name": "pilots", "securityGroupSettings": {}});
    let refused = with_token(&service, &groups, "once", &other).await;
    assert_eq!((refused.status, &refused.body["reasons"][0]["field"]), (422, &json!("clientToken")));
}

#[tokio::test]
async fn no_bytes_bring_it_down() {
    let service = start().await;
    for (line, body, status) in [
        ("POST /networks", "not JSON", 400),
        ("POST /networks", "[]", 400),
        ("POST /networks", "{\"networkName\": 1}", 400),
        ("POST /networks", "", 422),
        ("GET /networks/1", "", 422),
        ("GET /networks/%ff", "", 400),
        ("GET /networks/%2e%2e", "", 422),
        ("GET /networks/10000000/users/0/0", "", 404),
        ("GET /nowhere", "", 404),
        ("BREW /networks", "", 404),
    ] {
        let reply = send(&service, line, body).await;
        assert_eq!(reply.status, status, "{line}: {}", reply.body);
    }
    let deep = "[".repeat(100_000);
    assert_eq!(send(&service, "POST /networks", &deep).await.status, 400);
    let head = "POST /networks HTTP/1.1\r\nHost: mock\r\nContent-Length: 20000000\r\n\r\n";
    assert_eq!(raw(&service, head.as_bytes()).await.status, 413);
    assert_eq!(raw(&service, b"\x16\x03\x01 no HTTP\r\n\r\n").await.status, 400);
    assert_eq!(call(&service, "GET /networks", Value::Null).await.status, 200);
}

#[tokio::test]
async fn an_unknown_path_is_told_so_signed_or_not() {
    let service = start().await;
    for headers in [String::new(), Signer::of(&service).headers("GET /nowhere", &[], "")] {
        let reply = with_headers(&service, "GET /nowhere", &headers, "").await;
        assert_eq!((reply.status, reply.header("x-amzn-errortype")), (404, Some("UnknownOperationException")));
        assert_eq!(reply.body["message"], "No operation is GET /nowhere");
    }
    for (line, hint) in [
        ("PUT /networks", "No operation is PUT /networks; there is GET or POST /networks"),
        ("GET /networks/", "No operation is GET /networks/; there is GET or POST /networks"),
    ] {
        assert_eq!(send(&service, line, "").await.body["message"], hint);
    }
}

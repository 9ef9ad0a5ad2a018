//! What the mock service answers, over its socket.

use sdk_mock::MockService;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

struct Reply {
    status: u16,
    head: String,
    body: Value,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// Sends bytes as they are and reads until the server closes.
async fn raw(service: &MockService, request: &[u8]) -> Reply {
    let address = service.url().strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(address).await.expect("the service listens");
    // The server may answer, and close, before all is written.
    let _ = stream.write_all(request).await;
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    let reply = String::from_utf8(reply).expect("text");
    let (head, body) = reply.split_once("\r\n\r\n").unwrap_or((&reply, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Reply { status, head: head.to_owned(), body: serde_json::from_str(body).unwrap_or_default() }
}

fn signature(id: &str) -> String {
    let signature = "0".repeat(64);
    format!(
        "Authorization: AWS4-HMAC-SHA256 Credential={id}/20260301/us-east-1/wickr/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={signature}\r\nX-Amz-Date: 20260301T120000Z\r\n"
    )
}

async fn with_headers(service: &MockService, line: &str, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let request = format!(
        "{line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    );
    raw(service, request.as_bytes()).await
}

async fn call(service: &MockService, line: &str, body: Value) -> Reply {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    with_headers(service, line, &signature(service.access_key_id()), &body).await
}

async fn service() -> MockService {
    MockService::start().await.expect("a free port")
}

/// Creates a network and returns its ID.
async fn network(service: &MockService, name: &str) -> String {
    let body = json!({"networkName": name, "accessLevel": "STANDARD"});
    let reply = call(service, "POST /networks", body).await;
    reply.body["networkId"].as_str().expect("created").to_owned()
}

#[tokio::test]
async fn a_network_lives_from_create_to_delete() {
    let service = service().await;
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
    let service = service().await;
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
    let service = service().await;
    for (query, status) in [
        ("maxResults=0", 422),
        ("maxResults=101", 422),
        ("maxResults=many", 400),
        ("sortFields=owner", 422),
        ("sortDirection=UP", 422),
        ("nextToken=EXAMPLE", 400),
        ("nextToken=%zz", 400),
    ] {
        let reply = call(&service, &format!("GET /networks?{query}"), Value::Null).await;
        assert_eq!(reply.status, status, "{query}: {}", reply.body);
    }
}

#[tokio::test]
async fn a_security_group_keeps_every_setting() {
    let service = service().await;
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
    let service = service().await;
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
    let service = service().await;
    let groups = format!("/networks/{}/security-groups", network(&service, "Harbor").await);
    let listed = call(&service, &format!("GET {groups}"), Value::Null).await.body;
    let path = format!("{groups}/{}", listed["securityGroups"][0]["id"].as_str().expect("an ID"));
    let body = json!({"name": "", "securityGroupSettings": {"shredder": {"intensity": 50}}});
    let refused = call(&service, &format!("PATCH {path}"), body).await;
    assert_eq!((refused.status, refused.header("x-amzn-errortype")), (422, Some("ValidationError")));
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
async fn only_its_own_credentials_are_let_in() {
    let service = service().await;
    for headers in [String::new(), signature("AKIDOTHER")] {
        let refused = with_headers(&service, "GET /networks", &headers, "").await;
        assert_eq!((refused.status, refused.header("x-amzn-errortype")), (401, Some("UnauthorizedError")));
    }
}

#[tokio::test]
async fn a_repeated_client_token_gets_the_first_answer_again() {
    let service = service().await;
    let groups = format!("POST /networks/{}/security-groups", network(&service, "Harbor").await);
    let headers = format!("{}X-Client-Token: once\r\n", signature(service.access_key_id()));
    let body = json!({"name": "dispatch", "securityGroupSettings": {}}).to_string();
    let first = with_headers(&service, &groups, &headers, &body).await;
    let second = with_headers(&service, &groups, &headers, &body).await;
    assert_eq!((first.status, &first.body), (200, &second.body));
}

#[tokio::test]
async fn no_bytes_bring_it_down() {
    let service = service().await;
    let signed = signature(service.access_key_id());
    for (line, body, status) in [
        ("POST /networks", "not JSON", 400),
        ("POST /networks", "[]", 400),
        ("POST /networks", "{\"networkName\": 1}", 400),
        ("POST /networks", "", 400),
        ("GET /networks/1", "", 422),
        ("GET /networks/%ff", "", 400),
        ("GET /networks/%2e%2e", "", 422),
        ("GET /nowhere", "", 404),
        ("BREW /networks", "", 404),
    ] {
        let reply = with_headers(&service, line, &signed, body).await;
        assert_eq!(reply.status, status, "{line}: {}", reply.body);
    }
    let deep = "[".repeat(100_000);
    assert_eq!(with_headers(&service, "POST /networks", &signed, &deep).await.status, 400);
    let head = format!("POST /networks HTTP/1.1\r\nHost: mock\r\nContent-Length: 2000000\r\n{signed}\r\n");
    assert_eq!(raw(&service, head.as_bytes()).await.status, 413);
    assert_eq!(raw(&service, b"\x16\x03\x01 no HTTP\r\n\r\n").await.status, 400);
    assert_eq!(call(&service, "GET /networks", Value::Null).await.status, 200);
}

#[tokio::test]
async fn requests_are_recorded_and_end_with_the_service() {
    let service = service().await;
    network(&service, "Harbor").await;
    let requests = service.requests();
    let [request] = requests.as_slice() else {
        panic!("one request: {requests:?}");
    };
    assert_eq!(
        (request.operation, request.line(), request.status),
        (Some("CreateNetwork"), "POST /networks".to_owned(), 200)
    );
    assert_eq!(request.json(), Some(json!({"networkName": "Harbor", "accessLevel": "STANDARD"})));

    let address = service.url().strip_prefix("http://").expect("plain HTTP").to_owned();
    drop(service);
    // The task ends when the runtime gets to it.
    for _ in 0..100 {
        if TcpStream::connect(&address).await.is_err() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("{address} still listens");
}

//! The pages that a service has about itself.

mod small;
mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use support::{Reply, call, look, network, raw, send, start, with_headers};

#[tokio::test]
async fn the_page_shows_requests_state_and_routes_and_is_no_request_itself() {
    let service = start().await;
    let id = network(&service, "<b>Harbor</b>").await;
    let body = json!({"clientId": "a", "clientSecret": "EXAMPLE", "domain": "https://tdf", "provider": "virtru"});
    call(&service, &format!("POST /networks/{id}/tdf"), body).await;
    call(&service, "GET /networks?maxResults=0", Value::Null).await;
    let page = look(&service, "GET /_mock", "").await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    for part in
        ["CreateNetwork", "/networks/{networkId}/bots/{botId}", "maxResults: Use 1 to 100", "&lt;b&gt;Harbor", &id]
    {
        assert!(page.text.contains(part), "{part} is not in {}", page.text);
    }
    assert!(!page.text.contains("<b>") && !page.text.contains("EXAMPLE"), "{}", page.text);
    for path in ["/_mock/", "/_mock?x=1"] {
        assert_eq!(look(&service, &format!("GET {path}"), "").await.text, page.text, "{path}");
    }

    let json = look(&service, "GET /_mock.json", "").await.body;
    assert_eq!(json["state"]["networks"][&id]["networkName"], "<b>Harbor</b>");
    let latest = &json["requests"][0];
    assert_eq!((latest["status"].as_u64(), latest["number"].as_u64()), (Some(422), Some(3)));
    assert!(latest["at"].as_str().is_some_and(|at| at.len() == 24 && at.ends_with('Z')), "{latest}");
    assert_eq!(json["request_count"], 3);
    assert_eq!(json["routes"].as_array().map(Vec::len), Some(44));
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn the_page_shows_bodies_of_requests_and_answers_without_secrets() {
    let service = start().await;
    let id = network(&service, "Harbor").await;
    let group = call(&service, &format!("GET /networks/{id}/security-groups"), Value::Null).await.body;
    let group = &group["securityGroups"][0]["id"];
    let bot = json!({"username": "a_bot", "groupId": group, "challenge": "HUNTER1"});
    assert_eq!(call(&service, &format!("POST /networks/{id}/bots"), bot).await.status, 200);
    let oidc = json!({"companyId": "UETDF-harbor", "issuer": "https://id", "scopes": "openid", "secret": "HUNTER2",
        "extraAuthParams": "HUNTER3"});
    call(&service, &format!("POST /networks/{id}/oidc/save"), oidc).await;
    // Refused, unsigned, cut off, in a query, and echoed in what a wrong signature is told.
    with_headers(&service, "POST /nowhere", "", r#"{"a": [{"Api-Key": "HUNTER4"}]}"#).await;
    with_headers(&service, "POST /nowhere", "", r#"{"password": "HUNTER5""#).await;
    let line = format!("GET /networks/{id}/oidc?code=HUNTER6&clientSecret=HUNTER7&url=shown");
    let signature = support::Signer { secret: "other", ..support::Signer::of(&service) }.headers(&line, &[], "");
    assert!(with_headers(&service, &line, &signature, "").await.text.contains("HUNTER6"));
    let page = look(&service, "GET /_mock", "").await.text;
    for shown in [
        "&quot;username&quot;: &quot;a_bot&quot;",
        "clientSecret=•••&amp;url=shown",
        "22 bytes that are not JSON",
        "•••",
    ] {
        assert!(page.contains(shown), "{shown:?} is not in {page}");
    }
    assert!(!page.contains("HUNTER"), "{page}");
}

#[tokio::test]
async fn what_a_model_calls_sensitive_is_not_shown_wherever_it_goes() {
    let text = |traits: Value| json!({"target": "String", "traits": traits});
    let label = json!({"target": "Hidden", "traits": {"httpLabel": {}, "required": {}}});
    let shapes = json!({
        "PutThing": small::operation("PUT /things/{door}/{kind}", "Thing", "Thing2"),
        "PutWhole": small::operation("PUT /whole", "Whole", "Unit"),
        "PutBlob": small::operation("PUT /blob", "Blobby", "Blobby2"),
        "Hidden": {"type": "string", "traits": {"sensitive": {}}},
        "Hiddens": {"type": "list", "member": {"target": "Hidden"}},
        "Lists": {"type": "list", "member": {"target": "Hiddens"}},
        "HiddenKeys": {"type": "map", "key": {"target": "Hidden"}, "value": {"target": "String"}},
        "Thing": {"type": "structure", "members": {
            "door": label, "kind": text(json!({"httpLabel": {}, "required": {}})),
            "alpha": text(json!({"sensitive": {}})), "beta": text(json!({"sensitive": {}, "jsonName": "b"})),
            "gamma": {"target": "Lists"}, "delta": {"target": "HiddenKeys"}, "plain": text(json!({})),
            "epsilon": text(json!({"sensitive": {}, "httpQuery": "eps"}))}},
        "Thing2": {"type": "structure", "members": {
            "alpha": text(json!({"sensitive": {}})), "plain": text(json!({}))}},
        "Whole": {"type": "structure", "members": {"one": text(json!({}))}, "traits": {"sensitive": {}}},
        "Blobby": {"type": "structure", "members": {"document": {"target": "Payload", "traits": {"httpPayload": {}}}}},
        "Blobby2": {"type": "structure", "members": {"two": text(json!({}))}},
        "Payload": {"type": "structure", "members": {"three": text(json!({}))}, "traits": {"sensitive": {}}}
    });
    let service = small::start(json!({}), shapes).await;
    let body = json!({"alpha": "HUNTER", "b": "HUNTER", "gamma": [["HUNTER"]], "delta": {"HUNTER": "HUNTER"}, "plain": "shown"});
    assert_eq!(small::call(&service, "PUT /things/HUNTER/square?eps=HUNTER", body).await.status, 200);
    assert_eq!(small::call(&service, "PUT /whole", json!({"one": "HUNTER"})).await.status, 200);
    assert_eq!(small::call(&service, "PUT /blob", json!({"three": "HUNTER"})).await.status, 200);
    let page = look(&service, "GET /_mock", "").await.text;
    for shown in
        ["&quot;plain&quot;: &quot;shown&quot;", "/things/•••/square?eps=•••", "which the model calls sensitive"]
    {
        assert!(page.contains(shown), "{shown:?} is not in {page}");
    }
    assert!(!page.contains("HUNTER"), "{page}");
}

#[tokio::test]
async fn nothing_that_a_client_sends_is_markup() {
    let service = start().await;
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    call(&service, "POST /networks", json!({"networkName": evil, "accessLevel": evil})).await;
    send(&service, "POST /networks", &json!({(evil): evil}).to_string()).await;
    for line in ["GET /%3Cscript%3E'\"&?a='\">&<", "GET /\"onmouseover='x'?\"=", "<script> /", "GET /networks?'"] {
        with_headers(&service, line, "X: <script>\r\n", "<script>").await;
    }
    let page = look(&service, "GET /_mock", "").await.text;
    assert_eq!(page.matches("<script").count(), 1, "the page's own: {page}");
    assert!(!page.contains("<img") && !page.contains("\"onmouseover"), "{page}");
}

#[tokio::test]
async fn the_page_stays_small_however_much_there_is() {
    let network = |id: u64| {
        let arn = format!("arn:aws:wickr:us-east-1:111122223333:network/{id}");
        json!({"networkId": id.to_string(), "networkName": "Harbor", "accessLevel": "STANDARD", "networkArn": arn,
            "awsAccountId": "111122223333"})
    };
    let networks = (20_000_000..20_003_000_u64).map(|id| (id.to_string(), network(id))).collect::<Value>();
    let mut seed = json!({ "networks": networks });
    for id in 20_000_000..20_000_500 {
        seed[format!("networks/{id}/users")] =
            json!({"7": {"userId": "7", "username": "mei@example.com", "status": 2}});
    }
    let service = MockService::builder().seed(seed.to_string()).start().await.expect("a state");
    for _ in 0..3 {
        send(&service, "POST /networks", &json!({"networkName": "x".repeat(60_000)}).to_string()).await;
    }
    let page = look(&service, "GET /_mock", "").await.text;
    for shown in ["… and 2900 records more", "… and 301 tables more", " bytes more"] {
        assert!(page.contains(shown), "{shown:?} is not there");
    }
    assert!(page.len() < 200_000, "{} bytes", page.len());
}

/// What a browser is told to allow.
fn policy(page: &Reply) -> Vec<&str> {
    page.header("content-security-policy").expect("a policy").split("; ").collect()
}

#[tokio::test]
async fn a_browser_runs_the_pages_own_script_and_nothing_else() {
    let service = start().await;
    for line in ["GET /_mock", "GET /_mock.json", "GET /", "GET /_mock/nothing", "PUT /_mock"] {
        let page = look(&service, line, "").await;
        let policy = policy(&page);
        assert!(policy.contains(&"default-src 'none'") && policy.contains(&"frame-ancestors 'none'"), "{policy:?}");
        assert!(policy.iter().all(|rule| !rule.contains("unsafe") && !rule.contains('*')), "{policy:?}");
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{line}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{line}");
        assert!(!page.head.to_lowercase().contains("access-control-"), "{}", page.head);
    }
    // Everything is in it.
    let page = look(&service, "GET /_mock", "").await.text;
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains(" src="), "{page}");
}

#[tokio::test]
async fn the_page_is_for_this_machine_only() {
    let service = start().await;
    let port = service.url().rsplit(':').next().expect("a port");
    let ask = async |line: &str, host: &str| {
        let lines = if host.is_empty() { String::new() } else { format!("Host: {host}\r\n") };
        raw(&service, format!("{line}\r\nConnection: close\r\n{lines}\r\n").as_bytes()).await
    };
    for host in ["127.0.0.1", &format!("127.0.0.1:{port}"), &format!("localhost:{port}"), "LOCALHOST", "[::1]:99"] {
        for path in ["/_mock", "/_mock.json"] {
            assert_eq!(ask(&format!("GET {path} HTTP/1.1"), host).await.status, 200, "{host} {path}");
        }
    }
    let rebound = format!("evil.example:{port}");
    for host in
        [&rebound, "mock", "127.0.0.1.evil.example", "localhost:80@evil.example", "127.0.0.1\r\nHost: evil.example", ""]
    {
        for line in [
            "GET /_mock HTTP/1.1",
            "GET /_mock/ HTTP/1.1",
            "GET /_mock.json HTTP/1.1",
            "POST /_mock/reset HTTP/1.1",
            "GET /_mock/nothing HTTP/1.1",
            "GET /_mock.json HTTP/1.0",
            "HEAD /_mock.json HTTP/1.1",
        ] {
            let refused = ask(line, host).await;
            assert!(matches!(refused.status, 400 | 403), "{host:?} {line}: {}", refused.status);
            assert!(!refused.text.contains("routes"), "{host:?} {line}: {}", refused.text);
        }
    }
    assert_eq!(ask("GET http://evil.example/_mock HTTP/1.1", "127.0.0.1").await.status, 403);
    assert_eq!(service.requests().len(), 0);
}

#[tokio::test]
async fn no_other_web_page_reads_or_resets() {
    let service = start().await;
    network(&service, "Harbor").await;
    let own = format!("Origin: {}\r\n", service.url());
    let reset = |headers: &str| {
        let (service, headers) = (&service, headers.to_owned());
        async move { look(service, "POST /_mock/reset", &headers).await }
    };
    for headers in [
        "Origin: http://evil.example\r\n",
        "Origin: null\r\n",
        "Origin: http://127.0.0.1:1\r\n",
        &own.replace("http:", "https:"),
        &own.replace("127.0.0.1", "localhost"),
        &format!("{own}{own}"),
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
        "Referer: http://evil.example/\r\n",
        &format!("Referer: {}.evil.example/\r\n", service.url()),
        &format!("{own}Sec-Fetch-Site: cross-site\r\n"),
    ] {
        assert_eq!(reset(headers).await.status, 403, "{headers}");
        assert_eq!(service.requests().len(), 1, "{headers}");
        if !headers.contains("Referer") && !headers.contains("navigate") {
            assert_eq!(look(&service, "GET /_mock.json", headers).await.status, 403, "{headers}");
        }
    }
    for (line, allowed) in [
        ("GET /_mock/reset", "POST"),
        ("OPTIONS /_mock/reset", "POST"),
        ("POST /_mock", "GET, HEAD"),
        ("OPTIONS /_mock.json", "GET, HEAD"),
    ] {
        let refused = look(&service, line, "").await;
        assert_eq!((refused.status, refused.header("allow")), (405, Some(allowed)), "{line}");
    }
    // A link from elsewhere may be followed: who has the link sees nothing.
    let link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n";
    assert_eq!(look(&service, "GET /_mock", link).await.status, 200);
    assert_eq!(look(&service, "GET /_mock", &link.replace("document", "iframe")).await.status, 403);

    let referer = format!("Referer: {}/_mock\r\n", service.url());
    for headers in [String::new(), format!("{own}{referer}Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n")] {
        network(&service, "Harbor").await;
        assert_eq!(reset(&headers).await.status, 204, "{headers}");
        assert_eq!((service.requests().len(), service.state()), (0, json!({})));
    }
    let form = reset(&format!("{own}Accept: text/html,*/*\r\n")).await;
    assert_eq!((form.status, form.header("location")), (303, Some("/_mock")));
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let service = start().await;
    let tag = look(&service, "GET /_mock", "").await.header("etag").expect("a tag").to_owned();
    let known = format!("If-None-Match: {tag}\r\n");
    let again = look(&service, "GET /_mock", &known).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    network(&service, "Harbor").await;
    assert_eq!(look(&service, "GET /_mock", &known).await.status, 200);
    service.reset();
    assert_eq!(look(&service, "GET /_mock", &known).await.status, 200, "none again, but another none");
}

#[tokio::test]
async fn the_root_points_to_the_page_unless_the_service_has_something_there() {
    let service = start().await;
    let root = look(&service, "GET /", "").await;
    assert_eq!((root.status, root.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(root.text.contains("<a href=/_mock>") && root.text.contains("Wickr"), "{}", root.text);
    assert_eq!((look(&service, "HEAD /", "").await.status, service.requests().len()), (200, 0));
    // Who signs means the service.
    let asked = send(&service, "GET /", "").await;
    assert_eq!(
        (asked.status, asked.body["message"].as_str()),
        (404, Some("No operation is GET /; /_mock lists those that there are"))
    );
    assert_eq!(look(&service, "POST /", "").await.status, 404);

    let output = json!({"type": "structure", "members": {"answer": {"target": "String", "traits": {"required": {}}}}});
    let shapes = json!({"GetRoot": small::operation("GET /", "Unit", "Output"), "Output": output});
    let service = small::start(json!({}), shapes).await;
    let answer = look(&service, "GET /", "").await;
    assert!(answer.status == 200 && answer.body["answer"].is_string(), "{answer:?}");
    // The path is the operation's by one of its methods, and the pointer is all that there is by the others.
    assert_eq!(service.requests()[0].operation.as_deref(), Some("GetRoot"));
    let shapes = json!({"GetRoot": small::operation("GET /?list", "Unit", "Output"), "Output": output});
    let service = small::start(json!({}), shapes).await;
    assert!(look(&service, "GET /?list", "").await.body["answer"].is_string());
    assert!(look(&service, "GET /", "").await.text.contains("<a href=/_mock>"));
}

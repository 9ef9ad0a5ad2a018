//! The pages that a service has about itself, and failures on purpose.

mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use support::{call, network, start, with_headers};

#[tokio::test]
async fn the_page_shows_requests_state_and_routes_and_is_no_request_itself() {
    let service = start().await;
    let id = network(&service, "<b>Harbor</b>").await;
    let body = json!({"clientId": "a", "clientSecret": "EXAMPLE", "domain": "https://tdf", "provider": "virtru"});
    call(&service, &format!("POST /networks/{id}/tdf"), body).await;
    call(&service, "GET /networks?maxResults=0", Value::Null).await;
    let page = with_headers(&service, "GET /_mock", "", "").await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    for part in
        ["CreateNetwork", "/networks/{networkId}/bots/{botId}", "maxResults: Use 1 to 100", "&lt;b&gt;Harbor", &id]
    {
        assert!(page.text.contains(part), "{part} is not in {}", page.text);
    }
    assert!(!page.text.contains("<b>") && !page.text.contains("EXAMPLE"), "{}", page.text);

    let json = with_headers(&service, "GET /_mock.json", "", "").await.body;
    assert_eq!(json["state"]["networks"][&id]["networkName"], "<b>Harbor</b>");
    assert_eq!((json["requests"][0]["status"].as_u64(), json["request_count"].as_u64()), (Some(422), Some(3)));
    assert_eq!(json["routes"].as_array().map(Vec::len), Some(44));
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn faults_lose_and_double_nothing() {
    let service = MockService::builder().faults(0.5).start().await.expect("a free port");
    let (mut granted, mut failed, mut throttled) = (Vec::new(), 0, 0);
    for number in 0..200 {
        let body = json!({"networkName": format!("n{number}"), "accessLevel": "STANDARD"});
        let reply = call(&service, "POST /networks", body).await;
        match reply.status {
            200 => granted.push(reply.body["networkId"].as_str().expect("an ID").to_owned()),
            // 0: the connection ended before an answer.
            0 | 503 => failed += 1,
            429 => throttled += 1,
            status => panic!("{status}"),
        }
    }
    assert!(granted.len() > 20 && failed > 20 && throttled > 0, "{} granted, {failed}, {throttled}", granted.len());
    let state = service.state();
    let mut kept: Vec<_> = state["networks"].as_object().expect("a table").keys().cloned().collect();
    granted.sort();
    kept.sort();
    assert_eq!(kept, granted);
}

#[tokio::test]
async fn an_answer_takes_as_long_as_it_is_told_to() {
    let latency = std::time::Duration::from_millis(50);
    let service = MockService::builder().latency(latency).start().await.expect("a free port");
    let began = std::time::Instant::now();
    call(&service, "GET /networks", Value::Null).await;
    assert!(began.elapsed() >= latency && service.requests()[0].took >= latency);
}

//! What a service does because it is told to: fail, refuse, take its time.

mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use support::{call, network, with_headers};

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
async fn more_requests_than_the_limit_allows_are_throttled() {
    let service = MockService::builder().rate_limit(1).start().await.expect("a free port");
    // Seconds end while one counts them, but not all of them do.
    let mut replies = Vec::new();
    for _ in 0..20 {
        replies.push(call(&service, "GET /networks", Value::Null).await);
    }
    assert_eq!(replies[0].status, 200);
    let refused = replies.iter().find(|reply| reply.status != 200).expect("not 20 seconds went by");
    assert_eq!((refused.status, refused.header("x-amzn-errortype")), (429, Some("RateLimitError")));
}

#[tokio::test]
async fn an_operation_that_is_denied_is_forbidden_and_others_are_not() {
    let service = MockService::builder().deny("Delete*").start().await.expect("there are such operations");
    let path = format!("/networks/{}", network(&service, "Harbor").await);
    let refused = call(&service, &format!("DELETE {path}"), Value::Null).await;
    assert_eq!((refused.status, refused.header("x-amzn-errortype")), (403, Some("ForbiddenError")));
    assert_eq!(refused.body["message"], "The caller is not authorized to perform wickr:DeleteNetwork");
    assert_eq!(call(&service, &format!("GET {path}"), Value::Null).await.status, 200);
    // Who asks is looked at first.
    assert_eq!(with_headers(&service, &format!("DELETE {path}"), "", "").await.status, 401);

    let error = MockService::builder().faults(7.0).start().await.expect_err("more than all");
    assert!(error.to_string().contains("between 0 and 1: 7"), "{error}");
    let error = MockService::builder().deny("DeleteEverything").start().await.expect_err("there is no such operation");
    assert!(error.to_string().contains("`DeleteEverything`"), "{error}");
}

#[tokio::test]
async fn an_answer_takes_as_long_as_it_is_told_to() {
    let latency = std::time::Duration::from_millis(50);
    let service = MockService::builder().latency(latency).start().await.expect("a free port");
    let began = std::time::Instant::now();
    call(&service, "GET /networks", Value::Null).await;
    assert!(began.elapsed() >= latency && service.requests()[0].took >= latency);
}

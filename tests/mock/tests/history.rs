//! What a service keeps of requests does not grow with what clients send.

mod small;
mod support;

use sdk_mock::MockService;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;
use support::{call, network, start, with_headers};

/// A service that takes any file.
async fn files() -> MockService {
    let shapes = json!({
        "PutFile": small::operation("PUT /files", "File", "Unit"),
        "File": {"type": "structure", "members": {"bytes": {"target": "Blob", "traits": {"httpPayload": {}}}}}
    });
    small::start(json!({}), shapes).await
}

/// How many bytes of bodies and answers are kept.
fn kept(service: &MockService) -> usize {
    service.requests().iter().map(|request| request.body.len() + request.answer.len()).sum()
}

#[tokio::test]
async fn refused_bodies_are_not_kept_and_their_size_is() {
    let service = start().await;
    let body = "x".repeat(1 << 20);
    for headers in ["", "Authorization: junk\r\n"] {
        assert_eq!(with_headers(&service, "POST /networks", headers, &body).await.status, 401);
    }
    // Let in, but not granted; and no operation at all.
    assert_eq!(support::send(&service, "POST /networks", &body).await.status, 400);
    assert_eq!(with_headers(&service, "POST /nowhere", "", &body).await.status, 404);
    let sizes: Vec<_> = service.requests().iter().map(|request| (request.body.len(), request.body_size)).collect();
    assert_eq!(sizes, [(0, 1 << 20); 4]);
    // Small ones are kept: one wants to see what was wrong with them.
    assert_eq!(support::send(&service, "POST /networks", "{}").await.status, 422);
    assert_eq!(service.requests().pop().expect("a request").body, "{}");
}

#[tokio::test]
async fn all_that_is_kept_together_has_a_bound() {
    let service = files().await;
    let body = "x".repeat(5 << 20);
    for _ in 0..16 {
        assert_eq!(with_headers(&service, "PUT /files", "", &body).await.status, 200);
    }
    assert!((32 << 20..=64 << 20).contains(&kept(&service)), "{}", kept(&service));
    let requests = service.requests();
    assert_eq!(requests.last().map(|request| (request.number, request.body.len())), Some((16, 5 << 20)));
    assert_eq!(service.request_count(), 16);
}

/// A body without an end: the service stops reading it, and says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_body_beyond_the_limit_is_not_read_to_its_end() {
    let service = files().await;
    let address = service.url().trim_start_matches("http://").to_owned();
    let (sent, answer) = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.set_write_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        let head = b"PUT /files HTTP/1.1\r\nHost: mock\r\nTransfer-Encoding: chunked\r\n\r\n";
        stream.write_all(head).expect("taken");
        let chunk = [b"10000\r\n".as_slice(), &[b'x'; 0x10000], b"\r\n"].concat();
        let mut sent = 0_usize;
        while sent < 256 << 20 && stream.write_all(&chunk).is_ok() {
            sent += 0x10000;
        }
        let mut answer = [0; 12];
        let _ = stream.read_exact(&mut answer);
        (sent, answer)
    })
    .await
    .expect("no panic");
    // Beside what the service reads, the system buffers some.
    assert!(sent < 48 << 20, "{sent} bytes were taken");
    // The connection may be reset before the answer is read.
    assert!(&answer == b"HTTP/1.1 413" || answer == [0; 12], "{answer:?}");
    let request = service.requests().pop().expect("it is recorded");
    assert_eq!((request.status, request.body.len(), request.body_size), (413, 0, 0));
}

/// Bodies that arrive at once have a bound together, too: what finds no room waits, and what is small needs none.
#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_come_at_once_wait_for_room() {
    let service = files().await;
    let address = service.url().trim_start_matches("http://").to_owned();
    let stalled = |_| {
        let mut stream = TcpStream::connect(&address).expect("it listens");
        let head = b"PUT /files HTTP/1.1\r\nHost: mock\r\nContent-Length: 16777216\r\n\r\n";
        stream.write_all(head).expect("taken");
        stream
    };
    let stalled: Vec<_> = (0..4).map(stalled).collect();
    // They have their places by then, unless the machine sleeps.
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(with_headers(&service, "PUT /files", "", "small").await.status, 200);
    let body = "x".repeat(1 << 20);
    let mut large = std::pin::pin!(with_headers(&service, "PUT /files", "", &body));
    assert!(tokio::time::timeout(Duration::from_millis(500), &mut large).await.is_err(), "there is no room");
    drop(stalled);
    assert_eq!(tokio::time::timeout(Duration::from_secs(8), large).await.expect("there is room").status, 200);
}

#[tokio::test]
async fn an_answer_is_kept_with_its_request_and_a_time() {
    let service = start().await;
    let before = std::time::SystemTime::now();
    let id = network(&service, "Harbor").await;
    let [request] = &service.requests()[..] else { panic!("one request") };
    let answer: Value = serde_json::from_slice(&request.answer).expect("JSON");
    assert_eq!((answer["networkId"].as_str(), request.answer_size), (Some(id.as_str()), request.answer.len()));
    assert!(request.at >= before && request.at <= std::time::SystemTime::now() && request.number == 1);
}

#[tokio::test]
async fn a_reset_leads_back_to_the_beginning() {
    let record = json!({"networkId": "20000000", "networkName": "Harbor", "accessLevel": "STANDARD",
        "awsAccountId": "111122223333", "networkArn": "arn:aws:wickr:us-east-1:111122223333:network/20000000"});
    let seed = json!({"networks": {"20000000": record}});
    let service = MockService::builder().seed(seed.to_string()).start().await.expect("a state");
    let first = network(&service, "Port").await;
    call(&service, "DELETE /networks/20000000", Value::Null).await;
    service.reset();
    assert_eq!((service.state(), service.requests().len(), service.request_count()), (seed, 0, 0));
    assert_eq!(network(&service, "Port").await, first, "the same calls give the same records");
}

#[tokio::test]
async fn requests_are_recorded_and_end_with_the_service() {
    let service = start().await;
    network(&service, "Harbor").await;
    let requests = service.requests();
    let [request] = requests.as_slice() else {
        panic!("one request: {requests:?}");
    };
    assert_eq!(
        (request.operation.as_deref(), request.line(), request.status),
        (Some("CreateNetwork"), "POST /networks".to_owned(), 200)
    );
    assert_eq!(request.json(), Some(json!({"networkName": "Harbor", "accessLevel": "STANDARD"})));

    let address = service.url().strip_prefix("http://").expect("plain HTTP").to_owned();
    drop(service);
    // The task ends when the runtime gets to it.
    for _ in 0..100 {
        if tokio::net::TcpStream::connect(&address).await.is_err() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("{address} still listens");
}

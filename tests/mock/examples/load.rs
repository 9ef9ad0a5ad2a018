//! How many requests per second the mock service answers, and how long it takes to start.
//!
//! `cargo run --release -p sdk-mock --example load [SECONDS] [FAULTS]`. The service has one thread; the clients, which
//! keep their connections alive, have another. Each request is signed beforehand, so that the clients cost little. With
//! FAULTS, a rate from 0 to 1, networks are created under load, and those that were answered are compared with those
//! that there are.

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use sdk_mock::MockService;
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const CONNECTIONS: usize = 16;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(3.0);
    let faults: f64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(0.0);
    let (started, service) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let began = Instant::now();
            let builder = MockService::builder().faults(faults).keep_requests(1000);
            let service = builder.start().await.expect("a free port");
            started.send((service, began.elapsed())).expect("the clients wait");
            std::future::pending::<()>().await
        })
    });
    let (service, start) = service.recv().expect("the service starts");
    println!("start: {:.1} ms", start.as_secs_f64() * 1000.0);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let create = signed(&service, "POST /networks", r#"{"networkName":"Harbor","accessLevel":"STANDARD"}"#);
    let list = signed(&service, "GET /networks?maxResults=10", "");
    for (name, request) in [("CreateNetwork", create), ("ListNetworks", list)] {
        let (before, began) = (cpu(), Instant::now());
        let granted = runtime.block_on(drive(&service, request, Duration::from_secs_f64(seconds)));
        let (busy, took) = (cpu() - before, began.elapsed().as_secs_f64());
        println!(
            "{name}: {granted} granted in {took:.2} s, {:.0}/s; both threads used {busy:.2} s of CPU",
            granted as f64 / took
        );
        if name == "CreateNetwork" {
            let state = service.state();
            let kept = state["networks"].as_object().map_or(0, serde_json::Map::len);
            println!("networks: {granted} answered, {kept} there");
            assert_eq!(kept, granted, "lost or doubled");
        }
    }
}

/// The CPU time of this process in seconds, where `/proc` tells it.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> = stat.split_whitespace().filter_map(|field| field.parse().ok()).collect();
    // User and system time, in hundredths; the name and the state before them aren't numbers.
    fields.get(11).zip(fields.get(12)).map_or(0.0, |(user, system)| (user + system) / 100.0)
}

fn signed(service: &MockService, line: &str, body: &str) -> Vec<u8> {
    let (method, path) = line.split_once(' ').expect("a method and a path");
    let identity = Credentials::new(service.access_key_id(), service.secret_access_key(), None, None, "load").into();
    let params = SigningParams::builder().identity(&identity).region("us-east-1").name("wickr").time(SystemTime::now());
    let params = params.settings(SigningSettings::default()).build().expect("complete").into();
    let headers = [("host", "mock")].into_iter();
    let uri = format!("http://mock{path}");
    let signable = SignableRequest::new(method, uri, headers, SignableBody::Bytes(body.as_bytes())).expect("a request");
    let instructions = sign(signable, &params).expect("signed").into_parts().0;
    let headers: String = instructions.headers().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!("{line} HTTP/1.1\r\nhost: mock\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len()).into_bytes()
}

/// How many requests are granted before the time is over.
async fn drive(service: &MockService, request: Vec<u8>, time: Duration) -> usize {
    let address = service.url().trim_start_matches("http://").to_owned();
    let until = Instant::now() + time;
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (address, request) = (address.clone(), request.clone());
        clients.spawn(async move {
            let mut granted = 0;
            while Instant::now() < until {
                let mut stream = TcpStream::connect(&address).await.expect("the service listens");
                while Instant::now() < until {
                    match exchange(&mut stream, &request).await {
                        Some(200) => granted += 1,
                        Some(_) => {}
                        // The connection ended: a fault.
                        None => break,
                    }
                }
            }
            granted
        });
    }
    clients.join_all().await.into_iter().sum()
}

/// Sends a request and reads the answer; the status.
async fn exchange(stream: &mut TcpStream, request: &[u8]) -> Option<u16> {
    stream.write_all(request).await.ok()?;
    let mut answer = Vec::with_capacity(4096);
    loop {
        if stream.read_buf(&mut answer).await.ok()? == 0 {
            return None;
        }
        let Some(end) = answer.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(answer.get(..end)?).ok()?.to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
        if answer.len() >= end + 4 + length.parse::<usize>().ok()? {
            return head.split(' ').nth(1)?.parse().ok();
        }
    }
}

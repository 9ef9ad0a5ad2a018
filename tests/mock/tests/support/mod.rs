//! Requests over a socket, signed by `aws-sigv4`.

#![allow(dead_code, reason = "each test uses a part of it")]

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use sdk_mock::MockService;
use serde_json::Value;
use std::time::SystemTime;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) text: String,
    /// The body, if it is JSON.
    pub(crate) body: Value,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// Sends bytes as they are and reads until the server closes.
pub(crate) async fn raw(service: &MockService, request: &[u8]) -> Reply {
    let address = service.url().strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(address).await.expect("the service listens");
    // The server may answer, and close, before all is written.
    let _ = stream.write_all(request).await;
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    let reply = String::from_utf8(reply).expect("text");
    let (head, body) = reply.split_once("\r\n\r\n").unwrap_or((&reply, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    let json = serde_json::from_str(body).unwrap_or_default();
    Reply { status, head: head.to_owned(), text: body.to_owned(), body: json }
}

/// Who signs, for what, and when.
pub(crate) struct Signer<'a> {
    pub(crate) id: &'a str,
    pub(crate) secret: &'a str,
    pub(crate) name: &'a str,
    pub(crate) region: &'a str,
    pub(crate) time: SystemTime,
}

impl Signer<'static> {
    /// The one that the mock service lets in.
    pub(crate) fn of(service: &MockService) -> Self {
        let (id, secret) = (service.access_key_id(), service.secret_access_key());
        Signer { id, secret, name: "wickr", region: "us-east-1", time: SystemTime::now() }
    }
}

impl Signer<'_> {
    /// The headers of a request's signature, a line each.
    pub(crate) fn headers(&self, line: &str, headers: &[(&str, &str)], body: &str) -> String {
        let (method, path) = line.split_once(' ').expect("a method and a path");
        let identity = Credentials::new(self.id, self.secret, None, None, "test").into();
        let params = SigningParams::builder().identity(&identity).region(self.region).name(self.name);
        let params = params.time(self.time).settings(SigningSettings::default()).build().expect("complete").into();
        let headers = headers.iter().copied().chain([("host", "mock")]);
        let uri = format!("http://mock{path}");
        let signable = SignableRequest::new(method, uri, headers, SignableBody::Bytes(body.as_bytes()));
        let signed = sign(signable.expect("a request"), &params).expect("signed").into_parts().0;
        let lines = signed.headers().map(|(name, value)| format!("{name}: {value}\r\n"));
        lines.collect()
    }
}

/// Sends a request with these lines of headers.
pub(crate) async fn with_headers(service: &MockService, line: &str, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let request = format!(
        "{line} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    );
    raw(service, request.as_bytes()).await
}

/// Asks for one of the pages that a service has about itself, as a program on this machine does, with further headers.
pub(crate) async fn look(service: &MockService, line: &str, headers: &str) -> Reply {
    let host = service.url().trim_start_matches("http://");
    raw(service, format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").as_bytes()).await
}

/// Sends a signed request.
pub(crate) async fn send(service: &MockService, line: &str, body: &str) -> Reply {
    with_headers(service, line, &Signer::of(service).headers(line, &[], body), body).await
}

/// Sends a signed request whose body is this JSON, or nothing for `null`.
pub(crate) async fn call(service: &MockService, line: &str, body: Value) -> Reply {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(service, line, &body).await
}

/// Sends a signed request with an idempotency token.
pub(crate) async fn with_token(service: &MockService, line: &str, token: &str, body: &Value) -> Reply {
    let body = body.to_string();
    let signature = Signer::of(service).headers(line, &[("x-client-token", token)], &body);
    with_headers(service, line, &format!("{signature}x-client-token: {token}\r\n"), &body).await
}

pub(crate) async fn start() -> MockService {
    MockService::start().await.expect("a free port")
}

/// Creates a network and returns its ID.
pub(crate) async fn network(service: &MockService, name: &str) -> String {
    let body = serde_json::json!({"networkName": name, "accessLevel": "STANDARD"});
    let reply = call(service, "POST /networks", body).await;
    reply.body["networkId"].as_str().expect("created").to_owned()
}

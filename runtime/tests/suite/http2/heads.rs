//! What a request's head says over HTTP/2, and that it is what was signed.

use super::library::{all, answer, serve};
use super::{create, once};
use crate::support::server::read;
use crate::support::shelf::{self, Client};
use crate::support::trusted::acceptor;
use aws_smithy_types::body::SdkBody;
use http::request::Parts;
use sdk_doubles::before_signing;
use sdk_runtime::config::Builder;
use sdk_runtime::primitives::ByteStream;
use std::sync::{Arc, Mutex};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

type Seen = Arc<Mutex<Vec<(Parts, Vec<u8>)>>>;

/// Keeps what it is asked, and answers.
async fn keeps(test: &str, body: &'static str) -> Option<(String, Seen)> {
    let seen = Seen::default();
    let kept = seen.clone();
    let url = serve(test, move |request, respond| {
        let kept = kept.clone();
        async move {
            let (head, stream) = request.into_parts();
            let bytes = all(stream).await.expect("all of it comes");
            kept.lock().expect("no test panics with it").push((head, bytes));
            answer(respond, body);
        }
    });
    Some((url.await?, seen))
}

fn last(seen: &Seen) -> (Parts, Vec<u8>) {
    seen.lock().expect("no test panics with it").pop().expect("there is one")
}

#[tokio::test]
async fn the_host_that_was_signed_is_the_authority() {
    let test = "http2::heads::the_host_that_was_signed_is_the_authority";
    let Some((url, seen)) = keeps(test, "{}").await else { return };
    create(&once(&url)).await.expect("200");
    let (head, body) = last(&seen);
    assert_eq!((head.version, head.method.as_str(), body.as_slice()), (http::Version::HTTP_2, "POST", &b"{}"[..]));
    assert_eq!(head.uri.to_string(), format!("{url}/things"));
    let text = |name| head.headers.get(name).map(|value: &http::HeaderValue| value.to_str().expect("it is text"));
    assert!(text("authorization").expect("it is signed").contains("SignedHeaders=content-type;host;x-amz-date"));
    assert_eq!(text("content-length"), Some("2"));
    // Those belong to HTTP/1.1, the host to `:authority`.
    for name in ["host", "connection", "keep-alive", "te", "transfer-encoding", "upgrade"] {
        assert_eq!(text(name), None, "{name}");
    }
}

/// A program that calls a service by a host of another name, as through a tunnel, signs that name.
#[tokio::test]
async fn a_host_of_the_program_s_own_is_what_the_server_is_told() {
    let test = "http2::heads::a_host_of_the_program_s_own_is_what_the_server_is_told";
    let Some(acceptor) = acceptor(test, &["h2", "http/1.1"]) else { return };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("https://localhost:{}", listener.local_addr().expect("it is bound").port());
    let told = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        let mut stream = acceptor.accept(stream).await.expect("it trusts us");
        let seen = read(&mut stream).await.expect("it speaks HTTP/1.1, where the host is a header like others");
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await.expect("it reads");
        seen.header("host").map(str::to_owned)
    });
    let names = before_signing(|request| {
        request.headers_mut().insert("host", "tiny.us-east-1.example.com");
        Ok(())
    });
    create(&once(&url).with_override(Builder::new().interceptor(names))).await.expect("200");
    assert_eq!(told.await.expect("it doesn't panic").as_deref(), Some("tiny.us-east-1.example.com"));
}

#[tokio::test]
async fn a_checksum_goes_behind_a_stream_here_too() {
    let test = "http2::heads::a_checksum_goes_behind_a_stream_here_too";
    let Some((url, seen)) = keeps(test, "").await else { return };
    let client = Client::from_conf(shelf::config(&url).build());
    let stream = ByteStream::new(SdkBody::retryable(|| {
        SdkBody::from_body_1_x(http_body_util::Full::new(bytes::Bytes::from_static(b"123456789")))
    }));
    let put = client.put("a").body(stream).algorithm("CRC32").send().await;
    put.unwrap_or_else(|error| panic!("{error}"));
    let (head, body) = last(&seen);
    let expected = "9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n";
    assert_eq!(String::from_utf8_lossy(&body), expected);
    assert_eq!(head.headers["x-amz-trailer"], "x-amz-checksum-crc32");
    assert_eq!(head.headers["content-length"], expected.len().to_string());
}

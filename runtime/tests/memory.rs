//! What objects take of memory on their way up and down, with their checksums, measured where the system tells the process'
//! peak. The one test of this file has the process to itself.

#![cfg(feature = "test-util")]
#![allow(unreachable_pub, dead_code, reason = "the service is declared for other tests, too")]

#[path = "suite/support"]
mod support {
    pub mod shelf;
}

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::primitives::{ByteStream, SdkBody};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use support::shelf::{Client, config};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const PIECE: usize = 1 << 16;

/// How long an object is, in bytes; `SDK_TEST_MIB=1024` makes it a GiB.
fn length() -> u64 {
    let mib = std::env::var("SDK_TEST_MIB").ok().and_then(|mib| mib.parse().ok()).unwrap_or(192_u64);
    mib << 20
}

/// An object that is nowhere as a whole.
struct Object {
    left: u64,
    piece: Bytes,
}

impl Object {
    fn stream() -> ByteStream {
        let object = Object { left: length(), piece: Bytes::from(vec![b'x'; PIECE]) };
        ByteStream::new(SdkBody::from_body_1_x(object))
    }
}

impl Body for Object {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.piece.clone();
        let frame = (self.left > 0).then(|| Ok(Frame::data(piece)));
        self.left = self.left.saturating_sub(PIECE as u64);
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

/// The head of a request.
async fn head(stream: &mut TcpStream) -> (String, Vec<u8>) {
    let mut bytes = Vec::new();
    loop {
        stream.read_buf(&mut bytes).await.expect("the client sends a head");
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let rest = bytes.split_off(at + 4);
            return (String::from_utf8(bytes).expect("a head is text").to_lowercase(), rest);
        }
    }
}

/// Takes an upload, of which it keeps the end; then gives the same object, with the checksum that stood there.
async fn serve(listener: TcpListener) {
    let (mut stream, _) = listener.accept().await.expect("the client connects");
    let (head_of_put, rest) = head(&mut stream).await;
    let length_of = |name: &str| {
        let line = head_of_put.lines().find_map(|line| line.strip_prefix(name)).expect("it is said");
        line.trim().parse::<u64>().expect("a number")
    };
    assert_eq!(length_of("x-amz-decoded-content-length:"), length());
    let mut left = length_of("content-length:") - rest.len() as u64;
    let (mut end, mut buffer) = (rest, vec![0; PIECE]);
    while left > 0 {
        let read = stream.read(&mut buffer).await.expect("the client goes on");
        left -= read as u64;
        end.extend_from_slice(&buffer[..read]);
        end.drain(..end.len().saturating_sub(100));
    }
    let end = String::from_utf8(end).expect("a trailer is text");
    let checksum =
        end.split_once("x-amz-checksum-crc32:").expect("the checksum is behind the body").1.trim().to_owned();
    stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await.expect("it is taken");
    drop(stream);

    let (mut stream, _) = listener.accept().await.expect("the client connects");
    head(&mut stream).await;
    let length = length();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nx-amz-checksum-crc32: {checksum}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.expect("it is taken");
    let piece = vec![b'x'; PIECE];
    for _ in 0..length / PIECE as u64 {
        stream.write_all(&piece).await.expect("the client reads on");
    }
}

/// The most memory that the process has had, in MiB.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<usize>().ok()? / 1024)
}

#[tokio::test]
async fn an_object_is_never_in_memory_as_a_whole() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let server = tokio::spawn(serve(listener));
    let client = Client::from_conf(config(&url).timeout_config(TimeoutConfig::disabled()).build());
    client.put("object").body(Object::stream()).send().await.expect("it is taken");
    let mut body = client.get("object").send().await.expect("it is given").body;
    let mut read = 0;
    while let Some(piece) = body.next().await {
        read += piece.expect("it is what it was").len() as u64;
    }
    assert_eq!(read, length());
    server.await.expect("the server is content");
    match peak() {
        Some(peak) => assert!(peak < 48, "{peak} MiB"),
        None => println!("not measured: this system doesn't tell the process' peak"),
    }
}

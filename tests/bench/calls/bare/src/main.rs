//! The floor: the same bytes over a socket, written once and for all, and answers of which only the length is read.

use bench_harness::{Caller, payload, run};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn main() -> ExitCode {
    run(|endpoint| {
        let address = endpoint.trim_start_matches("http://").to_owned();
        let update = request(&address, "PATCH", &payload::update_path(), &payload::update_body());
        let list = request(&address, "GET", &payload::list_path(), "");
        let lengths = [payload::update_answer().len(), payload::list_answer().len()];
        Bare { address, requests: [update, list].map(Arc::from), lengths, stream: None, buffer: Vec::new() }
    })
}

/// A request that is as long as a signed one.
fn request(address: &str, method: &str, path: &str, body: &str) -> Vec<u8> {
    let signed = if body.is_empty() { "host;x-amz-date" } else { "content-type;host;x-amz-date" };
    let content = if body.is_empty() { "" } else { "content-type: application/json\r\n" };
    format!(
        "{method} {path} HTTP/1.1\r\n{content}user-agent: bare ua/2.1 api/wickr#1.0.0 os/linux lang/rust#1.95\r\n\
         amz-sdk-invocation-id: 0b7f0c5e-52a4-4d2c-9a0e-6f5cf1d0b1f2\r\namz-sdk-request: attempt=1; max=3\r\n\
         x-amz-date: 20261128T120000Z\r\nauthorization: AWS4-HMAC-SHA256 \
         Credential=AKIDEXAMPLE/20261128/us-east-1/wickr/aws4_request, SignedHeaders={signed}, Signature={:064}\r\n\
         host: {address}\r\ncontent-length: {}\r\n\r\n{body}",
        0,
        body.len()
    )
    .into_bytes()
}

struct Bare {
    address: String,
    requests: [Arc<[u8]>; 2],
    /// How long the answers' bodies are.
    lengths: [usize; 2],
    stream: Option<TcpStream>,
    buffer: Vec<u8>,
}

/// Each has a connection of its own.
impl Clone for Bare {
    fn clone(&self) -> Self {
        let Bare { address, requests, lengths, .. } = self;
        let (address, requests) = (address.clone(), requests.clone());
        Bare { address, requests, lengths: *lengths, stream: None, buffer: Vec::new() }
    }
}

impl Caller for Bare {
    async fn update(&mut self) -> String {
        let [request, _] = self.requests.clone();
        assert_eq!(self.call(&request).await, self.lengths[0], "the server takes the request");
        payload::GROUP_NAME.to_owned()
    }

    async fn list(&mut self) -> usize {
        let [_, request] = self.requests.clone();
        assert_eq!(self.call(&request).await, self.lengths[1], "the server takes the request");
        payload::USERS
    }
}

impl Bare {
    /// Sends a request and reads the answer to its end; the length of its body.
    async fn call(&mut self, request: &[u8]) -> usize {
        let stream = match &mut self.stream {
            Some(stream) => stream,
            none => {
                let stream = TcpStream::connect(&self.address).await.expect("the server is there");
                stream.set_nodelay(true).expect("it is a socket");
                none.insert(stream)
            }
        };
        stream.write_all(request).await.expect("the server takes it");
        self.buffer.clear();
        let (mut end, mut length) = (usize::MAX, 0);
        while self.buffer.len() < end {
            if stream.read_buf(&mut self.buffer).await.expect("the server answers") == 0 {
                panic!("the server closed the connection");
            }
            if end == usize::MAX
                && let Some(head) = self.buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n")
            {
                length = content_length(&self.buffer[..head]);
                end = head + 4 + length;
            }
        }
        length
    }
}

/// The length that a head says, in the words of this measurement's server.
fn content_length(head: &[u8]) -> usize {
    let name = b"content-length: ";
    let at = head.windows(name.len()).position(|bytes| bytes == name).expect("the server says it");
    let digits = head[at + name.len()..].iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |length, digit| 10 * length + usize::from(digit - b'0'))
}

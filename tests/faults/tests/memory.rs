//! What answers take of memory, measured where the system tells the process' peak. The one test of this file has the
//! process to itself.

use sdk_runtime::config::{Config, Credentials, Region};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use wickr_sdk::Client;

/// An answer of 60 MiB: status, how its body begins, what it repeats, how it ends.
struct Long(u16, &'static str, &'static str, &'static str);

const BYTES: usize = 60 << 20;

impl Long {
    /// Writes it in pieces, so that it is not in this process' memory as a whole.
    async fn write(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        let Long(status, begin, piece, end) = self;
        let length = begin.len() + BYTES / piece.len() * piece.len() + end.len();
        let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{begin}");
        stream.write_all(head.as_bytes()).await?;
        let pieces = piece.repeat(1 << 12);
        let mut left = BYTES / piece.len();
        while left > 0 {
            let now = left.min(1 << 12);
            stream.write_all(&pieces.as_bytes()[..now * piece.len()]).await?;
            left -= now;
        }
        stream.write_all(end.as_bytes()).await
    }
}

/// What a call says of an answer.
async fn said(answer: Long) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("the client connects");
        let _ = stream.read(&mut [0; 4096]).await;
        // A client that has read enough closes the connection.
        let _ = answer.write(&mut stream).await;
    });
    let config = Config::builder()
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKID", "secret", None, None, "test"))
        .endpoint_url(url);
    match Client::from_conf(config.build()).list_networks().send().await {
        Ok(output) => format!("{} networks", output.networks().len()),
        Err(error) => error.to_string(),
    }
}

/// The most memory that the process has had, in MiB.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<usize>().ok()? / 1024)
}

#[tokio::test]
async fn a_long_answer_takes_no_more_memory_than_is_said() {
    let refused = "ListNetworks: HTTP 200 with a body that does not fit the operation: its values take more memory than is \
                   allowed: ask for fewer, or raise `max_response_bytes` at line 1 column ";
    // Peaks only grow: the frugal ones come first.
    for (answer, expected, most) in [
        (
            Long(400, r#"{"__type":"ValidationError","message":"m","reasons":[{}"#, ",{}", "]}"),
            "ListNetworks: ValidationError: m (HTTP 400)",
            60,
        ),
        (Long(400, r#"{"code":"ValidationError","x":"#, "[", ""), "ListNetworks: ValidationError (HTTP 400)", 60),
        (Long(400, "<html>", "<b>", ""), "ListNetworks: Bad Request: <html><b><b>", 60),
        (Long(200, r#"{"x":"#, "[", ""), "ListNetworks: HTTP 200 with a body that is not JSON: ", 200),
        (Long(200, r#"{"networks":[],"nextToken":""#, "x", r#""}"#), "0 networks", 260),
        (Long(200, r#"{"networks":[{}"#, ",{}", "]}"), refused, 500),
    ] {
        let said = said(answer).await;
        assert!(said.starts_with(expected), "{said}");
        match peak() {
            Some(peak) => assert!(peak < most, "{peak} MiB for {said}"),
            None => println!("not measured: this system doesn't tell the process' peak"),
        }
    }
}

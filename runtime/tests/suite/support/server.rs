//! A server that answers with a script and keeps what it was asked.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// What the server does with one request.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Status, more header lines, body.
    Http(u16, &'static str, &'static str),
    /// An answer's head and the beginning of its body, of which the rest never comes.
    Stall(&'static str),
    /// Reads and never answers.
    Silence,
    /// Reads and closes the connection.
    Close,
}

/// One request as it arrived: its head in lower-case lines, and its body.
#[derive(Clone, Debug)]
pub struct Seen {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The features that its user agent says.
    pub fn features(&self) -> &str {
        super::agent::features(self.header("user-agent").unwrap_or_default())
    }
}

pub struct Server {
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Answers one request after the other with the script; a request beyond it gets HTTP 599.
    pub async fn start(script: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(listener, script, seen.clone()));
        Self { url, seen }
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no test panics with it").clone()
    }
}

async fn serve(listener: TcpListener, script: Vec<Reply>, seen: Arc<Mutex<Vec<Seen>>>) {
    let mut open = Vec::new();
    let mut script = script.into_iter();
    while let Ok((mut stream, _)) = listener.accept().await {
        let Some(request) = read(&mut stream).await else {
            continue;
        };
        seen.lock().expect("no test panics with it").push(request);
        match script.next().unwrap_or(Reply::Http(599, "", "the script is over")) {
            Reply::Http(status, headers, body) => {
                let length = body.len();
                let head =
                    format!("HTTP/1.1 {status} X\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n");
                let _ = stream.write_all((head + body).as_bytes()).await;
            }
            Reply::Stall(begun) => {
                let head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
                let _ = stream.write_all(format!("{head}{begun}").as_bytes()).await;
                open.push(stream);
            }
            Reply::Silence => open.push(stream),
            Reply::Close => drop(stream),
        }
    }
}

/// Reads one request; nothing, if the connection ends before it does.
pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Seen> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
    };
    let head = String::from_utf8(bytes[..head_end].to_vec()).ok()?;
    let mut lines = head.split("\r\n");
    let line = lines.next()?.to_owned();
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let is_chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    while is_chunked && !bytes.ends_with(b"0\r\n\r\n") {
        stream.read_buf(&mut bytes).await.ok()?;
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").map_or("0", |(_, value)| value);
    let length: usize = length.parse().ok()?;
    while bytes.len() < head_end + 4 + length {
        stream.read_buf(&mut bytes).await.ok()?;
    }
    let bytes = bytes.split_off(head_end + 4);
    Some(Seen { line, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes })
}

//! A server on loopback that misbehaves as it is told, and counts what requests would have done.
//!
//! In: what to do with each request, by its number. Out: how many requests came, and how many took effect: a request
//! takes effect when all of it has arrived and nothing says that it was refused. Deletions of one thing, and requests
//! with one token, take effect once however often they come; requests that only read, never.

use std::collections::BTreeSet;
use std::future::pending;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with a request.
#[derive(Clone, Debug)]
pub enum Act {
    /// Answers with this: status, header lines, body.
    Answer(u16, String, Vec<u8>),
    /// Resets the connection without reading anything.
    ResetBefore,
    /// Resets it once the first bytes were read.
    ResetDuring,
    /// Resets it once all was read.
    ResetAfter,
    /// Reads all, writes these bytes, and closes the connection.
    Write(Vec<u8>),
    /// Reads all and says nothing.
    Silence,
    /// Reads all and answers with one byte each so often, without end.
    Trickle(Duration),
    /// Answers what isn't TLS to one who wants TLS.
    NotTls,
}

impl Act {
    /// A JSON answer.
    pub fn json(status: u16, body: &str) -> Self {
        Act::Answer(status, "content-type: application/json\r\n".to_owned(), body.as_bytes().to_vec())
    }

    /// Whether a request that is treated so was refused: it surely had no effect.
    fn refuses(&self) -> bool {
        matches!(self, Act::Answer(403 | 429, ..))
    }
}

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Request {
    /// Method and path.
    pub line: String,
    /// Header lines, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What it would do; the same for requests that do it together once.
    fn effect(&self, number: usize) -> Option<String> {
        let token = self.header("x-client-token").map(|token| format!("token {token}"));
        match self.line.split(' ').next() {
            Some("GET") => None,
            _ if token.is_some() => token,
            Some("DELETE") => Some(self.line.clone()),
            _ => Some(format!("request {number}")),
        }
    }
}

type Script = Arc<dyn Fn(usize, &Request) -> Act + Send + Sync>;

/// The server. It ends with the runtime.
pub struct Server {
    /// Its address, e.g. `127.0.0.1:8080`.
    pub address: String,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Debug, Default)]
struct Seen {
    requests: usize,
    effects: BTreeSet<String>,
    effective: usize,
    lines: Vec<String>,
}

impl Server {
    /// Does with each request what `script` says of its number, from 0. What has to be decided before there is a request
    /// is asked with an empty one.
    pub async fn start(script: impl Fn(usize, &Request) -> Act + Send + Sync + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?.to_string();
        let seen = Arc::<Mutex<Seen>>::default();
        let script: Script = Arc::new(script);
        let state = seen.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A connection that breaks is what this is about.
                let served = serve(stream, script.clone(), state.clone());
                tokio::spawn(async move { drop(served.await) });
            }
        });
        Ok(Self { address, seen })
    }

    /// How many requests came, or connections that were ended before one could.
    pub fn requests(&self) -> usize {
        lock(&self.seen).requests
    }

    /// Method and target of each request that arrived.
    pub fn lines(&self) -> Vec<String> {
        lock(&self.seen).lines.clone()
    }

    /// How many effects requests had, each once.
    pub fn effects(&self) -> usize {
        lock(&self.seen).effects.len()
    }

    /// How many requests took effect, each time counted.
    pub fn effective(&self) -> usize {
        lock(&self.seen).effective
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn reset(stream: TcpStream) -> io::Result<()> {
    socket2::SockRef::from(&stream).set_linger(Some(Duration::ZERO))
}

const NOTHING: Request = Request { line: String::new(), headers: Vec::new(), body: Vec::new() };

async fn serve(mut stream: TcpStream, script: Script, seen: Arc<Mutex<Seen>>) -> io::Result<()> {
    loop {
        let next = lock(&seen).requests;
        match script(next, &NOTHING) {
            Act::ResetBefore => {
                // Not before the client has its connection: that would be a refusal.
                stream.peek(&mut [0]).await?;
                lock(&seen).requests += 1;
                return reset(stream);
            }
            Act::ResetDuring => {
                stream.read_u8().await?;
                lock(&seen).requests += 1;
                return reset(stream);
            }
            Act::NotTls => {
                stream.read_u8().await?;
                lock(&seen).requests += 1;
                stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await?;
                return stream.shutdown().await;
            }
            _ => {}
        }
        let request = read(&mut stream).await?;
        let number = {
            let mut seen = lock(&seen);
            seen.requests += 1;
            seen.lines.push(request.line.clone());
            seen.requests - 1
        };
        let act = script(number, &request);
        if !act.refuses()
            && let Some(effect) = request.effect(number)
        {
            let mut seen = lock(&seen);
            seen.effects.insert(effect);
            seen.effective += 1;
        }
        match act {
            Act::Answer(status, headers, body) => {
                let head = format!("HTTP/1.1 {status} X\r\n{headers}content-length: {}\r\n\r\n", body.len());
                stream.write_all(&[head.as_bytes(), &body].concat()).await?;
            }
            Act::Write(bytes) => {
                stream.write_all(&bytes).await?;
                return stream.shutdown().await;
            }
            Act::Silence => pending().await,
            Act::Trickle(every) => {
                stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n").await?;
                loop {
                    stream.write_all(b" ").await?;
                    tokio::time::sleep(every).await;
                }
            }
            _ => return reset(stream),
        }
    }
}

/// Reads one request.
///
/// # Errors
/// The connection ended before it did.
pub async fn read(stream: &mut TcpStream) -> io::Result<Request> {
    let mut bytes = Vec::new();
    let end = loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let line = lines.next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim_matches([' ', '\t']).to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.and_then(|(_, value)| value.parse().ok()).unwrap_or(0);
    let mut body = bytes.split_off(end);
    while body.len() < length {
        if stream.read_buf(&mut body).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(Request { line, headers, body })
}

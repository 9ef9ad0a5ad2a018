//! A server that speaks HTTP/2 frame by frame (RFC 9113), over TLS, as the test says.
//!
//! Of a request's head it knows no more than that there is one: what stands in it is for the tests that use a library.

use crate::support::trusted::acceptor;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

pub const DATA: u8 = 0;
pub const HEADERS: u8 = 1;
pub const RST_STREAM: u8 = 3;
pub const SETTINGS: u8 = 4;
pub const PING: u8 = 6;
pub const GOAWAY: u8 = 7;

pub const NO_ERROR: u32 = 0;
pub const INTERNAL_ERROR: u32 = 2;
pub const REFUSED_STREAM: u32 = 7;
pub const ENHANCE_YOUR_CALM: u32 = 11;

const END_STREAM: u8 = 1;
const ACK: u8 = 1;
const END_HEADERS: u8 = 4;

/// One frame.
#[derive(Clone, Debug)]
pub struct Frame {
    pub kind: u8,
    pub flags: u8,
    pub stream: u32,
    pub payload: Vec<u8>,
}

impl Frame {
    pub fn new(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Self {
        Self { kind, flags, stream, payload: payload.to_vec() }
    }

    pub fn settings(settings: &[(u16, u32)]) -> Self {
        let payload: Vec<u8> = settings.iter().flat_map(|(id, value)| setting(*id, *value)).collect();
        Self::new(SETTINGS, 0, 0, &payload)
    }

    pub fn reset(stream: u32, code: u32) -> Self {
        Self::new(RST_STREAM, 0, stream, &code.to_be_bytes())
    }

    pub fn go_away(last: u32, code: u32) -> Self {
        Self::new(GOAWAY, 0, 0, &[last.to_be_bytes(), code.to_be_bytes()].concat())
    }

    /// 200 with an empty object: the status is that of HPACK's static table (RFC 7541, Appendix A, index 8).
    pub fn answer(stream: u32) -> [Self; 2] {
        [Self::new(HEADERS, END_HEADERS, stream, &[0x88]), Self::new(DATA, END_STREAM, stream, b"{}")]
    }

    /// Whether the request ends with this frame.
    pub fn ends(&self) -> bool {
        matches!(self.kind, DATA | HEADERS) && self.flags & END_STREAM != 0
    }

    fn bytes(&self) -> Vec<u8> {
        let length = u32::try_from(self.payload.len()).expect("frames are short").to_be_bytes();
        [&length[1..], &[self.kind, self.flags], &self.stream.to_be_bytes(), &self.payload].concat()
    }
}

fn setting(id: u16, value: u32) -> impl Iterator<Item = u8> {
    id.to_be_bytes().into_iter().chain(value.to_be_bytes())
}

/// A connection, to a client that has said it speaks HTTP/2.
pub struct Connection<T> {
    io: T,
    /// What has come and isn't looked at yet.
    read: Vec<u8>,
    /// From 1.
    pub number: usize,
}

impl<T: AsyncRead + AsyncWrite + Unpin> Connection<T> {
    /// Nothing, if the client has gone. Nothing is lost of a frame that isn't waited for to its end.
    pub async fn next(&mut self) -> Option<Frame> {
        self.fill(9).await?;
        let length = u32::from_be_bytes([0, self.read[0], self.read[1], self.read[2]]);
        let end = 9 + usize::try_from(length).expect("frames are short");
        self.fill(end).await?;
        let bytes: Vec<u8> = self.read.drain(..end).collect();
        let stream = u32::from_be_bytes([bytes[5], bytes[6], bytes[7], bytes[8]]);
        let frame = Frame { kind: bytes[3], flags: bytes[4], stream, payload: bytes[9..].to_vec() };
        // What every server does.
        if frame.kind == SETTINGS && frame.flags & ACK == 0 {
            self.send([Frame::new(SETTINGS, ACK, 0, &[])]).await;
        }
        Some(frame)
    }

    /// A client that has gone needs no frames.
    pub async fn send(&mut self, frames: impl IntoIterator<Item = Frame>) {
        let bytes: Vec<u8> = frames.into_iter().flat_map(|frame| frame.bytes()).collect();
        let _ = self.io.write_all(&bytes).await;
        let _ = self.io.flush().await;
    }

    /// The next request's stream, once all of the request is there; nothing, if the client has gone.
    pub async fn request(&mut self) -> Option<u32> {
        loop {
            let frame = self.next().await?;
            if frame.ends() {
                return Some(frame.stream);
            }
        }
    }

    /// Answers all requests that there are still to come.
    pub async fn answer(mut self) {
        while let Some(stream) = self.request().await {
            self.send(Frame::answer(stream)).await;
        }
    }

    async fn fill(&mut self, length: usize) -> Option<()> {
        while self.read.len() < length {
            let more = self.io.read_buf(&mut self.read).await;
            more.ok().filter(|more| *more > 0)?;
        }
        Some(())
    }

    /// Answers pings.
    pub async fn pong(&mut self, ping: &Frame) {
        self.send([Frame::new(PING, ACK, 0, &ping.payload)]).await;
    }
}

pub type Stream = tokio_rustls::server::TlsStream<tokio::net::TcpStream>;

/// The server. It ends with the test.
pub struct Server {
    pub url: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    /// In a process that trusts it, the server of the test of this name: its settings, and what it does with a connection.
    pub async fn start<F>(
        test: &str,
        settings: &'static [(u16, u32)],
        serve: impl Fn(Connection<Stream>) -> F + Clone + Send + 'static,
    ) -> Option<Self>
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let acceptor = acceptor(test, &["h2", "http/1.1"])?;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let url = format!("https://localhost:{}", listener.local_addr().expect("it is bound").port());
        let connections = Arc::<AtomicUsize>::default();
        let counts = connections.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(io) = acceptor.accept(stream).await else { continue };
                let (serve, counts) = (serve.clone(), counts.clone());
                tokio::spawn(async move {
                    if let Some(mut connection) = begin(io, settings).await {
                        connection.number = counts.fetch_add(1, Ordering::SeqCst) + 1;
                        serve(connection).await;
                    }
                });
            }
        });
        Some(Self { url, connections })
    }

    /// How many connections were used.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

async fn begin<T: AsyncRead + AsyncWrite + Unpin>(io: T, settings: &[(u16, u32)]) -> Option<Connection<T>> {
    let mut connection = Connection { io, read: Vec::new(), number: 0 };
    connection.send([Frame::settings(settings)]).await;
    connection.fill(PREFACE.len()).await?;
    let preface: Vec<u8> = connection.read.drain(..PREFACE.len()).collect();
    assert_eq!(preface, PREFACE);
    Some(connection)
}

/// Answers whatever comes.
pub async fn answer_all(io: impl AsyncRead + AsyncWrite + Unpin) {
    if let Some(connection) = begin(io, &[]).await {
        connection.answer().await;
    }
}

//! A server that speaks as it is told, over HTTP/1.1 or HTTP/2, while it listens.

use bytes::Bytes;
use http_body::{Body, Frame};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use sdk_runtime::event_stream::EventStreamSender;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What a server answers: an answer's head, and its body's pieces.
pub type Answer = http::Response<Pieces>;

/// Pieces, as they are sent from elsewhere.
pub struct Pieces(UnboundedReceiver<Bytes>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| Ok(Frame::data(piece))))
    }
}

/// A body, and what its pieces are put into.
pub fn pieces() -> (UnboundedSender<Bytes>, Pieces) {
    let (sender, receiver) = unbounded_channel();
    (sender, Pieces(receiver))
}

/// An answer with these bytes for its body.
pub fn answer(bytes: Vec<u8>) -> Answer {
    let (sender, body) = pieces();
    sender.send(bytes.into()).expect("it is there");
    head().body(body).expect("a head")
}

pub fn head() -> http::response::Builder {
    http::Response::builder()
        .header("content-type", "application/vnd.amazon.eventstream")
        .header("room", "hall")
        .header("x-amzn-requestid", "7c1f")
}

/// A request as it arrived, read to its end.
#[derive(Debug)]
pub struct Asked {
    pub headers: http::HeaderMap,
    pub body: Vec<u8>,
}

pub async fn read(request: http::Request<Incoming>) -> Asked {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
    Asked { headers: parts.headers, body }
}

/// Serves every request by `serve`, and gives the URL.
pub async fn serve<F, R>(serve: F) -> String
where
    F: Fn(http::Request<Incoming>) -> R + Clone + Send + 'static,
    R: Future<Output = Answer> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let serve = serve.clone();
            let service = service_fn(move |request| {
                let answer = serve(request);
                async move { Ok::<_, Infallible>(answer.await) }
            });
            tokio::spawn(async move {
                let mut first = [0; 3];
                let _ = stream.peek(&mut first).await;
                let io = TokioIo::new(stream);
                if &first == b"PRI" {
                    let server = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
                    let _ = server.serve_connection(io, service).await;
                } else {
                    let _ = hyper::server::conn::http1::Builder::new().serve_connection(io, service).await;
                }
            });
        }
    });
    url
}

/// Serves every request by these bytes, and keeps what it was asked.
pub async fn scripted(bytes: Vec<u8>) -> (String, Arc<Mutex<Vec<Asked>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = asked.clone();
    let url = serve(move |request| {
        let (bytes, kept) = (bytes.clone(), kept.clone());
        async move {
            let request = read(request).await;
            kept.lock().expect("no test panics with it").push(request);
            answer(bytes)
        }
    });
    (url.await, asked)
}

/// Events that a test sends when it likes.
pub fn channel<T: Send + 'static, E: Send + 'static>() -> (UnboundedSender<Result<T, E>>, EventStreamSender<T, E>) {
    let (sender, receiver) = unbounded_channel();
    (sender, Received(Mutex::new(receiver)).into())
}

struct Received<T>(Mutex<UnboundedReceiver<T>>);

impl<T> futures_core::Stream for Received<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.get_mut().expect("no test panics with it").poll_recv(context)
    }
}

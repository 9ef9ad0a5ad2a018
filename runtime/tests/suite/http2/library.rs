//! A server that speaks HTTP/2 by a library, for what frames are about: heads, bodies, how much of them is under way.

use crate::support::trusted::acceptor;
use bytes::Bytes;
use h2::RecvStream;
use h2::server::{Builder, SendResponse};
use http::{Request, Response};
use tokio::net::TcpListener;

/// How many bytes of a body the server takes before it has looked at them.
pub const WINDOW: u32 = 256 << 10;

/// In a process that trusts it, the server of the test of this name, which does this with each request; where it listens.
pub async fn serve<F>(
    test: &str,
    answer: impl Fn(Request<RecvStream>, SendResponse<Bytes>) -> F + Clone + Send + 'static,
) -> Option<String>
where
    F: Future<Output = ()> + Send + 'static,
{
    let acceptor = acceptor(test, &["h2"])?;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("https://localhost:{}", listener.local_addr().expect("it is bound").port());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(io) = acceptor.accept(stream).await else { continue };
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut builder = Builder::new();
                builder.initial_window_size(WINDOW).initial_connection_window_size(2 * WINDOW);
                let Ok(mut connection) = builder.handshake(io).await else { return };
                while let Some(Ok((request, respond))) = connection.accept().await {
                    tokio::spawn(answer(request, respond));
                }
            });
        }
    });
    Some(url)
}

/// Answers with so much.
pub fn answer(mut respond: SendResponse<Bytes>, body: impl Into<Bytes>) {
    // A client that has gone needs no answer.
    if let Ok(mut stream) = respond.send_response(Response::new(()), false) {
        let _ = stream.send_data(body.into(), true);
    }
}

/// Reads the rest of a body; nothing, if it breaks off.
pub async fn all(mut body: RecvStream) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(piece) = body.data().await {
        let piece = piece.ok()?;
        body.flow_control().release_capacity(piece.len()).ok()?;
        bytes.extend_from_slice(&piece);
    }
    Some(bytes)
}

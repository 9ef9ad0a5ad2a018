//! Bodies that take longer to send than a service may be silent.

use crate::streaming::UploadInput;
use crate::support::SERVICE;
use crate::support::config;
use aws_smithy_types::body::SdkBody;
use sdk_runtime::Handle;
use sdk_runtime::config::Builder;
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::primitives::ByteStream;
use sdk_runtime::transport::{DefaultClient, ReqwestClient, SharedHttpClient};
use std::error::Error as _;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;
use tokio::sync::oneshot::{Receiver, channel};

/// It takes longer than the patience below, and is much more than the system keeps between a client and a server.
pub(crate) const LENGTH: usize = 24 << 20;

/// How long a service may be silent.
pub(crate) const PATIENCE: Duration = Duration::from_millis(1500);

/// Takes one upload, at this many bytes each 20 ms, and none beyond the given one; where it listens.
async fn slow(bytes: usize, last: usize) -> String {
    until(bytes, last).await.0
}

/// The same, and what is told when it takes no more.
pub(crate) async fn until(bytes: usize, last: usize) -> (String, Receiver<()>) {
    let (tell, told) = channel();
    let socket = TcpSocket::new_v4().expect("a socket");
    // The system keeps little for a server that doesn't read.
    socket.set_recv_buffer_size(64 << 10).expect("it can be small");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a port");
    let listener = socket.listen(1).expect("it listens");
    let url = format!("http://{}", listener.local_addr().expect("it has one"));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a client");
        let mut piece = vec![0; bytes];
        let mut got = 0;
        while got < LENGTH {
            if got >= last {
                let _ = tell.send(());
                return std::future::pending().await;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
            got += stream.read_exact(&mut piece).await.expect("the client sends");
        }
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
        // The head is as long as what is left.
        while stream.read(&mut piece).await.is_ok_and(|read| read > 0) {}
    });
    (url, told)
}

pub(crate) fn handle(url: &str) -> Handle {
    let timeouts = TimeoutConfig::builder().read_timeout(PATIENCE).build();
    Handle::new(&SERVICE, config(url).timeout_config(timeouts).retry_config(RetryConfig::disabled()).build())
}

/// The body in memory, and as a stream that can be read again.
pub(crate) fn bodies() -> [ByteStream; 2] {
    let piece = || SdkBody::from(vec![b'a'; LENGTH]);
    let streamed = SdkBody::retryable(move || SdkBody::from_body_1_x(http_body_util::BodyExt::boxed(piece())));
    [ByteStream::new(piece()), ByteStream::new(streamed)]
}

#[tokio::test]
async fn an_upload_may_take_longer_than_a_service_may_be_silent() {
    let own = ReqwestClient::builder().expect("the settings are right").no_proxy().build().expect("so are these");
    let own = SharedHttpClient::new(ReqwestClient::from(own));
    for transport in [SharedHttpClient::new(DefaultClient::new()), own] {
        for body in bodies() {
            let url = slow(256 << 10, LENGTH).await;
            let input = UploadInput::builder().name("tide").content(body);
            let handle = handle(&url).with_override(Builder::new().http_client(transport.clone()));
            let sent = handle.send(&mut input.build().expect("inputs can always be built")).await;
            sent.unwrap_or_else(|error| panic!("it goes on: {error}"));
        }
    }
}

#[tokio::test]
async fn an_upload_of_which_nothing_more_is_taken_ends() {
    for body in bodies() {
        let url = slow(256 << 10, 1 << 20).await;
        let input = UploadInput::builder().name("tide").content(body);
        let error = handle(&url).send(&mut input.build().expect("inputs can always be built")).await;
        let error = error.expect_err("nobody reads");
        let said = format!("{error}: {:?}", error.source());
        assert!(said.contains("read timeout"), "{said}");
    }
}

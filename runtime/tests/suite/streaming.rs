//! Bodies that are sent, or arrive, piece by piece.

use crate::support;
use crate::support::server::{Reply, Seen, Server};
use crate::support::{Error, SERVICE, config};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame};
use sdk_doubles::{Clock, before_signing};
use sdk_runtime::client::{Operation, Request, StreamIn};
use sdk_runtime::codec::{Plain, Streamed};
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::declare::{Checksum, Effect, Metadata, Transfer};
use sdk_runtime::error::InputError;
use sdk_runtime::http::RequestParts;
use sdk_runtime::primitives::ByteStream;
use sdk_runtime::{Config, Handle};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::error::Error as _;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

sdk_runtime::structure! {
    /// What goes up.
    pub struct UploadInput {
        /// A label.
        pub name: Option<String>,
        /// The body.
        pub content: ByteStream,
    }
    streaming input UploadInputBuilder, UploadFluentBuilder => UploadOutput, Error {
        name, set_name, get_name: optional text = label "name" as Plain;
        content, set_content, get_content: always stream + sensitive or(ByteStream::default()) = stream "content" as Streamed("text/plain");
    }
}

sdk_runtime::structure! {
    /// What comes down.
    pub struct UploadOutput {
        /// A header.
        pub kind: Option<String>,
        /// The body.
        pub content: ByteStream,
    }
    streaming output UploadOutputBuilder {
        kind, set_kind, get_kind: optional text = header "kind" in "X-Kind" as Plain;
        content, set_content, get_content: always stream + sensitive or(ByteStream::default()) = stream "content" as Streamed("text/plain");
    }
}

const UPLOAD: &Metadata =
    &Metadata { service: &SERVICE, name: "Upload", method: "PUT", uri: "/files/{name}", effect: Effect::Idempotent };

impl Operation for UploadInput {
    type Output = UploadOutput;
    type Error = Error;
    const METADATA: &'static Metadata = UPLOAD;
    const REQUEST_STREAM: StreamIn<Self> = Some(|input| &mut input.content);
    const RESPONSE_STREAM: StreamIn<UploadOutput> = Some(|output| &mut output.content);
}

/// The same input for operations that treat bodies in other ways.
macro_rules! variant {
    ($name:ident, $transfer:expr) => {
        #[derive(Debug)]
        struct $name(UploadInput);

        impl sdk_runtime::codec::Members for $name {
            const NAME: &'static str = "Variant";
            const HAS_BODY: bool = false;

            fn write_members<W: sdk_runtime::codec::MemberWriter>(&self, to: &mut W) -> Result<(), W::Error> {
                self.0.write_members(to)
            }
        }

        impl Operation for $name {
            type Output = UploadOutput;
            type Error = Error;
            const METADATA: &'static Metadata = UPLOAD;
            const TRANSFER: Transfer = $transfer;
            const REQUEST_STREAM: StreamIn<Self> = Some(|input| &mut input.0.content);
        }
    };
}

variant!(Measured, Transfer { requires_length: true, ..Transfer::PLAIN });
variant!(Unsigned, Transfer { unsigned_payload: true, ..Transfer::PLAIN });
variant!(Summed, Transfer { checksum: Some(Checksum::ContentMd5), ..Transfer::PLAIN });
variant!(Treed, Transfer { checksum: Some(Checksum::TreeHash), ..Transfer::PLAIN });

/// A body that comes in pieces and can be read once.
struct Pieces(VecDeque<&'static str>, Option<u64>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(Bytes::from_static(piece.as_bytes())))))
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.1.map_or_else(Default::default, http_body::SizeHint::with_exact)
    }
}

fn once(length: Option<u64>) -> ByteStream {
    ByteStream::new(SdkBody::from_body_1_x(Pieces(["hello ", "world"].into(), length)))
}

fn again() -> ByteStream {
    ByteStream::new(SdkBody::retryable(|| once(Some(11)).into_inner()))
}

fn upload(content: ByteStream) -> UploadInput {
    UploadInput::builder().name("a").content(content).build().expect("inputs can always be built")
}

async fn server(replies: Vec<Reply>) -> (Server, Handle) {
    let server = Server::start(replies).await;
    let handle = Handle::new(&SERVICE, quick(&server.url).build());
    (server, handle)
}

/// Without waiting between attempts.
fn quick(url: &str) -> sdk_runtime::config::Builder {
    config(url).sleep_impl(support::time::Noted::new())
}

const OK: Reply = Reply::Http(200, "x-kind: note\r\n", "down");

fn signature_of(seen: &Seen) -> &str {
    seen.header("authorization").expect("is signed")
}

#[tokio::test]
async fn what_is_in_memory_and_what_can_be_read_again_are_signed_alike() {
    let (server, handle) = server(vec![OK, OK]).await;
    // The time has to be the same for the signatures to be.
    let time = aws_smithy_async::time::StaticTimeSource::from_secs(1_700_000_000);
    let handle = handle.with_override(Config::builder().time_source(time));
    for content in [ByteStream::from_static(b"hello world"), again()] {
        handle.send(&mut upload(content)).await.expect("200");
    }
    let seen = server.seen();
    for seen in &seen {
        assert_eq!((seen.body.as_str(), seen.header("content-length")), ("hello world", Some("11")));
        assert_eq!(seen.header("content-type"), Some("text/plain"));
    }
    assert_eq!(signature_of(&seen[0]), signature_of(&seen[1]));
    assert_eq!(seen[0].header("x-amz-content-sha256"), None);
}

#[tokio::test]
async fn no_content_has_no_type() {
    let (server, handle) = server(vec![OK]).await;
    handle.send(&mut upload(ByteStream::default())).await.expect("200");
    let seen = &server.seen()[0];
    assert_eq!((seen.header("content-type"), seen.header("content-length")), (None, Some("0")));
}

#[tokio::test]
async fn what_can_be_read_once_is_sent_unsigned_and_once() {
    let (server, handle) = server(vec![Reply::Http(503, "", ""), OK]).await;
    let error = handle.send(&mut upload(once(None))).await.expect_err("503, and nothing left to send again");
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(503));
    let seen = server.seen();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].header("transfer-encoding"), Some("chunked"));
    assert_eq!(seen[0].header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    assert!(seen[0].body.contains("hello ") && seen[0].body.contains("world"), "{}", seen[0].body);
}

#[tokio::test]
async fn what_can_be_read_again_is_sent_again() {
    let (server, handle) = server(vec![Reply::Http(503, "", ""), OK]).await;
    handle.send(&mut upload(again())).await.expect("the second attempt succeeds");
    assert_eq!(server.seen().iter().map(|seen| seen.body.as_str()).collect::<Vec<_>>(), ["hello world"; 2]);
}

#[tokio::test]
async fn an_answer_arrives_piece_by_piece() {
    let (_server, handle) = server(vec![OK]).await;
    let output = handle.send(&mut upload(ByteStream::default())).await.expect("200");
    assert_eq!(output.kind(), Some("note"));
    assert!(output.content().bytes().is_none(), "it was not read into memory");
    let bytes = output.content.collect().await.expect("it arrives").into_bytes();
    assert_eq!(&bytes[..], b"down");
}

/// The read timeout is each piece's, however long all of them take.
#[tokio::test]
async fn an_answer_may_take_longer_than_any_of_its_pieces() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("the client connects");
        let mut asked = Vec::new();
        stream.read_buf(&mut asked).await.expect("it asks");
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n").await.expect("it listens");
        for _ in 0..6 {
            tokio::time::sleep(Duration::from_millis(200)).await;
            stream.write_all(b"x").await.expect("it listens");
        }
    });
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_millis(700)).build();
    let handle = Handle::new(&SERVICE, config(&url).timeout_config(timeouts).build());
    let output = handle.send(&mut upload(ByteStream::default())).await.expect("the head arrives");
    assert_eq!(output.content().size_hint(), (6, Some(6)), "the program knows how long it is");
    let bytes = output.content.collect().await.expect("all of it arrives").into_bytes();
    assert_eq!(&bytes[..], b"xxxxxx");
}

#[tokio::test]
async fn what_an_interceptor_puts_in_a_streams_place_is_what_is_signed() {
    let server = Server::start(vec![OK, OK]).await;
    let settings = quick(&server.url).time_source(Clock::at(1_700_000_000));
    let plain = Handle::new(&SERVICE, settings.clone().build());
    plain.send(&mut upload(ByteStream::from_static(b"other"))).await.expect("200");
    let puts = before_signing(|request| {
        *request.body_mut() = SdkBody::from("other");
        request.headers_mut().insert("content-length", "5");
        Ok(())
    });
    let puts = Handle::new(&SERVICE, settings.interceptor(puts).build());
    puts.send(&mut upload(again())).await.expect("200");
    let seen = server.seen();
    assert_eq!((seen[0].body.as_str(), seen[1].body.as_str()), ("other", "other"));
    assert_eq!(signature_of(&seen[0]), signature_of(&seen[1]));
}

#[tokio::test]
async fn an_answer_that_stalls_ends_in_an_error_that_says_so() {
    let server = Server::start(vec![Reply::Stall("begun")]).await;
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_millis(50)).build();
    let handle = Handle::new(&SERVICE, config(&server.url).timeout_config(timeouts).build());
    let output = handle.send(&mut upload(ByteStream::default())).await.expect("the head arrives");
    let error = output.content.collect().await.expect_err("the rest doesn't");
    let root = std::iter::successors(error.source(), |&error| error.source()).last().expect("it has a cause");
    assert_eq!(root.to_string(), "no data within 50ms (read timeout)");
}

#[tokio::test]
async fn an_error_is_read_even_where_a_success_would_stream() {
    let (_server, handle) = server(vec![Reply::Http(404, "x-amzn-errortype: NotFoundError\r\n", "{}")]).await;
    let error = handle.send(&mut upload(ByteStream::default())).await.expect_err("404");
    assert!(matches!(error.as_service_error(), Some(Error::NotFound(_))), "{error}");
}

#[tokio::test]
async fn an_errors_body_gives_code_members_and_message_where_a_success_would_stream() {
    use sdk_runtime::error::ProvideErrorMetadata;
    let body = r#"{"__type":"com.example#NoSuchBook","message":"never heard of it","id":"no header"}"#;
    let server = Server::start(vec![Reply::Http(404, "x-book: 9\r\n", body)]).await;
    let client = support::library::Client::from_conf(config(&server.url).build());
    let error = client.scan_book().id("9").text(ByteStream::from_static(b"x")).send().await.expect_err("404");
    assert_eq!(error.raw_response().and_then(|response| response.body().bytes()), Some(body.as_bytes()));
    let error = error.into_service_error();
    assert_eq!((error.code(), error.message()), (Some("NoSuchBook"), Some("never heard of it")));
    let support::library::Error::NoSuchBook(missing) = error else { panic!("{error:?}") };
    assert_eq!((missing.id(), missing.message()), (Some("9"), Some("never heard of it")));
}

#[tokio::test]
async fn a_length_that_is_required_has_to_be_known() {
    let (server, handle) = server(vec![OK]).await;
    let error = handle.send(&mut Measured(upload(once(None)))).await.expect_err("refused");
    assert!(error.to_string().contains("the length of the request's body has to be known"), "{error}");
    assert!(server.seen().is_empty());
    handle.send(&mut Measured(upload(once(Some(11))))).await.expect("200");
    let seen = &server.seen()[0];
    assert_eq!((seen.body.as_str(), seen.header("content-length")), ("hello world", Some("11")));
}

#[tokio::test]
async fn an_unsigned_payload_is_declared() {
    let (server, handle) = server(vec![OK]).await;
    handle.send(&mut Unsigned(upload(ByteStream::from_static(b"hello")))).await.expect("200");
    let seen = &server.seen()[0];
    assert_eq!(seen.header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    assert!(signature_of(seen).contains("x-amz-content-sha256"), "{seen:?}");
}

#[tokio::test]
async fn checksums_are_of_the_whole_stream() {
    let (server, handle) = server(vec![OK, OK]).await;
    handle.send(&mut Summed(upload(again()))).await.expect("200");
    handle.send(&mut Treed(upload(again()))).await.expect("200");
    let seen = server.seen();
    // printf 'hello world' | md5sum, in base64; sha256sum.
    assert_eq!(seen[0].header("content-md5"), Some("XrY7u+Ae7tCTyyK7j1rNww=="));
    let sha256 = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
    assert_eq!(seen[1].header("x-amz-sha256-tree-hash"), Some(sha256));
    assert_eq!(seen[1].header("x-amz-content-sha256"), Some(sha256));
    let error = handle.send(&mut Summed(upload(once(None)))).await.expect_err("refused");
    assert!(error.to_string().contains("has to be read twice"), "{error}");
}

/// Brings a checksum of its own along.
#[derive(Debug)]
struct Given;

support::by_hand!(Given);

impl Operation for Given {
    type Output = UploadOutput;
    type Error = Error;
    const METADATA: &'static Metadata = UPLOAD;

    fn build_request(&mut self, _: &mut dyn FnMut() -> String) -> Result<Request, InputError> {
        let mut headers = http::HeaderMap::new();
        headers.insert("content-md5", http::HeaderValue::from_static("mine"));
        let body = Bytes::from_static(b"hello");
        let parts = RequestParts {
            path: "/files/a".into(),
            verbatim: false,
            query: String::new(),
            headers,
            body,
            content_type: None,
        };
        let mut request = Request::new(UPLOAD, parts);
        request.transfer = Transfer { checksum: Some(Checksum::ContentMd5), ..Transfer::PLAIN };
        Ok(request)
    }
}

#[tokio::test]
async fn a_checksum_that_the_input_gives_is_kept() {
    let (server, handle) = server(vec![OK]).await;
    handle.send(&mut Given).await.expect("200");
    let seen = server.seen().remove(0);
    assert_eq!(seen.headers.iter().filter(|(name, _)| name == "content-md5").count(), 1);
    assert_eq!(seen.header("content-md5"), Some("mine"));
}

#[test]
fn serde_takes_base64_and_gives_what_is_in_memory() {
    let input: UploadInput = serde_json::from_value(serde_json::json!({"name": "a", "content": "aGk="})).expect("fits");
    assert_eq!(input.content().bytes(), Some(&b"hi"[..]));
    let text = serde_json::to_string(&input).expect("is JSON");
    assert_eq!(text, r#"{"name":"a","content":"aGk="}"#);
    assert_eq!(serde_json::to_string(&upload(once(None))).expect("is JSON"), r#"{"name":"a"}"#);
    assert_eq!(format!("{input:?}"), r#"UploadInput { name: Some("a"), content: "*** redacted ***" }"#);
}

//! Checksums that operations name: in a header, behind a stream, of an answer.

use crate::support::server::{Reply, Seen, Server};
use crate::support::shelf::{Client, GetOutput, config};
use crate::support::time::Noted;
use sdk_runtime::config::{Builder, RequestChecksumCalculation, ResponseChecksumValidation};
use sdk_runtime::error::DisplayErrorContext;
use sdk_runtime::primitives::{ByteStream, SdkBody};

/// Of `123456789`, in CRC32 and SHA-256.
const CRC32: &str = "y/Q5Jg==";
const SHA256: &str = "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=";

/// `123456789` as a stream that can be read once.
fn once() -> ByteStream {
    ByteStream::new(SdkBody::from_body_1_x(pieces()))
}

fn pieces() -> impl http_body::Body<Data = bytes::Bytes, Error = std::convert::Infallible> + Send + 'static {
    struct Pieces(std::collections::VecDeque<&'static str>);
    impl http_body::Body for Pieces {
        type Data = bytes::Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, Self::Error>>> {
            let piece = self.0.pop_front();
            std::task::Poll::Ready(
                piece.map(|piece| Ok(http_body::Frame::data(bytes::Bytes::from_static(piece.as_bytes())))),
            )
        }
        fn size_hint(&self) -> http_body::SizeHint {
            http_body::SizeHint::with_exact(9)
        }
    }
    Pieces(["12345", "", "6789"].into())
}

/// The same as one that can be read again.
fn again() -> ByteStream {
    ByteStream::new(SdkBody::retryable(|| once().into_inner()))
}

fn bytes() -> ByteStream {
    ByteStream::from_static(b"123456789")
}

/// What arrives of a call that `change` changes.
async fn put(
    body: ByteStream,
    configure: impl FnOnce(Builder) -> Builder,
    change: impl FnOnce(crate::support::shelf::PutFluentBuilder) -> crate::support::shelf::PutFluentBuilder,
) -> Seen {
    let server = Server::start(vec![Reply::Http(200, "", "")]).await;
    let client = Client::from_conf(configure(config(&server.url)).build());
    change(client.put("a").body(body)).send().await.unwrap_or_else(|error| panic!("{}", DisplayErrorContext(&error)));
    server.seen().remove(0)
}

fn same<T>(value: T) -> T {
    value
}

#[tokio::test]
async fn what_is_in_memory_has_its_checksum_in_a_header() {
    let seen = put(bytes(), same, same).await;
    assert_eq!(seen.body, "123456789");
    assert_eq!(seen.header("x-amz-checksum-crc32"), Some(CRC32));
    assert_eq!(seen.header("x-amz-sdk-checksum-algorithm"), Some("CRC32"));
    // The body is signed.
    let sha256 = "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225";
    assert_eq!(seen.header("x-amz-content-sha256"), Some(sha256));
    assert_eq!((seen.header("content-encoding"), seen.header("x-amz-trailer")), (None, None));
}

#[tokio::test]
async fn which_checksums_there_are_and_when_is_said() {
    let when_required = |config: Builder| {
        config
            .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
            .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
    };
    assert_eq!(put(bytes(), same, same).await.features(), "E,N,U,Z");
    assert_eq!(put(once(), same, same).await.features(), "E,N,U,Z");
    assert_eq!(put(bytes(), when_required, same).await.features(), "E,N,a");
    for (algorithm, features) in [
        ("CRC32C", "E,N,V,Z"),
        ("CRC64NVME", "E,N,W,Z"),
        ("SHA1", "E,N,X,Z"),
        ("SHA256", "E,N,Y,Z"),
        ("MD5", "E,N,Z,AE"),
        ("SHA512", "E,N,Z,AF"),
    ] {
        assert_eq!(put(bytes(), same, |call| call.algorithm(algorithm)).await.features(), features, "{algorithm}");
    }
    assert_eq!(get("", same, None).await.1.features(), "E,N,b");
    assert_eq!(get("", when_required, None).await.1.features(), "E,N,c");
}

#[tokio::test]
async fn a_call_may_leave_its_body_unsigned() {
    let server = Server::start(vec![Reply::Http(200, "", ""); 3]).await;
    let client = Client::from_conf(config(&server.url).build());
    let unsigned = client.put("a").body(bytes()).customize().disable_payload_signing();
    // Other settings of the call don't undo it.
    unsigned.config_override(Builder::new()).send().await.expect("200");
    client.put("a").body(again()).customize().disable_payload_signing().send().await.expect("200");
    client.put("a").body(bytes()).send().await.expect("200");
    let seen = server.seen();
    assert_eq!(seen[0].header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    assert_eq!((seen[0].body.as_str(), seen[0].header("x-amz-checksum-crc32")), ("123456789", Some(CRC32)));
    // A checksum behind a stream is no more signed than before.
    assert_eq!(seen[1].header("x-amz-content-sha256"), Some("STREAMING-UNSIGNED-PAYLOAD-TRAILER"));
    // Of other calls of the same client it is signed.
    assert_eq!(seen[2].header("x-amz-content-sha256").map(str::len), Some(64));
}

#[tokio::test]
async fn a_stream_has_its_checksum_behind_it() {
    for body in [once(), again()] {
        let seen = put(body, same, |call| call.algorithm("SHA256")).await;
        let expected = format!("9\r\n123456789\r\n0\r\nx-amz-checksum-sha256:{SHA256}\r\n\r\n");
        assert_eq!(seen.body, expected);
        let headers = [
            ("content-encoding", "aws-chunked"),
            ("content-length", &expected.len().to_string()),
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            ("x-amz-decoded-content-length", "9"),
            ("x-amz-sdk-checksum-algorithm", "SHA256"),
            ("x-amz-trailer", "x-amz-checksum-sha256"),
        ];
        for (name, value) in headers {
            assert_eq!(seen.header(name), Some(value), "{name}");
        }
        assert_eq!(seen.header("x-amz-checksum-sha256"), None);
        let signed = seen.header("authorization").expect("it is signed");
        assert!(signed.contains("x-amz-decoded-content-length") && signed.contains("x-amz-trailer"), "{signed}");
    }
}

#[tokio::test]
async fn the_input_may_say_how_long_a_stream_is() {
    let unsized_stream = || {
        let pieces = unsized_body(["12345", "6789"]);
        ByteStream::new(SdkBody::from_body_1_x(pieces))
    };
    let seen = put(unsized_stream(), same, |call| call.length(9)).await;
    let expected = format!("9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:{CRC32}\r\n\r\n");
    assert_eq!(seen.body, expected);
    assert_eq!(seen.header("content-length"), Some(expected.len().to_string().as_str()));
    let server = Server::start(vec![Reply::Http(200, "", "")]).await;
    let client = Client::from_conf(config(&server.url).build());
    let error = client.put("a").body(unsized_stream()).length(8).send().await.expect_err("it is longer");
    let error = DisplayErrorContext(&error).to_string();
    assert!(error.contains("more bytes than it said: 8 were announced, 9 came"), "{error}");
}

/// A body that doesn't know how long it is.
fn unsized_body(
    pieces: [&'static str; 2],
) -> impl http_body::Body<Data = bytes::Bytes, Error = std::convert::Infallible> + Send + 'static {
    struct Unsized(std::collections::VecDeque<&'static str>);
    impl http_body::Body for Unsized {
        type Data = bytes::Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(
            mut self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, Self::Error>>> {
            let piece = self.0.pop_front();
            std::task::Poll::Ready(
                piece.map(|piece| Ok(http_body::Frame::data(bytes::Bytes::from_static(piece.as_bytes())))),
            )
        }
    }
    Unsized(pieces.into())
}

#[tokio::test]
async fn a_stream_that_can_be_read_again_is_repeated_with_its_checksum() {
    let server = Server::start(vec![Reply::Http(500, "", ""), Reply::Http(200, "", "")]).await;
    let client = Client::from_conf(config(&server.url).sleep_impl(Noted::new()).build());
    client.put("a").body(again()).send().await.expect("the second time it goes well");
    let bodies: Vec<String> = server.seen().into_iter().map(|seen| seen.body).collect();
    assert_eq!(bodies, vec![format!("9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:{CRC32}\r\n\r\n"); 2]);
    let server = Server::start(vec![Reply::Http(500, "", ""), Reply::Http(200, "", "")]).await;
    let client = Client::from_conf(config(&server.url).sleep_impl(Noted::new()).build());
    client.put("a").body(once()).send().await.expect_err("there is nothing left to send");
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn what_the_input_says_of_checksums_counts() {
    let seen = put(bytes(), same, |call| call.crc32("AAAAAA==")).await;
    assert_eq!(seen.header("x-amz-checksum-crc32"), Some("AAAAAA=="));
    assert_eq!(seen.header("x-amz-sdk-checksum-algorithm"), None);
    let seen = put(once(), same, |call| call.crc32(CRC32)).await;
    assert_eq!((seen.body.as_str(), seen.header("x-amz-trailer")), ("123456789", None));
    let never = |config: Builder| config.request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let seen = put(bytes(), never, same).await;
    assert_eq!((seen.header("x-amz-checksum-crc32"), seen.header("x-amz-sdk-checksum-algorithm")), (None, None));
    let seen = put(bytes(), never, |call| call.algorithm("sha256")).await;
    assert_eq!(seen.header("x-amz-checksum-sha256"), Some(SHA256), "the input asks for it");
}

#[tokio::test]
async fn what_cant_be_computed_is_refused_before_anything_is_sent() {
    let server = Server::start(Vec::new()).await;
    let client = Client::from_conf(config(&server.url).build());
    let error = client.put("a").body(bytes()).algorithm("XXHASH3").send().await.expect_err("nobody can");
    let error = DisplayErrorContext(&error).to_string();
    assert!(
        error.contains("\"XXHASH3\"") && error.contains("CRC64NVME") && error.contains("set the checksum"),
        "{error}"
    );
    let endless = ByteStream::new(SdkBody::from_body_1_x(endless()));
    let error = client.put("a").body(endless).send().await.expect_err("its length is not known");
    let error = DisplayErrorContext(&error).to_string();
    assert!(error.contains("the length of the request's body has to be known"), "{error}");
    assert!(server.seen().is_empty());
}

fn endless() -> impl http_body::Body<Data = bytes::Bytes, Error = std::convert::Infallible> + Send + 'static {
    struct Endless;
    impl http_body::Body for Endless {
        type Data = bytes::Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, Self::Error>>> {
            std::task::Poll::Ready(Some(Ok(http_body::Frame::data(bytes::Bytes::from_static(b"x")))))
        }
    }
    Endless
}

async fn get(
    headers: &'static str,
    configure: impl FnOnce(Builder) -> Builder,
    mode: Option<&str>,
) -> (GetOutput, Seen) {
    let server = Server::start(vec![Reply::Http(200, headers, "123456789")]).await;
    let client = Client::from_conf(configure(config(&server.url)).build());
    let output = client.get("a").set_mode(mode.map(str::to_owned)).send().await.expect("the head is an answer");
    (output, server.seen().remove(0))
}

async fn read(output: GetOutput) -> Result<Vec<u8>, String> {
    output.body.collect().await.map(|bytes| bytes.to_vec()).map_err(|error| DisplayErrorContext(&error).to_string())
}

#[tokio::test]
async fn an_answer_is_compared_with_its_checksum_while_it_is_read() {
    let (output, seen) = get("x-amz-checksum-crc32: y/Q5Jg==\r\n", same, None).await;
    assert_eq!(seen.header("x-amz-checksum-mode"), Some("ENABLED"));
    assert_eq!(read(output).await.as_deref(), Ok(&b"123456789"[..]));
    let (output, _) = get("x-amz-checksum-crc32: AAAAAA==\r\n", same, None).await;
    let error = read(output).await.expect_err("it is another thing");
    for part in ["damaged on the way", "CRC32 is y/Q5Jg==", "\"AAAAAA==\"", "x-amz-checksum-crc32", "call again"] {
        assert!(error.contains(part), "{part}: {error}");
    }
    // Of parts, of an algorithm that the model doesn't name, and none.
    for headers in ["x-amz-checksum-crc32: AAAAAA==-2\r\n", "x-amz-checksum-md5: x\r\n", ""] {
        let (output, _) = get(headers, same, None).await;
        assert_eq!(read(output).await.as_deref(), Ok(&b"123456789"[..]), "{headers}");
    }
}

#[tokio::test]
async fn an_answer_is_compared_where_that_is_asked_for() {
    let never = |config: Builder| config.response_checksum_validation(ResponseChecksumValidation::WhenRequired);
    let (output, seen) = get("x-amz-checksum-crc32: AAAAAA==\r\n", never, None).await;
    assert_eq!((seen.header("x-amz-checksum-mode"), read(output).await.is_ok()), (None, true));
    let (output, seen) = get("x-amz-checksum-crc32: AAAAAA==\r\n", never, Some("ENABLED")).await;
    assert_eq!((seen.header("x-amz-checksum-mode"), read(output).await.is_ok()), (Some("ENABLED"), false));
}

#[tokio::test]
async fn a_date_that_is_none_is_a_text() {
    let (output, _) = get("expires: Mon, 16 Dec 2019 23:48:18 GMT\r\n", same, None).await;
    assert_eq!(output.expires.map(|date| date.secs()), Some(1_576_540_098));
    assert_eq!(output.expires_string.as_deref(), Some("Mon, 16 Dec 2019 23:48:18 GMT"));
    let (output, _) = get("expires: tomorrow\r\n", same, None).await;
    assert_eq!((output.expires, output.expires_string.as_deref()), (None, Some("tomorrow")));
}

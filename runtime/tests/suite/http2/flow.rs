//! Long bodies: neither side takes more of them than it can, and no call waits for another's.

use super::library::{answer, serve};
use super::{once, read};
use crate::slow_uploads::{LENGTH, PATIENCE, bodies, handle};
use crate::streaming::UploadInput;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use h2::RecvStream;
use http_body::{Body, Frame, SizeHint};
use sdk_runtime::primitives::ByteStream;
use std::convert::Infallible;
use std::error::Error as _;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

fn upload(content: ByteStream) -> UploadInput {
    UploadInput::builder().name("tide").content(content).build().expect("inputs can always be built")
}

/// Takes a body slowly, and none of it beyond `last`; how much it took is counted.
async fn slowly(mut body: RecvStream, last: usize, got: &AtomicUsize) -> Option<()> {
    let mut since = 0;
    while let Some(piece) = body.data().await {
        let length = piece.ok()?.len();
        let taken = got.fetch_add(length, Ordering::SeqCst) + length;
        if taken >= last && last < LENGTH {
            return std::future::pending().await;
        }
        since += length;
        if since >= 256 << 10 {
            tokio::time::sleep(Duration::from_millis(20)).await;
            since = 0;
        }
        body.flow_control().release_capacity(length).ok()?;
    }
    Some(())
}

#[tokio::test]
async fn an_upload_may_take_longer_than_a_service_may_be_silent() {
    let test = "http2::flow::an_upload_may_take_longer_than_a_service_may_be_silent";
    let url = serve(test, |request, respond| async move {
        if slowly(request.into_body(), LENGTH, &AtomicUsize::new(0)).await.is_some() {
            answer(respond, "");
        }
    });
    let Some(url) = url.await else { return };
    for body in bodies() {
        let begun = std::time::Instant::now();
        handle(&url).send(&mut upload(body)).await.unwrap_or_else(|error| panic!("it goes on: {error}"));
        assert!(begun.elapsed() > PATIENCE, "it is slow enough");
    }
}

#[tokio::test]
async fn an_upload_of_which_nothing_more_is_taken_ends() {
    let test = "http2::flow::an_upload_of_which_nothing_more_is_taken_ends";
    let url = serve(test, |request, _respond| async move {
        let _ = slowly(request.into_body(), 1 << 20, &AtomicUsize::new(0)).await;
    });
    let Some(url) = url.await else { return };
    for body in bodies() {
        let error = handle(&url).send(&mut upload(body)).await.expect_err("nobody reads");
        let said = format!("{error}: {:?}", error.source());
        assert!(said.contains("read timeout"), "{said}");
    }
}

/// Makes a body as it is asked for it, and notes how much.
struct Made {
    left: usize,
    made: Arc<AtomicUsize>,
}

impl Body for Made {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.left.min(32 << 10);
        self.left -= piece;
        self.made.fetch_add(piece, Ordering::SeqCst);
        Poll::Ready((piece > 0).then(|| Ok(Frame::data(Bytes::from(vec![b'a'; piece])))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left as u64)
    }
}

#[tokio::test]
async fn no_more_of_a_stream_is_in_memory_than_is_under_way() {
    let test = "http2::flow::no_more_of_a_stream_is_in_memory_than_is_under_way";
    let (made, got) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
    let most = Arc::<AtomicUsize>::default();
    let (sent, taken, ahead) = (made.clone(), got.clone(), most.clone());
    let url = serve(test, move |request, respond| {
        let (sent, taken, ahead) = (sent.clone(), taken.clone(), ahead.clone());
        async move {
            let watched = async {
                loop {
                    // It was read once before, for the signature.
                    let sent = sent.load(Ordering::SeqCst) - LENGTH;
                    let ahead_by = sent.saturating_sub(taken.load(Ordering::SeqCst));
                    ahead.fetch_max(ahead_by, Ordering::SeqCst);
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            };
            tokio::select! {
                () = watched => {}
                done = slowly(request.into_body(), LENGTH, &taken) => {
                    done.expect("all of it comes");
                    answer(respond, "");
                }
            }
        }
    });
    let Some(url) = url.await else { return };
    let counts = made.clone();
    let body = SdkBody::retryable(move || SdkBody::from_body_1_x(Made { left: LENGTH, made: counts.clone() }));
    let mut input = upload(ByteStream::new(body));
    handle(&url).send(&mut input).await.unwrap_or_else(|error| panic!("{error}"));
    let most = most.load(Ordering::SeqCst);
    assert_eq!((made.load(Ordering::SeqCst), got.load(Ordering::SeqCst)), (2 * LENGTH, LENGTH));
    assert!((64 << 10..4 << 20).contains(&most), "{most} bytes of {LENGTH}");
}

#[tokio::test]
async fn answers_that_nobody_reads_hold_up_no_other_call() {
    const LONG: usize = 8 << 20;
    let test = "http2::flow::answers_that_nobody_reads_hold_up_no_other_call";
    let url = serve(test, |request, respond| async move {
        match request.uri().path() {
            "/things/1" => answer(respond, "{}"),
            _ => answer(respond, vec![b'a'; LONG]),
        }
    });
    let Some(url) = url.await else { return };
    let handle = once(&url);
    let mut unread = Vec::new();
    for _ in 0..8 {
        unread.push(handle.send(&mut upload(ByteStream::default())).await.expect("200"));
        // It fills what there is room for.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let other = tokio::time::timeout(Duration::from_secs(10), read(&handle)).await;
    other.expect("it has room of its own").expect("200");
    for answer in unread {
        assert_eq!(answer.content.collect().await.expect("all of it comes").into_bytes().len(), LONG);
    }
}

//! What is measured of a call, by a clock that goes on only where the test says so.

use crate::support::library::ScanBookInput;
use crate::support::listener::{Fields, Listener};
use crate::support::{CreateThing, GetThing, SERVICE, config, get};
use aws_smithy_types::body::SdkBody;
use http_body::Frame;
use sdk_doubles::{Clock, response, transport};
use sdk_runtime::Handle;
use sdk_runtime::client::Operation;
use sdk_runtime::config::http::HttpResponse;
use sdk_runtime::config::timeout::TimeoutConfig;
use sdk_runtime::config::{AsyncSleep, Builder, SharedTimeSource, Sleep, TimeSource};
use sdk_runtime::error::ConnectorError;
use sdk_runtime::primitives::ByteStream;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

const DURATION: &str = "histogram.smithy.client.call.duration";
const WAITED: &str = "histogram.smithy.client.call.wait.duration";
const SENT: &str = "histogram.smithy.client.call.request.size";
const RECEIVED: &str = "histogram.smithy.client.call.response.size";
const ATTEMPTS: &str = "monotonic_counter.smithy.client.call.attempts";
const ERRORS: &str = "monotonic_counter.smithy.client.call.errors";
const ATTEMPT: &str = "histogram.smithy.client.call.attempt.duration";

/// Goes on by as much as is slept, except until deadlines, which never pass.
#[derive(Clone, Debug)]
struct Time(Clock);

impl AsyncSleep for Time {
    fn sleep(&self, duration: Duration) -> Sleep {
        if duration >= Duration::from_secs(25) {
            return Sleep::new(std::future::pending());
        }
        self.0.go_on(duration);
        Sleep::new(async {})
    }
}

type Said = Result<HttpResponse, ConnectorError>;

/// A config whose transport takes a quarter of a second for each answer, in their order.
fn answering(answers: Vec<Said>) -> Builder {
    let clock = Clock::at(1_700_000_000);
    let (passing, answers) = (clock.clone(), Mutex::new(answers.into_iter()));
    let transport = transport(move |_| {
        passing.go_on(Duration::from_millis(250));
        answers.lock().expect("no test panics with it").next().expect("so many attempts were expected")
    });
    let config = config("http://tiny.example.com:8080").http_client(transport);
    config.sleep_impl(Time(clock.clone())).time_source(SharedTimeSource::new(clock))
}

fn answer(status: u16, code: &'static str, body: impl Into<SdkBody>) -> Said {
    let mut response = response(status, body);
    response.headers_mut().insert("x-amzn-requestid", "7c1f");
    if !code.is_empty() {
        response.headers_mut().insert("x-amzn-errortype", code);
    }
    Ok(response)
}

/// What was told of a call: of its attempts, of itself, and by its span.
async fn told<O: Operation>(mut input: O, config: Builder) -> (Vec<Fields>, Fields, Fields) {
    let listener = Listener::default();
    let guard = tracing::subscriber::set_default(listener.clone());
    let _ = Handle::new(&SERVICE, config.build()).send(&mut input).await;
    drop(guard);
    let mut told = listener.measured();
    let call = told.pop().expect("the call is told of");
    let span = listener.spans().into_iter().find(|span| span[""] == "call").unwrap_or_default();
    (told, call, span)
}

fn fields<const N: usize>(expected: [(&'static str, &str); N]) -> Fields {
    let method = if expected.iter().any(|(name, _)| *name == "rpc.method") { None } else { Some("GetThing") };
    let more = [("rpc.service", "Tiny Things")].into_iter().chain(method.map(|method| ("rpc.method", method)));
    expected.into_iter().chain(more).map(|(name, value)| (name, value.to_owned())).collect()
}

#[tokio::test]
async fn a_call_that_succeeds() {
    let (attempts, call, span) = told(get("1"), answering(vec![answer(200, "", r#"{"name":"one"}"#)])).await;
    let status = ("http.response.status_code", "200");
    assert_eq!(attempts, [fields([(ATTEMPT, "0.25"), status])]);
    let sizes = [(SENT, "0"), (RECEIVED, "14")];
    let times = [(DURATION, "0.25"), (WAITED, "0.0")];
    assert_eq!(call, fields([times[0], times[1], sizes[0], sizes[1], (ATTEMPTS, "1"), status]));
    let expected = [
        ("", "call"),
        ("otel.name", "Tiny Things.GetThing"),
        ("otel.kind", "client"),
        ("rpc.system", "aws-api"),
        ("cloud.region", "us-east-1"),
        ("server.address", "tiny.example.com"),
        ("server.port", "i64 8080"),
        ("aws.request_id", "7c1f"),
        ("http.response.status_code", "i64 200"),
    ];
    assert_eq!(span, fields(expected));
}

#[tokio::test]
async fn a_call_that_is_repeated() {
    let answers =
        vec![answer(503, "SlowDown", "{}"), Err(ConnectorError::io("broken".into())), answer(200, "", r#"{}"#)];
    let (attempts, call, span) = told(get("1"), answering(answers)).await;
    let error = |error| ("error.type", error);
    assert_eq!(
        attempts,
        [
            fields([(ATTEMPT, "0.25"), ("http.response.status_code", "503"), error("SlowDown")]),
            fields([(ATTEMPT, "0.25"), error("DispatchFailure")]),
            fields([(ATTEMPT, "0.25"), ("http.response.status_code", "200")]),
        ]
    );
    let number = |name| call[name].parse::<f64>().expect("it is a number");
    assert_eq!((call[ATTEMPTS].as_str(), call.get(ERRORS), call.get("error.type")), ("3", None, None));
    // Nothing else takes time here.
    assert!(number(WAITED) > 0.0 && (number(DURATION) - number(WAITED) - 0.75).abs() < 1e-6, "{call:?}");
    assert_eq!((span["http.response.status_code"].as_str(), span.get("error.type")), ("i64 200", None));
}

#[tokio::test]
async fn a_call_that_is_refused() {
    let secret = r#"{"message":"private remark"}"#;
    let input = CreateThing { body: r#"{"secret":"private remark"}"# };
    let (attempts, call, span) = told(input, answering(vec![answer(404, "NotFoundError", secret)])).await;
    let (status, error) = (("http.response.status_code", "404"), ("error.type", "NotFoundError"));
    let method = ("rpc.method", "CreateThing");
    assert_eq!(attempts, [fields([(ATTEMPT, "0.25"), status, error, method])]);
    let sizes = [(SENT, "27"), (RECEIVED, "28")];
    let counts = [(ATTEMPTS, "1"), (ERRORS, "1")];
    let times = [(DURATION, "0.25"), (WAITED, "0.0")];
    assert_eq!(call, fields([times[0], times[1], sizes[0], sizes[1], counts[0], counts[1], status, error, method]));
    assert_eq!((span["error.type"].as_str(), span["otel.status_code"].as_str()), ("NotFoundError", "ERROR"));
    for secret in ["private remark", "very-secret"] {
        assert!(!format!("{attempts:?}{call:?}{span:?}").contains(secret));
    }
}

#[tokio::test]
async fn a_call_that_fails_before_anything_is_sent() {
    let (attempts, call, span) = told(GetThing::default(), answering(Vec::new())).await;
    let error = ("error.type", "ConstructionFailure");
    let of_input = fields([(ATTEMPTS, "0"), (ERRORS, "1"), error]);
    assert_eq!((attempts.len(), call, span), (0, of_input, Fields::new()), "the input makes no request");
    let mut config = answering(Vec::new());
    config.set_credentials_provider(None);
    let (attempts, call, span) = told(get("1"), config).await;
    assert_eq!(attempts, [fields([(ATTEMPT, "0.0"), error])]);
    let times = [(DURATION, "0.0"), (WAITED, "0.0")];
    assert_eq!(call, fields([times[0], times[1], (ATTEMPTS, "1"), (ERRORS, "1"), error]));
    assert_eq!((span["error.type"].as_str(), span.get("http.response.status_code")), ("ConstructionFailure", None));
}

/// Deadlines of 29 s pass; nothing else that is waited for does.
#[derive(Debug)]
struct Late;

impl AsyncSleep for Late {
    fn sleep(&self, duration: Duration) -> Sleep {
        match duration.as_secs() {
            29 => Sleep::new(async {}),
            _ => Sleep::new(std::future::pending()),
        }
    }
}

#[tokio::test]
async fn a_call_whose_time_is_over_while_it_waits() {
    let limit = TimeoutConfig::builder().operation_timeout(Duration::from_secs(29)).build();
    let config = answering(vec![answer(503, "SlowDown", "{}")]).timeout_config(limit).sleep_impl(Late);
    let (attempts, call, span) = told(get("1"), config).await;
    assert_eq!((attempts.len(), attempts[0]["error.type"].as_str()), (1, "SlowDown"));
    let times = [(DURATION, "0.25"), (WAITED, "0.0")];
    let (counts, error) = ([(ATTEMPTS, "1"), (ERRORS, "1")], ("error.type", "TimeoutError"));
    // It isn't known how an answer would have been; a wait that was cut short isn't counted.
    assert_eq!(call, fields([times[0], times[1], (SENT, "0"), counts[0], counts[1], error]));
    assert_eq!((span["error.type"].as_str(), span["otel.status_code"].as_str()), ("TimeoutError", "ERROR"));
}

/// Three bytes, and no word of how many there will be.
struct Unmeasured(Option<&'static str>);

impl http_body::Body for Unmeasured {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<bytes::Bytes>, Infallible>>> {
        let piece = self.0.take().map(|piece| bytes::Bytes::from_static(piece.as_bytes()));
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }
}

#[tokio::test]
async fn an_answer_that_streams_has_the_size_that_it_says() {
    for (body, size) in [(SdkBody::from("abcd"), Some("4")), (SdkBody::from_body_1_x(Unmeasured(Some("abc"))), None)] {
        let input = ScanBookInput::builder().id("1").text(ByteStream::from_static(b"xyz")).build();
        let (_, call, _) = told(input.expect("it is complete"), answering(vec![answer(200, "", body)])).await;
        let (sent, received) = (call.get(SENT).map(String::as_str), call.get(RECEIVED).map(String::as_str));
        assert_eq!((sent, received), (Some("3"), size));
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_an_error_after_the_call() {
    let listener = Listener::default();
    let guard = tracing::subscriber::set_default(listener.clone());
    let handle = Handle::new(&SERVICE, answering(vec![answer(200, "", "no JSON")]).build());
    handle.send(&mut get("1")).await.expect_err("it can't be read");
    drop(guard);
    let told = listener.measured();
    assert_eq!((told.len(), told[1].get(ERRORS)), (3, None));
    assert_eq!(told[2], fields([(ATTEMPTS, "0"), (ERRORS, "1"), ("error.type", "ResponseError")]));
}

/// Tells the time, and counts how often it is asked.
#[derive(Clone, Debug, Default)]
struct Counting(Arc<AtomicUsize>);

impl TimeSource for Counting {
    fn now(&self) -> SystemTime {
        self.0.fetch_add(1, Ordering::Relaxed);
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
    }
}

#[tokio::test]
async fn no_clock_is_asked_where_nobody_listens() {
    let asked = async || {
        let time = Counting::default();
        let config = answering(vec![answer(200, "", "{}")]).time_source(SharedTimeSource::new(time.clone()));
        Handle::new(&SERVICE, config.build()).send(&mut get("1")).await.expect("200");
        time.0.load(Ordering::Relaxed)
    };
    let alone = asked().await;
    let guard = tracing::subscriber::set_default(Listener::default());
    let heard = asked().await;
    drop(guard);
    assert_eq!(heard, alone + 4, "when the call and its attempt begin and end");
}

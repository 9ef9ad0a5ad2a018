//! The fault matrix: what a server or network can do wrong, times what a repeated call may do.
//!
//! Each row is a fault, each column an operation of Wickr: one that reads, one that is idempotent, one with a token, and
//! one whose every arrival takes effect. A cell has the number of attempts and the number of effects. A fault is met
//! twice: for good, and once, after which the server behaves; then the call succeeds if it is tried again at all.

mod client;

use client::{Client, OPERATIONS, Settings};
use sdk_faults::{Act, Request, Server};
use std::time::Duration;

/// One fault, and what comes of it where it lasts.
struct Row {
    fault: &'static str,
    act: fn() -> Act,
    settings: fn(Settings) -> Settings,
    attempts: [usize; 4],
    effects: [usize; 4],
    /// What the error says after the operation's name.
    says: &'static str,
}

/// Repeated whatever the operation, and without effect: the request was refused, or never left.
const REFUSED: ([usize; 4], [usize; 4]) = ([3, 3, 3, 3], [0, 0, 0, 0]);
/// Repeated unless a repetition could repeat an effect; whether there was one isn't known.
const IN_DOUBT: ([usize; 4], [usize; 4]) = ([3, 3, 3, 1], [0, 1, 1, 1]);
/// The same, where there surely was none. The client can't know.
const UNHEARD: ([usize; 4], [usize; 4]) = ([3, 3, 3, 1], [0, 0, 0, 0]);
/// Not repeated: there is an answer, and another would be no better.
const ANSWERED: ([usize; 4], [usize; 4]) = ([1, 1, 1, 1], [0, 1, 1, 1]);

macro_rules! rows {
    (@settings) => { |settings| settings };
    (@settings $settings:expr) => { $settings };
    ($($fault:literal: $act:expr $(, with $settings:expr)?; $cells:ident, $says:literal)+) => {
        &[$(Row {
            fault: $fault,
            act: || $act,
            settings: rows!(@settings $($settings)?),
            attempts: $cells.0,
            effects: $cells.1,
            says: $says,
        }),+]
    };
}

const RETRY_AFTER: &str = "retry-after: 7\r\n";

fn after(status: u16) -> Act {
    Act::Answer(status, RETRY_AFTER.to_owned(), Vec::new())
}

fn html(status: u16) -> Act {
    let page = "<html><body>Bad gateway</body></html>";
    Act::Answer(status, "content-type: text/html\r\n".to_owned(), page.into())
}

fn raw(text: &str) -> Act {
    Act::Write(text.as_bytes().to_vec())
}

fn ok(body: impl Into<Vec<u8>>) -> Act {
    Act::Answer(200, "content-type: application/json\r\n".to_owned(), body.into())
}

fn impatient(settings: Settings) -> Settings {
    Settings { read_timeout: Some(Duration::from_millis(60)), ..settings }
}

fn hurried(settings: Settings) -> Settings {
    Settings { attempt_timeout: Some(Duration::from_millis(120)), ..settings }
}

fn frugal(settings: Settings) -> Settings {
    Settings { most_bytes: Some(1000), ..settings }
}

fn over_tls(settings: Settings) -> Settings {
    Settings { scheme: "https", ..settings }
}

const ROWS: &[Row] = rows! {
    "connection reset before the request": Act::ResetBefore; UNHEARD, "broke before an answer came"
    "connection reset during the request": Act::ResetDuring; UNHEARD, "broke before an answer came"
    "connection reset after the request": Act::ResetAfter; IN_DOUBT, "broke before an answer came"
    "closed without an answer": raw(""); IN_DOUBT, "broke before an answer came"
    "closed within the head": raw("HTTP/1.1 200 OK\r\ncontent-"); IN_DOUBT, "broke before an answer came"
    "closed within the body": raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"a\""); IN_DOUBT, "broke within the answer"
    "an answer that isn't HTTP": raw("SSH-2.0-server\r\n"); IN_DOUBT, "broke before an answer came"
    "a length that is too long": raw("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{}"); IN_DOUBT, "broke within the answer"
    "a length that is too short": raw("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{}"); ANSWERED, "with a body that is not JSON"
    "a chunked answer cut short": raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"a\""); IN_DOUBT, "broke within the answer"
    "no bytes ever": Act::Silence, with impatient; IN_DOUBT, "within 60ms (read timeout)"
    "a byte at a time without end": Act::Trickle(Duration::from_millis(5)), with hurried; IN_DOUBT, "no answer within 120ms (attempt timeout)"
    "429": Act::json(429, r#"{"__type":"RateLimitError","message":"slow down"}"#); REFUSED, "RateLimitError: slow down (HTTP 429)"
    "429 with Retry-After": after(429); REFUSED, "Too Many Requests (HTTP 429)"
    "500": Act::json(500, r#"{"__type":"InternalServerError","message":"oh"}"#); IN_DOUBT, "InternalServerError: oh (HTTP 500)"
    "502 of a proxy": html(502); IN_DOUBT, "Bad Gateway: <html>"
    "503": Act::json(503, ""); IN_DOUBT, "Service Unavailable (HTTP 503)"
    "503 with Retry-After": after(503); IN_DOUBT, "Service Unavailable (HTTP 503)"
    "504": html(504); IN_DOUBT, "Gateway Timeout: <html>"
    "500 with Retry-After": after(500); IN_DOUBT, "Internal Server Error (HTTP 500)"
    "502 with Retry-After": after(502); IN_DOUBT, "Bad Gateway (HTTP 502)"
    "504 with Retry-After": after(504); IN_DOUBT, "Gateway Timeout (HTTP 504)"
    "200 with HTML": html(200); ANSWERED, "HTTP 200 with a body that is not JSON"
    "200 with JSON that isn't": ok("{\"a\":"); ANSWERED, "HTTP 200 with a body that is not JSON"
    "200 with JSON of another form": ok("[1]"); ANSWERED, "HTTP 200 with a body that does not fit the operation"
    "200 with bytes that aren't UTF-8": ok(b"{\"networkId\":\"\xff\xfe\",\"message\":\"\xff\xfe\"}".to_vec()); ANSWERED, "HTTP 200 with a body that"
    "200 with JSON of great depth": ok("[".repeat(100_000)); ANSWERED, "HTTP 200 with a body that"
    "200 with unknown members of great depth": ok(format!("{{\"x\":{}", "[".repeat(100_000))); ANSWERED, "HTTP 200 with a body that"
    "a body over the bound": ok(" ".repeat(1001)), with frugal; ANSWERED, "is longer than 1000 bytes"
    "a chunked body over the bound": raw(&format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n500\r\n{}", " ".repeat(0x500))), with frugal; ANSWERED, "is longer than 1000 bytes"
    "a redirect": Act::Answer(307, "location: http://127.0.0.1:9/\r\n".to_owned(), Vec::new()); ANSWERED, "Temporary Redirect (HTTP 307)"
    "no TLS where TLS is wanted": Act::NotTls, with over_tls; REFUSED, "could not connect to"
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_that_lasts_ends_in_the_matrixs_error() {
    let mut wrong = Vec::new();
    for row in ROWS {
        for (column, operation) in OPERATIONS.iter().enumerate() {
            let act = row.act;
            let server = Server::start(move |_, _| act()).await.expect("loopback has a free port");
            let client = Client::new((row.settings)(Settings::of(&server)));
            let outcome = client.call(operation).await;
            let expected = (row.attempts[column], row.effects[column]);
            let actual = (client.attempts(), server.effects());
            let says = outcome.err().unwrap_or_else(|| "nothing: it succeeds".to_owned());
            let is_said = says.starts_with(&format!("{operation}: ")) && says.contains(row.says);
            if expected != actual || !is_said || says.contains('\n') {
                wrong.push(format!(
                    "{} × {operation}: (attempts, effects) {actual:?}, expected {expected:?}; it says {says:?}",
                    row.fault
                ));
            }
            check_waits(row.fault, &client, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_that_passes_is_overcome_where_the_matrix_tries_again() {
    let mut wrong = Vec::new();
    for row in ROWS.iter().filter(|row| row.fault != "no TLS where TLS is wanted") {
        for (column, operation) in OPERATIONS.iter().enumerate() {
            let act = row.act;
            let once = move |number: usize, _: &Request| if number == 0 { act() } else { Act::json(200, "{}") };
            let server = Server::start(once).await.expect("loopback has a free port");
            let client = Client::new((row.settings)(Settings::of(&server)));
            let outcome = client.call(operation).await;
            let repeats = row.attempts[column] > 1;
            let effects = if repeats { usize::from(column > 0) } else { row.effects[column] };
            let expected = (if repeats { 2 } else { 1 }, effects, repeats);
            let actual = (client.attempts(), server.effects(), outcome.is_ok());
            if expected != actual {
                wrong.push(format!(
                    "{} × {operation}: (attempts, effects, success) {actual:?}, expected {expected:?}",
                    row.fault
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A server that says when to come back is not asked sooner.
fn check_waits(fault: &str, client: &Client, wrong: &mut Vec<String>) {
    let waits = client.waits();
    if fault.contains("Retry-After") && waits.iter().any(|wait| *wait < Duration::from_secs(7)) {
        wrong.push(format!("{fault}: waited {waits:?}, but was asked for 7 seconds"));
    }
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_whatever_the_operation() {
    for operation in OPERATIONS {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
        let address = listener.local_addr().expect("it is bound").to_string();
        drop(listener);
        let client = Client::new(Settings::at(&address));
        let error = client.call(operation).await.expect_err("nobody listens");
        assert_eq!(client.attempts(), 3);
        assert!(error.contains("could not connect to http://127.0.0.1") && error.contains("refused"), "{error}");
    }
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_tried_again_whatever_the_operation() {
    for operation in OPERATIONS {
        let client = Client::new(Settings { knows_no_names: true, ..Settings::at("wickr.example:80") });
        let error = client.call(operation).await.expect_err("there is no such name");
        assert_eq!(client.attempts(), 3);
        assert!(
            error.contains("could not connect to http://wickr.example") && error.contains("no such name"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_wrong_clock_is_corrected_once() {
    for (times, expected) in [(1, true), (usize::MAX, false)] {
        for operation in OPERATIONS {
            let skewed = move |number: usize, _: &Request| match number < times {
                true => Act::Answer(
                    403,
                    "date: Fri, 01 Jan 2100 00:00:00 GMT\r\nx-amzn-errortype: RequestTimeTooSkewed\r\n".to_owned(),
                    b"{}".to_vec(),
                ),
                false => Act::json(200, "{}"),
            };
            let server = Server::start(skewed).await.expect("loopback has a free port");
            let client = Client::new(Settings::of(&server));
            assert_eq!(client.call(operation).await.is_ok(), expected, "{operation}");
            assert_eq!(client.attempts(), 2, "{operation}");
        }
    }
}

#[tokio::test]
async fn expired_credentials_are_loaded_anew_once() {
    for (times, expected) in [(1, true), (usize::MAX, false)] {
        for operation in OPERATIONS {
            let expired = move |number: usize, _: &Request| match number < times {
                true => Act::Answer(403, "x-amzn-errortype: ExpiredTokenException\r\n".to_owned(), b"{}".to_vec()),
                false => Act::json(200, "{}"),
            };
            let server = Server::start(expired).await.expect("loopback has a free port");
            let client = Client::new(Settings::of(&server));
            let outcome = client.call(operation).await;
            assert_eq!(outcome.is_ok(), expected, "{operation}: {outcome:?}");
            assert_eq!((client.attempts(), client.loads()), (2, 2), "{operation}");
            assert_eq!(server.effects(), usize::from(expected && operation != OPERATIONS[0]), "{operation}");
        }
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_the_client_usable() {
    let silent_once = |number: usize, _: &Request| if number == 0 { Act::Silence } else { Act::json(200, "{}") };
    let server = Server::start(silent_once).await.expect("loopback has a free port");
    let client = Client::new(Settings::of(&server));
    let call = client.call(OPERATIONS[0]);
    let waited = tokio::time::timeout(Duration::from_millis(50), call).await;
    assert!(waited.is_err(), "the server says nothing");
    client.call(OPERATIONS[0]).await.expect("200");
}

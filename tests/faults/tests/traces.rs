//! What a client notes about its calls (`tracing`): little, nothing at info or above when all goes well, and no secrets.

use sdk_doubles::transport;
use sdk_faults::{Act, Server};
use sdk_runtime::config::retry::RetryConfig;
use sdk_runtime::config::{Builder, Config, Credentials, Region};
use sdk_runtime::error::ConnectorError;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::with_default;
use tracing::{Event, Level, Metadata, Subscriber};

/// Keeps every event and span, with all fields as text.
#[derive(Clone, Debug, Default)]
struct Notes {
    lines: Arc<Mutex<Vec<(Level, String)>>>,
}

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl Notes {
    fn note(&self, metadata: &Metadata<'_>, kind: &str, record: impl FnOnce(&mut Text)) {
        let mut text = Text(format!("{kind} {} {}", metadata.target(), metadata.name()));
        record(&mut text);
        self.lines.lock().expect("no test panics with it").push((*metadata.level(), text.0));
    }

    fn lines(&self) -> Vec<(Level, String)> {
        self.lines.lock().expect("no test panics with it").clone()
    }
}

impl Subscriber for Notes {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.note(span.metadata(), "span", |text| span.record(text));
        Id::from_u64(self.lines().len() as u64)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.note(event.metadata(), "event", |text| event.record(text));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Makes one call, and gives what was noted meanwhile.
fn noted(act: fn(usize) -> Act) -> Vec<(Level, String)> {
    noted_with(act, |config| config)
}

fn noted_with(act: fn(usize) -> Act, change: impl FnOnce(Builder) -> Builder) -> Vec<(Level, String)> {
    let notes = Notes::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be built");
    with_default(notes.clone(), || {
        runtime.block_on(async {
            let server = Server::start(move |number, _| act(number)).await.expect("loopback has a free port");
            let token = Some("s3ss10n".to_owned());
            let config = Config::builder()
                .endpoint_url(format!("http://{}", server.address))
                .region(Region::new("us-east-1"))
                .credentials_provider(Credentials::new("AKID", "s3cr3t", token, None, "test"))
                .retry_config(RetryConfig::standard().with_initial_backoff(Duration::from_millis(1)));
            let client = wickr_sdk::Client::from_conf(change(config).build());
            let _ = client.get_network().network_id("40718265").send().await;
        });
    });
    notes.lines()
}

/// What is noted for readers; measurements are `TRACE`.
fn own(lines: &[(Level, String)]) -> Vec<&str> {
    let lines = lines.iter().filter(|(level, line)| *level <= Level::DEBUG && line.contains("sdk_runtime"));
    lines.map(|(_, line)| line.as_str()).collect()
}

fn check(lines: &[(Level, String)]) {
    for (level, line) in lines {
        assert!(*level >= Level::DEBUG, "{level} {line}");
        for secret in ["s3cr3t", "s3ss10n", "Signature=", "AWS4-HMAC", "private remark"] {
            assert!(!line.contains(secret), "{line}");
        }
    }
}

#[test]
fn a_call_that_succeeds_is_four_lines_at_debug_level() {
    let lines = noted(|_| Act::json(200, r#"{"networkName":"private remark"}"#));
    check(&lines);
    let own = own(&lines);
    assert_eq!(own.len(), 4, "{own:#?}");
    assert!(own[0].contains("span") && own[0].contains("rpc.method=\"GetNetwork\""), "{own:#?}");
    assert!(own[1].contains("span") && own[1].contains("attempt=1"), "{own:#?}");
    assert!(own[2].contains("event") && own[2].contains("status=200") && own[2].contains("duration="), "{own:#?}");
    assert!(own[3].contains("event") && own[3].contains("success=true"), "{own:#?}");
}

#[test]
fn each_attempt_that_fails_is_noted_with_its_reason() {
    let lines = noted(|number| match number {
        0 => Act::json(503, r#"{"__type":"InternalServerError","message":"private remark"}"#),
        1 => Act::ResetAfter,
        _ => Act::json(200, "{}"),
    });
    check(&lines);
    let own = own(&lines);
    let count = |text: &str| own.iter().filter(|line| line.contains(text)).count();
    assert_eq!((count("attempt=1"), count("attempt=2"), count("attempt=3")), (2, 2, 1), "{own:#?}");
    assert_eq!((count("status=503"), count("code=\"InternalServerError\"")), (1, 1), "{own:#?}");
    assert_eq!((count("not answered"), count("success=true")), (1, 1), "{own:#?}");
    assert_eq!(own.len(), 10, "{own:#?}");
}

/// An error that says of itself what would begin a line of its own.
struct Forged;

impl Debug for Forged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no\r\nFAKE{}", "x".repeat(100_000))
    }
}

impl std::fmt::Display for Forged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Debug::fmt(self, f)
    }
}

impl std::error::Error for Forged {}

#[test]
fn what_a_transport_says_is_one_short_line() {
    let forges = transport(|_| Err(ConnectorError::other(Box::new(Forged), None)));
    let lines = noted_with(|_| Act::Silence, |config| config.http_client(forges));
    let own = own(&lines);
    assert!(own.iter().any(|line| line.contains("not answered") && line.contains("FAKE")), "{own:#?}");
    assert!(own.iter().all(|line| !line.contains(['\r', '\n']) && line.len() < 5_000), "{own:#?}");
}

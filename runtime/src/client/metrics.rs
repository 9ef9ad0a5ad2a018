//! What a call took, for whoever listens: events of `tracing` that are measurements, and what the call's span says.
//!
//! An event is told at the end of each call, and of each attempt. Their target is [`TARGET`], their level `TRACE`, and no other event
//! has that target, so that a program can ask for these alone. `histogram.` and `monotonic_counter.` before a field's name are
//! how [`tracing-opentelemetry`](https://docs.rs/tracing-opentelemetry/latest/tracing_opentelemetry/struct.MetricsLayer.html) knows a
//! measurement; the other fields are its attributes, and take few values each. What differs from call to call, such as a request's
//! ID, is said by the span instead. The names are those of the [AWS SDKs' metrics] and of [OpenTelemetry's conventions];
//! `docs/production.md` has them with their units.
//!
//! Where nobody listens nothing is counted, and no clock is asked. Durations are by the client's own clock, so that they are what a
//! test's clock says, and are never less than zero where a clock is set back.
//!
//! [AWS SDKs' metrics]: https://docs.aws.amazon.com/sdk-for-kotlin/latest/developer-guide/observability-telemetry-metrics.html
//! [OpenTelemetry's conventions]: https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/

use super::Inner;
use super::failure::Failure;
use crate::config::SharedTimeSource;
use crate::declare::Metadata;
use crate::error::decode;
use crate::text::{SHORT, line};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};
use tracing::field::Empty;
use tracing::{Level, Span};

/// The target of events that are measurements.
const TARGET: &str = "sdk_runtime::metrics";

type Outcome = Result<HttpResponse, Failure>;

/// The span of a call.
pub(super) fn span(inner: &Inner, metadata: &'static Metadata) -> Span {
    let (service, operation) = (inner.service.sdk_id, metadata.name);
    tracing::debug_span!(
        "call",
        otel.name = format_args!("{service}.{operation}"),
        otel.kind = "client",
        otel.status_code = Empty,
        rpc.system = (!inner.is_plain).then_some("aws-api"),
        rpc.service = service,
        rpc.method = operation,
        cloud.region = inner.config.region().map(|region| region.as_ref()),
        server.address = Empty,
        server.port = Empty,
        http.response.status_code = Empty,
        aws.request_id = Empty,
        "error.type" = Empty,
    )
}

/// Measures one call. Clones measure the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct Meter(Option<Arc<Measured>>);

#[derive(Debug)]
struct Measured {
    span: Span,
    metadata: &'static Metadata,
    time: SharedTimeSource,
    began: SystemTime,
    counts: Mutex<Counts>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    attempts: u64,
    waited: Duration,
    sent: Option<u64>,
}

impl Meter {
    /// Begins to measure, if anybody listens to the span or to measurements.
    pub(super) fn new(span: &Span, inner: &Inner, metadata: &'static Metadata) -> Self {
        // With a field's name, since layers for metrics ask for events that have such.
        let listens = tracing::event_enabled!(target: TARGET, Level::TRACE, histogram.smithy.client.call.duration);
        if !listens && span.is_disabled() {
            return Self::default();
        }
        let (span, time) = (span.clone(), inner.time.clone());
        Self(Some(Arc::new(Measured { span, metadata, began: time.now(), time, counts: Mutex::default() })))
    }

    /// Notes where the call goes.
    pub(super) fn goes_to(&self, url: &str) {
        let Some(measured) = &self.0 else { return };
        let Ok(url) = url.parse::<http::Uri>() else { return };
        if let Some(host) = url.host() {
            measured.span.record("server.address", host);
        }
        if let Some(port) = url.port_u16() {
            measured.span.record("server.port", i64::from(port));
        }
    }

    /// Notes that an attempt begins, and gives the time where it is measured.
    pub(super) fn begins(&self) -> Option<SystemTime> {
        let measured = self.0.as_ref()?;
        measured.counts().attempts += 1;
        Some(measured.time.now())
    }

    /// Notes what is sent. The last attempt's counts.
    pub(super) fn sends(&self, request: &HttpRequest) {
        if let Some(measured) = &self.0 {
            measured.counts().sent = request.body().content_length();
        }
    }

    /// Notes a wait between attempts, or for the rate.
    pub(super) fn waited(&self, wait: Duration) {
        if let Some(measured) = &self.0 {
            measured.counts().waited += wait;
        }
    }

    /// Tells how an attempt went that began at this time.
    pub(super) fn attempted(&self, began: Option<SystemTime>, outcome: &Outcome) {
        let (Some(measured), Some(began)) = (&self.0, began) else { return };
        tracing::event!(
            target: TARGET,
            Level::TRACE,
            histogram.smithy.client.call.attempt.duration = measured.seconds_since(began),
            rpc.service = measured.metadata.service.sdk_id,
            rpc.method = measured.metadata.name,
            http.response.status_code = status(outcome),
            "error.type" = error(outcome).as_deref(),
        );
    }

    /// Tells how the call went.
    pub(super) fn finish(&self, outcome: &Outcome) {
        let Some(measured) = &self.0 else { return };
        let (error, status) = (error(outcome), status(outcome));
        let id = response(outcome).and_then(|response| decode::request_id(response.headers()));
        let span = &measured.span;
        if let Some(status) = status {
            // As it has a sign, since others become texts on their way to OpenTelemetry.
            span.record("http.response.status_code", i64::from(status));
        }
        if let Some(id) = id {
            span.record("aws.request_id", tracing::field::display(line(id, SHORT)));
        }
        if let Some(error) = &error {
            span.record("error.type", error.as_ref()).record("otel.status_code", "ERROR");
        }
        let Counts { attempts, waited, sent } = *measured.counts();
        tell(Told {
            metadata: measured.metadata,
            duration: Some(measured.seconds_since(measured.began)),
            waited: Some(waited.as_secs_f64()),
            sent,
            received: response(outcome).and_then(|response| response.body().content_length()),
            attempts,
            status,
            error: error.as_deref(),
        });
    }
}

impl Measured {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seconds_since(&self, began: SystemTime) -> f64 {
        self.time.now().duration_since(began).unwrap_or_default().as_secs_f64()
    }
}

/// Tells of a call whose input makes no request.
#[cold]
pub(super) fn unbuilt(metadata: &'static Metadata) {
    tell(Told { error: Some("ConstructionFailure"), ..Told::nothing(metadata) });
}

/// Tells of an answer that came, and turned out not to be what the model says.
#[cold]
pub(super) fn unread(metadata: &'static Metadata) {
    tell(Told { error: Some("ResponseError"), ..Told::nothing(metadata) });
}

/// What is told of a call.
struct Told<'a> {
    metadata: &'static Metadata,
    duration: Option<f64>,
    waited: Option<f64>,
    sent: Option<u64>,
    received: Option<u64>,
    attempts: u64,
    status: Option<u16>,
    error: Option<&'a str>,
}

impl Told<'_> {
    fn nothing(metadata: &'static Metadata) -> Self {
        let (duration, waited, sent, received, attempts, status, error) = Default::default();
        Told { metadata, duration, waited, sent, received, attempts, status, error }
    }
}

fn tell(told: Told<'_>) {
    tracing::event!(
        target: TARGET,
        Level::TRACE,
        histogram.smithy.client.call.duration = told.duration,
        histogram.smithy.client.call.wait.duration = told.waited,
        histogram.smithy.client.call.request.size = told.sent,
        histogram.smithy.client.call.response.size = told.received,
        monotonic_counter.smithy.client.call.attempts = told.attempts,
        monotonic_counter.smithy.client.call.errors = told.error.map(|_| 1_u64),
        rpc.service = told.metadata.service.sdk_id,
        rpc.method = told.metadata.name,
        http.response.status_code = told.status,
        "error.type" = told.error,
    );
}

fn response(outcome: &Outcome) -> Option<&HttpResponse> {
    match outcome {
        Ok(response) => Some(response),
        Err(Failure::Answer(answer)) => Some(&answer.response),
        Err(Failure::Response(_, response)) => Some(response),
        Err(Failure::Construction(_) | Failure::Timeout(_) | Failure::Dispatch(_)) => None,
    }
}

fn status(outcome: &Outcome) -> Option<u16> {
    response(outcome).map(|response| response.status().as_u16())
}

/// The service's code of an error, or else the variant of `SdkError` that it becomes.
fn error(outcome: &Outcome) -> Option<Cow<'static, str>> {
    Some(Cow::Borrowed(match outcome.as_ref().err()? {
        Failure::Construction(_) => "ConstructionFailure",
        Failure::Timeout(_) => "TimeoutError",
        Failure::Dispatch(error) if error.is_timeout() => "TimeoutError",
        Failure::Dispatch(_) => "DispatchFailure",
        Failure::Response(..) => "ResponseError",
        Failure::Answer(answer) if answer.code().is_empty() => "ServiceError",
        Failure::Answer(answer) => return Some(Cow::Owned(line(answer.code(), SHORT).to_string())),
    }))
}

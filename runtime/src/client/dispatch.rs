//! A call from its request to its response: deadline and retries around [`Call::attempt`].

use super::Inner;
use super::customize::BoxFuture;
use super::endpoint::Place;
use super::failure::Failure;
use super::features::{Features, Origin};
use super::hooks::Hooks;
use super::limits::limits;
use super::metrics::{self, Meter};
use super::payload::Payload;
use crate::client::Request;
use crate::config::retry::{ErrorKind, RetryAction};
#[cfg(feature = "simple-rest-json")]
use crate::declare::ByStatus;
use crate::declare::{Auth, Metadata};
use crate::error::BoxError;
use crate::retry::{Failed, Judgement, Next, Policy, judge, server_delay};
use crate::sign::PayloadHash;
use crate::timeout::{Deadline, Kind, Limits};
use crate::transport::{SharedHttpConnector, is_loopback};
use aws_credential_types::Credentials;
use aws_smithy_async::rt::sleep::AsyncSleep;
use aws_smithy_runtime_api::client::interceptors::context::Error as ErasedError;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tracing::Instrument;

/// Codes by which services refuse temporary credentials whose time is over.
const EXPIRED: [&str; 3] = ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"];

/// One call under way.
pub(super) struct Call {
    pub(super) inner: Arc<Inner>,
    pub(super) metadata: &'static Metadata,
    pub(super) auth: Auth,
    /// What the signature says of the body.
    pub(super) payload_hash: PayloadHash,
    /// The algorithms of the answer's checksum, where one is asked for.
    pub(super) answers: Option<&'static [&'static str]>,
    /// Whether the answer's body is handed on as it arrives.
    pub(super) answer_streams: bool,
    /// Whether errors have nothing around them, and may stand in a success's body.
    #[cfg(feature = "s3")]
    pub(super) bare_errors: bool,
    /// What answers mean by their status, where that tells errors apart.
    #[cfg(feature = "simple-rest-json")]
    pub(super) by_status: Option<ByStatus>,
    /// Whether that body is a stream of events.
    #[cfg(feature = "event-stream")]
    pub(super) answers_events: bool,
    /// What is known of the stream of events that is sent.
    #[cfg(feature = "event-stream")]
    pub(super) flow: Option<super::events::Flow>,
    /// The bucket that it is about.
    #[cfg(feature = "s3")]
    pub(super) bucket: Option<String>,
    /// How far it is with the digest that proves who calls.
    #[cfg(feature = "digest-auth")]
    pub(super) digest: super::digest::Progress,
    /// Whether dots in the request's path are a part of a name.
    pub(super) verbatim: bool,
    pub(super) hooks: Box<Hooks>,
    pub(super) place: Arc<Place>,
    pub(super) connector: SharedHttpConnector,
    /// Whether that is none of this crate's.
    pub(super) is_foreign: bool,
    pub(super) limits: Limits,
    /// The request's URL as it was put together, in the form in which it is signed and sent, if an interceptor can change it.
    pub(super) url: Option<String>,
    /// Scheme, host and port, for errors.
    pub(super) host: String,
    pub(super) max_attempts: u32,
    policy: Policy,
    /// What the request made use of before its attempts.
    pub(super) features: Features,
    pub(super) meter: Meter,
    /// The credentials of the last attempt, until the service has called some of this call's expired.
    pub(super) signed_with: Option<Credentials>,
    /// Whether credentials of this call were refused as expired.
    refreshed: bool,
    /// Whether it keeps to the rate that the client has learnt.
    adaptive: bool,
}

/// Sends a request until there is a final answer. Boxed, so that it is compiled here and nowhere else; so is what is large and
/// kept while something is waited for, since a future has room for it in each function that hands it on.
pub(super) fn dispatch(
    inner: Arc<Inner>,
    mut request: Box<Request>,
    connector: Option<SharedHttpConnector>,
) -> BoxFuture<Result<HttpResponse, Failure>> {
    let span = metrics::span(&inner, request.metadata);
    let meter = Meter::new(&span, &inner, request.metadata);
    request.meter = meter.clone();
    let call = async move {
        let limits = limits(&inner.config, &request);
        let deadline = Deadline::new(Kind::Operation, limits.operation, inner.deadlines.clone());
        let started = Instant::now();
        let outcome = deadline
            .hold(pin!(run(inner, request, connector, limits)))
            .await
            .unwrap_or_else(|e| Err(Failure::Timeout(e)));
        tracing::debug!(success = outcome.is_ok(), duration = ?started.elapsed(), "finished");
        meter.finish(&outcome);
        outcome
    };
    Box::pin(call.instrument(span))
}

async fn run(
    inner: Arc<Inner>,
    request: Box<Request>,
    connector: Option<SharedHttpConnector>,
    limits: Limits,
) -> Result<HttpResponse, Failure> {
    let discovers = request.discover.is_some();
    let (mut call, request) = Call::new(inner, request, connector, limits).await?;
    call.hooks.begin(request)?;
    let outcome = call.attempts().await;
    if discovers {
        call.inner.forget_if_unknown(&outcome).await;
    }
    call.hooks.after_execution()?;
    outcome
}

impl Call {
    /// Decides what is sent, where, and through what: the same for every attempt.
    pub(super) async fn new(
        inner: Arc<Inner>,
        mut request: Box<Request>,
        connector: Option<SharedHttpConnector>,
        limits: Limits,
    ) -> Result<(Box<Self>, HttpRequest), BoxError> {
        let (metadata, auth, answer_streams) = (request.metadata, request.auth, request.answer_streams);
        let (policy, adaptive) = inner.retries(request.retries);
        let meter = std::mem::take(&mut request.meter);
        #[cfg(feature = "event-stream")]
        let answers_events = request.answers_events;
        let hooks = Box::new(Hooks::new(inner.clone(), metadata.name));
        #[cfg(feature = "s3")]
        let bucket = request.endpoint_params.string("Bucket").map(str::to_owned);
        let place = inner.place_of(&mut request, &hooks.bag).await?;
        let verbatim = request.parts.verbatim;
        #[cfg(feature = "s3")]
        let bare_errors = request.bare_errors;
        #[cfg(feature = "simple-rest-json")]
        let by_status = request.by_status;
        let prefixed = request.host_prefix.as_deref().map(|prefix| place.prefixed(prefix)).transpose()?;
        let base = prefixed.as_ref().unwrap_or(&place.base);
        let is_private = !base.is_plain() || is_loopback(&place.endpoint.url);
        let payload = Payload::of(&mut request, &inner.config, is_private).await?;
        let (body, payload_hash, answers) = (payload.body, payload.hash, payload.answers);
        let features = inner.features(request.features);
        let user_agent = inner.user_agent.value(features, Origin::UNKNOWN)?;
        let request = inner.assemble(metadata.method, request.parts, body, base, &place.endpoint, user_agent)?;
        let (url, host) = (hooks.has_interceptors().then(|| request.uri().to_owned()), base.origin().to_owned());
        meter.goes_to(&host);
        let is_foreign = connector.is_some() || inner.shared.is_foreign;
        let connector = connector.unwrap_or_else(|| inner.connector(limits));
        let max_attempts = policy.max_attempts();
        let call = Call {
            inner,
            metadata,
            auth,
            payload_hash,
            answers,
            answer_streams,
            #[cfg(feature = "s3")]
            bare_errors,
            #[cfg(feature = "s3")]
            bucket,
            #[cfg(feature = "simple-rest-json")]
            by_status,
            #[cfg(feature = "event-stream")]
            answers_events,
            #[cfg(feature = "event-stream")]
            flow: payload.flow,
            #[cfg(feature = "digest-auth")]
            digest: super::digest::Progress::default(),
            verbatim,
            hooks,
            place,
            connector,
            is_foreign,
            limits,
            url,
            host,
            max_attempts,
            policy,
            features,
            meter,
            signed_with: None,
            refreshed: false,
            adaptive,
        };
        Ok((Box::new(call), request))
    }

    async fn attempts(&mut self) -> Result<HttpResponse, Failure> {
        let mut attempt = 1;
        loop {
            self.keep_to_rate().await;
            let failure = match self.attempt(attempt).await {
                Ok(response) => {
                    self.policy.succeeded();
                    self.learn_rate(false);
                    return Ok(response);
                }
                Err(failure) => failure,
            };
            match self.next(attempt, &failure) {
                Next::Final => return Err(failure),
                Next::FinalAfter(wait) => {
                    tracing::debug!(attempt, ?wait, "the retry quota is empty: waiting before the error");
                    self.inner.sleep.sleep(wait).await;
                    self.meter.waited(wait);
                    return Err(failure);
                }
                Next::Again(wait) => {
                    tracing::debug!(attempt, ?wait, "waiting before another attempt");
                    self.inner.sleep.sleep(wait).await;
                    self.meter.waited(wait);
                }
            }
            self.policy.begins();
            attempt += 1;
        }
    }

    /// Waits as long as adaptive mode asks for.
    async fn keep_to_rate(&self) {
        if !self.adaptive {
            return;
        }
        // Waits are counted as well, in case the clock stands still.
        let mut now = self.inner.time.now();
        loop {
            let turn = self.inner.shared.rate.turn(now);
            let wait = turn.wait();
            if !wait.is_zero() {
                tracing::debug!(?wait, "waiting for the rate at which the service answers");
                self.inner.sleep.sleep(wait).await;
                self.meter.waited(wait);
            }
            if turn.taken() {
                return;
            }
            now = self.inner.time.now().max(now.checked_add(wait).unwrap_or(now));
        }
    }

    fn learn_rate(&self, throttled: bool) {
        if self.adaptive {
            self.inner.shared.rate.learn(self.inner.time.now(), throttled);
        }
    }

    /// What follows a failed attempt.
    fn next(&mut self, attempt: u32, failure: &Failure) -> Next {
        let judgement = self.judge(failure);
        self.learn_rate(matches!(judgement, Judgement::Repeat(ErrorKind::ThrottlingError, _)));
        if !self.hooks.repeatable {
            return Next::Final;
        }
        let asked = match failure {
            Failure::Answer(answer) => server_delay(answer.response.headers(), self.inner.time.now()),
            _ => None,
        };
        self.policy.next(attempt, judgement, asked)
    }

    fn judge(&mut self, failure: &Failure) -> Judgement {
        let failed = match failure {
            Failure::Construction(_) | Failure::Response(..) => return Judgement::Final,
            Failure::Timeout(_) => Failed::Attempt,
            Failure::Dispatch(error) => Failed::Transport(error),
            Failure::Answer(answer) => {
                // A refused signature had no effect, and with the right time the next one will do.
                let corrects = self.inner.config.disable_clock_skew_correction() != Some(true);
                if corrects && self.inner.shared.skew.learn(answer.code(), answer.response.headers(), &self.inner.time)
                {
                    return Judgement::Repeat(ErrorKind::ClientError, Some(Duration::ZERO));
                }
                // So had a request with credentials that expired on the way; new ones may do, once.
                if EXPIRED.contains(&answer.code()) && self.loads_anew() {
                    return Judgement::Repeat(ErrorKind::ClientError, Some(Duration::ZERO));
                }
                Failed::Answer { status: answer.status(), code: answer.code() }
            }
        };
        let overruled = self.ask_classifiers(failure);
        judge(self.metadata, failed, overruled)
    }

    /// Whether other credentials will be loaded for another attempt.
    fn loads_anew(&mut self) -> bool {
        let (Some(cache), Some(refused), false) = (&self.inner.shared.identity, &self.signed_with, self.refreshed)
        else {
            return false;
        };
        self.refreshed = true;
        #[cfg(feature = "s3")]
        if let (true, Some(bucket)) = (self.has_session(), &self.bucket) {
            self.inner.shared.sessions.forget(bucket);
            return true;
        }
        self.inner.config.identity_cache().is_none() && cache.refused(refused)
    }

    /// What the program's own classifiers say; the last opinion counts. They see the service's error as
    /// `ErrorMetadata`, since its own type isn't known here.
    fn ask_classifiers(&mut self, failure: &Failure) -> RetryAction {
        let mut action = RetryAction::NoActionIndicated;
        let mut classifiers = self.inner.config.retry_classifiers().peekable();
        if classifiers.peek().is_none() {
            return action;
        }
        self.hooks.context.set_output_or_error(Err(match failure {
            Failure::Answer(answer) => OrchestratorError::operation(ErasedError::erase(answer.meta.clone())),
            Failure::Timeout(elapsed) => OrchestratorError::timeout((*elapsed).into()),
            _ => OrchestratorError::other("no answer"),
        }));
        for classifier in classifiers {
            match classifier.classify_retry_v2(&self.hooks.context, &action) {
                RetryAction::NoActionIndicated => {}
                opinion => action = opinion,
            }
        }
        action
    }
}

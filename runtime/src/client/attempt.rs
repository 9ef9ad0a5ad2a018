//! One attempt: sign, send, receive.

use super::assemble::normalize;
#[cfg(feature = "s3")]
use super::bare_error;
use super::dispatch::Call;
use super::failure::{Answer, Failure};
use super::progress::watch;
use crate::error::report::NoAnswer;
use crate::error::{BoxError, ConnectorError, ErrorMetadata, Phase, TransportError, decode};
use crate::text::{LONG, SHORT, line};
use crate::timeout::{Deadline, Elapsed, Kind};
use crate::transport::{HttpConnector, HttpConnectorFuture, MAX_RESPONSE_BYTES, buffer, marked, remedy, streamed};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use std::pin::pin;
use std::time::Instant;
use tracing::Instrument;

impl Call {
    /// Makes one attempt within its deadline.
    pub(super) async fn attempt(&mut self, attempt: u32) -> Result<HttpResponse, Failure> {
        let span = tracing::debug_span!("attempt", attempt);
        let deadline = Deadline::new(Kind::Attempt, self.limits.attempt, self.inner.deadlines.clone());
        let (started, began) = (Instant::now(), self.meter.begins());
        let outcome = deadline.hold(pin!(self.exchanges(attempt).instrument(span.clone()))).await;
        let outcome = outcome.unwrap_or_else(|elapsed| Err(Failure::Timeout(elapsed)));
        span.in_scope(|| trace(&outcome, started));
        self.meter.attempted(began, &outcome);
        self.hooks.after_attempt()?;
        outcome
    }

    /// One exchange; a second where the first only told what to prove.
    #[cfg(feature = "digest-auth")]
    async fn exchanges(&mut self, attempt: u32) -> Result<HttpResponse, Failure> {
        self.begin(attempt)?;
        let mut outcome = self.exchange().await;
        if !self.takes_up(&mut outcome) {
            return outcome;
        }
        self.rewind(attempt)?;
        let mut outcome = self.exchange().await;
        self.give_up(&mut outcome);
        outcome
    }

    #[cfg(not(feature = "digest-auth"))]
    async fn exchanges(&mut self, attempt: u32) -> Result<HttpResponse, Failure> {
        self.begin(attempt)?;
        self.exchange().await
    }

    fn begin(&mut self, attempt: u32) -> Result<(), BoxError> {
        self.rewind(attempt)?;
        self.hooks.before_attempt()
    }

    /// Brings the request back to where it was before the first attempt.
    fn rewind(&mut self, attempt: u32) -> Result<(), BoxError> {
        self.hooks.rewind();
        if !self.inner.is_plain {
            let count = format!("attempt={attempt}; max={}", self.max_attempts);
            self.request()?.headers_mut().insert("amz-sdk-request", count);
        }
        Ok(())
    }

    async fn exchange(&mut self) -> Result<HttpResponse, Failure> {
        self.prepare().await?;
        let (answer, deadline) = self.transmit()?;
        let received = self.receive(answer, deadline).await.map_err(Failure::Dispatch)?;
        let refused = self.hooks.after_transmit(received).err();
        let response = self.hooks.take_response().ok_or_else(taken)?;
        match refused {
            Some(error) => Err(Failure::Response(error, Box::new(response))),
            None => self.judge_status(response),
        }
    }

    /// Signs the request.
    async fn prepare(&mut self) -> Result<(), BoxError> {
        self.hooks.before_signing()?;
        // As it was put together, it is in that form already.
        if self.url.as_deref().is_some_and(|url| self.hooks.context.request().is_none_or(|found| found.uri() != url)) {
            let verbatim = self.verbatim;
            normalize(self.request()?, verbatim)?;
        }
        self.authorize().await?;
        self.hooks.after_signing()
    }

    pub(super) fn request(&mut self) -> Result<&mut HttpRequest, BoxError> {
        self.hooks.context.request_mut().ok_or_else(taken)
    }

    /// Hands the request to the transport. No future does, which would have room for the request as long as it waits for the
    /// answer.
    fn transmit(&mut self) -> Result<(HttpConnectorFuture, Deadline), Failure> {
        let mut request = self.hooks.transmit().ok_or_else(taken)?;
        self.meter.sends(&request);
        let deadline = self.patience(&mut request);
        if self.is_foreign {
            request = marked(request, &self.host).map_err(Failure::Dispatch)?;
        }
        Ok((self.connector.call(request), deadline))
    }

    /// Reads the answer, body and all; the body of a success that streams is left to the program, which waits no longer for
    /// each piece of it than the read timeout.
    async fn receive(&self, answer: HttpConnectorFuture, deadline: Deadline) -> Result<HttpResponse, ConnectorError> {
        let mut response = deadline.hold(pin!(answer)).await.map_err(|e| self.silent(e))??;
        self.verify(&mut response);
        let deadline = self.patience_with_body(deadline);
        let limit = self.inner.config.settings.response_limit.unwrap_or(MAX_RESPONSE_BYTES);
        if self.answer_streams && response.status().is_success() {
            return Ok(streamed(response, &self.host, deadline));
        }
        #[cfg(feature = "event-stream")]
        if self.answers_events && response.status().is_success() {
            return Ok(streamed(response, &self.host, self.patience_with_events()));
        }
        buffer(&mut response, &self.host, limit, &deadline).await?;
        Ok(response)
    }

    /// Makes a failure of what is none by its status, or what its body says is none.
    fn judge_status(&self, response: HttpResponse) -> Result<HttpResponse, Failure> {
        if self.is_output(&response) && !self.is_error(&response) {
            return Ok(response);
        }
        let meta = self.complete(self.said(&response), &response);
        Err(Failure::Answer(Box::new(Answer { meta, response })))
    }

    fn is_output(&self, response: &HttpResponse) -> bool {
        #[cfg(feature = "simple-rest-json")]
        if let Some(by_status) = self.by_status {
            return by_status.is_output(response.status().as_u16());
        }
        response.status().is_success()
    }

    /// What an error's answer says.
    fn said(&self, response: &HttpResponse) -> ErrorMetadata {
        let (status, headers) = (response.status().as_u16(), response.headers());
        let body = response.body().bytes().unwrap_or_default();
        #[cfg(feature = "simple-rest-json")]
        if let Some(by_status) = self.by_status {
            return decode::named_metadata(by_status.code(status), status, headers, body);
        }
        self.metadata.service.error_metadata(status, headers, body)
    }

    #[cfg(feature = "s3")]
    fn is_error(&self, success: &HttpResponse) -> bool {
        self.bare_errors && bare_error::is_error(success)
    }

    #[cfg(feature = "s3")]
    fn complete(&self, meta: ErrorMetadata, response: &HttpResponse) -> ErrorMetadata {
        if self.bare_errors { bare_error::complete(meta, response) } else { meta }
    }

    #[cfg(not(feature = "s3"))]
    fn is_error(&self, _: &HttpResponse) -> bool {
        false
    }

    #[cfg(not(feature = "s3"))]
    fn complete(&self, meta: ErrorMetadata, _: &HttpResponse) -> ErrorMetadata {
        meta
    }

    /// How long nothing may be heard of an answer. While a body is sent, the time begins anew with each event or piece.
    fn patience(&self, request: &mut HttpRequest) -> Deadline {
        #[cfg(feature = "event-stream")]
        if self.flow.is_some() {
            return self.patience_with_events();
        }
        let deadline = Deadline::new(Kind::Read, self.limits.read, self.inner.deadlines.clone());
        deadline.kept_alive_by(watch(request)).while_sending(self.limits.upload)
    }

    /// How long nothing may be heard of the answer's body.
    fn patience_with_body(&self, deadline: Deadline) -> Deadline {
        #[cfg(feature = "event-stream")]
        if self.flow.is_some() {
            return deadline;
        }
        deadline.then(self.limits.download)
    }

    #[cfg(feature = "event-stream")]
    fn patience_with_events(&self) -> Deadline {
        let pulse = self.flow.as_ref().map(|flow| flow.pulse.clone());
        Deadline::new(Kind::Read, self.limits.events, self.inner.deadlines.clone()).kept_alive_by(pulse)
    }

    /// Lets a success's body be compared with the checksum that it says, where one was asked for.
    #[cfg(feature = "checksums")]
    fn verify(&self, response: &mut HttpResponse) {
        let names = self.answers.filter(|_| response.status().is_success());
        if let Some(stated) = names.and_then(|names| crate::checksum::Stated::of(response.headers(), names)) {
            let body = response.take_body();
            *response.body_mut() = stated.verified(body);
        }
    }

    /// No operation of a crate without that feature asks for one.
    #[cfg(not(feature = "checksums"))]
    fn verify(&self, _: &mut HttpResponse) {
        let _ = self.answers;
    }

    fn silent(&self, elapsed: Elapsed) -> ConnectorError {
        let text = match elapsed.kind {
            Kind::Stalled => format!("the upload to {} stalled: {elapsed}{}", self.host, remedy(elapsed)),
            _ => format!("no answer from {} within {:?} (read timeout)", self.host, elapsed.after),
        };
        let error = TransportError::complete(Phase::Exchange, self.host.clone(), text);
        ConnectorError::timeout(error.with_source(elapsed).into())
    }
}

/// What is said where there is nothing to send.
fn taken() -> BoxError {
    "an interceptor took the request away".into()
}

/// Notes how the attempt went. Headers and bodies may hold secrets and stay out.
fn trace(outcome: &Result<HttpResponse, Failure>, started: Instant) {
    let duration = started.elapsed();
    let request_id =
        |response: &HttpResponse| decode::request_id(response.headers()).map(|id| line(id, SHORT).to_string());
    match outcome {
        Ok(response) => {
            tracing::debug!(
                status = response.status().as_u16(),
                request_id = request_id(response),
                ?duration,
                "answered"
            );
        }
        Err(Failure::Answer(answer)) => {
            let request_id = request_id(&answer.response);
            tracing::debug!(
                status = answer.status(),
                code = line(answer.code(), SHORT).to_string(),
                request_id,
                ?duration,
                "refused"
            );
        }
        Err(Failure::Response(error, _)) => {
            tracing::debug!(error = %line(&error.to_string(), LONG), ?duration, "answer refused");
        }
        Err(Failure::Construction(error)) => {
            tracing::debug!(error = %line(&error.to_string(), LONG), ?duration, "not sent");
        }
        Err(Failure::Timeout(elapsed)) => tracing::debug!(%elapsed, ?duration, "not answered"),
        Err(Failure::Dispatch(error)) => tracing::debug!(error = %NoAnswer(error), ?duration, "not answered"),
    }
}

//! Digests of passwords (`smithy.api#httpDigestAuth`): a request is sent as it is, refused with a challenge, and sent again with
//! the answer. What a service wants digested is kept, so that the next call answers at once.
//!
//! A refusal is answered once per attempt, and isn't counted as one of these: a nonce whose time was over is replaced so, and a
//! password that is wrong isn't tried again. A body that can't be sent twice isn't.

use super::dispatch::Call;
use super::failure::Failure;
use crate::config::Login;
use crate::error::BoxError;
use crate::idempotency::system_bits;
use crate::sign::digest::Challenge;
use crate::sign::{check_login, insert};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Of how many hosts challenges are kept at most. One more starts anew.
const MOST: usize = 64;

/// The last challenge of each host, and how many requests answered it. A client and those that are made from it share them.
#[derive(Clone, Default)]
pub(super) struct Challenges(Arc<Mutex<HashMap<String, (Challenge, u32)>>>);

impl Challenges {
    /// A host's challenge, and the number of the request that answers it next.
    fn next(&self, host: &str) -> Option<(Challenge, u32)> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (challenge, count) = known.get_mut(host)?;
        match count.checked_add(1) {
            Some(next) => {
                *count = next;
                Some((challenge.clone(), next))
            }
            // A number that was there before would be taken for a repeated request.
            None => {
                known.remove(host);
                None
            }
        }
    }

    fn learn(&self, host: &str, challenge: Challenge) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST && !known.contains_key(host) {
            known.clear();
        }
        known.insert(host.to_owned(), (challenge, 0));
    }

    fn forget(&self, host: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(host);
    }
}

impl Call {
    /// Answers the host's challenge, if it is known.
    pub(super) fn add_digest(&mut self, login: &Login) -> Result<(), BoxError> {
        check_login("digest_auth_login", login)?;
        self.digests = true;
        let Some((challenge, count)) = self.inner.shared.challenges.next(&self.host) else { return Ok(()) };
        let own_nonce =
            format!("{:032x}", self.inner.config.settings.random_seed.map_or_else(system_bits, |_| self.random()));
        let request = self.request()?;
        let uri = http::Uri::try_from(request.uri())?;
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        let answer = challenge.answer(login, request.method(), target, count, &own_nonce);
        let value = http::HeaderValue::try_from(answer)?;
        insert(request, vec![(http::header::AUTHORIZATION, value, true)])
    }

    fn random(&self) -> u128 {
        self.inner.shared.rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..)
    }

    /// Whether an answer is a challenge that the request can be sent again for.
    pub(super) fn takes_up(&self, outcome: &Result<HttpResponse, Failure>) -> bool {
        let Some(refusal) = refusal(outcome).filter(|_| self.digests) else { return false };
        match Challenge::find(refusal.headers().get_all("www-authenticate")) {
            Some(challenge) => {
                self.inner.shared.challenges.learn(&self.host, challenge);
                self.hooks.repeatable
            }
            None => {
                tracing::debug!("refused without a challenge that can be answered");
                false
            }
        }
    }

    /// Forgets a challenge whose answer was refused, so that the next call begins anew.
    pub(super) fn give_up(&self, outcome: &Result<HttpResponse, Failure>) {
        if refusal(outcome).is_some() {
            self.inner.shared.challenges.forget(&self.host);
        }
    }
}

/// What a service answered that wants to know who calls.
fn refusal(outcome: &Result<HttpResponse, Failure>) -> Option<&HttpResponse> {
    match outcome {
        Err(Failure::Answer(answer)) if answer.status() == 401 => Some(&answer.response),
        _ => None,
    }
}

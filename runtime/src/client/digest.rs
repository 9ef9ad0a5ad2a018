//! Digests of passwords (`smithy.api#httpDigestAuth`): a request is sent as it is, refused with a challenge, and sent again with
//! the answer. What a service wants digested is kept, so that the next call answers at once. A call answers the challenge that it
//! was refused with itself, whatever others meet with at the same time; what they share is how often a nonce was used.
//!
//! A refusal is answered once per attempt, and isn't counted as one of these: a nonce whose time was over is replaced so, and a
//! password that is wrong isn't tried again. A body that can't be sent twice isn't.

use super::dispatch::Call;
use super::failure::{Answer, Failure};
use crate::config::Login;
use crate::error::{BoxError, noted};
use crate::idempotency::system_bits;
use crate::sign::digest::Challenge;
use crate::sign::{check_login, insert};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Of how many hosts challenges are kept at most. One more starts anew.
const MOST: usize = 64;

/// Of how many nonces of a host the answers are counted: of the last ones.
const NONCES: usize = 8;

/// What services wanted digested, and how often it was. A client and those that are made from it share them.
#[derive(Clone, Default)]
pub(super) struct Challenges(Arc<Mutex<HashMap<String, Host>>>);

/// What is known of one host.
#[derive(Default)]
struct Host {
    /// The challenge that is answered before it is made again.
    current: Option<Challenge>,
    /// A nonce outlives its challenge here: a service may give it again, and takes a number that it has seen for a repeated request.
    counts: VecDeque<Count>,
}

/// How many requests have had a nonce.
struct Count {
    nonce: String,
    requests: u32,
    /// The client's own nonce in the first of them. A session keeps it (RFC 7616, section 3.4.2).
    own_nonce: String,
}

/// A challenge, and as the how-manieth request with its nonce it is answered, with which nonce of the client's own.
pub(super) struct Turn {
    challenge: Challenge,
    number: u32,
    own_nonce: String,
}

/// How far one call is.
#[derive(Default)]
pub(super) struct Progress {
    /// Whether a digest proves who calls.
    digests: bool,
    /// The answer to the challenge that the call was refused with.
    next: Option<Turn>,
    /// The challenge that its last request answered.
    answered: Option<Challenge>,
}

impl Challenges {
    /// The next answer of a challenge that a host made before. `None` where it made none.
    fn again(&self, host: &str, own_nonce: String) -> Option<Turn> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let host = known.get_mut(host)?;
        host.turn(host.current.clone()?, own_nonce)
    }

    /// The next answer of a challenge that a host just made.
    fn learn(&self, host: &str, challenge: Challenge, own_nonce: String) -> Option<Turn> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST && !known.contains_key(host) {
            known.clear();
        }
        let host = known.entry(host.to_owned()).or_default();
        host.current = Some(challenge.clone());
        host.turn(challenge, own_nonce)
    }

    /// Waits for a host's next challenge, unless another call has met with that already.
    fn forget(&self, host: &str, refused: &Challenge) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(host) = known.get_mut(host) {
            host.current.take_if(|current| current.nonce() == refused.nonce());
        }
    }
}

impl Host {
    /// Counts an answer.
    fn turn(&mut self, challenge: Challenge, own_nonce: String) -> Option<Turn> {
        let known = self.counts.iter().position(|count| count.nonce == challenge.nonce());
        let mut count = known.and_then(|index| self.counts.remove(index)).unwrap_or_else(|| Count {
            nonce: challenge.nonce().to_owned(),
            requests: 0,
            own_nonce: own_nonce.clone(),
        });
        let number = count.requests.checked_add(1)?;
        count.requests = number;
        let own_nonce = if challenge.is_session() { count.own_nonce.clone() } else { own_nonce };
        if self.counts.len() >= NONCES {
            self.counts.pop_front();
        }
        self.counts.push_back(count);
        Some(Turn { challenge, number, own_nonce })
    }
}

impl Call {
    /// Answers the challenge that the call was refused with, or else the host's last one, if there was any. Who stands between
    /// could ask for a digest that is soon guessed from, so it goes where a password may go.
    pub(super) fn add_digest(&mut self, login: &Login) -> Result<(), BoxError> {
        self.private_request("a digest of a password")?;
        check_login("digest_auth_login", login)?;
        self.digest.digests = true;
        self.digest.answered = None;
        let next = self.digest.next.take();
        let Some(turn) = next.or_else(|| self.inner.shared.challenges.again(&self.host, self.own_nonce())) else {
            return Ok(());
        };
        let request = self.request()?;
        let uri = http::Uri::try_from(request.uri())?;
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        let answer = turn.challenge.answer(login, request.method(), target, turn.number, &turn.own_nonce);
        let value = http::HeaderValue::try_from(answer)?;
        insert(request, vec![(http::header::AUTHORIZATION, value, true)])?;
        self.digest.answered = Some(turn.challenge);
        Ok(())
    }

    fn own_nonce(&self) -> String {
        let random = || self.inner.shared.rng.lock().unwrap_or_else(PoisonError::into_inner).u128(..);
        format!("{:032x}", self.inner.config.settings.random_seed.map_or_else(system_bits, |_| random()))
    }

    /// Whether an answer is a challenge that the request can be sent again for; if not, its error says why. What a login was
    /// refused for isn't, unless only the nonce's time was over (RFC 7616, section 3.3, "stale").
    pub(super) fn takes_up(&mut self, outcome: &mut Result<HttpResponse, Failure>) -> bool {
        let Some(refusal) = refusal(outcome).filter(|_| self.digest.digests) else { return false };
        let note = match Challenge::find(refusal.response.headers().get_all("www-authenticate")) {
            Ok(challenge) => match self.meet(challenge) {
                Ok(is_met) => return is_met,
                Err(note) => note.to_owned(),
            },
            Err(note) => match &self.digest.answered {
                // The login was sent, and it is what was refused.
                Some(refused) => {
                    self.inner.shared.challenges.forget(&self.host, refused);
                    return false;
                }
                None => note,
            },
        };
        let meta = std::mem::take(&mut refusal.meta);
        refusal.meta = noted(meta, &note);
        false
    }

    /// Makes ready to answer a challenge, unless it is that the login was refused. The error says why it can't be answered.
    fn meet(&mut self, challenge: Challenge) -> Result<bool, &'static str> {
        let challenges = &self.inner.shared.challenges;
        let refused = self.digest.answered.as_ref().filter(|answered| answered.realm() == challenge.realm());
        if let (Some(refused), false) = (refused, challenge.is_stale()) {
            challenges.forget(&self.host, refused);
            return Ok(false);
        }
        let turn = challenges.learn(&self.host, challenge, self.own_nonce());
        if !self.hooks.repeatable {
            return Err(SENT_ONCE);
        }
        self.digest.next = turn;
        Ok(self.digest.next.is_some())
    }

    /// Forgets a challenge whose answer was refused, so that the next call begins anew.
    pub(super) fn give_up(&self, outcome: &mut Result<HttpResponse, Failure>) {
        if let (Some(_), Some(refused)) = (refusal(outcome), &self.digest.answered) {
            self.inner.shared.challenges.forget(&self.host, refused);
        }
    }
}

/// What the service wants digested is known from then on, so that another call answers at once.
const SENT_ONCE: &str = "the body can be sent once only, and the service had to say first what to digest: call again, with the \
                         body anew";

/// What a service answered that wants to know who calls.
fn refusal(outcome: &mut Result<HttpResponse, Failure>) -> Option<&mut Answer> {
    match outcome {
        Err(Failure::Answer(answer)) if answer.status() == 401 => Some(answer),
        _ => None,
    }
}

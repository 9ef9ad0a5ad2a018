//! The service's stand-in: answers calls by rules, and remembers them.

use super::call::Call;
use super::clock::Clock;
use super::offline;
use super::rule::{Rule, RuleMode};
use crate::client::Operation;
use crate::codec::Built;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::config::stand_in::{InputCopy, StandIn};
use crate::config::{Builder, Config};
use crate::error::{ConnectorError, Phase, TransportError, endpoint_of};
use crate::text::{WHOLE, line};
use crate::timeout::READ;
use crate::transport::{HttpConnector, HttpConnectorFuture, SharedHttpConnector};
use aws_smithy_types::body::SdkBody;
use std::fmt::{self, Debug, Formatter, Write as _};
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Answers a client's calls by rules, and remembers them. Clones are one and the same.
///
/// A call that no rule is for fails: its error says what was called and which rules there are, and
/// [`verify`](Self::verify) reports it again, in case the program kept it to itself.
#[derive(Clone)]
pub struct Stub(Arc<Inner>);

struct Inner {
    mode: RuleMode,
    rules: Vec<Rule>,
    clock: Clock,
    seen: Mutex<Seen>,
}

/// What has happened so far.
#[derive(Default)]
struct Seen {
    calls: Vec<Arc<Call>>,
    requests: Vec<HttpRequest>,
    unexpected: Vec<String>,
}

impl Stub {
    /// A stub whose rules are tried in order.
    pub fn new(rules: impl IntoIterator<Item = impl Into<Rule>>) -> Self {
        Self::with_mode(RuleMode::MatchAny, rules)
    }

    /// A stub whose rules have to be used in order.
    pub fn sequential(rules: impl IntoIterator<Item = impl Into<Rule>>) -> Self {
        Self::with_mode(RuleMode::Sequential, rules)
    }

    /// A stub of either kind.
    pub fn with_mode(mode: RuleMode, rules: impl IntoIterator<Item = impl Into<Rule>>) -> Self {
        let rules = rules.into_iter().map(Into::into).collect();
        Self(Arc::new(Inner { mode, rules, clock: Clock::new(), seen: Mutex::default() }))
    }

    /// Settings of a client that this stub answers, to be changed or built: a region and credentials that are made up,
    /// no deadlines, waits that take no time, and otherwise what holds for every client.
    pub fn config(&self) -> Builder {
        let mut config = offline(&self.0.clock);
        config.settings.stand_in = Some(Arc::new(self.clone()));
        config
    }

    /// The inputs of the calls of one operation, in order. Calls that were refused before they were sent, since the
    /// input was incomplete, are not among them.
    pub fn calls<I: Operation + Built>(&self) -> Vec<I> {
        self.seen().calls.iter().filter_map(|call| call.input()).collect()
    }

    /// The events that the calls of one operation sent so far, a list for each call, in order: `T` is the union of the
    /// operation's stream. A stream that is answered by one is read while the program receives that.
    #[cfg(feature = "event-stream")]
    pub fn events_sent<I: Operation, T: crate::event_stream::Events>(&self) -> Vec<Vec<T>> {
        let calls: Vec<_> = self.seen().calls.iter().filter(|call| call.is::<I>()).cloned().collect();
        calls.iter().map(|call| call.said.events()).collect()
    }

    /// The names of the operations that were called, in order.
    pub fn operations(&self) -> Vec<&'static str> {
        self.seen().calls.iter().map(|call| call.copy.metadata.name).collect()
    }

    /// How many calls there were, of all operations. A call that was repeated counts once.
    pub fn num_calls(&self) -> usize {
        self.seen().calls.len()
    }

    /// The requests as they would have been sent, signed, one for each attempt. A body that is a stream of its own, and
    /// not bytes or a file, is not in them.
    pub fn requests(&self) -> Vec<HttpRequest> {
        self.seen().requests.iter().map(copy).collect()
    }

    /// How long the client would have waited, between attempts and for waiters.
    pub fn waited(&self) -> Duration {
        self.0.clock.waited()
    }

    /// Makes sure that everything was called that there are rules for, and nothing else.
    ///
    /// # Panics
    /// A call met no rule, or a rule was used less often than it has answers.
    #[track_caller]
    pub fn verify(&self) {
        if let Some(problems) = self.problems() {
            panic!("{problems}");
        }
    }

    /// Calls [`verify`](Self::verify) when what is returned goes out of scope, unless the test has failed already.
    ///
    /// # Panics
    /// When it is dropped, as [`verify`](Self::verify) does.
    #[must_use = "it verifies when it is dropped: keep it in a variable until the test's end"]
    #[track_caller]
    pub fn verify_on_drop(&self) -> VerifyOnDrop {
        VerifyOnDrop { stub: self.clone(), asked: Location::caller() }
    }

    /// What is wrong, a line each.
    fn problems(&self) -> Option<String> {
        let mut text = String::new();
        for unexpected in &self.seen().unexpected {
            let _ = writeln!(text, "{unexpected}");
        }
        for (index, rule) in self.0.rules.iter().enumerate().filter(|(_, rule)| !rule.is_done()) {
            let rule = rule.shown(self.0.mode, None);
            let _ = writeln!(text, "rule {} was not used to its end: {rule}", index + 1);
        }
        (!text.is_empty()).then(|| text.trim_end().to_owned())
    }

    fn answer(&self, call: &Call, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
        self.seen().requests.push(copy(request));
        let endpoint = endpoint_of(request.uri());
        match self.rule(call) {
            Some(answer) => answer(call, &endpoint),
            None => {
                let text = self.unexpected(call);
                self.seen().unexpected.push(format!("{}: {text}", call.copy.metadata.name));
                Err(ConnectorError::user(TransportError::complete(Phase::Prepare, endpoint, text).into()))
            }
        }
    }

    /// The answer of the rule whose turn it is. Nothing is locked meanwhile: conditions are the test's own code.
    fn rule(&self, call: &Call) -> Option<&super::answer::Answer> {
        let Inner { mode, rules, .. } = &*self.0;
        for rule in rules.iter().filter(|rule| !rule.is_used_up(*mode)) {
            let answer = if rule.matches(call) { rule.take(*mode) } else { None };
            // In order, a rule can be passed over only if it has had its share.
            if answer.is_some() || (*mode == RuleMode::Sequential && !rule.is_done()) {
                return answer;
            }
        }
        None
    }

    fn unexpected(&self, call: &Call) -> String {
        let Inner { mode, rules, .. } = &*self.0;
        let mut text = format!("no rule for {}; ", line(&call.copy.shown, WHOLE));
        if rules.is_empty() {
            text.push_str("there are no rules");
            return text;
        }
        text.push_str(match mode {
            RuleMode::MatchAny => "the rules are",
            RuleMode::Sequential => "the rules, to be used in order, are",
        });
        for (index, rule) in rules.iter().enumerate() {
            let rule = rule.shown(*mode, Some(call));
            let _ = write!(text, "{} {}. {rule}", if index == 0 { ":" } else { "," }, index + 1);
        }
        text
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request with its body, where that can be copied.
fn copy(request: &HttpRequest) -> HttpRequest {
    if let Some(copy) = request.try_clone() {
        return copy;
    }
    let mut copy = HttpRequest::new(SdkBody::taken());
    let _ = copy.set_method(request.method());
    let _ = copy.set_uri(request.uri());
    for (name, value) in request.headers() {
        copy.headers_mut().append(name.to_owned(), value.to_owned());
    }
    copy
}

impl Debug for Stub {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stub").field("mode", &self.0.mode).field("rules", &self.0.rules).finish_non_exhaustive()
    }
}

impl From<&Stub> for Stub {
    fn from(stub: &Stub) -> Self {
        stub.clone()
    }
}

impl<const N: usize> From<[Rule; N]> for Stub {
    fn from(rules: [Rule; N]) -> Self {
        Self::new(rules)
    }
}

impl From<Vec<Rule>> for Stub {
    fn from(rules: Vec<Rule>) -> Self {
        Self::new(rules)
    }
}

/// Verifies a stub when it is dropped, and panics then; see [`Stub::verify_on_drop`].
#[derive(Debug)]
#[must_use = "it verifies when it is dropped: keep it in a variable until the test's end"]
pub struct VerifyOnDrop {
    stub: Stub,
    /// Where it was asked for: a drop has no line of its own.
    asked: &'static Location<'static>,
}

impl Drop for VerifyOnDrop {
    fn drop(&mut self) {
        let problems = if std::thread::panicking() { None } else { self.stub.problems() };
        if let Some(problems) = problems {
            panic!("{problems}\nas the stub at {} finds at the end", self.asked);
        }
    }
}

impl StandIn for Stub {
    fn connect(&self, copy: InputCopy, config: &Config) -> SharedHttpConnector {
        let patience = config.timeout_config().and_then(|limits| limits.read_timeout()).unwrap_or(READ);
        let call = Arc::new(Call {
            copy,
            patience,
            #[cfg(feature = "event-stream")]
            said: Default::default(),
        });
        self.seen().calls.push(call.clone());
        SharedHttpConnector::new(Connection { stub: self.clone(), call })
    }
}

/// What one call has for a transport.
#[derive(Debug)]
struct Connection {
    stub: Stub,
    call: Arc<Call>,
}

impl HttpConnector for Connection {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        #[cfg(feature = "event-stream")]
        let (endpoint, mut request) = (endpoint_of(request.uri()), request);
        #[cfg(feature = "event-stream")]
        let stream = super::events::stream_of(&mut request);
        let outcome = self.stub.answer(&self.call, &request);
        #[cfg(feature = "event-stream")]
        if let Some(stream) = stream {
            return super::events::exchange(stream, self.call.said.clone(), endpoint, outcome);
        }
        self.stub.0.clock.outcome(outcome, self.call.patience)
    }
}

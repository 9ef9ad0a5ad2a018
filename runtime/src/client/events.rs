//! Calls with streams of events.
//!
//! In: the messages that an input makes; an answer whose body goes on. Out: the request's body, and what signs its messages; the
//! answer's messages, and the first of them where that has the output's other members.

use super::dispatch::Call;
use super::failure::unreadable;
use super::operation::completed;
use super::{Handle, Inner, Operation, metrics};
use crate::codec::{MemberReader, Members, ResponseParts, within};
use crate::declare::Metadata;
use crate::error::context::Facts;
use crate::error::{BoxError, ConnectorError, SdkError, decode};
use crate::event_stream::{CONTENT_TYPE, Incoming, Message, Messages, Origin, Outgoing, Seal, SignMessages, initial};
use crate::http::RequestParts;
use crate::sign::{SignedScope, sign_message};
use crate::timeout::Pulse;
use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;
use http::HeaderValue;
use http::header::{ACCEPT, CONTENT_TYPE as MEDIA_TYPE};
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// Where in an input the stream of events stands.
#[derive(Debug)]
pub struct EventsIn<I> {
    /// Takes it out.
    pub take: fn(&mut I) -> Messages,
    /// Whether the other members are in a message before all others, rather than elsewhere in HTTP.
    pub initial: bool,
}

/// Where in an output the stream of events stands.
#[derive(Debug)]
pub struct EventsOut<O> {
    /// The field.
    pub field: &'static str,
    /// Puts it in.
    pub put: fn(&mut O, Incoming),
    /// Takes out what a test's rule put in.
    pub take: fn(&mut O) -> Option<Messages>,
    /// Whether the other members are in a message before all others, rather than elsewhere in HTTP.
    pub initial: bool,
}

impl<O> EventsOut<O> {
    /// Refuses an output that lacks what is required of it: with a stream, nothing stands in for what is missing.
    pub(super) fn check<T: Members>(&self, missing: &[&'static str]) -> Result<(), BoxError> {
        let field = self.field.trim_start_matches("r#");
        let missing: Vec<&str> = missing.iter().copied().filter(|name| *name != field).collect();
        match missing.is_empty() {
            true => Ok(()),
            false => Err(format!("the answer lacks what {} requires: {}", T::NAME, missing.join(", ")).into()),
        }
    }
}

/// A request's stream of events, before it is a body.
pub(super) struct Sending {
    messages: Messages,
    initial: Option<Message>,
}

impl Sending {
    /// The stream of a request that has these parts otherwise.
    pub(super) fn new(messages: Messages, has_initial: bool, parts: &mut RequestParts) -> Self {
        let initial = has_initial.then(|| {
            let media_type = parts.content_type.unwrap_or_default();
            initial(true, std::mem::take(&mut parts.body), media_type)
        });
        parts.body = bytes::Bytes::new();
        parts.content_type = Some(CONTENT_TYPE);
        parts.headers.insert(MEDIA_TYPE, HeaderValue::from_static(CONTENT_TYPE));
        Self { messages, initial }
    }

    /// The body, and what is known of it from outside.
    pub(super) fn into_body(self) -> (SdkBody, Flow) {
        let body = Outgoing::new(self.messages, self.initial);
        let flow = Flow { seal: body.seal(), pulse: body.pulse() };
        (SdkBody::from_body_1_x(body), flow)
    }
}

impl Debug for Sending {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}

/// What is known of a stream that is being sent.
#[derive(Debug)]
pub(super) struct Flow {
    seal: Seal,
    pub(super) pulse: Pulse,
}

/// Asks for a stream of events.
pub(super) fn accept(parts: &mut RequestParts) {
    parts.headers.entry(ACCEPT).or_insert(HeaderValue::from_static(CONTENT_TYPE));
}

impl Call {
    /// Lets messages follow a request that was signed so.
    pub(super) fn seal(&self, credentials: Credentials, region: String, name: String, signature: String) {
        if let Some(flow) = &self.flow {
            let scope = SignedScope { region, name };
            flow.seal.set(Box::new(Signer { credentials, scope, inner: self.inner.clone(), last: signature }));
        }
    }
}

/// Signs messages with the time at which each is sent.
struct Signer {
    credentials: Credentials,
    scope: SignedScope,
    inner: Arc<Inner>,
    /// The signature before.
    last: String,
}

impl SignMessages for Signer {
    fn sign(&mut self, message: Option<&Message>) -> Result<Message, BoxError> {
        let time = self.inner.shared.skew.now(&self.inner.time)?;
        let (signed, signature) = sign_message(message, &self.last, &self.credentials, &self.scope, time)?;
        self.last = signature;
        Ok(signed)
    }
}

impl Handle {
    /// The output of an answer whose body is a stream of events.
    pub(super) async fn receive<O: Operation>(
        &self,
        mut response: HttpResponse,
        events: EventsOut<O::Output>,
        memory: usize,
    ) -> Result<O::Output, SdkError<O::Error>> {
        let name = O::METADATA.name;
        let incoming = match begin(&mut response, O::METADATA, events.initial).await {
            Ok(incoming) => incoming,
            Err(error) => {
                metrics::unread(O::METADATA);
                return Err(unbegun(name, error, response));
            }
        };
        let answered = within(memory, || O::read_answer(&ResponseParts::new(&response)));
        // What failed before the other members came is the stream's to say.
        let checked = answered.and_then(|answered| match incoming.has_failed() {
            true => Ok(answered),
            false => events.check::<O::Output>(&answered.output.missing()).map(|()| answered),
        });
        match checked {
            Ok(answered) => {
                let mut output = completed::<O>(answered, &response);
                (events.put)(&mut output, incoming);
                Ok(output)
            }
            Err(error) => {
                metrics::unread(O::METADATA);
                Err(unreadable(name, error, response))
            }
        }
    }
}

/// The error of an answer whose first message did not come.
fn unbegun<E>(operation: &'static str, error: BoxError, response: HttpResponse) -> SdkError<E> {
    match error.downcast::<ConnectorError>() {
        Ok(error) => SdkError::dispatch_with(Facts::of(operation), *error),
        Err(error) => unreadable(operation, error, response),
    }
}

/// Takes the stream out of an answer. Where the other members are in its first message, that is waited for, and is the
/// answer's body then.
async fn begin(
    response: &mut HttpResponse,
    metadata: &'static Metadata,
    has_initial: bool,
) -> Result<Incoming, BoxError> {
    if let Some(protocol) = metadata.service.rpc_protocol() {
        ResponseParts::new(response).speaks(protocol)?;
    }
    let origin = Origin::of(metadata.name, decode::request_id(response.headers()).map(str::to_owned));
    let body = std::mem::replace(response.body_mut(), SdkBody::empty());
    let mut incoming = Incoming::new(body, origin);
    if has_initial && let Some(payload) = incoming.initial().await? {
        *response.body_mut() = SdkBody::from(payload);
    }
    Ok(incoming)
}

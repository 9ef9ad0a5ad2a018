//! A request before an endpoint, a signature and a transport have been chosen for it.

use super::Discover;
use super::features::Features;
use super::metrics::Meter;
#[cfg(feature = "simple-rest-json")]
use crate::declare::ByStatus;
use crate::declare::{Auth, Metadata, Retries, Transfer};
use crate::endpoint::{ContextParams, EndpointMember};
use crate::http::RequestParts;
use crate::primitives::ByteStream;

/// A request before an endpoint, a signature and a transport have been chosen for it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request {
    /// The operation.
    pub metadata: &'static Metadata,
    /// Path, query, headers and body, as the operation's bindings made them.
    pub parts: RequestParts,
    /// How it says who calls.
    pub auth: Auth,
    /// What goes before the endpoint's host.
    pub host_prefix: Option<String>,
    /// The endpoint that the input names, if it does.
    pub endpoint: Option<EndpointMember>,
    /// The body, where it is a stream; `parts` has none then.
    pub stream: Option<ByteStream>,
    /// What tells of its endpoint, where that has to be asked for.
    pub discover: Option<Discover>,
    /// How it is repeated where the config doesn't say.
    pub retries: Retries,
    /// How its bodies travel.
    pub transfer: Transfer,
    /// Whether the answer's body is handed on as it arrives.
    pub answer_streams: bool,
    /// Whether errors have nothing around them, and may stand in a success's body.
    #[cfg(feature = "s3")]
    pub bare_errors: bool,
    /// What answers mean by their status, where that tells errors apart.
    #[cfg(feature = "simple-rest-json")]
    pub by_status: Option<ByStatus>,
    /// The body, where it is a stream of events; `parts` has none then.
    #[cfg(feature = "event-stream")]
    pub(super) events: Option<super::events::Sending>,
    /// Whether the answer's body is a stream of events.
    #[cfg(feature = "event-stream")]
    pub(super) answers_events: bool,
    /// What the operation says about its endpoint.
    pub endpoint_params: ContextParams,
    /// What it makes use of, as far as that is known.
    pub(super) features: Features,
    /// What measures the call.
    pub(super) meter: Meter,
}

impl Request {
    /// A signed request with a body in memory, or none.
    pub fn new(metadata: &'static Metadata, parts: RequestParts) -> Self {
        Request {
            metadata,
            parts,
            auth: Auth::SIGV4,
            host_prefix: None,
            endpoint: None,
            stream: None,
            discover: None,
            retries: Retries::STANDARD,
            transfer: Transfer::PLAIN,
            answer_streams: false,
            #[cfg(feature = "s3")]
            bare_errors: false,
            #[cfg(feature = "simple-rest-json")]
            by_status: None,
            #[cfg(feature = "event-stream")]
            events: None,
            #[cfg(feature = "event-stream")]
            answers_events: false,
            endpoint_params: ContextParams::default(),
            features: Features::default(),
            meter: Meter::default(),
        }
    }
}

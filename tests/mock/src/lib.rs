//! An HTTP server inside the calling program that behaves like an AWS service, so that examples and tests need neither
//! an account nor a network.
//!
//! It runs on the service's Smithy model, for any service that speaks restJson1, awsJson, Smithy RPC v2 (in JSON or CBOR),
//! restXml, awsQuery or ec2Query: requests are routed, read and checked, and answers are written and checked, as the model says;
//! so are streams of events, both ways ([`Builder::on_events`]). AWS Wickr, which is what [`MockService::start`] starts, also
//! has state: what is created can be read, listed, changed and deleted. Its state lives in memory and ends with it. IDs,
//! request IDs and times are counted rather than random, so that two runs look the same.
//!
//! ```
//! # async fn example() -> Result<(), sdk_mock::StartError> {
//! let service = sdk_mock::MockService::start().await?;
//! // endpoint URL: service.url()
//! // credentials:  service.access_key_id(), service.secret_access_key()
//! // afterwards:
//! for request in service.requests() {
//!     println!("{} {} → {}", request.operation.as_deref().unwrap_or("?"), request.line(), request.status);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The rooms of the house, from the top to the ground. A room uses only rooms on floors below its own; the test `floors`
//! reads this table, and holds the sources to it.
//!
//! | floor | room | knows |
//! |---|---|---|
//! | 7 | `server` | how a service is started: model, state, port; sockets, HTTP, bounded bodies; fails on purpose |
//! | 6 | `inspect` | the pages about the service itself, for this machine only; what they leave out |
//! | 5 | `service` | the way of one request, calls that go on, idempotency tokens, who answers it; what was asked, as much as there is room for |
//! | 4 | `wickr` | what Wickr's operations do |
//! | 4 | `convention` | what all others do: things under a path, examples, values made up |
//! | 3 | `response` | an output as a response in JSON, CBOR or XML, and events as messages, checked; a problem in the service's own words |
//! | 3 | `state` | what a handler gets: input, records by path, IDs, time, what a client says; pages and their tokens |
//! | 2 | `auth` | the signatures of SigV4, of requests and of messages, computed again; passwords, keys and tokens |
//! | 2 | `made_up` | values made up to satisfy constraints |
//! | 1 | `request` | method, path and query, or an action → operation and labels → members, of JSON, CBOR, XML or a form, checked; messages → events; what is wrong with a request |
//! | 0 | `frame` | messages of streams of events, and their bytes |
//! | 0 | `model` | shapes, bindings and constraints, compiled from the Smithy model; the table of protocols; regular expressions, texts that match them |
//!
//! A request has to be signed with the mock's credentials, within five minutes, for one of AWS's Regions, each of which has
//! a state of its own; or it says who asks in another way that the model has: by the mock's password or its digest, the mock's
//! API key, any bearer token, or not at all. Who doesn't gets 401 where nothing is signed, and is told how. A
//! signature that SigV4 forbids is refused even if it fits.
//!
//! One that can't be read (no JSON, a wrong type) gets the service's error for a bad request; one that breaks a constraint
//! gets its validation error, which names every reason; members of bodies that the model doesn't know are dropped, as AWS's
//! services do. Patterns that refer back to their own groups aren't checked; `/_mock.json` lists them. Nor are patterns that
//! no text of the allowed length matches: some models have such. Where AWS's documentation leaves something open, the mock decides and says so in its source.

mod auth;
mod convention;
mod frame;
mod inspect;
mod made_up;
mod model;
mod request;
mod response;
mod server;
mod service;
mod state;
mod wickr;

pub use request::RecordedRequest;
pub use server::{Builder, MockService, StartError};
pub use state::Heard;

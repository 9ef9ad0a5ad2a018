//! An HTTP server inside the calling program that behaves like an AWS service, so that examples and tests need neither
//! an account nor a network.
//!
//! It runs on the service's Smithy model, for any service that speaks restJson1: requests are routed, read and checked,
//! and answers are written and checked, as the model says. AWS Wickr, which is what [`MockService::start`] starts, also
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
//! The way of a request through the rooms:
//!
//! | room | knows |
//! |---|---|
//! | `builder`, `seed`, `error` | how a service is started: model, state, port, faults |
//! | `server`, `body`, `faults` | sockets, HTTP, bounded bodies; fails on purpose |
//! | `history`, `request` | what was asked, as much of it as there is room for |
//! | `inspect`, `secrets` | the pages about the service itself, for this machine only; what they leave out |
//! | `service` | the way of one request, idempotency tokens, who answers it |
//! | `model` | shapes, bindings and constraints, compiled from the Smithy model |
//! | `route`, `uri` | method, path and query → operation and labels |
//! | `auth` | the signature of SigV4, computed again |
//! | `input`, `text`, `read`, `at` | members from path, query, headers and body; types and constraints |
//! | `call`, `store`, `page` | what a handler gets: input, records by path, IDs, time; pages and their tokens |
//! | `wickr` | what Wickr's operations do |
//! | `generic` | what all others answer: things under a path, examples, values made up |
//! | `plan`, `crud`, `thing`, `cursor` | things under a path: which operations are about them, what these do, pages |
//! | `synthesize`, `sample`, `pattern` | values and texts made up to satisfy constraints; regular expressions |
//! | `output` | an output as a response, checked |
//! | `answer`, `errors` | a problem in the service's own words |
//!
//! A request has to be signed with the mock's credentials, within five minutes, for one of AWS's Regions, each of which has
//! a state of its own; or it says who asks in another way that the model has: with any bearer token, or not at all. A
//! signature that SigV4 forbids is refused even if it fits.
//!
//! One that can't be read (no JSON, a wrong type) gets the service's error for a bad request; one that breaks a constraint
//! gets its validation error, which names every reason; members of bodies that the model doesn't know are dropped, as AWS's
//! services do. Patterns that refer back to their own groups aren't checked; `/_mock.json` lists them. Nor are patterns that
//! no text of the allowed length matches: some models have such. Event streams are not spoken: operations that have one
//! answer as if it were JSON. Where AWS's documentation leaves something open, the mock decides and says so in its source.

mod answer;
mod at;
mod auth;
mod body;
mod builder;
mod call;
mod crud;
mod cursor;
mod error;
mod errors;
mod faults;
mod generic;
mod history;
mod input;
mod inspect;
mod model;
mod output;
mod page;
mod pattern;
mod plan;
mod read;
mod request;
mod route;
mod sample;
mod secrets;
mod seed;
mod server;
mod service;
mod store;
mod synthesize;
mod text;
mod thing;
mod uri;
mod wickr;

pub use builder::Builder;
pub use error::StartError;
pub use request::RecordedRequest;
pub use server::MockService;

//! An HTTP server inside the calling program that behaves like AWS Wickr, so that examples and tests need neither an
//! account nor a network.
//!
//! It knows networks and security groups: create, get, list in pages, update, delete. Its state lives in memory and
//! ends with it. IDs, request IDs and times are counted rather than random, so that two runs look the same.
//!
//! ```
//! # async fn example() -> std::io::Result<()> {
//! let service = sdk_mock::MockService::start().await?;
//! // endpoint URL: service.url()
//! // credentials:  service.access_key_id(), service.secret_access_key()
//! // afterwards:
//! for request in service.requests() {
//!     println!("{} {} → {}", request.operation.unwrap_or("?"), request.line(), request.status);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The way of a request through the rooms:
//!
//! | room | knows |
//! |---|---|
//! | `server` | sockets, HTTP, bounded bodies; keeps what was asked |
//! | `service` | one service: how requests are signed, which operations there are, how errors are written |
//! | `auth` | the `Authorization` header of SigV4 |
//! | `route` | method and path → operation and labels |
//! | `call` | what a handler gets: labels, query, body, store |
//! | `shape` | the JSON form of a structure, as data |
//! | `page` | sorting, pages, tokens |
//! | `store` | records by path, IDs, time, answers by client token |
//! | `answer` | a result or a problem as an HTTP response |
//! | `wickr` | everything that is Wickr's own |
//!
//! Where AWS's documentation leaves something open, the mock decides and says so in its source. It does not verify
//! signatures, only that a request carries one made with its access key ID.

mod answer;
mod auth;
mod call;
mod page;
mod request;
mod route;
mod server;
mod service;
mod shape;
mod store;
mod wickr;

pub use request::RecordedRequest;
pub use server::MockService;

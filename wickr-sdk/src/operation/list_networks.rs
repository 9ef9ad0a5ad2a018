// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the networks of your AWS account, one page at a time.
//!
//! This is the place to find the network ID that the other operations need.
//!
//! Request: `GET /networks`. It changes nothing and is retried after any transient failure.
//!
//! Callers need the permission `wickr:ListNetworks`.
//!
//! # Errors
//!
//! - [`BadRequestError`](crate::types::error::BadRequestError): The request cannot be processed as sent
//!   (HTTP 400), for example because a parameter is missing or malformed, or the change does not apply.
//! - [`ForbiddenError`](crate::types::error::ForbiddenError): The caller is known but may not do this
//!   (HTTP 403).
//! - [`InternalServerError`](crate::types::error::InternalServerError): The service failed (HTTP 500);
//!   your request is not at fault.
//! - [`RateLimitError`](crate::types::error::RateLimitError): Too many requests in a short time (HTTP
//!   429).
//! - [`UnauthorizedError`](crate::types::error::UnauthorizedError): The caller could not be identified
//!   (HTTP 401): credentials are missing, wrong, or expired.
//! - [`ValidationError`](crate::types::error::ValidationError): One or more fields of the request are
//!   invalid (HTTP 422).
//!
//! # Examples
//!
//! ## Networks by name
//!
//! Returns the only page, since there is no token in the answer.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_networks()
//!     .sort_fields("networkName")
//!     .sort_direction(SortDirection::Asc)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Fetch a second page
//!
//! Sends the token that came with the page before.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .list_networks()
//!     .max_results(1)
//!     .next_token("EXAMPLE-NEXT-TOKEN-2")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::types::{Network, SortDirection};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListNetworks);

impl Operation for ListNetworksInput {
    type Output = ListNetworksOutput;
    type Error = ListNetworksError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListNetworks",
        method: "GET",
        uri: "/networks",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListNetworks", ListNetworksError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    UnauthorizedError is_unauthorized_error, ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListNetworks`](crate::operation::list_networks).
    pub struct ListNetworksInput {
        /// How many networks to return per page at most, from 1 to 100; 10 if left out.
        pub max_results: Option<i32>,
        /// What to sort by: `"networkId"` or `"networkName"`; `"networkId"` if left out.
        pub sort_fields: Option<String>,
        /// Sort direction, `ASC` or `DESC`; `DESC` if left out.
        pub sort_direction: Option<SortDirection>,
        /// `next_token` from the previous page; leave it out to get the first page.
        pub next_token: Option<String>,
    }
    input ListNetworksInputBuilder, ListNetworksFluentBuilder => ListNetworksOutput, ListNetworksError {
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
    }
}

sdk_runtime::structure! {
    /// Output of [`ListNetworks`](crate::operation::list_networks).
    pub struct ListNetworksOutput {
        /// The networks on this page.
        pub networks: Vec<Network>,
        /// Pass this as `next_token` to get the following page. Absent on the last page.
        pub next_token: Option<String>,
    }
    output try ListNetworksOutputBuilder {
        networks, set_networks, get_networks: always list(Network) = member "networks" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
    }
}

sdk_runtime::paginated! {
    ListNetworksInput, ListNetworksFluentBuilder, ListNetworksPaginator, ListNetworksPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items Network = |output| Some(output.networks);
    }
}

/// The paginator of `ListNetworks`.
pub mod paginator {
    pub use super::{ListNetworksPaginator, ListNetworksPaginatorItems};
}

/// Builders of what `ListNetworks` takes and returns.
pub mod builders {
    pub use super::{
        ListNetworksFluentBuilder, ListNetworksInputBuilder, ListNetworksOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the guest users who have communicated with a network, one page at a time.
//!
//! A person who was active in several billing periods can appear once per period. Use
//! [`UpdateGuestUser`](crate::operation::update_guest_user) with the `username_hash` of an entry to
//! block that person.
//!
//! Request: `GET /networks/{networkId}/guest-users`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:ListGuestUsers`.
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
//! - [`ResourceNotFoundError`](crate::types::error::ResourceNotFoundError): Something the request names,
//!   such as a network, security group, user, or bot, does not exist or has been deleted (HTTP 404).
//! - [`UnauthorizedError`](crate::types::error::UnauthorizedError): The caller could not be identified
//!   (HTTP 401): credentials are missing, wrong, or expired.
//! - [`ValidationError`](crate::types::error::ValidationError): One or more fields of the request are
//!   invalid (HTTP 422).
//!
//! # Examples
//!
//! ## Guest users of one billing period
//!
//! Without a token in the answer, this is the last page.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_guest_users()
//!     .network_id("40718265")
//!     .sort_direction(SortDirection::Asc)
//!     .sort_fields("username")
//!     .billing_period("2026-03")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Caller without permission
//!
//! The caller's IAM policies do not allow this operation.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.list_guest_users().network_id("40718265").send().await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_forbidden_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{GuestUser, SortDirection};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListGuestUsers);

impl Operation for ListGuestUsersInput {
    type Output = ListGuestUsersOutput;
    type Error = ListGuestUsersError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListGuestUsers",
        method: "GET",
        uri: "/networks/{networkId}/guest-users",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListGuestUsers", ListGuestUsersError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListGuestUsers`](crate::operation::list_guest_users).
    pub struct ListGuestUsersInput {
        /// ID of the network whose guest users you want.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// How many guest users to return per page at most, from 1 to 100; 10 if left out.
        pub max_results: Option<i32>,
        /// Sort direction, `ASC` or `DESC`; `DESC` if left out.
        pub sort_direction: Option<SortDirection>,
        /// What to sort by: `"username"` or `"billingPeriod"`.
        pub sort_fields: Option<String>,
        /// Return only guest users whose username matches this text.
        pub username: Option<String>,
        /// Return only guest users of this billing period, written `YYYY-MM`, such as `2026-03`.
        pub billing_period: Option<String>,
        /// `next_token` from the previous page; leave it out to get the first page.
        pub next_token: Option<String>,
    }
    input ListGuestUsersInputBuilder, ListGuestUsersFluentBuilder => ListGuestUsersOutput, ListGuestUsersError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        username, set_username, get_username: optional text = query "username";
        billing_period, set_billing_period, get_billing_period: optional text = query "billingPeriod";
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
    }
}

sdk_runtime::structure! {
    /// Output of [`ListGuestUsers`](crate::operation::list_guest_users).
    pub struct ListGuestUsersOutput {
        /// Pass this as `next_token` to get the following page. Absent on the last page.
        pub next_token: Option<String>,
        /// The guest users on this page; empty if nobody matches.
        pub guestlist: Vec<GuestUser>,
    }
    output try ListGuestUsersOutputBuilder {
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
        guestlist, set_guestlist, get_guestlist: always list(GuestUser) = member "guestlist" as List(Nested);
    }
}

sdk_runtime::paginated! {
    ListGuestUsersInput, ListGuestUsersFluentBuilder, ListGuestUsersPaginator, ListGuestUsersPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items GuestUser = |output| Some(output.guestlist);
    }
}

/// The paginator of `ListGuestUsers`.
pub mod paginator {
    pub use super::{ListGuestUsersPaginator, ListGuestUsersPaginatorItems};
}

/// Builders of what `ListGuestUsers` takes and returns.
pub mod builders {
    pub use super::{
        ListGuestUsersFluentBuilder, ListGuestUsersInputBuilder,
        ListGuestUsersOutputBuilder,
    };
}

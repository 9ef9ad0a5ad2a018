// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the guest users who are blocked from a network, one page at a time.
//!
//! Filter by username or by the administrator who set the block. Lift a block with
//! [`UpdateGuestUser`](crate::operation::update_guest_user).
//!
//! Request: `GET /networks/{networkId}/guest-users/blocklist`. It changes nothing and is retried after
//! any transient failure.
//!
//! Callers need the permission `wickr:ListBlockedGuestUsers`.
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
//! ## Latest blocks first
//!
//! Sorts by the time of the block. The token says that there is another page.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_blocked_guest_users()
//!     .network_id("40718265")
//!     .max_results(2)
//!     .sort_direction(SortDirection::Desc)
//!     .sort_fields("modified")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Is this person blocked?
//!
//! An empty list means no.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .list_blocked_guest_users()
//!     .network_id("40718265")
//!     .username("sol.peretz@example.com")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{BlockedGuestUser, SortDirection};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListBlockedGuestUsers);

impl Operation for ListBlockedGuestUsersInput {
    type Output = ListBlockedGuestUsersOutput;
    type Error = ListBlockedGuestUsersError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListBlockedGuestUsers",
        method: "GET",
        uri: "/networks/{networkId}/guest-users/blocklist",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListBlockedGuestUsers", ListBlockedGuestUsersError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListBlockedGuestUsers`](crate::operation::list_blocked_guest_users).
    pub struct ListBlockedGuestUsersInput {
        /// ID of the network whose blocked guest users you want.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// How many blocked guest users to return per page at most, from 1 to 100; 10 if left out.
        pub max_results: Option<i32>,
        /// Sort direction, `ASC` or `DESC`; `DESC` if left out.
        pub sort_direction: Option<SortDirection>,
        /// What to sort by: `"username"`, `"admin"`, or `"modified"`.
        pub sort_fields: Option<String>,
        /// Return only blocked guest users whose username matches this text.
        pub username: Option<String>,
        /// Return only guest users blocked by the administrator with this username.
        pub admin: Option<String>,
        /// `next_token` from the previous page; leave it out to get the first page.
        pub next_token: Option<String>,
    }
    input ListBlockedGuestUsersInputBuilder, ListBlockedGuestUsersFluentBuilder =>
        ListBlockedGuestUsersOutput, ListBlockedGuestUsersError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        username, set_username, get_username: optional text = query "username";
        admin, set_admin, get_admin: optional text = query "admin";
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
    }
}

sdk_runtime::structure! {
    /// Output of [`ListBlockedGuestUsers`](crate::operation::list_blocked_guest_users).
    pub struct ListBlockedGuestUsersOutput {
        /// Pass this as `next_token` to get the following page. Absent on the last page.
        pub next_token: Option<String>,
        /// The blocked guest users on this page; empty if nobody matches.
        pub blocklist: Vec<BlockedGuestUser>,
    }
    output try ListBlockedGuestUsersOutputBuilder {
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
        blocklist, set_blocklist, get_blocklist:
            always list(BlockedGuestUser) = member "blocklist" as List(Nested);
    }
}

sdk_runtime::paginated! {
    ListBlockedGuestUsersInput, ListBlockedGuestUsersFluentBuilder, ListBlockedGuestUsersPaginator, ListBlockedGuestUsersPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items BlockedGuestUser = |output| Some(output.blocklist);
    }
}

/// The paginator of `ListBlockedGuestUsers`.
pub mod paginator {
    pub use super::{ListBlockedGuestUsersPaginator, ListBlockedGuestUsersPaginatorItems};
}

/// Builders of what `ListBlockedGuestUsers` takes and returns.
pub mod builders {
    pub use super::{
        ListBlockedGuestUsersFluentBuilder, ListBlockedGuestUsersInputBuilder,
        ListBlockedGuestUsersOutputBuilder,
    };
}

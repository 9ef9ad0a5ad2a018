// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the users of a network, one page at a time.
//!
//! Narrow the list by name, username, status, or security group: with `status` set to `1`, for example,
//! you get the people who have not accepted their invitation yet. Continue with `next_token` until it
//! is absent.
//!
//! Request: `GET /networks/{networkId}/users`. It changes nothing and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:ListUsers`.
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
//! ## People who have not accepted yet
//!
//! Status 1 selects pending users. One of the invitations has run out.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_users()
//!     .network_id("48210573")
//!     .max_results(50)
//!     .sort_fields("lastName+firstName")
//!     .sort_direction(SortDirection::Asc)
//!     .status(1)
//!     .group_id("Kq7mT2xW")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Nobody has this username
//!
//! The list is empty.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .list_users()
//!     .network_id("48210573")
//!     .username("nobody@example.com")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{SortDirection, User, UserStatus};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, OneOf, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListUsers);

impl Operation for ListUsersInput {
    type Output = ListUsersOutput;
    type Error = ListUsersError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListUsers",
        method: "GET",
        uri: "/networks/{networkId}/users",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListUsers", ListUsersError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListUsers`](crate::operation::list_users).
    pub struct ListUsersInput {
        /// The network whose users are listed (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// Where to continue: the `next_token` of the page before, unchanged. Leave it out to get the first
        /// page.
        pub next_token: Option<String>,
        /// How many users a page holds at most: 1 to 100, 10 if absent.
        pub max_results: Option<i32>,
        /// What to sort by: `"username"`, `"firstName"`, `"lastName"`, `"status"`, or `"groupId"`. Join several
        /// with `+`.
        pub sort_fields: Option<String>,
        /// `ASC` or `DESC`; without it, results are in descending order.
        pub sort_direction: Option<SortDirection>,
        /// Only users whose given name matches this text.
        pub first_name: Option<String>,
        /// Only users whose family name matches this text.
        pub last_name: Option<String>,
        /// Only users whose username matches this text.
        pub username: Option<String>,
        /// Only users in this status: `1` for pending ones, `2` for active ones.
        pub status: Option<i32>,
        /// Only users in the security group with this ID.
        pub group_id: Option<String>,
    }
    input ListUsersInputBuilder, ListUsersFluentBuilder => ListUsersOutput, ListUsersError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
        first_name, set_first_name, get_first_name: optional text + sensitive = query "firstName";
        last_name, set_last_name, get_last_name: optional text + sensitive = query "lastName";
        username, set_username, get_username: optional text = query "username";
        status, set_status, get_status:
            optional copy(i32) = query "status" as OneOf(UserStatus::values(), Plain);
        group_id, set_group_id, get_group_id: optional text = query "groupId";
    }
}

sdk_runtime::structure! {
    /// Output of [`ListUsers`](crate::operation::list_users).
    pub struct ListUsersOutput {
        /// Pass this in the next call to continue. Absent on the last page.
        pub next_token: Option<String>,
        /// The users on this page. Empty if none match.
        pub users: Option<Vec<User>>,
    }
    output ListUsersOutputBuilder {
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
        users, set_users, get_users: optional list(User) = member "users" as List(Nested);
    }
}

sdk_runtime::paginated! {
    ListUsersInput, ListUsersFluentBuilder, ListUsersPaginator, ListUsersPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items User = |output| output.users;
    }
}

/// The paginator of `ListUsers`.
pub mod paginator {
    pub use super::{ListUsersPaginator, ListUsersPaginatorItems};
}

/// Builders of what `ListUsers` takes and returns.
pub mod builders {
    pub use super::{
        ListUsersFluentBuilder, ListUsersInputBuilder, ListUsersOutputBuilder,
    };
}

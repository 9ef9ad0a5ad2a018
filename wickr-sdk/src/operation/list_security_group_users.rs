// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the users in a security group, one page at a time.
//!
//! Bots in the group are counted in `bot_members` of
//! [`GetSecurityGroup`](crate::operation::get_security_group); list them with
//! [`ListBots`](crate::operation::list_bots).
//!
//! Request: `GET /networks/{networkId}/security-groups/{groupId}/users`. It changes nothing and is
//! retried after any transient failure.
//!
//! Callers need the permission `wickr:ListSecurityGroupUsers`.
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
//! ## Users by last name, then first name
//!
//! Joins two sort fields with a plus sign.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_security_group_users()
//!     .network_id("40718265")
//!     .group_id("Kx3vTq8L")
//!     .max_results(50)
//!     .sort_fields("lastName+firstName")
//!     .sort_direction(SortDirection::Asc)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{SortDirection, User};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListSecurityGroupUsers);

impl Operation for ListSecurityGroupUsersInput {
    type Output = ListSecurityGroupUsersOutput;
    type Error = ListSecurityGroupUsersError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListSecurityGroupUsers",
        method: "GET",
        uri: "/networks/{networkId}/security-groups/{groupId}/users",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListSecurityGroupUsers", ListSecurityGroupUsersError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListSecurityGroupUsers`](crate::operation::list_security_group_users).
    pub struct ListSecurityGroupUsersInput {
        /// ID of the network that the security group is in.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// ID of the security group whose users you want.
        ///
        /// Required.
        pub group_id: Option<String>,
        /// `next_token` from the previous page; leave it out to get the first page.
        pub next_token: Option<String>,
        /// How many users to return per page at most, from 1 to 100; 10 if left out.
        pub max_results: Option<i32>,
        /// What to sort by: `"username"`, `"firstName"`, or `"lastName"`. Join several with a plus sign, as in
        /// `"lastName+firstName"`.
        pub sort_fields: Option<String>,
        /// Sort direction, `ASC` or `DESC`; `DESC` if left out.
        pub sort_direction: Option<SortDirection>,
    }
    input ListSecurityGroupUsersInputBuilder, ListSecurityGroupUsersFluentBuilder =>
        ListSecurityGroupUsersOutput, ListSecurityGroupUsersError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        group_id, set_group_id, get_group_id: optional text = label "groupId";
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
    }
}

sdk_runtime::structure! {
    /// Output of [`ListSecurityGroupUsers`](crate::operation::list_security_group_users).
    pub struct ListSecurityGroupUsersOutput {
        /// The users on this page.
        pub users: Vec<User>,
        /// Pass this as `next_token` to get the following page. Absent on the last page.
        pub next_token: Option<String>,
    }
    output try ListSecurityGroupUsersOutputBuilder {
        users, set_users, get_users: always list(User) = member "users" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
    }
}

sdk_runtime::paginated! {
    ListSecurityGroupUsersInput, ListSecurityGroupUsersFluentBuilder, ListSecurityGroupUsersPaginator, ListSecurityGroupUsersPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items User = |output| Some(output.users);
    }
}

/// The paginator of `ListSecurityGroupUsers`.
pub mod paginator {
    pub use super::{
        ListSecurityGroupUsersPaginator, ListSecurityGroupUsersPaginatorItems,
    };
}

/// Builders of what `ListSecurityGroupUsers` takes and returns.
pub mod builders {
    pub use super::{
        ListSecurityGroupUsersFluentBuilder, ListSecurityGroupUsersInputBuilder,
        ListSecurityGroupUsersOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the security groups of a network, one page at a time.
//!
//! The group with `is_default` set to `true` is the default security group, of which a network has
//! exactly one.
//!
//! Request: `GET /networks/{networkId}/security-groups`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:ListSecurityGroups`.
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
//! ## All groups by name
//!
//! Shows the default group and one other.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_security_groups()
//!     .network_id("40718265")
//!     .max_results(100)
//!     .sort_fields("name")
//!     .sort_direction(SortDirection::Asc)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Groups of a missing network
//!
//! The network has to exist before it can have groups.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.list_security_groups().network_id("60000001").send().await;
//! if let Err(error) = &result
//!     && error
//!         .as_service_error()
//!         .is_some_and(|error| error.is_resource_not_found_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::{SecurityGroup, SortDirection};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListSecurityGroups);

impl Operation for ListSecurityGroupsInput {
    type Output = ListSecurityGroupsOutput;
    type Error = ListSecurityGroupsError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListSecurityGroups",
        method: "GET",
        uri: "/networks/{networkId}/security-groups",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListSecurityGroups", ListSecurityGroupsError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListSecurityGroups`](crate::operation::list_security_groups).
    pub struct ListSecurityGroupsInput {
        /// ID of the network whose security groups you want.
        ///
        /// Required.
        pub network_id: Option<String>,
        /// `next_token` from the previous page; leave it out to get the first page.
        pub next_token: Option<String>,
        /// How many security groups to return per page at most, from 1 to 100; 10 if left out.
        pub max_results: Option<i32>,
        /// What to sort by: `"id"` or `"name"`.
        pub sort_fields: Option<String>,
        /// Sort direction, `ASC` or `DESC`; `DESC` if left out.
        pub sort_direction: Option<SortDirection>,
    }
    input ListSecurityGroupsInputBuilder, ListSecurityGroupsFluentBuilder =>
        ListSecurityGroupsOutput, ListSecurityGroupsError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
    }
}

sdk_runtime::structure! {
    /// Output of [`ListSecurityGroups`](crate::operation::list_security_groups).
    pub struct ListSecurityGroupsOutput {
        /// The security groups on this page.
        pub security_groups: Option<Vec<SecurityGroup>>,
        /// Pass this as `next_token` to get the following page. Absent on the last page.
        pub next_token: Option<String>,
    }
    output ListSecurityGroupsOutputBuilder {
        security_groups, set_security_groups, get_security_groups:
            optional list(SecurityGroup) = member "securityGroups" as List(Nested);
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
    }
}

sdk_runtime::paginated! {
    ListSecurityGroupsInput, ListSecurityGroupsFluentBuilder, ListSecurityGroupsPaginator, ListSecurityGroupsPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items SecurityGroup = |output| output.security_groups;
    }
}

/// The paginator of `ListSecurityGroups`.
pub mod paginator {
    pub use super::{ListSecurityGroupsPaginator, ListSecurityGroupsPaginatorItems};
}

/// Builders of what `ListSecurityGroups` takes and returns.
pub mod builders {
    pub use super::{
        ListSecurityGroupsFluentBuilder, ListSecurityGroupsInputBuilder,
        ListSecurityGroupsOutputBuilder,
    };
}

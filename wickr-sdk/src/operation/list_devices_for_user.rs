// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns the devices on which a user has signed in to Wickr, one page at a time.
//!
//! Continue with `next_token` until it is absent. The app IDs in the answer are what
//! [`BatchResetDevicesForUser`](crate::operation::batch_reset_devices_for_user) needs to sign the user
//! out. A user ID that is not valid in the network gives `BadRequestError`.
//!
//! Request: `GET /networks/{networkId}/users/{userId}/devices`. It changes nothing and is retried after
//! any transient failure.
//!
//! Callers need the permission `wickr:ListDevicesForUser`.
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
//! ## Devices of one user
//!
//! The phone is in use; the laptop has been marked for a reset.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::SortDirection;
//!
//! let output = client
//!     .list_devices_for_user()
//!     .network_id("48210573")
//!     .user_id("20481")
//!     .sort_fields("lastlogin")
//!     .sort_direction(SortDirection::Desc)
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## User ID that is not valid here
//!
//! The answer is an error and not an empty list.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .list_devices_for_user()
//!     .network_id("48210573")
//!     .user_id("777000")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_bad_request_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{NETWORK_ID, USER_ID};
use crate::types::{BasicDeviceObject, SortDirection};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(ListDevicesForUser);

impl Operation for ListDevicesForUserInput {
    type Output = ListDevicesForUserOutput;
    type Error = ListDevicesForUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ListDevicesForUser",
        method: "GET",
        uri: "/networks/{networkId}/users/{userId}/devices",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "ListDevicesForUser", ListDevicesForUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`ListDevicesForUser`](crate::operation::list_devices_for_user).
    pub struct ListDevicesForUserInput {
        /// The network that the user belongs to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The user whose devices are listed (1 to 10 digits).
        ///
        /// Required.
        pub user_id: Option<String>,
        /// Where to continue: the `next_token` of the page before, unchanged. Leave it out to get the first
        /// page.
        pub next_token: Option<String>,
        /// How many devices a page holds at most: 1 to 100, 10 if absent.
        pub max_results: Option<i32>,
        /// What to sort by: `"lastlogin"` (all lower case), `"type"`, `"suspend"`, or `"created"`. Join several
        /// with `+`.
        pub sort_fields: Option<String>,
        /// `ASC` or `DESC`; without it, results are in descending order.
        pub sort_direction: Option<SortDirection>,
    }
    input ListDevicesForUserInputBuilder, ListDevicesForUserFluentBuilder =>
        ListDevicesForUserOutput, ListDevicesForUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        user_id, set_user_id, get_user_id: optional text = label "userId" as USER_ID;
        next_token, set_next_token, get_next_token: optional text = query "nextToken";
        max_results, set_max_results, get_max_results: optional copy(i32) = query "maxResults";
        sort_fields, set_sort_fields, get_sort_fields: optional text = query "sortFields";
        sort_direction, set_sort_direction, get_sort_direction:
            optional value(SortDirection) = query "sortDirection" as Enum(Plain);
    }
}

sdk_runtime::structure! {
    /// Output of [`ListDevicesForUser`](crate::operation::list_devices_for_user).
    pub struct ListDevicesForUserOutput {
        /// Pass this in the next call to continue. Absent on the last page.
        pub next_token: Option<String>,
        /// The devices on this page.
        pub devices: Vec<BasicDeviceObject>,
    }
    output try ListDevicesForUserOutputBuilder {
        next_token, set_next_token, get_next_token: optional text = member "nextToken";
        devices, set_devices, get_devices: always list(BasicDeviceObject) = member "devices" as List(Nested);
    }
}

sdk_runtime::paginated! {
    ListDevicesForUserInput, ListDevicesForUserFluentBuilder, ListDevicesForUserPaginator, ListDevicesForUserPaginatorItems {
        token next_token: String = |output| output.next_token.as_ref();
        page_size max_results: i32;
        items BasicDeviceObject = |output| Some(output.devices);
    }
}

/// The paginator of `ListDevicesForUser`.
pub mod paginator {
    pub use super::{ListDevicesForUserPaginator, ListDevicesForUserPaginatorItems};
}

/// Builders of what `ListDevicesForUser` takes and returns.
pub mod builders {
    pub use super::{
        ListDevicesForUserFluentBuilder, ListDevicesForUserInputBuilder,
        ListDevicesForUserOutputBuilder,
    };
}

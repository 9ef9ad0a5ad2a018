// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns one user: name, status, security group, and latest activity.
//!
//! `start_time` and `end_time` bound the activity that is looked at for `last_activity`; give either,
//! both, or neither. They do not decide whether the user is found.
//!
//! A user ID that is not known in the network gives `ResourceNotFoundError` or `BadRequestError`.
//!
//! Request: `GET /networks/{networkId}/users/{userId}`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:GetUser`.
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
//! ## Look at a user and the activity in March
//!
//! Activity outside the two moments is ignored.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::primitives::DateTime;
//!
//! let output = client
//!     .get_user()
//!     .network_id("48210573")
//!     .user_id("20481")
//!     .start_time(DateTime::from_secs(1772323200))
//!     .end_time(DateTime::from_secs(1775001599))
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## User who is not in the network
//!
//! The ID is well formed, but the network does not know it.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client.get_user().network_id("48210573").user_id("777000").send().await;
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
use crate::constraint::{NETWORK_ID, SECURITY_GROUP_ID, USER_ID};
use crate::primitives::DateTime;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{EpochSeconds, List};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetUser);

impl Operation for GetUserInput {
    type Output = GetUserOutput;
    type Error = GetUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetUser",
        method: "GET",
        uri: "/networks/{networkId}/users/{userId}",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetUser", GetUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetUser`](crate::operation::get_user).
    pub struct GetUserInput {
        /// The network that the user belongs to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The user to return (1 to 10 digits).
        ///
        /// Required.
        pub user_id: Option<String>,
        /// Ignore activity before this moment. Sent as Unix time in seconds.
        pub start_time: Option<DateTime>,
        /// Ignore activity after this moment. Sent as Unix time in seconds.
        pub end_time: Option<DateTime>,
    }
    input GetUserInputBuilder, GetUserFluentBuilder => GetUserOutput, GetUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        user_id, set_user_id, get_user_id: optional text = label "userId" as USER_ID;
        start_time, set_start_time, get_start_time:
            optional value(DateTime) = query "startTime" as EpochSeconds;
        end_time, set_end_time, get_end_time: optional value(DateTime) = query "endTime" as EpochSeconds;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetUser`](crate::operation::get_user).
    pub struct GetUserOutput {
        /// The ID of the user.
        pub user_id: String,
        /// Given name.
        pub first_name: Option<String>,
        /// Family name.
        pub last_name: Option<String>,
        /// What the user signs in with, usually an email address.
        pub username: Option<String>,
        /// `true` if the user may administer the network.
        pub is_admin: Option<bool>,
        /// `true` if the user is suspended.
        pub suspended: Option<bool>,
        /// `1` while the invitation is open (pending), `2` once the user has joined (active).
        pub status: Option<i32>,
        /// When the user was last active in this network, as Unix time in seconds.
        pub last_activity: Option<i32>,
        /// When the user last signed in to this network, as Unix time in seconds.
        pub last_login: Option<i32>,
        /// The security group that the user is in, as a list of IDs.
        pub security_group_ids: Option<Vec<String>>,
    }
    output try GetUserOutputBuilder {
        user_id, set_user_id, get_user_id: always text = member "userId" as USER_ID;
        first_name, set_first_name, get_first_name: optional text + sensitive = member "firstName";
        last_name, set_last_name, get_last_name: optional text + sensitive = member "lastName";
        username, set_username, get_username: optional text = member "username";
        is_admin, set_is_admin, get_is_admin: optional copy(bool) = member "isAdmin";
        suspended, set_suspended, get_suspended: optional copy(bool) = member "suspended";
        status, set_status, get_status: optional copy(i32) = member "status";
        last_activity, set_last_activity, get_last_activity: optional copy(i32) = member "lastActivity";
        last_login, set_last_login, get_last_login: optional copy(i32) = member "lastLogin";
        security_group_ids, set_security_group_ids, get_security_group_ids:
            optional texts = member "securityGroupIds" as List(SECURITY_GROUP_ID);
    }
}

/// Builders of what `GetUser` takes and returns.
pub mod builders {
    pub use super::{GetUserFluentBuilder, GetUserInputBuilder, GetUserOutputBuilder};
}

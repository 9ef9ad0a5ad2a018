// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Changes a user: name, username, security group, or invite code.
//!
//! Put what should change into `user_details`. A user is in one security group at a time, so more than
//! one ID in `security_group_ids` is an error. `invite_code`, `invite_code_ttl`, and `code_validation`
//! work only on networks enrolled in the preview.
//!
//! Passwords cannot be set here, and suspension is the business of
//! [`BatchToggleUserSuspendStatus`](crate::operation::batch_toggle_user_suspend_status). A user ID that
//! is not known in the network gives `ResourceNotFoundError` or `BadRequestError`.
//!
//! Request: `PATCH /networks/{networkId}/users`. It is idempotent and is retried after any transient
//! failure.
//!
//! Callers need the permission `wickr:UpdateUser`.
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
//! ## Change a name and the security group
//!
//! The list names the one group that the user belongs to from now on.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::UpdateUserDetails;
//!
//! let output = client
//!     .update_user()
//!     .network_id("48210573")
//!     .user_id("20481")
//!     .user_details(
//!         UpdateUserDetails::builder()
//!             .first_name("Amara")
//!             .last_name("Okafor-Lindqvist")
//!             .username("amara.okafor@example.com")
//!             .security_group_ids("Zr4pL9cD")
//!             .build(),
//!     )
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Update somebody who is not in the network
//!
//! Nothing is changed.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! use wickr_sdk::types::UpdateUserDetails;
//!
//! let result = client
//!     .update_user()
//!     .network_id("48210573")
//!     .user_id("777000")
//!     .user_details(UpdateUserDetails::builder().first_name("Luis").build())
//!     .send()
//!     .await;
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
use crate::types::UpdateUserDetails;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(UpdateUser);

impl Operation for UpdateUserInput {
    type Output = UpdateUserOutput;
    type Error = UpdateUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "UpdateUser",
        method: "PATCH",
        uri: "/networks/{networkId}/users",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "UpdateUser", UpdateUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`UpdateUser`](crate::operation::update_user).
    pub struct UpdateUserInput {
        /// The network that the user belongs to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The user to change (1 to 10 digits).
        ///
        /// Required.
        pub user_id: Option<String>,
        /// The new values.
        pub user_details: Option<UpdateUserDetails>,
    }
    input UpdateUserInputBuilder, UpdateUserFluentBuilder => UpdateUserOutput, UpdateUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        user_id, set_user_id, get_user_id: optional text + required = member "userId" as USER_ID;
        user_details, set_user_details, get_user_details:
            optional value(UpdateUserDetails) = member "userDetails" as Nested;
    }
}

sdk_runtime::structure! {
    /// Output of [`UpdateUser`](crate::operation::update_user): the user after the change. The username is
    /// not part of it.
    pub struct UpdateUserOutput {
        /// The ID of the user.
        pub user_id: String,
        /// The network that the user belongs to.
        pub network_id: String,
        /// The security group that the user is in now, as a list of IDs.
        pub security_group_ids: Option<Vec<String>>,
        /// Given name.
        pub first_name: Option<String>,
        /// Family name.
        pub last_name: Option<String>,
        /// Reserved for a middle name; not in use.
        pub middle_name: Option<String>,
        /// `true` if the user is suspended. [`UpdateUser`](crate::operation::update_user) does not change this.
        pub suspended: bool,
        /// When the user was last changed, as Unix time in seconds.
        pub modified: Option<i32>,
        /// `1` while the invitation is open (pending), `2` once the user has joined (active).
        pub status: Option<i32>,
        /// The user's invite code. Absent if there is none to report.
        pub invite_code: Option<String>,
        /// When the invite code stops being valid, as Unix time in seconds.
        pub invite_expiration: Option<i32>,
        /// `true` if a custom invite code can be used to verify this user.
        pub code_validation: Option<bool>,
    }
    output try UpdateUserOutputBuilder {
        user_id, set_user_id, get_user_id: always text = member "userId" as USER_ID;
        network_id, set_network_id, get_network_id: always text = member "networkId" as NETWORK_ID;
        security_group_ids, set_security_group_ids, get_security_group_ids:
            optional texts = member "securityGroupIds" as List(SECURITY_GROUP_ID);
        first_name, set_first_name, get_first_name: optional text + sensitive = member "firstName";
        last_name, set_last_name, get_last_name: optional text + sensitive = member "lastName";
        middle_name, set_middle_name, get_middle_name: optional text = member "middleName";
        suspended, set_suspended, get_suspended: always copy(bool) = member "suspended";
        modified, set_modified, get_modified: optional copy(i32) = member "modified";
        status, set_status, get_status: optional copy(i32) = member "status";
        invite_code, set_invite_code, get_invite_code: optional text = member "inviteCode";
        invite_expiration, set_invite_expiration, get_invite_expiration:
            optional copy(i32) = member "inviteExpiration";
        code_validation, set_code_validation, get_code_validation:
            optional copy(bool) = member "codeValidation";
    }
}

/// Builders of what `UpdateUser` takes and returns.
pub mod builders {
    pub use super::{
        UpdateUserFluentBuilder, UpdateUserInputBuilder, UpdateUserOutputBuilder,
    };
}

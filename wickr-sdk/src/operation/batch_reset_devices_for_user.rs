// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Resets up to 50 devices of one user, which signs the user out on each of them.
//!
//! Use it when a device is lost or should no longer be trusted. The user has to authenticate again on
//! every device that was reset; devices you do not list are left alone. No operation takes a reset
//! back.
//!
//! Each device succeeds or fails separately: an app ID that is not valid comes back in `failed`, while
//! the others are reset.
//!
//! Request: `PATCH /networks/{networkId}/users/{userId}/devices`. It carries an idempotency token, so
//! that a retry has no second effect.
//!
//! Callers need the permission `wickr:BatchResetDevicesForUser`.
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
//! ## Sign a user out of a lost phone
//!
//! Only the listed device is reset.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .batch_reset_devices_for_user()
//!     .network_id("48210573")
//!     .user_id("20481")
//!     .app_ids("0c7de41b95a2f8364b1e70d9c83f52a6ee094d7b12c5f8a3906be7d415f28c3a")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network of another account
//!
//! The caller may not act on this network, so no device is reset.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let result = client
//!     .batch_reset_devices_for_user()
//!     .network_id("90316427")
//!     .user_id("20481")
//!     .app_ids("0c7de41b95a2f8364b1e70d9c83f52a6ee094d7b12c5f8a3906be7d415f28c3a")
//!     .send()
//!     .await;
//! if let Err(error) = &result
//!     && error.as_service_error().is_some_and(|error| error.is_forbidden_error())
//! {
//!     eprintln!("{error}");
//! }
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::{CLIENT_TOKEN, NETWORK_ID, USER_ID};
use crate::types::{BatchDeviceErrorResponseItem, BatchDeviceSuccessResponseItem};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested, Plain};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(BatchResetDevicesForUser);

impl Operation for BatchResetDevicesForUserInput {
    type Output = BatchResetDevicesForUserOutput;
    type Error = BatchResetDevicesForUserError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "BatchResetDevicesForUser",
        method: "PATCH",
        uri: "/networks/{networkId}/users/{userId}/devices",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "BatchResetDevicesForUser", BatchResetDevicesForUserError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`BatchResetDevicesForUser`](crate::operation::batch_reset_devices_for_user).
    pub struct BatchResetDevicesForUserInput {
        /// The network that the user belongs to (8 digits).
        ///
        /// Required.
        pub network_id: Option<String>,
        /// The user who owns the devices (1 to 10 digits).
        ///
        /// Required.
        pub user_id: Option<String>,
        /// The app IDs of the devices to reset, at most 50.
        /// [`ListDevicesForUser`](crate::operation::list_devices_for_user) returns them.
        ///
        /// Required.
        pub app_ids: Option<Vec<String>>,
        /// Identifies the request, so that a retry is recognized as the same one. 1 to 64 letters, digits, `-`,
        /// `_`, or `:`; SDKs and the AWS CLI fill it in if you do not.
        ///
        /// Filled in with a random UUID if it is not set.
        pub client_token: Option<String>,
    }
    input BatchResetDevicesForUserInputBuilder, BatchResetDevicesForUserFluentBuilder =>
        BatchResetDevicesForUserOutput, BatchResetDevicesForUserError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
        user_id, set_user_id, get_user_id: optional text = label "userId" as USER_ID;
        app_ids, set_app_ids, get_app_ids: optional texts + required = member "appIds" as List(Plain);
        client_token, set_client_token, get_client_token:
            optional text + token = header "clientToken" in "X-Client-Token" as CLIENT_TOKEN;
    }
}

sdk_runtime::structure! {
    /// Output of [`BatchResetDevicesForUser`](crate::operation::batch_reset_devices_for_user): the devices
    /// that were reset and those that were not.
    pub struct BatchResetDevicesForUserOutput {
        /// Summary for people to read, such as `success` or `partial success`. Take the result for each device
        /// from `successful` and `failed` instead.
        pub message: Option<String>,
        /// The devices that were reset.
        pub successful: Option<Vec<BatchDeviceSuccessResponseItem>>,
        /// The devices that were not reset, each with the reason.
        pub failed: Option<Vec<BatchDeviceErrorResponseItem>>,
    }
    output BatchResetDevicesForUserOutputBuilder {
        message, set_message, get_message: optional text = member "message";
        successful, set_successful, get_successful:
            optional list(BatchDeviceSuccessResponseItem) = member "successful" as List(Nested);
        failed, set_failed, get_failed:
            optional list(BatchDeviceErrorResponseItem) = member "failed" as List(Nested);
    }
}

/// Builders of what `BatchResetDevicesForUser` takes and returns.
pub mod builders {
    pub use super::{
        BatchResetDevicesForUserFluentBuilder, BatchResetDevicesForUserInputBuilder,
        BatchResetDevicesForUserOutputBuilder,
    };
}

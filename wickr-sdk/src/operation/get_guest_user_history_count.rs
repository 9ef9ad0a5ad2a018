// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Returns how many guest users a network had in each billing period.
//!
//! The history covers the past 90 days. A network that has had no guest users gets an empty list. To
//! see who they were, use [`ListGuestUsers`](crate::operation::list_guest_users).
//!
//! Request: `GET /networks/{networkId}/guest-users/count`. It changes nothing and is retried after any
//! transient failure.
//!
//! Callers need the permission `wickr:GetGuestUserHistoryCount`.
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
//! ## Guest users per billing period
//!
//! The counts are text, and the periods are written with an underscore.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .get_guest_user_history_count()
//!     .network_id("40718265")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```
//!
//! ## Network nobody visited
//!
//! Without guest users the history is empty.
//!
//! ```no_run
//! # async fn example(client: &wickr_sdk::Client) -> Result<(), wickr_sdk::Error> {
//! let output = client
//!     .get_guest_user_history_count()
//!     .network_id("51839027")
//!     .send()
//!     .await?;
//! println!("{output:?}");
//! # Ok(())
//! # }
//! ```

use crate::client::SERVICE;
use crate::constraint::NETWORK_ID;
use crate::types::GuestUserHistoryCount;
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{List, Nested};
use sdk_runtime::declare::{Effect, Metadata};

sdk_runtime::operation_name!(GetGuestUserHistoryCount);

impl Operation for GetGuestUserHistoryCountInput {
    type Output = GetGuestUserHistoryCountOutput;
    type Error = GetGuestUserHistoryCountError;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetGuestUserHistoryCount",
        method: "GET",
        uri: "/networks/{networkId}/guest-users/count",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetGuestUserHistoryCount", GetGuestUserHistoryCountError:
    BadRequestError is_bad_request_error, ForbiddenError is_forbidden_error,
    InternalServerError is_internal_server_error, RateLimitError is_rate_limit_error,
    ResourceNotFoundError is_resource_not_found_error, UnauthorizedError is_unauthorized_error,
    ValidationError is_validation_error
}

sdk_runtime::structure! {
    /// Input of [`GetGuestUserHistoryCount`](crate::operation::get_guest_user_history_count).
    pub struct GetGuestUserHistoryCountInput {
        /// ID of the network whose guest users are counted.
        ///
        /// Required.
        pub network_id: Option<String>,
    }
    input GetGuestUserHistoryCountInputBuilder, GetGuestUserHistoryCountFluentBuilder =>
        GetGuestUserHistoryCountOutput, GetGuestUserHistoryCountError {
        network_id, set_network_id, get_network_id: optional text = label "networkId" as NETWORK_ID;
    }
}

sdk_runtime::structure! {
    /// Output of [`GetGuestUserHistoryCount`](crate::operation::get_guest_user_history_count).
    pub struct GetGuestUserHistoryCountOutput {
        /// One entry per billing period. Empty if there were no guest users.
        pub history: Vec<GuestUserHistoryCount>,
    }
    output try GetGuestUserHistoryCountOutputBuilder {
        history, set_history, get_history:
            always list(GuestUserHistoryCount) = member "history" as List(Nested);
    }
}

/// Builders of what `GetGuestUserHistoryCount` takes and returns.
pub mod builders {
    pub use super::{
        GetGuestUserHistoryCountFluentBuilder, GetGuestUserHistoryCountInputBuilder,
        GetGuestUserHistoryCountOutputBuilder,
    };
}

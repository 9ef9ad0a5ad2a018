// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The errors that the service's model describes.

use crate::types::ErrorDetail;
use sdk_runtime::codec::{List, Nested};

/// Builders of the errors.
pub mod builders {
    pub use super::{
        BadRequestErrorBuilder, ForbiddenErrorBuilder, InternalServerErrorBuilder,
        RateLimitErrorBuilder, ResourceNotFoundErrorBuilder, UnauthorizedErrorBuilder,
        ValidationErrorBuilder,
    };
}

sdk_runtime::structure! {
    /// The request cannot be processed as sent (HTTP 400), for example because a parameter is missing or
    /// malformed, or the change does not apply. Correct the request; repeating it unchanged fails again.
    pub struct BadRequestError {
        /// What is wrong with the request.
        pub message: Option<String>,
    }
    error BadRequestErrorBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

sdk_runtime::structure! {
    /// The caller is known but may not do this (HTTP 403). Ask an IAM administrator for the permission, or
    /// use other credentials.
    pub struct ForbiddenError {
        /// Why access was refused.
        pub message: Option<String>,
    }
    error ForbiddenErrorBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

sdk_runtime::structure! {
    /// The service failed (HTTP 500); your request is not at fault. Retry with increasing waits, and
    /// contact AWS Support if it keeps happening.
    pub struct InternalServerError {
        /// What went wrong, as far as the service can tell.
        pub message: String,
    }
    error try InternalServerErrorBuilder {
        message, set_message, get_message: always text = member "message";
    }
}

sdk_runtime::structure! {
    /// Too many requests in a short time (HTTP 429). Wait, then retry with increasing pauses; the request
    /// itself needs no change.
    pub struct RateLimitError {
        /// Says that the limit was exceeded; `Too many requests sent` if the service gives nothing else.
        ///
        /// Default: `Too many requests sent`.
        pub message: String,
    }
    error RateLimitErrorBuilder {
        message, set_message, get_message: always text or("Too many requests sent") = member "message";
    }
}

sdk_runtime::structure! {
    /// Something the request names, such as a network, security group, user, or bot, does not exist or has
    /// been deleted (HTTP 404). Check the IDs in the request and the Region you sent it to.
    pub struct ResourceNotFoundError {
        /// Which resource was not found.
        pub message: Option<String>,
    }
    error ResourceNotFoundErrorBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

sdk_runtime::structure! {
    /// The caller could not be identified (HTTP 401): credentials are missing, wrong, or expired. Renew
    /// them and sign the request again.
    pub struct UnauthorizedError {
        /// Why authentication failed.
        pub message: Option<String>,
    }
    error UnauthorizedErrorBuilder {
        message, set_message, get_message: optional text = member "message";
    }
}

sdk_runtime::structure! {
    /// One or more fields of the request are invalid (HTTP 422). Correct the fields listed in `reasons`,
    /// then send the request again.
    pub struct ValidationError {
        /// The invalid fields. Can be absent; then read `message`.
        pub reasons: Option<Vec<ErrorDetail>>,
        /// What is invalid, in words.
        pub message: Option<String>,
    }
    error ValidationErrorBuilder {
        reasons, set_reasons, get_reasons: optional list(ErrorDetail) = member "reasons" as List(Nested);
        message, set_message, get_message: optional text = member "message";
    }
}

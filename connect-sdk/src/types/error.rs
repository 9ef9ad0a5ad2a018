// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The errors that the service's model describes.

use crate::types::{InvalidRequestExceptionReason, ResourceType};
use sdk_runtime::codec::{Enum, Plain, Tagged};

/// Builders of the errors.
pub mod builders {
    pub use super::{
        AccessDeniedExceptionBuilder, ConditionalOperationFailedExceptionBuilder,
        DuplicateResourceExceptionBuilder, InternalServiceExceptionBuilder,
        InvalidParameterExceptionBuilder, InvalidRequestExceptionBuilder,
        LimitExceededExceptionBuilder, ResourceConflictExceptionBuilder,
        ResourceInUseExceptionBuilder, ResourceNotFoundExceptionBuilder,
        ThrottlingExceptionBuilder,
    };
}

sdk_runtime::structure! {
    /// The caller lacks the permission for this call (HTTP 403). Change the caller's IAM policy; repeating
    /// the call does not help.
    pub struct AccessDeniedException {
        /// Explains why access was refused.
        pub message: Option<String>,
    }
    error AccessDeniedExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// A condition that the call depends on does not hold (HTTP 409). Read the current state, for example
    /// with [`ListEntitySecurityProfiles`](crate::operation::list_entity_security_profiles), then decide
    /// whether the change still applies.
    pub struct ConditionalOperationFailedException {
        /// Explains which condition failed.
        pub message: Option<String>,
    }
    error ConditionalOperationFailedExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// The name is taken by another resource (HTTP 409). Choose a different name, or look up the existing
    /// profile with [`SearchSecurityProfiles`](crate::operation::search_security_profiles) and use that.
    pub struct DuplicateResourceException {
        /// Explains what is already there.
        pub message: Option<String>,
    }
    error DuplicateResourceExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// The service failed while it worked on the request (HTTP 500). Retry after a pause that grows from
    /// one attempt to the next.
    pub struct InternalServiceException {
        /// Explains the failure.
        pub message: Option<String>,
    }
    error InternalServiceExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// A parameter has a value that is not accepted (HTTP 400). The message tells you more; correct the
    /// value before you call again.
    pub struct InvalidParameterException {
        /// Explains which parameters are wrong.
        pub message: Option<String>,
    }
    error InvalidParameterExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// The request as a whole is not accepted (HTTP 400). Correct it before you call again; `Message` and,
    /// when present, `reason` say what is wrong.
    pub struct InvalidRequestException {
        /// Explains what is wrong with the request.
        pub message: Option<String>,
        /// A reason that code can act on. It may be absent.
        pub reason: Option<InvalidRequestExceptionReason>,
    }
    error InvalidRequestExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
        reason, set_reason, get_reason:
            optional value(InvalidRequestExceptionReason) = member "Reason" as Tagged;
    }
}

sdk_runtime::structure! {
    /// The request would go beyond a quota on resources (HTTP 429). Delete what is no longer needed or ask
    /// for a higher quota; retrying alone does not help.
    pub struct LimitExceededException {
        /// Explains which limit was reached.
        pub message: Option<String>,
    }
    error LimitExceededExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// The request collides with a resource that exists already, such as one of the same name (HTTP 409).
    /// Look at the present state before you send the change again.
    pub struct ResourceConflictException {
        /// Explains the conflict.
        pub message: Option<String>,
    }
    error ResourceConflictExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// Something still uses the resource (HTTP 409). Before deleting a security profile, take it away from
    /// everything that refers to it, then try again.
    pub struct ResourceInUseException {
        /// Explains what is in use.
        pub message: Option<String>,
        /// Kind of the resource involved.
        pub resource_type: Option<ResourceType>,
        /// Identifier of the resource involved.
        pub resource_id: Option<String>,
    }
    error ResourceInUseExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
        resource_type, set_resource_type, get_resource_type:
            optional value(ResourceType) = member "ResourceType" as Enum(Plain);
        resource_id, set_resource_id, get_resource_id: optional text = member "ResourceId";
    }
}

sdk_runtime::structure! {
    /// The instance, the security profile, or something else that the request names does not exist (HTTP
    /// 404). Check the IDs and the Region of the client.
    pub struct ResourceNotFoundException {
        /// Explains what was not found.
        pub message: Option<String>,
    }
    error ResourceNotFoundExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

sdk_runtime::structure! {
    /// Requests arrive faster than the service allows (HTTP 429). Wait, then retry more slowly.
    pub struct ThrottlingException {
        /// Explains the throttling.
        pub message: Option<String>,
    }
    error ThrottlingExceptionBuilder {
        message, set_message, get_message: optional text = member "Message";
    }
}

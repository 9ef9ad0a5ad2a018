// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Errors: what a call can fail with, and how to find out.

pub use sdk_runtime::error::{
    BoxError, BuildError, ConnectorError, ConstraintErrors, DisplayErrorContext,
    ErrorMetadata, InputError, ProvideErrorMetadata, SdkError, UnknownVariantError,
    Violation,
};

sdk_runtime::service_error! {
    /// What Amazon Connect Service answers when a call fails. `?` makes it of every operation's error.
    pub enum Error of (crate::types::error) {
        /// The caller lacks the permission for this call (HTTP 403).
        AccessDeniedException = "AccessDeniedException" (403), is_access_denied_exception;
        /// A condition that the call depends on does not hold (HTTP 409).
        ConditionalOperationFailedException = "ConditionalOperationFailedException" (409), is_conditional_operation_failed_exception;
        /// The name is taken by another resource (HTTP 409).
        DuplicateResourceException = "DuplicateResourceException" (409), is_duplicate_resource_exception;
        /// The service failed while it worked on the request (HTTP 500).
        InternalServiceException = "InternalServiceException" (500), is_internal_service_exception;
        /// A parameter has a value that is not accepted (HTTP 400).
        InvalidParameterException = "InvalidParameterException" (400), is_invalid_parameter_exception;
        /// The request as a whole is not accepted (HTTP 400).
        InvalidRequestException = "InvalidRequestException" (400), is_invalid_request_exception;
        /// The request would go beyond a quota on resources (HTTP 429).
        LimitExceededException = "LimitExceededException" (429), is_limit_exceeded_exception;
        /// The request collides with a resource that exists already, such as one of the same name (HTTP 409).
        ResourceConflictException = "ResourceConflictException" (409), is_resource_conflict_exception;
        /// Something still uses the resource (HTTP 409).
        ResourceInUseException = "ResourceInUseException" (409), is_resource_in_use_exception;
        /// The instance, the security profile, or something else that the request names does not exist (HTTP
        /// 404).
        ResourceNotFoundException = "ResourceNotFoundException" (404), is_resource_not_found_exception;
        /// Requests arrive faster than the service allows (HTTP 429).
        ThrottlingException = "ThrottlingException" (429), is_throttling_exception;
    }
}

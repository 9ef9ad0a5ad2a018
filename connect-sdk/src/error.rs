// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Errors: what a call can fail with, and how to find out.
//!
//! ```no_run
//! # async fn example(client: &connect_sdk::Client) -> Result<(), connect_sdk::Error> {
//! use connect_sdk::error::ProvideErrorMetadata as _;
//! use connect_sdk::types::{EntityType, SecurityProfileItem};
//!
//! match client
//!     .associate_security_profiles()
//!     .instance_id("1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")
//!     .security_profiles(
//!         SecurityProfileItem::builder()
//!             .id("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d")
//!             .build(),
//!     )
//!     .entity_type(EntityType::AiAgent)
//!     .entity_arn(
//!         "arn:aws:wisdom:us-east-1:111122223333:ai-agent/2a3b4c5d-6e7f-4a8b-9c0d-1e2f3a4b5c6d/8b9c0d1e-2f3a-4b4c-8d5e-6f7a8b9c0d1e",
//!     )
//!     .send()
//!     .await
//! {
//!     Ok(output) => println!("{output:?}"),
//!     Err(error) => {
//!         match error.as_service_error() {
//!             Some(known) if known.is_resource_not_found_exception() => {
//!                 println!("{}", known.message().unwrap_or_default())
//!             }
//!             _ => eprintln!("{error}"),
//!         }
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`SdkError`]'s variants say how far a call got, and `as_service_error()` gives what the service
//! answered: an enum of the operation's, with a question for each error of the model. The text of any
//! error is one line, with the operation, the service's code and message, the HTTP status and the
//! request's ID.

pub use sdk_runtime::error::{
    BoxError, BuildError, ConnectorError, ConstraintErrors, DisplayErrorContext,
    ErrorMetadata, InputError, Phase, ProvideErrorMetadata, SdkError, TransportError,
    UnknownVariantError, Violation, context,
};
pub use sdk_runtime::timeout::Elapsed;

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

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `InvalidRequestExceptionReason`: A more exact reason for rejecting a request.

use crate::types::AttachedFileInvalidRequestExceptionReason;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::union! {
    /// A more exact reason for rejecting a request. The one variant concerns attached files, which this SDK
    /// does not handle.
    pub enum InvalidRequestExceptionReason {
        /// What was wrong with the file in a request to start an upload.
        AttachedFileInvalidRequestExceptionReason(AttachedFileInvalidRequestExceptionReason), is_attached_file_invalid_request_exception_reason, as_attached_file_invalid_request_exception_reason = "AttachedFileInvalidRequestExceptionReason" as Enum(Plain);
    }
}

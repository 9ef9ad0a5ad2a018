// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The errors that the service's model describes.

use crate::primitives::DateTime;
use crate::types::ValidationExceptionField;
use sdk_runtime::codec::{DateTimeText, List, Nested};

/// Builders of the errors.
pub mod builders {
    pub use super::{
        NotFoundBuilder, TelescopeTakenBuilder, TooManyRequestsBuilder,
        ValidationExceptionBuilder,
    };
}

sdk_runtime::structure! {
    /// What is asked for doesn't exist.
    pub struct NotFound {
        /// What doesn't.
        pub message: String,
    }
    error try NotFoundBuilder {
        message, set_message, get_message: always text = member "message";
    }
}

sdk_runtime::structure! {
    /// Somebody else has the telescope that night.
    pub struct TelescopeTaken {
        /// Who was faster.
        pub message: String,
        /// When it is free again.
        pub free_from: Option<DateTime>,
    }
    error try TelescopeTakenBuilder {
        message, set_message, get_message: always text = member "message";
        free_from, set_free_from, get_free_from: optional value(DateTime) = member "freeFrom" as DateTimeText;
    }
}

sdk_runtime::structure! {
    /// Too many requests came in a short time. Nothing was done.
    pub struct TooManyRequests {
        /// How many are too many.
        pub message: String,
    }
    error try TooManyRequestsBuilder {
        message, set_message, get_message: always text = member "message";
    }
}

sdk_runtime::structure! {
    /// A value in the request is none that the service takes. Nothing was done.
    pub struct ValidationException {
        /// What is wrong, in a sentence.
        pub message: String,
        /// The members that are wrong, each with the reason.
        pub field_list: Option<Vec<ValidationExceptionField>>,
    }
    error try ValidationExceptionBuilder {
        message, set_message, get_message: always text = member "message";
        field_list, set_field_list, get_field_list:
            optional list(ValidationExceptionField) = member "fieldList" as List(Nested);
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Gives a night back to the others. An observation that is taken stays.
//!
//! Request: `DELETE /observations/{observationId}`. It is idempotent and is retried after any transient
//! failure.
//!
//! # Errors
//!
//! - [`NotFound`](crate::types::error::NotFound): What is asked for doesn't exist.
//! - [`ValidationException`](crate::types::error::ValidationException): A value in the request is none
//!   that the service takes.
//! - [`TooManyRequests`](crate::types::error::TooManyRequests): Too many requests came in a short time.

use crate::client::SERVICE;
use crate::constraint::OBSERVATION_ID;
use sdk_runtime::client::Operation;
use sdk_runtime::declare::{Auth, Effect, Metadata};

sdk_runtime::operation_name!(CancelObservation);

impl Operation for CancelObservationInput {
    type Output = CancelObservationOutput;
    type Error = CancelObservationError;
    const AUTH: Auth = Auth::BEARER;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "CancelObservation",
        method: "DELETE",
        uri: "/observations/{observationId}",
        effect: Effect::Idempotent,
    };
}

sdk_runtime::operation_error! {
    "CancelObservation", CancelObservationError:
    NotFound is_not_found, ValidationException is_validation_exception, TooManyRequests is_too_many_requests
}

sdk_runtime::structure! {
    /// What [`CancelObservation`](self) takes.
    pub struct CancelObservationInput {
        /// The observation.
        ///
        /// Required.
        pub observation_id: Option<String>,
    }
    input CancelObservationInputBuilder, CancelObservationFluentBuilder =>
        CancelObservationOutput, CancelObservationError {
        observation_id, set_observation_id, get_observation_id:
            optional text = label "observationId" as OBSERVATION_ID;
    }
}

sdk_runtime::structure! {
    /// What [`CancelObservation`](self) returns.
    pub struct CancelObservationOutput {}
    output CancelObservationOutputBuilder {}
}

/// Builders of what `CancelObservation` takes and returns.
pub mod builders {
    pub use super::{
        CancelObservationFluentBuilder, CancelObservationInputBuilder,
        CancelObservationOutputBuilder,
    };
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Tells where an observation stands.
//!
//! Request: `GET /observations/{observationId}`. It changes nothing and is retried after any transient
//! failure.
//!
//! # Errors
//!
//! - [`NotFound`](crate::types::error::NotFound): What is asked for doesn't exist.
//! - [`ValidationException`](crate::types::error::ValidationException): A value in the request is none
//!   that the service takes.
//! - [`TooManyRequests`](crate::types::error::TooManyRequests): Too many requests came in a short time.

use crate::client::SERVICE;
use crate::constraint::{OBSERVATION_ID, TELESCOPE_ID};
use crate::types::{ObservationStatus, Target};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain, Tagged};
use sdk_runtime::declare::{Auth, Effect, Metadata};

sdk_runtime::operation_name!(GetObservation);

impl Operation for GetObservationInput {
    type Output = GetObservationOutput;
    type Error = GetObservationError;
    const AUTH: Auth = Auth::BEARER;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "GetObservation",
        method: "GET",
        uri: "/observations/{observationId}",
        effect: Effect::ReadOnly,
    };
}

sdk_runtime::operation_error! {
    "GetObservation", GetObservationError:
    NotFound is_not_found, ValidationException is_validation_exception, TooManyRequests is_too_many_requests
}

sdk_runtime::structure! {
    /// What [`GetObservation`](self) takes.
    pub struct GetObservationInput {
        /// The observation.
        ///
        /// Required.
        pub observation_id: Option<String>,
    }
    input GetObservationInputBuilder, GetObservationFluentBuilder =>
        GetObservationOutput, GetObservationError, GetObservationWaiting {
        observation_id, set_observation_id, get_observation_id:
            optional text = label "observationId" as OBSERVATION_ID;
    }
}

sdk_runtime::structure! {
    /// What [`GetObservation`](self) returns.
    pub struct GetObservationOutput {
        /// The observation.
        pub observation_id: String,
        /// The telescope.
        pub telescope_id: String,
        /// What is looked at.
        ///
        /// Required.
        pub target: Option<Target>,
        /// Where it stands.
        pub status: ObservationStatus,
        /// The picture, once it is taken.
        pub picture: Option<String>,
    }
    output try GetObservationOutputBuilder {
        observation_id, set_observation_id, get_observation_id:
            always text = member "observationId" as OBSERVATION_ID;
        telescope_id, set_telescope_id, get_telescope_id: always text = member "telescopeId" as TELESCOPE_ID;
        target, set_target, get_target: optional value(Target) + required = member "target" as Tagged;
        status, set_status, get_status: always value(ObservationStatus) = member "status" as Enum(Plain);
        picture, set_picture, get_picture: optional text = member "picture";
    }
}

/// Builders of what `GetObservation` takes and returns.
pub mod builders {
    pub use super::{
        GetObservationFluentBuilder, GetObservationInputBuilder,
        GetObservationOutputBuilder,
    };
}

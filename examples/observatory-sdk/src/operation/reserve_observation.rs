// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Reserves a telescope for the next night.
//!
//! Request: `POST /observations`. It carries an idempotency token, so that a retry has no second
//! effect.
//!
//! # Errors
//!
//! - [`NotFound`](crate::types::error::NotFound): What is asked for doesn't exist.
//! - [`TelescopeTaken`](crate::types::error::TelescopeTaken): Somebody else has the telescope that night.
//! - [`ValidationException`](crate::types::error::ValidationException): A value in the request is none
//!   that the service takes.
//! - [`TooManyRequests`](crate::types::error::TooManyRequests): Too many requests came in a short time.

use crate::client::SERVICE;
use crate::constraint::{EXPOSURE, OBSERVATION_ID, TELESCOPE_ID};
use crate::types::{ObservationStatus, Target};
use sdk_runtime::client::Operation;
use sdk_runtime::codec::{Enum, Plain, Tagged};
use sdk_runtime::declare::{Auth, Effect, Metadata};

sdk_runtime::operation_name!(ReserveObservation);

impl Operation for ReserveObservationInput {
    type Output = ReserveObservationOutput;
    type Error = ReserveObservationError;
    const AUTH: Auth = Auth::BEARER;
    const METADATA: &'static Metadata = &Metadata {
        service: &SERVICE,
        name: "ReserveObservation",
        method: "POST",
        uri: "/observations",
        effect: Effect::Token,
    };
}

sdk_runtime::operation_error! {
    "ReserveObservation", ReserveObservationError:
    NotFound is_not_found, TelescopeTaken is_telescope_taken, ValidationException is_validation_exception,
    TooManyRequests is_too_many_requests
}

sdk_runtime::structure! {
    /// What [`ReserveObservation`](self) takes.
    pub struct ReserveObservationInput {
        /// The telescope.
        ///
        /// Required.
        pub telescope_id: Option<String>,
        /// What to look at.
        ///
        /// Required.
        pub target: Option<Target>,
        /// How long to look, 1 to 3600 seconds.
        ///
        /// The service's default: `60`.
        pub exposure: Option<i32>,
        /// Makes a repeated request the same reservation. One is made for you.
        ///
        /// Filled in with a random UUID if it is not set.
        pub token: Option<String>,
    }
    input ReserveObservationInputBuilder, ReserveObservationFluentBuilder =>
        ReserveObservationOutput, ReserveObservationError {
        telescope_id, set_telescope_id, get_telescope_id:
            optional text + required = member "telescopeId" as TELESCOPE_ID;
        target, set_target, get_target: optional value(Target) + required = member "target" as Tagged;
        exposure, set_exposure, get_exposure: optional copy(i32) = member "exposure" as EXPOSURE;
        token, set_token, get_token: optional text + token = header "token" in "Idempotency-Key";
    }
}

sdk_runtime::structure! {
    /// What [`ReserveObservation`](self) returns.
    pub struct ReserveObservationOutput {
        /// The new observation.
        pub observation_id: String,
        /// Where it stands.
        pub status: ObservationStatus,
    }
    output try ReserveObservationOutputBuilder {
        observation_id, set_observation_id, get_observation_id:
            always text = member "observationId" as OBSERVATION_ID;
        status, set_status, get_status: always value(ObservationStatus) = member "status" as Enum(Plain);
    }
}

/// Builders of what `ReserveObservation` takes and returns.
pub mod builders {
    pub use super::{
        ReserveObservationFluentBuilder, ReserveObservationInputBuilder,
        ReserveObservationOutputBuilder,
    };
}

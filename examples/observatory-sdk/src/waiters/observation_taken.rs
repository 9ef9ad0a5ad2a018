// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! Waits for the picture.
//!
//! Polls [`GetObservation`](crate::operation::get_observation), first at once, then every 60 to 600
//! seconds.

use crate::operation::get_observation::{GetObservationInput, GetObservationWaiting};

sdk_runtime::waiter! {
    /// The waiter `observation_taken`.
    ObservationTaken, "observation_taken": GetObservationInput, 60 to 600 seconds {
        success if output("status is \"taken\"", |output| output.status().as_str() == "taken");
        failure if output("status is \"lost\"", |output| output.status().as_str() == "lost");
    }
    GetObservationWaiting<ObservationTaken> as
        ObservationTakenFluentBuilder, ObservationTakenFinalPoll, WaitUntilObservationTakenError
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! All operations, each in its own module.

pub use sdk_runtime::RequestId;
pub use sdk_runtime::client::Operation;
pub use sdk_runtime::paginate::PaginationStream;

pub mod cancel_observation;
pub mod get_observation;
pub mod list_telescopes;
pub mod reserve_observation;

/// Calls `$callback! { $($extra)* Name method InputType [paginated]; … }` with a row for each operation: for tables
/// over all of them, such as a dispatch by name.
#[macro_export]
macro_rules! for_each_operation {
    ($($callback:ident)::+ $(, $($extra:tt)*)?) => {
        $($callback)::+! {
            $($($extra)*)?
            CancelObservation cancel_observation CancelObservationInput;
            GetObservation get_observation GetObservationInput;
            ListTelescopes list_telescopes ListTelescopesInput paginated;
            ReserveObservation reserve_observation ReserveObservationInput;
        }
    };
}

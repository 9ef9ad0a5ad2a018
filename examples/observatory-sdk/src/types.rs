// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! The structures and enums that operations take and return.

pub mod error;

mod coordinates;
mod observation_status;
mod sky;
mod target;
mod telescope_summary;
mod validation_exception_field;

pub use coordinates::Coordinates;
pub use observation_status::ObservationStatus;
pub use sky::Sky;
pub use target::Target;
pub use telescope_summary::TelescopeSummary;
pub use validation_exception_field::ValidationExceptionField;

/// Builders of the types.
pub mod builders {
    pub use super::coordinates::CoordinatesBuilder;
    pub use super::telescope_summary::TelescopeSummaryBuilder;
    pub use super::validation_exception_field::ValidationExceptionFieldBuilder;
}

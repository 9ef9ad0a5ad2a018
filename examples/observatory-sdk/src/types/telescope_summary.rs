// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `TelescopeSummary`: what the list says of a telescope.

use crate::constraint::TELESCOPE_ID;
use crate::types::Sky;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// What the list says of a telescope.
    pub struct TelescopeSummary {
        /// Its name on the list.
        pub telescope_id: String,
        /// How wide its mirror is, in millimetres.
        pub aperture: i32,
        /// How the sky above it is tonight.
        pub sky: Option<Sky>,
    }
    shared try TelescopeSummaryBuilder {
        telescope_id, set_telescope_id, get_telescope_id: always text = member "telescopeId" as TELESCOPE_ID;
        aperture, set_aperture, get_aperture: always copy(i32) = member "aperture";
        sky, set_sky, get_sky: optional value(Sky) = member "sky" as Enum(Plain);
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Target`: What to look at.

use crate::constraint::MESSIER_NUMBER;
use crate::types::Coordinates;
use sdk_runtime::codec::Nested;

sdk_runtime::union! {
    /// What to look at.
    pub enum Target {
        /// An object of the catalogue of Messier, 1 to 110: `31` is the galaxy in Andromeda.
        Messier(i32), is_messier, as_messier = "messier" as MESSIER_NUMBER;
        /// A place in the sky.
        Coordinates(Coordinates), is_coordinates, as_coordinates = "coordinates" as Nested;
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Coordinates`: a place in the sky, as of the year 2000.

use crate::constraint::{DEGREES, HOURS};

sdk_runtime::structure! {
    /// A place in the sky, as of the year 2000.
    pub struct Coordinates {
        /// Right ascension, 0 to 24 hours.
        pub right_ascension: f64,
        /// Declination, -90 to 90 degrees.
        pub declination: f64,
    }
    shared try CoordinatesBuilder {
        right_ascension, set_right_ascension, get_right_ascension:
            always copy(f64) = member "rightAscension" as HOURS;
        declination, set_declination, get_declination: always copy(f64) = member "declination" as DEGREES;
    }
}

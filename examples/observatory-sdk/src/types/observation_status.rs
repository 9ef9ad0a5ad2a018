// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ObservationStatus`: Where an observation stands.

sdk_runtime::string_enum! {
    /// Where an observation stands.
    pub enum ObservationStatus {
        /// It waits for its night.
        Reserved = "reserved",
        /// The picture is there.
        Taken = "taken",
        /// There were clouds.
        Lost = "lost",
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `AccessLevel`: The plan of a network, which decides the features its members get.

sdk_runtime::string_enum! {
    /// The plan of a network, which decides the features its members get.
    pub enum AccessLevel {
        /// The Standard plan.
        Standard = "STANDARD",
        /// The Premium plan.
        Premium = "PREMIUM",
    }
}

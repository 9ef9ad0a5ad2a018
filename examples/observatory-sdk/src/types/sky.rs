// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Sky`: How the sky is.

sdk_runtime::string_enum! {
    /// How the sky is.
    pub enum Sky {
        /// Stars down to the sixth magnitude.
        Clear = "clear",
        /// The Moon and the planets.
        Hazy = "hazy",
        /// Nothing.
        Cloudy = "cloudy",
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Status`: The read receipt mode of a network.

sdk_runtime::string_enum! {
    /// The read receipt mode of a network.
    pub enum Status {
        /// Read receipts are off.
        Disabled = "DISABLED",
        /// Read receipts are on, without being enforced.
        Enabled = "ENABLED",
        /// Read receipts are on and enforced.
        ForceEnabled = "FORCE_ENABLED",
    }
}

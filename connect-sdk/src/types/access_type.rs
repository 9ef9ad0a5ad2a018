// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `AccessType`: What a rule about a primary attribute does with the values that it lists.

sdk_runtime::string_enum! {
    /// What a rule about a primary attribute does with the values that it lists.
    pub enum AccessType {
        /// Access to the listed values is allowed.
        Allow = "ALLOW",
    }
}

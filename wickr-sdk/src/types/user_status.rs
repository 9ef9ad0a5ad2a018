// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `UserStatus`: Whether a user has joined the network.

sdk_runtime::int_enum! {
    /// Whether a user has joined the network.
    pub enum UserStatus {
        /// The user has an invitation and has not accepted it yet.
        Pending = 1,
        /// The user accepted the invitation and belongs to the network.
        Active = 2,
    }
}

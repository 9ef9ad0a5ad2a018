// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BotStatus`: How far the setup of a bot has come.

sdk_runtime::int_enum! {
    /// How far the setup of a bot has come.
    pub enum BotStatus {
        /// The bot exists, but it has not been set up or activated yet.
        Pending = 1,
        /// The bot works: it can send messages and receive them.
        Active = 2,
    }
}

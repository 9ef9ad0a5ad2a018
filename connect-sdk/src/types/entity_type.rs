// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `EntityType`: What kind of entity security profiles are attached to.

sdk_runtime::string_enum! {
    /// What kind of entity security profiles are attached to.
    pub enum EntityType {
        /// A user; the entity operations of this API do not support it.
        User = "USER",
        /// An AI agent of Amazon Q in Connect.
        AiAgent = "AI_AGENT",
    }
}

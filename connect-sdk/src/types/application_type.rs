// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ApplicationType`: What kind of application a security profile gives access to.

sdk_runtime::string_enum! {
    /// What kind of application a security profile gives access to.
    pub enum ApplicationType {
        /// A Model Context Protocol (MCP) server.
        Mcp = "MCP",
        /// An application made by a third party.
        ThirdPartyApplication = "THIRD_PARTY_APPLICATION",
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `FlowModuleType`: How a flow module is offered to AI agents.

sdk_runtime::string_enum! {
    /// How a flow module is offered to AI agents.
    pub enum FlowModuleType {
        /// A tool of the Model Context Protocol (MCP) kind.
        Mcp = "MCP",
    }
}

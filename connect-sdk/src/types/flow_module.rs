// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `FlowModule`: a flow module that an AI agent may call as a tool.

use crate::constraint::FLOW_MODULE_ID;
use crate::types::FlowModuleType;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// A flow module that an AI agent may call as a tool.
    pub struct FlowModule {
        /// Kind of tool; `MCP` is the only one supported.
        pub r#type: Option<FlowModuleType>,
        /// ID of the flow module.
        pub flow_module_id: Option<String>,
    }
    shared FlowModuleBuilder {
        r#type "type", set_type, get_type: optional value(FlowModuleType) = member "Type" as Enum(Plain);
        flow_module_id, set_flow_module_id, get_flow_module_id:
            optional text = member "FlowModuleId" as FLOW_MODULE_ID;
    }
}

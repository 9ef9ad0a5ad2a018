// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `Application`: an application or MCP server that a security profile gives access to.

use crate::constraint::{APPLICATION_PERMISSIONS, NAMESPACE};
use crate::types::ApplicationType;
use sdk_runtime::codec::{Enum, Plain};

sdk_runtime::structure! {
    /// An application or MCP server that a security profile gives access to. This part of the API is a
    /// preview and may change.
    pub struct Application {
        /// Namespace that identifies the application.
        pub namespace: Option<String>,
        /// 1 to 50 permissions on the application. A third-party application takes only `ACCESS`; for an MCP
        /// server, list the identifiers of the tools that may be used.
        pub application_permissions: Option<Vec<String>>,
        /// Whether this is a third-party application or an MCP server.
        pub r#type: Option<ApplicationType>,
    }
    shared ApplicationBuilder {
        namespace, set_namespace, get_namespace: optional text = member "Namespace" as NAMESPACE;
        application_permissions, set_application_permissions, get_application_permissions:
            optional texts = member "ApplicationPermissions" as APPLICATION_PERMISSIONS;
        r#type "type", set_type, get_type: optional value(ApplicationType) = member "Type" as Enum(Plain);
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ErrorDetail`: one field of a request that was refused, and why.

sdk_runtime::structure! {
    /// One field of a request that was refused, and why.
    pub struct ErrorDetail {
        /// Name of the field at fault.
        pub field: Option<String>,
        /// Why the field was refused, in words.
        pub reason: Option<String>,
    }
    shared ErrorDetailBuilder {
        field, set_field, get_field: optional text = member "field";
        reason, set_reason, get_reason: optional text = member "reason";
    }
}

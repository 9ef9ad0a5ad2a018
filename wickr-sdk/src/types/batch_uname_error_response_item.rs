// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchUnameErrorResponseItem`: a username hash that could not be resolved, and why.

sdk_runtime::structure! {
    /// A username hash that could not be resolved, and why.
    pub struct BatchUnameErrorResponseItem {
        /// The request member at fault, such as `uname`. Absent if the problem does not lie in one member.
        pub field: Option<String>,
        /// What went wrong, in words.
        pub reason: Option<String>,
        /// The username hash, as it was sent.
        pub uname: String,
    }
    shared try BatchUnameErrorResponseItemBuilder {
        field, set_field, get_field: optional text = member "field";
        reason, set_reason, get_reason: optional text = member "reason";
        uname, set_uname, get_uname: always text = member "uname";
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ValidationExceptionField`: the structure `ValidationExceptionField`.

sdk_runtime::structure! {
    /// The structure `ValidationExceptionField`.
    pub struct ValidationExceptionField {
        /// The member `path`.
        pub path: String,
        /// The member `message`.
        pub message: String,
    }
    shared try ValidationExceptionFieldBuilder {
        path, set_path, get_path: always text = member "path";
        message, set_message, get_message: always text = member "message";
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `ValidationExceptionField`: a member of the request that is wrong.

sdk_runtime::structure! {
    /// A member of the request that is wrong.
    pub struct ValidationExceptionField {
        /// Where it stands in the request, as a JSON pointer: `/target/messier`.
        pub path: String,
        /// What is wrong with it.
        pub message: String,
    }
    shared try ValidationExceptionFieldBuilder {
        path, set_path, get_path: always text = member "path";
        message, set_message, get_message: always text = member "message";
    }
}

// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `BatchUnameSuccessResponseItem`: a username hash and the username that it stands for.

sdk_runtime::structure! {
    /// A username hash and the username that it stands for.
    pub struct BatchUnameSuccessResponseItem {
        /// The username hash, as it was sent.
        pub uname: String,
        /// The username, usually an email address.
        pub username: String,
    }
    shared try BatchUnameSuccessResponseItemBuilder {
        uname, set_uname, get_uname: always text = member "uname";
        username, set_username, get_username: always text = member "username";
    }
}

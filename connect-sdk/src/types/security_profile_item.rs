// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfileItem`: a reference to a security profile by its ID.

sdk_runtime::structure! {
    /// A reference to a security profile by its ID.
    pub struct SecurityProfileItem {
        /// ID of the security profile.
        pub id: Option<String>,
    }
    shared SecurityProfileItemBuilder {
        id, set_id, get_id: optional text = member "Id";
    }
}

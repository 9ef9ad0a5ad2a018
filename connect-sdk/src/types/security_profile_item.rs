// Generated from the service's Smithy model by `cargo xtask codegen`; changes here are lost.

//! `SecurityProfileItem`: a reference to a security profile by its ID.

/// A reference to a security profile by its ID.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SecurityProfileItem {
    /// ID of the security profile.
    pub id: Option<String>,
}

sdk_runtime::structure! {
    shared SecurityProfileItem, SecurityProfileItemBuilder {
        id, set_id, get_id: optional text = member "Id";
    }
}
